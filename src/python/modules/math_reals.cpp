// math's functions of real numbers: the C library's, with Python's errors.
#include <cmath>
#include <limits>

#include "python/modules/math_functions.h"

namespace threadbook::python {
namespace {

constexpr double kPi = 3.141592653589793;
constexpr double kInfinity = std::numeric_limits<double>::infinity();

Status answer(double number, Value& result) {
  result = Value::number(number);
  return Status::Ok;
}

// What a result that is not finite means for finite arguments.
enum class Infinite : std::uint8_t { DomainError, RangeError };

using Real = double (*)(double);

template <Real function, Infinite infinite>
Status real_function(RealmThread& thread, Value* arguments, Value& result) {
  double x;
  const Status status = as_double(thread, arguments[0], x);
  if (status != Status::Ok) return status;
  const double y = function(x);
  if (std::isnan(y) && !std::isnan(x)) return domain_error(thread);
  if (std::isinf(y) && std::isfinite(x)) {
    return infinite == Infinite::RangeError ? range_error(thread) : domain_error(thread);
  }
  return answer(y, result);
}

// tgamma is exact for no argument; Python's is for the factorials that a double holds exactly.
double gamma_of(double x) {
  constexpr double kFactorials[] = {1.0,
                                    1.0,
                                    2.0,
                                    6.0,
                                    24.0,
                                    120.0,
                                    720.0,
                                    5040.0,
                                    40320.0,
                                    362880.0,
                                    3628800.0,
                                    39916800.0,
                                    479001600.0,
                                    6227020800.0,
                                    87178291200.0,
                                    1307674368000.0,
                                    20922789888000.0,
                                    355687428096000.0,
                                    6402373705728000.0,
                                    121645100408832000.0,
                                    2432902008176640000.0,
                                    51090942171709440000.0,
                                    1124000727777607680000.0};
  if (x == std::floor(x) && x >= 1 && x <= 23) return kFactorials[static_cast<int>(x) - 1];
  return std::tgamma(x);
}

Status gamma(RealmThread& thread, Value* arguments, Value& result) {
  double x;
  const Status status = as_double(thread, arguments[0], x);
  if (status != Status::Ok) return status;
  if (x == 0 || x == -kInfinity || (std::isfinite(x) && x < 0 && x == std::floor(x))) {
    return domain_error(thread);
  }
  const double y = gamma_of(x);
  return std::isinf(y) && std::isfinite(x) ? range_error(thread) : answer(y, result);
}

Status lgamma(RealmThread& thread, Value* arguments, Value& result) {
  double x;
  const Status status = as_double(thread, arguments[0], x);
  if (status != Status::Ok) return status;
  if (std::isfinite(x) && x <= 0 && x == std::floor(x)) return domain_error(thread);
  int sign;  // std::lgamma writes a global instead, which threads would race for
  const double y = ::lgamma_r(x, &sign);
  return std::isinf(y) && std::isfinite(x) ? range_error(thread) : answer(y, result);
}

Status two(RealmThread& thread, Value* arguments, double& x, double& y) {
  const Status status = as_double(thread, arguments[0], x);
  return status == Status::Ok ? as_double(thread, arguments[1], y) : status;
}

using Real2 = double (*)(double, double);
template <Real2 function>
Status real_function2(RealmThread& thread, Value* arguments, Value& result) {
  double x, y;
  const Status status = two(thread, arguments, x, y);
  if (status != Status::Ok) return status;
  const double z = function(x, y);
  if (std::isnan(z) && !std::isnan(x) && !std::isnan(y)) return domain_error(thread);
  return answer(z, result);
}

Status pow(RealmThread& thread, Value* arguments, Value& result) {
  double x, y;
  const Status status = two(thread, arguments, x, y);
  if (status != Status::Ok) return status;
  const double z = std::pow(x, y);
  if (std::isfinite(x) && std::isfinite(y) && !std::isfinite(z)) {
    return std::isnan(z) || x == 0 ? domain_error(thread) : range_error(thread);
  }
  return answer(z, result);
}

// ---- logarithms: of ints of any size -----------------------------------------------------------

using Logarithm = double (*)(double);

template <Logarithm function>
Status logarithm(RealmThread& thread, Value value, double& out) {
  std::int64_t small;
  if (is_int(value) && !to_int64(value, small)) {
    const IntOperand operand(value);
    if (operand.view().negative) return domain_error(thread);
    const FractionExponent parts = to_fraction_exponent(operand);
    const Result<double> whole = to_double(operand);
    out = whole.ok() ? function(*whole) : function(parts.mantissa) + static_cast<double>(parts.exponent) * function(2);
    return Status::Ok;
  }
  double x;
  const Status status = as_double(thread, value, x);
  if (status != Status::Ok) return status;
  if (x <= 0) return domain_error(thread);
  out = function(x);
  return Status::Ok;
}

template <Logarithm function>
Status log_function(RealmThread& thread, Value* arguments, Value& result) {
  double y = 0;
  const Status status = logarithm<function>(thread, arguments[0], y);
  return status == Status::Ok ? answer(y, result) : status;
}

Status log(RealmThread& thread, Value* arguments, Value& result) {
  double numerator, denominator;
  Status status = logarithm<std::log>(thread, arguments[0], numerator);
  if (status != Status::Ok || arguments[1].is_unbound()) {
    return status == Status::Ok ? answer(numerator, result) : status;
  }
  status = logarithm<std::log>(thread, arguments[1], denominator);
  if (status != Status::Ok) return status;
  if (denominator == 0) {
    return raise(thread, ExceptionType::ZeroDivisionError, "float division by zero");
  }
  return answer(numerator / denominator, result);
}

// ---- the parts of a number ---------------------------------------------------------------------

enum class Rounding : std::uint8_t { Floor, Ceil, Trunc };

// Library counterparts: math__floor, math__ceil, math__trunc.
template <Rounding how>
Status round_function(RealmThread& thread, Value* arguments, Value& result) {
  constexpr std::string_view method = how == Rounding::Floor  ? "__floor__"
                                      : how == Rounding::Ceil ? "__ceil__"
                                                              : "__trunc__";
  const Value value = arguments[0];
  if (value.is_object() && overrides(thread, value, thread.realm.intern(method))) {
    return Status::Fallback;
  }
  if (is_int(value)) return number_unary_op(thread, UnaryOp::Positive, value, result);
  if (how == Rounding::Trunc && !is_number(value)) {
    return raise(thread, ExceptionType::TypeError,
                 text("type ", type_name(thread, value), " doesn't define __trunc__ method"));
  }
  double x;
  const Status status = as_double(thread, value, x);
  if (status != Status::Ok) return status;
  return float_to_int(thread,
                      how == Rounding::Floor  ? std::floor(x)
                      : how == Rounding::Ceil ? std::ceil(x)
                                              : x,
                      result);
}

Value pair(RealmThread& thread, Value first, Value second) {
  const Value items[] = {first, second};
  return Value::object(make_tuple(thread, items));
}

Status frexp(RealmThread& thread, Value* arguments, Value& result) {
  double x;
  const Status status = as_double(thread, arguments[0], x);
  if (status != Status::Ok) return status;
  int exponent = 0;
  const double mantissa = std::isfinite(x) ? std::frexp(x, &exponent) : x;
  result = pair(thread, Value::number(mantissa), Value::small_int(exponent));
  return Status::Ok;
}

Status modf(RealmThread& thread, Value* arguments, Value& result) {
  double x;
  const Status status = as_double(thread, arguments[0], x);
  if (status != Status::Ok) return status;
  double whole;
  const double fraction = std::modf(x, &whole);
  result = pair(thread, Value::number(fraction), Value::number(whole));
  return Status::Ok;
}

Status ldexp(RealmThread& thread, Value* arguments, Value& result) {
  double x;
  Status status = as_double(thread, arguments[0], x);
  if (status != Status::Ok) return status;
  if (!is_int(arguments[1])) {
    return raise(thread, ExceptionType::TypeError, "Expected an int as second argument to ldexp.");
  }
  std::int64_t exponent;
  status = as_index(thread, arguments[1], exponent);
  if (status != Status::Ok) return status;
  constexpr std::int64_t kFar = 5000;  // beyond any double, whatever x
  const int shift = static_cast<int>(exponent > kFar ? kFar : exponent < -kFar ? -kFar : exponent);
  const double y = std::ldexp(x, shift);
  return std::isinf(y) && std::isfinite(x) ? range_error(thread) : answer(y, result);
}

template <bool (*test)(double)>
Status test_function(RealmThread& thread, Value* arguments, Value& result) {
  double x;
  const Status status = as_double(thread, arguments[0], x);
  if (status == Status::Ok) result = Value::boolean(test(x));
  return status;
}
bool is_nan(double x) { return std::isnan(x); }
bool is_infinite(double x) { return std::isinf(x); }
bool is_finite(double x) { return std::isfinite(x); }

Status isclose(RealmThread& thread, Value* arguments, Value& result) {
  double a, b;
  double relative = 1e-9;
  double absolute = 0;
  Status status = two(thread, arguments, a, b);
  if (status == Status::Ok && !arguments[2].is_unbound()) {
    status = as_double(thread, arguments[2], relative);
  }
  if (status == Status::Ok && !arguments[3].is_unbound()) {
    status = as_double(thread, arguments[3], absolute);
  }
  if (status != Status::Ok) return status;
  if (relative < 0 || absolute < 0) {
    return raise(thread, ExceptionType::ValueError, "tolerances must be non-negative");
  }
  const double difference = std::fabs(a - b);
  const bool near =
      difference <= std::fabs(relative * b) || difference <= std::fabs(relative * a) || difference <= absolute;
  result = Value::boolean(a == b || (std::isfinite(a) && std::isfinite(b) && near));
  return Status::Ok;
}

double degrees(double x) { return x * (180.0 / kPi); }
double radians(double x) { return x * (kPi / 180.0); }
double ulp(double x) {
  x = std::fabs(x);
  if (!std::isfinite(x)) return x;
  const double above = std::nextafter(x, kInfinity);
  return std::isinf(above) ? x - std::nextafter(x, -kInfinity) : above - x;
}
double fmod(double x, double y) { return std::isinf(y) && std::isfinite(x) ? x : std::fmod(x, y); }
double remainder(double x, double y) { return std::isinf(y) && std::isfinite(x) ? x : std::remainder(x, y); }

// Without errors: what overflows is an infinity.
template <Real function>
Status plain_function(RealmThread& thread, Value* arguments, Value& result) {
  double x;
  const Status status = as_double(thread, arguments[0], x);
  return status == Status::Ok ? answer(function(x), result) : status;
}

#define THREADBOOK_REAL(name, infinite) \
  { #name "(x, /)", real_function < std::name, Infinite::infinite> }

constexpr NativeDef kRealFunctions[] = {
    {"ceil(x, /)", round_function<Rounding::Ceil>},
    {"floor(x, /)", round_function<Rounding::Floor>},
    {"trunc(x, /)", round_function<Rounding::Trunc>},
    {"copysign(x, y, /)", real_function2<std::copysign>},
    THREADBOOK_REAL(fabs, DomainError),
    {"fmod(x, y, /)", real_function2<fmod>},
    {"remainder(x, y, /)", real_function2<remainder>},
    {"frexp(x, /)", frexp},
    {"ldexp(x, i, /)", ldexp},
    {"modf(x, /)", modf},
    {"nextafter(x, y, /)", real_function2<std::nextafter>},
    {"ulp(x, /)", plain_function<ulp>},
    {"isclose(a, b, *, rel_tol=..., abs_tol=...)", isclose},
    {"isfinite(x, /)", test_function<is_finite>},
    {"isinf(x, /)", test_function<is_infinite>},
    {"isnan(x, /)", test_function<is_nan>},
    THREADBOOK_REAL(cbrt, DomainError),
    THREADBOOK_REAL(exp, RangeError),
    THREADBOOK_REAL(exp2, RangeError),
    THREADBOOK_REAL(expm1, RangeError),
    {"log(x, base=..., /)", log},
    THREADBOOK_REAL(log1p, DomainError),
    {"log2(x, /)", log_function<std::log2>},
    {"log10(x, /)", log_function<std::log10>},
    {"pow(x, y, /)", pow},
    THREADBOOK_REAL(sqrt, DomainError),
    THREADBOOK_REAL(acos, DomainError),
    THREADBOOK_REAL(asin, DomainError),
    THREADBOOK_REAL(atan, DomainError),
    {"atan2(y, x, /)", real_function2<std::atan2>},
    THREADBOOK_REAL(cos, DomainError),
    THREADBOOK_REAL(sin, DomainError),
    THREADBOOK_REAL(tan, DomainError),
    {"degrees(x, /)", plain_function<degrees>},
    {"radians(x, /)", plain_function<radians>},
    THREADBOOK_REAL(acosh, DomainError),
    THREADBOOK_REAL(asinh, DomainError),
    THREADBOOK_REAL(atanh, DomainError),
    THREADBOOK_REAL(cosh, RangeError),
    THREADBOOK_REAL(sinh, RangeError),
    THREADBOOK_REAL(tanh, DomainError),
    THREADBOOK_REAL(erf, DomainError),
    THREADBOOK_REAL(erfc, DomainError),
    {"gamma(x, /)", gamma},
    {"lgamma(x, /)", lgamma},
};
#undef THREADBOOK_REAL

}  // namespace

std::span<const NativeDef> math_real_functions() { return kRealFunctions; }

}  // namespace threadbook::python
