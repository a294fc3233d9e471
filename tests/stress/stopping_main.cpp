// Runs programs with threads and stops each at a random moment: nothing may hang, crash or be left
// over, neither a thread of the operating system nor a byte.
//
//   threadbook_stopping_stress FOLDER [COUNT] [SEED]
//
// A run's program is put together from one to three files of FOLDER, each in a thread of its own;
// with the GIL or without; with workers for all threads or few that they share; stopped by stop(), by one or two
// interrupt(), by dropping its Run, or not at all until later. Several go on at once. What run number i does is made
// from the seed and i; when it happens is the machine's affair, so a seed finds the programs again, not the very
// moment.
//
// Memory: first the whole library is compiled, since the process keeps that, and every file runs once.
// Then the runs are done in phases of equal length. After each, once every thread has ended, the bytes
// allocated are counted; those of the second half of the phases may not grow.
#include <algorithm>
#include <array>
#include <atomic>
#include <charconv>
#include <chrono>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <memory>
#include <random>
#include <string>
#include <thread>
#include <vector>

#ifdef __GLIBC__
#include <malloc.h>
#endif

#include "python/run.h"
#include "python/vm/import.h"
#include "runtime/worker_pool.h"
#include "trace/recorder.h"

namespace {

using namespace std::chrono_literals;
using threadbook::python::OutputChunk;
using threadbook::python::Run;
using threadbook::python::RunOptions;
using threadbook::python::Stream;
using threadbook::runtime::WorkerPool;
using Clock = std::chrono::steady_clock;

constexpr std::size_t kTogether = 6;
constexpr auto kPatience = 60s;           // for a stopped run to end; the machine may be busy
constexpr std::size_t kSlack = 16 << 10;  // bytes

struct Snippet {
  std::string name, text;
};

enum class Ending { Stop, Interrupt, InterruptTwice, Drop, Count };
constexpr std::array<const char*, 4> kEndingNames = {"stop", "interrupt", "interrupt twice", "drop"};

// Half of the runs are recorded as the page's are; nobody reads the records.
RunOptions recorded(RunOptions options) {
  static std::atomic<std::size_t> runs{0};
  if (runs++ % 2 == 0) options.observer = std::make_shared<threadbook::trace::Recorder>();
  return options;
}

// What one run does.
struct Plan {
  std::string names;
  std::string source;
  RunOptions options;
  Ending ending;
  bool reads;                               // takes the output while the program runs
  std::chrono::microseconds first, second;  // until it is stopped, and until the second attempt
};

[[noreturn]] void fail(std::size_t number, const Plan& plan, const std::string& what) {
  std::fprintf(stderr, "run %zu (%s; %s, %zu workers%s%s%s): %s\n", number, plan.names.c_str(),
               plan.options.gil ? "GIL" : "no GIL", plan.options.most_workers,
               plan.options.switch_always ? ", switch always" : "",
               plan.options.collect_always ? ", collect always" : "",
               (std::string(", ") + kEndingNames[static_cast<std::size_t>(plan.ending)]).c_str(), what.c_str());
  std::abort();  // so that a debugger sees what everybody was doing
}

std::vector<Snippet> read_snippets(const char* folder) {
  std::vector<Snippet> snippets;
  for (const auto& entry : std::filesystem::directory_iterator(folder)) {
    if (entry.path().extension() != ".py") continue;
    std::ifstream file(entry.path());
    snippets.push_back({entry.path().stem().string(), {std::istreambuf_iterator<char>(file), {}}});
  }
  std::ranges::sort(snippets, {}, &Snippet::name);
  return snippets;
}

Plan make_plan(const std::vector<Snippet>& snippets, std::uint64_t seed, std::size_t number) {
  std::mt19937_64 random(seed * 1'000'003 + number);
  auto below = [&](std::size_t count) { return static_cast<std::size_t>(random() % count); };
  Plan plan;
  std::size_t parts = below(3) + 1;
  if (parts == 1) {
    const Snippet& snippet = snippets[below(snippets.size())];
    plan.names = snippet.name;
    plan.source = snippet.text;
  } else {
    plan.source = "import threading\nparts = [\n";
    for (std::size_t i = 0; i < parts; ++i) {
      const Snippet& snippet = snippets[below(snippets.size())];
      plan.names += (i == 0 ? "" : " + ") + snippet.name;
      plan.source += "r'''" + snippet.text + "''',\n";
    }
    plan.source +=
        "]\n"
        "for part in parts[1:]:\n"
        "    threading.Thread(target=exec, args=(part, {})).start()\n"
        "exec(parts[0], {})\n";
  }
  plan.options.gil = below(2) == 0;
  plan.options.switch_always = below(8) == 0;
  plan.options.collect_always = below(16) == 0;
  plan.options.memory_limit = 64 << 20;
  plan.ending = static_cast<Ending>(below(static_cast<std::size_t>(Ending::Count)));
  plan.reads = below(3) != 0;
  // Short times are as likely as long ones: 0.1 ms to 0.2 s, from the first steps to the very end.
  auto moment = [&] {
    double exponent = std::uniform_real_distribution<>(2, 5.3)(random);
    return std::chrono::microseconds(static_cast<std::int64_t>(std::pow(10.0, exponent)));
  };
  plan.first = moment();
  plan.second = moment();
  if (below(2) == 0) plan.options.most_workers = below(4);
  return plan;
}

// A run under way and what it has said on stderr.
class Watched {
 public:
  Watched(std::size_t number, const Plan& plan)
      : number_(number), plan_(plan), run_(Run::start(plan.source, recorded(plan.options))) {}

