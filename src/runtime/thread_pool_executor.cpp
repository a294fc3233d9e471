#include "runtime/thread_pool_executor.h"

#include <algorithm>
#include <atomic>
#include <mutex>

#include "runtime/mutex.h"
#include "runtime/platform.h"
#include "runtime/registry.h"
#include "runtime/semaphore.h"
#include "runtime/thread.h"

namespace threadbook::runtime {
namespace {

std::string prefix_or_number(std::string prefix) {
  static std::atomic<std::uint64_t> executors{0};
  if (!prefix.empty()) return prefix;
  return "ThreadPoolExecutor-" + std::to_string(executors.fetch_add(1));
}

std::int64_t default_max_workers() { return std::min<std::int64_t>(32, static_cast<std::int64_t>(cpu_count()) + 4); }

void report_current_exception() {
  const ThreadPtr self = current_thread();
  self->registry()->report_exception({std::current_exception(), self});
}

}  // namespace

// Thread safety: every function from every thread.
//
// Invariants:
// 1. A null in the queue tells a thread to end if the pool was shut down; that thread puts it back
//    for the next one, so one is enough for all.
// 2. idle_ counts the threads that wait for work and that no submit() has counted on yet.
class ThreadPoolExecutor::Core final : public std::enable_shared_from_this<Core> {
 public:
  explicit Core(ThreadPoolOptions options)
      : max_workers_(options.max_workers.value_or(default_max_workers())),
        prefix_(prefix_or_number(std::move(options.thread_name_prefix))),
        initializer_(std::move(options.initializer)),
        registry_(current_thread()->registry()) {
    if (max_workers_ <= 0) throw ValueError(messages::kNoWorkers);
  }

  const std::shared_ptr<Registry>& registry() const noexcept { return registry_; }

  void add(std::unique_ptr<Work> work) {
    Guard guard(guard_);
    if (broken_) throw BrokenThreadPool(messages::kInitializerFailed);
    if (shut_down_) throw RuntimeError(messages::kSubmitAfterShutdown);
    if (program_ends_) throw RuntimeError(messages::kSubmitAtExit);
    queue_.put(std::move(work));
    if (idle_.try_acquire()) return;
    const auto count = static_cast<std::int64_t>(threads_.size());
    if (count >= max_workers_) return;
    const ThreadPtr thread = Thread::create({.target = [core = shared_from_this()] { core->work(); },
                                             .name = prefix_ + "_" + std::to_string(count),
                                             .registry = registry_});
    thread->start();
    threads_.push_back(thread);
  }

  // No more work; what there is will be done. `program_ends`: because its program comes to an end.
  void close(bool program_ends) {
    {
      Guard guard(guard_);
      (program_ends ? program_ends_ : shut_down_) = true;
    }
    queue_.put(nullptr);
  }

  void cancel_queued() {
    for (auto work = take_queued(); work; work = take_queued()) work->cancel();
    queue_.put(nullptr);  // it may have been among those taken
  }

  // Those started so far; after close() there will be no more.
  std::vector<ThreadPtr> threads() const {
    Guard guard(guard_);
    return threads_;
  }

 private:
  // What each thread does.
  void work() {
    if (initializer_ && !initialize()) return;
    try {
      for (;;) {
        std::optional<std::unique_ptr<Work>> taken;
        if (queue_.try_get(taken) != QueueResult::Done) {
          idle_.release();
          taken = queue_.get();
        }
        if (*taken) {
          (*taken)->run();
        } else if (is_closed()) {
          queue_.put(nullptr);
          return;
        }
      }
    } catch (const ThreadStopped&) {
      // All threads of the program are told to stop: nobody will do what is left.
      cancel_queued();
      throw;
    }
  }

  bool initialize() {
    try {
      initializer_();
      return true;
    } catch (const ThreadStopped&) {
      cancel_queued();
      throw;
    } catch (...) {
      report_current_exception();
    }
    {
      Guard guard(guard_);
      broken_ = true;
    }
    const auto error = std::make_exception_ptr(BrokenThreadPool(messages::kInitializerFailed));
    for (auto work = take_queued(); work; work = take_queued()) work->fail(error);
    return false;
  }

  // The next piece of work, null if there is none. Drops the null that ends threads.
  std::unique_ptr<Work> take_queued() {
    std::optional<std::unique_ptr<Work>> taken;
    while (queue_.try_get(taken) == QueueResult::Done) {
      if (*taken) return std::move(*taken);
    }
    return nullptr;
  }

  bool is_closed() const {
    Guard guard(guard_);
    return shut_down_ || program_ends_;
  }

  const std::int64_t max_workers_;
  const std::string prefix_;
  const std::function<void()> initializer_;
  const std::shared_ptr<Registry> registry_;
  SimpleQueue<std::unique_ptr<Work>> queue_;
  Semaphore idle_{0};

  // Held while a thread is made, so that shutdown() misses none; not while anything is waited for.
  mutable Mutex guard_;
  std::vector<ThreadPtr> threads_ GUARDED_BY(guard_);
  bool shut_down_ GUARDED_BY(guard_) = false;
  bool program_ends_ GUARDED_BY(guard_) = false;
  bool broken_ GUARDED_BY(guard_) = false;
};

ThreadPoolExecutor::ThreadPoolExecutor(ThreadPoolOptions options) : core_(std::make_shared<Core>(std::move(options))) {
  at_shutdown_ = core_->registry()->at_shutdown([core = std::weak_ptr(core_)] {
    if (const auto alive = core.lock()) alive->close(true);
  });
}

ThreadPoolExecutor::~ThreadPoolExecutor() {
  core_->registry()->forget_at_shutdown(at_shutdown_);
  core_->close(false);
  for (const ThreadPtr& thread : core_->threads()) {
    (void)wait_uncancellable(thread->finished(), Deadline::never());
  }
}

void ThreadPoolExecutor::add(std::unique_ptr<Work> work) { core_->add(std::move(work)); }

void ThreadPoolExecutor::shutdown(bool wait, bool cancel_futures) {
  core_->close(false);
  if (cancel_futures) core_->cancel_queued();
  if (!wait) return;
  for (const ThreadPtr& thread : core_->threads()) thread->join();
}

}  // namespace threadbook::runtime
