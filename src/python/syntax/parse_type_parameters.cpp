// Type parameters and the type statement (PEP 695, PEP 696), told in older words. What has brackets becomes a
// function that binds the parameters and defines what is meant, is called at once and forgotten:
//
//     def <type parameters>():            def pair[T](a: T, b: T) -> list[T]: ...
//         T = TypeVar("T")
//         def pair(a: T, b: T) -> list[T]: ...
//         pair.__type_params__ = (T,)
//         return pair
//     pair = <type parameters>()
//     del <type parameters>
//
// so that scopes are closures as everywhere else. Unlike CPython's, a bound is evaluated at once.
#include <string>
#include <utility>

#include "python/syntax/parser_state.h"

namespace threadbook::python {

using namespace ast;

// ---- nodes, placed at the token last consumed ----

Expr* Parser::name_node(std::string_view id, ExprContext context) {
  Name* node = make<Name>(last_position());
  node->id = arena_.intern(id);
  node->ctx = context;
  return node;
}

Expr* Parser::text_node(std::string_view text) {
  Constant* node = make<Constant>(last_position());
  node->type = Constant::Type::Str;
  node->text = arena_.text(text);
  return node;
}

Expr* Parser::tuple_node(const std::vector<Expr*>& items) {
  Tuple* node = make<Tuple>(last_position());
  node->ctx = ExprContext::Load;
  node->elts = arena_.list(items);
  return node;
}

Expr* Parser::call_node(Expr* function, const std::vector<Expr*>& arguments, const std::vector<Keyword*>& keywords) {
  Call* node = make<Call>(last_position());
  node->func = function;
  node->args = arena_.list(arguments);
  node->keywords = arena_.list(keywords);
  return node;
}

Stmt* Parser::assign_node(Expr* target, Expr* value) {
  Assign* node = make<Assign>(last_position());
  node->targets = arena_.list(std::vector<Expr*>{target});
  node->value = value;
  return node;
}

// from typing import NAME as <NAME>: a name that no program can have.
Stmt* Parser::import_node(std::string_view name) {
  Alias* alias = arena_.make<Alias>();
  alias->position = last_position();
  alias->name = arena_.intern(name);
  alias->asname = arena_.intern("<" + std::string(name) + ">");
  ImportFrom* node = make<ImportFrom>(last_position());
  node->module = arena_.intern("typing");
  node->names = arena_.list(std::vector<Alias*>{alias});
  node->level = 0;
  return node;
}

// ---- [T: bound = default, *Ts, **P] ----

Parser::TypeParameters Parser::type_parameters() {
  TypeParameters generic;
  if (!newer() || !accept(Kind::LeftBracket)) return generic;
  do {
    if (at(Kind::RightBracket) && !generic.names.empty()) break;
    type_parameter(generic);
  } while (accept(Kind::Comma));
  expect(Kind::RightBracket);
  return generic;
}

void Parser::type_parameter(TypeParameters& into) {
  std::string_view kind = accept(Kind::Star) ? "TypeVarTuple" : accept(Kind::DoubleStar) ? "ParamSpec" : "TypeVar";
  std::string_view parameter = name();
  std::vector<Expr*> arguments{text_node(parameter)};
  std::vector<Keyword*> keywords;
  auto keyword = [&](std::string_view word, Expr* value) {
    Keyword* node = arena_.make<Keyword>();
    node->position = value->position;
    node->arg = arena_.intern(word);
    node->value = value;
    keywords.push_back(node);
  };
  if (kind == "TypeVar" && accept(Kind::Colon)) {
    Expr* bound = expression();
    if (Tuple* constraints = try_as<Tuple>(bound)) {
      arguments.insert(arguments.end(), constraints->elts.begin(), constraints->elts.end());
    } else {
      keyword("bound", bound);
    }
  }
  if (accept(Kind::Equal)) keyword("default", kind == "TypeVarTuple" ? star_expression() : expression());
  if (kind != "TypeVarTuple") {
    Constant* yes = make<Constant>(last_position());
    yes->type = Constant::Type::True;
    keyword("infer_variance", yes);
  }
  into.bindings.push_back(import_node(kind));
  Expr* made = call_node(name_node("<" + std::string(kind) + ">"), arguments, keywords);
  into.bindings.push_back(assign_node(name_node(parameter, ExprContext::Store), made));
  into.names.push_back(parameter);
  into.unpacked.push_back(kind == "TypeVarTuple");
}

// ---- what has them ----

// A class with type parameters is derived from Generic[…] too.
std::span<Expr*> Parser::with_generic_base(std::span<Expr*> bases, const TypeParameters& generic) {
  std::vector<Expr*> parameters;
  for (std::size_t i = 0; i < generic.names.size(); ++i) {
    Expr* parameter = name_node(generic.names[i]);
    if (generic.unpacked[i]) {
      Starred* starred = make<Starred>(last_position());
      starred->value = parameter;
      starred->ctx = ExprContext::Load;
      parameter = starred;
    }
    parameters.push_back(parameter);
  }
  Subscript* base = make<Subscript>(last_position());
  base->value = name_node("<Generic>");
  base->slice = tuple_node(parameters);
  base->ctx = ExprContext::Load;
  std::vector<Expr*> all(bases.begin(), bases.end());
  all.push_back(base);
  return arena_.list(all);
}

Stmt* Parser::generic_definition(Stmt* definition, std::string_view name, const TypeParameters& generic,
                                 std::span<Expr*> decorators) {
  std::vector<Stmt*> body = generic.bindings;
  if (is<ClassDef>(definition)) body.push_back(import_node("Generic"));
  body.push_back(definition);
  std::vector<Expr*> parameters;
  for (std::string_view parameter : generic.names) parameters.push_back(name_node(parameter));
  Attribute* attribute = make<Attribute>(last_position());
  attribute->value = name_node(name);
  attribute->attr = arena_.intern("__type_params__");
  attribute->ctx = ExprContext::Store;
  body.push_back(assign_node(attribute, tuple_node(parameters)));
  return scoped(name, std::move(body), name_node(name), decorators);
}

// name = decorators(a function of that body, called). All but the last of the statements are pushed here.
Stmt* Parser::scoped(std::string_view name, std::vector<Stmt*> body, Expr* result, std::span<Expr*> decorators) {
  Return* end = make<Return>(last_position());
  end->value = result;
  body.push_back(end);
  FunctionDef* scope = make<FunctionDef>(body.front()->position);
  scope->name = arena_.intern(kTypeParameterScope);
  scope->args = arena_.make<Arguments>();
  scope->body = arena_.list(body);
  scope->returns = nullptr;
  statements_.push_back(scope);
  Expr* value = call_node(name_node(kTypeParameterScope), {});
  for (std::size_t i = decorators.size(); i-- > 0;) value = call_node(decorators[i], {value});
  statements_.push_back(assign_node(name_node(name, ExprContext::Store), value));
  Delete* forget = make<Delete>(last_position());
  forget->targets = arena_.list(std::vector<Expr*>{name_node(kTypeParameterScope, ExprContext::Del)});
  return forget;
}

// ---- type NAME = … ----

bool Parser::at_type_statement() const {
  return newer() && at_name("type") && kind_ahead(1) == Kind::Name &&
         (kind_ahead(2) == Kind::Equal || kind_ahead(2) == Kind::LeftBracket);
}

Stmt* Parser::type_statement() {
  Position start = here();
  advance();
  std::string_view alias = name();
  TypeParameters generic = type_parameters();
  expect(Kind::Equal);
  Lambda* value = arena_.make<Lambda>();
  value->kind = Lambda::kKind;
  value->args = arena_.make<Arguments>();
  value->body = expression();
  finish(value, start);
  std::vector<Stmt*> body = generic.bindings;
  body.push_back(import_node("_lazy_alias"));
  std::vector<Expr*> parameters;
  for (std::string_view parameter : generic.names) parameters.push_back(name_node(parameter));
  Expr* made = call_node(name_node("<_lazy_alias>"), {text_node(alias), value, tuple_node(parameters)});
  return scoped(alias, std::move(body), made, {});
}

}  // namespace threadbook::python
