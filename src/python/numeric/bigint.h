// Python's int beyond the engine's small integers: arbitrary-size signed integers on libtommath,
// with the semantics of CPython 3.11's int ("Numeric Types", "Bitwise Operations on Integer Types"
// in the library reference).
//
// Operands are BigIntViews: digits that live elsewhere (inline in a heap object, in a BigInt, in an
// Int64Digits on the stack), so calling an operation copies nothing. Results are BigInts, values
// that own their digits: up to kInlineDigits of them in place, so arithmetic on 64- and 128-bit
// numbers allocates nothing, more in a libtommath buffer. The engine copies a result's view() into
// its heap, or turns it back into a small integer with to_int64().
//
// Size: no result has more than kMaxBits bits. Every operation estimates its result first and
// answers MemoryError in constant time if it would not fit, so 2**10**9 is refused at once. The
// digits' own memory comes from malloc and is bounded by a small multiple of the result.
//
// Time: libtommath multiplies by schoolbook, Karatsuba and Toom-Cook. On top of it, operations on
// large numbers divide the work into pieces (Karatsuba splitting, Burnikel-Ziegler division,
// divide-and-conquer radix conversion, Lehmer's gcd) and ask `Interrupt` between pieces, each below
// about 10 ms; those are the operations that take an Interrupt. The others are linear.
//
// Thread safety: pure functions; a BigInt belongs to one thread, a view's digits must not change
// during the call.
#pragma once

#include <compare>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include <tommath.h>

#include "python/numeric/interrupt.h"
#include "python/numeric/result.h"

namespace threadbook::python {

// No integer is larger (2**27 bits are 40 million decimal digits, 16 MB), so that operations of
// linear cost, which ask no Interrupt, stay below about 50 ms.
inline constexpr std::int64_t kMaxBits = std::int64_t{1} << 27;

// Digits of base 2**MP_DIGIT_BIT, least significant first, stored elsewhere.
// Invariants: the last digit is not zero; `used` is 0 for zero, which is not negative.
struct BigIntView {
  const mp_digit* digits = nullptr;
  int used = 0;
  bool negative = false;

  bool is_zero() const noexcept { return used == 0; }
  bool is_odd() const noexcept { return used != 0 && (digits[0] & 1) != 0; }
};
inline BigIntView negated(BigIntView a) noexcept { return {a.digits, a.used, !a.negative && !a.is_zero()}; }

// A 64-bit integer's digits on the stack, to give a small integer to an operation on views. The
// view points into this object.
class Int64Digits {
 public:
  explicit Int64Digits(std::int64_t value) noexcept;
  BigIntView view() const noexcept { return {digits_, used_, negative_}; }
  operator BigIntView() const noexcept { return view(); }

 private:
  mp_digit digits_[64 / MP_DIGIT_BIT + 1];
  int used_;
  bool negative_;
};

// An integer that owns its digits. Value type; moved-from objects are zero.
class BigInt {
 public:
  static constexpr int kInlineDigits = 32 / static_cast<int>(sizeof(mp_digit));

  BigInt() noexcept;
  explicit BigInt(std::int64_t value) noexcept;
  explicit BigInt(BigIntView view);
  static BigInt from_uint64(std::uint64_t value) noexcept;
  static BigInt from_int128(__int128 value) noexcept;
  // Takes over `number`, which becomes unusable; trims leading zeros.
  static BigInt adopt(mp_int& number) noexcept;

  BigInt(const BigInt& other);
  BigInt(BigInt&& other) noexcept;
  BigInt& operator=(const BigInt& other);
  BigInt& operator=(BigInt&& other) noexcept;
  ~BigInt();

  BigIntView view() const noexcept;
  operator BigIntView() const noexcept { return view(); }
  // How many bytes of malloc the digits take; 0 if they are inline.
  std::size_t heap_bytes() const noexcept;

  void negate() noexcept;

 private:
  bool owns_buffer() const noexcept { return buffer_ != nullptr; }
  void assign(BigIntView view);

