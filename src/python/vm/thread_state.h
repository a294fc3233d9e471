// A thread as the VM sees it: what objects need of one (objects/realm_thread.h), its frames, its registers, what it
// waits for. CPython's PyThreadState plays the same part.
//
// Thread safety: used by the OS thread that runs it; by the collector while the world is stopped;
// the fields under "read by others" are atomic.
#pragma once

#include <atomic>
#include <cassert>
#include <memory>
#include <vector>

#include "python/objects/class.h"
#include "python/objects/holder_note.h"
#include "python/objects/realm_thread.h"
#include "python/objects/safe_point.h"
#include "python/vm/frame.h"
#include "python/vm/observer.h"
#include "python/vm/watcher.h"
#include "runtime/clock.h"
#include "runtime/thread.h"
#include "runtime/waitable.h"

namespace threadbook::python {

class Interpreter;
class LocalTable;
struct ThreadState;

// What a wait in several steps remembers between them: a place in a queue, say. Destroyed when the
// wait is over, or with its thread.
struct WaitMemory {
  virtual ~WaitMemory() = default;
};

struct WaitRequest;
// Makes the result of the call that waited from how the wait ended.
using FinishWait = Status (*)(ThreadState& thread, WaitRequest& ended, runtime::WaitResult outcome, Value& result);

// What a thread waits for when the VM has returned Outcome::Wait. The executor waits, however it
// likes, and then has `finish` called (finish_wait() in vm/vm.h). Made by modules/waiting.h alone.
//
// Every wait is finished, whatever its outcome, unless the run is stopped: what was acquired is the
// thread's by then. `finish` may find that there is more to wait for, such as a lock to be had again
// after a notification: then it has the thread wait once more. An exception from outside (the user's
// interrupt) waits until all steps are done.
struct WaitRequest {
  runtime::Waitable* target = nullptr;                      // nullptr: only for the deadline (sleep)
  runtime::Deadline deadline = runtime::Deadline::never();  // on the executor's clock
  FinishWait finish = nullptr;
  Value of;  // what is waited for, to those who look; lives until then, and `target` with it
  std::unique_ptr<WaitMemory> memory;
  ThreadActivity activity = ThreadActivity::Running;  // to show meanwhile

  Touch operation = Touch::None;  // else it is an operation that can be done at once, and that was asked about first

  const Object* instead = nullptr;  // what is waited for where `of` is kept for `finish`; lives as long as `of`

  // What is waited for, if it is an object.
  const Object* object() const { return instead != nullptr ? instead : of.is_object() ? of.as_object() : nullptr; }
};

// What sys.settrace() and sys.setprofile() have set, and where telling of it is (vm/tracing.h). Others may
// change it while the world is stopped.
struct Tracing {
  Value function = Value::none();
  Value profile = Value::none();
  std::uint32_t inside = 0;  // calls of these functions in progress: what they do is not told
  std::uint8_t resumed = 0;  // the part of unwinding or yielding that a call of them interrupted: how far it is

  bool is_on() const { return inside == 0 && !(function.is_none() && profile.is_none()); }
};

struct ThreadState : RealmThread {
  // `thread`: whose state it is; nullptr for one that runs nothing and only allocates.
  explicit ThreadState(Interpreter& interpreter, runtime::Thread* thread = nullptr);
  ~ThreadState();

  Interpreter& interpreter;  // its realm, with all that is above
  runtime::Thread* const thread;
  Observer* const observer;  // who looks at events; nullptr: nobody
  Watcher* const watcher;    // who is asked before what others could notice; nullptr: nobody

  Frame* frame = nullptr;   // running now; nullptr before the first and after the last
  Value result;             // what the bottom frame returned
  std::uint32_t depth = 0;  // frames
  WaitRequest wait;
  Destination wait_destination;        // where the waiting call's result goes
  Value target;                        // keeps what a new thread will call
  Value thread_object;                 // its Handle
  std::unique_ptr<LocalTable> locals;  // its values of threading.local objects (objects/handle.h)
  bool is_at_what_is_due = false;      // running what a collection left to do (vm/executor.cpp): not again within
  std::uint32_t locks_held = 0;  // Locks it has acquired and not released; more or less, as others may release them

  // Registers: a chain of chunks; a frame's registers lie in one chunk.
  struct StackChunk {
    std::unique_ptr<Value[]> values;
    std::size_t size;
    Value* top;  // where stack_top was when the next chunk was begun
  };
  std::vector<StackChunk> stack;   // the first one is empty: a thread that has not run has no registers
  std::size_t least_chunk = 2048;  // values of the next one
  std::size_t stack_chunk = 0;     // in use
  Value* stack_top = nullptr;
  Value* stack_end = nullptr;
  std::vector<std::unique_ptr<Frame>> frames;  // frames[depth]: used again by every call so deep

