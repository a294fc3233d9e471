#include "python/vm/import.h"

#include <algorithm>
#include <map>

#include "python/compiler/compiler.h"
#include "python/library/sources.h"
#include "python/objects/exception_attributes.h"
#include "python/vm/attributes.h"
#include "python/vm/interpreter.h"
#include "runtime/mutex.h"

namespace threadbook::python {

namespace {

constexpr std::string_view kPackageFile = "/__init__.py";

// "collections/abc.py" is collections.abc, "collections/__init__.py" is collections.
std::string module_name(std::string_view path) {
  path.remove_suffix(path.ends_with(kPackageFile) ? kPackageFile.size() : 3);
  std::string name(path);
  std::replace(name.begin(), name.end(), '/', '.');
  return name;
}

const std::map<std::string, const LibrarySource*, std::less<>>& library() {
  static const auto by_name = [] {
    std::map<std::string, const LibrarySource*, std::less<>> result;
    for (const LibrarySource& source : library_sources()) result.emplace(module_name(source.name), &source);
    return result;
  }();
  return by_name;
}

bool is_private(std::string_view name) { return name.starts_with('_') || name.find("._") != std::string_view::npos; }

// Natives trust the library, which is alone in calling the private ones.
bool is_for_library_only(const ThreadState& thread, std::string_view name) {
  return name.starts_with('_') && thread.interpreter.native_library.find(name) != nullptr && thread.frame != nullptr &&
         !thread.frame->code->code->has(Code::kLibrary);
}

// The module of that name, if it is there and its code has been run.
bool is_ready(ThreadState& thread, Str* name, Value& out) {
  if (!dict_get_str(thread, thread.interpreter.modules, name, out) || out.is_none()) return false;
  return !is_kind(out, Kind::Module) ||
         !static_cast<Module*>(out.as_object())->initializing.load(std::memory_order_acquire);
}

}  // namespace

const NativeModule* NativeLibrary::find(std::string_view name) const {
  for (const NativeModule& module : modules) {
    if (module.name == name) return &module;
  }
  return nullptr;
}

bool NativeLibrary::is_builtin_support(std::string_view name) const {
  return std::find(builtin_support.begin(), builtin_support.end(), name) != builtin_support.end();
}

LibraryKind find_library(const NativeLibrary& natives, std::string_view name) {
  if (natives.find(name) != nullptr) return LibraryKind::Native;
  auto found = library().find(name);
  if (found == library().end() || natives.is_builtin_support(name)) return LibraryKind::None;
  return found->second->name.ends_with(kPackageFile) ? LibraryKind::Package : LibraryKind::Module;
}

std::shared_ptr<const Code> library_code(std::string_view name) {
  static runtime::Mutex mutex;
  static std::map<std::string, std::shared_ptr<const Code>, std::less<>> compiled;
  auto source = library().find(name);
  if (source == library().end()) return nullptr;
  {
    runtime::Guard guard(mutex);
    auto found = compiled.find(name);
    if (found != compiled.end()) return found->second;
  }
  const std::optional<std::string_view> text = library_text(*source->second);  // may block
  if (!text) return nullptr;
  runtime::Guard guard(mutex);
  auto found = compiled.find(name);
  if (found != compiled.end()) return found->second;
  std::string filename = "<library " + std::string(name) + ">";
  CompileResult result = compile(*text, filename, {.library = true});
  if (result.error) {
    std::fprintf(stderr, "%s", format_syntax_error(*result.error, filename).c_str());
    std::abort();
  }
  return compiled.emplace(std::string(name), std::move(result.code)).first->second;
}

std::vector<std::string> library_modules() {
  std::vector<std::string> names;
  for (const auto& [name, source] : library()) names.push_back(name);
  return names;
}

std::vector<std::string> importable_modules(const NativeLibrary& natives) {
  std::vector<std::string> names;
  for (const NativeModule& module : natives.modules) {
    if (!is_private(module.name)) names.emplace_back(module.name);
  }
  for (const std::string& name : library_modules()) {
    if (!natives.is_builtin_support(name) && !is_private(name)) names.push_back(name);
  }
  std::sort(names.begin(), names.end());
  names.erase(std::unique(names.begin(), names.end()), names.end());
  return names;
}

Status run_library(ThreadState& thread, Module* module, std::string_view name, const Destination& destination) {
  if (const NativeModule* native = thread.interpreter.native_library.find(name)) {
    native->fill(thread, *module);
    return Status::Ok;
  }
  std::shared_ptr<const Code> code = library_code(name);
  if (!code) {
    return raise_import_error(thread, ExceptionType::ImportError, text("The text of '", name, "' could not be had"),
                              thread.interpreter.intern(name));
  }
  return push_frame(thread, thread.interpreter.linker.link(thread, std::move(code), module), nullptr, destination);
}

Status import_name(ThreadState& thread, Module* importer, Str* name, bool whole, const Destination& destination,
                   Value& out) {
  Interpreter& interpreter = thread.interpreter;
  name = interpreter.intern(name);
  if (is_for_library_only(thread, name->to_utf8())) {
    return raise_import_error(thread, ExceptionType::ModuleNotFoundError,
                              text("No module named '", name->to_utf8(), "'"), name);
  }
  if (is_ready(thread, name, out)) {
    if (whole) return Status::Ok;
    std::string full = name->to_utf8();
    std::size_t dot = full.find('.');
    if (dot == std::string::npos || is_ready(thread, interpreter.intern(full.substr(0, dot)), out)) return Status::Ok;
  } else if (const NativeModule* native = interpreter.native_library.find(name->to_utf8());
             native != nullptr && out.is_unbound()) {
    // Of two threads that come here at once, the first one's module counts.
    Module* module = interpreter.make_module(thread, name);
    native->fill(thread, *module);
    dict_set_default(thread, interpreter.modules, Value::object(name), hash_of(name), Value::object(module), out);
    return Status::Ok;
  }
  return call_library(thread, "operation__import",
                      {Value::object(name), Value::boolean(whole), Value::object(importer)}, destination, out);
}

Status import_from(ThreadState& thread, Value module, Str* name, const Destination& destination, Value& out) {
  name = thread.interpreter.intern(name);
  AttributeResult found = find_attribute(thread, module, name);
  if (found.kind == AttributeResult::Kind::Value) {
    out = found.value;
    return Status::Ok;
  }
  return call_library(thread, "operation__import_from", {module, Value::object(name)}, destination, out);
}

Status import_star(ThreadState& thread, Value module, Module* into, const Destination& destination, Value& out) {
  Interpreter& interpreter = thread.interpreter;
  out = Value::none();
  if (!is_kind(module, Kind::Module) ||
      !static_cast<Module*>(module.as_object())->names->get(interpreter.names.all).is_unbound()) {
    return call_library(thread, "operation__import_star", {module, Value::object(into)}, destination, out);
  }
  for (const Namespace::Item& item : static_cast<Module*>(module.as_object())->names->items()) {
    if (item.name->length > 0 && item.name->at(0) != '_') into->names->set(thread, item.name, item.value);
  }
  return Status::Ok;
}

}  // namespace threadbook::python
