// Thread: threading.Thread for C++.
//
// A Thread is an object that says what to run, as which thread, under which name; start() gives it
// an OS thread of its own. As in Python it is shared, not owned: a running thread keeps its object
// alive, enumerate() and current_thread() hand it out, and nobody has to join before letting go.
// So Threads live in std::shared_ptr:
//
//   auto worker = Thread::create(
//       {.target = [&] { download(url); }, .name = "download", .daemon = true});
//   worker->start();
//   worker->join();
//
// The options carry the names of Python's keyword arguments. A lambda's captures are the usual C++
// way to hand arguments over; `.args` and `.kwargs` are there as well, checked by the compiler:
// args is a std::tuple, passed as positional arguments, and kwargs is a struct, passed as one last
// argument, since a struct with designated initializers is how C++ writes keyword arguments
// (ThreadOptions{...} deduces their types):
//
//   struct Options { int retries = 0; double pause = 1.0; };
//   void fetch(const std::string& url, Options options);
//   auto worker = Thread::create(ThreadOptions{.target = fetch,
//                                              .target_name = "fetch",
//                                              .args = std::tuple("/index.html"),
//                                              .kwargs = Options{.retries = 3}});
//
// Or derive, override run(), and create with std::make_shared<MyThread>(...).
//
// Starting costs an OS thread from worker_pool.h, unless its Registry has another carrier
// (carrier.h); a Thread that was not started costs its memory.
#pragma once

#include <atomic>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <tuple>
#include <type_traits>
#include <utility>
#include <vector>

#include "runtime/carrier.h"
#include "runtime/clock.h"
#include "runtime/completion.h"
#include "runtime/registry.h"
#include "runtime/small_mutex.h"
#include "runtime/thread_record.h"

namespace threadbook::runtime {

class LocalValues;

// What `kwargs` is when there are none.
struct NoKeywords {};

// The keyword arguments of threading.Thread(), in Python's order; all are optional.
template <class Target = std::function<void()>, class Args = std::tuple<>, class Kwargs = NoKeywords>
struct ThreadOptions {
  std::nullptr_t group = nullptr;                // reserved, as in Python: must be none
  Target target{};                               // what run() calls; its result is dropped
  std::string_view target_name = {};             // for the default name; C++ functions do not know theirs
  std::string name = {};                         // empty: "Thread-N (target_name)", or "Thread-N" without one
  Args args{};                                   // a std::tuple: the target's positional arguments
  Kwargs kwargs{};                               // a struct: the target's last argument
  std::optional<bool> daemon = {};               // absent: as the creating thread
  std::shared_ptr<Registry> registry = nullptr;  // null: the creating thread's
};

// Thread safety: every function from every thread, unless it says otherwise.
//
// Invariants:
// 1. record_ is set from before the thread runs until it has finished.
// 2. ident() is absent before start() and never changes after it; so is native_id().
class Thread : public std::enable_shared_from_this<Thread> {
 public:
  // Thread(group, target, name, args, kwargs, daemon). Starts nothing.
  explicit Thread(ThreadOptions<> options);
  template <class Target, class Args, class Kwargs>
  explicit Thread(ThreadOptions<Target, Args, Kwargs> options)
      : Thread(ThreadOptions<>{
            .target = bind(std::move(options.target), std::move(options.args), std::move(options.kwargs)),
            .target_name = options.target_name,
            .name = std::move(options.name),
            .daemon = options.daemon,
            .registry = std::move(options.registry)}) {}
  virtual ~Thread();
  Thread(const Thread&) = delete;
  Thread& operator=(const Thread&) = delete;

  // The constructor, and the std::shared_ptr around it. Starts nothing.
  static ThreadPtr create(ThreadOptions<> options) { return std::make_shared<Thread>(std::move(options)); }
  template <class Target, class Args, class Kwargs>
  static ThreadPtr create(ThreadOptions<Target, Args, Kwargs> options) {
    return std::make_shared<Thread>(std::move(options));
  }

  // Makes an OS thread call run(). When it returns, is_alive() is true (or the thread has ended
  // already) and ident() and native_id() are set; run() may not have begun. Blocks no longer than
  // the system takes to make a thread. Raises RuntimeError: the second time; as ThreadLimitError,
  // when there is no thread left ("can't start new thread": it may be tried again); after
  // Registry::request_stop(). REQUIRES: a shared_ptr owns this (std::bad_weak_ptr otherwise).
  // Answers false if its OS thread is still to come, in a page that has to make a worker: it is a
  // courtesy to wait for begun() then, so that threads are not started faster than they can begin.
  bool start();

  // The thread's activity: calls the target, once, and lets it go with its arguments. Override it
  // in a subclass. Called directly it runs on the calling thread.
  virtual void run();

  // Python's thread.join(timeout=None): waits until it has ended, by itself or through an
  // exception. Returns whether it has (Python returns None and asks is_alive). Blocks for at most
  // `timeout` seconds; a negative one counts as 0. Raises RuntimeError for a thread not started and
  // for the calling thread itself, ThreadStopped if the calling thread is told to stop meanwhile,
  // and what nanoseconds_from_seconds raises.
  bool join(std::optional<Timeout> timeout = std::nullopt);

  // Python's thread.is_alive(): true from start() until run() has ended.
  [[nodiscard]] bool is_alive() const noexcept;

  // Python's thread.name: for people only; need not be unique.
  [[nodiscard]] std::string name() const;
  void set_name(std::string name);

  // Python's thread.ident: unique among live threads, absent before start(), recycled after the
  // end.
  [[nodiscard]] std::optional<std::uint64_t> ident() const noexcept;
  // Python's thread.native_id: the kernel's number for it (Linux: TID); in a page the worker's.
  [[nodiscard]] std::optional<std::uint64_t> native_id() const noexcept;

