// Threads as threading.py knows them: handles of runtime::Thread.
#include "python/modules/thread_module.h"

#include "python/modules/host_call.h"
#include "python/modules/waiting.h"
#include "python/objects/handle.h"
#include "python/objects/operations.h"
#include "python/objects/representation.h"
#include "python/vm/attributes.h"
#include "python/vm/executor.h"
#include "python/vm/interpreter.h"
#include "python/vm/python_thread.h"
#include "runtime/registry.h"

namespace threadbook::python {

namespace {

using Values = Value*;

// ---- threads ----

ThreadHandle* handle_of(Value value) { return static_cast<ThreadHandle*>(value.as_object()); }
runtime::Thread& thread_of(Value value) { return **handle_of(value)->thread; }

Value optional_int(ThreadState& thread, std::optional<std::uint64_t> value) {
  return value ? make_int(thread, static_cast<std::int64_t>(*value)) : Value::none();
}

// new_handle(object, name, daemon): a thread that was not started; daemon may be None.
Status new_handle(ThreadState& thread, Values arguments, Value& result) {
  std::string name = as_str(arguments[1])->to_utf8();
  std::optional<bool> daemon;
  if (!arguments[2].is_none()) daemon = arguments[2].is_true();
  Value handle = Value::unbound();
  Status status = host_call(thread, [&] {
    handle =
        make_thread_handle(thread, PythonThread::create(thread.interpreter, std::move(name), daemon), arguments[0]);
  });
  result = handle;
  return status;
}

// ---- start ----

Status start(ThreadState& thread, Value handle, Value function, Value& result) {
  result = Value::none();
  runtime::Thread* const runtime_thread = handle_of(handle)->thread->get();
  std::string note;
  Status status = host_call(thread, [&] {
    runtime_thread->claim_start();  // raises for the main thread, the one that is no PythonThread
    try {
      static_cast<PythonThread*>(runtime_thread)->start_calling(thread, handle, function);
    } catch (const runtime::ThreadLimitError& error) {
      note = error.note();
      throw;
    }
  });
  if (!note.empty()) {
    const Value text = Value::object(make_str_utf8(thread, note));
    List* notes = make_list(thread, std::span<const Value>(&text, 1));
    set_own_attribute(thread, thread.exception.as_object(), thread.interpreter.names.notes, Value::object(notes));
  }
  if (status != Status::Ok) return status;
  thread.tell(EventKind::Started, ThreadActivity::Starting, handle.as_object());
  // As in CPython the new thread runs by then: with the GIL it goes on until it waits or its time is over.
  return wait_for(thread, {.target = &static_cast<PythonThread*>(runtime_thread)->entered(),
                           .activity = ThreadActivity::Starting,
                           .of = handle,
                           .finish = answer_none});
}

// An exception has left what a thread runs, and its hook is about to be called.
Status tell_of_exception(ThreadState& thread, Values arguments, Value& result) {
  const Exception* error = as_exception(arguments[0]);
  if (error != nullptr && !matches(error, thread.interpreter.cls(ExceptionType::SystemExit)))
    thread.interpreter.executor->uncaught(thread);
  thread.tell_of_exception(arguments[0]);
  result = Value::none();
  return Status::Ok;
}

Status handle_start(ThreadState& thread, Values arguments, Value& result) {
  if (thread.watcher != nullptr && thread.watcher->wants_start) [[unlikely]] {
    return ask_before(thread, {arguments, 2}, Touch::Writes,
                      [](ThreadState& asker, WaitRequest& ended, runtime::WaitResult, Value& answer) {
                        const Value* kept = kept_arguments(ended);
                        return start(asker, kept[0], kept[1], answer);
                      });
  }
  return start(thread, arguments[0], arguments[1], result);
}

Status handle_join(ThreadState& thread, Values arguments, Value&) {
  runtime::Span span = runtime::Span::forever();
  Status status = host_call(thread, [&] { thread_of(arguments[0]).check_joinable(); });
  // A thread that has ended does not ask how long it may take. It is waited for all the same: it
  // may have interrupted this one, which the end of a wait looks at.
  const bool has_ended = status == Status::Ok && thread_of(arguments[0]).finished().is_done();
  if (status == Status::Ok && !has_ended) status = timeout_argument(thread, arguments[1], span);
  if (status != Status::Ok) return status;
  return wait_for(thread, {.target = &thread_of(arguments[0]).finished(),
                           .activity = ThreadActivity::Joining,
                           .of = arguments[0],
                           .span = span,
                           .finish = answer_none});
}

Status handle_is_alive(ThreadState&, Values arguments, Value& result) {
  result = Value::boolean(thread_of(arguments[0]).is_alive());
  return Status::Ok;
}
Status handle_name(ThreadState& thread, Values arguments, Value& result) {
  result = Value::object(make_str_utf8(thread, thread_of(arguments[0]).name()));
  return Status::Ok;
}
Status handle_set_name(ThreadState&, Values arguments, Value& result) {
  thread_of(arguments[0]).set_name(as_str(arguments[1])->to_utf8());
  result = Value::none();
  return Status::Ok;
}
Status handle_ident(ThreadState& thread, Values arguments, Value& result) {
  result = optional_int(thread, thread_of(arguments[0]).ident());
  return Status::Ok;
}
Status handle_native_id(ThreadState& thread, Values arguments, Value& result) {
  result = optional_int(thread, thread_of(arguments[0]).native_id());
  return Status::Ok;
}
Status handle_daemon(ThreadState&, Values arguments, Value& result) {
  result = Value::boolean(thread_of(arguments[0]).daemon());
  return Status::Ok;
}
Status handle_set_daemon(ThreadState& thread, Values arguments, Value& result) {
  bool daemon = false;
  Status status = truth(thread, arguments[1], daemon);
  if (status != Status::Ok) return status;
  result = Value::none();
  return host_call(thread, [&] { thread_of(arguments[0]).set_daemon(daemon); });
}
Status handle_object(ThreadState&, Values arguments, Value& result) {
  result = handle_of(arguments[0])->object.load();
  return Status::Ok;
}
Status handle_set_object(ThreadState&, Values arguments, Value& result) {
  handle_of(arguments[0])->object.store(arguments[1]);
  result = Value::none();
  return Status::Ok;
}

// current(): the calling thread's handle.
Status current(ThreadState& thread, Values, Value& result) {
  result = thread.thread_object;
  return Status::Ok;
}

Status main_handle(ThreadState& thread, Values, Value& result) {
  result = thread.interpreter.main_thread_handle;
  return Status::Ok;
}

// Who is alive is for others to notice.
Status ask_who_lives(ThreadState& thread, FinishWait then) {
  return ask_before(thread, {&thread.interpreter.main_thread_handle, 1}, Touch::Reads, then);
}

// live(): the handles of the live threads, in the order they were started; the main thread first.
Status list_live(ThreadState& thread, Value& result) {
  List* list = make_list(thread);
  for (const runtime::ThreadPtr& each : thread.interpreter.executor->registry().threads()) {
    if (each == thread.interpreter.executor->registry().main_thread()) {
      list_append(thread, list, thread.interpreter.main_thread_handle);
    } else if (Object* handle = static_cast<PythonThread*>(each.get())->handle()) {
      list_append(thread, list, Value::object(handle));
    }
  }
  result = Value::object(list);
  return Status::Ok;
}
Status live(ThreadState& thread, Values, Value& result) {
  if (!thread.is_watched()) return list_live(thread, result);
  return ask_who_lives(thread, [](ThreadState& asker, WaitRequest&, runtime::WaitResult, Value& answer) {
    return list_live(asker, answer);
  });
}

// live_count(): how many, the main thread included.
Status count_live(ThreadState& thread, Value& result) {
  result = make_int(thread, static_cast<std::int64_t>(thread.interpreter.executor->registry().active_count()));
  return Status::Ok;
}
Status live_count(ThreadState& thread, Values, Value& result) {
  if (!thread.is_watched()) return count_live(thread, result);
  return ask_who_lives(thread, [](ThreadState& asker, WaitRequest&, runtime::WaitResult, Value& answer) {
    return count_live(asker, answer);
  });
}

// join_others(): in a run that is watched, waits at once for all threads that are no daemons: in which order they end
// makes no difference then. Only at the end of the main one.
Status join_others(ThreadState& thread, Values, Value& result) {
  result = Value::none();
  if (!thread.is_watched()) return Status::Ok;
  Value first = thread.interpreter.main_thread_handle;
  for (const runtime::ThreadPtr& each : thread.interpreter.executor->registry().threads()) {
    if (each == thread.interpreter.executor->registry().main_thread() || each->daemon()) continue;
    if (Object* handle = static_cast<PythonThread*>(each.get())->handle()) first = Value::object(handle);
    break;
  }
  return wait_for(thread, {.activity = ThreadActivity::Joining, .of = first, .finish = answer_none});
}

Status get_ident(ThreadState& thread, Values, Value& result) {
  result = make_int(thread, static_cast<std::int64_t>(ident_of(thread)));
  return Status::Ok;
}

Status get_native_id(ThreadState& thread, Values, Value& result) {
  result = optional_int(thread, thread_of(thread.thread_object).native_id());
  return Status::Ok;
}

// stack_size(size): of threads started from now on, 0 for the default; what it was before.
Status stack_size(ThreadState& thread, Values arguments, Value& result) {
  std::int64_t size = 0, before = 0;
  Status status = int_argument(thread, arguments[0], size);
  if (status != Status::Ok) return status;
  if (std::int64_t exact = 0; is_int(arguments[0]) && !to_int64(arguments[0], exact)) {
    return raise(thread, ExceptionType::OverflowError, "Python int too large to convert to C ssize_t");
  }
  status = host_call(
      thread, [&] { before = static_cast<std::int64_t>(thread.interpreter.executor->registry().stack_size(size)); });
  result = make_int(thread, before);
  return status;
}

// interrupt_main(signum): as if the signal had come. Only SIGINT does anything here: it has a
// handler.
Status interrupt_main(ThreadState& thread, Values arguments, Value& result) {
  constexpr std::int64_t kInterruptNumber = 2, kSignals = 64;
  std::int64_t number = 0;
  Status status = int_argument(thread, arguments[0], number);
  if (status != Status::Ok) return status;
  if (number < 1 || number > kSignals) return raise(thread, ExceptionType::ValueError, "signal number out of range");
  result = Value::none();
  if (number != kInterruptNumber) return Status::Ok;
  if (thread.thread_object == thread.interpreter.main_thread_handle) return raise_keyboard_interrupt(thread);
  thread.interpreter.interrupt_main();
  return Status::Ok;
}

// end_main(): the main thread counts as ended, and who joins it goes on. False: it did before.
Status end_main(ThreadState& thread, Values, Value& result) {
  result = Value::boolean(thread.interpreter.executor->registry().end_main_thread());
  return Status::Ok;
}

}  // namespace

std::uint64_t ident_of(const ThreadState& thread) { return *thread.thread->ident(); }

Class* add_handle_class(ThreadState& thread, Module& module, std::string_view name,
                        std::span<const NativeDef> methods) {
  Class* cls = thread.interpreter.classes.make_native(thread, module.name, name, Kind::Handle);
  thread.interpreter.natives.add_methods(thread, cls, methods);
  module.names->set(thread, cls->name, Value::object(cls));
  return cls;
}

std::span<const NativeDef> thread_handle_methods() {
  static constexpr NativeDef kMethods[] = {
      {"start(self, function, /)", native<handle_start>},
      {"join(self, timeout=None, /)", native<handle_join>},
      {"is_alive(self, /)", operation<handle_is_alive, 1, Touch::Reads>},
      {"name(self, /)", native<handle_name>},
      {"set_name(self, name, /)", native<handle_set_name>},
      {"ident(self, /)", native<handle_ident>},
      {"native_id(self, /)", native<handle_native_id>},
      {"daemon(self, /)", native<handle_daemon>},
      {"set_daemon(self, daemon, /)", native<handle_set_daemon>},
      {"object(self, /)", native<handle_object>},
      {"set_object(self, object, /)", native<handle_set_object>},
  };
  return kMethods;
}

void fill_threading(ThreadState& thread, Module& module) {
  static constexpr NativeDef kFunctions[] = {
      {"new_handle(object, name, daemon, /)", native<new_handle>},
      {"current()", native<current>},
      {"main_handle()", native<main_handle>},
      {"live()", native<live>},
      {"live_count()", native<live_count>},
      {"join_others()", native<join_others>},
      {"end_main()", native<end_main>},
      {"tell_of_exception(exception, /)", native<tell_of_exception>},
  };
  // What a program sees of the module is called _thread.
  static constexpr NativeDef kPublicFunctions[] = {
      {"get_ident()", native<get_ident>},
      {"get_native_id()", native<get_native_id>},
      {"stack_size(size=0, /)", native<stack_size>},
      {"interrupt_main(signum=2, /)", native<interrupt_main>},
  };
  Interpreter& interpreter = thread.interpreter;
  interpreter.natives.add_functions(thread, *module.names, kFunctions, module.name);
  interpreter.natives.add_functions(thread, *module.names, kPublicFunctions, interpreter.intern("_thread"));
  add_locks(thread, module);
  add_rlocks(thread, module);
  add_conditions(thread, module);
  add_events(thread, module);
  add_barriers(thread, module);
  add_locals(thread, module);
  add_queues(thread, module);
}

}  // namespace threadbook::python
