// try … except* (PEP 654): every clause takes its part of a group of exceptions.
//
// What the clauses raise is gathered in a list, and so is what none of them took; at the end the
// library makes of them what goes on being raised, if anything does.
#include "python/compiler/generator.h"

namespace threadbook::python {

void CodeGenerator::try_star(const ast::TryStar& stmt) {
  with_finally(stmt.finalbody, [&] { try_except_star(stmt); });
}

void CodeGenerator::try_except_star(const ast::TryStar& stmt) {
  const auto before = b_->assigned;
  b_->open_range(Block(Block::Kind::Range));
  statements(stmt.body);
  Block block = b_->close_range();
  Label end;
  bool reachable = b_->reachable;
  if (reachable) {
    statements(stmt.orelse);
    reachable = b_->reachable;
    if (reachable) jump_on(end);
  }
  Label handler;
  b_->bind(handler);
  Register exception = b_->temporary();
  b_->add_ranges(block, handler, exception);
  const Register outer = b_->handling;
  Register raised = b_->temporary();
  // The part a clause takes, and behind it what is left for the next.
  Register taken = b_->temporaries(2);
  const auto left = static_cast<Register>(taken + 1);
  {
    Lineless lineless(*this);
    b_->emit(Op::BuildList, raised, 0, 0);
    b_->emit(Op::Move, left, exception);
  }
  for (ast::ExceptHandler* clause : stmt.handlers) {
    At at(*this, clause->position);
    Temporaries temporaries(*this);
    Label next;
    b_->assigned = before;
    b_->reachable = true;
    b_->handling = exception;
    Register type = fresh(clause->type);
    b_->emit(Op::MatchGroup, type, left, type);
    b_->emit(Op::Unpack, taken, type, 2);
    b_->emit(Op::TestNone, taken, 0, 1);
    b_->jump(Op::Jump, next);
    except_star_clause(*clause, exception, taken, raised);
    b_->bind(next);
  }
  b_->handling = outer;
  b_->assigned = before;
  b_->reachable = true;
  Lineless lineless(*this);
  b_->emit(Op::ListAppend, raised, left);
  b_->emit(Op::JoinGroup, raised, exception, raised);
  Label handled;
  b_->emit(Op::TestNone, raised, 0, 1);
  b_->jump(Op::Jump, handled);
  b_->emit(Op::LeaveHandler, outer);
  b_->emit(Op::Reraise, raised);
  b_->bind(handled);
  b_->emit(Op::LeaveHandler, outer);
  b_->bind(end);
}

void CodeGenerator::except_star_clause(const ast::ExceptHandler& clause, Register exception, Register taken,
                                       Register raised) {
  Label done;
  Lineless lineless(*this);
  b_->emit(Op::LeaveHandler, taken);  // what sys.exc_info() tells meanwhile
  b_->handling = taken;
  auto unbind = [&] {
    if (clause.name.empty()) return;
    Temporaries temporaries(*this);
    Register none = b_->temporary();
    constant({Constant::None{}}, none);
    store_name(clause.name, none);
    delete_name(clause.name);
  };
  b_->lineless = false;
  if (!clause.name.empty()) store_name(clause.name, taken);
  b_->open_range(Block(Block::Kind::Range));
  statements(clause.body);
  Block body = b_->close_range();
  b_->lineless = true;
  b_->handling = exception;
  if (b_->reachable) {
    unbind();
    b_->emit(Op::LeaveHandler, exception);
    b_->jump(Op::Jump, done);
  }
  Label failed;
  b_->bind(failed);
  b_->reachable = true;
  Register another = b_->temporary();
  b_->add_ranges(body, failed, another);
  unbind();
  b_->emit(Op::ListAppend, raised, another);
  b_->emit(Op::LeaveHandler, exception);
  b_->bind(done);
}

}  // namespace threadbook::python
