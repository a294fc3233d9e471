// Exploring a program: running it in order after order.
#pragma once

#include <atomic>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "explore/executor/deterministic_executor.h"
#include "explore/executor/scheduler.h"
#include "explore/executor/thread_names.h"
#include "explore/search/executions.h"
#include "explore/search/search_tree.h"
#include "explore/verdict.h"
#include "python/run.h"
#include "runtime/small_mutex.h"

namespace threadbook::explore {

// What comes of it does not depend on how many search, if the search is complete.
//
// Thread safety: one thread calls; stop() from any, also a signal handler.
class Explorer {
 public:
  Explorer(std::string_view source, ExploreOptions options);
  ~Explorer();

  // Tries orders until there is no more to try, or it has been enough. `progress` is called after every execution, by
  // one thread at a time. Blocks.
  Verdict explore(const std::function<void(const Verdict&)>& progress = {});
  // Ends explore() soon, with what is known by then.
  void stop() noexcept;

 private:
  class Session;
  class Searcher;
  class Walker;

  bool is_enough() const REQUIRES(mutex_);
  bool learn(const std::vector<std::uint64_t>& keys) REQUIRES(mutex_);
  void start(std::unique_ptr<Session> session);
  void call_help();
  void halt() noexcept;

  const std::string source_;
  const ExploreOptions options_;
  ThreadNames names_;
  const Tally tally_;
  SearchTree tree_;
  std::int64_t began_ = 0;
  std::function<void(const Verdict&)> progress_;
  std::atomic<bool> stops_{false};

  // One a job; those from the second on begin when it has turned out that there is enough to do. The first one's OS
  // thread's, and whoever has waited for it.
  std::vector<std::unique_ptr<Session>> sessions_;
  std::vector<std::unique_ptr<python::Run>> runs_;
  std::vector<std::atomic<python::Run*>> running_;  // the same, for stop()

  runtime::SmallMutex mutex_;
  Verdict verdict_ GUARDED_BY(mutex_);
  std::vector<std::uint64_t> contended_ GUARDED_BY(mutex_);  // what all have learnt
  bool is_any_cut_ GUARDED_BY(mutex_) = false;               // an execution was too long, or another than it was
  std::optional<std::uint64_t> fingerprint_ GUARDED_BY(mutex_);
};

}  // namespace threadbook::explore
