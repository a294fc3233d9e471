// What the methods of str and bytes share. The two types have most of their methods in common, so
// each of those is written once, as a template over Kind::Str or Kind::Bytes, on TextViews; only
// what a result is made of, and the words of an error, differ.
//
// Natives receive their arguments as NativeDef says (function.h): arguments[0] is self.
#pragma once

#include <span>

#include "python/objects/int_object.h"
#include "python/objects/number_operators.h"
#include "python/objects/text_operators.h"
#include "python/text/search.h"

namespace threadbook::python {

// Tables of parts of the methods, for str_methods() and bytes_methods().
std::span<const NativeDef> str_search_methods();
std::span<const NativeDef> bytes_search_methods();
std::span<const NativeDef> str_split_methods();
std::span<const NativeDef> bytes_split_methods();
std::span<const NativeDef> str_layout_methods();
std::span<const NativeDef> bytes_layout_methods();
std::span<const NativeDef> str_special_methods();
std::span<const NativeDef> bytes_special_methods();
std::span<const NativeDef> str_translate_methods();

// Encodings: UTF-8, ASCII, Latin-1 under the names Python knows; error handlers strict, ignore,
// replace, backslashreplace, xmlcharrefreplace (encoding), surrogatepass (UTF-8). LookupError for
// others, UnicodeEncodeError, UnicodeDecodeError. `encoding` and `errors` may be Unbound.
Status encode(RealmThread& thread, Str* text, Value encoding, Value errors, std::string_view function, Value& out);
Status decode(RealmThread& thread, std::string_view bytes, Value encoding, Value errors, std::string_view function,
              Value& out);

// The type of a wrong argument, as CPython's argument parser names it.
inline std::string argument_type(RealmThread& thread, Value value) {
  return value.is_none() ? "None" : type_name(thread, value);
}
inline Status type_error(RealmThread& thread, const std::string& message) {
  return raise(thread, ExceptionType::TypeError, message);
}
inline Status value_error(RealmThread& thread, std::string_view message) {
  return raise(thread, ExceptionType::ValueError, message);
}

// The receiver of a method.
struct TextSelf {
  Value value;  // exactly a str or bytes
  TextView view;
};

// False with a TypeError raised if `value` is of another type.
template <Kind kind>
bool text_self(RealmThread& thread, Value value, TextSelf& self) {
  self.value = unbox(value);
  if (!is_kind(self.value, kind)) {
    type_error(thread, text("descriptor requires a '", kind == Kind::Str ? "str" : "bytes", "' object but received a '",
                            type_name(thread, value), "'"));
    return false;
  }
  if constexpr (kind == Kind::Str) {
    self.view = view_of(static_cast<Str*>(self.value.as_object()));
  } else {
    self.view = view_of(static_cast<Bytes*>(self.value.as_object()));
  }
  return true;
}

// The receiver's characters [span), as a value of its type.
template <Kind kind>
Value part_of(RealmThread& thread, const TextSelf& self, Span span) {
  if constexpr (kind == Kind::Str) {
    return Value::object(slice_of(thread, static_cast<Str*>(self.value.as_object()), span.start, span.end));
  } else {
    if (span.size() == self.view.size()) return self.value;
    return Value::object(make_bytes(thread, self.view.slice(span.start, span.end).narrow()));
  }
}

template <Kind kind>
Value make_text(RealmThread& thread, const Text& text) {
  if constexpr (kind == Kind::Str) {
    return Value::object(make_str(thread, text));
  } else {
    return Value::object(make_bytes(thread, text.narrow));
  }
}
template <Kind kind>
Status store_text(RealmThread& thread, const Result<Text>& result, Value& out) {
  if (!result.ok()) return raise(thread, result.error());
  out = make_text<kind>(thread, *result);
  return Status::Ok;
}

// An argument of the receiver's own type; false if it is something else (nothing raised).
template <Kind kind>
bool same_type(Value value, TextView& out) {
  value = unbox(value);
  if (!is_kind(value, kind)) return false;
  if constexpr (kind == Kind::Str) {
    out = view_of(static_cast<Str*>(value.as_object()));
  } else {
    out = view_of(static_cast<Bytes*>(value.as_object()));
  }
  return true;
}

// The same, raising: "must be str, not int", "a bytes-like object is required, not 'int'".
template <Kind kind>
bool require_same_type(RealmThread& thread, Value value, TextView& out, std::string_view prefix = "") {
  if (same_type<kind>(value, out)) return true;
  const std::string type =
      prefix.empty() || kind == Kind::Bytes ? type_name(thread, value) : argument_type(thread, value);
  type_error(thread, kind == Kind::Str ? text(prefix, prefix.empty() ? "" : " ", "must be str, not ", type)
                                       : text("a bytes-like object is required, not '", type, "'"));
  return false;
}

// Optional bounds, as str.find takes them: None or left out, or an int counted from the end if it is
// negative, clipped to `length`. `outside`: start lies behind end, so that not even '' is found.
struct Bounds {
  std::size_t start = 0;
  std::size_t end = 0;
  bool outside = false;
};
Status bounds_arguments(RealmThread& thread, Value start, Value end, std::size_t length, Bounds& out);
// A limit as split and replace take it: negative means kAll.
Status limit_argument(RealmThread& thread, Value value, std::size_t& out);

}  // namespace threadbook::python
