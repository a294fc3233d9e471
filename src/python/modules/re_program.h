// What a regular expression is compiled to: 32-bit words, which library/_re_compiler.py writes, and
// re_matcher.cpp executes.
//
// A header, then instructions of one word and their operands, then the character sets. Places in
// the program are counted in words from its beginning.
#pragma once

#include <cstdint>

namespace threadbook::python::re {

using Word = std::uint32_t;

// The header's words.
enum Header : Word {
  kRegisters,  // how many: two a group, one for lastindex, and what loops need
  kGroups,
  kIsText,    // is it for str, not for bytes?
  kMinWidth,  // no shorter text matches
  kStart,     // a StartKind: what a match begins with
  kStartOperand,
  kCode,  // the first instruction
};

enum class StartKind : Word { Anything, Character, Set, BeginningOfText };

enum class Op : Word {
  Fail,
  Success,
  // One character each.
  Character,      // character
  CharacterFold,  // lower-case character, compared with the text's in lower case
  CharacterFoldAscii,
  Any,
  AnyButNewline,
  Set,      // place of the set
  SetFold,  // the same, for the text's character in lower case
  SetFoldAscii,
  // Nothing is consumed.
  At,       // a Position
  Open,     // register
  Close,    // register, number of the group
  Jump,     // place
  Split,    // place to go on at if what follows fails
  IfGroup,  // group, place to go on at unless it has matched
  // Text of a group.
  Group,  // group
  GroupFold,
  GroupFoldAscii,
  // One character's instruction, repeated: minimum, maximum, place behind it; then the instruction.
  RepeatGreedy,
  RepeatLazy,
  RepeatPossessive,
  // Anything, repeated. Two registers: the count, and where the last turn began.
  Loop,       // register, place of its Until
  Until,      // register, minimum, maximum, place of the body
  UntilLazy,  // the same; an Again stands behind it
  Again,      // place of the UntilLazy
  // What has matched is not tried in another way. One register: the height of the stack.
  Atomic,     // register
  EndAtomic,  // register
  // Looking around. Two registers: the height of the stack, the position.
  Look,        // register
  EndLook,     // register
  LookNot,     // register, place to go on at if nothing matches
  EndLookNot,  // register
  Back,        // how many characters
};

enum class Position : Word {
  BeginningOfText,
  BeginningOfLine,
  End,  // or before a newline at the end
  EndOfLine,
  EndOfText,
  WordBoundary,
  NoWordBoundary,
  WordBoundaryAscii,
  NoWordBoundaryAscii,
};

enum class Category : Word { Digit, NoDigit, Space, NoSpace, WordCharacter, NoWordCharacter };

// A set: 8 words, a bit for each character below 256; then for the others
enum SetLayout : Word {
  kSetNegated = 8,  // are the ranges what does not belong to it?
  kSetRanges,       // how many: pairs of a first and a last character, sorted, from kSetData on
  kSetCategories,   // how many, behind the ranges; also negated
  kSetData,
};

constexpr Word kUnlimited = 0xFFFF'FFFF;
constexpr Word kUnset = 0xFFFF'FFFF;  // a register that says nothing

}  // namespace threadbook::python::re
