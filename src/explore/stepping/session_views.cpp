// What is told of where a program stands that is stepped through.
#include <algorithm>

#include "explore/stepping/session.h"

namespace threadbook::explore {

namespace {

constexpr std::size_t kMostTold = 100'000;  // steps that a schedule tells

}  // namespace

std::uint32_t line_of(const Step& step) {
  if (step.touches.empty() || step.touches.front().is_primitive || step.touches.front().object == kOutput) {
    return step.line;
  }
  const std::uint32_t line = step.touches.front().place.line;
  return line != 0 ? line : step.line;
}

std::vector<StepsView::Thread> Stepping::Session::names_of_threads() const {
  std::vector<StepsView::Thread> all(std::min(threads_.size(), StepsView::kMostThreads));
  for (std::size_t i = 0; i < all.size(); ++i) {
    all[i].letter = letter_of(static_cast<ThreadNumber>(i));
    all[i].name = threads_[i].name;
  }
  return all;
}

std::vector<StepsView::Thread> Stepping::Session::picture_of_threads() {
  std::vector<StepsView::Thread> all = names_of_threads();
  for (std::size_t i = 0; i < all.size(); ++i) {
    if (i == 0 || threads_[i].has_ended) all[i].state = StepsView::State::Ended;
  }
  for (const DeterministicExecutor::Standing& each : executor_->standings()) {
    if (each.thread >= all.size()) continue;
    StepsView::Thread& thread = all[each.thread];
    thread.state = each.can_go_on ? StepsView::State::CanGoOn : StepsView::State::MustWait;
    thread.line = line_of(each.next);
    for (const Touched& touched : each.next.touches) {
      const std::string words = words_->words_of(each.state, touched, false);
      if (words.empty() || thread.next.find(words) != std::string::npos) continue;
      thread.next += (thread.next.empty() ? "" : ", ") + words;
      if (each.can_go_on || !touched.is_primitive) continue;
      const std::uint32_t thing = words_->thing_of(each.state, touched);
      if (thing != StepWords::kNone) thread.why = words_->value_of(thing);
    }
    if (thread.next.empty())
      thread.next = each.next.ends || each.state.frame == nullptr ? "ends"
                    : each.can_go_on                              ? "goes on"
                                     : std::string(python::activity_words(each.state.wait.activity));
    if (each.next.awaits) thread.why = "looks again when something has changed";
  }
  return all;
}

void Stepping::Session::picture(StepsView& view) {
  view.obeyed = obeyed_;
  view.next = next_;
  view.is_ready = true;
  view.at = at_;
  view.count = ends_.empty() ? 0 : ends_.size() - 1;
  if (!view.is_busy) view.end = end_;
  view.threads = view.is_busy ? names_of_threads() : threads_here_;
  table_.show(view, at_);
  for (const Found& each : results_) view.results.push_back({each.end, each.out, each.err, false});
  if (here_ && view.end) view.results[*here_].is_here = true;
  view.step_lines = step_lines_;
  view.has_other = !other_.empty();
  if (at_ <= kMostTold) view.schedule = to_text({hash_, false, false, turns_to(at_, standing_)});
}

void Stepping::Session::post(bool is_busy) {
  told_ = runtime::monotonic_now();
  auto view = std::make_shared<StepsView>();
  view->is_busy = is_busy;
  picture(*view);
  if (listener_) listener_(*view);
  runtime::Guard guard(mutex_);
  view_ = std::move(view);
}

}  // namespace threadbook::explore
