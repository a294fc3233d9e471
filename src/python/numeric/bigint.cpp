#include "python/numeric/bigint.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <cstring>
#include <limits>

#include "python/numeric/bigint_number.h"
#include "python/numeric/int_ops.h"

namespace threadbook::python {

Int64Digits::Int64Digits(std::int64_t value) noexcept : used_(0), negative_(value < 0) {
  for (std::uint64_t rest = magnitude(value); rest != 0; rest >>= kDigitBits) {
    digits_[used_++] = static_cast<mp_digit>(rest & MP_MASK);
  }
}

// -- The value type -------------------------------------------------------------------------------

BigInt::BigInt() noexcept : buffer_(nullptr), used_(0), alloc_(0), negative_(false) {}

BigInt::BigInt(std::int64_t value) noexcept : BigInt() {
  const Int64Digits digits(value);
  assign(digits.view());
}

BigInt::BigInt(BigIntView view) : BigInt() { assign(view); }

BigInt BigInt::from_uint64(std::uint64_t value) noexcept { return from_int128(static_cast<__int128>(value)); }

BigInt BigInt::from_int128(__int128 value) noexcept {
  BigInt result;
  result.negative_ = value < 0;
  auto rest = static_cast<unsigned __int128>(value);
  if (value < 0) rest = 0 - rest;
  for (; rest != 0; rest >>= kDigitBits) {
    result.inline_[result.used_++] = static_cast<mp_digit>(rest & MP_MASK);
  }
  return result;
}

BigInt BigInt::adopt(mp_int& number) noexcept {
  mp_clamp(&number);
  BigInt result;
  result.used_ = number.used;
  result.negative_ = number.used != 0 && number.sign != MP_ZPOS;
  if (number.used <= kInlineDigits) {
    std::copy_n(number.dp, number.used, result.inline_);
    mp_clear(&number);
  } else {
    result.buffer_ = number.dp;
    result.alloc_ = number.alloc;
    number.dp = nullptr;  // mp_clear of a number without digits does nothing
    number.used = number.alloc = 0;
  }
  return result;
}

void BigInt::assign(BigIntView view) {
  if (view.used <= kInlineDigits) {
    std::copy_n(view.digits, view.used, inline_);
  } else {
    mp_int number;
    must(mp_init_size(&number, view.used));
    std::copy_n(view.digits, view.used, number.dp);
    buffer_ = number.dp;
    alloc_ = number.alloc;
  }
  used_ = view.used;
  negative_ = view.negative;
}

BigInt::BigInt(const BigInt& other) : BigInt(other.view()) {}

BigInt::BigInt(BigInt&& other) noexcept
    : buffer_(other.buffer_), used_(other.used_), alloc_(other.alloc_), negative_(other.negative_) {
  if (!owns_buffer()) std::copy_n(other.inline_, used_, inline_);
  other.buffer_ = nullptr;
  other.used_ = other.alloc_ = 0;
  other.negative_ = false;
}

BigInt& BigInt::operator=(const BigInt& other) {
  if (this != &other) *this = BigInt(other);
  return *this;
}

BigInt& BigInt::operator=(BigInt&& other) noexcept {
  if (this != &other) {
    this->~BigInt();
    new (this) BigInt(std::move(other));
  }
  return *this;
}

BigInt::~BigInt() {
  if (!owns_buffer()) return;
  mp_int number{used_, alloc_, MP_ZPOS, buffer_};
  mp_clear(&number);
}

BigIntView BigInt::view() const noexcept { return {owns_buffer() ? buffer_ : inline_, used_, negative_}; }

std::size_t BigInt::heap_bytes() const noexcept { return static_cast<std::size_t>(alloc_) * sizeof(mp_digit); }

void BigInt::negate() noexcept { negative_ = used_ != 0 && !negative_; }

// -- Machine numbers ------------------------------------------------------------------------------

std::optional<std::int64_t> to_int64(BigIntView a) noexcept {
  const std::int64_t bits = bit_length(a);
  if (bits > 64) return std::nullopt;
  std::uint64_t value = 0;
  for (int i = a.used; i-- > 0;) value = (value << kDigitBits) | a.digits[i];
  constexpr std::uint64_t kLimit = std::uint64_t{1} << 63;
  if (a.negative) {
    if (value > kLimit) return std::nullopt;
    return static_cast<std::int64_t>(0 - value);
  }
  if (value >= kLimit) return std::nullopt;
  return static_cast<std::int64_t>(value);
}

std::uint64_t low_bits64(BigIntView a) noexcept {
  std::uint64_t value = 0;
  int shift = 0;
  for (int i = 0; i < a.used && shift < 64; ++i, shift += kDigitBits) {
    value |= static_cast<std::uint64_t>(a.digits[i]) << shift;
  }
  return a.negative ? 0 - value : value;
}

Result<BigInt> int_from_double(double value) {
  if (std::isnan(value)) return value_error("cannot convert float NaN to integer");
  if (std::isinf(value)) return overflow_error("cannot convert float infinity to integer");
  if (std::fabs(value) < 9223372036854775808.0) return BigInt(static_cast<std::int64_t>(value));
  int exponent = 0;
  const double mantissa = std::frexp(value, &exponent);
  const auto whole = static_cast<std::int64_t>(std::ldexp(mantissa, 53));
  return shift_left(Int64Digits(whole), std::int64_t{exponent - 53});
}

TopBits top_bits(BigIntView view) noexcept {
  const std::int64_t length = bit_length(view);
  if (length <= 64) {
    std::uint64_t value = 0;
    for (int i = view.used; i-- > 0;) value = (value << kDigitBits) | view.digits[i];
    return {value << (64 - length), false};
  }
  const std::int64_t low = length - 64;
  const std::uint64_t bits = static_cast<std::uint64_t>(bits_at(view, low + 32, 32)) << 32 | bits_at(view, low, 32);
  const auto index = static_cast<int>(low / kDigitBits);
  const mp_digit below = (mp_digit{1} << (low % kDigitBits)) - 1;
  bool sticky = (view.digits[index] & below) != 0;
  for (int i = 0; i < index && !sticky; ++i) sticky = view.digits[i] != 0;
  return {bits, sticky};
}

namespace {

// Rounds 64 left-aligned bits to a double's 53, half to even; the result may be 2**53.
std::uint64_t round_to_mantissa(TopBits top) noexcept {
  constexpr std::uint64_t kHalf = 1 << 10;
  std::uint64_t mantissa = top.bits >> 11;
  const std::uint64_t rest = top.bits & (2 * kHalf - 1);
  if (rest > kHalf || (rest == kHalf && (top.sticky || (mantissa & 1) != 0))) ++mantissa;
  return mantissa;
}

}  // namespace

Result<double> to_double(BigIntView a) {
  if (a.is_zero()) return 0.0;
  const std::int64_t bits = bit_length(a);
  if (bits <= 1024) {
    const double value = std::ldexp(static_cast<double>(round_to_mantissa(top_bits(a))), static_cast<int>(bits) - 53);
    if (!std::isinf(value)) return a.negative ? -value : value;
  }
  return overflow_error("int too large to convert to float");
}

FractionExponent to_fraction_exponent(BigIntView a) {
  if (a.is_zero()) return {0.0, 0};
  double mantissa = std::ldexp(static_cast<double>(round_to_mantissa(top_bits(a))), -53);
  std::int64_t exponent = bit_length(a);
  if (mantissa == 1.0) {
    mantissa = 0.5;
    ++exponent;
  }
  return {a.negative ? -mantissa : mantissa, exponent};
}

// -- Bytes ----------------------------------------------------------------------------------------

Result<std::string> to_bytes(BigIntView a, std::size_t length, bool little_endian, bool is_signed) {
  if (a.negative && !is_signed) return overflow_error("can't convert negative int to unsigned");
  if (length > static_cast<std::size_t>(kMaxBits)) return memory_error();
  // The bits below the sign: those of -a - 1 for a negative number.
  const std::int64_t needed = a.negative ? bit_length(bit_invert(a)) : bit_length(a);
  if (needed + (is_signed ? 1 : 0) > static_cast<std::int64_t>(length) * 8 && !(a.is_zero() && length == 0)) {
    return overflow_error("int too big to convert");
  }
  std::string bytes(length, '\0');
  std::uint32_t carry = 1;  // two's complement: invert and add one
  for (std::size_t i = 0; i < length; ++i) {
    std::uint32_t byte = bits_at(a, static_cast<std::int64_t>(i) * 8, 8);
    if (a.negative) {
      byte = (byte ^ 0xFF) + carry;
      carry = byte >> 8;
    }
    bytes[little_endian ? i : length - 1 - i] = static_cast<char>(byte & 0xFF);
  }
  return bytes;
}

Result<BigInt> from_bytes(std::string_view bytes, bool little_endian, bool is_signed) {
  const auto size = static_cast<std::int64_t>(bytes.size());
  if (size > kMaxBits / 8) return memory_error();
  DigitWriter writer(size * 8);
  for (std::size_t i = 0; i < bytes.size(); ++i) {
    writer.push(static_cast<unsigned char>(bytes[little_endian ? i : bytes.size() - 1 - i]), 8);
  }
  BigInt value = writer.finish();
  if (is_signed && size != 0 && bits_at(value, size * 8 - 1, 1) != 0) {
    Result<BigInt> modulus = shift_left(Int64Digits(1), size * 8);
    if (!modulus) return modulus.error();
    return subtract(value, *modulus);
  }
  return value;
}

// -- Order and hash -------------------------------------------------------------------------------

std::strong_ordering compare(BigIntView a, BigIntView b) noexcept {
  if (a.negative != b.negative) {
    return a.negative ? std::strong_ordering::less : std::strong_ordering::greater;
  }
  std::strong_ordering order = a.used <=> b.used;
  for (int i = a.used; order == 0 && i-- > 0;) order = a.digits[i] <=> b.digits[i];
  return a.negative ? 0 <=> order : order;
}

std::partial_ordering compare(BigIntView a, double b) noexcept {
  if (std::isnan(b)) return std::partial_ordering::unordered;
  if (std::isinf(b)) return b > 0 ? std::partial_ordering::less : std::partial_ordering::greater;
  const int sign_a = a.is_zero() ? 0 : (a.negative ? -1 : 1);
  const int sign_b = b > 0 ? 1 : (b < 0 ? -1 : 0);
  if (sign_a != sign_b || sign_a == 0) return sign_a <=> sign_b;
  // Same sign: magnitudes by exponent, then by whole part, then by b's fraction.
  int exponent = 0;
  std::frexp(b, &exponent);
  const std::int64_t bits = bit_length(a);
  std::partial_ordering order = bits <=> std::int64_t{exponent};
  if (order == 0) {
    double whole = 0;
    const double fraction = std::modf(std::fabs(b), &whole);
    int whole_exponent = 0;
    const double mantissa = std::frexp(whole, &whole_exponent);
    const auto whole_top = static_cast<std::uint64_t>(std::ldexp(mantissa, 64));
    const TopBits top = top_bits(a);
    order = top.bits <=> whole_top;
    if (order == 0) order = (top.sticky ? 1 : 0) <=> (fraction > 0 ? 1 : 0);
  }
  return a.negative ? 0 <=> order : order;
}

std::int64_t hash_int(BigIntView a) noexcept {
  constexpr int kPrimeBits = 61;
  constexpr std::uint64_t kPrime = (std::uint64_t{1} << kPrimeBits) - 1;
  std::uint64_t hash = 0;
  for (int i = a.used; i-- > 0;) {
    // Multiplying by 2**kDigitBits modulo 2**61 - 1 rotates.
    hash = ((hash << kDigitBits) & kPrime) | (hash >> (kPrimeBits - kDigitBits));
    hash += a.digits[i];
    if (hash >= kPrime) hash -= kPrime;
  }
  const auto result = static_cast<std::int64_t>(a.negative ? 0 - hash : hash);
  return result == -1 ? -2 : result;
}

}  // namespace threadbook::python
