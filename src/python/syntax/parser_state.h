// The recursive-descent parser's inside; see parser.h for what it is. Private to src/python/syntax.
//
// Every parsing function starts at the token under the cursor, consumes what it matched and returns
// a node, or throws Failure: this parser only finds that there is an error, not which (the diagnosis
// does), so nothing is carried but the fact. Lists are gathered on one scratch stack and copied to
// the arena when complete, so that parsing allocates nothing else.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "python/syntax/ast.h"
#include "python/syntax/lexer.h"

namespace threadbook::python {

// `x := 1` without parentheses of its own, in an expression that began at `start`.
inline bool bare_walrus(const ast::Expr* node, const ast::Position& start) {
  return node && ast::is<ast::NamedExpr>(node) && node->position.lineno == start.lineno &&
         node->position.col_offset == start.col_offset;
}

class Parser {
 public:
  // The program is malformed, at or before the furthest token looked at.
  struct Failure {};
  // Nesting deeper than the parser is willing to recurse.
  struct TooDeep {};

  // Both must outlive the parser. Positions come from the tokens, which may have been shifted.
  Parser(const Tokens& tokens, ast::Arena& arena, unsigned depth = 0) : tokens_(tokens), arena_(arena), depth_(depth) {}

  std::span<ast::Stmt*> file();
  std::span<ast::Stmt*> interactive();
  ast::Expr* eval();
  // An expression in an f-string, in parentheses: star_expressions.
  ast::Expr* replacement_field() { return star_expressions(); }

  // For the diagnosis: what stands at token `index` parsed as the named kind of expression, or
  // nullptr when it cannot be.
  enum class Part { StarExpressions, Expression, BitwiseOr, Disjunction, Named, Starred, Yield };
  ast::Expr* parse_part(std::size_t index, Part part);

  // The same, of a call's arguments that stand alone in the tokens.
  struct CallArguments {
    std::span<ast::Expr*> args;
    std::span<ast::Keyword*> keywords;
    ast::GeneratorExp* bare_generator;  // the only argument, without parentheses of its own
  };
  std::optional<CallArguments> parse_arguments();

  // The depth from which nested parsers (f-strings) continue counting.
  unsigned depth() const { return depth_; }
  ast::Arena& arena() { return arena_; }

 private:
  using Kind = TokenKind;
  friend class DepthGuard;

  // ---- tokens ----
  const Token& token() const { return tokens_.list[at_]; }
  Kind kind() const { return tokens_.list[at_].kind; }
  Kind kind_ahead(std::size_t n) const {
    return at_ + n < tokens_.list.size() ? tokens_.list[at_ + n].kind : Kind::EndMarker;
  }
  bool at(Kind wanted) const { return kind() == wanted; }
  bool at_name(std::string_view soft_keyword) const {
    return at(Kind::Name) && tokens_.spelling(token()) == soft_keyword;
  }
  void advance();
  bool accept(Kind wanted) {
    if (!at(wanted)) return false;
    advance();
    return true;
  }
  void expect(Kind wanted) {
    if (!accept(wanted)) fail();
  }
  [[noreturn]] void fail() { throw Failure{}; }
  std::string_view name();  // consumes a NAME

  // ---- nodes ----
  template <class T>
  T* make(const ast::Position& start) {
    T* node = arena_.make<T>();
    node->kind = T::kKind;
    finish(node, start);
    return node;
  }
  ast::Position here() const {
    const Token& t = token();
    return {t.lineno, t.col_offset, t.end_lineno, t.end_col_offset};
  }
  // Of the last token consumed.
  ast::Position last_position() const {
    const Token& t = tokens_.list[last_];
    return {t.lineno, t.col_offset, t.end_lineno, t.end_col_offset};
  }
  // Sets the start from `start` and the end from the last token consumed.
  void finish(ast::Node* node, const ast::Position& start) const {
    const Token& t = tokens_.list[last_];
    node->position = {start.lineno, start.col_offset, t.end_lineno, t.end_col_offset};
  }
  // The expressions pushed on the scratch stack since `mark`, moved to the arena.
  std::span<ast::Expr*> take(std::size_t mark);

  // ---- statements (parse_statements.cpp) ----
  std::span<ast::Stmt*> statements_until(Kind end);
  void statement();  // pushes one or more on statements_
  void simple_statements();
  ast::Stmt* simple_statement();
  ast::Stmt* expression_statement();
  ast::Stmt* annotated_assignment(const ast::Position& start, std::size_t first, ast::Expr* target);
  ast::Stmt* delete_statement();
  ast::Stmt* import_statement();
  ast::Stmt* import_from_statement();
  std::string_view dotted_name();
  ast::Stmt* names_statement();

  // ---- compound statements (parse_compound_statements.cpp) ----
  ast::Stmt* compound_statement();  // nullptr: not one
  ast::Stmt* decorated();
  ast::Stmt* async_statement(std::span<ast::Expr*> decorators, bool decorated);
  ast::Stmt* function_definition(const ast::Position& start, std::span<ast::Expr*> decorators, bool is_async);
  ast::Stmt* class_definition(std::span<ast::Expr*> decorators);
  ast::Stmt* if_statement();
  ast::Stmt* while_statement();
  ast::Stmt* for_statement(const ast::Position& start, bool is_async);
  ast::Stmt* with_statement(const ast::Position& start, bool is_async);
  bool parenthesised_with_items(std::vector<ast::WithItem*>& items);
  ast::WithItem* with_item();
  ast::Stmt* try_statement();
  ast::ExceptHandler* except_handler(bool& is_star);
  ast::Stmt* match_statement();
  bool at_match_statement() const;
  std::span<ast::Stmt*> block();
  std::span<ast::Stmt*> else_block();
  std::span<ast::Stmt*> take_statements(std::size_t mark);

