// Clocks, spans, deadlines, and the timeouts of Python's calls.
//
// A wait is bounded by a Deadline, a point on the monotonic clock, never by a duration: however
// often a waiter is woken for nothing and goes back to wait, its time is measured from the first
// call, as CPython does. Until the wait begins it is a Span, which knows no clock: what it ends at
// is for whoever waits to say, on a clock of its own (an executor's may be a virtual one). Timeouts
// come in as Python gives them, in seconds as a float or an int; the conversions below follow
// CPython's rules and raise its errors. Reading a clock costs about 20 ns natively; nothing here
// blocks.
#pragma once

#include <chrono>
#include <cstdint>
#include <limits>
#include <optional>

#include "runtime/platform.h"

namespace threadbook::runtime {

// time.monotonic_ns() and time.perf_counter_ns(): one clock that never goes back, its zero
// arbitrary. (CPython on Linux reads the same clock for both.)
Nanoseconds monotonic_now() noexcept;

// time.time_ns(): nanoseconds since 1970-01-01 00:00 UTC; jumps when the clock is set.
Nanoseconds wall_now() noexcept;

class Span;

// A point on a clock, or never; where nothing else is said, on the monotonic clock. Immutable.
// Deadlines compare by time; never is the last.
class Deadline {
 public:
  // No end: a wait with it may last for ever.
  [[nodiscard]] static constexpr Deadline never() noexcept { return Deadline(kNever); }
  // A point in the past: a wait with it tries and does not wait.
  [[nodiscard]] static constexpr Deadline passed() noexcept {
    return Deadline(std::numeric_limits<Nanoseconds>::min());
  }
  // `time`: as monotonic_now() counts.
  [[nodiscard]] static constexpr Deadline at(Nanoseconds time) noexcept { return Deadline(time); }
  // `span` from now; a point that 64 bits cannot hold is never.
  [[nodiscard]] static Deadline after(Nanoseconds span) noexcept;
  [[nodiscard]] static Deadline after(Span span) noexcept;

  // Is it never()?
  [[nodiscard]] constexpr bool is_never() const noexcept { return time_ == kNever; }
  // The point itself. REQUIRES: not is_never().
  [[nodiscard]] constexpr Nanoseconds time() const noexcept { return time_; }
  // What is left of it, at least 0; absent for never.
  [[nodiscard]] std::optional<Nanoseconds> remaining() const noexcept;
  // Is the point now or before now?
  [[nodiscard]] bool has_passed() const noexcept;

  friend constexpr bool operator==(Deadline, Deadline) = default;
  friend constexpr auto operator<=>(Deadline, Deadline) = default;

 private:
  static constexpr Nanoseconds kNever = std::numeric_limits<Nanoseconds>::max();
  constexpr explicit Deadline(Nanoseconds time) noexcept : time_(time) {}

  Nanoseconds time_;
};

// How long one is ready to wait: some nanoseconds, for ever, or not at all. Immutable.
class Span {
 public:
  // A wait so long may last for ever.
  [[nodiscard]] static constexpr Span forever() noexcept { return Span(kForever); }
  // A wait so long tries and does not wait.
  [[nodiscard]] static constexpr Span none() noexcept { return Span(0); }
  // 0 and less is none().
  [[nodiscard]] static constexpr Span of(Nanoseconds length) noexcept { return Span(length < 0 ? 0 : length); }

  // Is it forever()?
  [[nodiscard]] constexpr bool is_forever() const noexcept { return length_ == kForever; }
  // Is it none()?
  [[nodiscard]] constexpr bool is_none() const noexcept { return length_ == 0; }

  // Where it ends if it begins at `now`, on that clock; a point that 64 bits cannot hold is never.
  [[nodiscard]] constexpr Deadline from(Nanoseconds now) const noexcept {
    if (is_none()) return Deadline::passed();
    return length_ > kForever - now ? Deadline::never() : Deadline::at(now + length_);
  }

  friend constexpr bool operator==(Span, Span) = default;

 private:
  static constexpr Nanoseconds kForever = std::numeric_limits<Nanoseconds>::max();
  constexpr explicit Span(Nanoseconds length) noexcept : length_(length) {}

  Nanoseconds length_;  // at least 0
};

// A timeout argument as a C++ caller writes it: seconds as Python has them (0.5), or a
// std::chrono duration (500ms).
class Timeout {
 public:
  constexpr Timeout(double seconds) noexcept : seconds_(seconds) {}
  template <class Rep, class Period>
  constexpr Timeout(std::chrono::duration<Rep, Period> span) noexcept
      : seconds_(std::chrono::duration<double>(span).count()) {}

  // The span in seconds, as it was given: it may be negative, infinite or NaN.
  [[nodiscard]] constexpr double seconds() const noexcept { return seconds_; }

 private:
  double seconds_;
};

// lock.acquire's timeout when none is given, as in Python: wait for ever.
inline constexpr double kNoTimeout = -1;

// threading.TIMEOUT_MAX: the longest timeout in seconds that CPython's documentation allows.
inline constexpr double kTimeoutMax = 9223372036.0;

// Seconds to nanoseconds, rounded away from zero so that no wait ends early. Raises ValueError for
// NaN and OverflowError for what 64 bits of nanoseconds cannot hold.
[[nodiscard]] Nanoseconds nanoseconds_from_seconds(double seconds);
// The same for a Python int; its OverflowError has another text, as in CPython.
[[nodiscard]] Nanoseconds nanoseconds_from_seconds(std::int64_t seconds);

// How long lock.acquire(blocking, timeout), thread.join(timeout) and time.sleep(seconds) wait;
// `timeout` and `seconds` in nanoseconds, from nanoseconds_from_seconds.
//
// lock.acquire: for ever with kNoTimeout (-1 second); none if not blocking. Raises ValueError for a
// timeout that is negative or given to a call that does not block, OverflowError for one beyond
// kTimeoutMax's range.
[[nodiscard]] Span acquire_span(bool blocking, Nanoseconds timeout);
// thread.join: for ever if absent; a negative timeout counts as 0.
[[nodiscard]] Span join_span(std::optional<Nanoseconds> timeout);
// time.sleep: raises ValueError for a negative span.
[[nodiscard]] Span sleep_span(Nanoseconds seconds);

}  // namespace threadbook::runtime
