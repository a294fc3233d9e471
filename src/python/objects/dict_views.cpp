// dict.keys(), dict.values(), dict.items().
#include "python/objects/container_natives.h"
#include "python/objects/methods.h"

namespace threadbook::python {

namespace {

Status reversed(RealmThread& thread, Value* arguments, Value& result) {
  return get_reversed(thread, arguments[0], result);
}

Status isdisjoint(RealmThread& thread, Value* arguments, Value& result) {
  auto* view = static_cast<DictView*>(arguments[0].as_object());
  if (static_cast<IteratorKind>(view->flags) == IteratorKind::DictValues) {
    return raise(thread, ExceptionType::AttributeError, "'dict_values' object has no attribute 'isdisjoint'");
  }
  natives::ArgumentItems other(arguments[1]);
  Status status = other.collect(thread);
  if (status != Status::Ok) return status;
  for (Value item : other.items) {
    bool found = false;
    status = container_contains(thread, arguments[0], item, found);
    if (status != Status::Ok) return other.pass(thread, status);
    if (found) {
      result = Value::boolean(false);
      return Status::Ok;
    }
  }
  result = Value::boolean(true);
  return Status::Ok;
}

constexpr NativeDef kMethods[] = {
    {"isdisjoint(self, other, /)", isdisjoint},
    {"__len__(self, /)", natives::len},
    {"__contains__(self, key, /)", natives::contains},
    {"__iter__(self, /)", natives::iter},
    {"__reversed__(self, /)", reversed},
    {"__repr__(self, /)", natives::repr},
    {"__eq__(self, value, /)", natives::compare<CompareOp::Eq>},
    {"__ne__(self, value, /)", natives::compare<CompareOp::Ne>},
    {"__lt__(self, value, /)", natives::compare<CompareOp::Lt>},
    {"__le__(self, value, /)", natives::compare<CompareOp::Le>},
    {"__gt__(self, value, /)", natives::compare<CompareOp::Gt>},
    {"__ge__(self, value, /)", natives::compare<CompareOp::Ge>},
    {"__and__(self, value, /)", natives::binary<BinaryOp::And>},
    {"__or__(self, value, /)", natives::binary<BinaryOp::Or>},
    {"__sub__(self, value, /)", natives::binary<BinaryOp::Sub>},
    {"__xor__(self, value, /)", natives::binary<BinaryOp::Xor>},
    {"__rand__(self, value, /)", natives::reflected<BinaryOp::And>},
    {"__ror__(self, value, /)", natives::reflected<BinaryOp::Or>},
    {"__rsub__(self, value, /)", natives::reflected<BinaryOp::Sub>},
    {"__rxor__(self, value, /)", natives::reflected<BinaryOp::Xor>},
};

}  // namespace

Value make_dict_view(RealmThread& thread, Dict* dict, IteratorKind kind) {
  BuiltinClass cls = kind == IteratorKind::DictKeys     ? BuiltinClass::DictKeys
                     : kind == IteratorKind::DictValues ? BuiltinClass::DictValues
                                                        : BuiltinClass::DictItems;
  DictView* view = thread.heap.make<DictView>(Kind::DictView, thread.realm.shape(cls), 0);
  view->flags = static_cast<std::uint8_t>(kind);
  view->dict = dict;
  return Value::object(view);
}

std::span<const NativeDef> dict_view_methods() { return kMethods; }

}  // namespace threadbook::python
