// Names for threads that are the same in every execution: a thread is known by whose child it is, and the how-manieth.
//
// Within a search it has a number for that, in the order in which such threads are first met; for a schedule, which is
// to mean the same to everybody, a name: "0" the main thread, "2" its second child, "2:1" the first child of that.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "explore/scheduler.h"

namespace threadbook::explore {

// Thread safety: none.
class ThreadNames {
 public:
  // The number of the thread that `parent` has started after `before` others.
  ThreadNumber child(ThreadNumber parent, std::uint32_t before) {
    const auto [entry, is_new] = numbers_.try_emplace({parent, before}, static_cast<ThreadNumber>(names_.size()));
    if (is_new) names_.push_back((parent == 0 ? "" : names_[parent] + ":") + std::to_string(before + 1));
    return entry->second;
  }
  [[nodiscard]] const std::string& name_of(ThreadNumber thread) const { return names_[thread]; }

 private:
  std::map<std::pair<ThreadNumber, std::uint32_t>, ThreadNumber> numbers_;
  std::vector<std::string> names_{"0"};
};

}  // namespace threadbook::explore
