#include "cli/run_command.h"

#include <atomic>
#include <csignal>
#include <cstdio>
#include <exception>
#include <memory>
#include <optional>
#include <utility>
#include <vector>

#include "cli/standard_input.h"

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

}  // namespace

int run_program(std::string_view source, python::RunOptions options, bool statistics) {
#ifdef __GLIBC__
  // What a collection frees the program soon wants back: giving it to the system in between would
  // cost more than the collection.
  mallopt(M_TRIM_THRESHOLD, 64 << 20);
  mallopt(M_MMAP_THRESHOLD, 32 << 20);
#endif
  options.has_input = StandardInput::is_open();
  options.input_is_terminal = StandardInput::is_terminal();
  std::unique_ptr<python::Run> run;
  std::optional<StandardInput> input;  // ends before the run
  try {
    run = python::Run::start(source, std::move(options));
    input.emplace(*run);
  } catch (const std::exception& error) {
    std::fprintf(stderr, "threadbook: %s\n", error.what());
    return 1;
  }
  interruptible = run.get();
  std::signal(SIGINT, interrupt);

  std::vector<python::OutputChunk> chunks;
  // finished() is asked first: what is written before a run finishes can be taken after it.
  for (bool finished = false; !finished;) {
    run->wait_for_news();
    finished = run->finished();
    while (show_output(*run, chunks)) {
    }
    input->look();
  }
  std::signal(SIGINT, SIG_DFL);
  interruptible = nullptr;
  if (statistics) show_statistics(run->collector_statistics());
  return run->status();
}

}  // namespace threadbook::cli
