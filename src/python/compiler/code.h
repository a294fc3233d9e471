// Code: what the compiler makes of one function, class body, comprehension or module.
//
// Immutable, without a pointer into any heap, shared by every run that executes it (the library's
// code is compiled once a process). A run links it (vm/linked_code.h): makes the constants in its
// heap, finds the cells of the globals, and gives it inline caches.
#pragma once

#include <memory>
#include <string>
#include <variant>
#include <vector>

#include "python/compiler/opcodes.h"

namespace threadbook::python {

// A constant before it is in a heap.
struct Constant {
  struct None {};
  struct Ellipsis {};
  struct BigInt {
    std::string digits;
    int base;
  };
  struct Bytes {
    std::string value;
  };
  struct Tuple {
    std::vector<Constant> items;
  };
  std::variant<None, Ellipsis, bool, std::int64_t, BigInt, double, std::string /* UTF-8 */, Bytes, Tuple> value;
};

// Where an instruction's source is. Lines from 1; columns are UTF-8 byte offsets from 0.
struct SourceSpan {
  std::uint32_t line, end_line, column, end_column;
};

// While an instruction in [begin, end) runs, an exception goes on at `handler`, with the exception
// in R[reg], and is from then on the one being handled. Inner ranges come first.
struct ExceptionRange {
  std::uint32_t begin, end, handler;
  std::uint16_t reg;
};

struct Code {
  enum Flag : std::uint32_t {
    kGenerator = 1,
    kVarArgs = 2,
    kVarKeywords = 4,
    kClassBody = 8,
    kModule = 16,
    kLibrary = 32,  // library code: left out of tracebacks, as C functions are in CPython
    kNested = 64,
  };

  std::string name;
  std::string qualname;
  std::string filename;
  std::uint32_t first_line = 1;
  std::uint32_t flags = 0;
  std::uint32_t future_features = 0;  // syntax/future.h

  // Registers: positional parameters, keyword-only ones, *args, **kwargs, other locals, cells of
  // free variables, temporaries.
  std::uint16_t positional_only = 0;
  std::uint16_t positional = 0;  // including positional-only
  std::uint16_t keyword_only = 0;
  std::uint16_t parameters = 0;  // all, including *args and **kwargs
  std::uint16_t registers = 0;
  std::uint16_t first_free = 0;          // register of free variable 0; copied from the closure at entry
  std::vector<std::string> local_names;  // of registers 0 …, temporaries excluded
  std::vector<std::string> free_names;
  // For each free variable: the register of the enclosing frame that holds its cell.
  std::vector<std::uint16_t> captures;

  std::vector<Instruction> instructions;
  std::vector<SourceSpan> spans;  // one an instruction
  std::vector<bool> lineless;     // of a program's code, one an instruction: who traces sees no line there
  std::vector<Constant> constants;
  std::vector<std::string> names;         // S
  std::vector<std::string> global_names;  // of LoadGlobal and LoadName
  std::vector<std::string> cache_names;   // C
  std::vector<ExceptionRange> exception_ranges;
  std::vector<std::shared_ptr<const Code>> children;
  bool has_doc = false;          // K[0] is the docstring
  bool names_in_locals = false;  // of a module's code: see CompileOptions

  bool has(Flag flag) const { return (flags & flag) != 0; }
  std::string disassemble() const;
};

}  // namespace threadbook::python
