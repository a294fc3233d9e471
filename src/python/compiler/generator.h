// The code generator behind compile(): walks the tree of one program. Private to src/python/compiler.
#pragma once

#include <functional>
#include <string>
#include <utility>

#include "python/compiler/code_builder.h"
#include "python/compiler/compiler.h"

namespace threadbook::python {

// What the engine does not know yet, met in a program: compile() makes it a SyntaxError.
struct Unsupported {
  ast::Position position;
  std::string_view what;  // "complex numbers"
};

// An expression nested so deep that compiling it might overflow the stack: a RecursionError.
struct NestedTooDeep {
  ast::Position position;
};

// One object compiles one program; `b` is the code being built, swapped for each nested scope.
class CodeGenerator {
 public:
  CodeGenerator(const SymbolTable& symbols, std::string_view filename, const CompileOptions& options)
      : symbols_(symbols), filename_(filename), options_(options) {}

  std::shared_ptr<const Code> module(const ast::Module& module);
  std::shared_ptr<const Code> expression(const ast::Expression& expression);
  std::vector<SyntaxWarning> warnings;  // found on the way, without their lines

 private:
  // Sets where the instructions emitted in its lifetime come from.
  class At {
   public:
    At(CodeGenerator& generator, const ast::Position& position);
    ~At();

   private:
    CodeBuilder& builder_;
    ast::Position saved_;
  };
  // The instructions emitted in its lifetime are of no line.
  class Lineless {
   public:
    explicit Lineless(CodeGenerator& generator)
        : lineless_(generator.b_->lineless), saved_(std::exchange(lineless_, true)) {}
    ~Lineless() { lineless_ = saved_; }

   private:
    bool& lineless_;
    const bool saved_;
  };
  // Temporaries taken in its lifetime are given back.
  class Temporaries {
   public:
    explicit Temporaries(CodeGenerator& generator);
    ~Temporaries();

   private:
    CodeBuilder& builder_;
    Register mark_;
  };

  // Joins the ways to one place: what is assigned on all of them is assigned there.
  class JoinedPaths {
   public:
    explicit JoinedPaths(CodeBuilder& builder) : builder_(builder) {}
    void leave();  // a way from here leads there, if there is a way here
    void join();   // this is the place
   private:
    CodeBuilder& builder_;
    bool reachable_ = false;
    std::vector<bool> assigned_;
  };

  // ---- functions.cpp ----
  std::shared_ptr<const Code> build(const Scope& scope, const std::function<void()>& body);
  void prologue();
  void function(const ast::Node& node, ast::Arguments* arguments, ast::Expr* returns, const std::function<void()>& body,
                Register to);
  void function_def(const ast::FunctionDef& def);
  void class_def(const ast::ClassDef& def);
  void lambda(const ast::Lambda& lambda, Register to);
  void comprehension(const ast::Expr& node, std::span<ast::Comprehension*> generators, ast::Expr* element,
                     ast::Expr* value, Register to);
  void comprehension_loop(std::span<ast::Comprehension*> generators, std::size_t level, const ast::Position& position,
                          const std::function<void()>& innermost);
  void make_function(std::shared_ptr<const Code> code, Register options, Register to);
  void begin_at(std::span<ast::Expr*> decorators);
  void apply_decorators(std::span<ast::Expr*> decorators, Register function);
  const Constant* docstring(std::span<ast::Stmt*>& body, Constant& storage);  // takes it off

  // ---- statements.cpp ----
  void statements(std::span<ast::Stmt*> body);
  void statement(ast::Stmt* stmt);
  void assign(const ast::Assign& stmt);
  void aug_assign(const ast::AugAssign& stmt);
  void ann_assign(const ast::AnnAssign& stmt);
  void annotated_place(ast::Expr* target);
  // The value of an annotation, or its text if the program asks for that.
  Register annotation(ast::Expr* expr);
  void setup_annotations();  // __annotations__, if this scope annotates variables
  void for_loop(const ast::For& stmt);
  void while_loop(const ast::While& stmt);
  void if_chain(const ast::If* stmt);
  void return_(const ast::Return& stmt);
  void leave_loop(bool is_break);
  void jump_on(Label& label);  // of no line
  void return_none();          // the same
  void raise(const ast::Raise& stmt);
  void assert_(const ast::Assert& stmt);
  void import(const ast::Import& stmt);
  void import_from(const ast::ImportFrom& stmt);
  void delete_(ast::Expr* target);
  void show_value(ast::Expr* expr);
  void with(std::span<ast::WithItem*> items, std::span<ast::Stmt*> body, const ast::Position& position);
  void try_(const ast::Try& stmt);
  void try_except(const ast::Try& stmt);
  void with_finally(std::span<ast::Stmt*> final_body, const std::function<void()>& body);
  // Compiles the clean-up of the blocks above `depth`, as for an exit to there; afterwards they are
  // in force again. `exit` emits what comes after the clean-up.
  void unwind(std::size_t depth, const std::function<void()>& exit);
  void call_exit_normally(Register exit, const ast::Position& position);

