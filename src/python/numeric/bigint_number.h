// Inside bigint_*.cpp only: libtommath's numbers made safe to use from C++. A Number owns an mp_int
// as the destination of library calls; borrow() dresses a view as a constant operand without
// copying; must() turns the library's "out of memory" into std::bad_alloc and anything else, which
// would be our mistake, into an assert.
#pragma once

#include <cassert>
#include <new>

#include "python/numeric/bigint.h"

namespace threadbook::python {

inline constexpr int kDigitBits = MP_DIGIT_BIT;
// Views of at most this many digits fit a signed 128-bit integer with room for a sum.
inline constexpr int kSmallDigits = 120 / kDigitBits;

inline void must(mp_err status) {
  if (status == MP_OKAY) return;
  assert(status == MP_MEM);
  throw std::bad_alloc();
}

// The library only reads its constant operands, so the cast is safe.
inline mp_int borrow(BigIntView view) noexcept {
  mp_int number;
  number.used = view.used;
  number.alloc = view.used;
  number.sign = view.negative ? MP_NEG : MP_ZPOS;
  number.dp = const_cast<mp_digit*>(view.digits);
  return number;
}

class Number {
 public:
  explicit Number(int digits = 1) { must(mp_init_size(&value_, digits < 1 ? 1 : digits)); }
  ~Number() { mp_clear(&value_); }
  Number(const Number&) = delete;
  Number& operator=(const Number&) = delete;

  mp_int* operator->() noexcept { return &value_; }
  operator mp_int*() noexcept { return &value_; }
  BigInt take() { return BigInt::adopt(value_); }

 private:
  mp_int value_;
};

// Digits [start, end) of a view as a view without sign, leading zeros trimmed; bounds beyond the
// view are cut.
inline BigIntView digit_slice(BigIntView view, int start, int end) noexcept {
  if (end > view.used) end = view.used;
  if (start >= end) return {};
  int used = end - start;
  while (used > 0 && view.digits[start + used - 1] == 0) --used;
  return {view.digits + start, used, false};
}

inline BigIntView without_sign(BigIntView view) noexcept { return {view.digits, view.used, false}; }

inline bool is_small(BigIntView view) noexcept { return view.used <= kSmallDigits; }
inline __int128 small_value(BigIntView view) noexcept {
  unsigned __int128 value = 0;
  for (int i = view.used; i-- > 0;) value = (value << kDigitBits) | view.digits[i];
  return view.negative ? -static_cast<__int128>(value) : static_cast<__int128>(value);
}

// Writes a stream of bits, least significant first, into digits.
class DigitWriter {
 public:
  explicit DigitWriter(std::int64_t bits) : number_(static_cast<int>(bits / kDigitBits + 2)) {}
  // The low `bits` bits of value, 1 to 32; the others must be zero.
  void push(std::uint32_t value, int bits) noexcept {
    pending_ |= static_cast<unsigned __int128>(value) << pending_bits_;
    pending_bits_ += bits;
    while (pending_bits_ >= kDigitBits) {
      store(static_cast<mp_digit>(pending_ & MP_MASK));
      pending_ >>= kDigitBits;
      pending_bits_ -= kDigitBits;
    }
  }
  BigInt finish() {
    if (pending_bits_ > 0) store(static_cast<mp_digit>(pending_));
    return number_.take();
  }

 private:
  void store(mp_digit digit) noexcept {
    assert(number_->used < number_->alloc);
    number_->dp[number_->used++] = digit;
  }

  Number number_;
  unsigned __int128 pending_ = 0;
  int pending_bits_ = 0;
};

// Bits [position, position + count) of the magnitude, count at most 32.
inline std::uint32_t bits_at(BigIntView view, std::int64_t position, int count) noexcept {
  std::uint64_t result = 0;
  int have = 0;
  auto index = static_cast<int>(position / kDigitBits);
  int offset = static_cast<int>(position % kDigitBits);
  while (have < count && index < view.used) {
    result |= (static_cast<std::uint64_t>(view.digits[index]) >> offset) << have;
    have += kDigitBits - offset;
    offset = 0;
    ++index;
  }
  return static_cast<std::uint32_t>(result & ((std::uint64_t{1} << count) - 1));
}

// The 64 highest bits of a magnitude of at least one digit, left-aligned, and whether bits below
// them are set.
struct TopBits {
  std::uint64_t bits;
  bool sticky;
};
TopBits top_bits(BigIntView view) noexcept;

}  // namespace threadbook::python
