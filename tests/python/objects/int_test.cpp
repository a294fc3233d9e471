// int objects: representations, operators, conversions.
#include <doctest/doctest.h>

#include "python/objects/int_object.h"
#include "python/objects/methods.h"
#include "python/objects/number_operators.h"
#include "python/objects/test_engine.h"

namespace threadbook::python {
namespace {

TEST_CASE("an int is small exactly if it fits 48 bits") {
  TestEngine engine;
  for (std::int64_t edge : {Value::kMaxInt, Value::kMinInt}) {
    for (std::int64_t delta : {-1, 0, 1}) {
      const std::int64_t number = edge + delta;
      const Value value = make_int(engine.thread, number);
      CHECK(value.is_small_int() == Value::fits_small_int(number));
      CHECK(is_int(value));
      std::int64_t back = 0;
      CHECK(to_int64(value, back));
      CHECK(back == number);
      CHECK(engine.repr_of(value) == std::to_string(number));
    }
  }
  CHECK(make_int(engine.thread, BigInt(5)) == Value::small_int(5));
  CHECK(engine.repr_of(make_int_u64(engine.thread, UINT64_MAX)) == "18446744073709551615");
}

TEST_CASE("arithmetic leaves the small ints and comes back") {
  TestEngine engine;
  const Value big = make_int(engine.thread, INT64_MAX);
  const Value one = Value::small_int(1);
  CHECK(engine.binary(BinaryOp::Add, big, one) == "9223372036854775808");
  CHECK(engine.binary(BinaryOp::Mul, big, big) == "85070591730234615847396907784232501249");
  CHECK(engine.binary(BinaryOp::Pow, Value::small_int(3), Value::small_int(50)) == "717897987691852588770249");
  CHECK(engine.binary(BinaryOp::LShift, one, Value::small_int(100)) == "1267650600228229401496703205376");
  Value out;
  REQUIRE(binary_op(engine.thread, BinaryOp::Sub, big, big, false, out) == Status::Ok);
  CHECK(out == Value::small_int(0));
  REQUIRE(binary_op(engine.thread, BinaryOp::FloorDiv, big, make_int(engine.thread, 1 << 30), false, out) ==
          Status::Ok);
  CHECK(out.is_small_int());
}

TEST_CASE("division floors and the remainder has the divisor's sign") {
  TestEngine engine;
  const auto op = [&](BinaryOp which, int a, int b) {
    return engine.binary(which, Value::small_int(a), Value::small_int(b));
  };
  CHECK(op(BinaryOp::FloorDiv, -7, 2) == "-4");
  CHECK(op(BinaryOp::Mod, -7, 2) == "1");
  CHECK(op(BinaryOp::FloorDiv, 7, -2) == "-4");
  CHECK(op(BinaryOp::Mod, 7, -2) == "-1");
  CHECK(op(BinaryOp::Div, 1, 3) == "0.3333333333333333");
  CHECK(op(BinaryOp::Div, 1, 0) == "ZeroDivisionError: division by zero");
  CHECK(op(BinaryOp::FloorDiv, 1, 0) == "ZeroDivisionError: integer division or modulo by zero");
  CHECK(op(BinaryOp::Mod, 1, 0) == "ZeroDivisionError: integer modulo by zero");
  CHECK(op(BinaryOp::LShift, 1, -1) == "ValueError: negative shift count");
  CHECK(op(BinaryOp::Pow, 0, -1) == "ZeroDivisionError: 0.0 cannot be raised to a negative power");
}

TEST_CASE("bools are ints, and stay bools under & | ^ among themselves") {
  TestEngine engine;
  const Value yes = Value::boolean(true);
  CHECK(engine.binary(BinaryOp::Add, yes, yes) == "2");
  CHECK(engine.binary(BinaryOp::And, yes, Value::boolean(false)) == "False");
  CHECK(engine.binary(BinaryOp::Or, yes, Value::small_int(2)) == "3");
  CHECK(numbers_equal(yes, Value::small_int(1)));
  CHECK(number_hash(yes) == number_hash(Value::number(1.0)));
  Value out;
  REQUIRE(unary_op(engine.thread, UnaryOp::Invert, yes, out) == Status::Ok);
  CHECK(out == Value::small_int(-2));
}

TEST_CASE("ints and floats compare exactly") {
  TestEngine engine;
  const Value big = make_int(engine.thread, (std::int64_t{1} << 53) + 1);
  const Value near = Value::number(9007199254740992.0);
  CHECK(!numbers_equal(big, near));
  Value out;
  number_compare(engine.thread, CompareOp::Gt, big, near, out);
  CHECK(out.is_true());
  const Value nan = Value::number(std::nan(""));
  for (CompareOp op : {CompareOp::Lt, CompareOp::Le, CompareOp::Eq, CompareOp::Gt, CompareOp::Ge}) {
    number_compare(engine.thread, op, big, nan, out);
    CHECK(out.is_false());
    number_compare(engine.thread, op, nan, Value::small_int(1), out);
    CHECK(out.is_false());
  }
  number_compare(engine.thread, CompareOp::Ne, nan, nan, out);
  CHECK(out.is_true());
  number_compare(engine.thread, CompareOp::Lt, big, Value::none(), out);
  CHECK(out.is_not_implemented());
}

TEST_CASE("as_index clamps; as_ssize refuses; others are a TypeError") {
  TestEngine engine;
  Value huge;
  REQUIRE(binary_op(engine.thread, BinaryOp::Pow, Value::small_int(10), Value::small_int(30), false, huge) ==
          Status::Ok);
  std::int64_t out = 0;
  CHECK(as_index(engine.thread, huge, out) == Status::Ok);
  CHECK(out == INT64_MAX);
  CHECK(as_ssize(engine.thread, huge, out) == Status::Raised);
  CHECK(engine.error() == "OverflowError: Python int too large to convert to C ssize_t");
  CHECK(as_index(engine.thread, engine.str("x"), out) == Status::Raised);
  CHECK(engine.error() == "TypeError: 'str' object cannot be interpreted as an integer");
  double number = 0;
  CHECK(as_double(engine.thread, engine.str("x"), number) == Status::Raised);
  CHECK(engine.error() == "TypeError: must be real number, not str");
}

TEST_CASE("a computation beyond every limit is refused at once") {
  TestEngine engine;
  Value out;
  CHECK_THROWS_AS(static_cast<void>(binary_op(engine.thread, BinaryOp::Pow, Value::small_int(2),
                                              Value::small_int(1'000'000'000'000), false, out)),
                  HeapExhausted);
  CHECK_THROWS_AS(static_cast<void>(binary_op(engine.thread, BinaryOp::LShift, Value::small_int(1),
                                              Value::small_int(1'000'000'000'000), false, out)),
                  HeapExhausted);
}

TEST_CASE("special methods answer NotImplemented for operands of other types") {
  TestEngine engine;
  const Value five = Value::small_int(5);
  CHECK(engine.call(int_methods(), "__add__", {five, Value::small_int(3)}) == "8");
  CHECK(engine.call(int_methods(), "__rsub__", {five, Value::small_int(3)}) == "-2");
  CHECK(engine.call(int_methods(), "__add__", {five, Value::number(1.0)}) == "NotImplemented");
  CHECK(engine.call(float_methods(), "__add__", {Value::number(1.5), five}) == "6.5");
  CHECK(engine.call(float_methods(), "__lt__", {Value::number(1.5), engine.str("a")}) == "NotImplemented");
  CHECK(engine.call(int_methods(), "__add__", {engine.str("a"), five}) ==
        "TypeError: descriptor requires a 'int' object but received a 'str'");
}

}  // namespace
}  // namespace threadbook::python
