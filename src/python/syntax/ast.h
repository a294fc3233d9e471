// The abstract syntax tree: CPython 3.11's `ast` module as C++ structs.
//
// Node and field names are those of https://docs.python.org/3.11/library/ast.html, so that what is
// known about Python's trees holds here and `syntax/dump.h` can be compared with `ast.dump`. Four
// families have a base with a `kind`: Expr, Stmt, Pattern and ExceptHandler's plain struct; `as<T>`
// casts with a check. One name differs, because a statement and the family cannot share it: the
// expression statement is ExprStmt.
//
// All nodes, lists and strings live in one Arena and are trivially destructible. Optional children
// are nullptr; optional names are empty views. Nodes are mutable (the parser sets contexts late),
// but no pass after the parser changes them.
#pragma once

#include <cassert>
#include <cstdint>
#include <span>
#include <string_view>

#include "python/syntax/arena.h"

namespace threadbook::python::ast {

// The name of the function that binds a definition's type parameters (parse_type_parameters.cpp).
inline constexpr std::string_view kTypeParameterScope = "<type parameters>";

// Lines count from 1, columns are UTF-8 byte offsets from 0; the end is exclusive.
struct Position {
  std::uint32_t lineno = 0;
  std::uint32_t col_offset = 0;
  std::uint32_t end_lineno = 0;
  std::uint32_t end_col_offset = 0;
};

struct Node {
  Position position;
};

enum class ExprContext : std::uint8_t { Load, Store, Del };
enum class BoolOperator : std::uint8_t { And, Or };
// clang-format off
enum class Operator : std::uint8_t {
  Add, Sub, Mult, MatMult, Div, Mod, Pow, LShift, RShift, BitOr, BitXor, BitAnd, FloorDiv
};
// clang-format on
enum class UnaryOperator : std::uint8_t { Invert, Not, UAdd, USub };
// clang-format off
enum class CompareOperator : std::uint8_t {
  Eq, NotEq, Lt, LtE, Gt, GtE, Is, IsNot, In, NotIn
};
// clang-format on

// ---- expressions -------------------------------------------------------------------------------

struct Expr : Node {
  // clang-format off
  enum class Kind : std::uint8_t {
    BoolOp, NamedExpr, BinOp, UnaryOp, Lambda, IfExp, Dict, Set, ListComp, SetComp, DictComp,
    GeneratorExp, Await, Yield, YieldFrom, Compare, Call, FormattedValue, JoinedStr, Constant,
    Attribute, Subscript, Starred, Name, List, Tuple, Slice
  };
  // clang-format on
  Kind kind;
};

struct Stmt : Node {
  // clang-format off
  enum class Kind : std::uint8_t {
    FunctionDef, AsyncFunctionDef, ClassDef, Return, Delete, Assign, AugAssign, AnnAssign, For,
    AsyncFor, While, If, With, AsyncWith, Match, Raise, Try, TryStar, Assert, Import, ImportFrom,
    Global, Nonlocal, ExprStmt, Pass, Break, Continue
  };
  // clang-format on
  Kind kind;
};

struct Pattern : Node {
  // clang-format off
  enum class Kind : std::uint8_t {
    MatchValue, MatchSingleton, MatchSequence, MatchMapping, MatchClass, MatchStar, MatchAs,
    MatchOr
  };
  // clang-format on
  Kind kind;
};

struct Arg : Node {
  std::string_view arg;
  Expr* annotation = nullptr;
};

// A parameter list. `defaults` belong to the last of posonlyargs + args; `kw_defaults` has one
// entry per kwonlyargs, nullptr where there is no default.
struct Arguments {
  std::span<Arg*> posonlyargs;
  std::span<Arg*> args;
  Arg* vararg = nullptr;
  std::span<Arg*> kwonlyargs;
  std::span<Expr*> kw_defaults;
  Arg* kwarg = nullptr;
  std::span<Expr*> defaults;
};

// One `name=value` of a call or class; an empty `arg` is `**value`.
struct Keyword : Node {
  std::string_view arg;
  Expr* value = nullptr;
};

// One `for target in iter if ifs` of a comprehension.
struct Comprehension {
  Expr* target = nullptr;
  Expr* iter = nullptr;
  std::span<Expr*> ifs;
  bool is_async = false;
};

struct BoolOp : Expr {
  static constexpr Kind kKind = Kind::BoolOp;
  BoolOperator op;
  std::span<Expr*> values;
};

struct NamedExpr : Expr {
  static constexpr Kind kKind = Kind::NamedExpr;
  Expr* target;  // always a Name
  Expr* value;
};

// BinOp, Attribute, Call and Subscript lean to the left without bound: a chain of 10 000 is a legal
// program, so walk down `left`, `value` and `func` in a loop. All other nesting is bounded by the
// parser to a few hundred levels.
struct BinOp : Expr {
  static constexpr Kind kKind = Kind::BinOp;
  Operator op;
  Expr* left;
  Expr* right;
};

struct UnaryOp : Expr {
  static constexpr Kind kKind = Kind::UnaryOp;
  UnaryOperator op;
  Expr* operand;
};

struct Lambda : Expr {
  static constexpr Kind kKind = Kind::Lambda;
  Arguments* args;
  Expr* body;
};

struct IfExp : Expr {
  static constexpr Kind kKind = Kind::IfExp;
  Expr* test;
  Expr* body;
  Expr* orelse;
};

// A nullptr key means `**value`.
struct Dict : Expr {
  static constexpr Kind kKind = Kind::Dict;
  std::span<Expr*> keys;
  std::span<Expr*> values;
};

struct Set : Expr {
  static constexpr Kind kKind = Kind::Set;
  std::span<Expr*> elts;
};

struct ListComp : Expr {
  static constexpr Kind kKind = Kind::ListComp;
  Expr* elt;
  std::span<Comprehension*> generators;
};

struct SetComp : Expr {
  static constexpr Kind kKind = Kind::SetComp;
  Expr* elt;
  std::span<Comprehension*> generators;
};

struct DictComp : Expr {
  static constexpr Kind kKind = Kind::DictComp;
  Expr* key;
  Expr* value;
  std::span<Comprehension*> generators;
};

struct GeneratorExp : Expr {
  static constexpr Kind kKind = Kind::GeneratorExp;
  Expr* elt;
  std::span<Comprehension*> generators;
};

struct Await : Expr {
  static constexpr Kind kKind = Kind::Await;
  Expr* value;
};

struct Yield : Expr {
  static constexpr Kind kKind = Kind::Yield;
  Expr* value;  // may be nullptr
};

struct YieldFrom : Expr {
  static constexpr Kind kKind = Kind::YieldFrom;
  Expr* value;
};

struct Compare : Expr {
  static constexpr Kind kKind = Kind::Compare;
  Expr* left;
  std::span<CompareOperator> ops;
  std::span<Expr*> comparators;
};

struct Call : Expr {
  static constexpr Kind kKind = Kind::Call;
  Expr* func;
  std::span<Expr*> args;
  std::span<Keyword*> keywords;
};

// One `{value!conversion:format_spec}` of an f-string.
struct FormattedValue : Expr {
  static constexpr Kind kKind = Kind::FormattedValue;
  Expr* value;
  int conversion;     // -1, or 's', 'r', 'a'
  Expr* format_spec;  // a JoinedStr, or nullptr
};

struct JoinedStr : Expr {
  static constexpr Kind kKind = Kind::JoinedStr;
  std::span<Expr*> values;
};

struct Constant : Expr {
  static constexpr Kind kKind = Kind::Constant;
  // clang-format off
  enum class Type : std::uint8_t {
    None, True, False, Ellipsis, Int, Float, Complex, Str, Bytes
  };
  // clang-format on
  Type type;
  bool fits_int64 = false;      // Int: `integer` holds the value
  bool unicode_prefix = false;  // Str: written u'…' (ast's kind='u')
  std::uint8_t base = 10;       // Int: of the digits in `text`, 10 or 16
  std::int64_t integer = 0;     // Int, when it fits
  double number = 0;            // Float; Complex: the imaginary part
  // Int: digits in `base`, lower case, no prefix, no underscores, no leading zeros.
  // Str: UTF-8, lone surrogates encoded as three bytes each (WTF-8). Bytes: the bytes.
  std::string_view text;
};

struct Attribute : Expr {
  static constexpr Kind kKind = Kind::Attribute;
  ExprContext ctx;
  Expr* value;
  std::string_view attr;
};

struct Subscript : Expr {
  static constexpr Kind kKind = Kind::Subscript;
  ExprContext ctx;
  Expr* value;
  Expr* slice;
};

struct Starred : Expr {
  static constexpr Kind kKind = Kind::Starred;
  ExprContext ctx;
  Expr* value;
};

struct Name : Expr {
  static constexpr Kind kKind = Kind::Name;
  ExprContext ctx;
  std::string_view id;
};

struct List : Expr {
  static constexpr Kind kKind = Kind::List;
  ExprContext ctx;
  std::span<Expr*> elts;
};

struct Tuple : Expr {
  static constexpr Kind kKind = Kind::Tuple;
  ExprContext ctx;
  std::span<Expr*> elts;
};

struct Slice : Expr {
  static constexpr Kind kKind = Kind::Slice;
  Expr* lower;  // each may be nullptr
  Expr* upper;
  Expr* step;
};

// ---- patterns ----------------------------------------------------------------------------------

struct MatchValue : Pattern {
  static constexpr Kind kKind = Kind::MatchValue;
  Expr* value;
};

struct MatchSingleton : Pattern {
  static constexpr Kind kKind = Kind::MatchSingleton;
  Constant::Type value;  // None, True or False
};

struct MatchSequence : Pattern {
  static constexpr Kind kKind = Kind::MatchSequence;
  std::span<Pattern*> patterns;
};

struct MatchMapping : Pattern {
  static constexpr Kind kKind = Kind::MatchMapping;
  std::span<Expr*> keys;
  std::span<Pattern*> patterns;
  std::string_view rest;  // empty: no `**rest`
};

struct MatchClass : Pattern {
  static constexpr Kind kKind = Kind::MatchClass;
  Expr* cls;
  std::span<Pattern*> patterns;
  std::span<std::string_view> kwd_attrs;
  std::span<Pattern*> kwd_patterns;
};

struct MatchStar : Pattern {
  static constexpr Kind kKind = Kind::MatchStar;
  std::string_view name;  // empty: `*_`
};

struct MatchAs : Pattern {
  static constexpr Kind kKind = Kind::MatchAs;
  Pattern* pattern;       // may be nullptr
  std::string_view name;  // empty: `_`
};

struct MatchOr : Pattern {
  static constexpr Kind kKind = Kind::MatchOr;
  std::span<Pattern*> patterns;
};

// ---- statements --------------------------------------------------------------------------------

struct WithItem {
  Expr* context_expr = nullptr;
  Expr* optional_vars = nullptr;
};

struct Alias : Node {
  std::string_view name;
  std::string_view asname;  // empty: none
};

struct ExceptHandler : Node {
  Expr* type = nullptr;   // nullptr: a bare `except:`
  std::string_view name;  // empty: none
  std::span<Stmt*> body;
};

struct MatchCase {
  Pattern* pattern = nullptr;
  Expr* guard = nullptr;
  std::span<Stmt*> body;
};

struct FunctionDef : Stmt {
  static constexpr Kind kKind = Kind::FunctionDef;
  std::string_view name;
  Arguments* args;
  std::span<Stmt*> body;
  std::span<Expr*> decorator_list;
  Expr* returns;
};

struct AsyncFunctionDef : Stmt {
  static constexpr Kind kKind = Kind::AsyncFunctionDef;
  std::string_view name;
  Arguments* args;
  std::span<Stmt*> body;
  std::span<Expr*> decorator_list;
  Expr* returns;
};

struct ClassDef : Stmt {
  static constexpr Kind kKind = Kind::ClassDef;
  std::string_view name;
  std::span<Expr*> bases;
  std::span<Keyword*> keywords;
  std::span<Stmt*> body;
  std::span<Expr*> decorator_list;
};

struct Return : Stmt {
  static constexpr Kind kKind = Kind::Return;
  Expr* value;
};

struct Delete : Stmt {
  static constexpr Kind kKind = Kind::Delete;
  std::span<Expr*> targets;
};

struct Assign : Stmt {
  static constexpr Kind kKind = Kind::Assign;
  std::span<Expr*> targets;
  Expr* value;
};

struct AugAssign : Stmt {
  static constexpr Kind kKind = Kind::AugAssign;
  Expr* target;
  Operator op;
  Expr* value;
};

struct AnnAssign : Stmt {
  static constexpr Kind kKind = Kind::AnnAssign;
  Expr* target;
  Expr* annotation;
  Expr* value;  // may be nullptr
  bool simple;  // the target is a name without parentheses
};

struct For : Stmt {
  static constexpr Kind kKind = Kind::For;
  Expr* target;
  Expr* iter;
  std::span<Stmt*> body;
  std::span<Stmt*> orelse;
};

struct AsyncFor : Stmt {
  static constexpr Kind kKind = Kind::AsyncFor;
  Expr* target;
  Expr* iter;
  std::span<Stmt*> body;
  std::span<Stmt*> orelse;
};

struct While : Stmt {
  static constexpr Kind kKind = Kind::While;
  Expr* test;
  std::span<Stmt*> body;
  std::span<Stmt*> orelse;
};

// An `elif` is an If alone in `orelse`, so a long chain nests deeply: loop, do not recurse, over it.
struct If : Stmt {
  static constexpr Kind kKind = Kind::If;
  Expr* test;
  std::span<Stmt*> body;
  std::span<Stmt*> orelse;
};

struct With : Stmt {
  static constexpr Kind kKind = Kind::With;
  std::span<WithItem*> items;
  std::span<Stmt*> body;
};

struct AsyncWith : Stmt {
  static constexpr Kind kKind = Kind::AsyncWith;
  std::span<WithItem*> items;
  std::span<Stmt*> body;
};

struct Match : Stmt {
  static constexpr Kind kKind = Kind::Match;
  Expr* subject;
  std::span<MatchCase*> cases;
};

struct Raise : Stmt {
  static constexpr Kind kKind = Kind::Raise;
  Expr* exc;
  Expr* cause;
};

struct Try : Stmt {
  static constexpr Kind kKind = Kind::Try;
  std::span<Stmt*> body;
  std::span<ExceptHandler*> handlers;
  std::span<Stmt*> orelse;
  std::span<Stmt*> finalbody;
};

struct TryStar : Stmt {
  static constexpr Kind kKind = Kind::TryStar;
  std::span<Stmt*> body;
  std::span<ExceptHandler*> handlers;
  std::span<Stmt*> orelse;
  std::span<Stmt*> finalbody;
};

struct Assert : Stmt {
  static constexpr Kind kKind = Kind::Assert;
  Expr* test;
  Expr* msg;
};

struct Import : Stmt {
  static constexpr Kind kKind = Kind::Import;
  std::span<Alias*> names;
};

struct ImportFrom : Stmt {
  static constexpr Kind kKind = Kind::ImportFrom;
  std::string_view module;  // empty: `from . import …`
  std::span<Alias*> names;  // one alias named "*" for a star import
  int level;
};

struct Global : Stmt {
  static constexpr Kind kKind = Kind::Global;
  std::span<std::string_view> names;
};

struct Nonlocal : Stmt {
  static constexpr Kind kKind = Kind::Nonlocal;
  std::span<std::string_view> names;
};

struct ExprStmt : Stmt {  // ast.Expr
  static constexpr Kind kKind = Kind::ExprStmt;
  Expr* value;
};

struct Pass : Stmt {
  static constexpr Kind kKind = Kind::Pass;
};

struct Break : Stmt {
  static constexpr Kind kKind = Kind::Break;
};

struct Continue : Stmt {
  static constexpr Kind kKind = Kind::Continue;
};

// ---- roots -------------------------------------------------------------------------------------

// A file, or in single mode one interactive statement (ast.Interactive).
struct Module {
  std::span<Stmt*> body;
  Arena owned;
};

// The argument of eval().
struct Expression {
  Expr* body = nullptr;
  Arena owned;
};

// ---- casts -------------------------------------------------------------------------------------

template <class T, class Base>
bool is(const Base* node) {
  return node->kind == T::kKind;
}

// `node` as the concrete T it must be. `as<BinOp>(expr)`.
template <class T>
T* as(Expr* node) {
  assert(is<T>(node));
  return static_cast<T*>(node);
}
template <class T>
T* as(Stmt* node) {
  assert(is<T>(node));
  return static_cast<T*>(node);
}
template <class T>
T* as(Pattern* node) {
  assert(is<T>(node));
  return static_cast<T*>(node);
}
template <class T>
const T* as(const Expr* node) {
  assert(is<T>(node));
  return static_cast<const T*>(node);
}
template <class T>
const T* as(const Stmt* node) {
  assert(is<T>(node));
  return static_cast<const T*>(node);
}
template <class T>
const T* as(const Pattern* node) {
  assert(is<T>(node));
  return static_cast<const T*>(node);
}

// `node` as a T, or nullptr when it is something else (or nullptr).
template <class T, class Base>
auto try_as(Base* node) -> decltype(as<T>(node)) {
  return node && is<T>(node) ? as<T>(node) : nullptr;
}

}  // namespace threadbook::python::ast
