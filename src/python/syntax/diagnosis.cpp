#include "python/syntax/diagnosis.h"

#include <algorithm>
#include <memory>
#include <utility>

#include "python/syntax/ast.h"
#include "python/syntax/literals.h"
#include "python/syntax/matcher.h"
#include "python/syntax/parser_state.h"
#include "python/syntax/utf8.h"

namespace threadbook::python {

using namespace ast;

namespace {

// A place as CPython's parser gives it: byte columns from 1; end_column 0 when there is none.
struct Place {
  std::uint32_t lineno = 0;
  std::uint32_t column = 0;
  std::uint32_t end_lineno = 0;
  std::uint32_t end_column = 0;
};

// What CPython calls an expression that cannot be assigned to.
const char* expression_name(const Expr* e) {
  using enum Expr::Kind;
  switch (e->kind) {
    case Attribute: return "attribute";
    case Subscript: return "subscript";
    case Starred: return "starred";
    case Name: return "name";
    case List: return "list";
    case Tuple: return "tuple";
    case Lambda: return "lambda";
    case Call: return "function call";
    case BoolOp:
    case BinOp:
    case UnaryOp: return "expression";
    case GeneratorExp: return "generator expression";
    case Yield:
    case YieldFrom: return "yield expression";
    case Await: return "await expression";
    case ListComp: return "list comprehension";
    case SetComp: return "set comprehension";
    case DictComp: return "dict comprehension";
    case Dict: return "dict literal";
    case Set: return "set display";
    case JoinedStr:
    case FormattedValue: return "f-string expression";
    case Constant:
      switch (as<ast::Constant>(e)->type) {
        case ast::Constant::Type::None: return "None";
        case ast::Constant::Type::True: return "True";
        case ast::Constant::Type::False: return "False";
        case ast::Constant::Type::Ellipsis: return "ellipsis";
        default: return "literal";
      }
    case Compare: return "comparison";
    case IfExp: return "conditional expression";
    case NamedExpr: return "named expression";
    case Slice: return "slice";
  }
  return "expression";
}

enum class Targets { Star, Del, For };

// The part of `e` that keeps it from being a target, or nullptr.
const Expr* invalid_target(const Expr* e, Targets targets) {
  auto first_invalid = [&](std::span<Expr* const> elements) -> const Expr* {
    for (const Expr* element : elements) {
      if (const Expr* invalid = invalid_target(element, targets)) return invalid;
    }
    return nullptr;
  };
  switch (e->kind) {
    case Expr::Kind::List: return first_invalid(as<List>(e)->elts);
    case Expr::Kind::Tuple: return first_invalid(as<Tuple>(e)->elts);
    case Expr::Kind::Starred:
      if (targets == Targets::Del) return e;
      return invalid_target(as<Starred>(e)->value, targets);
    case Expr::Kind::Compare:
      if (targets != Targets::For) return e;
      // `for a in b` without its colon reads as a comparison.
      if (as<Compare>(e)->ops[0] != CompareOperator::In) return nullptr;
      return invalid_target(as<Compare>(e)->left, targets);
    case Expr::Kind::Name:
    case Expr::Kind::Subscript:
    case Expr::Kind::Attribute: return nullptr;
    default: return e;
  }
}

// A 1-based byte column as a 1-based character column. CPython counts bytes when it reads a script
// from a file, which puts the carets beside the mark on lines that are not ASCII, and characters
// when it compiles a string; we always count characters.
std::uint32_t in_characters(std::string_view line, std::uint32_t column) {
  if (column == 0) return 0;
  std::size_t bytes = std::min<std::size_t>(column, line.size() + 1);
  std::size_t characters = count_characters(line.substr(0, std::min(bytes, line.size())));
  return static_cast<std::uint32_t>(characters + (bytes > line.size() ? 1 : 0));
}

class Diagnosis : public Matcher::Host {
 public:
  Diagnosis(const Tokens& tokens, GrammarStart start) : tokens_(tokens), start_(start), matcher_(tokens, *this) {}

  SyntaxError run() {
    constexpr const char* kStarts[] = {"file", "interactive", "eval", "replacement_field"};
    std::uint32_t rule = Grammar::python().rule(kStarts[static_cast<int>(start_)]);
    bool matched = matcher_.run(rule, false);
    std::uint32_t furthest = matcher_.filled();
    if (!error_ && !matched) matcher_.run(rule, true);
    if (!error_) {
      generic(furthest);
    } else if (lexical_ || reached_end()) {
      return *error_;
    }
    check_rest();
    return *error_;
  }

 private:
  using Verdict = Matcher::Verdict;

  // ---- places ----

