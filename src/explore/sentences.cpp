#include "explore/sentences.h"

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

std::string_view ending_words(End end) {
  switch (end) {
    case End::Finished: return "ends well";
    case End::Raised: return "an exception is not caught";
    case End::Deadlock: return "deadlock";
    case End::Limit: return "does not end";
    case End::Stopped: return "stopped";
    case End::Livelock: return "goes round for ever";
  }
  return "";
}

std::string sentence_of(const RaceReport& race) {
  const auto side = [](const RaceReport::Side& its) {
    return thread_words(its.thread) + (its.writes ? " writes it in line " : " reads it in line ") +
           std::to_string(its.line);
  };
  std::string text = "Race" + (race.variable.empty() ? std::string(": ") : " on " + race.variable + ": ") +
                     side(race.first) + ", " + side(race.second) + ", and nothing says which comes first.";
  if (race.is_question) text += " The read only asks; perhaps it is meant so.";
  return text;
}

}  // namespace threadbook::explore
