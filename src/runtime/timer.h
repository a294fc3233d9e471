// Timer: threading.Timer for C++, a thread that waits and then calls a function, unless cancelled.
//
//   auto timer = Timer::create(30.0, [] { std::puts("Is anybody there?"); });
//   timer->start();
//   timer->cancel();  // in time
#pragma once

#include <functional>
#include <memory>

#include "runtime/event.h"
#include "runtime/thread.h"

namespace threadbook::runtime {

// Thread safety: that of Thread; cancel() from every thread.
class Timer : public Thread {
 public:
  // start() begins to count `interval`. Of the options, name, daemon and registry are used.
  Timer(Timeout interval, std::function<void()> function, ThreadOptions<> options = {});

  // The constructor, and the std::shared_ptr around it. Starts nothing.
  static std::shared_ptr<Timer> create(Timeout interval, std::function<void()> function, ThreadOptions<> options = {}) {
    return std::make_shared<Timer>(interval, std::move(function), std::move(options));
  }

  // Python's timer.cancel(): the function will not be called, if it has not been yet. Also before
  // start(). Never blocks.
  void cancel() noexcept { over_.set(); }

  // Blocks for `interval` seconds or until cancel(), calls the function in the first case, and lets
  // go of it.
  void run() override;

 private:
  const Timeout interval_;
  std::function<void()> function_;  // used by run() only
  Event over_;                      // cancelled, or called
};

}  // namespace threadbook::runtime
