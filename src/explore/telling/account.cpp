#include "explore/telling/account.h"

#include <algorithm>
#include <map>

#include "explore/executor/deterministic_executor.h"
#include "explore/search/races.h"
#include "explore/telling/held_locks.h"
#include "explore/telling/names_of_variables.h"
#include "explore/telling/refining.h"
#include "python/objects/handle.h"
#include "python/objects/str.h"
#include "python/run.h"
#include "python/vm/frame_object.h"
#include "python/vm/interpreter.h"
#include "trace/explanation.h"

namespace threadbook::explore {

namespace {

constexpr std::size_t kMostFrames = 8;
constexpr std::size_t kMostAccounts = 12, kMostInAHurry = 2;  // of outcomes, and of races
constexpr std::size_t kMostMomentsOfAccount = 1 << 20;  // safe points of an account: the program may go on for ever
constexpr double kShort = 0.002;                        // seconds of an execution
constexpr runtime::Nanoseconds kHurry = 30'000'000;     // for all accounts, once it was stopped

Lines lines_of(std::uint32_t a, std::uint32_t b) { return std::minmax(a, b); }

// Goes on as a schedule says, and looks at all that is touched.
class Accountant final : public Scheduler {
 public:
  Accountant(const Schedule& schedule, std::optional<Lines> lines, std::shared_ptr<HeldLocks> locks)
      : lines_(lines), locks_(std::move(locks)), replay_(schedule.turns, names) {}

  std::size_t next(std::span<const Candidate> ready) override {
    races_.begin_step();
    return replay_.next(ready);
  }
  void started(ThreadNumber parent, ThreadNumber child) override {
    launched_.push_back(child);
    races_.started(parent, child);
  }
  void touching(python::ThreadState& state, const Touched& touched) override;
  void done(Step&& step, std::span<const ThreadNumber> woken) override;
  void ended(End end, std::span<const Step> pending) override;

  ThreadNames names;
  python::Interpreter* interpreter = nullptr;
  Account account;

 private:
  // What a side of the race was, as far as steps do not tell.
  struct Access {
    std::size_t step;
    ThreadNumber thread;
    RaceReport::Side side;
    std::string variable;
  };

  ThreadNumber number_of(std::uint64_t serial) const;
  void call(ThreadNumber thread, const runtime::Thread& it);
  RaceReport::Side side_of(const Races::Side& side, std::string& variable, std::size_t& place) const;
  void find_race(std::span<const Step> pending);
  Standstill standstill(std::span<const Step> pending);

