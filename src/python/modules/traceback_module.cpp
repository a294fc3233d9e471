#include "python/modules/traceback_module.h"

#include "python/objects/containers.h"
#include "python/objects/operations.h"
#include "python/objects/str.h"
#include "python/vm/interpreter.h"
#include "python/vm/traceback.h"
#include "python/vm/unwind.h"

namespace threadbook::python {
namespace {

Value str_value_of(ThreadState& thread, std::string_view utf8) { return Value::object(make_str_utf8(thread, utf8)); }

// entries(tb): a list of (filename, line, name, end line, column, end column), outermost first; the
// columns are bytes from 0.
Status entries(ThreadState& thread, Value* arguments, Value& result) {
  List* list = make_list(thread);
  result = Value::object(list);
  if (arguments[0].is_none()) return Status::Ok;
  if (!is_kind(arguments[0], Kind::Traceback)) {
    return raise(thread, ExceptionType::AttributeError,
                 text("'", type_name(thread, arguments[0]), "' object has no attribute 'tb_frame'"));
  }
  for (const TracebackLine& entry : entries_of(thread, static_cast<Traceback*>(arguments[0].as_object()))) {
    const Value items[] = {str_value_of(thread, entry.filename), Value::small_int(entry.span.line),
                           str_value_of(thread, entry.name),     Value::small_int(entry.span.end_line),
                           Value::small_int(entry.span.column),  Value::small_int(entry.span.end_column)};
    list_append(thread, list, Value::object(make_tuple(thread, items)));
  }
  return Status::Ok;
}

std::uint32_t number_or(Value value, std::uint32_t otherwise) {
  return value.is_small_int() ? static_cast<std::uint32_t>(value.as_small_int()) : otherwise;
}

// format_entries(list): the text of entries (filename, line, name, source line, end line, column, end
// column), the last three None if unknown; a list of str, one an entry, repetitions counted.
Status format_entries_function(ThreadState& thread, Value* arguments, Value& result) {
  std::vector<TracebackLine> lines;
  for (Value item : list_snapshot(thread, as_list(arguments[0]))) {
    const Tuple* entry = as_tuple(item);
    const auto string = [&](std::uint32_t i) {
      const Str* text = as_str(entry->items[i]);
      return text == nullptr ? std::string("None") : text->to_utf8();
    };
    const std::uint32_t line = number_or(entry->items[1], 0);
    const SourceSpan span{line, number_or(entry->items[4], line), number_or(entry->items[5], 0),
                          number_or(entry->items[6], 0)};
    lines.push_back({string(0), string(2), span, string(3)});
  }
  List* list = make_list(thread);
  for (const std::string& part : format_entries(lines)) list_append(thread, list, str_value_of(thread, part));
  result = Value::object(list);
  return Status::Ok;
}

// source_line(filename, line): as it is in the file, without its end; '' if it is not known.
Status source_line(ThreadState& thread, Value* arguments, Value& result) {
  const Str* filename = as_str(arguments[0]);
  result = str_value_of(thread, filename == nullptr
                                    ? std::string()
                                    : thread.interpreter.sources.line(filename->to_utf8(), number_or(arguments[1], 0)));
  return Status::Ok;
}

// suggestion(exc, attributes): what was meant, or ''. The names an AttributeError's object has, a list.
Status suggestion_function(ThreadState& thread, Value* arguments, Value& result) {
  Exception* exception = as_exception(arguments[0]);
  std::vector<std::string> attributes;
  for (const Value name : list_snapshot(thread, as_list(arguments[1]))) {
    if (const Str* text = as_str(name)) attributes.push_back(text->to_utf8());
  }
  result = str_value_of(thread, exception == nullptr ? std::string() : suggestion(thread, exception, attributes));
  return Status::Ok;
}

// handled(): the exception being handled, or None.
Status handled(ThreadState& thread, Value*, Value& result) {
  result = handled_exception(thread);
  return Status::Ok;
}

constexpr NativeDef kFunctions[] = {
    {"entries(tb, /)", native<entries>},
    {"format_entries(entries, /)", native<format_entries_function>},
    {"source_line(filename, line, /)", native<source_line>},
    {"suggestion(exc, attributes, /)", native<suggestion_function>},
    {"handled()", native<handled>},
};

}  // namespace

std::span<const NativeDef> traceback_functions() { return kFunctions; }

}  // namespace threadbook::python
