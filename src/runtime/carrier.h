// Carrier: what the threads of a program run on.
//
// A Thread says what to run; its carrier sees to it that it runs. The usual one gives each thread an
// OS thread of its own, from worker_pool.h. Another may give them no OS thread at all: an executor
// that drives all threads of a program by itself, in an order of its choosing, is their carrier, and
// has them begin and end when it says so. A Registry has one carrier for all its threads but the
// main one, which is whatever OS thread adopted it (MainThreadScope).
//
// Costs: a virtual call a start.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>

namespace threadbook::runtime {

class Thread;
class Wakeable;

// How the launch of a thread went.
struct Launch {
  int error = 0;                // errno; EAGAIN if there is no room for another thread
  std::uint64_t native_id = 0;  // the thread's native id; 0 if only the thread itself can tell
  bool idle = false;            // what it runs on is there; else it is being made
};

// Thread safety: launch() from every thread; the rest as each function says.
class Carrier {
 public:
  // Has `thread` live, soon or at once: begin, run, end. Blocks no longer than the system takes to
  // make a thread. Where `error` is set the thread will not live. Raises std::bad_alloc.
  [[nodiscard]] virtual Launch launch(std::shared_ptr<Thread> thread, std::size_t stack_size) = 0;

  // An OS thread for each, kept for the next one when it has ended; EAGAIN where there are as many as there may be
  // (WorkerPool::limit_for_threads()). Never destroyed.
  static Carrier& workers();

 protected:
  ~Carrier() = default;

  // The life of a thread as the calling OS thread's own: begin(), run(), end(). What leaves run() is
  // reported (Registry::report_exception).
  static void live(Thread& thread) noexcept;

  // The same life in parts, for carriers on which several threads share one OS thread, all called
  // there. begin(): the thread counts as alive, with this native id, and has begun; it is not the
  // current one yet; `sleeper` is woken when it should look at its signals, the calling OS thread if
  // there is none. end(): it has ended, is current no more, and who joins it goes on.
  static void begin(Thread& thread, std::uint64_t native_id, Wakeable* sleeper = nullptr) noexcept;
  static void end(Thread& thread) noexcept;
  // Makes `thread`, of which the OS thread is to be seen to run from now on, the current one
  // (current_thread()). Returns which it was; null: none.
  static Thread* become(Thread* thread) noexcept;
};

}  // namespace threadbook::runtime
