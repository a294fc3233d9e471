#include "python/syntax/unparse.h"

#include <cassert>
#include <span>
#include <string_view>
#include <utility>
#include <vector>

#include "python/syntax/constant_text.h"

namespace threadbook::python {

using namespace ast;

namespace {

// How tightly an expression holds together, loosest first. Where something tighter is wanted it goes in parentheses.
// clang-format off
enum Precedence : int {
  kTuple, kTest /* lambda, if-else */, kOr, kAnd, kNot, kCompare, kBitOr, kBitXor, kBitAnd, kShift, kSum, kTerm,
  kFactor, kPower, kAwait, kAtom
};
// clang-format on

constexpr Precedence tighter(Precedence precedence) { return static_cast<Precedence>(precedence + 1); }

struct OperatorText {
  std::string_view text;
  Precedence precedence;
};
// In the order of the enumerations in ast.h.
constexpr OperatorText kOperators[] = {{" + ", kSum},    {" - ", kSum},   {" * ", kTerm},   {" @ ", kTerm},
                                       {" / ", kTerm},   {" % ", kTerm},  {" ** ", kPower}, {" << ", kShift},
                                       {" >> ", kShift}, {" | ", kBitOr}, {" ^ ", kBitXor}, {" & ", kBitAnd},
                                       {" // ", kTerm}};
constexpr OperatorText kUnaryOperators[] = {{"~", kFactor}, {"not ", kNot}, {"+", kFactor}, {"-", kFactor}};
constexpr OperatorText kBoolOperators[] = {{" and ", kAnd}, {" or ", kOr}};
constexpr std::string_view kCompareOperators[] = {" == ", " != ", " < ",      " <= ", " > ",
                                                  " >= ", " is ", " is not ", " in ", " not in "};

template <class Operator>
const OperatorText& text_of(std::span<const OperatorText> table, Operator op) {
  return table[static_cast<std::size_t>(op)];
}

class Unparser {
 public:
  // Appends `e`, in parentheses if it holds together less tightly than `wanted`.
  void expression(const Expr* e, Precedence wanted) {
    // What leans to the left is walked down in a loop, opening parentheses, and up again.
    std::vector<Spine> spine;
    for (const Expr* left = nullptr; (left = begin_of(e)) != nullptr; e = left) {
      const Precedence own = precedence_of(e);
      spine.push_back({e, own < wanted});
      if (spine.back().parenthesised) out_ += '(';
      const bool is_power = own == kPower;  // the one operator that associates to the right
      wanted = is_power ? tighter(own) : own;
    }
    leaf(e, wanted);
    for (auto each = spine.rbegin(); each != spine.rend(); ++each) {
      rest(each->node);
      if (each->parenthesised) out_ += ')';
    }
  }

  std::string take() { return std::move(out_); }

 private:
  struct Spine {
    const Expr* node;
    bool parenthesised;
  };

  // ---- what leans to the left ----

  // The expression that the text of `e` begins with; nullptr if `e` does not lean to the left.
  static const Expr* begin_of(const Expr* e) {
    switch (e->kind) {
      case Expr::Kind::BinOp: return as<BinOp>(e)->left;
      case Expr::Kind::Attribute: return as<Attribute>(e)->value;
      case Expr::Kind::Call: return as<Call>(e)->func;
      case Expr::Kind::Subscript: return as<Subscript>(e)->value;
      default: return nullptr;
    }
  }

  static Precedence precedence_of(const Expr* e) {
    return is<BinOp>(e) ? text_of(kOperators, as<BinOp>(e)->op).precedence : kAtom;
  }

  // What follows the beginning.
  void rest(const Expr* e) {
    switch (e->kind) {
      case Expr::Kind::BinOp: {
        const auto* n = as<BinOp>(e);
        const auto& [text, precedence] = text_of(kOperators, n->op);
        out_ += text;
        return expression(n->right, precedence == kPower ? precedence : tighter(precedence));
      }
      case Expr::Kind::Attribute: return attribute(as<Attribute>(e));
      case Expr::Kind::Call: return arguments(as<Call>(e));
      default:
        out_ += '[';
        expression(as<Subscript>(e)->slice, kTuple);
        out_ += ']';
    }
  }

