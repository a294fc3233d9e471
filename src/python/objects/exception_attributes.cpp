#include "python/objects/exception_attributes.h"

#include "python/objects/instance.h"
#include "python/objects/operations.h"
#include "python/objects/realm.h"

namespace threadbook::python {
namespace {

// The arguments as they were given.
Tuple* raw_args(RealmThread& thread, const Exception* exception) {
  const Value args = exception->args.load();
  return is_kind(args, Kind::Tuple) ? static_cast<Tuple*>(args.as_object()) : thread.realm.empty_tuple;
}

Value item_or_none(const Tuple* tuple, std::uint32_t index) {
  return tuple != nullptr && index < tuple->length ? tuple->items[index] : Value::none();
}

Value always_none(RealmThread&, const Tuple*, int) { return Value::none(); }
Value argument(RealmThread&, const Tuple* args, int index) { return item_or_none(args, index); }

// SystemExit(1).code is 1, SystemExit(1, 2).code is (1, 2).
Value exit_code(RealmThread&, const Tuple* args, int) {
  return args->length <= 1 ? item_or_none(args, 0) : Value::object(args);
}

// ImportError.msg: only a single argument is one.
Value only_argument(RealmThread&, const Tuple* args, int) { return args->length == 1 ? args->items[0] : Value::none(); }

// OSError(errno, strerror, filename, winerror, filename2); with another number of arguments it is
// an exception like any other.
Value os_argument(RealmThread&, const Tuple* args, int index) {
  return args->length >= 2 && args->length <= 5 ? item_or_none(args, index) : Value::none();
}

// SyntaxError(msg, (filename, lineno, offset, text, end_lineno, end_offset)).
Value syntax_argument(RealmThread&, const Tuple* args, int index) {
  return args->length == 2 ? item_or_none(as_tuple(args->items[1]), index) : Value::none();
}

struct Attribute {
  ExceptionType type;
  std::string_view name;
  Value (*initial)(RealmThread& thread, const Tuple* args, int index);
  int index = 0;
};

constexpr Attribute kAttributes[] = {
    {ExceptionType::BaseExceptionGroup, "message", always_none},
    {ExceptionType::BaseExceptionGroup, "exceptions", always_none},
    {ExceptionType::StopIteration, "value", argument, 0},
    {ExceptionType::SystemExit, "code", exit_code},
    {ExceptionType::ImportError, "msg", only_argument},
    {ExceptionType::ImportError, "name", always_none},
    {ExceptionType::ImportError, "path", always_none},
    {ExceptionType::AttributeError, "name", always_none},
    {ExceptionType::AttributeError, "obj", always_none},
    {ExceptionType::NameError, "name", always_none},
    {ExceptionType::OSError, "errno", os_argument, 0},
    {ExceptionType::OSError, "strerror", os_argument, 1},
    {ExceptionType::OSError, "filename", os_argument, 2},
    {ExceptionType::OSError, "filename2", os_argument, 4},
    {ExceptionType::SyntaxError, "msg", argument, 0},
    {ExceptionType::SyntaxError, "filename", syntax_argument, 0},
    {ExceptionType::SyntaxError, "lineno", syntax_argument, 1},
    {ExceptionType::SyntaxError, "offset", syntax_argument, 2},
    {ExceptionType::SyntaxError, "text", syntax_argument, 3},
    {ExceptionType::SyntaxError, "end_lineno", syntax_argument, 4},
    {ExceptionType::SyntaxError, "end_offset", syntax_argument, 5},
    {ExceptionType::SyntaxError, "print_file_and_line", always_none},
    {ExceptionType::UnicodeDecodeError, "encoding", argument, 0},
    {ExceptionType::UnicodeDecodeError, "object", argument, 1},
    {ExceptionType::UnicodeDecodeError, "start", argument, 2},
    {ExceptionType::UnicodeDecodeError, "end", argument, 3},
    {ExceptionType::UnicodeDecodeError, "reason", argument, 4},
    {ExceptionType::UnicodeEncodeError, "encoding", argument, 0},
    {ExceptionType::UnicodeEncodeError, "object", argument, 1},
    {ExceptionType::UnicodeEncodeError, "start", argument, 2},
    {ExceptionType::UnicodeEncodeError, "end", argument, 3},
    {ExceptionType::UnicodeEncodeError, "reason", argument, 4},
};

// The builtin class's own attribute called `name` that `exception` has, or nullptr.
const Attribute* find(RealmThread& thread, const Exception* exception, const Str* name) {
  if (name->is_wide()) return nullptr;
  const std::string_view spelling = name->latin1();
  for (const Attribute& attribute : kAttributes) {
    if (attribute.name == spelling && matches(exception, thread.realm.cls(attribute.type))) {
      return &attribute;
    }
  }
  return nullptr;
}

// exception.args: an OSError that names a file keeps only the first two.
Value visible_args(RealmThread& thread, const Exception* exception) {
  Tuple* args = raw_args(thread, exception);
  if (args->length >= 3 && args->length <= 5 && !args->items[2].is_none() &&
      matches(exception, thread.realm.cls(ExceptionType::OSError))) {
    return Value::object(make_tuple(thread, args->view().first(2)));
  }
  return Value::object(args);
}

// For __cause__ and __context__, which `what` names.
Status check_exception_or_none(RealmThread& thread, Value value, const char* what) {
  if (value.is_none() || is_kind(value, Kind::Exception)) return Status::Ok;
  return raise(thread, ExceptionType::TypeError,
               text("exception ", what, " must be None or derive from BaseException"));
}

Status set_args(RealmThread& thread, Exception* exception, Value value) {
  Tuple* args = as_tuple(value);
  if (args == nullptr) {
    std::vector<Value> items;
    const Status status = collect(thread, value, items);
    if (status != Status::Ok) return status;
    args = make_tuple(thread, std::span<const Value>(items));
  }
  exception->args.store(Value::object(args));
  return Status::Ok;
}

}  // namespace

bool exception_attribute(RealmThread& thread, Exception* exception, Str* name, Value& out) {
  const WellKnownNames& names = thread.realm.names;
  if (name == names.args) {
    out = visible_args(thread, exception);
  } else if (name == names.cause) {
    out = exception->cause.load();
  } else if (name == names.context) {
    out = exception->context.load();
  } else if (name == names.traceback) {
    out = exception->traceback.load();
  } else if (name == names.suppress_context) {
    out = Value::boolean(exception->suppress_context.load(std::memory_order_relaxed));
  } else {
    const Attribute* attribute = find(thread, exception, name);
    if (attribute == nullptr) return false;
    out = own_attribute(thread, exception, name);
    if (out.is_unbound()) {
      out = attribute->initial(thread, raw_args(thread, exception), attribute->index);
    }
  }
  return true;
}

Status set_exception_attribute(RealmThread& thread, Exception* exception, Str* name, Value value, bool& handled) {
  const WellKnownNames& names = thread.realm.names;
  handled = name == names.args || name == names.cause || name == names.context || name == names.traceback ||
            name == names.suppress_context;
  if (!handled) {
    const Attribute* known = find(thread, exception, name);
    if (known != nullptr && known->type == ExceptionType::BaseExceptionGroup) {
      return raise(thread, ExceptionType::AttributeError, "readonly attribute");
    }
    handled = !value.is_unbound() && known != nullptr && set_own_attribute(thread, exception, name, value);
    return Status::Ok;
  }
  if (value.is_unbound()) {
    return raise(thread, ExceptionType::TypeError,
                 name == names.suppress_context ? "can't delete numeric/char attribute"
                                                : text(name->latin1(), " may not be deleted"));
  }
  if (name == names.args) return set_args(thread, exception, value);
  if (name == names.suppress_context) {
    if (!value.is_bool()) {
      return raise(thread, ExceptionType::TypeError, "attribute value type must be bool");
    }
    exception->suppress_context.store(value.is_true(), std::memory_order_relaxed);
    return Status::Ok;
  }
  if (name == names.traceback) {
    if (!value.is_none() && !is_kind(value, Kind::Traceback)) {
      return raise(thread, ExceptionType::TypeError, "__traceback__ must be a traceback or None");
    }
    exception->traceback.store(value);
    return Status::Ok;
  }
  const bool is_cause = name == names.cause;
  const Status status = check_exception_or_none(thread, value, is_cause ? "cause" : "context");
  if (status != Status::Ok) return status;
  (is_cause ? exception->cause : exception->context).store(value);
  if (is_cause) exception->suppress_context.store(true, std::memory_order_relaxed);
  return Status::Ok;
}

}  // namespace threadbook::python
