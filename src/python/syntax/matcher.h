// A matching machine for parsing expression grammars over tokens.
//
// The grammar's text (grammar.h) is compiled into a list of instructions; the machine runs them
// with a stack of its own (after Medeiros and Ierusalimschy, "A Parsing Machine for PEGs", 2008),
// so that the nesting of a program never becomes nesting of C++ calls. It decides, it builds
// nothing: what matched is a range of tokens, and an action asks its host what that means.
#pragma once

#include <cstdint>
#include <vector>

#include "python/syntax/grammar.h"
#include "python/syntax/lexer.h"

namespace threadbook::python {

// Tokens [start, end).
struct TokenRange {
  std::uint32_t start = 0;
  std::uint32_t end = 0;
};

class Matcher {
 public:
  // What an action answers.
  enum class Verdict : std::uint8_t {
    Accept,  // go on
    Refuse,  // the whole rule fails, without its further alternatives
    Stop,    // an error was found
  };

  // Who knows what actions mean.
  class Host {
   public:
    virtual ~Host() = default;
    virtual Verdict act(const GrammarAction& action, TokenRange a, TokenRange b, std::uint32_t at) = 0;
    // The token at `at` had to be one of `kind`.
    virtual void missing(std::uint32_t at, TokenKind kind) = 0;
    // Matching reached the token that the lexer failed at.
    virtual void lexical() = 0;
  };

  Matcher(const Tokens& tokens, Host& host) : tokens_(tokens), host_(host) {}

  // Matches `rule` from the first token. False: no match, or stopped.
  bool run(std::uint32_t rule, bool with_error_rules);

  // The number of tokens looked at so far, in all runs.
  std::uint32_t filled() const { return filled_; }
  bool stopped() const { return stopped_; }

 private:
  static constexpr std::uint32_t kNoFrame = 0xffffffff;

  struct Entry {
    bool call;             // a rule being matched, or a choice
    bool error_rules;      // call: to be restored
    std::uint32_t resume;  // instruction: call: to return to; choice: the alternative
    std::uint32_t at;      // token
    std::uint32_t rule;    // call
    std::uint32_t frame;   // call: the frame of the caller
    TokenRange labels[2];  // call
  };
  struct Memory {
    std::uint32_t rule;
    std::uint32_t end;  // kNoFrame: it fails
  };

  bool step(const Grammar& grammar, const Grammar::Instruction& instruction);
  bool fail(const Grammar& grammar);
  bool call(const Grammar& grammar, std::uint32_t rule);
  bool fetch();  // false: the lexer's error stands here
  void remember(const Grammar& grammar, const Entry& entry, std::uint32_t end);
  void forget();

  const Tokens& tokens_;
  Host& host_;
  std::vector<Entry> stack_;
  std::vector<std::vector<Memory>> memory_;  // by token
  std::uint32_t forgotten_ = 0;
  std::uint32_t pc_ = 0;
  std::uint32_t at_ = 0;
  std::uint32_t frame_ = kNoFrame;
  std::uint32_t filled_ = 0;
  bool error_rules_ = false;
  bool stopped_ = false;
  bool matched_ = false;
};

}  // namespace threadbook::python