  Place place(const Token& t) const { return {t.lineno, t.col_offset + 1, t.end_lineno, t.end_col_offset + 1}; }
  Place place(const Position& p) const { return {p.lineno, p.col_offset + 1, p.end_lineno, p.end_col_offset + 1}; }
  const Token& last_token() const { return tokens_.list[matcher_.filled() - 1]; }

  // Of the last token looked at.
  Place here() const {
    const Token& t = last_token();
    if (t.has_column()) return place(t);
    // At the end of the file CPython's line buffer is empty already.
    bool at_end = t.start >= tokens_.text.size();
    return {t.lineno, at_end ? 0 : t.col_offset, t.end_lineno, 0};
  }
  // The node or token that `range` matched.
  Place place(TokenRange range) {
    if (range.end - range.start == 1) return place(tokens_.list[range.start]);
    if (const Expr* e = node(range)) return place(e->position);
    Place out = place(tokens_.list[range.start]);
    const Token& last = tokens_.list[range.end - 1];
    out.end_lineno = last.end_lineno;
    out.end_column = last.end_col_offset + 1;
    return out;
  }

  // ---- what matched, as a tree ----

  std::unique_ptr<Tokens> slice(TokenRange range) {
    auto out = std::make_unique<Tokens>();
    out->text = tokens_.text;
    out->list.assign(tokens_.list.begin() + range.start, tokens_.list.begin() + range.end);
    Token end = out->list.back();
    end.kind = TokenKind::EndMarker;
    out->list.push_back(end);
    return out;
  }

  // The expression in `range`, or nullptr: the range holds something else.
  const Expr* node(TokenRange range) {
    auto part = slice(range);
    Parser parser(*part, arena_);
    using enum Parser::Part;
    for (auto kind : {StarExpressions, Named, Starred, Yield}) {
      if (const Expr* e = parser.parse_part(0, kind)) {
        slices_.push_back(std::move(part));
        return e;
      }
    }
    return nullptr;
  }

  // ---- errors ----

  Verdict raise(std::string message, Place place, const char* type = "SyntaxError") {
    SyntaxError error;
    error.type = type;
    error.message = start_ == GrammarStart::ReplacementField ? "f-string: " + message : message;
    error.lineno = place.lineno;
    error.end_lineno = place.end_lineno;
    error.text = tokens_.line(place.lineno);
    error.offset = in_characters(error.text, place.column);
    error.end_offset = in_characters(error.text, place.end_column);
    error_ = std::move(error);
    return Verdict::Stop;
  }

  static Place from_to(Place a, Place b) { return {a.lineno, a.column, b.end_lineno, b.end_column}; }

  void lexical() override {
    lexical_ = true;
    error_ = lexical_error(tokens_, *tokens_.error);
  }

  void missing(std::uint32_t at, TokenKind kind) override {
    const Token& t = tokens_.list[at];
    Place where = t.has_column() ? place(t) : Place{t.lineno, 0, t.end_lineno, 0};
    raise(kind == TokenKind::Colon ? "expected ':'" : "expected '('", where);
  }

  void generic(std::uint32_t furthest) {
    const Token& last = tokens_.list[furthest - 1];
    if (last.kind == TokenKind::Indent || last.kind == TokenKind::Dedent) {
      raise(last.kind == TokenKind::Indent ? "unexpected indent" : "unexpected unindent", here(), "IndentationError");
      generic_indentation_ = true;
      return;
    }
    raise("invalid syntax", last.has_column() ? place(last) : Place{last.lineno, 0, last.end_lineno, 0});
  }

  bool reached_end() const { return last_token().kind == TokenKind::EndMarker; }

  // A trouble of the lexer further on may be the reason of it all: a bracket never closed.
  void check_rest() {
    if (generic_indentation_ || reached_end() || !tokens_.error) return;
    if (tokens_.error->immediate) {
      error_ = lexical_error(tokens_, *tokens_.error);
      return;
    }
    if (tokens_.open.empty()) return;
    const OpenBracket& bracket = tokens_.open.back();
    if (last_token().lineno <= bracket.lineno) return;
    raise(std::string("'") + bracket.character + "' was never closed",
          {bracket.lineno, bracket.col_offset + 1, bracket.lineno, 0});
  }

  // ---- the grammar's actions ----

  std::string fill(const std::string& pattern, TokenRange a) {
    std::string out;
    for (std::size_t i = 0; i < pattern.size(); ++i) {
      if (pattern[i] != '%') {
        out += pattern[i];
        continue;
      }
      switch (pattern[++i]) {
        case 'n': {
          const Expr* e = node(a);
          out += e ? expression_name(e) : "expression";
          break;
        }
        case 't': out += tokens_.spelling(tokens_.list[a.start]); break;
        case 'l': out += std::to_string(tokens_.list[a.start].lineno); break;
        default: break;
      }
    }
    return out;
  }

