#include "python/vm/instructions.h"

#include "python/objects/container_support.h"
#include "python/objects/exception_attributes.h"
#include "python/objects/representation.h"
#include "python/vm/attributes.h"
#include "python/vm/frame_object.h"
#include "python/vm/generator.h"
#include "python/vm/inline_cache.h"
#include "python/vm/interpreter.h"
#include "python/vm/special_methods.h"
#include "python/vm/tracing.h"
#include "python/vm/unwind.h"

namespace threadbook::python {

Status raise_unbound_local(ThreadState& thread, Str* name) {
  return raise(thread, ExceptionType::UnboundLocalError,
               text("cannot access local variable '", name->to_utf8(), "' where it is not associated with a value"));
}

Status raise_unbound_cell(ThreadState& thread, Frame* frame, std::uint16_t reg, Str* name) {
  if (reg < frame->code->code->first_free) return raise_unbound_local(thread, name);
  return raise_name_error(thread, ExceptionType::NameError,
                          text("cannot access free variable '", name->to_utf8(),
                               "' where it is not associated with a value in enclosing scope"),
                          name);
}

Status raise_undefined(ThreadState& thread, Str* name) {
  return raise_name_error(thread, ExceptionType::NameError, text("name '", name->to_utf8(), "' is not defined"), name);
}

namespace {

// What a name that is no global of `module` means there; Unbound: nothing.
Value builtin_value(ThreadState& thread, Module* module, Str* name) {
  Value out;
  if (Value own = module->builtins.load(); !own.is_unbound()) [[unlikely]] {
    return dict_get_str(thread, as_dict(own), name, out) ? out : Value::unbound();
  }
  Cell* cell = thread.interpreter.builtins.find(name);
  return cell == nullptr ? Value::unbound() : cell->value.load();
}

}  // namespace

bool load_builtin(ThreadState& thread, LinkedCode* code, std::uint16_t global, Value& out) {
  Str* name = code->global_names[global];
  if (!code->module->builtins.load().is_unbound()) [[unlikely]] {
    out = builtin_value(thread, code->module, name);
    if (out.is_unbound()) raise_undefined(thread, name);
    return !out.is_unbound();
  }
  Cell* cell = thread.interpreter.builtins.find(name);
  if (cell == nullptr || cell->value.load().is_unbound()) {
    raise_undefined(thread, name);
    return false;
  }
  code->builtins[global].store(cell, std::memory_order_release);
  out = cell->value.load();
  return true;
}

namespace {

// The names of a class body if they are a plain dict; nullptr if a __prepare__ gave something else.
Dict* plain_names(ThreadState& thread, Object* names) {
  bool plain = names->kind == Kind::Dict &&
               names->shape.load(std::memory_order_relaxed) == thread.interpreter.shape(BuiltinClass::Dict);
  return plain ? static_cast<Dict*>(names) : nullptr;
}

}  // namespace

Status load_name(ThreadState& thread, Frame* frame, std::uint16_t place, Str* name, bool is_cell,
                 const Destination& destination, Value& out) {
  Object* names = frame->class_names;
  Dict* plain = names == nullptr ? nullptr : plain_names(thread, names);
  if (plain != nullptr && dict_get_str(thread, plain, name, out)) return Status::Ok;
  Value outer = is_cell ? static_cast<Cell*>(frame->registers[place].as_object())->value.load()
                        : frame->code->globals[place]->value.load();
  if (outer.is_unbound() && !is_cell) {
    outer = builtin_value(thread, frame->code->module, name);
  }
  if (names != nullptr && plain == nullptr) {
    if (outer.is_unbound()) outer = Value::not_implemented();
    return call_library(thread, "operation__load_name", {Value::object(names), Value::object(name), outer}, destination,
                        out);
  }
  out = outer;
  if (!out.is_unbound()) return Status::Ok;
  return is_cell ? raise_unbound_cell(thread, frame, place, name) : raise_undefined(thread, name);
}

Status store_name(ThreadState& thread, Frame* frame, Str* name, Value value) {
  Object* names = frame->class_names;
  Value key = Value::object(name);
  Value out;
  if (Dict* plain = plain_names(thread, names)) {
    if (!value.is_unbound()) {
      dict_set_str(thread, plain, name, value);
    } else if (dict_delete(thread, plain, key, hash_of(name), out) != Lookup::Found) {
      return raise_undefined(thread, name);
    }
    return Status::Ok;
  }
  const Destination nowhere{ReturnAction::Discard, 0, {}};
  if (value.is_unbound()) {
    return call_library(thread, "operation__delete_name", {Value::object(names), key}, nowhere, out);
  }
  return call_library(thread, "operation__setitem", {Value::object(names), key, value}, nowhere, out);
}

Status setup_annotations(ThreadState& thread, Frame* frame, std::uint16_t place, Str* name) {
  Object* names = frame->class_names;
  Value known;
  if (names == nullptr) {
    auto& variable = frame->code->globals[place]->value;
    if (variable.load().is_unbound()) variable.store(Value::object(make_dict(thread)));
  } else if (Dict* plain = plain_names(thread, names)) {
    if (!dict_get_str(thread, plain, name, known)) dict_set_str(thread, plain, name, Value::object(make_dict(thread)));
  } else {
    return call_library(thread, "operation__setup_annotations", {Value::object(names)}, {ReturnAction::Discard, 0, {}},
                        known);
  }
  return Status::Ok;
}

Status binary(ThreadState& thread, BinaryOp op, Value a, Value b, bool in_place, std::uint16_t reg, Value& out) {
  Status status = binary_op(thread, op, a, b, in_place, out);
  return status == Status::Fallback ? call_binary(thread, op, a, b, in_place, reg, out) : status;
}

Status next_item(ThreadState& thread, Value iterator, const Destination& destination, Value& out) {
  if (is_kind(iterator, Kind::Generator)) {
    Status status = resume_generator(thread, static_cast<Generator*>(iterator.as_object()), Value::none(), destination);
    if (status == Status::Ok) out = Value::unbound();
    return status;
  }
  Cell* next = thread.lookup(class_of(thread, iterator), thread.interpreter.names.next);
  if (next == nullptr) {
    return raise(thread, ExceptionType::TypeError,
                 text("'", type_name(thread, iterator), "' object is not an iterator"));
  }
  Value arguments[] = {iterator};
  Status status = call(thread, next->value.load(), {arguments, 1, nullptr}, destination, out);
  if (status == Status::Raised) {
    auto* exception = static_cast<Exception*>(thread.exception.as_object());
    if (matches(exception, thread.interpreter.cls(ExceptionType::StopIteration))) {
      thread.exception = Value::unbound();
      out = Value::unbound();
      return Status::Ok;
    }
  }
  return status;
}

namespace {

Status raise_unpack_count(ThreadState& thread, std::size_t have, std::uint16_t want) {
  if (have > want) {
    return raise(thread, ExceptionType::ValueError,
                 text("too many values to unpack (expected ", std::to_string(want), ")"));
  }
  return raise(
      thread, ExceptionType::ValueError,
      text("not enough values to unpack (expected ", std::to_string(want), ", got ", std::to_string(have), ")"));
}

bool is_builtin_iterable(Value value) {
  if (!value.is_object()) return false;
  switch (value.as_object()->kind) {
    case Kind::List:
    case Kind::Tuple:
    case Kind::Str:
    case Kind::Deque:
    case Kind::Dict:
    case Kind::Set:
    case Kind::Range:
    case Kind::Bytes:
    case Kind::DictView:
    case Kind::Iterator: return true;
    default: return false;
  }
}

}  // namespace

Status unpack(ThreadState& thread, Value value, Value* first, std::uint16_t count) {
  if (Tuple* tuple = as_tuple(value)) {
    if (tuple->length != count) return raise_unpack_count(thread, tuple->length, count);
    for (std::uint16_t i = 0; i < count; ++i) first[i] = tuple->items[i];
    return Status::Ok;
  }
  std::vector<Value> items;
  if (List* list = as_list(value)) {
    items = list_snapshot(thread, list);
  } else {
    if (is_kind(value, Kind::Iterator) || is_kind(value, Kind::Range)) return Status::Fallback;  // perhaps long
    Status status = collect(thread, value, items);
    if (status == Status::Raised && !is_builtin_iterable(value)) {
      return raise(thread, ExceptionType::TypeError,
                   text("cannot unpack non-iterable ", type_name(thread, value), " object"));
    }
    if (status != Status::Ok) return status;
  }
  if (items.size() != count) return raise_unpack_count(thread, items.size(), count);
  for (std::uint16_t i = 0; i < count; ++i) first[i] = items[i];
  return Status::Ok;
}

Status unpack_starred(ThreadState& thread, Value value, Value* first, std::uint16_t before, std::uint16_t after) {
  std::vector<Value> items;
  Status status = collect(thread, value, items);
  if (status == Status::Raised && !is_builtin_iterable(value)) {
    return raise(thread, ExceptionType::TypeError,
                 text("cannot unpack non-iterable ", type_name(thread, value), " object"));
  }
  if (status != Status::Ok) return status;
  std::size_t fixed = std::size_t{before} + after;
  if (items.size() < fixed) {
    return raise(thread, ExceptionType::ValueError,
                 text("not enough values to unpack (expected at least ", std::to_string(fixed), ", got ",
                      std::to_string(items.size()), ")"));
  }
  std::span<const Value> all(items);
  std::size_t middle = items.size() - fixed;
  List* rest = make_list(thread, all.subspan(before, middle));
  for (std::uint16_t i = 0; i < before; ++i) first[i] = items[i];
  first[before] = Value::object(rest);
  for (std::uint16_t i = 0; i < after; ++i) first[before + 1 + i] = items[before + middle + i];
  return Status::Ok;
}

namespace {

// Notes in the cache what `found` says, if it holds for all objects of the same shape.
// `cell_kind`: what the attribute's cell in the class is to the object.
void remember(ThreadState& thread, Frame* frame, std::uint16_t cache, Object* object, const AttributeResult& found,
              CacheKind cell_kind = CacheKind::Cell) {
  Interpreter& interpreter = thread.interpreter;
  std::uint32_t epoch = interpreter.epoch.load(std::memory_order_acquire);
  if (epoch >= kEpochBits) return;
  ShapeId shape = object->shape.load(std::memory_order_acquire);
  std::uint64_t word = 0;
  if (found.how == AttributeResult::How::Slot) {
    word = cache_word(shape, epoch, CacheKind::Slot, static_cast<std::uint16_t>(found.slot));
  } else if (found.how == AttributeResult::How::ClassCell) {
    std::uint16_t number = interpreter.cell_numbers.of(found.cell);
    if (number == 0) return;
    word = cache_word(shape, epoch, cell_kind, number);
  } else {
    return;
  }
  frame->code->caches[cache].add(word);
}

}  // namespace

Status load_attribute_caching(ThreadState& thread, Frame* frame, std::uint16_t object, std::uint16_t cache,
                              const Destination& destination, Value& out) {
  Value target = frame->registers[object];
  Str* name = frame->code->cache_names[cache];
  AttributeResult found = find_attribute(thread, target, name);
  if (found.kind == AttributeResult::Kind::Value) {
    // A method read as an attribute is a new object each time: nothing to remember.
    bool as_it_is = found.how != AttributeResult::How::ClassCell || found.cell->value.load() == found.value;
    if (target.is_object() && as_it_is) remember(thread, frame, cache, target.as_object(), found);
    out = found.value;
    return Status::Ok;
  }
  // With a __getattr__ a getter's AttributeError is not the end of it.
  if (found.kind == AttributeResult::Kind::Getter && found.cell != nullptr && target.is_object() &&
      !class_of(thread, target)->has(Class::kHasGetattr)) {
    remember(thread, frame, cache, target.as_object(), found, CacheKind::Getter);
  }
  return load_attribute(thread, target, name, destination, out);
}

Status store_attribute_caching(ThreadState& thread, Frame* frame, Value object, std::uint16_t cache, Value value,
                               const Destination& destination, Value& out) {
  Str* name = frame->code->cache_names[cache];
  bool is_instance = is_kind(object, Kind::Instance);
  ShapeId before = is_instance ? object.as_object()->shape.load(std::memory_order_acquire) : 0;
  Status status = store_attribute(thread, object, name, value, destination, out);
  if (status != Status::Ok || !is_instance) return status;
  Class* cls = class_of(thread, object);
  if (cls->has(Class::kHasSetattr)) return status;
  Cell* in_class = thread.lookup(cls, name);
  if (in_class != nullptr && !is_kind(in_class->value.load(), Kind::Member)) return status;
  Shape* shape = thread.interpreter.shapes.get(object.as_object()->shape.load(std::memory_order_acquire));
  AttributeResult found{AttributeResult::Kind::Value, value, Value::unbound()};
  found.how = AttributeResult::How::Slot;
  found.slot = shape->find(name);
  if (found.slot < 0) return status;
  bool is_last = static_cast<std::size_t>(found.slot) + 1 == shape->names.size();
  if (shape->id == before) {
    remember(thread, frame, cache, object.as_object(), found);
  } else if (is_last && shape->parent == before && shape->id <= 0xFFFF) {
    // The next object of the old shape will get the attribute, and the new shape, the same way.
    std::uint32_t epoch = thread.interpreter.epoch.load(std::memory_order_acquire);
    if (epoch < kEpochBits) {
      frame->code->caches[cache].add(
          cache_word(before, epoch, CacheKind::NewSlot, static_cast<std::uint16_t>(shape->id)));
    }
  }
  return status;
}

Status load_method_caching(ThreadState& thread, Frame* frame, std::uint16_t object, std::uint16_t cache,
                           std::uint16_t to) {
  Value target = frame->registers[object];
  Value* R = frame->registers;
  Str* name = frame->code->cache_names[cache];
  AttributeResult found = find_attribute(thread, target, name, true);
  if (found.kind == AttributeResult::Kind::Value) {
    bool method = !found.self.is_unbound();
    bool plain = found.how == AttributeResult::How::ClassCell && found.cell->value.load() == found.value;
    if (target.is_object() && plain && (!method || found.self == target)) {
      remember(thread, frame, cache, target.as_object(), found, method ? CacheKind::Method : CacheKind::Cell);
    }
    R[to] = found.value;
    R[to + 1] = found.self;
    return Status::Ok;
  }
  R[to + 1] = Value::unbound();
  Value out;
  Status status = load_attribute(thread, target, name, {ReturnAction::Store, to, {}}, out);
  if (status == Status::Ok) R[to] = out;
  return status;
}

Status load_with_method(ThreadState& thread, Value manager, bool exit, Value& function, Value& self) {
  const WellKnownNames& names = thread.interpreter.names;
  Class* cls = class_of(thread, manager);
  Cell* cell = thread.lookup(cls, exit ? names.exit : names.enter);
  if (cell == nullptr) {
    return raise(thread, ExceptionType::TypeError,
                 text("'", cls->name->to_utf8(), "' object does not support the context manager protocol",
                      exit ? " (missed __exit__ method)" : ""));
  }
  Value value = cell->value.load();
  self = manager;
  if (is_kind(value, Kind::StaticMethod)) {
    function = static_cast<MethodWrapper*>(value.as_object())->function;
    self = Value::unbound();
  } else if (is_kind(value, Kind::ClassMethod)) {
    function = static_cast<MethodWrapper*>(value.as_object())->function;
    self = Value::object(cls);
  } else {
    function = value;
  }
  return Status::Ok;
}

Status zero_argument_super(ThreadState& thread, Value cell, Value self, Value& out) {
  Value cls = static_cast<Cell*>(cell.as_object())->value.load();
  if (cls.is_unbound()) return raise(thread, ExceptionType::RuntimeError, "super(): empty __class__ cell");
  return make_super(thread, static_cast<Class*>(cls.as_object()), self, out);
}

Status make_super(ThreadState& thread, Class* cls, Value self, Value& out) {
  Class* self_class = class_of(thread, self);
  if (!self_class->derives_from(cls)) {
    Class* self_as_class = as_class(self);
    if (self_as_class == nullptr || !self_as_class->derives_from(cls)) {
      return raise(thread, ExceptionType::TypeError, "super(type, obj): obj must be an instance or subtype of type");
    }
    self_class = self_as_class;
  }
  auto* super = thread.heap.make<Super>(Kind::Super, thread.interpreter.shape(BuiltinClass::Super), 0);
  super->cls = cls;
  super->self = self;
  super->self_class = self_class;
  out = Value::object(super);
  return Status::Ok;
}

Status build_set(ThreadState& thread, std::span<const Value> items, const Destination& destination, Value& out) {
  Set* set = make_set(thread, false);
  for (Value item : items) {
    std::uint64_t hash = 0;
    Status status = hash_value(thread, item, hash);
    if (status == Status::Raised) return status;
    if (status == Status::Fallback || set_add(thread, set, item, hash) == Lookup::NeedsPython) {
      return call_library(thread, "operation__build_set", {Value::object(make_list(thread, items))}, destination, out);
    }
  }
  out = Value::object(set);
  return Status::Ok;
}

Status build_dict(ThreadState& thread, std::span<const Value> pairs, const Destination& destination, Value& out) {
  Dict* dict = make_dict(thread, static_cast<std::uint32_t>(pairs.size() / 2));
  for (std::size_t i = 0; i < pairs.size(); i += 2) {
    std::uint64_t hash = 0;
    Status status = hash_value(thread, pairs[i], hash);
    if (status == Status::Raised) return status;
    if (status == Status::Fallback || dict_set(thread, dict, pairs[i], hash, pairs[i + 1]) == Lookup::NeedsPython) {
      return call_library(thread, "operation__build_dict", {Value::object(make_list(thread, pairs))}, destination, out);
    }
  }
  out = Value::object(dict);
  return Status::Ok;
}

Status merge_dict(ThreadState& thread, Value& target, Value mapping, bool keywords) {
  if (!is_kind(mapping, Kind::Dict) || overridden(thread, mapping, thread.interpreter.names.iter))
    return Status::Fallback;
  auto* into = static_cast<Dict*>(target.as_object());
  const bool was_empty = into->used.load(std::memory_order_relaxed) == 0;
  Dict* added = dict_copy(thread, static_cast<Dict*>(mapping.as_object()));
  Value key, value, other;
  for (std::uint32_t at = 0; keywords && dict_next(thread, added, at, key, value);) {
    if (!is_kind(key, Kind::Str)) return Status::Fallback;
    if (!was_empty && dict_get_str(thread, into, static_cast<Str*>(key.as_object()), other)) return Status::Fallback;
  }
  Dict* merged = was_empty ? added : dict_copy(thread, into);
  for (std::uint32_t at = 0; merged != added && dict_next(thread, added, at, key, value);) {
    std::uint64_t hash = 0;
    Status status = hash_value(thread, key, hash);
    if (status != Status::Ok) return status;
    if (dict_set(thread, merged, key, hash, value) == Lookup::NeedsPython) return Status::Fallback;
  }
  target = Value::object(merged);
  return Status::Ok;
}

Status display_set_add(ThreadState& thread, Value set, Value item, Value& out) {
  std::uint64_t hash = 0;
  Status status = hash_value(thread, item, hash);
  if (status == Status::Raised) return status;
  if (status == Status::Ok && set_add(thread, static_cast<Set*>(set.as_object()), item, hash) != Lookup::NeedsPython)
    return Status::Ok;
  return call_library(thread, "operation__set_add", {set, item}, {ReturnAction::Discard, 0, {}}, out);
}

Status format_interpolated(ThreadState& thread, Value value, int conversion, Str* spec, Value& out) {
  if (conversion != 0) {
    StrBuilder builder(thread);
    Status status = conversion == 1 ? str_of(thread, value, builder) : repr(thread, value, builder);
    if (status != Status::Ok) return status;
    Str* converted = builder.finish();
    if (conversion == 3 && !converted->is_ascii()) return Status::Fallback;
    value = Value::object(converted);
  } else if (spec->length == 0) {
    if (is_kind(value, Kind::Str) || value.is_small_int()) {
      Str* text = nullptr;
      Status status = str_value(thread, value, text);
      if (status == Status::Ok) out = Value::object(text);
      return status;
    }
  }
  return format_value(thread, value, spec, out);
}

void word_unpack_error(ThreadState& thread, Value value) {
  if (is_builtin_iterable(value)) return;
  auto* exception = static_cast<Exception*>(thread.exception.as_object());
  if (!matches(exception, thread.interpreter.cls(ExceptionType::TypeError))) return;
  raise(thread, ExceptionType::TypeError, text("Value after * must be an iterable, not ", type_name(thread, value)));
}

Value make_function(ThreadState& thread, Frame* frame, std::uint16_t child, const Value* options) {
  Interpreter& interpreter = thread.interpreter;
  LinkedCode* parent = frame->code;
  LinkedCode* code = parent->children[child].load(std::memory_order_acquire);
  if (code == nullptr) {
    LinkedCode* linked = interpreter.linker.link(thread, parent->code->children[child], parent->module);
    // Another thread may have been first: one of the two is used by all.
    if (parent->children[child].compare_exchange_strong(code, linked)) code = linked;
  }
  Tuple* closure = nullptr;
  const auto& captures = code->code->captures;
  if (!captures.empty()) {
    closure = make_tuple(thread, static_cast<std::uint32_t>(captures.size()));
    for (std::size_t i = 0; i < captures.size(); ++i) closure->items[i] = frame->registers[captures[i]];
  }
  auto* function = thread.heap.make<Function>(Kind::Function, interpreter.shape(BuiltinClass::Function), 0);
  function->more.store(nullptr, std::memory_order_relaxed);
  function->code = code;
  function->closure = closure;
  function->defaults.initialize(options[0]);
  function->kwdefaults.initialize(options[1]);
  function->annotations.initialize(options[2]);
  function->name.initialize(Value::object(code->name));
  function->qualname.initialize(Value::object(code->qualname));
  function->doc.initialize(code->code->has_doc ? code->constants[0] : Value::none());
  Value module = parent->module->names->get(interpreter.names.name);
  function->module.initialize(module.is_unbound() ? Value::none() : module);
  return Value::object(function);
}

namespace {

// What is called, in a complaint about its arguments: "print()", "list.append()", "__main__.A.f()".
std::string callee_name(ThreadState& thread, Value callable) {
  if (Class* cls = as_class(callable)) return qualified_name(thread, cls) + "()";
  if (is_kind(callable, Kind::BoundMethod)) {
    return callee_name(thread, static_cast<BoundMethod*>(callable.as_object())->function);
  }
  std::string name;
  Str* module = nullptr;
  if (is_kind(callable, Kind::Function)) {
    auto* function = static_cast<Function*>(callable.as_object());
    name = as_str(function->qualname.load())->to_utf8();
    module = as_str(function->module.load());
  } else if (is_kind(callable, Kind::NativeFunction)) {
    auto* native = static_cast<NativeFunction*>(callable.as_object());
    name = native->qualname->to_utf8();
    module = native->module;
  } else {
    return type_name(thread, callable) + " object";
  }
  if (module == nullptr || module->to_utf8() == "builtins") return name + "()";
  return module->to_utf8() + "." + name + "()";
}

}  // namespace

Status call_with_containers(ThreadState& thread, Value callable, Value positional, Value keywords,
                            const Destination& destination, Value& out) {
  std::vector<Value> values;
  Status status = collect(thread, positional, values);
  if (status == Status::Raised && !is_builtin_iterable(positional)) {
    return raise(thread, ExceptionType::TypeError,
                 text(callee_name(thread, callable), " argument after * must be an iterable, not ",
                      type_name(thread, positional)));
  }
  if (status != Status::Ok) return status;
  Tuple* names = nullptr;
  if (Dict* dict = as_dict(keywords); dict != nullptr && dict->used.load() > 0) {
    // It was made for this call: nobody changes it.
    names = make_tuple(thread, dict->used.load(std::memory_order_relaxed));
    values.reserve(values.size() + names->length);
    Value key, value;
    std::uint32_t count = 0;
    for (std::uint32_t at = 0; dict_next(thread, dict, at, key, value);) {
      Str* name = as_str(key);
      if (name == nullptr) return raise(thread, ExceptionType::TypeError, "keywords must be strings");
      names->items[count++] = Value::object(name);
      values.push_back(value);
    }
  }
  return call(thread, callable, {values.data(), static_cast<std::uint32_t>(values.size()), names}, destination, out);
}

void suspend_generator(ThreadState& thread) {
  Frame* frame = thread.frame;
  pop_frame(thread);
  frame->caller = nullptr;
  frame->generator->state.store(GeneratorState::Suspended, std::memory_order_release);
}

Status generator_yielded(ThreadState& thread, Value value) {
  for (;;) {
    if (thread.tracing.is_on()) [[unlikely]] {
      Status status = trace_delegated_yield(thread, value);
      if (status != Status::Ok) return status;
    }
    Destination destination = thread.frame->destination;
    suspend_generator(thread);
    if (destination.action != ReturnAction::Delegate) return deliver(thread, destination, value);
    // What a delegate yields, the generator that delegates to it yields.
  }
}

Status generator_returned(ThreadState& thread, Value value) {
  Frame* frame = thread.frame;
  Generator* generator = frame->generator;
  const Destination destination = leave(frame);
  pop_frame(thread);
  frame->caller = nullptr;
  for (std::uint32_t i = 0; i < generator->registers; ++i) generator->storage[i] = Value::unbound();
  generator->state.store(GeneratorState::Finished, std::memory_order_release);
  Frame* caller = thread.frame;
  switch (destination.action) {
    case ReturnAction::Next:  // the caller's pc stands at the jump out of the loop
      break;
    case ReturnAction::Delegate:
      caller->registers[caller->pc->a] = value;
      ++caller->pc;
      caller->generator->delegating = false;
      break;
    default:
      return value.is_none() ? raise_stop_iteration(thread) : raise_value(thread, ExceptionType::StopIteration, value);
  }
  if (!thread.tracing.is_on() || value.is_none()) return Status::Ok;
  // As in CPython, who traces sees the exception by which a value comes.
  raise_value(thread, ExceptionType::StopIteration, value);
  return trace_stop_iteration(thread);
}

Status raise_stop_iteration(ThreadState& thread) {
  thread.exception = Value::object(
      make_exception(thread, thread.interpreter.cls(ExceptionType::StopIteration), thread.interpreter.empty_tuple));
  return Status::Raised;
}

Status delegate(ThreadState& thread, Value iterator, Value sent) {
  Frame* frame = thread.frame;
  frame->generator->delegating = true;
  Value out;
  Destination destination{ReturnAction::Delegate, 0, {}};
  Status status;
  if (is_kind(iterator, Kind::Generator)) {
    auto* inner = static_cast<Generator*>(iterator.as_object());
    status = resume_generator(thread, inner, sent, destination);
    if (status == Status::Ok) out = Value::unbound();
  } else if (!sent.is_none()) {
    // send() to what is no generator: its own send method.
    status = call_library(thread, "operation__send", {iterator, sent}, destination, out);
  } else {
    status = iterator_next(thread, iterator, out);
    if (status == Status::Fallback) status = next_item(thread, iterator, destination, out);
  }
  if (status == Status::Ok) {
    if (!out.is_unbound()) return generator_yielded(thread, out);
    frame->registers[frame->pc->a] = Value::none();
    ++frame->pc;
    frame->generator->delegating = false;
  }
  return status;
}

Status match_exception(ThreadState& thread, Value exception, Value type, bool& out) {
  auto one = [&](Value candidate) {
    Class* cls = as_class(candidate);
    if (cls == nullptr || !cls->has(Class::kException)) {
      raise(thread, ExceptionType::TypeError, "catching classes that do not inherit from BaseException is not allowed");
      return false;
    }
    if (matches(static_cast<Exception*>(exception.as_object()), cls)) out = true;
    return true;
  };
  out = false;
  if (Tuple* types = as_tuple(type)) {
    for (Value candidate : types->view()) {
      if (!one(candidate)) return Status::Raised;
    }
    return Status::Ok;
  }
  return one(type) ? Status::Ok : Status::Raised;
}

void raise_memory_error(ThreadState& thread) {
  // Made when the run began: there is no memory for one now.
  auto* exception = static_cast<Exception*>(thread.interpreter.memory_error.as_object());
  exception->traceback.store(Value::none());
  exception->context.store(Value::none());
  thread.exception = Value::object(exception);
}

Status deliver(ThreadState& thread, const Destination& destination, Value value) {
  Frame* frame = thread.frame;
  Value* R = frame == nullptr ? nullptr : frame->registers;
  switch (destination.action) {
    case ReturnAction::Store:
    case ReturnAction::GeneratorNext: R[destination.reg] = value; return Status::Ok;
    case ReturnAction::Discard: return Status::Ok;
    case ReturnAction::Instance:
      if (!value.is_none()) {
        return raise(thread, ExceptionType::TypeError,
                     text("__init__() should return None, not '", type_name(thread, value), "'"));
      }
      R[destination.reg] = destination.extra;
      return Status::Ok;
    case ReturnAction::Operator:
      if (value.is_not_implemented()) return operator_declined(thread, destination);
      R[destination.reg] = value;
      return Status::Ok;
    case ReturnAction::OperatorJump:
      if (value.is_not_implemented()) return operator_declined(thread, destination);
      return deliver(thread, {ReturnAction::Jump, destination.reg, {}}, value);
    case ReturnAction::Truth:
    case ReturnAction::NotTruth:
    case ReturnAction::Jump: {
      bool answer = false;
      Status status = truth(thread, value, answer);
      if (status == Status::Fallback) {
        Value out;
        status = call_library(thread, "operation__truth", {value}, destination, out);
        if (status == Status::Ok) answer = out.is_true();
      }
      if (status != Status::Ok) return status;
      if (destination.action == ReturnAction::Truth) {
        R[destination.reg] = Value::boolean(answer);
      } else if (destination.action == ReturnAction::NotTruth) {
        R[destination.reg] = Value::boolean(!answer);
      } else {
        const Instruction& jump = frame->code->original(frame->pc - 1);
        if (jump.op == Op::JumpIfTrue || jump.op == Op::JumpIfFalse) {
          if (answer == (jump.op == Op::JumpIfTrue)) frame->pc += jump.distance();
        } else {
          frame->pc += answer == (jump.c != 0) ? 1 + frame->pc->distance() : 1;
        }
      }
      return Status::Ok;
    }
    case ReturnAction::Next:
      R[destination.reg] = value;
      ++frame->pc;
      return Status::Ok;
    case ReturnAction::Delegate: return generator_yielded(thread, value);
    case ReturnAction::Unpack: {
      auto items = list_snapshot(thread, static_cast<List*>(value.as_object()));
      for (std::size_t i = 0; i < items.size(); ++i) R[destination.reg + i] = items[i];
      return Status::Ok;
    }
    case ReturnAction::UnpackStarred:
      return unpack_starred(thread, value, R + destination.reg, frame->pc[-1].a, frame->pc[-1].b);
    case ReturnAction::Traced: return traced(thread, destination, value);
    case ReturnAction::Class:
    case ReturnAction::Watched:
    case ReturnAction::Leave: thread.result = value; return Status::Ok;
  }
  return Status::Ok;
}

}  // namespace threadbook::python
