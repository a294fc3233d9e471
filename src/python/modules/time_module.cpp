#include "python/modules/time_module.h"

#include <cmath>
#include <ctime>

#include "python/modules/host_call.h"
#include "python/modules/waiting.h"
#include "python/objects/containers.h"
#include "python/objects/operations.h"
#include "python/objects/str.h"
#include "python/vm/executor.h"
#include "python/vm/interpreter.h"
#include "python/vm/run_types.h"
#include "runtime/clock.h"

namespace threadbook::python {
namespace {

// ---- clocks ------------------------------------------------------------------------------------

// As CPython divides: whole seconds stay exact.
double seconds_of(std::int64_t nanoseconds) {
  constexpr std::int64_t kSecond = 1'000'000'000;
  if (nanoseconds % kSecond == 0) return static_cast<double>(nanoseconds / kSecond);
  return static_cast<double>(nanoseconds) / 1e9;
}

// The clocks are the executor's.
template <auto clock>
Status in_seconds(ThreadState& thread, Value*, Value& result) {
  result = Value::number(seconds_of((thread.interpreter.executor.get()->*clock)()));
  return Status::Ok;
}
template <auto clock>
Status in_nanoseconds(ThreadState& thread, Value*, Value& result) {
  result = make_int(thread, (thread.interpreter.executor.get()->*clock)());
  return Status::Ok;
}

// ---- sleep -------------------------------------------------------------------------------------

// sleep(seconds): the VM returns to its executor, which waits; sleep(0) only lets others run.
Status sleep(ThreadState& thread, Value* arguments, Value&) {
  std::int64_t span = 0;
  Status status = nanoseconds_argument(thread, arguments[0], span);
  if (status != Status::Ok) return status;
  runtime::Span length = runtime::Span::none();
  status = host_call(thread, [&] { length = runtime::sleep_span(span); });
  if (status != Status::Ok) return status;
  return wait_for(thread, {.activity = ThreadActivity::Sleeping, .span = length, .finish = answer_none});
}

// ---- calendar ----------------------------------------------------------------------------------

// _broken_down(seconds, local): the nine fields of struct_time, in its order, then the zone's name
// and its offset from UTC in seconds.
Status broken_down(ThreadState& thread, Value* arguments, Value& result) {
  double seconds = 0;
  if (arguments[0].is_none()) {
    seconds = seconds_of(thread.interpreter.executor->wall_now());
  } else {
    const Status status = as_double(thread, arguments[0], seconds);
    if (status != Status::Ok) return status;
  }
  if (std::isnan(seconds)) {
    return raise(thread, ExceptionType::ValueError, runtime::messages::kNotANumber);
  }
  // Beyond year 9999 in either direction nothing useful is left, and a C library may not follow.
  if (std::fabs(seconds) > 253402300799.0) {
    return raise(thread, ExceptionType::OverflowError, runtime::messages::kTimestampOutOfRange);
  }
  const auto whole = static_cast<std::time_t>(std::floor(seconds));
  std::tm fields{};
  std::tm* filled = arguments[1].is_true() ? localtime_r(&whole, &fields) : gmtime_r(&whole, &fields);
  if (filled == nullptr) {
    return raise(thread, ExceptionType::OverflowError, runtime::messages::kTimestampOutOfRange);
  }
  const Value items[] = {Value::small_int(fields.tm_year + 1900),
                         Value::small_int(fields.tm_mon + 1),
                         Value::small_int(fields.tm_mday),
                         Value::small_int(fields.tm_hour),
                         Value::small_int(fields.tm_min),
                         Value::small_int(fields.tm_sec),
                         Value::small_int((fields.tm_wday + 6) % 7),
                         Value::small_int(fields.tm_yday + 1),
                         Value::small_int(fields.tm_isdst),
                         Value::object(make_str_utf8(thread, fields.tm_zone == nullptr ? "" : fields.tm_zone)),
                         Value::small_int(fields.tm_gmtoff)};
  result = Value::object(make_tuple(thread, items));
  return Status::Ok;
}

// The first nine fields of a struct_time (checked by library/time.py) as C has them.
std::tm fields_of(const Tuple* tuple) {
  const auto field = [&](std::uint32_t i) { return static_cast<int>(tuple->items[i].as_small_int()); };
  std::tm fields{};
  fields.tm_year = field(0) - 1900;
  fields.tm_mon = field(1) - 1;
  fields.tm_mday = field(2);
  fields.tm_hour = field(3);
  fields.tm_min = field(4);
  fields.tm_sec = field(5);
  fields.tm_wday = (field(6) + 1) % 7;
  fields.tm_yday = field(7) - 1;
  fields.tm_isdst = field(8);
  return fields;
}

// _strftime(format, fields)
Status strftime(ThreadState& thread, Value* arguments, Value& result) {
  const std::tm fields = fields_of(as_tuple(arguments[1]));
  // A mark behind the format tells an empty result from a buffer too small.
  const std::string format = as_str(arguments[0])->to_utf8() + "!";
  std::string buffer(64 + 4 * format.size(), '\0');
  std::size_t length = 0;
  while ((length = std::strftime(buffer.data(), buffer.size(), format.c_str(), &fields)) == 0) {
    if (buffer.size() > 256 * (format.size() + 64)) break;
    buffer.resize(buffer.size() * 2);
  }
  result = Value::object(make_str_utf8(thread, std::string_view(buffer).substr(0, length == 0 ? 0 : length - 1)));
  return Status::Ok;
}

// _mktime(fields): seconds since the epoch of local time.
Status mktime(ThreadState&, Value* arguments, Value& result) {
  std::tm fields = fields_of(as_tuple(arguments[0]));
  result = Value::number(static_cast<double>(std::mktime(&fields)));
  return Status::Ok;
}

constexpr NativeDef kFunctions[] = {
    {"time()", native<in_seconds<&Executor::wall_now>>},
    {"time_ns()", native<in_nanoseconds<&Executor::wall_now>>},
    {"perf_counter()", native<in_seconds<&Executor::now>>},
    {"perf_counter_ns()", native<in_nanoseconds<&Executor::now>>},
    {"monotonic()", native<in_seconds<&Executor::now>>},
    {"monotonic_ns()", native<in_nanoseconds<&Executor::now>>},
    {"process_time()", native<in_seconds<&Executor::process_time>>},
    {"process_time_ns()", native<in_nanoseconds<&Executor::process_time>>},
    {"thread_time()", native<in_seconds<&Executor::thread_time>>},
    {"thread_time_ns()", native<in_nanoseconds<&Executor::thread_time>>},
    {"sleep(seconds, /)", native<sleep>},
    {"_broken_down(seconds, local, /)", native<broken_down>},
    {"_strftime(format, fields, /)", native<strftime>},
    {"_mktime(fields, /)", native<mktime>},
};

}  // namespace

std::span<const NativeDef> time_functions() { return kFunctions; }

}  // namespace threadbook::python
