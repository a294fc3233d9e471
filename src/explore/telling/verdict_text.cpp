#include <algorithm>
#include <cmath>
#include <cstdio>
#include <string>

#include "explore/telling/sentences.h"
#include "explore/verdict.h"
#include "python/text/json_text.h"

namespace threadbook::explore {

using python::json_quoted;

namespace {

std::string count(std::uint64_t number, std::string_view what) {
  return std::to_string(number) + " " + std::string(what) + (number == 1 ? "" : "s");
}

// "  first line", "  second line"; no more than some.
void append_lines(std::string& text, std::string_view lines) {
  constexpr int kMost = 12;
  for (int shown = 0; !lines.empty(); ++shown) {
    if (shown == kMost) {
      text += "      …\n";
      return;
    }
    const std::size_t end = std::min(lines.find('\n'), lines.size() - 1);
    const std::string_view line = lines.substr(0, end + 1);
    text += "      ";
    text += line;
    if (line.back() != '\n') text += '\n';
    lines.remove_prefix(end + 1);
  }
}

// One order that leads to the outcome, and the nearest that does not.
void append_order(std::string& text, const Verdict& verdict, const Outcome& outcome) {
  constexpr std::size_t kMost = 20;
  if (outcome.turns.empty()) return;
  text += "    One order that leads there";
  if (std::any_of(outcome.turns.begin(), outcome.turns.end(),
                  [](const TurnNote& turn) { return turn.how == TurnNote::Switch::Matters; }))
    text += "; a switch that matters has a *";
  text += ":\n";
  for (std::size_t i = 0; i < std::min(outcome.turns.size(), kMost); ++i) {
    text += outcome.turns[i].how == TurnNote::Switch::Matters ? "    * " : "      ";
    text += turn_words(verdict, outcome.turns[i]) + "\n";
  }
  if (outcome.turns.size() > kMost) text += "      …\n";
  if (outcome.otherwise) {
    text += "    " + sentence_of(verdict, *outcome.otherwise) + "\n";
    text += "      that order: " + outcome.otherwise->schedule + "\n";
  }
}

// Of a search that has not tried all.
std::string how_far(const Verdict& verdict) {
  std::string text;
  if (verdict.preemptions) {
    text = *verdict.preemptions == 0 ? "All orders without any switch that nothing forces were tried.\n"
                                     : "All orders with at most " + count(*verdict.preemptions, "switch") +
                                           " that nothing forces were tried.\n";
    if (const auto plural = text.find("switchs"); plural != std::string::npos) text.replace(plural, 7, "switches");
  }
  if (!verdict.log_of_estimate) return text;
  const double digits = *verdict.log_of_estimate / std::log(10);
  char estimate[64];
  if (digits < 6) {
    std::snprintf(estimate, sizeof estimate, "%.0f", std::pow(10, digits));
  } else {
    std::snprintf(estimate, sizeof estimate, "10^%.0f", digits);
  }
  return text + "By " + count(verdict.drawn, "order") + " drawn by chance there are about " + estimate + " in all.\n";
}

// An object's members, one after the other.
class Json {
 public:
  Json& text(std::string_view name, std::string_view value) { return raw(name, json_quoted(value)); }
  Json& number(std::string_view name, std::uint64_t value) { return raw(name, std::to_string(value)); }
  Json& flag(std::string_view name, bool value) { return raw(name, value ? "true" : "false"); }
  // `value` is JSON already.
  Json& raw(std::string_view name, std::string_view value) {
    text_ += (text_.empty() ? "{" : ", ") + json_quoted(name) + ": ";
    text_ += value;
    return *this;
  }
  std::string take() { return (text_.empty() ? "{" : text_) + "}"; }

