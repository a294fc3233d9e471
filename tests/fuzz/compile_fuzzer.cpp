// Any bytes at all go through lexer, parser, symbol table and compiler: they compile or give a
// SyntaxError, and nothing else happens. The editor's colours are asked for as well.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "python/compiler/compiler.h"
#include "python/syntax/highlight.h"
#include "python/syntax/syntax_error.h"

using namespace threadbook::python;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view source(reinterpret_cast<const char*>(data), size);
  std::uint32_t end = 0;
  for (const HighlightSpan& span : highlight(source)) {
    if (span.start < end || span.end <= span.start || span.end > size) std::abort();
    end = span.end;
  }
  const CompileResult result = compile(source, "fuzz.py");
  if (result.error) {
    if (format_syntax_error(*result.error, "fuzz.py").empty()) std::abort();
  } else if (result.code == nullptr) {
    std::abort();
  }
  return 0;
}