  Run& run() { return *run_; }

  // False: it has ended before `duration` was over.
  bool go_on_for(Clock::duration duration) {
    const auto end = Clock::now() + duration;
    while (!run_->finished()) {
      if (Clock::now() >= end) return true;
      if (plan_.reads) take();
      std::this_thread::sleep_for(std::min<Clock::duration>(200us, duration));
    }
    return false;
  }

  void wait_for_end() {
    if (go_on_for(kPatience)) {
      std::string threads;
      for (const auto& thread : run_->threads()) {
        threads += "\n  " + thread.name + ", line " + std::to_string(thread.line) + ", activity " +
                   std::to_string(static_cast<int>(thread.activity));
      }
      fail(number_, plan_, "does not end" + threads);
    }
    take();
    if (!run_->threads().empty()) fail(number_, plan_, "a thread is left over");
    const int status = run_->status();
    // An interrupt may come while the program cleans up, and be another error by the time it ends it.
    const bool interrupted = plan_.ending == Ending::Interrupt || plan_.ending == Ending::InterruptTwice;
    if (status != 0 && status != threadbook::python::kStoppedStatus && !(interrupted && status == 1)) {
      fail(number_, plan_, "ends with status " + std::to_string(status) + "\n" + errors_);
    }
  }

 private:
  std::size_t number_;
  const Plan& plan_;
  std::unique_ptr<Run> run_;
  std::string errors_;

