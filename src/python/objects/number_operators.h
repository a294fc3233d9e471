// What operators and builtin functions do with numbers: int, bool and float, and instances of their
// subclasses, which count as the plain number inside them.
//
// Small ints and floats are computed in place; everything else goes through numeric/bigint.h.
// Whether a subclass overrides a method in Python is the dispatchers' question (binary_op.cpp and
// its siblings), not asked here.
#pragma once

#include "python/objects/operations.h"

namespace threadbook::python {

// int, bool, float or an instance of a subclass of them.
bool is_number(Value value);

// a op b. Ok with `out` NotImplemented if either is no number or numbers have no such operator.
// ZeroDivisionError, OverflowError, ValueError (negative shift count) with CPython's messages.
// A negative float to a broken power is complex in CPython; there is no complex here: ValueError.
Status number_binary_op(RealmThread& thread, BinaryOp op, Value a, Value b, Value& out);
// -a, +a, ~a. NotImplemented as above.
Status number_unary_op(RealmThread& thread, UnaryOp op, Value value, Value& out);
// A bool; NotImplemented as above. Exact also between int and float.
Status number_compare(RealmThread& thread, CompareOp op, Value a, Value b, Value& out);
// a == b. REQUIRES: is_number of both.
bool numbers_equal(Value a, Value b);
// hash(value), the same for equal numbers, as CPython's. REQUIRES: is_number(value).
std::uint64_t number_hash(Value value);

// The builtin functions abs, divmod, pow and round: whole protocols, with their TypeErrors, and
// Fallback where the class overrides __abs__, __divmod__, __pow__, __round__ in Python.
Status absolute(RealmThread& thread, Value value, Value& out);
Status divide_modulo(RealmThread& thread, Value a, Value b, Value& quotient, Value& remainder);
// pow(base, exponent) with modulus None, else pow(base, exponent, modulus).
Status power(RealmThread& thread, Value base, Value exponent, Value modulus, Value& out);
// round(value) with digits None, else round(value, digits).
Status round_number(RealmThread& thread, Value value, Value digits, Value& out);
// math.trunc, floor, ceil and int() of a float: an int; ValueError, OverflowError for NaN, infinity.
Status float_to_int(RealmThread& thread, double value, Value& out);
// bin, oct, hex: base 2, 8, 16. Fallback for __index__ in Python.
Status int_in_base(RealmThread& thread, Value value, int base, Value& out);

// True if the method `name` (interned) of the value's class is written in Python.
bool overrides(RealmThread& thread, Value value, const Str* name);
// The value as an instance of `cls`: itself if `cls` is builtin, else a Boxed.
Value box(RealmThread& thread, Class* cls, Value payload);

}  // namespace threadbook::python
