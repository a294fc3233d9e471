// repr() and str() of exceptions (representation.h).
#include <cstdio>

#include "python/objects/exception_group.h"
#include "python/objects/realm.h"
#include "python/objects/representation.h"

namespace threadbook::python {
namespace {

Tuple* arguments_of(Exception* exception) {
  const Value args = exception->args.load();
  return is_kind(args, Kind::Tuple) ? static_cast<Tuple*>(args.as_object()) : nullptr;
}

bool is_of(RealmThread& thread, Exception* exception, ExceptionType type) {
  return matches(exception, thread.realm.cls(type));
}

// Does an OSError made of `args` name a file? That is no argument any more then.
bool names_file(const Tuple* args) { return args->length >= 3 && args->length <= 5 && !args->items[2].is_none(); }

// "[Errno 2] No such file or directory: 'name'"
Status os_error_str(RealmThread& thread, Tuple* args, StrBuilder& out) {
  out.append_latin1("[Errno ");
  Status status = str_of(thread, args->items[0], out);
  if (status != Status::Ok) return status;
  out.append_latin1("] ");
  status = str_of(thread, args->items[1], out);
  if (status != Status::Ok || !names_file(args)) return status;
  out.append_latin1(": ");
  status = repr(thread, args->items[2], out);
  if (status != Status::Ok || args->length < 5 || args->items[4].is_none()) return status;
  out.append_latin1(" -> ");
  return repr(thread, args->items[4], out);
}

// "invalid syntax (main.py, line 3)"
Status syntax_error_str(RealmThread& thread, Tuple* args, StrBuilder& out) {
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

// "'ascii' codec can't encode character '\\xe9' in position 0: ordinal not in range(128)"; false if
// the arguments are not what the class wants.
bool unicode_error_str(RealmThread& thread, Exception* exception, const Tuple* args, StrBuilder& out) {
  const bool decodes = is_of(thread, exception, ExceptionType::UnicodeDecodeError);
  if (!decodes && !is_of(thread, exception, ExceptionType::UnicodeEncodeError)) return false;
  std::int64_t start = 0, end = 0;
  const Str* encoding = args->length == 5 ? as_str(args->items[0]) : nullptr;
  const Str* reason = args->length == 5 ? as_str(args->items[4]) : nullptr;
  if (encoding == nullptr || reason == nullptr || !to_int64(args->items[2], start) || !to_int64(args->items[3], end)) {
    return false;
  }
  const Value object = unbox(args->items[1]);
  std::string which;
  char escape[16];
  if (end != start + 1 || start < 0) {
    which = std::string(decodes ? "bytes" : "characters") + " in position " + std::to_string(start) + "-" +
            std::to_string(end - 1);
  } else if (decodes && is_kind(object, Kind::Bytes)) {
    const std::string_view bytes = static_cast<Bytes*>(object.as_object())->view();
    if (static_cast<std::size_t>(start) >= bytes.size()) return false;
    std::snprintf(escape, sizeof escape, "0x%02x", static_cast<unsigned char>(bytes[start]));
    which = std::string("byte ") + escape + " in position " + std::to_string(start);
  } else if (!decodes && is_kind(object, Kind::Str)) {
    const auto* str = static_cast<Str*>(object.as_object());
    if (static_cast<std::size_t>(start) >= str->length) return false;
    const auto c = static_cast<unsigned>(str->at(static_cast<std::size_t>(start)));
    std::snprintf(escape, sizeof escape, c < 0x100 ? "\\x%02x" : c < 0x10000 ? "\\u%04x" : "\\U%08x", c);
    which = std::string("character '") + escape + "' in position " + std::to_string(start);
  } else {
    return false;
  }
  out.append_latin1("'");
  out.append(encoding);
  out.append_utf8(text("' codec can't ", decodes ? "decode " : "encode ", which, ": "));
  out.append(reason);
  return true;
}

}  // namespace

Status exception_repr(RealmThread& thread, Exception* exception, StrBuilder& out, int depth) {
  out.append_utf8(type_name(thread, Value::object(exception)));
  Tuple* args = arguments_of(exception);
  if (args == nullptr || args->length == 0) {
    out.append_latin1("()");
    return Status::Ok;
  }
  const bool shortened = names_file(args) && is_of(thread, exception, ExceptionType::OSError);
  const std::size_t count = shortened ? 2 : args->length;
  out.append(U'(');
  for (std::size_t i = 0; i < count; ++i) {
    if (i > 0) out.append_latin1(", ");
    const Status status = repr_item(thread, args->items[i], out, depth + 1);
    if (status != Status::Ok) return status;
  }
  out.append(U')');
  return Status::Ok;
}

Status exception_str(RealmThread& thread, Exception* exception, StrBuilder& out) {
  if (is_of(thread, exception, ExceptionType::BaseExceptionGroup)) return exception_group_str(thread, exception, out);
  Tuple* args = arguments_of(exception);
  if (args == nullptr || args->length == 0) return Status::Ok;
  if (args->length == 1) {
    // A missing key is shown as it is written, so that KeyError('') says something.
    return is_of(thread, exception, ExceptionType::KeyError) ? repr(thread, args->items[0], out)
                                                             : str_of(thread, args->items[0], out);
  }
  if (args->length <= 5 && is_of(thread, exception, ExceptionType::OSError)) {
    return os_error_str(thread, args, out);
  }
  if (is_of(thread, exception, ExceptionType::SyntaxError)) {
    return syntax_error_str(thread, args, out);
  }
  if (unicode_error_str(thread, exception, args, out)) return Status::Ok;
  return repr(thread, Value::object(args), out);
}

}  // namespace threadbook::python
