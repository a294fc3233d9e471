// Guard: holds a mutex for as long as it lives.
//
// std::lock_guard, known to the compiler's thread safety analysis (annotations.h). It cannot be let go of early: give
// it a block. (std::unique_lock could, but what it holds the analysis does not follow through calls; functions that
// let go of a mutex in between REQUIRE it instead, see SmallCondition::wait.)
#pragma once

#include <mutex>

#include "runtime/annotations.h"

namespace threadbook::runtime {

template <class Mutex>
class SCOPED_CAPABILITY Guard {
 public:
  explicit Guard(Mutex& mutex) ACQUIRE(mutex) : mutex_(mutex) { mutex_.lock(); }
  // Takes over one that is held already.
  Guard(Mutex& mutex, std::adopt_lock_t) REQUIRES(mutex) : mutex_(mutex) {}
  ~Guard() RELEASE() { mutex_.unlock(); }
  Guard(const Guard&) = delete;
  Guard& operator=(const Guard&) = delete;

 private:
  Mutex& mutex_;
};

}  // namespace threadbook::runtime
