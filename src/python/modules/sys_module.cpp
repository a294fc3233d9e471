#include "python/modules/sys_module.h"

#include <algorithm>
#include <bit>
#include <cmath>

#include "python/modules/waiting.h"
#include "python/objects/containers.h"
#include "python/objects/dict.h"
#include "python/objects/int_object.h"
#include "python/objects/operations.h"
#include "python/objects/str.h"
#include "python/vm/frame_object.h"
#include "python/vm/input.h"
#include "python/vm/interpreter.h"
#include "python/vm/output.h"
#include "python/vm/tracing.h"
#include "python/vm/unwind.h"

namespace threadbook::python {
namespace {

// ---- exceptions --------------------------------------------------------------------------------

// exit(status): SystemExit(status); a tuple is its arguments, as wherever CPython raises by class
// and value.
Status exit(ThreadState& thread, Value* arguments, Value&) {
  Class* cls = thread.interpreter.cls(ExceptionType::SystemExit);
  Exception* exception = as_exception(arguments[0]);
  if (exception == nullptr || !matches(exception, cls)) {
    Tuple* args = as_tuple(arguments[0]);
    if (arguments[0].is_none()) {
      args = thread.interpreter.empty_tuple;
    } else if (args == nullptr) {
      args = python::make_tuple(thread, std::span<const Value>(arguments, 1));
    }
    exception = make_exception(thread, cls, args);
  }
  thread.exception = Value::object(exception);
  return Status::Raised;
}

// exc_info(): (class, exception, traceback) of the exception being handled, or three None.
Status exc_info(ThreadState& thread, Value*, Value& result) {
  const Value handled = handled_exception(thread);
  Value items[] = {Value::none(), Value::none(), Value::none()};
  if (const Exception* exception = as_exception(handled)) {
    items[0] = Value::object(exception->cls);
    items[1] = handled;
    items[2] = exception->traceback.load();
  }
  result = Value::object(make_tuple(thread, items));
  return Status::Ok;
}

Status exception(ThreadState& thread, Value*, Value& result) {
  result = handled_exception(thread);
  return Status::Ok;
}

// ---- limits ------------------------------------------------------------------------------------

// An int that fits C's int; OverflowError "Python int too large to convert to C int".
Status int_argument(ThreadState& thread, Value value, int& out) {
  std::int64_t wide = 0;
  const Status status = as_index(thread, value, wide);
  if (status != Status::Ok) return status;
  if (wide != static_cast<int>(wide)) {
    return raise(thread, ExceptionType::OverflowError,
                 wide > 0 ? "Python int too large to convert to C int" : "Python int too small to convert to C int");
  }
  out = static_cast<int>(wide);
  return Status::Ok;
}

Status getrecursionlimit(ThreadState& thread, Value*, Value& result) {
  result = Value::small_int(thread.interpreter.recursion_limit.load(std::memory_order_relaxed));
  return Status::Ok;
}

Status setrecursionlimit(ThreadState& thread, Value* arguments, Value& result) {
  int limit = 0;
  const Status status = int_argument(thread, arguments[0], limit);
  if (status != Status::Ok) return status;
  if (limit < 1) {
    return raise(thread, ExceptionType::ValueError, "recursion limit must be greater or equal than 1");
  }
  if (thread.depth >= static_cast<std::uint32_t>(limit)) {
    return raise(thread, ExceptionType::RecursionError,
                 text("cannot set the recursion limit to ", std::to_string(limit), " at the recursion depth ",
                      std::to_string(thread.depth), ": the limit is too low"));
  }
  thread.interpreter.recursion_limit.store(static_cast<std::uint32_t>(limit), std::memory_order_relaxed);
  result = Value::none();
  return Status::Ok;
}

Status getswitchinterval(ThreadState& thread, Value*, Value& result) {
  const std::int64_t interval = thread.interpreter.switch_interval.load(std::memory_order_relaxed);
  result = Value::number(static_cast<double>(interval) / 1e9);
  return Status::Ok;
}

Status setswitchinterval(ThreadState& thread, Value* arguments, Value& result) {
  double seconds = 0;
  const Status status = as_double(thread, arguments[0], seconds);
  if (status != Status::Ok) return status;
  if (!(seconds > 0)) {
    return raise(thread, ExceptionType::ValueError, "switch interval must be strictly positive");
  }
  const double nanoseconds = std::fmin(std::fmax(std::round(seconds * 1e9), 1), 9e18);
  thread.interpreter.switch_interval.store(static_cast<std::int64_t>(nanoseconds), std::memory_order_relaxed);
  result = Value::none();
  return Status::Ok;
}

Status get_int_max_str_digits(ThreadState& thread, Value*, Value& result) {
  result = Value::small_int(thread.interpreter.max_str_digits.load(std::memory_order_relaxed));
  return Status::Ok;
}

Status set_int_max_str_digits(ThreadState& thread, Value* arguments, Value& result) {
  constexpr int kLowest = 640;
  int digits = 0;
  const Status status = int_argument(thread, arguments[0], digits);
  if (status != Status::Ok) return status;
  if (digits != 0 && digits < kLowest) {
    return raise(thread, ExceptionType::ValueError, "maxdigits must be 0 or larger than 640");
  }
  thread.interpreter.max_str_digits.store(digits, std::memory_order_relaxed);
  result = Value::none();
  return Status::Ok;
}

Status is_gil_enabled(ThreadState& thread, Value*, Value& result) {
  result = Value::boolean(!thread.interpreter.parallel);
  return Status::Ok;
}

// ---- objects -----------------------------------------------------------------------------------

Status intern(ThreadState& thread, Value* arguments, Value& result) {
  if (!is_kind(arguments[0], Kind::Str)) {
    if (as_str(arguments[0]) != nullptr) {
      return raise(thread, ExceptionType::TypeError, text("can't intern ", type_name(thread, arguments[0])));
    }
    return raise(thread, ExceptionType::TypeError,
                 text("intern() argument must be str, not ", type_name(thread, arguments[0])));
  }
  result = Value::object(thread.interpreter.intern(as_str(arguments[0])));
  return Status::Ok;
}

// What CPython's object of this value takes, where that is easily told; else what ours takes.
std::int64_t size_in_cpython(const Heap& heap, Value value) {
  if (value.is_double()) return 24;
  if (value.is_small_int() || value.is_bool()) {
    std::int64_t i = 0;
    to_small(value, i);
    const int bits = std::bit_width(static_cast<std::uint64_t>(i < 0 ? -i : i));
    return 24 + 4 * ((bits + 29) / 30);
  }
  if (!value.is_object()) return 16;
  const Object* object = value.as_object();
  switch (object->kind) {
    case Kind::Str: {
      const auto* str = static_cast<const Str*>(object);
      if (str->is_ascii()) return 49 + std::int64_t{str->length};
      if (!str->is_wide()) return 73 + std::int64_t{str->length};
      for (const char32_t c : str->utf32()) {
        if (c > 0xFFFF) return 76 + 4 * std::int64_t{str->length};
      }
      return 74 + 2 * std::int64_t{str->length};
    }
    case Kind::Bytes: return 33 + std::int64_t{static_cast<const Bytes*>(object)->length};
    case Kind::Tuple: return 40 + 8 * std::int64_t{static_cast<const Tuple*>(object)->length};
    case Kind::List: {
      const Array* items = static_cast<const List*>(object)->items.load();
      return 56 + 8 * std::int64_t{items == nullptr ? 0 : items->capacity};
    }
    default: return static_cast<std::int64_t>(heap.size_of(object));
  }
}

Status getsizeof(ThreadState& thread, Value* arguments, Value& result) {
  result = Value::small_int(size_in_cpython(thread.interpreter.heap, arguments[0]));
  return Status::Ok;
}

// ---- tracing -----------------------------------------------------------------------------------

Status settrace(ThreadState& thread, Value* arguments, Value& result) {
  set_tracing(thread, false, arguments[0], false);
  result = Value::none();
  return Status::Ok;
}

Status setprofile(ThreadState& thread, Value* arguments, Value& result) {
  set_tracing(thread, true, arguments[0], false);
  result = Value::none();
  return Status::Ok;
}

Status settraceallthreads(ThreadState& thread, Value* arguments, Value& result) {
  set_tracing(thread, false, arguments[0], true);
  result = Value::none();
  return Status::Ok;
}

Status setprofileallthreads(ThreadState& thread, Value* arguments, Value& result) {
  set_tracing(thread, true, arguments[0], true);
  result = Value::none();
  return Status::Ok;
}

Status gettrace(ThreadState& thread, Value*, Value& result) {
  result = thread.tracing.function;
  return Status::Ok;
}

Status getprofile(ThreadState& thread, Value*, Value& result) {
  result = thread.tracing.profile;
  return Status::Ok;
}

// _trace_depth(depth): how many trace functions the thread is in, from now on. Answers how many it was in.
Status trace_depth(ThreadState& thread, Value* arguments, Value& result) {
  std::int64_t depth = 0;
  const Status status = as_index(thread, arguments[0], depth);
  if (status != Status::Ok) return status;
  result = Value::small_int(std::exchange(thread.tracing.inside, static_cast<std::uint32_t>(depth)));
  return Status::Ok;
}

// ---- for library/sys.py ------------------------------------------------------------------------

// _getframe(depth): the frame of the program that many calls up.
Status getframe(ThreadState& thread, Value* arguments, Value& result) {
  std::int64_t depth = 0;
  const Status status = as_index(thread, arguments[0], depth);
  if (status != Status::Ok) return status;
  result = frame_object(thread, depth);
  if (!result.is_none()) return Status::Ok;
  return raise(thread, ExceptionType::ValueError, "call stack is not deep enough");
}

// _frames(): (ident, frame) of every thread, the youngest first.
Status frames(ThreadState& thread, Value*, Value& result) {
  result = frames_of_threads(thread);
  return Status::Ok;
}

// _caller(depth): (filename, line, function, module) of the same frame; None if there is none. Much
// cheaper than the frame, whose variables are copied.
Status caller(ThreadState& thread, Value* arguments, Value& result) {
  std::int64_t depth = 0;
  const Status status = as_index(thread, arguments[0], depth);
  if (status != Status::Ok) return status;
  Frame* frame = program_frame(thread);
  for (; frame != nullptr && depth > 0; --depth) frame = program_frame_above(frame);
  result = Value::none();
  if (frame == nullptr) return Status::Ok;
  const Value items[] = {Value::object(thread.interpreter.intern(frame->code->code->filename)),
                         Value::small_int(span_of(frame->code, instruction_of(frame)).line),
                         Value::object(frame->code->name), Value::object(frame->code->module)};
  result = Value::object(make_tuple(thread, items));
  return Status::Ok;
}

// _argv(): the program's name and its arguments.
Status argv(ThreadState& thread, Value*, Value& result) {
  const RunOptions& options = thread.interpreter.options;
  List* list = make_list(thread);
  list_append(thread, list, Value::object(make_str_utf8(thread, options.filename)));
  for (const std::string& argument : options.arguments) {
    list_append(thread, list, Value::object(make_str_utf8(thread, argument)));
  }
  result = Value::object(list);
  return Status::Ok;
}

// _write(stream, text): stream 1 is the output, 2 the error output.
Status write(ThreadState& thread, Value* arguments, Value& result) {
  const bool is_error = arguments[0] == Value::small_int(2);
  return write_output(thread, is_error ? Stream::Err : Stream::Out, as_str(arguments[1])->to_utf8(), result);
}

// _read(need, limit): bytes of the standard input. `need` names one of these; limit -1 is none.
Status read(ThreadState& thread, Value* arguments, Value& result) {
  using Until = Input::Need::Until;
  static constexpr std::pair<std::string_view, Input::Need> kNeeds[] = {
      {"bytes", {}},
      {"bytes that are here", {.until = Until::Here}},
      {"line", {.until = Until::Newline}},
      {"characters", {.characters = true}},
      {"characters, CRLF as one", {.characters = true, .crlf_is_one = true}},
      {"line of characters", {.until = Until::Newline, .characters = true}},
      {"line of any end", {.until = Until::AnyNewline, .characters = true, .crlf_is_one = true}},
  };
  const std::string name = as_str(arguments[0])->to_utf8();
  const auto* need = std::find_if(std::begin(kNeeds), std::end(kNeeds), [&](const auto& n) { return n.first == name; });
  std::int64_t limit = 0;
  const Status status = as_index(thread, arguments[1], limit);
  if (status != Status::Ok) return status;
  Input::Need wanted = need->second;
  if (limit >= 0) wanted.limit = static_cast<std::size_t>(limit);
  Input& input = *thread.interpreter.input;
  std::string taken;
  if (input.try_take(wanted, taken)) {
    thread.tell_cheap(EventKind::Got, ThreadActivity::WaitingForInput, nullptr);
    result = Value::object(make_bytes(thread, taken));
    return Status::Ok;
  }
  auto read = std::make_unique<InputRead>(input, wanted);
  runtime::Waitable* const target = read.get();
  // Interrupted, it has taken nothing, and an exception follows.
  const auto finish = [](ThreadState& waiter, WaitRequest& ended, runtime::WaitResult, Value& out) {
    out = Value::object(make_bytes(waiter, static_cast<InputRead&>(*ended.memory).taken));
    return Status::Ok;
  };
  return wait_for(
      thread,
      {.target = target, .activity = ThreadActivity::WaitingForInput, .finish = finish, .memory = std::move(read)});
}

Status input_is_terminal(ThreadState& thread, Value*, Value& result) {
  result = Value::boolean(thread.interpreter.options.input_is_terminal);
  return Status::Ok;
}

constexpr NativeDef kFunctions[] = {
    {"exit(status=None, /)", native<exit>},
    {"exc_info()", native<exc_info>},
    {"exception()", native<exception>},
    {"getrecursionlimit()", native<getrecursionlimit>},
    {"setrecursionlimit(limit, /)", native<setrecursionlimit>},
    {"getswitchinterval()", native<getswitchinterval>},
    {"setswitchinterval(interval, /)", native<setswitchinterval>},
    {"get_int_max_str_digits()", native<get_int_max_str_digits>},
    {"set_int_max_str_digits(maxdigits)", native<set_int_max_str_digits>},
    {"_is_gil_enabled()", native<is_gil_enabled>},
    {"intern(string, /)", native<intern>},
    {"getsizeof(object, default=...)", native<getsizeof>},
    {"settrace(function, /)", native<settrace>},
    {"gettrace()", native<gettrace>},
    {"setprofile(function, /)", native<setprofile>},
    {"getprofile()", native<getprofile>},
    {"_settraceallthreads(function, /)", native<settraceallthreads>},
    {"_setprofileallthreads(function, /)", native<setprofileallthreads>},
    {"_trace_depth(depth, /)", native<trace_depth>},
    {"_getframe(depth=0, /)", native<getframe>},
    {"_frames()", native<frames>},
    {"_caller(depth, /)", native<caller>},
    {"_argv()", native<argv>},
    {"_write(stream, text, /)", native<write>},
    {"_read(need, limit, /)", native<read>},
    {"_input_is_terminal()", native<input_is_terminal>},
};

}  // namespace

std::span<const NativeDef> sys_functions() { return kFunctions; }

}  // namespace threadbook::python
