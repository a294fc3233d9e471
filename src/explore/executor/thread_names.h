// Names for threads that are the same in every execution: a thread is known by whose child it is, and the how-manieth.
//
// Within a search it has a number for that, in the order in which such threads are first met; for a schedule, which is
// to mean the same to everybody, a name: "0" the main thread, "2" its second child, "2:1" the first child of that.
#pragma once

#include <cstdint>
#include <deque>
#include <map>
#include <string>
#include <utility>

#include "explore/executor/scheduler.h"
#include "runtime/guard.h"
#include "runtime/small_mutex.h"

namespace threadbook::explore {

// Thread safety: every function from any thread.
class ThreadNames {
 public:
  // The number of the thread that `parent` has started after `before` others.
  ThreadNumber child(ThreadNumber parent, std::uint32_t before) {
    runtime::Guard guard(mutex_);
    const auto [entry, is_new] = numbers_.try_emplace({parent, before}, static_cast<ThreadNumber>(names_.size()));
    if (is_new) names_.push_back((parent == 0 ? "" : names_[parent] + ":") + std::to_string(before + 1));
    return entry->second;
  }
  [[nodiscard]] const std::string& name_of(ThreadNumber thread) const {
    runtime::Guard guard(mutex_);
    return names_[thread];
  }
  // The same for each of that name.
  [[nodiscard]] std::uint64_t hash_of(ThreadNumber thread) const {
    std::uint64_t hash = 0;
    for (char c : name_of(thread)) hash = (hash ^ static_cast<unsigned char>(c)) * 0x100'0000'01B3u;
    return hash;
  }

 private:
  mutable runtime::SmallMutex mutex_;
  std::map<std::pair<ThreadNumber, std::uint32_t>, ThreadNumber> numbers_ GUARDED_BY(mutex_);
  std::deque<std::string> names_ GUARDED_BY(mutex_){"0"};  // stay where they are
};

}  // namespace threadbook::explore
