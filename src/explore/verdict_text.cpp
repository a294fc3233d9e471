#include <cstdio>
#include <string>

#include "explore/explorer.h"
#include "explore/sentences.h"

namespace threadbook::explore {

namespace {

// As a JSON string, quotes included. What is no UTF-8 cannot be here: the engine's output is text.
std::string quoted(std::string_view text) {
  std::string result = "\"";
  for (char c : text) {
    switch (c) {
      case '"': result += "\\\""; break;
      case '\\': result += "\\\\"; break;
      case '\n': result += "\\n"; break;
      case '\r': result += "\\r"; break;
      case '\t': result += "\\t"; break;
      default:
        if (static_cast<unsigned char>(c) < 0x20) {
          char code[8];
          std::snprintf(code, sizeof code, "\\u%04x", static_cast<unsigned>(c));
          result += code;
        } else {
          result += c;
        }
    }
  }
  return result + '"';
}

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

std::string_view sentence_of(End end) {
  switch (end) {
    case End::Finished: return "it ends";
    case End::Raised: return "an exception is not caught";
    case End::Deadlock: return "threads are left that can never go on";
    case End::Livelock: return "threads are left that go round for ever and wait for what nobody will change";
    case End::Limit: return "it does not end within the steps it was given";
    case End::Stopped: return "it was stopped";
  }
  return "";
}

}  // namespace

std::string_view name_of(End end) {
  switch (end) {
    case End::Finished: return "finished";
    case End::Raised: return "raised";
    case End::Deadlock: return "deadlock";
    case End::Livelock: return "livelock";
    case End::Limit: return "limit";
    case End::Stopped: return "stopped";
  }
  return "";
}

std::string as_json(const Verdict& verdict, const ExploreOptions& options) {
  std::string text = "{\"complete\": ";
  text += verdict.is_complete ? "true" : "false";
  text += ", \"traces\": " + std::to_string(verdict.traces) + ", \"blocked\": " + std::to_string(verdict.blocked);
  text += ", \"outcomes\": [";
  bool is_first = true;
  for (const Outcome& outcome : verdict.outcomes) {
    text += is_first ? "{" : ", {";
    is_first = false;
    text += "\"ending\": " + quoted(name_of(outcome.end)) + ", \"status\": " + std::to_string(outcome.status);
    text += ", \"stdout\": " + quoted(outcome.out) + ", \"stderr\": " + quoted(outcome.err);
    text += ", \"traces\": " + std::to_string(outcome.traces) + ", \"schedule\": " + quoted(outcome.schedule) + "}";
  }
  text += "], \"races\": [";
  is_first = true;
  for (const RaceReport& race : verdict.races) {
    text += is_first ? "{" : ", {";
    is_first = false;
    const auto side = [](const RaceReport::Side& its) {
      return "{\"thread\": " + quoted(its.thread) + ", \"line\": " + std::to_string(its.line) +
             ", \"access\": " + (its.writes ? "\"write\"}" : "\"read\"}");
    };
    text += "\"variable\": " + quoted(race.variable) + ", \"first\": " + side(race.first);
    text += ", \"second\": " + side(race.second) + ", \"question\": " + (race.is_question ? "true" : "false");
    text += ", \"schedule\": " + quoted(race.schedule) + "}";
  }
  text += "], \"mode\": {\"switches\": ";
  text += options.gil ? "\"gil\"" : "\"anywhere\"";
  text += ", \"time\": ";
  text += options.keeps_durations ? "\"kept\"" : "\"any\"";
  text += ", \"search\": ";
  text += options.random != 0 ? "\"random\", \"seed\": " + std::to_string(options.seed) : "\"all\"";
  text += ", \"steps\": " + std::to_string(options.most_steps);
  char seconds[32];
  std::snprintf(seconds, sizeof seconds, "%.3f", verdict.seconds);
  return text + "}, \"seconds\": " + seconds + "}\n";
}

std::string as_text(const Verdict& verdict, const ExploreOptions& options) {
  const std::string where = options.gil ? "where the GIL can change hands" : "anywhere";
  std::string text;
  if (options.random != 0) {
    text = count(verdict.traces, "execution") + " by chance, which prove nothing about others.\n";
  } else if (verdict.is_complete) {
    text = "All orders were tried: " + count(verdict.traces, "order") + ", with switches " + where + ".\n";
  } else {
    text = "Not all orders were tried: " + count(verdict.traces, "order") + " so far, with switches " + where + ".\n";
  }
  for (const Outcome& outcome : verdict.outcomes) {
    text += "\n  In " + count(outcome.traces, "order") + " " + std::string(sentence_of(outcome.end));
    text +=
        outcome.status != 0 && outcome.end != End::Deadlock ? ", with status " + std::to_string(outcome.status) : "";
    text += outcome.out.empty() && outcome.err.empty() ? ".\n" : ":\n";
    append_lines(text, outcome.out);
    append_lines(text, outcome.err);
    text += "    replay it: " + outcome.schedule + "\n";
  }
  for (const RaceReport& race : verdict.races) text += "\n  " + sentence_of(race) + "\n";
  return text;
}

}  // namespace threadbook::explore
