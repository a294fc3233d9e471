#include "cli/run_command.h"

#include <atomic>
#include <cerrno>
#include <csignal>
#include <cstdio>
#include <cstring>
#include <exception>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "cli/standard_input.h"
#include "trace/chrome_trace.h"
#include "trace/explanation.h"
#include "trace/picture.h"
#include "trace/recorder.h"
#include "trace/story.h"
#include "trace/words.h"

#ifdef __GLIBC__
#include <malloc.h>
#endif

namespace threadbook::cli {
namespace {

// What Ctrl-C interrupts. Run::interrupt() sets flags and wakes waiters, nothing that a signal handler
// may not do.
std::atomic<python::Run*> interruptible{nullptr};
static_assert(std::atomic<python::Run*>::is_always_lock_free);

void interrupt(int) {
  if (python::Run* run = interruptible.load()) run->interrupt();
}

// Writes what has come so far. False if there was nothing.
bool show_output(python::Run& run, std::vector<python::OutputChunk>& chunks) {
  chunks.clear();
  if (!run.take_output(chunks)) return false;
  for (const python::OutputChunk& chunk : chunks) {
    std::FILE* file = chunk.stream == python::Stream::Out ? stdout : stderr;
    std::fwrite(chunk.text.data(), 1, chunk.text.size(), file);
    // Flushed piece by piece, so that two streams that end on one terminal keep their order.
    std::fflush(file);
  }
  return true;
}

void show_statistics(const python::CollectorStatistics& collector) {
  std::fprintf(stderr, "threadbook: %zu collections, the longest pause %.2f ms, with %.1f MB alive\n",
               collector.collections, collector.longest_pause * 1e3,
               static_cast<double>(collector.live_bytes_then) / (1 << 20));
}

constexpr double kLookEvery = 0.1;    // seconds between two looks whether the threads can go on
constexpr double kDrainEvery = 0.01;  // and at what they have done

void tell(const std::vector<trace::Waiting>& stuck, const trace::Recorder& recorder, const trace::Story& story) {
  const trace::Explanation why =
      trace::explain(stuck, recorder.things(), [&](trace::ThreadNumber thread) { return story.name_of(thread); });
  std::fprintf(stderr, "threadbook: %s\n", why.heading.c_str());
  for (const std::string& sentence : why.sentences) std::fprintf(stderr, "  %s\n", sentence.c_str());
  for (const auto& chain : why.chains) std::fprintf(stderr, "  %s\n", trace::chain_text(chain).c_str());
}

// False, and a sentence on standard error, if it cannot be written.
bool write_trace(const trace::Story& story, const Options& options) {
  std::string name = options.trace_file;
  const bool is_text = options.trace_as_text || name.ends_with(".txt");
  const std::string text = is_text                  ? trace::as_text(story)
                           : name.ends_with(".svg") ? trace::as_svg(story, options.run.gil)
                                                    : trace::as_chrome_json(story);
  if (name.empty() && !options.trace_as_text) {
    name = options.file == "-" ? "trace" : options.file;
    if (name.ends_with(".py")) name.resize(name.size() - 3);
    name += ".json";
  }
  std::FILE* file = name.empty() ? stderr : std::fopen(name.c_str(), "wb");
  const bool written =
      file != nullptr && std::fwrite(text.data(), 1, text.size(), file) == text.size() && std::fflush(file) == 0;
  if (!written) std::fprintf(stderr, "threadbook: can't write '%s': %s\n", name.c_str(), std::strerror(errno));
  if (file != nullptr && file != stderr) std::fclose(file);
  return written;
}

}  // namespace

void keep_freed_memory() {
#ifdef __GLIBC__
  mallopt(M_TRIM_THRESHOLD, 64 << 20);
  mallopt(M_MMAP_THRESHOLD, 32 << 20);
#endif
}

int run_program(std::string_view source, const Options& options) {
  keep_freed_memory();
  python::RunOptions settings = options.run;
  settings.has_input = StandardInput::is_open();
  settings.input_is_terminal = StandardInput::is_terminal();
  const bool traces = options.command == Command::Trace;
  const auto observer = std::make_shared<trace::Recorder>(traces);
  trace::Recorder& recorder = *observer;
  settings.observer = observer;
  settings.ended_threads_kept = traces ? 100'000 : 1000;
  std::unique_ptr<python::Run> run;
  std::optional<StandardInput> input;  // ends before the run
  try {
    run = python::Run::start(source, std::move(settings));
    input.emplace(*run);
  } catch (const std::exception& error) {
    std::fprintf(stderr, "threadbook: %s\n", error.what());
    return 1;
  }
  interruptible = run.get();
  std::signal(SIGINT, interrupt);

  std::vector<python::OutputChunk> chunks;
  // finished() is asked first: what is written before a run finishes can be taken after it.
  bool stands_still = false;
  trace::Story story;  // where nothing is traced, of the threads' names alone
  for (bool finished = false; !finished;) {
    run->wait_for_news(traces ? kDrainEvery : stands_still ? python::Run::kForever : kLookEvery);
    finished = run->finished();
    while (show_output(*run, chunks)) {
    }
    input->look();
    if (traces) {
      story.learn(*run);
      story.take(recorder, finished);
    }
    if (finished || stands_still) continue;
    if (const auto stuck = recorder.standing_still(*run)) {
      stands_still = true;
      story.learn(*run);
      tell(*stuck, recorder, story);
      if (options.exits_on_deadlock) run->stop();
    }
  }
  std::signal(SIGINT, SIG_DFL);
  interruptible = nullptr;
  if (options.statistics) show_statistics(run->collector_statistics());
  if (traces && !write_trace(story, options)) return 1;
  return stands_still && options.exits_on_deadlock ? kDeadlockStatus : run->status();
}

}  // namespace threadbook::cli