  mp_digit* buffer_;  // libtommath's buffer of alloc_ digits, or null: the digits are in inline_
  int used_;
  int alloc_;
  bool negative_;
  mp_digit inline_[kInlineDigits];
};

// -- Conversions ----------------------------------------------------------------------------------

// int(value): towards zero. ValueError for NaN, OverflowError for infinities, messages as
// CPython's.
Result<BigInt> int_from_double(double value);
// The value if it fits, else nothing.
std::optional<std::int64_t> to_int64(BigIntView a) noexcept;
// The low 64 bits of the two's complement representation.
std::uint64_t low_bits64(BigIntView a) noexcept;
// float(a): correctly rounded, half to even; OverflowError "int too large to convert to float".
Result<double> to_double(BigIntView a);
// a == mantissa * 2**exponent with 0.5 <= |mantissa| < 1, mantissa correctly rounded; never
// overflows (math.log and friends).
struct FractionExponent {
  double mantissa;
  std::int64_t exponent;
};
FractionExponent to_fraction_exponent(BigIntView a);

// Digits in `base` (2 to 36), lower case, '-' in front if negative, no prefix, no limit on digits.
// Quasi-linear in practice: 100 000 digits in a few milliseconds. Error: Interrupted.
Result<std::string> to_digits(BigIntView a, int base, Interrupt interrupt = {});
// The value of `digits`, all of which must be digits of `base` (either case); at least one. Errors:
// MemoryError, Interrupted.
Result<BigInt> from_digits(std::string_view digits, int base, Interrupt interrupt = {});

// sys.get_int_max_str_digits()'s default, CPython 3.11's guard against quadratic conversions; 0
// switches it off.
inline constexpr int kDefaultMaxStrDigits = 4300;
// Whether str(a) is allowed: ValueError "Exceeds the limit (4300 digits) for integer string
// conversion; use sys.set_int_max_str_digits() to increase the limit" if a has more than `limit`
// decimal digits. Constant time unless near.
Result<Done> check_str_digits(BigIntView a, int limit = kDefaultMaxStrDigits);
// Whether int(text) of `count` decimal digits is allowed; the message states the count as CPython's
// does.
Result<Done> check_parse_digits(std::size_t count, int limit = kDefaultMaxStrDigits);

// int.to_bytes: OverflowError "int too big to convert", "can't convert negative int to unsigned".
Result<std::string> to_bytes(BigIntView a, std::size_t length, bool little_endian, bool is_signed);
// int.from_bytes. Error: MemoryError.
Result<BigInt> from_bytes(std::string_view bytes, bool little_endian, bool is_signed);

// -- Arithmetic -----------------------------------------------------------------------------------
// Errors common to all that return a Result: MemoryError if the result would exceed kMaxBits,
// Interrupted.

Result<BigInt> add(BigIntView a, BigIntView b);
Result<BigInt> subtract(BigIntView a, BigIntView b);
Result<BigInt> multiply(BigIntView a, BigIntView b, Interrupt interrupt = {});

// a + b and a * b, written to where the caller has room, without a copy; the view is of what was
// written. REQUIRES: room for sum_room() or product_room() digits; kMaxBits is the caller's matter.
inline int sum_room(BigIntView a, BigIntView b) noexcept { return (a.used > b.used ? a.used : b.used) + 1; }
BigIntView add_into(mp_digit* digits, BigIntView a, BigIntView b) noexcept;
inline int product_room(BigIntView a, BigIntView b) noexcept { return a.used + b.used + 1; }
// Only these products can be written so.
inline bool multiplies_into(BigIntView a, BigIntView b) noexcept {
  return product_room(a, b) <= 32 || a.used == 1 || b.used == 1;
}
BigIntView multiply_into(mp_digit* digits, BigIntView a, BigIntView b) noexcept;

struct QuotientRemainder {
  BigInt quotient;
  BigInt remainder;
};
// a // b and a % b: the quotient is floored, the remainder has b's sign.
// ZeroDivisionError "integer division or modulo by zero"; modulo alone says "integer modulo by
// zero" (3.11).
Result<QuotientRemainder> divide_floor(BigIntView a, BigIntView b, Interrupt interrupt = {});
Result<BigInt> floor_divide(BigIntView a, BigIntView b, Interrupt interrupt = {});
Result<BigInt> modulo(BigIntView a, BigIntView b, Interrupt interrupt = {});
// a / b: correctly rounded. ZeroDivisionError "division by zero", OverflowError "integer division
// result too large for a float".
Result<double> true_divide(BigIntView a, BigIntView b, Interrupt interrupt = {});

// base ** exponent; the exponent must not be negative (the engine gives that to float_power).
Result<BigInt> power(BigIntView base, BigIntView exponent, Interrupt interrupt = {});
// pow(base, exponent, modulus): the result has the modulus's sign; a negative exponent takes the
// inverse. ValueError "pow() 3rd argument cannot be 0", "base is not invertible for the given
// modulus".
Result<BigInt> power_modulo(BigIntView base, BigIntView exponent, BigIntView modulus, Interrupt interrupt = {});
// math.gcd of two: not negative.
Result<BigInt> gcd(BigIntView a, BigIntView b, Interrupt interrupt = {});
// math.isqrt: ValueError "isqrt() argument must be nonnegative".
Result<BigInt> integer_sqrt(BigIntView a, Interrupt interrupt = {});

BigInt negative(BigIntView a);
BigInt absolute(BigIntView a);
// round(a, -digits) for digits >= 0: to a multiple of 10**digits, half to even.
Result<BigInt> round_to_tens(BigIntView a, std::int64_t digits, Interrupt interrupt = {});

// -- Bits: infinite two's complement, as in Python ------------------------------------------------

// ValueError "negative shift count"; a << that would exceed kMaxBits is MemoryError, however large
// the count.
Result<BigInt> shift_left(BigIntView a, BigIntView count);
Result<BigInt> shift_left(BigIntView a, std::int64_t count);
Result<BigInt> shift_right(BigIntView a, BigIntView count);
Result<BigInt> shift_right(BigIntView a, std::int64_t count);
BigInt bit_and(BigIntView a, BigIntView b);
BigInt bit_or(BigIntView a, BigIntView b);
BigInt bit_xor(BigIntView a, BigIntView b);
BigInt bit_invert(BigIntView a);

// Of the absolute value: int.bit_length, int.bit_count.
std::int64_t bit_length(BigIntView a) noexcept;
std::int64_t bit_count(BigIntView a) noexcept;

// -- Order and hash -------------------------------------------------------------------------------

std::strong_ordering compare(BigIntView a, BigIntView b) noexcept;
inline bool operator==(BigIntView a, BigIntView b) noexcept { return compare(a, b) == 0; }
// Exactly, whatever the sizes; unordered if b is NaN.
std::partial_ordering compare(BigIntView a, double b) noexcept;
// hash(a) as CPython's on 64-bit machines: modulo the prime 2**61 - 1, with a's sign, never -1.
std::int64_t hash_int(BigIntView a) noexcept;

}  // namespace threadbook::python
