#include "trace/words.h"

#include <algorithm>
#include <cstdio>

namespace threadbook::trace {
namespace {

using python::Thing;
using python::ThingKind;
using python::ThreadActivity;

std::string_view ended_word(const Span& span) { return span.outcome == Outcome::Open ? " waits " : " waited "; }

// "for knife", "for Ann to end"
std::string object_of(const Story& story, const Span& span) {
  if (span.what == ThreadActivity::Joining) return "for " + story.name_of(span.joined) + " to end";
  if (span.what == ThreadActivity::Starting) return "for " + story.name_of(span.joined) + " to begin";
  if (const ThingLane* thing = story.thing(span.thing)) {
    return (thing->thing.kind == ThingKind::Barrier ? "at " : "for ") + name_of(thing->thing);
  }
  const std::string words(activity_words(span.what));
  return words.starts_with("waits ") ? words.substr(6) : words;
}

}  // namespace

std::string in_line(std::uint32_t line) { return line == 0 ? "" : " in line " + std::to_string(line); }
std::string since_line(std::uint32_t line) { return line == 0 ? "" : " since line " + std::to_string(line); }

std::string length_text(Time length) {
  char text[32];
  const auto ns = static_cast<double>(length);
  if (length < 1'000'000) {
    std::snprintf(text, sizeof text, "%.0f \u00b5s", ns / 1e3);
  } else if (length < 100'000'000) {
    std::snprintf(text, sizeof text, length < 10'000'000 ? "%.1f ms" : "%.0f ms", ns / 1e6);
  } else {
    std::snprintf(text, sizeof text, length < 10'000'000'000 ? "%.2f s" : "%.1f s", ns / 1e9);
  }
  return text;
}

std::string time_text(Time time) {
  char text[32];
  std::snprintf(text, sizeof text, "%.4f s", static_cast<double>(time) / 1e9);
  return text;
}

std::string_view state_word(State state) {
  switch (state) {
    case State::Starting: return "starting";
    case State::Running: return "running";
    case State::WaitingForGil: return "waiting-for-gil";
    case State::Waiting: return "waiting";
    case State::Folded: return "folded";
  }
  return "";
}

std::string state_words(const Story& story, const Span& span) {
  switch (span.state) {
    case State::Starting: return "starts";
    case State::Running: return "runs";
    case State::WaitingForGil: return "waits for the GIL";
    case State::Folded: return "told in totals only";
    case State::Waiting: break;
  }
  if (span.what == ThreadActivity::Sleeping) return "sleeps";
  std::string words = "waits " + object_of(story, span);
  if (span.holder != 0) words += ", held by " + story.name_of(span.holder);
  return words;
}

std::string sentence(const Story& story, const ThreadLane& lane, const Span& span) {
  const std::string length = length_text(span.end - span.begin);
  switch (span.state) {
    case State::Starting: return lane.name + " was started " + length + " before it ran.";
    case State::Running: return lane.name + " ran for " + length + in_line(span.line) + ".";
    case State::WaitingForGil: return lane.name + " could have run, but waited " + length + " for the GIL.";
    case State::Folded: return lane.name + ": what it did in these " + length + " is told in totals only.";
    case State::Waiting: break;
  }
  if (span.what == ThreadActivity::Sleeping) {
    return lane.name + (span.outcome == Outcome::Open ? " has slept for " : " slept for ") + length +
           in_line(span.line) + ".";
  }
  std::string text =
      lane.name + std::string(ended_word(span)) + length + in_line(span.line) + " " + object_of(story, span);
  if (span.holder != 0) {
    text += ", which " + story.name_of(span.holder) + (span.outcome == Outcome::Open ? " holds" : " held") +
            since_line(span.holder_line);
  }
  switch (span.outcome) {
    case Outcome::Open: return text + ".";
    case Outcome::TimedOut: return text + ", and gave up.";
    case Outcome::Interrupted: return text + ", and was interrupted.";
    case Outcome::Got: break;
  }
  if (span.woken_by != 0 && span.joined == 0) text += "; " + story.name_of(span.woken_by) + " woke it";
  return text + ".";
}

std::string sentence(const Story& story, const Mark& mark) {
  const std::string who = story.name_of(mark.thread);
  if (mark.is_exception()) {
    return who + " was ended by an exception" + (mark.line != 0 ? " raised in line " + std::to_string(mark.line) : "") +
           ".";
  }
  return who + " printed " + std::to_string(mark.bytes) + (mark.bytes == 1 ? " byte" : " bytes") + in_line(mark.line) +
         ".";
}

std::string together_words(const Totals& totals) {
  const Time percent = totals.length == 0 ? 0 : (100 * totals.together + totals.length / 2) / totals.length;
  if (percent == 0) return "never did two run at once";
  return "two or more ran at once for " + std::to_string(percent) + " % of the time";
}

std::vector<std::string> totals_lines(const Story& story, const TimeRange& range) {
  const Totals totals = story.totals(range.begin, range.end);
  std::vector<std::string> lines;
  for (const Totals::OfThread& own : totals.threads) {
    std::string doings;
    const auto add = [&](std::string_view verb, Time time, const std::string& object) {
      if (time <= 0) return;
      doings += (doings.empty() ? " " : ", ") + std::string(verb) + " " + length_text(time) + object;
    };
    add("ran", own.in[static_cast<std::size_t>(State::Running)], "");
    add("waited", own.in[static_cast<std::size_t>(State::WaitingForGil)], " for the GIL");
    for (const auto& [number, time] : own.waited) {
      const ThingLane* thing = story.thing(number);
      if (thing == nullptr) {
        add("slept", own.slept, "");
        add("waited", own.joined, " for others to end");
        add("waited", time - own.slept - own.joined, "");
      } else {
        add("waited", time, " for " + name_of(thing->thing));
      }
    }
    if (!doings.empty()) lines.push_back(story.name_of(own.thread) + doings);
  }
  if (story.threads().size() > 1 && totals.length > 0) lines.push_back(together_words(totals));
  return lines;
}

std::string totals_words(const Story& story, const TimeRange& range) {
  constexpr std::size_t kMost = 6;
  const std::vector<std::string> lines = totals_lines(story, range);
  std::string text = length_text(range.length()) + ": ";
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (i >= kMost && i + 1 != lines.size()) continue;
    text += (i > 0 ? "; " : "") + lines[i];
  }
  return text + ".";
}

std::string row_name(const ThreadRow& group) {
  return group.group + ", " + std::to_string(group.lanes.size()) + " threads";
}

std::string crowd_words(const CrowdBox& box) {
  const auto count = [](float value) {
    char text[24];
    std::snprintf(text, sizeof text, value < 9.95f ? "%.1f" : "%.0f", static_cast<double>(value));
    std::string_view words = text;
    if (words.ends_with(".0")) words.remove_suffix(2);
    return std::string(words);
  };
  return count(box.running) + " run, " + count(box.waiting) + " wait";
}

std::string holding_words(const Story& story, const ThingLane& thing, const Holding& held) {
  if (held.folded > 0) return story.name_of(held.holder) + ", " + std::to_string(held.folded) + " times";
  switch (thing.thing.kind) {
    case ThingKind::Lock:
    case ThingKind::RLock:
    case ThingKind::Import:
      return story.name_of(held.holder) + (held.line != 0 ? ", line " + std::to_string(held.line) : "");
    case ThingKind::Semaphore: return std::to_string(held.value) + " left";
    case ThingKind::Event: return held.value != 0 ? "set" : "not set";
    case ThingKind::Barrier: return std::to_string(held.value) + " arrived";
    case ThingKind::Condition: return held.value == 1 ? "1 waits" : std::to_string(held.value) + " wait";
    case ThingKind::Queue: return held.value == 1 ? "1 item" : std::to_string(held.value) + " items";
    case ThingKind::Future: return "done";
  }
  return "";
}

std::string_view kind_word(ThingKind kind) {
  switch (kind) {
    case ThingKind::Lock: return "Lock";
    case ThingKind::RLock: return "RLock";
    case ThingKind::Condition: return "Condition";
    case ThingKind::Semaphore: return "Semaphore";
    case ThingKind::Event: return "Event";
    case ThingKind::Barrier: return "Barrier";
    case ThingKind::Queue: return "Queue";
    case ThingKind::Future: return "Future";
    case ThingKind::Import: return "import";
  }
  return "";
}

std::string name_of(const Thing& thing) {
  if (thing.kind == ThingKind::Import) return "an import";
  std::string name = thing.name;
  if (!thing.owner.empty()) name += " of <" + thing.owner + " \u2026>";
  if (name.empty()) {
    const std::string word(kind_word(thing.kind));
    name = (word == "RLock" ? "an " : "a ") + word +
           (thing.line != 0 ? " first used in line " + std::to_string(thing.line) : "");
    if (thing.kind == ThingKind::Event) name.insert(1, "n");
  }
  return thing.is_part ? "the lock of " + name : name;
}

}  // namespace threadbook::trace
