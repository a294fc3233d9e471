// threadbook_replay TIMES SCHEDULE FILE [ARGUMENTS...]: a program as the schedule says, so many times. What the first
// one comes to, as text: a line with its end, the bytes it has written, then its events, one a line. Status 1 if
// another time it was not the same. For check_replay.py.
#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <memory>
#include <string>
#include <vector>

#include "explore/replay.h"
#include "explore/schedule.h"
#include "python/vm/observer.h"

namespace {

using namespace threadbook;

// Writes down what it is told.
class Writer final : public python::Observer {
 public:
  std::uint32_t happened(const python::Event& event) noexcept override {
    char line[200];
    std::snprintf(
        line, sizeof line, "%d %d thread %llu line %u thing %u value %d position %llu other %llu holder %llu\n",
        static_cast<int>(event.kind), static_cast<int>(event.what), static_cast<unsigned long long>(event.thread),
        event.line, event.thing, event.value, static_cast<unsigned long long>(event.position),
        static_cast<unsigned long long>(event.other), static_cast<unsigned long long>(event.holder));
    text += line;
    return 1;
  }
  void met(const python::Thing& thing) override {
    text += "thing " + std::to_string(thing.number) + " is " + thing.owner + " " + thing.name + "\n";
  }

  std::string text;
};

std::string once(const std::string& source, python::RunOptions run, const explore::Schedule& schedule) {
  const auto writer = std::make_shared<Writer>();
  run.observer = writer;
  const explore::Execution execution = explore::replay(source, std::move(run), schedule);
  return std::string(explore::name_of(execution.end)) + " " + std::to_string(execution.status) + "\n" + execution.out +
         "\n--- errors\n" + execution.err + "\n--- events\n" + writer->text;
}

}  // namespace

int main(int argc, char** argv) {
  const std::vector<std::string> words(argv + std::min(argc, 1), argv + argc);
  std::ifstream file(words.size() < 3 ? "" : words[2], std::ios::binary);
  const auto schedule = words.size() < 2 ? std::nullopt : explore::schedule_from(words[1]);
  if (!file || !schedule) {
    std::fputs("threadbook_replay TIMES SCHEDULE FILE [ARGUMENTS...]\n", stderr);
    return 2;
  }
  python::RunOptions run;
  run.filename = words[2];
  run.arguments.assign(words.begin() + 3, words.end());
  const std::string source{std::istreambuf_iterator<char>(file), {}};
  const std::string text = once(source, run, *schedule);
  std::fwrite(text.data(), 1, text.size(), stdout);
  for (long left = std::strtol(words[0].c_str(), nullptr, 10); left > 1; --left) {
    if (once(source, run, *schedule) != text) return 1;
  }
}
