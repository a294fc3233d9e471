#include "python/modules/weakref_module.h"

#include "python/objects/container_support.h"
#include "python/objects/representation.h"
#include "python/objects/weak_reference.h"
#include "python/vm/interpreter.h"

namespace threadbook::python {

namespace {

WeakReference* self_of(Value* arguments) { return as_weak_reference(arguments[0]); }

Status construct(RealmThread& thread, Value* arguments, Value& result) {
  return make_weak_reference(thread, arguments[1], arguments[2], result);
}

// A subclass may hand more to its own __init__; here there is nothing left to do.
Status init(RealmThread&, Value*, Value& result) {
  result = Value::none();
  return Status::Ok;
}

Status call_reference(RealmThread&, Value* arguments, Value& result) {
  result = referent_of(self_of(arguments));
  return Status::Ok;
}

Status callback(RealmThread&, Value* arguments, Value& result) {
  WeakReference* reference = self_of(arguments);
  result = referent_of(reference).is_none() ? Value::none() : reference->callback.load();
  return Status::Ok;
}

template <CompareOp op>
Status compare(RealmThread& thread, Value* arguments, Value& result) {
  return container_compare(thread, op, arguments[0], arguments[1], 0, result);
}

Status hash(RealmThread& thread, Value* arguments, Value& result) {
  std::uint64_t hash = 0;
  Status status = weak_reference_hash(thread, self_of(arguments), hash);
  result = make_int(thread, static_cast<std::int64_t>(hash));
  return status;
}

// _keep_hash(reference, hash): what library code found it to be.
Status keep_hash(RealmThread&, Value* arguments, Value& result) {
  self_of(arguments)->hash.store(arguments[1]);
  result = Value::none();
  return Status::Ok;
}

Status repr(RealmThread& thread, Value* arguments, Value& result) {
  WeakReference* reference = self_of(arguments);
  Value referent = referent_of(reference);
  StrBuilder out(thread);
  out.append_utf8(text("<weakref at ", address_text(thread, Value::object(reference)), "; "));
  if (referent.is_none()) {
    out.append_latin1("dead>");
  } else {
    out.append_utf8(text("to '", type_name(thread, referent), "' at ", address_text(thread, referent)));
    const Str* name = nullptr;
    if (is_kind(referent, Kind::Function)) name = as_str(static_cast<Function*>(referent.as_object())->name.load());
    if (Class* cls = as_class(referent)) name = cls->name;
    out.append_utf8(name == nullptr ? ">" : text(" (", name->to_utf8(), ")>"));
  }
  result = Value::object(out.finish());
  return Status::Ok;
}

constexpr NativeDef kMethods[] = {
    {"__new__(cls, object, callback=None, /, **kwargs)", construct},
    {"__init__(self, *args, **kwargs)", init},
    {"__call__(self, /)", call_reference},
    {"__eq__(self, value, /)", compare<CompareOp::Eq>},
    {"__ne__(self, value, /)", compare<CompareOp::Ne>},
    {"__hash__(self, /)", hash},
    {"__repr__(self, /)", repr},
};
constexpr NativeDef kGetters[] = {{"__callback__(self, /)", callback}};

// getweakrefs(object): those there are, a list.
Status references_to(RealmThread& thread, Value* arguments, Value& result) {
  List* list = make_list(thread);
  if (arguments[0].is_object()) {
    for (WeakReference* reference : thread.realm.heap.weak_references_to(arguments[0].as_object())) {
      list_append(thread, list, Value::object(reference));
    }
  }
  result = Value::object(list);
  return Status::Ok;
}

constexpr NativeDef kFunctions[] = {
    {"getweakrefs(object, /)", references_to},
    {"_keep_hash(reference, hash, /)", keep_hash},
};

}  // namespace

void fill_weakref(ThreadState& thread, Module& module) {
  Interpreter& interpreter = thread.interpreter;
  Class* cls = interpreter.cls(BuiltinClass::WeakReference);
  cls->names.set(thread, interpreter.names.module, Value::object(interpreter.intern("weakref")));
  interpreter.natives.add_methods(thread, BuiltinClass::WeakReference, kMethods);
  interpreter.natives.add_getters(thread, cls, kGetters);
  module.names->set(thread, cls->name, Value::object(cls));
  interpreter.natives.add_functions(thread, *module.names, kFunctions, module.name);
}

}  // namespace threadbook::python
