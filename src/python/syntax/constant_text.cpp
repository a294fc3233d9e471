#include "python/syntax/constant_text.h"

#include <cstdint>
#include <cstdio>
#include <vector>

#include "python/syntax/utf8.h"
#include "python/text/float_text.h"
#include "python/text/unicode.h"

namespace threadbook::python {

using namespace ast;

void append_string_repr(std::string_view value, bool bytes, std::string& out) {
  if (bytes) out += 'b';
  bool single = value.find('\'') != std::string_view::npos;
  bool twice = value.find('"') != std::string_view::npos;
  char quote = single && !twice ? '"' : '\'';
  out += quote;
  char buffer[16];
  for (std::size_t i = 0; i < value.size();) {
    auto byte = static_cast<unsigned char>(value[i]);
    if (byte == '\\' || byte == static_cast<unsigned char>(quote)) {
      out += '\\';
      out += value[i++];
    } else if (byte == '\n' || byte == '\t' || byte == '\r') {
      out += byte == '\n' ? "\\n" : byte == '\t' ? "\\t" : "\\r";
      ++i;
    } else if (byte < 0x20 || byte == 0x7f || (bytes && byte >= 0x80)) {
      std::snprintf(buffer, sizeof buffer, "\\x%02x", byte);
      out += buffer;
      ++i;
    } else if (byte < 0x80) {
      out += value[i++];
    } else {
      auto [character, length] = decode_utf8(value, i);
      if (is_printable(character)) {
        out += value.substr(i, length);
      } else {
        unsigned code = static_cast<unsigned>(character);
        std::snprintf(buffer, sizeof buffer, code < 0x100 ? "\\x%02x" : code < 0x10000 ? "\\u%04x" : "\\U%08x", code);
        out += buffer;
      }
      i += length;
    }
  }
  out += quote;
}

namespace {

// Decimal digits, also of an integer beyond 64 bits that is held in hexadecimal.
void append_integer(const Constant& node, std::string& out) {
  if (node.fits_int64) {
    out += std::to_string(node.integer);
    return;
  }
  if (node.base == 10) {
    out += node.text;
    return;
  }
  std::vector<std::uint32_t> limbs;  // base 10^9, least significant first
  for (char c : node.text) {
    std::uint64_t carry = static_cast<std::uint64_t>(c <= '9' ? c - '0' : c - 'a' + 10);
    for (std::uint32_t& limb : limbs) {
      carry += std::uint64_t{limb} * 16;
      limb = static_cast<std::uint32_t>(carry % 1000000000);
      carry /= 1000000000;
    }
    if (carry) limbs.push_back(static_cast<std::uint32_t>(carry));
  }
  char buffer[16];
  for (std::size_t i = limbs.size(); i-- > 0;) {
    std::snprintf(buffer, sizeof buffer, i + 1 == limbs.size() ? "%u" : "%09u", limbs[i]);
    out += buffer;
  }
}

}  // namespace

std::string constant_text(const Constant& constant) {
  std::string out;
  switch (constant.type) {
    case Constant::Type::None: return "None";
    case Constant::Type::True: return "True";
    case Constant::Type::False: return "False";
    case Constant::Type::Ellipsis: return "Ellipsis";
    case Constant::Type::Int: append_integer(constant, out); return out;
    case Constant::Type::Float: return float_repr(constant.number);
    case Constant::Type::Complex:
      out = float_repr(constant.number);
      if (out.ends_with(".0")) out.resize(out.size() - 2);
      return out + "j";
    case Constant::Type::Str: append_string_repr(constant.text, false, out); return out;
    case Constant::Type::Bytes: append_string_repr(constant.text, true, out); return out;
  }
  return out;
}

}  // namespace threadbook::python
