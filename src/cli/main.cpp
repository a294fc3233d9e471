// The command line: the engine without the page.
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "cli/explore_command.h"
#include "cli/options.h"
#include "cli/run_command.h"
#include "python/compiler/compiler.h"
#include "python/syntax/dump.h"
#include "python/syntax/parser.h"

namespace {

using threadbook::cli::Command;
using threadbook::cli::Options;
namespace python = threadbook::python;

constexpr int kFailed = 1;
constexpr int kMisused = 2;  // as python3 for a wrong option and for a file that is not there

void print(std::FILE* file, std::string_view text) { std::fwrite(text.data(), 1, text.size(), file); }

// The whole file ("-": standard input), or nothing; `errno` says why.
std::optional<std::string> read_file(const std::string& name) {
  std::FILE* file = name == "-" ? stdin : std::fopen(name.c_str(), "rb");
  if (file == nullptr) return std::nullopt;
  std::string text;
  char buffer[16 * 1024];
  for (std::size_t count; (count = std::fread(buffer, 1, sizeof buffer, file)) > 0;) {
    text.append(buffer, count);
  }
  const bool failed = std::ferror(file) != 0;
  const int reason = errno;
  if (file != stdin) std::fclose(file);
  if (failed) {
    errno = reason;
    return std::nullopt;
  }
  return text;
}

int report(const python::SyntaxError& error, const std::string& filename) {
  print(stderr, python::format_syntax_error(error, filename));
  return kFailed;
}

int print_tree(const std::string& source, const std::string& filename) {
  const python::ParseResult parsed = python::parse(source, filename);
  if (parsed.error) return report(*parsed.error, filename);
  print(stdout, python::dump(*parsed.module) + "\n");
  return 0;
}

int compile_only(const std::string& source, const std::string& filename, bool print_code) {
  const python::CompileResult compiled = python::compile(source, filename);
  if (compiled.error) return report(*compiled.error, filename);
  if (print_code) print(stdout, compiled.code->disassemble());
  return 0;
}

}  // namespace

int main(int argc, char** argv) {
  const std::vector<const char*> words(argv + (argc > 0 ? 1 : 0), argv + argc);
  const Options options = threadbook::cli::parse_options(words);
  if (!options.error.empty()) {
    print(stderr, "threadbook: " + options.error + "; threadbook --help tells more.\n");
    return kMisused;
  }
  if (options.command == Command::Help) {
    print(stdout, threadbook::cli::help());
    return 0;
  }
  if (options.command == Command::Version) {
    print(stdout, "threadbook " + std::string(threadbook::cli::kVersion) + "\n");
    return 0;
  }
  const std::optional<std::string> source = read_file(options.file);
  if (!source) {
    print(stderr, "threadbook: can't open file '" + options.file + "': " + std::strerror(errno) + "\n");
    return kMisused;
  }
  const std::string& filename = options.run.filename;
  switch (options.command) {
    case Command::Ast: return print_tree(*source, filename);
    case Command::Dis: return compile_only(*source, filename, true);
    case Command::Check: return compile_only(*source, filename, false);
    case Command::Explore: return threadbook::cli::explore_program(*source, options);
    case Command::Replay: return threadbook::cli::replay_program(*source, options);
    default: return threadbook::cli::run_program(*source, options);
  }
}
