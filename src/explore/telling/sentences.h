// A verdict in sentences that a learner understands, piece by piece: for whoever lays them out.
//
// Pure functions.
#pragma once

#include <string>
#include <string_view>

#include "explore/verdict.h"

namespace threadbook::explore {

// "All 4 orders tried, in 3 ms", "Looking: 1204 orders so far". `goes_on`: the search does.
std::string heading_of(const Verdict& verdict, const ExploreOptions& options, bool goes_on);
// What the verdict rests on: where threads could be switched, what of time, and what that means.
std::string rests_on(const Verdict& verdict, const ExploreOptions& options);
// What a thread is called where the program's name for it is not known: "main", "thread 2", "thread 2:1".
std::string thread_words(std::string_view name);
// The same where the verdict may know it.
std::string thread_words(const Verdict& verdict, std::string_view name);
// "Thread-1 (add) to line 12: x = v + 1", "Thread-1 (add) to its end"
std::string turn_words(const Verdict& verdict, const TurnNote& turn);
// "It ends otherwise, and prints 2, if Ann goes on in line 9 (x = v + 1) before Bob does in line 8 (v = x)."
std::string sentence_of(const Verdict& verdict, const Difference& difference);
// All of it, a line a sentence; those after the first begin with `indent`.
std::string text_of(const Standstill& standstill, std::string_view indent);
// Of an end that is a finding: "deadlock", "an exception is not caught".
std::string_view ending_words(End end);
// "it ends", "threads are left that can never go on"
std::string_view ending_sentence(End end);
// "Race on counter: Ann writes it in line 9, holding fork, and Bob reads it in line 12, holding no lock: …"
std::string sentence_of(const RaceReport& race);

}  // namespace threadbook::explore
