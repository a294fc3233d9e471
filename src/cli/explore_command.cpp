#include "cli/explore_command.h"

#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <csignal>
#include <cstdio>
#include <exception>
#include <string>
#include <thread>
#include <utility>
#include <vector>

#include "cli/run_command.h"
#include "cli/test_program.h"
#include "explore/explorer.h"
#include "explore/replay.h"
#include "explore/schedule.h"
#include "explore/search/bounded.h"
#include "explore/telling/account.h"
#include "explore/telling/sentences.h"
#include "python/compiler/compiler.h"
#include "runtime/clock.h"

namespace threadbook::cli {
namespace {

enum Status : int { kProved = 0, kFound = 1, kMisused = 2, kNotFinished = 4 };

// What Ctrl-C ends.
std::atomic<explore::Explorer*> explorer_there{nullptr};
std::atomic<explore::BoundedExplorer*> bounded_explorer_there{nullptr};
std::atomic<bool> was_stopped{false};
std::atomic<int> stopping{0};  // so many threads are in stop() just now
static_assert(std::atomic<explore::Explorer*>::is_always_lock_free);

void stop(int) {
  ++stopping;
  was_stopped.store(true);
  if (explore::Explorer* explorer = explorer_there.load()) explorer->stop();
  if (explore::BoundedExplorer* explorer = bounded_explorer_there.load()) explorer->stop();
  --stopping;
}

// As long as it is there, Ctrl-C ends what it is for.
class Stoppable {
 public:
  explicit Stoppable(explore::Explorer& explorer) { begin(explorer, explorer_there); }
  explicit Stoppable(explore::BoundedExplorer& explorer) { begin(explorer, bounded_explorer_there); }
  ~Stoppable() {
    explorer_there.store(nullptr);
    bounded_explorer_there.store(nullptr);
    // A signal comes to any thread: another one may have found it just before.
    while (stopping.load() != 0) std::this_thread::yield();
  }
  Stoppable(const Stoppable&) = delete;
  Stoppable& operator=(const Stoppable&) = delete;

 private:
  template <class T>
  static void begin(T& explorer, std::atomic<T*>& there) {
    there.store(&explorer);
    if (was_stopped.load()) explorer.stop();
  }
};

// Of the time there is, so much for all orders, and then until so much for those with few preemptions; the rest for
// chance.
constexpr double kForAll = 0.5, kForFew = 0.85;
constexpr std::uint64_t kMostPreemptions = 1000, kMostDraws = 100'000;

void write(std::FILE* file, std::string_view text) {
  std::fwrite(text.data(), 1, text.size(), file);
  std::fflush(file);
}

// On a terminal: the first finding at once, and a line that is written over, a few times a second.
class ProgressLine {
 public:
  void show(const explore::Verdict& verdict) {
    if (!is_terminal_) return;
    if (!has_found_ && verdict.has_finding()) tell_finding(verdict);
    const runtime::Nanoseconds now = runtime::monotonic_now();
    if (now - shown_ < kEvery) return;
    shown_ = now;
    std::fprintf(stderr, "\r%llu orders, %zu results so far\x1b[K", static_cast<unsigned long long>(verdict.traces),
                 verdict.outcomes.size());
    std::fflush(stderr);
  }
  ~ProgressLine() {
    if (shown_ != 0) std::fputs("\r\x1b[K", stderr);
  }

 private:
  void tell_finding(const explore::Verdict& verdict) {
    has_found_ = true;
    std::string what, schedule;
    for (const explore::RaceReport& race : verdict.races) {
      if (!race.is_question) what = explore::sentence_of(race), schedule = race.schedule;
    }
    for (const explore::Outcome& outcome : verdict.outcomes) {
      if (outcome.is_finding()) what = explore::ending_sentence(outcome.end), schedule = outcome.schedule;
    }
    write(stderr, "\r\x1b[KFound in order " + std::to_string(verdict.traces) + ": " + what +
                      "\n  replay it: " + schedule + "\n");
  }

