#include "python/modules/traceback_module.h"

#include "python/objects/containers.h"
#include "python/objects/operations.h"
#include "python/objects/str.h"
#include "python/vm/interpreter.h"
#include "python/vm/traceback.h"
#include "python/vm/unwind.h"

namespace threadbook::python {
namespace {

// (traceback or None, limit or None): the entries they mean.
Status entries_argument(ThreadState& thread, Value* arguments, std::vector<TracebackLine>& out) {
  if (arguments[0].is_none()) return Status::Ok;
  if (!is_kind(arguments[0], Kind::Traceback)) {
    return raise(thread, ExceptionType::AttributeError,
                 text("'", type_name(thread, arguments[0]), "' object has no attribute 'tb_frame'"));
  }
  std::int64_t limit = std::numeric_limits<std::int64_t>::max();
  if (!arguments[1].is_none()) {
    const Status status = as_index(thread, arguments[1], limit);
    if (status != Status::Ok) return status;
  }
  out = entries_of(thread, static_cast<Traceback*>(arguments[0].as_object()), limit);
  return Status::Ok;
}

Value str_value_of(ThreadState& thread, std::string_view utf8) {
  return Value::object(make_str_utf8(thread, utf8));
}

// format_stack(tb, limit): a list of str, one an entry.
Status format_stack_function(ThreadState& thread, Value* arguments, Value& result) {
  std::vector<TracebackLine> entries;
  const Status status = entries_argument(thread, arguments, entries);
  if (status != Status::Ok) return status;
  List* list = make_list(thread);
  for (const std::string& part : format_entries(entries)) {
    list_append(thread, list, str_value_of(thread, part));
  }
  result = Value::object(list);
  return Status::Ok;
}

// extract(tb, limit): a list of (filename, line number, name, source line).
Status extract(ThreadState& thread, Value* arguments, Value& result) {
  std::vector<TracebackLine> entries;
  const Status status = entries_argument(thread, arguments, entries);
  if (status != Status::Ok) return status;
  List* list = make_list(thread);
  for (const TracebackLine& entry : entries) {
    const std::size_t begin = entry.source_line.find_first_not_of(" \t\f");
    const std::size_t end = entry.source_line.find_last_not_of(" \t\f");
    const Value items[] = {
        str_value_of(thread, entry.filename), Value::small_int(entry.span.line),
        str_value_of(thread, entry.name),
        str_value_of(thread, begin == std::string::npos
                                 ? std::string_view()
                                 : std::string_view(entry.source_line).substr(begin, end + 1 - begin))};
    list_append(thread, list, Value::object(make_tuple(thread, items)));
  }
  result = Value::object(list);
  return Status::Ok;
}

// suggestion(exc): what was meant, or ''.
Status suggestion_function(ThreadState& thread, Value* arguments, Value& result) {
  Exception* exception = as_exception(arguments[0]);
  result = str_value_of(thread, exception == nullptr ? std::string() : suggestion(thread, exception));
  return Status::Ok;
}

// handled(): the exception being handled, or None.
Status handled(ThreadState& thread, Value*, Value& result) {
  result = handled_exception(thread);
  return Status::Ok;
}

constexpr NativeDef kFunctions[] = {
    {"format_stack(tb, limit, /)", format_stack_function},
    {"extract(tb, limit, /)", extract},
    {"suggestion(exc, /)", suggestion_function},
    {"handled()", handled},
};

}  // namespace

std::span<const NativeDef> traceback_functions() { return kFunctions; }

}  // namespace threadbook::python
