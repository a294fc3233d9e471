// The module _threading: what threading.py and _thread.py are built on, bound to the C++ runtime.
//
// One file for each family: locks (lock_module.cpp), conditions (condition_module.cpp), semaphores
// and events (event_module.cpp), barriers (barrier_module.cpp), threading.local (local_module.cpp),
// queues (queue_module.cpp) and threads (thread_module.cpp). The classes of Lock and RLock are what
// a program sees; the others are handles, each in the hands of a class written in Python that says
// how it looks from outside.
//
// Nothing here blocks. What has to wait describes the wait in thread.wait and answers Status::Wait.
#pragma once

#include "python/objects/handle.h"
#include "python/objects/operations.h"
#include "python/run.h"
#include "python/vm/thread_state.h"

namespace threadbook::python {

void fill_threading(ThreadState& thread, Module& module);

// Methods of the classes that every run has.
std::span<const NativeDef> lock_methods();
std::span<const NativeDef> thread_handle_methods();

// What each file adds to the module.
void add_locks(ThreadState& thread, Module& module);
void add_conditions(ThreadState& thread, Module& module);
void add_events(ThreadState& thread, Module& module);
void add_barriers(ThreadState& thread, Module& module);
void add_locals(ThreadState& thread, Module& module);
void add_queues(ThreadState& thread, Module& module);

// A class `name` of the module, whose instances are handles.
Class* add_handle_class(ThreadState& thread, Module& module, std::string_view name, std::span<const NativeDef> methods);

// A new handle of the class `cls`; `arguments` are T's constructor's.
template <class T, class... Arguments>
T* make_handle(ThreadState& thread, Value cls, HandleKind kind, Arguments&&... arguments) {
  auto* handle =
      thread.heap.make<T>(Kind::Handle, as_class(cls)->root_shape->id, 0, std::forward<Arguments>(arguments)...);
  handle->flags = static_cast<std::uint8_t>(kind);
  return handle;
}

// `self` of a method, whose class has been seen to.
template <class T>
T* handle_as(Value self) {
  return static_cast<T*>(self.as_object());
}

// The number of the calling thread, threading.get_ident(): what owns an RLock.
std::uint64_t ident_of(const ThreadState& thread);

// Has the VM wait for `target`, which lives as long as `keep`. Answers Status::Wait.
using FinishWait = Status (*)(ThreadState& thread, WaitRequest& ended, runtime::WaitResult outcome, Value& result);
Status wait_for(ThreadState& thread, runtime::Waitable& target, runtime::Deadline deadline, Value keep,
                FinishWait finish);
// The same, to answer whether it came to be before the deadline.
Status wait_for(ThreadState& thread, runtime::Waitable& target, runtime::Deadline deadline, Value keep);

// An int argument. TypeError for everything else, __index__ written in Python included: these are
// given by library code.
Status int_argument(ThreadState& thread, Value value, std::int64_t& out);
// acquire(blocking=True, timeout=-1): Deadline::passed() if it is not to wait. Raises what
// Lock.acquire does; Fallback for __index__ in Python.
Status lock_deadline(ThreadState& thread, Value blocking, Value timeout, runtime::Deadline& out);
// What CPython does first with the timeout of a wait: the words about one that is no number tell. It
// asks whether there is time to wait at all, or adds it to the time.
enum class FirstStep : std::uint8_t { Compare, Add };
// wait(timeout=None): None is never, 0 and less has passed (so has NaN where it is compared). As strict
// as int_argument().
Status wait_deadline(ThreadState& thread, Value timeout, runtime::Deadline& out, FirstStep first = FirstStep::Compare);

}  // namespace threadbook::python
