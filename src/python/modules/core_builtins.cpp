// Builtins that reach into classes, attributes and generators.
#include <algorithm>

#include "python/modules/native_modules.h"
#include "python/objects/object_numbers.h"
#include "python/objects/representation.h"
#include "python/vm/attribute_errors.h"
#include "python/vm/attributes.h"
#include "python/vm/calls.h"
#include "python/vm/class_builder.h"
#include "python/vm/dynamic_code.h"
#include "python/vm/frame_object.h"
#include "python/vm/generator.h"
#include "python/vm/instructions.h"
#include "python/vm/interpreter.h"
#include "python/vm/special_attributes.h"

namespace threadbook::python {

namespace {

using Values = Value*;

Str* attribute_name(ThreadState& thread, Value value, const char* function) {
  Str* name = as_str(value);
  if (name == nullptr) {
    raise(thread, ExceptionType::TypeError,
          std::string_view(function) == "hasattr"
              ? text(function, "(): attribute name must be string")
              : text("attribute name must be string, not '", type_name(thread, value), "'"));
    return nullptr;
  }
  return thread.interpreter.intern(name);
}

// ---- attributes ----

Status getattr(ThreadState& thread, Values arguments, Value& result) {
  Str* name = attribute_name(thread, arguments[1], "getattr");
  if (name == nullptr) return Status::Raised;
  AttributeResult found = find_attribute(thread, arguments[0], name);
  if (found.kind == AttributeResult::Kind::Value) {
    result = found.value;
    return Status::Ok;
  }
  bool has_default = !arguments[2].is_unbound();
  if (found.kind == AttributeResult::Kind::Missing) {
    if (!has_default) return raise_no_attribute(thread, arguments[0], name);
    result = arguments[2];
    return Status::Ok;
  }
  if (has_default) return Status::Fallback;
  return load_attribute(thread, arguments[0], name, thread.destination, result);
}

Status hasattr(ThreadState& thread, Values arguments, Value& result) {
  Str* name = attribute_name(thread, arguments[1], "hasattr");
  if (name == nullptr) return Status::Raised;
  AttributeResult found = find_attribute(thread, arguments[0], name);
  if (found.kind != AttributeResult::Kind::Value && found.kind != AttributeResult::Kind::Missing)
    return Status::Fallback;
  result = Value::boolean(found.kind == AttributeResult::Kind::Value);
  return Status::Ok;
}

Status setattr(ThreadState& thread, Values arguments, Value& result) {
  Str* name = attribute_name(thread, arguments[1], "setattr");
  if (name == nullptr) return Status::Raised;
  return store_attribute(thread, arguments[0], name, arguments[2], thread.destination, result);
}

Status delattr(ThreadState& thread, Values arguments, Value& result) {
  Str* name = attribute_name(thread, arguments[1], "delattr");
  if (name == nullptr) return Status::Raised;
  return store_attribute(thread, arguments[0], name, Value::unbound(), thread.destination, result);
}

Status load_attribute_native(ThreadState& thread, Values arguments, Value& result) {
  Str* name = attribute_name(thread, arguments[1], "getattr");
  if (name == nullptr) return Status::Raised;
  return load_attribute(thread, arguments[0], name, thread.destination, result);
}

// ---- classes ----

// Has the metaclass of `cls` a hook for isinstance() or issubclass() in Python?
bool has_class_hook(ThreadState& thread, Class* cls, Str* hook) {
  if (!cls->has(Class::kCustomMetaclass)) return false;
  Cell* cell = thread.lookup(class_of(thread, Value::object(cls)), hook);
  return cell != nullptr && is_kind(cell->value.load(), Kind::Function);
}

// Is `cls` derived from `candidate`, a class or a tuple of such? False: it is neither, or `hook` of a
// metaclass has to be asked.
bool matches_classes(ThreadState& thread, Class* cls, Value candidate, Str* hook, bool& out) {
  if (Class* other = as_class(candidate)) {
    bool exact = cls == other && hook == thread.interpreter.names.instancecheck;
    if (!exact && has_class_hook(thread, other, hook)) return false;
    out |= cls->derives_from(other);
    return true;
  }
  if (candidate.is_none()) {
    out |= cls == thread.interpreter.cls(BuiltinClass::NoneType);
    return false;
  }
  Tuple* tuple = as_tuple(candidate);
  if (tuple == nullptr) return false;
  for (Value item : tuple->view()) {
    if (!matches_classes(thread, cls, item, hook, out)) return false;
    if (out) return true;
  }
  return true;
}

Status isinstance(ThreadState& thread, Values arguments, Value& result) {
  bool answer = false;
  const WellKnownNames& names = thread.interpreter.names;
  Class* cls = class_of(thread, arguments[0]);
  if (!matches_classes(thread, cls, arguments[1], names.instancecheck, answer)) return Status::Fallback;
  // An object may say that it is of another class than it is.
  if (!answer && thread.lookup(cls, names.class_) != nullptr) return Status::Fallback;
  result = Value::boolean(answer);
  return Status::Ok;
}

Status issubclass(ThreadState& thread, Values arguments, Value& result) {
  Class* cls = as_class(arguments[0]);
  bool answer = false;
  if (cls == nullptr || !matches_classes(thread, cls, arguments[1], thread.interpreter.names.subclasscheck, answer)) {
    return Status::Fallback;
  }
  result = Value::boolean(answer);
  return Status::Ok;
}

Status callable(ThreadState& thread, Values arguments, Value& result) {
  Value value = arguments[0];
  bool answer = false;
  if (value.is_object()) {
    switch (value.as_object()->kind) {
      case Kind::Function:
      case Kind::NativeFunction:
      case Kind::BoundMethod:
      case Kind::Class:
      case Kind::StaticMethod: answer = true; break;
      default: answer = thread.lookup(class_of(thread, value), thread.interpreter.names.call) != nullptr;
    }
  }
  result = Value::boolean(answer);
  return Status::Ok;
}

Status globals(ThreadState& thread, Values, Value& result) {
  result = frame_globals(thread, program_frame(thread));
  return Status::Ok;
}

Status locals(ThreadState& thread, Values, Value& result) {
  result = frame_locals(thread, program_frame(thread));
  return Status::Ok;
}

Status vars(ThreadState& thread, Values arguments, Value& result) {
  if (arguments[0].is_unbound()) return locals(thread, arguments, result);
  AttributeResult found = find_attribute(thread, arguments[0], thread.interpreter.names.dict);
  if (found.kind == AttributeResult::Kind::Missing) {
    return raise(thread, ExceptionType::TypeError, "vars() argument must have __dict__ attribute");
  }
  if (found.kind != AttributeResult::Kind::Value) return Status::Fallback;
  result = found.value;
  return Status::Ok;
}

void add_names(ThreadState& thread, Set* names, Class* cls) {
  for (Class* c : cls->mro) {
    for (const Namespace::Item& item : c->names.items()) {
      set_add(thread, names, Value::object(item.name), hash_of(item.name));
    }
  }
}

Status sorted_names(ThreadState& thread, Set* names, Value& result) {
  auto entries = set_snapshot(thread, names);
  std::sort(entries.begin(), entries.end(), [](const SetEntry& a, const SetEntry& b) {
    return python::compare(static_cast<Str*>(a.key.as_object()), static_cast<Str*>(b.key.as_object())) < 0;
  });
  List* list = make_list(thread, static_cast<std::uint32_t>(entries.size()));
  for (const SetEntry& entry : entries) list_append(thread, list, entry.key);
  result = Value::object(list);
  return Status::Ok;
}

Status object_dir(ThreadState& thread, Values arguments, Value& result) {
  Set* names = make_set(thread, false);
  auto add = [&](Str* name) { set_add(thread, names, Value::object(name), hash_of(name)); };
  Value object = arguments[0];
  if (Class* cls = as_class(object)) {
    add_names(thread, names, cls);
  } else if (is_kind(object, Kind::Module)) {
    const Namespace& own = *static_cast<Module*>(object.as_object())->names;
    if (const Value function = own.get(thread.interpreter.intern("__dir__")); !function.is_unbound()) {
      return tail_call(thread, function, {}, result);
    }
    for (const Namespace::Item& item : own.items()) add(item.name);
  } else {
    if (object.is_object()) {
      for (auto& [name, value] : own_attributes(thread, object.as_object())) add(name);
    }
    add_names(thread, names, class_of(thread, object));
  }
  return sorted_names(thread, names, result);
}

Status dir(ThreadState& thread, Values arguments, Value& result) {
  if (!arguments[0].is_unbound()) {
    Cell* own = thread.lookup(class_of(thread, arguments[0]), thread.interpreter.intern("__dir__"));
    if (own != nullptr && is_kind(own->value.load(), Kind::Function)) return Status::Fallback;
    if (is_kind(arguments[0], Kind::Module) && !static_cast<Module*>(arguments[0].as_object())
                                                    ->names->get(thread.interpreter.intern("__dir__"))
                                                    .is_unbound()) {
      return Status::Fallback;
    }
    return object_dir(thread, arguments, result);
  }
  Value here;
  Status status = locals(thread, arguments, here);
  if (status != Status::Ok) return status;
  Set* names = make_set(thread, false);
  for (const DictEntry& entry : dict_snapshot(thread, static_cast<Dict*>(here.as_object()))) {
    set_add(thread, names, entry.key, entry.hash);
  }
  return sorted_names(thread, names, result);
}

// ---- object ----

// Has `cls` or a base other than object the method?
bool has_own(ThreadState& thread, Class* cls, Str* name) {
  Cell* cell = thread.lookup(cls, name);
  return cell != nullptr && cell != thread.interpreter.cls(BuiltinClass::Object)->names.find(name);
}

Status object_init(ThreadState& thread, Values arguments, Value& result) {
  bool none = static_cast<Tuple*>(arguments[1].as_object())->length == 0 &&
              static_cast<Dict*>(arguments[2].as_object())->used.load() == 0;
  if (!none) {
    Class* cls = class_of(thread, arguments[0]);
    if (has_own(thread, cls, thread.interpreter.names.init)) {
      return raise(thread, ExceptionType::TypeError,
                   "object.__init__() takes exactly one argument (the instance to initialize)");
    }
    if (!has_own(thread, cls, thread.interpreter.names.new_) && cls->instance_kind == Kind::Instance) {
      return raise(thread, ExceptionType::TypeError,
                   text(cls->name->to_utf8(), ".__init__() takes exactly one argument (the instance to initialize)"));
    }
  }
  result = Value::none();
  return Status::Ok;
}

// object.__new__ and, inherited, that of every builtin class.
Status object_new(ThreadState& thread, Values arguments, Value& result) {
  Class* cls = as_class(arguments[0]);
  if (cls == nullptr) {
    return raise(thread, ExceptionType::TypeError,
                 text("object.__new__(X): X is not a type object (", type_name(thread, arguments[0]), ")"));
  }
  auto* positional = static_cast<Tuple*>(arguments[1].as_object());
  auto* keywords = static_cast<Dict*>(arguments[2].as_object());
  if (cls->instance_kind != Kind::Instance) {
    CollectedArguments own(thread, arguments[1], arguments[2]);
    return make_object(thread, cls, own.get(), true, result);
  }
  if (cls->has(Class::kAbstract)) {
    return tail_call(thread, Value::object(library_function(thread, "operation__abstract")),
                     {arguments[0], cls->names.get(thread.interpreter.names.abstract_methods)}, result);
  }
  if (positional->length > 0 || keywords->used.load() > 0) {
    if (has_own(thread, cls, thread.interpreter.names.new_)) {
      return raise(thread, ExceptionType::TypeError,
                   "object.__new__() takes exactly one argument (the type to instantiate)");
    }
    if (!has_own(thread, cls, thread.interpreter.names.init)) {
      return raise(thread, ExceptionType::TypeError, text(cls->name->to_utf8(), "() takes no arguments"));
    }
  }
  return make_object(thread, cls, {nullptr, 0, nullptr}, true, result);
}

Status object_repr(ThreadState& thread, Values arguments, Value& result) {
  StrBuilder out(thread);
  Status status = default_repr(thread, arguments[0], out);
  if (status == Status::Ok) result = Value::object(out.finish());
  return status;
}

Status object_str(ThreadState& thread, Values arguments, Value& result) {
  StrBuilder out(thread);
  Status status = repr(thread, arguments[0], out);
  if (status == Status::Ok) {
    result = Value::object(out.finish());
    return status;
  }
  if (status != Status::Fallback) return status;
  return call_library(thread, "operation__repr", {arguments[0]}, thread.destination, result);
}

Status object_eq(ThreadState&, Values arguments, Value& result) {
  result = arguments[0] == arguments[1] ? Value::boolean(true) : Value::not_implemented();
  return Status::Ok;
}

// The opposite of what __eq__ says.
Status object_ne(ThreadState& thread, Values arguments, Value& result) {
  Cell* equal = thread.lookup(class_of(thread, arguments[0]), thread.interpreter.names.eq);
  if (equal != nullptr && is_kind(equal->value.load(), Kind::Function)) return Status::Fallback;
  Status status = compare(thread, CompareOp::Eq, arguments[0], arguments[1], result);
  if (status == Status::Ok) result = result.is_true() ? Value::boolean(false) : Value::not_implemented();
  return status;
}

Status not_implemented(ThreadState&, Values, Value& result) {
  result = Value::not_implemented();
  return Status::Ok;
}

Status object_hash(ThreadState& thread, Values arguments, Value& result) {
  result = make_int(thread, static_cast<std::int64_t>(number_of(thread, arguments[0]) >> 4));
  return Status::Ok;
}

Status object_setattr(ThreadState& thread, Values arguments, Value& result) {
  Str* name = attribute_name(thread, arguments[1], "setattr");
  if (name == nullptr) return Status::Raised;
  return store_attribute_generic(thread, arguments[0], name, arguments[2], thread.destination, result);
}

Status object_delattr(ThreadState& thread, Values arguments, Value& result) {
  Str* name = attribute_name(thread, arguments[1], "delattr");
  if (name == nullptr) return Status::Raised;
  return store_attribute_generic(thread, arguments[0], name, Value::unbound(), thread.destination, result);
}

Status object_getattribute(ThreadState& thread, Values arguments, Value& result) {
  Str* name = attribute_name(thread, arguments[1], "getattr");
  if (name == nullptr) return Status::Raised;
  AttributeResult found = find_attribute_generic(thread, arguments[0], name);
  if (found.kind == AttributeResult::Kind::Value) {
    result = found.value;
    return Status::Ok;
  }
  if (found.kind == AttributeResult::Kind::Getter && !found.value.is_none()) {
    if (found.owner.is_unbound()) return tail_call(thread, found.value, {found.self}, result);
    return tail_call(thread, found.value, {found.self, found.owner}, result);
  }
  if (found.kind == AttributeResult::Kind::Getter) return raise_no_getter(thread, arguments[0], name);
  return raise_no_attribute(thread, arguments[0], name);
}

Status object_format(ThreadState& thread, Values arguments, Value& result) {
  Str* spec = as_str(arguments[1]);
  if (spec != nullptr && spec->length > 0) {
    return raise(thread, ExceptionType::TypeError,
                 text("unsupported format string passed to ", type_name(thread, arguments[0]), ".__format__"));
  }
  StrBuilder out(thread);
  Status status = str_of(thread, arguments[0], out);
  if (status == Status::Ok) result = Value::object(out.finish());
  if (status != Status::Fallback) return status;
  return call_library(thread, "operation__str", {arguments[0]}, thread.destination, result);
}

Status init_subclass(ThreadState& thread, Values arguments, Value& result) {
  auto* keywords = static_cast<Dict*>(arguments[1].as_object());
  if (keywords->used.load() > 0) {
    Class* cls = as_class(arguments[0]);
    return raise(thread, ExceptionType::TypeError,
                 text(cls->qualname->to_utf8(), ".__init_subclass__() takes no keyword arguments"));
  }
  result = Value::none();
  return Status::Ok;
}

// ---- type ----

Status wrong_type_argument(ThreadState& thread, int number, const char* wanted, Value given) {
  return raise(thread, ExceptionType::TypeError,
               text("type.__new__() argument ", std::to_string(number), " must be ", wanted, ", not ",
                    type_name(thread, given)));
}

Status type_new(ThreadState& thread, Values arguments, Value& result) {
  Class* metaclass = as_class(arguments[0]);
  bool is_type = metaclass == thread.interpreter.cls(BuiltinClass::Type);
  if (is_type && arguments[2].is_unbound() && !arguments[1].is_unbound()) {
    result = Value::object(class_of(thread, arguments[1]));
    return Status::Ok;
  }
  if (arguments[3].is_unbound()) {
    if (is_type) return raise(thread, ExceptionType::TypeError, "type() takes 1 or 3 arguments");
    int given = !arguments[1].is_unbound() + !arguments[2].is_unbound();
    return raise(thread, ExceptionType::TypeError,
                 text("type.__new__() takes exactly 3 arguments (", std::to_string(given), " given)"));
  }
  Str* name = as_str(arguments[1]);
  if (name == nullptr) return wrong_type_argument(thread, 1, "str", arguments[1]);
  Tuple* bases = as_tuple(arguments[2]);
  if (bases == nullptr) return wrong_type_argument(thread, 2, "tuple", arguments[2]);
  Dict* names = as_dict(arguments[3]);
  if (names == nullptr) return wrong_type_argument(thread, 3, "dict", arguments[3]);
  for (Value base : bases->view()) {
    if (as_class(base) == nullptr &&
        thread.lookup(class_of(thread, base), thread.interpreter.intern("__mro_entries__")) != nullptr) {
      return raise(thread, ExceptionType::TypeError,
                   "type() doesn't support MRO entry resolution; use types.new_class()");
    }
  }
  Class* winner = most_derived_metaclass(thread, metaclass, bases);
  if (winner == nullptr) return Status::Raised;
  if (winner != metaclass) {
    Cell* maker = thread.lookup(winner, thread.interpreter.names.new_);
    Value function = maker->value.load();
    if (is_kind(function, Kind::StaticMethod)) function = static_cast<MethodWrapper*>(function.as_object())->function;
    if (is_kind(function, Kind::Function) || is_type) {
      return tail_call(thread, Value::object(library_function(thread, "operation__make_by")),
                       {Value::object(winner), arguments[1], arguments[2], arguments[3], arguments[4]}, result);
    }
    metaclass = winner;
  }
  Dict* copy = dict_copy(thread, names);
  Value module;
  if (!dict_get_str(thread, copy, thread.interpreter.names.module, module)) {
    module = program_module(thread)->names->get(thread.interpreter.names.name);
    dict_set_str(thread, copy, thread.interpreter.names.module, module);
  }
  Value cell;
  dict_get_str(thread, copy, thread.interpreter.names.classcell, cell);
  return finish_class(thread, metaclass, name, bases, copy, arguments[4], cell, thread.destination, result);
}

Status type_init(ThreadState& thread, Values arguments, Value& result) {
  std::uint32_t given = static_cast<Tuple*>(arguments[1].as_object())->length;
  if (given != 1 && given != 3) {
    return raise(thread, ExceptionType::TypeError, "type.__init__() takes 1 or 3 arguments");
  }
  if (given == 1 && static_cast<Dict*>(arguments[2].as_object())->used.load() > 0) {
    return raise(thread, ExceptionType::TypeError, "type.__init__() takes no keyword arguments");
  }
  result = Value::none();
  return Status::Ok;
}

Status type_call(ThreadState& thread, Values arguments, Value& result) {
  CollectedArguments own(thread, arguments[1], arguments[2]);
  Destination destination = thread.destination;
  return construct(thread, as_class(arguments[0]), own.get(), destination, result);
}

Status type_prepare(ThreadState& thread, Values, Value& result) {
  result = Value::object(make_dict(thread));
  return Status::Ok;
}

Status type_instancecheck(ThreadState& thread, Values arguments, Value& result) {
  result = Value::boolean(class_of(thread, arguments[1])->derives_from(as_class(arguments[0])));
  return Status::Ok;
}

Status type_subclasscheck(ThreadState& thread, Values arguments, Value& result) {
  Class* cls = as_class(arguments[1]);
  if (cls == nullptr) return raise(thread, ExceptionType::TypeError, "issubclass() arg 1 must be a class");
  result = Value::boolean(cls->derives_from(as_class(arguments[0])));
  return Status::Ok;
}

Status type_repr(ThreadState& thread, Values arguments, Value& result) {
  result = Value::object(make_str_utf8(thread, text("<class '", qualified_name(thread, as_class(arguments[0])), "'>")));
  return Status::Ok;
}

Status type_mro(ThreadState& thread, Values arguments, Value& result) {
  List* list = make_list(thread);
  for (Class* cls : as_class(arguments[0])->mro) list_append(thread, list, Value::object(cls));
  result = Value::object(list);
  return Status::Ok;
}

Status type_subclasses(ThreadState& thread, Values arguments, Value& result) {
  Class* cls = as_class(arguments[0]);
  List* list = make_list(thread);
  std::vector<Class*> found;
  {
    runtime::Guard guard(cls->subclasses_mutex);
    found = cls->subclasses;
  }
  for (Class* subclass : found) list_append(thread, list, Value::object(subclass));
  result = Value::object(list);
  return Status::Ok;
}

// ---- super ----

Status super_new(ThreadState& thread, Values arguments, Value& result) {
  if (arguments[1].is_unbound()) return raise(thread, ExceptionType::RuntimeError, "super(): no arguments");
  Class* cls = as_class(arguments[1]);
  if (cls == nullptr) {
    return raise(thread, ExceptionType::TypeError,
                 text("super() argument 1 must be a type, not ", type_name(thread, arguments[1])));
  }
  if (arguments[2].is_unbound())
    return raise(thread, ExceptionType::TypeError, "super() with one argument is not supported");
  return make_super(thread, cls, arguments[2], result);
}

// ---- generators ----

Status resume_to(ThreadState& thread, Value generator, Value sent, Value at_end, Value& result) {
  Destination destination = thread.destination;
  destination.action = ReturnAction::GeneratorNext;
  auto* target = static_cast<Generator*>(generator.as_object());
  Status status = resume_generator(thread, target, sent, destination);
  if (status != Status::Ok) return status;
  if (at_end.is_unbound()) return raise_stop_iteration(thread);
  result = at_end;
  return Status::Ok;
}

Status next(ThreadState& thread, Values arguments, Value& result) {
  Value iterator = arguments[0];
  if (is_kind(iterator, Kind::Iterator)) {
    auto* wrapper = static_cast<Iterator*>(iterator.as_object());
    if (wrapper->iterator_kind() == IteratorKind::Wrapped) iterator = wrapper->source.load();
  }
  if (is_kind(iterator, Kind::Generator) && arguments[1].is_unbound() &&
      thread.destination.action == ReturnAction::Store) {
    return resume_to(thread, iterator, Value::none(), Value::unbound(), result);
  }
  if (is_kind(iterator, Kind::Iterator)) {
    Status status = iterator_next(thread, iterator, result);
    if (status != Status::Ok || !result.is_unbound()) return status;
    if (arguments[1].is_unbound()) return raise_stop_iteration(thread);
    result = arguments[1];
    return Status::Ok;
  }
  return Status::Fallback;
}

Status generator_next(ThreadState& thread, Values arguments, Value& result) {
  return resume_to(thread, arguments[0], Value::none(), Value::unbound(), result);
}
Status generator_send(ThreadState& thread, Values arguments, Value& result) {
  return resume_to(thread, arguments[0], arguments[1], Value::unbound(), result);
}
Status generator_iter(ThreadState&, Values arguments, Value& result) {
  result = arguments[0];
  return Status::Ok;
}
Status to_python(ThreadState&, Values, Value&) { return Status::Fallback; }

// raise_in_generator(generator, exception): the exception is raised where the generator stands, in
// the innermost one if it delegates.
Status raise_in_generator(ThreadState& thread, Values arguments, Value& result) {
  auto* generator = static_cast<Generator*>(arguments[0].as_object());
  Value exception = arguments[1];
  Destination destination = thread.destination;
  destination.action = ReturnAction::GeneratorNext;
  for (;;) {
    GeneratorState created = GeneratorState::Created;
    generator->state.compare_exchange_strong(created, GeneratorState::Finished);
    bool delegating = generator->delegating;
    Status status = resume_generator(thread, generator, Value::unbound(), destination);
    if (status == Status::Raised) return status;
    if (status == Status::Ok) break;  // it has ended: raised here
    if (!delegating) break;
    Value inner = generator->frame.registers[generator->frame.pc->b];
    if (!is_kind(inner, Kind::Generator)) break;
    generator = static_cast<Generator*>(inner.as_object());
    destination = {ReturnAction::Delegate, 0, {}};
  }
  (void)result;
  thread.exception = exception;
  return Status::Raised;
}

// foreign_delegate(generator): the iterator that is no generator to which it delegates, perhaps by way of other
// generators; None: it does not.
Status foreign_delegate(ThreadState&, Values arguments, Value& result) {
  result = arguments[0];
  while (is_kind(result, Kind::Generator)) {
    auto* generator = static_cast<Generator*>(result.as_object());
    const bool delegates =
        generator->state.load(std::memory_order_acquire) == GeneratorState::Suspended && generator->delegating;
    result = delegates ? generator->frame.registers[generator->frame.pc->b] : Value::none();
  }
  return Status::Ok;
}

// stop_generator(generator): True if it was not suspended, and is over now.
Status stop_generator(ThreadState&, Values arguments, Value& result) {
  auto* generator = static_cast<Generator*>(arguments[0].as_object());
  GeneratorState created = GeneratorState::Created;
  bool stopped = generator->state.compare_exchange_strong(created, GeneratorState::Finished) ||
                 created == GeneratorState::Finished;
  result = Value::boolean(stopped);
  return Status::Ok;
}

// run_class_body(body, names): binds what the body binds in `names`, a mapping; gives the body's
// __class__ cell or None.
Status run_class_body(ThreadState& thread, Values arguments, Value& result) {
  (void)result;
  auto* body = static_cast<Function*>(arguments[0].as_object());
  Status status = push_frame(thread, body->code, body, thread.destination);
  if (status == Status::Pushed) thread.frame->class_names = arguments[1].as_object();
  return status;
}

// caller_module(): the name of the module of the program that called, for what is made there.
Status caller_module(ThreadState& thread, Values, Value& result) {
  Frame* frame = program_frame(thread);
  result = frame == nullptr ? Value::unbound() : frame->code->module->names->get(thread.interpreter.names.name);
  if (result.is_unbound()) result = Value::none();
  return Status::Ok;
}

// most_derived(metaclass, bases)
Status most_derived(ThreadState& thread, Values arguments, Value& result) {
  Class* winner = most_derived_metaclass(thread, as_class(arguments[0]), as_tuple(arguments[1]));
  if (winner == nullptr) return Status::Raised;
  result = Value::object(winner);
  return Status::Ok;
}

// make_builtin_instance(cls, args, kwargs): what cls's builtin constructor makes of the arguments.
Status make_builtin_instance(ThreadState& thread, Values arguments, Value& result) {
  Class* cls = as_class(arguments[0]);
  CollectedArguments own(thread, arguments[1], arguments[2]);
  bool has_init = false;
  if (Cell* init = thread.lookup(cls, thread.interpreter.names.init))
    has_init = is_kind(init->value.load(), Kind::Function);
  return make_object(thread, cls, own.get(), has_init, result);
}

}  // namespace

Status next_of_generator(ThreadState& thread, Value generator, Value& result) {
  return resume_to(thread, generator, Value::none(), Value::unbound(), result);
}

std::span<const NativeDef> core_functions() {
  static constexpr NativeDef kFunctions[] = {
      {"getattr(object, name, default=..., /)", native<getattr>},
      {"hasattr(object, name, /)", native<hasattr>},
      {"setattr(object, name, value, /)", native<setattr>},
      {"delattr(object, name, /)", native<delattr>},
      {"isinstance(object, classinfo, /)", native<isinstance>},
      {"issubclass(cls, classinfo, /)", native<issubclass>},
      {"callable(object, /)", native<callable>},
      {"vars(object=..., /)", native<vars>},
      {"globals()", native<globals>},
      {"eval(source, globals=None, locals=None, /)", native<eval_function>},
      {"exec(source, globals=None, locals=None, /, *, closure=None)", native<exec_function>},
      {"compile(source, filename, mode, flags=0, dont_inherit=False, optimize=-1, *, _feature_version=-1)",
       native<compile_function>},
      {"locals()", native<locals>},
      {"dir(object=..., /)", native<dir>},
      {"next(iterator, default=..., /)", native<next>},
      {"__import__(name, globals=None, locals=None, fromlist=..., level=0)", native<to_python>},
  };
  return kFunctions;
}

std::span<const NativeDef> core_engine_functions() {
  static constexpr NativeDef kFunctions[] = {
      {"load_attribute(object, name, /)", native<load_attribute_native>},
      {"make_builtin_instance(type, args, kwargs, /)", native<make_builtin_instance>},
      {"raise_in_generator(generator, exception, /)", native<raise_in_generator>},
      {"foreign_delegate(generator, /)", native<foreign_delegate>},
      {"stop_generator(generator, /)", native<stop_generator>},
      {"run_class_body(body, names, /)", native<run_class_body>},
      {"most_derived(metaclass, bases, /)", native<most_derived>},
      {"caller_module()", native<caller_module>},
  };
  return kFunctions;
}

std::span<const NativeDef> object_methods() {
  static constexpr NativeDef kMethods[] = {
      {"__init__(self, *args, **kwargs)", native<object_init>},
      {"__new__(type, *args, **kwargs)", native<object_new>},
      {"__repr__(self, /)", native<object_repr>},
      {"__str__(self, /)", native<object_str>},
      {"__eq__(self, other, /)", native<object_eq>},
      {"__hash__(self, /)", native<object_hash>},
      {"__setattr__(self, name, value, /)", native<object_setattr>},
      {"__delattr__(self, name, /)", native<object_delattr>},
      {"__getattribute__(self, name, /)", native<object_getattribute>},
      {"__format__(self, format_spec, /)", native<object_format>},
      {"__dir__(self, /)", native<object_dir>},
      {"__init_subclass__(cls, **kwargs)", native<init_subclass>},
      {"__subclasshook__(cls, subclass, /)", native<not_implemented>},
      {"__ne__(self, other, /)", native<object_ne>},
      {"__lt__(self, other, /)", native<not_implemented>},
      {"__le__(self, other, /)", native<not_implemented>},
      {"__gt__(self, other, /)", native<not_implemented>},
      {"__ge__(self, other, /)", native<not_implemented>},
  };
  return kMethods;
}

std::span<const NativeDef> type_methods() {
  static constexpr NativeDef kMethods[] = {
      {"__new__(cls, object=..., bases=..., dict=..., /, **kwargs)", native<type_new>},
      {"__init__(self, *args, **kwargs)", native<type_init>},
      {"__call__(self, *args, **kwargs)", native<type_call>},
      {"__prepare__(cls, *args, **kwargs)", native<type_prepare>},
      {"__instancecheck__(self, instance, /)", native<type_instancecheck>},
      {"__subclasscheck__(self, subclass, /)", native<type_subclasscheck>},
      {"__repr__(self, /)", native<type_repr>},
      {"__or__(self, value, /)", native<to_python>},
      {"__ror__(self, value, /)", native<to_python>},
      {"mro(self, /)", native<type_mro>},
      {"__subclasses__(self, /)", native<type_subclasses>},
  };
  return kMethods;
}

std::span<const NativeDef> super_methods() {
  static constexpr NativeDef kMethods[] = {
      {"__new__(cls, type=..., object=..., /)", native<super_new>},
  };
  return kMethods;
}

std::span<const NativeDef> generator_methods() {
  static constexpr NativeDef kMethods[] = {
      {"__iter__(self, /)", native<generator_iter>},
      {"__next__(self, /)", native<generator_next>},
      {"send(self, value, /)", native<generator_send>},
      {"throw(self, typ, val=..., tb=None, /)", native<to_python>},
      {"close(self, /)", native<to_python>},
  };
  return kMethods;
}

}  // namespace threadbook::python
