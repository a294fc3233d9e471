#include "python/syntax/parser.h"

#include <doctest/doctest.h>

#include <string>

#include "python/syntax/dump.h"

using namespace threadbook::python;

namespace {

// The tree of an expression, as ast.dump prints it.
std::string expression(std::string_view source) {
  ParseResult result = parse(source, "test", {ParseMode::Eval});
  return result ? dump(*result.expression) : result.error->message;
}

std::string module(std::string_view source, bool attributes = false) {
  ParseResult result = parse(source, "test");
  return result ? dump(*result.module, attributes) : result.error->message;
}

std::string repeat(std::string_view text, int times) {
  std::string out;
  for (int i = 0; i < times; ++i) out += text;
  return out;
}

bool parses(const std::string& source) { return bool(parse(source, "test")); }

}  // namespace

TEST_CASE("parser: operators bind as in Python") {
  CHECK(expression("a + b * -c ** d") ==
        "Expression(body=BinOp(left=Name(id='a', ctx=Load()), op=Add(), "
        "right=BinOp(left=Name(id='b', ctx=Load()), op=Mult(), right=UnaryOp(op=USub(), "
        "operand=BinOp(left=Name(id='c', ctx=Load()), op=Pow(), right=Name(id='d', "
        "ctx=Load()))))))");
  CHECK(expression("not a in b is not c") ==
        "Expression(body=UnaryOp(op=Not(), operand=Compare(left=Name(id='a', ctx=Load()), "
        "ops=[In(), IsNot()], comparators=[Name(id='b', ctx=Load()), Name(id='c', "
        "ctx=Load())])))");
}

TEST_CASE("parser: positions of nodes include what their rule matched") {
  CHECK(module("(a).b\n", true) ==
        "Module(body=[Expr(value=Attribute(value=Name(id='a', ctx=Load(), lineno=1, "
        "col_offset=1, end_lineno=1, end_col_offset=2), attr='b', ctx=Load(), lineno=1, "
        "col_offset=0, end_lineno=1, end_col_offset=5), lineno=1, col_offset=0, end_lineno=1, "
        "end_col_offset=5)], type_ignores=[])");
}

TEST_CASE("parser: numbers") {
  CHECK(expression("0x_ff") == "Expression(body=Constant(value=255))");
  CHECK(expression("0b101") == "Expression(body=Constant(value=5))");
  CHECK(expression("1_000.5e-3") == "Expression(body=Constant(value=1.0005))");
  CHECK(expression("1e400") == "Expression(body=Constant(value=inf))");
  CHECK(expression("2.j") == "Expression(body=Constant(value=2j))");
  CHECK(expression("0x8000000000000000") == "Expression(body=Constant(value=9223372036854775808))");
  ParseResult big = parse("000_000", "test", {ParseMode::Eval});
  REQUIRE(big);
  auto* constant = ast::as<ast::Constant>(big.expression->body);
  CHECK(constant->fits_int64);
  CHECK(constant->text == "0");
}

TEST_CASE("parser: strings concatenate, escapes are decoded") {
  CHECK(expression("'a' \"b\" r'\\n' '\\x41\\u00e9\\101\\\n'") == "Expression(body=Constant(value='ab\\\\nAéA'))");
  CHECK(expression("b'\\xff\\''") == "Expression(body=Constant(value=b\"\\xff'\"))");
  CHECK(expression("'\\ud800'") == "Expression(body=Constant(value='\\ud800'))");
  CHECK(expression("'\\N{BULLET}'") == "Expression(body=Constant(value='•'))");
  CHECK(expression("u'a'") == "Expression(body=Constant(value='a', kind='u'))");
}

TEST_CASE("parser: f-strings") {
  CHECK(expression("f'{x!r:>{w}}{{{y=}'") ==
        "Expression(body=JoinedStr(values=[FormattedValue(value=Name(id='x', ctx=Load()), "
        "conversion=114, format_spec=JoinedStr(values=[Constant(value='>'), "
        "FormattedValue(value=Name(id='w', ctx=Load()), conversion=-1)])), "
        "Constant(value='{y='), FormattedValue(value=Name(id='y', ctx=Load()), "
        "conversion=114)]))");
}

TEST_CASE("parser: modes") {
  CHECK(parse("x\n\n", "test", {ParseMode::Eval}).expression);
  CHECK(parse("x = 1", "test", {ParseMode::Eval}).error);
  CHECK(parse("if x:\n  y\n", "test", {ParseMode::Single}).module);
  CHECK(parse("", "test").module->body.empty());
}

TEST_CASE("parser: equal names share their characters") {
  ParseResult result = parse("name\nname\n", "test");
  auto id = [&](int i) { return ast::as<ast::Name>(ast::as<ast::ExprStmt>(result.module->body[i])->value)->id; };
  CHECK(id(0).data() == id(1).data());
}

TEST_CASE("parser: match is a keyword only where it can be") {
  CHECK(module("match = 1\nmatch(x)\nmatch[x]: int\nmatch.y\n").starts_with("Module(body=[Assign"));
  CHECK(module("match x:\n  case 1: pass\n").starts_with("Module(body=[Match("));
  CHECK(module("match x, *y:\n  case [a, *_] | {'k': C(z=1), **r} if a: pass\n")
            .starts_with("Module(body=[Match(subject=Tuple("));
}

TEST_CASE("parser: parentheses after with hold items or an expression") {
  CHECK(module("with (a as b, c): pass\n").find("optional_vars=Name(id='b'") != std::string::npos);
  CHECK(module("with (a, b) as c: pass\n").find("context_expr=Tuple(") != std::string::npos);
  CHECK(module("with (yield): pass\n").find("context_expr=Yield(") != std::string::npos);
  CHECK(module("with (*a, b): pass\n").find("context_expr=Tuple(") != std::string::npos);
}

TEST_CASE("parser: long chains are no deep nesting") {
  CHECK(parses("x = a" + repeat(" + a", 20000) + "\n"));
  CHECK(parses("a" + repeat(".b(c)[d]", 5000) + "\n"));
  CHECK(parses("a" + repeat(" or a", 20000) + "\n"));
  CHECK(parses("if a: pass\n" + repeat("elif a: pass\n", 5000)));
  CHECK(parses(repeat("a = ", 5000) + "b\n"));
}

TEST_CASE("parser: deep nesting is refused before the stack ends") {
  CHECK(parses(repeat("(", 200) + "a" + repeat(")", 200) + "\n"));
  CHECK(parse(repeat("(", 201), "test").error->message == "too many nested parentheses");
  for (std::string source : {repeat("lambda: ", 5000) + "a", repeat("not ", 5000) + "a", repeat("-", 5000) + "a",
                             "a" + repeat("**a", 5000), "a" + repeat(" if a else a", 5000)}) {
    ParseResult result = parse(source, "test");
    REQUIRE(result.error);
    CHECK(result.error->type == "RecursionError");
  }
}
