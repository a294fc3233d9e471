// What happened, in sentences: the same for who sees the lanes, for who listens, and for who reads a terminal.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "trace/lanes.h"

namespace threadbook::trace {

using Namer = std::function<std::string(ThreadNumber)>;

// `fork`; a lock first used in line 12; the lock of ready. As part of a sentence.
std::string name_of(const python::Thing& thing);
// "Lock", "Condition"
std::string_view kind_word(python::ThingKind kind);

// Why the threads cannot go on: a heading and a sentence for each thread.
struct Explanation {
  std::string heading;                 // "Deadlock: Ann and Bob wait for each other."
  std::vector<std::string> sentences;  // "Ann waits in line 9 for knife, which Bob holds since line 8."
};
Explanation explain(const std::vector<Waiting>& stuck, const std::vector<python::Thing>& things, const Namer& name);

// ---- of a story ----

// "0.304 s"
std::string time_text(Time time);
// "12 ms", "0.304 s", "3 us"
std::string length_text(Time length);
// "running", "waits-for-gil"
std::string_view state_word(State state);
// What a span says of itself in few words: "waits for knife, held by Bob".
std::string state_words(const Story& story, const Span& span);
// The whole: "Ann waited 0.31 s in line 9 for knife, which Bob held since line 8; Bob woke it."
std::string sentence(const Story& story, const ThreadLane& lane, const Span& span);
// What a stretch of time adds up to: "Ann ran 2 ms, waited 300 ms for knife; Bob slept 0.3 s; two or more ran at once
// for 41 % of the time."
std::string totals_words(const Story& story, const TimeRange& range);
// What a thing's span says: "Bob, line 8", "2 left", "set".
std::string holding_words(const Story& story, const ThingLane& thing, const Holding& held);

}  // namespace threadbook::trace
