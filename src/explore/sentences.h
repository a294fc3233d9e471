// A verdict in sentences that a learner understands, piece by piece: for whoever lays them out.
//
// Pure functions.
#pragma once

#include <string>
#include <string_view>

#include "explore/explorer.h"

namespace threadbook::explore {

// "All 4 orders tried, in 3 ms", "Looking: 1204 orders so far". `goes_on`: the search does.
std::string heading_of(const Verdict& verdict, const ExploreOptions& options, bool goes_on);
// What the verdict rests on: where threads could be switched, what of time, and what that means.
std::string rests_on(const Verdict& verdict, const ExploreOptions& options);
// What a thread is called here: "main", "thread 2", "thread 2:1".
std::string thread_words(std::string_view name);
// Of an end that is a finding: "deadlock", "an exception is not caught".
std::string_view ending_words(End end);
// "Race on counter: …"
std::string sentence_of(const RaceReport& race);

}  // namespace threadbook::explore
