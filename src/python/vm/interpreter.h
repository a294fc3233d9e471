// Everything one run owns: what its objects need (objects/realm.h), and what runs code, its modules, linked code,
// threads, input, output and options. Two runs share nothing but immutable code, so they can go on side by side;
// dropping the Interpreter frees all of it.
#pragma once

#include <atomic>
#include <memory>
#include <vector>

#include "python/objects/function.h"
#include "python/objects/realm.h"
#include "python/vm/cell_numbers.h"
#include "python/vm/dynamic_code.h"
#include "python/vm/linker.h"
#include "python/vm/native_module.h"
#include "python/vm/run_types.h"
#include "python/vm/source_cache.h"
#include "python/vm/thread_state.h"
#include "runtime/mutex.h"

namespace threadbook::python {

class Executor;
class Input;
class Output;
class World;

class Interpreter : public Realm {
 public:
  // `native_library`: the modules written in C++. Without, there are the builtin classes alone, without methods.
  explicit Interpreter(RunOptions options, const NativeLibrary& native_library = {});
  ~Interpreter();

  const RunOptions options;
  const NativeLibrary native_library;
  std::unique_ptr<World> world;
  std::unique_ptr<Output> output;
  std::unique_ptr<Input> input;
  const std::unique_ptr<Executor> executor;  // who drives its threads

  std::atomic<std::uint32_t> recursion_limit{1000};
  std::atomic<std::int64_t> switch_interval{5'000'000};  // ns

  Namespace builtins;
  Module* main = nullptr;
  Dict* modules = nullptr;            // sys.modules, what has been imported by name
  std::atomic<Module*> sys{nullptr};  // once it has been imported
  Module* library = nullptr;          // the builtins' fallbacks, library/builtins.py and others
  std::weak_ptr<void> run;            // the Run this belongs to; its threads keep it alive
  Value main_thread_handle;           // of _threading
  Value memory_error;                 // made ahead: when it is needed there is no memory
  std::vector<Value> roots;           // further values that live as long as the run

  // Primitives that an observer was told of.
  runtime::Mutex things_mutex;
  std::atomic<std::uint32_t> things{0};  // so many; written under the mutex

  Linker linker;
  CellNumbers cell_numbers;
  SourceCache sources;
  DynamicCode dynamic_code;

  // Of all modules. For whoever takes pictures of the run (vm/snapshot.h).
  std::vector<Namespace*> namespaces();

  // A new module that has nothing but its __name__. It is not in `modules`.
  Module* make_module(ThreadState& thread, Str* name);

  // Raises KeyboardInterrupt in the main thread, at its next safe point, or now if it waits. Never
  // blocks; any thread, also a signal handler or a browser's main thread.
  void interrupt_main() noexcept;

  // Ends the run at once with `status`: os._exit(). Every thread stops where it is. Never blocks; any thread.
  void end_now(int status) noexcept;
  // What end_now() was first called with; -1 before.
  std::atomic<int> forced_status{-1};

  void add_thread(ThreadState* thread);
  void remove_thread(ThreadState* thread);
  // In the order in which they were made. They stay while the world is stopped.
  std::vector<ThreadState*> threads();
  // REQUIRES: the world is stopped.
  void collect_garbage();

  // At the end of a run CPython's daemon threads stand still for good and keep what they have: no farewell is said to
  // it. REQUIRES: the world is stopped.
  void collect_before_end(const ThreadState& main_thread);
  // Then the program's module goes: so the next collection takes it.
  void request_last_collection();

 private:
  void visit_roots(Marker& marker);
  void collect_last();
  bool holds_globals(const Object* object) const;

  std::atomic<bool> is_last_{false};  // request_last_collection()

  runtime::Mutex mutex_;
  std::vector<std::unique_ptr<Namespace>> namespaces_ GUARDED_BY(mutex_);
  std::vector<Module*> module_list_ GUARDED_BY(mutex_);
  std::vector<ThreadState*> threads_ GUARDED_BY(mutex_);
};

}  // namespace threadbook::python
