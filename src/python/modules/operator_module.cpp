#include "python/modules/operator_module.h"

#include "python/objects/container_support.h"
#include "python/vm/instructions.h"

namespace threadbook::python {

namespace {

template <BinaryOp op, bool in_place = false>
Status binary(RealmThread& thread, Value* arguments, Value& result) {
  return binary_op(thread, op, arguments[0], arguments[1], in_place, result);
}

template <CompareOp op>
Status comparison(RealmThread& thread, Value* arguments, Value& result) {
  return compare(thread, op, arguments[0], arguments[1], result);
}

template <UnaryOp op>
Status unary(RealmThread& thread, Value* arguments, Value& result) {
  return unary_op(thread, op, arguments[0], result);
}

template <bool expected>
Status truth_of(RealmThread& thread, Value* arguments, Value& result) {
  bool holds = false;
  Status status = truth(thread, arguments[0], holds);
  result = Value::boolean(holds == expected);
  return status;
}

template <bool expected>
Status identity(RealmThread&, Value* arguments, Value& result) {
  result = Value::boolean(is_same(arguments[0], arguments[1]) == expected);
  return Status::Ok;
}

Status contains_item(RealmThread& thread, Value* arguments, Value& result) {
  bool found = false;
  Status status = contains(thread, arguments[0], arguments[1], found);
  result = Value::boolean(found);
  return status;
}

Status getitem(RealmThread& thread, Value* arguments, Value& result) {
  return get_item(thread, arguments[0], arguments[1], result);
}

Status setitem(RealmThread& thread, Value* arguments, Value& result) {
  result = Value::none();
  return set_item(thread, arguments[0], arguments[1], arguments[2]);
}

Status delitem(RealmThread& thread, Value* arguments, Value& result) {
  result = Value::none();
  return delete_item(thread, arguments[0], arguments[1]);
}

Status index(RealmThread& thread, Value* arguments, Value& result) {
  result = unbox(arguments[0]);
  if (result.is_bool()) result = Value::small_int(result.is_true() ? 1 : 0);
  if (is_int(result)) return Status::Ok;
  std::int64_t ignored = 0;
  return as_index(thread, arguments[0], ignored);
}

constexpr NativeDef kFunctions[] = {
    {"add(a, b, /)", binary<BinaryOp::Add>},
    {"sub(a, b, /)", binary<BinaryOp::Sub>},
    {"mul(a, b, /)", binary<BinaryOp::Mul>},
    {"matmul(a, b, /)", binary<BinaryOp::MatMul>},
    {"truediv(a, b, /)", binary<BinaryOp::Div>},
    {"mod(a, b, /)", binary<BinaryOp::Mod>},
    {"pow(a, b, /)", binary<BinaryOp::Pow>},
    {"lshift(a, b, /)", binary<BinaryOp::LShift>},
    {"rshift(a, b, /)", binary<BinaryOp::RShift>},
    {"or_(a, b, /)", binary<BinaryOp::Or>},
    {"xor(a, b, /)", binary<BinaryOp::Xor>},
    {"and_(a, b, /)", binary<BinaryOp::And>},
    {"floordiv(a, b, /)", binary<BinaryOp::FloorDiv>},
    {"iadd(a, b, /)", binary<BinaryOp::Add, true>},
    {"isub(a, b, /)", binary<BinaryOp::Sub, true>},
    {"imul(a, b, /)", binary<BinaryOp::Mul, true>},
    {"imatmul(a, b, /)", binary<BinaryOp::MatMul, true>},
    {"itruediv(a, b, /)", binary<BinaryOp::Div, true>},
    {"imod(a, b, /)", binary<BinaryOp::Mod, true>},
    {"ipow(a, b, /)", binary<BinaryOp::Pow, true>},
    {"ilshift(a, b, /)", binary<BinaryOp::LShift, true>},
    {"irshift(a, b, /)", binary<BinaryOp::RShift, true>},
    {"ior(a, b, /)", binary<BinaryOp::Or, true>},
    {"ixor(a, b, /)", binary<BinaryOp::Xor, true>},
    {"iand(a, b, /)", binary<BinaryOp::And, true>},
    {"ifloordiv(a, b, /)", binary<BinaryOp::FloorDiv, true>},
    {"lt(a, b, /)", comparison<CompareOp::Lt>},
    {"le(a, b, /)", comparison<CompareOp::Le>},
    {"eq(a, b, /)", comparison<CompareOp::Eq>},
    {"ne(a, b, /)", comparison<CompareOp::Ne>},
    {"gt(a, b, /)", comparison<CompareOp::Gt>},
    {"ge(a, b, /)", comparison<CompareOp::Ge>},
    {"neg(a, /)", unary<UnaryOp::Negative>},
    {"pos(a, /)", unary<UnaryOp::Positive>},
    {"inv(a, /)", unary<UnaryOp::Invert>},
    {"invert(a, /)", unary<UnaryOp::Invert>},
    {"truth(a, /)", truth_of<true>},
    {"not_(a, /)", truth_of<false>},
    {"is_(a, b, /)", identity<true>},
    {"is_not(a, b, /)", identity<false>},
    {"contains(a, b, /)", contains_item},
    {"getitem(a, b, /)", getitem},
    {"setitem(a, b, c, /)", setitem},
    {"delitem(a, b, /)", delitem},
    {"index(a, /)", index},
};

}  // namespace

std::span<const NativeDef> operator_functions() { return kFunctions; }

}  // namespace threadbook::python
