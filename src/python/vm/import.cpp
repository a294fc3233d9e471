#include "python/vm/import.h"

#include <algorithm>
#include <map>
#include <mutex>

#include "python/compiler/compiler.h"
#include "python/library_sources.h"
#include "python/modules/native_modules.h"
#include "python/objects/exception_attributes.h"
#include "python/vm/attributes.h"
#include "python/vm/interpreter.h"

namespace threadbook::python {

namespace {

std::string_view library_text(std::string_view name) {
  for (const LibrarySource& source : library_sources()) {
    if (source.name.size() == name.size() + 3 && source.name.starts_with(name) && source.name.ends_with(".py")) {
      return source.text;
    }
  }
  return {};
}

}  // namespace

std::shared_ptr<const Code> library_code(std::string_view name) {
  static std::mutex mutex;
  static std::map<std::string, std::shared_ptr<const Code>, std::less<>> compiled;
  std::lock_guard guard(mutex);
  auto found = compiled.find(name);
  if (found != compiled.end()) return found->second;
  std::string_view text = library_text(name);
  std::shared_ptr<const Code> code;
  if (!text.empty()) {
    std::string filename = "<library " + std::string(name) + ">";
    CompileResult result = compile(text, filename, true);
    if (result.error) {
      std::fprintf(stderr, "%s", format_syntax_error(*result.error, filename).c_str());
      std::abort();
    }
    code = std::move(result.code);
  }
  compiled.emplace(std::string(name), code);
  return code;
}

std::vector<std::string> importable_modules() {
  std::vector<std::string> names;
  for (const NativeModule& module : native_modules()) {
    if (!module.name.starts_with("_")) names.emplace_back(module.name);
  }
  for (const LibrarySource& source : library_sources()) {
    std::string_view name = source.name.substr(0, source.name.size() - 3);
    if (!is_builtin_support(name)) names.emplace_back(name);
  }
  std::sort(names.begin(), names.end());
  return names;
}

Status import_name(ThreadState& thread, Str* name, bool whole, const Destination& destination, Value& out) {
  Interpreter& interpreter = thread.interpreter;
  std::string full = name->to_utf8();
  if (full.starts_with(".")) {
    return raise_import_error(thread, ExceptionType::ImportError, "attempted relative import with no known parent package", name);
  }
  Str* wanted = interpreter.intern(name);
  if (!whole && full.find('.') != std::string::npos) wanted = interpreter.intern(full.substr(0, full.find('.')));
  if (Module* module = interpreter.find_module(wanted)) {
    out = Value::object(module);
    return Status::Ok;
  }
  std::string text_name = wanted->to_utf8();
  for (const NativeModule& native : native_modules()) {
    if (native.name != text_name) continue;
    Module* module = interpreter.make_module(thread, wanted);
    native.fill(thread, *module);
    out = Value::object(module);
    return Status::Ok;
  }
  std::shared_ptr<const Code> code = is_builtin_support(text_name) ? nullptr : library_code(text_name);
  if (code == nullptr) {
    return raise_import_error(thread, ExceptionType::ModuleNotFoundError, text("No module named '", text_name, "'"), wanted);
  }
  Module* module = interpreter.make_module(thread, wanted);
  LinkedCode* linked = interpreter.link(thread, code, module);
  // The code returns None; what the import answers is the module.
  return push_frame(thread, linked, nullptr, {ReturnAction::Instance, destination.reg, Value::object(module)});
}

Status import_from(ThreadState& thread, Value module, Str* name, Value& out) {
  AttributeResult found = find_attribute(thread, module, thread.interpreter.intern(name));
  if (found.kind == AttributeResult::Kind::Value) {
    out = found.value;
    return Status::Ok;
  }
  std::string module_name = static_cast<Module*>(module.as_object())->name->to_utf8();
  raise_import_error(thread, ExceptionType::ImportError,
                     text("cannot import name '", name->to_utf8(), "' from '", module_name, "' (unknown location)"),
                     static_cast<Module*>(module.as_object())->name);
  return Status::Raised;
}

Status import_star(ThreadState& thread, Value module, Module* into) {
  Interpreter& interpreter = thread.interpreter;
  Namespace& names = *static_cast<Module*>(module.as_object())->names;
  Value all = names.get(interpreter.names.all);
  if (!all.is_unbound()) {
    std::vector<Value> listed;
    Status status = collect(thread, all, listed);
    if (status != Status::Ok) return status;
    for (Value item : listed) {
      Str* name = interpreter.intern(as_str(item));
      Value value;
      status = import_from(thread, module, name, value);
      if (status != Status::Ok) return status;
      into->names->set(thread, name, value);
    }
    return Status::Ok;
  }
  for (const Namespace::Item& item : names.items()) {
    if (item.name->length > 0 && item.name->at(0) != '_') into->names->set(thread, item.name, item.value);
  }
  return Status::Ok;
}

}  // namespace threadbook::python