  void attribute(const Attribute* n) {
    // "1.real" would begin with a float.
    const auto* constant = try_as<Constant>(n->value);
    if (constant != nullptr && constant->type == Constant::Type::Int) out_ += ' ';
    out_ += '.';
    out_ += n->attr;
  }

  void arguments(const Call* n) {
    // A generator expression that is the only argument brings its parentheses along.
    if (n->args.size() == 1 && n->keywords.empty() && is<GeneratorExp>(n->args[0])) {
      return leaf(n->args[0], kTest);
    }
    out_ += '(';
    Separator comma(*this);
    for (const Expr* argument : n->args) comma(), expression(argument, kTest);
    for (const Keyword* keyword : n->keywords) {
      comma();
      if (keyword->arg.empty()) {
        out_ += "**";
      } else {
        out_ += keyword->arg;
        out_ += '=';
      }
      expression(keyword->value, kTest);
    }
    out_ += ')';
  }

  // ---- everything else ----

  void leaf(const Expr* e, Precedence wanted) {
    switch (e->kind) {
      case Expr::Kind::BoolOp: return bool_op(as<BoolOp>(e), wanted);
      case Expr::Kind::NamedExpr: return named(as<NamedExpr>(e), wanted);
      case Expr::Kind::UnaryOp: return unary(as<UnaryOp>(e), wanted);
      case Expr::Kind::Lambda: return lambda(as<Lambda>(e), wanted);
      case Expr::Kind::IfExp: return conditional(as<IfExp>(e), wanted);
      case Expr::Kind::Dict: return dict(as<Dict>(e));
      case Expr::Kind::Set: return list("{", as<Set>(e)->elts, "}");
      case Expr::Kind::ListComp: return comprehension("[", as<ListComp>(e), "]");
      case Expr::Kind::SetComp: return comprehension("{", as<SetComp>(e), "}");
      case Expr::Kind::GeneratorExp: return comprehension("(", as<GeneratorExp>(e), ")");
      case Expr::Kind::DictComp: return dict_comprehension(as<DictComp>(e));
      case Expr::Kind::Await: {
        Parentheses parentheses(*this, wanted > kAwait);
        out_ += "await ";
        return expression(as<Await>(e)->value, kAtom);
      }
      case Expr::Kind::Yield: return yield("(yield", as<Yield>(e)->value);
      case Expr::Kind::YieldFrom: return yield("(yield from", as<YieldFrom>(e)->value);
      case Expr::Kind::Compare: return compare(as<Compare>(e), wanted);
      case Expr::Kind::FormattedValue:
      case Expr::Kind::JoinedStr: return format_string(e);
      case Expr::Kind::Constant: return constant(as<Constant>(e));
      case Expr::Kind::Starred: out_ += '*'; return expression(as<Starred>(e)->value, kBitOr);
      case Expr::Kind::Name: out_ += as<Name>(e)->id; return;
      case Expr::Kind::List: return list("[", as<List>(e)->elts, "]");
      case Expr::Kind::Tuple: return tuple(as<Tuple>(e), wanted);
      case Expr::Kind::Slice: return slice(as<Slice>(e));
      default: assert(false);  // what leans to the left has been walked down
    }
  }

  void bool_op(const BoolOp* n, Precedence wanted) {
    const auto& [text, precedence] = text_of(kBoolOperators, n->op);
    Parentheses parentheses(*this, wanted > precedence);
    Separator between(*this, text);
    for (const Expr* value : n->values) between(), expression(value, tighter(precedence));
  }

  void named(const NamedExpr* n, Precedence wanted) {
    Parentheses parentheses(*this, wanted > kTuple);
    expression(n->target, kAtom);
    out_ += " := ";
    expression(n->value, kAtom);
  }