  const std::optional<Lines> lines_;
  const std::shared_ptr<HeldLocks> locks_;
  Replay replay_;
  Races races_;
  std::vector<Races::Race> met_;
  std::vector<Access> accesses_;
  std::vector<ThreadNumber> launched_;  // in the order of their serials
  std::map<ThreadNumber, std::string> called_;
  std::vector<Candidate> steps_;  // where each was done
};

// The main thread has the first serial.
ThreadNumber Accountant::number_of(std::uint64_t serial) const {
  const std::uint64_t main = interpreter->executor->registry().main_thread()->serial();
  return serial <= main || serial - main > launched_.size() ? 0 : launched_[serial - main - 1];
}

void Accountant::call(ThreadNumber thread, const runtime::Thread& it) { called_[thread] = it.name(); }

void Accountant::touching(python::ThreadState& state, const Touched& touched) {
  const ThreadNumber thread = number_of(state.thread->serial());
  call(thread, *state.thread);
  if (touched.is_primitive) return;
  const bool is_of_race = lines_ && touched.place.line != 0 &&
                          (touched.place.line == lines_->first || touched.place.line == lines_->second);
  if (!is_of_race) return;
  const std::string variable = touched.object == kOutput ? "" : name_of_variable(state, touched);
  Access access{steps_.size(), thread, {"", touched.place.line, touched.manner != python::Manner::Reads}, variable};
  access.side.locks = locks_->held_by(state.thread->serial());
  for (const python::Frame* frame = python::program_frame(state); frame != nullptr;
       frame = python::program_frame_above(const_cast<python::Frame*>(frame))) {
    if (access.side.stack.size() == kMostFrames) break;
    const python::Code& code = *frame->code->code;
    access.side.stack.push_back({code.has(python::Code::kModule) ? "<module>" : code.qualname,
                                 python::span_of(frame->code, python::instruction_of(frame)).line});
  }
  accesses_.push_back(std::move(access));
}

void Accountant::done(Step&& step, std::span<const ThreadNumber> woken) {
  if (lines_) races_.done(step, steps_.size(), woken, met_);
  steps_.push_back({step.thread, step.position});
}

// ---- its end -----------------------------------------------------------------------------------------

void Accountant::ended(End end, std::span<const Step> pending) {
  account.end = end;
  for (python::ThreadState* each : interpreter->threads()) {
    if (each->thread != nullptr) call(number_of(each->thread->serial()), *each->thread);
  }
  for (const auto& [thread, name] : called_) account.threads.emplace_back(names.name_of(thread), name);
  if (end == End::Deadlock || end == End::Livelock) account.standstill = standstill(pending);
  if (lines_) find_race(pending);
}

Standstill Accountant::standstill(std::span<const Step> pending) {
  Standstill told;
  const auto name = [&](std::uint64_t serial) { return called_[number_of(serial)]; };
  for (const Step& step : pending) {
    if (!step.awaits) continue;
    if (told.heading.empty()) told.heading = "Livelock: " + called_[step.thread] + " goes round for ever.";
    std::string looks;
    for (const Touched& touched : step.touches) {
      if (looks.empty() && touched.place.name != nullptr)
        looks = (touched.place.is_attribute ? "." : "") + touched.place.name->to_utf8();
    }
    told.sentences.push_back(called_[step.thread] + " goes round in line " + std::to_string(step.line) +
                             (looks.empty() ? " and waits for what nobody will change."
                                            : " and looks at " + looks + ", which nobody will change."));
  }
  for (python::ThreadState* each : interpreter->threads()) {
    if (each->thread != nullptr) each->tell_of_wait(python::EventKind::StillWaits);
  }
  const std::vector<trace::Waiting> stuck = locks_->recorder().stuck_now();
  if (stuck.empty()) return told;
  trace::Explanation why = trace::explain(stuck, locks_->recorder().things(), name);
  if (told.heading.empty()) told.heading = std::move(why.heading);
  for (std::string& sentence : why.sentences) told.sentences.push_back(std::move(sentence));
  for (const auto& chain : why.chains) told.chains.push_back(trace::chain_text(chain));
  return told;
}

RaceReport::Side Accountant::side_of(const Races::Side& side, std::string& variable, std::size_t& place) const {
  RaceReport::Side told{names.name_of(side.thread), side.line, side.writes};
  const auto called = called_.find(side.thread);
  if (called != called_.end()) told.called = called->second;
  place = accesses_.size();
  for (std::size_t i = 0; i < accesses_.size(); ++i) {
    const Access& access = accesses_[i];
    if (access.step != side.step || access.side.line != side.line || access.side.writes != side.writes) continue;
    told.stack = access.side.stack;
    told.locks = access.side.locks;
    variable = access.variable;
    place = i;
  }
  return told;
}

void Accountant::find_race(std::span<const Step> pending) {
  for (const Access& access : accesses_)
    account.accesses.push_back({names.name_of(access.thread), access.side.line, access.side.writes});
  const Races::Race* race = nullptr;
  for (const Races::Race& each : met_) {
    if (lines_of(each.first.line, each.second.line) != *lines_) continue;
    if (race == nullptr || (race->is_question && !each.is_question)) race = &each;
  }
  if (race == nullptr) return;
  RaceReport& report = account.race.emplace();
  report.first = side_of(race->first, report.variable, account.first);
  report.second = side_of(race->second, report.variable, account.second);
  report.is_question = race->is_question;

  // The thread of the first access is held back before it, until the second has been.
  const auto place_from = [&](ThreadNumber thread, std::size_t begin) -> std::uint32_t {
    for (std::size_t i = begin; i < steps_.size(); ++i) {
      if (steps_[i].thread == thread) return steps_[i].position;
    }
    for (const Step& step : pending) {
      if (step.thread == thread) return step.position;
    }
    return 0;
  };
  const std::size_t first = race->first.step, second = race->second.step;
  std::vector<Turn>& turns = account.reversed;
  turns.push_back({names.name_of(0), place_from(0, 0)});
  for (std::size_t i = 0; i <= second; ++i) {
    const ThreadNumber thread = steps_[i].thread;
    if (i >= first && thread == race->first.thread) continue;
    const Turn turn{names.name_of(thread), place_from(thread, i + 1)};
    if (turns.back().thread == turn.thread) {
      turns.back() = turn;
    } else {
      turns.push_back(turn);
    }
  }
  turns.push_back({names.name_of(race->first.thread), 0});
}

// Where in `after` the access stands that is number `place` of `before`; its size if it is not there.
std::size_t place_of(const std::vector<Account::Access>& before, std::size_t place,
                     const std::vector<Account::Access>& after) {
  if (place == before.size()) return after.size();
  auto left = std::count(before.begin(), before.begin() + static_cast<std::ptrdiff_t>(place), before[place]);
  for (std::size_t i = 0; i < after.size(); ++i) {
    if (after[i] == before[place] && left-- == 0) return i;
  }
  return after.size();
}

}  // namespace

Account account_of(std::string_view source, const ExploreOptions& of, const Schedule& schedule,
                   const std::atomic<bool>& stops, std::optional<Lines> race, runtime::Nanoseconds end) {
  const auto locks = std::make_shared<HeldLocks>();
  Accountant accountant(schedule, race, locks);
  DeterministicOptions options;
  options.seed = of.seed;
  options.granularity = Granularity::Shared;  // the schedule's places are where the GIL could change hands
  options.keeps_durations = schedule.keeps_durations;
  options.ends_deadlocks = true;
  options.most_moments = kMostMomentsOfAccount;
  options.end = end;
  options.stops = &stops;
  options.names = &accountant.names;
  python::RunOptions run = of.run;
  run.observer = locks;
  run.executor = [&](python::Interpreter& interpreter) -> std::unique_ptr<python::Executor> {
    accountant.interpreter = &interpreter;
    const std::shared_ptr<Scheduler> not_owned(std::shared_ptr<void>(), &accountant);
    return std::make_unique<DeterministicExecutor>(interpreter, not_owned, options);
  };
  python::Run::start(source, std::move(run))->wait();
  return std::move(accountant.account);
}

void tell_in_full(Verdict& verdict, std::string_view source, const ExploreOptions& options,
                  const std::atomic<bool>& stops) {
  const auto know = [&](const Account& account) {
    for (const auto& [thread, name] : account.threads) {
      const auto is_it = [&](const auto& each) { return each.first == thread; };
      if (std::none_of(verdict.threads.begin(), verdict.threads.end(), is_it))
        verdict.threads.emplace_back(thread, name);
    }
  };
  // Who has stopped it does not wait long: where executions are short there is time for some of it.
  const bool is_hurried = stops.load();
  const bool are_short = verdict.seconds < static_cast<double>(verdict.executions) * kShort;
  if (is_hurried && !are_short) return;
  const std::atomic<bool> never{false};
  const std::atomic<bool>& stops_now = is_hurried ? never : stops;
  const runtime::Nanoseconds end = is_hurried ? runtime::monotonic_now() + kHurry : 0;
  const auto goes_on = [&] { return !stops_now.load() && (end == 0 || runtime::monotonic_now() < end); };
  const std::size_t most = is_hurried ? kMostInAHurry : kMostAccounts;
  if (!is_hurried) refine(verdict, source, options, stops);
  for (std::size_t i = 0; i < std::min(verdict.outcomes.size(), most) && goes_on(); ++i) {
    Outcome& outcome = verdict.outcomes[i];
    const auto schedule = schedule_from(outcome.schedule);
    Account account = account_of(source, options, *schedule, stops_now, {}, end);
    know(account);
    if (account.end != outcome.end) continue;
    outcome.standstill = std::move(account.standstill);
  }
  for (std::size_t i = 0; i < std::min(verdict.races.size(), most) && goes_on(); ++i) {
    RaceReport& race = verdict.races[i];
    auto schedule = schedule_from(race.schedule);
    const Lines lines = lines_of(race.first.line, race.second.line);
    Account account = account_of(source, options, *schedule, stops_now, lines, end);
    know(account);
    if (!account.race) continue;
    account.race->schedule = std::move(race.schedule);
    race = std::move(*account.race);
    schedule->turns = std::move(account.reversed);
    const Account other = account_of(source, options, *schedule, stops_now, lines, end);
    const std::size_t second = place_of(account.accesses, account.second, other.accesses);
    if (second < place_of(account.accesses, account.first, other.accesses)) race.reversed = to_text(*schedule);
  }
}

}  // namespace threadbook::explore
