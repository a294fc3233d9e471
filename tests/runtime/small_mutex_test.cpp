#include "runtime/small_mutex.h"

#include <doctest/doctest.h>

#include <thread>
#include <vector>

namespace threadbook::runtime {
namespace {

TEST_CASE("small mutex: try_lock") {
  SmallMutex mutex;
  CHECK(mutex.try_lock());
  CHECK_FALSE(mutex.try_lock());
  mutex.unlock();
  CHECK(mutex.try_lock());
  mutex.unlock();
}

TEST_CASE("small mutex: one thread at a time") {
  constexpr int kThreads = 4;
  constexpr int kRounds = 20000;
  SmallMutex mutex;
  int count = 0;
  std::vector<std::thread> threads;
  for (int i = 0; i < kThreads; ++i) {
    threads.emplace_back([&] {
      for (int round = 0; round < kRounds; ++round) {
        Guard guard(mutex);
        ++count;
      }
    });
  }
  for (auto& thread : threads) thread.join();
  CHECK(count == kThreads * kRounds);
}

}  // namespace
}  // namespace threadbook::runtime
