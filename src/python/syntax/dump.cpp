#include "python/syntax/dump.h"

#include <cstdio>
#include <string_view>
#include <vector>

#include "python/syntax/constant_text.h"

namespace threadbook::python {

using namespace ast;

namespace {

constexpr const char* kOperators[] = {"Add",    "Sub",    "Mult",  "MatMult", "Div",    "Mod",     "Pow",
                                      "LShift", "RShift", "BitOr", "BitXor",  "BitAnd", "FloorDiv"};
constexpr const char* kUnaryOperators[] = {"Invert", "Not", "UAdd", "USub"};
constexpr const char* kBoolOperators[] = {"And", "Or"};
constexpr const char* kCompareOperators[] = {"Eq", "NotEq", "Lt", "LtE", "Gt", "GtE", "Is", "IsNot", "In", "NotIn"};
constexpr const char* kContexts[] = {"Load", "Store", "Del"};

class Dumper {
 public:
  explicit Dumper(bool attributes) : attributes_(attributes) {}

  void module(const Module& module) {
    out_ += "Module(";
    field("body", module.body, [&](const Stmt* s) { statement(s); });
    out_ += ", type_ignores=[])";
  }
  void root(const Expression& expression) {
    out_ += "Expression(body=";
    this->expression(expression.body);
    out_ += ")";
  }
  std::string take() { return std::move(out_); }

 private:
  // ---- pieces ----

  template <class List, class Each>
  void field(const char* name, const List& list, Each each, bool first = true) {
    if (!first) out_ += ", ";
    out_ += name;
    out_ += "=[";
    bool any = false;
    for (const auto& item : list) {
      if (any) out_ += ", ";
      any = true;
      each(item);
    }
    out_ += ']';
  }
  template <class List>
  void expressions(const char* name, const List& list, bool first = false) {
    field(
        name, list, [&](const Expr* e) { e ? expression(e) : void(out_ += "None"); }, first);
  }
  void statements(const char* name, std::span<Stmt*> list) {
    field(
        name, list, [&](const Stmt* s) { statement(s); }, false);
  }
  void open(const char* name) { out_ += name, out_ += '('; }
  void label(const char* name, bool first = false) {
    if (!first) out_ += ", ";
    out_ += name;
    out_ += '=';
  }
  void child(const char* name, const Expr* e, bool first = false) {
    if (!e) return;
    label(name, first);
    expression(e);
  }
  void text(const char* name, std::string_view value, bool first = false) {
    if (value.empty()) return;
    label(name, first);
    string(value, false);
  }
  void context(ExprContext ctx) {
    out_ += ", ctx=";
    out_ += kContexts[static_cast<int>(ctx)];
    out_ += "()";
  }
  void close(const Node& node, bool empty = false) {
    if (attributes_) {
      const Position& p = node.position;
      char buffer[128];
      std::snprintf(buffer, sizeof buffer, "%slineno=%u, col_offset=%u, end_lineno=%u, end_col_offset=%u",
                    empty ? "" : ", ", p.lineno, p.col_offset, p.end_lineno, p.end_col_offset);
      out_ += buffer;
    }
    out_ += ')';
  }

  // ---- constants ----

  void string(std::string_view value, bool bytes) { append_string_repr(value, bytes, out_); }
  void constant_value(Constant::Type type) {
    Constant constant{};
    constant.type = type;
    out_ += constant_text(constant);
  }

  void constant(const Constant& node) {
    out_ += "Constant(value=" + constant_text(node);
    if (node.unicode_prefix) out_ += ", kind='u'";
    close(node);
  }

  // ---- expressions ----

