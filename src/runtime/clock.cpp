#include "runtime/clock.h"

#include <cmath>

#include "runtime/errors.h"

namespace threadbook::runtime {
namespace {

constexpr Nanoseconds kNanosecondsPerSecond = 1'000'000'000;
constexpr Nanoseconds kMaximum = std::numeric_limits<Nanoseconds>::max();
constexpr Nanoseconds kMinimum = std::numeric_limits<Nanoseconds>::min();
constexpr Nanoseconds kUnset = -kNanosecondsPerSecond;

template <class Clock>
Nanoseconds since_epoch() noexcept {
  const auto now = Clock::now().time_since_epoch();
  return std::chrono::duration_cast<std::chrono::nanoseconds>(now).count();
}

}  // namespace

Nanoseconds monotonic_now() noexcept { return since_epoch<std::chrono::steady_clock>(); }

Nanoseconds wall_now() noexcept { return since_epoch<std::chrono::system_clock>(); }

Deadline Deadline::after(Nanoseconds span) noexcept { return after(Span::of(span)); }

Deadline Deadline::after(Span span) noexcept {
  // Those two need no clock.
  return span.is_none() || span.is_forever() ? span.from(0) : span.from(monotonic_now());
}

std::optional<Nanoseconds> Deadline::remaining() const noexcept {
  if (is_never()) return std::nullopt;
  const Nanoseconds now = monotonic_now();
  return time_ <= now ? 0 : time_ - now;
}

bool Deadline::has_passed() const noexcept { return !is_never() && time_ <= monotonic_now(); }

Nanoseconds nanoseconds_from_seconds(double seconds) {
  if (std::isnan(seconds)) throw ValueError(messages::kNotANumber);
  const double exact = seconds * static_cast<double>(kNanosecondsPerSecond);
  const double rounded = exact < 0 ? std::floor(exact) : std::ceil(exact);
  // The upper bound, 2^63, is a double; the largest Nanoseconds is not.
  constexpr double kBound = 9223372036854775808.0;
  if (!(rounded >= -kBound && rounded < kBound)) {
    throw OverflowError(messages::kTimestampOutOfRange);
  }
  return static_cast<Nanoseconds>(rounded);
}

Nanoseconds nanoseconds_from_seconds(std::int64_t seconds) {
  if (seconds > kMaximum / kNanosecondsPerSecond || seconds < kMinimum / kNanosecondsPerSecond) {
    throw OverflowError(messages::kTimestampTooLarge);
  }
  return seconds * kNanosecondsPerSecond;
}

Span acquire_span(bool blocking, Nanoseconds timeout) {
  if (!blocking && timeout != kUnset) throw ValueError(messages::kTimeoutNonBlocking);
  if (timeout < 0 && timeout != kUnset) throw ValueError(messages::kTimeoutNegative);
  if (!blocking) return Span::none();
  if (timeout == kUnset) return Span::forever();
  // CPython's limit is a whole number of microseconds.
  if (timeout > kMaximum / 1000 * 1000) throw OverflowError(messages::kTimeoutTooLarge);
  return Span::of(timeout);
}

Span join_span(std::optional<Nanoseconds> timeout) { return timeout ? Span::of(*timeout) : Span::forever(); }

Span sleep_span(Nanoseconds seconds) {
  if (seconds < 0) throw ValueError(messages::kSleepNegative);
  return Span::of(seconds);
}

}  // namespace threadbook::runtime
