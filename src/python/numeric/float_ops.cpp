#include "python/numeric/float_ops.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <limits>

namespace threadbook::python {

FloatDivmod float_divmod(double a, double b) noexcept {
  double remainder = std::fmod(a, b);
  // a - remainder is a multiple of b but for rounding, so this is close to whole.
  double quotient = (a - remainder) / b;
  if (remainder == 0) {
    remainder = std::copysign(0.0, b);
  } else if ((b < 0) != (remainder < 0)) {
    remainder += b;
    quotient -= 1;
  }
  if (quotient == 0) return {std::copysign(0.0, a / b), remainder};
  double whole = std::floor(quotient);
  if (quotient - whole > 0.5) whole += 1;
  return {whole, remainder};
}

double float_floor_divide(double a, double b) noexcept { return float_divmod(a, b).quotient; }

double float_modulo(double a, double b) noexcept {
  const double remainder = std::fmod(a, b);
  if (remainder == 0) return std::copysign(0.0, b);
  return (b < 0) != (remainder < 0) ? remainder + b : remainder;
}

FloatPower float_power(double a, double b) noexcept {
  const bool finite = std::isfinite(a) && std::isfinite(b);
  if (finite && a == 0 && b < 0) return {FloatPowerStatus::ZeroToNegative, 0};
  if (finite && a < 0 && b != std::floor(b)) return {FloatPowerStatus::ComplexResult, 0};
  const double value = std::pow(a, b);  // C's annex F says what Python says about infinities and NaN
  if (finite && std::isinf(value)) return {FloatPowerStatus::Overflow, value};
  return {FloatPowerStatus::Ok, value};
}

PyError float_power_error(FloatPowerStatus status) {
  if (status == FloatPowerStatus::ZeroToNegative) {
    return zero_division_error("0.0 cannot be raised to a negative power");
  }
  return overflow_error("(34, 'Numerical result out of range')");
}

Result<BigInt> float_round(double x) {
  double rounded = std::round(x);  // halves away from zero
  if (std::fabs(x - rounded) == 0.5) rounded = 2.0 * std::round(x / 2.0);
  return int_from_double(rounded);
}

bool float_is_integer(double x) noexcept { return std::isfinite(x) && std::floor(x) == x; }

namespace {

constexpr int kMantissaBits = std::numeric_limits<double>::digits;

// x == mantissa * 2**exponent for finite x, the mantissa odd or zero.
struct Scaled {
  std::int64_t mantissa;
  int exponent;
};
Scaled scale(double x) noexcept {
  if (x == 0) return {0, 0};
  int exponent = 0;
  const double fraction = std::frexp(x, &exponent);
  const auto mantissa = static_cast<std::int64_t>(std::ldexp(fraction, kMantissaBits));
  const int zeros = std::countr_zero(static_cast<std::uint64_t>(mantissa));
  return {mantissa >> zeros, exponent - kMantissaBits + zeros};
}

}  // namespace

Result<IntegerRatio> float_as_integer_ratio(double x) {
  if (std::isinf(x)) return overflow_error("cannot convert Infinity to integer ratio");
  if (std::isnan(x)) return value_error("cannot convert NaN to integer ratio");
  const Scaled scaled = scale(x);
  BigInt numerator(scaled.mantissa);
  BigInt denominator(std::int64_t{1});
  if (scaled.exponent > 0) {
    numerator = *shift_left(numerator, std::int64_t{scaled.exponent});
  } else {
    denominator = *shift_left(denominator, std::int64_t{-scaled.exponent});
  }
  return IntegerRatio{std::move(numerator), std::move(denominator)};
}

std::optional<std::int64_t> float_to_int64_exact(double x) noexcept {
  if (!(x >= -9223372036854775808.0 && x < 9223372036854775808.0)) return std::nullopt;
  const auto whole = static_cast<std::int64_t>(x);
  if (static_cast<double>(whole) != x) return std::nullopt;
  return whole;
}

std::int64_t float_hash(double x, std::int64_t identity_hash) noexcept {
  constexpr int kPrimeBits = 61;
  constexpr std::uint64_t kPrime = (std::uint64_t{1} << kPrimeBits) - 1;
  constexpr std::int64_t kInfinityHash = 314159;
  if (std::isnan(x)) return identity_hash;
  if (std::isinf(x)) return x > 0 ? kInfinityHash : -kInfinityHash;
  const Scaled scaled = scale(x);
  // The mantissa is below the prime; multiplying by a power of two rotates, and 2**61 is one.
  const int turn = ((scaled.exponent % kPrimeBits) + kPrimeBits) % kPrimeBits;
  auto hash = static_cast<std::uint64_t>(scaled.mantissa < 0 ? -scaled.mantissa : scaled.mantissa);
  hash = ((hash << turn) & kPrime) | (hash >> (kPrimeBits - turn));
  const auto result = static_cast<std::int64_t>(x < 0 ? 0 - hash : hash);
  return result == -1 ? -2 : result;
}

std::string float_hex(double x) {
  if (std::isnan(x)) return "nan";
  if (std::isinf(x)) return x < 0 ? "-inf" : "inf";
  const auto bits = std::bit_cast<std::uint64_t>(x);
  std::uint64_t fraction = bits & ((std::uint64_t{1} << (kMantissaBits - 1)) - 1);
  const auto biased = static_cast<int>((bits >> (kMantissaBits - 1)) & 0x7FF);
  std::string text = std::signbit(x) ? "-0x" : "0x";
  if (x == 0) return text + "0.0p+0";
  text += biased == 0 ? "0." : "1.";
  for (int shift = kMantissaBits - 1 - 4; shift >= 0; shift -= 4) text += "0123456789abcdef"[(fraction >> shift) & 15];
  const int exponent = biased == 0 ? std::numeric_limits<double>::min_exponent - 1
                                   : biased - (std::numeric_limits<double>::max_exponent - 1);
  return text + "p" + (exponent < 0 ? "" : "+") + std::to_string(exponent);
}

namespace {

bool is_ascii_space(char c) noexcept { return c == ' ' || (c >= '\t' && c <= '\r'); }

int hex_value(char c) noexcept {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return -1;
}

bool equals_ignoring_case(std::string_view text, std::string_view lower) noexcept {
  if (text.size() != lower.size()) return false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if ((text[i] | 0x20) != lower[i]) return false;
  }
  return true;
}

// mantissa * 2**exponent (a little more if sticky), correctly rounded; infinite if too large.
double round_scaled(std::uint64_t mantissa, bool sticky, std::int64_t exponent) noexcept {
  constexpr std::int64_t kLeastExponent = std::numeric_limits<double>::min_exponent - kMantissaBits;
  const std::int64_t top = exponent + std::bit_width(mantissa);  // mantissa * 2**exponent < 2**top
  if (top > std::numeric_limits<double>::max_exponent) return std::numeric_limits<double>::infinity();
  if (top < kLeastExponent) return 0.0;
  const std::int64_t drop = std::max(top - kMantissaBits, kLeastExponent) - exponent;
  if (drop > 0) {
    const std::uint64_t half = std::uint64_t{1} << (drop - 1);
    const std::uint64_t rest = mantissa & (2 * half - 1);
    mantissa >>= drop;
    if (rest > half || (rest == half && (sticky || (mantissa & 1) != 0))) ++mantissa;
    exponent += drop;
  }
  return std::ldexp(static_cast<double>(mantissa), static_cast<int>(exponent));
}

}  // namespace

