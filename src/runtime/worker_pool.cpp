#include "runtime/worker_pool.h"

#include <cerrno>
#include <new>
#include <utility>

#include "runtime/clock.h"
#include "runtime/platform.h"

namespace threadbook::runtime {

// A slot in the list is one OS thread, or free for one.
struct WorkerPool::Worker final : Slot {
  // Gone -> Busy by make(), with a job, and -> Taken without one. Both make the thread.
  // Taken -> Coming by make(), once the thread is certain.
  // Coming -> Idle by the thread, when it is there; -> Taken by run().
  // Busy -> Idle by the thread, its job done.
  // Idle -> Taken by run(), which then owns `job`; -> Gone by the thread, its time over.
  // Taken -> Busy by run(), the job in place.
  enum State : std::uint8_t { Gone, Busy, Idle, Taken, Coming };

  std::atomic<std::uint8_t> state{Gone};
  std::atomic<Parker*> parker{nullptr};  // null until the thread is there
  std::atomic<std::uint64_t> native_id{0};
  std::atomic<std::size_t> stack_size{0};  // 0: the system's default
  Job job;                                 // whose it is, the state says
};

WorkerPool& WorkerPool::process() {
  static auto& pool = *new WorkerPool;
  return pool;
}

WorkerPool::WorkerPool() : workers_(*new SlotList<Worker>) {}

std::size_t WorkerPool::idle_count() const noexcept { return idle_count_.load(); }

std::size_t WorkerPool::thread_count() const noexcept { return thread_count_.load(); }

Launch WorkerPool::run(Job job, std::size_t stack_size) {
  Worker* taken = take_idle(stack_size);
  const bool idle = taken != nullptr;
  if (!idle) taken = take_coming(stack_size);
  Launch launch;
  if (taken != nullptr) {
    launch = {.native_id = taken->native_id.load(std::memory_order_relaxed), .idle = idle};
    taken->job = std::move(job);
    // Sequentially consistent: either we find the parker, or the thread that comes finds its job.
    taken->state.store(Worker::Busy);
    if (Parker* const parker = taken->parker.load()) parker->unpark();
  } else {
    launch = make(std::move(job), stack_size);
  }
  make_ready(ready_.load(std::memory_order_relaxed));
  return launch;
}

void WorkerPool::keep_ready(std::size_t now, std::size_t later) {
  ready_.store(later);
  make_ready(now);
}

WorkerPool::Worker* WorkerPool::take_idle(std::size_t stack_size) noexcept {
  if (idle_count_.load(std::memory_order_relaxed) == 0) return nullptr;
  Worker* idle = nullptr;
  workers_.for_each([&](Worker& worker) {
    std::uint8_t seen = Worker::Idle;
    if (idle == nullptr && worker.state.load(std::memory_order_relaxed) == seen &&
        worker.stack_size.load(std::memory_order_relaxed) == stack_size &&
        // Acquire: the worker has let go of its last job.
        worker.state.compare_exchange_strong(seen, Worker::Taken, std::memory_order_acquire)) {
      idle = &worker;
    }
  });
  if (idle != nullptr) idle_count_.fetch_sub(1, std::memory_order_relaxed);
  return idle;
}

// The one that comes first.
WorkerPool::Worker* WorkerPool::take_coming(std::size_t stack_size) noexcept {
  while (coming_count_.load(std::memory_order_relaxed) > 0) {
    Worker* first = nullptr;
    workers_.for_each([&](Worker& worker) {
      if (worker.state.load() == Worker::Coming && worker.stack_size.load() == stack_size &&
          (first == nullptr || worker.native_id.load() < first->native_id.load())) {
        first = &worker;
      }
    });
    std::uint8_t seen = Worker::Coming;
    if (first == nullptr) return nullptr;
    if (first->state.compare_exchange_strong(seen, Worker::Taken)) {
      coming_count_.fetch_sub(1, std::memory_order_relaxed);
      return first;
    }
  }
  return nullptr;
}

// A new thread, for `job` or, without one, to be there when it is needed.
Launch WorkerPool::make(Job job, std::size_t stack_size) {
  Launch launch;
  if (thread_count_.fetch_add(1, std::memory_order_relaxed) >= limit()) {
    thread_count_.fetch_sub(1, std::memory_order_relaxed);
    return {.error = EAGAIN};
  }
  Worker& worker = workers_.claim();
  const bool has_job = job != nullptr;
  worker.job = std::move(job);
  worker.parker.store(nullptr, std::memory_order_relaxed);
  worker.stack_size.store(stack_size, std::memory_order_relaxed);
  worker.state.store(has_job ? Worker::Busy : Worker::Taken, std::memory_order_relaxed);
  try {
    launch.error = start_os_thread(&WorkerPool::work, &worker, stack_size, launch.native_id);
  } catch (const std::bad_alloc&) {
    launch.error = ENOMEM;
  }
  if (launch.error != 0) {
    worker.job = nullptr;
    worker.state.store(Worker::Gone, std::memory_order_relaxed);
    thread_count_.fetch_sub(1, std::memory_order_relaxed);
    workers_.release(worker);
  } else if (!has_job) {
    if (launch.native_id != 0) worker.native_id.store(launch.native_id, std::memory_order_relaxed);
    coming_count_.fetch_add(1, std::memory_order_relaxed);
    worker.state.store(Worker::Coming);
    if (Parker* const parker = worker.parker.load()) {  // it is there already
      settle(worker, Worker::Coming);
      parker->unpark();
    }
  }
  return launch;
}

void WorkerPool::make_ready(std::size_t count) {
  while (idle_count_.load(std::memory_order_relaxed) + coming_count_.load(std::memory_order_relaxed) < count) {
    // The last places are for those who have a job.
    if (thread_count_.load(std::memory_order_relaxed) + count >= limit() || make(nullptr, 0).error != 0) return;
  }
}

void WorkerPool::work(void* memory) {
  Worker& worker = *static_cast<Worker*>(memory);
  WorkerPool& pool = process();
  Parker& parker = this_thread_parker();
  worker.native_id.store(thread_native_id(), std::memory_order_relaxed);
  worker.parker.store(&parker);
  pool.settle(worker, Worker::Coming);
  while (pool.wait_for_job(worker, parker)) {
    // Moved out first, so that what the job holds is let go before the worker counts as idle.
    std::exchange(worker.job, nullptr)();
    pool.settle(worker, Worker::Busy);
  }
}

// Makes a worker idle that is `from`, unless it has become something else.
void WorkerPool::settle(Worker& worker, std::uint8_t from) noexcept {
  // The count goes up first: it may promise too many for a moment, never wrap below zero.
  idle_count_.fetch_add(1, std::memory_order_relaxed);
  // Release: the parker, the native id and the empty job are in place for whoever takes it.
  std::uint8_t seen = from;
  if (!worker.state.compare_exchange_strong(seen, Worker::Idle)) {
    idle_count_.fetch_sub(1, std::memory_order_relaxed);
  } else if (from == Worker::Coming) {
    coming_count_.fetch_sub(1, std::memory_order_relaxed);
  }
}

// False: the worker has been idle for long, and its thread is to end.
bool WorkerPool::wait_for_job(Worker& worker, Parker& parker) {
  const IdlePolicy policy = idle_worker_policy();
  const Deadline deadline = Deadline::after(policy.lifetime);
  bool time_over = false;
  while (worker.state.load() != Worker::Busy) {
    const bool superfluous = time_over && idle_count() > policy.kept;
    if (superfluous && retire(worker)) return false;
    time_over = !parker.park(time_over ? Deadline::never() : deadline);
  }
  return true;
}

// Ends an idle worker unless a run() was quicker; then its job is about to arrive.
bool WorkerPool::retire(Worker& worker) noexcept {
  std::uint8_t seen = Worker::Idle;
  if (!worker.state.compare_exchange_strong(seen, Worker::Gone, std::memory_order_relaxed)) {
    return false;
  }
  idle_count_.fetch_sub(1, std::memory_order_relaxed);
  thread_count_.fetch_sub(1, std::memory_order_relaxed);
  workers_.release(worker);
  return true;
}

}  // namespace threadbook::runtime
