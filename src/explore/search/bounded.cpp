#include "explore/search/bounded.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "explore/executor/deterministic_executor.h"
#include "explore/executor/random_scheduler.h"
#include "explore/schedule.h"
#include "explore/search/partial_order.h"
#include "runtime/clock.h"

namespace threadbook::explore {

// Executions of one run, one after the other.
class BoundedExplorer::Session : public Scheduler {
 public:
  Session(BoundedExplorer& explorer, const std::function<void(const Verdict&)>& progress, std::int64_t end)
      : end_of_time(end), explorer_(explorer), progress_(progress), verdict_before_(explorer.verdict_) {}
  virtual ~Session() = default;

  std::size_t next(std::span<const Candidate> ready) final {
    kept_.begin_step();
    return choose(ready);
  }
  void done(Step&& step, std::span<const ThreadNumber> woken) final { kept_.done(std::move(step), woken); }
  void started(ThreadNumber parent, ThreadNumber child) final { kept_.started(parent, child); }
  void ended(End end, std::span<const Step> pending) final { kept_.ended(end, pending); }
  bool again(int status, std::string&& out, std::string&& err) final {
    Verdict& verdict = explorer_.verdict_;
    if (explorer_.stops_.load() || kept_.end == End::Stopped) return false;
    ++verdict.executions;
    if (contention.has_learnt()) {
      // What has been done was done in steps that were too coarse.
      verdict = verdict_before_;
      for (const std::uint64_t hash : added_) explorer_.known_.erase(hash);
      added_.clear();
      kept_.forget();
      forget();
    } else {
      const PartialOrder order(kept_.steps);
      const Tried tried(kept_.steps, kept_.pending, explorer_.names_);
      if (explorer_.known_.insert(order.hash()).second) {
        added_.push_back(order.hash());
        explorer_.tally_.add(verdict, {kept_.end, status, std::move(out), std::move(err)}, tried);
        ++verdict.traces;
      }
      for (const Races::Race& race : kept_.met) explorer_.tally_.add(verdict, race, tried);
      if (progress_) progress_(verdict);
      if (!go_on(order) || explorer_.is_enough()) return false;
    }
    if (end_of_time != 0 && runtime::monotonic_now() >= end_of_time) return false;
    contention.begin();
    begin();
    return true;
  }
  void begin() {
    kept_.begin();
    begin_choosing();
  }

  Contention contention;
  const std::int64_t end_of_time;  // 0: never

 protected:
  virtual std::size_t choose(std::span<const Candidate> ready) = 0;
  virtual void begin_choosing() = 0;
  // All is to begin anew.
  virtual void forget() = 0;
  // Is there to be another execution after this one?
  virtual bool go_on(const PartialOrder& order) = 0;

  BoundedExplorer& explorer_;
  Kept kept_;

 private:
  const std::function<void(const Verdict&)>& progress_;
  const Verdict verdict_before_;
  std::vector<std::uint64_t> added_;  // to what is known
};

// Depth first, with so many preemptions; then the same with one more.
class BoundedExplorer::Preemptions final : public Session {
 public:
  Preemptions(BoundedExplorer& explorer, const std::function<void(const Verdict&)>& progress, std::uint64_t most,
              std::int64_t end)
      : Session(explorer, progress, end), most_(most) {}

 protected:
  std::size_t choose(std::span<const Candidate> ready) override {
    if (depth_ == choices_.size()) {
      Choice choice;
      const auto place_of_last = static_cast<std::size_t>(
          std::find_if(ready.begin(), ready.end(), [&](const Candidate& each) { return each.thread == last_; }) -
          ready.begin());
      const bool is_last_ready = place_of_last < ready.size();
      choice.taken = is_last_ready ? ready[place_of_last].thread : ready.front().thread;
      const bool may_switch = !is_last_ready || used_ < bound_;
      is_any_left_out_ |= !may_switch && ready.size() > 1;
      choice.preempts = is_last_ready;
      if (may_switch) {
        for (const Candidate& each : ready) {
          if (each.thread != choice.taken) choice.others.push_back(each.thread);
        }
      }
      choices_.push_back(std::move(choice));
    }
    const Choice& choice = choices_[depth_++];
    const auto chosen =
        std::find_if(ready.begin(), ready.end(), [&](const Candidate& each) { return each.thread == choice.taken; });
    if (chosen == ready.end()) return kNobody;  // it is another program than it was
    used_ += choice.preempts && choice.taken != last_;
    last_ = choice.taken;
    return static_cast<std::size_t>(chosen - ready.begin());
  }
  void begin_choosing() override {
    depth_ = 0;
    used_ = 0;
    last_ = 0;
  }
  void forget() override {
    choices_.clear();
    bound_ = 0;
    is_any_left_out_ = is_any_cut_ = false;
  }
  bool go_on(const PartialOrder&) override {
    is_any_cut_ |= kept_.end == End::Limit;
    while (!choices_.empty() && choices_.back().others.empty()) choices_.pop_back();
    if (!choices_.empty()) {
      Choice& choice = choices_.back();
      choice.taken = choice.others.back();
      choice.others.pop_back();
      return true;
    }
    Verdict& verdict = explorer_.verdict_;
    if (!is_any_cut_) verdict.preemptions = bound_;
    verdict.is_complete = !is_any_left_out_ && !is_any_cut_;
    if (!is_any_left_out_ || bound_ == most_) return false;
    ++bound_;
    is_any_left_out_ = false;
    return true;
  }

