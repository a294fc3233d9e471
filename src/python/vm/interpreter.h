// Everything one run owns: heap, classes, names, modules, input, output, options. Two runs share nothing
// but immutable code, so they can go on side by side; dropping the Interpreter frees all of it.
#pragma once

#include <atomic>
#include <functional>
#include <memory>
#include <mutex>
#include <span>
#include <string>
#include <unordered_map>
#include <vector>

#include "python/objects/exception.h"
#include "python/objects/function.h"
#include "python/objects/heap.h"
#include "python/objects/shape.h"
#include "python/run.h"
#include "python/vm/dynamic_code.h"
#include "python/vm/names.h"
#include "python/vm/source_cache.h"
#include "python/vm/thread_state.h"

namespace threadbook::python {

class Executor;
class Input;
class Output;
class World;

// The bits of Interpreter::flags, the one word every thread looks at at its safe points (loop
// back-edges, calls, waits). Zero: go on.
enum SafePointFlag : std::uint32_t {
  kStop = 1,            // end the run now
  kCollect = 2,         // somebody should collect
  kStopTheWorld = 4,    // a collector waits for everybody
  kDropGil = 8,         // another thread has waited a switch interval for the GIL
  kReportLine = 16,     // somebody wants to know the line a thread is at
  kSwitchAlways = 32,   // debugging: offer the GIL at every safe point
  kInterrupt = 64,      // the main thread should raise KeyboardInterrupt
  kSayFarewells = 128,  // a thread has let go of its locks: what waits for that may run
};

class Interpreter {
 public:
  explicit Interpreter(RunOptions options);
  ~Interpreter();

  const RunOptions options;
  const bool parallel;  // no GIL
  std::atomic<std::uint32_t> flags{0};
  Heap heap;
  ShapeTable shapes;
  std::unique_ptr<World> world;
  std::unique_ptr<Output> output;
  std::unique_ptr<Input> input;
  const std::unique_ptr<Executor> executor;  // who drives its threads

  // Counts changes that make inline caches stale: a name added to or removed from a class.
  std::atomic<std::uint32_t> epoch{1};
  std::atomic<std::uint32_t> recursion_limit{1000};
  std::atomic<std::int64_t> switch_interval{5'000'000};  // ns
  std::atomic<int> max_str_digits{4300};

  Class* cls(BuiltinClass id) const { return classes_[static_cast<std::size_t>(id)]; }
  Class* cls(ExceptionType type) const { return exceptions_[static_cast<std::size_t>(type)]; }
  ShapeId shape(BuiltinClass id) const { return shape_ids_[static_cast<std::size_t>(id)]; }
  WellKnownNames names;  // names.init is the interned "__init__", …
  Str* empty_str = nullptr;
  Tuple* empty_tuple = nullptr;
  Str* latin1_chars[256] = {};  // one-character strings
  Namespace builtins;
  Module* main = nullptr;
  Dict* modules = nullptr;            // sys.modules, what has been imported by name
  std::atomic<Module*> sys{nullptr};  // once it has been imported
  Module* library = nullptr;          // the builtins' fallbacks, library/builtins.py and others
  std::weak_ptr<void> run;            // the Run this belongs to; its threads keep it alive
  Value main_thread_handle;           // of _threading
  Value memory_error;                 // made ahead: when it is needed there is no memory
  std::vector<Value> roots;           // further values that live as long as the run

  // The one Str of this text; lives as long as the run. Any thread.
  Str* intern(std::string_view utf8);
  Str* intern(Str* text);
  Str* find_interned(const Str* text);  // nullptr if it never was interned

