// Who drives a run's threads: begins and ends them, waits for them, has their clock, and knows who is
// alive.
//
// The VM never waits (vm/vm.h): it runs a thread until something is for its executor to decide, and
// returns. What is decided then is the executor's. The live one (live_executor.h) gives every Python
// thread an OS thread or turns on one, really waits and reads the real clock. Another may drive all threads of a run
// on one OS thread, in an order of its choosing and on a clock of its own, so that the run is the
// same run again. A run is given its executor (RunOptions); nothing else in the engine knows which.
//
// What every executor needs is here: the threads' registry, what the flags of safe points ask for,
// how a wait looks from the program.
//
// Costs: a virtual call for a thread's start, for a reading of the clock, and for each of the few
// runs of a thread from a bottom frame; none for an instruction, a safe point or a wait.
#pragma once

#include <cstdint>
#include <memory>
#include <span>

#include "python/objects/class.h"
#include "python/vm/again.h"
#include "python/vm/thread_state.h"
#include "python/vm/vm.h"
#include "runtime/clock.h"
#include "runtime/registry.h"
#include "runtime/waitable.h"

namespace threadbook::python {

class Interpreter;
class PythonThread;

// How a thread's Python code ended.
enum class Ending : std::uint8_t {
  Finished,  // thread.result has what the bottom frame returned
  Raised,    // thread.exception has what left it
  Stopped,   // from outside: nothing more of it will run
};

// Thread safety: the clock, entropy() and registry() from every thread of the run; the rest as each
// function says.
class Executor {
 public:
  // `interpreter` owns it. `options`: of the run's Registry.
  Executor(Interpreter& interpreter, runtime::RegistryOptions options);
  virtual ~Executor();
  Executor(const Executor&) = delete;
  Executor& operator=(const Executor&) = delete;

  // ---- the clock, in nanoseconds ----

  // time.monotonic_ns(): what deadlines of this run are points of.
  [[nodiscard]] virtual runtime::Nanoseconds now() noexcept = 0;
  // time.time_ns(): since 1970-01-01 00:00 UTC.
  [[nodiscard]] virtual runtime::Nanoseconds wall_now() noexcept = 0;
  // time.process_time_ns() and thread_time_ns(): processor time of the process and the calling thread.
  [[nodiscard]] virtual runtime::Nanoseconds process_time() noexcept = 0;
  [[nodiscard]] virtual runtime::Nanoseconds thread_time() noexcept = 0;

  // ---- threads ----

  // Who is alive. Its carrier has threads that were started begin.
  [[nodiscard]] runtime::Registry& registry() const noexcept { return *registry_; }
  [[nodiscard]] const std::shared_ptr<runtime::Registry>& shared_registry() const noexcept { return registry_; }

  // Runs `thread` from where it stands to the end of its bottom frame, and whatever other threads
  // this executor lets run meanwhile. Blocks. REQUIRES: called by the run's main thread for its own
  // state, or by what the executor itself made to run `thread`; attached to the world, and is again
  // afterwards.
  virtual Ending execute(ThreadState& thread) = 0;

  // The life of a thread that was started, where it has the calling OS thread for its own
  // (PythonThread::run). Blocks until it has ended.
  virtual void drive(PythonThread& thread) = 0;

  // The end of the run: every thread but the main one, which calls it, ends wherever it is. Blocks
  // until they have. REQUIRES: attached to the world, and is again afterwards.
  virtual void end_others() = 0;

  // The program has ended with this status, and end_others() has been called. Yes: it is to go on again, from a moment
  // to which the executor has taken `thread`, its main one, and all else back; execute() comes next. Later: that is not
  // known yet.
  virtual Again run_again(ThreadState& /*thread*/, int /*status*/) { return Again::No; }

  // Somebody reads ThreadSnapshots and would like to see lines that are up to date soon. Never
  // blocks; any OS thread, a browser's main thread too.
  virtual void lines_wanted() noexcept {}

  // ---- the same again ----

  // Fills `bytes` with what nobody can foresee; an executor whose runs are to be the same run again,
  // with what its seed gives.
  virtual void entropy(std::span<std::uint8_t> bytes) = 0;
  // Do numbers of objects, and hashes, come from serials instead of addresses? How they are mixed.
  [[nodiscard]] virtual const std::uint64_t* seed() const noexcept { return nullptr; }

  // An exception has left what a thread, not the main one, was to do; it is about to be reported.
  virtual void uncaught(ThreadState&) {}

  // Who is asked before a thread does what others could notice, once Watcher::is_on; the same for the whole run.
  [[nodiscard]] virtual Watcher* watcher() noexcept { return nullptr; }

 protected:
  // What the flags ask of any thread: to stop, to raise KeyboardInterrupt, to collect. False: the
  // thread is to end. REQUIRES: attached; `outcome` is SafePoint or AfterCall.
  bool heed_flags(ThreadState& thread, Outcome outcome);
  [[nodiscard]] bool is_stopping() const noexcept;

  // What a waiting thread asks when an interrupt came, and remembers: the wait may succeed after all.
  class WaitInterrupt final : public runtime::InterruptFilter {
   public:
    explicit WaitInterrupt(ThreadState& thread) : thread_(thread) {}
    bool is_meant() noexcept override;
    // The wait is over: raises KeyboardInterrupt if one has come, here or since.
    void raise_if_it_came();

   private:
    ThreadState& thread_;
    bool came_ = false;
  };

  Interpreter& interpreter_;

 private:
  const std::shared_ptr<runtime::Registry> registry_;
};

// What a run is given that asks for no other: real threads, real waits, the real clock.
std::unique_ptr<Executor> usual_executor(Interpreter& interpreter);

// Sets thread.exception to a KeyboardInterrupt. Answers Status::Raised.
Status raise_keyboard_interrupt(ThreadState& thread);

}  // namespace threadbook::python
