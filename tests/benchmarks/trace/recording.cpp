// What recording costs: programs recorded and not in turn, one event, and a picture of very many.
//
//     threadbook_trace_bench BENCHMARKS ROUNDS
//
// BENCHMARKS is the folder tests/benchmarks. Prints the rows of a table as JSON, as tests/benchmarks/page does.
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <memory>
#include <string>
#include <vector>

#include "python/run.h"
#include "trace/lanes.h"
#include "trace/recorder.h"
#include "trace/story.h"

namespace {

namespace python = threadbook::python;
namespace trace = threadbook::trace;
using Clock = std::chrono::steady_clock;

std::vector<std::string> rows;

void row(const std::string& what, double measured, const char* format, const char* must, const char* aim) {
  char number[64];
  std::snprintf(number, sizeof number, format, measured);
  rows.push_back("{\"what\": \"" + what + "\", \"measured\": \"" + number + "\", \"must\": \"" + must +
                 "\", \"aim\": \"" + aim + "\"}");
}

// Seconds that the program's main() takes, as it measures itself (measure_main.py).
double run(const std::string& source, const std::shared_ptr<python::Observer>& observer) {
  python::RunOptions options;
  options.observer = observer;
  auto* recorder = dynamic_cast<trace::Recorder*>(observer.get());
  const auto run = python::Run::start(source, std::move(options));
  trace::Story story;
  std::vector<python::OutputChunk> chunks;
  for (bool finished = false; !finished;) {
    run->wait_for_news(0.016);  // as often as a page draws
    finished = run->finished();
    run->take_output(chunks);
    if (recorder != nullptr) story.take(*recorder, finished);
  }
  std::string text;
  for (const python::OutputChunk& chunk : chunks) text += chunk.text;
  return std::atof(text.c_str());
}

std::string read_file(const std::string& name) {
  std::ifstream file(name, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

void measure_programs(const std::string& folder, int rounds) {
  const std::string measure = read_file(folder + "/measure_main.py");
  for (const char* name : {"loop", "nbody", "method_calls", "locks", "queues", "executor"}) {
    const std::string source = read_file(folder + "/programs/" + name + ".py") + "\n\n" + measure;
    double plain = 1e9, recorded = 1e9;
    for (int i = 0; i < 2 * rounds; ++i) {
      plain = std::min(plain, run(source, nullptr));
      recorded = std::min(recorded, run(source, std::make_shared<trace::Recorder>()));
    }
    row(std::string(name) + ", recorded against not, native", recorded / plain, "%.3f", "<= 1.05", "<= 1.02");
  }
}

void measure_event() {
  trace::Recorder recorder;
  std::vector<trace::Record> records;
  constexpr int kEvents = 1000, kTimes = 500;
  double best = 1e9;
  for (int time = 0; time < kTimes; ++time) {
    const auto begin = Clock::now();
    for (int i = 0; i < kEvents; ++i) {
      recorder.happened({.kind = i % 2 == 0 ? python::EventKind::WaitsFor : python::EventKind::Woken,
                         .what = python::ThreadActivity::Sleeping,
                         .line = 1,
                         .value = 1,
                         .thread = 1});
    }
    best = std::min(best, std::chrono::duration<double>(Clock::now() - begin).count() / kEvents);
    records.clear();
    recorder.drain(records);
  }
  row("one event recorded, native, its time included", best * 1e9, "%.1f ns", "<= 40 ns", "<= 10 ns");
}

// A story as long as one may be, seen whole and in part.
void measure_lanes() {
  trace::Recorder recorder;
  trace::Story story;
  for (std::size_t i = 0; story.folded() == 0; ++i) {
    for (std::uint64_t thread = 1; thread <= 8; ++thread) {
      recorder.happened({.kind = i == 0       ? python::EventKind::Began
                                 : i % 2 == 0 ? python::EventKind::Woken
                                              : python::EventKind::WaitsFor,
                         .what = python::ThreadActivity::Sleeping,
                         .line = 1,
                         .value = 1,
                         .thread = thread});
    }
    if (i % 100 == 0) story.take(recorder, false);
  }
  story.take(recorder, true);
  double worst = 0;
  const trace::TimeRange whole{story.begin(), story.end()};
  for (const double share : {1.0, 0.5, 0.1, 0.001}) {
    const trace::TimeRange range = trace::zoomed(whole, share, 0.9, whole);
    double best = 1e9;
    for (int i = 0; i < 20; ++i) {
      const auto begin = Clock::now();
      const trace::Lanes lanes = trace::lay_out(story, {.range = range, .width = 700, .most_threads = 12});
      best = std::min(best, std::chrono::duration<double>(Clock::now() - begin).count());
      if (lanes.threads.empty()) std::abort();
    }
    worst = std::max(worst, best);
  }
  row("the longest story there is laid out at any zoom, native", worst * 1e3, "%.2f ms", "<= 6 ms", "<= 2 ms");
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 3) {
    std::fputs("threadbook_trace_bench BENCHMARKS ROUNDS\n", stderr);
    return 2;
  }
  measure_programs(argv[1], std::max(1, std::atoi(argv[2])));
  measure_event();
  measure_lanes();
  std::printf("{\"rows\": [\n");
  for (std::size_t i = 0; i < rows.size(); ++i)
    std::printf("  %s%s\n", rows[i].c_str(), i + 1 < rows.size() ? "," : "");
  std::printf("]}\n");
  return 0;
}
