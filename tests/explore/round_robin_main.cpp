// threadbook_round_robin [--seed N] run FILE [OPTIONS...]: `threadbook run` on one OS thread, all Python
// threads in turn, so that programs show that an executor is a thing one can exchange (tests/run, compare.py).
#include <charconv>
#include <cstdio>
#include <fstream>
#include <iterator>
#include <string>
#include <string_view>
#include <vector>

#include "cli/options.h"
#include "cli/run_command.h"
#include "explore/round_robin.h"

int main(int argc, char** argv) {
  std::vector<const char*> words(argv + (argc > 0 ? 1 : 0), argv + argc);
  std::uint64_t seed = 1;
  if (words.size() >= 2 && std::string_view(words[0]) == "--seed") {
    const std::string_view number = words[1];
    const auto [end, error] = std::from_chars(number.data(), number.data() + number.size(), seed);
    if (error != std::errc() || end != number.data() + number.size()) {
      std::fputs("--seed takes a number\n", stderr);
      return 2;
    }
    words.erase(words.begin(), words.begin() + 2);
  }
  threadbook::cli::Options options = threadbook::cli::parse_options(words);
  std::ifstream file(options.file, std::ios::binary);
  if (!options.error.empty() || options.command != threadbook::cli::Command::Run || !file) {
    std::fputs("threadbook_round_robin [--seed N] run FILE [OPTIONS...]\n", stderr);
    return 2;
  }
  options.run.executor = threadbook::explore::executor_in_turn(seed);
  const std::string source{std::istreambuf_iterator<char>(file), {}};
  return threadbook::cli::run_program(source, options);
}
