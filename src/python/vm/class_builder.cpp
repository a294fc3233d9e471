#include "python/vm/class_builder.h"

#include <algorithm>

#include "python/objects/representation.h"
#include "python/vm/calls.h"
#include "python/vm/interpreter.h"
#include "python/vm/slots.h"

namespace threadbook::python {

namespace {

// C3 linearisation (Barrett et al. 1996; "The Python 2.3 Method Resolution Order"): merges the
// orders of the bases and the list of bases itself. Empty if there is no consistent order; `stuck` is
// then the classes that cannot come next.
std::vector<Class*> merge_orders(const std::vector<Class*>& bases, std::vector<Class*>& stuck) {
  std::vector<std::vector<Class*>> sequences;
  for (Class* base : bases) sequences.push_back(base->mro);
  sequences.push_back(bases);
  std::vector<Class*> result;
  for (;;) {
    std::erase_if(sequences, [](const auto& sequence) { return sequence.empty(); });
    if (sequences.empty()) return result;
    Class* next = nullptr;
    for (const auto& sequence : sequences) {
      Class* candidate = sequence.front();
      bool in_tail = std::any_of(sequences.begin(), sequences.end(), [&](const auto& other) {
        return std::find(other.begin() + 1, other.end(), candidate) != other.end();
      });
      if (!in_tail) {
        next = candidate;
        break;
      }
    }
    if (next == nullptr) {
      for (const auto& sequence : sequences) {
        if (std::find(stuck.begin(), stuck.end(), sequence.front()) == stuck.end()) stuck.push_back(sequence.front());
      }
      return {};
    }
    result.push_back(next);
    for (auto& sequence : sequences) {
      if (sequence.front() == next) sequence.erase(sequence.begin());
    }
  }
}

// The class along the bases of `cls` that last added __slots__ to the layout; nullptr: none did.
const Class* last_with_slots(const Class* cls) {
  while (cls != nullptr && !cls->has(Class::kHasSlots)) cls = cls->base;
  return cls;
}

// Does the layout of `cls` add to that of `other`, or equal it?
bool layout_extends(const Class* cls, const Class* other) {
  const Class* slotted = last_with_slots(other);
  if (slotted != nullptr && !cls->derives_from(slotted)) return false;
  if (other->instance_kind == Kind::Instance) return true;
  return cls->derives_from(other) || (cls->instance_kind == other->instance_kind && cls->builtin == other->builtin);
}

Status check_bases(ThreadState& thread, Tuple* bases, std::vector<Class*>& classes, Class*& layout) {
  Interpreter& interpreter = thread.interpreter;
  for (Value value : bases->view()) {
    Class* cls = as_class(value);
    if (cls == nullptr) {
      return raise(thread, ExceptionType::TypeError,
                   text("cannot create a class from a base of type '", type_name(thread, value), "'"));
    }
    if (cls->has(Class::kFinal)) {
      return raise(thread, ExceptionType::TypeError,
                   text("type '", qualified_name(thread, cls), "' is not an acceptable base type"));
    }
    if (std::find(classes.begin(), classes.end(), cls) != classes.end()) {
      return raise(thread, ExceptionType::TypeError, text("duplicate base class ", cls->name->to_utf8()));
    }
    classes.push_back(cls);
  }
  if (classes.empty()) classes.push_back(interpreter.cls(BuiltinClass::Object));
  layout = classes[0];
  for (Class* cls : classes) {
    if (layout_extends(layout, cls)) continue;
    if (!layout_extends(cls, layout)) {
      return raise(thread, ExceptionType::TypeError, "multiple bases have instance lay-out conflict");
    }
    layout = cls;
  }
  return Status::Ok;
}

}  // namespace

Class* most_derived_metaclass(ThreadState& thread, Class* metaclass, Tuple* bases) {
  Class* winner = metaclass;
  for (Value base : bases->view()) {
    Class* other = class_of(thread, base);
    if (winner->derives_from(other)) continue;
    if (!other->derives_from(winner)) {
      raise(thread, ExceptionType::TypeError,
            "metaclass conflict: the metaclass of a derived class must be a (non-strict) subclass of the "
            "metaclasses of all its bases");
      return nullptr;
    }
    winner = other;
  }
  return winner;
}

Status begin_class(ThreadState& thread, Function* function, Str* name, Tuple* bases, Value keywords,
                   const Destination& destination, Value& result) {
  Interpreter& interpreter = thread.interpreter;
  Class* type = interpreter.cls(BuiltinClass::Type);
  bool plain = true;
  for (Value base : bases->view()) plain &= as_class(base) != nullptr && class_of(thread, base) == type;
  Value metaclass;
  if (Dict* options = as_dict(keywords))
    plain &= !dict_get_str(thread, options, interpreter.intern("metaclass"), metaclass);
  if (!plain) {
    return call_library(thread, "operation__build_class",
                        {Value::object(function), Value::object(name), Value::object(bases), keywords}, destination,
                        result);
  }
  Tuple* pending = make_tuple(thread, 4u);
  pending->items[0] = Value::object(name);
  pending->items[1] = Value::object(bases);
  pending->items[2] = keywords;
  pending->items[3] = Value::none();
  Dict* names = make_dict(thread);
  Value module = function->code->module->names->get(interpreter.names.name);
  if (!module.is_unbound()) dict_set_str(thread, names, interpreter.names.module, module);
  Status status =
      push_frame(thread, function->code, function, {ReturnAction::Class, destination.reg, Value::object(pending)});
  if (status == Status::Pushed) thread.frame->class_names = names;
  return status;
}

namespace {

// What of the names in a class body Python treats specially.
Value as_class_attribute(ThreadState& thread, Str* name, Value value) {
  const WellKnownNames& known = thread.interpreter.names;
  bool is_new = name == known.new_;
  if (!is_kind(value, Kind::Function) || (!is_new && name != known.init_subclass && name != known.class_getitem)) {
    return value;
  }
  Kind kind = is_new ? Kind::StaticMethod : Kind::ClassMethod;
  BuiltinClass id = is_new ? BuiltinClass::StaticMethod : BuiltinClass::ClassMethod;
  auto* wrapper = thread.heap.make<MethodWrapper>(kind, thread.interpreter.shape(id), 0);
  wrapper->more.store(nullptr);
  wrapper->function = value;
  return Value::object(wrapper);
}

}  // namespace

Status finish_class(ThreadState& thread, Class* metaclass, Str* name, Tuple* bases, Dict* names, Value keywords,
                    Value cell, const Destination& destination, Value& result) {
  Interpreter& interpreter = thread.interpreter;
  const WellKnownNames& known = interpreter.names;
  std::vector<Class*> classes;
  Class* layout = nullptr;
  Status status = check_bases(thread, bases, classes, layout);
  if (status != Status::Ok) return status;
  SlotsPlan slots;
  status = plan_slots(thread, name, classes, layout, names, slots);
  if (status != Status::Ok) return status;
  std::vector<Class*> stuck;
  std::vector<Class*> order = merge_orders(classes, stuck);
  if (order.empty()) {
    std::string list;
    for (Class* cls : stuck) list += (list.empty() ? "" : ", ") + cls->name->to_utf8();
    return raise(thread, ExceptionType::TypeError,
                 text("Cannot create a consistent method resolution\norder (MRO) for bases ", list));
  }
  Class* cls =
      interpreter.classes.make(interpreter.intern(name), metaclass, std::move(classes), layout, std::move(order));
  bool needs_python = false;
  for (const DictEntry& entry : dict_snapshot(thread, names)) {
    Str* key = as_str(entry.key);
    if (key == nullptr) continue;
    key = interpreter.intern(key);
    if (key == known.qualname) {
      if (Str* qualname = as_str(entry.value)) cls->qualname = qualname;
      continue;
    }
    if (key == known.classcell) continue;
    Value value = as_class_attribute(thread, key, entry.value);
    if (is_kind(value, Kind::Instance) && thread.lookup(class_of(thread, value), known.set_name) != nullptr) {
      needs_python = true;
    }
    cls->names.set(thread, key, value);
  }
  if (!cls->names.get(known.eq).is_unbound() && cls->names.get(known.hash).is_unbound()) {
    cls->names.set(thread, known.hash, Value::none());
  }
  if (cls->names.find(known.doc) == nullptr) cls->names.set(thread, known.doc, Value::none());
  add_slots(thread, cls, slots);
  interpreter.classes.refresh_flags(cls);
  if (is_kind(cell, Kind::Cell)) static_cast<Cell*>(cell.as_object())->value.store(Value::object(cls));
  for (std::size_t i = 1; i < cls->mro.size(); ++i) {
    if (cls->mro[i]->names.find(known.init_subclass) != nullptr && !cls->mro[i]->has(Class::kBuiltin))
      needs_python = true;
  }
  Dict* options = as_dict(keywords);
  if (options != nullptr && options->used.load() > 0) needs_python = true;
  result = Value::object(cls);
  if (!needs_python) return Status::Ok;
  return call_library(thread, "operation__class_made",
                      {result, options == nullptr ? Value::object(make_dict(thread)) : keywords}, destination, result);
}

}  // namespace threadbook::python
