#include "python/modules/json_module.h"

#include <cmath>

#include "python/objects/dict.h"
#include "python/objects/operations.h"
#include "python/objects/realm.h"
#include "python/objects/text_values.h"
#include "python/text/float_text.h"
#include "python/text/json_text.h"

namespace threadbook::python {
namespace {

// So much at once that a thread comes to its next safe point soon, and C++ does not nest too deep.
constexpr std::size_t kMostCharacters = 1 << 20;
constexpr int kMostItems = 50'000;
constexpr int kDeepest = 40;

bool is_json_space(char32_t c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }
bool is_ascii_digit(char32_t c) { return c >= '0' && c <= '9'; }

// ---- reading -----------------------------------------------------------------------------------

int hex_value(char32_t c) {
  if (is_ascii_digit(c)) return static_cast<int>(c - '0');
  if (c >= 'a' && c <= 'f') return static_cast<int>(c - 'a' + 10);
  if (c >= 'A' && c <= 'F') return static_cast<int>(c - 'A' + 10);
  return -1;
}

// Reads a document. Every function answers false where the library has to decide, which then reads
// it all again.
class Reader {
 public:
  Reader(RealmThread& thread, Str* text) : thread_(thread), str_(text), text_(view_of(text)) {}

  // One value; place() is behind it.
  bool value(Value& out, int depth) {
    if (place_ >= text_.size() || depth > kDeepest) return false;
    switch (text_[place_]) {
      case '{': return object(out, depth);
      case '[': return array(out, depth);
      case '"': {
        Str* str = nullptr;
        if (!string(str)) return false;
        out = Value::object(str);
        return true;
      }
      case 't': out = Value::boolean(true); return word("true");
      case 'f': out = Value::boolean(false); return word("false");
      case 'n': out = Value::none(); return word("null");
      default: return number(out);
    }
  }

  // A string whose first quote is at place().
  bool string(Str*& out) {
    const std::size_t start = ++place_;
    while (place_ < text_.size() && text_[place_] != '"' && text_[place_] != '\\' && text_[place_] >= ' ') {
      ++place_;
    }
    if (place_ < text_.size() && text_[place_] == '"') {
      out = slice_of(thread_, str_, start, place_++);
      return true;
    }
    StrBuilder builder(thread_);
    append(builder, text_.slice(start, place_));
    while (place_ < text_.size()) {
      const char32_t c = text_[place_++];
      if (c == '"') {
        out = builder.finish();
        return true;
      }
      if (c < ' ') return false;
      char32_t meant = c;
      if (c == '\\' && !escape(meant)) return false;
      builder.append(meant);
    }
    return false;
  }

  void skip_space() {
    while (place_ < text_.size() && is_json_space(text_[place_])) ++place_;
  }
  std::size_t place() const { return place_; }
  void go_to(std::size_t place) { place_ = place; }

 private:
  bool accept(char32_t wanted) {
    skip_space();
    if (place_ >= text_.size() || text_[place_] != wanted) return false;
    ++place_;
    return true;
  }

  bool word(std::string_view wanted) {
    if (text_.size() - place_ < wanted.size()) return false;
    for (const char c : wanted) {
      if (text_[place_++] != static_cast<unsigned char>(c)) return false;
    }
    return true;
  }

  bool hex(char32_t& out) {
    if (text_.size() - place_ < 4) return false;
    out = 0;
    for (int i = 0; i < 4; ++i) {
      const int digit = hex_value(text_[place_++]);
      if (digit < 0) return false;
      out = out * 16 + static_cast<char32_t>(digit);
    }
    return true;
  }

  // Behind a backslash.
  bool escape(char32_t& out) {
    if (place_ >= text_.size()) return false;
    switch (text_[place_++]) {
      case '"': out = '"'; return true;
      case '\\': out = '\\'; return true;
      case '/': out = '/'; return true;
      case 'b': out = '\b'; return true;
      case 'f': out = '\f'; return true;
      case 'n': out = '\n'; return true;
      case 'r': out = '\r'; return true;
      case 't': out = '\t'; return true;
      case 'u': break;
      default: return false;
    }
    if (!hex(out)) return false;
    if (out < 0xD800 || out > 0xDBFF || text_.size() - place_ < 6 || text_[place_] != '\\' ||
        text_[place_ + 1] != 'u') {
      return true;
    }
    const std::size_t before = place_;
    place_ += 2;
    char32_t low = 0;
    if (!hex(low)) return false;
    if (low >= 0xDC00 && low <= 0xDFFF) {
      out = 0x10000 + ((out - 0xD800) << 10) + (low - 0xDC00);
    } else {
      place_ = before;
    }
    return true;
  }

