#include "python/numeric/float_ops.h"
#include "python/text/float_text.h"

#include <doctest/doctest.h>

#include <cmath>
#include <limits>

namespace threadbook::python {
namespace {

constexpr double kInfinity = std::numeric_limits<double>::infinity();

TEST_CASE("float_ops: division floors and the remainder takes the divisor's sign") {
  CHECK(float_floor_divide(-7.5, 2) == -4);
  CHECK(float_modulo(-7.5, 2) == 0.5);
  CHECK(float_modulo(7.5, -2) == -0.5);
  CHECK(std::signbit(float_modulo(4, -2)));
  CHECK(std::signbit(float_floor_divide(-0.0, 3)));
}

TEST_CASE("float_ops: powers Python answers with an error or a complex number") {
  CHECK(float_power(0, -1).status == FloatPowerStatus::ZeroToNegative);
  CHECK(float_power(10, 400).status == FloatPowerStatus::Overflow);
  CHECK(float_power(-8, 1.0 / 3).status == FloatPowerStatus::ComplexResult);
  CHECK(float_power(-8, 3).value == -512);
  CHECK(float_power(0, -kInfinity).value == kInfinity);
  CHECK(float_power_error(FloatPowerStatus::ZeroToNegative).kind == ErrorKind::ZeroDivisionError);
  CHECK(float_power_error(FloatPowerStatus::Overflow).kind == ErrorKind::OverflowError);
}

TEST_CASE("float_ops: rounding is half to even on the exact decimal value") {
  CHECK(*float_round(2.675, 2) == 2.67);
  CHECK(*float_round(0.5, 0) == 0);
  CHECK(*float_round(1234567.0, -2) == 1234600.0);
  CHECK(to_int64(*float_round(2.5)) == 2);
  CHECK(to_int64(*float_round(-3.5)) == -4);
  CHECK(float_round(1.7976931348623157e308, -308).error().message == "rounded value too large to represent");
}

TEST_CASE("float_ops: hashes agree between equal numbers") {
  CHECK(float_hash(3.0) == hash_int(BigInt(std::int64_t{3})));
  CHECK(float_hash(1e300) == hash_int(*int_from_double(1e300)));
  CHECK(float_hash(-1.0) == -2);
  CHECK(float_hash(kInfinity) == 314159);
  CHECK(float_hash(std::nan(""), 77) == 77);
}

TEST_CASE("float_ops: whole numbers that fit") {
  CHECK(float_to_int64_exact(1e15) == 1'000'000'000'000'000);
  CHECK(float_to_int64_exact(-9223372036854775808.0) == std::numeric_limits<std::int64_t>::min());
  CHECK(float_to_int64_exact(9223372036854775808.0) == std::nullopt);
  CHECK(float_to_int64_exact(0.5) == std::nullopt);
  CHECK(float_to_int64_exact(std::nan("")) == std::nullopt);
}

}  // namespace
}  // namespace threadbook::python
