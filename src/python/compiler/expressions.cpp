#include <cstring>
#include <utility>

#include "python/compiler/generator.h"

namespace threadbook::python {

namespace {

Op opcode_of(ast::Operator op) {
  switch (op) {
    case ast::Operator::Add: return Op::Add;
    case ast::Operator::Sub: return Op::Sub;
    case ast::Operator::Mult: return Op::Mul;
    case ast::Operator::MatMult: return Op::MatMul;
    case ast::Operator::Div: return Op::Div;
    case ast::Operator::Mod: return Op::Mod;
    case ast::Operator::Pow: return Op::Pow;
    case ast::Operator::LShift: return Op::LShift;
    case ast::Operator::RShift: return Op::RShift;
    case ast::Operator::BitOr: return Op::Or;
    case ast::Operator::BitXor: return Op::Xor;
    case ast::Operator::BitAnd: return Op::And;
    case ast::Operator::FloorDiv: return Op::FloorDiv;
  }
  return Op::Add;
}

// Displays longer than this are built in pieces, so that they need few registers.
constexpr std::size_t kDisplayPiece = 64;

// Levels of expressions within each other; the parser bounds all but chains like f()()() lower.
constexpr int kMaxNesting = 300;

}  // namespace

CodeGenerator::At::At(CodeGenerator& generator, const ast::Position& position)
    : builder_(*generator.b_), saved_(builder_.position()) {
  builder_.at(position);
}
CodeGenerator::At::~At() { builder_.at(saved_); }

CodeGenerator::Temporaries::Temporaries(CodeGenerator& generator)
    : builder_(*generator.b_), mark_(builder_.next_temporary()) {}
CodeGenerator::Temporaries::~Temporaries() { builder_.release_to(mark_); }

bool CodeGenerator::constant_of(ast::Expr* expr, Constant& out) const {
  if (expr->kind == ast::Expr::Kind::Tuple) {
    auto* tuple = ast::as<ast::Tuple>(expr);
    Constant::Tuple items;
    for (ast::Expr* item : tuple->elts) {
      if (item->kind == ast::Expr::Kind::Starred || !constant_of(item, items.items.emplace_back())) return false;
    }
    out.value = std::move(items);
    return true;
  }
  if (expr->kind == ast::Expr::Kind::UnaryOp) {
    auto* unary = ast::as<ast::UnaryOp>(expr);
    if (unary->op != ast::UnaryOperator::USub || !constant_of(unary->operand, out)) return false;
    if (auto* i = std::get_if<std::int64_t>(&out.value); i != nullptr && *i != INT64_MIN) {
      *i = -*i;
      return true;
    }
    if (auto* d = std::get_if<double>(&out.value)) {
      *d = -*d;
      return true;
    }
    return false;
  }
  if (expr->kind != ast::Expr::Kind::Constant) return false;
  auto* constant = ast::as<ast::Constant>(expr);
  switch (constant->type) {
    case ast::Constant::Type::None: out.value = Constant::None{}; return true;
    case ast::Constant::Type::True: out.value = true; return true;
    case ast::Constant::Type::False: out.value = false; return true;
    case ast::Constant::Type::Ellipsis: out.value = Constant::Ellipsis{}; return true;
    case ast::Constant::Type::Int:
      if (constant->fits_int64) {
        out.value = constant->integer;
      } else {
        out.value = Constant::BigInt{std::string(constant->text), constant->base};
      }
      return true;
    case ast::Constant::Type::Float: out.value = constant->number; return true;
    case ast::Constant::Type::Str: out.value = std::string(constant->text); return true;
    case ast::Constant::Type::Bytes: out.value = Constant::Bytes{std::string(constant->text)}; return true;
    case ast::Constant::Type::Complex: return false;
  }
  return false;
}

bool CodeGenerator::small_constant(ast::Expr* expr, std::int16_t& out) const {
  Constant constant;
  if (!constant_of(expr, constant)) return false;
  auto* i = std::get_if<std::int64_t>(&constant.value);
  if (i == nullptr || *i < INT16_MIN || *i > INT16_MAX) return false;
  out = static_cast<std::int16_t>(*i);
  return true;
}

void CodeGenerator::constant(const Constant& value, Register to) { b_->emit(Op::LoadConst, to, b_->constant(value)); }

// A register to build in step by step: `to` itself unless it is a local, which the expression may
// read meanwhile.
Register CodeGenerator::scratch(Register to) { return to >= b_->code->local_names.size() ? to : b_->temporary(); }

Register CodeGenerator::fresh(ast::Expr* expr) {
  Register to = b_->temporary();
  into(expr, to);
  return to;
}

Register CodeGenerator::value(ast::Expr* expr) {
  if (expr->kind == ast::Expr::Kind::Name && !b_->scope.uses_walrus) {
    Register local = plain_local(ast::as<ast::Name>(expr)->id);
    if (local != kNone && b_->is_assigned(local)) return local;
  }
  return fresh(expr);
}

void CodeGenerator::into(ast::Expr* expr, Register to) {
  struct Nesting {
    explicit Nesting(int& depth) : depth(depth) { ++depth; }
    ~Nesting() { --depth; }
    int& depth;
  } nesting(depth_);
  if (depth_ > kMaxNesting) throw NestedTooDeep{expr->position};
  At at(*this, expr->position);
  Temporaries temporaries(*this);
  Constant folded;
  if (constant_of(expr, folded)) {
    constant(folded, to);
    return;
  }
  switch (expr->kind) {
    case ast::Expr::Kind::Constant: {
      // Only complex numbers are left.
      throw Unsupported{expr->position, "complex numbers"};
    }
    case ast::Expr::Kind::Name: load_name(ast::as<ast::Name>(expr)->id, to); return;
    case ast::Expr::Kind::NamedExpr: {
      auto* named = ast::as<ast::NamedExpr>(expr);
      into(named->value, to);
      store(named->target, to);
      return;
    }
    case ast::Expr::Kind::BoolOp: bool_op(*ast::as<ast::BoolOp>(expr), to); return;
    case ast::Expr::Kind::BinOp: binary(*ast::as<ast::BinOp>(expr), to); return;
    case ast::Expr::Kind::UnaryOp: {
      auto* unary = ast::as<ast::UnaryOp>(expr);
      Register operand = value(unary->operand);
      Op op = unary->op == ast::UnaryOperator::Not    ? Op::Not
              : unary->op == ast::UnaryOperator::USub ? Op::Negative
              : unary->op == ast::UnaryOperator::UAdd ? Op::Positive
                                                      : Op::Invert;
      b_->emit(op, to, operand);
      return;
    }
    case ast::Expr::Kind::Lambda: lambda(*ast::as<ast::Lambda>(expr), to); return;
    case ast::Expr::Kind::IfExp: {
      auto* conditional = ast::as<ast::IfExp>(expr);
      Label otherwise, end;
      jump_if(conditional->test, false, otherwise);
      auto before = b_->assigned;
      into(conditional->body, to);
      jump_on(end);
      b_->assigned = before;
      b_->bind(otherwise);
      into(conditional->orelse, to);
      b_->assigned = before;
      b_->bind(end);
      return;
    }
    case ast::Expr::Kind::Dict: dict(*ast::as<ast::Dict>(expr), to); return;
    case ast::Expr::Kind::Set: sequence(expr->kind, ast::as<ast::Set>(expr)->elts, to); return;
    case ast::Expr::Kind::List: sequence(expr->kind, ast::as<ast::List>(expr)->elts, to); return;
    case ast::Expr::Kind::Tuple: sequence(expr->kind, ast::as<ast::Tuple>(expr)->elts, to); return;
    case ast::Expr::Kind::ListComp: {
      auto* comp = ast::as<ast::ListComp>(expr);
      comprehension(*expr, comp->generators, comp->elt, nullptr, to);
      return;
    }
    case ast::Expr::Kind::SetComp: {
      auto* comp = ast::as<ast::SetComp>(expr);
      comprehension(*expr, comp->generators, comp->elt, nullptr, to);
      return;
    }
    case ast::Expr::Kind::DictComp: {
      auto* comp = ast::as<ast::DictComp>(expr);
      comprehension(*expr, comp->generators, comp->key, comp->value, to);
      return;
    }
    case ast::Expr::Kind::GeneratorExp: {
      auto* comp = ast::as<ast::GeneratorExp>(expr);
      comprehension(*expr, comp->generators, comp->elt, nullptr, to);
      return;
    }
    case ast::Expr::Kind::Await: throw Unsupported{expr->position, "async and await"};
    case ast::Expr::Kind::Yield: {
      auto* yield = ast::as<ast::Yield>(expr);
      Register item;
      if (yield->value != nullptr) {
        item = value(yield->value);
      } else {
        item = b_->temporary();
        constant({Constant::None{}}, item);
      }
      b_->emit(Op::Yield, to, item);
      return;
    }
    case ast::Expr::Kind::YieldFrom: yield_from(*ast::as<ast::YieldFrom>(expr), to); return;
    case ast::Expr::Kind::Compare: compare(*ast::as<ast::Compare>(expr), to); return;
    case ast::Expr::Kind::Call: call(*ast::as<ast::Call>(expr), to); return;
    case ast::Expr::Kind::FormattedValue: formatted_value(*ast::as<ast::FormattedValue>(expr), to); return;
    case ast::Expr::Kind::JoinedStr: joined_str(*ast::as<ast::JoinedStr>(expr), to); return;
    case ast::Expr::Kind::Attribute: {
      auto* attribute = ast::as<ast::Attribute>(expr);
      Register object = value(attribute->value);
      b_->emit(Op::LoadAttr, to, object, b_->cache(attribute_name(attribute->attr)));
      return;
    }
    case ast::Expr::Kind::Subscript: subscript(*ast::as<ast::Subscript>(expr), to); return;
    case ast::Expr::Kind::Slice: slice(*ast::as<ast::Slice>(expr), to); return;
    case ast::Expr::Kind::Starred: {
      // Only in a subscript: x[*a] is x[(*a,)].
      ast::Expr* items[] = {expr};
      sequence(ast::Expr::Kind::Tuple, items, to);
      return;
    }
  }
}

void CodeGenerator::binary(const ast::BinOp& first, Register to) {
  // A chain a + b + c + … leans left and may be long: walk down it instead of recursing.
  std::vector<const ast::BinOp*> chain;
  const ast::Expr* left_most = &first;
  while (left_most->kind == ast::Expr::Kind::BinOp) {
    chain.push_back(static_cast<const ast::BinOp*>(left_most));
    left_most = chain.back()->left;
  }
  Register left = value(const_cast<ast::Expr*>(left_most));
  Register accumulator = kNone;
  for (std::size_t i = chain.size(); i-- > 0;) {
    const ast::BinOp& node = *chain[i];
    Register result = to;
    if (i > 0) {
      if (accumulator == kNone) accumulator = b_->temporary();
      result = accumulator;
    }
    Temporaries temporaries(*this);
    std::int16_t small = 0;
    bool plus_or_minus = node.op == ast::Operator::Add || node.op == ast::Operator::Sub;
    if (plus_or_minus && small_constant(node.right, small)) {
      At at(*this, node.position);
      b_->emit(node.op == ast::Operator::Add ? Op::AddI : Op::SubI, result, left, static_cast<std::uint16_t>(small));
    } else {
      Register right = value(node.right);
      At at(*this, node.position);
      b_->emit(opcode_of(node.op), result, left, right);
    }
    left = result;
  }
}

void CodeGenerator::bool_op(const ast::BoolOp& expr, Register to) {
  Label end;
  bool is_or = expr.op == ast::BoolOperator::Or;
  Register result = scratch(to);
  auto before = b_->assigned;
  for (std::size_t i = 0; i < expr.values.size(); ++i) {
    into(expr.values[i], result);
    if (i == 0) before = b_->assigned;
    if (i + 1 < expr.values.size()) {
      b_->jump(is_or ? Op::JumpIfTrue : Op::JumpIfFalse, end, result);
    }
  }
  b_->assigned = before;
  b_->bind(end);
  if (result != to) b_->emit(Op::Move, to, result);
}

void CodeGenerator::compare_one(ast::CompareOperator op, Register left, Register right, Register to) {
  switch (op) {
    case ast::CompareOperator::Eq: b_->emit(Op::Eq, to, left, right); return;
    case ast::CompareOperator::NotEq: b_->emit(Op::Ne, to, left, right); return;
    case ast::CompareOperator::Lt: b_->emit(Op::Lt, to, left, right); return;
    case ast::CompareOperator::LtE: b_->emit(Op::Le, to, left, right); return;
    case ast::CompareOperator::Gt: b_->emit(Op::Gt, to, left, right); return;
    case ast::CompareOperator::GtE: b_->emit(Op::Ge, to, left, right); return;
    case ast::CompareOperator::Is: b_->emit(Op::Is, to, left, right); return;
    case ast::CompareOperator::IsNot: b_->emit(Op::IsNot, to, left, right); return;
    case ast::CompareOperator::In: b_->emit(Op::In, to, left, right); return;
    case ast::CompareOperator::NotIn: b_->emit(Op::NotIn, to, left, right); return;
  }
}

void CodeGenerator::compare(const ast::Compare& expr, Register to) {
  suspect_compare(expr);
  if (expr.ops.size() == 1) {
    Register left = value(expr.left);
    Register right = value(expr.comparators[0]);
    compare_one(expr.ops[0], left, right, to);
    return;
  }
  // a < b < c is a < b and b < c with b evaluated once.
  Label end;
  Register result = scratch(to);
  Register left = value(expr.left);
  auto before = b_->assigned;
  for (std::size_t i = 0; i < expr.ops.size(); ++i) {
    Register right = value(expr.comparators[i]);
    if (i == 0) before = b_->assigned;
    compare_one(expr.ops[i], left, right, result);
    if (i + 1 < expr.ops.size()) b_->jump(Op::JumpIfFalse, end, result);
    left = right;
  }
  b_->assigned = before;
  b_->bind(end);
  if (result != to) b_->emit(Op::Move, to, result);
}

void CodeGenerator::compare_jump(ast::CompareOperator op, Register left, ast::Expr* right, bool condition,
                                 Label& label) {
  auto fused = [&](Op plain, Op immediate) {
    std::int16_t small = 0;
    auto expected = static_cast<std::uint16_t>(condition);
    if (small_constant(right, small)) {
      b_->emit(immediate, left, static_cast<std::uint16_t>(small), expected);
    } else {
      b_->emit(plain, left, value(right), expected);
    }
    b_->jump(Op::Jump, label);
  };
  switch (op) {
    case ast::CompareOperator::Lt: fused(Op::TestLt, Op::TestLtI); return;
    case ast::CompareOperator::LtE: fused(Op::TestLe, Op::TestLeI); return;
    case ast::CompareOperator::Gt: fused(Op::TestGt, Op::TestGtI); return;
    case ast::CompareOperator::GtE: fused(Op::TestGe, Op::TestGeI); return;
    case ast::CompareOperator::Eq: fused(Op::TestEq, Op::TestEqI); return;
    case ast::CompareOperator::NotEq: fused(Op::TestNe, Op::TestNeI); return;
    case ast::CompareOperator::Is:
    case ast::CompareOperator::IsNot: {
      auto expected = static_cast<std::uint16_t>(condition == (op == ast::CompareOperator::Is));
      Constant constant;
      if (constant_of(right, constant) && std::holds_alternative<Constant::None>(constant.value)) {
        b_->emit(Op::TestNone, left, 0, expected);
      } else {
        b_->emit(Op::TestIs, left, value(right), expected);
      }
      b_->jump(Op::Jump, label);
      return;
    }
    case ast::CompareOperator::In:
    case ast::CompareOperator::NotIn: {
      Register result = b_->temporary();
      b_->emit(Op::In, result, left, value(right));
      bool jump_on_true = condition == (op == ast::CompareOperator::In);
      b_->jump(jump_on_true ? Op::JumpIfTrue : Op::JumpIfFalse, label, result);
      return;
    }
  }
}

void CodeGenerator::jump_if(ast::Expr* expr, bool condition, Label& label) {
  At at(*this, expr->position);
  Temporaries temporaries(*this);
  if (expr->kind == ast::Expr::Kind::UnaryOp) {
    auto* unary = ast::as<ast::UnaryOp>(expr);
    if (unary->op == ast::UnaryOperator::Not) {
      jump_if(unary->operand, !condition, label);
      return;
    }
  }
  if (expr->kind == ast::Expr::Kind::BoolOp) {
    auto* op = ast::as<ast::BoolOp>(expr);
    // `a or b` is true at the first true one, `a and b` false at the first false one.
    bool decisive = op->op == ast::BoolOperator::Or;
    auto before = b_->assigned;
    Label end;
    for (std::size_t i = 0; i < op->values.size(); ++i) {
      bool last = i + 1 == op->values.size();
      if (last || decisive == condition) {
        jump_if(op->values[i], condition, label);
      } else {
        jump_if(op->values[i], decisive, end);
      }
      if (i == 0) before = b_->assigned;
    }
    b_->assigned = before;
    b_->bind(end);
    return;
  }
  if (expr->kind == ast::Expr::Kind::Compare) {
    auto* compare = ast::as<ast::Compare>(expr);
    if (compare->ops.size() == 1) {
      suspect_compare(*compare);
      Register left = value(compare->left);
      compare_jump(compare->ops[0], left, compare->comparators[0], condition, label);
      return;
    }
  }
  if (expr->kind == ast::Expr::Kind::Constant) {
    auto* constant = ast::as<ast::Constant>(expr);
    bool known_true = constant->type == ast::Constant::Type::True ||
                      (constant->type == ast::Constant::Type::Int && constant->fits_int64 && constant->integer != 0);
    bool known_false = constant->type == ast::Constant::Type::False || constant->type == ast::Constant::Type::None;
    if (known_true || known_false) {
      if (known_true == condition) {
        b_->jump(Op::Jump, label);
      } else {
        b_->mark_line(expr->position);
      }
      return;
    }
  }
  Register test = value(expr);
  b_->jump(condition ? Op::JumpIfTrue : Op::JumpIfFalse, label, test);
}

// super() without arguments inside a method: the class comes from the implicit __class__ cell, the
// object is the first argument.
bool CodeGenerator::zero_argument_super(const ast::Call& expr, Register to) {
  if (expr.func->kind != ast::Expr::Kind::Name || ast::as<ast::Name>(expr.func)->id != "super") return false;
  if (!expr.args.empty() || !expr.keywords.empty()) return false;
  if (b_->scope.resolve("super") != Resolution::GlobalImplicit) return false;
  Register cell = b_->free_variable("__class__");
  if (cell == kNone || b_->code->parameters == 0) return false;
  std::string_view self = b_->code->local_names[0];
  Register object = 0;
  if (b_->scope.kind == Scope::Kind::Comprehension) return false;
  if (b_->scope.resolve(self) == Resolution::Cell) {
    object = b_->temporary();
    b_->emit(Op::LoadCell, object, b_->local(self), b_->name(self));
  }
  b_->emit(Op::LoadSuper, to, cell, object);
  return true;
}

void CodeGenerator::call(const ast::Call& expr, Register to) {
  suspect_call(expr);
  if (zero_argument_super(expr, to)) return;
  bool stars = expr.args.size() + expr.keywords.size() > 200;
  for (ast::Expr* argument : expr.args) stars |= argument->kind == ast::Expr::Kind::Starred;
  for (ast::Keyword* keyword : expr.keywords) stars |= keyword->arg.empty();
  if (stars) {
    call_with_stars(expr, to);
    return;
  }
  bool method = expr.func->kind == ast::Expr::Kind::Attribute;
  bool two_slots = method || !expr.keywords.empty();
  Register base = b_->temporaries(two_slots ? 2 : 1);
  if (method) {
    auto* attribute = ast::as<ast::Attribute>(expr.func);
    // A chain of method calls a.b().c().d() recurses here; the parser bounds its depth.
    Temporaries temporaries(*this);
    Register object = value(attribute->value);
    At at(*this, attribute->position);
    b_->emit(Op::LoadMethod, base, object, b_->cache(attribute_name(attribute->attr)));
  } else {
    into(expr.func, base);
    if (two_slots) b_->emit(Op::DeleteLocal, static_cast<Register>(base + 1), kNone);
  }
  for (ast::Expr* argument : expr.args) {
    Register slot = b_->temporary();
    into(argument, slot);
  }
  auto count = static_cast<std::uint16_t>(expr.args.size());
  if (!expr.keywords.empty()) {
    Constant::Tuple names;
    for (ast::Keyword* keyword : expr.keywords) {
      Register slot = b_->temporary();
      into(keyword->value, slot);
      names.items.push_back({std::string(keyword->arg)});
    }
    b_->emit(Op::CallKw, base, static_cast<std::uint16_t>(count + expr.keywords.size()), to);
    b_->extra(b_->constant({std::move(names)}));
  } else {
    b_->emit(method ? Op::CallMethod : Op::Call, base, count, to);
  }
}

void CodeGenerator::call_with_stars(const ast::Call& expr, Register to) {
  Register base = b_->temporaries(3);
  into(expr.func, base);
  auto arguments = static_cast<Register>(base + 1);
  auto keywords = static_cast<Register>(base + 2);
  if (expr.args.size() == 1 && expr.args[0]->kind == ast::Expr::Kind::Starred) {
    // f(*args): CallEx takes any iterable and words the error for the call.
    into(ast::as<ast::Starred>(expr.args[0])->value, arguments);
  } else {
    sequence(ast::Expr::Kind::List, expr.args, arguments);
  }
  if (expr.keywords.empty()) {
    constant({Constant::None{}}, keywords);
  } else {
    b_->emit(Op::BuildDict, keywords, 0, 0);
    for (ast::Keyword* keyword : expr.keywords) {
      Temporaries temporaries(*this);
      if (keyword->arg.empty()) {
        Register mapping = value(keyword->value);
        b_->emit(Op::DictMerge, keywords, mapping, base);
      } else {
        Register pair = b_->temporaries(2);
        constant({std::string(keyword->arg)}, pair);
        auto item = static_cast<Register>(pair + 1);
        into(keyword->value, item);
        // Through a dict of its own, so that a name given twice is noticed.
        Register single = b_->temporary();
        b_->emit(Op::BuildDict, single, pair, 1);
        b_->emit(Op::DictMerge, keywords, single, base);
      }
    }
  }
  b_->emit(Op::CallEx, base, 0, to);
}

void CodeGenerator::sequence(ast::Expr::Kind kind, std::span<ast::Expr*> items, Register to) {
  bool starred = false;
  bool iterated = std::exchange(iterates_display_, false);
  bool constants = kind == ast::Expr::Kind::Set && (items.size() >= 3 || iterated);
  for (ast::Expr* item : items) {
    Constant ignored;
    starred |= item->kind == ast::Expr::Kind::Starred;
    constants = constants && constant_of(item, ignored);
  }
  Op build = kind == ast::Expr::Kind::Tuple ? Op::BuildTuple
             : constants                    ? Op::BuildConstantSet
             : kind == ast::Expr::Kind::Set ? Op::BuildSet
                                            : Op::BuildList;
  if (!starred && items.size() <= kDisplayPiece) {
    Register first = b_->next_temporary();
    for (ast::Expr* item : items) {
      Register slot = b_->temporary();
      into(item, slot);
    }
    std::size_t count = items.size() | (constants && iterated ? kIterated : 0);
    b_->emit(build, to, first, static_cast<std::uint16_t>(count));
    return;
  }
  bool set = kind == ast::Expr::Kind::Set;
  Register result = scratch(to);
  b_->emit(set ? Op::BuildSet : Op::BuildList, result, 0, 0);
  for (ast::Expr* item : items) {
    Temporaries temporaries(*this);
    if (item->kind == ast::Expr::Kind::Starred) {
      Register source = value(ast::as<ast::Starred>(item)->value);
      At at(*this, item->position);
      b_->emit(set ? Op::SetUpdate : Op::ListExtend, result, source);
    } else {
      b_->emit(set ? Op::SetAdd : Op::ListAppend, result, value(item));
    }
  }
  if (kind == ast::Expr::Kind::Tuple) {
    b_->emit(Op::ListToTuple, to, result);
  } else if (result != to) {
    b_->emit(Op::Move, to, result);
  }
}

Register CodeGenerator::iterable(ast::Expr* expr) {
  iterates_display_ = expr->kind == ast::Expr::Kind::Set;
  return value(expr);
}

void CodeGenerator::dict(const ast::Dict& expr, Register to) {
  bool simple = expr.keys.size() <= kDisplayPiece / 2;
  for (ast::Expr* key : expr.keys) simple &= key != nullptr;
  if (simple) {
    Register first = b_->next_temporary();
    for (std::size_t i = 0; i < expr.keys.size(); ++i) {
      Register key = b_->temporary();
      into(expr.keys[i], key);
      Register item = b_->temporary();
      into(expr.values[i], item);
    }
    b_->emit(Op::BuildDict, to, first, static_cast<std::uint16_t>(expr.keys.size()));
    return;
  }
  Register result = scratch(to);
  b_->emit(Op::BuildDict, result, 0, 0);
  for (std::size_t i = 0; i < expr.keys.size(); ++i) {
    Temporaries temporaries(*this);
    if (expr.keys[i] == nullptr) {
      b_->emit(Op::DictUpdate, result, value(expr.values[i]));
    } else {
      Register key = value(expr.keys[i]);
      b_->emit(Op::DictSet, result, key, value(expr.values[i]));
    }
  }
  if (result != to) b_->emit(Op::Move, to, result);
}

void CodeGenerator::formatted_value(const ast::FormattedValue& expr, Register to) {
  Register pair = b_->temporaries(2);
  into(expr.value, pair);
  std::uint16_t how = expr.conversion == 's' ? 1 : expr.conversion == 'r' ? 2 : expr.conversion == 'a' ? 3 : 0;
  if (expr.format_spec != nullptr) {
    into(expr.format_spec, static_cast<Register>(pair + 1));
    how |= 4;
  }
  b_->emit(Op::FormatValue, to, pair, how);
}

void CodeGenerator::joined_str(const ast::JoinedStr& expr, Register to) {
  if (expr.values.empty()) {
    constant({std::string()}, to);
    return;
  }
  Register first = b_->next_temporary();
  for (ast::Expr* part : expr.values) {
    Register slot = b_->temporary();
    into(part, slot);
  }
  b_->emit(Op::BuildString, to, first, static_cast<std::uint16_t>(expr.values.size()));
}

void CodeGenerator::subscript(const ast::Subscript& expr, Register to) {
  suspect_subscript(expr);
  Register object = value(expr.value);
  Register key = value(expr.slice);
  b_->emit(Op::LoadItem, to, object, key);
}

void CodeGenerator::slice(const ast::Slice& expr, Register to) {
  Register parts = b_->temporaries(3);
  ast::Expr* bounds[] = {expr.lower, expr.upper, expr.step};
  for (Register i = 0; i < 3; ++i) {
    auto slot = static_cast<Register>(parts + i);
    if (bounds[i] == nullptr) {
      constant({Constant::None{}}, slot);
    } else {
      into(bounds[i], slot);
    }
  }
  b_->emit(Op::BuildSlice, to, parts);
}

void CodeGenerator::yield_from(const ast::YieldFrom& expr, Register to) {
  // R[iterator], R[iterator + 1] = the delegate and what to send it next. YieldFrom yields what the
  // delegate yields and stays where it is; it goes on once the delegate is done.
  Register iterator = b_->temporaries(2);
  into(expr.value, iterator);
  b_->emit(Op::GetIter, iterator, iterator);
  constant({Constant::None{}}, static_cast<Register>(iterator + 1));
  b_->emit(Op::YieldFrom, to, iterator, static_cast<Register>(iterator + 1));
}

}  // namespace threadbook::python
