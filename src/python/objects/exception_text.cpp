// repr() and str() of exceptions (representation.h).
#include "python/objects/representation.h"
#include "python/vm/interpreter.h"

namespace threadbook::python {
namespace {

Tuple* arguments_of(Exception* exception) {
  const Value args = exception->args.load();
  return is_kind(args, Kind::Tuple) ? static_cast<Tuple*>(args.as_object()) : nullptr;
}

bool is_of(ThreadState& thread, Exception* exception, ExceptionType type) {
  return matches(exception, thread.interpreter.cls(type));
}

// "[Errno 2] No such file or directory: 'name'"
Status os_error_str(ThreadState& thread, Tuple* args, StrBuilder& out) {
  out.append_latin1("[Errno ");
  Status status = str_of(thread, args->items[0], out);
  if (status != Status::Ok) return status;
  out.append_latin1("] ");
  status = str_of(thread, args->items[1], out);
  if (status != Status::Ok || args->length < 3) return status;
  out.append_latin1(": ");
  return repr(thread, args->items[2], out);
}

// "invalid syntax (main.py, line 3)"
Status syntax_error_str(ThreadState& thread, Tuple* args, StrBuilder& out) {
  Status status = str_of(thread, args->items[0], out);
  const Tuple* place = as_tuple(args->items[1]);
  if (status != Status::Ok || place == nullptr || place->length < 2) return status;
  const Str* file = as_str(place->items[0]);
  const bool line = is_int(place->items[1]);
  if (file == nullptr && !line) return status;
  out.append_latin1(" (");
  if (file != nullptr) {
    const std::string path = file->to_utf8();
    out.append_utf8(path.substr(path.rfind('/') + 1));
    if (line) out.append_latin1(", ");
  }
  if (line) {
    out.append_latin1("line ");
    status = str_of(thread, place->items[1], out);
  }
  out.append(U')');
  return status;
}

}  // namespace

Status exception_repr(ThreadState& thread, Exception* exception, StrBuilder& out, int depth) {
  out.append_utf8(type_name(thread, Value::object(exception)));
  Tuple* args = arguments_of(exception);
  if (args == nullptr || args->length == 0) {
    out.append_latin1("()");
    return Status::Ok;
  }
  const std::size_t count = is_of(thread, exception, ExceptionType::OSError) && args->length > 2
                                ? 2  // the file's name is no argument any more
                                : args->length;
  out.append(U'(');
  for (std::size_t i = 0; i < count; ++i) {
    if (i > 0) out.append_latin1(", ");
    const Status status = repr_item(thread, args->items[i], out, depth + 1);
    if (status != Status::Ok) return status;
  }
  out.append(U')');
  return Status::Ok;
}

Status exception_str(ThreadState& thread, Exception* exception, StrBuilder& out) {
  Tuple* args = arguments_of(exception);
  if (args == nullptr || args->length == 0) return Status::Ok;
  if (args->length == 1) {
    // A missing key is shown as it is written, so that KeyError('') says something.
    return is_of(thread, exception, ExceptionType::KeyError)
               ? repr(thread, args->items[0], out)
               : str_of(thread, args->items[0], out);
  }
  if (is_of(thread, exception, ExceptionType::OSError)) return os_error_str(thread, args, out);
  if (is_of(thread, exception, ExceptionType::SyntaxError)) {
    return syntax_error_str(thread, args, out);
  }
  return repr(thread, Value::object(args), out);
}

}  // namespace threadbook::python
