// The errors the runtime raises, and their texts in one place.
//
// The C++ API raises what Python raises: the classes carry the names of Python's exceptions and
// the texts are CPython's, so that a reader meets one vocabulary in both languages and a binding
// only has to map class to class. They derive from std::exception through StandardError, as
// Python's derive from Exception. ThreadStopped derives from nothing, on purpose: like SystemExit
// it should pass by a `catch (const std::exception&)` that means "something went wrong".
#pragma once

#include <stdexcept>

namespace threadbook::runtime {

class StandardError : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

class RuntimeError final : public StandardError {
 public:
  using StandardError::StandardError;
};

class ValueError final : public StandardError {
 public:
  using StandardError::StandardError;
};

class OverflowError final : public StandardError {
 public:
  using StandardError::StandardError;
};

class AssertionError final : public StandardError {
 public:
  using StandardError::StandardError;
};

// Leaves a blocking call of a thread that was told to stop. Let it pass: it unwinds the thread's
// stack and ends the thread without a report. A thread that catches it is told again by its next
// blocking call.
class ThreadStopped final {};

// CPython 3.11's words.
namespace messages {
inline constexpr char kReleaseUnlockedLock[] = "release unlocked lock";
inline constexpr char kTimeoutNegative[] = "timeout value must be positive";
inline constexpr char kTimeoutNonBlocking[] = "can't specify a timeout for a non-blocking call";
inline constexpr char kTimeoutTooLarge[] = "timeout value is too large";
inline constexpr char kTimestampOutOfRange[] = "timestamp out of range for platform time_t";
inline constexpr char kTimestampTooLarge[] = "timestamp too large to convert to C _PyTime_t";
inline constexpr char kNotANumber[] = "Invalid value NaN (not a number)";
inline constexpr char kSleepNegative[] = "sleep length must be non-negative";
inline constexpr char kStartedTwice[] = "threads can only be started once";
inline constexpr char kCannotStart[] = "can't start new thread";
inline constexpr char kStartAtShutdown[] = "can't create new thread at interpreter shutdown";
inline constexpr char kJoinBeforeStart[] = "cannot join thread before it is started";
inline constexpr char kJoinCurrent[] = "cannot join current thread";
inline constexpr char kJoinDummy[] = "cannot join a dummy thread";
inline constexpr char kDaemonAfterStart[] = "cannot set daemon status of active thread";
}  // namespace messages

}  // namespace threadbook::runtime
