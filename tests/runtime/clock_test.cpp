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

TEST_CASE("clock: the arguments of lock.acquire") {
  CHECK(acquire_deadline(true, -kSecond).is_never());
  CHECK(acquire_deadline(false, -kSecond).has_passed());
  CHECK(acquire_deadline(true, 0).has_passed());
  CHECK_FALSE(acquire_deadline(true, 3600 * kSecond).has_passed());
  CHECK_THROWS_WITH_AS((void)acquire_deadline(true, -1), "timeout value must be positive", ValueError);
  CHECK_THROWS_WITH_AS((void)acquire_deadline(true, -2 * kSecond), "timeout value must be positive", ValueError);
  CHECK_THROWS_WITH_AS((void)acquire_deadline(false, 0), "can't specify a timeout for a non-blocking call", ValueError);
  CHECK_THROWS_WITH_AS((void)acquire_deadline(false, -3 * kSecond), "can't specify a timeout for a non-blocking call",
                       ValueError);
  CHECK_THROWS_WITH_AS((void)acquire_deadline(true, std::numeric_limits<Nanoseconds>::max()),
                       "timeout value is too large", OverflowError);
}

TEST_CASE("clock: the arguments of join and sleep") {
  CHECK(join_deadline(std::nullopt).is_never());
  CHECK(join_deadline(-5 * kSecond).has_passed());
  CHECK_FALSE(join_deadline(3600 * kSecond).has_passed());
  CHECK(sleep_deadline(0).has_passed());
  CHECK_THROWS_WITH_AS((void)sleep_deadline(-1), "sleep length must be non-negative", ValueError);
}

TEST_CASE("clock: a timeout is written in seconds or as a duration") {
  using namespace std::chrono_literals;
  CHECK(Timeout(1.5).seconds() == 1.5);
  CHECK(Timeout(250ms).seconds() == 0.25);
}

}  // namespace
}  // namespace threadbook::runtime
