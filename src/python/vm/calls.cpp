#include "python/vm/calls.h"

#include <array>

#include "python/objects/exception_attributes.h"
#include "python/objects/operations.h"
#include "python/objects/weak_reference.h"
#include "python/vm/attributes.h"
#include "python/vm/class_builder.h"
#include "python/vm/generator.h"
#include "python/vm/instructions.h"
#include "python/vm/interpreter.h"
#include "python/vm/library_iterator.h"
#include "python/vm/special_attributes.h"
#include "python/vm/unwind.h"

namespace threadbook::python {

namespace {

// What the parameters of a Python function and of a builtin have in common.
struct Parameters {
  std::uint16_t positional_only, positional, keyword_only;
  bool var_args, var_kwargs;
  std::size_t count() const { return positional + keyword_only + std::size_t{var_args} + var_kwargs; }
};

std::string plural(std::size_t n, const char* word) { return std::to_string(n) + " " + word + (n == 1 ? "" : "s"); }

std::string list_names(const std::vector<std::string>& names) {
  std::string result;
  for (std::size_t i = 0; i < names.size(); ++i) {
    if (i > 0) result += names.size() == 2 ? " and " : i + 1 == names.size() ? ", and " : ", ";
    result += "'" + names[i] + "'";
  }
  return result;
}

// Puts positional and keyword arguments into the slots of their parameters. `name_of(i)` is the name
// of parameter i; `callable()` the words for messages, "f()". Slots without an argument stay Unbound.
template <class Callable, class NameOf, class TooMany>
Status place_arguments(ThreadState& thread, const Parameters& parameters, const Arguments& arguments, Value* slots,
                       Callable callable, NameOf name_of, TooMany too_many, bool native = false) {
  std::uint32_t given = arguments.positional();
  std::uint32_t direct = std::min<std::uint32_t>(given, parameters.positional);
  for (std::uint32_t i = 0; i < direct; ++i) slots[i] = arguments.values[i];
  std::size_t var_slot = parameters.positional + parameters.keyword_only;
  if (parameters.var_args) {
    std::span<const Value> rest(arguments.values + direct, given - direct);
    slots[var_slot] = Value::object(rest.empty() ? thread.interpreter.empty_tuple : python::make_tuple(thread, rest));
  }
  Dict* extra = nullptr;
  if (parameters.var_kwargs) {
    extra = make_dict(thread);
    slots[var_slot + (parameters.var_args ? 1 : 0)] = Value::object(extra);
  }
  std::uint32_t keywords = arguments.count - given;
  for (std::uint32_t k = 0; k < keywords; ++k) {
    auto* name = static_cast<Str*>(arguments.keywords->items[k].as_object());
    Value value = arguments.values[given + k];
    std::size_t found = SIZE_MAX;
    std::size_t named = parameters.positional + parameters.keyword_only;
    for (std::size_t i = parameters.positional_only; i < named && found == SIZE_MAX; ++i) {
      if (name_of(i) == name) found = i;  // names are interned, unless they come from a dict
    }
    for (std::size_t i = parameters.positional_only; i < named && found == SIZE_MAX; ++i) {
      if (equal(name_of(i), name)) found = i;
    }
    if (found != SIZE_MAX) {
      if (!slots[found].is_unbound()) {
        return raise(thread, ExceptionType::TypeError,
                     text(callable(), " got multiple values for argument '", name->to_utf8(), "'"));
      }
      slots[found] = value;
    } else if (extra != nullptr) {
      dict_set_str(thread, extra, name, value);
    } else {
      if (native) {
        return raise(thread, ExceptionType::TypeError,
                     text("'", name->to_utf8(), "' is an invalid keyword argument for ", callable()));
      }
      for (std::size_t i = 0; i < parameters.positional_only; ++i) {
        if (equal(name_of(i), name)) {
          return raise(thread, ExceptionType::TypeError,
                       text(callable(), " got some positional-only arguments passed as keyword arguments: '",
                            name->to_utf8(), "'"));
        }
      }
      return raise(thread, ExceptionType::TypeError,
                   text(callable(), " got an unexpected keyword argument '", name->to_utf8(), "'"));
    }
  }
  if (given > parameters.positional && !parameters.var_args) return too_many();
  return Status::Ok;
}

Status raise_missing(ThreadState& thread, const std::string& callable, const char* what,
                     const std::vector<std::string>& names) {
  return raise(thread, ExceptionType::TypeError,
               text(callable, " missing ", std::to_string(names.size()), " required ", what, " argument",
                    names.size() == 1 ? "" : "s", ": ", list_names(names)));
}

Status bind_function(ThreadState& thread, Function* function, const Arguments& arguments, Value* slots) {
  const Code& code = *function->code->code;
  Parameters parameters{code.positional_only, code.positional, code.keyword_only, code.has(Code::kVarArgs),
                        code.has(Code::kVarKeywords)};
  auto callable = [&] { return as_str(function->qualname.load())->to_utf8() + "()"; };
  const auto& names = function->code->local_names;
  Value defaults_value = function->defaults.load();
  Tuple* defaults = defaults_value.is_none() ? nullptr : static_cast<Tuple*>(defaults_value.as_object());
  std::uint32_t optional = defaults == nullptr ? 0 : defaults->length;
  std::uint32_t given = arguments.positional();
  bool simple =
      arguments.keywords == nullptr && given <= code.positional && !parameters.var_args && !parameters.var_kwargs;
  if (simple) {
    for (std::uint32_t i = 0; i < given; ++i) slots[i] = arguments.values[i];
  } else {
    Status status = place_arguments(
        thread, parameters, arguments, slots, callable, [&](std::size_t i) { return names[i]; },
        [&] {
          std::string expected;
          if (optional > 0) {
            expected = "from " + std::to_string(code.positional - optional) + " to " + std::to_string(code.positional) +
                       " positional arguments";
          } else {
            expected = plural(code.positional, "positional argument");
          }
          std::uint32_t keyword_only = 0;
          for (std::uint16_t i = 0; i < code.keyword_only; ++i) {
            if (!slots[code.positional + i].is_unbound()) ++keyword_only;
          }
          std::string got = std::to_string(given);
          if (keyword_only > 0) {
            got += std::string(" positional argument") + (given == 1 ? "" : "s") + " (and " +
                   plural(keyword_only, "keyword-only argument") + ")";
          }
          bool one = given == 1 && keyword_only == 0;
          return raise(thread, ExceptionType::TypeError,
                       text(callable(), " takes ", expected, " but ", got, one ? " was given" : " were given"));
        });
    if (status != Status::Ok) return status;
  }
  std::vector<std::string> missing;
  for (std::uint32_t i = 0; i < code.positional; ++i) {
    if (!slots[i].is_unbound()) continue;
    if (i + optional >= code.positional) {
      slots[i] = defaults->items[i + optional - code.positional];
    } else {
      missing.push_back(names[i]->to_utf8());
    }
  }
  if (!missing.empty()) return raise_missing(thread, callable(), "positional", missing);
  if (code.keyword_only > 0) {
    Value kwdefaults = function->kwdefaults.load();
    for (std::uint32_t i = code.positional; i < std::uint32_t{code.positional} + code.keyword_only; ++i) {
      if (!slots[i].is_unbound()) continue;
      Value value;
      if (Dict* dict = as_dict(kwdefaults); dict != nullptr && dict_get_str(thread, dict, names[i], value)) {
        slots[i] = value;
      } else {
        missing.push_back(names[i]->to_utf8());
      }
    }
    if (!missing.empty()) return raise_missing(thread, callable(), "keyword-only", missing);
  }
  return Status::Ok;
}

Status bind_native(ThreadState& thread, NativeFunction* native, const Arguments& arguments, Value* slots) {
  const Signature& signature = *native->signature;
  Parameters parameters{signature.positional_only, signature.positional, signature.keyword_only, signature.var_args,
                        signature.var_kwargs};
  // Builtins count their arguments without self.
  std::uint32_t hidden = native->owner != nullptr && !is_static_method(native) ? 1 : 0;
  std::uint32_t given = arguments.positional();
  // Words for messages; most calls need none. A constructor is called by its class's name.
  auto name = [&] {
    bool is_constructor = native->owner != nullptr && signature.name == thread.interpreter.names.new_;
    return (is_constructor ? native->owner->name : signature.name)->to_utf8();
  };
  // "list.append()", "time.sleep()" (the native part of a module is called "_time"), "len()".
  auto callable = [&] {
    if (native->owner != nullptr) return native->qualname->to_utf8() + "()";
    std::string module = native->module != nullptr ? native->module->to_utf8() : "builtins";
    if (module.starts_with('_') && module != "_thread") module.erase(0, 1);
    return (module == "builtins" || module == "engine" ? "" : module + ".") + name() + "()";
  };
  std::uint32_t required = 0;
  for (std::uint32_t i = 0; i < signature.positional; ++i) required += signature.parameters[i].required ? 1 : 0;
  std::uint32_t seen = given >= hidden ? given - hidden : 0;
  std::uint32_t least = required >= hidden ? required - hidden : 0;
  std::uint32_t most = signature.positional - hidden;
  if (hidden == 1 && given == 0) {
    return raise(thread, ExceptionType::TypeError,
                 text("unbound method ", native->qualname->to_utf8(), "() needs an argument"));
  }
  // The __new__ of a namedtuple: CPython makes it a function in Python, and it complains as one.
  bool is_record = native->owner != nullptr && !native->owner->has(Class::kBuiltin);
  auto wrong_count = [&]() -> Status {
    if (is_record) {
      std::string expected = required < signature.positional
                                 ? "from " + std::to_string(required) + " to " + std::to_string(signature.positional) +
                                       " positional arguments"
                                 : plural(signature.positional, "positional argument");
      return raise(thread, ExceptionType::TypeError,
                   text(callable(), " takes ", expected, " but ", std::to_string(given), given == 1 ? " was" : " were",
                        " given"));
    }
    if (signature.positional_only < signature.positional && seen > most) {
      return raise(thread, ExceptionType::TypeError,
                   text(name(), "() takes ", least == most ? "exactly " : "at most ", plural(most, "argument"), " (",
                        std::to_string(seen), " given)"));
    }
    if (least == most && most == 0) {
      return raise(thread, ExceptionType::TypeError,
                   text(callable(), " takes no arguments (", std::to_string(seen), " given)"));
    }
    if (least == most && most == 1 && signature.name != thread.interpreter.names.new_) {
      return raise(thread, ExceptionType::TypeError,
                   text(callable(), " takes exactly one argument (", std::to_string(seen), " given)"));
    }
    if (seen < least && (signature.keyword_only > 0 || signature.positional > signature.positional_only)) {
      return raise(thread, ExceptionType::TypeError,
                   text(callable(), " takes ", least == most ? "exactly " : "at least ",
                        plural(least, "positional argument"), " (", std::to_string(seen), " given)"));
    }
    std::string bound = least == most ? "" : seen < least ? "at least " : "at most ";
    std::uint32_t limit = seen < least ? least : most;
    return raise(thread, ExceptionType::TypeError,
                 text(name(), " expected ", bound, plural(limit, "argument"), ", got ", std::to_string(seen)));
  };
  if (arguments.keywords != nullptr && arguments.keywords->length > 0 && !signature.var_kwargs &&
      signature.keyword_only == 0 && signature.positional_only == signature.positional) {
    return raise(thread, ExceptionType::TypeError, text(callable(), " takes no keyword arguments"));
  }
  Status status = place_arguments(
      thread, parameters, arguments, slots, [&] { return is_record ? callable() : name() + "()"; },
      [&](std::size_t i) { return signature.parameters[i].name; }, wrong_count, !is_record);
  if (status != Status::Ok) return status;
  if (is_record) {
    std::vector<std::string> missing;
    for (std::size_t i = 0; i < signature.positional; ++i) {
      if (slots[i].is_unbound() && signature.parameters[i].required)
        missing.push_back(signature.parameters[i].name->to_utf8());
    }
    if (!missing.empty()) return raise_missing(thread, callable(), "positional", missing);
  }
  std::size_t named = signature.positional + signature.keyword_only;
  for (std::size_t i = 0; i < named; ++i) {
    if (!slots[i].is_unbound()) continue;
    if (signature.parameters[i].required) {
      if (i < signature.positional_only) return wrong_count();
      return raise(thread, ExceptionType::TypeError,
                   text(name(), "() missing required argument '", signature.parameters[i].name->to_utf8(), "' (pos ",
                        std::to_string(i + 1 - hidden), ")"));
    }
    slots[i] = signature.parameters[i].fallback;
  }
  return Status::Ok;
}

// A call's arguments with one more value in front.
class Prepended {
 public:
  Prepended(Value first, const Arguments& rest) {
    Value* values = inline_.data();
    if (rest.count + 1 > inline_.size()) {
      large_.resize(rest.count + 1);
      values = large_.data();
    }
    values[0] = first;
    for (std::uint32_t i = 0; i < rest.count; ++i) values[i + 1] = rest.values[i];
    arguments_ = {values, rest.count + 1, rest.keywords};
  }
  const Arguments& get() const { return arguments_; }