  // Operators, calls and attributes lean to the left without bound, so their spine is a loop: the
  // openings from the outermost in, then the rest of each from the innermost out.
  void expression(const Expr* e) {
    std::vector<const Expr*> spine;
    while (true) {
      if (auto* binary = try_as<BinOp>(e)) {
        out_ += "BinOp(left=";
        spine.push_back(e);
        e = binary->left;
      } else if (auto* attribute = try_as<Attribute>(e)) {
        out_ += "Attribute(value=";
        spine.push_back(e);
        e = attribute->value;
      } else if (auto* call = try_as<Call>(e)) {
        out_ += "Call(func=";
        spine.push_back(e);
        e = call->func;
      } else if (auto* subscript = try_as<Subscript>(e)) {
        out_ += "Subscript(value=";
        spine.push_back(e);
        e = subscript->value;
      } else {
        break;
      }
    }
    single(e);
    for (; !spine.empty(); spine.pop_back()) {
      e = spine.back();
      if (auto* binary = try_as<BinOp>(e)) {
        label("op");
        out_ += kOperators[static_cast<int>(binary->op)];
        out_ += "()";
        child("right", binary->right);
      } else if (auto* attribute = try_as<Attribute>(e)) {
        text("attr", attribute->attr);
        context(attribute->ctx);
      } else if (auto* call = try_as<Call>(e)) {
        expressions("args", call->args);
        keywords(call->keywords);
      } else {
        auto* subscript = as<Subscript>(e);
        child("slice", subscript->slice);
        context(subscript->ctx);
      }
      close(*e);
    }
  }

  void keywords(std::span<Keyword*> list) {
    field(
        "keywords", list,
        [&](const Keyword* k) {
          open("keyword");
          text("arg", k->arg, true);
          child("value", k->value, k->arg.empty());
          close(*k);
        },
        false);
  }

  void generators(std::span<Comprehension*> list) {
    field(
        "generators", list,
        [&](const Comprehension* c) {
          open("comprehension");
          child("target", c->target, true);
          child("iter", c->iter);
          expressions("ifs", c->ifs);
          out_ += c->is_async ? ", is_async=1)" : ", is_async=0)";
        },
        false);
  }

  void arguments(const Arguments& a) {
    auto arg = [&](const Arg* x) {
      open("arg");
      text("arg", x->arg, true);
      child("annotation", x->annotation);
      close(*x);
    };
    open("arguments");
    field("posonlyargs", a.posonlyargs, arg);
    field("args", a.args, arg, false);
    if (a.vararg) label("vararg"), arg(a.vararg);
    field("kwonlyargs", a.kwonlyargs, arg, false);
    expressions("kw_defaults", a.kw_defaults);
    if (a.kwarg) label("kwarg"), arg(a.kwarg);
    expressions("defaults", a.defaults);
    out_ += ')';
  }

