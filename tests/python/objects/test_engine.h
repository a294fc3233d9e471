// What a test of objects needs of a run: an interpreter, and a thread that may allocate.
#pragma once

#include <doctest/doctest.h>

#include <string>

#include "python/objects/operations.h"
#include "python/vm/interpreter.h"

// doctest would break into a debugger by calling raise(), which is the engine's in these tests.
#undef DOCTEST_BREAK_INTO_DEBUGGER
#define DOCTEST_BREAK_INTO_DEBUGGER() static_cast<void>(0)

namespace threadbook::python {

struct TestEngine {
  explicit TestEngine(std::size_t memory_limit = 64u << 20) : interpreter(options(memory_limit)), thread(interpreter) {}

  Interpreter interpreter;
  ThreadState thread;

  Value str(std::string_view utf8) { return Value::object(make_str_utf8(thread, utf8)); }
  // The text of a str value, or of what repr() writes.
  std::string text_of(Value value) { return as_str(value)->to_utf8(); }
  std::string repr_of(Value value) {
    StrBuilder out(thread);
    return repr(thread, value, out) == Status::Ok ? out.finish()->to_utf8() : "?";
  }
  // "TypeError: message" of the exception raised last, which is taken.
  std::string error() {
    Exception* exception = as_exception(thread.exception);
    thread.exception = Value::unbound();
    if (exception == nullptr) return "nothing raised";
    StrBuilder out(thread);
    const Value args = exception->args.load();
    const Tuple* tuple = as_tuple(args);
    if (tuple->length > 0) str_of(thread, tuple->items[0], out);
    return type_name(thread, Value::object(exception)) + ": " + out.finish()->to_utf8();
  }
  // repr of a op b, or the error.
  std::string binary(BinaryOp op, Value a, Value b) {
    Value out;
    return binary_op(thread, op, a, b, false, out) == Status::Ok ? repr_of(out) : error();
  }
  // Calls a method of a table by its name, self first; arguments left out are Unbound.
  std::string call(std::span<const NativeDef> methods, std::string_view name, std::initializer_list<Value> arguments) {
    for (const NativeDef& def : methods) {
      if (!def.signature.starts_with(std::string(name) + "(")) continue;
      std::vector<Value> slots(arguments);
      slots.resize(8);
      Value result;
      return def.function(thread, slots.data(), result) == Status::Ok ? repr_of(result) : error();
    }
    return "no such method";
  }

 private:
  static RunOptions options(std::size_t memory_limit) {
    RunOptions result;
    result.memory_limit = memory_limit;
    return result;
  }
};

}  // namespace threadbook::python
