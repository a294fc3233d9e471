// `type`, `super`, and the functions that ask about classes.
#include "python/modules/core_builtins.h"

#include <vector>

#include "python/objects/representation.h"
#include "python/vm/attributes.h"
#include "python/vm/calls.h"
#include "python/vm/class_builder.h"
#include "python/vm/frame_object.h"
#include "python/vm/instructions.h"
#include "python/vm/interpreter.h"
#include "python/vm/special_attributes.h"

namespace threadbook::python {

namespace {

using Values = Value*;

// ---- what is of which class ----

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

// ---- for library code ----

// run_class_body(body, names): binds what the body binds in `names`, a mapping; gives the body's
// __class__ cell or None.
Status run_class_body(ThreadState& thread, Values arguments, Value& result) {
  (void)result;
  auto* body = static_cast<Function*>(arguments[0].as_object());
  Status status = push_frame(thread, body->code, body, thread.destination);
  if (status == Status::Pushed) thread.frame->class_names = arguments[1].as_object();
  return status;
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

std::span<const NativeDef> class_functions() {
  static constexpr NativeDef kFunctions[] = {
      {"isinstance(object, classinfo, /)", native<isinstance>},
      {"issubclass(cls, classinfo, /)", native<issubclass>},
      {"callable(object, /)", native<callable>},
  };
  return kFunctions;
}

std::span<const NativeDef> class_engine_functions() {
  static constexpr NativeDef kFunctions[] = {
      {"make_builtin_instance(type, args, kwargs, /)", native<make_builtin_instance>},
      {"run_class_body(body, names, /)", native<run_class_body>},
      {"most_derived(metaclass, bases, /)", native<most_derived>},
  };
  return kFunctions;
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

}  // namespace threadbook::python
