// Which rows the lanes of a story have: one for each thread, one for each thing. Where there are too many threads,
// those that do the same share a row, which can be opened.
//
// Pure functions. Costs: linear in threads and things.
#pragma once

#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "trace/story.h"

namespace threadbook::trace {

// Points into the story, until its next take().
struct ThreadRow {
  std::vector<const ThreadLane*> lanes;  // one; of a group all its members, also where it is open
  std::string group;                     // what they are called in common; empty: a thread by itself
  bool is_member = false;                // one thread of an open group, whose row stands above
  bool is_open = false;                  // of a group: (some of) its members follow
  bool is_group() const { return !group.empty() && !is_member; }
  const ThreadLane& lane() const { return *lanes.front(); }
};

struct RowsWish {
  std::size_t most_threads = 8;  // rows; more threads than that are put into groups
  std::size_t most_things = 6;
  std::set<std::string> open;  // groups
};

// In the order in which the threads were started; a group stands where its first does. Of those that are still too many
// the main thread, the living and the latest are shown.
std::vector<ThreadRow> thread_rows(const Story& story, const RowsWish& wish);

// Those that were waited for, and then those that have a name, in the order in which they were used first.
std::vector<const ThingLane*> chosen_things(const Story& story, std::size_t most);

// What a thread of that name does: "Thread-7 (work)" its target, "work"; else the name without the number at its end.
std::string group_of(std::string_view name);

}  // namespace threadbook::trace
