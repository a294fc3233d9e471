// What each kind of object refers to, and how big it is: all the collector needs to know of them.
#include "python/numeric/bigint.h"
#include "python/objects/deque.h"
#include "python/objects/dict.h"
#include "python/objects/exception.h"
#include "python/objects/function.h"
#include "python/objects/generator.h"
#include "python/objects/handle.h"
#include "python/objects/heap.h"
#include "python/objects/instance.h"
#include "python/objects/int_object.h"
#include "python/objects/str.h"
#include "python/vm/frame_object.h"
#include "python/objects/weak_reference.h"

namespace threadbook::python {

void trace(Object* object, Marker& marker) {
  auto visit_chain = [&] {
    if (std::atomic<Object*>* link = attribute_chain(object)) marker.visit(link->load(std::memory_order_relaxed));
  };
  switch (object->kind) {
    case Kind::Free:
    case Kind::Bytes:
    case Kind::BigInt:
    case Kind::Buffer:
    case Kind::CodeProxy:
      return;
    case Kind::Handle:
      if (object->flags == static_cast<std::uint8_t>(HandleKind::Thread)) {
        marker.visit(static_cast<ThreadHandle*>(object)->object);
      }
      return;
    case Kind::WeakReference: marker.visit(static_cast<WeakReference*>(object)->callback); break;
    case Kind::Instance: {
      auto* instance = static_cast<Instance*>(object);
      for (std::uint8_t i = 0; i < instance->flags; ++i) marker.visit(instance->slots[i]);
      break;
    }
    case Kind::Class:
      return;  // classes are roots: the interpreter traces their names
    case Kind::Str: {
      auto* str = static_cast<Str*>(object);
      if ((str->flags & Str::kShared) != 0) marker.visit(str->buffer);
      return;
    }
    case Kind::Boxed: marker.visit(static_cast<Boxed*>(object)->payload); break;
    case Kind::Tuple:
      for (Value item : static_cast<Tuple*>(object)->view()) marker.visit(item);
      return;
    case Kind::List: marker.visit(static_cast<List*>(object)->items.load(std::memory_order_relaxed)); break;
    case Kind::Deque: marker.visit(static_cast<Deque*>(object)->items.load(std::memory_order_relaxed)); break;
    case Kind::Dict: marker.visit(static_cast<Dict*>(object)->table); break;
    case Kind::Set: marker.visit(static_cast<Set*>(object)->table); break;
    case Kind::Range: {
      auto* range = static_cast<Range*>(object);
      marker.visit(range->start), marker.visit(range->stop), marker.visit(range->step), marker.visit(range->length);
      return;
    }
    case Kind::Slice: {
      auto* slice = static_cast<Slice*>(object);
      marker.visit(slice->start), marker.visit(slice->stop), marker.visit(slice->step);
      return;
    }
    case Kind::Cell: marker.visit(static_cast<Cell*>(object)->value); return;
    case Kind::Function: {
      auto* function = static_cast<Function*>(object);
      marker.visit(function->closure);
      marker.visit(function->defaults), marker.visit(function->kwdefaults), marker.visit(function->name);
      marker.visit(function->qualname), marker.visit(function->doc), marker.visit(function->annotations);
      marker.visit(function->module);
      break;
    }
    case Kind::NativeFunction: {
      auto* native = static_cast<NativeFunction*>(object);
      marker.visit(native->qualname);
      marker.visit(native->fallback.load(std::memory_order_relaxed));
      return;
    }
    case Kind::BoundMethod: {
      auto* method = static_cast<BoundMethod*>(object);
      marker.visit(method->function), marker.visit(method->self);
      return;
    }
    case Kind::Partial: {
      auto* partial = static_cast<Partial*>(object);
      marker.visit(partial->function), marker.visit(partial->arguments), marker.visit(partial->keywords);
      break;
    }
    case Kind::CallCache: {
      auto* cache = static_cast<CallCache*>(object);
      marker.visit(cache->function), marker.visit(cache->results);
      break;
    }
    case Kind::Property: {
      auto* property = static_cast<Property*>(object);
      marker.visit(property->getter), marker.visit(property->setter);
      marker.visit(property->deleter), marker.visit(property->doc);
      break;
    }
    case Kind::Member: marker.visit(static_cast<Member*>(object)->name); return;
    case Kind::StaticMethod:
    case Kind::ClassMethod: marker.visit(static_cast<MethodWrapper*>(object)->function); break;
    case Kind::Super: marker.visit(static_cast<Super*>(object)->self); return;
    case Kind::Module: {
      auto* module = static_cast<Module*>(object);
      marker.visit(module->name);
      marker.visit(module->dict.load());
      marker.visit(module->builtins);
      return;
    }
    case Kind::Iterator: marker.visit(static_cast<Iterator*>(object)->source); return;
    case Kind::DictView: marker.visit(static_cast<DictView*>(object)->dict); return;
    case Kind::Generator: {
      auto* generator = static_cast<Generator*>(object);
      marker.visit(generator->name), marker.visit(generator->qualname);
      // A running one is visited once more, as one of its thread's frames.
      if (generator->state.load(std::memory_order_relaxed) != GeneratorState::Running) {
        trace_frame(generator->frame, false, marker);
      }
      return;
    }
    case Kind::Exception: {
      auto* exception = static_cast<Exception*>(object);
      marker.visit(exception->args), marker.visit(exception->cause);
      marker.visit(exception->context), marker.visit(exception->traceback);
      break;
    }
    case Kind::Frame:
      marker.visit(static_cast<FrameObject*>(object)->back);
      marker.visit(static_cast<FrameObject*>(object)->locals);
      return;
    case Kind::Traceback: marker.visit(static_cast<Traceback*>(object)->next.load(std::memory_order_relaxed)); return;
    case Kind::Array: {
      auto* array = static_cast<Array*>(object);
      for (std::uint32_t i = 0; i < array->capacity; ++i) marker.visit(array->slots[i]);
      marker.visit(array->next.load(std::memory_order_relaxed));
      return;
    }
    case Kind::DictTable: {
      auto* table = static_cast<DictTable*>(object);
      for (std::uint32_t i = 0; i < table->count; ++i) {
        marker.visit(table->entries[i].key), marker.visit(table->entries[i].value);
      }
      return;
    }
    case Kind::SetTable: {
      auto* table = static_cast<SetTable*>(object);
      for (std::uint32_t i = 0; i <= table->mask; ++i) marker.visit(table->entries[i].key);
      return;
    }
  }
  visit_chain();
}

namespace {

// A frame that waits for a call needs neither the function nor the arguments any more, nor any register
// above: temporaries are given out like a stack. So what `del` removed is not kept by what is left of it.
std::uint16_t live_registers(const Frame& frame) {
  const Instruction* begin = frame.code->instructions;
  const Instruction* last = frame.pc - 1;
  if (last >= begin && last->op == Op::Extra) --last;
  if (last >= begin) {
    switch (last->op) {
      case Op::Call:
      case Op::CallMethod:
      case Op::CallKw:
      case Op::CallEx: return last->a;
      default: break;
    }
  }
  return frame.code->code->registers;
}

}  // namespace

void trace_frame(const Frame& frame, bool waiting, Marker& marker) {
  if (frame.code == nullptr) return;
  std::uint16_t count = waiting ? live_registers(frame) : frame.code->code->registers;
  for (std::uint16_t i = 0; i < count; ++i) marker.visit(frame.registers[i]);
  marker.visit(frame.function);
  marker.visit(frame.handled);
  marker.visit(frame.destination.extra);
  marker.visit(frame.class_names);
  marker.visit(frame.generator);
}

std::size_t size_of(const Object* object) {
  switch (object->kind) {
    case Kind::Instance: {
      auto* instance = static_cast<const Instance*>(object);
      return sizeof(Instance) + (instance->flags > 0 ? instance->flags - 1u : 0u) * sizeof(Slot);
    }
    case Kind::Str: {
      auto* str = static_cast<const Str*>(object);
      if ((str->flags & Str::kShared) != 0) return sizeof(Str);
      return sizeof(Str) + str->length * (str->is_wide() ? 4u : 1u);
    }
    case Kind::Bytes: return sizeof(Bytes) + static_cast<const Bytes*>(object)->length;
    case Kind::Buffer: return sizeof(Buffer) + static_cast<const Buffer*>(object)->capacity;
    case Kind::Tuple: return sizeof(Tuple) + static_cast<const Tuple*>(object)->length * sizeof(Value);
    case Kind::Array: return sizeof(Array) + static_cast<const Array*>(object)->capacity * sizeof(Slot);
    case Kind::DictTable: {
      auto* table = static_cast<const DictTable*>(object);
      return sizeof(DictTable) + table->capacity * sizeof(DictEntry) + table->index_count * sizeof(std::int32_t);
    }
    case Kind::SetTable: return sizeof(SetTable) + static_cast<const SetTable*>(object)->mask * sizeof(SetEntry);
    case Kind::Generator: return sizeof(Generator) + static_cast<const Generator*>(object)->registers * sizeof(Value);
    case Kind::BigInt: return sizeof(BigIntObject) + static_cast<std::size_t>(static_cast<const BigIntObject*>(object)->used) * sizeof(mp_digit);
    case Kind::Function: return sizeof(Function);
    case Kind::Exception: return sizeof(Exception);
    default: return 64;
  }
}

}  // namespace threadbook::python
