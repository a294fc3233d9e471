// What is wrong with a program that does not parse, in CPython's words.
//
// CPython finds its messages by parsing twice: once with the grammar, and if that fails once more
// with extra rules for well-known mistakes. Which rule speaks first depends on the order in which
// the PEG parser tries alternatives, so the only way to say the same is to try them in the same
// order. diagnosis.cpp holds that grammar as text, compiled on first use into instructions for a
// small matching machine with memory; it builds no tree and keeps its own stack on the heap.
// Time: about a microsecond per token; only malformed programs pay it.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "python/syntax/lexer.h"
#include "python/syntax/syntax_error.h"

namespace threadbook::python {

enum class GrammarStart : std::uint8_t { File, Interactive, Eval, ReplacementField };

// The error of the program `tokens`, which the parser refused.
SyntaxError diagnose(const Tokens& tokens, GrammarStart start);

// The error `error` of the lexer in the text `tokens` was made of.
SyntaxError lexical_error(const Tokens& tokens, const LexicalError& error);

}  // namespace threadbook::python
