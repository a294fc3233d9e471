// Where native code waits and where it lets go: the one place.
//
// A blocking native tries, tells, and else waits; what others may wait for is released and told:
//
//   if (lock->impl.try_acquire()) return got(thread, *lock, result);
//   return wait_for(thread, {.target = &lock->impl, .activity = lock->purpose, .of = self, .span = span});
//
// So nothing blocks here, no observer misses a wait that needed none, and every deadline is a point
// on the clock of the run's executor: until this place a wait's length is a Span. Nobody else makes a
// WaitRequest.
//
// Costs: a wait that is not needed costs a branch for the observer that is not there.
#pragma once

#include <algorithm>
#include <array>
#include <memory>
#include <span>

#include "python/objects/handle.h"
#include "python/vm/run_types.h"
#include "python/vm/thread_state.h"
#include "runtime/clock.h"

namespace threadbook::python {

// A wait, as a native describes it.
struct Wait {
  runtime::Waitable* target = nullptr;  // lives as long as `of`; nullptr: only the time passes
  ThreadActivity activity;              // what for
  Value of = Value::none();             // what is waited for, to those who look
  runtime::Span span = runtime::Span::forever();
  FinishWait finish = nullptr;  // nullptr: the call answers whether it came to be in time
  std::unique_ptr<WaitMemory> memory = nullptr;
};

// Has the VM wait. Answers Status::Wait.
Status wait_for(ThreadState& thread, Wait wait);
// The same where the end has been set already (deadline_after()); wait.span is not looked at.
Status wait_until(ThreadState& thread, Wait wait, runtime::Deadline deadline);
// For a `finish` that finds that it must wait for the same once more, however long it takes.
Status wait_on(ThreadState& thread, WaitRequest& ended);
// For one that has to wait for something else now: the next step of the same call.
Status then_wait_for(ThreadState& thread, WaitRequest& ended, runtime::Waitable& target, const Primitive& of,
                     FinishWait finish);
// A `finish` for calls that answer None however the wait has ended.
Status answer_none(ThreadState& thread, WaitRequest& ended, runtime::WaitResult outcome, Value& result);

// The end of a wait of that length that begins now.
runtime::Deadline deadline_after(ThreadState& thread, runtime::Span span);

// What was tried was had: tells, and answers True.
inline Status got(ThreadState& thread, const Primitive& primitive, Value& result) {
  thread.tell_cheap(EventKind::Got, primitive.purpose(), &primitive);
  result = Value::boolean(true);
  return Status::Ok;
}
// Somebody else may have it now: tells, and answers None.
inline Status released(ThreadState& thread, const Primitive& primitive, Value& result) {
  thread.tell_release(primitive.purpose(), &primitive);
  result = Value::none();
  return Status::Ok;
}

// ---- what is watched ----
//
// In a run that is watched every operation of a primitive is for the executor to have carried out: what may have to
// wait waits in any case (ThreadState::is_watched()), and what never does stands in its table as operation<function,
// arguments, how it touches its first argument>, which asks before.

// The arguments that were kept for it.
const Value* kept_arguments(const WaitRequest& ended);
Status ask_before(ThreadState& thread, std::span<const Value> arguments, Touch touch, FinishWait then);

template <Status (*function)(ThreadState&, Value*, Value&), std::size_t count, Touch touch>
Status operation(RealmThread& thread, Value* arguments, Value& result) {
  ThreadState& state = state_of(thread);
  if (!state.is_watched()) [[likely]]
    return function(state, arguments, result);
  return ask_before(state, {arguments, count}, touch,
                    [](ThreadState& asker, WaitRequest& ended, runtime::WaitResult, Value& answer) {
                      std::array<Value, count> kept;
                      std::copy_n(kept_arguments(ended), count, kept.begin());
                      return function(asker, kept.data(), answer);
                    });
}

// Writes to the run's output, and answers None once the reader is not too far behind.
// The last `end` bytes are print()'s end: as in CPython what others write may come between. In a run that is watched
// nobody waits for the reader.
Status write_output(ThreadState& thread, Stream stream, std::string_view utf8, Value& result, std::size_t end = 0);

// ---- how long, from arguments ----

// An int argument. TypeError for everything else, __index__ written in Python included: these are
// given by library code.
Status int_argument(ThreadState& thread, Value value, std::int64_t& out);
// acquire(blocking=True, timeout=-1). Raises what Lock.acquire does; Fallback for __index__ in Python.
Status acquire_argument(ThreadState& thread, Value blocking, Value timeout, runtime::Span& out);
// What CPython does first with the timeout of a wait: the words about one that is no number tell. It
// asks whether there is time to wait at all, or adds it to the time.
enum class FirstStep : std::uint8_t { Compare, Add };
// wait(timeout=None): None is for ever, 0 and less not at all (so is NaN where it is compared). As
// strict as int_argument().
Status timeout_argument(ThreadState& thread, Value timeout, runtime::Span& out, FirstStep first = FirstStep::Compare);

}  // namespace threadbook::python
