#include "python/modules/import_module.h"

#include "python/objects/containers.h"
#include "python/objects/operations.h"
#include "python/objects/str.h"
#include "python/vm/calls.h"
#include "python/vm/import.h"
#include "python/vm/interpreter.h"

namespace threadbook::python {
namespace {

Module* as_module(Value value) {
  return is_kind(value, Kind::Module) ? static_cast<Module*>(value.as_object()) : nullptr;
}

// modules(): the dict that is sys.modules.
Status modules(ThreadState& thread, Value*, Value& result) {
  result = Value::object(thread.interpreter.modules);
  return Status::Ok;
}

// find(name): how the module is made: None, "native", "module" or "package".
Status find(ThreadState& thread, Value* arguments, Value& result) {
  switch (find_library(thread.interpreter.native_library, as_str(arguments[0])->to_utf8())) {
    case LibraryKind::None: result = Value::none(); return Status::Ok;
    case LibraryKind::Native: result = Value::object(thread.interpreter.intern("native")); return Status::Ok;
    case LibraryKind::Module: result = Value::object(thread.interpreter.intern("module")); return Status::Ok;
    case LibraryKind::Package: result = Value::object(thread.interpreter.intern("package")); return Status::Ok;
  }
  return Status::Ok;
}

// new(name): a module without contents that says it is being initialised.
Status new_module(ThreadState& thread, Value* arguments, Value& result) {
  Module* module = thread.interpreter.make_module(thread, as_str(arguments[0]));
  module->initializing.store(true, std::memory_order_release);
  result = Value::object(module);
  return Status::Ok;
}

// execute(module, name): fills a native module, runs the code of a library module.
Status execute(ThreadState& thread, Value* arguments, Value& result) {
  result = Value::none();
  return run_library(thread, as_module(arguments[0]), as_str(arguments[1])->to_utf8(), thread.destination);
}

// finish(module): it is initialised.
Status finish(ThreadState& thread, Value* arguments, Value& result) {
  Module* module = as_module(arguments[0]);
  Interpreter& interpreter = thread.interpreter;
  module->initializing.store(false, std::memory_order_release);
  if (module->name == interpreter.names.sys) interpreter.sys.store(module, std::memory_order_release);
  result = Value::none();
  return Status::Ok;
}

// initializing(module): is its code still running? False for what is no module.
Status initializing(ThreadState&, Value* arguments, Value& result) {
  Module* module = as_module(arguments[0]);
  result = Value::boolean(module != nullptr && module->initializing.load(std::memory_order_acquire));
  return Status::Ok;
}

// names(): the modules a program can import.
Status names(ThreadState& thread, Value*, Value& result) {
  List* list = make_list(thread);
  for (const std::string& name : importable_modules(thread.interpreter.native_library)) {
    list_append(thread, list, Value::object(make_str_utf8(thread, name)));
  }
  result = Value::object(list);
  return Status::Ok;
}

// bind(module, name, value): into the names of a module that does `from ... import *`.
Status bind(ThreadState& thread, Value* arguments, Value& result) {
  as_module(arguments[0])->names->set(thread, thread.interpreter.intern(as_str(arguments[1])), arguments[2]);
  result = Value::none();
  return Status::Ok;
}

constexpr NativeDef kFunctions[] = {
    {"modules()", native<modules>},
    {"find(name, /)", native<find>},
    {"new(name, /)", native<new_module>},
    {"execute(module, name, /)", native<execute>},
    {"finish(module, /)", native<finish>},
    {"initializing(module, /)", native<initializing>},
    {"names()", native<names>},
    {"bind(module, name, value, /)", native<bind>},
};

// types.ModuleType(name, doc=None)
Status module_new(ThreadState& thread, Value* arguments, Value& result) {
  Interpreter& interpreter = thread.interpreter;
  Str* name = as_str(arguments[1]);
  if (name == nullptr) {
    return raise(thread, ExceptionType::TypeError,
                 text("module() argument 'name' must be str, not ", type_name(thread, arguments[1])));
  }
  Module* module = interpreter.make_module(thread, name);
  module->names->set(thread, interpreter.names.doc, arguments[2]);
  for (std::string_view unset : {"__package__", "__loader__", "__spec__"}) {
    module->names->set(thread, interpreter.intern(unset), Value::none());
  }
  result = Value::object(module);
  return Status::Ok;
}

constexpr NativeDef kModuleMethods[] = {
    {"__new__(cls, name, doc=None)", native<module_new>},
};

}  // namespace

std::span<const NativeDef> import_functions() { return kFunctions; }
std::span<const NativeDef> module_methods() { return kModuleMethods; }

}  // namespace threadbook::python
