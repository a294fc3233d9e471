// What differential.py cannot ask: ownership, refusals, interruption. The arithmetic itself is
// compared with CPython there.
#include "python/numeric/bigint.h"

#include <doctest/doctest.h>

#include <limits>
#include <string>
#include <utility>

namespace threadbook::python {
namespace {

BigInt number(std::string_view decimal) {
  const bool negative = decimal.front() == '-';
  BigInt value = *from_digits(decimal.substr(negative ? 1 : 0), 10);
  if (negative) value.negate();
  return value;
}

std::string text(BigIntView value) { return *to_digits(value, 10); }

// An Interrupt that says yes at the nth question.
struct Countdown {
  int left;
  int asked = 0;
  Interrupt interrupt() {
    return {[](void* self) noexcept {
              auto& countdown = *static_cast<Countdown*>(self);
              ++countdown.asked;
              return --countdown.left < 0;
            },
            this};
  }
};

TEST_CASE("bigint: small values stay inside the object, large ones own a buffer") {
  const BigInt small(std::int64_t{-42});
  CHECK(small.heap_bytes() == 0);
  CHECK(text(small) == "-42");
  const BigInt large = *power(Int64Digits(10), Int64Digits(1000));
  CHECK(large.heap_bytes() >= 1000 * 3 / 8);
  CHECK(text(large) == "1" + std::string(1000, '0'));
}

TEST_CASE("bigint: copies are independent, moved-from numbers are zero") {
  for (const BigInt& value : {BigInt(std::int64_t{7}), *power(Int64Digits(7), Int64Digits(700))}) {
    const std::string before = text(value);
    BigInt copy = value;
    copy.negate();
    CHECK(text(value) == before);
    CHECK(text(copy) == "-" + before);
    BigInt moved = std::move(copy);
    CHECK(text(moved) == "-" + before);
    CHECK(text(copy) == "0");  // NOLINT(bugprone-use-after-move): the class says so
    copy = moved;
    moved = BigInt();
    CHECK(text(copy) == "-" + before);
    copy = *&copy;
    CHECK(text(copy) == "-" + before);
  }
}

TEST_CASE("bigint: the ends of 64 bits") {
  constexpr auto kLeast = std::numeric_limits<std::int64_t>::min();
  constexpr auto kMost = std::numeric_limits<std::int64_t>::max();
  CHECK(to_int64(Int64Digits(kLeast)) == kLeast);
  CHECK(to_int64(Int64Digits(kMost)) == kMost);
  CHECK(text(Int64Digits(kLeast)) == "-9223372036854775808");
  CHECK(to_int64(BigInt::from_uint64(std::uint64_t{1} << 63)) == std::nullopt);
  CHECK(text(BigInt::from_uint64(std::numeric_limits<std::uint64_t>::max())) == "18446744073709551615");
  CHECK(to_int64(number("-9223372036854775809")) == std::nullopt);
  CHECK(low_bits64(number("-1")) == std::numeric_limits<std::uint64_t>::max());
  CHECK_FALSE(Int64Digits(0).view().negative);
  CHECK(Int64Digits(0).view().is_zero());
}

TEST_CASE("bigint: a view of the same digits twice is squared correctly") {
  const BigInt value = number("-123456789012345678901234567890123456789012345678901234567890");
  CHECK(text(*multiply(value, value)) == text(*multiply(value, number(text(value)))));
  CHECK(text(*multiply(value, absolute(value))) == "-" + text(*multiply(value, value)));
}

TEST_CASE("bigint: results beyond kMaxBits are refused before they are computed") {
  Countdown never{1 << 30};
  const auto refused = [](const auto& result) { return !result.ok() && result.error().kind == ErrorKind::MemoryError; };
  const BigInt billion(std::int64_t{1'000'000'000});
  const BigInt huge = *power(Int64Digits(10), Int64Digits(30));
  CHECK(refused(power(Int64Digits(2), billion, never.interrupt())));
  CHECK(refused(power(Int64Digits(3), huge, never.interrupt())));
  CHECK(refused(shift_left(Int64Digits(1), huge)));
  CHECK(refused(shift_left(Int64Digits(-1), kMaxBits)));
  CHECK(refused(to_bytes(Int64Digits(1), std::numeric_limits<std::size_t>::max() / 4, true, false)));
  CHECK(never.asked == 0);
  const BigInt wide = *shift_left(Int64Digits(1), kMaxBits / 2 + 1);
  CHECK(refused(multiply(wide, wide, never.interrupt())));
  CHECK(never.asked == 0);
}

TEST_CASE("bigint: what needs no memory is not refused") {
  const BigInt huge = *power(Int64Digits(10), Int64Digits(30));
  CHECK(text(*power(Int64Digits(-1), huge)) == "1");
  CHECK(text(*power(Int64Digits(0), huge)) == "0");
  CHECK(text(*shift_left(Int64Digits(0), huge)) == "0");
  CHECK(text(*shift_right(Int64Digits(-5), huge)) == "-1");
}

TEST_CASE("bigint: long operations ask often and can be interrupted at every question") {
  const BigInt a = *power(Int64Digits(3), Int64Digits(400'000));
  const BigInt b = *power(Int64Digits(7), Int64Digits(150'000));
  const auto check = [](auto operation) {
    Countdown never{1 << 30};
    REQUIRE(operation(never.interrupt()).ok());
    CHECK(never.asked > 3);
    for (const int after : {0, 1, never.asked / 2, never.asked - 1}) {
      Countdown countdown{after};
      const auto result = operation(countdown.interrupt());
      REQUIRE_FALSE(result.ok());
      CHECK(result.error().kind == ErrorKind::Interrupted);
    }
  };
  check([&](Interrupt i) { return multiply(a, b, i); });
  check([&](Interrupt i) { return divide_floor(a, b, i); });
  check([&](Interrupt i) { return to_digits(a, 10, i); });
  check([&](Interrupt i) { return gcd(a, b, i); });
  check([&](Interrupt i) { return integer_sqrt(a, i); });
  check([&](Interrupt i) { return power(Int64Digits(3), Int64Digits(400'000), i); });
  check([&](Interrupt i) { return power_modulo(Int64Digits(3), *power(Int64Digits(2), Int64Digits(200)), b, i); });
  const std::string digits = *to_digits(a, 10);
  check([&](Interrupt i) { return from_digits(digits, 10, i); });
}

TEST_CASE("bigint: errors have CPython's words") {
  const auto message = [](const auto& result) {
    return result.ok() ? std::string("no error") : result.error().message;
  };
  CHECK(message(divide_floor(Int64Digits(1), Int64Digits(0))) == "integer division or modulo by zero");
  CHECK(message(modulo(Int64Digits(1), Int64Digits(0))) == "integer modulo by zero");
  CHECK(message(true_divide(Int64Digits(1), Int64Digits(0))) == "division by zero");
  CHECK(message(to_double(*power(Int64Digits(10), Int64Digits(400)))) == "int too large to convert to float");
  CHECK(message(check_parse_digits(5000)) ==
        "Exceeds the limit (4300 digits) for integer string conversion: value has 5000 digits; use "
        "sys.set_int_max_str_digits() to increase the limit");
  CHECK(message(check_str_digits(*power(Int64Digits(10), Int64Digits(4300)))) ==
        "Exceeds the limit (4300 digits) for integer string conversion; use "
        "sys.set_int_max_str_digits() to increase the "
        "limit");
  CHECK(check_str_digits(*subtract(*power(Int64Digits(10), Int64Digits(4300)), Int64Digits(1))).ok());
  CHECK(check_str_digits(*power(Int64Digits(10), Int64Digits(4300)), 0).ok());
}

}  // namespace
}  // namespace threadbook::python
