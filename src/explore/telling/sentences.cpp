#include "explore/telling/sentences.h"

#include <cstdio>

namespace threadbook::explore {
namespace {

std::string orders(std::uint64_t count) { return std::to_string(count) + (count == 1 ? " order" : " orders"); }

std::string length_of(double seconds) {
  char text[32];
  if (seconds < 0.1) {
    std::snprintf(text, sizeof text, seconds < 0.01 ? "%.1f ms" : "%.0f ms", seconds * 1e3);
  } else {
    std::snprintf(text, sizeof text, "%.1f s", seconds);
  }
  return text;
}

}  // namespace

std::string heading_of(const Verdict& verdict, const ExploreOptions& options, bool goes_on) {
  if (goes_on) return verdict.traces == 0 ? "Looking for orders" : "Looking: " + orders(verdict.traces) + " so far";
  const std::string time = ", in " + length_of(verdict.seconds);
  if (options.random != 0) return orders(verdict.traces) + " tried by chance" + time;
  if (!verdict.is_complete) return "Stopped after " + orders(verdict.traces) + time;
  return verdict.traces == 1 ? "There is one order only" + time : "All " + orders(verdict.traces) + " tried" + time;
}

std::string rests_on(const Verdict& verdict, const ExploreOptions& options) {
  std::string text = options.gil ? "Threads switch only where the GIL can change hands" : "Threads may switch anywhere";
  text += options.keeps_durations ? ", and sleeps last as long as they say." : ", and any sleep may take longer.";
  if (verdict.is_complete) text += options.gil ? " Then nothing else can happen." : " Nothing else can happen.";
  return text;
}

std::string thread_words(std::string_view name) { return name == "0" ? "main" : "thread " + std::string(name); }

namespace {

// What an end is called by tools, in few words, and in a sentence that says in how many orders it comes; as End.
struct EndWords {
  std::string_view name, words, sentence;
};
constexpr EndWords kEnds[] = {
    {"finished", "ends well", "it ends"},
    {"raised", "an exception is not caught", "an exception is not caught"},
    {"deadlock", "deadlock", "threads are left that can never go on"},
    {"livelock", "goes round for ever", "threads are left that go round for ever and wait for what nobody will change"},
    {"limit", "does not end", "it does not end within the steps it was given"},
    {"stopped", "stopped", "it was stopped"},
};

const EndWords& words_for(End end) { return kEnds[static_cast<std::size_t>(end)]; }

}  // namespace

std::string_view name_of(End end) { return words_for(end).name; }
std::string_view ending_words(End end) { return words_for(end).words; }
std::string_view ending_sentence(End end) { return words_for(end).sentence; }

std::string thread_words(const Verdict& verdict, std::string_view name) {
  for (const auto& [thread, called] : verdict.threads) {
    if (thread == name) return called;
  }
  return thread_words(name);
}

std::string turn_words(const Verdict& verdict, const TurnNote& turn) {
  const std::string who = thread_words(verdict, turn.thread);
  if (turn.line == 0) return who + " to its end";
  return who + " to line " + std::to_string(turn.line) + ": " + turn.code;
}

std::string sentence_of(const Verdict& verdict, const Difference& difference) {
  std::string text = "It ends otherwise";
  std::string_view out = difference.out;
  if (out.ends_with('\n')) out.remove_suffix(1);
  if (difference.end != End::Finished) {
    text += ": " + std::string(ending_sentence(difference.end));
  } else if (!out.empty() && out.size() < 60 && out.find('\n') == std::string_view::npos) {
    text += ", and prints " + std::string(out);
  }
  const auto side = [&](const Difference::Side& its) {
    const std::string who = thread_words(verdict, its.thread);
    if (its.line == 0) return who + (its.is_first ? " begins" : " ends");
    return who + " goes on in line " + std::to_string(its.line) + " (" + its.code + ")";
  };
  return text + ", if " + side(difference.earlier) + " before " + side(difference.later) + ".";
}

std::string text_of(const Standstill& standstill, std::string_view indent) {
  std::string text = standstill.heading + "\n";
  const auto add = [&](const std::string& line) {
    text += indent;
    text += line + "\n";
  };
  for (const std::string& sentence : standstill.sentences) add(sentence);
  for (const std::string& chain : standstill.chains) add(chain);
  return text;
}

namespace {

std::string list_of(const std::vector<std::string>& words) {
  std::string text;
  for (std::size_t i = 0; i < words.size(); ++i)
    text += (i == 0 ? "" : i + 1 == words.size() ? " and " : ", ") + words[i];
  return text;
}

std::string side_words(const RaceReport::Side& side) {
  std::string text = side.called.empty() ? thread_words(side.thread) : side.called;
  text += (side.writes ? " writes it in line " : " reads it in line ") + std::to_string(side.line);
  for (std::size_t i = 1; i < side.stack.size(); ++i)
    text += ", called from line " + std::to_string(side.stack[i].line);
  return side.locks.empty() ? text : text + ", holding " + list_of(side.locks);
}

}  // namespace

std::string sentence_of(const RaceReport& race) {
  std::string text = "Race" + (race.variable.empty() ? std::string(": ") : " on " + race.variable + ": ") +
                     side_words(race.first) + ", " + side_words(race.second) + ", and nothing says which comes first";
  text += race.first.locks.empty() && race.second.locks.empty() ? ": neither holds a lock." : ": no lock in common.";
  if (race.is_question)
    text += " What reads only asks, as one polls a flag: it may be meant so, and opinions differ whether it should.";
  return text;
}

}  // namespace threadbook::explore
