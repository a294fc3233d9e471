#include "python/vm/pattern_matching.h"

#include "python/vm/attributes.h"
#include "python/vm/interpreter.h"

namespace threadbook::python {

namespace {

// Can only an instance of a class written in Python, or of one a library registers, be of the kind
// that is asked for?
bool is_ruled_out(Value subject) {
  if (!subject.is_object()) return true;
  switch (subject.as_object()->kind) {
    case Kind::Str:
    case Kind::Bytes:
    case Kind::BigInt:
    case Kind::Set:
    case Kind::Exception:
    case Kind::Function:
    case Kind::NativeFunction:
    case Kind::Generator: return true;
    default: return false;
  }
}

// The classes a pattern C(x) of which gives `x` the subject itself, and their subclasses.
bool matches_itself(ThreadState& thread, const Class* cls) {
  for (BuiltinClass id :
       {BuiltinClass::Int, BuiltinClass::Str, BuiltinClass::Float, BuiltinClass::List, BuiltinClass::Tuple,
        BuiltinClass::Dict, BuiltinClass::Set, BuiltinClass::FrozenSet, BuiltinClass::Bytes}) {
    if (cls->derives_from(thread.interpreter.cls(id))) return true;
  }
  return false;
}

}  // namespace

Status match_sequence(ThreadState&, Value subject, Value& out) {
  if (is_kind(subject, Kind::List) || is_kind(subject, Kind::Range)) {
    out = Value::boolean(true);
  } else if (as_tuple(subject) != nullptr) {
    out = Value::boolean(true);
  } else if (is_ruled_out(subject) || is_kind(subject, Kind::Dict) || is_kind(subject, Kind::Boxed)) {
    out = Value::boolean(false);
  } else {
    return Status::Fallback;
  }
  return Status::Ok;
}

Status match_mapping(ThreadState&, Value subject, Value& out) {
  if (is_kind(subject, Kind::Dict)) {
    out = Value::boolean(true);
  } else if (is_ruled_out(subject) || is_kind(subject, Kind::List) || is_kind(subject, Kind::Tuple)) {
    out = Value::boolean(false);
  } else {
    return Status::Fallback;
  }
  return Status::Ok;
}

Status match_keys(ThreadState& thread, Value subject, Tuple* keys, Value& out) {
  if (class_of(thread, subject) != thread.interpreter.cls(BuiltinClass::Dict)) return Status::Fallback;
  std::vector<Value> values(keys->length);
  for (std::uint32_t i = 0; i < keys->length; ++i) {
    // Keys that are read from attributes may be equal: the library looks.
    if (as_str(keys->items[i]) == nullptr && keys->length > 1) return Status::Fallback;
    for (std::uint32_t k = 0; k < i; ++k) {
      if (equal(as_str(keys->items[i]), as_str(keys->items[k]))) return Status::Fallback;
    }
    std::uint64_t hash = 0;
    Status status = hash_value(thread, keys->items[i], hash);
    if (status != Status::Ok) return status;
    Lookup found = dict_get(thread, as_dict(subject), keys->items[i], hash, values[i]);
    if (found == Lookup::NeedsPython) return Status::Fallback;
    if (found == Lookup::Absent) {
      out = Value::none();
      return Status::Ok;
    }
  }
  out = Value::object(python::make_tuple(thread, std::span<const Value>(values)));
  return Status::Ok;
}

Status match_class(ThreadState& thread, Value subject, Value cls_value, std::uint16_t positional, Tuple* names,
                   Value& out) {
  Interpreter& interpreter = thread.interpreter;
  Class* cls = as_class(cls_value);
  if (cls == nullptr || class_of(thread, cls_value) != interpreter.cls(BuiltinClass::Type)) return Status::Fallback;
  if (!class_of(thread, subject)->derives_from(cls)) {
    out = Value::none();
    return Status::Ok;
  }
  std::vector<Value> values;
  auto attribute = [&](Str* name) {
    AttributeResult found = find_attribute(thread, subject, name);
    if (found.kind == AttributeResult::Kind::Missing) {
      out = Value::none();
      return Status::Ok;
    }
    if (found.kind != AttributeResult::Kind::Value) return Status::Fallback;
    values.push_back(found.value);
    return Status::Ok;
  };
  std::vector<Str*> wanted;
  if (positional > 0) {
    Cell* cell = thread.lookup(cls, interpreter.names.match_args);
    if (cell == nullptr) {
      if (positional > 1 || !matches_itself(thread, cls)) return Status::Fallback;
      values.push_back(subject);
    } else {
      Value match_args = cell->value.load();
      if (!is_kind(match_args, Kind::Tuple)) return Status::Fallback;
      auto* tuple = static_cast<Tuple*>(match_args.as_object());
      if (tuple->length < positional) return Status::Fallback;
      for (std::uint16_t i = 0; i < positional; ++i) {
        if (!is_kind(tuple->items[i], Kind::Str)) return Status::Fallback;
        wanted.push_back(interpreter.intern(as_str(tuple->items[i])));
      }
    }
  }
  for (Value name : names->view()) wanted.push_back(interpreter.intern(as_str(name)));
  for (std::size_t i = 0; i < wanted.size(); ++i) {
    for (std::size_t k = 0; k < i; ++k) {
      if (equal(wanted[i], wanted[k])) return Status::Fallback;  // a TypeError, which the library words
    }
    out = Value::unbound();
    Status status = attribute(wanted[i]);
    if (status != Status::Ok || out.is_none()) return status;
  }
  out = Value::object(values.empty() ? interpreter.empty_tuple
                                     : python::make_tuple(thread, std::span<const Value>(values)));
  return Status::Ok;
}

}  // namespace threadbook::python
