#include "python/objects/class.h"

#include "python/objects/heap.h"
#include "python/objects/operations.h"
#include "python/objects/realm.h"

namespace threadbook::python {

Cell* Namespace::find(const Str* name) const {
  runtime::Guard guard(mutex_);
  auto found = cells_.find(name);
  return found == cells_.end() ? nullptr : found->second;
}

Cell* Namespace::cell(RealmThread& thread, Str* name) {
  runtime::Guard guard(mutex_);
  if (const auto place = cells_.find(name); place != cells_.end()) return place->second;
  const ThreadHeap::ForAll for_all(thread.heap, hash_of(name));
  // Before there is a name for it: there may be no memory.
  Cell* made = thread.heap.make<Cell>(Kind::Cell, thread.realm.shape(BuiltinClass::Cell), 0);
  cells_.emplace(name, made);
  order_.push_back(name);
  thread.realm.names_made.fetch_add(1, std::memory_order_relaxed);
  return made;
}

bool Namespace::set(RealmThread& thread, Str* name, Value value) {
  Cell* place = cell(thread, name);
  bool is_new = place->value.load().is_unbound();
  place->value.store(value);
  return is_new;
}

bool Namespace::remove(const Str* name) {
  Cell* place = find(name);
  if (place == nullptr || place->value.load().is_unbound()) return false;
  place->value.store(Value::unbound());
  return true;
}

Value Namespace::get(const Str* name) const {
  Cell* place = find(name);
  return place == nullptr ? Value::unbound() : place->value.load();
}

std::vector<Namespace::Item> Namespace::items() const {
  runtime::Guard guard(mutex_);
  std::vector<Item> items;
  for (Str* name : order_) {
    Value value = cells_.at(name)->value.load();
    if (!value.is_unbound()) items.push_back({name, value});
  }
  return items;
}

std::size_t Namespace::size() const {
  runtime::Guard guard(mutex_);
  return order_.size();
}

bool Namespace::unbind_from(std::size_t count) {
  runtime::Guard guard(mutex_);
  bool any = false;
  for (std::size_t i = count; i < order_.size(); ++i) {
    Slot& value = cells_.at(order_[i])->value;
    any |= !value.load().is_unbound();
    value.store(Value::unbound());
  }
  return any;
}

void Namespace::trace(Marker& marker) const {
  mutex_.assume_held();  // the world is stopped
  for (const auto& [name, cell] : cells_) {
    marker.visit(const_cast<Str*>(name));
    marker.visit(cell);
  }
}

Cell* Class::find(const Str* name) const {
  for (const Class* cls : mro) {
    Cell* cell = cls->names.find(name);
    if (cell != nullptr && !cell->value.load().is_unbound()) return cell;
  }
  return nullptr;
}

Class* class_of(RealmThread& thread, Value value) {
  Realm& realm = thread.realm;
  if (value.is_object()) {
    return realm.shapes.get(value.as_object()->shape.load(std::memory_order_acquire))->cls;
  }
  if (value.is_small_int()) return realm.cls(BuiltinClass::Int);
  if (value.is_double()) return realm.cls(BuiltinClass::Float);
  if (value.is_bool()) return realm.cls(BuiltinClass::Bool);
  if (value.is_none()) return realm.cls(BuiltinClass::NoneType);
  if (value.is_ellipsis()) return realm.cls(BuiltinClass::Ellipsis);
  return realm.cls(BuiltinClass::NotImplementedType);
}

std::string type_name(RealmThread& thread, Value value) {
  const Class* cls = class_of(thread, value);
  // CPython calls a class of a module written in C by its full name: "collections.deque".
  if (cls->has(Class::kBuiltin)) {
    if (const Str* module = as_str(cls->names.get(thread.realm.names.module))) {
      return text(module->to_utf8(), ".", cls->name->to_utf8());
    }
  }
  return cls->name->to_utf8();
}

bool is_instance(RealmThread& thread, Value value, BuiltinClass cls) {
  return class_of(thread, value)->derives_from(thread.realm.cls(cls));
}

}  // namespace threadbook::python
