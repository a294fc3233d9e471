// ascii, chr, format, input, ord, print, repr.
#include "python/modules/builtin_functions.h"
#include "python/modules/waiting.h"
#include "python/objects/container_support.h"
#include "python/objects/representation.h"
#include "python/vm/interpreter.h"
#include "python/vm/output.h"

namespace threadbook::python {

namespace {

Status repr_of(ThreadState& thread, Value* arguments, Value& result) {
  Str* text = nullptr;
  Status status = repr_value(thread, arguments[0], text);
  if (status == Status::Ok) result = Value::object(text);
  return status;
}

Status ascii(ThreadState& thread, Value* arguments, Value& result) {
  StrBuilder text(thread);
  Status status = ascii_of(thread, arguments[0], text);
  if (status == Status::Ok) result = Value::object(text.finish());
  return status;
}

Status chr(ThreadState& thread, Value* arguments, Value& result) {
  std::int64_t code = 0;
  Status status = as_index(thread, arguments[0], code);
  if (status != Status::Ok) return status;
  if (is_int(arguments[0]) && (code < INT32_MIN || code > INT32_MAX)) {
    return raise(thread, ExceptionType::OverflowError, "Python int too large to convert to C int");
  }
  if (code < 0 || code > 0x10FFFF) {
    return raise(thread, ExceptionType::ValueError, "chr() arg not in range(0x110000)");
  }
  result = Value::object(make_char(thread, static_cast<char32_t>(code)));
  return Status::Ok;
}

Status ord(ThreadState& thread, Value* arguments, Value& result) {
  std::size_t length = 0;
  if (Str* str = as_str(arguments[0])) {
    length = str->length;
    if (length == 1) result = Value::small_int(str->at(0));
  } else if (Bytes* bytes = as_bytes(arguments[0])) {
    length = bytes->length;
    if (length == 1) result = Value::small_int(static_cast<unsigned char>(bytes->data[0]));
  } else {
    return type_error(thread,
                      text("ord() expected string of length 1, but ", type_name(thread, arguments[0]), " found"));
  }
  if (length == 1) return Status::Ok;
  return type_error(thread,
                    text("ord() expected a character, but string of length ", std::to_string(length), " found"));
}

Status format(ThreadState& thread, Value* arguments, Value& result) {
  Str* spec = as_str(arguments[1]);
  if (spec == nullptr) {
    return type_error(thread, text("format() argument 2 must be str, not ", type_name(thread, arguments[1])));
  }
  return format_value(thread, arguments[0], spec, result);
}

// Library code reads and writes the streams that sys has.
Status input(ThreadState&, Value*, Value&) { return Status::Fallback; }

// Where print's `file` leads: the run's own streams, or something written in Python (Fallback).
Status find_stream(ThreadState& thread, Value file, Stream& out) {
  const WellKnownNames& names = thread.interpreter.names;
  out = Stream::Out;
  Module* sys = thread.interpreter.sys.load(std::memory_order_acquire);
  if (sys == nullptr) return file.is_none() ? Status::Ok : Status::Fallback;
  if (file.is_none()) file = sys->names->get(names.stdout_);
  if (file == sys->names->get(names.original_stdout)) return Status::Ok;
  out = Stream::Err;
  return file == sys->names->get(names.original_stderr) ? Status::Ok : Status::Fallback;
}

// sep or end: None means the usual.
Status part_argument(ThreadState& thread, Value value, std::string_view name, Str*& out) {
  out = as_str(value);
  if (out != nullptr || value.is_none()) return Status::Ok;
  return type_error(thread, text(name, " must be None or a string, not ", type_name(thread, value)));
}

// Parameters: sep, end, file, flush, *args.
Status print(ThreadState& thread, Value* arguments, Value& result) {
  Stream stream = Stream::Out;
  Status status = find_stream(thread, arguments[2], stream);
  if (status != Status::Ok) return status;
  Str* separator = nullptr;
  Str* end = nullptr;
  status = part_argument(thread, arguments[0], "sep", separator);
  if (status == Status::Ok) status = part_argument(thread, arguments[1], "end", end);
  if (status != Status::Ok) return status;
  StrBuilder line(thread);
  bool first = true;
  for (Value item : as_tuple(arguments[4])->view()) {
    if (!first && separator != nullptr) line.append(separator);
    if (!first && separator == nullptr) line.append_latin1(" ");
    first = false;
    status = str_of(thread, item, line);
    if (status != Status::Ok) return status;
  }
  if (end != nullptr) {
    line.append(end);
  } else {
    line.append_latin1("\n");
  }
  const std::size_t end_bytes = end != nullptr ? end->to_utf8().size() : 1;
  return write_output(thread, stream, line.finish()->to_utf8(), result, end_bytes);
}

constexpr NativeDef kFunctions[] = {
    {"ascii(obj, /)", native<ascii>},
    {"chr(i, /)", native<chr>},
    {"format(value, format_spec='', /)", native<format>},
    {"input(prompt=..., /)", native<input>},
    {"ord(c, /)", native<ord>},
    {"print(*args, sep=None, end=None, file=None, flush=False)", native<print>},
    {"repr(obj, /)", native<repr_of>},
};

}  // namespace

std::span<const NativeDef> text_builtins() { return kFunctions; }

}  // namespace threadbook::python