  // ---- type parameters (parse_type_parameters.cpp) ----
  struct TypeParameters {
    std::vector<ast::Stmt*> bindings;     // T = TypeVar("T"), with the imports they need
    std::vector<std::string_view> names;  // T, …; empty: there were no brackets
    std::vector<bool> unpacked;           // of each: a TypeVarTuple
  };
  bool newer() const { return tokens_.syntax == Syntax::Newer; }
  TypeParameters type_parameters();  // [T, *Ts, **P]; nothing where no bracket stands
  void type_parameter(TypeParameters& into);
  std::span<ast::Expr*> with_generic_base(std::span<ast::Expr*> bases, const TypeParameters& generic);
  ast::Stmt* generic_definition(ast::Stmt* definition, std::string_view name, const TypeParameters& generic,
                                std::span<ast::Expr*> decorators);
  ast::Stmt* scoped(std::string_view name, std::vector<ast::Stmt*> body, ast::Expr* result,
                    std::span<ast::Expr*> decorators);
  bool at_type_statement() const;
  ast::Stmt* type_statement();
  ast::Expr* name_node(std::string_view id, ast::ExprContext context = ast::ExprContext::Load);
  ast::Expr* text_node(std::string_view text);
  ast::Expr* tuple_node(const std::vector<ast::Expr*>& items);
  ast::Expr* call_node(ast::Expr* function, const std::vector<ast::Expr*>& arguments,
                       const std::vector<ast::Keyword*>& keywords = {});
  ast::Stmt* assign_node(ast::Expr* target, ast::Expr* value);
  ast::Stmt* import_node(std::string_view name);

  // ---- parameters (parse_parameters.cpp) ----
  ast::Arguments* parameters(Kind end, bool annotations);
  ast::Arg* parameter(bool annotation, bool star_annotation);

  // ---- expressions (parse_expressions.cpp: operators and all that is looser) ----
  ast::Expr* star_expressions();
  ast::Expr* star_expression();
  ast::Expr* star_named_expression();
  ast::Expr* named_expression();
  ast::Expr* expression();
  void limit_nesting(std::size_t more) const;
  ast::Expr* conditional(ast::Expr* first, ast::Position start);
  ast::Expr* disjunction() { return operators(1); }
  ast::Expr* operators(int lowest);
  ast::Expr* bitwise_or();
  ast::Expr* not_chain();
  ast::Expr* bool_chain(ast::Expr* left, const ast::Position& start, int priority);
  ast::Expr* comparison(ast::Expr* left, const ast::Position& start);
  ast::Expr* factor();
  ast::Expr* sign_chain();
  ast::Expr* power();
  ast::Expr* lambda();
  ast::Expr* yield();

  // ---- (parse_primaries.cpp: operands) ----
  ast::Expr* primary();
  ast::Expr* call(ast::Expr* function, const ast::Position& start);
  ast::Expr* subscript(ast::Expr* value, const ast::Position& start);
  ast::Expr* slice();
  ast::Expr* atom();

  // ---- (parse_displays.cpp: what stands in brackets of its own) ----
  ast::Expr* parenthesised();
  ast::Expr* list_display();
  ast::Expr* brace_display();
  ast::Expr* dict_display(const ast::Position& start);
  ast::Expr* number();
  ast::Expr* strings();
  std::span<ast::Comprehension*> for_if_clauses();
  bool at_comprehension() const { return at(Kind::For) || (at(Kind::Async) && kind_ahead(1) == Kind::For); }
  CallArguments arguments();  // up to, without, the closing parenthesis
  void argument(std::vector<ast::Keyword*>& keywords, bool& unpacked);
  ast::Expr* starred_expression();

  // ---- targets (parse_targets.cpp) ----
  ast::Expr* star_targets();  // of a for
  ast::Expr* star_target();
  void set_target(ast::Expr* target, ast::ExprContext context);  // checks, and sets the context

  // ---- patterns (parse_patterns.cpp) ----
  ast::MatchCase* case_block();
  ast::Pattern* patterns();
  ast::Pattern* maybe_star_pattern();
  ast::Pattern* pattern();
  ast::Pattern* or_pattern();
  ast::Pattern* closed_pattern();
  ast::Pattern* literal_pattern();
  ast::Expr* pattern_number();
  ast::Expr* pattern_key();
  ast::Expr* name_or_attribute();
  ast::Pattern* class_pattern(const ast::Position& start, ast::Expr* cls);
  ast::Pattern* sequence_pattern();
  ast::Pattern* mapping_pattern();
  bool at_capture_name() const;

  const Tokens& tokens_;
  ast::Arena& arena_;
  std::size_t at_ = 0;
  std::size_t last_ = 0;  // the last token consumed that is not NEWLINE, INDENT or DEDENT
  unsigned depth_ = 0;
  std::vector<ast::Expr*> expressions_;  // scratch
  std::vector<ast::Stmt*> statements_;   // scratch
};

// One level of recursion.
class DepthGuard {
 public:
  explicit DepthGuard(Parser& parser) : parser_(parser) {
    if (++parser_.depth_ > kMaximumDepth) {
      --parser_.depth_;
      throw Parser::TooDeep{};
    }
  }
  ~DepthGuard() { --parser_.depth_; }
  DepthGuard(const DepthGuard&) = delete;
  DepthGuard& operator=(const DepthGuard&) = delete;

  static constexpr unsigned kMaximumDepth = 450;

 private:
  Parser& parser_;
};

}  // namespace threadbook::python
