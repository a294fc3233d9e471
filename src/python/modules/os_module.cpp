#include "python/modules/os_module.h"

#include <unistd.h>

#include <thread>

#include "python/modules/entropy.h"
#include "python/objects/dict.h"
#include "python/objects/operations.h"
#include "python/objects/text_values.h"
#include "python/vm/executor.h"
#include "python/vm/interpreter.h"

extern char** environ;

namespace threadbook::python {
namespace {

// _environment(): a dict of what the environment was when the process began; nobody changes it.
Status environment(ThreadState& thread, Value*, Value& result) {
  Dict* dict = make_dict(thread);
  for (char** entry = environ; entry != nullptr && *entry != nullptr; ++entry) {
    const std::string_view text(*entry);
    const std::size_t equals = text.find('=');
    if (equals == std::string_view::npos || equals == 0) continue;
    dict_set_str(thread, dict, make_str_utf8(thread, text.substr(0, equals)),
                 Value::object(make_str_utf8(thread, text.substr(equals + 1))));
  }
  result = Value::object(dict);
  return Status::Ok;
}

Status cpu_count(ThreadState& thread, Value*, Value& result) {
  const unsigned count = std::thread::hardware_concurrency();
  result = count == 0 ? Value::none() : make_int(thread, count);
  return Status::Ok;
}

Status getpid(ThreadState& thread, Value*, Value& result) {
  // A run that is to be the same again is process 1 wherever it runs.
  result = make_int(thread, thread.interpreter.executor->seed() != nullptr ? 1 : ::getpid());
  return Status::Ok;
}

// urandom(size): bytes nobody can foresee.
Status urandom(ThreadState& thread, Value* arguments, Value& result) {
  std::int64_t size = 0;
  const Status status = as_index(thread, arguments[0], size);
  if (status != Status::Ok) return status;
  if (size < 0) return raise(thread, ExceptionType::ValueError, "negative argument not allowed");
  require_room(thread, static_cast<std::uint64_t>(size));
  result = Value::object(make_bytes(thread, entropy_of(thread, size)));
  return Status::Ok;
}

// _exit(status): the end of the program, without any more of it.
Status exit_now(ThreadState& thread, Value* arguments, Value&) {
  std::int64_t status = 0;
  const Status is_int = as_index(thread, arguments[0], status);
  if (is_int == Status::Fallback) return raise(thread, ExceptionType::TypeError, "an integer is required");
  if (is_int != Status::Ok) return is_int;
  thread.interpreter.end_now(static_cast<int>(status & 255));
  // In a run that is being stopped an exception finds no handler, so this call does not return.
  return raise(thread, ExceptionType::SystemExit, "");
}

constexpr NativeDef kFunctions[] = {
    {"_exit(status)", native<exit_now>}, {"_environment()", native<environment>}, {"cpu_count()", native<cpu_count>},
    {"getpid()", native<getpid>},        {"urandom(size, /)", native<urandom>},
};

}  // namespace

std::span<const NativeDef> os_functions() { return kFunctions; }

}  // namespace threadbook::python
