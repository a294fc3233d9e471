#include "cli/options.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <cstdint>
#include <cstdlib>
#include <optional>
#include <string>

namespace threadbook::cli {
namespace {

// Of --pct: most faults that depend on an order depend on so few decisions. And without --random so many executions.
constexpr std::uint64_t kUsualDepth = 3, kGreatestDepth = 100, kUsualExecutions = 1000;
constexpr std::uint64_t kMostJobs = 64;

std::optional<Command> command_named(std::string_view word) {
  if (word == "run") return Command::Run;
  if (word == "trace") return Command::Trace;
  if (word == "explore") return Command::Explore;
  if (word == "replay") return Command::Replay;
  if (word == "check") return Command::Check;
  if (word == "ast") return Command::Ast;
  if (word == "dis") return Command::Dis;
  if (word == "help" || word == "--help" || word == "-h") return Command::Help;
  if (word == "--version" || word == "-V") return Command::Version;
  return std::nullopt;
}

// Megabytes as bytes; nothing for what is no positive number or too large.
std::optional<std::size_t> megabytes(std::string_view word) {
  std::uint32_t number = 0;
  const auto [end, error] = std::from_chars(word.data(), word.data() + word.size(), number);
  if (error != std::errc() || end != word.data() + word.size() || number == 0) return std::nullopt;
  const std::uint64_t bytes = std::uint64_t{number} << 20;
  if (bytes != static_cast<std::size_t>(bytes)) return std::nullopt;
  return static_cast<std::size_t>(bytes);
}

// Takes the option at `words[next]`, and the value that belongs to it. False: it is none of ours. This one every
// command has that runs a program.
bool take_memory_option(std::span<const char* const> words, std::size_t& next, Options& options) {
  const std::string_view word = words[next];
  if (word != "--memory" && !word.starts_with("--memory=")) return false;
  std::string_view value;
  if (word != "--memory") {
    value = word.substr(word.find('=') + 1);
  } else if (next + 1 < words.size()) {
    value = words[++next];
  }
  if (const auto bytes = megabytes(value)) {
    options.run.memory_limit = *bytes;
  } else {
    options.error = "--memory takes a number of megabytes, like --memory 64";
  }
  ++next;
  return true;
}

// The same of the options of `run`.
bool take_run_option(std::span<const char* const> words, std::size_t& next, Options& options) {
  const std::string_view word = words[next];
  if (word == "--no-gil") {
    options.run.gil = false;
  } else if (word == "--collect-always") {
    options.run.collect_always = true;
  } else if (word == "--switch-always") {
    options.run.switch_always = true;
  } else if (word == "--statistics") {
    options.statistics = true;
  } else if (word.starts_with("--workers=")) {
    const std::string_view value = word.substr(word.find('=') + 1);
    const auto [end, error] = std::from_chars(value.data(), value.data() + value.size(), options.run.most_workers);
    if (error != std::errc() || end != value.data() + value.size())
      options.error = "--workers takes a number of threads";
  } else if (word.starts_with("--on-deadlock=")) {
    const std::string_view what = word.substr(word.find('=') + 1);
    if (what != "exit" && what != "wait") options.error = "--on-deadlock takes exit or wait";
    options.exits_on_deadlock = what == "exit";
  } else {
    return false;
  }
  ++next;
  return true;
}

// The same of the options of `trace`.
bool take_trace_option(std::span<const char* const> words, std::size_t& next, Options& options) {
  const std::string_view word = words[next];
  if (word == "--text") {
    options.trace_as_text = true;
  } else if (word == "-o" || word == "--output") {
    if (next + 1 == words.size()) {
      options.error = std::string(word) + " takes the name of a file";
    } else {
      options.trace_file = words[++next];
    }
  } else {
    return false;
  }
  ++next;
  return true;
}

// A whole number; nothing for what is none.
std::optional<std::uint64_t> number(std::string_view word) {
  std::uint64_t value = 0;
  const auto [end, error] = std::from_chars(word.data(), word.data() + word.size(), value);
  if (word.empty() || error != std::errc() || end != word.data() + word.size()) return std::nullopt;
  return value;
}

// Seconds: a number above 0, perhaps with a fraction.
std::optional<double> seconds(std::string_view word) {
  // Not every library has from_chars() for fractions.
  const std::string text(word);
  char* end = nullptr;
  const double value = std::strtod(text.c_str(), &end);
  if (text.empty() || end != text.c_str() + text.size() || !(value > 0) || !std::isfinite(value)) return std::nullopt;
  return value;
}

// The same of the options of `explore`.
bool take_explore_option(std::span<const char* const> words, std::size_t& next, Options& options) {
  const std::string_view word = words[next];
  const std::size_t equals = word.find('=');
  const std::string_view name = word.substr(0, equals);
  const std::string_view value = equals == std::string_view::npos ? std::string_view() : word.substr(equals + 1);
  explore::ExploreOptions& explore = options.explore;
  const auto take_number = [&](std::uint64_t& into, std::uint64_t least) {
    const auto given = number(value);
    if (given && *given >= least) {
      into = *given;
    } else {
      options.error = std::string(name) + " takes a number, like " + std::string(name) + "=1000";
    }
  };
  if (word == "--gil") {
    explore.gil = true;
  } else if (word == "--first") {
    explore.first = true;
  } else if (word == "--json") {
    options.as_json = true;
  } else if (word == "--same-output") {
    options.same_output = true;
  } else if (name == "--time") {
    if (value != "any" && value != "kept") options.error = "--time takes any or kept";
    explore.keeps_durations = value == "kept";
  } else if (name == "--bound") {
    take_number(explore.bound, 1);
  } else if (name == "--random") {
    take_number(explore.random, 1);
  } else if (name == "--preemptions") {
    take_number(explore.preemptions.emplace(0), 0);
  } else if (name == "--pct") {
    std::uint64_t depth = kUsualDepth;
    if (equals != std::string_view::npos) take_number(depth, 1);
    explore.pct = static_cast<std::size_t>(std::min(depth, kGreatestDepth));
  } else if (name == "--jobs") {
    std::uint64_t jobs = 1;
    take_number(jobs, 1);
    explore.jobs = static_cast<unsigned>(std::min(jobs, kMostJobs));
  } else if (name == "--seed") {
    take_number(explore.seed, 0);
  } else if (name == "--limit") {
    if (const auto given = seconds(value)) {
      explore.seconds = *given;
    } else {
      options.error = "--limit takes a number of seconds, like --limit=10";
    }
  } else {
    return false;
  }
  ++next;
  return true;
}

Options failed(std::string error) {
  Options options;
  options.error = std::move(error);
  return options;
}

}  // namespace

Options parse_options(std::span<const char* const> words) {
  Options options;
  if (words.empty()) return failed("a command is missing");
  const auto command = command_named(words[0]);
  if (!command) return failed("there is no command '" + std::string(words[0]) + "'");
  options.command = *command;
  options.explore.jobs = 0;  // as many as there are processors
  if (*command == Command::Help || *command == Command::Version) return options;

  const bool traces = *command == Command::Trace;
  const bool explores = *command == Command::Explore;
  const bool replays = *command == Command::Replay;
  const bool runs = *command == Command::Run || traces;
  std::size_t next = 1;
  while (next < words.size()) {
    const std::string_view word = words[next];
    if (word == "--help" || word == "-h") {
      options.command = Command::Help;
      return options;
    }
    if (replays && word.starts_with("--seed=") && take_explore_option(words, next, options)) {
      if (!options.error.empty()) return options;
      continue;
    }
    if (((runs || explores || replays) && take_memory_option(words, next, options)) ||
        (explores && take_explore_option(words, next, options)) || (runs && take_run_option(words, next, options)) ||
        (traces && take_trace_option(words, next, options))) {
      if (!options.error.empty()) return options;
      continue;
    }
    if (options.file.empty() && word.starts_with("-") && word != "-") {
      return failed("'" + std::string(words[0]) + "' has no option " + std::string(word));
    }
    if (!options.file.empty()) break;
    options.file = word;
    ++next;
  }
  if (options.explore.pct != 0 && options.explore.random == 0) options.explore.random = kUsualExecutions;
  if (options.file.empty()) {
    return failed("'" + std::string(words[0]) + "' needs the name of a Python file");
  }
  if (replays) {
    if (next == words.size()) return failed("'replay' needs a schedule, as explore has told it");
    options.schedule = words[next++];
  }
  if (next < words.size() && std::string_view(words[next]) == "--") ++next;
  if (!runs && !explores && !replays && next < words.size()) {
    return failed("'" + std::string(words[0]) + "' takes one file");
  }
  options.run.filename = options.file == "-" ? "<stdin>" : options.file;
  options.run.arguments.assign(words.begin() + static_cast<std::ptrdiff_t>(next), words.end());
  return options;
}

std::string_view help() {
  return R"(threadbook: Python programs, run by the engine of the Threadbook page.

  threadbook run FILE.py [OPTIONS] [ARGUMENTS...]
      runs the program; its exit status is the program's (1 after an uncaught exception, 130 after
      Ctrl-C). The ARGUMENTS are sys.argv[1:]; input() and sys.stdin read standard input.
        --no-gil          threads run in parallel, without the global interpreter lock
        --memory MB       limit for Python objects (default 256); beyond it: MemoryError
        --collect-always  collect garbage at every opportunity; for testing the engine
        --statistics      tell in the end, on standard error, what collecting garbage has cost
        --switch-always   switch threads at every opportunity; for testing the engine
        --workers=N       no more than N threads, beside the main one, have an OS thread of their own, the others
                          share some; for testing the engine
        --on-deadlock=exit
                          end the program, with status 3, once its threads can never go on; why they
                          cannot is told on standard error in any case (default: wait, as Python does)
        --                what follows are ARGUMENTS, whatever it looks like
  threadbook explore FILE.py [OPTIONS] [ARGUMENTS...]
      runs the program in every order in which its threads can take their steps, and tells what can come of it:
      each output, uncaught exception and standstill, in how many orders, and one that leads there; and the races.
      Exit status: 0 if all orders were tried and none is wrong, 1 after a finding (an uncaught exception, a
      standstill, threads that go round for ever, a race), 2 for wrong usage, 4 if not all were tried. Ctrl-C ends
      it with what is known by then.
        --gil             threads switch only where Python's GIL can change hands (default: anywhere)
        --time=any|kept   may a timeout come before anything else (default), or are durations kept?
        --first           end with the first finding
        --bound=N         end after N orders
        --jobs=N          so many search at the same time (default: as many as there are processors)
        --limit=SECONDS   end after so long; if that is too short for all, those with few switches that nothing forces
                          are tried, then some by chance, from which it is told about how many there are
        --preemptions=N   only orders with at most N switches that nothing forces: most faults take one or two
        --random=N        N orders by chance instead of all, each choice by itself
        --pct[=DEPTH]     by chance as in probabilistic concurrency testing, which finds what takes few decisions in
                          the right order (default: 3) sooner; 1000 orders unless --random tells how many
        --seed=S          of the chance, of random numbers, ids and hashes (default 1)
        --same-output     more than one output is a finding
        --memory MB       as for run, in each order
        --json            one JSON object instead of sentences
      A program of unittest is explored test by test, or those that ARGUMENTS name; its status is 1 also where a test
      fails in some order.
      For example
        threadbook explore counter.py                 can it print anything but 2?
        threadbook explore --first philosophers.py 5  do they starve? The 5 is the program's
        threadbook explore --limit=10 --json big.py   what is known after ten seconds, for another program
  threadbook replay FILE.py [--seed=S] [--memory MB] SCHEDULE [ARGUMENTS...]
      runs the program once more in an order that explore has told, given the same options; the exit status is the
      program's, 3 if its threads could not go on
  threadbook trace FILE.py [-o TRACE.json] [--text] [OPTIONS] [ARGUMENTS...]
      runs the program and writes down what its threads did: when each ran and waited, for what, held by
      whom, and who woke it; as Chrome's trace-event JSON, which Perfetto shows (default name: FILE.json),
      or with --text as sentences (default: standard error); a name that ends in .svg gets a picture of
      the lanes, one in .txt the sentences
  threadbook check FILE.py
      says whether the program compiles: a SyntaxError and status 1 if not
  threadbook ast FILE.py
      prints the syntax tree, as Python's ast.dump
  threadbook dis FILE.py
      prints the bytecode
  threadbook --help, threadbook --version

FILE.py may be -, for standard input.
)";
}

}  // namespace threadbook::cli
