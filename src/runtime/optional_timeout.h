// The timeout=None of Python's wait functions, as a deadline.
#pragma once

#include <optional>

#include "runtime/clock.h"

namespace threadbook::runtime {

// None waits for ever.
using OptionalTimeout = std::optional<Timeout>;

// Counted from now; a negative timeout counts as 0. Raises what nanoseconds_from_seconds raises.
[[nodiscard]] inline Deadline deadline_of(OptionalTimeout timeout) {
  if (!timeout) return Deadline::never();
  return Deadline::after(nanoseconds_from_seconds(timeout->seconds()));
}

}  // namespace threadbook::runtime
