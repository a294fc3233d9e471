// SyntaxWarnings: what is legal Python but hardly meant, as CPython's compiler words it.
#include "python/compiler/generator.h"

namespace threadbook::python {

namespace {

// The type whose value the expression is bound to have; "" if that cannot be said.
std::string_view type_of(const ast::Expr* expr) {
  switch (expr->kind) {
    case ast::Expr::Kind::Tuple: return "tuple";
    case ast::Expr::Kind::List:
    case ast::Expr::Kind::ListComp: return "list";
    case ast::Expr::Kind::Dict:
    case ast::Expr::Kind::DictComp: return "dict";
    case ast::Expr::Kind::Set:
    case ast::Expr::Kind::SetComp: return "set";
    case ast::Expr::Kind::GeneratorExp: return "generator";
    case ast::Expr::Kind::Lambda: return "function";
    case ast::Expr::Kind::JoinedStr:
    case ast::Expr::Kind::FormattedValue: return "str";
    case ast::Expr::Kind::Constant: break;
    default: return "";
  }
  switch (static_cast<const ast::Constant*>(expr)->type) {
    case ast::Constant::Type::None: return "NoneType";
    case ast::Constant::Type::True:
    case ast::Constant::Type::False: return "bool";
    case ast::Constant::Type::Ellipsis: return "ellipsis";
    case ast::Constant::Type::Int: return "int";
    case ast::Constant::Type::Float: return "float";
    case ast::Constant::Type::Str: return "str";
    case ast::Constant::Type::Bytes: return "bytes";
    case ast::Constant::Type::Complex: return "complex";
  }
  return "";
}

}  // namespace

void CodeGenerator::warn(const ast::Position& position, std::string message) {
  for (const SyntaxWarning& known : warnings) {
    if (known.lineno == position.lineno && known.message == message) return;
  }
  warnings.push_back({std::move(message), position.lineno, {}});
}

void CodeGenerator::suspect_compare(const ast::Compare& expr) {
  auto is_literal = [&](ast::Expr* operand) {
    Constant constant;
    if (!constant_of(operand, constant)) return false;
    return !std::holds_alternative<Constant::None>(constant.value) && !std::holds_alternative<bool>(constant.value) &&
           !std::holds_alternative<Constant::Ellipsis>(constant.value);
  };
  bool left = is_literal(expr.left);
  for (std::size_t i = 0; i < expr.ops.size(); ++i) {
    const bool right = is_literal(expr.comparators[i]);
    const bool is = expr.ops[i] == ast::CompareOperator::Is;
    if ((is || expr.ops[i] == ast::CompareOperator::IsNot) && (left || right)) {
      warn(expr.position,
           is ? "\"is\" with a literal. Did you mean \"==\"?" : "\"is not\" with a literal. Did you mean \"!=\"?");
      return;
    }
    left = right;
  }
}

void CodeGenerator::suspect_call(const ast::Call& expr) {
  if (expr.func->kind == ast::Expr::Kind::Lambda) return;
  const std::string_view type = type_of(expr.func);
  if (type.empty()) return;
  warn(expr.position, "'" + std::string(type) + "' object is not callable; perhaps you missed a comma?");
}

void CodeGenerator::suspect_subscript(const ast::Subscript& expr) {
  const std::string_view type = type_of(expr.value);
  if (type.empty() || type == "dict") return;
  const bool sequence = type == "str" || type == "bytes" || type == "tuple" || type == "list";
  if (!sequence) {
    warn(expr.position, "'" + std::string(type) + "' object is not subscriptable; perhaps you missed a comma?");
    return;
  }
  const std::string_view index = type_of(expr.slice);
  if (index.empty() || index == "int" || index == "bool") return;
  warn(expr.position, std::string(type) + " indices must be integers or slices, not " + std::string(index) +
                          "; perhaps you missed a comma?");
}

void CodeGenerator::suspect_assert(const ast::Assert& stmt) {
  if (stmt.test->kind != ast::Expr::Kind::Tuple || ast::as<ast::Tuple>(stmt.test)->elts.empty()) return;
  warn(stmt.position, "assertion is always true, perhaps remove parentheses?");
}

}  // namespace threadbook::python
