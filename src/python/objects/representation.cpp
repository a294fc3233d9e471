// repr(), str(), ascii() of builtin objects (representation.h).
#include "python/objects/representation.h"

#include "python/objects/object_numbers.h"

#include <charconv>
#include <cinttypes>
#include <cstdio>

#include "python/objects/callable_repr.h"
#include "python/objects/int_object.h"
#include "python/objects/number_operators.h"
#include "python/objects/realm.h"
#include "python/objects/text_operators.h"
#include "python/text/float_text.h"
#include "python/text/int_text.h"
#include "python/text/repr.h"

namespace threadbook::python {
namespace {

Status number_repr(RealmThread& thread, Value value, StrBuilder& out) {
  if (value.is_double()) {
    out.append_latin1(float_repr(value.as_double()));
    return Status::Ok;
  }
  if (value.is_small_int()) {
    out.append_latin1(int_text(value.as_small_int()));
    return Status::Ok;
  }
  const int limit = thread.realm.max_str_digits.load(std::memory_order_relaxed);
  return store(thread, int_text(IntOperand(value), limit, interrupt_of(thread)),
               [&](const std::string& digits) { out.append_latin1(digits); });
}

void append_quoted_object(RealmThread& thread, Value value, StrBuilder& out) {
  out.append_utf8(text("<", type_name(thread, value), " object at ", address_text(thread, value), ">"));
}

void module_repr(RealmThread& thread, Module* module, StrBuilder& out) {
  out.append_utf8(text("<module '", module->name->to_utf8(), "'"));
  const Value file = module->names->get(thread.realm.names.file);
  if (const Str* path = as_str(file)) {
    out.append_utf8(text(" from '", path->to_utf8(), "'>"));
  } else {
    // A module that the program has made says so by its empty __spec__.
    const Value spec = module->names->get(thread.realm.intern("__spec__"));
    out.append_latin1(spec.is_none() ? ">" : " (built-in)>");
  }
}

void cell_repr(RealmThread& thread, Cell* cell, StrBuilder& out) {
  const Value value = cell->value.load();
  out.append_utf8(text("<cell at ", address_text(thread, Value::object(cell)), ": "));
  if (value.is_unbound()) {
    out.append_latin1("empty>");
  } else {
    out.append_utf8(text(type_name(thread, value), " object at ",
                         address_text(thread, value.is_object() ? value : Value::object(cell)), ">"));
  }
}

Status wrapper_repr(RealmThread& thread, Value value, StrBuilder& out, int depth) {
  auto* wrapper = static_cast<MethodWrapper*>(value.as_object());
  out.append_utf8(text("<", type_name(thread, value), "("));
  const Status status = repr_item(thread, wrapper->function, out, depth + 1);
  if (status != Status::Ok) return status;
  out.append_latin1(")>");
  return Status::Ok;
}

// A __repr__ written in C++ that the class or a base has, other than object's own.
NativeFunction* native_repr(RealmThread& thread, Value value) {
  Cell* cell = thread.lookup(class_of(thread, value), thread.realm.names.repr);
  if (cell == nullptr) return nullptr;
  const Value method = cell->value.load();
  if (!is_kind(method, Kind::NativeFunction)) return nullptr;
  auto* function = static_cast<NativeFunction*>(method.as_object());
  return function->owner == thread.realm.cls(BuiltinClass::Object) ? nullptr : function;
}

Status repr_by_class(RealmThread& thread, Value value, StrBuilder& out) {
  NativeFunction* function = native_repr(thread, value);
  if (function == nullptr) return default_repr(thread, value, out);
  Value self = value;
  Value result;
  const Status status = function->function(thread, &self, result);
  if (status != Status::Ok) return status;
  if (const Str* str = as_str(result)) out.append(str);
  return Status::Ok;
}

Status object_repr(RealmThread& thread, Value value, StrBuilder& out, int depth) {
  Object* object = value.as_object();
  switch (object->kind) {
    case Kind::Str: append(out, repr(view_of(static_cast<Str*>(object))).view()); return Status::Ok;
    case Kind::Bytes: out.append_latin1(bytes_repr(static_cast<Bytes*>(object)->view())); return Status::Ok;
    case Kind::BigInt: return number_repr(thread, value, out);
    case Kind::Boxed: return repr_item(thread, static_cast<Boxed*>(object)->payload, out, depth);
    case Kind::Tuple:
    case Kind::List:
    case Kind::Deque:
    case Kind::Dict:
    case Kind::Set:
    case Kind::Range:
    case Kind::Slice:
    case Kind::DictView: return container_repr(thread, value, out, depth);
    case Kind::Exception: return exception_repr(thread, static_cast<Exception*>(object), out, depth);
    case Kind::Class:
      out.append_utf8(text("<class '", qualified_name(thread, static_cast<Class*>(object)), "'>"));
      return Status::Ok;
    case Kind::Function: function_repr(thread, static_cast<Function*>(object), out); return Status::Ok;
    case Kind::NativeFunction:
      native_function_repr(thread, static_cast<NativeFunction*>(object), out);
      return Status::Ok;
    case Kind::BoundMethod: return bound_method_repr(thread, static_cast<BoundMethod*>(object), out, depth);
    case Kind::Property:
      if (class_of(thread, value) != thread.realm.cls(BuiltinClass::Property)) return repr_by_class(thread, value, out);
      property_repr(thread, static_cast<Property*>(object), out);
      return Status::Ok;
    case Kind::Module: module_repr(thread, static_cast<Module*>(object), out); return Status::Ok;
    case Kind::Cell: cell_repr(thread, static_cast<Cell*>(object), out); return Status::Ok;
    case Kind::StaticMethod:
    case Kind::ClassMethod: return wrapper_repr(thread, value, out, depth);
    case Kind::Super: {
      auto* super = static_cast<Super*>(object);
      out.append_utf8(text("<super: <class '", super->cls->name->to_utf8(), "'>, <", super->self_class->name->to_utf8(),
                           " object>>"));
      return Status::Ok;
    }
    case Kind::CodeProxy:
    case Kind::Frame:
    case Kind::Generator: thread.realm.heap.machine_objects().repr(thread, object, out); return Status::Ok;
    case Kind::Member: {
      auto* member = static_cast<Member*>(object);
      out.append_utf8(
          text("<member '", member->name->to_utf8(), "' of '", member->owner->name->to_utf8(), "' objects>"));
      return Status::Ok;
    }
    case Kind::Traceback: append_quoted_object(thread, value, out); return Status::Ok;
    default: return repr_by_class(thread, value, out);
  }
}

}  // namespace

std::string address_text(RealmThread& thread, Value value) {
  char digits[24];
  std::snprintf(digits, sizeof digits, "0x%012" PRIx64, number_of(thread, value));
  return digits;
}

std::string qualified_name(RealmThread& thread, Class* cls) {
  std::string name = cls->qualname->to_utf8();
  const Str* module = as_str(cls->names.get(thread.realm.names.module));
  if (module == nullptr) return name;
  const std::string module_name = module->to_utf8();
  return module_name == "builtins" ? name : module_name + "." + name;
}

Status default_repr(RealmThread& thread, Value value, StrBuilder& out) {
  out.append_utf8(
      text("<", qualified_name(thread, class_of(thread, value)), " object at ", address_text(thread, value), ">"));
  return Status::Ok;
}

Status repr_item(RealmThread& thread, Value value, StrBuilder& out, int depth) {
  if (value.is_none()) {
    out.append_latin1("None");
  } else if (value.is_bool()) {
    out.append_latin1(value.is_true() ? "True" : "False");
  } else if (value.is_double() || value.is_small_int()) {
    return number_repr(thread, value, out);
  } else if (value.is_object()) {
    if (depth > kMaxReprDepth || overrides(thread, value, thread.realm.names.repr)) {
      return Status::Fallback;
    }
    return object_repr(thread, value, out, depth);
  } else if (value.is_not_implemented()) {
    out.append_latin1("NotImplemented");
  } else if (value.is_ellipsis()) {
    out.append_latin1("Ellipsis");
  } else {
    assert(!"repr of no value");
  }
  return Status::Ok;
}

Status repr(RealmThread& thread, Value value, StrBuilder& out) { return repr_item(thread, value, out, 0); }

Status str_of(RealmThread& thread, Value value, StrBuilder& out) {
  if (value.is_object()) {
    Object* object = value.as_object();
    if (object->kind == Kind::Str) {
      out.append(static_cast<Str*>(object));
      return Status::Ok;
    }
    if (overrides(thread, value, thread.realm.names.str)) return Status::Fallback;
    if (const Str* str = as_str(value)) {
      out.append(str);
      return Status::Ok;
    }
    if (object->kind == Kind::Exception) {
      return exception_str(thread, static_cast<Exception*>(object), out);
    }
  }
  return repr_item(thread, value, out, 0);
}

Status repr_value(RealmThread& thread, Value value, Str*& out) {
  StrBuilder builder(thread);
  const Status status = repr(thread, value, builder);
  if (status == Status::Ok) out = builder.finish();
  return status;
}

Status str_value(RealmThread& thread, Value value, Str*& out) {
  if (is_kind(value, Kind::Str)) {
    out = static_cast<Str*>(value.as_object());
    return Status::Ok;
  }
  if (value.is_small_int()) {
    char digits[24];
    const char* end = std::to_chars(std::begin(digits), std::end(digits), value.as_small_int()).ptr;
    out = make_str(thread, std::string_view(digits, end));
    return Status::Ok;
  }
  StrBuilder builder(thread);
  const Status status = str_of(thread, value, builder);
  if (status == Status::Ok) out = builder.finish();
  return status;
}

Status ascii_of(RealmThread& thread, Value value, StrBuilder& out) {
  Str* written = nullptr;
  const Status status = repr_value(thread, value, written);
  if (status != Status::Ok) return status;
  if (written->is_ascii()) {
    out.append(written);
    return Status::Ok;
  }
  // What is not ASCII stands in strings or names; either way it is escaped.
  for (std::size_t i = 0; i < written->length; ++i) {
    const char32_t c = written->at(i);
    if (c < 0x80) {
      out.append(c);
      continue;
    }
    char escape[12];
    std::snprintf(escape, sizeof escape,
                  c < 0x100     ? "\\x%02" PRIx32
                  : c < 0x10000 ? "\\u%04" PRIx32
                                : "\\U%08" PRIx32,
                  static_cast<std::uint32_t>(c));
    out.append_latin1(escape);
  }
  return Status::Ok;
}

}  // namespace threadbook::python
