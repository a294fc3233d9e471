// str.encode and bytes.decode (text_methods.h): UTF-8, ASCII and Latin-1 with Python's error handlers.
#include <cinttypes>
#include <cstdio>
#include <optional>

#include "python/objects/realm.h"
#include "python/objects/text_methods.h"
#include "python/text/unicode.h"

namespace threadbook::python {
namespace {

enum class Encoding : std::uint8_t { Utf8, Ascii, Latin1 };
enum class Handler : std::uint8_t {
  Strict,
  Ignore,
  Replace,
  BackslashReplace,
  XmlCharRefReplace,
  SurrogatePass,
  SurrogateEscape,
};

// As the messages of errors call them.
std::string_view name_of(Encoding encoding) {
  switch (encoding) {
    case Encoding::Utf8: return "utf-8";
    case Encoding::Ascii: return "ascii";
    case Encoding::Latin1: return "latin-1";
  }
  return "";
}

std::optional<Encoding> find_encoding(const std::string& name) {
  std::string normal;
  for (char c : name) {
    if (c == '_' || c == ' ') c = '-';
    normal += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  }
  for (std::string_view alias : {"utf-8", "utf8", "u8", "utf", "cp65001"}) {
    if (normal == alias) return Encoding::Utf8;
  }
  for (std::string_view alias : {"ascii", "us-ascii", "646", "ansi-x3.4-1968"}) {
    if (normal == alias) return Encoding::Ascii;
  }
  for (std::string_view alias : {"latin-1", "latin1", "latin", "l1", "iso-8859-1", "iso8859-1", "8859", "cp819"}) {
    if (normal == alias) return Encoding::Latin1;
  }
  return std::nullopt;
}

std::optional<Handler> find_handler(std::string_view name) {
  if (name == "strict") return Handler::Strict;
  if (name == "ignore") return Handler::Ignore;
  if (name == "replace") return Handler::Replace;
  if (name == "backslashreplace") return Handler::BackslashReplace;
  if (name == "xmlcharrefreplace") return Handler::XmlCharRefReplace;
  if (name == "surrogatepass") return Handler::SurrogatePass;
  if (name == "surrogateescape") return Handler::SurrogateEscape;
  return std::nullopt;
}

struct Codec {
  Encoding encoding = Encoding::Utf8;
  Handler handler = Handler::Strict;
  std::string handler_name = "strict";
  bool handler_known = true;  // an unknown one is an error only when it is needed
};

Status codec_arguments(RealmThread& thread, Value encoding, Value errors, std::string_view function, bool nothing_to_do,
                       Codec& out) {
  const std::pair<Value, std::string_view> arguments[] = {{encoding, "encoding"}, {errors, "errors"}};
  for (const auto& [argument, name] : arguments) {
    if (argument.is_unbound() || as_str(argument) != nullptr) continue;
    return type_error(thread,
                      text(function, "() argument '", name, "' must be str, not ", argument_type(thread, argument)));
  }
  if (nothing_to_do) return Status::Ok;
  if (!encoding.is_unbound()) {
    const std::string utf8 = as_str(encoding)->to_utf8();
    const auto known = find_encoding(utf8);
    if (!known) {
      return raise(thread, ExceptionType::LookupError, text("unknown encoding: ", utf8));
    }
    out.encoding = *known;
  }
  if (!errors.is_unbound()) {
    out.handler_name = as_str(errors)->to_utf8();
    const auto known = find_handler(out.handler_name);
    out.handler_known = known.has_value();
    out.handler = known.value_or(Handler::Strict);
  }
  return Status::Ok;
}

Status unknown_handler(RealmThread& thread, const Codec& codec) {
  return raise(thread, ExceptionType::LookupError, text("unknown error handler name '", codec.handler_name, "'"));
}

std::string escape_of(char32_t c) {
  char escape[12];
  std::snprintf(escape, sizeof escape,
                c < 0x100     ? "\\x%02" PRIx32
                : c < 0x10000 ? "\\u%04" PRIx32
                              : "\\U%08" PRIx32,
                static_cast<std::uint32_t>(c));
  return escape;
}

std::string_view encode_reason(Encoding encoding) {
  switch (encoding) {
    case Encoding::Utf8: return "surrogates not allowed";
    case Encoding::Ascii: return "ordinal not in range(128)";
    case Encoding::Latin1: return "ordinal not in range(256)";
  }
  return "";
}

// surrogateescape: what stands for a byte that could not be decoded.
constexpr char32_t kEscapedByte = 0xDC00;
bool is_escaped_byte(char32_t c) { return c >= kEscapedByte + 0x80 && c <= kEscapedByte + 0xFF; }

bool encodable(Encoding encoding, char32_t c) {
  if (encoding == Encoding::Utf8) return c < 0xD800 || c > 0xDFFF;
  return c < (encoding == Encoding::Ascii ? 0x80u : 0x100u);
}

void append_encoded(Encoding encoding, char32_t c, std::string& out) {
  if (c < 0x80 || encoding != Encoding::Utf8) {
    out += static_cast<char>(c);
  } else {
    out += to_utf8(TextView(std::u32string_view(&c, 1)));
  }
}

// The exception's text is made from its five arguments (exception_text.cpp).
Status unicode_error(RealmThread& thread, ExceptionType type, Encoding encoding, Value object, std::size_t start,
                     std::size_t end, std::string_view reason) {
  const Value arguments[] = {Value::object(make_str_utf8(thread, name_of(encoding))), object,
                             make_int(thread, static_cast<std::int64_t>(start)),
                             make_int(thread, static_cast<std::int64_t>(end)),
                             Value::object(make_str_utf8(thread, reason))};
  thread.exception = Value::object(make_exception(thread, thread.realm.cls(type), make_tuple(thread, arguments)));
  return Status::Raised;
}

// Raises for the run of characters from `start` on that cannot be encoded.
Status encode_error(RealmThread& thread, Encoding encoding, Str* str, std::size_t start) {
  const TextView view = view_of(str);
  std::size_t end = start + 1;
  while (end < view.size() && !encodable(encoding, view[end])) ++end;
  return unicode_error(thread, ExceptionType::UnicodeEncodeError, encoding, Value::object(str), start, end,
                       encode_reason(encoding));
}

Status decode_error(RealmThread& thread, const Codec& codec, std::string_view bytes, const Utf8Error& error) {
  return unicode_error(thread, ExceptionType::UnicodeDecodeError, codec.encoding,
                       Value::object(make_bytes(thread, bytes)), error.start, error.end, error.reason);
}

std::optional<Utf8Error> find_decode_error(Encoding encoding, std::string_view bytes) {
  if (encoding == Encoding::Utf8) return find_utf8_error(bytes);
  for (std::size_t i = 0; i < bytes.size(); ++i) {
    if (static_cast<unsigned char>(bytes[i]) >= 0x80) {
      return Utf8Error{i, i + 1, "ordinal not in range(128)"};
    }
  }
  return std::nullopt;
}

}  // namespace

Status encode(RealmThread& thread, Str* str, Value encoding, Value errors, std::string_view function, Value& out) {
  Codec codec;
  const Status status = codec_arguments(thread, encoding, errors, function, false, codec);
  if (status != Status::Ok) return status;
  const TextView view = view_of(str);
  if (str->is_ascii()) {
    out = Value::object(make_bytes(thread, view.narrow()));
    return Status::Ok;
  }
  if (codec.encoding == Encoding::Utf8) {
    require_room(thread, utf8_size(view));
    if (codec.handler == Handler::SurrogatePass || !find_surrogate(view)) {
      out = Value::object(make_bytes(thread, to_utf8(view)));
      return Status::Ok;
    }
  }
  std::string bytes;
  for (std::size_t i = 0; i < view.size(); ++i) {
    const char32_t c = view[i];
    if (encodable(codec.encoding, c)) {
      append_encoded(codec.encoding, c, bytes);
      continue;
    }
    if (!codec.handler_known) return unknown_handler(thread, codec);
    switch (codec.handler) {
      case Handler::Ignore: break;
      case Handler::Replace: bytes += '?'; break;
      case Handler::BackslashReplace: bytes += escape_of(c); break;
      case Handler::XmlCharRefReplace: bytes += text("&#", std::to_string(static_cast<std::uint32_t>(c)), ";"); break;
      case Handler::SurrogateEscape:
        if (!is_escaped_byte(c)) return encode_error(thread, codec.encoding, str, i);
        bytes += static_cast<char>(c - kEscapedByte);
        break;
      case Handler::Strict:
      case Handler::SurrogatePass: return encode_error(thread, codec.encoding, str, i);
    }
  }
  out = Value::object(make_bytes(thread, bytes));
  return Status::Ok;
}

Status decode(RealmThread& thread, std::string_view bytes, Value encoding, Value errors, std::string_view function,
              Value& out) {
  Codec codec;
  const Status status = codec_arguments(thread, encoding, errors, function, bytes.empty(), codec);
  if (status != Status::Ok) return status;
  if (codec.encoding == Encoding::Latin1) {
    out = Value::object(make_str(thread, bytes));
    return Status::Ok;
  }
  StrBuilder builder(thread);
  std::size_t base = 0;
  while (const auto found = find_decode_error(codec.encoding, bytes.substr(base))) {
    const Utf8Error error{base + found->start, base + found->end, found->reason};
    if (!codec.handler_known) return unknown_handler(thread, codec);
    builder.append_utf8(bytes.substr(base, found->start));
    switch (codec.handler) {
      case Handler::Ignore: break;
      case Handler::Replace: builder.append(U'\uFFFD'); break;
      case Handler::BackslashReplace:
        for (std::size_t i = error.start; i < error.end; ++i) {
          builder.append_latin1(escape_of(static_cast<unsigned char>(bytes[i])));
        }
        break;
      case Handler::SurrogateEscape:
        for (std::size_t i = error.start; i < error.end; ++i) {
          builder.append(kEscapedByte + static_cast<unsigned char>(bytes[i]));
        }
        break;
      default: return decode_error(thread, codec, bytes, error);
    }
    base = error.end;
  }
  builder.append_utf8(bytes.substr(base));
  out = Value::object(builder.finish());
  return Status::Ok;
}

}  // namespace threadbook::python
