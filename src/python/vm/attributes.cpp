#include "python/vm/attributes.h"

#include <algorithm>

#include "python/objects/deque.h"
#include "python/objects/exception_attributes.h"
#include "python/objects/instance.h"
#include "python/objects/weak_reference.h"
#include "python/vm/attribute_errors.h"
#include "python/vm/calls.h"
#include "python/vm/generator.h"
#include "python/vm/interpreter.h"
#include "python/vm/special_attributes.h"

namespace threadbook::python {

namespace {

using Kind_ = AttributeResult::Kind;

bool has_method(ThreadState& thread, Value object, Str* name) {
  return is_kind(object, Kind::Instance) && thread.lookup(class_of(thread, object), name) != nullptr;
}

// __get__ or another method of a property's class, if that is a subclass of property with its own in Python.
Cell* python_accessor(ThreadState& thread, Value property, Str* name) {
  Class* cls = class_of(thread, property);
  if (cls->has(Class::kBuiltin)) return nullptr;
  Cell* cell = thread.lookup(cls, name);
  return cell != nullptr && is_kind(cell->value.load(), Kind::Function) ? cell : nullptr;
}

// What `cls_value`, found in the class of `object`, gives when read through the object.
AttributeResult bind(ThreadState& thread, Value cls_value, Value object, Class* cls, bool for_call) {
  if (cls_value.is_object()) {
    Object* target = cls_value.as_object();
    switch (target->kind) {
      case Kind::CallCache:
      case Kind::Function:
        if (for_call) return {Kind_::Value, cls_value, object};
        return {Kind_::Value, bind_method(thread, cls_value, object), Value::unbound()};
      case Kind::NativeFunction: {
        auto* native = static_cast<NativeFunction*>(target);
        if (native->owner == nullptr || is_static_method(native)) return {Kind_::Value, cls_value, Value::unbound()};
        Value self = is_class_method(native) ? Value::object(cls) : object;
        if (for_call) return {Kind_::Value, cls_value, self};
        return {Kind_::Value, bind_method(thread, cls_value, self), Value::unbound()};
      }
      case Kind::StaticMethod: return {Kind_::Value, static_cast<MethodWrapper*>(target)->function, Value::unbound()};
      case Kind::ClassMethod: {
        Value function = static_cast<MethodWrapper*>(target)->function;
        if (for_call) return {Kind_::Value, function, Value::object(cls)};
        return {Kind_::Value, bind_method(thread, function, Value::object(cls)), Value::unbound()};
      }
      case Kind::Property:
        if (Cell* get = python_accessor(thread, cls_value, thread.interpreter.names.get)) {
          AttributeResult result{Kind_::Getter, bind_method(thread, get->value.load(), cls_value), object};
          result.owner = Value::object(cls);
          return result;
        }
        if (Value field = static_cast<Property*>(target)->getter.load(); field.is_small_int()) {
          Tuple* tuple = as_tuple(object);
          if (tuple == nullptr || field.as_small_int() >= tuple->length) return {Kind_::Missing, {}, {}};
          return {Kind_::Value, tuple->items[field.as_small_int()], Value::unbound()};
        }
        return {Kind_::Getter, static_cast<Property*>(target)->getter.load(), object};
      case Kind::Member: {
        Value value = object.is_object() ? own_attribute(thread, object.as_object(), static_cast<Member*>(target)->name)
                                         : Value::unbound();
        return {value.is_unbound() ? Kind_::Missing : Kind_::Value, value, Value::unbound()};
      }
      case Kind::Instance:
        if (Cell* get = thread.lookup(class_of(thread, cls_value), thread.interpreter.names.get)) {
          AttributeResult result{Kind_::Getter, bind_method(thread, get->value.load(), cls_value), object};
          result.owner = Value::object(cls);
          return result;
        }
        break;
      default: break;
    }
  }
  return {Kind_::Value, cls_value, Value::unbound()};
}

bool is_data_descriptor(ThreadState& thread, Value value) {
  if (is_kind(value, Kind::Property)) return true;
  return has_method(thread, value, thread.interpreter.names.get) &&
         (has_method(thread, value, thread.interpreter.names.set) ||
          has_method(thread, value, thread.interpreter.names.delete_));
}

// What `type` itself answers for, whatever the class and its bases hold under that name.
bool is_type_attribute(const WellKnownNames& names, const Str* name) {
  return name == names.name || name == names.qualname || name == names.bases || name == names.mro ||
         name == names.dict || name == names.class_ || name == names.annotations || name == names.abstract_methods;
}

AttributeResult find_in_class(ThreadState& thread, Class* cls, Str* name, bool for_call) {
  Class* metaclass = class_of(thread, Value::object(cls));
  Cell* meta = cls->has(Class::kCustomMetaclass) ? thread.lookup(metaclass, name) : nullptr;
  if (meta != nullptr && is_data_descriptor(thread, meta->value.load())) {
    return bind(thread, meta->value.load(), Value::object(cls), metaclass, for_call);
  }
  if (is_type_attribute(thread.interpreter.names, name)) {
    Value special = special_attribute(thread, Value::object(cls), name);
    if (!special.is_unbound()) return {Kind_::Value, special, Value::unbound()};
    if (name == thread.interpreter.names.abstract_methods) return {Kind_::Missing, {}, {}};
  }
  Cell* cell = cls->find(name);
  Value value = cell != nullptr ? cell->value.load() : Value::unbound();
  if (!value.is_unbound()) {
    AttributeResult result{Kind_::Value, value, Value::unbound()};
    if (value.is_object()) {
      Object* target = value.as_object();
      if (target->kind == Kind::StaticMethod || target->kind == Kind::ClassMethod ||
          (target->kind == Kind::NativeFunction && is_class_method(static_cast<NativeFunction*>(target)))) {
        return bind(thread, value, Value::object(cls), cls, for_call);
      }
      if (target->kind == Kind::Instance) {
        if (Cell* get = thread.lookup(class_of(thread, value), thread.interpreter.names.get)) {
          AttributeResult bound{Kind_::Getter, bind_method(thread, get->value.load(), value), Value::none()};
          bound.owner = Value::object(cls);
          return bound;
        }
      }
    }
    result.how = AttributeResult::How::ClassCell;
    result.cell = cell;
    return result;
  }
  Value special = special_attribute(thread, Value::object(cls), name);
  if (!special.is_unbound()) return {Kind_::Value, special, Value::unbound()};
  // Methods of the metaclass: mro(), __subclasses__(), its own.
  if (meta == nullptr) meta = thread.lookup(metaclass, name);
  if (meta != nullptr) return bind(thread, meta->value.load(), Value::object(cls), metaclass, for_call);
  if (metaclass->has(Class::kHasGetattr)) {
    if (Cell* hook = thread.lookup(metaclass, thread.interpreter.names.getattr)) {
      return {Kind_::Hook, hook->value.load(), Value::object(cls)};
    }
  }
  return {Kind_::Missing, {}, {}};
}

// What `name` is in the classes of `mro` behind `cls`; Unbound if there is none.
Value find_behind(ThreadState& thread, const std::vector<Class*>& mro, Class* cls, Str* name) {
  auto next = std::find(mro.begin(), mro.end(), cls);
  if (next == mro.end() || ++next == mro.end()) return Value::unbound();
  if (static_cast<std::size_t>(mro.end() - next) == (*next)->mro.size()) {
    // What is left is the order of the next class itself, unless there are several bases.
    Cell* cell = thread.lookup(*next, name);
    return cell == nullptr ? Value::unbound() : cell->value.load();
  }
  for (; next != mro.end(); ++next) {
    Value value = (*next)->names.get(name);
    if (!value.is_unbound()) return value;
  }
  return Value::unbound();
}

AttributeResult find_through_super(ThreadState& thread, Super* super, Str* name, bool for_call) {
  if (Value value = find_behind(thread, super->self_class->mro, super->cls, name); !value.is_unbound()) {
    // super().method in a classmethod: self is the class itself.
    if (as_class(super->self) == super->self_class) {
      if (is_kind(value, Kind::ClassMethod)) return bind(thread, value, super->self, super->self_class, for_call);
      if (is_kind(value, Kind::StaticMethod)) return bind(thread, value, super->self, super->self_class, for_call);
      if (is_kind(value, Kind::NativeFunction) && is_class_method(static_cast<NativeFunction*>(value.as_object()))) {
        return bind(thread, value, super->self, super->self_class, for_call);
      }
      if (has_method(thread, value, thread.interpreter.names.get)) {
        Cell* get = thread.lookup(class_of(thread, value), thread.interpreter.names.get);
        AttributeResult bound{Kind_::Getter, bind_method(thread, get->value.load(), value), Value::none()};
        bound.owner = super->self;
        return bound;
      }
      return {Kind_::Value, value, Value::unbound()};
    }
    return bind(thread, value, super->self, super->self_class, for_call);
  }
  Value special = special_attribute(thread, Value::object(super), name);
  if (!special.is_unbound()) return {Kind_::Value, special, Value::unbound()};
  return {Kind_::Missing, {}, {}};
}

}  // namespace

Value bind_method(ThreadState& thread, Value function, Value self) {
  BuiltinClass cls = is_kind(function, Kind::NativeFunction) ? BuiltinClass::Builtin : BuiltinClass::Method;
  auto* method = thread.heap.make<BoundMethod>(Kind::BoundMethod, thread.interpreter.shape(cls), 0);
  method->function = function;
  method->self = self;
  return Value::object(method);
}

AttributeResult find_attribute(ThreadState& thread, Value object, Str* name, bool for_call) {
  Interpreter& interpreter = thread.interpreter;
  Object* target = object.is_object() ? object.as_object() : nullptr;
  if (target != nullptr) {
    if (target->kind == Kind::Super) return find_through_super(thread, static_cast<Super*>(target), name, for_call);
    if (target->kind == Kind::Module) {
      Cell* cell = static_cast<Module*>(target)->names->find(name);
      if (cell != nullptr && !cell->value.load().is_unbound()) {
        AttributeResult result{Kind_::Value, cell->value.load(), Value::unbound()};
        result.how = AttributeResult::How::ClassCell;
        result.cell = cell;
        return result;
      }
    }
  }
  Class* cls = class_of(thread, object);
  bool hooked = cls->has(Class::kHasGetattr);
  if (hooked) {
    Cell* all = thread.lookup(cls, interpreter.names.getattribute);
    if (all != nullptr && is_kind(all->value.load(), Kind::Function)) {
      return {Kind_::Hook, all->value.load(), object};
    }
  }
  return find_attribute_generic(thread, object, name, for_call);
}

AttributeResult find_attribute_generic(ThreadState& thread, Value object, Str* name, bool for_call) {
  Interpreter& interpreter = thread.interpreter;
  Object* target = object.is_object() ? object.as_object() : nullptr;
  if (target != nullptr && target->kind == Kind::Class) {
    return find_in_class(thread, static_cast<Class*>(target), name, for_call);
  }
  Class* cls = class_of(thread, object);
  Cell* cell = thread.lookup(cls, name);
  Value class_value = cell != nullptr ? cell->value.load() : Value::unbound();
  if (!class_value.is_unbound() && class_value.is_object() && is_data_descriptor(thread, class_value)) {
    AttributeResult result = bind(thread, class_value, object, cls, for_call);
    if (is_kind(class_value, Kind::Property)) {
      result.how = AttributeResult::How::ClassCell;
      result.cell = cell;
    }
    return result;
  }
  bool may_shadow = false;  // with the same shape there may be an attribute of the object's own another time
  if (target != nullptr && attribute_chain(target) != nullptr) {
    Shape* shape = interpreter.shapes.get(target->shape.load(std::memory_order_acquire));
    may_shadow = may_overflow(shape);
    int index = shape->find(name);
    if (index >= 0) {
      Value value = attribute_slot(target, static_cast<std::uint32_t>(index))->load();
      if (!value.is_unbound()) {
        AttributeResult result{Kind_::Value, value, Value::unbound()};
        result.how = AttributeResult::How::Slot;
        result.slot = index;
        return result;
      }
    } else if (Value value = own_attribute(thread, target, name); !value.is_unbound()) {
      return {Kind_::Value, value, Value::unbound()};
    }
  }
  if (target != nullptr) {
    Value special = special_attribute(thread, object, name);
    if (!special.is_unbound()) return {Kind_::Value, special, Value::unbound()};
  }
  if (!class_value.is_unbound() && !is_kind(class_value, Kind::Member)) {
    AttributeResult result = bind(thread, class_value, object, cls, for_call);
    if (result.kind == Kind_::Value && !may_shadow) {
      result.how = AttributeResult::How::ClassCell;
      result.cell = cell;
    }
    return result;
  }
  Value special = special_attribute(thread, object, name);
  if (!special.is_unbound()) return {Kind_::Value, special, Value::unbound()};
  if (cls->has(Class::kHasGetattr)) {
    if (Cell* hook = thread.lookup(cls, interpreter.names.getattr)) {
      return {Kind_::Hook, hook->value.load(), object};
    }
  }
  if (target != nullptr && target->kind == Kind::Module) {
    // A module's own __getattr__ gets nothing but the name.
    Value hook = static_cast<Module*>(target)->names->get(interpreter.names.getattr);
    if (!hook.is_unbound()) return {Kind_::Hook, hook, Value::unbound()};
  }
  return {Kind_::Missing, {}, {}};
}

namespace {

// A __getattr__ written in Python that is asked if anything else raises AttributeError; Unbound: none.
Value python_getattr(ThreadState& thread, Value object) {
  Class* cls = class_of(thread, object);
  if (!cls->has(Class::kHasGetattr) || is_kind(object, Kind::Super)) return Value::unbound();
  Cell* cell = thread.lookup(cls, thread.interpreter.names.getattr);
  return cell == nullptr ? Value::unbound() : cell->value.load();
}

Status load_unnamed(ThreadState& thread, Value object, Str* name, const Destination& destination, Value& result) {
  AttributeResult found = find_attribute(thread, object, name);
  switch (found.kind) {
    case Kind_::Value: result = found.value; return Status::Ok;
    case Kind_::Getter: {
      if (found.value.is_none()) return raise_no_getter(thread, object, name);
      if (Value ask = python_getattr(thread, object); !ask.is_unbound()) {
        return call_library(thread, "operation__getattr",
                            {ask, object, Value::object(name), found.value, found.self,
                             found.owner.is_unbound() ? Value::not_implemented() : found.owner},
                            destination, result);
      }
      Value arguments[] = {found.self, found.owner};
      return call(thread, found.value, {arguments, found.owner.is_unbound() ? 1u : 2u}, destination, result);
    }
    case Kind_::Hook: {
      Value arguments[] = {found.self, Value::object(name)};
      if (found.self.is_unbound()) return call(thread, found.value, {arguments + 1, 1}, destination, result);
      if (Value ask = python_getattr(thread, object); !ask.is_unbound() && ask != found.value) {
        return call_library(thread, "operation__getattr",
                            {ask, object, Value::object(name), found.value, found.self, Value::object(name)},
                            destination, result);
      }
      return call(thread, found.value, {arguments, 2}, destination, result);
    }
    case Kind_::Missing: return raise_no_attribute(thread, object, name);
    case Kind_::Raised: return Status::Raised;
  }
  return Status::Raised;
}

}  // namespace

Status load_attribute(ThreadState& thread, Value object, Str* name, const Destination& destination, Value& result) {
  const Status status = load_unnamed(thread, object, name, destination, result);
  if (status == Status::Raised) name_attribute(thread, object, name);
  return status;
}

Status store_attribute(ThreadState& thread, Value object, Str* name, Value value, const Destination& destination,
                       Value& result) {
  Class* cls = class_of(thread, object);
  if (cls->has(Class::kHasSetattr)) {
    Str* method = value.is_unbound() ? thread.interpreter.names.delattr : thread.interpreter.names.setattr;
    Cell* cell = thread.lookup(cls, method);
    if (cell != nullptr && is_kind(cell->value.load(), Kind::Function)) {
      Value arguments[] = {object, Value::object(name), value};
      return call(thread, cell->value.load(), {arguments, value.is_unbound() ? 2u : 3u}, destination, result);
    }
  }
  return store_attribute_generic(thread, object, name, value, destination, result);
}

namespace {

// Attributes of a class itself. `found`: what its metaclass has under that name, which comes first if
// it is a data descriptor.
Status store_in_class(ThreadState& thread, Class* target, Str* name, Value value) {
  Interpreter& interpreter = thread.interpreter;
  Value object = Value::object(target);
  if (target->has(Class::kBuiltin)) {
    return raise(
        thread, ExceptionType::TypeError,
        text("cannot set '", name->to_utf8(), "' attribute of immutable type '", target->name->to_utf8(), "'"));
  }
  if (value.is_unbound()) {
    if (name == interpreter.names.name || name == interpreter.names.qualname) {
      return raise(thread, ExceptionType::TypeError,
                   text("cannot delete '", name->to_utf8(), "' attribute of type '", target->name->to_utf8(), "'"));
    }
    if (!target->names.remove(name)) return raise_no_attribute_unnamed(thread, object, name);
  } else if (!set_special_attribute(thread, object, name, value)) {
    if (!thread.exception.is_unbound()) return Status::Raised;
    Value old = target->names.get(name);
    target->names.set(thread, name, value);
    if (!old.is_unbound() && !is_data_descriptor(thread, old) && !is_data_descriptor(thread, value)) return Status::Ok;
  }
  interpreter.classes.changed(target);
  return Status::Ok;
}

Status store_in_module(ThreadState& thread, Module* module, Str* name, Value value) {
  if (!value.is_unbound()) {
    module->names->set(thread, name, value);
  } else if (!module->names->remove(name)) {
    return raise_no_attribute_unnamed(thread, Value::object(module), name);
  }
  return Status::Ok;
}

// If `found`, of the class of `object`, is a data descriptor it does the job: `handled`.
Status store_through_descriptor(ThreadState& thread, Value found, Value object, Str* name, Value value,
                                const Destination& destination, bool& handled, Value& result) {
  bool deleting = value.is_unbound();
  if (is_kind(found, Kind::Property)) {
    handled = true;
    auto* property = static_cast<Property*>(found.as_object());
    const WellKnownNames& names = thread.interpreter.names;
    if (Cell* own = python_accessor(thread, found, deleting ? names.delete_ : names.set)) {
      Value arguments[] = {found, object, value};
      return call(thread, own->value.load(), {arguments, deleting ? 2u : 3u}, destination, result);
    }
    Value accessor = (deleting ? property->deleter : property->setter).load();
    if (property->getter.load().is_small_int()) {
      return raise(thread, ExceptionType::AttributeError, deleting ? "can't delete attribute" : "can't set attribute");
    }
    if (accessor.is_none() && is_kind(property->getter.load(), Kind::NativeFunction)) {
      return raise(
          thread, ExceptionType::AttributeError,
          text("attribute '", name->to_utf8(), "' of '", type_name(thread, object), "' objects is not writable"));
    }
    if (accessor.is_none()) {
      return raise(thread, ExceptionType::AttributeError,
                   text("property '", name->to_utf8(), "' of '", type_name(thread, object), "' object has no ",
                        deleting ? "deleter" : "setter"));
    }
    Value arguments[] = {object, value};
    return call(thread, accessor, {arguments, deleting ? 1u : 2u}, destination, result);
  }
  if (!is_kind(found, Kind::Instance)) return Status::Ok;
  const WellKnownNames& names = thread.interpreter.names;
  Class* descriptor = class_of(thread, found);
  Cell* method = thread.lookup(descriptor, deleting ? names.delete_ : names.set);
  if (method == nullptr) {
    if (thread.lookup(descriptor, deleting ? names.set : names.delete_) == nullptr) return Status::Ok;
    handled = true;
    return raise(thread, ExceptionType::AttributeError, deleting ? "__delete__" : "__set__");
  }
  handled = true;
  Value arguments[] = {found, object, value};
  return call(thread, method->value.load(), {arguments, deleting ? 2u : 3u}, destination, result);
}

}  // namespace

Status store_attribute_generic(ThreadState& thread, Value object, Str* name, Value value,
                               const Destination& destination, Value& result) {
  bool deleting = value.is_unbound();
  result = Value::none();
  Class* cls = class_of(thread, object);
  Class* as_cls = as_class(object);
  if (as_cls != nullptr && !as_cls->has(Class::kCustomMetaclass)) return store_in_class(thread, as_cls, name, value);
  if (is_kind(object, Kind::Module)) {
    return store_in_module(thread, static_cast<Module*>(object.as_object()), name, value);
  }
  Cell* cell = thread.lookup(cls, name);
  bool is_member = false;
  if (cell != nullptr) {
    Value found = cell->value.load();
    bool handled = false;
    Status status = store_through_descriptor(thread, found, object, name, value, destination, handled, result);
    if (handled) return status;
    is_member = is_kind(found, Kind::Member);
  }
  if (as_cls != nullptr) return store_in_class(thread, as_cls, name, value);
  Object* target = object.is_object() ? object.as_object() : nullptr;
  if (target != nullptr) {
    if (target->kind == Kind::Exception) {
      bool handled = false;
      Status status = set_exception_attribute(thread, static_cast<Exception*>(target), name, value, handled);
      if (handled || status != Status::Ok) return status;
    }
    // Without its __dict__ an object has a new one once it is asked for.
    const bool without_dict = deleting && name == thread.interpreter.names.dict;
    if (!deleting || without_dict) {
      if (set_special_attribute(thread, object, name, without_dict ? Value::object(make_dict(thread)) : value)) {
        return Status::Ok;
      }
      if (!thread.exception.is_unbound()) return Status::Raised;
    }
    if (is_member || cls->has(Class::kInstancesHaveDict)) {
      if (deleting && own_attribute(thread, target, name).is_unbound()) {
        if (is_member) return raise_value(thread, ExceptionType::AttributeError, Value::object(name));
        return raise_no_attribute_unnamed(thread, object, name);
      }
      if (set_own_attribute(thread, target, name, value)) return Status::Ok;
    }
  }
  if (cell != nullptr) {
    return raise(thread, ExceptionType::AttributeError,
                 text("'", type_name(thread, object), "' object attribute '", name->to_utf8(), "' is read-only"));
  }
  return raise_no_attribute_unnamed(thread, object, name);
}

}  // namespace threadbook::python
