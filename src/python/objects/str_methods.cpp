// str: the constructor, case, character classes, encode, format; and the table of all its methods.
#include <vector>

#include "python/objects/format_operations.h"
#include "python/objects/methods.h"
#include "python/objects/realm.h"
#include "python/objects/representation.h"
#include "python/objects/text_methods.h"
#include "python/text/unicode.h"

namespace threadbook::python {
namespace {

// str(x) and str(bytes, encoding, errors). Library counterpart: str__new.
Status new_str(RealmThread& thread, Value* arguments, Value& result) {
  Class* cls = as_class(arguments[0]);
  const Value object = arguments[1];
  Value text_value;
  if (object.is_unbound()) {
    text_value = Value::object(make_str(thread, std::string_view()));
  } else if (arguments[2].is_unbound() && arguments[3].is_unbound()) {
    Str* str = nullptr;
    const Status status = str_value(thread, object, str);
    if (status != Status::Ok) return status;
    text_value = Value::object(str);
  } else if (Bytes* bytes = as_bytes(object)) {
    const Status status = decode(thread, bytes->view(), arguments[2], arguments[3], "str", text_value);
    if (status != Status::Ok) return status;
  } else {
    return type_error(thread, as_str(object) != nullptr ? "decoding str is not supported"
                                                        : text("decoding to str: need a bytes-like object, ",
                                                               type_name(thread, object), " found"));
  }
  result = box(thread, cls, text_value);
  return Status::Ok;
}

using Mapping = Text (*)(TextView);
template <Mapping mapping>
Status map_method(RealmThread& thread, Value* arguments, Value& result) {
  TextSelf self;
  if (!text_self<Kind::Str>(thread, arguments[0], self)) return Status::Raised;
  result = Value::object(make_str(thread, mapping(self.view)));
  return Status::Ok;
}

// upper() and lower() of ASCII text, where the two cases of a letter differ in one bit: `first` to
// `first` + 25 become the other case.
template <Mapping mapping, char first>
Status case_method(RealmThread& thread, Value* arguments, Value& result) {
  TextSelf self;
  if (!text_self<Kind::Str>(thread, arguments[0], self)) return Status::Raised;
  const auto* str = static_cast<const Str*>(self.value.as_object());
  if (!str->is_ascii() || str->length <= 1) return map_method<mapping>(thread, arguments, result);
  const std::string_view from = str->latin1();
  Str* mapped = allocate_narrow(thread, from.size(), true);
  char* to = narrow_data(mapped);
  for (const char c : from) {
    *to++ = static_cast<char>(static_cast<unsigned char>(c - first) < 26 ? c ^ 0x20 : c);
  }
  result = Value::object(mapped);
  return Status::Ok;
}

using Test = bool (*)(TextView) noexcept;
template <Test test>
Status test_method(RealmThread& thread, Value* arguments, Value& result) {
  TextSelf self;
  if (!text_self<Kind::Str>(thread, arguments[0], self)) return Status::Raised;
  result = Value::boolean(test(self.view));
  return Status::Ok;
}

Status encode_method(RealmThread& thread, Value* arguments, Value& result) {
  TextSelf self;
  if (!text_self<Kind::Str>(thread, arguments[0], self)) return Status::Raised;
  return encode(thread, as_str(self.value), arguments[1], arguments[2], "encode", result);
}

// Library counterparts: str__format, str__format_map.
Status format_method(RealmThread& thread, Value* arguments, Value& result) {
  TextSelf self;
  if (!text_self<Kind::Str>(thread, arguments[0], self)) return Status::Raised;
  return str_format(thread, as_str(self.value), as_tuple(arguments[1]), as_dict(arguments[2]), result);
}
Status format_map_method(RealmThread& thread, Value* arguments, Value& result) {
  TextSelf self;
  if (!text_self<Kind::Str>(thread, arguments[0], self)) return Status::Raised;
  return str_format_map(thread, as_str(self.value), arguments[1], result);
}

constexpr NativeDef kStrMethods[] = {
    {"__new__(cls, object=..., encoding=..., errors=...)", new_str},
    {"capitalize(self, /)", map_method<capitalize>},
    {"casefold(self, /)", map_method<casefold>},
    {"lower(self, /)", case_method<lower, 'A'>},
    {"swapcase(self, /)", map_method<swapcase>},
    {"title(self, /)", map_method<title>},
    {"upper(self, /)", case_method<upper, 'a'>},
    {"isalnum(self, /)", test_method<is_alnum>},
    {"isalpha(self, /)", test_method<is_alpha>},
    {"isascii(self, /)", test_method<is_ascii>},
    {"isdecimal(self, /)", test_method<is_decimal>},
    {"isdigit(self, /)", test_method<is_digit>},
    {"isidentifier(self, /)", test_method<is_identifier>},
    {"islower(self, /)", test_method<is_lower>},
    {"isnumeric(self, /)", test_method<is_numeric>},
    {"isprintable(self, /)", test_method<is_printable>},
    {"isspace(self, /)", test_method<is_space>},
    {"istitle(self, /)", test_method<is_title>},
    {"isupper(self, /)", test_method<is_upper>},
    {"encode(self, /, encoding=..., errors=...)", encode_method},
    {"format(self, /, *args, **kwargs)", format_method},
    {"format_map(self, mapping, /)", format_map_method},
};

}  // namespace

std::span<const NativeDef> str_methods() {
  static const std::vector<NativeDef> methods = [] {
    std::vector<NativeDef> all(std::begin(kStrMethods), std::end(kStrMethods));
    for (auto part : {str_search_methods(), str_split_methods(), str_layout_methods(), str_translate_methods(),
                      str_special_methods()}) {
      all.insert(all.end(), part.begin(), part.end());
    }
    return all;
  }();
  return methods;
}

}  // namespace threadbook::python
