// repr(float) and float(text), natively and in wasm to the same bit.
//
// repr writes the shortest decimal that reads back as the same double, the closest such if there
// are several (Raffaello Giulietti, "The Schubfach way to render doubles", 2020), laid out as
// CPython does: exponent form below 1e-04 and from 1e+16. About 50 ns. The 617 powers of ten it
// needs (10 KB) are computed at first use, in well under a millisecond.
//
// Digits to a given precision come from the C library's printf, which is exact in glibc and in
// musl, with a short cut on 128-bit integers for the usual '.3f'.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "python/numeric/result.h"
#include "python/text/text_view.h"

namespace threadbook::python {

// repr(x), which is also str(x).
std::string float_repr(double x);

// float(text): white space around, sign, digits with single underscores between (Unicode decimal
// digits too), exponent, inf, infinity, nan in any case. ValueError "could not convert string to
// float: '…'"; `quoted` as in parse_int. Too large a number is an infinity. Correctly rounded.
Result<double> parse_float(TextView text, std::string_view quoted = {});
// A number as Python's source (and JSON) has it: digits, at most one '.', an exponent, already
// checked and without underscores; only ASCII. Correctly rounded.
double parse_float_literal(std::string_view text);

// A finite number's decimal digits: value == 0.d1d2d3… * 10**point (point 1 for 1.5); no sign. Zero
// is "0" with point 1.
struct DecimalDigits {
  std::string digits;
  int point = 1;
};
// The shortest that reads back.
DecimalDigits shortest_digits(double x);
// Exactly `count` >= 1 significant digits, correctly rounded.
DecimalDigits significant_digits(double x, int count);
// All digits up to `decimals` >= 0 places after the point, correctly rounded; "0" if it rounds to
// nothing.
DecimalDigits fixed_digits(double x, int decimals);

// The body of format(x, '.{precision}{kind}') without padding: PyOS_double_to_string. kind is one
// of e E f F g G r (r: repr, ignores the precision).
struct FloatStyle {
  char kind = 'r';
  int precision = 0;
  bool alternate = false;         // '#': always a point, trailing zeros of g stay
  bool always_sign = false;       // '+' in front of what is not negative
  bool dot_zero = false;          // "1.0" rather than "1" (repr)
  bool no_negative_zero = false;  // 'z': -0.0 after rounding loses its sign
};
std::string float_to_text(double x, const FloatStyle& style);

// round(x, digits): correctly rounded half-even on the exact decimal value; OverflowError "rounded
// value too large to represent".
Result<double> float_round(double x, std::int64_t digits);

}  // namespace threadbook::python
