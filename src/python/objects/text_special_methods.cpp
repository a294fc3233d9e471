// The special methods of str and bytes: "__add__" and its like, over text_operators.h.
#include "python/objects/realm.h"
#include "python/objects/representation.h"
#include "python/objects/text_methods.h"

namespace threadbook::python {
namespace {

template <Kind kind, BinaryOp op>
Status binary_method(RealmThread& thread, Value* arguments, Value& result) {
  TextSelf self;
  if (!text_self<kind>(thread, arguments[0], self)) return Status::Raised;
  return text_binary_op(thread, op, self.value, arguments[1], result);
}

// self * count, also written count * self.
template <Kind kind>
Status multiply_method(RealmThread& thread, Value* arguments, Value& result) {
  std::int64_t count;
  const Status status = as_index(thread, arguments[1], count);
  return status == Status::Ok ? binary_method<kind, BinaryOp::Mul>(thread, arguments, result) : status;
}

// other % self.
template <Kind kind>
Status reflected_mod_method(RealmThread& thread, Value* arguments, Value& result) {
  TextView other;
  if (!same_type<kind>(arguments[1], other)) {
    result = Value::not_implemented();
    return Status::Ok;
  }
  return text_binary_op(thread, BinaryOp::Mod, arguments[1], arguments[0], result);
}

template <Kind kind, CompareOp op>
Status compare_method(RealmThread& thread, Value* arguments, Value& result) {
  TextSelf self;
  if (!text_self<kind>(thread, arguments[0], self)) return Status::Raised;
  return text_compare(thread, op, self.value, arguments[1], result);
}

template <Kind kind>
Status contains_method(RealmThread& thread, Value* arguments, Value& result) {
  TextSelf self;
  if (!text_self<kind>(thread, arguments[0], self)) return Status::Raised;
  bool found;
  const Status status = text_contains(thread, self.value, arguments[1], found);
  if (status == Status::Ok) result = Value::boolean(found);
  return status;
}

template <Kind kind>
Status getitem_method(RealmThread& thread, Value* arguments, Value& result) {
  TextSelf self;
  if (!text_self<kind>(thread, arguments[0], self)) return Status::Raised;
  return text_get_item(thread, self.value, arguments[1], result);
}

template <Kind kind>
Status len_method(RealmThread& thread, Value* arguments, Value& result) {
  TextSelf self;
  if (!text_self<kind>(thread, arguments[0], self)) return Status::Raised;
  result = Value::small_int(static_cast<std::int64_t>(self.view.size()));
  return Status::Ok;
}

template <Kind kind>
Status iter_method(RealmThread& thread, Value* arguments, Value& result) {
  TextSelf self;
  if (!text_self<kind>(thread, arguments[0], self)) return Status::Raised;
  return get_iter(thread, self.value, result);
}

template <Kind kind>
Status hash_method(RealmThread& thread, Value* arguments, Value& result) {
  TextSelf self;
  if (!text_self<kind>(thread, arguments[0], self)) return Status::Raised;
  result = make_int(thread, static_cast<std::int64_t>(text_hash(self.value)));
  return Status::Ok;
}

template <Kind kind>
Status repr_method(RealmThread& thread, Value* arguments, Value& result) {
  TextSelf self;
  if (!text_self<kind>(thread, arguments[0], self)) return Status::Raised;
  Str* str = nullptr;
  const Status status = repr_value(thread, self.value, str);
  if (status == Status::Ok) result = Value::object(str);
  return status;
}

Status str_method(RealmThread& thread, Value* arguments, Value& result) {
  TextSelf self;
  if (!text_self<Kind::Str>(thread, arguments[0], self)) return Status::Raised;
  result = self.value;
  return Status::Ok;
}

Status format_method(RealmThread& thread, Value* arguments, Value& result) {
  TextSelf self;
  if (!text_self<Kind::Str>(thread, arguments[0], self)) return Status::Raised;
  Str* spec = as_str(arguments[1]);
  if (spec == nullptr) {
    return type_error(thread, text("__format__() argument must be str, not ", argument_type(thread, arguments[1])));
  }
  // Without a spec it is str(self), which a subclass may override (library: str____format__).
  return format_value(thread, spec->length == 0 ? arguments[0] : self.value, spec, result);
}

template <Kind kind>
constexpr NativeDef kSpecialMethods[] = {
    {"__add__(self, value, /)", binary_method<kind, BinaryOp::Add>},
    {"__mul__(self, value, /)", multiply_method<kind>},
    {"__rmul__(self, value, /)", multiply_method<kind>},
    {"__mod__(self, value, /)", binary_method<kind, BinaryOp::Mod>},
    {"__rmod__(self, value, /)", reflected_mod_method<kind>},
    {"__contains__(self, key, /)", contains_method<kind>},
    {"__getitem__(self, key, /)", getitem_method<kind>},
    {"__len__(self, /)", len_method<kind>},
    {"__iter__(self, /)", iter_method<kind>},
    {"__hash__(self, /)", hash_method<kind>},
    {"__repr__(self, /)", repr_method<kind>},
    {"__lt__(self, value, /)", compare_method<kind, CompareOp::Lt>},
    {"__le__(self, value, /)", compare_method<kind, CompareOp::Le>},
    {"__eq__(self, value, /)", compare_method<kind, CompareOp::Eq>},
    {"__ne__(self, value, /)", compare_method<kind, CompareOp::Ne>},
    {"__gt__(self, value, /)", compare_method<kind, CompareOp::Gt>},
    {"__ge__(self, value, /)", compare_method<kind, CompareOp::Ge>},
    {"__str__(self, /)", str_method},
    {"__format__(self, format_spec, /)", format_method},
};

}  // namespace

std::span<const NativeDef> str_special_methods() { return kSpecialMethods<Kind::Str>; }
// bytes have no __str__ and __format__ of their own.
std::span<const NativeDef> bytes_special_methods() {
  return std::span<const NativeDef>(kSpecialMethods<Kind::Bytes>).first(std::size(kSpecialMethods<Kind::Bytes>) - 2);
}

}  // namespace threadbook::python
