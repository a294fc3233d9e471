// Mutex: std::mutex, known to the compiler's thread safety analysis (annotations.h).
//
// For what takes longer than a SmallMutex should be held: to allocate much, to walk a table. Costs what std::mutex
// costs; a Guard holds it.
#pragma once

#include <mutex>

#include "runtime/annotations.h"
#include "runtime/guard.h"

namespace threadbook::runtime {

class CAPABILITY("mutex") Mutex {
 public:
  Mutex() = default;
  Mutex(const Mutex&) = delete;
  Mutex& operator=(const Mutex&) = delete;

  // Blocks until the mutex is free.
  void lock() ACQUIRE() { mutex_.lock(); }
  void unlock() RELEASE() { mutex_.unlock(); }

  // Does nothing: tells the compiler that what this guards may be touched here, for a reason that it cannot see.
  // Say which, where you call it.
  void assume_held() const noexcept ASSERT_CAPABILITY(this) {}

 private:
  std::mutex mutex_;
};

}  // namespace threadbook::runtime