Result<double> float_from_hex(std::string_view text) {
  const auto invalid = [] { return value_error("invalid hexadecimal floating-point string"); };
  while (!text.empty() && is_ascii_space(text.front())) text.remove_prefix(1);
  while (!text.empty() && is_ascii_space(text.back())) text.remove_suffix(1);
  bool is_negative = false;
  if (!text.empty() && (text.front() == '-' || text.front() == '+')) {
    is_negative = text.front() == '-';
    text.remove_prefix(1);
  }
  const auto signed_value = [is_negative](double value) { return is_negative ? -value : value; };
  if (equals_ignoring_case(text, "inf") || equals_ignoring_case(text, "infinity")) {
    return signed_value(std::numeric_limits<double>::infinity());
  }
  if (equals_ignoring_case(text, "nan")) return signed_value(std::numeric_limits<double>::quiet_NaN());
  if (text.size() >= 2 && text[0] == '0' && (text[1] | 0x20) == 'x') text.remove_prefix(2);

  // 60 bits of significant digits, whether more follow that are not zero, and the exponent of the
  // last digit taken.
  std::uint64_t mantissa = 0;
  bool sticky = false;
  std::int64_t exponent = 0;
  bool after_point = false;
  bool any_digit = false;
  for (; !text.empty(); text.remove_prefix(1)) {
    if (text.front() == '.' && !after_point) {
      after_point = true;
      continue;
    }
    const int digit = hex_value(text.front());
    if (digit < 0) break;
    any_digit = true;
    if (mantissa >> 56 == 0) {
      mantissa = mantissa << 4 | static_cast<unsigned>(digit);
      exponent -= after_point ? 4 : 0;
    } else {
      sticky = sticky || digit != 0;
      exponent += after_point ? 0 : 4;
    }
  }
  if (!any_digit) return invalid();
  if (!text.empty() && (text.front() | 0x20) == 'p') {
    text.remove_prefix(1);
    bool exponent_negative = false;
    if (!text.empty() && (text.front() == '-' || text.front() == '+')) {
      exponent_negative = text.front() == '-';
      text.remove_prefix(1);
    }
    if (text.empty()) return invalid();
    constexpr std::int64_t kFar = std::int64_t{1} << 60;
    std::int64_t written = 0;
    for (; !text.empty() && text.front() >= '0' && text.front() <= '9'; text.remove_prefix(1)) {
      written = std::min(written * 10 + (text.front() - '0'), kFar / 16);
    }
    exponent += exponent_negative ? -written : written;
  }
  if (!text.empty()) return invalid();
  if (mantissa == 0) return signed_value(0.0);
  const double value = round_scaled(mantissa, sticky, exponent);
  if (std::isinf(value)) return overflow_error("hexadecimal value too large to represent as a float");
  return signed_value(value);
}

}  // namespace threadbook::python
