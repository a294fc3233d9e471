#include "python/compiler/code_builder.h"

#include <cassert>
#include <cstring>
#include <utility>

namespace threadbook::python {

CodeBuilder::CodeBuilder(const Scope& scope, std::string_view filename, CodeBuilder* parent)
    : scope(scope), parent(parent), code(std::make_shared<Code>()) {
  code->name = scope.name;
  code->qualname = scope.qualname;
  code->filename = filename;
  code->first_line = scope.lineno == 0 ? 1 : scope.lineno;
  if (scope.is_generator) code->flags |= Code::kGenerator;
  if (scope.has_varargs) code->flags |= Code::kVarArgs;
  if (scope.has_varkeywords) code->flags |= Code::kVarKeywords;
  if (scope.is_nested) code->flags |= Code::kNested;
  if (scope.kind == Scope::Kind::Class) code->flags |= Code::kClassBody;
  if (scope.kind == Scope::Kind::Module) {
    code->flags |= Code::kModule;
    code->name = "<module>";
    code->qualname = "<module>";
  }
  bool function = scope.kind == Scope::Kind::Function || scope.kind == Scope::Kind::Lambda ||
                  scope.kind == Scope::Kind::Comprehension;
  auto add_local = [&](std::string_view name, bool is_assigned) {
    if (!locals_.emplace(name, next_).second) return;
    code->local_names.emplace_back(name);
    assigned.push_back(is_assigned);
    const Symbol* symbol = nullptr;
    for (const Symbol& s : scope.symbols) {
      if (s.name == name) symbol = &s;
    }
    may_be_deleted_.push_back(symbol != nullptr && symbol->deleted);
    if (may_be_deleted_.back()) assigned.back() = false;
    ++next_;
  };
  if (function) {
    if (scope.kind == Scope::Kind::Comprehension) {
      add_local(".0", true);
      code->parameters = code->positional = code->positional_only = 1;
    } else {
      for (std::string_view name : scope.parameters) add_local(name, true);
      code->parameters = static_cast<std::uint16_t>(scope.parameters.size());
    }
    for (std::string_view name : scope.locals) add_local(name, false);
  }
  // Cells of a class body (__class__) and of functions have a register too.
  for (std::string_view name : scope.cells) add_local(name, false);
  code->first_free = next_;
  for (std::string_view name : scope.frees) {
    frees_.emplace(name, next_);
    code->free_names.emplace_back(name);
    code->local_names.emplace_back(name);
    assigned.push_back(false);
    may_be_deleted_.push_back(true);
    ++next_;
  }
  code->registers = next_;
}

void CodeBuilder::mark_line(const ast::Position& position) {
  if (code->has(Code::kLibrary)) return;  // nobody traces it
  if (mark_ && mark_->lineno == position.lineno) return;
  show_mark();
  mark_ = position;
}

void CodeBuilder::show_mark() {
  if (!mark_) return;
  const ast::Position position = std::exchange(position_, *mark_);
  const bool was_lineless = std::exchange(lineless, true);
  emit(Op::Nop);
  position_ = position;
  lineless = was_lineless;
}

std::uint32_t CodeBuilder::emit(Op op, std::uint16_t a, std::uint16_t b, std::uint16_t c) {
  if (mark_ && !lineless && mark_->lineno != position_.lineno) show_mark();
  const ast::Position& position = mark_ && lineless ? *mark_ : position_;
  code->instructions.push_back({op, a, b, c});
  code->spans.push_back({position.lineno, position.end_lineno, position.col_offset, position.end_col_offset});
  if (!code->has(Code::kLibrary)) code->lineless.push_back(lineless && !mark_);
  mark_.reset();
  return here() - 1;
}

void CodeBuilder::jump(Op op, Label& label, std::uint16_t a) {
  // Every way back is a safe point.
  if (op == Op::Jump && label.target >= 0) op = Op::JumpBack;
  std::uint32_t index = emit(op, a);
  if (label.target >= 0) {
    code->instructions[index].set_distance(
        static_cast<std::int32_t>(label.target - static_cast<std::int64_t>(index) - 1));
  } else {
    label.references.push_back(index);
  }
}

void CodeBuilder::bind(Label& label) {
  assert(label.target < 0);
  show_mark();
  label.target = here();
  for (std::uint32_t index : label.references) {
    code->instructions[index].set_distance(
        static_cast<std::int32_t>(label.target - static_cast<std::int64_t>(index) - 1));
  }
  label.references.clear();
}

Register CodeBuilder::temporaries(std::size_t count) {
  if (next_ + count >= kNone) throw CodeTooBig{position_};
  Register first = next_;
  next_ = static_cast<Register>(next_ + count);
  if (next_ > code->registers) code->registers = next_;
  return first;
}

Register CodeBuilder::local(std::string_view mangled) const {
  auto found = locals_.find(mangled);
  return found == locals_.end() ? kNone : found->second;
}

Register CodeBuilder::free_variable(std::string_view mangled) const {
  auto found = frees_.find(mangled);
  return found == frees_.end() ? kNone : found->second;
}

// A text that two constants share only if they are the same, type included (1, 1.0, True, -0.0).
std::string CodeBuilder::key_of(const Constant& constant) {
  struct Visitor {
    std::string operator()(Constant::None) { return "N"; }
    std::string operator()(Constant::Ellipsis) { return "E"; }
    std::string operator()(bool b) { return b ? "T" : "F"; }
    std::string operator()(std::int64_t i) { return "i" + std::to_string(i); }
    std::string operator()(const Constant::BigInt& i) { return "I" + std::to_string(i.base) + ":" + i.digits; }
    std::string operator()(double d) {
      std::string key = "d        ";
      std::memcpy(key.data() + 1, &d, sizeof d);
      return key;
    }
    std::string operator()(const std::string& s) { return "s" + s; }
    std::string operator()(const Constant::Bytes& b) { return "b" + b.value; }
    std::string operator()(const Constant::Tuple& t) {
      std::string key = "(";
      for (const Constant& item : t.items) {
        std::string inner = key_of(item);
        key += std::to_string(inner.size()) + ":" + inner;
      }
      return key + ")";
    }
  };
  return std::visit(Visitor{}, constant.value);
}

std::uint16_t CodeBuilder::constant(const Constant& constant) {
  auto [place, added] = constants_.emplace(key_of(constant), static_cast<std::uint16_t>(code->constants.size()));
  if (added) {
    if (code->constants.size() + 1 >= kNone) throw CodeTooBig{position_};
    code->constants.push_back(constant);
  }
  return place->second;
}

std::uint16_t CodeBuilder::index_in(std::vector<std::string>& table,
                                    std::unordered_map<std::string, std::uint16_t>& index, std::string_view text) {
  auto [place, added] = index.emplace(std::string(text), static_cast<std::uint16_t>(table.size()));
  if (added) {
    if (table.size() + 1 >= kNone) throw CodeTooBig{position_};
    table.emplace_back(text);
  }
  return place->second;
}

std::uint16_t CodeBuilder::name(std::string_view text) { return index_in(code->names, names_, text); }
std::uint16_t CodeBuilder::global(std::string_view text) { return index_in(code->global_names, globals_, text); }

std::uint16_t CodeBuilder::cache(std::string_view text) {
  if (code->cache_names.size() + 1 >= kNone) throw CodeTooBig{position_};
  code->cache_names.emplace_back(text);
  return static_cast<std::uint16_t>(code->cache_names.size() - 1);
}

std::uint16_t CodeBuilder::child(std::shared_ptr<const Code> child) {
  code->children.push_back(std::move(child));
  return static_cast<std::uint16_t>(code->children.size() - 1);
}

void CodeBuilder::open_range(Block block) {
  show_mark();
  block.segment_begin = here();
  blocks.push_back(std::move(block));
}

Block CodeBuilder::close_range() {
  Block block = std::move(blocks.back());
  blocks.pop_back();
  block.segments.emplace_back(block.segment_begin, here());
  return block;
}

void CodeBuilder::add_ranges(const Block& block, const Label& handler, Register reg) {
  assert(handler.target >= 0);
  for (auto [begin, end] : block.segments) {
    if (begin < end) {
      code->exception_ranges.push_back({begin, end, static_cast<std::uint32_t>(handler.target), reg});
    }
  }
}

std::shared_ptr<const Code> CodeBuilder::finish() { return std::move(code); }

}  // namespace threadbook::python
