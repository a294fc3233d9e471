// Express: how a queue.Queue puts and gets when there is nothing to wait for.
//
// A queue is a lock, conditions and a container, all of which its program may see and use; library
// code works with them. What is here does the same with the same objects in one step, a lock held
// for a few instructions, and leaves everything else to that: a queue that is full or empty or shut
// down, a lock that somebody holds, a container of another kind.
#include "python/modules/thread_module.h"
#include "python/modules/waiting.h"
#include "python/objects/containers.h"
#include "python/objects/deque.h"
#include "python/objects/operations.h"

namespace threadbook::python {

namespace {

using Values = Value*;

ExpressObject* express_of(Value value) { return handle_as<ExpressObject>(value); }

bool is_handle(Value value, HandleKind kind) {
  return is_kind(value, Kind::Handle) && value.as_object()->flags == static_cast<std::uint8_t>(kind);
}

// The queue's lock, if nobody holds it. Without the GIL others hold it as briefly as we do: a few
// looks spare a wait.
class TryLock {
 public:
  TryLock(runtime::Lock& lock, bool parallel) : lock_(lock) {
    constexpr int kLooks = 64;
    held_ = lock.try_acquire();
    for (int i = 1; !held_ && parallel && i < kLooks; ++i) held_ = lock.try_acquire();
  }
  ~TryLock() {
    if (held_) (void)lock_.try_release();
  }
  TryLock(const TryLock&) = delete;
  TryLock& operator=(const TryLock&) = delete;

  explicit operator bool() const { return held_; }

 private:
  runtime::Lock& lock_;
  bool held_;
};

// Express(mutex, not_empty, not_full): the lock, and the notifiers of two of the conditions.
Status express_new(ThreadState& thread, Values arguments, Value& result) {
  if (!is_handle(arguments[1], HandleKind::Lock) || !is_handle(arguments[2], HandleKind::Notifier) ||
      !is_handle(arguments[3], HandleKind::Notifier)) {
    return raise(thread, ExceptionType::TypeError, "Express() takes a lock and two notifiers");
  }
  for (Value part : {arguments[1], arguments[2], arguments[3]}) {
    handle_as<Primitive>(part)->serve_as(ThreadActivity::WaitingForQueue);
  }
  result = Value::object(
      make_handle<ExpressObject>(thread, arguments[0], HandleKind::Queue, handle_as<LockObject>(arguments[1]),
                                 handle_as<NotifierObject>(arguments[2]), handle_as<NotifierObject>(arguments[3])));
  return Status::Ok;
}

// Who holds the lock or waits at a condition of the queue notices.
void touch_parts(ThreadState& thread, const ExpressObject& express) {
  thread.touch(express.mutex, true);
  thread.touch(express.not_empty, true);
  thread.touch(express.not_full, true);
}

// put(container, item, maxsize): was it put?
Status express_put(ThreadState& thread, Values arguments, Value& result) {
  ExpressObject* express = express_of(arguments[0]);
  touch_parts(thread, *express);
  Deque* deque = as_deque(arguments[1]);
  List* list = deque == nullptr ? as_list(arguments[1]) : nullptr;
  result = Value::boolean(false);
  if ((deque == nullptr && list == nullptr) || !arguments[3].is_small_int()) return Status::Ok;
  const std::int64_t maxsize = arguments[3].as_small_int();
  {
    TryLock lock(express->mutex->impl, thread.parallel);
    if (!lock || express->is_closed.load(std::memory_order_relaxed)) return Status::Ok;
    const std::int64_t size =
        deque != nullptr ? deque->length.load(std::memory_order_relaxed) : list->length.load(std::memory_order_relaxed);
    if (maxsize > 0 && size >= maxsize) return Status::Ok;
    deque != nullptr ? deque_append(thread, deque, arguments[2]) : list_append(thread, list, arguments[2]);
    express->unfinished.store(express->unfinished.load(std::memory_order_relaxed) + 1, std::memory_order_relaxed);
  }
  express->not_empty->impl.notify();
  released(thread, *express, result);
  result = Value::boolean(true);
  return Status::Ok;
}

// get(container): an item, or the Express itself if it could not get one.
Status express_get(ThreadState& thread, Values arguments, Value& result) {
  ExpressObject* express = express_of(arguments[0]);
  touch_parts(thread, *express);
  Deque* deque = as_deque(arguments[1]);
  List* list = deque == nullptr ? as_list(arguments[1]) : nullptr;
  result = arguments[0];
  if (deque == nullptr && list == nullptr) return Status::Ok;
  Value item;
  {
    TryLock lock(express->mutex->impl, thread.parallel);
    if (!lock) return Status::Ok;
    if (deque != nullptr) {
      if (!deque_pop_left(thread, deque, item)) return Status::Ok;
    } else {
      item = list_pop(thread, list, -1);
      if (item.is_unbound()) return Status::Ok;
    }
  }
  express->not_full->impl.notify();
  got(thread, *express, result);
  result = item;
  return Status::Ok;
}

// close(): puts nothing any more.
Status express_close(ThreadState&, Values arguments, Value& result) {
  express_of(arguments[0])->is_closed.store(true, std::memory_order_relaxed);
  result = Value::none();
  return Status::Ok;
}

Status express_unfinished(ThreadState& thread, Values arguments, Value& result) {
  result = make_int(thread, express_of(arguments[0])->unfinished.load(std::memory_order_relaxed));
  return Status::Ok;
}

Status express_set_unfinished(ThreadState& thread, Values arguments, Value& result) {
  std::int64_t number = 0;
  Status status = int_argument(thread, arguments[1], number);
  if (status != Status::Ok) return status;
  express_of(arguments[0])->unfinished.store(number, std::memory_order_relaxed);
  result = Value::none();
  return Status::Ok;
}

constexpr NativeDef kExpressMethods[] = {
    {"__new__(cls, mutex, not_empty, not_full, /)", native<express_new>},
    {"put(self, container, item, maxsize, /)", operation<express_put, 4, Touch::Writes>},
    {"get(self, container, /)", operation<express_get, 2, Touch::Writes>},
    {"close(self, /)", operation<express_close, 1, Touch::Writes>},
    {"unfinished(self, /)", operation<express_unfinished, 1, Touch::Reads>},
    {"set_unfinished(self, number, /)", operation<express_set_unfinished, 2, Touch::Writes>},
};

}  // namespace

void add_queues(ThreadState& thread, Module& module) { add_handle_class(thread, module, "Express", kExpressMethods); }

}  // namespace threadbook::python