  Verdict act(const GrammarAction& action, TokenRange a, TokenRange b, std::uint32_t at) override {
    const std::string& verb = action.verb;
    const std::string& message = action.message;
    if (verb == "at") return raise(fill(message, a), place(a));
    if (verb == "range") return raise(fill(message, a), from_to(place(a), place(b)));
    if (verb == "here") return raise(message, here());
    if (verb == "indent") return raise(fill(message, a), here(), "IndentationError");
    if (verb == "from") {
      Place where = place(a);
      where.end_lineno = last_token().end_lineno;
      where.end_column = last_token().end_col_offset;
      return raise(message, where);
    }
    if (verb == "parameter") {
      // With its comma, which is no part of it.
      if (tokens_.list[a.end - 1].kind == TokenKind::Comma) --a.end;
      return raise(message, from_to(place(tokens_.list[a.start]), place(tokens_.list[a.end - 1])));
    }
    if (verb == "patterns") {
      return raise(message, from_to(place(tokens_.list[a.start]), place(tokens_.list[a.end - 1])));
    }
    if (verb == "last_target") {
      if (tokens_.list[b.end - 1].kind == TokenKind::Comma) --b.end;
      const Expr* last = node(b);
      if (auto* tuple = try_as<Tuple>(last)) {
        if (!is_parenthesised(b)) last = tuple->elts.back();
      }
      return raise(message, from_to(place(a), last ? place(last->position) : place(b)));
    }
    if (verb == "assign_target") return target(a, Targets::Star);
    if (verb == "delete_target") return target(a, Targets::Del);
    if (verb == "for_target") return target(a, Targets::For);
    if (verb == "legacy") return legacy(a, b);
    if (verb == "forgotten_comma") return forgotten_comma(a, b, at);
    if (verb == "missing_colon") {
      Place where = place(a);
      return raise("':' expected after dictionary key", {where.lineno, where.end_column - 1, where.end_lineno, 0});
    }
    if (verb == "generator_argument") {
      return raise("Generator expression must be parenthesized", from_to(place(a), last_clause(b)));
    }
    if (verb == "generator_after_arguments") return generator_after_arguments(a, b);
    if (verb == "positional_after_keyword") return positional_after_keyword(a);
    if (verb == "strings") return strings(a);
    if (verb == "number") return number(at - 1);
    if (verb == "real" || verb == "imaginary") return complex_part(at - 1, verb == "imaginary");
    return Verdict::Accept;
  }

  bool is_parenthesised(TokenRange range) const {
    return tokens_.list[range.start].kind == TokenKind::LeftParen &&
           tokens_.list[range.end - 1].kind == TokenKind::RightParen && node_count_at_level(range) == 0;
  }
  // Commas of `range` outside its brackets.
  std::size_t node_count_at_level(TokenRange range) const {
    int level = 0;
    std::size_t commas = 0;
    for (std::uint32_t i = range.start; i < range.end; ++i) {
      switch (tokens_.list[i].kind) {
        case TokenKind::LeftParen:
        case TokenKind::LeftBracket:
        case TokenKind::LeftBrace: ++level; break;
        case TokenKind::RightParen:
        case TokenKind::RightBracket:
        case TokenKind::RightBrace: --level; break;
        case TokenKind::Comma: commas += level == 0; break;
        default: break;
      }
    }
    return commas;
  }

  Verdict target(TokenRange a, Targets targets) {
    const Expr* e = node(a);
    const Expr* invalid = e ? invalid_target(e, targets) : nullptr;
    if (!invalid) return Verdict::Refuse;
    const char* what = targets == Targets::Del ? "cannot delete " : "cannot assign to ";
    return raise(what + std::string(expression_name(invalid)), place(invalid->position));
  }

  bool is_legacy_name(TokenRange a) const {
    if (a.end - a.start != 1 || tokens_.list[a.start].kind != TokenKind::Name) return false;
    std::string_view spelling = tokens_.spelling(tokens_.list[a.start]);
    return spelling == "print" || spelling == "exec";
  }

  Verdict legacy(TokenRange a, TokenRange b) {
    if (!is_legacy_name(a)) return Verdict::Refuse;
    std::string name(tokens_.spelling(tokens_.list[a.start]));
    return raise("Missing parentheses in call to '" + name + "'. Did you mean " + name + "(...)?",
                 from_to(place(a), place(b)));
  }

