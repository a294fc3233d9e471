// WorkerPool: the process's OS threads, kept a while for the next job.
//
// A thread that ends leaves its OS thread parked here, and the next start() wakes it instead of
// making one. Natively that saves a third of the cost. In a page it changes what is possible:
// making a worker needs the main thread's event loop, waking a parked one is a single notify, from
// any thread, at any time. Idle native threads end after a second; in a page sixteen idle workers
// stay for good, and while programs use them more are made ahead: keep_ready().
//
// What it costs: an OS thread is not new, so C++ thread_local objects of user code outlive the job
// that made them, and a Thread's native_id may be one that an earlier Thread had. (Python's
// documentation allows that: identifiers may be recycled.)
#pragma once

#include <atomic>
#include <cstddef>
#include <cstdint>
#include <functional>

#include "runtime/carrier.h"
#include "runtime/parker.h"
#include "runtime/platform.h"
#include "runtime/slot_list.h"

namespace threadbook::runtime {

// Thread safety: every function from every thread. Nothing here takes a lock.
class WorkerPool {
 public:
  using Job = std::function<void()>;

  // The process's one pool. Never destroyed.
  static WorkerPool& process();

  // Runs `job` on an idle OS thread or a new one, with a stack of `stack_size` bytes (0: the
  // system's default). The job must not throw. Returns as soon as the job is handed over; blocks no
  // longer than the system takes to make a thread, and not at all in a page, where the worker may
  // come later. If `error` is set the job was dropped: EAGAIN also where limit() threads are at
  // work.
  Launch run(Job job, std::size_t stack_size = 0);

  // Makes threads, until `now` of them are idle or about to be; and from now on as many as it
  // takes whenever a job leaves fewer than `later`. Threads that cannot be made are not missed.
  void keep_ready(std::size_t now, std::size_t later);

  // How many threads the pool has at most; kNoThreadLimit if only the system limits them.
  [[nodiscard]] static std::size_t limit() noexcept { return most_os_threads(); }

  // How many of them Threads may have for their own (carrier.h). The others are kept for who must not be without.
  [[nodiscard]] static std::size_t limit_for_threads() noexcept { return limit() - os_threads_for_others(); }

  // How many OS threads are parked here, for tests and curious readers.
  [[nodiscard]] std::size_t idle_count() const noexcept;
  // How many OS threads the pool has now, idle, at work or on their way.
  [[nodiscard]] std::size_t thread_count() const noexcept;

 private:
  struct Worker;

  static void work(void* worker);
  Worker* take_idle(std::size_t stack_size) noexcept;
  Worker* take_coming(std::size_t stack_size) noexcept;
  Launch make(Job job, std::size_t stack_size);
  void make_ready(std::size_t count);
  void settle(Worker& worker, std::uint8_t from) noexcept;
  bool wait_for_job(Worker& worker, Parker& parker);
  bool retire(Worker& worker) noexcept;

  SlotList<Worker>& workers_;
  std::atomic<std::size_t> idle_count_{0};    // a hint that saves looking through the list
  std::atomic<std::size_t> coming_count_{0};  // likewise: on their way, without a job
  std::atomic<std::size_t> thread_count_{0};
  std::atomic<std::size_t> ready_{0};  // keep_ready's `later`

  WorkerPool();
};

}  // namespace threadbook::runtime