  void single(const Expr* e) {
    using enum Expr::Kind;
    switch (e->kind) {
      case Constant: return constant(*as<ast::Constant>(e));
      case Name: {
        auto* n = as<ast::Name>(e);
        open("Name");
        text("id", n->id, true);
        context(n->ctx);
        break;
      }
      case BoolOp: {
        auto* n = as<ast::BoolOp>(e);
        open("BoolOp");
        label("op", true);
        out_ += kBoolOperators[static_cast<int>(n->op)];
        out_ += "()";
        expressions("values", n->values);
        break;
      }
      case NamedExpr: {
        auto* n = as<ast::NamedExpr>(e);
        open("NamedExpr");
        child("target", n->target, true);
        child("value", n->value);
        break;
      }
      case UnaryOp: {
        auto* n = as<ast::UnaryOp>(e);
        open("UnaryOp");
        label("op", true);
        out_ += kUnaryOperators[static_cast<int>(n->op)];
        out_ += "()";
        child("operand", n->operand);
        break;
      }
      case Lambda: {
        auto* n = as<ast::Lambda>(e);
        open("Lambda");
        label("args", true);
        arguments(*n->args);
        child("body", n->body);
        break;
      }
      case IfExp: {
        auto* n = as<ast::IfExp>(e);
        open("IfExp");
        child("test", n->test, true);
        child("body", n->body);
        child("orelse", n->orelse);
        break;
      }
      case Dict: {
        auto* n = as<ast::Dict>(e);
        open("Dict");
        expressions("keys", n->keys, true);
        expressions("values", n->values);
        break;
      }
      case Set:
        open("Set");
        expressions("elts", as<ast::Set>(e)->elts, true);
        break;
      case ListComp:
        open("ListComp");
        child("elt", as<ast::ListComp>(e)->elt, true);
        generators(as<ast::ListComp>(e)->generators);
        break;
      case SetComp:
        open("SetComp");
        child("elt", as<ast::SetComp>(e)->elt, true);
        generators(as<ast::SetComp>(e)->generators);
        break;
      case GeneratorExp:
        open("GeneratorExp");
        child("elt", as<ast::GeneratorExp>(e)->elt, true);
        generators(as<ast::GeneratorExp>(e)->generators);
        break;
      case DictComp:
        open("DictComp");
        child("key", as<ast::DictComp>(e)->key, true);
        child("value", as<ast::DictComp>(e)->value);
        generators(as<ast::DictComp>(e)->generators);
        break;
      case Await:
        open("Await");
        child("value", as<ast::Await>(e)->value, true);
        break;
      case Yield:
        open("Yield");
        child("value", as<ast::Yield>(e)->value, true);
        return close(*e, !as<ast::Yield>(e)->value);
      case YieldFrom:
        open("YieldFrom");
        child("value", as<ast::YieldFrom>(e)->value, true);
        break;
      case Compare: {
        auto* n = as<ast::Compare>(e);
        open("Compare");
        child("left", n->left, true);
        field(
            "ops", n->ops,
            [&](CompareOperator op) {
              out_ += kCompareOperators[static_cast<int>(op)];
              out_ += "()";
            },
            false);
        expressions("comparators", n->comparators);
        break;
      }
      case FormattedValue: {
        auto* n = as<ast::FormattedValue>(e);
        open("FormattedValue");
        child("value", n->value, true);
        label("conversion");
        out_ += std::to_string(n->conversion);
        child("format_spec", n->format_spec);
        break;
      }
      case JoinedStr:
        open("JoinedStr");
        expressions("values", as<ast::JoinedStr>(e)->values, true);
        break;
      case Starred:
        open("Starred");
        child("value", as<ast::Starred>(e)->value, true);
        context(as<ast::Starred>(e)->ctx);
        break;
      case List:
        open("List");
        expressions("elts", as<ast::List>(e)->elts, true);
        context(as<ast::List>(e)->ctx);
        break;
      case Tuple:
        open("Tuple");
        expressions("elts", as<ast::Tuple>(e)->elts, true);
        context(as<ast::Tuple>(e)->ctx);
        break;
      case Slice: {
        auto* n = as<ast::Slice>(e);
        open("Slice");
        child("lower", n->lower, true);
        child("upper", n->upper, !n->lower);
        child("step", n->step, !n->lower && !n->upper);
        return close(*e, !n->lower && !n->upper && !n->step);
      }
      case BinOp:
      case Attribute:
      case Call:
      case Subscript: return;  // expression() has them
    }
    close(*e);
  }

  // ---- patterns ----

