// What stood how at a moment of a story: who held what, who waited for what. For whoever asks of one thread or thing.
//
// Pure functions. Costs: a search by halves for each lane.
#pragma once

#include <string>
#include <vector>

#include "trace/story.h"

namespace threadbook::trace {

// Pairs point into the story, until its next take().
struct Held {
  const ThingLane* thing;
  const Holding* holding;
};
struct Waiter {
  const ThreadLane* thread;
  const Span* span;
};

// The locks a thread held.
std::vector<Held> held_by(const Story& story, ThreadNumber thread, Time time);
// The threads that waited for a thing.
std::vector<Waiter> waiters_of(const Story& story, ThingNumber thing, Time time);

// In sentences: "Ann waited 0.3 s in line 9 for knife", "It held fork since line 8.", "Bob waited for fork in line 9,
// 0.1 s by then."
std::vector<std::string> facts_of(const Story& story, const ThreadLane& lane, Time time);
std::vector<std::string> facts_of(const Story& story, const ThingLane& lane, Time time);

}  // namespace threadbook::trace
