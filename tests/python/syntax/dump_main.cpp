// A command for the comparisons with CPython in this folder: what the parser, the symbol table and
// the checks make of files.
//   dump_main ast|ast-plain|symbols|check|time FILE...
// For one file the answer is written to standard output; for more, each is preceded by its length
// in bytes on a line of its own.
#include <chrono>
#include <cstdio>
#include <fstream>
#include <iostream>
#include <iterator>
#include <string>
#include <string_view>

#include "python/syntax/dump.h"
#include "python/syntax/parser.h"

using namespace threadbook::python;

namespace {

std::string answer(std::string_view what, const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  std::string source{std::istreambuf_iterator<char>(file), {}};
  if (what == "time") {
    auto start = std::chrono::steady_clock::now();
    ParseResult result = parse(source, path);
    auto end = std::chrono::steady_clock::now();
    return std::to_string(std::chrono::duration<double, std::milli>(end - start).count()) + " ms\n";
  }
  ParseResult result = parse(source, path);
  if (result.error) {
    return result.error->type + ": " + result.error->message + "\n";
  }
  return dump(*result.module, what == "ast") + "\n";
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 3) {
    std::cerr << "usage: dump_main ast|ast-plain|symbols|check|time FILE...\n";
    return 2;
  }
  for (int i = 2; i < argc; ++i) {
    std::string text = answer(argv[1], argv[i]);
    if (argc > 3) std::printf("%zu\n", text.size());
    std::fwrite(text.data(), 1, text.size(), stdout);
  }
  return 0;
}