  bool number(Value& out) {
    const std::size_t start = place_;
    if (text_[place_] == '-') ++place_;
    const std::size_t digits = place_;
    while (place_ < text_.size() && is_ascii_digit(text_[place_])) ++place_;
    if (place_ == digits || place_ - digits > 14) return false;
    if (text_[digits] == '0' && place_ - digits > 1) return false;
    if (place_ < text_.size() && (text_[place_] == '.' || text_[place_] == 'e' || text_[place_] == 'E')) {
      return fraction(start, out);
    }
    std::int64_t whole = 0;
    for (std::size_t i = digits; i < place_; ++i) whole = whole * 10 + (text_[i] - '0');
    out = Value::small_int(digits == start ? whole : -whole);
    return true;
  }

  bool fraction(std::size_t start, Value& out) {
    if (text_[place_] == '.') {
      const std::size_t digits = ++place_;
      while (place_ < text_.size() && is_ascii_digit(text_[place_])) ++place_;
      if (place_ == digits) return false;
    }
    if (place_ < text_.size() && (text_[place_] == 'e' || text_[place_] == 'E')) {
      ++place_;
      if (place_ < text_.size() && (text_[place_] == '+' || text_[place_] == '-')) ++place_;
      const std::size_t digits = place_;
      while (place_ < text_.size() && is_ascii_digit(text_[place_])) ++place_;
      if (place_ == digits) return false;
    }
    const Result<double> parsed = parse_float(text_.slice(start, place_));
    if (!parsed.ok()) return false;
    out = Value::number(*parsed);
    return true;
  }

  bool array(Value& out, int depth) {
    ++place_;
    List* list = make_list(thread_);
    out = Value::object(list);
    if (accept(']')) return true;
    while (true) {
      skip_space();
      Value item;
      if (!value(item, depth + 1)) return false;
      list_append(thread_, list, item);
      if (accept(']')) return true;
      if (!accept(',')) return false;
    }
  }

  bool object(Value& out, int depth) {
    ++place_;
    Dict* dict = make_dict(thread_);
    out = Value::object(dict);
    if (accept('}')) return true;
    while (true) {
      skip_space();
      Str* key = nullptr;
      if (place_ >= text_.size() || text_[place_] != '"' || !string(key) || !accept(':')) return false;
      skip_space();
      Value item;
      if (!value(item, depth + 1)) return false;
      dict_set_str(thread_, dict, key, item);
      if (accept('}')) return true;
      if (!accept(',')) return false;
    }
  }

  RealmThread& thread_;
  Str* str_;
  TextView text_;
  std::size_t place_ = 0;
};

// read(text): (value, place behind it) of a plain document, or None.
Status read(RealmThread& thread, Value* arguments, Value& result) {
  Str* text = as_str(arguments[0]);
  result = Value::none();
  if (text->length > kMostCharacters) return Status::Ok;
  Reader reader(thread, text);
  reader.skip_space();
  Value value;
  if (!reader.value(value, 0)) return Status::Ok;
  reader.skip_space();
  const Value items[] = {value, make_int(thread, static_cast<std::int64_t>(reader.place()))};
  result = Value::object(make_tuple(thread, items));
  return Status::Ok;
}

// read_string(text, place): (the string whose first quote is at place, the place behind it), or None.
Status read_string(RealmThread& thread, Value* arguments, Value& result) {
  Reader reader(thread, as_str(arguments[0]));
  reader.go_to(static_cast<std::size_t>(arguments[1].as_small_int()));
  Str* str = nullptr;
  result = Value::none();
  if (!reader.string(str)) return Status::Ok;
  const Value items[] = {Value::object(str), make_int(thread, static_cast<std::int64_t>(reader.place()))};
  result = Value::object(make_tuple(thread, items));
  return Status::Ok;
}

// ---- writing -----------------------------------------------------------------------------------

void append_quoted(StrBuilder& out, const Str* str, bool ensure_ascii) {
  const TextView text = view_of(str);
  out.append('"');
  std::size_t plain = 0;  // from here on nothing needs an escape
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char32_t c = text[i];
    if (c >= ' ' && c != '"' && c != '\\' && (!ensure_ascii || c < 127)) continue;
    append(out, text.slice(plain, i));
    plain = i + 1;
    if (c >= 0x10000) out.append_latin1(json_escape(0xD800 + ((c - 0x10000) >> 10)));
    out.append_latin1(json_escape(c >= 0x10000 ? 0xDC00 + ((c - 0x10000) & 0x3FF) : c));
  }
  append(out, text.slice(plain, text.size()));
  out.append('"');
}

// Writes plain data: exact builtin types. False where the library has to decide.
class Writer {
 public:
  Writer(RealmThread& thread, StrBuilder& out, bool ensure_ascii)
      : thread_(thread), out_(out), ensure_ascii_(ensure_ascii) {}