 private:
  std::string text_;
};

template <class Items, class AsJson>
std::string list(const Items& items, AsJson as_json) {
  std::string text = "[";
  for (const auto& item : items) text += (text.size() == 1 ? "" : ", ") + as_json(item);
  return text + "]";
}

std::string list(const std::vector<std::string>& items) {
  return list(items, [](const std::string& item) { return json_quoted(item); });
}

std::string_view name_of(TurnNote::Switch how) {
  switch (how) {
    case TurnNote::Switch::Forced: return "forced";
    case TurnNote::Switch::Incidental: return "incidental";
    case TurnNote::Switch::Matters: return "matters";
  }
  return "";
}

Json json_of(const Verdict& verdict, const Outcome& outcome) {
  Json json;
  json.text("ending", name_of(outcome.end)).raw("status", std::to_string(outcome.status));
  json.text("stdout", outcome.out).text("stderr", outcome.err);
  json.number("traces", outcome.traces).text("schedule", outcome.schedule).number("switches", outcome.switches);
  if (outcome.standstill) {
    json.raw("standstill", Json()
                               .text("heading", outcome.standstill->heading)
                               .raw("sentences", list(outcome.standstill->sentences))
                               .raw("chains", list(outcome.standstill->chains))
                               .take());
  }
  json.raw("turns", list(outcome.turns, [&](const TurnNote& turn) {
             return Json()
                 .text("thread", turn.thread)
                 .text("name", thread_words(verdict, turn.thread))
                 .number("line", turn.line)
                 .text("switch", name_of(turn.how))
                 .take();
           }));
  if (outcome.otherwise) {
    json.raw("otherwise", Json()
                              .text("sentence", sentence_of(verdict, *outcome.otherwise))
                              .text("ending", name_of(outcome.otherwise->end))
                              .text("schedule", outcome.otherwise->schedule)
                              .take());
  }
  return json;
}

std::string json_of(const RaceReport::Side& side) {
  Json json;
  json.text("thread", side.thread).text("name", side.called).number("line", side.line);
  json.text("access", side.writes ? "write" : "read").raw("locks", list(side.locks));
  json.raw("stack", list(side.stack, [](const StackEntry& entry) {
             return Json().text("function", entry.function).number("line", entry.line).take();
           }));
  return json.take();
}

Json json_of(const RaceReport& race) {
  Json json;
  json.text("variable", race.variable).raw("first", json_of(race.first)).raw("second", json_of(race.second));
  json.flag("question", race.is_question).text("schedule", race.schedule);
  if (!race.reversed.empty()) json.text("reversed", race.reversed);
  json.text("sentence", sentence_of(race));
  return json;
}

}  // namespace

namespace {

std::string mode_of(const ExploreOptions& options) {
  Json mode;
  mode.text("switches", options.gil ? "gil" : "anywhere").text("time", options.keeps_durations ? "kept" : "any");
  mode.text("search", options.preemptions   ? "preemptions"
                      : options.random == 0 ? "all"
                      : options.pct == 0    ? "random"
                                            : "pct");
  if (options.pct != 0) mode.number("depth", options.pct);
  mode.number("seed", options.seed);
  return mode.number("steps", options.most_steps).take();
}

std::string seconds_text(double seconds) {
  char text[32];
  std::snprintf(text, sizeof text, "%.3f", seconds);
  return text;
}

constexpr double kGreatestLogarithm = 700;  // of what a double holds

void add_verdict(Json& json, const Verdict& verdict, const ExploreOptions& options) {
  json.flag("complete", verdict.is_complete).number("traces", verdict.traces).number("blocked", verdict.blocked);
  json.raw("outcomes", list(verdict.outcomes, [&](const Outcome& each) { return json_of(verdict, each).take(); }));
  json.raw("races", list(verdict.races, [](const RaceReport& each) { return json_of(each).take(); }));
  json.raw("mode", mode_of(options)).raw("seconds", seconds_text(verdict.seconds));
  if (verdict.preemptions) json.number("preemptions", *verdict.preemptions);
  if (!verdict.log_of_estimate) return;
  char estimate[64];
  std::snprintf(estimate, sizeof estimate, "%.3g", std::exp(std::min(*verdict.log_of_estimate, kGreatestLogarithm)));
  json.number("drawn", verdict.drawn).raw("estimate", estimate);
}

}  // namespace

std::string as_json(const Verdict& verdict, const ExploreOptions& options) {
  Json json;
  add_verdict(json, verdict, options);
  return json.take() + "\n";
}

// What is told of a program is told of all tests together, and then of each.
std::string as_json(std::span<const TestVerdict> tests, const ExploreOptions& options) {
  bool is_complete = true;
  std::uint64_t traces = 0, blocked = 0;
  double seconds = 0;
  std::vector<std::string> outcomes, races;
  for (const auto& [test, verdict] : tests) {
    is_complete &= verdict.is_complete;
    traces += verdict.traces;
    blocked += verdict.blocked;
    seconds += verdict.seconds;
    for (const Outcome& each : verdict.outcomes) outcomes.push_back(json_of(verdict, each).text("test", test).take());
    for (const RaceReport& each : verdict.races) races.push_back(json_of(each).text("test", test).take());
  }
  const auto as_is = [](const std::string& json) { return json; };
  Json json;
  json.flag("complete", is_complete).number("traces", traces).number("blocked", blocked);
  json.raw("outcomes", list(outcomes, as_is)).raw("races", list(races, as_is));
  json.raw("mode", mode_of(options)).raw("seconds", seconds_text(seconds));
  json.raw("tests", list(tests, [&](const TestVerdict& each) {
             Json of_test;
             of_test.text("test", each.test).flag("finding", each.has_finding());
             add_verdict(of_test, each.verdict, options);
             return of_test.take();
           }));
  return json.take() + "\n";
}

std::string as_text(std::span<const TestVerdict> tests, const ExploreOptions& options) {
  std::string text, result;
  for (const TestVerdict& each : tests) {
    const std::string_view word = each.has_finding() ? "wrong" : each.verdict.is_complete ? "proved" : "not finished";
    result += each.test + ": " + std::string(word) + "\n";
    ExploreOptions its_options = options;
    its_options.run.arguments = {each.test};
    text += each.test + "\n\n" + as_text(each.verdict, its_options) + "\n";
  }
  return text + result;
}

std::string as_text(const Verdict& verdict, const ExploreOptions& options) {
  std::string where = options.gil ? "where the GIL can change hands" : "anywhere";
  where += options.keeps_durations ? "; sleeps last as long as they say" : "; any sleep may take longer";
  // What replay is to be given.
  const auto words_for = [&](const std::string& schedule) {
    std::string words = options.seed == 1 ? schedule : "--seed=" + std::to_string(options.seed) + " " + schedule;
    for (const std::string& argument : options.run.arguments) words += " " + argument;
    return words + "\n";
  };
  std::string text;
  if (options.random != 0) {
    text = count(verdict.traces, "execution") + " by chance, which prove nothing about others.\n";
  } else if (verdict.is_complete) {
    text = "All orders were tried: " + count(verdict.traces, "order") + ", with switches " + where + ".\n";
  } else {
    text = "Not all orders were tried: " + count(verdict.traces, "order") + " so far, with switches " + where + ".\n" +
           how_far(verdict);
  }
  for (const Outcome& outcome : verdict.outcomes) {
    text += "\n  In " + count(outcome.traces, "order") + " " + std::string(ending_sentence(outcome.end));
    text +=
        outcome.status != 0 && outcome.end != End::Deadlock ? ", with status " + std::to_string(outcome.status) : "";
    text += outcome.out.empty() && outcome.err.empty() ? ".\n" : ":\n";
    append_lines(text, outcome.out);
    append_lines(text, outcome.err);
    if (outcome.standstill) text += "    " + text_of(*outcome.standstill, "      ");
    if (outcome.is_finding() || verdict.outcomes.size() > 1) append_order(text, verdict, outcome);
    text += "    replay it: " + words_for(outcome.schedule);
  }
  for (const RaceReport& race : verdict.races) {
    text += "\n  " + sentence_of(race) + "\n    replay it: " + words_for(race.schedule);
    if (!race.reversed.empty()) text += "    the other way round: " + words_for(race.reversed);
  }
  return text;
}

}  // namespace threadbook::explore
