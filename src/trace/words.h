// What happened, in sentences: the same for who sees the lanes, for who listens, and for who reads a terminal.
#pragma once

#include <string>
#include <vector>

#include "trace/lanes.h"

namespace threadbook::trace {

// `fork`; a lock first used in line 12; the lock of ready. As part of a sentence.
std::string name_of(const python::Thing& thing);
// "Lock", "Condition"
std::string_view kind_word(python::ThingKind kind);

// " in line 12", " since line 12"; nothing for line 0.
std::string in_line(std::uint32_t line);
std::string since_line(std::uint32_t line);

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
// "Ann printed 12 bytes in line 9."
std::string sentence(const Story& story, const Mark& mark);
// What a stretch of time adds up to: for each thread that did something "Ann ran 2 ms, waited 300 ms for knife", and
// last how much of it two or more ran at once.
std::vector<std::string> totals_lines(const Story& story, const TimeRange& range);
// The same as one sentence, of the first threads.
std::string totals_words(const Story& story, const TimeRange& range);
// "never did two run at once", "two or more ran at once for 41 % of the time"
std::string together_words(const Totals& totals);
// "work, 40 threads"
std::string row_name(const ThreadRow& group);
// "3 run, 37 wait": of a group, in one place.
std::string crowd_words(const CrowdBox& box);
// What a thing's span says: "Bob, line 8", "2 left", "set".
std::string holding_words(const Story& story, const ThingLane& thing, const Holding& held);

}  // namespace threadbook::trace
