#include "ui/card/exploration.h"

#include <optional>
#include <utility>

#include "explore/telling/sentences.h"
#include "explore/wire/wire.h"

namespace threadbook::ui {

Exploration::Exploration(std::string source, explore::ExploreOptions options, Host& host)
    : source_(std::move(source)),
      options_(std::move(options)),
      host_(host),
      link_(std::make_unique<ExplorerLink>(host)) {
  link_->ask({.kind = ExplorerRequest::Kind::Search, .source = source_, .options = to_bytes(options_)});
}

// Nothing reaches a worker that is at it, so it is ended, and another one tells in full what it had found.
void Exploration::stop() {
  if (is_finished_ || was_stopped_) return;
  was_stopped_ = true;
  link_ = std::make_unique<ExplorerLink>(host_);
  link_->ask({.kind = ExplorerRequest::Kind::Finish,
              .source = source_,
              .options = to_bytes(options_),
              .verdict = to_bytes(verdict_)});
}

std::string Exploration::heading() const {
  if (!problem().empty()) return problem();
  return explore::heading_of(verdict_, options_, !is_finished_ && !was_stopped_);
}

bool Exploration::poll() {
  if (is_finished_) return false;
  const std::optional<std::string> news = link_->take();
  is_finished_ = link_->is_done();
  return (news && from_bytes(*news, verdict_)) || is_finished_;
}

}  // namespace threadbook::ui