  Verdict forgotten_comma(TokenRange a, TokenRange b, std::uint32_t at) {
    if (const Expr* e = node(a)) {
      auto* name = try_as<Name>(e);
      if (name && (name->id == "print" || name->id == "exec")) return Verdict::Refuse;
    }
    if (tokens_.list[at - 1].level == 0) return Verdict::Refuse;
    return raise("invalid syntax. Perhaps you forgot a comma?", from_to(place(a), place(b)));
  }

  // The last condition, or without one the iterable, of the last `for` in `range`.
  Place last_clause(TokenRange range) {
    const Token& last = tokens_.list[range.end - 1];
    std::uint32_t start = range.start;
    int level = 0;
    for (std::uint32_t i = range.start; i < range.end; ++i) {
      switch (tokens_.list[i].kind) {
        case TokenKind::LeftParen:
        case TokenKind::LeftBracket:
        case TokenKind::LeftBrace: ++level; break;
        case TokenKind::RightParen:
        case TokenKind::RightBracket:
        case TokenKind::RightBrace: --level; break;
        case TokenKind::In:
        case TokenKind::If:
          if (level == 0) start = i + 1;
          break;
        default: break;
      }
    }
    if (const Expr* e = node({start, range.end})) return place(e->position);
    return place(last);
  }

  Verdict generator_after_arguments(TokenRange a, TokenRange b) {
    auto part = slice(a);
    Parser parser(*part, arena_);
    auto arguments = parser.parse_arguments();
    slices_.push_back(std::move(part));
    if (!arguments || arguments->args.size() <= 1) return Verdict::Refuse;
    return raise("Generator expression must be parenthesized",
                 from_to(place(arguments->args.back()->position), last_clause(b)));
  }

  Verdict positional_after_keyword(TokenRange a) {
    auto part = slice(a);
    Parser parser(*part, arena_);
    auto arguments = parser.parse_arguments();
    bool unpacking = false;
    if (arguments) {
      for (const Keyword* keyword : arguments->keywords) unpacking |= keyword->arg.empty();
    }
    slices_.push_back(std::move(part));
    return raise(unpacking ? "positional argument follows keyword argument unpacking"
                           : "positional argument follows keyword argument",
                 here());
  }

  Verdict strings(TokenRange a) {
    StringLiterals literals(tokens_, arena_, 0, true);
    if (literals.read(a.start, a.end)) return Verdict::Accept;
    const StringProblem& problem = *literals.problem();
    if (problem.inner) {
      error_ = *problem.inner;
      return Verdict::Stop;
    }
    // The messages of f-strings already say so.
    GrammarStart start = std::exchange(start_, problem.message.starts_with("f-string: ") ? GrammarStart::File : start_);
    raise(problem.message, problem.at_token ? place(tokens_.list[problem.token]) : here());
    start_ = start;
    return Verdict::Stop;
  }

  Verdict number(std::uint32_t at) {
    const Token& t = tokens_.list[at];
    Constant constant{};
    if (read_number(tokens_.spelling(t), constant, arena_)) return Verdict::Accept;
    return raise("Exceeds the limit (4300 digits) for integer string conversion: value has " +
                     std::to_string(decimal_digits(tokens_.spelling(t))) +
                     " digits; use sys.set_int_max_str_digits() to increase the limit - Consider "
                     "hexadecimal for huge integer literals to avoid decimal conversion limits.",
                 {t.lineno, 0, t.end_lineno, 0});
  }

  Verdict complex_part(std::uint32_t at, bool imaginary) {
    std::string_view spelling = tokens_.spelling(tokens_.list[at]);
    bool is_imaginary = (spelling.back() | 0x20) == 'j' && spelling.size() > 1;
    if (is_imaginary == imaginary) return Verdict::Accept;
    return raise(imaginary ? "imaginary number required in complex literal" : "real number required in complex literal",
                 place(tokens_.list[at]));
  }

  const Tokens& tokens_;
  GrammarStart start_;
  Matcher matcher_;
  Arena arena_;
  std::vector<std::unique_ptr<Tokens>> slices_;  // what nodes_ were parsed from
  std::optional<SyntaxError> error_;
  bool lexical_ = false;
  bool generic_indentation_ = false;
};

}  // namespace

SyntaxError lexical_error(const Tokens& tokens, const LexicalError& error) {
  SyntaxError out;
  out.type = error.type;
  out.message = error.message;
  out.lineno = out.end_lineno = error.lineno;
  std::string_view line = tokens.line(error.lineno);
  out.text = line;
  out.offset = in_characters(line, error.offset);
  out.end_offset = in_characters(line, error.end_offset);
  return out;
}

SyntaxError diagnose(const Tokens& tokens, GrammarStart start) { return Diagnosis(tokens, start).run(); }

}  // namespace threadbook::python