  void unary(const UnaryOp* n, Precedence wanted) {
    const auto& [text, precedence] = text_of(kUnaryOperators, n->op);
    Parentheses parentheses(*this, wanted > precedence);
    out_ += text;
    expression(n->operand, precedence);
  }

  void lambda(const Lambda* n, Precedence wanted) {
    Parentheses parentheses(*this, wanted > kTest);
    // CPython leaves the blank out where no parameter takes a position of its own.
    out_ += n->args->args.empty() && n->args->posonlyargs.empty() ? "lambda" : "lambda ";
    parameters(*n->args);
    out_ += ": ";
    expression(n->body, kTest);
  }

  void parameters(const Arguments& a) {
    Separator comma(*this);
    const std::size_t positional = a.posonlyargs.size() + a.args.size();
    for (std::size_t i = 0; i < positional; ++i) {
      const bool only = i < a.posonlyargs.size();
      comma();
      out_ += only ? a.posonlyargs[i]->arg : a.args[i - a.posonlyargs.size()]->arg;
      const std::size_t required = positional - a.defaults.size();
      if (i >= required) default_value(a.defaults[i - required]);
      if (only && i + 1 == a.posonlyargs.size()) comma(), out_ += '/';
    }
    if (a.vararg != nullptr || !a.kwonlyargs.empty()) {
      comma();
      out_ += '*';
      if (a.vararg != nullptr) out_ += a.vararg->arg;
    }
    for (std::size_t i = 0; i < a.kwonlyargs.size(); ++i) {
      comma();
      out_ += a.kwonlyargs[i]->arg;
      if (a.kw_defaults[i] != nullptr) default_value(a.kw_defaults[i]);
    }
    if (a.kwarg != nullptr) {
      comma();
      out_ += "**";
      out_ += a.kwarg->arg;
    }
  }
  void default_value(const Expr* value) {
    out_ += '=';
    expression(value, kTest);
  }

  void conditional(const IfExp* n, Precedence wanted) {
    Parentheses parentheses(*this, wanted > kTest);
    expression(n->body, tighter(kTest));
    out_ += " if ";
    expression(n->test, tighter(kTest));
    out_ += " else ";
    expression(n->orelse, kTest);
  }

  void compare(const Compare* n, Precedence wanted) {
    Parentheses parentheses(*this, wanted > kCompare);
    expression(n->left, tighter(kCompare));
    for (std::size_t i = 0; i < n->ops.size(); ++i) {
      out_ += kCompareOperators[static_cast<std::size_t>(n->ops[i])];
      expression(n->comparators[i], tighter(kCompare));
    }
  }

  void yield(std::string_view begin, const Expr* value) {
    out_ += begin;
    if (value != nullptr) {
      out_ += ' ';
      expression(value, kTest);
    }
    out_ += ')';
  }

  // ---- displays ----

  void list(std::string_view open, std::span<Expr* const> items, std::string_view close) {
    out_ += open;
    Separator comma(*this);
    for (const Expr* item : items) comma(), expression(item, kTest);
    out_ += close;
  }

  void tuple(const Tuple* n, Precedence wanted) {
    Parentheses parentheses(*this, wanted > kTuple || n->elts.empty());
    list("", n->elts, n->elts.size() == 1 ? "," : "");
  }

  void dict(const Dict* n) {
    out_ += '{';
    Separator comma(*this);
    for (std::size_t i = 0; i < n->keys.size(); ++i) {
      comma();
      if (n->keys[i] != nullptr) {
        expression(n->keys[i], kTest);
        out_ += ": ";
        expression(n->values[i], kTest);
      } else {
        out_ += "**";
        expression(n->values[i], kBitOr);
      }
    }
    out_ += '}';
  }

  template <class Comprehension>
  void comprehension(std::string_view open, const Comprehension* n, std::string_view close) {
    out_ += open;
    expression(n->elt, kTest);
    generators(n->generators);
    out_ += close;
  }