  // A class written in Python. `mro` is without the class itself.
  Class* make_class(Str* name, Class* metaclass, std::vector<Class*> bases, Class* layout_base,
                    std::vector<Class*> mro);
  // A class of a module written in C++, `module`.`name`, that cannot be a base. `module` nullptr: it
  // passes for a builtin.
  Class* make_module_class(ThreadState& thread, Str* module, std::string_view name, Kind layout);
  void add_methods(ThreadState& thread, Class* owner, std::span<const NativeDef> methods);
  void add_methods(ThreadState& thread, BuiltinClass id, std::span<const NativeDef> methods);
  // Read-only properties.
  void add_getters(ThreadState& thread, Class* owner, std::span<const NativeDef> getters);
  void add_functions(ThreadState& thread, Namespace& names, std::span<const NativeDef> functions, Str* module);
  NativeFunction* make_native(ThreadState& thread, const NativeDef& def, Class* owner, Str* module = nullptr);
  // __new__(cls, field, …) of a namedtuple; the last fields have `defaults`.
  void add_record_constructor(ThreadState& thread, Class* owner, Native function, std::span<const Value> fields,
                              std::span<const Value> defaults);
  // Something was added to or removed from the names of `cls`: inline caches are stale.
  void class_changed(Class* cls);
  void refresh_flags(Class* cls);  // kHasGetattr, kHasSetattr, kHasFarewell
  // A number for `cell` that fits an inline cache; 0: there are too many. Any thread.
  std::uint16_t cell_number(Cell* cell);
  Cell* numbered_cell(std::uint16_t number) const { return cell_numbers_[number].load(std::memory_order_acquire); }
  SourceCache sources;
  DynamicCode dynamic_code;

  // A new module that has nothing but its __name__. It is not in `modules`.
  Module* make_module(ThreadState& thread, Str* name);

  LinkedCode* link(ThreadState& thread, std::shared_ptr<const Code> code, Module* module);

  // Raises KeyboardInterrupt in the main thread, at its next safe point, or now if it waits. Never
  // blocks; any thread, also a signal handler or a browser's main thread.
  void interrupt_main() noexcept;

  // Ends the run at once with `status`: os._exit(). Every thread stops where it is. Never blocks; any thread.
  void end_now(int status) noexcept;
  // What end_now() was first called with; -1 before.
  std::atomic<int> forced_status{-1};

  void add_thread(ThreadState* thread);
  void remove_thread(ThreadState* thread);
  // Puts Trace in place of all opcodes of the program's code, or takes it away. REQUIRES: the world is stopped.
  void set_traced(bool traced);
  // In the order in which they were made. They stay while the world is stopped.
  std::vector<ThreadState*> threads();
  // REQUIRES: the world is stopped.
  void collect_garbage();

  // Objects that were there before have got a __del__: the next collection, which comes now, finds them.
  void register_farewells();
  // At the end of a run CPython's daemon threads stand still for good and keep what they have: no farewell is said to
  // it. REQUIRES: the world is stopped.
  void collect_before_end(const ThreadState& main_thread);
  // Then the program's module goes: so the next collection takes it.
  void request_last_collection();

 private:
  void make_builtin_classes();
  Class* add_native_class(std::string_view name, Class* base, Kind layout);

  Str* intern_latin1(std::string_view latin1);
  Str* keep_interned(Str* text);  // takes over `text`, malloc'ed
  void visit_roots(Marker& marker);
  void collect_last();
  bool holds_globals(const Object* object) const;

  std::atomic<bool> is_census_due_{false};  // register_farewells()
  std::atomic<bool> is_last_{false};        // request_last_collection()

  Class* classes_[static_cast<std::size_t>(BuiltinClass::Count)] = {};
  Class* exceptions_[static_cast<std::size_t>(ExceptionType::Count)] = {};
  ShapeId shape_ids_[static_cast<std::size_t>(BuiltinClass::Count)] = {};

  std::mutex intern_mutex_;
  struct TextHash {
    std::size_t operator()(const Str* s) const { return hash_of(s); }
  };
  struct TextEqual {
    bool operator()(const Str* a, const Str* b) const { return equal(a, b); }
  };
  std::unordered_map<const Str*, Str*, TextHash, TextEqual> interned_;
  std::vector<Str*> interned_owned_;

  std::mutex mutex_;  // guards what follows
  std::vector<std::unique_ptr<Class>> class_list_;
  std::vector<std::unique_ptr<Signature>> signatures_;
  std::vector<std::unique_ptr<Namespace>> namespaces_;
  std::vector<std::unique_ptr<LinkedCode>> linked_;
  bool traced_ = false;
  std::vector<Module*> module_list_;
  std::vector<NativeFunction*> construct_roots_;
  std::vector<ThreadState*> threads_;
  std::unordered_map<Cell*, std::uint16_t> numbers_of_cells_;
  std::unique_ptr<std::atomic<Cell*>[]> cell_numbers_;
};

}  // namespace threadbook::python
