// Objects that hold something of the C++ thread runtime.
#pragma once

#include <memory>

#include "python/objects/function.h"
#include "runtime/lock.h"
#include "runtime/thread.h"

namespace threadbook::python {

// Kind::Handle with HandleKind::Lock: _thread.lock. The lock lies in the object, which does not move;
// nobody waits for a lock nobody refers to, so it needs no destructor.
struct LockObject : Object {
  runtime::Lock impl;
};

// HandleKind::Thread: what threading.Thread is a binding of.
struct ThreadHandle : Object {
  runtime::ThreadPtr* thread;  // freed by the handle's finalizer
  Slot object;                 // the threading.Thread
};

}  // namespace threadbook::python
