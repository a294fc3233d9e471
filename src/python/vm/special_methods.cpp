#include "python/vm/special_methods.h"

#include <array>

#include "python/compiler/opcodes.h"
#include "python/vm/interpreter.h"

namespace threadbook::python {

namespace {

using Name = Str* WellKnownNames::*;

struct BinaryNames {
  Name forward, reflected, changing;
};

// In the order of BinaryOp.
constexpr std::array<BinaryNames, 13> kBinary = {{
#define THREADBOOK_NAMES_OF(name) \
  { &WellKnownNames::name, &WellKnownNames::r##name, &WellKnownNames::i##name }
    THREADBOOK_NAMES_OF(add),
    THREADBOOK_NAMES_OF(sub),
    THREADBOOK_NAMES_OF(mul),
    THREADBOOK_NAMES_OF(matmul),
    THREADBOOK_NAMES_OF(truediv),
    THREADBOOK_NAMES_OF(mod),
    THREADBOOK_NAMES_OF(pow),
    THREADBOOK_NAMES_OF(lshift),
    THREADBOOK_NAMES_OF(rshift),
    {&WellKnownNames::or_, &WellKnownNames::ror, &WellKnownNames::ior},
    {&WellKnownNames::xor_, &WellKnownNames::rxor, &WellKnownNames::ixor},
    {&WellKnownNames::and_, &WellKnownNames::rand, &WellKnownNames::iand},
    THREADBOOK_NAMES_OF(floordiv),
#undef THREADBOOK_NAMES_OF
}};

// In the order of CompareOp.
constexpr std::array<Name, 6> kCompare = {&WellKnownNames::lt, &WellKnownNames::le, &WellKnownNames::eq,
                                          &WellKnownNames::ne, &WellKnownNames::gt, &WellKnownNames::ge};

// In the order of UnaryOp.
constexpr std::array<Name, 3> kUnary = {&WellKnownNames::neg, &WellKnownNames::pos, &WellKnownNames::invert};

// The class's method of that name if it is a function written in Python, which takes the object as its
// first argument; else nullptr.
Function* method_in_python(ThreadState& thread, Class* cls, Name name) {
  Cell* cell = thread.lookup(cls, thread.interpreter.names.*name);
  if (cell == nullptr) return nullptr;
  Value value = cell->value.load();
  return is_kind(value, Kind::Function) ? static_cast<Function*>(value.as_object()) : nullptr;
}

// What a generator function returns is there at once: no frame will deliver it.
bool is_generator(const Function* method) { return method->code->code->has(Code::kGenerator); }

template <class... Arguments>
Status call_method(ThreadState& thread, Function* method, const Destination& destination, Value& out,
                   Arguments... arguments) {
  Value values[] = {arguments...};
  return call(thread, Value::object(method), {values, sizeof...(arguments), nullptr}, destination, out);
}

// A subclass's method goes before that of the class: the library's business.
bool is_derived(const Class* cls, const Class* from) { return cls != from && cls->derives_from(from); }

// What the instruction that waits for an operator computes.
struct Operation {
  bool is_compare;
  std::uint8_t op;  // a BinaryOp or a CompareOp
  bool in_place;
  Value a, b;
};

Operation waiting_operation(const Frame& frame) {
  const Instruction& in = frame.code->original(frame.pc - 1);
  const Value* R = frame.registers;
  auto immediate = [](std::uint16_t operand) { return Value::small_int(static_cast<std::int16_t>(operand)); };
  auto between = [&](Op first, Op last) { return in.op >= first && in.op <= last; };
  auto number = [&](Op first) { return static_cast<std::uint8_t>(static_cast<int>(in.op) - static_cast<int>(first)); };
  constexpr auto kAdd = static_cast<std::uint8_t>(BinaryOp::Add);
  constexpr auto kSub = static_cast<std::uint8_t>(BinaryOp::Sub);
  switch (in.op) {
    case Op::AddI:
    case Op::InPlaceAddI: return {false, kAdd, in.op == Op::InPlaceAddI, R[in.b], immediate(in.c)};
    case Op::SubI:
    case Op::InPlaceSubI: return {false, kSub, in.op == Op::InPlaceSubI, R[in.b], immediate(in.c)};
    default: break;
  }
  if (between(Op::Add, Op::FloorDiv)) return {false, number(Op::Add), false, R[in.b], R[in.c]};
  if (between(Op::InPlaceAdd, Op::InPlaceFloorDiv)) return {false, number(Op::InPlaceAdd), true, R[in.b], R[in.c]};
  if (between(Op::Lt, Op::Ge)) return {true, number(Op::Lt), false, R[in.b], R[in.c]};
  if (between(Op::TestLt, Op::TestGe)) return {true, number(Op::TestLt), false, R[in.a], R[in.b]};
  assert(between(Op::TestLtI, Op::TestGeI));
  return {true, number(Op::TestLtI), false, R[in.a], immediate(in.b)};
}

}  // namespace

Status call_binary(ThreadState& thread, BinaryOp op, Value a, Value b, bool in_place, std::uint16_t reg, Value& out) {
  const BinaryNames& names = kBinary[static_cast<std::size_t>(op)];
  Class* cls = class_of(thread, a);
  Class* other = class_of(thread, b);
  Function* method = nullptr;
  bool other_first =
      is_derived(other, cls) && thread.lookup(other, thread.interpreter.names.*names.reflected) != nullptr;
  if (!other_first) {
    if (in_place) method = method_in_python(thread, cls, names.changing);
    bool may_change = in_place && thread.lookup(cls, thread.interpreter.names.*names.changing) != nullptr;
    if (method == nullptr && !may_change) method = method_in_python(thread, cls, names.forward);
  }
  if (method != nullptr) return call_method(thread, method, {ReturnAction::Operator, reg, {}}, out, a, b);
  return call_library(thread, "operation__binary",
                      {Value::small_int(static_cast<int>(op)), a, b, Value::boolean(in_place)},
                      {ReturnAction::Store, reg, {}}, out);
}

Status call_compare(ThreadState& thread, CompareOp op, Value a, Value b, bool jump, std::uint16_t reg, Value& out) {
  Class* cls = class_of(thread, a);
  if (!is_derived(class_of(thread, b), cls)) {
    Function* method = method_in_python(thread, cls, kCompare[static_cast<std::size_t>(op)]);
    if (method != nullptr && !is_generator(method)) {
      return call_method(thread, method, {jump ? ReturnAction::OperatorJump : ReturnAction::Operator, reg, {}}, out, a,
                         b);
    }
  }
  return call_library(thread, "operation__compare", {Value::small_int(static_cast<int>(op)), a, b},
                      {jump ? ReturnAction::Jump : ReturnAction::Store, reg, {}}, out);
}

Status operator_declined(ThreadState& thread, const Destination& destination) {
  Operation operation = waiting_operation(*thread.frame);
  Destination next{
      destination.action == ReturnAction::OperatorJump ? ReturnAction::Jump : ReturnAction::Store, destination.reg, {}};
  Value out;
  if (operation.is_compare) {
    return call_library(thread, "operation__compare_declined",
                        {Value::small_int(operation.op), operation.a, operation.b}, next, out);
  }
  return call_library(thread, "operation__binary_declined",
                      {Value::small_int(operation.op), operation.a, operation.b, Value::boolean(operation.in_place)},
                      next, out);
}

Status call_unary(ThreadState& thread, UnaryOp op, Value value, std::uint16_t reg, Value& out) {
  Destination destination{ReturnAction::Store, reg, {}};
  if (Function* method = method_in_python(thread, class_of(thread, value), kUnary[static_cast<std::size_t>(op)])) {
    return call_method(thread, method, destination, out, value);
  }
  return call_library(thread, "operation__unary", {Value::small_int(static_cast<int>(op)), value}, destination, out);
}

Status call_get_item(ThreadState& thread, Value container, Value key, std::uint16_t reg, Value& out) {
  Destination destination{ReturnAction::Store, reg, {}};
  if (!is_kind(container, Kind::Class)) {
    if (Function* method = method_in_python(thread, class_of(thread, container), &WellKnownNames::getitem)) {
      return call_method(thread, method, destination, out, container, key);
    }
  }
  return call_library(thread, "operation__getitem", {container, key}, destination, out);
}

Status call_set_item(ThreadState& thread, Value container, Value key, Value value) {
  Destination destination{ReturnAction::Discard, 0, {}};
  Value out;
  if (Function* method = method_in_python(thread, class_of(thread, container), &WellKnownNames::setitem)) {
    return call_method(thread, method, destination, out, container, key, value);
  }
  return call_library(thread, "operation__setitem", {container, key, value}, destination, out);
}

Status call_delete_item(ThreadState& thread, Value container, Value key) {
  Destination destination{ReturnAction::Discard, 0, {}};
  Value out;
  if (Function* method = method_in_python(thread, class_of(thread, container), &WellKnownNames::delitem)) {
    return call_method(thread, method, destination, out, container, key);
  }
  return call_library(thread, "operation__delitem", {container, key}, destination, out);
}

Status call_contains(ThreadState& thread, Value container, Value item, const Destination& destination, Value& out) {
  Function* method = method_in_python(thread, class_of(thread, container), &WellKnownNames::contains);
  if (method != nullptr && !is_generator(method)) {
    return call_method(thread, method, destination, out, container, item);
  }
  return call_library(thread, "operation__contains", {container, item}, destination, out);
}

Status call_iter(ThreadState& thread, Value iterable, std::uint16_t reg, Value& out) {
  Destination destination{ReturnAction::Store, reg, {}};
  // A generator is an iterator; of anything else the library asks whether it is.
  Function* method = method_in_python(thread, class_of(thread, iterable), &WellKnownNames::iter);
  if (method != nullptr && is_generator(method)) {
    return call_method(thread, method, destination, out, iterable);
  }
  return call_library(thread, "operation__iter", {iterable}, destination, out);
}

}  // namespace threadbook::python
