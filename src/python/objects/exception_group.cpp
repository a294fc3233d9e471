#include "python/objects/exception_group.h"

#include "python/objects/instance.h"
#include "python/objects/operations.h"
#include "python/objects/realm.h"

namespace threadbook::python {

namespace {

// A tuple of the items of `value`, a sequence; nullptr if it is none.
Tuple* sequence_items(RealmThread& thread, Value value) {
  if (Tuple* tuple = as_tuple(value)) return tuple;
  if (!value.is_object()) return nullptr;
  switch (value.as_object()->kind) {
    case Kind::List:
    case Kind::Str:
    case Kind::Bytes:
    case Kind::Range: break;
    default: return nullptr;
  }
  std::vector<Value> items;
  if (collect(thread, value, items) != Status::Ok) return nullptr;
  return make_tuple(thread, std::span<const Value>(items));
}

Status to_python(RealmThread&, Value*, Value&) { return Status::Fallback; }

constexpr NativeDef kMethods[] = {
    {"derive(self, excs, /)", to_python},
    {"split(self, condition, /)", to_python},
    {"subgroup(self, condition, /)", to_python},
    {"__class_getitem__(cls, params, /)", to_python},
};

}  // namespace

Status new_exception_group(RealmThread& thread, Class* cls, Tuple* args, Value& result) {
  const Realm& realm = thread.realm;
  if (args->length != 2) {
    return raise(
        thread, ExceptionType::TypeError,
        text("BaseExceptionGroup.__new__() takes exactly 2 arguments (", std::to_string(args->length), " given)"));
  }
  if (as_str(args->items[0]) == nullptr) {
    return raise(thread, ExceptionType::TypeError,
                 text("BaseExceptionGroup.__new__() argument 1 must be str, not ", type_name(thread, args->items[0])));
  }
  Tuple* exceptions = sequence_items(thread, args->items[1]);
  if (exceptions == nullptr) {
    return raise(thread, ExceptionType::TypeError, "second argument (exceptions) must be a sequence");
  }
  if (exceptions->length == 0) {
    return raise(thread, ExceptionType::ValueError, "second argument (exceptions) must be a non-empty sequence");
  }
  Class* exception_class = realm.cls(ExceptionType::Exception);
  bool nests_base = false;
  for (std::uint32_t i = 0; i < exceptions->length; ++i) {
    const Exception* exception = as_exception(exceptions->items[i]);
    if (exception == nullptr) {
      return raise(thread, ExceptionType::ValueError,
                   text("Item ", std::to_string(i), " of second argument (exceptions) is not an exception"));
    }
    nests_base |= !matches(exception, exception_class);
  }
  if (cls == realm.cls(ExceptionType::BaseExceptionGroup)) {
    if (!nests_base) cls = realm.cls(ExceptionType::ExceptionGroup);
  } else if (nests_base && cls->derives_from(exception_class)) {
    const bool own = cls == realm.cls(ExceptionType::ExceptionGroup);
    return raise(thread, ExceptionType::TypeError,
                 text("Cannot nest BaseExceptions in ", own ? "an ExceptionGroup" : "'" + cls->name->to_utf8() + "'"));
  }
  Exception* group = make_exception(thread, cls, args);
  set_own_attribute(thread, group, thread.realm.intern("message"), args->items[0]);
  set_own_attribute(thread, group, thread.realm.intern("exceptions"), Value::object(exceptions));
  result = Value::object(group);
  return Status::Ok;
}

Status exception_group_str(RealmThread& thread, Exception* group, StrBuilder& out) {
  const Value message = own_attribute(thread, group, thread.realm.intern("message"));
  const Value exceptions = own_attribute(thread, group, thread.realm.intern("exceptions"));
  out.append(as_str(message));
  const std::uint32_t count = as_tuple(exceptions)->length;
  out.append_latin1(text(" (", std::to_string(count), count == 1 ? " sub-exception)" : " sub-exceptions)"));
  return Status::Ok;
}

std::span<const NativeDef> exception_group_methods() { return kMethods; }

}  // namespace threadbook::python
