#include "python/syntax/future.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>

namespace threadbook::python {

using namespace ast;

namespace {

struct Feature {
  std::string_view name;
  std::uint32_t bit = 0;  // 0: it changes nothing
};

constexpr Feature kFeatures[] = {{"nested_scopes"},    {"generators"},
                                 {"division"},         {"absolute_import"},
                                 {"with_statement"},   {"print_function"},
                                 {"unicode_literals"}, {"barry_as_FLUFL", kFutureBarry},
                                 {"generator_stop"},   {"annotations", kFutureAnnotations}};

// CPython does not say where these errors end.
SyntaxError error_from(std::string message, const Position& position) {
  SyntaxError error = error_at(std::move(message), position);
  error.end_offset = kNoOffset;
  error.end_lineno = error.lineno;
  return error;
}

SyntaxError undefined_feature(std::string_view name, const Position& position) {
  return error_from(name == "braces" ? "not a chance" : "future feature " + std::string(name) + " is not defined",
                    position);
}

// For one on the line of another statement CPython counts the column from 0.
SyntaxError late_import(const Position& position) {
  SyntaxError error = error_from("from __future__ imports must occur at the beginning of the file", position);
  --error.offset;
  return error;
}

bool is_text(const Stmt* statement) {
  const auto* expression = try_as<ExprStmt>(statement);
  const auto* constant = expression != nullptr ? try_as<Constant>(expression->value) : nullptr;
  return constant != nullptr && constant->type == Constant::Type::Str;
}

}  // namespace

FutureImports future_imports(std::span<Stmt* const> body) {
  FutureImports found;
  if (!body.empty() && is_text(body[0])) body = body.subspan(1);  // the docstring
  bool over = false;                                              // another statement has come
  std::uint32_t line = 0;
  for (const Stmt* statement : body) {
    if (over && statement->position.lineno > line) break;
    line = statement->position.lineno;
    const auto* import = try_as<ImportFrom>(statement);
    if (import == nullptr || import->module != "__future__") {
      over = true;
      continue;
    }
    if (over) {
      found.error = late_import(statement->position);
      return found;
    }
    for (const Alias* alias : import->names) {
      const auto* feature = std::find_if(std::begin(kFeatures), std::end(kFeatures),
                                         [&](const Feature& f) { return f.name == alias->name; });
      if (feature == std::end(kFeatures)) {
        found.error = undefined_feature(alias->name, statement->position);
        return found;
      }
      found.features |= feature->bit;
    }
    found.last_line = line;
  }
  return found;
}

}  // namespace threadbook::python
