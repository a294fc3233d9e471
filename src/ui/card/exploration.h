// A search for all orders of a program's threads, going on beside the page, in a worker of its own (web/explorer),
// which is asked how far it is and never waited for.
//
// Thread safety: none; the main thread only, and nothing blocks.
#pragma once

#include <memory>
#include <string>

#include "explore/verdict.h"
#include "ui/surface/explorer_link.h"

namespace threadbook::ui {

class Exploration {
 public:
  Exploration(std::string source, explore::ExploreOptions options, Host& host);

  // It ends at once, with what is known by then, which is told in full soon.
  void stop();
  bool finished() const { return is_finished_; }
  bool was_stopped() const { return was_stopped_; }
  // Why there is no search, or no more of it; empty: there is.
  const std::string& problem() const { return link_->problem(); }

  // Looks how far it is. True if verdict() or finished() has changed.
  bool poll();
  // The known outcomes and races; of very many outcomes only some, while `traces` counts all orders.
  const explore::Verdict& verdict() const { return verdict_; }
  const explore::ExploreOptions& options() const { return options_; }
  // What it is at or has come to, in a few words.
  std::string heading() const;

 private:
  const std::string source_;
  const explore::ExploreOptions options_;
  Host& host_;
  std::unique_ptr<ExplorerLink> link_;
  explore::Verdict verdict_;
  bool is_finished_ = false;
  bool was_stopped_ = false;
};

}  // namespace threadbook::ui