  static constexpr runtime::Nanoseconds kEvery = 100'000'000;
  const bool is_terminal_ = isatty(STDERR_FILENO) != 0;
  bool has_found_ = false;
  runtime::Nanoseconds shown_ = 0;
};

bool has_several_outputs(const explore::Verdict& verdict) {
  for (const explore::Outcome& outcome : verdict.outcomes) {
    if (outcome.out != verdict.outcomes.front().out) return true;
  }
  return false;
}

}  // namespace

namespace {

explore::Verdict explored(std::string_view source, explore::ExploreOptions settings) {
  ProgressLine line;
  const auto progress = [&](const explore::Verdict& so_far) { line.show(so_far); };
  const runtime::Nanoseconds begin = runtime::monotonic_now();
  // So much of the time it may take.
  const auto share = [&](double part) {
    return settings.seconds > 0 ? begin + static_cast<runtime::Nanoseconds>(settings.seconds * part * 1e9) : 0;
  };
  settings.in_full = false;
  explore::KnownTraces traces;
  explore::Verdict verdict;
  const bool may_be_too_many = settings.seconds > 0 && settings.random == 0 && !settings.preemptions;
  if (!settings.preemptions) {
    explore::ExploreOptions first = settings;
    if (may_be_too_many) {
      first.seconds *= kForAll;
      first.listener = &traces;
    }
    explore::Explorer explorer(source, first);
    const Stoppable stoppable(explorer);
    verdict = explorer.explore(progress);
  }
  const bool is_enough = verdict.is_complete || was_stopped.load() || (settings.first && verdict.has_finding()) ||
                         (settings.bound != 0 && verdict.traces >= settings.bound);
  if (settings.preemptions || (may_be_too_many && !is_enough)) {
    explore::BoundedExplorer explorer(source, settings, verdict, std::move(traces));
    const Stoppable stoppable(explorer);
    explorer.try_preemptions(settings.preemptions.value_or(kMostPreemptions), share(settings.preemptions ? 1 : kForFew),
                             progress);
    if (!settings.preemptions && !verdict.is_complete) explorer.draw(kMostDraws, share(1), progress);
  }
  tell_in_full(verdict, source, settings, was_stopped);
  return verdict;
}

int explore_tests(const TestProgram& program, const Options& options, explore::ExploreOptions settings) {
  std::vector<explore::TestVerdict> tests;
  bool has_finding = false, is_complete = true;
  const double limit = settings.seconds;
  const runtime::Nanoseconds begin = runtime::monotonic_now();
  for (const std::string& test : program.tests) {
    settings.run.arguments = {test};
    if (limit > 0)
      settings.seconds = std::max(limit - static_cast<double>(runtime::monotonic_now() - begin) / 1e9, 1e-3);
    tests.push_back({test, explored(program.source, settings)});
    has_finding |= tests.back().has_finding() || (options.same_output && has_several_outputs(tests.back().verdict));
    is_complete &= tests.back().verdict.is_complete;
    if (was_stopped.load() || (settings.first && has_finding)) break;
  }
  is_complete &= tests.size() == program.tests.size();
  write(stdout, options.as_json ? as_json(tests, settings) : as_text(tests, settings));
  return has_finding ? kFound : is_complete ? kProved : kNotFinished;
}

}  // namespace

int explore_program(std::string_view source, const Options& options) {
  if (const python::CompileResult compiled = python::compile(source, options.run.filename); compiled.error) {
    write(stderr, python::format_syntax_error(*compiled.error, options.run.filename));
    return kMisused;
  }
  keep_freed_memory();
  explore::ExploreOptions settings = options.explore;
  settings.run = options.run;
  if (settings.jobs == 0) settings.jobs = std::max(std::thread::hardware_concurrency(), 1u);
  std::signal(SIGINT, stop);
  TestProgram tests = test_program(source, options.run.filename);
  if (!tests.tests.empty()) {
    if (!options.run.arguments.empty()) tests.tests = options.run.arguments;
    return explore_tests(tests, options, settings);
  }
  const explore::Verdict verdict = explored(source, settings);
  write(stdout, options.as_json ? as_json(verdict, settings) : as_text(verdict, settings));
  if (verdict.has_finding() || (options.same_output && has_several_outputs(verdict))) return kFound;
  return verdict.is_complete ? kProved : kNotFinished;
}

int replay_program(std::string_view source, const Options& options) {
  const auto schedule = explore::schedule_from(options.schedule);
  if (!schedule) {
    write(stderr, "threadbook: that is no schedule; threadbook explore tells them.\n");
    return kMisused;
  }
  // Of tests it is of the program that runs one.
  const TestProgram tests = test_program(source, options.run.filename);
  if (!tests.tests.empty() && schedule->program == explore::hash_of_program(tests.source)) source = tests.source;
  if (schedule->program != explore::hash_of_program(source)) {
    write(stderr, "threadbook: that schedule is of another program, or this one was changed since.\n");
    return kMisused;
  }
  const explore::Execution execution = explore::replay(source, options.run, *schedule, options.explore.seed);
  write(stdout, execution.out);
  write(stderr, execution.err);
  if (execution.end != explore::End::Deadlock && execution.end != explore::End::Livelock) return execution.status;
  explore::ExploreOptions settings = options.explore;
  settings.run = options.run;
  const std::atomic<bool> never{false};
  if (const auto why = explore::account_of(source, settings, *schedule, never).standstill)
    write(stderr, "threadbook: " + explore::text_of(*why, "  "));
  return kDeadlockStatus;
}

}  // namespace threadbook::cli
