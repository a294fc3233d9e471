#include "python/syntax/grammar.h"

#include <cassert>
#include <cctype>
#include <utility>

#include "python/syntax/lexer.h"

namespace threadbook::python {

namespace {

using Op = Grammar::Op;

}  // namespace

// The notation is grammar.h's. The text is our own, so what is wrong with it is an assertion.
class Grammar::Compiler {
 public:
  Compiler(Grammar& grammar, std::string_view text) : grammar_(grammar), text_(text) {}

  void run() {
    while (skip_lines()) {
      std::string name = word();
      std::uint32_t rule = rule_named(name);
      Grammar::Rule& r = grammar_.rules[rule];
      if (accept('@')) r.remembers = true;
      bool colon = accept(':');
      assert(colon);
      (void)colon;
      r.start = here();
      alternatives();
      emit(Op::Return);
    }
  }

 private:
  std::uint32_t here() const { return static_cast<std::uint32_t>(grammar_.code.size()); }
  std::uint32_t emit(Op op, std::uint32_t argument = 0) {
    grammar_.code.push_back({op, argument});
    return here() - 1;
  }
  void patch(std::uint32_t instruction) { grammar_.code[instruction].argument = here(); }

  char peek() const { return at_ < text_.size() ? text_[at_] : '\n'; }
  void spaces() {
    while (peek() == ' ') ++at_;
  }
  bool accept(char c) {
    spaces();
    if (peek() != c) return false;
    ++at_;
    return true;
  }
  bool skip_lines() {
    while (at_ < text_.size() && (text_[at_] == '\n' || text_[at_] == ' ')) ++at_;
    return at_ < text_.size();
  }
  std::string word() {
    spaces();
    std::size_t start = at_;
    while (std::isalnum(static_cast<unsigned char>(peek())) || peek() == '_') ++at_;
    return std::string(text_.substr(start, at_ - start));
  }
  std::string quoted(char quote) {
    std::string out;
    for (; peek() != quote; ++at_) {
      if (peek() == '\\') ++at_;
      out += peek();
    }
    ++at_;
    return out;
  }

  std::uint32_t rule_named(const std::string& name) {
    auto [place, added] = grammar_.names_.try_emplace(name, static_cast<std::uint32_t>(grammar_.rules.size()));
    if (added) {
      grammar_.rules.push_back({name});
      grammar_.rules.back().without_errors = name.ends_with("_without_invalid");
    }
    return place->second;
  }

  static TokenKind token_kind(std::string_view spelling) {
    if (TokenKind keyword = keyword_kind(spelling); keyword != TokenKind::Name) return keyword;
    std::string line = std::string(spelling) + "\n";
    // Closing brackets alone are errors to the lexer.
    if (spelling == ")") return TokenKind::RightParen;
    if (spelling == "]") return TokenKind::RightBracket;
    if (spelling == "}") return TokenKind::RightBrace;
    return tokenize(line).list.front().kind;
  }

  void alternatives() {
    std::vector<std::uint32_t> ends;
    while (true) {
      std::uint32_t choice = emit(Op::Choice);
      std::uint32_t start = here();
      bool cut = sequence();
      // An error rule that is a whole alternative is tried only when looking for errors; as a part
      // of one, CPython tries it always.
      if (here() == start + 1 && grammar_.code[start].op == Op::Call &&
          grammar_.rules[grammar_.code[start].argument].name.starts_with("invalid_")) {
        grammar_.code[start].op = Op::ErrorCall;
      }
      if (!accept('|')) {
        // The last alternative needs no choice, unless a cut in it expects one.
        if (cut) {
          patch(choice);
          ends.push_back(emit(Op::Jump));
          grammar_.code[choice].argument = here();
          emit(Op::Fail);
        } else {
          grammar_.code[choice] = {Op::Jump, start};
        }
        break;
      }
      ends.push_back(emit(cut ? Op::Jump : Op::Commit));
      patch(choice);
    }
    for (std::uint32_t end : ends) patch(end);
  }

  bool sequence() {
    bool cut = false;
    while (true) {
      spaces();
      char c = peek();
      if (c == '|' || c == ')' || c == '\n') return cut;
      if (accept('~')) {
        emit(Op::Cut);
        cut = true;
      } else {
        element();
      }
    }
  }

