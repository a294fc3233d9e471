// Matches regular expressions: backtracking, as Python's are defined, on an explicit stack.
//
// There is no recursion, so no text is too long and no nesting too deep; and a search can be
// interrupted anywhere, since all it knows is its MatchState: a pattern that takes for ever must not
// keep a thread from its safe points. Cost: a few ns an instruction, 12 bytes a choice not yet made.
#pragma once

#include <cstddef>
#include <vector>

#include "python/modules/re_program.h"
#include "python/text/text_view.h"

namespace threadbook::python::re {

enum class Mode : std::uint8_t { Match, FullMatch, Search };
enum class Outcome : std::uint8_t { Matched, Failed, OutOfBudget };

struct MatchInput {
  const Word* program;
  TextView text;  // up to endpos: what is behind does not exist
  Mode mode;
  bool must_advance;  // an empty match at the first place does not count
};

// What is on the stack: something to try when all else fails, or what a register was.
struct StackEntry {
  Word what;  // the kind in the top two bits, a place in the program or a register below
  Word a;
  Word b;
};

struct MatchState {
  Word first = 0;  // where the search began
  Word start = 0;  // where the match begins
  Word position = 0;
  Word place = 0;  // in the program; 0: not begun
  std::vector<Word> registers;
  std::vector<StackEntry> stack;

  explicit MatchState(const Word* program, Word begin = 0)
      : first(begin), start(begin), registers(program[kRegisters], kUnset) {}
};

// Goes on with the search until it is decided or `budget` steps are used up. After Matched the match is
// [start, position), and the registers tell its groups.
Outcome match(const MatchInput& input, MatchState& state, std::int64_t& budget);

// Is `character` in the set at `set`?
bool in_set(const Word* set, char32_t character);
bool in_category(Category category, char32_t character);

}  // namespace threadbook::python::re
