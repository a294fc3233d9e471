#include "explore/telling/trials.h"

#include <optional>

#include "explore/executor/deterministic_executor.h"
#include "python/run.h"
namespace threadbook::explore {

namespace {

constexpr std::size_t kMostSteps = 100'000;              // of one trial
constexpr std::size_t kMostMomentsOfTrial = 10'000'000;  // likewise, safe points

class Trier final : public Scheduler {
 public:
  Trier(const std::vector<std::vector<Turn>>& orders, const ThreadNames& names, std::size_t most_steps)
      : orders_(orders), names_(names), left_(most_steps) {
    begin();
  }

  std::size_t next(std::span<const Candidate> ready) override {
    if (left_ == 0) return kNobody;
    --left_;
    const std::size_t chosen = replay_->next(ready);
    Trial::Step step{ready[chosen].thread, ready[chosen].position, 0};
    if (!trial_.steps.empty() && trial_.steps.back().thread != step.thread) {
      for (const Candidate& each : ready) step.is_preempting |= each.thread == trial_.steps.back().thread;
    }
    trial_.steps.push_back(step);
    return chosen;
  }
  void done(Step&& step, std::span<const ThreadNumber>) override { trial_.steps.back().line = step.line; }
  void ended(End end, std::span<const Step> pending) override {
    trial_.execution.end = end;
    is_cut_ = end == End::Stopped;
    for (const Step& step : pending) trial_.pending.push_back({step.thread, step.position, step.line});
  }
  bool again(int status, std::string&& out, std::string&& err) override {
    if (is_cut_) return false;
    trial_.execution = {trial_.execution.end, status, std::move(out), std::move(err)};
    trials.push_back(std::move(trial_));
    if (trials.size() == orders_.size()) return false;
    begin();
    return true;
  }

  std::vector<Trial> trials;

 private:
  void begin() {
    trial_ = {};
    replay_.emplace(orders_[trials.size()], names_);
  }

  const std::vector<std::vector<Turn>>& orders_;
  const ThreadNames& names_;
  std::size_t left_;
  std::optional<Replay> replay_;
  Trial trial_;
  bool is_cut_ = false;  // there was no more time for it
};

}  // namespace

std::size_t Trial::switches() const {
  std::size_t count = 0;
  for (std::size_t i = 1; i < steps.size(); ++i) count += steps[i].thread != steps[i - 1].thread;
  return count;
}

std::vector<Turn> Trial::turns(const ThreadNames& names) const {
  const auto as_steps = [](const std::vector<Step>& all) {
    std::vector<explore::Step> list(all.size());
    for (std::size_t i = 0; i < all.size(); ++i) {
      list[i].thread = all[i].thread;
      list[i].position = all[i].position;
    }
    return list;
  };
  return turns_of(as_steps(steps), as_steps(pending), names);
}

std::vector<Trial> try_orders(std::string_view source, const ExploreOptions& options,
                              const std::vector<std::vector<Turn>>& orders, ThreadNames& names,
                              const std::atomic<bool>& stops, std::size_t most_steps) {
  if (orders.empty()) return {};
  Trier trier(orders, names, most_steps);
  DeterministicOptions deterministic;
  deterministic.seed = options.seed;
  deterministic.granularity = Granularity::Shared;  // the places of schedules are where the GIL could change hands
  deterministic.keeps_durations = options.keeps_durations;
  deterministic.ends_deadlocks = true;
  deterministic.most_steps = kMostSteps;
  deterministic.most_moments = kMostMomentsOfTrial;
  deterministic.stops = &stops;
  deterministic.names = &names;
  deterministic.may_run_again = true;
  python::Run::start(source, driven_by(trier, options.run, deterministic))->wait();
  return std::move(trier.trials);
}

}  // namespace threadbook::explore