  void pattern(const Pattern* p) {
    using enum Pattern::Kind;
    auto patterns = [&](const char* name, std::span<Pattern*> list, bool first = false) {
      field(
          name, list, [&](const Pattern* x) { pattern(x); }, first);
    };
    auto names = [&](const char* name, std::span<std::string_view> list) {
      field(
          name, list, [&](std::string_view x) { string(x, false); }, false);
    };
    switch (p->kind) {
      case MatchValue:
        open("MatchValue");
        child("value", as<ast::MatchValue>(p)->value, true);
        break;
      case MatchSingleton:
        open("MatchSingleton");
        label("value", true);
        constant_value(as<ast::MatchSingleton>(p)->value);
        break;
      case MatchSequence:
        open("MatchSequence");
        patterns("patterns", as<ast::MatchSequence>(p)->patterns, true);
        break;
      case MatchMapping: {
        auto* n = as<ast::MatchMapping>(p);
        open("MatchMapping");
        expressions("keys", n->keys, true);
        patterns("patterns", n->patterns);
        text("rest", n->rest);
        break;
      }
      case MatchClass: {
        auto* n = as<ast::MatchClass>(p);
        open("MatchClass");
        child("cls", n->cls, true);
        patterns("patterns", n->patterns);
        names("kwd_attrs", n->kwd_attrs);
        patterns("kwd_patterns", n->kwd_patterns);
        break;
      }
      case MatchStar:
        open("MatchStar");
        text("name", as<ast::MatchStar>(p)->name, true);
        return close(*p, as<ast::MatchStar>(p)->name.empty());
      case MatchAs: {
        auto* n = as<ast::MatchAs>(p);
        open("MatchAs");
        if (n->pattern) label("pattern", true), pattern(n->pattern);
        text("name", n->name, !n->pattern);
        return close(*p, !n->pattern && n->name.empty());
      }
      case MatchOr:
        open("MatchOr");
        patterns("patterns", as<ast::MatchOr>(p)->patterns, true);
        break;
    }
    close(*p);
  }

  // ---- statements ----

  template <class Function>
  void function(const char* name, const Function* n) {
    open(name);
    text("name", n->name, true);
    label("args");
    arguments(*n->args);
    statements("body", n->body);
    expressions("decorator_list", n->decorator_list);
    child("returns", n->returns);
  }
  template <class Loop>
  void for_loop(const char* name, const Loop* n) {
    open(name);
    child("target", n->target, true);
    child("iter", n->iter);
    statements("body", n->body);
    statements("orelse", n->orelse);
  }
  template <class With>
  void with(const char* name, const With* n) {
    open(name);
    field("items", n->items, [&](const WithItem* i) {
      open("withitem");
      child("context_expr", i->context_expr, true);
      child("optional_vars", i->optional_vars);
      out_ += ')';
    });
    statements("body", n->body);
  }
  template <class Try>
  void try_statement(const char* name, const Try* n) {
    open(name);
    field("body", n->body, [&](const Stmt* s) { statement(s); });
    field(
        "handlers", n->handlers,
        [&](const ExceptHandler* h) {
          open("ExceptHandler");
          child("type", h->type, true);
          text("name", h->name, !h->type);
          field(
              "body", h->body, [&](const Stmt* s) { statement(s); }, !h->type);
          close(*h);
        },
        false);
    statements("orelse", n->orelse);
    statements("finalbody", n->finalbody);
  }
  void aliases(std::span<Alias*> names, bool first) {
    field(
        "names", names,
        [&](const Alias* a) {
          open("alias");
          text("name", a->name, true);
          text("asname", a->asname);
          close(*a);
        },
        first);
  }
  void names(const char* name, std::span<std::string_view> list) {
    open(name);
    field("names", list, [&](std::string_view x) { string(x, false); });
  }

  // An elif chain nests in `orelse`: a loop down and a loop back up.
  void if_statement(const If* n) {
    std::vector<const If*> chain;
    while (true) {
      open("If");
      child("test", n->test, true);
      statements("body", n->body);
      chain.push_back(n);
      if (n->orelse.size() != 1 || !is<If>(n->orelse[0])) break;
      out_ += ", orelse=[";
      n = as<If>(n->orelse[0]);
    }
    statements("orelse", n->orelse);
    for (std::size_t i = chain.size(); i-- > 0;) {
      close(*chain[i]);
      if (i > 0) out_ += ']';
    }
  }

