#include "python/vm/slots.h"

#include <algorithm>

#include "python/objects/text_values.h"
#include "python/text/unicode.h"
#include "python/vm/interpreter.h"

namespace threadbook::python {

namespace {

// __name in class _C is _C__name, as in the body's code.
Str* mangled(ThreadState& thread, const Str* class_name, Str* name) {
  std::string text = name->to_utf8();
  std::string prefix = class_name->to_utf8();
  prefix.erase(0, prefix.find_first_not_of('_'));
  if (!text.starts_with("__") || text.ends_with("__") || prefix.empty()) return name;
  return thread.interpreter.intern("_" + prefix + text);
}

}  // namespace

Status plan_slots(ThreadState& thread, Str* class_name, const std::vector<Class*>& bases, const Class* layout,
                  Dict* names, SlotsPlan& plan) {
  Interpreter& interpreter = thread.interpreter;
  Value declared;
  if (!dict_get_str(thread, names, interpreter.names.slots, declared)) return Status::Ok;
  bool base_has_dict =
      std::any_of(bases.begin(), bases.end(), [](Class* c) { return c->has(Class::kInstancesHaveDict); });
  bool base_has_weakref = std::any_of(bases.begin(), bases.end(), [](Class* c) { return !c->has(Class::kBuiltin); });
  plan.has_dict = base_has_dict;
  std::vector<Value> items;
  if (as_str(declared) != nullptr) {
    items.push_back(declared);
  } else {
    Status status = collect(thread, declared, items);
    if (status != Status::Ok) return status;
  }
  bool varies_in_size = layout->builtin == BuiltinClass::Int || layout->builtin == BuiltinClass::Bytes ||
                        layout->builtin == BuiltinClass::Tuple || layout->builtin == BuiltinClass::Type;
  bool weakref = false;
  for (Value item : items) {
    Str* name = as_str(item);
    if (name == nullptr) {
      return raise(thread, ExceptionType::TypeError,
                   text("__slots__ items must be strings, not '", type_name(thread, item), "'"));
    }
    if (varies_in_size) {
      return raise(thread, ExceptionType::TypeError,
                   text("nonempty __slots__ not supported for subtype of '", layout->name->to_utf8(), "'"));
    }
    if (!is_identifier(view_of(name))) return raise(thread, ExceptionType::TypeError, "__slots__ must be identifiers");
    name = interpreter.intern(name);
    if (name == interpreter.names.dict) {
      if (plan.has_dict) {
        return raise(thread, ExceptionType::TypeError, "__dict__ slot disallowed: we already got one");
      }
      plan.has_dict = true;
      continue;
    }
    if (name == interpreter.intern("__weakref__")) {
      if (base_has_weakref || weakref) {
        return raise(thread, ExceptionType::TypeError, "__weakref__ slot disallowed: we already got one");
      }
      weakref = true;
      continue;
    }
    name = interpreter.intern(mangled(thread, class_name, name));
    Value taken;
    if (name != interpreter.names.qualname && name != interpreter.names.classcell &&
        dict_get_str(thread, names, name, taken)) {
      return raise(thread, ExceptionType::ValueError,
                   text("'", name->to_utf8(), "' in __slots__ conflicts with class variable"));
    }
    plan.names.push_back(name);
  }
  std::sort(plan.names.begin(), plan.names.end(), [](Str* a, Str* b) { return compare(a, b) < 0; });
  return Status::Ok;
}

void add_slots(ThreadState& thread, Class* cls, const SlotsPlan& plan) {
  if (!plan.has_dict) cls->class_flags.fetch_and(~std::uint32_t{Class::kInstancesHaveDict});
  if (!plan.names.empty()) cls->class_flags.fetch_or(Class::kHasSlots);
  for (Str* name : plan.names) {
    auto* member = thread.heap.make<Member>(Kind::Member, thread.interpreter.shape(BuiltinClass::Member), 0);
    member->name = name;
    member->owner = cls;
    cls->names.set(thread, name, Value::object(member));
  }
}

}  // namespace threadbook::python
