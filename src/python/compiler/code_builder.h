// Builds one Code: emits instructions, gives out registers, constants and names, resolves labels.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "python/compiler/code.h"
#include "python/syntax/ast.h"
#include "python/syntax/symtable.h"

namespace threadbook::python {

using Register = std::uint16_t;

struct Label {
  std::int64_t target = -1;               // instruction index once bound
  std::vector<std::uint32_t> references;  // jumps that wait for it
};

// What a return, break or continue must undo on its way out, innermost last.
struct Block {
  enum class Kind : std::uint8_t {
    Loop,     // `for` or `while`
    Range,    // a try body: instructions emitted outside it must leave its exception range
    Finally,  // a Range that also has a finally body to run
    With,     // a Range whose context manager must be exited
    Handler,  // an except body: handling ends
    Named,    // an except body `as name`: the name is unbound
  };
  explicit Block(Kind kind) : kind(kind) {}

  Kind kind;
  Label* break_label = nullptr;
  Label* continue_label = nullptr;
  // Range, Finally, With: the instructions inside, without the exits compiled among them.
  std::uint32_t segment_begin = 0;
  std::vector<std::pair<std::uint32_t, std::uint32_t>> segments;
  Register reg = 0;                  // With: the exit method and its self
  std::span<ast::Stmt*> final_body;  // Finally
  Register outer = kNone;            // Handler: register of the exception handled outside
  std::string_view name;             // Named
  ast::Position position{};          // With: the item, for its clean-up
};

class CodeBuilder {
 public:
  CodeBuilder(const Scope& scope, std::string_view filename, CodeBuilder* parent);

  const Scope& scope;
  CodeBuilder* const parent;
  std::shared_ptr<Code> code;

  // ---- instructions ----
  std::uint32_t emit(Op op, std::uint16_t a = 0, std::uint16_t b = 0, std::uint16_t c = 0);
  void extra(std::uint16_t a, std::uint16_t b = 0, std::uint16_t c = 0) { emit(Op::Extra, a, b, c); }
  void jump(Op op, Label& label, std::uint16_t a = 0);
  void bind(Label& label);
  std::uint32_t here() const { return static_cast<std::uint32_t>(code->instructions.size()); }
  void at(const ast::Position& position) { position_ = position; }
  const ast::Position& position() const { return position_; }
  // ---- lines, for who traces a program ----
  // The line of `position` counts as executed here. What comes next shows that, if it is of that line or of
  // none; else there is a Nop for it.
  void mark_line(const ast::Position& position);
  // Of no line: an instruction that no statement asks for, like the jump from the end of a loop's body. It
  // belongs to the line executed before it.
  bool lineless = false;

  // ---- registers ----
  Register temporary() { return temporaries(1); }
  Register temporaries(std::size_t count);
  Register next_temporary() const { return next_; }
  void release_to(Register mark) { next_ = mark; }
  Register local(std::string_view mangled) const;  // kNone if it has no register
  Register free_variable(std::string_view mangled) const;

  // ---- tables ----
  std::uint16_t constant(const Constant& constant);
  std::uint16_t name(std::string_view text);
  std::uint16_t global(std::string_view text);
  std::uint16_t cache(std::string_view text);  // a new one for every use
  std::uint16_t child(std::shared_ptr<const Code> code);

  // ---- which locals surely have a value ----
  bool is_assigned(Register local) const { return local < assigned.size() && assigned[local]; }
  void set_assigned(Register local) {
    if (local < assigned.size() && !may_be_deleted_[local]) assigned[local] = true;
  }
  std::vector<bool> assigned;
  bool reachable = true;

  std::vector<Block> blocks;
  Register handling = kNone;  // register of the exception whose handler is being compiled

  // The innermost block, a range, begins or ends here.
  void open_range(Block block);
  Block close_range();
  // What `block` covered goes on at `handler` (bound) with the exception in `reg`.
  void add_ranges(const Block& block, const Label& handler, Register reg);
  std::shared_ptr<const Code> finish();

 private:
  void show_mark();

  static std::string key_of(const Constant& constant);
  std::uint16_t index_in(std::vector<std::string>& table, std::unordered_map<std::string, std::uint16_t>& index,
                         std::string_view text);

  ast::Position position_{};
  std::optional<ast::Position> mark_;
  Register next_ = 0;
  std::unordered_map<std::string_view, Register> locals_;
  std::unordered_map<std::string_view, Register> frees_;
  std::vector<bool> may_be_deleted_;
  std::unordered_map<std::string, std::uint16_t> constants_, names_, globals_;
};

// Thrown inside the compiler when a function is too big for 16-bit operands; compile() makes it a
// SyntaxError.
struct CodeTooBig {
  ast::Position position;
};

}  // namespace threadbook::python
