// Methods that several containers share, as natives: `__len__`, `__getitem__`, `__eq__`, `__or__` …
// They treat an instance of a subclass as the plain container it is: super().__getitem__(key) comes
// here.
#pragma once

#include <vector>

#include "python/objects/container_support.h"
#include "python/objects/representation.h"

namespace threadbook::python::natives {

inline Status len(RealmThread& thread, Value* arguments, Value& result) {
  result = make_int(thread, container_length(arguments[0]));
  return Status::Ok;
}
inline Status getitem(RealmThread& thread, Value* arguments, Value& result) {
  return container_get_item(thread, arguments[0], arguments[1], result);
}
inline Status setitem(RealmThread& thread, Value* arguments, Value& result) {
  result = Value::none();
  return container_set_item(thread, arguments[0], arguments[1], arguments[2]);
}
inline Status delitem(RealmThread& thread, Value* arguments, Value& result) {
  result = Value::none();
  return container_delete_item(thread, arguments[0], arguments[1]);
}
inline Status contains(RealmThread& thread, Value* arguments, Value& result) {
  bool found = false;
  Status status = container_contains(thread, arguments[0], arguments[1], found);
  result = Value::boolean(found);
  return status;
}
inline Status iter(RealmThread& thread, Value* arguments, Value& result) {
  return container_iter(thread, arguments[0], result);
}
inline Status repr(RealmThread& thread, Value* arguments, Value& result) {
  StrBuilder text(thread);
  Status status = container_repr(thread, arguments[0], text, 0);
  if (status == Status::Ok) result = Value::object(text.finish());
  return status;
}
template <CompareOp op>
Status compare(RealmThread& thread, Value* arguments, Value& result) {
  return container_compare(thread, op, arguments[0], arguments[1], 0, result);
}
template <BinaryOp op, bool in_place = false>
Status binary(RealmThread& thread, Value* arguments, Value& result) {
  return container_binary_op(thread, op, arguments[0], arguments[1], in_place, result);
}
template <BinaryOp op>
Status reflected(RealmThread& thread, Value* arguments, Value& result) {
  return container_binary_op(thread, op, arguments[1], arguments[0], false, result);
}

// The items of an argument that may be an iterator. Going through an iterator uses it up; if it
// then turns out that Python code must take over, fallback() hands that code a list instead.
class ArgumentItems {
 public:
  explicit ArgumentItems(Value& argument) : argument_(argument) {}

  Status collect(RealmThread& thread) { return python::collect(thread, argument_, items); }
  Status fallback(RealmThread& thread) {
    if (is_kind(argument_, Kind::Iterator)) argument_ = Value::object(make_list(thread, items));
    return Status::Fallback;
  }
  // `status` itself, unless that is Fallback.
  Status pass(RealmThread& thread, Status status) { return status == Status::Fallback ? fallback(thread) : status; }

  std::vector<Value> items;

 private:
  Value& argument_;
};

}  // namespace threadbook::python::natives
