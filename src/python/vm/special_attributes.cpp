#include "python/vm/special_attributes.h"

#include "python/objects/exception_attributes.h"
#include "python/objects/instance.h"
#include "python/objects/live_dict.h"
#include "python/vm/attributes.h"
#include "python/vm/frame_object.h"
#include "python/vm/generator.h"
#include "python/vm/interpreter.h"

namespace threadbook::python {

namespace {

Value or_none(Object* object) { return object == nullptr ? Value::none() : Value::object(object); }

Value class_list(ThreadState& thread, const std::vector<Class*>& classes) {
  Tuple* tuple = make_tuple(thread, static_cast<std::uint32_t>(classes.size()));
  for (std::size_t i = 0; i < classes.size(); ++i) tuple->items[i] = Value::object(classes[i]);
  return Value::object(tuple);
}

// A mappingproxy (library/proxies.py) of the names as they are now.
Value class_dict(ThreadState& thread, Class* cls) {
  Interpreter& interpreter = thread.interpreter;
  Value names = Value::object(namespace_dict(thread, cls->names));
  Class* proxy = as_class(interpreter.library->names->get(interpreter.intern("mappingproxy")));
  if (proxy == nullptr) return names;  // the library is being made
  Object* made = make_instance(thread, proxy);
  set_own_attribute(thread, made, interpreter.intern("_mapping"), names);
  return Value::object(made);
}

Value of_class(ThreadState& thread, Class* cls, Str* name) {
  const WellKnownNames& names = thread.interpreter.names;
  if (name == names.name) return Value::object(cls->name);
  if (name == names.qualname) return Value::object(cls->qualname);
  if (name == names.bases) return class_list(thread, cls->bases);
  if (name == names.mro) return class_list(thread, cls->mro);
  if (name == thread.interpreter.intern("__base__"))
    return cls->base == nullptr ? Value::none() : Value::object(cls->base);
  if (name == names.dict) return class_dict(thread, cls);
  if (name == names.annotations) {
    if (cls->has(Class::kBuiltin)) return Value::unbound();
    Value annotations = cls->names.get(name);
    if (annotations.is_unbound()) {
      annotations = Value::object(make_dict(thread));
      cls->names.set(thread, name, annotations);
    }
    return annotations;
  }
  if (name == names.abstract_methods) return cls->names.get(name);
  if (name == names.module) return Value::object(thread.interpreter.intern("builtins"));
  if (name == names.doc) return Value::none();
  return Value::unbound();
}

Value of_function(ThreadState& thread, Function* function, Str* name) {
  const WellKnownNames& names = thread.interpreter.names;
  Interpreter& interpreter = thread.interpreter;
  if (name == names.name) return function->name.load();
  if (name == names.qualname) return function->qualname.load();
  if (name == names.doc) return function->doc.load();
  if (name == names.module) return function->module.load();
  if (name == interpreter.intern("__defaults__")) return function->defaults.load();
  if (name == interpreter.intern("__kwdefaults__")) return function->kwdefaults.load();
  if (name == interpreter.intern("__code__")) return code_object(thread, function->code);
  if (name == interpreter.intern("__closure__")) return or_none(function->closure);
  if (name == names.annotations) {
    Value annotations = function->annotations.load();
    if (annotations.is_none()) {
      annotations = Value::object(make_dict(thread));
      function->annotations.store(annotations);
    }
    return annotations;
  }
  if (name == interpreter.intern("__globals__")) {
    return Value::object(live_dict(thread, function->code->module));
  }
  if (name == names.dict) return Value::object(live_dict(thread, function));
  return Value::unbound();
}

Value of_native(ThreadState& thread, NativeFunction* native, Str* name) {
  const WellKnownNames& names = thread.interpreter.names;
  if (name == names.name) return Value::object(native->signature->name);
  if (name == names.qualname) return Value::object(native->qualname);
  if (name == names.module) return or_none(native->module);
  if (name == thread.interpreter.intern("__objclass__") && native->owner != nullptr)
    return Value::object(native->owner);
  if (name == names.doc) return Value::none();
  return Value::unbound();
}

// Does the function say that it is abstract (abc.abstractmethod)?
bool is_abstract(ThreadState& thread, Value function) {
  AttributeResult found = find_attribute(thread, function, thread.interpreter.intern("__isabstractmethod__"));
  return found.kind == AttributeResult::Kind::Value && found.value.is_true();
}

}  // namespace

bool is_class_method(const NativeFunction* native) {
  const auto& parameters = native->signature->parameters;
  return !parameters.empty() && parameters[0].name->length == 3 && parameters[0].name->latin1() == "cls";
}

bool is_static_method(const NativeFunction* native) {
  const auto& parameters = native->signature->parameters;
  return parameters.empty() || (parameters[0].name->latin1() != "self" && parameters[0].name->latin1() != "cls");
}

Dict* namespace_dict(ThreadState& thread, const Namespace& names) {
  Dict* dict = make_dict(thread);
  for (const Namespace::Item& item : names.items()) dict_set_str(thread, dict, item.name, item.value);
  return dict;
}

Value special_attribute(ThreadState& thread, Value object, Str* name) {
  Interpreter& interpreter = thread.interpreter;
  const WellKnownNames& names = interpreter.names;
  if (name == names.class_) return Value::object(class_of(thread, object));
  if (!object.is_object()) return Value::unbound();
  Object* target = object.as_object();
  switch (target->kind) {
    case Kind::Class: return of_class(thread, static_cast<Class*>(target), name);
    case Kind::Function: return of_function(thread, static_cast<Function*>(target), name);
    case Kind::NativeFunction: return of_native(thread, static_cast<NativeFunction*>(target), name);
    case Kind::BoundMethod: {
      auto* method = static_cast<BoundMethod*>(target);
      if (name == interpreter.intern("__self__")) return method->self;
      if (name == interpreter.intern("__func__")) return method->function;
      AttributeResult found = find_attribute(thread, method->function, name);
      return found.kind == AttributeResult::Kind::Value ? found.value : Value::unbound();
    }
    case Kind::StaticMethod:
    case Kind::ClassMethod: {
      auto* wrapper = static_cast<MethodWrapper*>(target);
      if (name == interpreter.intern("__func__") || name == interpreter.intern("__wrapped__")) return wrapper->function;
      if (name == interpreter.intern("__isabstractmethod__"))
        return Value::boolean(is_abstract(thread, wrapper->function));
      if (name == names.name || name == names.qualname || name == names.doc || name == names.module ||
          name == names.annotations) {
        AttributeResult found = find_attribute(thread, wrapper->function, name);
        if (found.kind == AttributeResult::Kind::Value) return found.value;
      }
      return Value::unbound();
    }
    case Kind::Partial: {
      auto* partial = static_cast<Partial*>(target);
      if (name == interpreter.intern("func")) return partial->function;
      if (name == names.args) return partial->arguments;
      if (name == interpreter.intern("keywords")) return partial->keywords;
      break;
    }
    case Kind::Property: {
      auto* property = static_cast<Property*>(target);
      if (name == interpreter.intern("fget")) return property->getter.load();
      if (name == interpreter.intern("fset")) return property->setter.load();
      if (name == interpreter.intern("fdel")) return property->deleter.load();
      if (name == names.doc) return property->doc.load();
      if (name == interpreter.intern("__isabstractmethod__")) {
        return Value::boolean(is_abstract(thread, property->getter.load()) ||
                              is_abstract(thread, property->setter.load()) ||
                              is_abstract(thread, property->deleter.load()));
      }
      return Value::unbound();
    }
    case Kind::Super: {
      auto* super = static_cast<Super*>(target);
      if (name == interpreter.intern("__self__")) return super->self;
      if (name == interpreter.intern("__thisclass__")) return Value::object(super->cls);
      if (name == interpreter.intern("__self_class__")) return Value::object(super->self_class);
      return Value::unbound();
    }
    case Kind::Member: {
      auto* member = static_cast<Member*>(target);
      if (name == names.name) return Value::object(member->name);
      if (name == names.qualname) {
        return Value::object(
            thread.interpreter.intern(text(member->owner->qualname->to_utf8(), ".", member->name->to_utf8())));
      }
      if (name == interpreter.intern("__objclass__")) return Value::object(member->owner);
      if (name == names.doc) return Value::none();
      return Value::unbound();
    }
    case Kind::Module: {
      auto* module = static_cast<Module*>(target);
      if (name == names.dict) return Value::object(live_dict(thread, module));
      if (name == names.name) return Value::object(module->name);
      return Value::unbound();
    }
    case Kind::Slice: {
      auto* slice = static_cast<Slice*>(target);
      if (name == interpreter.intern("start")) return slice->start;
      if (name == interpreter.intern("stop")) return slice->stop;
      if (name == interpreter.intern("step")) return slice->step;
      return Value::unbound();
    }
    case Kind::Range: {
      auto* range = static_cast<Range*>(target);
      if (name == interpreter.intern("start")) return range->start;
      if (name == interpreter.intern("stop")) return range->stop;
      if (name == interpreter.intern("step")) return range->step;
      return Value::unbound();
    }
    case Kind::Cell:
      if (name == interpreter.intern("cell_contents")) return static_cast<Cell*>(target)->value.load();
      return Value::unbound();
    case Kind::Generator: {
      auto* generator = static_cast<Generator*>(target);
      if (name == names.name) return Value::object(generator->name);
      if (name == names.qualname) return Value::object(generator->qualname);
      if (name == interpreter.intern("gi_running")) {
        return Value::boolean(generator->state.load() == GeneratorState::Running);
      }
      return Value::unbound();
    }
    case Kind::Exception: {
      Value value;
      if (exception_attribute(thread, static_cast<Exception*>(target), name, value)) return value;
      break;
    }
    case Kind::CodeProxy: return code_attribute(thread, static_cast<CodeObject*>(target), name);
    case Kind::Frame: return frame_attribute(thread, static_cast<FrameObject*>(target), name);
    case Kind::Traceback:
      if (name == interpreter.intern("tb_next")) return or_none(static_cast<Traceback*>(target)->next.load());
      if (name == interpreter.intern("tb_lineno")) {
        auto* traceback = static_cast<Traceback*>(target);
        return Value::small_int(traceback->code->code->spans[traceback->instruction].line);
      }
      if (name == interpreter.intern("tb_frame")) return frame_object(thread, static_cast<Traceback*>(target));
      return Value::unbound();
    default: break;
  }
  if (name == names.dict && attribute_chain(target) != nullptr &&
      class_of(thread, object)->has(Class::kInstancesHaveDict)) {
    if (Dict* dict = attribute_dict(thread, target)) return Value::object(dict);
    if (target->kind != Kind::Exception) return Value::object(live_dict(thread, target));
    Dict* dict = make_dict(thread);
    Value kept;
    for (auto& [key, value] : own_attributes(thread, target)) {
      // What an exception keeps of its class's own attributes is no entry.
      if (!exception_attribute(thread, static_cast<Exception*>(target), key, kept))
        dict_set_str(thread, dict, key, value);
    }
    return Value::object(dict);
  }
  return Value::unbound();
}

namespace {

// May all attributes of the object be a dict's? Not those of __slots__, of exceptions and of functions.
bool is_shareable(ThreadState& thread, Value object) {
  Class* cls = class_of(thread, object);
  if (cls->has(Class::kBuiltin) || is_kind(object, Kind::Exception)) return false;
  for (const Class* base : cls->mro) {
    if (base->has(Class::kHasSlots)) return false;
  }
  return true;
}

}  // namespace

bool set_special_attribute(ThreadState& thread, Value object, Str* name, Value value) {
  Interpreter& interpreter = thread.interpreter;
  const WellKnownNames& names = interpreter.names;
  if (name == names.dict && attribute_chain(object.as_object()) != nullptr &&
      class_of(thread, object)->has(Class::kInstancesHaveDict)) {
    Dict* dict = as_dict(value);
    if (dict == nullptr) {
      raise(thread, ExceptionType::TypeError,
            text("__dict__ must be set to a dictionary, not a '", type_name(thread, value), "'"));
      return false;
    }
    if (is_shareable(thread, object)) {
      replace_attributes(thread, object.as_object(), dict);
      return true;
    }
    // The object takes over what is in the dict; it does not share it.
    auto entries = dict_snapshot(thread, dict);
    for (auto& [old, kept] : own_attributes(thread, object.as_object())) {
      Cell* cell = thread.lookup(class_of(thread, object), old);
      if (cell != nullptr && is_kind(cell->value.load(), Kind::Member)) continue;
      set_own_attribute(thread, object.as_object(), old, Value::unbound());
    }
    for (const DictEntry& entry : entries) {
      if (Str* key = as_str(entry.key))
        set_own_attribute(thread, object.as_object(), interpreter.intern(key), entry.value);
    }
    return true;
  }
  if (name == names.class_ && !is_kind(object, Kind::Class)) {
    Class* cls = as_class(value);
    if (cls == nullptr) {
      raise(thread, ExceptionType::TypeError,
            text("__class__ must be set to a class, not '", type_name(thread, value), "' object"));
      return false;
    }
    if (cls->has(Class::kBuiltin) || class_of(thread, object)->has(Class::kBuiltin)) {
      raise(thread, ExceptionType::TypeError,
            "__class__ assignment only supported for mutable types or ModuleType subclasses");
      return false;
    }
    if (!is_kind(object, Kind::Instance) || cls->instance_kind != Kind::Instance) {
      raise(thread, ExceptionType::TypeError,
            text("__class__ assignment: '", cls->name->to_utf8(), "' object layout differs from '",
                 type_name(thread, object), "'"));
      return false;
    }
    // The attributes are named by the shape: give the object the new class's shape of the same names.
    auto attributes = own_attributes(thread, object.as_object());
    ObjectLock lock(object.as_object(), thread.parallel);
    Shape* shape = cls->root_shape;
    Shape* old = interpreter.shapes.get(object.as_object()->shape.load());
    if (old->in_dict) shape = dict_shape_of(thread, cls);
    for (Str* attribute : old->names) shape = interpreter.shapes.with(shape, attribute);
    object.as_object()->shape.store(shape->id, std::memory_order_release);
    if (cls->has(Class::kHasFarewell) && !old->cls->has(Class::kHasFarewell)) {
      thread.heap.expect_farewell(object.as_object());
    }
    return true;
  }
  if (is_kind(object, Kind::Function)) {
    auto* function = static_cast<Function*>(object.as_object());
    Slot* slot = name == names.name                             ? &function->name
                 : name == names.qualname                       ? &function->qualname
                 : name == names.doc                            ? &function->doc
                 : name == names.module                         ? &function->module
                 : name == names.annotations                    ? &function->annotations
                 : name == interpreter.intern("__defaults__")   ? &function->defaults
                 : name == interpreter.intern("__kwdefaults__") ? &function->kwdefaults
                                                                : nullptr;
    if (slot == nullptr) return false;
    if (slot == &function->name && as_str(value) == nullptr) {
      raise(thread, ExceptionType::TypeError, "__name__ must be set to a string object");
      return false;
    }
    slot->store(value);
    return true;
  }
  if (Class* cls = as_class(object)) {
    if (name == names.name && as_str(value) != nullptr) {
      cls->name = as_str(value);
      return true;
    }
    if (name == names.qualname && as_str(value) != nullptr) {
      cls->qualname = as_str(value);
      return true;
    }
    if (name == names.name || name == names.qualname) {
      raise(thread, ExceptionType::TypeError,
            text("can only assign string to ", cls->name->to_utf8(), ".", name->to_utf8(), ", not '",
                 type_name(thread, value), "'"));
      return false;
    }
    if (name == names.abstract_methods && cls->instance_kind == Kind::Instance) {
      bool any = false;
      if (truth(thread, value, any) != Status::Ok) return false;
      if (any) {
        cls->class_flags.fetch_or(Class::kAbstract);
      } else {
        cls->class_flags.fetch_and(~std::uint32_t{Class::kAbstract});
      }
    }
    return false;
  }
  if (is_kind(object, Kind::Frame))
    return set_frame_attribute(thread, static_cast<FrameObject*>(object.as_object()), name, value);
  if (is_kind(object, Kind::Cell) && name == interpreter.intern("cell_contents")) {
    static_cast<Cell*>(object.as_object())->value.store(value);
    return true;
  }
  return false;
}

}  // namespace threadbook::python
