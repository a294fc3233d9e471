#include "runtime/worker_pool.h"

#include <cerrno>
#include <new>
#include <utility>

#include "runtime/clock.h"
#include "runtime/platform.h"

namespace threadbook::runtime {

// A slot in the list is one OS thread, or free for one.
struct WorkerPool::Worker final : Slot {
  // Gone -> Busy by run(), which makes the thread.
  // Busy -> Idle by the thread, its job done.
  // Idle -> Taken by run(), which then owns `job`; -> Gone by the thread, its time over.
  // Taken -> Busy by run(), the job in place.
  enum class State : std::uint8_t { Gone, Busy, Idle, Taken };

  std::atomic<State> state{State::Gone};
  std::atomic<Parker*> parker{nullptr};
  std::atomic<std::uint64_t> native_id{0};
  std::atomic<std::size_t> stack_size{0};  // 0: the system's default
  Job job;  // whose it is, the state says
};

WorkerPool& WorkerPool::process() {
  static auto& pool = *new WorkerPool;
  return pool;
}

WorkerPool::WorkerPool() : workers_(*new SlotList<Worker>) {}

std::size_t WorkerPool::idle_count() const noexcept {
  return idle_count_.load();
}

std::size_t WorkerPool::thread_count() const noexcept {
  return thread_count_.load();
}

WorkerPool::Launch WorkerPool::run(Job job, std::size_t stack_size) {
  Worker* idle = nullptr;
  if (idle_count_.load(std::memory_order_relaxed) > 0) {
    workers_.for_each([&](Worker& worker) {
      auto seen = Worker::State::Idle;
      if (idle == nullptr && worker.state.load(std::memory_order_relaxed) == seen &&
          worker.stack_size.load(std::memory_order_relaxed) == stack_size &&
          // Acquire: the worker has let go of its last job.
          worker.state.compare_exchange_strong(seen, Worker::State::Taken,
                                               std::memory_order_acquire)) {
        idle = &worker;
      }
    });
  }
  if (idle != nullptr) {
    idle_count_.fetch_sub(1, std::memory_order_relaxed);
    const std::uint64_t native_id = idle->native_id.load(std::memory_order_relaxed);
    Parker* const parker = idle->parker.load(std::memory_order_relaxed);
    idle->job = std::move(job);
    idle->state.store(Worker::State::Busy, std::memory_order_release);
    parker->unpark();
    return {.error = 0, .native_id = native_id};
  }

  Worker& worker = workers_.claim();
  worker.job = std::move(job);
  worker.stack_size.store(stack_size, std::memory_order_relaxed);
  worker.state.store(Worker::State::Busy, std::memory_order_relaxed);
  thread_count_.fetch_add(1, std::memory_order_relaxed);
  Launch launch;
  try {
    launch.error = start_os_thread(&WorkerPool::work, &worker, stack_size, launch.native_id);
  } catch (const std::bad_alloc&) {
    launch.error = ENOMEM;
  }
  if (launch.error != 0) {
    worker.job = nullptr;
    worker.state.store(Worker::State::Gone, std::memory_order_relaxed);
    thread_count_.fetch_sub(1, std::memory_order_relaxed);
    workers_.release(worker);
  }
  return launch;
}

void WorkerPool::work(void* memory) {
  Worker& worker = *static_cast<Worker*>(memory);
  WorkerPool& pool = process();
  Parker& parker = this_thread_parker();
  worker.parker.store(&parker, std::memory_order_relaxed);
  worker.native_id.store(thread_native_id(), std::memory_order_relaxed);
  for (;;) {
    // Moved out first, so that what the job holds is let go before the worker counts as idle.
    std::exchange(worker.job, nullptr)();
    // The count goes up first: it may promise too many for a moment, never wrap below zero.
    pool.idle_count_.fetch_add(1, std::memory_order_relaxed);
    // Release: the parker, the native id and the empty job are in place for whoever takes it.
    worker.state.store(Worker::State::Idle, std::memory_order_release);
    const IdlePolicy policy = idle_worker_policy();
    const Deadline deadline = Deadline::after(policy.lifetime);
    bool time_over = false;
    while (worker.state.load(std::memory_order_acquire) != Worker::State::Busy) {
      const bool superfluous = time_over && pool.idle_count() > policy.kept;
      if (superfluous && pool.retire(worker)) return;
      time_over = !parker.park(time_over ? Deadline::never() : deadline);
    }
  }
}

// Ends an idle worker unless a run() was quicker; then its job is about to arrive.
bool WorkerPool::retire(Worker& worker) noexcept {
  auto seen = Worker::State::Idle;
  if (!worker.state.compare_exchange_strong(seen, Worker::State::Gone, std::memory_order_relaxed)) {
    return false;
  }
  idle_count_.fetch_sub(1, std::memory_order_relaxed);
  thread_count_.fetch_sub(1, std::memory_order_relaxed);
  workers_.release(worker);
  return true;
}

}  // namespace threadbook::runtime
