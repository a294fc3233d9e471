#include "python/modules/descriptors.h"

#include "python/objects/representation.h"
#include "python/vm/attribute_errors.h"
#include "python/vm/attributes.h"
#include "python/vm/calls.h"
#include "python/vm/interpreter.h"

namespace threadbook::python {

namespace {

using Values = Value*;

Status invalid_get(ThreadState& thread) {
  return raise(thread, ExceptionType::TypeError, "__get__(None, None) is invalid");
}

// ---- property ----

void fill_property(Property* property, Value getter, Value setter, Value deleter, Value doc) {
  if (doc.is_none() && is_kind(getter, Kind::Function)) doc = static_cast<Function*>(getter.as_object())->doc.load();
  property->getter.store(getter);
  property->setter.store(setter);
  property->deleter.store(deleter);
  property->doc.store(doc);
}

Value make_property(ThreadState& thread, Value getter, Value setter, Value deleter, Value doc) {
  auto* property = thread.heap.make<Property>(Kind::Property, thread.interpreter.shape(BuiltinClass::Property), 0);
  property->more.store(nullptr, std::memory_order_relaxed);
  fill_property(property, getter, setter, deleter, doc);
  return Value::object(property);
}

Status property_new(ThreadState& thread, Values arguments, Value& result) {
  result = make_property(thread, arguments[1], arguments[2], arguments[3], arguments[4]);
  return Status::Ok;
}

Status property_init(ThreadState&, Values arguments, Value& result) {
  fill_property(static_cast<Property*>(arguments[0].as_object()), arguments[1], arguments[2], arguments[3],
                arguments[4]);
  result = Value::none();
  return Status::Ok;
}

// `old` with some functions replaced; of the same class, which may be a subclass of property.
Status changed_property(ThreadState& thread, Value old, Value getter, Value setter, Value deleter, Value& result) {
  auto* property = static_cast<Property*>(old.as_object());
  Class* cls = class_of(thread, old);
  Value doc = getter == property->getter.load() ? property->doc.load() : Value::none();
  if (cls != thread.interpreter.cls(BuiltinClass::Property)) {
    return tail_call(thread, Value::object(cls), {getter, setter, deleter}, result);
  }
  result = make_property(thread, getter, setter, deleter, doc);
  return Status::Ok;
}

Status property_getter(ThreadState& thread, Values arguments, Value& result) {
  auto* old = static_cast<Property*>(arguments[0].as_object());
  return changed_property(thread, arguments[0], arguments[1], old->setter.load(), old->deleter.load(), result);
}
Status property_setter(ThreadState& thread, Values arguments, Value& result) {
  auto* old = static_cast<Property*>(arguments[0].as_object());
  return changed_property(thread, arguments[0], old->getter.load(), arguments[1], old->deleter.load(), result);
}
Status property_deleter(ThreadState& thread, Values arguments, Value& result) {
  auto* old = static_cast<Property*>(arguments[0].as_object());
  return changed_property(thread, arguments[0], old->getter.load(), old->setter.load(), arguments[1], result);
}

// The function, or AttributeError "property of 'A' object has no getter".
Status call_accessor(ThreadState& thread, const Slot& accessor, const char* what,
                     std::initializer_list<Value> arguments, Value& result) {
  Value function = accessor.load();
  if (function.is_none()) {
    return raise(thread, ExceptionType::AttributeError,
                 text("property of '", type_name(thread, *arguments.begin()), "' object has no ", what));
  }
  return tail_call(thread, function, arguments, result);
}

Status property_get(ThreadState& thread, Values arguments, Value& result) {
  if (arguments[1].is_none()) {
    result = arguments[0];
    return Status::Ok;
  }
  return call_accessor(thread, static_cast<Property*>(arguments[0].as_object())->getter, "getter", {arguments[1]},
                       result);
}
Status property_set(ThreadState& thread, Values arguments, Value& result) {
  return call_accessor(thread, static_cast<Property*>(arguments[0].as_object())->setter, "setter",
                       {arguments[1], arguments[2]}, result);
}
Status property_delete(ThreadState& thread, Values arguments, Value& result) {
  return call_accessor(thread, static_cast<Property*>(arguments[0].as_object())->deleter, "deleter", {arguments[1]},
                       result);
}

// ---- staticmethod, classmethod ----

template <Kind kind, BuiltinClass id>
Status wrapper_new(ThreadState& thread, Values arguments, Value& result) {
  auto* wrapper = thread.heap.make<MethodWrapper>(kind, thread.interpreter.shape(id), 0);
  wrapper->more.store(nullptr, std::memory_order_relaxed);
  wrapper->function = arguments[1];
  result = Value::object(wrapper);
  return Status::Ok;
}

// Everything was done when the object was made.
Status wrapper_init(ThreadState&, Values, Value& result) {
  result = Value::none();
  return Status::Ok;
}

Status static_method_get(ThreadState&, Values arguments, Value& result) {
  result = static_cast<MethodWrapper*>(arguments[0].as_object())->function;
  return Status::Ok;
}

Status class_method_get(ThreadState& thread, Values arguments, Value& result) {
  Value owner = arguments[2].is_none() ? Value::object(class_of(thread, arguments[1])) : arguments[2];
  result = bind_method(thread, static_cast<MethodWrapper*>(arguments[0].as_object())->function, owner);
  return Status::Ok;
}

// ---- functions and methods ----

Status function_get(ThreadState& thread, Values arguments, Value& result) {
  if (arguments[1].is_none() && arguments[2].is_none()) return invalid_get(thread);
  result = arguments[1].is_none() ? arguments[0] : bind_method(thread, arguments[0], arguments[1]);
  return Status::Ok;
}

// function.__call__ and the like.
Status call_self(ThreadState& thread, Values arguments, Value& result) {
  CollectedArguments own(thread, arguments[1], arguments[2]);
  Destination destination = thread.destination;
  return call(thread, arguments[0], own.get(), destination, result);
}

Status method_new(ThreadState& thread, Values arguments, Value& result) {
  bool callable = arguments[1].is_object() &&
                  (is_kind(arguments[1], Kind::Function) || is_kind(arguments[1], Kind::NativeFunction) ||
                   is_kind(arguments[1], Kind::BoundMethod) || is_kind(arguments[1], Kind::Class) ||
                   thread.lookup(class_of(thread, arguments[1]), thread.interpreter.names.call) != nullptr);
  if (!callable) return raise(thread, ExceptionType::TypeError, "first argument must be callable");
  if (arguments[2].is_none()) return raise(thread, ExceptionType::TypeError, "instance must not be None");
  result = bind_method(thread, arguments[1], arguments[2]);
  return Status::Ok;
}

Status method_get(ThreadState&, Values arguments, Value& result) {
  result = arguments[0];  // bound it stays
  return Status::Ok;
}

// ---- the attributes of __slots__ ----

// The member, if `object` is of its class.
Member* member_for(ThreadState& thread, Value member, Value object) {
  auto* found = static_cast<Member*>(member.as_object());
  if (class_of(thread, object)->derives_from(found->owner)) return found;
  raise(thread, ExceptionType::TypeError,
        text("descriptor '", found->name->to_utf8(), "' for '", found->owner->name->to_utf8(),
             "' objects doesn't apply to a '", type_name(thread, object), "' object"));
  return nullptr;
}

Status member_get(ThreadState& thread, Values arguments, Value& result) {
  result = arguments[0];
  if (arguments[1].is_none()) return arguments[2].is_none() ? invalid_get(thread) : Status::Ok;
  Member* member = member_for(thread, arguments[0], arguments[1]);
  if (member == nullptr) return Status::Raised;
  result = own_attribute(thread, arguments[1].as_object(), member->name);
  return result.is_unbound() ? raise_no_attribute_unnamed(thread, arguments[1], member->name) : Status::Ok;
}

Status member_set(ThreadState& thread, Values arguments, Value& result) {
  result = Value::none();
  Member* member = member_for(thread, arguments[0], arguments[1]);
  if (member == nullptr) return Status::Raised;
  set_own_attribute(thread, arguments[1].as_object(), member->name, arguments[2]);
  return Status::Ok;
}

Status member_delete(ThreadState& thread, Values arguments, Value& result) {
  result = Value::none();
  Member* member = member_for(thread, arguments[0], arguments[1]);
  if (member == nullptr) return Status::Raised;
  if (own_attribute(thread, arguments[1].as_object(), member->name).is_unbound()) {
    return raise_value(thread, ExceptionType::AttributeError, Value::object(member->name));
  }
  set_own_attribute(thread, arguments[1].as_object(), member->name, Value::unbound());
  return Status::Ok;
}

// Fallback where the text has that of an object in it whose __repr__ is written in Python.
Status repr_self(ThreadState& thread, Values arguments, Value& result) {
  Str* text = nullptr;
  const Status status = repr_value(thread, arguments[0], text);
  if (status == Status::Ok) result = Value::object(text);
  return status;
}

}  // namespace

std::span<const NativeDef> property_methods() {
  static constexpr NativeDef kMethods[] = {
      {"__new__(cls, fget=None, fset=None, fdel=None, doc=None)", native<property_new>},
      {"__init__(self, fget=None, fset=None, fdel=None, doc=None)", native<property_init>},
      {"getter(self, fget, /)", native<property_getter>},
      {"setter(self, fset, /)", native<property_setter>},
      {"deleter(self, fdel, /)", native<property_deleter>},
      {"__get__(self, instance, owner=None, /)", native<property_get>},
      {"__set__(self, instance, value, /)", native<property_set>},
      {"__delete__(self, instance, /)", native<property_delete>},
  };
  return kMethods;
}

std::span<const NativeDef> static_method_methods() {
  static constexpr NativeDef kMethods[] = {
      {"__new__(cls, function, /)", native<wrapper_new<Kind::StaticMethod, BuiltinClass::StaticMethod>>},
      {"__init__(self, function, /)", native<wrapper_init>},
      {"__repr__(self, /)", native<repr_self>},
      {"__get__(self, instance, owner=None, /)", native<static_method_get>},
      {"__call__(self, *args, **kwargs)", native<call_self>},
  };
  return kMethods;
}

std::span<const NativeDef> class_method_methods() {
  static constexpr NativeDef kMethods[] = {
      {"__new__(cls, function, /)", native<wrapper_new<Kind::ClassMethod, BuiltinClass::ClassMethod>>},
      {"__init__(self, function, /)", native<wrapper_init>},
      {"__repr__(self, /)", native<repr_self>},
      {"__get__(self, instance, owner=None, /)", native<class_method_get>},
  };
  return kMethods;
}

std::span<const NativeDef> builtin_function_methods() {
  static constexpr NativeDef kMethods[] = {
      {"__call__(self, *args, **kwargs)", native<call_self>},
  };
  return kMethods;
}

std::span<const NativeDef> function_methods() {
  static constexpr NativeDef kMethods[] = {
      {"__call__(self, *args, **kwargs)", native<call_self>},
      {"__get__(self, instance, owner=None, /)", native<function_get>},
  };
  return kMethods;
}

std::span<const NativeDef> method_methods() {
  static constexpr NativeDef kMethods[] = {
      {"__new__(cls, function, instance, /)", native<method_new>},
      {"__call__(self, *args, **kwargs)", native<call_self>},
      {"__repr__(self, /)", native<repr_self>},
      {"__get__(self, instance, owner=None, /)", native<method_get>},
  };
  return kMethods;
}

std::span<const NativeDef> member_methods() {
  static constexpr NativeDef kMethods[] = {
      {"__get__(self, instance, owner=None, /)", native<member_get>},
      {"__set__(self, instance, value, /)", native<member_set>},
      {"__delete__(self, instance, /)", native<member_delete>},
  };
  return kMethods;
}

}  // namespace threadbook::python
