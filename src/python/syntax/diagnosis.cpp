#include "python/syntax/diagnosis.h"

#include <utility>

namespace threadbook::python {

SyntaxError lexical_error(const Tokens& tokens, const LexicalError& error) {
  SyntaxError out;
  out.type = error.type;
  out.message = error.message;
  out.lineno = out.end_lineno = error.lineno;
  out.offset = error.offset;
  out.end_offset = error.end_offset;
  out.text = tokens.line(error.lineno);
  return out;
}

SyntaxError diagnose(const Tokens& tokens, GrammarStart) {
  if (tokens.error) return lexical_error(tokens, *tokens.error);
  SyntaxError out;
  out.message = "invalid syntax";
  return out;
}

}  // namespace threadbook::python
