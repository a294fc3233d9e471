// float: operators, rounding, the functions abs, divmod, pow, round, and formatting.
#include <doctest/doctest.h>

#include <limits>

#include "python/objects/number_operators.h"
#include "python/objects/test_engine.h"

namespace threadbook::python {
namespace {

TEST_CASE("operators of floats and mixed with ints") {
  TestEngine engine;
  const auto op = [&](BinaryOp which, double a, double b) {
    return engine.binary(which, Value::number(a), Value::number(b));
  };
  CHECK(op(BinaryOp::Add, 0.1, 0.2) == "0.30000000000000004");
  CHECK(op(BinaryOp::FloorDiv, -7.5, 2) == "-4.0");
  CHECK(op(BinaryOp::Mod, -7.5, 2) == "0.5");
  CHECK(op(BinaryOp::Pow, 2, 0.5) == "1.4142135623730951");
  CHECK(op(BinaryOp::Div, 1, 0) == "ZeroDivisionError: float division by zero");
  CHECK(op(BinaryOp::FloorDiv, 1, 0) == "ZeroDivisionError: float floor division by zero");
  CHECK(op(BinaryOp::Mod, 1, 0) == "ZeroDivisionError: float modulo");
  CHECK(engine.binary(BinaryOp::Mul, Value::small_int(2), Value::number(1.5)) == "3.0");
  CHECK(engine.binary(BinaryOp::LShift, Value::number(1), Value::small_int(1)) ==
        "TypeError: unsupported operand type(s) for <<: 'float' and 'int'");
}

TEST_CASE("an overflowing power raises with the arguments CPython gives") {
  TestEngine engine;
  Value out;
  REQUIRE(binary_op(engine.thread, BinaryOp::Pow, Value::number(2), Value::small_int(10000), false, out) ==
          Status::Raised);
  CHECK(engine.repr_of(engine.thread.exception) == "OverflowError(34, 'Numerical result out of range')");
}

TEST_CASE("equal numbers hash alike, whatever their type") {
  CHECK(number_hash(Value::number(2.0)) == number_hash(Value::small_int(2)));
  CHECK(number_hash(Value::number(-0.0)) == number_hash(Value::small_int(0)));
  TestEngine engine;
  const Value big = make_int(engine.thread, std::int64_t{1} << 60);
  CHECK(number_hash(big) == number_hash(Value::number(1152921504606846976.0)));
}

TEST_CASE("round: half to even, and its errors") {
  TestEngine engine;
  const auto round = [&](Value value, Value digits) {
    Value out;
    return round_number(engine.thread, value, digits, out) == Status::Ok ? engine.repr_of(out) : engine.error();
  };
  CHECK(round(Value::number(2.5), Value::none()) == "2");
  CHECK(round(Value::number(3.5), Value::none()) == "4");
  CHECK(round(Value::number(2.675), Value::small_int(2)) == "2.67");
  CHECK(round(Value::small_int(15), Value::small_int(-1)) == "20");
  CHECK(round(Value::small_int(25), Value::small_int(-1)) == "20");
  CHECK(round(Value::number(std::numeric_limits<double>::infinity()), Value::none()) ==
        "OverflowError: cannot convert float infinity to integer");
  CHECK(round(engine.str("a"), Value::none()) == "TypeError: type str doesn't define __round__ method");
}

TEST_CASE("divmod and pow") {
  TestEngine engine;
  Value quotient, remainder;
  REQUIRE(divide_modulo(engine.thread, Value::small_int(-7), Value::small_int(2), quotient, remainder) == Status::Ok);
  CHECK(engine.repr_of(quotient) == "-4");
  CHECK(engine.repr_of(remainder) == "1");
  CHECK(divide_modulo(engine.thread, Value::number(1), Value::small_int(0), quotient, remainder) == Status::Raised);
  CHECK(engine.error() == "ZeroDivisionError: float divmod()");
  Value out;
  REQUIRE(power(engine.thread, Value::small_int(3), Value::small_int(-1), Value::small_int(7), out) == Status::Ok);
  CHECK(engine.repr_of(out) == "5");
}

TEST_CASE("format() of numbers and text") {
  TestEngine engine;
  const auto format = [&](Value value, std::string_view spec) {
    Value out;
    return format_value(engine.thread, value, as_str(engine.str(spec)), out) == Status::Ok ? engine.text_of(out)
                                                                                           : engine.error();
  };
  CHECK(format(Value::number(3.14159), ".2f") == "3.14");
  CHECK(format(Value::small_int(255), "#06x") == "0x00ff");
  CHECK(format(engine.str("ab"), "*^6") == "**ab**");
  CHECK(format(Value::boolean(true), "") == "True");
  CHECK(format(Value::boolean(true), "d") == "1");
  CHECK(format(Value::none(), "5") == "TypeError: unsupported format string passed to NoneType.__format__");
  CHECK(format(engine.str("a"), "d") == "ValueError: Unknown format code 'd' for object of type 'str'");
}

}  // namespace
}  // namespace threadbook::python