 private:
  struct Choice {
    ThreadNumber taken = 0;
    std::vector<ThreadNumber> others;  // that are still to be taken
    bool preempts = false;             // where it is another thread than before
  };
  const std::uint64_t most_;
  std::vector<Choice> choices_;
  std::size_t depth_ = 0;
  std::uint64_t bound_ = 0, used_ = 0;
  ThreadNumber last_ = 0;
  bool is_any_left_out_ = false;  // something would have taken one more preemption
  bool is_any_cut_ = false;       // an execution was too long
};

class BoundedExplorer::Draws final : public Session {
 public:
  Draws(BoundedExplorer& explorer, const std::function<void(const Verdict&)>& progress, std::uint64_t most,
        std::int64_t end)
      : Session(explorer, progress, end), most_(most), dice_(explorer.options_.seed) {}

 protected:
  std::size_t choose(std::span<const Candidate> ready) override {
    logarithm_ += std::log(static_cast<double>(ready.size()));
    return dice_.below(ready.size());
  }
  void begin_choosing() override { logarithm_ = 0; }
  void forget() override { logarithms_.clear(); }
  bool go_on(const PartialOrder& order) override {
    if (kept_.end != End::Limit) {
      logarithms_.push_back(logarithm_ - order.log_of_orders(dice_));
      explorer_.verdict_.log_of_estimate = log_of_mean(logarithms_);
    }
    return ++explorer_.verdict_.drawn < most_;
  }

 private:
  const std::uint64_t most_;
  Dice dice_;
  double logarithm_ = 0;
  std::vector<double> logarithms_;
};

void KnownTraces::counted(const std::vector<Step>& steps) { hashes.insert(PartialOrder(steps).hash()); }

BoundedExplorer::BoundedExplorer(std::string_view source, ExploreOptions options, Verdict& verdict, KnownTraces known)
    : source_(source),
      options_(std::move(options)),
      verdict_(verdict),
      known_(std::move(known.hashes)),
      tally_(source_, options_, names_) {}

void BoundedExplorer::stop() noexcept {
  stops_.store(true);
  if (python::Run* run = running_.load()) run->stop();
}

bool BoundedExplorer::is_enough() const {
  if (options_.bound != 0 && verdict_.traces >= options_.bound) return true;
  return options_.first && verdict_.has_finding();
}

void BoundedExplorer::run(Session& session) {
  DeterministicOptions options = options_of_search(options_, session.contention, names_);
  options.end = session.end_of_time;
  session.contention.begin();
  session.begin();
  const std::int64_t began = runtime::monotonic_now();
  python::Run& run = *runs_.emplace_back(python::Run::start(source_, driven_by(session, options_.run, options)));
  running_.store(&run);
  if (stops_.load()) run.stop();
  run.wait();
  running_.store(nullptr);
  verdict_.seconds += static_cast<double>(runtime::monotonic_now() - began) / 1e9;
}

void BoundedExplorer::try_preemptions(std::uint64_t most, std::int64_t end,
                                      const std::function<void(const Verdict&)>& progress) {
  Preemptions session(*this, progress, most, end);
  run(session);
}

void BoundedExplorer::draw(std::uint64_t most, std::int64_t end, const std::function<void(const Verdict&)>& progress) {
  Draws session(*this, progress, most, end);
  run(session);
}

}  // namespace threadbook::explore
