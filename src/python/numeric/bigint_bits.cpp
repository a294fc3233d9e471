#include <algorithm>
#include <bit>

#include "python/numeric/bigint_number.h"

namespace threadbook::python {

std::int64_t bit_length(BigIntView a) noexcept {
  if (a.is_zero()) return 0;
  return static_cast<std::int64_t>(a.used - 1) * kDigitBits + std::bit_width(a.digits[a.used - 1]);
}

std::int64_t bit_count(BigIntView a) noexcept {
  std::int64_t count = 0;
  for (int i = 0; i < a.used; ++i) count += std::popcount(a.digits[i]);
  return count;
}

Result<BigInt> shift_left(BigIntView a, BigIntView count) {
  if (count.negative) return value_error("negative shift count");
  if (a.is_zero()) return BigInt();
  const auto bits = to_int64(count);
  if (!bits) return memory_error();
  return shift_left(a, *bits);
}

Result<BigInt> shift_left(BigIntView a, std::int64_t count) {
  if (count < 0) return value_error("negative shift count");
  if (a.is_zero()) return BigInt();
  if (count > kMaxBits || bit_length(a) + count > kMaxBits) return memory_error();
  if (is_small(a) && bit_length(a) + count < 127) {
    // Multiplying, as shifting a negative number left is only defined since C++20 for its own type.
    return BigInt::from_int128(small_value(a) * (static_cast<__int128>(1) << count));
  }
  Number result(a.used + static_cast<int>(count / kDigitBits) + 1);
  const mp_int operand = borrow(a);
  must(mp_mul_2d(&operand, static_cast<int>(count), result));
  return result.take();
}

Result<BigInt> shift_right(BigIntView a, BigIntView count) {
  if (count.negative) return value_error("negative shift count");
  const auto bits = to_int64(count);
  if (!bits) return BigInt(std::int64_t{a.negative ? -1 : 0});
  return shift_right(a, *bits);
}

Result<BigInt> shift_right(BigIntView a, std::int64_t count) {
  if (count < 0) return value_error("negative shift count");
  if (count > bit_length(a)) return BigInt(std::int64_t{a.negative ? -1 : 0});
  if (is_small(a)) return BigInt::from_int128(small_value(a) >> std::min<std::int64_t>(count, 127));
  Number result(a.used + 1);
  const mp_int operand = borrow(a);
  must(mp_signed_rsh(&operand, static_cast<int>(count), result));
  return result.take();
}

namespace {

template <class Small, class Large>
BigInt bitwise(BigIntView a, BigIntView b, Small small, Large large) {
  if (is_small(a) && is_small(b)) return BigInt::from_int128(small(small_value(a), small_value(b)));
  Number result(std::max(a.used, b.used) + 1);
  const mp_int left = borrow(a);
  const mp_int right = borrow(b);
  must(large(&left, &right, result));
  return result.take();
}

}  // namespace

BigInt bit_and(BigIntView a, BigIntView b) {
  return bitwise(
      a, b, [](__int128 x, __int128 y) { return x & y; }, mp_and);
}

BigInt bit_or(BigIntView a, BigIntView b) {
  return bitwise(
      a, b, [](__int128 x, __int128 y) { return x | y; }, mp_or);
}

BigInt bit_xor(BigIntView a, BigIntView b) {
  return bitwise(
      a, b, [](__int128 x, __int128 y) { return x ^ y; }, mp_xor);
}

BigInt bit_invert(BigIntView a) {
  if (is_small(a)) return BigInt::from_int128(~small_value(a));
  Number result(a.used + 1);
  const mp_int operand = borrow(a);
  must(mp_complement(&operand, result));
  return result.take();
}

}  // namespace threadbook::python
