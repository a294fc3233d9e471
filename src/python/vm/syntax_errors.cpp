#include "python/vm/syntax_errors.h"

#include "python/objects/exception_attributes.h"
#include "python/vm/interpreter.h"
#include "python/vm/output.h"

namespace threadbook::python {

Status raise_syntax_error(ThreadState& thread, const SyntaxError& error, std::string_view filename) {
  Interpreter& interpreter = thread.interpreter;
  ExceptionType type = ExceptionType::SyntaxError;
  for (ExceptionType candidate : {ExceptionType::IndentationError, ExceptionType::TabError, ExceptionType::MemoryError,
                                  ExceptionType::RecursionError}) {
    if (interpreter.cls(candidate)->name->to_utf8() == error.type) type = candidate;
  }
  Class* cls = interpreter.cls(type);
  if (!cls->derives_from(interpreter.cls(ExceptionType::SyntaxError))) return raise(thread, type, error.message);
  auto number = [](std::uint32_t value) { return Value::small_int(value); };
  const Value place[] = {Value::object(make_str_utf8(thread, filename)),
                         number(error.lineno),
                         number(error.offset),
                         error.text.empty() ? Value::none() : Value::object(make_str_utf8(thread, error.text)),
                         number(error.end_lineno),
                         error.end_offset == kNoOffset ? Value::none() : number(error.end_offset)};
  const Value args[] = {Value::object(make_str_utf8(thread, error.message)), Value::object(make_tuple(thread, place))};
  thread.exception = Value::object(make_exception(thread, cls, make_tuple(thread, args)));
  return Status::Raised;
}

void show_syntax_warnings(ThreadState& thread, std::span<const SyntaxWarning> warnings, std::string_view filename) {
  std::string shown;
  for (const SyntaxWarning& warning : warnings) {
    shown += text(filename, ":", std::to_string(warning.lineno), ": SyntaxWarning: ", warning.message, "\n");
    std::string_view line = warning.line;
    line.remove_prefix(std::min(line.find_first_not_of(" \t\f"), line.size()));
    line = line.substr(0, line.find_last_not_of(" \t\f\r\n") + 1);
    if (!line.empty() && !filename.starts_with("<")) shown += text("  ", line, "\n");
  }
  if (!shown.empty()) thread.interpreter.output->append(Stream::Err, shown);
}

}  // namespace threadbook::python
