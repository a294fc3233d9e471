// threadbook_enumerate [--gil] MOST FILE [ARGUMENTS...]: all interleavings of a program, at most MOST, without any
// thought (enumerator.h). A line `INTERLEAVINGS TRACES`, or `more` if that is not all, and then what they come to,
// sorted, each a JSON array: how it ends, its status, output and errors, how many traces come to it. For
// check_oracle.py.
#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <string>
#include <string_view>
#include <vector>

#include "explore/enumerator.h"

namespace {

std::string quoted(std::string_view text) {
  std::string json = "\"";
  for (char c : text) {
    char escaped[8];
    const auto code = static_cast<unsigned char>(c);
    if (code >= 0x20 && c != '"' && c != '\\') {
      json += c;
    } else {
      std::snprintf(escaped, sizeof escaped, "\\u%04x", static_cast<unsigned>(code));
      json += escaped;
    }
  }
  return json + "\"";
}

}  // namespace

int main(int argc, char** argv) {
  using namespace threadbook;
  std::vector<std::string> words(argv + std::min(argc, 1), argv + argc);
  const bool gil = !words.empty() && words[0] == "--gil";
  if (gil) words.erase(words.begin());
  std::ifstream file(words.size() < 2 ? "" : words[1], std::ios::binary);
  if (!file) {
    std::fputs("threadbook_enumerate [--gil] MOST FILE [ARGUMENTS...]\n", stderr);
    return 2;
  }
  python::RunOptions run;
  run.filename = words[1];
  run.arguments.assign(words.begin() + 2, words.end());
  const std::string source{std::istreambuf_iterator<char>(file), {}};
  explore::Enumerator enumerator(std::strtoull(words[0].c_str(), nullptr, 10));
  enumerator.enumerate(source, std::move(run), gil);
  if (!enumerator.is_complete()) {
    std::puts("more");
    return 0;
  }
  std::printf("%zu %zu\n", enumerator.executions, enumerator.traces.size());
  for (const auto& [result, traces] : enumerator.results) {
    std::printf("[\"%s\", %d, %s, %s, %zu]\n", std::string(explore::name_of(result.end)).c_str(), result.status,
                quoted(result.out).c_str(), quoted(result.err).c_str(), traces.size());
  }
}
