#include "python/objects/instance.h"

#include <algorithm>

#include "python/objects/deque.h"
#include "python/objects/dict.h"
#include "python/objects/exception.h"
#include "python/objects/function.h"
#include "python/objects/operations.h"
#include "python/objects/realm.h"
#include "python/objects/weak_reference.h"

namespace threadbook::python {

namespace {
constexpr std::uint32_t kFirstChunk = 8;
constexpr std::uint8_t kMaxInlineSlots = 16;
}  // namespace

std::atomic<Object*>* attribute_chain(Object* object) {
  switch (object->kind) {
    case Kind::Instance: return &static_cast<Instance*>(object)->more;
    case Kind::Function: return &static_cast<Function*>(object)->more;
    case Kind::Exception: return &static_cast<Exception*>(object)->more;
    case Kind::Boxed: return &static_cast<Boxed*>(object)->more;
    case Kind::List: return &static_cast<List*>(object)->more;
    case Kind::Deque: return &static_cast<Deque*>(object)->more;
    case Kind::Dict: return &static_cast<Dict*>(object)->more;
    case Kind::Set: return &static_cast<Set*>(object)->more;
    case Kind::CallCache: return &static_cast<CallCache*>(object)->more;
    case Kind::Partial: return &static_cast<Partial*>(object)->more;
    case Kind::Property: return &static_cast<Property*>(object)->more;
    case Kind::WeakReference: return &static_cast<WeakReference*>(object)->more;
    case Kind::StaticMethod:
    case Kind::ClassMethod: return &static_cast<MethodWrapper*>(object)->more;
    default: return nullptr;
  }
}

Slot* attribute_slot(Object* object, std::uint32_t index) {
  if (object->kind == Kind::Instance) {
    auto* instance = static_cast<Instance*>(object);
    if (index < instance->flags) return &instance->slots[index];
    index -= instance->flags;
  }
  Object* chunk = attribute_chain(object)->load(std::memory_order_acquire);
  while (chunk != nullptr && chunk->kind == Kind::Array) {
    auto* array = static_cast<Array*>(chunk);
    if (index < array->capacity) return &array->slots[index];
    index -= array->capacity;
    chunk = array->next.load(std::memory_order_acquire);
  }
  return nullptr;
}

namespace {

// The dict at the end of the chain, for names past ShapeTable::kMaxNames; nullptr if there is none.
Dict* overflow_dict(Object* object) {
  std::atomic<Object*>* link = attribute_chain(object);
  if (link == nullptr) return nullptr;
  Object* chunk = link->load(std::memory_order_acquire);
  while (chunk != nullptr && chunk->kind == Kind::Array) {
    chunk = static_cast<Array*>(chunk)->next.load(std::memory_order_acquire);
  }
  return static_cast<Dict*>(chunk);
}

void set_in_dict(RealmThread& thread, Dict* dict, Str* name, Value value) {
  Value old;
  if (value.is_unbound()) {
    dict_delete(thread, dict, Value::object(name), hash_of(name), old);
  } else {
    dict_set_str(thread, dict, name, value);
  }
}

Instance* allocate_instance(RealmThread& thread, Class* cls) {
  std::uint8_t room = cls->inline_slots.load(std::memory_order_relaxed);
  auto* instance =
      thread.heap.make<Instance>(Kind::Instance, cls->root_shape->id, (room > 0 ? room - 1u : 0u) * sizeof(Slot));
  instance->flags = room;
  instance->more.store(nullptr, std::memory_order_relaxed);
  for (std::uint8_t i = 0; i < room; ++i) new (&instance->slots[i]) Slot();
  return instance;
}

}  // namespace

bool may_overflow(const Shape* shape) { return shape->in_dict || shape->names.size() >= ShapeTable::kMaxNames; }

Shape* dict_shape_of(RealmThread& thread, Class* cls) {
  Shape* shape = cls->dict_shape.load(std::memory_order_acquire);
  if (shape != nullptr) return shape;
  Shape* made = thread.realm.shapes.make_root(cls, true);
  return cls->dict_shape.compare_exchange_strong(shape, made) ? made : shape;
}

Dict* attribute_dict(RealmThread& thread, Object* object) {
  Shape* shape = thread.realm.shapes.get(object->shape.load(std::memory_order_acquire));
  return shape->in_dict ? overflow_dict(object) : nullptr;
}

Object* former_self(Object* object) {
  Array* last = nullptr;
  Object* chunk = attribute_chain(object)->load(std::memory_order_acquire);
  while (chunk->kind == Kind::Array) {
    last = static_cast<Array*>(chunk);
    chunk = last->next.load(std::memory_order_acquire);
  }
  return last->slots[0].load().as_object();
}

void replace_attributes(RealmThread& thread, Object* object, Dict* dict) {
  Class* cls = class_of(thread, Value::object(object));
  Shape* in_dict = dict_shape_of(thread, cls);
  // What is kept for the dicts that show the attributes as they are now; no __del__ of its class is called for it.
  Object* former = nullptr;
  if (attribute_dict(thread, object) == nullptr) {
    former = allocate_instance(thread, cls);
    for (auto& [name, value] : own_attributes(thread, object)) set_own_attribute(thread, former, name, value);
  }
  ObjectLock lock(object, thread.parallel);
  const bool had_dict = attribute_dict(thread, object) != nullptr;
  Object* end = dict;
  if (former != nullptr && !had_dict) {
    Array* holder = make_array(thread, 1);
    holder->slots[0].initialize(Value::object(former));
    holder->next.store(dict, std::memory_order_relaxed);
    end = holder;
  }
  std::atomic<Object*>* link = attribute_chain(object);
  for (Object* chunk = link->load(std::memory_order_relaxed); chunk != nullptr && chunk->kind == Kind::Array;
       chunk = link->load(std::memory_order_relaxed)) {
    link = &static_cast<Array*>(chunk)->next;
  }
  link->store(end, std::memory_order_release);
  object->shape.store(in_dict->id, std::memory_order_release);
}

Value own_attribute(RealmThread& thread, Object* object, Str* name) {
  if (attribute_chain(object) == nullptr) return Value::unbound();
  Shape* shape = thread.realm.shapes.get(object->shape.load(std::memory_order_acquire));
  int index = shape->find(name);
  if (index >= 0) return attribute_slot(object, static_cast<std::uint32_t>(index))->load();
  if (may_overflow(shape)) {
    Value value;
    Dict* dict = overflow_dict(object);
    if (dict != nullptr && dict_get_str(thread, dict, name, value)) return value;
  }
  return Value::unbound();
}

bool set_own_attribute(RealmThread& thread, Object* object, Str* name, Value value) {
  std::atomic<Object*>* link = attribute_chain(object);
  if (link == nullptr) return false;
  ShapeTable& shapes = thread.realm.shapes;
  Shape* shape = shapes.get(object->shape.load(std::memory_order_acquire));
  int index = shape->find(name);
  if (index >= 0) {
    attribute_slot(object, static_cast<std::uint32_t>(index))->store(value);
    return true;
  }
  if (shape->in_dict) {
    set_in_dict(thread, overflow_dict(object), name, value);
    return true;
  }
  if (value.is_unbound() && !may_overflow(shape)) return true;
  ObjectLock lock(object, thread.parallel);
  shape = shapes.get(object->shape.load(std::memory_order_acquire));
  index = shape->find(name);
  if (index >= 0) {
    attribute_slot(object, static_cast<std::uint32_t>(index))->store(value);
    return true;
  }
  auto count = static_cast<std::uint32_t>(shape->names.size());
  bool full = may_overflow(shape);
  std::uint32_t room = object->kind == Kind::Instance ? object->flags : 0;
  std::uint32_t next_capacity = kFirstChunk;
  if (full || count >= room) {
    // Walk to the end of the chain, making what is missing.
    for (;;) {
      Object* chunk = link->load(std::memory_order_acquire);
      if (chunk == nullptr) {
        chunk = full ? static_cast<Object*>(make_dict(thread)) : make_array(thread, next_capacity);
        link->store(chunk, std::memory_order_release);
      }
      if (chunk->kind != Kind::Array) {
        set_in_dict(thread, static_cast<Dict*>(chunk), name, value);
        return true;
      }
      auto* array = static_cast<Array*>(chunk);
      if (!full && count < room + array->capacity) break;
      room += array->capacity;
      next_capacity = array->capacity * 2;
      link = &array->next;
    }
  }
  Shape* wider = shapes.with(shape, name);
  attribute_slot(object, count)->store(value);
  object->shape.store(wider->id, std::memory_order_release);
  if (object->kind == Kind::Instance) {
    auto& learnt = shape->cls->inline_slots;
    auto wanted = static_cast<std::uint8_t>(std::min<std::uint32_t>(count + 1, kMaxInlineSlots));
    if (learnt.load(std::memory_order_relaxed) < wanted) learnt.store(wanted, std::memory_order_relaxed);
  }
  return true;
}

std::vector<std::pair<Str*, Value>> own_attributes(RealmThread& thread, Object* object) {
  std::vector<std::pair<Str*, Value>> result;
  if (attribute_chain(object) == nullptr) return result;
  Shape* shape = thread.realm.shapes.get(object->shape.load(std::memory_order_acquire));
  for (std::size_t i = 0; i < shape->names.size(); ++i) {
    Value value = attribute_slot(object, static_cast<std::uint32_t>(i))->load();
    if (!value.is_unbound()) result.emplace_back(shape->names[i], value);
  }
  if (Dict* dict = overflow_dict(object)) {
    for (const DictEntry& entry : dict_snapshot(thread, dict)) {
      if (Str* name = as_str(entry.key)) result.emplace_back(thread.realm.intern(name), entry.value);
    }
  }
  return result;
}

Object* make_instance(RealmThread& thread, Class* cls) {
  Instance* instance = allocate_instance(thread, cls);
  if (cls->has(Class::kHasFarewell)) [[unlikely]]
    thread.heap.expect_farewell(instance);
  return instance;
}

}  // namespace threadbook::python
