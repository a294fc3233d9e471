// Python's float operators and methods on IEEE 754 doubles, with CPython 3.11's results and
// messages. Addition, subtraction and multiplication are the machine's own and not here. All cost
// nanoseconds, except the exact conversions, which cost up to a few microseconds for extreme
// exponents.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "python/numeric/bigint.h"
#include "python/numeric/result.h"

namespace threadbook::python {

// a // b: floored, "-0.0" and infinities as CPython; a % b: b's sign. b must not be 0: the engine
// raises ZeroDivisionError with kFloatFloorDivideByZero and its siblings, or uses the checked forms
// below.
double float_floor_divide(double a, double b) noexcept;
double float_modulo(double a, double b) noexcept;
struct FloatDivmod {
  double quotient;
  double remainder;
};
FloatDivmod float_divmod(double a, double b) noexcept;

// CPython 3.11's messages of ZeroDivisionError.
inline constexpr char kFloatDivideByZero[] = "float division by zero";             // a / b
inline constexpr char kFloatFloorDivideByZero[] = "float floor division by zero";  // a // b
inline constexpr char kFloatModuloByZero[] = "float modulo";                       // a % b
inline constexpr char kFloatDivmodByZero[] = "float divmod()";                     // divmod(a, b)

// a ** b. `ComplexResult`: a negative base to a broken power, which Python answers with a complex
// number.
enum class FloatPowerStatus : std::uint8_t { Ok, ZeroToNegative, Overflow, ComplexResult };
struct FloatPower {
  FloatPowerStatus status;
  double value;
};
FloatPower float_power(double a, double b) noexcept;
// The exceptions for the first two: ZeroDivisionError "0.0 cannot be raised to a negative power",
// OverflowError
// "(34, 'Numerical result out of range')" (the arguments' tuple as text).
PyError float_power_error(FloatPowerStatus status);

// round(x): to the nearest int, half to even; errors as int(x)'s. To decimal places: text/float_text.h.
Result<BigInt> float_round(double x);
bool float_is_integer(double x) noexcept;
// The fraction in lowest terms, denominator positive. OverflowError "cannot convert Infinity to
// integer ratio", ValueError "cannot convert NaN to integer ratio".
struct IntegerRatio {
  BigInt numerator;
  BigInt denominator;
};
Result<IntegerRatio> float_as_integer_ratio(double x);
// x as an int64 if it is whole and fits (the engine's shortcut for int(x), floor and indexing).
std::optional<std::int64_t> float_to_int64_exact(double x) noexcept;

// hash(x) as CPython's on 64-bit machines: equal to the hash of the equal int. `identity_hash` is
// what NaN answers, since 3.10 the hash of the object's identity.
std::int64_t float_hash(double x, std::int64_t identity_hash = 0) noexcept;

// x.hex(), float.fromhex(text): ValueError "invalid hexadecimal floating-point string",
// OverflowError "hexadecimal value too large to represent as a float". The text is Latin-1;
// surrounding ASCII white space is ignored.
std::string float_hex(double x);
Result<double> float_from_hex(std::string_view text);

}  // namespace threadbook::python
