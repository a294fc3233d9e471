// The calling thread's own side: is it to stop, and sleeping.
//
// Stopping is cooperative. request_stop() raises a bit; every blocking call of the runtime looks at
// it and raises ThreadStopped, which unwinds the thread. A computation that never blocks asks
// stop_requested() now and then, as the VM does at its safe points.
#pragma once

#include "runtime/clock.h"
#include "runtime/waitable.h"

namespace threadbook::runtime {

// The signals of the calling thread's Thread object; null on an OS thread that has none yet. Never
// blocks. For loops that look often: the address stays the same as long as the thread runs.
[[nodiscard]] Signals* this_thread_signals() noexcept;

// Was the calling thread told to stop? Never blocks.
[[nodiscard]] bool stop_requested() noexcept;
// Raises ThreadStopped if so.
void check_stop();

// time.sleep(seconds): blocks the calling thread for at least `seconds`; other threads run
// meanwhile. 0 lets others go first. Raises ValueError for a negative or NaN span, OverflowError
// for one too large, ThreadStopped when told to stop. (Not called sleep: POSIX has one of that
// name, in whole seconds, which a call with a float would silently prefer.)
void sleep_for(Timeout seconds);
// Blocks until a point in time, without exceptions: TimedOut after a whole sleep, or Cancelled.
[[nodiscard]] WaitResult sleep_until(Deadline deadline, InterruptFilter* filter = nullptr);

// What never happens. A sleep is a wait for it, so an executor that knows how to wait with a
// deadline knows how to sleep. Keeps no queue.
[[nodiscard]] Waitable& never_happens() noexcept;

}  // namespace threadbook::runtime
