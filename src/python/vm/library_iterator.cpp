#include "python/vm/library_iterator.h"

#include "python/objects/containers.h"
#include "python/objects/operations.h"
#include "python/vm/calls.h"

namespace threadbook::python {

namespace {

Status make_cursor(ThreadState& thread, Tuple* recipe, Generator*& out) {
  Value made;
  Status status = call(thread, recipe->items[0], {recipe->items + 1, recipe->length - 1}, {}, made);
  if (status == Status::Ok) out = static_cast<Generator*>(made.as_object());
  return status;
}

// The cursors made after the first one.
List* others_of(ThreadState& thread, Generator* first) {
  Object* others = first->cursors.load(std::memory_order_acquire);
  if (others != nullptr) return static_cast<List*>(others);
  List* list = make_list(thread);
  return first->cursors.compare_exchange_strong(others, list) ? list : static_cast<List*>(others);
}

}  // namespace

Status first_cursor(ThreadState& thread, Tuple* recipe, Generator*& out) {
  Status status = make_cursor(thread, recipe, out);
  if (status == Status::Ok) out->recipe = recipe;
  return status;
}

Status another_cursor(ThreadState& thread, Generator* first, Generator*& out) {
  List* others = others_of(thread, first);
  Value known;
  std::size_t place = 0;
  for (; list_get(others, place, known); ++place) {
    auto* other = static_cast<Generator*>(known.as_object());
    GeneratorState state = other->state.load(std::memory_order_acquire);
    if (state == GeneratorState::Finished) break;  // a new one takes its place
    if (state == GeneratorState::Running) continue;
    out = other;
    return Status::Ok;
  }
  Status status = make_cursor(thread, first->recipe, out);
  if (status != Status::Ok) return status;
  // Two threads may replace the same one: the cursor that is forgotten is used once, and keeps nothing.
  if (!list_set(thread, others, place, Value::object(out))) list_append(thread, others, Value::object(out));
  return Status::Ok;
}

}  // namespace threadbook::python
