#include "python/objects/native_table.h"

#include "python/objects/operations.h"
#include "python/objects/realm.h"
#include "python/objects/signature.h"

namespace threadbook::python {

NativeFunction* NativeTable::make(RealmThread& thread, Native function, std::unique_ptr<Signature> signature,
                                  Class* owner, Str* module, ShapeId shape) {
  auto* native = thread.heap.make<NativeFunction>(Kind::NativeFunction, shape, 0);
  native->function = function;
  native->signature = signature.get();
  native->owner = owner;
  native->module = module;
  std::string name = signature->name->to_utf8();
  native->qualname = realm_.intern(owner != nullptr ? owner->qualname->to_utf8() + "." + name : name);
  native->fallback.store(nullptr, std::memory_order_relaxed);
  runtime::Guard guard(mutex_);
  signatures_.push_back(std::move(signature));
  return native;
}

NativeFunction* NativeTable::make(RealmThread& thread, const NativeDef& def, Class* owner, Str* module) {
  BuiltinClass cls = owner != nullptr ? BuiltinClass::MethodDescriptor : BuiltinClass::Builtin;
  return make(thread, def.function, parse_signature(thread, def.signature), owner, module, realm_.shape(cls));
}

// As a static method of its class.
void NativeTable::add_static(RealmThread& thread, Class* owner, NativeFunction* native) {
  auto* wrapper = thread.heap.make<MethodWrapper>(Kind::StaticMethod, realm_.shape(BuiltinClass::StaticMethod), 0);
  wrapper->more.store(nullptr);
  wrapper->function = Value::object(native);
  owner->names.set(thread, native->signature->name, Value::object(wrapper));
}

void NativeTable::add_methods(RealmThread& thread, BuiltinClass id, std::span<const NativeDef> methods) {
  add_methods(thread, realm_.cls(id), methods);
}

void NativeTable::add_methods(RealmThread& thread, Class* owner, std::span<const NativeDef> methods) {
  for (const NativeDef& def : methods) {
    NativeFunction* native = make(thread, def, owner);
    if (native->signature->name != realm_.names.new_) {
      owner->names.set(thread, native->signature->name, Value::object(native));
      continue;
    }
    owner->construct = native;
    // What super().__new__(cls) finds, whatever builtin class `cls` derives from.
    if (owner == realm_.cls(BuiltinClass::Object)) add_static(thread, owner, native);
    runtime::Guard guard(mutex_);
    constructors_.push_back(native);
  }
}

void NativeTable::add_getters(RealmThread& thread, Class* owner, std::span<const NativeDef> getters) {
  for (const NativeDef& def : getters) {
    NativeFunction* native = make(thread, def, owner);
    auto* property = thread.heap.make<Property>(Kind::Property, realm_.shape(BuiltinClass::Property), 0);
    property->more.store(nullptr);
    property->getter.store(Value::object(native));
    for (Slot* part : {&property->setter, &property->deleter, &property->doc}) part->store(Value::none());
    owner->names.set(thread, native->signature->name, Value::object(property));
  }
}

void NativeTable::add_functions(RealmThread& thread, Namespace& into, std::span<const NativeDef> functions,
                                Str* module) {
  for (const NativeDef& def : functions) {
    NativeFunction* native = make(thread, def, nullptr, module);
    into.set(thread, native->signature->name, Value::object(native));
  }
}

void NativeTable::add_record_constructor(RealmThread& thread, Class* owner, Native function,
                                         std::span<const Value> fields, std::span<const Value> defaults) {
  auto signature = std::make_unique<Signature>();
  signature->name = realm_.names.new_;
  signature->parameters.push_back({realm_.intern("_cls"), Value::unbound(), true});
  for (std::size_t i = 0; i < fields.size(); ++i) {
    bool required = i + defaults.size() < fields.size();
    Value fallback = required ? Value::unbound() : defaults[i + defaults.size() - fields.size()];
    Str* name = realm_.intern(static_cast<Str*>(fields[i].as_object()));
    signature->parameters.push_back({name, fallback, required});
  }
  signature->positional = static_cast<std::uint16_t>(signature->parameters.size());
  signature->positional_only = 1;
  NativeFunction* native =
      make(thread, function, std::move(signature), owner, nullptr, realm_.shape(BuiltinClass::Builtin));
  add_static(thread, owner, native);
  owner->construct = native;
}

void NativeTable::trace(Marker& marker) const {
  mutex_.assume_held();  // the world is stopped
  for (NativeFunction* native : constructors_) marker.visit(native);
  for (const auto& signature : signatures_) {
    for (const auto& parameter : signature->parameters) marker.visit(parameter.fallback);
  }
}

}  // namespace threadbook::python
