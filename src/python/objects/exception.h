// Exceptions as values: the builtin hierarchy, the object, and how C++ code raises.
#pragma once

#include <string>
#include <string_view>

#include "python/objects/class.h"

namespace threadbook::python {

// name, base; in the order of CPython's documentation.
#define THREADBOOK_EXCEPTIONS(X) \
  X(BaseException, Object) \
  X(Exception, BaseException) \
  X(BaseExceptionGroup, BaseException) \
  X(ExceptionGroup, BaseExceptionGroup) /* and of Exception */ \
  X(SystemExit, BaseException) \
  X(KeyboardInterrupt, BaseException) \
  X(GeneratorExit, BaseException) \
  X(ArithmeticError, Exception) \
  X(FloatingPointError, ArithmeticError) \
  X(OverflowError, ArithmeticError) \
  X(ZeroDivisionError, ArithmeticError) \
  X(AssertionError, Exception) \
  X(AttributeError, Exception) \
  X(BufferError, Exception) \
  X(EOFError, Exception) \
  X(ImportError, Exception) \
  X(ModuleNotFoundError, ImportError) \
  X(LookupError, Exception) \
  X(IndexError, LookupError) \
  X(KeyError, LookupError) \
  X(MemoryError, Exception) \
  X(NameError, Exception) \
  X(UnboundLocalError, NameError) \
  X(OSError, Exception) \
  X(BlockingIOError, OSError) \
  X(ChildProcessError, OSError) \
  X(ConnectionError, OSError) \
  X(BrokenPipeError, ConnectionError) \
  X(ConnectionAbortedError, ConnectionError) \
  X(ConnectionRefusedError, ConnectionError) \
  X(ConnectionResetError, ConnectionError) \
  X(FileExistsError, OSError) \
  X(FileNotFoundError, OSError) \
  X(InterruptedError, OSError) \
  X(IsADirectoryError, OSError) \
  X(NotADirectoryError, OSError) \
  X(PermissionError, OSError) \
  X(ProcessLookupError, OSError) \
  X(TimeoutError, OSError) \
  X(ReferenceError, Exception) \
  X(RuntimeError, Exception) \
  X(NotImplementedError, RuntimeError) \
  X(RecursionError, RuntimeError) \
  X(StopAsyncIteration, Exception) \
  X(StopIteration, Exception) \
  X(SyntaxError, Exception) \
  X(IndentationError, SyntaxError) \
  X(TabError, IndentationError) \
  X(SystemError, Exception) \
  X(TypeError, Exception) \
  X(ValueError, Exception) \
  X(UnicodeError, ValueError) \
  X(UnicodeDecodeError, UnicodeError) \
  X(UnicodeEncodeError, UnicodeError) \
  X(Warning, Exception) \
  X(BytesWarning, Warning) \
  X(DeprecationWarning, Warning) \
  X(EncodingWarning, Warning) \
  X(FutureWarning, Warning) \
  X(ImportWarning, Warning) \
  X(PendingDeprecationWarning, Warning) \
  X(ResourceWarning, Warning) \
  X(RuntimeWarning, Warning) \
  X(SyntaxWarning, Warning) \
  X(UnicodeWarning, Warning) \
  X(UserWarning, Warning)

enum class ExceptionType : std::uint8_t {
#define THREADBOOK_EXCEPTION(name, base) name,
  THREADBOOK_EXCEPTIONS(THREADBOOK_EXCEPTION)
#undef THREADBOOK_EXCEPTION
      Count
};

struct LinkedCode;

// One level of a traceback, outermost first along `next`.
struct Traceback : Object {
  LinkedCode* code;
  std::uint32_t instruction;  // index of the one that raised or called
  std::atomic<Object*> next;  // Traceback or nullptr
};

struct Exception : Object {
  Class* cls;                 // its class; constant
  std::atomic<Object*> more;  // attributes
  Slot args;                  // tuple
  Slot cause;                 // exception or None
  Slot context;               // exception or None
  Slot traceback;             // Traceback or None
  std::atomic<bool> suppress_context;
};

// Sets thread.exception to a new exception with one argument. Always answers Status::Raised, so
// that `return raise(…)` reads as in Python.
Status raise(RealmThread& thread, ExceptionType type, std::string_view utf8_message);
Status raise_value(RealmThread& thread, ExceptionType type, Value argument);
// Joins the parts of a message: raise(thread, ExceptionType::TypeError, text("bad operand ", name)).
template <class... Parts>
std::string text(const Parts&... parts) {
  std::string result;
  (result.append(parts), ...);
  return result;
}

Exception* make_exception(RealmThread& thread, Class* cls, Tuple* args);
bool is_exception_class(Value value);
bool matches(const Exception* exception, const Class* cls);

}  // namespace threadbook::python
