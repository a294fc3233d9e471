#include "explore/explorer.h"

#include <algorithm>
#include <numeric>
#include <optional>
#include <tuple>
#include <utility>

#include "explore/executor/random_scheduler.h"
#include "explore/schedule.h"
#include "explore/search/search.h"
#include "explore/telling/account.h"
#include "python/objects/str.h"
#include "runtime/clock.h"

namespace threadbook::explore {

namespace {

// So many orders one searches alone: most programs for learners have no more, and a run takes a while to begin.
constexpr std::uint64_t kAlone = 200;

}  // namespace

Explorer::Explorer(std::string_view source, ExploreOptions options)
    : source_(source),
      options_(std::move(options)),
      tally_(source_, options_, names_),
      tree_(std::max(options_.jobs, 1u)),
      runs_(tree_.most_searchers()),
      running_(tree_.most_searchers()) {}
Explorer::~Explorer() = default;

void Explorer::stop() noexcept {
  stops_.store(true);
  halt();
}

// All executions end where they are.
void Explorer::halt() noexcept {
  tree_.stop();
  for (const std::atomic<python::Run*>& each : running_) {
    if (python::Run* run = each.load()) run->stop();
  }
}

bool Explorer::is_enough() const {
  if (options_.bound != 0 && verdict_.traces >= options_.bound) return true;
  if (options_.first && verdict_.has_finding()) return true;
  return options_.seconds > 0 && static_cast<double>(runtime::monotonic_now() - began_) / 1e9 >= options_.seconds;
}

// Between the executions of one run and what is known of them all.
class Explorer::Session : public Scheduler {
 public:
  explicit Session(Explorer& explorer) : explorer_(explorer) {}
  virtual ~Session() = default;

  // An execution is to begin.
  virtual void begin() = 0;
  bool again(int status, std::string&& out, std::string&& err) final {
    if (!count({End::Finished, status, std::move(out), std::move(err)}) || explorer_.tree_.is_stopped()) return false;
    contention.begin();
    begin();
    return true;
  }

  Contention contention;

 protected:
  // An execution has come to this. Is there to be another one? Blocks where others have to say.
  virtual bool count(Execution&& execution) = 0;
  // All is as if there had been none.
  void forget() REQUIRES(explorer_.mutex_) {
    Verdict& verdict = explorer_.verdict_;
    verdict.outcomes.clear();
    verdict.races.clear();
    verdict.traces = verdict.blocked = 0;
    ++verdict.begun_anew;
    explorer_.is_any_cut_ = false;
    if (explorer_.options_.listener != nullptr) explorer_.options_.listener->forgotten();
  }
  // False: it has been enough.
  bool tell() REQUIRES(explorer_.mutex_) {
    if (explorer_.progress_) explorer_.progress_(explorer_.verdict_);
    if (!explorer_.is_enough()) return true;
    explorer_.halt();
    return false;
  }

  Explorer& explorer_;
};

// All orders, or as many of them as others leave.
class Explorer::Searcher final : public Session {
 public:
  // `helps`: others have begun; the first execution only shows whether this run has come to the same as theirs.
  Searcher(Explorer& explorer, bool helps) : Session(explorer), search_(&explorer.tree_), is_first_(helps) {}

  std::size_t next(std::span<const Candidate> ready) override {
    if (is_first_) return kNobody;
    races_.begin_step();
    return search_.next(ready);
  }
  void done(Step&& step, std::span<const ThreadNumber> woken) override {
    races_.done(step, steps_++, woken, met_);
    search_.done(std::move(step), woken);
  }
  void ended(End end, std::span<const Step> pending) override { search_.ended(end, pending); }
  void started(ThreadNumber parent, ThreadNumber child) override {
    races_.started(parent, child);
    search_.started(parent, child);
  }
  void set_out(std::uint64_t fingerprint) override {
    runtime::Guard guard(explorer_.mutex_);
    if (!explorer_.fingerprint_) explorer_.fingerprint_ = fingerprint;
    is_same_ = explorer_.fingerprint_ == fingerprint;
  }
  void begin() override {
    search_.begin();
    races_.begin();
    met_.clear();
    steps_ = 0;
  }

 protected:
  bool count(Execution&& execution) override {
    if (is_first_) {
      is_first_ = false;
      if (!is_same_) return false;
      explorer_.tree_.join();
      return take();
    }
    if (explorer_.tree_.is_stopped()) return false;
    const bool is_counted = !search_.was_blocked() && search_.end() != End::Stopped;
    std::optional<Tried> tried;
    if (is_counted) {
      tried.emplace(search_.steps(), search_.pending(), search_.straightened([&](ThreadNumber a, ThreadNumber b) {
        return explorer_.names_.name_of(a) < explorer_.names_.name_of(b);
      }),
                    explorer_.names_);
    }
    bool is_outdated = false, is_time_for_help = false;
    {
      runtime::Guard guard(explorer_.mutex_);
      if (explorer_.tree_.is_stopped()) return false;
      Verdict& verdict = explorer_.verdict_;
      ++verdict.executions;
      if (explorer_.learn(contention.learnt())) {
        forget();
        search_.begin_anew();
        adopt();
        return tell();
      }
      is_outdated = search_.is_outdated();
      if (!is_outdated) {
        if (!is_counted && !search_.was_blocked()) {  // there was no time for more of it
          explorer_.halt();
          return false;
        }
        if (is_counted) {
          execution.end = search_.end();
          explorer_.tally_.add(verdict, std::move(execution), *tried);
          if (explorer_.options_.listener != nullptr) explorer_.options_.listener->counted(search_.steps());
          for (const Races::Race& race : met_) explorer_.tally_.add(verdict, race, *tried);
        }
        ++(is_counted ? verdict.traces : verdict.blocked);
        explorer_.is_any_cut_ |= search_.end() == End::Limit || search_.was_lost();
        if (!tell()) return false;
        is_time_for_help = verdict.traces == kAlone;
      }
    }
    if (is_time_for_help) explorer_.call_help();
    return (!is_outdated && search_.prepare_next()) || take();
  }

