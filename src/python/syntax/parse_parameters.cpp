#include "python/syntax/parser_state.h"

namespace threadbook::python {

using namespace ast;

// The parameters of a def (`end` is the closing parenthesis) or lambda (`end` is the colon), up to
// `end`.
Arguments* Parser::parameters(Kind end, bool annotations) {
  Arguments* out = arena_.make<Arguments>();
  std::vector<Arg*> names, keyword_only;
  std::vector<Expr*> defaults, keyword_defaults;
  bool slash = false, star = false, bare_star = false;
  while (!at(end)) {
    if (at(Kind::Slash)) {
      if (slash || star || names.empty()) fail();
      advance();
      slash = true;
      out->posonlyargs = arena_.list(names);
      names.clear();
    } else if (at(Kind::Star)) {
      if (star) fail();
      star = true;
      advance();
      if (at(Kind::Comma)) {
        bare_star = true;
      } else {
        out->vararg = parameter(annotations, true);
      }
    } else if (accept(Kind::DoubleStar)) {
      out->kwarg = parameter(annotations, false);
      accept(Kind::Comma);
      break;
    } else {
      Arg* arg = parameter(annotations, false);
      Expr* value = accept(Kind::Equal) ? expression() : nullptr;
      if (star) {
        keyword_only.push_back(arg);
        keyword_defaults.push_back(value);
      } else {
        if (!value && !defaults.empty()) fail();
        names.push_back(arg);
        if (value) defaults.push_back(value);
      }
    }
    if (!accept(Kind::Comma)) break;
  }
  if (bare_star && keyword_only.empty()) fail();
  if (!at(end)) fail();
  out->args = arena_.list(names);
  out->kwonlyargs = arena_.list(keyword_only);
  out->defaults = arena_.list(defaults);
  out->kw_defaults = arena_.list(keyword_defaults);
  return out;
}

Arg* Parser::parameter(bool annotation, bool star_annotation) {
  Position start = here();
  Arg* arg = arena_.make<Arg>();
  arg->arg = name();
  if (annotation && accept(Kind::Colon)) {
    arg->annotation = star_annotation ? star_expression() : expression();
  }
  finish(arg, start);
  return arg;
}

}  // namespace threadbook::python
