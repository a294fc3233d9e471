// The module _threading: what threading.py and _thread.py are built on, bound to the C++ runtime.
//
// One file for each family: Lock (lock_module.cpp), RLock (rlock_module.cpp), conditions
// (condition_module.cpp), semaphores and events (event_module.cpp), barriers (barrier_module.cpp),
// threading.local (local_module.cpp), queues (queue_module.cpp) and threads (thread_module.cpp). The
// classes of Lock and RLock are what a program sees; the others are handles, each in the hands of a
// class written in Python that says how it looks from outside.
//
// Nothing here blocks. How a native waits and lets go is waiting.h.
#pragma once

#include "python/objects/handle.h"
#include "python/objects/operations.h"
#include "python/vm/thread_state.h"

namespace threadbook::python {

void fill_threading(ThreadState& thread, Module& module);

// Methods of the classes that every run has.
std::span<const NativeDef> lock_methods();
std::span<const NativeDef> thread_handle_methods();

// What each file adds to the module.
void add_locks(ThreadState& thread, Module& module);
void add_rlocks(ThreadState& thread, Module& module);
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

}  // namespace threadbook::python
