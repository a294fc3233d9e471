#include "explore/explorer.h"

#include <algorithm>
#include <optional>

#include "explore/random_scheduler.h"
#include "explore/schedule.h"
#include "explore/search.h"
#include "runtime/clock.h"

namespace threadbook::explore {

namespace {

// Of executions that end as `scheduler` says and otherwise by themselves. What it is told goes on to `inner`.
class Listener final : public Scheduler {
 public:
  explicit Listener(Scheduler& inner) : inner_(inner) {}
  std::size_t next(std::span<const Candidate> ready) override { return inner_.next(ready); }
  void done(Step&& step, std::span<const ThreadNumber> woken) override {
    steps.push_back(step);
    inner_.done(std::move(step), woken);
  }
  void ended(End how, std::span<const Step> pending) override {
    end = how;
    inner_.ended(how, pending);
  }
  void started(ThreadNumber parent, ThreadNumber child) override { inner_.started(parent, child); }

  std::vector<Step> steps;
  End end = End::Stopped;

 private:
  Scheduler& inner_;
};

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

}  // namespace

bool Verdict::has_finding() const {
  return std::any_of(outcomes.begin(), outcomes.end(), [](const Outcome& outcome) { return outcome.is_finding(); });
}

Explorer::Explorer(std::string_view source, ExploreOptions options) : source_(source), options_(std::move(options)) {}
Explorer::~Explorer() = default;

void Explorer::stop() noexcept {
  stops_.store(true);
  if (python::Run* run = running_.load()) run->stop();
}

Execution Explorer::run(Scheduler& scheduler) {
  DeterministicOptions options;
  options.seed = options_.seed;
  options.granularity = options_.gil ? Granularity::SharedGil : Granularity::Shared;
  options.keeps_durations = options_.keeps_durations;
  options.ends_deadlocks = true;
  options.most_steps = options_.most_steps;
  options.contention = &contention_;
  options.names = &names_;
  ++verdict_.executions;
  const std::unique_ptr<python::Run> run = python::Run::start(source_, with_executor(options_.run, scheduler, options));
  running_.store(run.get());
  if (stops_.load()) run->stop();
  run->wait();
  running_.store(nullptr);
  return finish(*run, End::Finished);
}

bool Explorer::is_enough() const {
  if (stops_.load()) return true;
  if (options_.bound != 0 && verdict_.traces >= options_.bound) return true;
  if (options_.first && verdict_.has_finding()) return true;
  return options_.seconds > 0 && static_cast<double>(runtime::monotonic_now() - began_) / 1e9 >= options_.seconds;
}

void Explorer::add(const Execution& execution, const std::vector<Step>& steps) {
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
  found->schedule = to_text({hash_of_program(source_), options_.keeps_durations, options_.gil, turns_of(steps)});
}

void Explorer::explore_all(const std::function<void(const Verdict&)>& progress) {
  Search search;
  for (;;) {
    search.begin();
    contention_.begin();
    Execution execution = run(search);
    if (stops_.load()) return;
    if (contention_.has_learnt()) {
      search.forget();
      verdict_.outcomes.clear();
      ++verdict_.begun_anew;
    } else if (!search.was_blocked()) {
      execution.end = search.end();
      add(execution, search.steps());
    }
    verdict_.traces = search.traces();
    verdict_.blocked = search.blocked();
    if (progress) progress(verdict_);
    if (contention_.has_learnt()) continue;
    verdict_.is_complete = !search.prepare_next();
    if (verdict_.is_complete || is_enough()) return;
  }
}

void Explorer::explore_by_chance(const std::function<void(const Verdict&)>& progress) {
  for (std::uint64_t i = 0; i < options_.random && !is_enough(); ++i) {
    contention_.begin();
    RandomWalk walk(options_.seed + i);
    Listener listener(walk);
    Execution execution = run(listener);
    if (stops_.load()) return;
    execution.end = listener.end;
    add(execution, listener.steps);
    ++verdict_.traces;
    if (progress) progress(verdict_);
  }
}

const Verdict& Explorer::explore(const std::function<void(const Verdict&)>& progress) {
  began_ = runtime::monotonic_now();
  if (options_.random != 0) {
    explore_by_chance(progress);
  } else {
    explore_all(progress);
  }
  verdict_.seconds = static_cast<double>(runtime::monotonic_now() - began_) / 1e9;
  return verdict_;
}

Execution replay(std::string_view source, python::RunOptions run, const Schedule& schedule) {
  Replay again(schedule.turns);
  Listener listener(again);
  DeterministicOptions options;
  options.granularity = schedule.gil ? Granularity::SharedGil : Granularity::Shared;
  options.keeps_durations = schedule.keeps_durations;
  options.ends_deadlocks = true;
  const std::unique_ptr<python::Run> started =
      python::Run::start(source, with_executor(std::move(run), listener, options));
  Execution execution = finish(*started, End::Finished);
  execution.end = listener.end;
  return execution;
}

}  // namespace threadbook::explore
