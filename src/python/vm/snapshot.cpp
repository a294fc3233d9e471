#include "python/vm/snapshot.h"

#include <algorithm>
#include <cassert>

#include "python/objects/handle.h"
#include "python/vm/executor.h"
#include "python/vm/interpreter.h"
#include "python/vm/python_thread.h"
#include "python/vm/world.h"

namespace threadbook::python {

namespace {

// Requests have memory, which nobody can copy; this one has none.
void copy_wait(WaitRequest& to, const WaitRequest& from) {
  assert(from.memory == nullptr && from.target == nullptr);
  to = {};
  to.deadline = from.deadline;
  to.finish = from.finish;
  to.of = from.of;
  to.activity = from.activity;
  to.operation = from.operation;
  to.instead = from.instead;
}

}  // namespace

Snapshot::Snapshot(ThreadState& main) : main_(main) {
  Interpreter& interpreter = main.interpreter;
  interpreter.dynamic_code.builtins_dict(main);  // made once and kept: better now
  while (!interpreter.world->stop_and([&] {
    interpreter.collect_garbage();
    heap_ = std::make_unique<HeapSnapshot>(interpreter.heap, main.heap);
  })) {
  }
  for (Object* object : heap_->objects()) {
    interpreter.roots.push_back(Value::object(object));
    if (object->kind != Kind::Handle || object->flags != static_cast<std::uint8_t>(HandleKind::Thread)) continue;
    const runtime::Thread& thread = **static_cast<ThreadHandle*>(object)->thread;
    if (thread.serial() == 0) threads_.push_back({object, thread.name(), thread.daemon()});
  }
  for (Namespace* names : interpreter.namespaces()) names_.push_back({names, names->size()});
  for (Class* cls : interpreter.classes.all()) {
    names_.push_back({&cls->names, cls->names.size()});
    runtime::Guard guard(cls->subclasses_mutex);
    classes_.push_back({cls, cls->class_flags.load(), cls->subclasses.size()});
  }
  names_made_ = interpreter.names_made.load();
  started_ = interpreter.executor->registry().started();
  recursion_limit_ = interpreter.recursion_limit.load();
  switch_interval_ = interpreter.switch_interval.load();
  max_str_digits_ = interpreter.max_str_digits.load();
  save_frames();
}

void Snapshot::save_frames() {
  for (std::uint32_t i = 0; i < main_.depth; ++i) frames_.push_back(*main_.frames[i]);
  frame_ = main_.frame;
  stack_chunk_ = main_.stack_chunk;
  stack_top_ = main_.stack_top;
  stack_end_ = main_.stack_end;
  for (std::size_t i = 0; i <= stack_chunk_; ++i) {
    const auto& chunk = main_.stack[i];
    const Value* end = i == stack_chunk_ ? stack_top_ : chunk.top;
    stack_.emplace_back(chunk.values.get(), const_cast<Value*>(end));
    chunk_tops_.push_back(chunk.top);
  }
  result_ = main_.result;
  exception_ = main_.exception;
  copy_wait(wait_, main_.wait);
  wait_destination_ = main_.wait_destination;
  destination_ = main_.destination;
  tracing_ = main_.tracing;
  locks_held_ = main_.locks_held;
  if (main_.locals != nullptr) locals_ = main_.locals->all();
}

void Snapshot::restore_frames() {
  for (std::size_t i = 0; i < frames_.size(); ++i) *main_.frames[i] = frames_[i];
  main_.depth = static_cast<std::uint32_t>(frames_.size());
  main_.frame = frame_;
  main_.stack_chunk = stack_chunk_;
  main_.stack_top = stack_top_;
  main_.stack_end = stack_end_;
  for (std::size_t i = 0; i < stack_.size(); ++i) {
    std::copy(stack_[i].begin(), stack_[i].end(), main_.stack[i].values.get());
    main_.stack[i].top = chunk_tops_[i];
  }
  main_.result = result_;
  main_.exception = exception_;
  copy_wait(main_.wait, wait_);
  main_.wait_destination = wait_destination_;
  main_.destination = destination_;
  main_.tracing = tracing_;
  main_.interpreter.linker.set_traced(!tracing_.function.is_none() || !tracing_.profile.is_none());
  main_.locks_held = locks_held_;
  main_.is_at_what_is_due = false;
  main_.exhausted_at = nullptr;
}

void Snapshot::restore_names(bool any_new) {
  Interpreter& interpreter = main_.interpreter;
  if (any_new) {
    grown_.clear();
    for (NamesThen& then : names_) {
      if (then.names->size() > then.size) grown_.push_back(&then);
    }
    names_made_ = interpreter.names_made.load();
    for (const ClassThen& then : classes_) {
      then.cls->class_flags.store(then.flags);
      runtime::Guard guard(then.cls->subclasses_mutex);
      then.cls->subclasses.resize(then.subclasses);
    }
  }
  bool any = any_new;
  for (const NamesThen* then : grown_) any |= then->names->unbind_from(then->size);
  if (any) interpreter.epoch.fetch_add(1);
}

// Threads that were started have had their life; the program has others in their place.
void Snapshot::restore_threads() {
  for (const ThreadThen& then : threads_) {
    runtime::ThreadPtr& thread = *static_cast<ThreadHandle*>(then.handle)->thread;
    if (thread->serial() == 0 && thread->name() == then.name && thread->daemon() == then.daemon) continue;
    thread = PythonThread::create(main_.interpreter, then.name, then.daemon);
  }
  main_.interpreter.executor->registry().go_back(started_);
}

void Snapshot::restore() {
  Interpreter& interpreter = main_.interpreter;
  main_.wait = {};
  if (main_.locals != nullptr) main_.locals->go_back_to(locals_);
  // Modules and classes that were made since stay, with what they hold; all of them have new names.
  const bool any_new = interpreter.names_made.load() != names_made_;
  restore_names(any_new);
  while (!interpreter.world->stop_and([&] { heap_->restore(!any_new); })) {
  }
  restore_threads();
  restore_frames();
  interpreter.recursion_limit.store(recursion_limit_);
  interpreter.switch_interval.store(switch_interval_);
  interpreter.max_str_digits.store(max_str_digits_);
  interpreter.forced_status.store(-1);
}

}  // namespace threadbook::python
