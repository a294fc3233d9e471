// CPython 3.11's grammar as the diagnosis sees it, error rules included.
//
// One rule per line, `name: alternatives`. 'x' is a keyword or punctuation, "x" a soft keyword, an
// upper-case word a kind of token, a lower-case word a rule; e? e* e+ as usual, `e % ','` one or
// more e with commas between; &e and !e look ahead; &&'x' must match or is the error "expected 'x'";
// ~ forbids the alternatives that follow; a=e names what e matched. A rule whose name ends in @
// remembers its results, as CPython's (memo) rules do; remembering changes nothing but, because
// results are shared between matching with and without the error rules, sometimes which error is
// found. Left recursion is written as repetition.
//
// In braces stands what a match means: the error to report, `{place "message"}`. Places: `at a`;
// `range a b`; `from a` (to where the lexer stands); `here` (the last token looked at); `indent`
// (the same, as an IndentationError). In messages %n is what kind of expression a is, %t its text,
// %l its line. `{name}` alone is a function of diagnosis.cpp.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace threadbook::python {

extern const std::string_view kGrammar;  // grammar_text.cpp

// One `{verb a b "message"}` of the grammar.
struct GrammarAction {
  std::string verb;
  std::string message;
};

// The compiled grammar; immutable, built on first use.
class Grammar {
 public:
  static const Grammar& python();

  explicit Grammar(std::string_view text);

  enum class Op : std::uint8_t {
    Token,        // argument: a TokenKind
    Soft,         // argument: into soft_keywords
    SoftKeyword,  // the beginning of any of match, case, _
    Call,         // argument: a rule
    ErrorCall,    // the same, but it fails unless looking for errors
    Return,
    Choice,         // on failure go on at `argument`, here
    Commit,         // drop the last choice and go to `argument`
    PartialCommit,  // the last choice is now here; go to `argument`
    BackCommit,     // drop the last choice, go back to where it was made, and on at `argument`
    FailTwice,      // drop the last choice and fail
    Fail,
    Cut,  // drop the last choice
    Jump,
    Force,   // a Token that must match
    Begin,   // argument: 0 for a, 1 for b: what matches from here …
    End,     // … to here
    Action,  // argument: into actions
  };
  struct Instruction {
    Op op;
    std::uint32_t argument;
  };
  struct Rule {
    std::string name;
    std::uint32_t start = 0;
    bool remembers = false;       // keeps its results
    bool without_errors = false;  // switches the error rules off inside
  };

  std::uint32_t rule(std::string_view name) const { return names_.at(std::string(name)); }

  std::vector<Instruction> code;
  std::vector<Rule> rules;
  std::vector<GrammarAction> actions;
  std::vector<std::string> soft_keywords;

 private:
  class Compiler;
  std::unordered_map<std::string, std::uint32_t> names_;
};

}  // namespace threadbook::python
