// The errors the runtime raises, and their texts in one place.
//
// The C++ API raises what Python raises: the classes carry the names of Python's exceptions and
// the texts are CPython's, so that a reader meets one vocabulary in both languages and a binding
// only has to map class to class. They derive from std::exception through StandardError, as
// Python's derive from Exception. ThreadStopped derives from nothing, on purpose: like SystemExit
// it should pass by a `catch (const std::exception&)` that means "something went wrong".
#pragma once

#include <cstddef>
#include <stdexcept>
#include <string>

namespace threadbook::runtime {

// What all errors here derive from but ThreadStopped: Python's Exception. what() is the text.
class StandardError : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

// Python's RuntimeError: a lock released that was not held, a thread started twice, and the like.
class RuntimeError : public StandardError {
 public:
  using StandardError::StandardError;
};

// Thread::start(): "can't start new thread". It may be tried again, when another has ended.
class ThreadLimitError final : public RuntimeError {
 public:
  // `limit`: how many threads there may be, 0 if only the system knows.
  explicit ThreadLimitError(std::size_t limit);
  // What the limit is, for people; empty if only the system knows.
  [[nodiscard]] const std::string& note() const noexcept { return note_; }

 private:
  std::string note_;
};

// Python's ValueError: an argument that no such call takes.
class ValueError final : public StandardError {
 public:
  using StandardError::StandardError;
};

// Python's OverflowError: a span of time that 64 bits of nanoseconds cannot hold.
class OverflowError final : public StandardError {
 public:
  using StandardError::StandardError;
};

// Python's AssertionError: raised when a dummy thread is joined, as CPython's does.
class AssertionError final : public StandardError {
 public:
  using StandardError::StandardError;
};

// Leaves a blocking call of a thread that was told to stop. Let it pass: it unwinds the thread's
// stack and ends the thread without a report. A thread that catches it is told again by its next
// blocking call.
class ThreadStopped final {};

// The texts of the errors: CPython 3.11's words.
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
inline constexpr char kReleaseNotOwned[] = "cannot release un-acquired lock";
inline constexpr char kWaitNotOwned[] = "cannot wait on un-acquired lock";
inline constexpr char kNotifyNotOwned[] = "cannot notify on un-acquired lock";
inline constexpr char kSemaphoreNegative[] = "semaphore initial value must be >= 0";
inline constexpr char kSemaphoreTimeout[] = "can't specify timeout for non-blocking acquire";
inline constexpr char kSemaphoreTooLarge[] = "semaphore value is too large";
inline constexpr char kReleaseNone[] = "n must be one or more";
inline constexpr char kReleasedTooOften[] = "Semaphore released too many times";
inline constexpr char kNoParties[] = "parties must be >= 1";
inline constexpr char kRegisterAtShutdown[] = "can't register atexit after shutdown";
inline constexpr char kStackSizeNegative[] = "size must be 0 or a positive value";
inline constexpr char kQueueTimeoutNegative[] = "'timeout' must be a non-negative number";
inline constexpr char kTaskDoneTooOften[] = "task_done() called too many times";
inline constexpr char kUnexpectedFutureState[] = "Future in unexpected state";
inline constexpr char kNoWorkers[] = "max_workers must be greater than 0";
inline constexpr char kSubmitAfterShutdown[] = "cannot schedule new futures after shutdown";
inline constexpr char kSubmitAtExit[] = "cannot schedule new futures after interpreter shutdown";
inline constexpr char kInitializerFailed[] = "A thread initializer failed, the thread pool is not usable anymore";
}  // namespace messages

}  // namespace threadbook::runtime
