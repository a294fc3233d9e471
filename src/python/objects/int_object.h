// int: what an int is made of.
//
// Three representations: small ints and bools live in the Value (value.h); a larger one is a
// BigIntObject, its digits inline; an instance of a subclass is a Boxed around one of these.
// Canonical: a number that fits a small int is never a BigIntObject, so two ints of different
// representations are never equal (bools aside).
#pragma once

#include "python/objects/operations.h"

namespace threadbook::python {

// Digits as libtommath has them (base 2**MP_DIGIT_BIT, least significant first).
struct BigIntObject : Object {
  std::int32_t used;
  bool negative;
  mp_digit digits[1];  // `used` of them; never change

  BigIntView view() const { return {digits, used, negative}; }
};

// For results written straight into their object: one with room for `room` digits at digits_of(), to
// be given to finish_int() with what was written there before anybody sees it.
inline constexpr std::size_t kBigIntHeader = sizeof(BigIntObject) - sizeof(BigIntObject::digits);
BigIntObject* allocate_big_int(RealmThread& thread, int room);
inline mp_digit* digits_of(BigIntObject* object) {
  return reinterpret_cast<mp_digit*>(reinterpret_cast<char*>(object) + kBigIntHeader);
}
Value finish_int(RealmThread& thread, BigIntObject* object, BigIntView value, int room);

// A small int or bool: its value. False for everything else, big ints included.
inline bool to_small(Value value, std::int64_t& out) {
  if (value.is_small_int()) {
    out = value.as_small_int();
    return true;
  }
  if (value.is_bool()) {
    out = value.is_true() ? 1 : 0;
    return true;
  }
  return false;
}
// The double inside a float; false for everything else.
inline bool to_float(Value value, double& out) {
  value = unbox(value);
  if (!value.is_double()) return false;
  out = value.as_double();
  return true;
}
Value make_int_u64(RealmThread& thread, std::uint64_t value);

// For a parameter that must be an int: TypeError as as_index. Clamped to int64.
// For a parameter that counts (maxsplit): OverflowError "Python int too large to convert to C ssize_t"
// beyond int64.
Status as_ssize(RealmThread& thread, Value value, std::int64_t& out);

}  // namespace threadbook::python
