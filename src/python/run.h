// A run: one Python program executing on real threads. What the page, the command line and the
// tests use; nothing of the engine beneath needs to be included.
//
// A run owns its heap, its modules and its threads. Its main Python thread is an OS thread of its
// own: start() returns at once, the source is compiled over there, and what the program prints,
// a SyntaxError included, comes out of take_output().
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "python/objects/thread_activity.h"
#include "python/vm/inspection.h"
#include "python/vm/run_types.h"

namespace threadbook::python {

struct ThreadSnapshot {
  std::uint64_t serial;  // counts the run's threads in the order they were started: no other thread of it ever has it
  std::string name;
  std::uint64_t ident;
  std::uint64_t native_id;
  bool daemon;
  ThreadActivity activity;
  std::uint32_t line;  // of the program, where it is now; 0 if it has not begun
};

// What a run's garbage collector has done.
struct CollectorStatistics {
  std::size_t collections = 0;
  double longest_pause = 0;         // seconds that the program stood still for one of them
  std::size_t live_bytes_then = 0;  // alive after that one
};

// Exit status of a run that was stopped from outside or ended by KeyboardInterrupt (as a shell reports SIGINT).
inline constexpr int kStoppedStatus = 130;

// Thread safety: one thread calls; wait() aside, nothing blocks, so that may be a browser's main
// thread.
class Run {
 public:
  // Starts `source` (UTF-8). Throws runtime::RuntimeError "can't start new thread" if the host has
  // no thread to give.
  static std::unique_ptr<Run> start(std::string_view source, RunOptions options);

  // Stops the run if it is going; the last of its threads to end frees its memory.
  ~Run();
  Run(const Run&) = delete;
  Run& operator=(const Run&) = delete;

  // Asks every thread to end, whatever it does or waits for: no handler and no `finally` runs.
  void stop() noexcept;

  // What a user's Stop does: raises KeyboardInterrupt in the program's main thread, and when called
  // again stops the run.
  void interrupt() noexcept;

  // All threads have ended and nothing more will be written.
  bool finished() const noexcept;

  // Once finished: 0; 1 after an uncaught exception; SystemExit's code; kStoppedStatus.
  int status() const noexcept;

  // Running time so far, in total once finished.
  double seconds() const noexcept;

  // REQUIRES: finished().
  CollectorStatistics collector_statistics() const noexcept;

  // Moves what was written since the last call to the end of `into`. False if there was nothing, or
  // if a thread was writing at this very moment. A program that writes faster than this is called
  // waits once a megabyte is pending.
  bool take_output(std::vector<OutputChunk>& into);

  // Does a thread of the program wait for standard input that is not here? The answer: give_input() some bytes of it
  // (lines, as a rule), or end_input(), which says that nothing follows for now: the program sees the end of the file,
  // and where it reads on all the same, this is true again. These three may be called by any thread.
  bool wants_input() const noexcept;
  void give_input(std::string_view bytes);
  void end_input();

  // Has every thread that waits say to the run's observer that it still does (EventKind::StillWaits), if nothing has
  // ended its wait. Never blocks.
  void ask_who_waits() noexcept;

  // The threads alive now, the main thread first.
  std::vector<ThreadSnapshot> threads() const;
  // Those that have ended since the last call, in the order in which they did, where RunOptions say that they are kept.
  // `forgotten` counts those that were too many.
  std::vector<ThreadSnapshot> take_ended_threads(std::size_t& forgotten);

  // Has the threads' stacks and the variables looked at, by an OS thread of its own, which stops the program for some
  // hundred microseconds. Never blocks; does nothing where that is going on already. With the GIL it takes as long as a
  // thread that computes may keep it, and without an OS thread to do it there will be nothing to take.
  void look();
  // What look() has seen since the last call; nullopt if nothing has been seen. Once more when the program has ended,
  // where RunOptions ask for that. Never blocks.
  std::optional<Inspection> take_inspection();

  // Where the executor has put off whether the program goes on once more (Again::Later), and the host has no threads
  // (runtime::is_alone()): has that asked again, and what follows done. Blocks until it is put off again, or
  // finished().
  void go_on();

  // Blocks until finished(), until output is pending or wants_input() has changed since the last call, or at most for
  // so many seconds. Not on a browser's main thread.
  void wait_for_news(double at_most = kForever);
  static constexpr double kForever = 1e9;
  // Blocks until finished, keeping what is written for take_output(). Not on a browser's main thread.
  void wait();

 private:
  struct State;
  explicit Run(std::shared_ptr<State> state);
  std::shared_ptr<State> state_;
};

}  // namespace threadbook::python
