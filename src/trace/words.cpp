#include "trace/words.h"

#include <algorithm>
#include <cstdio>

namespace threadbook::trace {
namespace {

using python::Thing;
using python::ThingKind;
using python::ThreadActivity;

const Thing* thing_of(const std::vector<Thing>& things, ThingNumber number) {
  const auto found = std::find_if(things.begin(), things.end(), [&](const Thing& t) { return t.number == number; });
  return found == things.end() ? nullptr : &*found;
}

std::string in_line(std::uint32_t line) { return line == 0 ? "" : " in line " + std::to_string(line); }
std::string since_line(std::uint32_t line) { return line == 0 ? "" : " since line " + std::to_string(line); }

std::string list_of(const std::vector<std::string>& words) {
  std::string text;
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (i > 0) text += i + 1 == words.size() ? " and " : ", ";
    text += words[i];
  }
  return text;
}

const Waiting* waiting_of(const std::vector<Waiting>& stuck, ThreadNumber thread) {
  const auto found = std::find_if(stuck.begin(), stuck.end(), [&](const Waiting& w) { return w.thread == thread; });
  return found == stuck.end() ? nullptr : &*found;
}

// The thread that this one waits for, if it is one.
ThreadNumber awaited(const Waiting& waiting) {
  return waiting.what == ThreadActivity::Joining ? waiting.joined : waiting.holder;
}

// A ring of threads that wait for each other, from its lowest number on; empty if there is none.
std::vector<const Waiting*> ring_in(const std::vector<Waiting>& stuck) {
  for (const Waiting& first : stuck) {
    std::vector<const Waiting*> path{&first};
    while (const Waiting* next = waiting_of(stuck, awaited(*path.back()))) {
      if (next == &first) return path;
      if (std::find(path.begin(), path.end(), next) != path.end()) break;  // leads into another's ring
      path.push_back(next);
    }
  }
  return {};
}

std::string what_is_missing(const Waiting& waiting, const Thing* thing) {
  const std::string what = thing != nullptr ? name_of(*thing) : std::string(activity_words(waiting.what));
  switch (waiting.what) {
    case ThreadActivity::WaitingForEvent: return "for " + what + " to be set, and nobody is left who could set it";
    case ThreadActivity::WaitingForCondition:
      return "for " + what + " to be notified, and nobody is left who could do that";
    case ThreadActivity::WaitingForSemaphore: return "for " + what + ", which nobody is left to release";
    case ThreadActivity::WaitingForBarrier: return "at " + what + " for others, and nobody is left who could come";
    case ThreadActivity::WaitingForQueue: return "for " + what + ", and nobody is left who could serve it";
    case ThreadActivity::WaitingForResult: return "for a result, and nobody is left who could give it";
    default: return "for " + what + ", which nobody is left to release";
  }
}

std::string sentence_of(const Waiting& waiting, const std::vector<Thing>& things, const Namer& name) {
  const std::string who = name(waiting.thread) + " waits" + in_line(waiting.line) + " ";
  if (waiting.what == ThreadActivity::Joining) return who + "for " + name(waiting.joined) + " to end.";
  const Thing* thing = thing_of(things, waiting.thing);
  if (thing != nullptr && waiting.holder != 0) {
    const std::string held = "for " + name_of(*thing) + ", which ";
    if (waiting.holder == waiting.thread) {
      return who + held + "it holds itself" + since_line(waiting.holder_line) +
             (thing->kind == ThingKind::Lock ? ": a Lock can be taken once only, an RLock again." : ".");
    }
    if (waiting.holder_has_ended) {
      return who + held + name(waiting.holder) + " took in line " + std::to_string(waiting.holder_line) +
             " and never released: it has ended.";
    }
    return who + held + name(waiting.holder) + " holds" + since_line(waiting.holder_line) + ".";
  }
  return who + what_is_missing(waiting, thing) + ".";
}

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
    return lane.name + (span.outcome == Outcome::Open ? " sleeps since " : " slept for ") + length +
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

std::string totals_words(const Story& story, const TimeRange& range) {
  const Totals totals = story.totals(range.begin, range.end);
  std::string text = length_text(totals.length) + ": ";
  std::size_t told = 0;
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
        add("waited or slept", time, "");
      } else {
        add("waited", time, " for " + name_of(thing->thing));
      }
    }
    if (doings.empty()) continue;
    constexpr std::size_t kMost = 6;
    if (++told > kMost) continue;
    text += (told > 1 ? "; " : "") + story.name_of(own.thread) + doings;
  }
  if (story.threads().size() > 1 && totals.length > 0) {
    const Time percent = (100 * totals.together + totals.length / 2) / totals.length;
    text += (told > 0 ? "; " : "") +
            (percent == 0 ? std::string("never did two run at once")
                          : "two or more ran at once for " + std::to_string(percent) + " % of the time");
  }
  return text + ".";
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

Explanation explain(const std::vector<Waiting>& stuck, const std::vector<Thing>& things, const Namer& name) {
  Explanation result;
  const std::vector<const Waiting*> ring = ring_in(stuck);
  std::vector<std::string> names;
  if (ring.size() == 1) {
    result.heading = "Deadlock: " + name(ring[0]->thread) + " waits for itself.";
  } else if (!ring.empty()) {
    for (const Waiting* waiting : ring) names.push_back(name(waiting->thread));
    result.heading = "Deadlock: " + list_of(names) +
                     (ring.size() == 2 ? " wait for each other." : " wait for each other, in a ring.");
  } else {
    for (const Waiting& waiting : stuck) names.push_back(name(waiting.thread));
    if (names.size() > 4) names = {std::to_string(names.size()) + " threads"};
    result.heading = "Standstill: " + list_of(names) + " can never go on.";
  }
  for (const Waiting* waiting : ring) result.sentences.push_back(sentence_of(*waiting, things, name));
  for (const Waiting& waiting : stuck) {
    if (std::none_of(ring.begin(), ring.end(), [&](const Waiting* w) { return w->thread == waiting.thread; }))
      result.sentences.push_back(sentence_of(waiting, things, name));
  }
  return result;
}

}  // namespace threadbook::trace
