// Calling the C++ thread runtime from a builtin: its errors become Python's of the same name.
#pragma once

#include "python/objects/exception.h"
#include "python/vm/thread_state.h"
#include "runtime/errors.h"

namespace threadbook::python {

// Status::Ok after `call()`, or Raised with what it threw.
template <class Call>
Status host_call(ThreadState& thread, Call call) {
  try {
    call();
    return Status::Ok;
  } catch (const runtime::ValueError& error) {
    return raise(thread, ExceptionType::ValueError, error.what());
  } catch (const runtime::OverflowError& error) {
    return raise(thread, ExceptionType::OverflowError, error.what());
  } catch (const runtime::AssertionError& error) {
    return raise(thread, ExceptionType::AssertionError, error.what());
  } catch (const runtime::StandardError& error) {
    return raise(thread, ExceptionType::RuntimeError, error.what());
  }
}

// Seconds as Python gives them, an int or a float, in nanoseconds. TypeError "'str' object cannot be
// interpreted as an integer", ValueError for NaN, OverflowError; Fallback for __index__ in Python.
Status nanoseconds_argument(ThreadState& thread, Value seconds, std::int64_t& out);

}  // namespace threadbook::python
