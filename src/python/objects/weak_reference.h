// weakref.ref: refers to an object without keeping it alive.
//
// The heap knows every weak reference by what it refers to. A collection that finds the referent
// dead empties the references to it, and those that have a callback wait in the heap's list of fired
// ones until a thread calls them (Heap::take_fired). CPython, which counts references, does both the
// moment the last strong reference goes; here it is the next collection, gc.collect() for one. Which comes
// first, this or a __del__, farewells.h says.
#pragma once

#include "python/objects/function.h"

namespace threadbook::python {

struct WeakReference : Object {
  std::atomic<Object*> more;
  std::atomic<Object*> referent;  // not traced; nullptr once it is gone
  Slot callback;                  // None: there is none, or it has been called
  Slot hash;                      // of the referent, once asked for; None before
};

inline WeakReference* as_weak_reference(Value v) {
  return is_kind(v, Kind::WeakReference) ? static_cast<WeakReference*>(v.as_object()) : nullptr;
}

// The referent, or None.
inline Value referent_of(const WeakReference* reference) {
  Object* object = reference->referent.load(std::memory_order_acquire);
  return object == nullptr ? Value::none() : Value::object(object);
}

// A reference to `object`; the one there is already if neither has a callback.
Status make_weak_reference(RealmThread& thread, Value object, Value callback, Value& out);
// One of its own for a subclass.
WeakReference* copy_weak_reference(RealmThread& thread, const WeakReference* reference);

// hash() and == of references: those of their referents.
Status weak_reference_hash(RealmThread& thread, WeakReference* reference, std::uint64_t& out);

}  // namespace threadbook::python