  void dict_comprehension(const DictComp* n) {
    out_ += '{';
    expression(n->key, kTest);
    out_ += ": ";
    expression(n->value, kTest);
    generators(n->generators);
    out_ += '}';
  }

  void generators(std::span<Comprehension* const> list) {
    for (const Comprehension* each : list) {
      out_ += each->is_async ? " async for " : " for ";
      expression(each->target, kTuple);
      out_ += " in ";
      expression(each->iter, tighter(kTest));
      for (const Expr* condition : each->ifs) {
        out_ += " if ";
        expression(condition, tighter(kTest));
      }
    }
  }

  void slice(const Slice* n) {
    if (n->lower != nullptr) expression(n->lower, kTest);
    out_ += ':';
    if (n->upper != nullptr) expression(n->upper, kTest);
    if (n->step == nullptr) return;
    out_ += ':';
    expression(n->step, kTest);
  }

  // ---- constants and f-strings ----

  void constant(const Constant* n) {
    if (n->type == Constant::Type::Ellipsis) {
      out_ += "...";
      return;
    }
    if (n->unicode_prefix) out_ += 'u';
    const std::string text = constant_text(*n);
    // No literal spells an infinity but one that is too large.
    const bool is_number = n->type == Constant::Type::Float || n->type == Constant::Type::Complex;
    if (is_number && text.starts_with("inf")) {
      out_ += "1e309";
      out_ += text.substr(3);
    } else {
      out_ += text;
    }
  }

  // The whole is put together first and quoted as one string, so that nested strings take the other quote.
  void format_string(const Expr* e) {
    std::string outer = std::exchange(out_, {});
    format_part(e);
    const std::string text = std::exchange(out_, std::move(outer));
    out_ += 'f';
    append_string_repr(text, false, out_);
  }

  // Within the quotes.
  void format_part(const Expr* e) {
    if (const auto* joined = try_as<JoinedStr>(e)) {
      for (const Expr* part : joined->values) format_part(part);
    } else if (const auto* field = try_as<FormattedValue>(e)) {
      replacement_field(field);
    } else {
      for (const char c : as<Constant>(e)->text) {
        out_ += c;
        if (c == '{' || c == '}') out_ += c;
      }
    }
  }

  void replacement_field(const FormattedValue* n) {
    std::string outer = std::exchange(out_, {});
    expression(n->value, tighter(kTest));
    const std::string value = std::exchange(out_, std::move(outer));
    out_ += value.starts_with('{') ? "{ " : "{";
    out_ += value;
    if (n->conversion > 0) {
      out_ += '!';
      out_ += static_cast<char>(n->conversion);
    }
    if (n->format_spec != nullptr) {
      out_ += ':';
      format_part(n->format_spec);
    }
    out_ += '}';
  }

  // ---- pieces ----

  // Puts what is appended in its lifetime in parentheses, where asked to.
  class Parentheses {
   public:
    Parentheses(Unparser& unparser, bool wanted) : out_(unparser.out_), wanted_(wanted) {
      if (wanted_) out_ += '(';
    }
    ~Parentheses() {
      if (wanted_) out_ += ')';
    }
    Parentheses(const Parentheses&) = delete;
    Parentheses& operator=(const Parentheses&) = delete;

   private:
    std::string& out_;
    const bool wanted_;
  };

  // Called before each item of a list: appends `text` before all but the first.
  class Separator {
   public:
    explicit Separator(Unparser& unparser, std::string_view text = ", ") : out_(unparser.out_), text_(text) {}
    void operator()() {
      if (any_) out_ += text_;
      any_ = true;
    }

   private:
    std::string& out_;
    const std::string_view text_;
    bool any_ = false;
  };

  std::string out_;
};

}  // namespace

std::string unparse(const Expr& expression) {
  Unparser unparser;
  unparser.expression(&expression, kTest);
  return unparser.take();
}

}  // namespace threadbook::python
