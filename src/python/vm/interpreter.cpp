#include "python/vm/interpreter.h"

#include "python/vm/executor.h"
#include "python/vm/input.h"
#include "python/vm/machine_objects.h"
#include "python/vm/output.h"
#include "python/vm/world.h"

namespace threadbook::python {

Interpreter::Interpreter(RunOptions run_options, const NativeLibrary& native_library)
    : Realm({.parallel = !run_options.gil,
             .memory_limit = run_options.memory_limit,
             .machine_objects = machine_objects()}),
      options(std::move(run_options)),
      native_library(native_library),
      world(std::make_unique<World>(options.gil, flags, switch_interval)),
      output(std::make_unique<Output>()),
      input(std::make_unique<Input>(options.has_input)),
      executor(options.executor ? options.executor(*this) : usual_executor(*this)),
      linker(*this) {
  if (options.switch_always) flags.fetch_or(kSwitchAlways);
  if (const std::uint64_t* seed = executor->seed()) heap.number_objects(*seed);
}

Interpreter::~Interpreter() = default;

Module* Interpreter::make_module(ThreadState& thread, Str* name) {
  name = intern(name);
  auto* module = thread.heap.make<Module>(Kind::Module, shapes.make_root(cls(BuiltinClass::Module))->id, 0);
  module->name = name;
  module->initializing.store(false, std::memory_order_relaxed);
  module->dict.store(nullptr, std::memory_order_relaxed);
  module->builtins.initialize(Value::unbound());
  auto owned = std::make_unique<Namespace>();
  module->names = owned.get();
  module->names->set(thread, names.name, Value::object(name));
  runtime::Guard guard(mutex_);
  namespaces_.push_back(std::move(owned));
  module_list_.push_back(module);
  return module;
}

std::vector<Namespace*> Interpreter::namespaces() {
  runtime::Guard guard(mutex_);
  std::vector<Namespace*> all{&builtins};
  for (const auto& names : namespaces_) all.push_back(names.get());
  return all;
}

void Interpreter::interrupt_main() noexcept {
  flags.fetch_or(kInterrupt);
  // To everybody, since others may not touch the main thread's record: it comes and goes. Who is not meant
  // goes on waiting.
  executor->registry().signal_all(runtime::kInterruptSignal, true);
}

void Interpreter::end_now(int status) noexcept {
  int none = -1;
  forced_status.compare_exchange_strong(none, status);
  flags.fetch_or(kStop);
  executor->registry().request_stop();
}

void Interpreter::add_thread(ThreadState* thread) {
  runtime::Guard guard(mutex_);
  threads_.push_back(thread);
}

void Interpreter::remove_thread(ThreadState* thread) {
  runtime::Guard guard(mutex_);
  std::erase(threads_, thread);
}

std::vector<ThreadState*> Interpreter::threads() {
  runtime::Guard lock(mutex_);
  return threads_;
}

void Interpreter::collect_garbage() {
  if (is_last_.exchange(false)) return collect_last();
  heap.collect([this](Marker& marker) { visit_roots(marker); });
  find_late_farewells();
}

// In CPython a function of the program refers to the globals, and so does an object of a class that has methods.
bool Interpreter::holds_globals(const Object* object) const {
  if (object->kind == Kind::Function) return static_cast<const Function*>(object)->code->module == main;
  const Class* cls = shapes.get(object->shape.load(std::memory_order_relaxed))->cls;  // storage has none
  return cls != nullptr && !cls->has(Class::kBuiltin) && cls->names.get(names.module) == Value::object(names.main);
}

void Interpreter::collect_before_end(const ThreadState& main_thread) {
  auto visit_other_threads = [&](Marker& marker) {
    mutex_.assume_held();  // the world is stopped
    for (ThreadState* thread : threads_) {
      if (thread != &main_thread) thread->trace(marker);
    }
  };
  heap.collect_sparing(
      visit_other_threads, [this](const Object* object) { return holds_globals(object); },
      [this](Marker& marker) { main->names->trace(marker); }, [this](Marker& marker) { visit_roots(marker); });
}

void Interpreter::request_last_collection() {
  is_last_.store(true);
  flags.fetch_or(kCollect);
}

void Interpreter::collect_last() {
  std::vector<Value> values;
  for (const Namespace::Item& item : main->names->items()) values.push_back(item.value);
  auto visit_threads = [this](Marker& marker) {
    mutex_.assume_held();  // the world is stopped
    for (ThreadState* thread : threads_) thread->trace(marker);
  };
  heap.collect_last(values, visit_threads, [this](Marker& marker) { visit_roots(marker); });
}

void Interpreter::visit_roots(Marker& marker) {
  mutex_.assume_held();  // the world is stopped
  for (ThreadState* thread : threads_) thread->trace(marker);
  trace_roots(marker);
  linker.trace(marker);
  cell_numbers.trace(marker);
  for (const auto& names_of_module : namespaces_) names_of_module->trace(marker);
  builtins.trace(marker);
  for (Module* module : module_list_) marker.visit(module);
  marker.visit(modules);
  marker.visit(memory_error);
  marker.visit(main_thread_handle);
  for (Value value : roots) marker.visit(value);
}

}  // namespace threadbook::python
