#include "python/objects/class_table.h"

#include "python/objects/operations.h"
#include "python/objects/realm.h"

namespace threadbook::python {

namespace {
// The epoch has 12 bits in an inline cache; its last value means "cache nothing any more".
constexpr std::uint32_t kLastEpoch = 0xFFF;
constexpr std::uint8_t kFirstInlineSlots = 6;

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
struct ExceptionSpec {
  const char* name;
  int base;  // -1: object
};

}  // namespace

ClassTable::ClassTable(Realm& realm) : realm_(realm) {
  add_builtins();
  add_exceptions();
  // A class is an object of type: its shape says so, one of its own each, so that inline caches can
  // tell classes apart.
  for (const auto& cls : owned_) {
    cls->shape.store(realm_.shapes.make_root(get(BuiltinClass::Type))->id);
    cls->qualname = cls->name;
  }
  realm_.interned.set_shape(shape(BuiltinClass::Str));
}

Class* ClassTable::add_native(std::string_view name, Class* base, Kind layout) {
  auto cls = std::make_unique<Class>();
  Class* c = cls.get();
  c->kind = Kind::Class;
  c->mark = 0;
  c->flags = 0;
  c->lock.store(0);
  c->name = realm_.intern(name);
  c->base = base;
  if (base != nullptr) {
    c->bases.push_back(base);
    runtime::Guard guard(base->subclasses_mutex);
    base->subclasses.push_back(c);
  }
  c->mro.push_back(c);
  if (base != nullptr) c->mro.insert(c->mro.end(), base->mro.begin(), base->mro.end());
  c->instance_kind = layout;
  c->class_flags.store(Class::kBuiltin);
  c->inline_slots.store(0);
  c->root_shape = realm_.shapes.make_root(c);
  c->dict_shape.store(nullptr);
  c->construct = nullptr;
  c->builtin = base != nullptr ? base->builtin : BuiltinClass::Object;
  runtime::Guard guard(mutex_);
  owned_.push_back(std::move(cls));
  return c;
}

void ClassTable::add_builtins() {
  static constexpr ClassSpec kClasses[] = {
#define THREADBOOK_CLASS(id, name, base, layout) {name, static_cast<int>(BuiltinClass::base), Kind::layout},
      THREADBOOK_BUILTIN_CLASSES(THREADBOOK_CLASS)
#undef THREADBOOK_CLASS
  };
  for (std::size_t i = 0; i < std::size(kClasses); ++i) {
    Class* base = i == 0 ? nullptr : builtins_[kClasses[i].base];
    builtins_[i] = add_native(kClasses[i].name, base, kClasses[i].layout);
    builtins_[i]->builtin = static_cast<BuiltinClass>(i);
    shapes_[i] = builtins_[i]->root_shape->id;
  }
  for (BuiltinClass with_dict :
       {BuiltinClass::Function, BuiltinClass::Module, BuiltinClass::Partial, BuiltinClass::CallCache}) {
    get(with_dict)->class_flags.fetch_or(Class::kInstancesHaveDict);
  }
  for (BuiltinClass final_class :
       {BuiltinClass::Bool, BuiltinClass::NoneType, BuiltinClass::Ellipsis, BuiltinClass::NotImplementedType,
        BuiltinClass::Function, BuiltinClass::Range, BuiltinClass::Slice, BuiltinClass::Generator, BuiltinClass::Method,
        BuiltinClass::Lock}) {
    get(final_class)->class_flags.fetch_or(Class::kFinal);
  }
}

void ClassTable::add_exceptions() {
  static constexpr ExceptionSpec kExceptions[] = {
#define THREADBOOK_EXCEPTION(name, base) {#name, ExceptionBase::base},
      THREADBOOK_EXCEPTIONS(THREADBOOK_EXCEPTION)
#undef THREADBOOK_EXCEPTION
  };
  for (std::size_t i = 0; i < std::size(kExceptions); ++i) {
    Class* base = kExceptions[i].base < 0 ? get(BuiltinClass::Object) : exceptions_[kExceptions[i].base];
    exceptions_[i] = add_native(kExceptions[i].name, base, Kind::Exception);
    exceptions_[i]->class_flags.fetch_or(Class::kException | Class::kInstancesHaveDict);
  }
  Class* group = get(ExceptionType::ExceptionGroup);
  Class* exception = get(ExceptionType::Exception);
  group->bases.push_back(exception);
  group->mro.insert(group->mro.begin() + 2, exception);
  exception->subclasses_mutex.assume_held();  // nobody else is there yet
  exception->subclasses.push_back(group);
}

Class* ClassTable::make_native(RealmThread& thread, Str* module, std::string_view name, Kind layout) {
  Class* c = add_native(name, get(BuiltinClass::Object), layout);
  c->qualname = c->name;
  c->class_flags.fetch_or(Class::kFinal);
  c->shape.store(realm_.shapes.make_root(get(BuiltinClass::Type))->id);
  if (module != nullptr) c->names.set(thread, realm_.names.module, Value::object(module));
  return c;
}

Class* ClassTable::make(Str* name, Class* metaclass, std::vector<Class*> bases, Class* layout_base,
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
  if (metaclass != get(BuiltinClass::Type)) bits |= Class::kCustomMetaclass;
  c->class_flags.store(bits);
  c->inline_slots.store(kFirstInlineSlots);
  c->root_shape = realm_.shapes.make_root(c);
  c->dict_shape.store(nullptr);
  c->construct = layout_base->construct;
  c->builtin = layout_base->builtin;
  c->shape.store(realm_.shapes.make_root(metaclass)->id);
  for (Class* base : c->bases) {
    runtime::Guard guard(base->subclasses_mutex);
    base->subclasses.push_back(c);
  }
  runtime::Guard guard(mutex_);
  owned_.push_back(std::move(owned));
  return c;
}

void ClassTable::changed(Class* cls) {
  // __getattr__ and __setattr__ are looked for before every access: keep the flags true.
  std::vector<Class*> pending = {cls};
  while (!pending.empty()) {
    Class* c = pending.back();
    pending.pop_back();
    const bool had_farewell = c->has(Class::kHasFarewell);
    refresh_flags(c);
    if (!had_farewell && c->has(Class::kHasFarewell)) realm_.register_farewells();
    runtime::Guard guard(c->subclasses_mutex);
    pending.insert(pending.end(), c->subclasses.begin(), c->subclasses.end());
  }
  std::uint32_t now = realm_.epoch.load();
  while (now < kLastEpoch && !realm_.epoch.compare_exchange_weak(now, now + 1)) {
  }
  if (now >= kLastEpoch) realm_.epoch.fetch_add(1);  // the thread caches compare all 32 bits
}

void ClassTable::refresh_flags(Class* cls) {
  auto is_python = [&](Str* name) {
    Cell* cell = cls->find(name);
    return cell != nullptr && (is_kind(cell->value.load(), Kind::Function));
  };
  std::uint32_t bits = 0;
  if (is_python(realm_.names.getattr) || is_python(realm_.names.getattribute)) bits |= Class::kHasGetattr;
  if (is_python(realm_.names.setattr) || is_python(realm_.names.delattr)) bits |= Class::kHasSetattr;
  if (Cell* farewell = cls->find(realm_.names.del); farewell != nullptr && !farewell->value.load().is_none()) {
    bits |= Class::kHasFarewell;
  }
  std::uint32_t mask = Class::kHasGetattr | Class::kHasSetattr | Class::kHasFarewell;
  std::uint32_t old = cls->class_flags.load();
  while (!cls->class_flags.compare_exchange_weak(old, (old & ~mask) | bits)) {
  }
}

std::vector<Class*> ClassTable::all() {
  runtime::Guard guard(mutex_);
  std::vector<Class*> classes;
  for (const auto& cls : owned_) classes.push_back(cls.get());
  return classes;
}

void ClassTable::trace(Marker& marker) const {
  mutex_.assume_held();  // the world is stopped
  for (const auto& cls : owned_) {
    cls->names.trace(marker);
    marker.visit(cls->name);
    marker.visit(cls->qualname);
  }
}

}  // namespace threadbook::python
