// Operators between numbers (number_operators.h).
#include "python/objects/number_operators.h"

#include "python/numeric/float_ops.h"
#include "python/numeric/int_ops.h"
#include "python/objects/int_object.h"
#include "python/objects/realm.h"
#include "python/objects/text_values.h"
#include "python/text/int_text.h"

namespace threadbook::python {
namespace {

constexpr char kIntDivideByZero[] = "division by zero";
constexpr char kIntFloorDivideByZero[] = "integer division or modulo by zero";
constexpr char kIntModuloByZero[] = "integer modulo by zero";

Status zero_division(RealmThread& thread, std::string_view message) {
  return raise(thread, ExceptionType::ZeroDivisionError, message);
}

Status float_binary_op(RealmThread& thread, BinaryOp op, double a, double b, Value& out) {
  switch (op) {
    case BinaryOp::Add: out = Value::number(a + b); return Status::Ok;
    case BinaryOp::Sub: out = Value::number(a - b); return Status::Ok;
    case BinaryOp::Mul: out = Value::number(a * b); return Status::Ok;
    case BinaryOp::Div:
      if (b == 0) return zero_division(thread, kFloatDivideByZero);
      out = Value::number(a / b);
      return Status::Ok;
    case BinaryOp::FloorDiv:
      if (b == 0) return zero_division(thread, kFloatFloorDivideByZero);
      out = Value::number(float_floor_divide(a, b));
      return Status::Ok;
    case BinaryOp::Mod:
      if (b == 0) return zero_division(thread, kFloatModuloByZero);
      out = Value::number(float_modulo(a, b));
      return Status::Ok;
    case BinaryOp::Pow: {
      const FloatPower result = float_power(a, b);
      switch (result.status) {
        case FloatPowerStatus::Ok: out = Value::number(result.value); return Status::Ok;
        case FloatPowerStatus::ComplexResult:
          return raise(thread, ExceptionType::ValueError,
                       "negative number cannot be raised to a fractional power (there are no "
                       "complex numbers here)");
        case FloatPowerStatus::Overflow: {
          const Value arguments[] = {
              Value::small_int(34), Value::object(make_str(thread, std::string_view("Numerical result out of range")))};
          thread.exception = Value::object(
              make_exception(thread, thread.realm.cls(ExceptionType::OverflowError), make_tuple(thread, arguments)));
          return Status::Raised;
        }
        case FloatPowerStatus::ZeroToNegative: return raise(thread, float_power_error(result.status));
      }
      return Status::Ok;
    }
    default: out = Value::not_implemented(); return Status::Ok;
  }
}

// Two ints of 48 bits. False: the result needs the slow path, or there is an error to raise.
bool small_binary_op(BinaryOp op, std::int64_t a, std::int64_t b, std::int64_t& out) {
  switch (op) {
    case BinaryOp::Add: return add_checked(a, b, out);
    case BinaryOp::Sub: return subtract_checked(a, b, out);
    case BinaryOp::Mul: return multiply_checked(a, b, out);
    case BinaryOp::FloorDiv:
      if (b == 0) return false;
      out = floor_divide(a, b);
      return true;
    case BinaryOp::Mod:
      if (b == 0) return false;
      out = modulo(a, b);
      return true;
    case BinaryOp::Pow: return b >= 0 && power_checked(a, b, out);
    case BinaryOp::LShift: return b >= 0 && shift_left_checked(a, b, out);
    case BinaryOp::RShift:
      if (b < 0) return false;
      out = shift_right(a, b);
      return true;
    case BinaryOp::Or: out = a | b; return true;
    case BinaryOp::Xor: out = a ^ b; return true;
    case BinaryOp::And: out = a & b; return true;
    case BinaryOp::Div:
    case BinaryOp::MatMul: return false;
  }
  return false;
}

Status shift(RealmThread& thread, BinaryOp op, BigIntView a, BigIntView count, Value& out) {
  if (op == BinaryOp::RShift) return store_int(thread, shift_right(a, count), out);
  if (!a.is_zero() && !count.negative && !to_int64(count)) {
    return raise(thread, ExceptionType::OverflowError, "too many digits in integer");
  }
  return store_int(thread, shift_left(a, count), out);
}

Status sum(RealmThread& thread, BigIntView a, BigIntView b, Value& out) {
  const int room = sum_room(a, b);
  BigIntObject* object = allocate_big_int(thread, room);
  const BigIntView digits = add_into(digits_of(object), a, b);
  if (bit_length(digits) > kMaxBits) return raise(thread, memory_error());
  out = finish_int(thread, object, digits, room);
  return Status::Ok;
}

Status product(RealmThread& thread, BigIntView a, BigIntView b, Value& out) {
  if (!multiplies_into(a, b) || a.used + b.used > kMaxBits / MP_DIGIT_BIT) {
    return store_int(thread, multiply(a, b, interrupt_of(thread)), out);
  }
  const int room = product_room(a, b);
  BigIntObject* object = allocate_big_int(thread, room);
  out = finish_int(thread, object, multiply_into(digits_of(object), a, b), room);
  return Status::Ok;
}

Status big_binary_op(RealmThread& thread, BinaryOp op, Value left, Value right, Value& out) {
  const IntOperand a(left);
  const IntOperand b(right);
  const Interrupt interrupt = interrupt_of(thread);
  switch (op) {
    case BinaryOp::Add: return sum(thread, a, b, out);
    case BinaryOp::Sub: return sum(thread, a, negated(b), out);
    case BinaryOp::Mul: return product(thread, a, b, out);
    case BinaryOp::Div:
      if (b.view().is_zero()) return zero_division(thread, kIntDivideByZero);
      return store_float(thread, true_divide(a, b, interrupt), out);
    case BinaryOp::FloorDiv:
      if (b.view().is_zero()) return zero_division(thread, kIntFloorDivideByZero);
      return store_int(thread, floor_divide(a, b, interrupt), out);
    case BinaryOp::Mod:
      if (b.view().is_zero()) return zero_division(thread, kIntModuloByZero);
      return store_int(thread, modulo(a, b, interrupt), out);
    case BinaryOp::Pow: {
      if (!b.view().negative) return store_int(thread, power(a, b, interrupt), out);
      double base, exponent;
      Status status = as_double(thread, left, base);
      if (status == Status::Ok) status = as_double(thread, right, exponent);
      if (status != Status::Ok) return status;
      return float_binary_op(thread, op, base, exponent, out);
    }
    case BinaryOp::LShift:
    case BinaryOp::RShift: return shift(thread, op, a, b, out);
    case BinaryOp::Or: out = make_int(thread, bit_or(a, b)); return Status::Ok;
    case BinaryOp::Xor: out = make_int(thread, bit_xor(a, b)); return Status::Ok;
    case BinaryOp::And: out = make_int(thread, bit_and(a, b)); return Status::Ok;
    case BinaryOp::MatMul: out = Value::not_implemented(); return Status::Ok;
  }
  return Status::Ok;
}

Status int_binary_op(RealmThread& thread, BinaryOp op, Value a, Value b, Value& out) {
  std::int64_t x, y, result;
  if (to_small(a, x) && to_small(b, y)) {
    if (op == BinaryOp::Div && y != 0) {  // both are exact as doubles
      out = Value::number(static_cast<double>(x) / static_cast<double>(y));
      return Status::Ok;
    }
    if (small_binary_op(op, x, y, result)) {
      const bool bits = op == BinaryOp::Or || op == BinaryOp::Xor || op == BinaryOp::And;
      out = bits && a.is_bool() && b.is_bool() ? Value::boolean(result != 0) : make_int(thread, result);
      return Status::Ok;
    }
  }
  return big_binary_op(thread, op, a, b, out);
}

Value answer(CompareOp op, std::partial_ordering order) {
  switch (op) {
    case CompareOp::Lt: return Value::boolean(order < 0);
    case CompareOp::Le: return Value::boolean(order <= 0);
    case CompareOp::Eq: return Value::boolean(order == 0);
    case CompareOp::Ne: return Value::boolean(order != 0);
    case CompareOp::Gt: return Value::boolean(order > 0);
    case CompareOp::Ge: return Value::boolean(order >= 0);
  }
  return Value::not_implemented();
}

std::partial_ordering reversed(std::partial_ordering order) { return 0 <=> order; }

std::partial_ordering order_of(Value a, Value b) {
  a = unbox(a);
  b = unbox(b);
  std::int64_t x, y;
  if (a.is_double()) {
    if (b.is_double()) return a.as_double() <=> b.as_double();
    if (to_small(b, y) && y <= (std::int64_t{1} << 52) && y >= -(std::int64_t{1} << 52)) {
      return a.as_double() <=> static_cast<double>(y);
    }
    return reversed(compare(IntOperand(b), a.as_double()));
  }
  if (b.is_double()) return reversed(order_of(b, a));
  if (to_small(a, x) && to_small(b, y)) return x <=> y;
  return compare(IntOperand(a).view(), IntOperand(b).view());
}

}  // namespace

bool is_number(Value value) {
  value = unbox(value);
  return value.is_double() || value.is_small_int() || value.is_bool() || is_kind(value, Kind::BigInt);
}

Status number_binary_op(RealmThread& thread, BinaryOp op, Value a, Value b, Value& out) {
  a = unbox(a);
  b = unbox(b);
  if (!is_number(a) || !is_number(b)) {
    out = Value::not_implemented();
    return Status::Ok;
  }
  if (!a.is_double() && !b.is_double()) return int_binary_op(thread, op, a, b, out);
  if (op >= BinaryOp::LShift && op <= BinaryOp::And) {
    out = Value::not_implemented();
    return Status::Ok;
  }
  double x, y;
  Status status = as_double(thread, a, x);
  if (status == Status::Ok) status = as_double(thread, b, y);
  if (status != Status::Ok) return status;
  return float_binary_op(thread, op, x, y, out);
}

Status number_unary_op(RealmThread& thread, UnaryOp op, Value value, Value& out) {
  value = unbox(value);
  out = Value::not_implemented();
  if (!is_number(value)) return Status::Ok;
  if (value.is_double()) {
    if (op == UnaryOp::Negative) out = Value::number(-value.as_double());
    if (op == UnaryOp::Positive) out = value;
    return Status::Ok;
  }
  if (std::int64_t small; to_small(value, small)) {
    out = make_int(thread, op == UnaryOp::Negative ? -small : op == UnaryOp::Invert ? ~small : small);
    return Status::Ok;
  }
  const IntOperand operand(value);
  out = op == UnaryOp::Negative ? make_int(thread, negative(operand))
        : op == UnaryOp::Invert ? make_int(thread, bit_invert(operand))
                                : value;
  return Status::Ok;
}

Status number_compare(RealmThread&, CompareOp op, Value a, Value b, Value& out) {
  out = is_number(a) && is_number(b) ? answer(op, order_of(a, b)) : Value::not_implemented();
  return Status::Ok;
}

bool numbers_equal(Value a, Value b) { return order_of(a, b) == 0; }

std::uint64_t number_hash(Value value) {
  value = unbox(value);
  if (value.is_double()) {
    return static_cast<std::uint64_t>(float_hash(value.as_double()));
  }
  if (std::int64_t small; to_small(value, small)) {
    return static_cast<std::uint64_t>(hash_int(small));
  }
  return static_cast<std::uint64_t>(hash_int(IntOperand(value).view()));
}

}  // namespace threadbook::python
