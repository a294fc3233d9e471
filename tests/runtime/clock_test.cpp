#include "runtime/clock.h"

#include <doctest/doctest.h>

#include <cmath>

#include "runtime/errors.h"

namespace threadbook::runtime {
namespace {

constexpr Nanoseconds kSecond = 1'000'000'000;

TEST_CASE("clock: the monotonic clock does not go back") {
  Nanoseconds last = monotonic_now();
  for (int i = 0; i < 1000; ++i) {
    const Nanoseconds now = monotonic_now();
    CHECK(now >= last);
    last = now;
  }
}

TEST_CASE("clock: the wall clock counts from 1970") {
  const Nanoseconds year = 365 * 24 * 3600 * kSecond;
  CHECK(wall_now() > 50 * year);
  CHECK(wall_now() < 200 * year);
}

TEST_CASE("clock: deadlines") {
  CHECK(Deadline::never().is_never());
  CHECK_FALSE(Deadline::never().has_passed());
  CHECK_FALSE(Deadline::never().remaining().has_value());
  CHECK(Deadline::passed().has_passed());
  CHECK(Deadline::passed().remaining() == 0);
  CHECK(Deadline::after(0).has_passed());
  CHECK(Deadline::after(-5).has_passed());
  CHECK_FALSE(Deadline::after(3600 * kSecond).has_passed());
  CHECK(*Deadline::after(3600 * kSecond).remaining() <= 3600 * kSecond);
  CHECK(Deadline::after(std::numeric_limits<Nanoseconds>::max()).is_never());
  CHECK(Deadline::at(5) < Deadline::at(6));
  CHECK(Deadline::at(5) < Deadline::never());
}

TEST_CASE("clock: seconds become nanoseconds, rounded away from zero") {
  CHECK(nanoseconds_from_seconds(0.5) == kSecond / 2);
  CHECK(nanoseconds_from_seconds(1e-10) == 1);
  CHECK(nanoseconds_from_seconds(-1e-10) == -1);
  CHECK(nanoseconds_from_seconds(-0.0) == 0);
  CHECK(nanoseconds_from_seconds(kTimeoutMax) == 9223372036 * kSecond);
  CHECK(nanoseconds_from_seconds(std::int64_t{3}) == 3 * kSecond);
  CHECK(nanoseconds_from_seconds(std::int64_t{-3}) == -3 * kSecond);
}

TEST_CASE("clock: seconds that are no time") {
  CHECK_THROWS_WITH_AS((void)nanoseconds_from_seconds(std::nan("")), "Invalid value NaN (not a number)", ValueError);
  for (const double seconds : {1e30, -1e30, 1e10, 9223372036.9, HUGE_VAL, -HUGE_VAL}) {
    CHECK_THROWS_WITH_AS((void)nanoseconds_from_seconds(seconds), "timestamp out of range for platform time_t",
                         OverflowError);
  }
  for (const std::int64_t seconds : {9223372037, -10000000000}) {
    CHECK_THROWS_WITH_AS((void)nanoseconds_from_seconds(seconds), "timestamp too large to convert to C _PyTime_t",
                         OverflowError);
  }
}

TEST_CASE("clock: a span becomes a point on whatever clock it begins on") {
  CHECK(Span::of(5).from(100) == Deadline::at(105));
  CHECK(Span::of(0).from(100) == Deadline::passed());
  CHECK(Span::of(-5).is_none());
  CHECK(Span::none().from(100) == Deadline::passed());
  CHECK(Span::forever().from(100).is_never());
  CHECK(Span::forever().from(0).is_never());
  CHECK(Span::of(std::numeric_limits<Nanoseconds>::max() - 5).from(100).is_never());
  CHECK(Deadline::after(Span::forever()).is_never());
  CHECK(Deadline::after(Span::none()) == Deadline::passed());
}

TEST_CASE("clock: the arguments of lock.acquire") {
  CHECK(acquire_span(true, -kSecond).is_forever());
  CHECK(acquire_span(false, -kSecond).is_none());
  CHECK(acquire_span(true, 0).is_none());
  CHECK(acquire_span(true, 3600 * kSecond) == Span::of(3600 * kSecond));
  CHECK_THROWS_WITH_AS((void)acquire_span(true, -1), "timeout value must be positive", ValueError);
  CHECK_THROWS_WITH_AS((void)acquire_span(true, -2 * kSecond), "timeout value must be positive", ValueError);
  CHECK_THROWS_WITH_AS((void)acquire_span(false, 0), "can't specify a timeout for a non-blocking call", ValueError);
  CHECK_THROWS_WITH_AS((void)acquire_span(false, -3 * kSecond), "can't specify a timeout for a non-blocking call",
                       ValueError);
  CHECK_THROWS_WITH_AS((void)acquire_span(true, std::numeric_limits<Nanoseconds>::max()), "timeout value is too large",
                       OverflowError);
}

TEST_CASE("clock: the arguments of join and sleep") {
  CHECK(join_span(std::nullopt).is_forever());
  CHECK(join_span(-5 * kSecond).is_none());
  CHECK(join_span(3600 * kSecond) == Span::of(3600 * kSecond));
  CHECK(sleep_span(0).is_none());
  CHECK_THROWS_WITH_AS((void)sleep_span(-1), "sleep length must be non-negative", ValueError);
}

TEST_CASE("clock: a timeout is written in seconds or as a duration") {
  using namespace std::chrono_literals;
  CHECK(Timeout(1.5).seconds() == 1.5);
  CHECK(Timeout(250ms).seconds() == 0.25);
}

}  // namespace
}  // namespace threadbook::runtime
