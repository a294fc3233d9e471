// The dispatchers of the operators (operations.h): numbers, then text, then containers; TypeError if
// nobody knows the operator. Operands whose class has the method in Python are the VM's.
#include <array>

#include "python/objects/container_operators.h"
#include "python/objects/number_operators.h"
#include "python/objects/operations.h"
#include "python/objects/realm.h"
#include "python/objects/text_operators.h"

namespace threadbook::python {
namespace {

struct OperatorNames {
  Str* WellKnownNames::*forward;
  Str* WellKnownNames::*reflected;
  Str* WellKnownNames::*in_place;
  std::string_view symbol;
};

// In the order of BinaryOp.
constexpr std::array<OperatorNames, 13> kOperators = {{
    {&WellKnownNames::add, &WellKnownNames::radd, &WellKnownNames::iadd, "+"},
    {&WellKnownNames::sub, &WellKnownNames::rsub, &WellKnownNames::isub, "-"},
    {&WellKnownNames::mul, &WellKnownNames::rmul, &WellKnownNames::imul, "*"},
    {&WellKnownNames::matmul, &WellKnownNames::rmatmul, &WellKnownNames::imatmul, "@"},
    {&WellKnownNames::truediv, &WellKnownNames::rtruediv, &WellKnownNames::itruediv, "/"},
    {&WellKnownNames::mod, &WellKnownNames::rmod, &WellKnownNames::imod, "%"},
    {&WellKnownNames::pow, &WellKnownNames::rpow, &WellKnownNames::ipow, "**"},
    {&WellKnownNames::lshift, &WellKnownNames::rlshift, &WellKnownNames::ilshift, "<<"},
    {&WellKnownNames::rshift, &WellKnownNames::rrshift, &WellKnownNames::irshift, ">>"},
    {&WellKnownNames::or_, &WellKnownNames::ror, &WellKnownNames::ior, "|"},
    {&WellKnownNames::xor_, &WellKnownNames::rxor, &WellKnownNames::ixor, "^"},
    {&WellKnownNames::and_, &WellKnownNames::rand, &WellKnownNames::iand, "&"},
    {&WellKnownNames::floordiv, &WellKnownNames::rfloordiv, &WellKnownNames::ifloordiv, "//"},
}};

Status unsupported(RealmThread& thread, BinaryOp op, Value a, Value b, bool in_place) {
  std::string symbol(kOperators[static_cast<std::size_t>(op)].symbol);
  if (in_place) {
    symbol += '=';
  } else if (op == BinaryOp::Pow) {
    symbol += " or pow()";
  }
  std::string message = text("unsupported operand type(s) for ", symbol, ": '", type_name(thread, a), "' and '",
                             type_name(thread, b), "'");
  if (op == BinaryOp::RShift && !in_place && is_kind(a, Kind::NativeFunction)) {
    const Str* name = static_cast<NativeFunction*>(a.as_object())->qualname;
    if (name != nullptr && name->to_utf8() == "print") {
      message += ". Did you mean \"print(<message>, file=<output_stream>)\"?";
    }
  }
  return raise(thread, ExceptionType::TypeError, message);
}

}  // namespace

Status binary_op(RealmThread& thread, BinaryOp op, Value a, Value b, bool in_place, Value& out) {
  if (a.is_object() || b.is_object()) {
    const OperatorNames& names = kOperators[static_cast<std::size_t>(op)];
    const WellKnownNames& interned = thread.realm.names;
    if (overrides(thread, a, interned.*names.forward) || overrides(thread, b, interned.*names.reflected) ||
        (in_place && overrides(thread, a, interned.*names.in_place))) {
      return Status::Fallback;
    }
  }
  Status status = number_binary_op(thread, op, a, b, out);
  if (status != Status::Ok || !out.is_not_implemented()) return status;
  if (!is_kind(a, Kind::Str)) {
    status = container_binary_op(thread, op, a, b, in_place, out);
    if (status != Status::Ok || !out.is_not_implemented()) return status;
  }
  status = text_binary_op(thread, op, a, b, out);
  if (status != Status::Ok || !out.is_not_implemented()) return status;
  if (op == BinaryOp::Or && (is_kind(a, Kind::Class) || is_kind(b, Kind::Class)))
    return Status::Fallback;  // int | None
  return unsupported(thread, op, a, b, in_place);
}

Status unary_op(RealmThread& thread, UnaryOp op, Value value, Value& out) {
  const WellKnownNames& names = thread.realm.names;
  const bool python = op == UnaryOp::Negative   ? overrides(thread, value, names.neg)
                      : op == UnaryOp::Positive ? overrides(thread, value, names.pos)
                                                : overrides(thread, value, names.invert);
  if (python) return Status::Fallback;
  const Status status = number_unary_op(thread, op, value, out);
  if (status != Status::Ok || !out.is_not_implemented()) return status;
  const char symbol = op == UnaryOp::Negative ? '-' : op == UnaryOp::Positive ? '+' : '~';
  return raise(thread, ExceptionType::TypeError,
               text("bad operand type for unary ", std::string(1, symbol), ": '", type_name(thread, value), "'"));
}

}  // namespace threadbook::python
