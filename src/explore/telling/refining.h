// Refining: what an order that leads to a result is about.
//
// A search comes upon some order for each result. Of the switches in it many are chance: the thread that was left could
// as well have gone on. So each switch that nothing forces is undone, by letting the thread go on as far as it can, and
// what comes of that is looked at; likewise where two turns change places. Where it is the same, with fewer switches,
// that order is told instead. Where it is something else, a switch that was undone matters, and the last such change is
// where the order parts from the nearest that ends otherwise.
//
// Costs: two executions for each switch, and that again as long as there turn out to be fewer.
#pragma once

#include <atomic>
#include <string_view>

#include "explore/verdict.h"

namespace threadbook::explore {

// Does that to the first outcomes of the verdict, no more than some. Ends soon once `stops` is true. Blocks.
void refine(Verdict& verdict, std::string_view source, const ExploreOptions& options, const std::atomic<bool>& stops);

}  // namespace threadbook::explore
