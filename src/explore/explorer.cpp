#include "explore/explorer.h"

#include <algorithm>
#include <optional>

#include "explore/account.h"
#include "explore/random_scheduler.h"
#include "explore/schedule.h"
#include "explore/search.h"
#include "explore/sentences.h"
#include "python/objects/str.h"
#include "runtime/clock.h"

namespace threadbook::explore {

namespace {

// Of executions that end as `scheduler` says and otherwise by themselves. What it is told goes on to `inner`.
class Listener final : public Scheduler {
 public:
  explicit Listener(Scheduler& inner) : inner_(inner) {}
  std::size_t next(std::span<const Candidate> ready) override { return inner_.next(ready); }
  void done(Step&& step, std::span<const ThreadNumber> woken) override { inner_.done(std::move(step), woken); }
  void ended(End how, std::span<const Step> pending) override {
    end = how;
    inner_.ended(how, pending);
  }
  void started(ThreadNumber parent, ThreadNumber child) override { inner_.started(parent, child); }

  End end = End::Stopped;

 private:
  Scheduler& inner_;
};

// Safe points of one execution: a loop in which nothing happens passes so many in about a second.
constexpr std::size_t kMostMoments = 50'000'000;

// `scheduler` outlives the run.
python::RunOptions with_executor(python::RunOptions run, Scheduler& scheduler, const DeterministicOptions& options) {
  run.executor = [&scheduler, options](python::Interpreter& interpreter) -> std::unique_ptr<python::Executor> {
    const std::shared_ptr<Scheduler> not_owned(std::shared_ptr<void>(), &scheduler);
    return std::make_unique<DeterministicExecutor>(interpreter, not_owned, options);
  };
  return run;
}

Execution finish(python::Run& run, End end) {
  run.wait();
  Execution execution{end, run.status(), {}, {}};
  std::vector<python::OutputChunk> chunks;
  while (run.take_output(chunks)) {
  }
  for (const python::OutputChunk& chunk : chunks) {
    (chunk.stream == python::Stream::Out ? execution.out : execution.err) += chunk.text;
  }
  return execution;
}

std::size_t switches_in(const std::vector<Step>& steps) {
  std::size_t count = 0;
  for (std::size_t i = 1; i < steps.size(); ++i) count += steps[i].thread != steps[i - 1].thread;
  return count;
}

// "counter", ".balance"; empty where it has no name.
std::string name_of(const Place& place) {
  return place.name == nullptr ? "" : (place.is_attribute ? "." : "") + place.name->to_utf8();
}

StepNote note_of(const Step& step, const ThreadNames& names) {
  StepNote note{names.name_of(step.thread), step.line, {}};
  for (const Touched& touched : step.touches) {
    if (touched.place.line != 0 && note.line == 0) note.line = touched.place.line;
    const std::string words = touched.is_primitive ? "" : words_of(touched, name_of(touched.place));
    if (!words.empty() && note.words.find(words) == std::string::npos)
      note.words += (note.words.empty() ? "" : ", ") + words;
  }
  return note;
}

}  // namespace

bool Verdict::has_finding() const {
  return std::any_of(outcomes.begin(), outcomes.end(), [](const Outcome& outcome) { return outcome.is_finding(); }) ||
         std::any_of(races.begin(), races.end(), [](const RaceReport& race) { return !race.is_question; });
}

bool TestVerdict::has_finding() const {
  return verdict.has_finding() ||
         std::any_of(verdict.outcomes.begin(), verdict.outcomes.end(),
                     [](const Outcome& each) { return each.end == End::Finished && each.status != 0; });
}

Explorer::Explorer(std::string_view source, ExploreOptions options) : source_(source), options_(std::move(options)) {}
Explorer::~Explorer() = default;

void Explorer::stop() noexcept {
  stops_.store(true);
  if (python::Run* run = running_.load()) run->stop();
}

bool Explorer::is_enough() const {
  if (stops_.load()) return true;
  if (options_.bound != 0 && verdict_.traces >= options_.bound) return true;
  if (options_.first && verdict_.has_finding()) return true;
  return options_.seconds > 0 && static_cast<double>(runtime::monotonic_now() - began_) / 1e9 >= options_.seconds;
}

std::string Explorer::schedule_of(const std::vector<Step>& steps, const std::vector<Step>& pending) const {
  return to_text({hash_of_program(source_), options_.keeps_durations, options_.gil, turns_of(steps, pending, names_)});
}

void Explorer::add(const Execution& execution, const std::vector<Step>& steps, const std::vector<Step>& pending) {
  auto found = std::find_if(verdict_.outcomes.begin(), verdict_.outcomes.end(), [&](const Outcome& each) {
    return each.end == execution.end && each.status == execution.status && each.out == execution.out &&
           each.err == execution.err;
  });
  const std::size_t switches = switches_in(steps);
  if (found == verdict_.outcomes.end()) {
    Outcome outcome;
    outcome.end = execution.end;
    outcome.status = execution.status;
    outcome.out = execution.out;
    outcome.err = execution.err;
    verdict_.outcomes.push_back(std::move(outcome));
    found = std::prev(verdict_.outcomes.end());
  } else if (switches >= found->switches) {
    ++found->traces;
    return;
  }
  ++found->traces;
  found->switches = switches;
  found->steps.clear();
  for (const Step& step : steps) {
    if (found->steps.size() == Outcome::kMostNotes) break;
    found->steps.push_back(note_of(step, names_));
  }
  found->schedule = schedule_of(steps, pending);
}

void Explorer::add(const Races::Race& race, const std::vector<Step>& steps, const std::vector<Step>& pending) {
  RaceReport report;
  report.variable = name_of(race.place);
  report.first = {names_.name_of(race.first.thread), race.first.line, race.first.writes};
  report.second = {names_.name_of(race.second.thread), race.second.line, race.second.writes};
  report.is_question = race.is_question;
  report.schedule = schedule_of(steps, pending);
  std::erase_if(verdict_.races, [&](const RaceReport& each) {
    return each.first.line == report.first.line && each.second.line == report.second.line;
  });
  verdict_.races.push_back(std::move(report));
}

// Between the executions of one run and what is known of them.
class Explorer::Session : public Scheduler {
 public:
  Session(Explorer& explorer, const std::function<void(const Verdict&)>& progress)
      : explorer_(explorer), progress_(progress) {}
  virtual ~Session() = default;

