// What a run writes: a queue of chunks between its threads and whoever shows them.
//
// The reader may be a browser's main thread, so it never waits: it tries the guard and comes back
// later. Writers that are far ahead of the reader wait, so a program that prints without end takes a
// megabyte, not all memory.
#pragma once

#include <atomic>
#include <string>
#include <string_view>
#include <vector>

#include "python/objects/class.h"
#include "python/vm/run_types.h"
#include "python/vm/thread_state.h"
#include "runtime/small_mutex.h"
#include "runtime/waitable.h"

namespace threadbook::python {

// Thread safety: append() and is_full() from any thread of the run, the rest from one reader. A thread that
// has written and finds it full waits for it to be taken (modules/waiting.h).
class Output final : public runtime::Waitable {
 public:
  static constexpr std::size_t kEnough = 1 << 20;  // bytes pending that make writers wait

  // Never waits. Answers how many bytes had been written before, to both streams.
  std::uint64_t append(Stream stream, std::string_view utf8);
  // Does the reader have to catch up first?
  bool is_full() const { return pending_.load(std::memory_order_relaxed) >= kEnough; }

  // Moves what is pending to the end of `into`. Does not block; false if there was nothing to take
  // or a writer was at it.
  bool take(std::vector<OutputChunk>& into);
  // In one order with the reader's coming (run.cpp).
  bool is_empty() const { return pending_.load() == 0; }

  // Whom to wake when something was written, for a reader that can wait. Set before the run starts.
  runtime::Wakeable* reader = nullptr;

  bool try_or_enqueue(runtime::Waiter& waiter) override;
  bool withdraw(runtime::Waiter& waiter) override;
  bool is_ready() const noexcept override { return !is_full(); }

 private:
  runtime::SmallMutex guard_;
  std::vector<OutputChunk> chunks_ GUARDED_BY(guard_);
  runtime::WaitQueue waiters_ GUARDED_BY(guard_);
  std::uint64_t written_ GUARDED_BY(guard_) = 0;  // bytes
  std::atomic<std::size_t> pending_{0};           // bytes; written under guard_
};

}  // namespace threadbook::python
