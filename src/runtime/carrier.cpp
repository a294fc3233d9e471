#include "runtime/carrier.h"

#include "runtime/thread.h"
#include "runtime/worker_pool.h"

namespace threadbook::runtime {
namespace {

class Workers final : public Carrier {
 public:
  Launch launch(std::shared_ptr<Thread> thread, std::size_t stack_size) override {
    return WorkerPool::process().run([thread = std::move(thread)] { live(*thread); }, stack_size);
  }
};

}  // namespace

Carrier& Carrier::workers() {
  static auto& workers = *new Workers;
  return workers;
}

}  // namespace threadbook::runtime