  // Where the result of the builtin being called will go, so that it can pass the job on to Python
  // code (tail_call() in vm/calls.h) or have the VM wait.
  Destination destination;

  Tracing tracing;

  // The instruction that ran out of memory once and was tried again after a collection.
  const Instruction* exhausted_at = nullptr;

  // Safe points that it passes without coming back to its executor, if all that the flags ask is kSwitchAlways. Of the
  // executor; one that sets this asks for that flag.
  std::uint32_t safe_points_ahead = 0;
  bool passes(std::uint32_t flags) {
    if (flags != kSwitchAlways || safe_points_ahead == 0) return false;
    --safe_points_ahead;
    return true;
  }

  // Read by others.
  std::atomic<std::uint32_t> line{0};

  // Says what the thread is doing, to whoever takes snapshots.
  void show(ThreadActivity activity) { thread->record().set_activity(static_cast<std::uint8_t>(activity)); }
  // Tells the observer, if there is one. `value` where the event has one of its own.
  void tell(EventKind kind, ThreadActivity what, const Object* of, std::int32_t value = 0) {
    if (observer != nullptr) [[unlikely]]
      tell_observer(kind, what, of, value);
  }
  // The same of what is cheap: of some of it at least (Observer::happened()).
  void tell_cheap(EventKind kind, ThreadActivity what, const Object* of, std::int32_t value = 0) {
    if (observer != nullptr && --until_told_ == 0) [[unlikely]]
      tell_observer(kind, what, of, value);
  }
  // That others may have something now: cheap, unless it has woken one of them.
  void tell_release(ThreadActivity what, const Object* of) {
    if (observer == nullptr) return;
    const bool is_due = --until_told_ == 0;
    const bool has_woken = runtime::has_notified_somebody();
    if (is_due || has_woken) [[unlikely]]
      tell_observer(EventKind::Released, what, of, 0, has_woken);
  }
  // The thread has a lock, or is about to let it go: for those who look.
  void note_holding(HolderNote& note) const {
    if (observer == nullptr) return;
    const Frame* holder = frame;
    while (holder->code->is_library && holder->caller != nullptr) holder = holder->caller;
    note.set(number_, holder->pc);
  }
  void note_letting_go(HolderNote& note) const {
    if (observer != nullptr) note.clear();
  }
  // It has written so many bytes, after so many that were written before.
  void tell_of_output(std::size_t bytes, std::uint64_t position) {
    if (observer != nullptr && --until_told_ == 0) [[unlikely]]
      tell_observer_of_output(bytes, position);
  }
  // An exception leaves what the thread runs. SystemExit is no news.
  void tell_of_exception(Value exception) {
    if (observer != nullptr) [[unlikely]]
      tell_observer_of_exception(exception);
  }
  // Of the GIL, by a thread that need not have it.
  void tell_of_gil(EventKind kind) {
    if (observer != nullptr && tells_all_) [[unlikely]]
      tell_observer_of_gil(kind);
  }
  // The same of what the thread waits for, also by one that is detached.
  void tell_of_wait(EventKind kind, std::int32_t value = 0) {
    if (observer != nullptr) [[unlikely]]
      tell_observer_of_wait(kind, value);
  }

  bool is_watched() const { return watcher != nullptr && watcher->is_on; }
  // Part of an operation of this thread touches this, too.
  void touch(const Object* object, bool writes) {
    if (is_watched()) [[unlikely]]
      watcher->touched(*this, {object, kWhole, writes ? Manner::Writes : Manner::Reads});
  }

  void trace(Marker& marker) const;

 private:
  void tell_observer(EventKind kind, ThreadActivity what, const Object* of, std::int32_t value,
                     bool has_woken = false);  // vm/telling.cpp
  void tell_observer_of_wait(EventKind kind, std::int32_t value);
  void tell_observer_of_gil(EventKind kind);
  void tell_observer_of_output(std::size_t bytes, std::uint64_t position);
  void tell_observer_of_exception(Value exception);
  void hand_over(Event& event);

  const bool tells_all_;
  std::uint32_t number_ = 0;      // thread->serial(), once it has told something
  std::uint32_t until_told_ = 1;  // cheap events until one is told
  std::uint32_t untold_ = 0;      // what until_told_ was then, less one
  Event wait_told_{};             // the WaitsFor that was told last
};

// The machine's side of the thread that a native was given.
inline ThreadState& state_of(RealmThread& thread) {
  assert(thread.runs_code);
  return static_cast<ThreadState&>(thread);
}

// The Native (objects/function.h) that `function` is: natives of this floor and those above see the whole thread, and
// are written native<function> in the tables. Costs nothing: it is the same code under another type.
template <Status (*function)(ThreadState&, Value*, Value&)>
Status native(RealmThread& thread, Value* arguments, Value& result) {
  return function(state_of(thread), arguments, result);
}

}  // namespace threadbook::python
