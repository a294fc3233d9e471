// threadbook_round_robin [--seed N | --turns N | --random N | --steps N] run FILE [OPTIONS...]: `threadbook run` on one
// OS thread, all Python threads in turn, so that programs show that an executor is a thing one can exchange (tests/run,
// compare.py).
// --turns: turns of N safe points each.
// --random: by chance, seeded with N; --steps: likewise, and only before what others could notice, as in a search.
#include <algorithm>
#include <charconv>
#include <cstdio>
#include <fstream>
#include <iterator>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "cli/options.h"
#include "cli/run_command.h"
#include "explore/executor/deterministic_executor.h"
#include "explore/executor/random_scheduler.h"
#include "explore/executor/round_robin.h"

namespace {

using namespace threadbook;

auto executor_by_chance(std::uint64_t seed, explore::Granularity granularity) {
  return [=](python::Interpreter& interpreter) -> std::unique_ptr<python::Executor> {
    explore::DeterministicOptions options;
    options.seed = seed;
    options.granularity = granularity;
    return std::make_unique<explore::DeterministicExecutor>(interpreter, std::make_shared<explore::RandomWalk>(seed),
                                                            options);
  };
}

}  // namespace

int main(int argc, char** argv) {
  std::vector<const char*> words(argv + (argc > 0 ? 1 : 0), argv + argc);
  std::uint64_t seed = 1;
  const std::string_view how = words.empty() ? "" : words[0];
  if (words.size() >= 2 && (how == "--seed" || how == "--turns" || how == "--random" || how == "--steps")) {
    const std::string_view number = words[1];
    const auto [end, error] = std::from_chars(number.data(), number.data() + number.size(), seed);
    if (error != std::errc() || end != number.data() + number.size()) {
      std::fprintf(stderr, "%s takes a number\n", words[0]);
      return 2;
    }
    words.erase(words.begin(), words.begin() + 2);
  }
  cli::Options options = cli::parse_options(words);
  std::ifstream file(options.file, std::ios::binary);
  if (!options.error.empty() || options.command != cli::Command::Run || !file) {
    std::fputs("threadbook_round_robin [--seed N | --turns N | --random N | --steps N] run FILE [OPTIONS...]\n",
               stderr);
    return 2;
  }
  if (how == "--random") {
    options.run.executor = executor_by_chance(seed, explore::Granularity::SafePoints);
  } else if (how == "--turns") {
    options.run.executor = explore::executor_in_turn(1, static_cast<std::uint32_t>(std::max<std::uint64_t>(seed, 1)));
  } else if (how == "--steps") {
    options.run.executor = executor_by_chance(seed, explore::Granularity::Shared);
  } else {
    options.run.executor = explore::executor_in_turn(seed);
  }
  const std::string source{std::istreambuf_iterator<char>(file), {}};
  return cli::run_program(source, options);
}
