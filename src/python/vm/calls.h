// Calling: from a callable and its arguments to a pushed frame or a builtin's result.
#pragma once

#include <initializer_list>
#include <span>

#include "python/objects/function.h"
#include "python/vm/frame_stack.h"
#include "python/vm/generator.h"
#include "python/vm/thread_state.h"

namespace threadbook::python {

// Positional values, then the values of the keywords, whose names are in `keywords`.
struct Arguments {
  Value* values;
  std::uint32_t count;        // keywords included
  Tuple* keywords = nullptr;  // of str; nullptr: none
  std::uint32_t positional() const { return keywords == nullptr ? count : count - keywords->length; }
};

// Calls `callable`; what it returns goes to `destination`.
// Ok: it is in `result` and has NOT been delivered. Pushed: a frame runs next and will deliver.
// Wait: thread.wait says for what, and thread.wait_destination is set. Raised.
Status call(ThreadState& thread, Value callable, const Arguments& arguments, const Destination& destination,
            Value& result);

// What type.__call__ does: an instance of `cls`, whatever the __call__ of its metaclass.
Status construct(ThreadState& thread, Class* cls, const Arguments& arguments, const Destination& destination,
                 Value& result);

// What *args and **kwargs have collected, as a call wants it.
class CollectedArguments {
 public:
  CollectedArguments(ThreadState& thread, Value positional, Value keywords);
  const Arguments& get() const { return arguments_; }

 private:
  std::vector<Value> values_;
  Arguments arguments_{};
};

// call() of a functools.partial, and of a function lru_cache was applied to (callables.cpp).
Status call_partial(ThreadState& thread, Partial* partial, const Arguments& arguments, const Destination& destination,
                    Value& result);
Status call_cached(ThreadState& thread, CallCache* cache, const Arguments& arguments, const Destination& destination,
                   Value& result);

// For builtins: ends the builtin by calling `callable` in its place.
Status tail_call(ThreadState& thread, Value callable, std::initializer_list<Value> arguments, Value& result);

// For builtins that answer what a generator does: generator.send(sent) in the builtin's place (None: next(generator)).
// Pushed; Raised, with StopIteration if it has ended already.
Status send_to_generator(ThreadState& thread, Value generator, Value sent);

// An instance of `cls` as it is before an __init__ written in Python runs (`has_init`: there is one).
Status make_object(ThreadState& thread, Class* cls, const Arguments& arguments, bool has_init, Value& result);
// `value` is a new plain list, int, …: makes it an instance of the subclass `cls`.
void adopt_class(ThreadState& thread, Class* cls, Value& value);
// A builtin that needs no Python; Fallback if it does after all.
Status call_native_now(ThreadState& thread, NativeFunction* native, const Arguments& arguments, Value& result);

// Calls a builtin whose self, if it has one, is known to be of its class: like call().
Status call_native(ThreadState& thread, NativeFunction* native, const Arguments& arguments,
                   const Destination& destination, Value& result);
// The same with the arguments bound to its parameters.
Status finish_native(ThreadState& thread, NativeFunction* native, Value* slots, const Destination& destination,
                     Status status,
                     Value& result);  // what remains to do when it has not simply answered
inline Status run_native(ThreadState& thread, NativeFunction* native, Value* slots, const Destination& destination,
                         Value& result) {
  thread.destination = destination;
  Status status = native->function(thread, slots, result);
  if (status == Status::Ok) [[likely]]
    return status;
  return finish_native(thread, native, slots, destination, status, result);
}

// The library function that does in Python what C++ cannot do alone ("operation__add").
Function* library_function(ThreadState& thread, std::string_view name);
Status call_library(ThreadState& thread, std::string_view name, std::initializer_list<Value> arguments,
                    const Destination& destination, Value& result);

// Resumes `generator`: `sent` is the value of the yield it stands at.
Status resume_generator(ThreadState& thread, Generator* generator, Value sent, const Destination& destination);
// A new frame of `function` becomes a generator: the frame just pushed is taken off again.
Generator* make_generator(ThreadState& thread);

// Takes what a frame or builtin has returned to where it belongs, in the running frame.
Status deliver(ThreadState& thread, const Destination& destination, Value value);

}  // namespace threadbook::python
