// Powers, roots and common divisors, on the arithmetic of bigint_arithmetic.cpp.

#include <algorithm>
#include <bit>
#include <cmath>

#include "python/numeric/bigint_number.h"
#include "python/numeric/int_ops.h"

namespace threadbook::python {

namespace {

// Exponents of up to this many bits are taken bit by bit: mp_exptmod's table of powers does not pay.
constexpr std::int64_t kShortExponentBits = 64;
// mp_exptmod may take modulus and exponent of up to this many bits in one call (a few
// milliseconds).
constexpr std::int64_t kLibraryModulusBits = 1536;

std::int64_t trailing_zeros(BigIntView a) noexcept {
  std::int64_t zeros = 0;
  for (int i = 0; i < a.used; ++i, zeros += kDigitBits) {
    if (a.digits[i] != 0) return zeros + std::countr_zero(a.digits[i]);
  }
  return zeros;
}

bool is_one(BigIntView magnitude) noexcept { return magnitude.used == 1 && magnitude.digits[0] == 1; }

// a ** -1 modulo m > 1, in [0, m), by Euclid's algorithm; an error if they have a common divisor.
Result<BigInt> invert_modulo(BigIntView a, BigIntView m, Interrupt interrupt) {
  Result<BigInt> reduced = modulo(a, m, interrupt);
  if (!reduced) return reduced.error();
  // Invariant: rest_i == coefficient_i * a modulo m.
  BigInt rest = reduced.take();
  BigInt next_rest(m);
  BigInt coefficient(std::int64_t{1});
  BigInt next_coefficient;
  while (!next_rest.view().is_zero()) {
    if (interrupt()) return interrupted();
    Result<QuotientRemainder> step = divide_floor(rest, next_rest, interrupt);
    if (!step) return step.error();
    const Result<BigInt> product = multiply(step->quotient, next_coefficient, interrupt);
    if (!product) return product.error();
    Result<BigInt> difference = subtract(coefficient, *product);
    if (!difference) return difference.error();
    rest = std::move(next_rest);
    next_rest = std::move(step->remainder);
    coefficient = std::move(next_coefficient);
    next_coefficient = difference.take();
  }
  if (!is_one(rest)) return value_error("base is not invertible for the given modulus");
  return modulo(coefficient, m, interrupt);
}

std::uint64_t power_modulo_64(std::uint64_t base, BigIntView exponent, std::uint64_t modulus) noexcept {
  std::uint64_t result = 1 % modulus;
  for (std::int64_t bit = bit_length(exponent); bit-- > 0;) {
    result = static_cast<std::uint64_t>(static_cast<unsigned __int128>(result) * result % modulus);
    if (bits_at(exponent, bit, 1) != 0) {
      result = static_cast<std::uint64_t>(static_cast<unsigned __int128>(result) * base % modulus);
    }
  }
  return result;
}

// base ** exponent modulo an odd number, by Montgomery's multiplication: with R = B ** m.used, each
// x is kept as x * R modulo m, and a product of two is divided by R. REQUIRES: 0 <= base < m,
// exponent > 0.
BigInt power_modulo_odd(BigIntView base, BigIntView exponent, BigIntView modulus) {
  const mp_int m = borrow(modulus);
  mp_digit rho = 0;
  must(mp_montgomery_setup(&m, &rho));
  const mp_int b = borrow(base);
  Number factor(2 * modulus.used + 1);
  must(mp_mul_2d(&b, modulus.used * kDigitBits, factor));
  must(mp_mod(factor, &m, factor));
  Number power(2 * modulus.used + 1);
  must(mp_copy(factor, power));
  for (std::int64_t bit = bit_length(exponent) - 1; bit-- > 0;) {
    must(mp_sqr(power, power));
    must(mp_montgomery_reduce(power, &m, rho));
    if (bits_at(exponent, bit, 1) == 0) continue;
    must(mp_mul(power, factor, power));
    must(mp_montgomery_reduce(power, &m, rho));
  }
  must(mp_montgomery_reduce(power, &m, rho));
  return power.take();
}

}  // namespace

Result<BigInt> power(BigIntView base, BigIntView exponent, Interrupt interrupt) {
  assert(!exponent.negative);
  if (exponent.is_zero()) return BigInt(std::int64_t{1});
  if (base.is_zero()) return BigInt();
  const bool negative_result = base.negative && exponent.is_odd();
  base.negative = false;
  if (is_one(base)) return BigInt(std::int64_t{negative_result ? -1 : 1});
  const auto times = to_int64(exponent);
  if (!times || *times > kMaxBits) return memory_error();
  const FractionExponent size = to_fraction_exponent(base);
  const double bits = (std::log2(size.mantissa) + static_cast<double>(size.exponent)) * static_cast<double>(*times);
  if (bits > static_cast<double>(kMaxBits)) return memory_error();
  // The powers of two come last, by a shift.
  const std::int64_t zeros = trailing_zeros(base);
  Result<BigInt> odd = shift_right(base, zeros);
  if (!odd) return odd;
  BigInt result(std::int64_t{1});
  if (!is_one(*odd)) {
    result = *odd;
    for (int bit = std::bit_width(static_cast<std::uint64_t>(*times)) - 1; bit-- > 0;) {
      Result<BigInt> square = multiply(result, result, interrupt);
      if (!square) return square;
      result = square.take();
      if (((*times >> bit) & 1) != 0) {
        Result<BigInt> product = multiply(result, *odd, interrupt);
        if (!product) return product;
        result = product.take();
      }
      if (interrupt()) return interrupted();
    }
  }
  if (zeros != 0) {
    Result<BigInt> shifted = shift_left(result, zeros * *times);
    if (!shifted) return shifted;
    result = shifted.take();
  }
  if (negative_result) result.negate();
  return result;
}

Result<BigInt> power_modulo(BigIntView base, BigIntView exponent, BigIntView modulus, Interrupt interrupt) {
  if (modulus.is_zero()) return value_error("pow() 3rd argument cannot be 0");
  const BigIntView m = without_sign(modulus);
  if (is_one(m)) return BigInt();
  Result<BigInt> reduced = exponent.negative ? invert_modulo(base, m, interrupt) : modulo(base, m, interrupt);
  if (!reduced) return reduced;
  const BigIntView times = without_sign(exponent);
  BigInt result(std::int64_t{1});
  if (const std::int64_t bits = bit_length(m); bits <= 64) {
    result = BigInt::from_uint64(power_modulo_64(low_bits64(*reduced), times, low_bits64(m)));
  } else if (bits <= kLibraryModulusBits && m.is_odd() && !times.is_zero() && bit_length(times) <= kShortExponentBits) {
    result = power_modulo_odd(*reduced, times, m);
  } else if (bits <= kLibraryModulusBits && bit_length(times) <= kLibraryModulusBits && !times.is_zero()) {
    Number power(m.used + 1);
    const mp_int b = borrow(*reduced);
    const mp_int e = borrow(times);
    const mp_int modulus_operand = borrow(m);
    must(mp_exptmod(&b, &e, &modulus_operand, power));
    result = power.take();
  } else {
    for (std::int64_t bit = bit_length(times); bit-- > 0;) {
      if (interrupt()) return interrupted();
      for (int factor = 0; factor <= static_cast<int>(bits_at(times, bit, 1)); ++factor) {
        const Result<BigInt> product = multiply(result, factor == 0 ? result.view() : reduced->view(), interrupt);
        if (!product) return product.error();
        Result<BigInt> rest = modulo(*product, m, interrupt);
        if (!rest) return rest;
        result = rest.take();
      }
    }
  }
  if (modulus.negative && !result.view().is_zero()) return subtract(result, m);
  return result;
}

Result<BigInt> gcd(BigIntView a, BigIntView b, Interrupt interrupt) {
  // Lehmer's algorithm (Knuth, volume 2, 4.5.2, algorithm L): Euclid's steps are tried on the
  // leading bits alone, in machine words, and applied to the whole numbers a dozen or more at a
  // time.
  constexpr int kCofactorBits = kDigitBits < 30 ? kDigitBits : 30;
  BigInt x = absolute(a);
  BigInt y = absolute(b);
  if (compare(x, y) < 0) std::swap(x, y);
  while (bit_length(y) > 64) {
    if (interrupt()) return interrupted();
    const std::int64_t low = bit_length(x) - 2 * kCofactorBits;
    const auto leading = [low](BigIntView n) {
      return static_cast<std::int64_t>(bits_at(n, low + kCofactorBits, kCofactorBits)) << kCofactorBits |
             static_cast<std::int64_t>(bits_at(n, low, kCofactorBits));
    };
    std::int64_t p = leading(x);
    std::int64_t q = leading(y);
    // p approximates xa * x + xb * y and q approximates ya * x + yb * y; a quotient is certain if
    // both ends of the interval of error agree on it.
    std::int64_t xa = 1, xb = 0, ya = 0, yb = 1;
    while (q + ya != 0 && q + yb != 0) {
      const std::int64_t quotient = (p + xa) / (q + ya);
      constexpr std::int64_t kLimit = std::int64_t{1} << kCofactorBits;
      if (quotient >= kLimit || quotient != (p + xb) / (q + yb)) break;
      const std::int64_t next_a = xa - quotient * ya;
      const std::int64_t next_b = xb - quotient * yb;
      if (next_a <= -kLimit || next_a >= kLimit || next_b <= -kLimit || next_b >= kLimit) break;
      const std::int64_t next = p - quotient * q;
      p = q;
      q = next;
      xa = ya;
      xb = yb;
      ya = next_a;
      yb = next_b;
    }
    if (xb == 0) {
      Result<BigInt> rest = modulo(x, y, interrupt);
      if (!rest) return rest;
      x = std::move(y);
      y = rest.take();
      continue;
    }
    const auto combine = [&](std::int64_t ca, std::int64_t cb) {
      return *add(*multiply(x, Int64Digits(ca)), *multiply(y, Int64Digits(cb)));
    };
    BigInt next_x = combine(xa, xb);
    y = combine(ya, yb);
    x = std::move(next_x);
    if (x.view().negative) x.negate();
    if (y.view().negative) y.negate();
    if (compare(x, y) < 0) std::swap(x, y);
  }
  if (y.view().is_zero()) return x;
  const Result<BigInt> rest = modulo(x, y, interrupt);
  if (!rest) return rest;
  return BigInt::from_uint64(gcd(low_bits64(y), low_bits64(*rest)));
}

Result<BigInt> integer_sqrt(BigIntView a, Interrupt interrupt) {
  if (a.negative) return value_error("isqrt() argument must be nonnegative");
  if (a.is_zero()) return BigInt();
  if (bit_length(a) <= 64) {
    const std::uint64_t value = low_bits64(a);
    auto root = static_cast<std::uint64_t>(std::sqrt(static_cast<double>(value)));
    root = std::min<std::uint64_t>(root, 0xFFFFFFFF);
    while (root * root > value) --root;
    while (root < 0xFFFFFFFF && (root + 1) * (root + 1) <= value) ++root;
    return BigInt::from_uint64(root);
  }
  // Newton's iteration with the precision doubled at each step: `root` approximates the square root
  // of the top 2 * precision bits from above or one below (Zimmermann's scheme, as math.isqrt
  // documents it).
  const std::int64_t target = (bit_length(a) - 1) / 2;
  BigInt root(std::int64_t{1});
  std::int64_t precision = 0;
  for (int step = std::bit_width(static_cast<std::uint64_t>(target)); step-- > 0;) {
    if (interrupt()) return interrupted();
    const std::int64_t before = precision;
    precision = target >> step;
    const Result<BigInt> top = shift_right(a, 2 * target - before - precision + 1);
    if (!top) return top;
    const Result<BigInt> quotient = floor_divide(*top, root, interrupt);
    if (!quotient) return quotient;
    const Result<BigInt> shifted = shift_left(root, precision - before - 1);
    if (!shifted) return shifted;
    Result<BigInt> sum = add(*shifted, *quotient);
    if (!sum) return sum;
    root = sum.take();
  }
  const Result<BigInt> square = multiply(root, root, interrupt);
  if (!square) return square;
  if (compare(*square, a) > 0) return subtract(root, Int64Digits(1));
  return root;
}

}  // namespace threadbook::python
