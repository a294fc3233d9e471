#include "explore/stepping/stepping.h"

#include <utility>

#include "explore/stepping/session.h"
#include "python/run.h"
#include "runtime/alone.h"

namespace threadbook::explore {

Stepping::Stepping(std::string_view source, python::RunOptions options, Listener listener)
    : session_(std::make_shared<Session>(source, std::move(listener))) {
  options.executor = [session = session_](python::Interpreter& interpreter) -> std::unique_ptr<python::Executor> {
    auto executor = std::make_unique<DeterministicExecutor>(interpreter, session, session->options());
    session->attach(*executor, interpreter);
    return executor;
  };
  run_ = python::Run::start(source, std::move(options));
}

Stepping::~Stepping() { session_->close(); }

void Stepping::tell(StepCommand command) {
  untold_.push_back(std::move(command));
  if (session_->tell(untold_)) untold_.clear();
  if (runtime::is_alone()) run_->go_on();
}

bool Stepping::poll() {
  if (!untold_.empty() && session_->tell(untold_)) untold_.clear();
  std::shared_ptr<const StepsView> view = session_->take_view();
  if (view == nullptr) return false;
  view_ = std::move(view);
  return true;
}

}  // namespace threadbook::explore
