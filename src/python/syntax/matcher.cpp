#include "python/syntax/matcher.h"

namespace threadbook::python {

namespace {

using Op = Grammar::Op;

}  // namespace

bool Matcher::run(std::uint32_t rule, bool with_error_rules) {
  const Grammar& grammar = Grammar::python();
  memory_.assign(tokens_.list.size(), {});
  stack_.clear();
  forgotten_ = 0;
  at_ = 0;
  frame_ = kNoFrame;
  error_rules_ = with_error_rules;
  stopped_ = matched_ = false;
  pc_ = static_cast<std::uint32_t>(grammar.code.size());  // returning here ends the run
  if (!call(grammar, rule)) return false;
  while (pc_ < grammar.code.size()) {
    const Grammar::Instruction& instruction = grammar.code[pc_++];
    if (!step(grammar, instruction) && (stopped_ || !fail(grammar))) return false;
  }
  return true;
}

bool Matcher::fetch() {
  if (at_ >= filled_) filled_ = at_ + 1;
  if (tokens_.list[at_].kind != TokenKind::Error) return true;
  host_.lexical();
  stopped_ = true;
  return false;
}

// False: the instruction failed, or the run stopped.
bool Matcher::step(const Grammar& grammar, const Grammar::Instruction& instruction) {
  std::uint32_t argument = instruction.argument;
  switch (instruction.op) {
    case Op::Token:
      if (!fetch()) return false;
      if (tokens_.list[at_].kind != static_cast<TokenKind>(argument)) return false;
      if (at_ + 1 < tokens_.list.size()) ++at_;
      return true;
    case Op::Soft:
      if (!fetch()) return false;
      if (tokens_.list[at_].kind != TokenKind::Name ||
          tokens_.spelling(tokens_.list[at_]) != grammar.soft_keywords[argument]) {
        return false;
      }
      ++at_;
      return true;
    case Op::SoftKeyword: {
      if (!fetch()) return false;
      if (tokens_.list[at_].kind != TokenKind::Name) return false;
      // CPython compares as many characters as the name has, so `c` counts too.
      std::string_view spelling = tokens_.spelling(tokens_.list[at_]);
      auto begins = [&](std::string_view keyword) { return keyword.starts_with(spelling); };
      if (!begins("_") && !begins("case") && !begins("match")) return false;
      ++at_;
      return true;
    }
    case Op::Force:
      if (!fetch()) return false;
      if (tokens_.list[at_].kind != static_cast<TokenKind>(argument)) {
        host_.missing(at_, static_cast<TokenKind>(argument));
        stopped_ = true;
        return false;
      }
      ++at_;
      return true;
    case Op::Call: return call(grammar, argument);
    case Op::ErrorCall: return error_rules_ && call(grammar, argument);
    case Op::Return: {
      Entry entry = stack_.back();
      stack_.pop_back();
      remember(grammar, entry, at_);
      pc_ = entry.resume;
      frame_ = entry.frame;
      error_rules_ = entry.error_rules;
      return true;
    }
    case Op::Choice: stack_.push_back({false, false, argument, at_, 0, 0, {}}); return true;
    case Op::Commit:
      stack_.pop_back();
      pc_ = argument;
      return true;
    case Op::PartialCommit:
      stack_.back().at = at_;
      pc_ = argument;
      return true;
    case Op::BackCommit:
      at_ = stack_.back().at;
      stack_.pop_back();
      pc_ = argument;
      return true;
    case Op::FailTwice: stack_.pop_back(); return false;
    case Op::Fail: return false;
    case Op::Cut: stack_.pop_back(); return true;
    case Op::Jump: pc_ = argument; return true;
    case Op::Begin: stack_[frame_].labels[argument].start = at_; return true;
    case Op::End: stack_[frame_].labels[argument].end = at_; return true;
    case Op::Action: {
      const GrammarAction& action = grammar.actions[argument];
      if (action.verb == "forget") {
        forget();
        return true;
      }
      const Entry& frame = stack_[frame_];
      switch (host_.act(action, frame.labels[0], frame.labels[1], at_)) {
        case Verdict::Accept: return true;
        case Verdict::Refuse:
          stack_.resize(frame_ + 1);  // without the rule's further alternatives
          return false;
        case Verdict::Stop: stopped_ = true; return false;
      }
    }
  }
  return false;
}

// Goes back to the last choice. False: there is none.
bool Matcher::fail(const Grammar& grammar) {
  while (!stack_.empty()) {
    Entry entry = stack_.back();
    stack_.pop_back();
    if (!entry.call) {
      pc_ = entry.resume;
      at_ = entry.at;
      return true;
    }
    remember(grammar, entry, kNoFrame);
    frame_ = entry.frame;
    error_rules_ = entry.error_rules;
  }
  return false;
}

bool Matcher::call(const Grammar& grammar, std::uint32_t number) {
  const Grammar::Rule& rule = grammar.rules[number];
  if (rule.remembers) {
    for (const Memory& memory : memory_[at_]) {
      if (memory.rule != number) continue;
      if (memory.end == kNoFrame) return false;
      at_ = memory.end;
      return true;
    }
  }
  stack_.push_back({true, error_rules_, pc_, at_, number, frame_, {}});
  frame_ = static_cast<std::uint32_t>(stack_.size() - 1);
  if (rule.without_errors) error_rules_ = false;
  pc_ = rule.start;
  return true;
}

void Matcher::remember(const Grammar& grammar, const Entry& entry, std::uint32_t end) {
  if (grammar.rules[entry.rule].remembers) memory_[entry.at].push_back({entry.rule, end});
}

// A statement of the file is done: nothing before it will be asked for again.
void Matcher::forget() {
  for (; forgotten_ < at_ && forgotten_ < memory_.size(); ++forgotten_) memory_[forgotten_] = {};
}

}  // namespace threadbook::python
