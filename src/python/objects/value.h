// A Python value in 64 bits.
//
// NaN-boxing: a double is stored as itself; everything else hides in the negative quiet NaNs, told
// apart by the top 16 bits. Integers of up to 48 bits, None, True and False are immediate, so the
// arithmetic of most programs touches no heap and no reference count. A value is copied freely and
// owns nothing: the heap is traced (objects/heap.h).
//
//   bits < 0xFFF9 << 48   double (NaNs are made canonical, so none collides with a tag)
//   0xFFF9 | 48 bits      pointer to an Object
//   0xFFFA | 48 bits      int, two's complement
//   0xFFFB | small        Unbound, None, False, True, NotImplemented, Ellipsis
#pragma once

#include <bit>
#include <cassert>
#include <cmath>
#include <cstdint>
#include <limits>

namespace threadbook::python {

struct Object;

class Value {
 public:
  // A value of all zero bits is the double 0.0; a default Value is Unbound, "no value here".
  constexpr Value() : bits_(kUnboundBits) {}

  static constexpr Value from_bits(std::uint64_t bits) { return Value(bits); }
  static constexpr Value unbound() { return Value(kUnboundBits); }
  static constexpr Value none() { return Value(kNoneBits); }
  static constexpr Value not_implemented() { return Value(kNotImplementedBits); }
  static constexpr Value ellipsis() { return Value(kEllipsisBits); }
  static constexpr Value boolean(bool b) { return Value(b ? kTrueBits : kFalseBits); }
  static Value object(const Object* object) {
    assert(object != nullptr);
    return Value(kObjectTag | reinterpret_cast<std::uintptr_t>(object));
  }
  // REQUIRES: fits_small_int(i).
  static constexpr Value small_int(std::int64_t i) {
    return Value(kIntTag | (static_cast<std::uint64_t>(i) & kPayloadMask));
  }
  static constexpr Value number(double d) {
    if (d != d) return Value(kCanonicalNaN);
    return Value(std::bit_cast<std::uint64_t>(d));
  }

  static constexpr bool fits_small_int(std::int64_t i) { return i >= kMinInt && i <= kMaxInt; }
  static constexpr std::int64_t kMaxInt = (std::int64_t{1} << 47) - 1;
  static constexpr std::int64_t kMinInt = -(std::int64_t{1} << 47);

  constexpr std::uint64_t bits() const { return bits_; }
  constexpr bool is_unbound() const { return bits_ == kUnboundBits; }
  constexpr bool is_none() const { return bits_ == kNoneBits; }
  constexpr bool is_true() const { return bits_ == kTrueBits; }
  constexpr bool is_false() const { return bits_ == kFalseBits; }
  constexpr bool is_bool() const { return (bits_ | 1) == kTrueBits; }
  constexpr bool is_not_implemented() const { return bits_ == kNotImplementedBits; }
  constexpr bool is_ellipsis() const { return bits_ == kEllipsisBits; }
  constexpr bool is_small_int() const { return (bits_ >> 48) == (kIntTag >> 48); }
  constexpr bool is_double() const { return bits_ < kObjectTag; }
  constexpr bool is_object() const { return (bits_ >> 48) == (kObjectTag >> 48); }

  // REQUIRES: the matching is_…().
  constexpr std::int64_t as_small_int() const { return static_cast<std::int64_t>(bits_ << 16) >> 16; }
  constexpr double as_double() const { return std::bit_cast<double>(bits_); }
  Object* as_object() const { return reinterpret_cast<Object*>(static_cast<std::uintptr_t>(bits_ & kPayloadMask)); }

  // `is` of Python for everything but doubles and big ints, where identity is not promised.
  friend constexpr bool operator==(Value a, Value b) { return a.bits_ == b.bits_; }

  // The 48-bit payload of an int shifted to the top, so that 64-bit overflow is 48-bit overflow.
  constexpr std::int64_t shifted_int() const { return static_cast<std::int64_t>(bits_ << 16); }
  static constexpr Value from_shifted_int(std::int64_t shifted) {
    return Value(kIntTag | (static_cast<std::uint64_t>(shifted) >> 16));
  }

 private:
  explicit constexpr Value(std::uint64_t bits) : bits_(bits) {}

  static constexpr std::uint64_t kPayloadMask = 0x0000'FFFF'FFFF'FFFF;
  static constexpr std::uint64_t kObjectTag = 0xFFF9'0000'0000'0000;
  static constexpr std::uint64_t kIntTag = 0xFFFA'0000'0000'0000;
  static constexpr std::uint64_t kSpecialTag = 0xFFFB'0000'0000'0000;
  static constexpr std::uint64_t kUnboundBits = kSpecialTag | 0;
  static constexpr std::uint64_t kNoneBits = kSpecialTag | 1;
  static constexpr std::uint64_t kFalseBits = kSpecialTag | 2;
  static constexpr std::uint64_t kTrueBits = kSpecialTag | 3;
  static constexpr std::uint64_t kNotImplementedBits = kSpecialTag | 4;
  static constexpr std::uint64_t kEllipsisBits = kSpecialTag | 5;
  static constexpr std::uint64_t kCanonicalNaN = 0x7FF8'0000'0000'0000;

  std::uint64_t bits_;
};

static_assert(sizeof(Value) == 8);

}  // namespace threadbook::python