  // An execution is to begin.
  virtual void begin() = 0;
  bool again(int status, std::string&& out, std::string&& err) final {
    if (explorer_.stops_.load()) return false;
    Verdict& verdict = explorer_.verdict_;
    ++verdict.executions;
    const bool is_more = count({End::Finished, status, std::move(out), std::move(err)});
    if (progress_) progress_(verdict);
    if (!is_more || explorer_.is_enough()) return false;
    explorer_.contention_.begin();
    begin();
    return true;
  }

 protected:
  // An execution has come to this. Is there to be another one?
  virtual bool count(Execution&& execution) = 0;

  Explorer& explorer_;

 private:
  const std::function<void(const Verdict&)>& progress_;
};

const Verdict& Explorer::explore(const std::function<void(const Verdict&)>& progress) {
  // All orders.
  class All final : public Session {
   public:
    using Session::Session;
    std::size_t next(std::span<const Candidate> ready) override {
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
    void begin() override {
      search_.begin();
      races_.begin();
      met_.clear();
      steps_ = 0;
    }

   protected:
    bool count(Execution&& execution) override {
      Verdict& verdict = explorer_.verdict_;
      if (explorer_.contention_.has_learnt()) {
        search_.forget();
        if (explorer_.options_.listener != nullptr) explorer_.options_.listener->forgotten();
        races_ = {};
        is_any_cut_ = false;
        verdict.outcomes.clear();
        verdict.races.clear();
        verdict.traces = verdict.blocked = 0;
        ++verdict.begun_anew;
        return true;
      }
      if (search_.end() == End::Stopped && !search_.was_blocked()) return false;  // there was no time for more of it
      if (!search_.was_blocked()) {
        execution.end = search_.end();
        explorer_.add(execution, search_.steps(), search_.pending());
        if (explorer_.options_.listener != nullptr) explorer_.options_.listener->counted(search_.steps());
        for (const Races::Race& race : met_) explorer_.add(race, search_.steps(), search_.pending());
      }
      verdict.traces = search_.traces();
      verdict.blocked = search_.blocked();
      is_any_cut_ |= search_.end() == End::Limit;
      const bool is_more = search_.prepare_next();
      verdict.is_complete = !is_more && !is_any_cut_;
      return is_more;
    }

   private:
    Search search_;
    Races races_;
    std::vector<Races::Race> met_;  // in this execution, for the first time
    std::size_t steps_ = 0;
    bool is_any_cut_ = false;  // an execution was too long
  };

  // By chance.
  class ByChance final : public Session {
   public:
    using Session::Session;
    std::size_t next(std::span<const Candidate> ready) override {
      races_.begin_step();
      return pct_ ? pct_->next(ready) : walk_->next(ready);
    }
    void done(Step&& step, std::span<const ThreadNumber> woken) override {
      races_.done(step, steps_.size(), woken, met_);
      steps_.push_back(std::move(step));
    }
    void started(ThreadNumber parent, ThreadNumber child) override { races_.started(parent, child); }
    void ended(End end, std::span<const Step> pending) override {
      end_ = end;
      pending_.assign(pending.begin(), pending.end());
    }
    void begin() override {
      const std::uint64_t seed = explorer_.options_.seed + explorer_.verdict_.traces;
      longest_ = std::max(longest_, steps_.size());
      walk_.emplace(seed);
      if (explorer_.options_.pct != 0) pct_.emplace(seed, explorer_.options_.pct, longest_);
      steps_.clear();
      races_.begin();
      met_.clear();
    }

   protected:
    bool count(Execution&& execution) override {
      Verdict& verdict = explorer_.verdict_;
      if (explorer_.contention_.has_learnt()) {  // its steps were too coarse to tell how it came
        verdict.outcomes.clear();
        verdict.races.clear();
        races_ = {};
        verdict.traces = 0;
        ++verdict.begun_anew;
        return true;
      }
      execution.end = end_;
      explorer_.add(execution, steps_, pending_);
      for (const Races::Race& race : met_) explorer_.add(race, steps_, pending_);
      return ++verdict.traces < explorer_.options_.random;
    }

   private:
    std::optional<RandomWalk> walk_;
    std::optional<Pct> pct_;
    std::size_t longest_ = 0;  // steps of an execution
    Races races_;
    std::vector<Races::Race> met_;  // in this execution, for the first time
    std::vector<Step> steps_, pending_;
    End end_ = End::Stopped;
  };

  began_ = runtime::monotonic_now();
  DeterministicOptions options;
  options.seed = options_.seed;
  options.granularity = options_.gil ? Granularity::SharedGil : Granularity::Shared;
  options.keeps_durations = options_.keeps_durations;
  options.ends_deadlocks = true;
  // By chance nothing is gained by cutting one short.
  options.most_steps = options_.random != 0 ? options_.most_steps * 100 : options_.most_steps;
  options.most_moments = kMostMoments;
  if (options_.seconds > 0) options.end = began_ + static_cast<runtime::Nanoseconds>(options_.seconds * 1e9);
  options.contention = &contention_;
  options.names = &names_;
  options.may_run_again = true;
  std::unique_ptr<Session> session;
  if (options_.random != 0) {
    session = std::make_unique<ByChance>(*this, progress);
  } else {
    session = std::make_unique<All>(*this, progress);
  }
  contention_.begin();
  session->begin();
  const std::unique_ptr<python::Run> run = python::Run::start(source_, with_executor(options_.run, *session, options));
  running_.store(run.get());
  if (stops_.load()) run->stop();
  run->wait();
  running_.store(nullptr);
  verdict_.seconds = static_cast<double>(runtime::monotonic_now() - began_) / 1e9;
  if (options_.in_full) tell_in_full(verdict_, source_, options_, stops_);
  return verdict_;
}

python::RunOptions replaying(python::RunOptions run, const Schedule& schedule) {
  struct Order {
    explicit Order(const std::vector<Turn>& turns) : replay(turns, names) {}
    ThreadNames names;
    Replay replay;
  };
  DeterministicOptions options;
  options.granularity = schedule.gil ? Granularity::SharedGil : Granularity::Shared;
  options.keeps_durations = schedule.keeps_durations;
  run.executor = [turns = schedule.turns,
                  options](python::Interpreter& interpreter) mutable -> std::unique_ptr<python::Executor> {
    const auto order = std::make_shared<Order>(turns);
    options.names = &order->names;
    const std::shared_ptr<Scheduler> scheduler(order, &order->replay);
    return std::make_unique<DeterministicExecutor>(interpreter, scheduler, options);
  };
  return run;
}

Execution replay(std::string_view source, python::RunOptions run, const Schedule& schedule, std::uint64_t seed) {
  ThreadNames names;
  Replay again(schedule.turns, names);
  Listener listener(again);
  DeterministicOptions options;
  options.seed = seed;
  options.granularity = Granularity::Shared;  // the schedule's places are where the GIL could change hands
  options.keeps_durations = schedule.keeps_durations;
  options.ends_deadlocks = true;
  options.names = &names;
  const std::unique_ptr<python::Run> started =
      python::Run::start(source, with_executor(std::move(run), listener, options));
  Execution execution = finish(*started, End::Finished);
  execution.end = listener.end;
  return execution;
}

}  // namespace threadbook::explore
