// Answers requests about src/python/text on standard input, for differential.py, which compares
// with what python3 answers.
//
// A request is a line of words: the function's name and its arguments. Strings are "n" (to be
// passed as Latin-1) or "w" (UTF-32) and the code points in hexadecimal, each behind a dot;
// integers "i" and hexadecimal digits; doubles "f" and the 16 hexadecimal digits of their bits;
// bytes "x" and hexadecimal digits. Answers are written alike: "= " and the results, or
// "! ", the exception's type and its message.

#include <bit>
#include <cstdint>
#include <cstdio>
#include <functional>
#include <iostream>
#include <map>
#include <sstream>
#include <string>
#include <vector>

#include "python/text/float_text.h"
#include "python/text/format_spec.h"
#include "python/text/int_text.h"
#include "python/text/printf_format.h"
#include "python/text/repr.h"
#include "python/text/search.h"
#include "python/text/str_format.h"
#include "python/text/unicode.h"

namespace py = threadbook::python;

namespace {

// An argument of any type; strings in the representation asked for.
struct Argument {
  char type = 0;
  std::string narrow;
  std::u32string wide;
  py::BigInt integer;
  double real = 0;

  explicit Argument(const std::string& word) : type(word[0]) {
    const std::string rest = word.substr(1);
    if (type == 'i') {
      const bool negative = rest[0] == '-';
      integer = *py::from_digits(std::string_view(rest).substr(negative ? 1 : 0), 16);
      if (negative) integer.negate();
    } else if (type == 'f') {
      real = std::bit_cast<double>(static_cast<std::uint64_t>(std::stoull(rest, nullptr, 16)));
    } else if (type == 'x') {
      for (std::size_t i = 0; i + 1 < rest.size(); i += 2) {
        narrow += static_cast<char>(std::stoi(rest.substr(i, 2), nullptr, 16));
      }
    } else {
      std::istringstream points(rest);
      std::string point;
      std::getline(points, point, '.');
      while (std::getline(points, point, '.')) {
        const auto value = static_cast<char32_t>(std::stoul(point, nullptr, 16));
        if (type == 'n') {
          narrow += static_cast<char>(value);
        } else {
          wide += value;
        }
      }
    }
  }

