#include "python/modules/gc_module.h"

#include "python/objects/weak_reference.h"
#include "python/vm/interpreter.h"

namespace threadbook::python {

namespace {

// _request(): the next safe point collects.
Status request(RealmThread& thread, Value*, Value& result) {
  thread.realm.flags.fetch_or(kCollect, std::memory_order_relaxed);
  result = Value::none();
  return Status::Ok;
}

// _collections(): how many there have been.
Status collections(RealmThread& thread, Value*, Value& result) {
  result = make_int(thread, static_cast<std::int64_t>(thread.realm.heap.collections()));
  return Status::Ok;
}

// _take_fired(): weak references whose callbacks are due, a list.
Status take_fired(RealmThread& thread, Value*, Value& result) {
  List* list = make_list(thread);
  for (WeakReference* reference : thread.realm.heap.take_fired()) {
    const Value entry[] = {Value::object(reference), reference->callback.load()};
    reference->callback.store(Value::none());
    list_append(thread, list, Value::object(make_tuple(thread, entry)));
  }
  result = Value::object(list);
  return Status::Ok;
}

// _take_farewell(): (object,) whose farewell is due; None if none is.
Status take_farewell(RealmThread& thread, Value*, Value& result) {
  // Made first: once taken, the object must not be lost.
  Tuple* taken = make_tuple(thread, 1u);
  Object* object = thread.realm.heap.take_farewell();
  taken->items[0] = object == nullptr ? Value::none() : Value::object(object);
  result = object == nullptr ? Value::none() : Value::object(taken);
  return Status::Ok;
}

// _set_at_what_is_due(is): does the thread do what collections leave to do? Answers what it was.
Status set_at_what_is_due(ThreadState& thread, Value* arguments, Value& result) {
  result = Value::boolean(std::exchange(thread.is_at_what_is_due, arguments[0].is_true()));
  return Status::Ok;
}

// _farewells_said(): how many there have been.
Status farewells_said(RealmThread& thread, Value*, Value& result) {
  result = make_int(thread, static_cast<std::int64_t>(thread.realm.heap.farewells_said()));
  return Status::Ok;
}

// _request_last(): the next safe point collects as if nothing of the program were left.
Status request_last(ThreadState& thread, Value*, Value& result) {
  thread.interpreter.request_last_collection();
  result = Value::none();
  return Status::Ok;
}

// is_finalized(object): has its __del__ run, or is it running?
Status is_finalized(RealmThread& thread, Value* arguments, Value& result) {
  result = Value::boolean(arguments[0].is_object() && thread.realm.heap.is_farewell_said(arguments[0].as_object()));
  return Status::Ok;
}

// is_tracked(object): may it be part of a cycle?
Status is_tracked(RealmThread&, Value* arguments, Value& result) {
  bool tracked = false;
  if (arguments[0].is_object()) {
    switch (arguments[0].as_object()->kind) {
      case Kind::Str:
      case Kind::Bytes:
      case Kind::BigInt:
      case Kind::Range:
      case Kind::Slice: break;
      default: tracked = true; break;
    }
  }
  result = Value::boolean(tracked);
  return Status::Ok;
}

constexpr NativeDef kFunctions[] = {
    {"_request()", request},
    {"_collections()", collections},
    {"_take_fired()", take_fired},
    {"_take_farewell()", take_farewell},
    {"_set_at_what_is_due(is, /)", native<set_at_what_is_due>},
    {"_farewells_said()", farewells_said},
    {"_request_last()", native<request_last>},
    {"is_finalized(obj, /)", is_finalized},
    {"is_tracked(obj, /)", is_tracked},
};

}  // namespace

void fill_gc(ThreadState& thread, Module& module) {
  thread.interpreter.natives.add_functions(thread, *module.names, kFunctions, module.name);
}

}  // namespace threadbook::python
