// Functions, classes, lambdas and comprehensions: each is a Code of its own.
#include "python/compiler/generator.h"

namespace threadbook::python {

std::shared_ptr<const Code> CodeGenerator::build(const Scope& scope, const std::function<void()>& body) {
  CodeBuilder builder(scope, filename_, b_);
  if (options_.library) builder.code->flags |= Code::kLibrary;
  builder.code->future_features = symbols_.features();
  if (b_ != nullptr) builder.at(b_->position());
  CodeBuilder* outer = b_;
  b_ = &builder;
  if (scope.kind == Scope::Kind::Module) builder.code->names_in_locals = options_.names_in_locals;
  prologue();
  body();
  b_ = outer;
  return builder.finish();
}

// Captured parameters and locals live in cells.
void CodeGenerator::prologue() {
  if (b_->scope.kind == Scope::Kind::Module) return;
  for (std::string_view name : b_->scope.cells) {
    Register local = b_->local(name);
    Lineless lineless(*this);
    b_->emit(Op::MakeCell, local);
  }
}

std::shared_ptr<const Code> CodeGenerator::module(const ast::Module& module) {
  return build(symbols_.top(), [&] {
    Constant storage;
    std::span<ast::Stmt*> body = module.body;
    const ast::Position* doc_position = body.empty() ? nullptr : &body[0]->position;
    if (const Constant* doc = docstring(body, storage)) {
      At at(*this, *doc_position);
      Register text = b_->temporary();
      constant(*doc, text);
      b_->emit(Op::StoreGlobal, text, b_->global("__doc__"));
      b_->release_to(text);
    }
    setup_annotations();
    statements(body);
    return_none();
  });
}

void CodeGenerator::return_none() {
  Lineless lineless(*this);
  Register none = b_->temporary();
  constant({Constant::None{}}, none);
  b_->emit(Op::Return, none);
}

std::shared_ptr<const Code> CodeGenerator::expression(const ast::Expression& expression) {
  return build(symbols_.top(), [&] {
    At at(*this, expression.body->position);
    b_->emit(Op::Return, fresh(expression.body));
  });
}

const Constant* CodeGenerator::docstring(std::span<ast::Stmt*>& body, Constant& storage) {
  if (body.empty() || body[0]->kind != ast::Stmt::Kind::ExprStmt) return nullptr;
  ast::Expr* expr = ast::as<ast::ExprStmt>(body[0])->value;
  if (expr->kind != ast::Expr::Kind::Constant) return nullptr;
  auto* constant = ast::as<ast::Constant>(expr);
  if (constant->type != ast::Constant::Type::Str) return nullptr;
  storage.value = std::string(constant->text);
  body = body.subspan(1);
  return &storage;
}

// `options`: three registers, the defaults, the keyword-only defaults, the annotations.
void CodeGenerator::make_function(std::shared_ptr<const Code> code, Register options, Register to) {
  for (const std::string& name : code->free_names) {
    Register cell = b_->free_variable(name);
    if (cell == kNone) cell = b_->local(name);
    const_cast<Code&>(*code).captures.push_back(cell);
  }
  b_->emit(Op::MakeFunction, to, b_->child(std::move(code)), options);
}

void CodeGenerator::function(const ast::Node& node, ast::Arguments* arguments, ast::Expr* returns,
                             const std::function<void()>& body, Register to) {
  Temporaries temporaries(*this);
  Register options = b_->temporaries(3);
  auto option = [&](int i) { return static_cast<Register>(options + i); };
  if (arguments->defaults.empty()) {
    constant({Constant::None{}}, option(0));
  } else {
    sequence(ast::Expr::Kind::Tuple, arguments->defaults, option(0));
  }
  bool any = false;
  for (ast::Expr* value : arguments->kw_defaults) any |= value != nullptr;
  if (any) {
    b_->emit(Op::BuildDict, option(1), 0, 0);
    for (std::size_t i = 0; i < arguments->kwonlyargs.size(); ++i) {
      if (arguments->kw_defaults[i] != nullptr) {
        Temporaries inner(*this);
        Register name = b_->temporary();
        constant({attribute_name(arguments->kwonlyargs[i]->arg)}, name);
        b_->emit(Op::DictSet, option(1), name, value(arguments->kw_defaults[i]));
      }
    }
  } else {
    constant({Constant::None{}}, option(1));
  }
  auto put_annotation = [&](std::string_view key, ast::Expr* item) {
    Temporaries inner(*this);
    Register name = b_->temporary();
    constant({attribute_name(key)}, name);
    b_->emit(Op::DictSet, option(2), name, annotation(item));
  };
  std::vector<ast::Arg*> annotated;
  auto consider = [&](ast::Arg* arg) {
    if (arg != nullptr && arg->annotation != nullptr) annotated.push_back(arg);
  };
  for (ast::Arg* arg : arguments->args) consider(arg);
  for (ast::Arg* arg : arguments->posonlyargs) consider(arg);
  consider(arguments->vararg);
  for (ast::Arg* arg : arguments->kwonlyargs) consider(arg);
  consider(arguments->kwarg);
  if (annotated.empty() && returns == nullptr) {
    constant({Constant::None{}}, option(2));
  } else {
    b_->emit(Op::BuildDict, option(2), 0, 0);
    for (ast::Arg* arg : annotated) put_annotation(arg->arg, arg->annotation);
    if (returns != nullptr) put_annotation("return", returns);
  }
  const Scope& scope = symbols_.at(&node);
  auto code = build(scope, [&] {
    b_->code->positional_only = static_cast<std::uint16_t>(arguments->posonlyargs.size());
    b_->code->positional = static_cast<std::uint16_t>(arguments->posonlyargs.size() + arguments->args.size());
    b_->code->keyword_only = static_cast<std::uint16_t>(arguments->kwonlyargs.size());
    body();
  });
  make_function(std::move(code), options, to);
}

// What is decorated begins at its first decorator.
void CodeGenerator::begin_at(std::span<ast::Expr*> decorators) {
  if (!decorators.empty()) b_->code->first_line = decorators[0]->position.lineno;
}

void CodeGenerator::apply_decorators(std::span<ast::Expr*> decorators, Register function) {
  // decorator i lies in the register before decorator i + 1, the function after the last.
  for (std::size_t i = decorators.size(); i-- > 0;) {
    At at(*this, decorators[i]->position);
    auto base = static_cast<Register>(function - decorators.size() + i);
    b_->emit(Op::Call, base, 1, base);
  }
}

void CodeGenerator::function_def(const ast::FunctionDef& def) {
  Register first = b_->next_temporary();
  for (ast::Expr* decorator : def.decorator_list) {
    Register slot = b_->temporary();
    into(decorator, slot);
  }
  Register to = b_->temporary();
  function(
      def, def.args, def.returns,
      [&] {
        Constant storage;
        std::span<ast::Stmt*> body = def.body;
        begin_at(def.decorator_list);
        if (const Constant* doc = docstring(body, storage)) {
          b_->constant(*doc);
          b_->code->has_doc = true;
        }
        statements(body);
        if (b_->reachable) return_none();
      },
      to);
  apply_decorators(def.decorator_list, to);
  store_name(def.name, first);
}

void CodeGenerator::lambda(const ast::Lambda& lambda, Register to) {
  function(
      lambda, lambda.args, nullptr,
      [&] {
        At at(*this, lambda.body->position);
        b_->emit(Op::Return, value(lambda.body));
      },
      to);
}

void CodeGenerator::class_def(const ast::ClassDef& def) {
  Register first = b_->next_temporary();
  for (ast::Expr* decorator : def.decorator_list) {
    Register slot = b_->temporary();
    into(decorator, slot);
  }
  Register to = b_->temporary();
  {
    Temporaries temporaries(*this);
    Register base = b_->temporaries(4);
    Register options = b_->temporaries(3);
    for (int i = 0; i < 3; ++i) constant({Constant::None{}}, static_cast<Register>(options + i));
    const Scope& scope = symbols_.at(&def);
    auto code = build(scope, [&] {
      begin_at(def.decorator_list);
      Register text = b_->temporary();
      constant({b_->scope.qualname}, text);
      b_->emit(Op::StoreName, text, b_->name("__qualname__"));
      Constant storage;
      std::span<ast::Stmt*> body = def.body;
      const ast::Position* doc_position = body.empty() ? nullptr : &body[0]->position;
      if (const Constant* doc = docstring(body, storage)) {
        At at(*this, *doc_position);
        constant(*doc, text);
        b_->emit(Op::StoreName, text, b_->name("__doc__"));
      }
      b_->release_to(text);
      setup_annotations();
      statements(body);
      // The body returns its __class__ cell, which the new class is put into.
      Lineless lineless(*this);
      Register result = b_->temporary();
      if (b_->scope.needs_class_cell && b_->local("__class__") != kNone) {
        b_->emit(Op::Move, result, b_->local("__class__"));
      } else {
        constant({Constant::None{}}, result);
      }
      b_->emit(Op::Return, result);
    });
    make_function(std::move(code), options, base);
    constant({std::string(def.name)}, static_cast<Register>(base + 1));
    sequence(ast::Expr::Kind::Tuple, def.bases, static_cast<Register>(base + 2));
    auto keywords = static_cast<Register>(base + 3);
    if (def.keywords.empty()) {
      constant({Constant::None{}}, keywords);
    } else {
      b_->emit(Op::BuildDict, keywords, 0, 0);
      for (ast::Keyword* keyword : def.keywords) {
        Temporaries inner(*this);
        if (keyword->arg.empty()) {
          b_->emit(Op::DictMerge, keywords, value(keyword->value), base);
        } else {
          Register key = b_->temporary();
          constant({std::string(keyword->arg)}, key);
          b_->emit(Op::DictSet, keywords, key, value(keyword->value));
        }
      }
    }
    b_->emit(Op::BuildClass, to, base);
  }
  apply_decorators(def.decorator_list, to);
  store_name(def.name, first);
}

void CodeGenerator::comprehension(const ast::Expr& node, std::span<ast::Comprehension*> generators, ast::Expr* element,
                                  ast::Expr* item_value, Register to) {
  Register base = b_->temporaries(2);
  auto argument = static_cast<Register>(base + 1);
  for (ast::Comprehension* generator : generators) {
    if (generator->is_async) throw Unsupported{node.position, "async and await"};
  }
  {
    Temporaries temporaries(*this);
    Register options = b_->temporaries(3);
    for (int i = 0; i < 3; ++i) constant({Constant::None{}}, static_cast<Register>(options + i));
    auto code = build(symbols_.at(&node), [&] {
      b_->code->first_line = node.position.lineno;
      Register result = kNone;
      Op add = Op::Extra;
      switch (node.kind) {
        case ast::Expr::Kind::ListComp: add = Op::ListAppend; break;
        case ast::Expr::Kind::SetComp: add = Op::SetAdd; break;
        case ast::Expr::Kind::DictComp: add = Op::DictSet; break;
        default: b_->code->flags |= Code::kGenerator; break;
      }
      if (add != Op::Extra) {
        result = b_->temporary();
        Op make = add == Op::ListAppend ? Op::BuildList : add == Op::SetAdd ? Op::BuildSet : Op::BuildDict;
        b_->emit(make, result, 0, 0);
      }
      comprehension_loop(generators, 0, node.position, [&] {
        Temporaries inner(*this);
        if (add == Op::Extra) {
          Register ignored = b_->temporary();
          Register item = value(element);
          At at(*this, element->position);
          b_->emit(Op::Yield, ignored, item);
        } else if (add == Op::DictSet) {
          Register key = value(element);
          b_->emit(add, result, key, value(item_value));
        } else {
          b_->emit(add, result, value(element));
        }
      });
      Lineless lineless(*this);
      if (result == kNone) {
        result = b_->temporary();
        constant({Constant::None{}}, result);
      }
      b_->emit(Op::Return, result);
    });
    make_function(std::move(code), options, base);
    // The first iterable is evaluated here, outside of the comprehension's own scope.
    Register iterable = this->iterable(generators[0]->iter);
    At at(*this, node.position);
    b_->emit(Op::GetIter, argument, iterable);
  }
  b_->emit(Op::Call, base, 1, to);
}

void CodeGenerator::comprehension_loop(std::span<ast::Comprehension*> generators, std::size_t level,
                                       const ast::Position& position, const std::function<void()>& innermost) {
  if (level == generators.size()) {
    innermost();
    return;
  }
  ast::Comprehension& generator = *generators[level];
  Temporaries temporaries(*this);
  Register iterator = 0;  // the parameter .0
  if (level > 0) {
    iterator = b_->temporary();
    Temporaries inner(*this);
    Register iterable = this->iterable(generator.iter);
    At at(*this, position);
    b_->emit(Op::GetIter, iterator, iterable);
  }
  Label top, end;
  auto before = b_->assigned;
  Register target = kNone;
  if (generator.target->kind == ast::Expr::Kind::Name) {
    target = plain_local(ast::as<ast::Name>(generator.target)->id);
  }
  b_->bind(top);
  Register item = target != kNone ? target : b_->temporary();
  {
    At at(*this, position);
    b_->emit(Op::ForIter, iterator, item);
    b_->jump(Op::Jump, end);
  }
  if (target != kNone) {
    b_->set_assigned(target);
  } else {
    store(generator.target, item);
  }
  for (ast::Expr* condition : generator.ifs) jump_if(condition, false, top);
  comprehension_loop(generators, level + 1, position, innermost);
  jump_on(top);
  b_->bind(end);
  b_->assigned = before;
}

}  // namespace threadbook::python
