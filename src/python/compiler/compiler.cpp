#include "python/compiler/compiler.h"

#include "python/compiler/generator.h"
#include "python/syntax/checks.h"
#include "python/syntax/parser.h"
#include "python/syntax/symtable.h"

namespace threadbook::python {

namespace {

// The `lineno`th line of `source`, with its newline.
std::string line_of(std::string_view source, std::uint32_t lineno) {
  std::size_t begin = 0;
  for (std::uint32_t line = 1; line < lineno; ++line) {
    std::size_t end = source.find('\n', begin);
    if (end == std::string_view::npos) return "";
    begin = end + 1;
  }
  std::size_t end = source.find('\n', begin);
  return std::string(source.substr(begin, end == std::string_view::npos ? end : end - begin + 1));
}

// Characters in the first `bytes` bytes of `line`, counted from 1.
std::uint32_t column_of(std::string_view line, std::uint32_t bytes) {
  std::uint32_t column = 1;
  for (std::size_t i = 0; i < bytes && i < line.size(); ++i) {
    if ((static_cast<unsigned char>(line[i]) & 0xC0) != 0x80) ++column;
  }
  return column;
}

SyntaxError error_at(std::string_view source, const ast::Position& position, std::string message) {
  SyntaxError error;
  error.message = std::move(message);
  error.lineno = position.lineno;
  error.end_lineno = position.end_lineno;
  error.text = line_of(source, position.lineno);
  error.offset = column_of(error.text, position.col_offset);
  error.end_offset = column_of(line_of(source, position.end_lineno), position.end_col_offset);
  return error;
}

template <class Tree>
CompileResult generate(const Tree& tree, std::string_view source, std::string_view filename,
                       const CompileOptions& options) {
  SymbolTable symbols = build_symbol_table(tree, options.future_features);
  if (auto error = check(tree, symbols, source)) return {nullptr, std::move(error)};
  CodeGenerator generator(symbols, filename, options);
  try {
    CompileResult result;
    if constexpr (std::is_same_v<Tree, ast::Module>) {
      result.code = generator.module(tree);
    } else {
      result.code = generator.expression(tree);
    }
    result.warnings = std::move(generator.warnings);
    for (SyntaxWarning& warning : result.warnings) warning.line = line_of(source, warning.lineno);
    return result;
  } catch (const Unsupported& unsupported) {
    return {nullptr,
            error_at(source, unsupported.position, std::string(unsupported.what) + " are not part of this Python yet")};
  } catch (const NestedTooDeep& nested) {
    SyntaxError error = error_at(source, nested.position, "maximum recursion depth exceeded during compilation");
    error.type = "RecursionError";
    return {nullptr, std::move(error)};
  } catch (const CodeTooBig& too_big) {
    return {nullptr, error_at(source, too_big.position, "this function is too big to compile")};
  }
}

}  // namespace

CompileResult compile(std::string_view source, std::string_view filename, const CompileOptions& options) {
  ParseOptions parse_options;
  if (options.mode == CompileMode::Eval) parse_options.mode = ParseMode::Eval;
  if (options.mode == CompileMode::Single) parse_options.mode = ParseMode::Single;
  ParseResult parsed = parse(source, filename, parse_options);
  if (parsed.error) return {nullptr, std::move(parsed.error)};
  CompileResult result = parsed.expression != nullptr ? generate(*parsed.expression, source, filename, options)
                                                      : generate(*parsed.module, source, filename, options);
  result.parsed = true;
  return result;
}

const char* name_of(Op op) {
  static constexpr const char* kNames[] = {
#define THREADBOOK_OP(name) #name,
      THREADBOOK_OPCODES(THREADBOOK_OP)
#undef THREADBOOK_OP
  };
  return kNames[static_cast<std::size_t>(op)];
}

std::string Code::disassemble() const {
  std::string text = qualname + ", " + std::to_string(registers) + " registers\n";
  for (std::size_t i = 0; i < instructions.size(); ++i) {
    const Instruction& in = instructions[i];
    text += "  " + std::to_string(i) + "\tline " + std::to_string(spans[i].line) + "\t" + name_of(in.op);
    bool jump = in.op == Op::Jump || in.op == Op::JumpBack || in.op == Op::JumpIfTrue || in.op == Op::JumpIfFalse;
    text += " " + std::to_string(in.a);
    if (jump) {
      text += " -> " + std::to_string(static_cast<std::int64_t>(i) + 1 + in.distance());
    } else {
      text += " " + std::to_string(in.b) + " " + std::to_string(in.c);
    }
    text += "\n";
  }
  for (const ExceptionRange& range : exception_ranges) {
    text += "  [" + std::to_string(range.begin) + ", " + std::to_string(range.end) + ") -> " +
            std::to_string(range.handler) + ", R" + std::to_string(range.reg) + "\n";
  }
  for (const auto& child : children) text += child->disassemble();
  return text;
}

}  // namespace threadbook::python