  void statement(const Stmt* s) {
    using enum Stmt::Kind;
    switch (s->kind) {
      case FunctionDef: function("FunctionDef", as<ast::FunctionDef>(s)); break;
      case AsyncFunctionDef: function("AsyncFunctionDef", as<ast::AsyncFunctionDef>(s)); break;
      case ClassDef: {
        auto* n = as<ast::ClassDef>(s);
        open("ClassDef");
        text("name", n->name, true);
        expressions("bases", n->bases);
        keywords(n->keywords);
        statements("body", n->body);
        expressions("decorator_list", n->decorator_list);
        break;
      }
      case Return:
        open("Return");
        child("value", as<ast::Return>(s)->value, true);
        return close(*s, !as<ast::Return>(s)->value);
      case Delete:
        open("Delete");
        expressions("targets", as<ast::Delete>(s)->targets, true);
        break;
      case Assign:
        open("Assign");
        expressions("targets", as<ast::Assign>(s)->targets, true);
        child("value", as<ast::Assign>(s)->value);
        break;
      case AugAssign: {
        auto* n = as<ast::AugAssign>(s);
        open("AugAssign");
        child("target", n->target, true);
        label("op");
        out_ += kOperators[static_cast<int>(n->op)];
        out_ += "()";
        child("value", n->value);
        break;
      }
      case AnnAssign: {
        auto* n = as<ast::AnnAssign>(s);
        open("AnnAssign");
        child("target", n->target, true);
        child("annotation", n->annotation);
        child("value", n->value);
        out_ += n->simple ? ", simple=1" : ", simple=0";
        break;
      }
      case For: for_loop("For", as<ast::For>(s)); break;
      case AsyncFor: for_loop("AsyncFor", as<ast::AsyncFor>(s)); break;
      case While:
        open("While");
        child("test", as<ast::While>(s)->test, true);
        statements("body", as<ast::While>(s)->body);
        statements("orelse", as<ast::While>(s)->orelse);
        break;
      case If: return if_statement(as<ast::If>(s));
      case With: with("With", as<ast::With>(s)); break;
      case AsyncWith: with("AsyncWith", as<ast::AsyncWith>(s)); break;
      case Match: {
        auto* n = as<ast::Match>(s);
        open("Match");
        child("subject", n->subject, true);
        field(
            "cases", n->cases,
            [&](const MatchCase* c) {
              open("match_case");
              label("pattern", true);
              pattern(c->pattern);
              child("guard", c->guard);
              statements("body", c->body);
              out_ += ')';
            },
            false);
        break;
      }
      case Raise: {
        auto* n = as<ast::Raise>(s);
        open("Raise");
        child("exc", n->exc, true);
        child("cause", n->cause);
        return close(*s, !n->exc);
      }
      case Try: try_statement("Try", as<ast::Try>(s)); break;
      case TryStar: try_statement("TryStar", as<ast::TryStar>(s)); break;
      case Assert:
        open("Assert");
        child("test", as<ast::Assert>(s)->test, true);
        child("msg", as<ast::Assert>(s)->msg);
        break;
      case Import:
        open("Import");
        aliases(as<ast::Import>(s)->names, true);
        break;
      case ImportFrom: {
        auto* n = as<ast::ImportFrom>(s);
        open("ImportFrom");
        text("module", n->module, true);
        aliases(n->names, n->module.empty());
        label("level");
        out_ += std::to_string(n->level);
        break;
      }
      case Global: names("Global", as<ast::Global>(s)->names); break;
      case Nonlocal: names("Nonlocal", as<ast::Nonlocal>(s)->names); break;
      case ExprStmt:
        open("Expr");
        child("value", as<ast::ExprStmt>(s)->value, true);
        break;
      case Pass: open("Pass"); return close(*s, true);
      case Break: open("Break"); return close(*s, true);
      case Continue: open("Continue"); return close(*s, true);
    }
    close(*s);
  }

  bool attributes_;
  std::string out_;
};

}  // namespace

std::string dump(const Module& module, bool include_attributes) {
  Dumper dumper(include_attributes);
  dumper.module(module);
  return dumper.take();
}

std::string dump(const Expression& expression, bool include_attributes) {
  Dumper dumper(include_attributes);
  dumper.root(expression);
  return dumper.take();
}

}  // namespace threadbook::python
