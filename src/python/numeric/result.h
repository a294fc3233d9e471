// What a pure function of the engine gives back when the Python program may be at fault: a value,
// or the exception that the engine shall raise. C++ exceptions are kept for our own mistakes (a
// failed assert) and for a host out of memory (std::bad_alloc), so that the error path of a hot
// operation costs a branch and no unwinding. The error's text lives behind a pointer, so that a
// Result is not much larger than its value.
#pragma once

#include <cassert>
#include <cstdint>
#include <memory>
#include <string>
#include <type_traits>
#include <utility>
#include <variant>

namespace threadbook::python {

// The exception types pure functions raise; the engine maps each to its class. `Interrupted` is no
// Python exception: the computation was asked to end (see interrupt.h) and the engine goes to its
// safe point.
enum class ErrorKind : std::uint8_t {
  TypeError,
  ValueError,
  IndexError,
  KeyError,
  OverflowError,
  ZeroDivisionError,
  MemoryError,
  Interrupted,
};

// An exception to raise: its type and str(exception), UTF-8 (WTF-8 where the text quotes a lone
// surrogate).
struct PyError {
  ErrorKind kind = ErrorKind::ValueError;
  std::string message;
};

// Either a T or a PyError. Not thread-safe; as movable and copyable as T.
template <class T>
class [[nodiscard]] Result {
 public:
  using Value = T;

  Result(T value) : state_(std::in_place_index<0>, std::move(value)) {}
  Result(PyError error) : state_(std::in_place_index<1>, std::make_shared<const PyError>(std::move(error))) {}

  bool ok() const noexcept { return state_.index() == 0; }
  explicit operator bool() const noexcept { return ok(); }

  // The value; the result must be ok().
  T& operator*() noexcept { return *get(); }
  const T& operator*() const noexcept { return *get(); }
  T* operator->() noexcept { return get(); }
  const T* operator->() const noexcept { return get(); }
  T take() { return std::move(*get()); }

  // The error; the result must not be ok().
  const PyError& error() const noexcept {
    assert(!ok());
    return **std::get_if<1>(&state_);
  }

 private:
  T* get() noexcept {
    assert(ok());
    return std::get_if<0>(&state_);
  }
  const T* get() const noexcept {
    assert(ok());
    return std::get_if<0>(&state_);
  }

  std::variant<T, std::shared_ptr<const PyError>> state_;
};

// For operations without a value.
struct Done {};

inline PyError type_error(std::string message) { return {ErrorKind::TypeError, std::move(message)}; }
inline PyError value_error(std::string message) { return {ErrorKind::ValueError, std::move(message)}; }
inline PyError index_error(std::string message) { return {ErrorKind::IndexError, std::move(message)}; }
inline PyError overflow_error(std::string message) { return {ErrorKind::OverflowError, std::move(message)}; }
inline PyError zero_division_error(std::string message) { return {ErrorKind::ZeroDivisionError, std::move(message)}; }
// CPython raises MemoryError without a message.
inline PyError memory_error() { return {ErrorKind::MemoryError, {}}; }
inline PyError interrupted() { return {ErrorKind::Interrupted, {}}; }

}  // namespace threadbook::python