  // ---- suspicions.cpp ----
  void warn(const ast::Position& position, std::string message);
  void suspect_compare(const ast::Compare& expr);
  void suspect_call(const ast::Call& expr);
  void suspect_subscript(const ast::Subscript& expr);
  void suspect_assert(const ast::Assert& stmt);

  // ---- except_star.cpp ----
  void try_star(const ast::TryStar& stmt);
  void try_except_star(const ast::TryStar& stmt);
  void except_star_clause(const ast::ExceptHandler& clause, Register exception, Register taken, Register raised);

  // ---- patterns.cpp ----
  // Where the values of the names of one case's pattern wait, one register each.
  struct Captures {
    std::vector<std::string_view> names;
    Register first = kNone;
  };
  void match(const ast::Match& stmt);
  // Tests the value in `subject`; goes on behind if it matches, to `fail` if not.
  void pattern(ast::Pattern* pattern, Register subject, Label& fail, const Captures& captures);
  void sequence_pattern(const ast::MatchSequence& pattern, Register subject, Label& fail, const Captures& captures);
  void mapping_pattern(const ast::MatchMapping& pattern, Register subject, Label& fail, const Captures& captures);
  void class_pattern(const ast::MatchClass& pattern, Register subject, Label& fail, const Captures& captures);
  void capture(std::string_view name, Register from, const Captures& captures);

  // ---- variables.cpp ----
  void load_name(std::string_view name, Register to);
  void store_name(std::string_view name, Register from);
  void delete_name(std::string_view name);
  void store(ast::Expr* target, Register from);
  // `__x` inside class C is `_C__x`, also as an attribute.
  std::string attribute_name(std::string_view name) const;
  // The register of the local `name` if it lives in one and may be written directly, else kNone.
  Register plain_local(std::string_view name) const;
  // Where `name` lives, for the code being built.
  Resolution resolve(std::string_view name) const;

  // ---- expressions.cpp ----
  // The value of `expr` in `to`. `to` may be a local: it is written only when all is evaluated.
  void into(ast::Expr* expr, Register to);
  // The value of `expr` in some register: a local's own, or a temporary.
  Register value(ast::Expr* expr);
  // The value in a new temporary.
  Register fresh(ast::Expr* expr);
  void jump_if(ast::Expr* expr, bool condition, Label& label);
  void compare_jump(ast::CompareOperator op, Register left, ast::Expr* right, bool condition, Label& label);
  void binary(const ast::BinOp& expr, Register to);
  void bool_op(const ast::BoolOp& expr, Register to);
  void compare(const ast::Compare& expr, Register to);
  void compare_one(ast::CompareOperator op, Register left, Register right, Register to);
  void call(const ast::Call& expr, Register to);
  bool zero_argument_super(const ast::Call& expr, Register to);
  void call_with_stars(const ast::Call& expr, Register to);
  void sequence(ast::Expr::Kind kind, std::span<ast::Expr*> items, Register to);
  // The value of `expr` for a loop over it: a set display of constants stays a frozenset in CPython.
  Register iterable(ast::Expr* expr);
  void dict(const ast::Dict& expr, Register to);
  void joined_str(const ast::JoinedStr& expr, Register to);
  void formatted_value(const ast::FormattedValue& expr, Register to);
  void subscript(const ast::Subscript& expr, Register to);
  void slice(const ast::Slice& expr, Register to);
  void yield_from(const ast::YieldFrom& expr, Register to);
  void constant(const Constant& value, Register to);
  Register scratch(Register to);
  bool constant_of(ast::Expr* expr, Constant& out) const;
  bool small_constant(ast::Expr* expr, std::int16_t& out) const;

  const SymbolTable& symbols_;
  std::string_view filename_;
  const CompileOptions options_;
  CodeBuilder* b_ = nullptr;
  int depth_ = 0;                  // of into() within into()
  bool iterates_display_ = false;  // within iterable()
};

}  // namespace threadbook::python
