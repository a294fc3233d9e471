// A search for all orders of a program's threads, going on beside the page: on a thread of its own, which is asked how
// far it is and never waited for.
//
// Thread safety: none; the main thread only, and nothing blocks.
#pragma once

#include <memory>
#include <string>

#include "explore/verdict.h"

namespace threadbook::ui {

class Exploration {
 public:
  // Throws runtime::RuntimeError or std::bad_alloc if the host has no thread or no memory to give.
  Exploration(std::string source, explore::ExploreOptions options);
  // Ends it, without waiting for its end.
  ~Exploration();
  Exploration(const Exploration&) = delete;
  Exploration& operator=(const Exploration&) = delete;

  // It ends soon, with what is known by then.
  void stop() noexcept;
  bool finished() const noexcept { return is_finished_; }
  bool was_stopped() const noexcept { return was_stopped_; }

  // Looks how far it is. True if verdict() has changed.
  bool poll();
  // The known outcomes and races, at most kMostOutcomes of the former; `traces` counts all orders.
  const explore::Verdict& verdict() const { return verdict_; }
  const explore::ExploreOptions& options() const { return options_; }

  static constexpr std::size_t kMostOutcomes = 200;

 private:
  struct Shared;

  const explore::ExploreOptions options_;
  const std::shared_ptr<Shared> shared_;  // with the thread that searches
  explore::Verdict verdict_;
  bool is_finished_ = false;
  bool was_stopped_ = false;
};

}  // namespace threadbook::ui
