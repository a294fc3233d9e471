// abs, divmod, pow, round and their relatives (number_operators.h).
#include "python/numeric/float_ops.h"
#include "python/numeric/int_ops.h"
#include "python/objects/int_object.h"
#include "python/objects/number_operators.h"
#include "python/objects/realm.h"
#include "python/objects/text_values.h"
#include "python/text/float_text.h"
#include "python/text/int_text.h"

namespace threadbook::python {
namespace {

// The built-in function may need a method written in Python: that of an instance, or an overriding
// one of a subclass of a number.
bool needs_python(RealmThread& thread, Value value, std::string_view method) {
  if (!value.is_object() || is_kind(value, Kind::BigInt)) return false;
  return overrides(thread, value, thread.realm.intern(method));
}

Status unsupported(RealmThread& thread, std::string_view what, Value a, Value b) {
  return raise(thread, ExceptionType::TypeError,
               text("unsupported operand type(s) for ", what, ": '", type_name(thread, a), "' and '",
                    type_name(thread, b), "'"));
}

}  // namespace

Status absolute(RealmThread& thread, Value value, Value& out) {
  if (needs_python(thread, value, "__abs__")) return Status::Fallback;
  const Value number = unbox(value);
  if (number.is_double()) {
    out = Value::number(std::fabs(number.as_double()));
  } else if (std::int64_t small; to_small(number, small)) {
    out = make_int(thread, small < 0 ? -small : small);
  } else if (is_int(number)) {
    const IntOperand operand(number);
    out = operand.view().negative ? make_int(thread, negative(operand)) : number;
  } else {
    return raise(thread, ExceptionType::TypeError,
                 text("bad operand type for abs(): '", type_name(thread, value), "'"));
  }
  return Status::Ok;
}

Status divide_modulo(RealmThread& thread, Value a, Value b, Value& quotient, Value& remainder) {
  if (needs_python(thread, a, "__divmod__") || needs_python(thread, b, "__rdivmod__")) {
    return Status::Fallback;
  }
  if (!is_number(a) || !is_number(b)) return unsupported(thread, "divmod()", a, b);
  std::int64_t x, y;
  if (to_small(unbox(a), x) && to_small(unbox(b), y) && y != 0) {
    quotient = make_int(thread, floor_divide(x, y));
    remainder = make_int(thread, modulo(x, y));
    return Status::Ok;
  }
  if (is_int(a) && is_int(b)) {
    const IntOperand dividend(a);
    const IntOperand divisor(b);
    return store(thread, divide_floor(dividend, divisor, interrupt_of(thread)), [&](const QuotientRemainder& result) {
      quotient = make_int(thread, result.quotient);
      remainder = make_int(thread, result.remainder);
    });
  }
  double dividend, divisor;
  Status status = as_double(thread, a, dividend);
  if (status == Status::Ok) status = as_double(thread, b, divisor);
  if (status != Status::Ok) return status;
  if (divisor == 0) {
    return raise(thread, ExceptionType::ZeroDivisionError, kFloatDivmodByZero);
  }
  const FloatDivmod result = float_divmod(dividend, divisor);
  quotient = Value::number(result.quotient);
  remainder = Value::number(result.remainder);
  return Status::Ok;
}

Status power(RealmThread& thread, Value base, Value exponent, Value modulus, Value& out) {
  if (needs_python(thread, base, "__pow__") || needs_python(thread, exponent, "__rpow__")) {
    return Status::Fallback;
  }
  if (modulus.is_none() || modulus.is_unbound()) {
    const Status status = number_binary_op(thread, BinaryOp::Pow, base, exponent, out);
    if (status != Status::Ok || !out.is_not_implemented()) return status;
    return unsupported(thread, "** or pow()", base, exponent);
  }
  if (is_int(base) && is_int(exponent) && is_int(modulus)) {
    const IntOperand a(base);
    const IntOperand b(exponent);
    const IntOperand c(modulus);
    return store_int(thread, power_modulo(a, b, c, interrupt_of(thread)), out);
  }
  if (is_number(base) && is_number(exponent) && is_number(modulus)) {
    return raise(thread, ExceptionType::TypeError, "pow() 3rd argument not allowed unless all arguments are integers");
  }
  return raise(thread, ExceptionType::TypeError,
               text("unsupported operand type(s) for ** or pow(): '", type_name(thread, base), "', '",
                    type_name(thread, exponent), "', '", type_name(thread, modulus), "'"));
}

Status round_number(RealmThread& thread, Value value, Value digits, Value& out) {
  const bool whole = digits.is_none() || digits.is_unbound();
  if (needs_python(thread, value, "__round__")) return Status::Fallback;
  const Value number = unbox(value);
  if (!is_number(number)) {
    return raise(thread, ExceptionType::TypeError,
                 text("type ", type_name(thread, value), " doesn't define __round__ method"));
  }
  std::int64_t places = 0;
  if (!whole) {
    const Status status = as_index(thread, digits, places);
    if (status != Status::Ok) return status;
  }
  if (number.is_double()) {
    if (whole) return store_int(thread, float_round(number.as_double()), out);
    return store_float(thread, float_round(number.as_double(), places), out);
  }
  std::int64_t small;
  if (whole || places >= 0) {
    out = to_small(number, small) ? Value::small_int(small) : number;
    return Status::Ok;
  }
  const IntOperand operand(number);
  const std::int64_t tens = places == INT64_MIN ? INT64_MAX : -places;
  return store_int(thread, round_to_tens(operand, tens, interrupt_of(thread)), out);
}

Status float_to_int(RealmThread& thread, double value, Value& out) {
  if (const auto whole = float_to_int64_exact(std::trunc(value))) {
    out = make_int(thread, *whole);
    return Status::Ok;
  }
  return store_int(thread, int_from_double(value), out);
}

Status int_in_base(RealmThread& thread, Value value, int base, Value& out) {
  std::int64_t index;
  const Status status = as_index(thread, value, index);
  if (status != Status::Ok) return status;
  const IntOperand operand(value);
  return store(thread, prefixed_int_text(operand, base),
               [&](const std::string& digits) { out = Value::object(make_str(thread, std::string_view(digits))); });
}

}  // namespace threadbook::python
