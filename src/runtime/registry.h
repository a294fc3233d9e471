// Registry: the threads of one program.
//
// CPython keeps these things per interpreter: the numbers in default names, the set of live
// threads, the main thread, the excepthook, the order of things at shutdown. Here they are an
// object, so that several programs can run in one process at once, each as if it were alone: a page
// runs one per example. A plain C++ program need not know; it lives in default_registry().
//
// Two views of the same threads: Thread objects, behind a guard that is held for moments, for
// everybody who may block; and ThreadRecords, without any lock, for a user interface that must
// never block. snapshot(), signal_all() and request_stop() use only the latter.
#pragma once

#include <atomic>
#include <cstddef>
#include <cstdint>
#include <exception>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "runtime/clock.h"
#include "runtime/slot_list.h"
#include "runtime/small_mutex.h"
#include "runtime/thread_record.h"

namespace threadbook::runtime {

class Carrier;
class Thread;
// Threads are shared, not owned (thread.h): how one is held.
using ThreadPtr = std::shared_ptr<Thread>;

// What threading.excepthook gets: the exception that left a thread's run(), and the thread.
struct ExceptHookArgs {
  std::exception_ptr exception;
  ThreadPtr thread;
};
// What is called then; see Registry::set_excepthook.
using ExceptHook = std::function<void(const ExceptHookArgs&)>;

// Where a thread's ident, and its native id, come from.
enum class Idents : std::uint8_t {
  Addresses,  // the address of its record, and the system: unlike in every run, as in CPython
  Serials,    // its number in the order of starts: the same in every run that starts the same threads
};

// What a Registry is to know from the beginning.
struct RegistryOptions {
  Carrier* carrier = nullptr;         // what its threads run on; null: Carrier::workers(). Outlives the Registry.
  Idents idents = Idents::Addresses;  // where its threads' numbers come from
};

// Threads that are gone: as they were at the end, and how many more there were that nobody asked for in time.
struct EndedThreads {
  std::vector<ThreadSnapshot> threads;
  std::size_t forgotten = 0;
};

// Thread safety: every function from every thread, unless it says otherwise.
//
// Invariants:
// 1. A thread that was started and has not finished is in threads() and has a record. It, and the
//    job it runs in, keep the Registry alive.
// 2. After request_stop(), every record that belongs to a thread has the stop bit, also those
//    claimed later: the flag is raised before the records are walked, a thread's record is in the
//    list before it looks at the flag, and both are sequentially consistent, so one sees the other.
class Registry final : public std::enable_shared_from_this<Registry> {
 public:
  // A new program: no threads but a main thread's object, which an OS thread adopts with
  // MainThreadScope. Does not block.
  static std::shared_ptr<Registry> create(RegistryOptions options = {});
  // Does not block. REQUIRES: none of its threads is alive.
  ~Registry();
  Registry(const Registry&) = delete;
  Registry& operator=(const Registry&) = delete;

  // What its threads run on.
  [[nodiscard]] Carrier& carrier() const noexcept { return carrier_; }

  // threading.main_thread().
  [[nodiscard]] ThreadPtr main_thread() const { return main_thread_; }
  // threading.enumerate(): the main thread (also after it has ended, as in CPython), live threads
  // in the order they started, foreign threads that have asked for their Thread object.
  [[nodiscard]] std::vector<ThreadPtr> threads() const;
  // threading.active_count(): how many threads() returns.
  [[nodiscard]] std::size_t active_count() const;

  // Who reports exceptions that leave run(): threading.excepthook. Without one, or after setting
  // none, a line goes to stderr. The hook runs on the dying thread; what it throws is reported on
  // stderr.
  void set_excepthook(ExceptHook hook);
  // The one that was set, none if none.
  [[nodiscard]] ExceptHook excepthook() const;
  // Calls the hook, as the end of a thread does. Raises nothing.
  void report_exception(const ExceptHookArgs& args);

  // The next default name: "Thread-1", or with a target's name "Thread-1 (task)".
  [[nodiscard]] std::string new_thread_name(std::string_view target_name);

  // threading.stack_size([size]): the stack, in bytes, of threads started from now on, 0 for the
  // system's default. Returns what it was before. Raises ValueError for a size that is negative or
  // below 32 KiB.
  std::size_t stack_size(std::optional<std::int64_t> size = std::nullopt);

  // Has `function` called, once, by the main thread in join_non_daemon_threads(), before it waits
  // for the others: there a pool tells its threads to come to an end. The last one registered is
  // called first. (threading._register_atexit.) Returns a number for forget_at_shutdown(). Raises
  // RuntimeError once that has begun. What `function` raises is reported like a thread's exception.
  std::uint64_t at_shutdown(std::function<void()> function);
  // Takes back what at_shutdown() was given, unless it was called. `number`: what that returned.
  void forget_at_shutdown(std::uint64_t number) noexcept;

