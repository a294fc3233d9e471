#include "python/vm/interpreter.h"

#include <algorithm>

#include "python/objects/operations.h"
#include "python/vm/executor.h"
#include "python/vm/input.h"
#include "python/vm/output.h"
#include "python/vm/signature.h"
#include "python/vm/world.h"

namespace threadbook::python {

namespace {
// The epoch has 12 bits in an inline cache; its last value means "cache nothing any more".
constexpr std::uint32_t kLastEpoch = 0xFFF;
constexpr std::size_t kCellNumbers = 65536;
constexpr std::uint8_t kFirstInlineSlots = 6;

struct WellKnownName {
  Str* WellKnownNames::*member;
  const char* text;
};
constexpr WellKnownName kWellKnownNames[] = {
#define THREADBOOK_NAME(id, text) {&WellKnownNames::id, text},
    THREADBOOK_NAMES(THREADBOOK_NAME)
#undef THREADBOOK_NAME
};
}  // namespace

Interpreter::Interpreter(RunOptions run_options)
    : options(std::move(run_options)),
      parallel(!options.gil),
      heap(options.memory_limit, flags, kCollect),
      world(std::make_unique<World>(options.gil, flags, switch_interval)),
      output(std::make_unique<Output>()),
      input(std::make_unique<Input>(options.has_input)),
      executor(options.executor ? options.executor(*this) : usual_executor(*this)),
      cell_numbers_(new std::atomic<Cell*>[kCellNumbers]()) {
  if (options.switch_always) flags.fetch_or(kSwitchAlways);
  if (const std::uint64_t* seed = executor->seed()) heap.number_objects(*seed);
  make_builtin_classes();
  ThreadState thread(*this);
  for (const WellKnownName& name : kWellKnownNames) names.*name.member = intern(name.text);
  empty_str = intern("");
  empty_tuple = make_tuple(thread, 0u);
  for (int i = 0; i < 256; ++i) {
    char c = static_cast<char>(i);
    latin1_chars[i] = intern_latin1({&c, 1});
  }
  for (const auto& cls : class_list_) {
    cls->qualname = cls->name;
  }
}

Interpreter::~Interpreter() {
  for (Str* text : interned_owned_) std::free(text);
}

namespace {

// So that the list of exceptions can name a base by its number, or object by -1.
namespace ExceptionBase {
enum : int {
  Object = -1,
#define THREADBOOK_EXCEPTION(name, base) name,
  THREADBOOK_EXCEPTIONS(THREADBOOK_EXCEPTION)
#undef THREADBOOK_EXCEPTION
};
}  // namespace ExceptionBase

struct ClassSpec {
  const char* name;
  int base;
  Kind layout;
};

}  // namespace

Class* Interpreter::add_native_class(std::string_view name, Class* base, Kind layout) {
  auto cls = std::make_unique<Class>();
  Class* c = cls.get();
  c->kind = Kind::Class;
  c->mark = 0;
  c->flags = 0;
  c->lock.store(0);
  c->name = intern(name);
  c->base = base;
  if (base != nullptr) {
    c->bases.push_back(base);
    std::lock_guard guard(base->subclasses_mutex);
    base->subclasses.push_back(c);
  }
  c->mro.push_back(c);
  if (base != nullptr) c->mro.insert(c->mro.end(), base->mro.begin(), base->mro.end());
  c->instance_kind = layout;
  c->class_flags.store(Class::kBuiltin);
  c->inline_slots.store(0);
  c->root_shape = shapes.make_root(c);
  c->construct = nullptr;
  c->builtin = base != nullptr ? base->builtin : BuiltinClass::Object;
  std::lock_guard guard(mutex_);
  class_list_.push_back(std::move(cls));
  return c;
}

Class* Interpreter::make_module_class(ThreadState& thread, Str* module, std::string_view name, Kind layout) {
  Class* c = add_native_class(name, cls(BuiltinClass::Object), layout);
  c->qualname = c->name;
  c->class_flags.fetch_or(Class::kFinal);
  c->shape.store(shapes.make_root(cls(BuiltinClass::Type))->id);
  if (module != nullptr) c->names.set(thread, names.module, Value::object(module));
  return c;
}

void Interpreter::make_builtin_classes() {
  static constexpr ClassSpec kClasses[] = {
#define THREADBOOK_CLASS(id, name, base, layout) {name, static_cast<int>(BuiltinClass::base), Kind::layout},
      THREADBOOK_BUILTIN_CLASSES(THREADBOOK_CLASS)
#undef THREADBOOK_CLASS
  };
  for (std::size_t i = 0; i < std::size(kClasses); ++i) {
    Class* base = i == 0 ? nullptr : classes_[kClasses[i].base];
    classes_[i] = add_native_class(kClasses[i].name, base, kClasses[i].layout);
    classes_[i]->builtin = static_cast<BuiltinClass>(i);
    shape_ids_[i] = classes_[i]->root_shape->id;
  }
  for (BuiltinClass with_dict :
       {BuiltinClass::Function, BuiltinClass::Module, BuiltinClass::Partial, BuiltinClass::CallCache}) {
    classes_[static_cast<std::size_t>(with_dict)]->class_flags.fetch_or(Class::kInstancesHaveDict);
  }
  for (BuiltinClass final_class :
       {BuiltinClass::Bool, BuiltinClass::NoneType, BuiltinClass::Ellipsis, BuiltinClass::NotImplementedType,
        BuiltinClass::Function, BuiltinClass::Range, BuiltinClass::Slice, BuiltinClass::Generator, BuiltinClass::Method,
        BuiltinClass::Lock}) {
    classes_[static_cast<std::size_t>(final_class)]->class_flags.fetch_or(Class::kFinal);
  }
  struct ExceptionSpec {
    const char* name;
    int base;  // -1: object
  };
  static constexpr ExceptionSpec kExceptions[] = {
#define THREADBOOK_EXCEPTION(name, base) {#name, ExceptionBase::base},
      THREADBOOK_EXCEPTIONS(THREADBOOK_EXCEPTION)
#undef THREADBOOK_EXCEPTION
  };
  for (std::size_t i = 0; i < std::size(kExceptions); ++i) {
    Class* base = kExceptions[i].base < 0 ? cls(BuiltinClass::Object) : exceptions_[kExceptions[i].base];
    exceptions_[i] = add_native_class(kExceptions[i].name, base, Kind::Exception);
    exceptions_[i]->class_flags.fetch_or(Class::kException | Class::kInstancesHaveDict);
  }
  Class* group = cls(ExceptionType::ExceptionGroup);
  Class* exception = cls(ExceptionType::Exception);
  group->bases.push_back(exception);
  group->mro.insert(group->mro.begin() + 2, exception);
  exception->subclasses.push_back(group);
  // A class is an object of type: its shape says so, one of its own each, so that inline caches can
  // tell classes apart.
  for (const auto& c : class_list_) {
    c->shape.store(shapes.make_root(cls(BuiltinClass::Type))->id);
  }
  // The classes' names were interned before there was a shape for str.
  for (Str* text : interned_owned_) text->shape.store(shape(BuiltinClass::Str));
}

Str* Interpreter::intern_latin1(std::string_view latin1) {
  // Built outside of the heap: an interned string lives as long as the run.
  std::size_t bytes = sizeof(Str) + latin1.size();
  auto* text = static_cast<Str*>(std::malloc(bytes));
  if (text == nullptr) throw HeapExhausted();
  new (text) Str();
  text->shape.store(shape(BuiltinClass::Str), std::memory_order_relaxed);
  text->kind = Kind::Str;
  text->mark = 0;
  text->lock.store(0, std::memory_order_relaxed);
  text->length = static_cast<std::uint32_t>(latin1.size());
  text->hash.store(0, std::memory_order_relaxed);
  bool ascii = std::all_of(latin1.begin(), latin1.end(), [](char c) { return (c & 0x80) == 0; });
  text->flags = static_cast<std::uint8_t>(Str::kInterned | (ascii ? Str::kAscii : 0));
  std::copy(latin1.begin(), latin1.end(), text->narrow);
  return keep_interned(text);
}

Str* Interpreter::keep_interned(Str* text) {
  std::lock_guard guard(intern_mutex_);
  auto [place, added] = interned_.emplace(text, text);
  if (added) {
    interned_owned_.push_back(text);
  } else {
    std::free(text);
  }
  return place->second;
}

Str* Interpreter::intern(std::string_view utf8) {
  bool ascii = std::all_of(utf8.begin(), utf8.end(), [](char c) { return (c & 0x80) == 0; });
  if (ascii) return intern_latin1(utf8);
  ThreadState thread(*this);
  return intern(make_str_utf8(thread, utf8));
}

Str* Interpreter::find_interned(const Str* text) {
  if (text->is_interned()) return const_cast<Str*>(text);
  std::lock_guard guard(intern_mutex_);
  auto found = interned_.find(text);
  return found == interned_.end() ? nullptr : found->second;
}

Str* Interpreter::intern(Str* text) {
  if (text->is_interned()) return text;
  {
    std::lock_guard guard(intern_mutex_);
    auto found = interned_.find(text);
    if (found != interned_.end()) return found->second;
  }
  if (!text->is_wide()) return intern_latin1(text->latin1());
  std::size_t bytes = sizeof(Str) + text->length * sizeof(char32_t);
  auto* copy = static_cast<Str*>(std::malloc(bytes));
  if (copy == nullptr) throw HeapExhausted();
  new (copy) Str();
  copy->shape.store(shape(BuiltinClass::Str), std::memory_order_relaxed);
  copy->kind = Kind::Str;
  copy->mark = 0;
  copy->lock.store(0, std::memory_order_relaxed);
  copy->length = text->length;
  copy->hash.store(0, std::memory_order_relaxed);
  copy->flags = Str::kInterned | Str::kWide;
  auto source = text->utf32();
  std::copy(source.begin(), source.end(), copy->wide);
  return keep_interned(copy);
}

void Interpreter::class_changed(Class* cls) {
  // __getattr__ and __setattr__ are looked for before every access: keep the flags true.
  std::vector<Class*> pending = {cls};
  while (!pending.empty()) {
    Class* c = pending.back();
    pending.pop_back();
    const bool had_farewell = c->has(Class::kHasFarewell);
    refresh_flags(c);
    if (!had_farewell && c->has(Class::kHasFarewell)) register_farewells();
    std::lock_guard guard(c->subclasses_mutex);
    pending.insert(pending.end(), c->subclasses.begin(), c->subclasses.end());
  }
  std::uint32_t now = epoch.load();
  while (now < kLastEpoch && !epoch.compare_exchange_weak(now, now + 1)) {
  }
  if (now >= kLastEpoch) epoch.fetch_add(1);  // the thread caches compare all 32 bits
}

void Interpreter::refresh_flags(Class* cls) {
  auto is_python = [&](Str* name) {
    Cell* cell = cls->find(name);
    return cell != nullptr && (is_kind(cell->value.load(), Kind::Function));
  };
  std::uint32_t bits = 0;
  if (is_python(names.getattr) || is_python(names.getattribute)) bits |= Class::kHasGetattr;
  if (is_python(names.setattr) || is_python(names.delattr)) bits |= Class::kHasSetattr;
  if (Cell* farewell = cls->find(names.del); farewell != nullptr && !farewell->value.load().is_none()) {
    bits |= Class::kHasFarewell;
  }
  std::uint32_t mask = Class::kHasGetattr | Class::kHasSetattr | Class::kHasFarewell;
  std::uint32_t old = cls->class_flags.load();
  while (!cls->class_flags.compare_exchange_weak(old, (old & ~mask) | bits)) {
  }
}

Class* Interpreter::make_class(Str* name, Class* metaclass, std::vector<Class*> bases, Class* layout_base,
                               std::vector<Class*> mro) {
  auto owned = std::make_unique<Class>();
  Class* c = owned.get();
  c->kind = Kind::Class;
  c->mark = 0;
  c->flags = 0;
  c->lock.store(0);
  c->name = name;
  c->qualname = name;
  c->base = layout_base;
  c->bases = std::move(bases);
  c->mro.push_back(c);
  c->mro.insert(c->mro.end(), mro.begin(), mro.end());
  c->instance_kind = layout_base->instance_kind;
  switch (layout_base->builtin) {
    // Subclasses of these keep the plain value beside their attributes.
    case BuiltinClass::Int:
    case BuiltinClass::Float:
    case BuiltinClass::Str:
    case BuiltinClass::Bytes:
    case BuiltinClass::Tuple: c->instance_kind = Kind::Boxed; break;
    default: break;
  }
  std::uint32_t bits = Class::kInstancesHaveDict;
  if (layout_base->has(Class::kException)) bits |= Class::kException;
  if (metaclass != cls(BuiltinClass::Type)) bits |= Class::kCustomMetaclass;
  c->class_flags.store(bits);
  c->inline_slots.store(kFirstInlineSlots);
  c->root_shape = shapes.make_root(c);
  c->construct = layout_base->construct;
  c->builtin = layout_base->builtin;
  c->shape.store(shapes.make_root(metaclass)->id);
  for (Class* base : c->bases) {
    std::lock_guard guard(base->subclasses_mutex);
    base->subclasses.push_back(c);
  }
  std::lock_guard guard(mutex_);
  class_list_.push_back(std::move(owned));
  return c;
}

NativeFunction* Interpreter::make_native(ThreadState& thread, const NativeDef& def, Class* owner, Str* module) {
  auto signature = parse_signature(thread, def.signature);
  auto* native = thread.heap.make<NativeFunction>(
      Kind::NativeFunction, shape(owner != nullptr ? BuiltinClass::MethodDescriptor : BuiltinClass::Builtin), 0);
  native->function = def.function;
  native->signature = signature.get();
  native->owner = owner;
  native->module = module;
  std::string name = signature->name->to_utf8();
  native->qualname = intern(owner != nullptr ? owner->name->to_utf8() + "." + name : name);
  native->fallback.store(nullptr, std::memory_order_relaxed);
  std::lock_guard guard(mutex_);
  signatures_.push_back(std::move(signature));
  return native;
}

void Interpreter::add_record_constructor(ThreadState& thread, Class* owner, Native function,
                                         std::span<const Value> fields, std::span<const Value> defaults) {
  auto signature = std::make_unique<Signature>();
  signature->name = names.new_;
  signature->parameters.push_back({intern("_cls"), Value::unbound(), true});
  for (std::size_t i = 0; i < fields.size(); ++i) {
    bool required = i + defaults.size() < fields.size();
    Value fallback = required ? Value::unbound() : defaults[i + defaults.size() - fields.size()];
    signature->parameters.push_back({intern(static_cast<Str*>(fields[i].as_object())), fallback, required});
  }
  signature->positional = static_cast<std::uint16_t>(signature->parameters.size());
  signature->positional_only = 1;
  auto* native = thread.heap.make<NativeFunction>(Kind::NativeFunction, shape(BuiltinClass::Builtin), 0);
  native->function = function;
  native->signature = signature.get();
  native->owner = owner;
  native->module = nullptr;
  native->qualname = intern(owner->qualname->to_utf8() + ".__new__");
  native->fallback.store(nullptr, std::memory_order_relaxed);
  auto* wrapper = thread.heap.make<MethodWrapper>(Kind::StaticMethod, shape(BuiltinClass::StaticMethod), 0);
  wrapper->more.store(nullptr);
  wrapper->function = Value::object(native);
  owner->names.set(thread, names.new_, Value::object(wrapper));
  owner->construct = native;
  std::lock_guard guard(mutex_);
  signatures_.push_back(std::move(signature));
}

void Interpreter::add_methods(ThreadState& thread, BuiltinClass id, std::span<const NativeDef> methods) {
  add_methods(thread, cls(id), methods);
}

void Interpreter::add_methods(ThreadState& thread, Class* owner, std::span<const NativeDef> methods) {
  for (const NativeDef& def : methods) {
    NativeFunction* native = make_native(thread, def, owner);
    if (native->signature->name == names.new_) {
      owner->construct = native;
      construct_roots_.push_back(native);
      if (owner == cls(BuiltinClass::Object)) {
        // What super().__new__(cls) finds, whatever builtin class `cls` derives from.
        auto* wrapper = thread.heap.make<MethodWrapper>(Kind::StaticMethod, shape(BuiltinClass::StaticMethod), 0);
        wrapper->more.store(nullptr);
        wrapper->function = Value::object(native);
        owner->names.set(thread, names.new_, Value::object(wrapper));
      }
      continue;
    }
    owner->names.set(thread, native->signature->name, Value::object(native));
  }
}

void Interpreter::add_getters(ThreadState& thread, Class* owner, std::span<const NativeDef> getters) {
  for (const NativeDef& def : getters) {
    NativeFunction* native = make_native(thread, def, owner);
    auto* property = thread.heap.make<Property>(Kind::Property, shape(BuiltinClass::Property), 0);
    property->more.store(nullptr);
    property->getter.store(Value::object(native));
    for (Slot* part : {&property->setter, &property->deleter, &property->doc}) part->store(Value::none());
    owner->names.set(thread, native->signature->name, Value::object(property));
  }
}

void Interpreter::add_functions(ThreadState& thread, Namespace& into, std::span<const NativeDef> functions,
                                Str* module) {
  for (const NativeDef& def : functions) {
    NativeFunction* native = make_native(thread, def, nullptr, module);
    into.set(thread, native->signature->name, Value::object(native));
  }
}

Module* Interpreter::make_module(ThreadState& thread, Str* name) {
  name = intern(name);
  auto* module = thread.heap.make<Module>(Kind::Module, shapes.make_root(cls(BuiltinClass::Module))->id, 0);
  module->name = name;
  module->initializing.store(false, std::memory_order_relaxed);
  module->dict.store(nullptr, std::memory_order_relaxed);
  module->builtins.initialize(Value::unbound());
  auto owned = std::make_unique<Namespace>();
  module->names = owned.get();
  module->names->set(thread, names.name, Value::object(name));
  std::lock_guard guard(mutex_);
  namespaces_.push_back(std::move(owned));
  module_list_.push_back(module);
  return module;
}

std::uint16_t Interpreter::cell_number(Cell* cell) {
  std::lock_guard guard(mutex_);
  auto [place, added] = numbers_of_cells_.try_emplace(cell, 0);
  if (added) {
    std::size_t number = numbers_of_cells_.size();
    if (number >= kCellNumbers) {
      numbers_of_cells_.erase(place);
      return 0;
    }
    place->second = static_cast<std::uint16_t>(number);
    cell_numbers_[number].store(cell, std::memory_order_release);
  }
  return place->second;
}

namespace {

Value make_constant(ThreadState& thread, const Constant& constant) {
  struct Visitor {
    ThreadState& thread;
    Value operator()(Constant::None) { return Value::none(); }
    Value operator()(Constant::Ellipsis) { return Value::ellipsis(); }
    Value operator()(bool b) { return Value::boolean(b); }
    Value operator()(std::int64_t i) { return make_int(thread, i); }
    Value operator()(const Constant::BigInt& i) { return make_int(thread, *from_digits(i.digits, i.base)); }
    Value operator()(double d) { return Value::number(d); }
    Value operator()(const std::string& s) {
      Str* text = make_str_utf8(thread, s);
      // Like CPython: what looks like a name may be used as one.
      return Value::object(text->length <= 64 ? thread.interpreter.intern(text) : text);
    }
    Value operator()(const Constant::Bytes& b) { return Value::object(make_bytes(thread, b.value)); }
    Value operator()(const Constant::Tuple& t) {
      Tuple* tuple = make_tuple(thread, static_cast<std::uint32_t>(t.items.size()));
      for (std::size_t i = 0; i < t.items.size(); ++i) tuple->items[i] = make_constant(thread, t.items[i]);
      return Value::object(tuple);
    }
  };
  return std::visit(Visitor{thread}, constant.value);
}

}  // namespace

namespace {

void trace_all(LinkedCode& linked) {
  for (Instruction& instruction : linked.own) instruction.op = Op::Trace;
}

}  // namespace

void Interpreter::set_traced(bool traced) {
  std::lock_guard guard(mutex_);
  if (traced == traced_) return;
  traced_ = traced;
  for (const auto& linked : linked_) {
    if (traced) {
      trace_all(*linked);
    } else if (!linked->own.empty()) {
      std::copy(linked->code->instructions.begin(), linked->code->instructions.end(), linked->own.begin());
    }
  }
}

LinkedCode* Interpreter::link(ThreadState& thread, std::shared_ptr<const Code> code, Module* module) {
  auto linked = std::make_unique<LinkedCode>();
  linked->module = module;
  linked->instructions = code->instructions.data();
  linked->registers = code->registers;
  constexpr std::uint32_t kTakesMore = Code::kGenerator | Code::kVarArgs | Code::kVarKeywords;
  if (code->keyword_only == 0 && (code->flags & kTakesMore) == 0) linked->plain_arguments = code->positional;
  linked->may_end_unfinished =
      code->has(Code::kGenerator) &&
      (!code->exception_ranges.empty() ||
       std::any_of(code->instructions.begin(), code->instructions.end(),
                   [](const Instruction& instruction) { return instruction.op == Op::YieldFrom; }));
  linked->name = intern(code->name);
  linked->qualname = intern(code->qualname);
  for (const Constant& constant : code->constants) linked->constants.push_back(make_constant(thread, constant));
  for (const std::string& name : code->names) linked->names.push_back(intern(name));
  for (const std::string& name : code->local_names) linked->local_names.push_back(intern(name));
  for (const std::string& name : code->cache_names) linked->cache_names.push_back(intern(name));
  for (const std::string& name : code->global_names) {
    linked->globals.push_back(module->names->cell(thread, intern(name)));
    linked->global_names.push_back(intern(name));
  }
  linked->builtins.reset(new std::atomic<Cell*>[code->global_names.size()]());
  linked->caches.reset(new InlineCache[code->cache_names.size()]());
  linked->children = std::vector<std::atomic<LinkedCode*>>(code->children.size());
  if (!code->has(Code::kLibrary)) {
    linked->own = code->instructions;
    linked->instructions = linked->own.data();
  }
  linked->code = std::move(code);
  std::lock_guard guard(mutex_);
  if (traced_) trace_all(*linked);
  linked_.push_back(std::move(linked));
  return linked_.back().get();
}

void Interpreter::interrupt_main() noexcept {
  flags.fetch_or(kInterrupt);
  // To everybody, since others may not touch the main thread's record: it comes and goes. Who is not meant
  // goes on waiting.
  executor->registry().signal_all(runtime::kInterruptSignal, true);
}

void Interpreter::end_now(int status) noexcept {
  int none = -1;
  forced_status.compare_exchange_strong(none, status);
  flags.fetch_or(kStop);
  executor->registry().request_stop();
}

void Interpreter::add_thread(ThreadState* thread) {
  std::lock_guard guard(mutex_);
  threads_.push_back(thread);
}

void Interpreter::remove_thread(ThreadState* thread) {
  std::lock_guard guard(mutex_);
  std::erase(threads_, thread);
}

std::vector<ThreadState*> Interpreter::threads() {
  std::lock_guard lock(mutex_);
  return threads_;
}

void Interpreter::collect_garbage() {
  if (is_last_.exchange(false)) return collect_last();
  heap.collect([this](Marker& marker) { visit_roots(marker); });
  if (!is_census_due_.exchange(false)) return;
  heap.register_live([this](const Object* object) {
    const Class* cls = shapes.get(object->shape.load(std::memory_order_relaxed))->cls;  // storage has none
    return cls != nullptr && cls->has(Class::kHasFarewell);
  });
}

void Interpreter::register_farewells() {
  is_census_due_.store(true);
  flags.fetch_or(kCollect);
}

// In CPython a function of the program refers to the globals, and so does an object of a class that has methods.
bool Interpreter::holds_globals(const Object* object) const {
  if (object->kind == Kind::Function) return static_cast<const Function*>(object)->code->module == main;
  const Class* cls = shapes.get(object->shape.load(std::memory_order_relaxed))->cls;  // storage has none
  return cls != nullptr && !cls->has(Class::kBuiltin) && cls->names.get(names.module) == Value::object(names.main);
}

void Interpreter::collect_before_end(const ThreadState& main_thread) {
  auto visit_other_threads = [&](Marker& marker) {
    for (ThreadState* thread : threads_) {
      if (thread != &main_thread) thread->trace(marker);
    }
  };
  heap.collect_sparing(
      visit_other_threads, [this](const Object* object) { return holds_globals(object); },
      [this](Marker& marker) { main->names->trace(marker); }, [this](Marker& marker) { visit_roots(marker); });
}

void Interpreter::request_last_collection() {
  is_last_.store(true);
  flags.fetch_or(kCollect);
}

void Interpreter::collect_last() {
  std::vector<Value> values;
  for (const Namespace::Item& item : main->names->items()) values.push_back(item.value);
  auto visit_threads = [this](Marker& marker) {
    for (ThreadState* thread : threads_) thread->trace(marker);
  };
  heap.collect_last(values, visit_threads, [this](Marker& marker) { visit_roots(marker); });
}

void Interpreter::visit_roots(Marker& marker) {
  // The world is stopped, so nobody holds mutex_ for long; no lock is needed against readers.
  for (ThreadState* thread : threads_) thread->trace(marker);
  for (const auto& cls : class_list_) {
    cls->names.trace(marker);
    marker.visit(cls->name);
    marker.visit(cls->qualname);
  }
  for (const auto& names_of_module : namespaces_) names_of_module->trace(marker);
  builtins.trace(marker);
  for (Module* module : module_list_) marker.visit(module);
  marker.visit(modules);
  for (NativeFunction* native : construct_roots_) marker.visit(native);
  for (const auto& signature : signatures_) {
    for (const auto& parameter : signature->parameters) marker.visit(parameter.fallback);
  }
  for (const auto& linked : linked_) {
    for (Value constant : linked->constants) marker.visit(constant);
    marker.visit(linked->object.load(std::memory_order_relaxed));
  }
  for (const auto& [cell, number] : numbers_of_cells_) marker.visit(cell);
  marker.visit(empty_tuple);
  marker.visit(memory_error);
  marker.visit(main_thread_handle);
  for (Value value : roots) marker.visit(value);
}

}  // namespace threadbook::python