  py::TextView text() const { return type == 'w' ? py::TextView(wide) : py::TextView::latin1(narrow); }
  std::int64_t number() const { return *py::to_int64(integer); }
  std::size_t limit() const { return number() < 0 ? py::kAll : static_cast<std::size_t>(number()); }
};
using Arguments = std::vector<Argument>;

std::string show(py::TextView text) {
  std::string result = text.is_wide() ? "w" : "n";
  char point[16];
  for (std::size_t i = 0; i < text.size(); ++i) {
    std::snprintf(point, sizeof point, ".%x", static_cast<unsigned>(text[i]));
    result += point;
  }
  return result;
}
std::string show(const py::Text& text) { return show(text.view()); }
std::string show(const std::string& latin1) { return show(py::TextView::latin1(latin1)); }
std::string show(const py::BigInt& value) { return "i" + *py::to_digits(value, 16); }
std::string show(std::int64_t value) { return show(py::BigInt(value)); }
std::string show(std::size_t value) { return value == py::kNotFound ? "i-1" : show(static_cast<std::int64_t>(value)); }
std::string show(int value) { return show(std::int64_t{value}); }
std::string show(bool value) { return value ? "i1" : "i0"; }
std::string show(double value) {
  char text[24];
  std::snprintf(text, sizeof text, "f%016llx", static_cast<unsigned long long>(std::bit_cast<std::uint64_t>(value)));
  return value != value ? "f7ff8000000000000" : text;
}
std::string show(py::Span span) { return show(span.start) + " " + show(span.end); }
std::string show(const std::vector<py::Span>& spans) {
  std::string text;
  for (const py::Span span : spans) text += (text.empty() ? "" : " ") + show(span);
  return text;
}
std::string bytes(const std::string& raw) {
  std::string hex = "x";
  char digits[3];
  for (const char c : raw) {
    std::snprintf(digits, sizeof digits, "%02x", static_cast<unsigned char>(c));
    hex += digits;
  }
  return hex;
}

const char* name(py::ErrorKind kind) {
  switch (kind) {
    case py::ErrorKind::TypeError: return "TypeError";
    case py::ErrorKind::ValueError: return "ValueError";
    case py::ErrorKind::IndexError: return "IndexError";
    case py::ErrorKind::KeyError: return "KeyError";
    case py::ErrorKind::OverflowError: return "OverflowError";
    case py::ErrorKind::ZeroDivisionError: return "ZeroDivisionError";
    case py::ErrorKind::MemoryError: return "MemoryError";
    case py::ErrorKind::Interrupted: return "Interrupted";
  }
  return "?";
}

std::string failure(const py::PyError& error) {
  return std::string("! ") + name(error.kind) + " " + bytes(error.message);
}
template <class T>
std::string answer(const py::Result<T>& result) {
  return result ? "= " + show(*result) : failure(result.error());
}
template <class T>
std::string answer(const T& value) {
  return "= " + show(value);
}

py::Result<py::Text> format(const Argument& value, py::TextView spec) {
  if (value.type == 'f') return py::format_float(value.real, spec);
  if (value.type == 'i') return py::format_int(value.integer, spec);
  return py::format_text(value.text(), spec);
}

py::Text plain(const Argument& value) {
  if (value.type == 'f') return py::Text(py::float_repr(value.real));
  if (value.type == 'i') return py::Text(*py::int_text(value.integer.view(), 0));
  return py::copy_text(value.text());
}

const char* type_name(const Argument& value) {
  return value.type == 'f' ? "float" : (value.type == 'i' ? "int" : "str");
}

// template % arguments as printf_format.h tells the engine to do it.
std::string printf_answer(const Arguments& a) {
  const auto type_failure = [](std::string message) { return failure(py::type_error(std::move(message))); };
  py::PrintfTemplate pieces(a[0].text());
  py::TextBuilder result;
  std::size_t used = 1;
  while (true) {
    py::Result<py::PrintfPiece> piece = pieces.next();
    if (!piece) return failure(piece.error());
    if (piece->kind == py::PrintfPiece::Kind::End) break;
    if (piece->kind == py::PrintfPiece::Kind::Literal) {
      result.append(pieces.text().slice(piece->literal.start, piece->literal.end));
      continue;
    }
    py::PrintfSpec& spec = piece->spec;
    if (spec.has_key) return type_failure(py::kPrintfNeedsMapping);
    for (const bool is_width : {true, false}) {
      if (!(is_width ? spec.star_width : spec.star_precision)) continue;
      if (used == a.size()) return type_failure(py::kPrintfTooFewArguments);
      const Argument& star = a[used++];
      if (star.type != 'i') return type_failure(py::kPrintfStarWantsInt);
      if (is_width) {
        spec.set_width(star.number());
      } else {
        spec.set_precision(star.number());
      }
    }
    if (spec.deferred_error && spec.conversion == 0) return failure(*spec.deferred_error);
    if (used == a.size()) return type_failure(py::kPrintfTooFewArguments);
    const Argument& value = a[used++];
    if (spec.deferred_error) return failure(*spec.deferred_error);
    py::Result<py::Text> text = py::Text();
    switch (spec.conversion) {
      case 's': text = py::format_printf_text(plain(value), spec); break;
      case 'r':
      case 'a':
        text = py::format_printf_text(value.type == 'i' || value.type == 'f' ? plain(value)
                                      : spec.conversion == 'r'               ? py::repr(value.text())
                                                                             : py::Text(py::ascii_repr(value.text())),
                                      spec);
        break;
      case 'c':
        if (value.type == 'i') {
          text = py::format_printf_character(value.integer, spec);
        } else if (value.type != 'f' && value.text().size() == 1) {
          text = py::format_printf_text(value.text(), spec);
        } else {
          return type_failure(py::kPrintfCharacterWanted);
        }
        break;
      case 'd':
      case 'i':
      case 'u':
      case 'o':
      case 'x':
      case 'X': {
        const bool decimal = spec.conversion == 'd' || spec.conversion == 'i' || spec.conversion == 'u';
        if (value.type == 'i') {
          text = py::format_printf_int(value.integer, spec);
        } else if (value.type == 'f' && decimal) {
          const auto whole = py::int_from_double(value.real);
          if (!whole) return failure(whole.error());
          text = py::format_printf_int(*whole, spec);
        } else {
          return type_failure(py::printf_type_message(spec.conversion, type_name(value)));
        }
        break;
      }
      default:
        if (value.type == 'f') {
          text = py::format_printf_float(value.real, spec);
        } else if (value.type == 'i') {
          const auto real = py::to_double(value.integer);
          if (!real) return failure(real.error());
          text = py::format_printf_float(*real, spec);
        } else {
          return type_failure(py::printf_type_message(spec.conversion, type_name(value)));
        }
        break;
    }
    if (!text) return failure(text.error());
    result.append(*text);
  }
  if (used < a.size()) return type_failure(py::kPrintfTooManyArguments);
  return answer(result.finish());
}

// template.format(*arguments) for plain fields.
py::Result<py::Text> expand(py::FormatTemplate pieces, const Arguments& a, py::FieldNumbering& numbering, int depth) {
  if (depth == 0) return py::value_error(py::kFormatRecursion);
  py::TextBuilder result;
  const py::TextView text = pieces.text();
  while (true) {
    const auto piece = pieces.next();
    if (!piece) return piece.error();
    if (!piece->has_value()) return result.finish();
    const py::FormatPiece& field = **piece;
    result.append(text.slice(field.literal.start, field.literal.end));
    if (!field.has_field) continue;
    const auto first = py::parse_field_first(text, field.name, numbering);
    if (!first) return first.error();
    if (!first->is_index) {
      return py::PyError{py::ErrorKind::KeyError, py::repr_utf8(text.slice(first->key.start, first->key.end))};
    }
    if (static_cast<std::size_t>(first->index) + 1 >= a.size()) {
      return py::index_error("Replacement index " + std::to_string(first->index) +
                             " out of range for positional args tuple");
    }
    Argument value = a[static_cast<std::size_t>(first->index) + 1];
    if (field.has_conversion) {
      if (const auto checked = py::check_conversion(field.conversion); !checked) return checked.error();
      const bool is_text = value.type == 'n' || value.type == 'w';
      py::Text converted = !is_text || field.conversion == 's' ? plain(value)
                           : field.conversion == 'r'           ? py::repr(value.text())
                                                               : py::Text(py::ascii_repr(value.text()));
      value.type = converted.is_wide ? 'w' : 'n';
      value.narrow = converted.narrow;
      value.wide = converted.wide;
    }
    py::Text spec = py::copy_text(text.slice(field.spec.start, field.spec.end));
    if (field.spec_has_fields) {
      auto expanded = expand(py::FormatTemplate(text, field.spec), a, numbering, depth - 1);
      if (!expanded) return expanded;
      spec = expanded.take();
    }
    const auto formatted = format(value, spec);
    if (!formatted) return formatted;
    result.append(*formatted);
  }
}

std::string field_name_answer(const Arguments& a) {
  py::FieldNumbering numbering;
  const py::TextView text = a[0].text();
  const auto first = py::parse_field_first(text, {0, text.size()}, numbering);
  if (!first) return failure(first.error());
  std::string result = "= ";
  result += first->is_index && first->key.size() != 0
                ? show(first->index)
                : show(py::copy_text(text.slice(first->key.start, first->key.end)));
  for (py::Span rest = first->rest;;) {
    const auto step = py::next_field_step(text, rest);
    if (!step) return failure(step.error());
    if (!step->has_value()) return result;
    const py::FieldStep& part = **step;
    result += part.is_attribute ? " i1 " : " i0 ";
    result += part.is_index ? show(part.index) : show(py::copy_text(text.slice(part.key.start, part.key.end)));
  }
}

std::string utf8_error_answer(const Arguments& a) {
  const auto error = py::find_utf8_error(a[0].narrow);
  if (!error) return answer(py::from_utf8(a[0].narrow));
  return "= " + show(error->start) + " " + show(error->end) + " " + show(std::string(error->reason));
}

std::string properties(char32_t c) {
  std::string bits;
  for (const bool has : {py::is_alpha(c), py::is_decimal(c), py::is_digit(c), py::is_numeric(c), py::is_alnum(c),
                         py::is_space(c), py::is_upper(c), py::is_lower(c), py::is_title(c), py::is_printable(c),
                         py::is_line_break(c), py::is_identifier_start(c), py::is_identifier_continue(c)}) {
    bits += has ? '1' : '0';
  }
  return "= " + bits + " " + show(py::decimal_value(c));
}

std::string text_properties(py::TextView text) {
  std::string bits;
  for (const bool has : {py::is_alpha(text), py::is_decimal(text), py::is_digit(text), py::is_numeric(text),
                         py::is_alnum(text), py::is_space(text), py::is_upper(text), py::is_lower(text),
                         py::is_title(text), py::is_printable(text), py::is_identifier(text), py::is_ascii(text)}) {
    bits += has ? '1' : '0';
  }
  return "= " + bits;
}

std::string split_answer(const Arguments& a) {
  const std::size_t limit = a[1].limit();
  const auto kind = a[0].type == 'x' ? py::Whitespace::Ascii : py::Whitespace::Unicode;
  if (a.size() == 2) {
    return "= " + show(py::split_whitespace(a[0].text(), limit, kind)) + " / " +
           show(py::split_whitespace_right(a[0].text(), limit, kind));
  }
  return "= " + show(py::split(a[0].text(), a[2].text(), limit)) + " / " +
         show(py::split_right(a[0].text(), a[2].text(), limit));
}

std::string find_answer(const Arguments& a) {
  const auto start = static_cast<std::size_t>(a[2].number());
  const auto end = static_cast<std::size_t>(a[3].number());
  const py::TextView text = a[0].text();
  const py::TextView needle = a[1].text();
  return "= " + show(py::find(text, needle, start, end)) + " " + show(py::find_last(text, needle, start, end)) + " " +
         show(py::count(text, needle, start, end)) + " " + show(py::contains(text, needle)) + " " +
         show(py::starts_with(text, needle)) + " " + show(py::ends_with(text, needle));
}

py::Justify justification(const Argument& a) {
  return a.number() == 0 ? py::Justify::Left : (a.number() == 1 ? py::Justify::Right : py::Justify::Center);
}

const std::map<std::string, std::function<std::string(const Arguments&)>> kFunctions = {
    {"float_repr", [](const Arguments& a) { return answer(py::float_repr(a[0].real)); }},
    {"parse_float", [](const Arguments& a) { return answer(py::parse_float(a[0].text())); }},
    {"parse_literal", [](const Arguments& a) { return answer(py::parse_float_literal(a[0].narrow)); }},
    {"parse_int",
     [](const Arguments& a) { return answer(py::parse_int(a[0].text(), static_cast<int>(a[1].number()))); }},
    {"int_text", [](const Arguments& a) { return answer(py::int_text(a[0].integer.view())); }},
    {"prefixed",
     [](const Arguments& a) { return answer(py::prefixed_int_text(a[0].integer, static_cast<int>(a[1].number()))); }},
    {"format", [](const Arguments& a) { return answer(format(a[0], a[1].text())); }},
    {"printf", printf_answer},
    {"str_format",
     [](const Arguments& a) {
       py::FieldNumbering numbering;
       return answer(expand(py::FormatTemplate(a[0].text()), a, numbering, py::kFormatMaxDepth));
     }},
    {"field_name", field_name_answer},
    {"repr", [](const Arguments& a) { return answer(py::repr(a[0].text())); }},
    {"ascii", [](const Arguments& a) { return answer(py::ascii_repr(a[0].text())); }},
    {"bytes_repr", [](const Arguments& a) { return answer(py::bytes_repr(a[0].narrow)); }},
    {"to_utf8", [](const Arguments& a) { return "= " + bytes(py::to_utf8(a[0].text())); }},
    {"from_utf8", utf8_error_answer},
    {"properties", [](const Arguments& a) { return properties(static_cast<char32_t>(a[0].number())); }},
    {"text_properties", [](const Arguments& a) { return text_properties(a[0].text()); }},
    {"lower", [](const Arguments& a) { return answer(py::lower(a[0].text())); }},
    {"upper", [](const Arguments& a) { return answer(py::upper(a[0].text())); }},
    {"title", [](const Arguments& a) { return answer(py::title(a[0].text())); }},
    {"capitalize", [](const Arguments& a) { return answer(py::capitalize(a[0].text())); }},
    {"swapcase", [](const Arguments& a) { return answer(py::swapcase(a[0].text())); }},
    {"casefold", [](const Arguments& a) { return answer(py::casefold(a[0].text())); }},
    {"find", find_answer},
    {"replace",
     [](const Arguments& a) { return answer(py::replace(a[0].text(), a[1].text(), a[2].text(), a[3].limit())); }},
    {"split", split_answer},
    {"split_lines",
     [](const Arguments& a) {
       const auto kind = a[0].type == 'x' ? py::Whitespace::Ascii : py::Whitespace::Unicode;
       return answer(py::split_lines(a[0].text(), a[1].number() != 0, kind));
     }},
    {"strip",
     [](const Arguments& a) {
       std::string result = "=";
       for (const auto side : {py::StripSide::Both, py::StripSide::Left, py::StripSide::Right}) {
         const py::Span kept = a.size() == 1 ? py::strip(a[0].text(), side) : py::strip(a[0].text(), a[1].text(), side);
         result += " " + show(py::copy_text(a[0].text().slice(kept.start, kept.end)));
       }
       return result;
     }},
    {"expand_tabs", [](const Arguments& a) { return answer(py::expand_tabs(a[0].text(), a[1].number())); }},
    {"zero_fill", [](const Arguments& a) { return answer(py::zero_fill(a[0].text(), a[1].number())); }},
    {"justify",
     [](const Arguments& a) {
       return answer(py::justify(a[0].text(), a[1].number(), justification(a[2]), a[3].text()[0]));
     }},
    {"repeat", [](const Arguments& a) { return answer(py::repeat(a[0].text(), a[1].number())); }},
    {"compare",
     [](const Arguments& a) {
       const int order = py::compare(a[0].text(), a[1].text());
       return "= " + show(order < 0 ? -1 : (order > 0 ? 1 : 0)) + " " + show(py::equal(a[0].text(), a[1].text()));
     }},
};

}  // namespace

int main() {
  std::ios::sync_with_stdio(false);
  std::string line;
  while (std::getline(std::cin, line)) {
    std::istringstream words(line);
    std::string function;
    words >> function;
    Arguments arguments;
    for (std::string word; words >> word;) arguments.emplace_back(word);
    const auto found = kFunctions.find(function);
    std::cout << (found == kFunctions.end() ? "no such function" : found->second(arguments)) << '\n';
  }
}
