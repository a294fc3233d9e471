// Constructing exceptions, and the methods of BaseException.
#include "python/objects/exception_attributes.h"
#include "python/objects/exception_group.h"
#include "python/objects/instance.h"
#include "python/objects/realm.h"
#include "python/objects/representation.h"

namespace threadbook::python {
namespace {

// errno values (Linux) whose OSError is of a subclass, as CPython's documentation lists them.
struct ErrnoClass {
  int number;
  ExceptionType type;
};
constexpr ErrnoClass kErrnoClasses[] = {
    {1, ExceptionType::PermissionError},           // EPERM
    {2, ExceptionType::FileNotFoundError},         // ENOENT
    {3, ExceptionType::ProcessLookupError},        // ESRCH
    {4, ExceptionType::InterruptedError},          // EINTR
    {10, ExceptionType::ChildProcessError},        // ECHILD
    {11, ExceptionType::BlockingIOError},          // EAGAIN
    {13, ExceptionType::PermissionError},          // EACCES
    {17, ExceptionType::FileExistsError},          // EEXIST
    {20, ExceptionType::NotADirectoryError},       // ENOTDIR
    {21, ExceptionType::IsADirectoryError},        // EISDIR
    {32, ExceptionType::BrokenPipeError},          // EPIPE
    {103, ExceptionType::ConnectionAbortedError},  // ECONNABORTED
    {104, ExceptionType::ConnectionResetError},    // ECONNRESET
    {108, ExceptionType::BrokenPipeError},         // ESHUTDOWN
    {110, ExceptionType::TimeoutError},            // ETIMEDOUT
    {111, ExceptionType::ConnectionRefusedError},  // ECONNREFUSED
    {114, ExceptionType::BlockingIOError},         // EALREADY
    {115, ExceptionType::BlockingIOError},         // EINPROGRESS
};

Class* os_error_class(RealmThread& thread, Class* cls, const Tuple* args) {
  if (cls != thread.realm.cls(ExceptionType::OSError)) return cls;
  if (args->length < 2 || args->length > 5 || !args->items[0].is_small_int()) return cls;
  for (const ErrnoClass& entry : kErrnoClasses) {
    if (entry.number == args->items[0].as_small_int()) return thread.realm.cls(entry.type);
  }
  return cls;
}

// The keyword arguments a class understands; empty names for those it lacks.
struct Keywords {
  ExceptionType type;
  std::string_view names[2];
};
constexpr Keywords kKeywords[] = {
    {ExceptionType::ImportError, {"name", "path"}},
    {ExceptionType::AttributeError, {"name", "obj"}},
    {ExceptionType::NameError, {"name", ""}},
};

// Stores keyword argument `name`; TypeError if the class has none, or none of that name.
Status apply_keyword(RealmThread& thread, Exception* exception, const Str* given, Value value) {
  for (const Keywords& known : kKeywords) {
    Class* cls = thread.realm.cls(known.type);
    if (!matches(exception, cls)) continue;
    const std::string name = given->to_utf8();
    if (name.empty() || (name != known.names[0] && name != known.names[1])) {
      return raise(thread, ExceptionType::TypeError,
                   text("'", name, "' is an invalid keyword argument for ", cls->name->to_utf8(), "()"));
    }
    set_own_attribute(thread, exception, thread.realm.intern(name), value);
    return Status::Ok;
  }
  return raise(thread, ExceptionType::TypeError,
               text(exception->cls->name->to_utf8(), "() takes no keyword arguments"));
}

Status apply_keywords(RealmThread& thread, Exception* exception, Dict* keywords) {
  for (const DictEntry& entry : dict_snapshot(thread, keywords)) {
    const Status status = apply_keyword(thread, exception, as_str(entry.key), entry.value);
    if (status != Status::Ok) return status;
  }
  return Status::Ok;
}

// The checks of SyntaxError's and the Unicode errors' constructors.
Status check_arguments(RealmThread& thread, const Class* cls, const Tuple* args) {
  const Realm& realm = thread.realm;
  if (cls->derives_from(realm.cls(ExceptionType::SyntaxError)) && args->length == 2) {
    const Tuple* place = as_tuple(args->items[1]);
    const std::uint32_t given = place == nullptr ? 4 : place->length;
    if (given < 4 || given > 6) {
      return raise(thread, ExceptionType::TypeError,
                   text("function takes at ", given < 4 ? "least 4" : "most 6", " arguments (", std::to_string(given),
                        " given)"));
    }
  }
  if ((cls->derives_from(realm.cls(ExceptionType::UnicodeDecodeError)) ||
       cls->derives_from(realm.cls(ExceptionType::UnicodeEncodeError))) &&
      args->length != 5) {
    return raise(thread, ExceptionType::TypeError,
                 text("function takes exactly 5 arguments (", std::to_string(args->length), " given)"));
  }
  return Status::Ok;
}

Exception* self_of(Value* arguments) { return static_cast<Exception*>(arguments[0].as_object()); }

Status check_self(RealmThread& thread, Value* arguments, const char* method) {
  if (is_kind(arguments[0], Kind::Exception)) return Status::Ok;
  return raise(thread, ExceptionType::TypeError,
               text("descriptor '", method, "' requires a 'BaseException' object but received a '",
                    type_name(thread, arguments[0]), "'"));
}

// __new__(cls, /, *args, **kwargs): keeps the arguments, whatever __init__ does with them later.
Status construct(RealmThread& thread, Value* arguments, Value& result) {
  if (!is_exception_class(arguments[0])) {
    return raise(thread, ExceptionType::TypeError, "BaseException.__new__(X): X is not a type object");
  }
  Class* cls = as_class(arguments[0]);
  Tuple* args = as_tuple(arguments[1]);
  Status status = new_exception(thread, cls, args, nullptr, nullptr, result);
  if (status != Status::Ok) return status;
  Cell* init = thread.lookup(cls, thread.realm.names.init);
  if (init == nullptr || !is_kind(init->value.load(), Kind::Function)) {
    status = apply_keywords(thread, as_exception(result), as_dict(arguments[2]));
  }
  return status;
}

Status initialize(RealmThread& thread, Value* arguments, Value& result) {
  Status status = check_self(thread, arguments, "__init__");
  if (status != Status::Ok) return status;
  Tuple* args = as_tuple(arguments[1]);
  status = check_arguments(thread, self_of(arguments)->cls, args);
  if (status == Status::Ok) status = apply_keywords(thread, self_of(arguments), as_dict(arguments[2]));
  if (status != Status::Ok) return status;
  self_of(arguments)->args.store(Value::object(args));
  result = Value::none();
  return Status::Ok;
}

Status method_repr(RealmThread& thread, Value* arguments, Value& result) {
  Status status = check_self(thread, arguments, "__repr__");
  if (status != Status::Ok) return status;
  StrBuilder out(thread);
  status = exception_repr(thread, self_of(arguments), out, 0);
  if (status == Status::Ok) result = Value::object(out.finish());
  return status;
}

Status method_str(RealmThread& thread, Value* arguments, Value& result) {
  Status status = check_self(thread, arguments, "__str__");
  if (status != Status::Ok) return status;
  StrBuilder out(thread);
  status = exception_str(thread, self_of(arguments), out);
  if (status == Status::Ok) result = Value::object(out.finish());
  return status;
}

Status with_traceback(RealmThread& thread, Value* arguments, Value& result) {
  Status status = check_self(thread, arguments, "with_traceback");
  if (status != Status::Ok) return status;
  bool handled = false;
  status = set_exception_attribute(thread, self_of(arguments), thread.realm.names.traceback, arguments[1], handled);
  if (status == Status::Ok) result = arguments[0];
  return status;
}

Status add_note(RealmThread& thread, Value* arguments, Value& result) {
  const Status status = check_self(thread, arguments, "add_note");
  if (status != Status::Ok) return status;
  if (as_str(arguments[1]) == nullptr) {
    return raise(thread, ExceptionType::TypeError,
                 text("note must be a str, not '", type_name(thread, arguments[1]), "'"));
  }
  Str* name = thread.realm.names.notes;
  const Value notes = own_attribute(thread, self_of(arguments), name);
  if (notes.is_unbound()) {
    List* list = make_list(thread, std::span<const Value>(&arguments[1], 1));
    set_own_attribute(thread, self_of(arguments), name, Value::object(list));
  } else if (List* list = as_list(notes)) {
    list_append(thread, list, arguments[1]);
  } else {
    return raise(thread, ExceptionType::TypeError, "Cannot add note: __notes__ is not a list");
  }
  result = Value::none();
  return Status::Ok;
}

constexpr NativeDef kMethods[] = {
    {"__new__(cls, /, *args, **kwargs)", construct},
    {"__init__(self, /, *args, **kwargs)", initialize},
    {"__repr__(self, /)", method_repr},
    {"__str__(self, /)", method_str},
    {"with_traceback(self, tb, /)", with_traceback},
    {"add_note(self, note, /)", add_note},
};

}  // namespace

Status new_exception(RealmThread& thread, Class* cls, Tuple* args, const Tuple* keywords, const Value* values,
                     Value& result) {
  if (cls->derives_from(thread.realm.cls(ExceptionType::BaseExceptionGroup))) {
    return new_exception_group(thread, cls, args, result);
  }
  const Status status = check_arguments(thread, cls, args);
  if (status != Status::Ok) return status;
  Exception* exception = make_exception(thread, os_error_class(thread, cls, args), args);
  for (std::uint32_t i = 0; keywords != nullptr && i < keywords->length; ++i) {
    const Status applied = apply_keyword(thread, exception, as_str(keywords->items[i]), values[i]);
    if (applied != Status::Ok) return applied;
  }
  result = Value::object(exception);
  return Status::Ok;
}

std::span<const NativeDef> exception_methods() { return kMethods; }

}  // namespace threadbook::python