  // The end of a program, in CPython's order, called by its main thread: join_non_daemon_threads(),
  // then stop_all_threads(). Blocks until every thread has ended: where CPython lets daemon threads
  // die with the process, here they are stopped, and a C++ target that neither blocks nor asks
  // stop_requested() holds it up.
  void shutdown();
  // From now on the main thread counts as ended: who joins it goes on. False if it did before.
  bool end_main_thread() noexcept;
  // end_main_thread(); what at_shutdown() was given is called;
  // then blocks until all threads that are not daemons have ended, also those started meanwhile. A
  // stop request cuts it short.
  void join_non_daemon_threads();
  // request_stop(), then blocks until all threads but the caller have ended or `deadline` has
  // passed. Returns whether they have.
  bool stop_all_threads(Deadline deadline = Deadline::never());

  // Tells every thread to stop, the main thread included, now and for good: the blocking call each
  // is in, or its next, ends with ThreadStopped, and start() raises RuntimeError. Never blocks; a
  // browser's main thread may call it. No thread that is about to wait misses it.
  void request_stop() noexcept;
  // Was request_stop() called? Never blocks.
  [[nodiscard]] bool is_stopping() const noexcept { return stopping_.load(); }

  // For executors that take a program back to a moment when it had no thread but the main one: how many have been
  // started by now; as if there had been so many, nobody had been told to stop, and the main thread had not ended.
  // REQUIRES of go_back(): there is no other now.
  [[nodiscard]] std::uint64_t started() const noexcept { return serials_.load(); }
  void go_back(std::uint64_t started) noexcept;

  // Raises `bits` in the signals of all live threads and, if `unpark`, makes those that wait look
  // at them. Never blocks. A thread that is starting may miss it: it should look at what the bits
  // stand for when it begins.
  void signal_all(std::uint32_t bits, bool unpark) noexcept;

  // The live threads in the order they started, from their records. Never blocks; a browser's main
  // thread may call it. A thread whose record is being rewritten all the while is left out.
  [[nodiscard]] std::vector<ThreadSnapshot> snapshot() const;

  // From now on threads that end are remembered until take_ended() asks, at most the latest `most`: who looks only now
  // and then sees those that came and went in between. REQUIRES: no thread of it but the caller yet.
  void keep_ended(std::size_t most);
  // Those that have ended since it was asked last, in the order in which they did. Never blocks; a browser's main
  // thread may call it, and is given nothing while a thread is ending at this very moment: the next time, then.
  EndedThreads take_ended();

 private:
  friend class Thread;
  friend class MainThreadScope;
  friend ThreadPtr current_thread();
  friend const std::shared_ptr<Registry>& default_registry();

  struct ShutdownCall {
    std::uint64_t number;
    std::function<void()> function;
  };

  explicit Registry(RegistryOptions options);

  // For Thread. claim_record() gives a record in which `identity` (less the serial) is set.
  ThreadRecord& claim_record(ThreadIdentity identity);
  void release_record(ThreadRecord& record) noexcept;
  void remember_ended(const ThreadRecord& record) noexcept;
  void add(const ThreadPtr& thread);
  void remove(Thread& thread) noexcept;
  ThreadPtr find_unfinished(bool daemons_too) const;
  void make_shutdown_calls();
  void adopt_foreign_thread();

  Carrier& carrier_;
  const Idents idents_;
  ThreadPtr main_thread_;  // constant after create()

  std::atomic<std::uint64_t> names_{0};
  std::atomic<std::uint64_t> serials_{0};
  std::atomic<bool> stopping_{false};
  std::atomic<std::size_t> stack_size_{0};
  SlotList<ThreadRecord> records_;

  mutable SmallMutex guard_;
  // Its threads in the order they started, each holding itself: any number of them come and go at no cost but their
  // own.
  Thread* first_ GUARDED_BY(guard_) = nullptr;
  Thread* last_ GUARDED_BY(guard_) = nullptr;
  std::size_t count_ GUARDED_BY(guard_) = 0;
  std::shared_ptr<const ExceptHook> hook_ GUARDED_BY(guard_);
  std::vector<ShutdownCall> shutdown_calls_ GUARDED_BY(guard_);
  std::uint64_t shutdown_call_count_ GUARDED_BY(guard_) = 0;
  bool is_shutting_down_ GUARDED_BY(guard_) = false;

  std::size_t most_ended_ = 0;  // constant once threads are there
  SmallMutex ended_guard_;      // held for moments, alone
  EndedThreads ended_ GUARDED_BY(ended_guard_);
};

// The Registry of a plain C++ program. The thread that first uses it is the program's main thread.
// When that thread leaves main() or calls exit() the Registry shuts down, giving daemon threads a
// second to notice. (Under Emscripten another thread ends the process, which must not wait: there a
// main() with threads calls default_registry()->shutdown() at its end.)
[[nodiscard]] const std::shared_ptr<Registry>& default_registry();

// Makes the calling OS thread the main thread of `registry` for as long as the scope lives. What it
// was before it is again afterwards. Thread safety: construct and destroy on one thread.
// REQUIRES: no other OS thread is the main thread of `registry` at the same time.
class MainThreadScope {
 public:
  explicit MainThreadScope(std::shared_ptr<Registry> registry);
  ~MainThreadScope();
  MainThreadScope(const MainThreadScope&) = delete;
  MainThreadScope& operator=(const MainThreadScope&) = delete;

 private:
  std::shared_ptr<Registry> registry_;
  Thread* outer_;
};

}  // namespace threadbook::runtime
