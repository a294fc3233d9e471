#include "trace/chrome_trace.h"

#include <algorithm>
#include <cstdio>
#include <string_view>
#include <utility>
#include <vector>

#include "python/text/json_text.h"
#include "trace/words.h"

namespace threadbook::trace {
namespace {

// Process numbers. A thing's thread number has its process's added to it: some that read the format take two threads of
// one number for one thread, whatever their processes, and a thread of its process's number for the main one.
constexpr std::uint32_t kThreads = 1, kThings = 1u << 20;

using python::json_quoted;

class Writer {
 public:
  explicit Writer(const Story& story) : story_(story) {}

  std::string write() {
    out_ = "{\"displayTimeUnit\":\"ms\",\"traceEvents\":[\n";
    bool is_first = true;
    for (const ThreadLane& lane : story_.threads()) {
      if (std::exchange(is_first, false)) name(kThreads, lane.number, "process_name", "threads");
      name(kThreads, lane.number, "thread_name", lane.name);
      for (const Span& span : lane.spans) add(lane, span);
    }
    is_first = true;
    for (const ThingLane& lane : story_.things()) {
      if (lane.spans.empty()) continue;
      const std::uint32_t number = kThings + lane.thing.number;
      if (std::exchange(is_first, false)) name(kThings, number, "process_name", "what they share");
      name(kThings, number, "thread_name", name_of(lane.thing) + " (" + std::string(kind_word(lane.thing.kind)) + ")");
      for (const Holding& held : lane.spans) add(lane, held);
    }
    for (const Mark& mark : story_.marks()) {
      const std::string what = mark.is_exception() ? "exception" : "prints";
      begin("i", mark.line != 0 ? what + ", line " + std::to_string(mark.line) : what,
            mark.is_exception() ? "exception" : "output", kThreads, mark.thread, mark.time);
      out_ += ",\"s\":\"t\",\"args\":{\"bytes\":" + std::to_string(mark.bytes) + "}}";
    }
    std::size_t id = 0;
    for (const Arrow& arrow : story_.arrows()) {
      const char* what = arrow.kind == ArrowKind::Start  ? "starts"
                         : arrow.kind == ArrowKind::Join ? "has ended"
                                                         : "wakes";
      ++id;
      begin("s", what, "flow", kThreads, arrow.from, arrow.begin);
      out_ += ",\"id\":" + std::to_string(id) + "}";
      begin("f", what, "flow", kThreads, arrow.to, arrow.end);
      out_ += ",\"bp\":\"e\",\"id\":" + std::to_string(id) + "}";
    }
    return std::move(out_) + "\n]}\n";
  }

 private:
  // Microseconds, with all digits of the nanoseconds.
  void field(std::string_view what, Time time) {
    char number[48];
    std::snprintf(number, sizeof number, "%lld.%03lld", static_cast<long long>(time / 1000),
                  static_cast<long long>(time % 1000));
    out_ += ",\"" + std::string(what) + "\":" + number;
  }
  void begin(std::string_view phase, std::string_view name, std::string_view category, std::uint32_t process,
             std::uint32_t thread, Time time) {
    if (!std::exchange(is_first_, false)) out_ += ",\n";
    out_ += "{\"ph\":\"" + std::string(phase) + "\",\"name\":" + json_quoted(name) +
            ",\"cat\":" + json_quoted(category) + ",\"pid\":" + std::to_string(process) +
            ",\"tid\":" + std::to_string(thread);
    field("ts", time - story_.begin());
  }
  void name(std::uint32_t process, std::uint32_t thread, std::string_view what, std::string_view name) {
    if (!std::exchange(is_first_, false)) out_ += ",\n";
    out_ += "{\"ph\":\"M\",\"name\":" + json_quoted(what) + ",\"pid\":" + std::to_string(process) +
            ",\"tid\":" + std::to_string(thread) + ",\"args\":{\"name\":" + json_quoted(name) + "}}";
  }
  void add(const ThreadLane& lane, const Span& span) {
    begin("X", state_words(story_, span),
          span.state == State::Waiting ? activity_word(span.what) : state_word(span.state), kThreads, lane.number,
          span.begin);
    field("dur", span.end - span.begin);
    out_ += ",\"args\":{\"line\":" + std::to_string(span.line) +
            ",\"sentence\":" + json_quoted(sentence(story_, lane, span)) + "}}";
  }
  void add(const ThingLane& lane, const Holding& held) {
    begin("X", holding_words(story_, lane, held), kind_word(lane.thing.kind), kThings, kThings + lane.thing.number,
          held.begin);
    field("dur", story_.end_of(held) - held.begin);
    out_ += ",\"args\":{\"line\":" + std::to_string(held.line) + "}}";
  }

  const Story& story_;
  std::string out_;
  bool is_first_ = true;  // what comes is the first event
};

}  // namespace

std::string as_chrome_json(const Story& story) { return Writer(story).write(); }

std::string as_text(const Story& story, std::size_t most) {
  struct Line {
    Time time;
    const ThreadLane* lane;
    const Span* span;  // nullptr: the lane's beginning or end
    bool is_end;
  };
  std::vector<Line> lines;
  bool is_cut = story.folded() > 0;
  for (const ThreadLane& lane : story.threads()) {
    if (lane.started_by != 0) lines.push_back({lane.began, &lane, nullptr, false});
    if (!lane.is_alive()) lines.push_back({lane.ended, &lane, nullptr, true});
    std::size_t told = 0;
    for (auto span = lane.spans.rbegin(); span != lane.spans.rend() && told < most; ++span) {
      if (span->state != State::Waiting && span->state != State::Folded) continue;
      lines.push_back({span->begin, &lane, &*span, false});
      ++told;
    }
    is_cut |= told == most;
  }
  std::stable_sort(lines.begin(), lines.end(), [](const Line& a, const Line& b) { return a.time < b.time; });
  const std::size_t first = lines.size() - std::min(lines.size(), most);
  std::string text = is_cut || first > 0 ? "What happened first is not told: there was too much of it.\n" : "";
  for (std::size_t i = first; i < lines.size(); ++i) {
    const Line& line = lines[i];
    text += time_text(line.time - story.begin()) + "  ";
    if (line.span != nullptr) {
      text += sentence(story, *line.lane, *line.span);
    } else if (line.is_end) {
      text += line.lane->name + " ends.";
    } else {
      text += story.name_of(line.lane->started_by) + " starts " + line.lane->name + ".";
    }
    text += '\n';
  }
  return text;
}

}  // namespace threadbook::trace
