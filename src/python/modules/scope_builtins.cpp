// Names and code at run time: globals, locals, vars, dir; eval, exec, compile, __import__.
#include "python/modules/core_builtins.h"

#include <algorithm>

#include "python/vm/attributes.h"
#include "python/vm/calls.h"
#include "python/vm/dynamic_code.h"
#include "python/vm/frame_object.h"
#include "python/vm/interpreter.h"
#include "python/vm/special_attributes.h"

namespace threadbook::python {

namespace {

using Values = Value*;

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

// ---- dir ----

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

// ---- for library code ----

// caller_module(): the name of the module of the program that called, for what is made there.
Status caller_module(ThreadState& thread, Values, Value& result) {
  Frame* frame = program_frame(thread);
  result = frame == nullptr ? Value::unbound() : frame->code->module->names->get(thread.interpreter.names.name);
  if (result.is_unbound()) result = Value::none();
  return Status::Ok;
}

}  // namespace

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

std::span<const NativeDef> scope_functions() {
  static constexpr NativeDef kFunctions[] = {
      {"globals()", native<globals>},
      {"locals()", native<locals>},
      {"vars(object=..., /)", native<vars>},
      {"dir(object=..., /)", native<dir>},
      {"eval(source, globals=None, locals=None, /)", native<eval_function>},
      {"exec(source, globals=None, locals=None, /, *, closure=None)", native<exec_function>},
      {"compile(source, filename, mode, flags=0, dont_inherit=False, optimize=-1, *, _feature_version=-1)",
       native<compile_function>},
      {"__import__(name, globals=None, locals=None, fromlist=..., level=0)", native<to_python>},
  };
  return kFunctions;
}

std::span<const NativeDef> scope_engine_functions() {
  static constexpr NativeDef kFunctions[] = {
      {"caller_module()", native<caller_module>},
  };
  return kFunctions;
}

}  // namespace threadbook::python
