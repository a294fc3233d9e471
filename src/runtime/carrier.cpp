#include "runtime/carrier.h"

#include <atomic>
#include <cerrno>

#include "runtime/thread.h"
#include "runtime/worker_pool.h"

namespace threadbook::runtime {
namespace {

class Workers final : public Carrier {
 public:
  Launch launch(std::shared_ptr<Thread> thread, std::size_t stack_size) override {
    if (alive_.fetch_add(1, std::memory_order_relaxed) >= WorkerPool::limit_for_threads()) {
      alive_.fetch_sub(1, std::memory_order_relaxed);
      return {.error = EAGAIN};
    }
    const Launch launch = WorkerPool::process().run(
        [this, thread = std::move(thread)] {
          live(*thread);
          alive_.fetch_sub(1, std::memory_order_relaxed);
        },
        stack_size);
    if (launch.error != 0) alive_.fetch_sub(1, std::memory_order_relaxed);
    return launch;
  }

 private:
  std::atomic<std::size_t> alive_{0};  // threads that have a worker
};

}  // namespace

Carrier& Carrier::workers() {
  static auto& workers = *new Workers;
  return workers;
}

}  // namespace threadbook::runtime
