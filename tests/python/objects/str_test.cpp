// str objects: representation, sharing of storage, equality and hash, the builder.
#include <doctest/doctest.h>

#include <thread>
#include <vector>

#include "python/objects/test_engine.h"
#include "python/objects/text_operators.h"

namespace threadbook::python {
namespace {

std::string repeated(std::string_view piece, int count) {
  std::string result;
  for (int i = 0; i < count; ++i) result += piece;
  return result;
}

TEST_CASE("a str is narrow exactly if all its characters are Latin-1") {
  TestEngine engine;
  Str* ascii = make_str_utf8(engine.thread, "abc");
  CHECK(!ascii->is_wide());
  CHECK(ascii->is_ascii());
  Str* latin = make_str_utf8(engine.thread, "caf\xC3\xA9");
  CHECK(!latin->is_wide());
  CHECK(!latin->is_ascii());
  CHECK(latin->length == 4);
  CHECK(latin->at(3) == 0xE9);
  Str* wide = make_str_utf8(engine.thread, "snow\xE2\x98\x83");
  CHECK(wide->is_wide());
  CHECK(wide->length == 5);
  CHECK(wide->to_utf8() == "snow\xE2\x98\x83");
  CHECK(make_str(engine.thread, std::u32string_view(U"abc"))->is_wide() == false);
  CHECK(substring(engine.thread, wide, 0, 4)->is_wide() == false);
}

TEST_CASE("one Latin-1 character and the empty text are shared objects") {
  TestEngine engine;
  CHECK(make_char(engine.thread, U'a') == make_str(engine.thread, std::string_view("a")));
  CHECK(make_char(engine.thread, 0xE9) == make_str_utf8(engine.thread, "\xC3\xA9"));
  CHECK(make_str(engine.thread, std::string_view()) == engine.interpreter.empty_str);
  CHECK(substring(engine.thread, make_str_utf8(engine.thread, "xyz"), 1, 0) == engine.interpreter.empty_str);
}

TEST_CASE("equal texts have equal hashes, however they were made") {
  TestEngine engine;
  const std::string long_text = repeated("0123456789", 50);
  Str* made = make_str_utf8(engine.thread, long_text);
  Str* built = make_str_utf8(engine.thread, long_text.substr(0, 7));
  built = concat(engine.thread, built, make_str_utf8(engine.thread, long_text.substr(7, 300)));
  built = concat(engine.thread, built, make_str_utf8(engine.thread, long_text.substr(307)));
  CHECK((built->flags & Str::kShared) != 0);
  CHECK(equal(made, built));
  CHECK(hash_of(made) == hash_of(built));
  CHECK(compare(made, built) == 0);
  CHECK(!equal(made, make_str_utf8(engine.thread, "0")));
}

TEST_CASE("comparison goes by code point across representations") {
  TestEngine engine;
  const auto order = [&](std::string_view a, std::string_view b) {
    return compare(make_str_utf8(engine.thread, a), make_str_utf8(engine.thread, b));
  };
  CHECK(order("a", "b") < 0);
  CHECK(order("b", "a") > 0);
  CHECK(order("a", "ab") < 0);
  CHECK(order("z", "\xC3\xA9") < 0);
  CHECK(order("\xC3\xA9", "\xE2\x98\x83") < 0);
  CHECK(order("\xEF\xBF\xBF", "\xF0\x90\x80\x80") < 0);
  CHECK(order("", "") == 0);
}

TEST_CASE("appending shares the storage and never changes what was there") {
  TestEngine engine;
  Str* base = make_str_utf8(engine.thread, repeated("x", 200));
  Str* grown = concat(engine.thread, base, make_str_utf8(engine.thread, "-one"));
  REQUIRE((grown->flags & Str::kShared) != 0);
  Str* first = concat(engine.thread, grown, make_str_utf8(engine.thread, "-two"));
  Str* second = concat(engine.thread, grown, make_str_utf8(engine.thread, "-three"));
  CHECK(first->buffer == grown->buffer);
  CHECK(second->buffer != grown->buffer);  // the room behind it is taken
  CHECK(grown->to_utf8() == repeated("x", 200) + "-one");
  CHECK(first->to_utf8() == repeated("x", 200) + "-one-two");
  CHECK(second->to_utf8() == repeated("x", 200) + "-one-three");
  Str* wide = concat(engine.thread, first, make_str_utf8(engine.thread, "\xE2\x98\x83"));
  CHECK(wide->is_wide());
  CHECK(wide->to_utf8() == first->to_utf8() + "\xE2\x98\x83");
}

TEST_CASE("two threads that append to the same str get their own results") {
  TestEngine engine;
  ThreadState other(engine.interpreter);
  Str* base =
      concat(engine.thread, make_str_utf8(engine.thread, repeated("b", 500)), make_str_utf8(engine.thread, "!"));
  std::vector<Str*> left, right;
  const auto append = [base](ThreadState& thread, char letter, std::vector<Str*>& results) {
    Str* text = base;
    for (int i = 0; i < 1000; ++i) {
      text = concat(thread, text, make_str(thread, std::string_view(&letter, 1)));
      results.push_back(text);
    }
  };
  std::thread worker([&] { append(other, 'r', right); });
  append(engine.thread, 'l', left);
  worker.join();
  const std::string start = repeated("b", 500) + "!";
  for (int i = 0; i < 1000; ++i) {
    REQUIRE(left[i]->to_utf8() == start + std::string(i + 1, 'l'));
    REQUIRE(right[i]->to_utf8() == start + std::string(i + 1, 'r'));
  }
}

TEST_CASE("the builder widens once and gives the canonical text") {
  TestEngine engine;
  StrBuilder builder(engine.thread);
  builder.append_latin1("a\xE9");
  CHECK(builder.length() == 2);
  builder.append(U'\u2603');
  builder.append_utf8("b\xC3\xA9");
  builder.append(make_str_utf8(engine.thread, "end"));
  Str* result = builder.finish();
  CHECK(result->to_utf8() ==
        "a\xC3\xA9\xE2\x98\x83"
        "b\xC3\xA9"
        "end");
  CHECK(builder.finish()->length == 0);
}

TEST_CASE("what cannot fit the heap is refused before it is built") {
  TestEngine engine(8u << 20);
  Str* text = make_str_utf8(engine.thread, "0123456789");
  CHECK_THROWS_AS(repeat(engine.thread, text, 100'000'000'000), HeapExhausted);
  CHECK_THROWS_AS(repeat(engine.thread, text, INT64_MAX), HeapExhausted);
  CHECK(repeat(engine.thread, text, 1000)->length == 10000);
  CHECK(repeat(engine.thread, text, 0) == engine.interpreter.empty_str);
  CHECK(repeat(engine.thread, text, -5) == engine.interpreter.empty_str);
  CHECK(repeat(engine.thread, text, 1) == text);
}

TEST_CASE("operators of str say what is wrong in CPython's words") {
  TestEngine engine;
  const Value a = engine.str("a");
  CHECK(engine.binary(BinaryOp::Add, a, engine.str("b")) == "'ab'");
  CHECK(engine.binary(BinaryOp::Mul, Value::small_int(3), a) == "'aaa'");
  CHECK(engine.binary(BinaryOp::Add, a, Value::small_int(1)) ==
        "TypeError: can only concatenate str (not \"int\") to str");
  CHECK(engine.binary(BinaryOp::Add, Value::small_int(1), a) ==
        "TypeError: unsupported operand type(s) for +: 'int' and 'str'");
  CHECK(engine.binary(BinaryOp::Mul, a, a) == "TypeError: can't multiply sequence by non-int of type 'str'");
  CHECK(engine.binary(BinaryOp::Mod, engine.str("%s is %d"), a) == "TypeError: not enough arguments for format string");
  bool found = false;
  CHECK(text_contains(engine.thread, a, Value::none(), found) == Status::Raised);
  CHECK(engine.error() == "TypeError: 'in <string>' requires string as left operand, not NoneType");
}

}  // namespace
}  // namespace threadbook::python