  void take() {
    std::vector<OutputChunk> chunks;
    run_->take_output(chunks);
    for (const OutputChunk& chunk : chunks) {
      if (chunk.stream == Stream::Err && errors_.size() < 10'000) errors_ += chunk.text;
    }
  }
};

void carry_out(std::size_t number, const Plan& plan) {
  Watched watched(number, plan);
  if (watched.go_on_for(plan.first)) {
    switch (plan.ending) {
      case Ending::Drop: return;
      case Ending::Stop: watched.run().stop(); break;
      case Ending::Interrupt:
        watched.run().interrupt();
        if (watched.go_on_for(plan.second)) watched.run().stop();
        break;
      case Ending::InterruptTwice:
        watched.run().interrupt();
        watched.go_on_for(plan.second / 10);
        watched.run().interrupt();
        break;
      case Ending::Count: break;
    }
  }
  watched.wait_for_end();
}

// Calls `work(number)` for every number below `end` that `next` has not reached yet, several at once.
template <typename Work>
void share_out(std::atomic<std::size_t>& next, std::size_t end, const Work& work) {
  {
    std::vector<std::jthread> drivers;
    for (std::size_t i = 0; i < kTogether; ++i) {
      drivers.emplace_back([&] {
        for (std::size_t number; (number = next.fetch_add(1)) < end;) work(number);
      });
    }
  }
  next.store(end);
}

// Runs a file for a moment, so that what else a process keeps is there.
void warm_up(std::size_t number, const Snippet& snippet) {
  Plan plan;
  plan.names = snippet.name;
  plan.source = snippet.text;
  plan.ending = Ending::Stop;
  plan.reads = true;
  plan.first = plan.second = 500ms;
  carry_out(number, plan);
}

// The threads of this process beside the main one, as the system counts them where it tells: one that the
// pool no longer counts has yet to give back what memory the allocator keeps for it.
std::size_t other_threads() {
#ifdef __linux__
  const std::filesystem::directory_iterator tasks("/proc/self/task");
  return static_cast<std::size_t>(std::distance(begin(tasks), end(tasks))) - 1;
#else
  return WorkerPool::process().thread_count();
#endif
}

// Waits until the pool's threads are gone, those that were parked too.
bool wait_for_threads() {
  const auto end = Clock::now() + kPatience;
  while (other_threads() != 0) {
    if (Clock::now() >= end) return false;
    std::this_thread::sleep_for(10ms);
  }
  return true;
}

std::size_t allocated_bytes() {
#ifdef __GLIBC__
  const struct mallinfo2 info = mallinfo2();
  return info.uordblks + info.hblkhd;
#else
  return 0;
#endif
}

std::size_t number_of(const char* text, std::size_t otherwise) {
  if (text == nullptr) return otherwise;
  std::size_t number = otherwise;
  std::from_chars(text, text + std::char_traits<char>::length(text), number);
  return number;
}

}  // namespace

int main(int count, char** words) {
  if (count < 2) {
    std::fputs("usage: threadbook_stopping_stress FOLDER [COUNT] [SEED]\n", stderr);
    return 2;
  }
  const std::vector<Snippet> snippets = read_snippets(words[1]);
  const std::size_t runs = number_of(count > 2 ? words[2] : nullptr, 200);
  const std::uint64_t seed = number_of(count > 3 ? words[3] : nullptr, std::random_device{}() % 1'000'000);
  const std::size_t phases = std::clamp<std::size_t>(runs / 100, 4, 20);
  std::printf("%zu runs of %zu programs, seed %llu\n", runs, snippets.size(), static_cast<unsigned long long>(seed));
  std::fflush(stdout);

  for (const std::string& name : threadbook::python::library_modules()) {
    (void)threadbook::python::library_code(name);
  }
  std::atomic<std::size_t> next{0};
  share_out(next, snippets.size(), [&](std::size_t number) { warm_up(number, snippets[number]); });
  next.store(0);
  std::vector<std::size_t> bytes;
  for (std::size_t phase = 0; phase < phases; ++phase) {
    const std::size_t end = runs * (phase + 1) / phases;
    share_out(next, end, [&](std::size_t number) { carry_out(number, make_plan(snippets, seed, number)); });
    if (!wait_for_threads()) {
      std::fprintf(stderr, "after %zu runs %zu threads are left over, %zu of them idle\n", end, other_threads(),
                   WorkerPool::process().idle_count());
      std::abort();
    }
    bytes.push_back(allocated_bytes());
    std::printf("after %zu runs: no thread, %zu bytes\n", end, bytes.back());
    std::fflush(stdout);
  }
  // The peak of the third quarter against the last one's lowest: what grows steadily is beyond it.
  const auto half = bytes.begin() + static_cast<std::ptrdiff_t>(phases / 2);
  const auto quarter = bytes.begin() + static_cast<std::ptrdiff_t>(phases * 3 / 4);
  const std::size_t before = *std::max_element(half, quarter), after = *std::min_element(quarter, bytes.end());
  if (after > before + kSlack) {
    std::fprintf(stderr, "%zu bytes are left over\n", after - before);
    return 1;
  }
  std::printf("%zu runs stopped, nothing left over\n", runs);
  return 0;
}
