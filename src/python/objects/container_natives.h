// Methods that several containers share, as natives: `__len__`, `__getitem__`, `__eq__`, `__or__` …
// They treat an instance of a subclass as the plain container it is: super().__getitem__(key) comes
// here.
#pragma once

#include <vector>

#include "python/objects/container_support.h"
#include "python/objects/representation.h"

namespace threadbook::python::natives {

inline Status len(ThreadState& thread, Value* arguments, Value& result) {
  result = make_int(thread, container_length(arguments[0]));
  return Status::Ok;
}
inline Status getitem(ThreadState& thread, Value* arguments, Value& result) {
  return container_get_item(thread, arguments[0], arguments[1], result);
}
inline Status setitem(ThreadState& thread, Value* arguments, Value& result) {
  result = Value::none();
  return container_set_item(thread, arguments[0], arguments[1], arguments[2]);
}
inline Status delitem(ThreadState& thread, Value* arguments, Value& result) {
  result = Value::none();
  return container_delete_item(thread, arguments[0], arguments[1]);
}
inline Status contains(ThreadState& thread, Value* arguments, Value& result) {
  bool found = false;
  Status status = container_contains(thread, arguments[0], arguments[1], found);
  result = Value::boolean(found);
  return status;
}
inline Status iter(ThreadState& thread, Value* arguments, Value& result) {
  return container_iter(thread, arguments[0], result);
}
inline Status repr(ThreadState& thread, Value* arguments, Value& result) {
  StrBuilder text(thread);
  Status status = container_repr(thread, arguments[0], text, 0);
  if (status == Status::Ok) result = Value::object(text.finish());
  return status;
}
template <CompareOp op>
Status compare(ThreadState& thread, Value* arguments, Value& result) {
  return container_compare(thread, op, arguments[0], arguments[1], 0, result);
}
template <BinaryOp op, bool in_place = false>
Status binary(ThreadState& thread, Value* arguments, Value& result) {
  return container_binary_op(thread, op, arguments[0], arguments[1], in_place, result);
}
template <BinaryOp op>
Status reflected(ThreadState& thread, Value* arguments, Value& result) {
  return container_binary_op(thread, op, arguments[1], arguments[0], false, result);
}

// The items of an argument that may be an iterator. Going through an iterator uses it up; if it
// then turns out that Python code must take over, fallback() hands that code a list instead.
class ArgumentItems {
 public:
  explicit ArgumentItems(Value& argument) : argument_(argument) {}

  Status collect(ThreadState& thread) { return python::collect(thread, argument_, items); }
  Status fallback(ThreadState& thread) {
    if (is_kind(argument_, Kind::Iterator)) argument_ = Value::object(make_list(thread, items));
    return Status::Fallback;
  }
  // `status` itself, unless that is Fallback.
  Status pass(ThreadState& thread, Status status) {
    return status == Status::Fallback ? fallback(thread) : status;
  }

  std::vector<Value> items;

 private:
  Value& argument_;
};

// In a constructor: will an __init__ written in Python fill the new object?
inline bool has_python_init(ThreadState& thread, Class* cls) {
  if (cls->has(Class::kBuiltin)) return false;
  Cell* init = thread.lookup(cls, thread.interpreter.names.init);
  return init != nullptr && !is_kind(init->value.load(), Kind::NativeFunction);
}

// TypeError "list() takes no keyword arguments", "list expected at most 1 argument, got 2".
inline Status check_at_most_one(ThreadState& thread, std::string_view name, Value args, Value kwargs) {
  Tuple* positional = as_tuple(args);
  Dict* keywords = as_dict(kwargs);
  if (keywords != nullptr && keywords->used.load(std::memory_order_relaxed) != 0) {
    return type_error(thread, text(name, "() takes no keyword arguments"));
  }
  if (positional->length > 1) {
    return type_error(thread, text(name, " expected at most 1 argument, got ", std::to_string(positional->length)));
  }
  return Status::Ok;
}

}  // namespace threadbook::python::natives
