#include "python/objects/live_dict.h"

#include "python/objects/instance.h"
#include "python/objects/operations.h"
#include "python/objects/realm.h"

namespace threadbook::python {

namespace {

std::vector<Namespace::Item> names_of(RealmThread& thread, Object* owner) {
  if (owner->kind == Kind::Module) return static_cast<Module*>(owner)->names->items();
  std::vector<Namespace::Item> items;
  Class* cls = class_of(thread, Value::object(owner));
  for (auto& [name, value] : own_attributes(thread, owner)) {
    // The attributes of __slots__ are no entries.
    Cell* cell = thread.lookup(cls, name);
    if (cell == nullptr || !is_kind(cell->value.load(), Kind::Member)) items.push_back({name, value});
  }
  return items;
}

}  // namespace

Object* live_owner(RealmThread& thread, const Dict* dict) {
  Object* more = dict->more.load(std::memory_order_acquire);
  // In an instance of a subclass of dict these are its attributes.
  if (more == nullptr || dict->shape.load(std::memory_order_acquire) != thread.realm.shape(BuiltinClass::Dict)) {
    return nullptr;
  }
  // An object that was given another dict has left its attributes to its former self.
  return more->kind != Kind::Module && attribute_dict(thread, more) != nullptr ? former_self(more) : more;
}

Dict* live_dict(RealmThread& thread, Object* owner) {
  auto* module = owner->kind == Kind::Module ? static_cast<Module*>(owner) : nullptr;
  if (module != nullptr) {
    if (Object* known = module->dict.load(std::memory_order_acquire)) return static_cast<Dict*>(known);
  }
  Dict* dict = make_dict(thread);
  dict->more.store(owner, std::memory_order_release);
  Object* first = nullptr;
  if (module != nullptr && !module->dict.compare_exchange_strong(first, dict)) dict = static_cast<Dict*>(first);
  live_refresh_slow(thread, dict);
  return dict;
}

void make_live(RealmThread& thread, Dict* dict, Module* module) {
  for (const DictEntry& entry : dict_snapshot(thread, dict)) {
    if (Str* name = as_str(entry.key)) module->names->set(thread, thread.realm.intern(name), entry.value);
  }
  module->dict.store(dict, std::memory_order_release);
  dict->more.store(module, std::memory_order_release);
}

void live_refresh_slow(RealmThread& thread, Dict* dict) {
  Object* owner = live_owner(thread, dict);
  if (owner == nullptr) return;
  auto names = names_of(thread, owner);
  for (const DictEntry& entry : dict_entries(thread, dict)) {
    Str* name = as_str(entry.key);
    if (name != nullptr && live_get(thread, owner, name).is_unbound()) {
      dict_forget(thread, dict, entry.key, entry.hash);
    }
  }
  for (const Namespace::Item& item : names) dict_store(thread, dict, item.name, item.value);
}

Value live_get(RealmThread& thread, Object* owner, Str* name) {
  Str* known = thread.realm.find_interned(name);
  if (known == nullptr) return Value::unbound();
  if (owner->kind == Kind::Module) return static_cast<Module*>(owner)->names->get(known);
  return own_attribute(thread, owner, known);
}

void live_set(RealmThread& thread, Object* owner, Str* name, Value value) {
  Str* known = thread.realm.intern(name);
  if (owner->kind != Kind::Module) {
    set_own_attribute(thread, owner, known, value);
  } else if (value.is_unbound()) {
    static_cast<Module*>(owner)->names->remove(known);
  } else {
    static_cast<Module*>(owner)->names->set(thread, known, value);
  }
}

}  // namespace threadbook::python
