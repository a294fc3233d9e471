#include "python/objects/weak_reference.h"

#include "python/objects/container_support.h"
#include "python/objects/instance.h"

namespace threadbook::python {

namespace {

// Does a class along the mro leave room for weak references: by having no __slots__, or naming it there?
bool has_weak_slot(RealmThread& thread, const Class* cls) {
  Str* wanted = thread.realm.intern("__weakref__");
  for (const Class* base : cls->mro) {
    if (base->has(Class::kBuiltin)) continue;
    Value slots = base->names.get(thread.realm.names.slots);
    if (slots.is_unbound()) return true;
    std::vector<Value> names;
    if (as_str(slots) != nullptr) {
      names.push_back(slots);
    } else if (is_container(slots)) {
      container_collect(thread, slots, names);
    }
    for (Value name : names) {
      if (as_str(name) != nullptr && equal(as_str(name), wanted)) return true;
    }
  }
  return false;
}

// As in CPython: what a program's classes make, functions, classes, sets, deques and the like, but no
// number, str, list, dict or tuple.
bool can_be_referred_to(RealmThread& thread, Value value) {
  if (!value.is_object()) return false;
  Object* object = value.as_object();
  Class* cls = class_of(thread, value);
  switch (object->kind) {
    case Kind::Class:
    case Kind::Function:
    case Kind::NativeFunction:
    case Kind::BoundMethod:
    case Kind::Module:
    case Kind::Generator:
    case Kind::Set:
    case Kind::Deque:
    case Kind::Partial:
    case Kind::CallCache:
    case Kind::Handle: return true;
    case Kind::Exception:
    case Kind::List:
    case Kind::Dict:
    case Kind::Boxed:
    case Kind::Instance: return has_weak_slot(thread, cls);
    default: return false;
  }
}

WeakReference* allocate(RealmThread& thread, Object* object, Value callback) {
  auto* reference =
      thread.heap.make<WeakReference>(Kind::WeakReference, thread.realm.shape(BuiltinClass::WeakReference), 0);
  reference->more.store(nullptr, std::memory_order_relaxed);
  reference->referent.store(object, std::memory_order_release);
  reference->callback.initialize(callback);
  reference->hash.initialize(Value::none());
  if (object != nullptr) thread.realm.heap.add_weak(reference);
  return reference;
}

}  // namespace

Status make_weak_reference(RealmThread& thread, Value object, Value callback, Value& out) {
  if (!can_be_referred_to(thread, object)) {
    return type_error(thread, text("cannot create weak reference to '", type_name(thread, object), "' object"));
  }
  if (callback.is_none()) {
    for (WeakReference* known : thread.realm.heap.weak_references_to(object.as_object())) {
      if (is_exactly(thread, known, BuiltinClass::WeakReference) && known->callback.load().is_none()) {
        out = Value::object(known);
        return Status::Ok;
      }
    }
  }
  out = Value::object(allocate(thread, object.as_object(), callback));
  return Status::Ok;
}

WeakReference* copy_weak_reference(RealmThread& thread, const WeakReference* reference) {
  return allocate(thread, reference->referent.load(), reference->callback.load());
}

Status weak_reference_hash(RealmThread& thread, WeakReference* reference, std::uint64_t& out) {
  Value known = reference->hash.load();
  if (!known.is_none()) {
    std::int64_t hash = 0;
    to_int64(known, hash);
    out = static_cast<std::uint64_t>(hash);
    return Status::Ok;
  }
  Value referent = referent_of(reference);
  if (referent.is_none()) return type_error(thread, "weak object has gone away");
  Status status = hash_value(thread, referent, out);
  if (status == Status::Ok) reference->hash.store(make_int(thread, static_cast<std::int64_t>(out)));
  return status;
}

}  // namespace threadbook::python