 private:
  std::array<Value, 12> inline_;
  std::vector<Value> large_;
  Arguments arguments_{};
};

// Copies the arguments, and the defaults of those left out, if that is all there is to do.
bool bind_plainly(Function* function, const Arguments& arguments, Value* registers) {
  std::uint32_t wanted = function->code->plain_arguments;
  if (wanted == LinkedCode::kNotPlain || arguments.keywords != nullptr || arguments.count > wanted) return false;
  if (std::uint32_t missing = wanted - arguments.count; missing > 0) {
    Value defaults = function->defaults.load();
    if (!is_kind(defaults, Kind::Tuple)) return false;
    std::span<const Value> values = static_cast<Tuple*>(defaults.as_object())->view();
    if (values.size() < missing) return false;
    std::copy_n(values.end() - missing, missing, registers + arguments.count);
  }
  std::copy_n(arguments.values, arguments.count, registers);
  return true;
}

Status call_function(ThreadState& thread, Function* function, const Arguments& arguments,
                     const Destination& destination, Value& result) {
  Status status = push_frame(thread, function->code, function, destination);
  if (status != Status::Pushed) return status;
  if (bind_plainly(function, arguments, thread.frame->registers)) return Status::Pushed;
  try {
    status = bind_function(thread, function, arguments, thread.frame->registers);
  } catch (...) {
    pop_frame(thread);
    throw;
  }
  if (status != Status::Ok) {
    pop_frame(thread);
    return status;
  }
  if (function->code->code->has(Code::kGenerator)) {
    result = Value::object(make_generator(thread));
    return Status::Ok;
  }
  return Status::Pushed;
}

}  // namespace

Status finish_native(ThreadState& thread, NativeFunction* native, Value* slots, const Destination& destination,
                     Status status, Value& result) {
  if (status == Status::Wait) {
    thread.wait_destination = destination;
    return status;
  }
  if (status != Status::Fallback) return status;
  Function* fallback = native->fallback.load(std::memory_order_acquire);
  if (fallback == nullptr) {
    std::string name = native->qualname->to_utf8();
    std::size_t dot = name.find('.');
    if (dot == std::string::npos) {
      std::string module = native->module->to_utf8();
      name = (module.starts_with("_") ? module.substr(1) : module) + "__" + name;
    } else {
      std::string method = name.substr(dot + 1);
      name = name.substr(0, dot) + "__" + (method == "__new__" ? "new" : method);
    }
    fallback = library_function(thread, name);
    native->fallback.store(fallback, std::memory_order_release);
  }
  status = push_frame(thread, fallback->code, fallback, destination);
  if (status != Status::Pushed) return status;
  std::size_t count = std::min<std::size_t>(native->signature->slots(), fallback->code->code->parameters);
  for (std::size_t i = 0; i < count; ++i) thread.frame->registers[i] = slots[i];
  // What was left out takes the library function's own defaults.
  status = bind_function(thread, fallback, {thread.frame->registers, 0, nullptr}, thread.frame->registers);
  if (status != Status::Ok) {
    pop_frame(thread);
    return status;
  }
  if (fallback->code->code->has(Code::kGenerator)) {
    result = Value::object(make_generator(thread));
    return Status::Ok;
  }
  return Status::Pushed;
}

Status call_native(ThreadState& thread, NativeFunction* native, const Arguments& arguments,
                   const Destination& destination, Value& result) {
  const Signature& signature = *native->signature;
  if (signature.is_simple && arguments.count == signature.positional && arguments.keywords == nullptr) {
    return run_native(thread, native, arguments.values, destination, result);
  }
  std::array<Value, 12> inline_slots;
  if (arguments.keywords == nullptr && !signature.var_kwargs && signature.slots() <= inline_slots.size() &&
      (signature.var_args || arguments.count <= signature.positional)) {
    // Nothing but defaults and *args to fill in, unless a required argument is missing.
    std::size_t given = std::min<std::size_t>(arguments.count, signature.positional);
    std::size_t named = signature.positional + signature.keyword_only;
    std::size_t i = 0;
    for (; i < given; ++i) inline_slots[i] = arguments.values[i];
    for (; i < named && !signature.parameters[i].required; ++i) inline_slots[i] = signature.parameters[i].fallback;
    if (i == named) {
      if (signature.var_args) {
        std::span<const Value> rest(arguments.values + given, arguments.count - given);
        inline_slots[named] =
            Value::object(rest.empty() ? thread.interpreter.empty_tuple : python::make_tuple(thread, rest));
      }
      return run_native(thread, native, inline_slots.data(), destination, result);
    }
    inline_slots.fill(Value::unbound());
  }
  std::vector<Value> large;
  Value* slots = inline_slots.data();
  if (signature.slots() > inline_slots.size()) {
    large.resize(signature.slots());
    slots = large.data();
  }
  Status status = bind_native(thread, native, arguments, slots);
  if (status != Status::Ok) return status;
  return run_native(thread, native, slots, destination, result);
}

namespace {

Status raise_not_callable(ThreadState& thread, Value callable) {
  return raise(thread, ExceptionType::TypeError, text("'", type_name(thread, callable), "' object is not callable"));
}

// Is `name` in the class defined by Python code?
Function* python_method(ThreadState& thread, Class* cls, Str* name) {
  Cell* cell = thread.lookup(cls, name);
  if (cell == nullptr) return nullptr;
  Value value = cell->value.load();
  if (is_kind(value, Kind::StaticMethod)) value = static_cast<MethodWrapper*>(value.as_object())->function;
  return is_kind(value, Kind::Function) ? static_cast<Function*>(value.as_object()) : nullptr;
}

Status construct_in_python(ThreadState& thread, Class* cls, const Arguments& arguments, const Destination& destination,
                           Value& result) {
  Tuple* positional = make_tuple(thread, {arguments.values, arguments.positional()});
  Dict* keywords = make_dict(thread);
  for (std::uint32_t i = arguments.positional(); i < arguments.count; ++i) {
    auto* name = static_cast<Str*>(arguments.keywords->items[i - arguments.positional()].as_object());
    dict_set_str(thread, keywords, name, arguments.values[i]);
  }
  return call_library(thread, "operation__construct",
                      {Value::object(cls), Value::object(positional), Value::object(keywords)}, destination, result);
}

}  // namespace

Status construct(ThreadState& thread, Class* cls, const Arguments& arguments, const Destination& destination,
                 Value& result) {
  Interpreter& interpreter = thread.interpreter;
  if (cls->has(Class::kAbstract)) {
    Value names = cls->names.get(interpreter.names.abstract_methods);
    return call_library(thread, "operation__abstract", {Value::object(cls), names}, destination, result);
  }
  bool is_builtin = cls->has(Class::kBuiltin);
  if (is_builtin && cls->construct != nullptr) {
    Prepended with_class(Value::object(cls), arguments);
    return call_native(thread, cls->construct, with_class.get(), destination, result);
  }
  Function* init = is_builtin ? nullptr : python_method(thread, cls, interpreter.names.init);
  bool store = destination.action == ReturnAction::Store;
  bool is_metaclass = cls->instance_kind == Kind::Class;  // making a class may take Python code
  if (!is_builtin &&
      (is_metaclass || python_method(thread, cls, interpreter.names.new_) != nullptr || (init != nullptr && !store))) {
    return construct_in_python(thread, cls, arguments, destination, result);
  }
  Status status = make_object(thread, cls, arguments, init != nullptr, result);
  if (status == Status::Fallback) return construct_in_python(thread, cls, arguments, destination, result);
  if (status != Status::Ok || init == nullptr) return status;
  Value self = result;
  Prepended with_self(self, arguments);
  Destination finish{ReturnAction::Instance, destination.reg, self};
  status = call_function(thread, init, with_self.get(), finish, result);
  if (status == Status::Ok) {
    // A generator function: CPython wants None from __init__.
    return raise(thread, ExceptionType::TypeError, "__init__() should return None, not 'generator'");
  }
  return status;
}

// An instance of `cls` before its __init__ in Python: the part of construction C++ does.
Status make_object(ThreadState& thread, Class* cls, const Arguments& arguments, bool has_init, Value& result) {
  Interpreter& interpreter = thread.interpreter;
  switch (cls->instance_kind) {
    case Kind::Class: {
      Prepended with_class(Value::object(cls), arguments);
      return call_native_now(thread, cls->construct, with_class.get(), result);
    }
    case Kind::Exception: {
      Tuple* args = arguments.positional() == 0 ? interpreter.empty_tuple
                                                : make_tuple(thread, {arguments.values, arguments.positional()});
      // An __init__ in Python is handed the keywords by the call; they are its business then.
      Status status = new_exception(thread, cls, args, has_init ? nullptr : arguments.keywords,
                                    arguments.values + arguments.positional(), result);
      if (status == Status::Ok && cls->has(Class::kHasFarewell)) thread.heap.expect_farewell(result.as_object());
      return status;
    }
    case Kind::Instance:
      if (arguments.count > 0 && !has_init) {
        return raise(thread, ExceptionType::TypeError, text(cls->name->to_utf8(), "() takes no arguments"));
      }
      if (cls == interpreter.cls(BuiltinClass::Object)) {
        result = Value::object(make_instance(thread, cls));
        return Status::Ok;
      }
      result = Value::object(make_instance(thread, cls));
      return Status::Ok;
    default: break;
  }
  if (cls->construct == nullptr) {
    return raise(thread, ExceptionType::TypeError, text("cannot create '", cls->name->to_utf8(), "' instances"));
  }
  if (!cls->construct->owner->has(Class::kBuiltin)) {  // a namedtuple
    Prepended with_class(Value::object(cls), arguments);
    return call_native_now(thread, cls->construct, with_class.get(), result);
  }
  // A subclass of a builtin class: make the plain value, then give it the class.
  bool is_mutable = cls->instance_kind == Kind::List || cls->instance_kind == Kind::Dict ||
                    cls->instance_kind == Kind::Set || cls->instance_kind == Kind::Property ||
                    cls->instance_kind == Kind::Deque;
  Arguments own = arguments;
  if (has_init && is_mutable) own = {nullptr, 0, nullptr};
  Class* plain = cls;
  while (!plain->has(Class::kBuiltin)) plain = plain->base;
  Prepended with_class(Value::object(plain), own);
  Status status = call_native_now(thread, cls->construct, with_class.get(), result);
  if (status == Status::Ok && plain != cls) adopt_class(thread, cls, result);
  return status;
}

// `value` is a new plain list, int, …: makes it an instance of the subclass `cls`.
void adopt_class(ThreadState& thread, Class* cls, Value& value) {
  if (cls->instance_kind == Kind::WeakReference)
    value = Value::object(copy_weak_reference(thread, as_weak_reference(value)));
  if (cls->instance_kind == Kind::Boxed) {
    auto* boxed = thread.heap.make<Boxed>(Kind::Boxed, cls->root_shape->id, 0);
    boxed->more.store(nullptr, std::memory_order_relaxed);
    boxed->payload = unbox(value);
    value = Value::object(boxed);
  } else {
    value.as_object()->shape.store(cls->root_shape->id, std::memory_order_release);
  }
  if (cls->has(Class::kHasFarewell)) thread.heap.expect_farewell(value.as_object());
}

Status call_native_now(ThreadState& thread, NativeFunction* native, const Arguments& arguments, Value& result) {
  std::vector<Value> slots(native->signature->slots());
  Status status = bind_native(thread, native, arguments, slots.data());
  if (status != Status::Ok) return status;
  return native->function(thread, slots.data(), result);
}

namespace {

// list.append(5, 1): a method of a builtin class trusts what its self is, so that must be looked at. (The
// views of an OrderedDict share a dict's methods.)
bool accepts_self(ThreadState& thread, const NativeFunction* native, const Arguments& arguments) {
  const Class* owner = native->owner;
  const auto& parameters = native->signature->parameters;
  if (owner == nullptr || arguments.positional() == 0 || parameters.empty()) return true;
  if (parameters[0].name != thread.interpreter.names.self) return true;
  Value self = arguments.values[0];
  if (owner->instance_kind == Kind::DictView && is_kind(self, Kind::DictView)) return true;
  return class_of(thread, self)->derives_from(owner);
}

}  // namespace

Status call(ThreadState& thread, Value callable, const Arguments& arguments, const Destination& destination,
            Value& result) {
  if (!callable.is_object()) return raise_not_callable(thread, callable);
  Object* target = callable.as_object();
  switch (target->kind) {
    case Kind::Function: return call_function(thread, static_cast<Function*>(target), arguments, destination, result);
    case Kind::NativeFunction: {
      auto* native = static_cast<NativeFunction*>(target);
      if (!accepts_self(thread, native, arguments)) {
        return raise(thread, ExceptionType::TypeError,
                     text("descriptor '", native->signature->name->to_utf8(), "' for '", native->owner->name->to_utf8(),
                          "' objects doesn't apply to a '", type_name(thread, arguments.values[0]), "' object"));
      }
      return call_native(thread, native, arguments, destination, result);
    }
    case Kind::BoundMethod: {
      auto* method = static_cast<BoundMethod*>(target);
      Prepended with_self(method->self, arguments);
      return call(thread, method->function, with_self.get(), destination, result);
    }
    case Kind::Class: {
      auto* cls = static_cast<Class*>(target);
      if (cls->has(Class::kCustomMetaclass)) {
        Cell* cell = thread.lookup(class_of(thread, callable), thread.interpreter.names.call);
        Value method = cell == nullptr ? Value::none() : cell->value.load();
        if (is_kind(method, Kind::Function)) {
          Prepended with_class(callable, arguments);
          return call(thread, method, with_class.get(), destination, result);
        }
      }
      return construct(thread, cls, arguments, destination, result);
    }
    case Kind::StaticMethod:
      return call(thread, static_cast<MethodWrapper*>(target)->function, arguments, destination, result);
    case Kind::Partial: return call_partial(thread, static_cast<Partial*>(target), arguments, destination, result);
    case Kind::CallCache: return call_cached(thread, static_cast<CallCache*>(target), arguments, destination, result);
    default: {
      Cell* cell = thread.lookup(class_of(thread, callable), thread.interpreter.names.call);
      if (cell == nullptr) return raise_not_callable(thread, callable);
      Prepended with_self(callable, arguments);
      return call(thread, cell->value.load(), with_self.get(), destination, result);
    }
  }
}

CollectedArguments::CollectedArguments(ThreadState& thread, Value positional, Value keywords) {
  auto* tuple = static_cast<Tuple*>(positional.as_object());
  values_.assign(tuple->items, tuple->items + tuple->length);
  Tuple* names = nullptr;
  auto entries = dict_snapshot(thread, static_cast<Dict*>(keywords.as_object()));
  if (!entries.empty()) {
    names = make_tuple(thread, static_cast<std::uint32_t>(entries.size()));
    for (std::size_t i = 0; i < entries.size(); ++i) {
      names->items[i] = unbox(entries[i].key);
      values_.push_back(entries[i].value);
    }
  }
  arguments_ = {values_.data(), static_cast<std::uint32_t>(values_.size()), names};
}

Status tail_call(ThreadState& thread, Value callable, std::initializer_list<Value> arguments, Value& result) {
  std::vector<Value> values(arguments);
  Destination destination = thread.destination;
  return call(thread, callable, {values.data(), static_cast<std::uint32_t>(values.size())}, destination, result);
}

Function* library_function(ThreadState& thread, std::string_view name) {
  Interpreter& interpreter = thread.interpreter;
  Value value = interpreter.library->names->get(interpreter.intern(name));
  assert(is_kind(value, Kind::Function) && "the library lacks a fallback");
  return static_cast<Function*>(value.as_object());
}

Status call_library(ThreadState& thread, std::string_view name, std::initializer_list<Value> arguments,
                    const Destination& destination, Value& result) {
  std::vector<Value> values(arguments);
  return call_function(thread, library_function(thread, name),
                       {values.data(), static_cast<std::uint32_t>(values.size())}, destination, result);
}

Status raise_too_deep(ThreadState& thread) {
  return raise(thread, ExceptionType::RecursionError, "maximum recursion depth exceeded");
}

void grow_stack(ThreadState& thread, std::size_t count) {
  thread.stack[thread.stack_chunk].top = thread.stack_top;
  ++thread.stack_chunk;
  if (thread.stack_chunk == thread.stack.size()) {
    std::size_t size = std::max({count, thread.stack.back().size * 2, thread.least_chunk});
    thread.stack.push_back({std::make_unique<Value[]>(size), size, nullptr});
  } else if (thread.stack[thread.stack_chunk].size < count) {
    thread.stack[thread.stack_chunk] = {std::make_unique<Value[]>(count), count, nullptr};
  }
  thread.stack_top = thread.stack[thread.stack_chunk].values.get();
  thread.stack_end = thread.stack_top + thread.stack[thread.stack_chunk].size;
}

Generator* make_generator(ThreadState& thread) {
  Frame* frame = thread.frame;
  std::uint32_t count = frame->code->code->registers;
  Generator* generator;
  try {
    generator = thread.heap.make<Generator>(Kind::Generator, thread.interpreter.shape(BuiltinClass::Generator),
                                            count * sizeof(Value));
  } catch (...) {
    pop_frame(thread);
    throw;
  }
  generator->state.store(GeneratorState::Created, std::memory_order_relaxed);
  generator->delegating = false;
  generator->resumed = false;
  generator->frame_object = nullptr;
  generator->recipe = nullptr;
  generator->cursors.store(nullptr, std::memory_order_relaxed);
  generator->registers = count;
  generator->name = as_str(frame->function->name.load());
  generator->qualname = as_str(frame->function->qualname.load());
  generator->frame = *frame;
  generator->frame.registers = generator->storage;
  generator->frame.generator = generator;
  generator->frame.caller = nullptr;
  generator->frame.destination = {};
  for (std::uint32_t i = 0; i < count; ++i) generator->storage[i] = frame->registers[i];
  if (generator->frame.code->may_end_unfinished) thread.heap.expect_farewell(generator);
  pop_frame(thread);
  return generator;
}

Status resume_generator(ThreadState& thread, Generator* generator, Value sent, const Destination& destination) {
  Generator* const first = generator;
  GeneratorState state = generator->state.load(std::memory_order_acquire);
  for (;;) {
    if (state == GeneratorState::Running || state == GeneratorState::Finished) [[unlikely]] {
      if (first->recipe != nullptr) {
        Status status = another_cursor(thread, first, generator);
        if (status != Status::Ok) return status;
        state = generator->state.load(std::memory_order_acquire);
        continue;
      }
      if (state == GeneratorState::Finished) return Status::Ok;  // nothing to run: the caller ends it
      return raise(thread, ExceptionType::ValueError, "generator already executing");
    }
    if (state == GeneratorState::Created && !sent.is_none() && !sent.is_unbound()) {
      return raise(thread, ExceptionType::TypeError, "can't send non-None value to a just-started generator");
    }
    if (thread.depth >= thread.interpreter.recursion_limit.load(std::memory_order_relaxed))
      return raise_too_deep(thread);
    if (!thread.parallel) {
      generator->state.store(GeneratorState::Running, std::memory_order_relaxed);
      break;
    }
    if (generator->state.compare_exchange_strong(state, GeneratorState::Running, std::memory_order_acq_rel)) break;
  }
  Frame& frame = generator->frame;
  generator->resumed = true;
  frame.caller = thread.frame;
  frame.destination = destination;
  if (state == GeneratorState::Suspended && !sent.is_unbound()) {
    if (generator->delegating) {
      frame.registers[frame.pc->c] = sent;
    } else {
      frame.registers[frame.pc[-1].a] = sent;
    }
  }
  // frames[depth] must exist for what this frame calls.
  if (thread.depth >= thread.frames.size()) thread.frames.push_back(std::make_unique<Frame>());
  ++thread.depth;
  thread.frame = &frame;
  return Status::Pushed;
}

Status send_to_generator(ThreadState& thread, Value generator, Value sent) {
  Destination destination = thread.destination;
  destination.action = ReturnAction::GeneratorNext;
  Status status = resume_generator(thread, static_cast<Generator*>(generator.as_object()), sent, destination);
  return status == Status::Ok ? raise_stop_iteration(thread) : status;
}

}  // namespace threadbook::python
