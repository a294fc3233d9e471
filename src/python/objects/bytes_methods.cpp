// bytes: the constructor, decode, hex, and the ASCII case methods; and the table of all its methods.
#include <vector>

#include "python/objects/methods.h"
#include "python/objects/realm.h"
#include "python/objects/text_methods.h"

namespace threadbook::python {
namespace {

bool is_upper_ascii(char c) { return c >= 'A' && c <= 'Z'; }
bool is_lower_ascii(char c) { return c >= 'a' && c <= 'z'; }
bool is_alpha_ascii(char c) { return is_upper_ascii(c) || is_lower_ascii(c); }
bool is_digit_ascii(char c) { return c >= '0' && c <= '9'; }
bool is_alnum_ascii(char c) { return is_alpha_ascii(c) || is_digit_ascii(c); }
bool is_space_ascii(char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }
bool is_byte_ascii(char c) { return static_cast<unsigned char>(c) < 0x80; }
char upper_ascii(char c) { return is_lower_ascii(c) ? static_cast<char>(c - 'a' + 'A') : c; }
char lower_ascii(char c) { return is_upper_ascii(c) ? static_cast<char>(c - 'A' + 'a') : c; }

// ---- constructor -------------------------------------------------------------------------------

Status byte_of(RealmThread& thread, Value item, std::string_view what, char& out) {
  std::int64_t number;
  const Status status = as_index(thread, item, number);
  if (status != Status::Ok) return status;
  if (number < 0 || number > 255) {
    return value_error(thread, text(what, " must be in range(0, 256)"));
  }
  out = static_cast<char>(number);
  return Status::Ok;
}

Status bytes_of_items(RealmThread& thread, Value source, std::string& out) {
  std::vector<Value> items;
  const Status collected = collect(thread, source, items);
  if (collected == Status::Raised) {
    return type_error(thread, text("cannot convert '", type_name(thread, source), "' object to bytes"));
  }
  if (collected != Status::Ok) return collected;
  out.resize(items.size());
  for (std::size_t i = 0; i < items.size(); ++i) {
    const Status status = byte_of(thread, items[i], "bytes", out[i]);
    if (status != Status::Ok) return status;
  }
  return Status::Ok;
}

Status zero_bytes(RealmThread& thread, Value count, std::string& out) {
  std::int64_t size;
  if (!to_int64(count, size)) {
    return raise(thread, ExceptionType::OverflowError, "cannot fit 'int' into an index-sized integer");
  }
  if (size < 0) return value_error(thread, "negative count");
  require_room(thread, static_cast<std::uint64_t>(size));
  out.assign(static_cast<std::size_t>(size), '\0');
  return Status::Ok;
}

// bytes(count), bytes(iterable), bytes(str, encoding). Library counterpart: bytes__new.
Status new_bytes(RealmThread& thread, Value* arguments, Value& result) {
  Class* cls = as_class(arguments[0]);
  const Value source = arguments[1];
  const bool coded = !arguments[2].is_unbound() || !arguments[3].is_unbound();
  Str* str = source.is_unbound() ? nullptr : as_str(source);
  if (str != nullptr) {
    if (arguments[2].is_unbound()) {
      return type_error(thread, "string argument without an encoding");
    }
    Value bytes;
    const Status status = encode(thread, str, arguments[2], arguments[3], "bytes", bytes);
    if (status == Status::Ok) result = box(thread, cls, bytes);
    return status;
  }
  if (coded) return type_error(thread, "encoding without a string argument");
  if (source.is_unbound()) {
    result = box(thread, cls, Value::object(make_bytes(thread, {})));
    return Status::Ok;
  }
  if (overrides(thread, source, thread.realm.names.bytes)) return Status::Fallback;
  std::string content;
  Status status = Status::Ok;
  if (Bytes* bytes = as_bytes(source)) {
    content = bytes->view();
  } else if (is_int(source)) {
    status = zero_bytes(thread, source, content);
  } else {
    status = bytes_of_items(thread, source, content);
  }
  if (status == Status::Ok) result = box(thread, cls, Value::object(make_bytes(thread, content)));
  return status;
}

// ---- hex ---------------------------------------------------------------------------------------

int hex_digit(char32_t c) {
  if (c >= U'0' && c <= U'9') return static_cast<int>(c - U'0');
  if (c >= U'a' && c <= U'f') return static_cast<int>(c - U'a' + 10);
  if (c >= U'A' && c <= U'F') return static_cast<int>(c - U'A' + 10);
  return -1;
}

Status fromhex(RealmThread& thread, Value* arguments, Value& result) {
  TextView digits;
  if (!require_same_type<Kind::Str>(thread, arguments[1], digits, "fromhex() argument")) {
    return Status::Raised;
  }
  std::string content;
  for (std::size_t i = 0; i < digits.size(); ++i) {
    if (digits[i] < 0x80 && is_space_ascii(static_cast<char>(digits[i]))) continue;
    const int high = hex_digit(digits[i]);
    const int low = high >= 0 && i + 1 < digits.size() ? hex_digit(digits[i + 1]) : -1;
    if (low < 0) {
      return value_error(thread, text("non-hexadecimal number found in fromhex() arg at position ",
                                      std::to_string(high < 0 ? i : i + 1)));
    }
    content += static_cast<char>(high * 16 + low);
    ++i;
  }
  result = box(thread, as_class(arguments[0]), Value::object(make_bytes(thread, content)));
  return Status::Ok;
}

Status separator_argument(RealmThread& thread, Value value, std::string& out) {
  TextView separator;
  if (!same_type<Kind::Str>(value, separator) && !same_type<Kind::Bytes>(value, separator)) {
    return type_error(thread, text("object of type '", type_name(thread, value), "' has no len()"));
  }
  if (separator.size() != 1) return value_error(thread, "sep must be length 1.");
  if (separator[0] >= 0x80) return value_error(thread, "sep must be ASCII.");
  out = static_cast<char>(separator[0]);
  return Status::Ok;
}

// Groups of bytes_per_sep are counted from the right, negative ones from the left.
Status hex_method(RealmThread& thread, Value* arguments, Value& result) {
  TextSelf self;
  if (!text_self<Kind::Bytes>(thread, arguments[0], self)) return Status::Raised;
  std::string separator;
  std::int64_t group = 0;
  if (!arguments[1].is_unbound()) {
    Status status = as_index(thread, arguments[2], group);
    if (status == Status::Ok) status = separator_argument(thread, arguments[1], separator);
    if (status != Status::Ok) return status;
  }
  const std::string_view bytes = self.view.narrow();
  const std::uint64_t size = group < 0 ? 0 - static_cast<std::uint64_t>(group) : static_cast<std::uint64_t>(group);
  require_room(thread, bytes.size(), 3);
  std::string digits;
  for (std::size_t i = 0; i < bytes.size(); ++i) {
    const std::size_t distance = group < 0 ? i : bytes.size() - i;
    if (i > 0 && size != 0 && distance % size == 0) digits += separator;
    const auto byte = static_cast<unsigned char>(bytes[i]);
    digits += "0123456789abcdef"[byte >> 4];
    digits += "0123456789abcdef"[byte & 15];
  }
  result = Value::object(make_str(thread, std::string_view(digits)));
  return Status::Ok;
}

// ---- the rest ----------------------------------------------------------------------------------

Status decode_method(RealmThread& thread, Value* arguments, Value& result) {
  TextSelf self;
  if (!text_self<Kind::Bytes>(thread, arguments[0], self)) return Status::Raised;
  return decode(thread, self.view.narrow(), arguments[1], arguments[2], "decode", result);
}

enum class Case : std::uint8_t { Upper, Lower, Swap, Title, Capitalize };
template <Case how>
Status case_method(RealmThread& thread, Value* arguments, Value& result) {
  TextSelf self;
  if (!text_self<Kind::Bytes>(thread, arguments[0], self)) return Status::Raised;
  std::string content(self.view.narrow());
  bool in_word = false;
  for (std::size_t i = 0; i < content.size(); ++i) {
    char& c = content[i];
    const bool letter = is_alpha_ascii(c);
    const bool upper = how == Case::Upper || (how == Case::Swap && is_lower_ascii(c)) ||
                       (how == Case::Title && !in_word) || (how == Case::Capitalize && i == 0);
    c = upper ? upper_ascii(c) : lower_ascii(c);
    in_word = letter;
  }
  result = Value::object(make_bytes(thread, content));
  return Status::Ok;
}

template <bool (*test)(char), bool if_empty>
Status test_method(RealmThread& thread, Value* arguments, Value& result) {
  TextSelf self;
  if (!text_self<Kind::Bytes>(thread, arguments[0], self)) return Status::Raised;
  bool all = if_empty || !self.view.empty();
  for (char c : self.view.narrow()) all = all && test(c);
  result = Value::boolean(all);
  return Status::Ok;
}

template <bool upper>
Status is_case_method(RealmThread& thread, Value* arguments, Value& result) {
  TextSelf self;
  if (!text_self<Kind::Bytes>(thread, arguments[0], self)) return Status::Raised;
  bool some = false;
  bool other = false;
  for (char c : self.view.narrow()) {
    some = some || (upper ? is_upper_ascii(c) : is_lower_ascii(c));
    other = other || (upper ? is_lower_ascii(c) : is_upper_ascii(c));
  }
  result = Value::boolean(some && !other);
  return Status::Ok;
}

Status istitle_method(RealmThread& thread, Value* arguments, Value& result) {
  TextSelf self;
  if (!text_self<Kind::Bytes>(thread, arguments[0], self)) return Status::Raised;
  bool in_word = false;
  bool some = false;
  bool title = true;
  for (char c : self.view.narrow()) {
    if (is_alpha_ascii(c)) {
      some = true;
      title = title && is_upper_ascii(c) == !in_word;
    }
    in_word = is_alpha_ascii(c);
  }
  result = Value::boolean(some && title);
  return Status::Ok;
}

Status translate_method(RealmThread& thread, Value* arguments, Value& result) {
  TextSelf self;
  if (!text_self<Kind::Bytes>(thread, arguments[0], self)) return Status::Raised;
  TextView table, removed;
  if (!arguments[1].is_none()) {
    if (!require_same_type<Kind::Bytes>(thread, arguments[1], table)) return Status::Raised;
    if (table.size() != 256) {
      return value_error(thread, "translation table must be 256 characters long");
    }
  }
  if (!arguments[2].is_unbound() && !require_same_type<Kind::Bytes>(thread, arguments[2], removed)) {
    return Status::Raised;
  }
  std::string content;
  for (char c : self.view.narrow()) {
    if (removed.narrow().find(c) != std::string_view::npos) continue;
    content += table.empty() ? c : table.narrow()[static_cast<unsigned char>(c)];
  }
  result = Value::object(make_bytes(thread, content));
  return Status::Ok;
}

Status maketrans(RealmThread& thread, Value* arguments, Value& result) {
  TextView from, to;
  if (!require_same_type<Kind::Bytes>(thread, arguments[0], from) ||
      !require_same_type<Kind::Bytes>(thread, arguments[1], to)) {
    return Status::Raised;
  }
  if (from.size() != to.size()) {
    return value_error(thread, "maketrans arguments must have same length");
  }
  std::string table(256, '\0');
  for (std::size_t i = 0; i < 256; ++i) table[i] = static_cast<char>(i);
  for (std::size_t i = 0; i < from.size(); ++i) {
    table[static_cast<std::size_t>(from[i])] = to.narrow()[i];
  }
  result = Value::object(make_bytes(thread, table));
  return Status::Ok;
}

constexpr NativeDef kBytesMethods[] = {
    {"__new__(cls, source=..., encoding=..., errors=...)", new_bytes},
    {"fromhex(cls, string, /)", fromhex},
    {"maketrans(frm, to, /)", maketrans},
    {"hex(self, sep=..., bytes_per_sep=1)", hex_method},
    {"decode(self, /, encoding=..., errors=...)", decode_method},
    {"translate(self, table, /, delete=...)", translate_method},
    {"capitalize(self, /)", case_method<Case::Capitalize>},
    {"lower(self, /)", case_method<Case::Lower>},
    {"swapcase(self, /)", case_method<Case::Swap>},
    {"title(self, /)", case_method<Case::Title>},
    {"upper(self, /)", case_method<Case::Upper>},
    {"isalnum(self, /)", test_method<is_alnum_ascii, false>},
    {"isalpha(self, /)", test_method<is_alpha_ascii, false>},
    {"isascii(self, /)", test_method<is_byte_ascii, true>},
    {"isdigit(self, /)", test_method<is_digit_ascii, false>},
    {"isspace(self, /)", test_method<is_space_ascii, false>},
    {"islower(self, /)", is_case_method<false>},
    {"isupper(self, /)", is_case_method<true>},
    {"istitle(self, /)", istitle_method},
};

}  // namespace

std::span<const NativeDef> bytes_methods() {
  static const std::vector<NativeDef> methods = [] {
    std::vector<NativeDef> all(std::begin(kBytesMethods), std::end(kBytesMethods));
    for (auto part : {bytes_search_methods(), bytes_split_methods(), bytes_layout_methods(), bytes_special_methods()}) {
      all.insert(all.end(), part.begin(), part.end());
    }
    return all;
  }();
  return methods;
}

}  // namespace threadbook::python