 private:
  bool take() {
    const bool is_more = search_.take();
    runtime::Guard guard(explorer_.mutex_);
    adopt();
    if (!is_more && !explorer_.tree_.is_stopped()) explorer_.verdict_.is_complete = !explorer_.is_any_cut_;
    return is_more;
  }
  void adopt() REQUIRES(explorer_.mutex_) {
    contention.adopt(explorer_.contended_);
    if (explorer_.verdict_.begun_anew >= Contention::kMostBeginnings) contention.give_up();
  }

  Search search_;
  Races races_;
  std::vector<Races::Race> met_;  // in this execution
  std::size_t steps_ = 0;
  bool is_first_, is_same_ = false;
};

// By chance.
class Explorer::Walker final : public Session {
 public:
  using Session::Session;
  std::size_t next(std::span<const Candidate> ready) override {
    kept_.begin_step();
    return pct_ ? pct_->next(ready) : walk_->next(ready);
  }
  void done(Step&& step, std::span<const ThreadNumber> woken) override { kept_.done(std::move(step), woken); }
  void started(ThreadNumber parent, ThreadNumber child) override { kept_.started(parent, child); }
  void ended(End end, std::span<const Step> pending) override { kept_.ended(end, pending); }
  void begin() override {
    const std::uint64_t seed = explorer_.options_.seed + walks_;
    longest_ = std::max(longest_, kept_.steps.size());
    walk_.emplace(seed);
    if (explorer_.options_.pct != 0) pct_.emplace(seed, explorer_.options_.pct, longest_);
    kept_.begin();
  }

 protected:
  bool count(Execution&& execution) override {
    runtime::Guard guard(explorer_.mutex_);
    if (explorer_.tree_.is_stopped()) return false;
    Verdict& verdict = explorer_.verdict_;
    ++verdict.executions;
    if (contention.has_learnt()) {  // its steps were too coarse to tell how it came
      forget();
      walks_ = 0;
      return tell();
    }
    execution.end = kept_.end;
    const Tried tried(kept_.steps, kept_.pending, explorer_.names_);
    explorer_.tally_.add(verdict, std::move(execution), tried);
    for (const Races::Race& race : kept_.met) explorer_.tally_.add(verdict, race, tried);
    walks_ = ++verdict.traces;
    return tell() && walks_ < explorer_.options_.random;
  }

 private:
  std::optional<RandomWalk> walk_;
  std::optional<Pct> pct_;
  std::size_t longest_ = 0;  // steps of an execution
  Kept kept_;
  std::uint64_t walks_ = 0;
};

// True if any of it was not known before.
bool Explorer::learn(const std::vector<std::uint64_t>& keys) {
  const std::size_t before = contended_.size();
  for (std::uint64_t key : keys) {
    if (std::find(contended_.begin(), contended_.end(), key) == contended_.end()) contended_.push_back(key);
  }
  return contended_.size() != before;
}

void Explorer::start(std::unique_ptr<Session> session) {
  DeterministicOptions options = options_of_search(options_, session->contention, names_);
  // By chance nothing is gained by cutting one short.
  if (options_.random != 0) options.most_steps *= 100;
  if (options_.seconds > 0) options.end = began_ + static_cast<runtime::Nanoseconds>(options_.seconds * 1e9);
  session->contention.begin();
  session->begin();
  // In its place before the run begins, which may call for help, or be over when that answers.
  const std::size_t place = sessions_.size();
  Session& its_session = *sessions_.emplace_back(std::move(session));
  runs_[place] = python::Run::start(source_, driven_by(its_session, options_.run, options));
  running_[place].store(runs_[place].get());
  if (tree_.is_stopped()) runs_[place]->stop();
}

// Where the host has nothing for another one, there are fewer.
void Explorer::call_help() {
  try {
    while (sessions_.size() < tree_.most_searchers()) start(std::make_unique<Searcher>(*this, true));
  } catch (const std::exception&) {
  }
}

Verdict Explorer::explore(const std::function<void(const Verdict&)>& progress) {
  began_ = runtime::monotonic_now();
  progress_ = progress;
  if (options_.random != 0) {
    start(std::make_unique<Walker>(*this));
  } else {
    start(std::make_unique<Searcher>(*this, false));
  }
  for (const std::unique_ptr<python::Run>& run : runs_) {
    if (run != nullptr) run->wait();
  }
  for (std::atomic<python::Run*>& each : running_) each.store(nullptr);
  mutex_.assume_held();  // nobody else is left
  verdict_.sort();
  verdict_.seconds = static_cast<double>(runtime::monotonic_now() - began_) / 1e9;
  if (options_.in_full) tell_in_full(verdict_, source_, options_, stops_);
  return verdict_;
}

}  // namespace threadbook::explore
