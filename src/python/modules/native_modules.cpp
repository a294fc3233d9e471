#include "python/modules/native_modules.h"

#include "python/modules/builtin_functions.h"
#include "python/modules/collections_module.h"
#include "python/modules/core_builtins.h"
#include "python/modules/descriptors.h"
#include "python/modules/engine_module.h"
#include "python/modules/functools_module.h"
#include "python/modules/gc_module.h"
#include "python/modules/hash_module.h"
#include "python/modules/heapq_module.h"
#include "python/modules/import_module.h"
#include "python/modules/itertools_module.h"
#include "python/modules/json_module.h"
#include "python/modules/math_module.h"
#include "python/modules/operator_module.h"
#include "python/modules/os_module.h"
#include "python/modules/random_module.h"
#include "python/modules/re_module.h"
#include "python/modules/sys_module.h"
#include "python/modules/thread_module.h"
#include "python/modules/time_module.h"
#include "python/modules/traceback_module.h"
#include "python/modules/weakref_module.h"
#include "python/objects/exception_attributes.h"
#include "python/objects/exception_group.h"
#include "python/objects/methods.h"
#include "python/objects/operations.h"
#include "python/vm/interpreter.h"

namespace threadbook::python {

namespace {

template <std::span<const NativeDef> (*functions)()>
void fill_with(ThreadState& thread, Module& module) {
  thread.interpreter.natives.add_functions(thread, *module.names, functions(), module.name);
}

void fill_engine(ThreadState& thread, Module& module) {
  fill_with<engine_functions>(thread, module);
  for (auto functions : {attribute_engine_functions(), class_engine_functions(), scope_engine_functions(),
                         generator_engine_functions(), text_engine_functions()}) {
    thread.interpreter.natives.add_functions(thread, *module.names, functions, module.name);
  }
}

void fill_math(ThreadState& thread, Module& module) {
  fill_with<math_functions>(thread, module);
  for (const ModuleConstant& constant : math_constants()) {
    module.names->set(thread, thread.interpreter.intern(constant.name), Value::number(constant.value));
  }
}

// Its names are the builtins themselves: what is assigned to builtins.print is what is called.
void fill_builtins_module(ThreadState& thread, Module& module) { module.names = &thread.interpreter.builtins; }

constexpr NativeModule kModules[] = {
    {"_bisect", fill_with<bisect_functions>},
    {"_collections", fill_collections},
    {"_engine", fill_engine},
    {"_functools", fill_functools},
    {"_gc", fill_gc},
    {"_hash", fill_with<hash_functions>},
    {"_heapq", fill_with<heapq_functions>},
    {"_import", fill_with<import_functions>},
    {"_itertools", fill_itertools},
    {"_operator", fill_with<operator_functions>},
    {"_json", fill_with<json_functions>},
    {"_os", fill_with<os_functions>},
    {"_random", fill_random},
    {"_re", fill_with<re_functions>},
    {"_sys", fill_with<sys_functions>},
    {"_threading", fill_threading},
    {"_time", fill_with<time_functions>},
    {"_traceback", fill_with<traceback_functions>},
    {"_weakref", fill_weakref},
    {"builtins", fill_builtins_module},
    {"math", fill_math},
};

constexpr std::string_view kSupportFiles[] = {"core",       "importing",  "classes",  "aliases", "proxies",
                                              "builtins",   "sequences",  "sorting",  "dicts",   "sets",
                                              "arithmetic", "formatting", "patterns", "groups"};

}  // namespace

NativeLibrary native_library() { return {kModules, kSupportFiles}; }

void fill_builtins(ThreadState& thread) {
  Interpreter& interpreter = thread.interpreter;
  struct ClassMethods {
    BuiltinClass cls;
    std::span<const NativeDef> methods;
  };
  const ClassMethods kClasses[] = {
      {BuiltinClass::Object, object_methods()},
      {BuiltinClass::Type, type_methods()},
      {BuiltinClass::Int, int_methods()},
      {BuiltinClass::Bool, bool_methods()},
      {BuiltinClass::Float, float_methods()},
      {BuiltinClass::Str, str_methods()},
      {BuiltinClass::Bytes, bytes_methods()},
      {BuiltinClass::Tuple, tuple_methods()},
      {BuiltinClass::List, list_methods()},
      {BuiltinClass::Dict, dict_methods()},
      {BuiltinClass::DictKeys, dict_view_methods()},
      {BuiltinClass::DictValues, dict_view_methods()},
      {BuiltinClass::DictItems, dict_view_methods()},
      {BuiltinClass::Set, set_methods()},
      {BuiltinClass::FrozenSet, frozenset_methods()},
      {BuiltinClass::Range, range_methods()},
      {BuiltinClass::Slice, slice_methods()},
      {BuiltinClass::Property, property_methods()},
      {BuiltinClass::StaticMethod, static_method_methods()},
      {BuiltinClass::ClassMethod, class_method_methods()},
      {BuiltinClass::Function, function_methods()},
      {BuiltinClass::Builtin, builtin_function_methods()},
      {BuiltinClass::MethodDescriptor, function_methods()},
      {BuiltinClass::Method, method_methods()},
      {BuiltinClass::Member, member_methods()},
      {BuiltinClass::Super, super_methods()},
      {BuiltinClass::Module, module_methods()},
      {BuiltinClass::Generator, generator_methods()},
      {BuiltinClass::Enumerate, enumerate_methods()},
      {BuiltinClass::Zip, zip_methods()},
      {BuiltinClass::Map, map_methods()},
      {BuiltinClass::Filter, filter_methods()},
      {BuiltinClass::Reversed, reversed_methods()},
      {BuiltinClass::Lock, lock_methods()},
      {BuiltinClass::ThreadHandle, thread_handle_methods()},
  };
  for (const ClassMethods& entry : kClasses) interpreter.natives.add_methods(thread, entry.cls, entry.methods);
  for (std::size_t i = 0; i < static_cast<std::size_t>(BuiltinClass::Count); ++i) {
    auto id = static_cast<BuiltinClass>(i);
    if (interpreter.cls(id)->instance_kind == Kind::Iterator)
      interpreter.natives.add_methods(thread, id, iterator_methods());
  }
  interpreter.natives.add_methods(thread, interpreter.cls(ExceptionType::BaseException), exception_methods());
  for (BuiltinClass id : {BuiltinClass::List, BuiltinClass::Dict, BuiltinClass::Set, BuiltinClass::Slice,
                          BuiltinClass::DictKeys, BuiltinClass::DictItems}) {
    interpreter.cls(id)->names.set(thread, interpreter.names.hash, Value::none());  // unhashable
  }
  interpreter.natives.add_methods(thread, interpreter.cls(ExceptionType::BaseExceptionGroup),
                                  exception_group_methods());
  interpreter.natives.add_getters(thread, interpreter.cls(BuiltinClass::Int), int_getters());
  interpreter.natives.add_getters(thread, interpreter.cls(BuiltinClass::Float), float_getters());
  interpreter.natives.add_getters(thread, interpreter.cls(BuiltinClass::Range), range_getters());
  interpreter.natives.add_getters(thread, interpreter.cls(BuiltinClass::Slice), slice_getters());

  Namespace& names = interpreter.builtins;
  Str* module = interpreter.intern("builtins");
  for (auto functions : {number_builtins(), iteration_builtins(), text_builtins(), attribute_functions(),
                         class_functions(), scope_functions(), generator_functions()}) {
    interpreter.natives.add_functions(thread, names, functions, module);
  }
  for (BuiltinClass id :
       {BuiltinClass::Object,      BuiltinClass::Type,   BuiltinClass::Int,       BuiltinClass::Bool,
        BuiltinClass::Float,       BuiltinClass::Str,    BuiltinClass::Bytes,     BuiltinClass::Tuple,
        BuiltinClass::List,        BuiltinClass::Dict,   BuiltinClass::Set,       BuiltinClass::FrozenSet,
        BuiltinClass::Range,       BuiltinClass::Slice,  BuiltinClass::Property,  BuiltinClass::StaticMethod,
        BuiltinClass::ClassMethod, BuiltinClass::Super,  BuiltinClass::Enumerate, BuiltinClass::Zip,
        BuiltinClass::Map,         BuiltinClass::Filter, BuiltinClass::Reversed}) {
    Class* cls = interpreter.cls(id);
    names.set(thread, cls->name, Value::object(cls));
  }
  for (std::size_t i = 0; i < static_cast<std::size_t>(ExceptionType::Count); ++i) {
    Class* cls = interpreter.cls(static_cast<ExceptionType>(i));
    names.set(thread, cls->name, Value::object(cls));
  }
  names.set(thread, interpreter.intern("EnvironmentError"), Value::object(interpreter.cls(ExceptionType::OSError)));
  names.set(thread, interpreter.intern("IOError"), Value::object(interpreter.cls(ExceptionType::OSError)));
  names.set(thread, interpreter.intern("NotImplemented"), Value::not_implemented());
  names.set(thread, interpreter.intern("Ellipsis"), Value::ellipsis());
  names.set(thread, interpreter.intern("__debug__"), Value::boolean(true));
  // No program reads these here, they are words of the language; dir() names them, and so does who means `true`.
  names.set(thread, interpreter.intern("None"), Value::none());
  names.set(thread, interpreter.intern("True"), Value::boolean(true));
  names.set(thread, interpreter.intern("False"), Value::boolean(false));
  names.set(thread, interpreter.names.name, Value::object(interpreter.intern("builtins")));
}

}  // namespace threadbook::python
