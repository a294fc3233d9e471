// Sums, products and quotients. Large products and quotients are cut into pieces here, by
// Karatsuba's and Burnikel and Ziegler's recursions, so that an Interrupt is asked every few
// milliseconds; each piece is the library's work.

#include <algorithm>
#include <bit>
#include <cmath>
#include <limits>
#include <vector>

#include "python/numeric/bigint_number.h"
#include "python/numeric/int_ops.h"

namespace threadbook::python {

namespace {

// One call of the library's multiplication takes at most this many digits on each side: a few
// milliseconds.
constexpr int kPieceDigits = 120'000 / kDigitBits;
// Divisors of at most this many digits are left to the library's schoolbook division.
constexpr int kSchoolbookDivisor = 64;

BigInt add_signed(BigIntView a, BigIntView b) {
  Number result(std::max(a.used, b.used) + 1);
  const mp_int left = borrow(a);
  const mp_int right = borrow(b);
  must(mp_add(&left, &right, result));
  return result.take();
}

BigInt multiply_piece(BigIntView a, BigIntView b) {
  Number result(a.used + b.used + 1);
  const mp_int left = borrow(a);
  if (a.digits == b.digits && a.used == b.used) {
    must(mp_sqr(&left, result));
    if (a.negative != b.negative) must(mp_neg(result, result));
  } else {
    const mp_int right = borrow(b);
    must(mp_mul(&left, &right, result));
  }
  return result.take();
}

// into += part * B**offset for magnitudes; `into` has room.
void add_at(std::vector<mp_digit>& into, BigIntView part, int offset) noexcept {
  mp_digit carry = 0;
  auto position = static_cast<std::size_t>(offset);
  for (int i = 0; i < part.used; ++i, ++position) {
    const mp_digit sum = into[position] + part.digits[i] + carry;
    into[position] = sum & MP_MASK;
    carry = sum >> kDigitBits;
  }
  for (; carry != 0; ++position) {
    const mp_digit sum = into[position] + carry;
    into[position] = sum & MP_MASK;
    carry = sum >> kDigitBits;
  }
}

BigInt from_vector(const std::vector<mp_digit>& digits) {
  return BigInt(
      digit_slice({digits.data(), static_cast<int>(digits.size()), false}, 0, static_cast<int>(digits.size())));
}

// The product of two magnitudes, in pieces.
Result<BigInt> multiply_magnitudes(BigIntView a, BigIntView b, Interrupt interrupt) {
  if (a.used < b.used) std::swap(a, b);
  if (b.is_zero()) return BigInt();
  if (a.used <= kPieceDigits) {
    if (interrupt()) return interrupted();
    return multiply_piece(a, b);
  }
  std::vector<mp_digit> product(static_cast<std::size_t>(a.used) + static_cast<std::size_t>(b.used) + 1, 0);
  if (b.used <= kPieceDigits || b.used <= a.used / 2) {
    // Unbalanced: b times each block of a of about its own size.
    const int block = std::max(b.used, kPieceDigits / 2);
    for (int start = 0; start < a.used; start += block) {
      const Result<BigInt> part = multiply_magnitudes(digit_slice(a, start, start + block), b, interrupt);
      if (!part) return part.error();
      add_at(product, *part, start);
    }
    return from_vector(product);
  }
  // Karatsuba: (a1 B + a0)(b1 B + b0) with three products; the middle one is (a0 + a1)(b0 + b1) -
  // low - high.
  const int half = (a.used + 1) / 2;
  const BigIntView a0 = digit_slice(a, 0, half);
  const BigIntView a1 = digit_slice(a, half, a.used);
  const BigIntView b0 = digit_slice(b, 0, half);
  const BigIntView b1 = digit_slice(b, half, b.used);
  const bool square = a.digits == b.digits && a.used == b.used;
  const Result<BigInt> low = multiply_magnitudes(a0, b0, interrupt);
  if (!low) return low.error();
  const Result<BigInt> high = multiply_magnitudes(a1, b1, interrupt);
  if (!high) return high.error();
  const BigInt sum_a = add_signed(a0, a1);
  const Result<BigInt> both =
      square ? multiply_magnitudes(sum_a, sum_a, interrupt) : multiply_magnitudes(sum_a, add_signed(b0, b1), interrupt);
  if (!both) return both.error();
  const BigInt outer = add_signed(*low, *high);
  BigInt middle = add_signed(*both, negative(outer));
  add_at(product, *low, 0);
  add_at(product, *high, 2 * half);
  add_at(product, middle, half);
  return from_vector(product);
}

// A quotient and remainder of magnitudes, rounded towards zero, by the library.
QuotientRemainder divide_schoolbook(BigIntView a, BigIntView b) {
  const mp_int dividend = borrow(a);
  Number quotient(a.used + 1);
  if (b.used == 1) {
    mp_digit rest = 0;
    must(mp_div_d(&dividend, b.digits[0], quotient, &rest));
    BigInt remainder(BigIntView{&rest, rest != 0 ? 1 : 0, false});
    return {quotient.take(), std::move(remainder)};
  }
  const mp_int divisor = borrow(b);
  Number remainder(b.used + 1);
  must(mp_div(&dividend, &divisor, quotient, remainder));
  return {quotient.take(), remainder.take()};
}

// value * B**digits + low, for magnitudes with low < B**digits.
BigInt join(BigIntView high, BigIntView low, int digits) {
  std::vector<mp_digit> joined(static_cast<std::size_t>(high.used + digits), 0);
  std::copy_n(low.digits, low.used, joined.begin());
  std::copy_n(high.digits, high.used, joined.begin() + digits);
  return from_vector(joined);
}

// Burnikel and Ziegler, "Fast Recursive Division" (1998). divide_2_by_1: a < b * B**n, b has n
// digits, the highest bit of its highest digit set. divide_3_by_2: the same for three halves by
// two.
Result<QuotientRemainder> divide_2_by_1(BigIntView a, BigIntView b, int n, Interrupt interrupt);

Result<QuotientRemainder> divide_3_by_2(BigIntView a12, BigIntView a3, BigIntView b, int half, Interrupt interrupt) {
  const BigIntView b1 = digit_slice(b, half, 2 * half);
  const BigIntView b2 = digit_slice(b, 0, half);
  BigInt quotient;
  BigInt remainder;
  if (compare(digit_slice(a12, half, a12.used), b1) == 0) {
    // The quotient would not fit in `half` digits: take the largest that does, B**half - 1.
    const std::vector<mp_digit> ones(static_cast<std::size_t>(half), MP_MASK);
    quotient = BigInt(BigIntView{ones.data(), half, false});
    const BigInt shifted = join(b1, {}, half);
    remainder = add_signed(add_signed(a12, negative(shifted)), b1);
  } else {
    Result<QuotientRemainder> upper = divide_2_by_1(a12, b1, half, interrupt);
    if (!upper) return upper.error();
    quotient = std::move(upper->quotient);
    remainder = std::move(upper->remainder);
  }
  Result<BigInt> product = multiply_magnitudes(quotient, b2, interrupt);
  if (!product) return product.error();
  product->negate();
  remainder = add_signed(join(remainder, a3, half), *product);
  while (remainder.view().negative) {  // at most twice
    remainder = add_signed(remainder, b);
    quotient = add_signed(quotient, Int64Digits(-1));
  }
  return QuotientRemainder{std::move(quotient), std::move(remainder)};
}

Result<QuotientRemainder> divide_2_by_1(BigIntView a, BigIntView b, int n, Interrupt interrupt) {
  if (n % 2 != 0 || n <= kSchoolbookDivisor) {
    if (interrupt()) return interrupted();
    return divide_schoolbook(a, b);
  }
  const int half = n / 2;
  Result<QuotientRemainder> high =
      divide_3_by_2(digit_slice(a, n, a.used), digit_slice(a, half, n), b, half, interrupt);
  if (!high) return high.error();
  Result<QuotientRemainder> low = divide_3_by_2(high->remainder, digit_slice(a, 0, half), b, half, interrupt);
  if (!low) return low.error();
  return QuotientRemainder{join(high->quotient, low->quotient, half), std::move(low->remainder)};
}

BigInt shifted_left(BigIntView a, int digits, int bits) {
  Number result(a.used + digits + 1);
  const mp_int operand = borrow(a);
  must(mp_mul_2d(&operand, digits * kDigitBits + bits, result));
  return result.take();
}

// Quotient and remainder of magnitudes, in pieces.
Result<QuotientRemainder> divide_magnitudes(BigIntView a, BigIntView b, Interrupt interrupt) {
  if (compare(without_sign(a), without_sign(b)) < 0) return QuotientRemainder{BigInt(), BigInt(without_sign(a))};
  a.negative = b.negative = false;
  if (b.used == 1 || (a.used < 4 * kSchoolbookDivisor && b.used < 4 * kSchoolbookDivisor)) {
    return divide_schoolbook(a, b);
  }
  if (a.used - b.used < kSchoolbookDivisor / 2 && b.used < kPieceDigits) return divide_schoolbook(a, b);
  // Pad the divisor to n = m * 2**k digits with m small, its top bit set; pad the dividend alike.
  int doublings = 0;
  while (((b.used - 1) >> doublings) + 1 > kSchoolbookDivisor) ++doublings;
  const int n = (((b.used - 1) >> doublings) + 1) << doublings;
  const int pad_digits = n - b.used;
  const int pad_bits = kDigitBits - static_cast<int>(std::bit_width(b.digits[b.used - 1]));
  const BigInt divisor = shifted_left(b, pad_digits, pad_bits);
  const BigInt dividend = shifted_left(a, pad_digits, pad_bits);
  const BigIntView digits = dividend.view();
  const int blocks = (digits.used + n - 1) / n;
  std::vector<mp_digit> quotient(static_cast<std::size_t>(blocks) * static_cast<std::size_t>(n) + 1, 0);
  BigInt remainder;
  for (int block = blocks; block-- > 0;) {
    const BigInt part = join(remainder, digit_slice(digits, block * n, (block + 1) * n), n);
    Result<QuotientRemainder> step = divide_2_by_1(part, divisor, n, interrupt);
    if (!step) return step.error();
    add_at(quotient, step->quotient, block * n);
    remainder = std::move(step->remainder);
  }
  if (!remainder.view().is_zero()) {
    Number unpadded(remainder.view().used);
    const mp_int operand = borrow(remainder);
    must(mp_div_2d(&operand, pad_digits * kDigitBits + pad_bits, unpadded, nullptr));
    remainder = unpadded.take();
  }
  return QuotientRemainder{from_vector(quotient), std::move(remainder)};
}

struct SmallDivision {
  __int128 quotient;
  __int128 remainder;
};
SmallDivision divide_small(BigIntView a, BigIntView b) noexcept {
  const __int128 x = small_value(a);
  const __int128 y = small_value(b);
  SmallDivision result{x / y, 0};
  result.remainder = x - result.quotient * y;
  if (result.remainder != 0 && (result.remainder < 0) != (y < 0)) {
    --result.quotient;
    result.remainder += y;
  }
  return result;
}

constexpr char kDivideByZero[] = "integer division or modulo by zero";

}  // namespace

BigInt negative(BigIntView a) {
  BigInt result(a);
  result.negate();
  return result;
}

BigInt absolute(BigIntView a) { return BigInt(without_sign(a)); }

Result<BigInt> add(BigIntView a, BigIntView b) {
  if (is_small(a) && is_small(b)) return BigInt::from_int128(small_value(a) + small_value(b));
  BigInt sum = add_signed(a, b);
  if (bit_length(sum) > kMaxBits) return memory_error();
  return sum;
}

Result<BigInt> subtract(BigIntView a, BigIntView b) { return add(a, negated(b)); }

Result<BigInt> multiply(BigIntView a, BigIntView b, Interrupt interrupt) {
  const std::int64_t bits = bit_length(a) + bit_length(b);
  if (bits <= 126 && is_small(a) && is_small(b)) {
    return BigInt::from_int128(small_value(a) * small_value(b));
  }
  if (bits - 1 > kMaxBits) return memory_error();
  if (a.used <= kPieceDigits && b.used <= kPieceDigits) return multiply_piece(a, b);
  Result<BigInt> product = multiply_magnitudes(without_sign(a), without_sign(b), interrupt);
  if (product && a.negative != b.negative) product->negate();
  return product;
}

namespace {

// The caller's digits as a destination of the library, which must not want more of them.
mp_int destination(mp_digit* digits, int room) noexcept { return {0, room, MP_ZPOS, digits}; }

BigIntView written(const mp_int& number, const mp_digit* digits, int room) noexcept {
  assert(number.dp == digits && number.alloc == room);
  static_cast<void>(digits), static_cast<void>(room);
  return {number.dp, number.used, number.used != 0 && number.sign != MP_ZPOS};
}

}  // namespace

BigIntView add_into(mp_digit* digits, BigIntView a, BigIntView b) noexcept {
  mp_int sum = destination(digits, sum_room(a, b));
  const mp_int left = borrow(a);
  const mp_int right = borrow(b);
  must(mp_add(&left, &right, &sum));
  return written(sum, digits, sum_room(a, b));
}

BigIntView multiply_into(mp_digit* digits, BigIntView a, BigIntView b) noexcept {
  assert(multiplies_into(a, b));
  if (a.used == 1) std::swap(a, b);
  mp_int product = destination(digits, product_room(a, b));
  const mp_int left = borrow(a);
  if (b.used == 1) {
    must(mp_mul_d(&left, b.digits[0], &product));
    if (b.negative && product.used != 0) product.sign = a.negative ? MP_ZPOS : MP_NEG;
  } else {
    const mp_int right = borrow(b);
    must(mp_mul(&left, &right, &product));
  }
  return written(product, digits, product_room(a, b));
}

Result<QuotientRemainder> divide_floor(BigIntView a, BigIntView b, Interrupt interrupt) {
  if (b.is_zero()) return zero_division_error(kDivideByZero);
  if (is_small(a) && is_small(b)) {
    const SmallDivision division = divide_small(a, b);
    return QuotientRemainder{BigInt::from_int128(division.quotient), BigInt::from_int128(division.remainder)};
  }
  Result<QuotientRemainder> result = divide_magnitudes(a, b, interrupt);
  if (!result) return result;
  if (a.negative) result->remainder.negate();
  if (a.negative != b.negative) {
    result->quotient.negate();
    if (!result->remainder.view().is_zero()) {
      result->quotient = add_signed(result->quotient, Int64Digits(-1));
      result->remainder = add_signed(result->remainder, b);
    }
  }
  return result;
}

Result<BigInt> floor_divide(BigIntView a, BigIntView b, Interrupt interrupt) {
  if (is_small(a) && is_small(b) && !b.is_zero()) return BigInt::from_int128(divide_small(a, b).quotient);
  Result<QuotientRemainder> result = divide_floor(a, b, interrupt);
  if (!result) return result.error();
  return std::move(result->quotient);
}

Result<BigInt> modulo(BigIntView a, BigIntView b, Interrupt interrupt) {
  if (b.is_zero()) return zero_division_error("integer modulo by zero");
  if (is_small(a) && is_small(b)) return BigInt::from_int128(divide_small(a, b).remainder);
  Result<QuotientRemainder> result = divide_floor(a, b, interrupt);
  if (!result) return result.error();
  return std::move(result->remainder);
}

Result<double> true_divide(BigIntView a, BigIntView b, Interrupt interrupt) {
  if (b.is_zero()) return zero_division_error("division by zero");
  if (a.is_zero()) return b.negative ? -0.0 : 0.0;
  constexpr int kMantissaBits = std::numeric_limits<double>::digits;
  const bool negative_result = a.negative != b.negative;
  const std::int64_t bits_a = bit_length(a);
  const std::int64_t bits_b = bit_length(b);
  if (bits_a <= kMantissaBits && bits_b <= kMantissaBits) {  // both exact: one rounding
    return static_cast<double>(*to_int64(a)) / static_cast<double>(*to_int64(b));
  }
  const auto overflow = [] { return overflow_error("integer division result too large for a float"); };
  const std::int64_t difference = bits_a - bits_b;
  if (difference > std::numeric_limits<double>::max_exponent) return overflow();
  if (difference < std::numeric_limits<double>::min_exponent - kMantissaBits - 1) {
    return negative_result ? -0.0 : 0.0;
  }
  // Scale so that the quotient has two or three bits more than a mantissa (than a subnormal's, when
  // it will be one), note whether anything was lost below, and round once.
  const std::int64_t scale =
      std::max<std::int64_t>(difference, std::numeric_limits<double>::min_exponent) - kMantissaBits - 2;
  bool inexact = false;
  BigInt scaled;
  if (scale <= 0) {
    Result<BigInt> shifted = shift_left(without_sign(a), -scale);
    if (!shifted) return shifted.error();
    scaled = shifted.take();
  } else {
    scaled = *shift_right(without_sign(a), scale);
    for (std::int64_t i = 0; i < scale && !inexact; i += 32) {
      inexact = bits_at(a, i, static_cast<int>(std::min<std::int64_t>(32, scale - i))) != 0;
    }
  }
  Result<QuotientRemainder> division = divide_floor(scaled, without_sign(b), interrupt);
  if (!division) return division.error();
  inexact = inexact || !division->remainder.view().is_zero();
  std::uint64_t quotient = low_bits64(division->quotient);  // at most 56 bits
  const auto quotient_bits = static_cast<std::int64_t>(std::bit_width(quotient));
  const std::int64_t extra =
      std::max<std::int64_t>(quotient_bits, std::numeric_limits<double>::min_exponent - scale) - kMantissaBits;
  const std::uint64_t half = std::uint64_t{1} << (extra - 1);
  const std::uint64_t rest = quotient & (2 * half - 1);
  quotient >>= extra;
  if (rest > half || (rest == half && (inexact || (quotient & 1) != 0))) ++quotient;
  const double value = std::ldexp(static_cast<double>(quotient), static_cast<int>(scale + extra));
  if (std::isinf(value)) return overflow();
  return negative_result ? -value : value;
}

}  // namespace threadbook::python