  void element() {
    spaces();
    if (peek() == 'a' || peek() == 'b') {
      if (at_ + 1 < text_.size() && text_[at_ + 1] == '=') {
        std::uint32_t slot = static_cast<std::uint32_t>(peek() - 'a');
        at_ += 2;
        emit(Op::Begin, slot);
        repeated();
        emit(Op::End, slot);
        return;
      }
    }
    if (peek() == '&' && text_[at_ + 1] == '&') {
      at_ += 2;
      bool quote = accept('\'');
      assert(quote);
      (void)quote;
      emit(Op::Force, static_cast<std::uint32_t>(token_kind(quoted('\''))));
      return;
    }
    if (accept('&')) {
      std::uint32_t choice = emit(Op::Choice);
      repeated();
      std::uint32_t commit = emit(Op::BackCommit);
      patch(choice);
      emit(Op::Fail);
      patch(commit);
      return;
    }
    if (accept('!')) {
      std::uint32_t choice = emit(Op::Choice);
      repeated();
      emit(Op::FailTwice);
      patch(choice);
      return;
    }
    if (accept('{')) return action();
    repeated();
  }

  void action() {
    GrammarAction action;
    action.verb = word();
    spaces();
    while (peek() != '}') {
      if (accept('"')) {
        action.message = quoted('"');
      } else {
        word();  // a, b: for the reader
      }
      spaces();
    }
    ++at_;
    emit(Op::Action, static_cast<std::uint32_t>(grammar_.actions.size()));
    grammar_.actions.push_back(std::move(action));
  }

  // A primary with ? * + or % behind it.
  void repeated() {
    std::uint32_t start = here();
    primary();
    auto body = [&] {
      std::vector<Grammar::Instruction> code(grammar_.code.begin() + start, grammar_.code.end());
      grammar_.code.resize(start);
      return code;
    };
    // Moves `code`, compiled at `start`, to here.
    auto paste = [&](const std::vector<Grammar::Instruction>& code) {
      std::uint32_t offset = here() - start;
      for (Grammar::Instruction instruction : code) {
        switch (instruction.op) {
          case Op::Choice:
          case Op::Commit:
          case Op::PartialCommit:
          case Op::BackCommit:
          case Op::Jump: instruction.argument += offset; break;
          default: break;
        }
        grammar_.code.push_back(instruction);
      }
    };
    if (peek() == '?') {
      ++at_;
      auto code = body();
      std::uint32_t choice = emit(Op::Choice);
      paste(code);
      std::uint32_t commit = emit(Op::Commit);
      patch(choice);
      patch(commit);
    } else if (peek() == '*' || peek() == '+') {
      bool once = text_[at_++] == '+';
      auto code = body();
      if (once) paste(code);
      loop([&] { paste(code); });
    } else {
      std::size_t before = at_;
      if (!accept('%')) {
        at_ = before;
        return;
      }
      bool quote = accept('\'');
      assert(quote);
      (void)quote;
      std::uint32_t separator = static_cast<std::uint32_t>(token_kind(quoted('\'')));
      auto code = body();
      paste(code);
      loop([&] {
        emit(Op::Token, separator);
        paste(code);
      });
    }
  }

  template <class Body>
  void loop(Body body) {
    std::uint32_t choice = emit(Op::Choice);
    std::uint32_t start = here();
    body();
    emit(Op::PartialCommit, start);
    patch(choice);
  }

  void primary() {
    spaces();
    if (accept('(')) {
      alternatives();
      bool closed = accept(')');
      assert(closed);
      (void)closed;
      return;
    }
    if (accept('\'')) {
      emit(Op::Token, static_cast<std::uint32_t>(token_kind(quoted('\''))));
      return;
    }
    if (accept('"')) {
      emit(Op::Soft, static_cast<std::uint32_t>(grammar_.soft_keywords.size()));
      grammar_.soft_keywords.push_back(quoted('"'));
      return;
    }
    std::string name = word();
    assert(!name.empty());
    static const std::pair<std::string_view, TokenKind> kKinds[] = {
        {"NAME", TokenKind::Name},          {"NUMBER", TokenKind::Number}, {"STRING", TokenKind::String},
        {"NEWLINE", TokenKind::Newline},    {"INDENT", TokenKind::Indent}, {"DEDENT", TokenKind::Dedent},
        {"ENDMARKER", TokenKind::EndMarker}};
    for (auto [spelling, kind] : kKinds) {
      if (name == spelling) {
        emit(Op::Token, static_cast<std::uint32_t>(kind));
        return;
      }
    }
    if (name == "SOFT_KEYWORD") {
      emit(Op::SoftKeyword);
      return;
    }
    emit(Op::Call, rule_named(name));
  }

  Grammar& grammar_;
  std::string_view text_;
  std::size_t at_ = 0;
};

Grammar::Grammar(std::string_view text) { Compiler(*this, text).run(); }

const Grammar& Grammar::python() {
  static const Grammar grammar(kGrammar);
  return grammar;
}

}  // namespace threadbook::python
