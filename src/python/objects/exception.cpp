#include "python/objects/exception.h"

#include "python/objects/exception_attributes.h"
#include "python/objects/instance.h"
#include "python/objects/operations.h"
#include "python/objects/realm.h"

namespace threadbook::python {
namespace {

Exception* exception_with(RealmThread& thread, ExceptionType type, Value argument) {
  const Value arguments[] = {argument};
  return make_exception(thread, thread.realm.cls(type), make_tuple(thread, arguments));
}

Status raise_naming(RealmThread& thread, ExceptionType type, std::string_view utf8_message, Str* name) {
  Exception* exception = exception_with(thread, type, Value::object(make_str_utf8(thread, utf8_message)));
  set_own_attribute(thread, exception, thread.realm.intern("name"), Value::object(name));
  thread.exception = Value::object(exception);
  return Status::Raised;
}

}  // namespace

Exception* make_exception(RealmThread& thread, Class* cls, Tuple* args) {
  Exception* exception = thread.heap.make<Exception>(Kind::Exception, cls->root_shape->id, 0);
  exception->cls = cls;
  exception->more.store(nullptr, std::memory_order_relaxed);
  exception->args.initialize(Value::object(args));
  exception->cause.initialize(Value::none());
  exception->context.initialize(Value::none());
  exception->traceback.initialize(Value::none());
  exception->suppress_context.store(false, std::memory_order_relaxed);
  return exception;
}

Status raise_value(RealmThread& thread, ExceptionType type, Value argument) {
  thread.exception = Value::object(exception_with(thread, type, argument));
  return Status::Raised;
}

Status raise(RealmThread& thread, ExceptionType type, std::string_view utf8_message) {
  return raise_value(thread, type, Value::object(make_str_utf8(thread, utf8_message)));
}

Status raise_attribute_error(RealmThread& thread, std::string_view utf8_message, Value object, Str* name) {
  raise_naming(thread, ExceptionType::AttributeError, utf8_message, name);
  set_own_attribute(thread, thread.exception.as_object(), thread.realm.intern("obj"), object);
  return Status::Raised;
}

Status raise_name_error(RealmThread& thread, ExceptionType type, std::string_view utf8_message, Str* name) {
  return raise_naming(thread, type, utf8_message, name);
}

Status raise_import_error(RealmThread& thread, ExceptionType type, std::string_view utf8_message, Str* name) {
  return raise_naming(thread, type, utf8_message, name);
}

bool is_exception_class(Value value) {
  const Class* cls = as_class(value);
  return cls != nullptr && cls->has(Class::kException);
}

bool matches(const Exception* exception, const Class* cls) { return exception->cls->derives_from(cls); }

}  // namespace threadbook::python
