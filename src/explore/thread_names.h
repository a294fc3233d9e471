// Numbers for threads that are the same in every execution: a thread is known by whose child it is, and the
// how-manieth. The main thread is number 0.
#pragma once

#include <cstdint>
#include <map>
#include <utility>

#include "explore/scheduler.h"

namespace threadbook::explore {

// Thread safety: none.
class ThreadNames {
 public:
  // The number of the thread that `parent` has started after `before` others.
  ThreadNumber child(ThreadNumber parent, std::uint32_t before) {
    return numbers_.try_emplace({parent, before}, static_cast<ThreadNumber>(numbers_.size() + 1)).first->second;
  }

 private:
  std::map<std::pair<ThreadNumber, std::uint32_t>, ThreadNumber> numbers_;
};

}  // namespace threadbook::explore