  // Counts the threads of its Registry in the order in which they were started; 0 before start().
  [[nodiscard]] std::uint64_t serial() const noexcept { return serial_.load(); }

  // Python's thread.daemon: does the program end without waiting for it? set_daemon() raises
  // RuntimeError once the thread was started.
  [[nodiscard]] bool daemon() const noexcept { return daemon_.load(std::memory_order_relaxed); }
  void set_daemon(bool daemon);

  // For executors that have something to make in between: start() in its parts. Of several that
  // start a thread at once claim_start() lets one through and raises for the others, as for a
  // thread that was started. start_claimed() does the rest; whatever raises after claim_start(),
  // abandon_start() comes then, last: from there on somebody else may start it.
  void claim_start();
  bool start_claimed();
  void abandon_start() noexcept;

  // For executors: what happens when run() is about to be called; what join() waits for, and the
  // checks before it, which raise as join() does.
  [[nodiscard]] Completion& begun() noexcept { return begun_; }
  [[nodiscard]] Completion& finished() noexcept { return finished_; }
  void check_joinable() const;

  // The live thread's record: its signals, its activity and line. REQUIRES: called by the thread
  // itself, or otherwise sure that it is alive.
  [[nodiscard]] ThreadRecord& record() noexcept { return *record_.load(std::memory_order_acquire); }

  // The program it belongs to.
  [[nodiscard]] std::shared_ptr<Registry> registry() const { return registry_->shared_from_this(); }

 private:
  friend class Carrier;
  friend class Registry;
  friend class MainThreadScope;
  friend const std::shared_ptr<Registry>& default_registry();
  friend LocalValues& this_thread_locals();
  friend std::uint64_t this_thread_ident();

  // Initial  -> Starting by start().
  // Starting -> Alive by start() or by the new thread, whichever is first; -> Initial if the system
  //             has no thread.
  // Alive    -> Finished by the thread, after run().
  enum class State : std::uint8_t { Initial, Starting, Alive, Finished };

  // Gives the arguments to the target without naming their types. Copyable, as std::function wants
  // it, also around what can only be moved; called once.
  template <class Target, class Args, class Kwargs>
  static std::function<void()> bind(Target target, Args args, Kwargs kwargs);

  // How much stack it is to have, in bytes; 0 is the system's default.
  virtual std::size_t needed_stack() const { return registry_->stack_size(); }

  // Threads nobody starts: a Registry's main thread, and foreign threads.
  enum class Kind : std::uint8_t { Started, Main, Foreign };
  Thread(Kind kind, std::shared_ptr<Registry> registry, std::string name);

  // The life of a thread, in order. Before its carrier has it: take_record(). There: begin(),
  // run(), end().
  void take_record();
  void begin(std::uint64_t native_id, Wakeable* sleeper) noexcept;
  void end() noexcept;
  void set_native_id(std::uint64_t native_id) noexcept;
  void give_record_back() noexcept;
  void conclude() noexcept;

  const std::shared_ptr<Registry> registry_;  // not owning for kinds Main and Foreign
  const Kind kind_;
  std::function<void()> target_;  // used by run() only
  std::atomic<State> state_{State::Initial};
  std::atomic<bool> daemon_;  // constant once started
  std::atomic<std::uint64_t> ident_{0};
  std::atomic<std::uint64_t> native_id_{0};
  std::atomic<std::uint64_t> serial_{0};
  std::atomic<ThreadRecord*> record_{nullptr};  // written under guard_
  Completion begun_;
  Completion finished_;
  std::unique_ptr<LocalValues> locals_;  // used by the thread itself only

  // Its place among its Registry's threads, under the Registry's guard.
  ThreadPtr listed_;  // itself, while it has one
  Thread* previous_ = nullptr;
  Thread* next_ = nullptr;

  mutable SmallMutex guard_;
  std::string name_ GUARDED_BY(guard_);
};

// threading.current_thread(): the Thread of the calling OS thread. An OS thread that the runtime
// did not start gets a Thread named "Dummy-N", a daemon of the default registry, which ends with it
// and cannot be joined (AssertionError).
[[nodiscard]] ThreadPtr current_thread();
// threading.get_ident(): current_thread()->ident(), without the detour.
[[nodiscard]] std::uint64_t this_thread_ident();
// The calling thread's values of Local variables (local.h), which end with it.
[[nodiscard]] LocalValues& this_thread_locals();
// threading.main_thread(), enumerate() and active_count() of the calling thread's program.
[[nodiscard]] ThreadPtr main_thread();
[[nodiscard]] std::vector<ThreadPtr> enumerate();
[[nodiscard]] std::size_t active_count();
// threading.stack_size([size]) of the calling thread's program: see Registry::stack_size.
std::size_t stack_size(std::optional<std::int64_t> size = std::nullopt);

template <class Target, class Args, class Kwargs>
std::function<void()> Thread::bind(Target target, Args args, Kwargs kwargs) {
  struct Call {
    Target target;
    Args args;
    Kwargs kwargs;
  };
  auto call = std::make_shared<Call>(Call{std::move(target), std::move(args), std::move(kwargs)});
  return [call] {
    if constexpr (std::is_same_v<Kwargs, NoKeywords>) {
      std::apply(std::move(call->target), std::move(call->args));
    } else {
      std::apply(std::move(call->target), std::tuple_cat(std::move(call->args), std::tuple(std::move(call->kwargs))));
    }
  };
}

}  // namespace threadbook::runtime
