// Objects that hold something of the C++ thread runtime: Kind::Handle, told apart by HandleKind.
//
// Most hold it in themselves: an object does not move, and nobody waits for a primitive nobody
// refers to, so those without memory of their own need no destructor. The others have a finalizer
// (heap.h).
#pragma once

#include <memory>
#include <unordered_map>
#include <vector>

#include "python/objects/function.h"
#include "python/objects/holder_note.h"
#include "python/objects/thread_activity.h"
#include "runtime/barrier.h"
#include "runtime/event.h"
#include "runtime/lock.h"
#include "runtime/notifier.h"
#include "runtime/rlock.h"
#include "runtime/semaphore.h"
#include "runtime/thread.h"

namespace threadbook::python {

class LocalTable;
struct Dict;

// What threads wait for. Usually what it is says what the wait is for; a lock that guards an import
// or a queue is told so by who made it (serve_as()).
struct Primitive : Object {
  explicit Primitive(ThreadActivity purpose) : purpose_(purpose) {}
  // What a thread that waits for it does.
  ThreadActivity purpose() const { return purpose_.load(std::memory_order_relaxed); }
  void serve_as(ThreadActivity purpose) { purpose_.store(purpose, std::memory_order_relaxed); }

  // The number by which observers know it (vm/observer.h); 0 before the first event.
  mutable std::atomic<std::uint32_t> number{0};

 private:
  std::atomic<ThreadActivity> purpose_;
};

// HandleKind::Lock: _thread.lock.
struct LockObject : Primitive {
  LockObject() : Primitive(ThreadActivity::WaitingForLock) {}
  runtime::Lock impl;
  HolderNote held;
};

// HandleKind::RLock: _thread.RLock.
struct RLockObject : Primitive {
  RLockObject() : Primitive(ThreadActivity::WaitingForLock) {}
  runtime::RLock impl;
  HolderNote held;
};

// HandleKind::Notifier: what threading.Condition waits with, beside its lock.
struct NotifierObject : Primitive {
  explicit NotifierObject(Value of) : Primitive(ThreadActivity::WaitingForCondition), of_lock(of) {}
  runtime::Notifier impl;
  const Value of_lock;  // any object with acquire() and release()
};

// HandleKind::Notice: one thread's wait for a NotifierObject. Its finalizer leaves the queue.
struct NoticeObject : Primitive {
  explicit NoticeObject(NotifierObject* of) : Primitive(of->purpose()), notifier(of), impl(of->impl) {}
  NotifierObject* const notifier;
  runtime::Notice impl;
};

// HandleKind::Semaphore: of threading.Semaphore and BoundedSemaphore.
struct SemaphoreObject : Primitive {
  SemaphoreObject(std::int64_t value, std::int64_t maximum)
      : Primitive(ThreadActivity::WaitingForSemaphore), impl(value, maximum) {}
  runtime::Semaphore impl;
};

// HandleKind::Event: of threading.Event.
struct EventObject : Primitive {
  EventObject() : Primitive(ThreadActivity::WaitingForEvent) {}
  runtime::Event impl;
};

// HandleKind::Barrier: of threading.Barrier. Its action is run by library code, not by the runtime.
struct BarrierObject : Primitive {
  explicit BarrierObject(std::int64_t parties) : Primitive(ThreadActivity::WaitingForBarrier), impl(parties) {}
  runtime::Barrier impl;
};

// HandleKind::Party: one thread's way through a BarrierObject. Its finalizer breaks the barrier if
// the thread was stopped on the way.
struct PartyObject : Object {
  explicit PartyObject(BarrierObject* of) : barrier(of), impl(of->impl) {}
  BarrierObject* const barrier;
  runtime::Barrier::Party impl;
  runtime::Deadline deadline = runtime::Deadline::never();
};

// HandleKind::LocalValues: what a threading.local holds: a dict for every thread that has used it.
// The dicts belong to it, not to the threads, so that what they hold can be garbage together with
// it.
struct LocalValuesObject : Object {
  struct Entry {
    LocalTable* table;
    Dict* values;
  };
  std::vector<Entry>* entries;  // under the object's lock; freed by the finalizer
};

// A thread's own side of that: which dict is its own, found without a lock.
class LocalTable {
 public:
  // `parallel`: other threads run at the same time, so objects are locked.
  explicit LocalTable(bool parallel) : parallel_(parallel) {}
  // The thread has ended: what it had in any local goes.
  ~LocalTable();
  LocalTable(const LocalTable&) = delete;
  LocalTable& operator=(const LocalTable&) = delete;

  // The dict of `local` in this thread; nullptr before insert() and after remove().
  Dict* find(LocalValuesObject* local) const {
    auto found = values_.find(local);
    return found == values_.end() ? nullptr : found->second;
  }
  void insert(LocalValuesObject* local, Dict* values);
  void remove(LocalValuesObject* local);
  // For whoever takes pictures of a run: what there is, and to have that again.
  const std::unordered_map<LocalValuesObject*, Dict*>& all() const { return values_; }
  void go_back_to(const std::unordered_map<LocalValuesObject*, Dict*>& before);
  // `local` was garbage.
  void forget(LocalValuesObject* local) { values_.erase(local); }

 private:
  const bool parallel_;
  std::unordered_map<LocalValuesObject*, Dict*> values_;
};

// HandleKind::Queue: what a queue.Queue puts and gets with when it need not wait.
struct ExpressObject : Primitive {
  ExpressObject(LockObject* lock, NotifierObject* empty, NotifierObject* full)
      : Primitive(ThreadActivity::WaitingForQueue), mutex(lock), not_empty(empty), not_full(full) {}
  LockObject* const mutex;
  NotifierObject* const not_empty;
  NotifierObject* const not_full;
  std::atomic<std::int64_t> unfinished{0};  // these two changed with `mutex` held
  std::atomic<bool> is_closed{false};
};

// HandleKind::Thread: what threading.Thread is a binding of.
struct ThreadHandle : Object {
  runtime::ThreadPtr* thread;  // freed by the handle's finalizer
  Slot object;                 // the threading.Thread
};

}  // namespace threadbook::python