  bool value(Value value, int depth) {
    if (depth > kDeepest || --items_left_ < 0) return false;
    if (value.is_none()) {
      out_.append_latin1("null");
    } else if (value.is_bool()) {
      out_.append_latin1(value.is_true() ? "true" : "false");
    } else if (value.is_small_int() || value.is_double()) {
      if (value.is_double() && !std::isfinite(value.as_double())) return false;
      return repr(thread_, value, out_) == Status::Ok;
    } else if (is_kind(value, Kind::Str)) {
      append_quoted(out_, as_str(value), ensure_ascii_);
    } else if (is_exactly(value, Kind::List, BuiltinClass::List)) {
      return sequence(list_snapshot(thread_, as_list(value)), depth);
    } else if (is_kind(value, Kind::Tuple)) {
      return sequence(as_tuple(value)->view(), depth);
    } else if (is_exactly(value, Kind::Dict, BuiltinClass::Dict)) {
      return object(as_dict(value), depth);
    } else {
      return false;
    }
    return true;
  }

 private:
  bool is_exactly(Value value, Kind kind, BuiltinClass cls) {
    return is_kind(value, kind) && class_of(thread_, value) == thread_.realm.cls(cls);
  }

  bool sequence(std::span<const Value> items, int depth) {
    out_.append('[');
    for (std::size_t i = 0; i < items.size(); ++i) {
      if (i != 0) out_.append_latin1(", ");
      if (!value(items[i], depth + 1)) return false;
    }
    out_.append(']');
    return true;
  }

  bool object(Dict* dict, int depth) {
    out_.append('{');
    bool first = true;
    for (const DictEntry& entry : dict_snapshot(thread_, dict)) {
      if (!is_kind(entry.key, Kind::Str)) return false;
      if (!first) out_.append_latin1(", ");
      first = false;
      append_quoted(out_, as_str(entry.key), ensure_ascii_);
      out_.append_latin1(": ");
      if (!value(entry.value, depth + 1)) return false;
    }
    out_.append('}');
    return true;
  }

  RealmThread& thread_;
  StrBuilder& out_;
  const bool ensure_ascii_;
  int items_left_ = kMostItems;
};

// write(value, ensure_ascii): the text of plain data, on one line; None if it is not plain.
Status write(RealmThread& thread, Value* arguments, Value& result) {
  StrBuilder out(thread);
  const bool plain = Writer(thread, out, arguments[1].is_true()).value(arguments[0], 0);
  result = plain ? Value::object(out.finish()) : Value::none();
  return Status::Ok;
}

// quote(text, ensure_ascii)
Status quote(RealmThread& thread, Value* arguments, Value& result) {
  StrBuilder out(thread);
  append_quoted(out, as_str(arguments[0]), arguments[1].is_true());
  result = Value::object(out.finish());
  return Status::Ok;
}

constexpr NativeDef kFunctions[] = {
    {"read(text, /)", read},
    {"read_string(text, place, /)", read_string},
    {"write(value, ensure_ascii, /)", write},
    {"quote(text, ensure_ascii, /)", quote},
};

}  // namespace

std::span<const NativeDef> json_functions() { return kFunctions; }

}  // namespace threadbook::python
