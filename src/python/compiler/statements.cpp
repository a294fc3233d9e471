#include "python/compiler/generator.h"
#include "python/syntax/unparse.h"

namespace threadbook::python {

namespace {

Op in_place_opcode(ast::Operator op) {
  switch (op) {
    case ast::Operator::Add: return Op::InPlaceAdd;
    case ast::Operator::Sub: return Op::InPlaceSub;
    case ast::Operator::Mult: return Op::InPlaceMul;
    case ast::Operator::MatMult: return Op::InPlaceMatMul;
    case ast::Operator::Div: return Op::InPlaceDiv;
    case ast::Operator::Mod: return Op::InPlaceMod;
    case ast::Operator::Pow: return Op::InPlacePow;
    case ast::Operator::LShift: return Op::InPlaceLShift;
    case ast::Operator::RShift: return Op::InPlaceRShift;
    case ast::Operator::BitOr: return Op::InPlaceOr;
    case ast::Operator::BitXor: return Op::InPlaceXor;
    case ast::Operator::BitAnd: return Op::InPlaceAnd;
    case ast::Operator::FloorDiv: return Op::InPlaceFloorDiv;
  }
  return Op::InPlaceAdd;
}

}  // namespace

void CodeGenerator::JoinedPaths::leave() {
  if (!builder_.reachable) return;
  if (reachable_) {
    for (std::size_t i = 0; i < assigned_.size(); ++i) assigned_[i] = assigned_[i] && builder_.assigned[i];
  } else {
    assigned_ = builder_.assigned;
  }
  reachable_ = true;
}

void CodeGenerator::JoinedPaths::join() {
  if (reachable_) builder_.assigned = assigned_;
  builder_.reachable = reachable_;
}

void CodeGenerator::statements(std::span<ast::Stmt*> body) {
  for (ast::Stmt* stmt : body) statement(stmt);
}

void CodeGenerator::statement(ast::Stmt* stmt) {
  At at(*this, stmt->position);
  Temporaries temporaries(*this);
  switch (stmt->kind) {
    case ast::Stmt::Kind::FunctionDef: function_def(*ast::as<ast::FunctionDef>(stmt)); return;
    case ast::Stmt::Kind::ClassDef: class_def(*ast::as<ast::ClassDef>(stmt)); return;
    case ast::Stmt::Kind::Return: return_(*ast::as<ast::Return>(stmt)); return;
    case ast::Stmt::Kind::Delete:
      for (ast::Expr* target : ast::as<ast::Delete>(stmt)->targets) delete_(target);
      return;
    case ast::Stmt::Kind::Assign: assign(*ast::as<ast::Assign>(stmt)); return;
    case ast::Stmt::Kind::AugAssign: aug_assign(*ast::as<ast::AugAssign>(stmt)); return;
    case ast::Stmt::Kind::AnnAssign: ann_assign(*ast::as<ast::AnnAssign>(stmt)); return;
    case ast::Stmt::Kind::For: for_loop(*ast::as<ast::For>(stmt)); return;
    case ast::Stmt::Kind::While: while_loop(*ast::as<ast::While>(stmt)); return;
    case ast::Stmt::Kind::If: if_chain(ast::as<ast::If>(stmt)); return;
    case ast::Stmt::Kind::With: {
      auto* node = ast::as<ast::With>(stmt);
      with(node->items, node->body, node->position);
      return;
    }
    case ast::Stmt::Kind::Raise: raise(*ast::as<ast::Raise>(stmt)); return;
    case ast::Stmt::Kind::Try:
      b_->mark_line(stmt->position);
      try_(*ast::as<ast::Try>(stmt));
      return;
    case ast::Stmt::Kind::Assert: assert_(*ast::as<ast::Assert>(stmt)); return;
    case ast::Stmt::Kind::Import: import(*ast::as<ast::Import>(stmt)); return;
    case ast::Stmt::Kind::ImportFrom: import_from(*ast::as<ast::ImportFrom>(stmt)); return;
    case ast::Stmt::Kind::Global:
    case ast::Stmt::Kind::Nonlocal: return;
    case ast::Stmt::Kind::Pass: b_->mark_line(stmt->position); return;
    case ast::Stmt::Kind::ExprStmt: {
      ast::Expr* expr = ast::as<ast::ExprStmt>(stmt)->value;
      Constant ignored;
      if (options_.mode == CompileMode::Single && b_->scope.kind == Scope::Kind::Module) {
        show_value(expr);
      } else if (constant_of(expr, ignored)) {
        b_->mark_line(stmt->position);
      } else {
        fresh(expr);
      }
      return;
    }
    case ast::Stmt::Kind::Break: leave_loop(true); return;
    case ast::Stmt::Kind::Continue: leave_loop(false); return;
    case ast::Stmt::Kind::AsyncFunctionDef:
    case ast::Stmt::Kind::AsyncFor:
    case ast::Stmt::Kind::AsyncWith: throw Unsupported{stmt->position, "async and await"};
    case ast::Stmt::Kind::TryStar:
      b_->mark_line(stmt->position);
      try_star(*ast::as<ast::TryStar>(stmt));
      return;
    case ast::Stmt::Kind::Match: match(*ast::as<ast::Match>(stmt)); return;
  }
}

void CodeGenerator::assign(const ast::Assign& stmt) {
  if (stmt.targets.size() == 1 && stmt.targets[0]->kind == ast::Expr::Kind::Name) {
    std::string_view name = ast::as<ast::Name>(stmt.targets[0])->id;
    if (Register local = plain_local(name); local != kNone) {
      into(stmt.value, local);
      if (stmt.value->position.lineno != stmt.position.lineno) b_->mark_line(stmt.position);
      b_->set_assigned(local);
      return;
    }
  }
  // a, b = b, a: no tuple is built; the values are all read before the first target is written.
  if (stmt.targets.size() == 1 && stmt.targets[0]->kind == ast::Expr::Kind::Tuple &&
      stmt.value->kind == ast::Expr::Kind::Tuple) {
    auto targets = ast::as<ast::Tuple>(stmt.targets[0])->elts;
    auto values = ast::as<ast::Tuple>(stmt.value)->elts;
    bool plain = targets.size() == values.size() && targets.size() <= 8;
    for (ast::Expr* item : targets) plain &= item->kind != ast::Expr::Kind::Starred;
    for (ast::Expr* item : values) plain &= item->kind != ast::Expr::Kind::Starred;
    if (plain) {
      Register first = b_->next_temporary();
      for (ast::Expr* item : values) {
        Register slot = b_->temporary();
        into(item, slot);
      }
      for (std::size_t i = 0; i < targets.size(); ++i) store(targets[i], static_cast<Register>(first + i));
      return;
    }
  }
  Register from = value(stmt.value);
  for (ast::Expr* target : stmt.targets) store(target, from);
}

void CodeGenerator::aug_assign(const ast::AugAssign& stmt) {
  std::int16_t small = 0;
  bool plus_or_minus = stmt.op == ast::Operator::Add || stmt.op == ast::Operator::Sub;
  bool immediate = plus_or_minus && small_constant(stmt.value, small);
  auto apply = [&](Register to, Register left) {
    if (immediate) {
      b_->emit(stmt.op == ast::Operator::Add ? Op::InPlaceAddI : Op::InPlaceSubI, to, left,
               static_cast<std::uint16_t>(small));
    } else {
      Register right = value(stmt.value);
      b_->emit(in_place_opcode(stmt.op), to, left, right);
    }
  };
  switch (stmt.target->kind) {
    case ast::Expr::Kind::Name: {
      std::string_view name = ast::as<ast::Name>(stmt.target)->id;
      Register local = plain_local(name);
      if (local != kNone && b_->is_assigned(local) && !b_->scope.uses_walrus) {
        apply(local, local);
        return;
      }
      Register current = b_->temporary();
      {
        At at(*this, stmt.target->position);
        load_name(name, current);
      }
      apply(current, current);
      store_name(name, current);
      return;
    }
    case ast::Expr::Kind::Attribute: {
      auto* attribute = ast::as<ast::Attribute>(stmt.target);
      Register object = value(attribute->value);
      Register current = b_->temporary();
      std::string name = attribute_name(attribute->attr);
      {
        At at(*this, attribute->position);
        b_->emit(Op::LoadAttr, current, object, b_->cache(name));
      }
      apply(current, current);
      At at(*this, attribute->position);
      b_->emit(Op::StoreAttr, object, current, b_->cache(name));
      return;
    }
    case ast::Expr::Kind::Subscript: {
      auto* subscript = ast::as<ast::Subscript>(stmt.target);
      Register object = value(subscript->value);
      Register key = value(subscript->slice);
      Register current = b_->temporary();
      {
        At at(*this, subscript->position);
        b_->emit(Op::LoadItem, current, object, key);
      }
      apply(current, current);
      At at(*this, subscript->position);
      b_->emit(Op::StoreItem, object, key, current);
      return;
    }
    default: return;
  }
}

void CodeGenerator::setup_annotations() {
  for (const Symbol& symbol : b_->scope.symbols) {
    if (!symbol.annotated) continue;
    b_->emit(Op::SetupAnnotations, b_->global("__annotations__"), b_->name("__annotations__"));
    return;
  }
}

Register CodeGenerator::annotation(ast::Expr* expr) {
  if (!symbols_.has_future_annotations()) return value(expr);
  Register text = b_->temporary();
  constant({unparse(*expr)}, text);
  return text;
}

void CodeGenerator::ann_assign(const ast::AnnAssign& stmt) {
  if (stmt.value != nullptr) {
    store(stmt.target, value(stmt.value));
  } else {
    annotated_place(stmt.target);
  }
  // A function's variables have no annotations.
  if (b_->scope.kind != Scope::Kind::Module && b_->scope.kind != Scope::Kind::Class) return;
  if (!stmt.simple) {
    if (!symbols_.has_future_annotations()) value(stmt.annotation);
    return;
  }
  Register text = annotation(stmt.annotation);
  Register annotations = b_->temporary();
  if (b_->scope.kind == Scope::Kind::Class || options_.names_in_locals) {
    b_->emit(Op::LoadName, annotations, b_->global("__annotations__"), b_->name("__annotations__"));
  } else {
    b_->emit(Op::LoadGlobal, annotations, b_->global("__annotations__"));
  }
  Register key = b_->temporary();
  constant({std::string(b_->scope.mangle(ast::as<ast::Name>(stmt.target)->id))}, key);
  b_->emit(Op::StoreItem, annotations, key, text);
}

// What `place: annotation` evaluates of a place that gets no value.
void CodeGenerator::annotated_place(ast::Expr* target) {
  if (auto* attribute = ast::try_as<ast::Attribute>(target)) {
    value(attribute->value);
  } else if (auto* subscript = ast::try_as<ast::Subscript>(target)) {
    value(subscript->value);
    value(subscript->slice);
  }
}

void CodeGenerator::if_chain(const ast::If* stmt) {
  Label end;
  auto known = b_->assigned;
  JoinedPaths paths(*b_);
  for (;;) {
    Label next;
    At at(*this, stmt->position);
    jump_if(stmt->test, false, next);
    known = b_->assigned;
    statements(stmt->body);
    paths.leave();
    bool more = !stmt->orelse.empty();
    if (more && b_->reachable) jump_on(end);
    b_->bind(next);
    b_->assigned = known;
    b_->reachable = true;
    if (!more) break;
    // An `elif` is an If alone in orelse: go round instead of recursing.
    if (stmt->orelse.size() == 1 && stmt->orelse[0]->kind == ast::Stmt::Kind::If) {
      stmt = ast::as<ast::If>(stmt->orelse[0]);
      continue;
    }
    statements(stmt->orelse);
    break;
  }
  paths.leave();
  b_->bind(end);
  paths.join();
}

void CodeGenerator::while_loop(const ast::While& stmt) {
  Label top, next, otherwise, end;
  auto before = b_->assigned;
  jump_if(stmt.test, false, otherwise);
  auto after_test = b_->assigned;
  b_->bind(top);
  Block loop(Block::Kind::Loop);
  loop.break_label = &end;
  loop.continue_label = &next;
  b_->blocks.push_back(loop);
  statements(stmt.body);
  b_->blocks.pop_back();
  b_->bind(next);
  b_->assigned = before;
  b_->reachable = true;
  // The test again at the bottom: one conditional jump back per round.
  jump_if(stmt.test, true, top);
  b_->bind(otherwise);
  b_->assigned = before;
  bool endless = stmt.test->kind == ast::Expr::Kind::Constant &&
                 ast::as<ast::Constant>(stmt.test)->type == ast::Constant::Type::True;
  b_->reachable = true;
  statements(stmt.orelse);
  bool broken = !end.references.empty();
  b_->bind(end);
  b_->assigned = before;
  b_->reachable = !endless || broken;
}

void CodeGenerator::for_loop(const ast::For& stmt) {
  Register iterator = b_->temporary();
  {
    Temporaries temporaries(*this);
    Register iterable = this->iterable(stmt.iter);
    At at(*this, stmt.position);
    b_->emit(Op::GetIter, iterator, iterable);
  }
  Label top, otherwise, end;
  auto before = b_->assigned;
  Register target = kNone;
  if (stmt.target->kind == ast::Expr::Kind::Name) {
    target = plain_local(ast::as<ast::Name>(stmt.target)->id);
  }
  b_->bind(top);
  {
    Temporaries temporaries(*this);
    Register item = target != kNone ? target : b_->temporary();
    {
      At at(*this, stmt.position);
      b_->emit(Op::ForIter, iterator, item);
      b_->jump(Op::Jump, otherwise);
    }
    if (target != kNone) {
      b_->set_assigned(target);
    } else {
      store(stmt.target, item);
    }
  }
  Block loop(Block::Kind::Loop);
  loop.break_label = &end;
  loop.continue_label = &top;
  b_->blocks.push_back(loop);
  statements(stmt.body);
  b_->blocks.pop_back();
  if (b_->reachable) jump_on(top);
  b_->bind(otherwise);
  b_->assigned = before;
  b_->reachable = true;
  statements(stmt.orelse);
  b_->bind(end);
  b_->assigned = before;
  b_->reachable = true;
}

void CodeGenerator::unwind(std::size_t depth, const std::function<void()>& exit) {
  std::vector<Block> left;
  auto assigned = b_->assigned;
  Register handling = b_->handling;
  while (b_->blocks.size() > depth) {
    Block block = std::move(b_->blocks.back());
    b_->blocks.pop_back();
    bool range =
        block.kind == Block::Kind::Range || block.kind == Block::Kind::Finally || block.kind == Block::Kind::With;
    if (range) block.segments.emplace_back(block.segment_begin, b_->here());
    switch (block.kind) {
      case Block::Kind::Finally:
        b_->reachable = true;
        statements(block.final_body);
        break;
      case Block::Kind::With: call_exit_normally(block.reg, block.position); break;
      case Block::Kind::Handler: {
        Lineless lineless(*this);
        b_->emit(Op::LeaveHandler, block.outer);
        b_->handling = block.outer;
        break;
      }
      case Block::Kind::Named: {
        Temporaries temporaries(*this);
        Lineless lineless(*this);
        Register none = b_->temporary();
        constant({Constant::None{}}, none);
        store_name(block.name, none);
        delete_name(block.name);
        break;
      }
      case Block::Kind::Range:
      case Block::Kind::Loop: break;
    }
    left.push_back(std::move(block));
  }
  exit();
  while (!left.empty()) {
    left.back().segment_begin = b_->here();
    b_->blocks.push_back(std::move(left.back()));
    left.pop_back();
  }
  b_->assigned = std::move(assigned);
  b_->handling = handling;
  b_->reachable = false;
}

void CodeGenerator::return_(const ast::Return& stmt) {
  Register result;
  if (stmt.value == nullptr || stmt.value->position.lineno == stmt.position.lineno) b_->mark_line(stmt.position);
  if (stmt.value == nullptr) {
    result = b_->temporary();
    constant({Constant::None{}}, result);
  } else {
    const bool elsewhere = stmt.value->position.lineno != stmt.position.lineno;
    if (elsewhere) b_->mark_line(stmt.value->position);
    result = b_->blocks.empty() ? value(stmt.value) : fresh(stmt.value);
    if (elsewhere) b_->mark_line(stmt.position);
  }
  unwind(0, [&] {
    Lineless lineless(*this);
    b_->emit(Op::Return, result);
  });
}

void CodeGenerator::jump_on(Label& label) {
  Lineless lineless(*this);
  b_->jump(Op::Jump, label);
}

void CodeGenerator::leave_loop(bool is_break) {
  std::size_t depth = b_->blocks.size();
  while (depth > 0 && b_->blocks[depth - 1].kind != Block::Kind::Loop) --depth;
  if (depth == 0) return;  // an error the checks report
  Label* label = is_break ? b_->blocks[depth - 1].break_label : b_->blocks[depth - 1].continue_label;
  b_->mark_line(b_->position());
  unwind(depth, [&] { jump_on(*label); });
}

void CodeGenerator::raise(const ast::Raise& stmt) {
  if (stmt.exc == nullptr) {
    b_->emit(Op::RaiseAgain);
  } else if (stmt.cause == nullptr) {
    b_->emit(Op::Raise, value(stmt.exc));
  } else {
    Register exception = value(stmt.exc);
    b_->emit(Op::RaiseFrom, exception, value(stmt.cause));
  }
  b_->reachable = false;
}

void CodeGenerator::assert_(const ast::Assert& stmt) {
  suspect_assert(stmt);
  Label fine;
  auto known = b_->assigned;
  jump_if(stmt.test, true, fine);
  known = b_->assigned;
  Register base = b_->temporary();
  b_->emit(Op::LoadAssertionError, base);
  if (stmt.msg != nullptr) {
    Register message = b_->temporary();
    into(stmt.msg, message);
    b_->emit(Op::Call, base, 1, base);
  }
  {
    // The carets of the traceback stand under the condition, as CPython has them.
    At at(*this, stmt.test->position);
    b_->emit(Op::Raise, base);
  }
  b_->bind(fine);
  b_->assigned = known;
}

void CodeGenerator::import(const ast::Import& stmt) {
  for (ast::Alias* alias : stmt.names) {
    Temporaries temporaries(*this);
    Register module = b_->temporary();
    bool renamed = !alias->asname.empty();
    b_->emit(Op::ImportName, module, b_->name(alias->name), renamed ? 1 : 0);
    std::string_view bound = renamed ? alias->asname : alias->name.substr(0, alias->name.find('.'));
    store_name(bound, module);
  }
}

void CodeGenerator::import_from(const ast::ImportFrom& stmt) {
  Register module = b_->temporary();
  std::string name(static_cast<std::size_t>(stmt.level), '.');
  name += stmt.module;
  b_->emit(Op::ImportName, module, b_->name(name), 1);
  for (ast::Alias* alias : stmt.names) {
    Temporaries temporaries(*this);
    if (alias->name == "*") {
      b_->emit(Op::ImportStar, module);
      continue;
    }
    Register item = b_->temporary();
    b_->emit(Op::ImportFrom, item, module, b_->name(alias->name));
    store_name(alias->asname.empty() ? alias->name : alias->asname, item);
  }
}

void CodeGenerator::show_value(ast::Expr* expr) {
  Register hook = b_->temporaries(2);
  b_->emit(Op::ImportName, hook, b_->name("sys"), 1);
  b_->emit(Op::LoadAttr, hook, hook, b_->cache("displayhook"));
  into(expr, static_cast<Register>(hook + 1));
  b_->emit(Op::Call, hook, 1, hook);
}

void CodeGenerator::delete_(ast::Expr* target) {
  At at(*this, target->position);
  Temporaries temporaries(*this);
  switch (target->kind) {
    case ast::Expr::Kind::Name: delete_name(ast::as<ast::Name>(target)->id); return;
    case ast::Expr::Kind::Attribute: {
      auto* attribute = ast::as<ast::Attribute>(target);
      Register object = value(attribute->value);
      b_->emit(Op::DeleteAttr, object, b_->name(attribute_name(attribute->attr)));
      return;
    }
    case ast::Expr::Kind::Subscript: {
      auto* subscript = ast::as<ast::Subscript>(target);
      Register object = value(subscript->value);
      b_->emit(Op::DeleteItem, object, value(subscript->slice));
      return;
    }
    case ast::Expr::Kind::Tuple:
      for (ast::Expr* item : ast::as<ast::Tuple>(target)->elts) delete_(item);
      return;
    case ast::Expr::Kind::List:
      for (ast::Expr* item : ast::as<ast::List>(target)->elts) delete_(item);
      return;
    default: return;
  }
}

void CodeGenerator::call_exit_normally(Register exit, const ast::Position& position) {
  At at(*this, position);
  Temporaries temporaries(*this);
  // Above what is to be returned, perhaps: what lies above a waiting call is forgotten.
  Register call = b_->temporaries(5);
  b_->emit(Op::Move, call, exit);
  b_->emit(Op::Move, static_cast<Register>(call + 1), static_cast<Register>(exit + 1));
  for (Register i = 2; i < 5; ++i) constant({Constant::None{}}, static_cast<Register>(call + i));
  Register ignored = b_->temporary();
  b_->emit(Op::CallMethod, call, 3, ignored);
}

void CodeGenerator::with(std::span<ast::WithItem*> items, std::span<ast::Stmt*> body, const ast::Position& position) {
  if (items.empty()) {
    statements(body);
    return;
  }
  ast::WithItem& item = *items[0];
  Register manager = fresh(item.context_expr);
  Register exit = b_->temporaries(5);  // method, self, three arguments
  Register enter = b_->temporaries(2);
  Register entered = b_->temporary();
  {
    At at(*this, position);
    b_->emit(Op::LoadEnter, enter, manager);
    b_->emit(Op::LoadExit, exit, manager);
    b_->emit(Op::CallMethod, enter, 0, entered);
  }
  auto before = b_->assigned;
  Block block(Block::Kind::With);
  block.reg = exit;
  block.position = position;
  b_->open_range(std::move(block));
  if (item.optional_vars != nullptr) store(item.optional_vars, entered);
  with(items.subspan(1), body, position);
  bool falls_through = b_->reachable;
  block = b_->close_range();
  Label end;
  if (falls_through) {
    call_exit_normally(exit, position);
    jump_on(end);
  }
  // On an exception: exit(type, value, traceback); a true answer swallows it.
  Label handler, swallowed;
  b_->bind(handler);
  Register exception = b_->temporary();
  b_->add_ranges(block, handler, exception);
  Register outer = b_->handling;
  {
    At at(*this, position);
    // The call stands above the exception: what lies above a waiting call is forgotten.
    Register call = b_->temporaries(5);
    b_->emit(Op::Move, call, exit);
    b_->emit(Op::Move, static_cast<Register>(call + 1), static_cast<Register>(exit + 1));
    b_->emit(Op::ExceptionTriple, static_cast<Register>(call + 2), exception);
    Register answer = b_->temporary();
    b_->emit(Op::CallMethod, call, 3, answer);
    b_->jump(Op::JumpIfTrue, swallowed, answer);
    Lineless lineless(*this);
    b_->emit(Op::Reraise, exception);
    b_->bind(swallowed);
    b_->emit(Op::LeaveHandler, outer);
  }
  b_->bind(end);
  b_->assigned = before;
  b_->reachable = true;
}

void CodeGenerator::try_(const ast::Try& stmt) {
  with_finally(stmt.finalbody, [&] {
    if (stmt.handlers.empty()) {
      statements(stmt.body);
    } else {
      try_except(stmt);
    }
  });
}

void CodeGenerator::with_finally(std::span<ast::Stmt*> final_body, const std::function<void()>& body) {
  if (final_body.empty()) {
    body();
    return;
  }
  Block block(Block::Kind::Finally);
  block.final_body = final_body;
  auto before = b_->assigned;
  b_->open_range(std::move(block));
  body();
  block = b_->close_range();
  bool falls_through = b_->reachable;
  std::vector<bool> after = b_->assigned;
  Label end;
  if (falls_through) {
    statements(final_body);
    after = b_->assigned;
    falls_through = b_->reachable;
    if (falls_through) jump_on(end);
  }
  // On an exception: the same statements, then on with it.
  Label handler;
  b_->bind(handler);
  Register exception = b_->temporary();
  b_->add_ranges(block, handler, exception);
  Register outer = b_->handling;
  Block handling(Block::Kind::Handler);
  handling.outer = outer;
  b_->blocks.push_back(std::move(handling));
  b_->handling = exception;
  b_->assigned = before;
  b_->reachable = true;
  statements(final_body);
  b_->blocks.pop_back();
  b_->handling = outer;
  {
    Lineless lineless(*this);
    b_->emit(Op::Reraise, exception);
  }
  b_->bind(end);
  b_->assigned = after;
  b_->reachable = falls_through;
}

void CodeGenerator::try_except(const ast::Try& stmt) {
  auto before = b_->assigned;
  b_->open_range(Block(Block::Kind::Range));
  statements(stmt.body);
  Block block = b_->close_range();
  Label end;
  bool reachable = b_->reachable;
  if (b_->reachable) {
    statements(stmt.orelse);
    reachable = b_->reachable;
    if (reachable) jump_on(end);
  }
  Label handler;
  b_->bind(handler);
  Register exception = b_->temporary();
  b_->add_ranges(block, handler, exception);
  Register outer = b_->handling;
  b_->handling = exception;
  bool catches_all = false;
  for (ast::ExceptHandler* clause : stmt.handlers) {
    At at(*this, clause->position);
    Temporaries temporaries(*this);
    Label next;
    b_->assigned = before;
    b_->reachable = true;
    if (clause->type != nullptr) {
      Register matched = fresh(clause->type);
      At at_type(*this, clause->type->position);
      b_->emit(Op::MatchException, matched, exception, matched);
      b_->jump(Op::JumpIfFalse, next, matched);
    } else {
      catches_all = true;
      b_->mark_line(clause->position);
    }
    Block handling(Block::Kind::Handler);
    handling.outer = outer;
    b_->blocks.push_back(std::move(handling));
    if (clause->name.empty()) {
      statements(clause->body);
    } else {
      store_name(clause->name, exception);
      // The name is unbound at the end of the clause, however that comes.
      Block named(Block::Kind::Named);
      named.name = clause->name;
      b_->blocks.push_back(std::move(named));
      b_->open_range(Block(Block::Kind::Range));
      statements(clause->body);
      Block body = b_->close_range();
      b_->blocks.pop_back();
      auto unbind = [&] {
        Temporaries inner(*this);
        Lineless lineless(*this);
        Register none = b_->temporary();
        constant({Constant::None{}}, none);
        store_name(clause->name, none);
        delete_name(clause->name);
      };
      Label fine;
      bool through = b_->reachable;
      if (through) {
        unbind();
        jump_on(fine);
      }
      Label failed;
      b_->bind(failed);
      Register second = b_->temporary();
      b_->add_ranges(body, failed, second);
      unbind();
      {
        Lineless lineless(*this);
        b_->emit(Op::Reraise, second);
      }
      b_->bind(fine);
      b_->reachable = through;
    }
    b_->blocks.pop_back();
    if (b_->reachable) {
      Lineless lineless(*this);
      b_->emit(Op::LeaveHandler, outer);
      b_->jump(Op::Jump, end);
      reachable = true;
    }
    b_->bind(next);
  }
  if (!catches_all) {
    Lineless lineless(*this);
    b_->emit(Op::Reraise, exception);
  }
  b_->handling = outer;
  b_->bind(end);
  b_->assigned = before;
  b_->reachable = reachable;
}

}  // namespace threadbook::python
