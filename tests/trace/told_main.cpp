// Runs a program and writes its story twice: as the model has it, and exported as trace events.
//
//     threadbook_told FILE [--no-gil]
//
// First a line `stands still` if it was ended for that. Then the model, a line for each of its parts, with tabs between
// the fields, times in ns since the story's beginning and texts as the hexadecimal digits of their bytes; then a line
// `json`, and what `threadbook trace` would write. For check_export.py, which compares the two.
#include <cstdio>
#include <exception>
#include <string>
#include <string_view>

#include "trace/chrome_trace.h"
#include "trace/tell.h"
#include "trace/words.h"

namespace {

using namespace threadbook::trace;

std::string hex(std::string_view text) {
  constexpr std::string_view kDigits = "0123456789abcdef";
  std::string digits;
  for (const char c : text) {
    digits += kDigits[static_cast<unsigned char>(c) >> 4];
    digits += kDigits[static_cast<unsigned char>(c) & 15];
  }
  return digits;
}

class Model {
 public:
  explicit Model(const Story& story) : story_(story) {}

  void print() {
    for (const ThreadLane& lane : story_.threads()) {
      std::printf("thread\t%u\t%s\n", lane.number, hex(lane.name).c_str());
      for (const Span& span : lane.spans) {
        const std::string state(span.state == State::Waiting ? activity_word(span.what) : state_word(span.state));
        std::printf("span\t%lld\t%lld\t%s\t%u\t%s\t%s\n", at(span.begin), at(span.end), state.c_str(), span.line,
                    hex(state_words(story_, span)).c_str(), hex(sentence(story_, lane, span)).c_str());
      }
    }
    for (const ThingLane& lane : story_.things()) {
      if (lane.spans.empty()) continue;
      std::printf("thing\t%u\t%s\t%s\n", lane.thing.number, hex(name_of(lane.thing)).c_str(),
                  hex(kind_word(lane.thing.kind)).c_str());
      for (const Holding& held : lane.spans) {
        std::printf("held\t%lld\t%lld\t%u\t%s\n", at(held.begin), at(story_.end_of(held)), held.line,
                    hex(holding_words(story_, lane, held)).c_str());
      }
    }
    for (const Mark& mark : story_.marks()) {
      std::printf("mark\t%u\t%lld\t%u\t%d\n", mark.thread, at(mark.time), mark.line, mark.bytes);
    }
    for (const Arrow& arrow : story_.arrows()) {
      const char* kind = arrow.kind == ArrowKind::Start ? "start" : arrow.kind == ArrowKind::Join ? "join" : "wake";
      std::printf("arrow\t%s\t%u\t%lld\t%u\t%lld\n", kind, arrow.from, at(arrow.begin), arrow.to, at(arrow.end));
    }
  }

 private:
  long long at(Time time) const { return time - story_.begin(); }

  const Story& story_;
};

}  // namespace

int main(int argc, char** argv) {
  const bool gil = argc < 3 || std::string_view(argv[2]) != "--no-gil";
  if (argc < 2 || argc > 3 || (argc == 3 && gil)) {
    std::fputs("threadbook_told FILE [--no-gil]\n", stderr);
    return 2;
  }
  try {
    const Told told = tell(read_program(argv[1]), gil);
    if (told.stands_still) std::puts("stands still");
    Model(told.story).print();
    std::puts("json");
    std::fputs(as_chrome_json(told.story).c_str(), stdout);
    return 0;
  } catch (const std::exception& error) {
    std::fprintf(stderr, "threadbook_told: %s\n", error.what());
    return 1;
  }
}
