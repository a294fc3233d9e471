#include "python/vm/dynamic_code.h"

#include "python/compiler/compiler.h"
#include "python/objects/live_dict.h"
#include "python/syntax/future.h"
#include "python/vm/calls.h"
#include "python/vm/frame_object.h"
#include "python/vm/interpreter.h"
#include "python/vm/special_attributes.h"
#include "python/vm/syntax_errors.h"

namespace threadbook::python {

std::shared_ptr<const Code> DynamicCode::find(const std::string& key) const {
  runtime::Guard guard(mutex_);
  auto found = texts_.find(key);
  return found == texts_.end() ? nullptr : found->second;
}

void DynamicCode::add(const std::string& key, std::shared_ptr<const Code> code) {
  runtime::Guard guard(mutex_);
  if (texts_.size() >= kMaxTexts) texts_.clear();
  texts_[key] = std::move(code);
}

LinkedCode* DynamicCode::link(ThreadState& thread, const std::shared_ptr<const Code>& code, Module* module) {
  const auto key = std::make_pair(code.get(), static_cast<const Module*>(module));
  {
    runtime::Guard guard(mutex_);
    auto found = linked_.find(key);
    if (found != linked_.end()) return found->second;
  }
  LinkedCode* linked = thread.interpreter.linker.link(thread, code, module);
  runtime::Guard guard(mutex_);
  return linked_.try_emplace(key, linked).first->second;
}

Value DynamicCode::builtins_dict(ThreadState& thread) {
  runtime::Guard guard(mutex_);
  if (builtins_.is_unbound()) {
    builtins_ = Value::object(namespace_dict(thread, thread.interpreter.builtins));
    thread.interpreter.roots.push_back(builtins_);
  }
  return builtins_;
}

namespace {

struct Source {
  std::string text;
  CodeObject* code = nullptr;  // instead of a text
};

// What eval(), exec() and compile() take as source.
Status source_of(ThreadState& thread, Value value, const char* function, const char* or_what, Source& out) {
  if (is_kind(value, Kind::CodeProxy)) {
    out.code = static_cast<CodeObject*>(value.as_object());
    return Status::Ok;
  }
  if (Str* source = as_str(value)) {
    out.text = source->to_utf8();
  } else if (Value plain = unbox(value); is_kind(plain, Kind::Bytes)) {
    out.text = std::string(static_cast<Bytes*>(plain.as_object())->view());
  } else {
    return raise(thread, ExceptionType::TypeError,
                 text(function, "() arg 1 must be a string, bytes or ", or_what, " object"));
  }
  if (out.text.find('\0') != std::string::npos) {
    return raise(thread, ExceptionType::SyntaxError, "source code string cannot contain null bytes");
  }
  return Status::Ok;
}

Status compile_source(ThreadState& thread, const std::string& source, const std::string& filename,
                      const CompileOptions& options, std::shared_ptr<const Code>& out) {
  DynamicCode& known = thread.interpreter.dynamic_code;
  std::string key{static_cast<char>('0' + static_cast<int>(options.mode)), options.names_in_locals ? 'l' : 'g'};
  key.append(std::to_string(options.future_features)).append(1, '\0');
  key.append(filename).append(1, '\0').append(source);
  out = known.find(key);
  if (out != nullptr) return Status::Ok;
  CompileResult compiled = compile(source, filename, options);
  if (compiled.error) {
    // What is wrong beyond the grammar is told without the line, which would be read from a file.
    std::string& line = compiled.error->text;
    if (compiled.parsed) line.clear();
    // CPython reads statements with the newline that the last one lacks, but no string behind it.
    const bool complete = line.empty() || line.ends_with('\n') || options.mode == CompileMode::Eval ||
                          compiled.error->message.starts_with("unterminated string");
    if (!complete) line += '\n';
    return raise_syntax_error(thread, *compiled.error, filename);
  }
  out = std::move(compiled.code);
  if (compiled.warnings.empty()) {
    known.add(key, out);
  } else {
    show_syntax_warnings(thread, compiled.warnings, filename);
  }
  return Status::Ok;
}

// The module whose names `globals` shows, made if it is a plain dict.
Module* module_of(ThreadState& thread, Dict* globals) {
  Interpreter& interpreter = thread.interpreter;
  Object* owner = live_owner(thread, globals);
  Module* module = owner != nullptr && owner->kind == Kind::Module ? static_cast<Module*>(owner) : nullptr;
  Value given;
  const bool named = dict_get_str(thread, globals, interpreter.names.builtins, given) && !given.is_none();
  const Value own = interpreter.dynamic_code.builtins_dict(thread);
  if (!named) dict_set_str(thread, globals, interpreter.names.builtins, own);
  if (module == nullptr) {
    Value name;
    dict_get_str(thread, globals, interpreter.names.name, name);
    module = interpreter.make_module(thread, interpreter.names.builtins);
    if (as_str(name) == nullptr) module->names->remove(interpreter.names.name);
    make_live(thread, globals, module);
  }
  if (named && given != own) module->builtins.store(as_dict(given) != nullptr ? given : Value::unbound());
  return module;
}

Status run_source(ThreadState& thread, Value* arguments, bool is_eval) {
  const char* function = is_eval ? "eval" : "exec";
  Source source;
  Status status = source_of(thread, arguments[0], function, "code", source);
  if (status != Status::Ok) return status;
  Frame* frame = program_frame(thread);
  Value globals = arguments[1], locals = arguments[2];
  if (!globals.is_none() && as_dict(globals) == nullptr) {
    return raise(thread, ExceptionType::TypeError,
                 is_eval ? std::string("globals must be a dict")
                         : text("exec() globals must be a dict, not ", type_name(thread, globals)));
  }
  const bool is_mapping = as_dict(locals) != nullptr ||
                          thread.lookup(class_of(thread, locals), thread.interpreter.names.getitem) != nullptr;
  if (!locals.is_none() && !is_mapping) {
    return raise(thread, ExceptionType::TypeError,
                 is_eval ? std::string("locals must be a mapping")
                         : text("locals must be a mapping or None, not ", type_name(thread, locals)));
  }
  if (globals.is_none()) {
    globals = frame_globals(thread, frame);
    if (locals.is_none()) locals = frame_locals(thread, frame);
  }
  if (locals.is_none()) locals = globals;
  std::shared_ptr<const Code> code;
  if (source.code != nullptr) {
    code = source.code->code->code;
    if (!code->free_names.empty()) {
      return raise(thread, ExceptionType::TypeError,
                   text("code object passed to ", function, "() may not contain free variables"));
    }
  } else {
    if (is_eval) source.text.erase(0, source.text.find_first_not_of(" \t"));
    CompileOptions options;
    options.mode = is_eval ? CompileMode::Eval : CompileMode::Exec;
    options.names_in_locals = !(locals == globals);
    options.future_features = thread.frame->code->code->future_features;
    status = compile_source(thread, source.text, "<string>", options, code);
    if (status != Status::Ok) return status;
  }
  Module* module = module_of(thread, as_dict(globals));
  LinkedCode* linked = thread.interpreter.dynamic_code.link(thread, code, module);
  status = push_frame(thread, linked, nullptr, thread.destination);
  if (status == Status::Pushed && code->names_in_locals) thread.frame->class_names = locals.as_object();
  return status;
}

Status int_argument(ThreadState& thread, Value value, std::int64_t& out) {
  const Status status = as_index(thread, value, out);
  if (status != Status::Fallback) return status;
  return raise(thread, ExceptionType::TypeError,
               text("'", type_name(thread, value), "' object cannot be interpreted as an integer"));
}

// compile()'s arguments flags, dont_inherit and optimize: what the code has of __future__, beside what it imports
// itself. Flags of other kinds are for syntax trees and prompts, and change nothing here.
Status compile_flags(ThreadState& thread, const Value* arguments, std::uint32_t& features) {
  constexpr std::int64_t kOtherFlags = 0x7610;
  std::int64_t flags = 0, optimize = 0;
  bool dont_inherit = false;
  Status status = int_argument(thread, arguments[3], flags);
  if (status == Status::Ok) status = truth(thread, arguments[4], dont_inherit);
  if (status == Status::Ok) status = int_argument(thread, arguments[5], optimize);
  if (status != Status::Ok) return status;
  if ((flags & ~(std::int64_t{kFutureFeatures} | kOtherFlags)) != 0) {
    return raise(thread, ExceptionType::ValueError, "compile(): unrecognised flags");
  }
  if (optimize < -1 || optimize > 2) {
    return raise(thread, ExceptionType::ValueError, "compile(): invalid optimize value");
  }
  features = static_cast<std::uint32_t>(flags) & kFutureFeatures;
  if (!dont_inherit) features |= thread.frame->code->code->future_features;
  return Status::Ok;
}

}  // namespace

Status eval_function(ThreadState& thread, Value* arguments, Value&) { return run_source(thread, arguments, true); }

Status exec_function(ThreadState& thread, Value* arguments, Value&) { return run_source(thread, arguments, false); }

// (source, filename, mode, flags, dont_inherit, optimize)
Status compile_function(ThreadState& thread, Value* arguments, Value& result) {
  Source source;
  Status status = source_of(thread, arguments[0], "compile", "AST", source);
  if (status != Status::Ok) return status;
  Str* filename = as_str(arguments[1]);
  if (filename == nullptr) {
    return raise(thread, ExceptionType::TypeError,
                 text("expected str, bytes or os.PathLike object, not ", type_name(thread, arguments[1])));
  }
  Str* mode = as_str(arguments[2]);
  if (mode == nullptr) {
    return raise(thread, ExceptionType::TypeError,
                 text("compile() argument 'mode' must be str, not ", type_name(thread, arguments[2])));
  }
  CompileOptions options;
  options.names_in_locals = true;
  status = compile_flags(thread, arguments, options.future_features);
  if (status != Status::Ok) return status;
  const std::string name = mode->to_utf8();
  if (name == "eval") {
    options.mode = CompileMode::Eval;
    source.text.erase(0, source.text.find_first_not_of(" \t"));
  } else if (name == "single") {
    options.mode = CompileMode::Single;
  } else if (name != "exec") {
    return raise(thread, ExceptionType::ValueError, "compile() mode must be 'exec', 'eval' or 'single'");
  }
  if (source.code != nullptr) {
    result = arguments[0];
    return Status::Ok;
  }
  std::shared_ptr<const Code> code;
  status = compile_source(thread, source.text, filename->to_utf8(), options, code);
  if (status != Status::Ok) return status;
  Module* module = program_module(thread);
  result = code_object(thread, thread.interpreter.dynamic_code.link(thread, code, module));
  return Status::Ok;
}

}  // namespace threadbook::python
