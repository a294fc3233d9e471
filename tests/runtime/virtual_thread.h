// A thread of an executor that runs many on one OS thread, for tests of the state machines: nothing
// waits, time does not pass.
#pragma once

#include "runtime/waitable.h"

namespace threadbook::runtime {

struct VirtualThread final : Wakeable {
  Waiter waiter{*this};
  int wake_ups = 0;

  void wake() noexcept override { ++wake_ups; }
};

}  // namespace threadbook::runtime
