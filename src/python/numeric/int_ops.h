// Python's integer operators on 64-bit operands: the engine's fast path for small integers. Where a
// result may leave 64 bits the function returns whether it fitted, and the engine takes the slow
// path through bigint.h. Everything is inline and costs a few machine instructions.
#pragma once

#include <bit>
#include <cstdint>

namespace threadbook::python {

// result = a op b; false if that does not fit (result is then unspecified).
[[nodiscard]] inline bool add_checked(std::int64_t a, std::int64_t b, std::int64_t& result) noexcept {
  return !__builtin_add_overflow(a, b, &result);
}
[[nodiscard]] inline bool subtract_checked(std::int64_t a, std::int64_t b, std::int64_t& result) noexcept {
  return !__builtin_sub_overflow(a, b, &result);
}
[[nodiscard]] inline bool multiply_checked(std::int64_t a, std::int64_t b, std::int64_t& result) noexcept {
  return !__builtin_mul_overflow(a, b, &result);
}

// a // b, rounded down; b must not be 0 and not (a == INT64_MIN and b == -1), which small integers
// cannot be.
[[nodiscard]] inline std::int64_t floor_divide(std::int64_t a, std::int64_t b) noexcept {
  const std::int64_t quotient = a / b;
  return quotient - ((a % b != 0 && (a < 0) != (b < 0)) ? 1 : 0);
}
// a % b with b's sign; the same demands.
[[nodiscard]] inline std::int64_t modulo(std::int64_t a, std::int64_t b) noexcept {
  const std::int64_t remainder = a % b;
  return (remainder != 0 && (remainder < 0) != (b < 0)) ? remainder + b : remainder;
}

// result = base ** exponent for exponent >= 0; false if it does not fit.
[[nodiscard]] inline bool power_checked(std::int64_t base, std::int64_t exponent, std::int64_t& result) noexcept {
  std::int64_t product = 1;
  while (true) {
    if ((exponent & 1) != 0 && !multiply_checked(product, base, product)) return false;
    exponent >>= 1;
    if (exponent == 0) break;
    if (!multiply_checked(base, base, base)) return false;
  }
  result = product;
  return true;
}

// result = a << count for count >= 0; false if it does not fit.
[[nodiscard]] inline bool shift_left_checked(std::int64_t a, std::int64_t count, std::int64_t& result) noexcept {
  if (a == 0) {
    result = 0;
    return true;
  }
  if (count > 63) return false;
  const auto shifted = static_cast<std::int64_t>(static_cast<std::uint64_t>(a) << count);
  if ((shifted >> count) != a) return false;
  result = shifted;
  return true;
}
// a >> count for count >= 0, rounded down.
[[nodiscard]] inline std::int64_t shift_right(std::int64_t a, std::int64_t count) noexcept {
  return count >= 63 ? (a < 0 ? -1 : 0) : a >> count;
}

[[nodiscard]] inline std::uint64_t magnitude(std::int64_t a) noexcept {
  return a < 0 ? 0 - static_cast<std::uint64_t>(a) : static_cast<std::uint64_t>(a);
}
// int.bit_length and int.bit_count: of the absolute value.
[[nodiscard]] inline int bit_length(std::int64_t a) noexcept { return 64 - std::countl_zero(magnitude(a)); }
[[nodiscard]] inline int bit_count(std::int64_t a) noexcept { return std::popcount(magnitude(a)); }

// hash(a) as CPython's on 64-bit machines (modulo 2**61 - 1, keeping the sign, never -1).
[[nodiscard]] inline std::int64_t hash_int(std::int64_t a) noexcept {
  constexpr std::uint64_t kModulus = (std::uint64_t{1} << 61) - 1;
  const auto reduced = static_cast<std::int64_t>(magnitude(a) % kModulus);
  const std::int64_t hash = a < 0 ? -reduced : reduced;
  return hash == -1 ? -2 : hash;
}

// math.gcd of two magnitudes.
[[nodiscard]] inline std::uint64_t gcd(std::uint64_t a, std::uint64_t b) noexcept {
  if (a == 0) return b;
  if (b == 0) return a;
  const int shift = std::countr_zero(a | b);
  a >>= std::countr_zero(a);
  while (b != 0) {
    b >>= std::countr_zero(b);
    if (a > b) {
      const std::uint64_t swapped = a;
      a = b;
      b = swapped;
    }
    b -= a;
  }
  return a << shift;
}

// How an int compares with a float: exactly. The sign of a - b, or 2 if b is NaN.
[[nodiscard]] inline int compare_int_double(std::int64_t a, double b) noexcept {
  if (b != b) return 2;
  if (b >= 9223372036854775808.0) return -1;
  if (b < -9223372036854775808.0) return 1;
  const auto whole = static_cast<std::int64_t>(b);  // towards zero, exact
  if (a != whole) return a < whole ? -1 : 1;
  const double fraction = b - static_cast<double>(whole);
  return fraction > 0 ? -1 : (fraction < 0 ? 1 : 0);
}

}  // namespace threadbook::python
