#include "ui/card/exploration.h"

#include <algorithm>
#include <atomic>
#include <optional>
#include <utility>

#include "runtime/clock.h"
#include "runtime/errors.h"
#include "runtime/small_mutex.h"
#include "runtime/worker_pool.h"

namespace threadbook::ui {
namespace {

constexpr runtime::Nanoseconds kTellEvery = 50'000'000;

// What the page shows of it.
explore::Verdict excerpt_of(const explore::Verdict& verdict) {
  explore::Verdict excerpt;
  excerpt.is_complete = verdict.is_complete;
  excerpt.traces = verdict.traces;
  excerpt.blocked = verdict.blocked;
  excerpt.executions = verdict.executions;
  excerpt.seconds = verdict.seconds;
  const std::size_t most = std::min(verdict.outcomes.size(), Exploration::kMostOutcomes);
  excerpt.outcomes.assign(verdict.outcomes.begin(), verdict.outcomes.begin() + static_cast<std::ptrdiff_t>(most));
  excerpt.races = verdict.races;
  excerpt.threads = verdict.threads;
  return excerpt;
}

}  // namespace

struct Exploration::Shared {
  Shared(std::string source, const explore::ExploreOptions& options) : explorer(source, options) {}

  void search() {
    runtime::Nanoseconds told = 0;
    const explore::Verdict& verdict = explorer.explore([&](const explore::Verdict& so_far) {
      const runtime::Nanoseconds now = runtime::monotonic_now();
      if (now - told < kTellEvery) return;
      told = now;
      tell(excerpt_of(so_far));
    });
    tell(excerpt_of(verdict));
    is_finished.store(true, std::memory_order_release);
  }

  void tell(explore::Verdict excerpt) {
    runtime::Guard guard(mutex);
    news = std::move(excerpt);
  }

  explore::Explorer explorer;
  std::atomic<bool> is_finished{false};
  runtime::SmallMutex mutex;
  std::optional<explore::Verdict> news GUARDED_BY(mutex);
};

Exploration::Exploration(std::string source, explore::ExploreOptions options)
    : options_(std::move(options)), shared_(std::make_shared<Shared>(std::move(source), options_)) {
  const runtime::Launch launch = runtime::WorkerPool::process().run([shared = shared_] { shared->search(); });
  if (launch.error != 0) throw runtime::RuntimeError(runtime::messages::kCannotStart);
}

Exploration::~Exploration() { shared_->explorer.stop(); }

void Exploration::stop() noexcept {
  was_stopped_ = !is_finished_;
  shared_->explorer.stop();
}

bool Exploration::poll() {
  if (is_finished_) return false;
  const bool is_over = shared_->is_finished.load(std::memory_order_acquire);  // asked first: its last news are there
  if (!shared_->mutex.try_lock()) return false;
  std::optional<explore::Verdict> news = std::exchange(shared_->news, std::nullopt);
  shared_->mutex.unlock();
  if (news) verdict_ = std::move(*news);
  is_finished_ = is_over;
  return news.has_value() || is_over;
}

}  // namespace threadbook::ui
