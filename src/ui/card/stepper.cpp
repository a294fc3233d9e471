#include "ui/card/stepper.h"

#include <optional>
#include <utility>

#include "explore/wire/wire.h"

namespace threadbook::ui {

using explore::StepCommand;
using explore::StepsView;

Stepper::Stepper(std::string source, Host& host) : source_(std::move(source)), host_(host) { begin(); }

void Stepper::begin() {
  link_ = std::make_unique<ExplorerLink>(host_);
  told_ = 0;
  link_->ask({.kind = ExplorerRequest::Kind::Step, .source = source_});
}

void Stepper::send(const StepCommand& command) {
  ++told_;
  link_->ask({.kind = ExplorerRequest::Kind::Tell, .command = to_bytes(command)});
}

void Stepper::tell(StepCommand command) {
  if (view_->is_busy && !link_->is_done()) {
    begin();
    if (!stops_.empty()) send({.kind = StepCommand::Kind::StopAt, .lines = stops_});
    if (!view_->schedule.empty()) send({.kind = StepCommand::Kind::OpenSchedule, .text = view_->schedule});
    ignored_ = told_;
  }
  if (command.kind == StepCommand::Kind::StopAt) stops_ = command.lines;
  if (command.kind != StepCommand::Kind::Pause) send(command);
}

bool Stepper::is_busy() const { return !view_->is_ready || view_->is_busy || !link_->is_done() || !problem().empty(); }

bool Stepper::poll() {
  const std::optional<std::string> news = link_->take();
  if (!news) return false;
  auto view = std::make_shared<StepsView>();
  if (!from_bytes(*news, *view) || view->obeyed < ignored_) return false;
  if (!view->is_busy) ignored_ = 0;
  view_ = std::move(view);
  return true;
}

}  // namespace threadbook::ui
