// What differential.py cannot ask: representations, builders, refusals, the pieces' shapes.
#include <doctest/doctest.h>

#include <limits>
#include <string>

#include "python/text/float_text.h"
#include "python/text/format_spec.h"
#include "python/text/int_text.h"
#include "python/text/printf_format.h"
#include "python/text/repr.h"
#include "python/text/search.h"
#include "python/text/str_format.h"
#include "python/text/unicode.h"

namespace threadbook::python {
namespace {

TextView narrow(std::string_view text) { return TextView::latin1(text); }

bool is_memory_error(const Result<Text>& result) {
  return !result.ok() && result.error().kind == ErrorKind::MemoryError;
}

TEST_CASE("text: a builder widens at the first wide character and not before") {
  TextBuilder builder;
  builder.append_latin1("caf\xe9 ");
  builder.append(TextView(U"au lait "));
  CHECK_FALSE(builder.finish().is_wide);
  builder = {};
  builder.append_latin1("caf\xe9 ");
  builder.append(char32_t{0x20AC});
  builder.append_repeated('!', 2);
  const Text text = builder.finish();
  CHECK(text.is_wide);
  CHECK(text.wide == U"caf\u00e9 \u20ac!!");
}

TEST_CASE("text: results are canonical even if the argument was not") {
  const TextView wide(U"abc");
  CHECK_FALSE(copy_text(wide).is_wide);
  CHECK_FALSE(upper(wide).is_wide);
  CHECK_FALSE(repr(wide).is_wide);
  CHECK_FALSE(replace(TextView(U"a\u20ac"), TextView(U"\u20ac"), narrow("e"))->is_wide);
  CHECK(upper(narrow("\xff")).is_wide);  // y with diaeresis: its capital is U+0178
  CHECK(equal(wide, narrow("abc")));
  CHECK(compare(narrow("ab"), TextView(U"b\u20ac")) < 0);
}

TEST_CASE("text: a needle is found whatever the representations") {
  CHECK(find(narrow("hello"), TextView(U"llo")) == 2);
  CHECK(find(TextView(U"h\u20acllo"), narrow("llo")) == 2);
  CHECK(find(narrow("hello"), TextView(U"\u20ac")) == kNotFound);
  CHECK(find(narrow("hello"), narrow("l"), 3, 5) == 3);
  CHECK(find(narrow("hello"), narrow(""), 5) == 5);
  CHECK(find(narrow("hello"), narrow(""), 6) == kNotFound);
  CHECK(find_last(narrow("hello"), narrow("l")) == 3);
}

TEST_CASE("text: absurd sizes are refused") {
  constexpr std::int64_t kFar = 100'000'000'000;
  CHECK(is_memory_error(repeat(narrow("x"), kFar)));
  CHECK(is_memory_error(repeat(narrow("xy"), std::numeric_limits<std::int64_t>::max())));
  CHECK(is_memory_error(justify(narrow("x"), kFar, Justify::Center)));
  CHECK(is_memory_error(zero_fill(narrow("1"), kFar)));
  CHECK(is_memory_error(expand_tabs(narrow("\t"), kFar)));
  CHECK(is_memory_error(format_int(std::int64_t{1}, narrow("100000000000d"))));
  CHECK(is_memory_error(format_text(narrow("x"), narrow("100000000000"))));
  CHECK(is_memory_error(format_float(1.0, narrow(".2147483647f"))));
  const std::string long_text(1 << 15, 'a');
  CHECK(is_memory_error(replace(narrow(long_text), narrow("a"), narrow(long_text))));
}

TEST_CASE("text: format specs are parsed once and used often") {
  const Result<FormatSpec> spec = parse_format_spec(narrow("*^+12,.3f"), FormatTarget::Float);
  REQUIRE(spec.ok());
  CHECK(spec->fill == '*');
  CHECK(spec->align == '^');
  CHECK(spec->sign == '+');
  CHECK(spec->width == 12);
  CHECK(spec->grouping == ',');
  CHECK(spec->precision == 3);
  CHECK(spec->type == 'f');
  CHECK(format_float(1234.5, *spec)->narrow == "*+1,234.500*");
  CHECK(format_float(0.25, *spec)->narrow == "***+0.250***");
  CHECK(format_int(std::int64_t{1}, narrow("y"), "bool").error().message ==
        "Unknown format code 'y' for object of type 'bool'");
}

TEST_CASE("text: the document's formats") {
  CHECK(format_float(5.0034, narrow(".2"))->narrow == "5.0");
  CHECK(format_float(1.00066, narrow(".3f"))->narrow == "1.001");
  CHECK(format_float(0.1 + 0.2, narrow(""))->narrow == "0.30000000000000004");
}

TEST_CASE("text: %-templates are read lazily") {
  PrintfTemplate pieces(narrow("a%%b%(key)-*.3f%y"));
  CHECK(pieces.next()->literal == Span{0, 1});
  CHECK(pieces.next()->literal == Span{1, 2});
  CHECK(pieces.next()->literal == Span{3, 4});
  PrintfSpec spec = pieces.next()->spec;
  CHECK(spec.has_key);
  CHECK(spec.key == Span{6, 9});
  CHECK(spec.star_width);
  CHECK(spec.precision == 3);
  CHECK_FALSE(spec.deferred_error.has_value());
  spec.set_width(8);
  CHECK(format_printf_float(1.5, spec)->narrow == "1.500   ");
  spec = pieces.next()->spec;
  REQUIRE(spec.deferred_error.has_value());
  CHECK(spec.deferred_error->message == "unsupported format character 'y' (0x79) at index 16");
  CHECK(pieces.next()->kind == PrintfPiece::Kind::End);
}

TEST_CASE("text: field names") {
  FieldNumbering numbering;
  const TextView name = narrow("0.name[key][7]");
  const Result<FieldFirst> first = parse_field_first(name, {0, name.size()}, numbering);
  REQUIRE(first.ok());
  CHECK(first->is_index);
  CHECK(first->index == 0);
  Span rest = first->rest;
  CHECK((*next_field_step(name, rest))->is_attribute);
  CHECK((*next_field_step(name, rest))->key == Span{7, 10});
  CHECK((*next_field_step(name, rest))->index == 7);
  CHECK_FALSE(next_field_step(name, rest)->has_value());
  CHECK(parse_field_first(narrow(""), {0, 0}, numbering).error().message ==
        "cannot switch from manual field specification to automatic field numbering");
}

TEST_CASE("text: UTF-8 and lone surrogates") {
  const Text text = from_utf8("\xed\xa0\x80!");
  CHECK(text.wide == U"\xd800!");
  CHECK(to_utf8(text) == "\xed\xa0\x80!");
  CHECK(find_surrogate(text) == 0);
  CHECK(find_surrogate(narrow("abc")) == std::nullopt);
  REQUIRE(find_utf8_error("ab\xff").has_value());
  CHECK(find_utf8_error("ab\xff")->start == 2);
  CHECK(find_utf8_error("\xc3\xa9") == std::nullopt);
  CHECK(repr_utf8(narrow("\xe9'")) == "\"\xc3\xa9'\"");
}

TEST_CASE("text: numbers quote what they were given") {
  CHECK(parse_int(narrow("zz"), 10, 0, "b'zz'").error().message == "invalid literal for int() with base 10: b'zz'");
  CHECK(parse_float(TextView(U"\u20ac")).error().message == "could not convert string to float: '\xe2\x82\xac'");
  CHECK(parse_float_literal("1e400") == std::numeric_limits<double>::infinity());
  CHECK(parse_float_literal("123456789012345678901234567890e-10") == 12345678901234567890.123456789);
}

}  // namespace
}  // namespace threadbook::python
