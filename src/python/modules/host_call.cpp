#include "python/modules/host_call.h"

#include "python/objects/operations.h"
#include "runtime/clock.h"

namespace threadbook::python {

Status nanoseconds_argument(ThreadState& thread, Value seconds, std::int64_t& out) {
  const Value plain = unbox(seconds);
  if (plain.is_double()) {
    return host_call(thread, [&] { out = runtime::nanoseconds_from_seconds(plain.as_double()); });
  }
  std::int64_t whole = 0;
  if (is_int(plain)) {
    if (!to_int64(plain, whole)) {
      return raise(thread, ExceptionType::OverflowError, runtime::messages::kTimestampTooLarge);
    }
  } else {
    const Status status = as_index(thread, seconds, whole);
    if (status != Status::Ok) return status;
  }
  return host_call(thread, [&] { out = runtime::nanoseconds_from_seconds(whole); });
}

}  // namespace threadbook::python
