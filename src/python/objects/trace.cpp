// What each kind of object refers to, and how big it is: all the collector needs to know of them.
#include "python/numeric/bigint.h"
#include "python/objects/deque.h"
#include "python/objects/dict.h"
#include "python/objects/exception.h"
#include "python/objects/function.h"
#include "python/objects/handle.h"
#include "python/objects/heap.h"
#include "python/objects/instance.h"
#include "python/objects/int_object.h"
#include "python/objects/str.h"
#include "python/objects/weak_reference.h"

namespace threadbook::python {

namespace {

std::size_t bytes_of(const Instance& instance) {
  return sizeof(Instance) + (instance.flags > 0 ? instance.flags - 1u : 0u) * sizeof(Slot);
}
std::size_t bytes_of(const Str& str) {
  if ((str.flags & Str::kShared) != 0) return sizeof(Str);
  return sizeof(Str) + str.length * (str.is_wide() ? 4u : 1u);
}
std::size_t bytes_of(const Bytes& bytes) { return sizeof(Bytes) + bytes.length; }
std::size_t bytes_of(const Buffer& buffer) { return sizeof(Buffer) + buffer.capacity; }
std::size_t bytes_of(const Tuple& tuple) { return sizeof(Tuple) + tuple.length * sizeof(Value); }
std::size_t bytes_of(const Array& array) { return sizeof(Array) + array.capacity * sizeof(Slot); }
std::size_t bytes_of(const DictTable& table) {
  return sizeof(DictTable) + table.capacity * sizeof(DictEntry) + table.index_count * sizeof(std::int32_t);
}
std::size_t bytes_of(const SetTable& table) { return sizeof(SetTable) + table.mask * sizeof(SetEntry); }
std::size_t bytes_of(const BigIntObject& number) {
  return sizeof(BigIntObject) + static_cast<std::size_t>(number.used) * sizeof(mp_digit);
}

// Kinds whose objects are all of one small size, more or less.
constexpr std::size_t kOtherBytes = 64;

void trace_handle(Object* object, Marker& marker) {
  switch (static_cast<HandleKind>(object->flags)) {
    case HandleKind::Thread: marker.visit(static_cast<ThreadHandle*>(object)->object); break;
    case HandleKind::Notifier: marker.visit(static_cast<NotifierObject*>(object)->of_lock); break;
    case HandleKind::Notice: marker.visit(static_cast<NoticeObject*>(object)->notifier); break;
    case HandleKind::Party: marker.visit(static_cast<PartyObject*>(object)->barrier); break;
    case HandleKind::Queue: {
      auto* express = static_cast<ExpressObject*>(object);
      marker.visit(express->mutex), marker.visit(express->not_empty), marker.visit(express->not_full);
      break;
    }
    case HandleKind::LocalValues:
      for (const auto& entry : *static_cast<LocalValuesObject*>(object)->entries) marker.visit(entry.values);
      break;
    default: break;  // the others refer to nothing
  }
}

}  // namespace

std::size_t trace(Object* object, Marker& marker) {
  // The attributes an object may have, and its own size.
  auto with_attributes = [&](std::size_t bytes) {
    if (std::atomic<Object*>* link = attribute_chain(object)) marker.visit(link->load(std::memory_order_relaxed));
    return bytes;
  };
  switch (object->kind) {
    case Kind::Free:
    case Kind::Class:  // classes are roots: the realm traces their names
      return kOtherBytes;
    case Kind::Bytes: return bytes_of(*static_cast<Bytes*>(object));
    case Kind::BigInt: return bytes_of(*static_cast<BigIntObject*>(object));
    case Kind::Buffer: return bytes_of(*static_cast<Buffer*>(object));
    case Kind::Handle: trace_handle(object, marker); return kOtherBytes;
    case Kind::WeakReference:
      marker.visit(static_cast<WeakReference*>(object)->callback);
      return with_attributes(kOtherBytes);
    case Kind::Instance: {
      auto* instance = static_cast<Instance*>(object);
      for (std::uint8_t i = 0; i < instance->flags; ++i) marker.visit(instance->slots[i]);
      marker.visit(instance->more.load(std::memory_order_relaxed));
      return bytes_of(*instance);
    }
    case Kind::Str: {
      auto* str = static_cast<Str*>(object);
      if ((str->flags & Str::kShared) != 0) marker.visit(str->buffer);
      return bytes_of(*str);
    }
    case Kind::Boxed: marker.visit(static_cast<Boxed*>(object)->payload); return with_attributes(kOtherBytes);
    case Kind::Tuple: {
      auto* tuple = static_cast<Tuple*>(object);
      for (Value item : tuple->view()) marker.visit(item);
      return bytes_of(*tuple);
    }
    case Kind::List:
      marker.visit(static_cast<List*>(object)->items.load(std::memory_order_relaxed));
      return with_attributes(kOtherBytes);
    case Kind::Deque:
      marker.visit(static_cast<Deque*>(object)->items.load(std::memory_order_relaxed));
      return with_attributes(kOtherBytes);
    case Kind::Dict: marker.visit(static_cast<Dict*>(object)->table); return with_attributes(kOtherBytes);
    case Kind::Set: marker.visit(static_cast<Set*>(object)->table); return with_attributes(kOtherBytes);
    case Kind::Range: {
      auto* range = static_cast<Range*>(object);
      marker.visit(range->start), marker.visit(range->stop), marker.visit(range->step), marker.visit(range->length);
      return kOtherBytes;
    }
    case Kind::Slice: {
      auto* slice = static_cast<Slice*>(object);
      marker.visit(slice->start), marker.visit(slice->stop), marker.visit(slice->step);
      return kOtherBytes;
    }
    case Kind::Cell: marker.visit(static_cast<Cell*>(object)->value); return sizeof(Cell);
    case Kind::Function: {
      auto* function = static_cast<Function*>(object);
      marker.visit(function->closure);
      marker.visit(function->defaults), marker.visit(function->kwdefaults), marker.visit(function->name);
      marker.visit(function->qualname), marker.visit(function->doc), marker.visit(function->annotations);
      marker.visit(function->module);
      return with_attributes(sizeof(Function));
    }
    case Kind::NativeFunction: {
      auto* native = static_cast<NativeFunction*>(object);
      marker.visit(native->qualname);
      marker.visit(native->fallback.load(std::memory_order_relaxed));
      return kOtherBytes;
    }
    case Kind::BoundMethod: {
      auto* method = static_cast<BoundMethod*>(object);
      marker.visit(method->function), marker.visit(method->self);
      return sizeof(BoundMethod);
    }
    case Kind::Partial: {
      auto* partial = static_cast<Partial*>(object);
      marker.visit(partial->function), marker.visit(partial->arguments), marker.visit(partial->keywords);
      return with_attributes(kOtherBytes);
    }
    case Kind::CallCache: {
      auto* cache = static_cast<CallCache*>(object);
      marker.visit(cache->function), marker.visit(cache->results);
      return with_attributes(kOtherBytes);
    }
    case Kind::Property: {
      auto* property = static_cast<Property*>(object);
      marker.visit(property->getter), marker.visit(property->setter);
      marker.visit(property->deleter), marker.visit(property->doc);
      return with_attributes(kOtherBytes);
    }
    case Kind::Member: marker.visit(static_cast<Member*>(object)->name); return kOtherBytes;
    case Kind::StaticMethod:
    case Kind::ClassMethod:
      marker.visit(static_cast<MethodWrapper*>(object)->function);
      return with_attributes(kOtherBytes);
    case Kind::Super: marker.visit(static_cast<Super*>(object)->self); return kOtherBytes;
    case Kind::Module: {
      auto* module = static_cast<Module*>(object);
      marker.visit(module->name);
      marker.visit(module->dict.load());
      marker.visit(module->builtins);
      return kOtherBytes;
    }
    case Kind::Iterator: marker.visit(static_cast<Iterator*>(object)->source); return kOtherBytes;
    case Kind::DictView: marker.visit(static_cast<DictView*>(object)->dict); return kOtherBytes;
    case Kind::Exception: {
      auto* exception = static_cast<Exception*>(object);
      marker.visit(exception->args), marker.visit(exception->cause);
      marker.visit(exception->context), marker.visit(exception->traceback);
      return with_attributes(sizeof(Exception));
    }
    case Kind::CodeProxy:
    case Kind::Frame:
    case Kind::Generator: return marker.machine_objects().trace(object, marker);
    case Kind::Traceback:
      marker.visit(static_cast<Traceback*>(object)->next.load(std::memory_order_relaxed));
      return kOtherBytes;
    case Kind::Array: {
      auto* array = static_cast<Array*>(object);
      for (std::uint32_t i = 0; i < array->capacity; ++i) marker.visit(array->slots[i]);
      marker.visit(array->next.load(std::memory_order_relaxed));
      return bytes_of(*array);
    }
    case Kind::DictTable: {
      auto* table = static_cast<DictTable*>(object);
      for (std::uint32_t i = 0; i < table->count; ++i) {
        marker.visit(table->entries[i].key), marker.visit(table->entries[i].value);
      }
      return bytes_of(*table);
    }
    case Kind::SetTable: {
      auto* table = static_cast<SetTable*>(object);
      for (std::uint32_t i = 0; i <= table->mask; ++i) marker.visit(table->entries[i].key);
      return bytes_of(*table);
    }
  }
  return kOtherBytes;
}

std::size_t Heap::size_of(const Object* object) const {
  switch (object->kind) {
    case Kind::Instance: return bytes_of(*static_cast<const Instance*>(object));
    case Kind::Str: return bytes_of(*static_cast<const Str*>(object));
    case Kind::Bytes: return bytes_of(*static_cast<const Bytes*>(object));
    case Kind::Buffer: return bytes_of(*static_cast<const Buffer*>(object));
    case Kind::Tuple: return bytes_of(*static_cast<const Tuple*>(object));
    case Kind::Array: return bytes_of(*static_cast<const Array*>(object));
    case Kind::DictTable: return bytes_of(*static_cast<const DictTable*>(object));
    case Kind::SetTable: return bytes_of(*static_cast<const SetTable*>(object));
    case Kind::CodeProxy:
    case Kind::Frame:
    case Kind::Generator: return machine_objects_.size(object);
    case Kind::BigInt: return bytes_of(*static_cast<const BigIntObject*>(object));
    case Kind::Function: return sizeof(Function);
    case Kind::Exception: return sizeof(Exception);
    default: return kOtherBytes;
  }
}

}  // namespace threadbook::python
