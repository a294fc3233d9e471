// LocalValues: what threading.local is a binding of.
#include <utility>

#include "python/modules/thread_module.h"
#include "python/objects/dict.h"
#include "python/objects/instance.h"
#include "python/objects/operations.h"
#include "python/vm/attributes.h"
#include "python/vm/interpreter.h"

namespace threadbook::python {

namespace {

void erase_entry(LocalValuesObject* local, const LocalTable* table) {
  std::erase_if(*local->entries, [table](const LocalValuesObject::Entry& entry) { return entry.table == table; });
}

}  // namespace

LocalTable::~LocalTable() {
  for (const auto& [local, values] : values_) {
    ObjectLock lock(local, parallel_);
    erase_entry(local, this);
  }
}

void LocalTable::insert(LocalValuesObject* local, Dict* values) {
  values_[local] = values;
  ObjectLock lock(local, parallel_);
  local->entries->push_back({this, values});
}

void LocalTable::remove(LocalValuesObject* local) {
  values_.erase(local);
  ObjectLock lock(local, parallel_);
  erase_entry(local, this);
}

void LocalTable::go_back_to(const std::unordered_map<LocalValuesObject*, Dict*>& before) {
  for (const auto& [local, values] : std::exchange(values_, {})) {
    ObjectLock lock(local, parallel_);
    erase_entry(local, this);
  }
  for (const auto& [local, values] : before) insert(local, values);
}

namespace {

using Values = Value*;

// LocalValues()
Status local_new(ThreadState& thread, Values arguments, Value& result) {
  auto* local = make_handle<LocalValuesObject>(thread, arguments[0], HandleKind::LocalValues);
  local->entries = new std::vector<LocalValuesObject::Entry>();
  thread.interpreter.heap.add_finalizer(local, [](Object* dead) {
    auto* garbage = static_cast<LocalValuesObject*>(dead);
    for (const LocalValuesObject::Entry& entry : *garbage->entries) entry.table->forget(garbage);
    delete garbage->entries;
  });
  result = Value::object(local);
  return Status::Ok;
}

// The LocalValues of a threading.local, its first attribute (library/_thread.py). nullptr, with
// TypeError raised, if there is none: a program may call local's methods with anything.
LocalValuesObject* values_of(ThreadState& thread, Value local) {
  if (is_kind(local, Kind::Instance)) {
    const Shape* shape = thread.interpreter.shapes.get(local.as_object()->shape.load(std::memory_order_acquire));
    Value first = shape->names.empty() ? Value::none() : attribute_slot(local.as_object(), 0)->load();
    if (is_kind(first, Kind::Handle) &&
        first.as_object()->flags == static_cast<std::uint8_t>(HandleKind::LocalValues)) {
      return handle_as<LocalValuesObject>(first);
    }
  }
  raise(thread, ExceptionType::TypeError,
        text("a '_thread._local' object is required, not '", type_name(thread, local), "'"));
  return nullptr;
}

// local_values(local): this thread's dict; None if it has none yet.
Status local_values(ThreadState& thread, Values arguments, Value& result) {
  LocalValuesObject* local = values_of(thread, arguments[0]);
  if (local == nullptr) return Status::Raised;
  Dict* values = thread.locals == nullptr ? nullptr : thread.locals->find(local);
  result = values == nullptr ? Value::none() : Value::object(values);
  return Status::Ok;
}

// begin_local(local): a new dict for this thread.
Status begin_local(ThreadState& thread, Values arguments, Value& result) {
  LocalValuesObject* local = values_of(thread, arguments[0]);
  if (local == nullptr) return Status::Raised;
  if (thread.locals == nullptr) thread.locals = std::make_unique<LocalTable>(thread.parallel);
  Dict* values = make_dict(thread);
  thread.locals->insert(local, values);
  result = Value::object(values);
  return Status::Ok;
}

// forget_local(local): this thread has used it in vain.
Status forget_local(ThreadState& thread, Values arguments, Value& result) {
  LocalValuesObject* local = values_of(thread, arguments[0]);
  if (local == nullptr) return Status::Raised;
  if (thread.locals != nullptr) thread.locals->remove(local);
  result = Value::none();
  return Status::Ok;
}

constexpr NativeDef kMethods[] = {{"__new__(cls)", native<local_new>}};

constexpr NativeDef kFunctions[] = {
    {"local_values(local, /)", native<local_values>},
    {"begin_local(local, /)", native<begin_local>},
    {"forget_local(local, /)", native<forget_local>},
};

}  // namespace

void add_locals(ThreadState& thread, Module& module) {
  add_handle_class(thread, module, "LocalValues", kMethods);
  thread.interpreter.natives.add_functions(thread, *module.names, kFunctions, module.name);
}

}  // namespace threadbook::python
