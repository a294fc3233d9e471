#include "python/vm/thread_state.h"

#include "python/objects/handle.h"
#include "python/vm/executor.h"
#include "python/vm/frame_object.h"
#include "python/vm/interpreter.h"

namespace threadbook::python {

ThreadState::ThreadState(Interpreter& interpreter, runtime::Thread* thread)
    : RealmThread(interpreter, true),
      interpreter(interpreter),
      thread(thread),
      observer(interpreter.options.observer.get()),
      watcher(interpreter.executor->watcher()),
      tells_all_(observer != nullptr && observer->wants_all()) {
  stack.push_back({nullptr, 0, nullptr});
  interpreter.add_thread(this);
}

ThreadState::~ThreadState() { interpreter.remove_thread(this); }

void ThreadState::trace(Marker& marker) const {
  // A frame waits for the result of its call, unless it was interrupted: then it has that already, and needs all it
  // has. So it is while its trace function is told of something, and while it stands at a safe point.
  bool waits = false;
  for (const Frame* f = frame; f != nullptr; f = f->caller) {
    trace_frame(*f, waits, marker);
    const ReturnAction action = destination_of(*f).action;
    waits = action != ReturnAction::Traced && action != ReturnAction::Discard;
  }
  marker.visit(exception);
  marker.visit(result);
  marker.visit(wait.of);
  marker.visit(wait_destination.extra);
  marker.visit(target);
  marker.visit(tracing.function);
  marker.visit(tracing.profile);
  marker.visit(thread_object);
}

}  // namespace threadbook::python
