#include "cli/explore_command.h"

#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <csignal>
#include <cstdio>
#include <exception>
#include <string>
#include <vector>

#include "cli/run_command.h"
#include "cli/test_program.h"
#include "explore/account.h"
#include "explore/schedule.h"
#include "explore/sentences.h"
#include "python/compiler/compiler.h"
#include "runtime/clock.h"

namespace threadbook::cli {
namespace {

enum Status : int { kProved = 0, kFound = 1, kMisused = 2, kNotFinished = 4 };

// What Ctrl-C ends.
std::atomic<explore::Explorer*> stoppable{nullptr};
static_assert(std::atomic<explore::Explorer*>::is_always_lock_free);

std::atomic<bool> was_stopped{false};

void stop(int) {
  was_stopped.store(true);
  if (explore::Explorer* explorer = stoppable.load()) explorer->stop();
}

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

explore::Verdict explored(std::string_view source, const explore::ExploreOptions& settings) {
  explore::Explorer explorer(source, settings);
  stoppable.store(&explorer);
  if (was_stopped.load()) explorer.stop();
  ProgressLine line;
  explore::Verdict verdict = explorer.explore([&](const explore::Verdict& so_far) { line.show(so_far); });
  stoppable.store(nullptr);
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
