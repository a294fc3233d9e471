#include "python/modules/re_matcher.h"

#include <algorithm>

#include "python/text/unicode.h"

namespace threadbook::python::re {

bool in_category(Category category, char32_t character) {
  switch (category) {
    case Category::Digit: return is_decimal(character);
    case Category::NoDigit: return !is_decimal(character);
    case Category::Space: return is_space(character);
    case Category::NoSpace: return !is_space(character);
    case Category::WordCharacter: return is_alnum(character) || character == '_';
    case Category::NoWordCharacter: return !is_alnum(character) && character != '_';
  }
  return false;
}

bool in_set(const Word* set, char32_t character) {
  if (character < 256) return ((set[character >> 5] >> (character & 31)) & 1) != 0;
  const bool negated = set[kSetNegated] != 0;
  const Word* ranges = set + kSetData;
  Word low = 0;
  Word high = set[kSetRanges];
  while (low < high) {
    const Word middle = (low + high) / 2;
    if (character > ranges[2 * middle + 1]) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  if (low < set[kSetRanges] && character >= ranges[2 * low]) return !negated;
  const Word* categories = ranges + 2 * set[kSetRanges];
  for (Word i = 0; i < set[kSetCategories]; ++i) {
    if (in_category(static_cast<Category>(categories[i]), character)) return !negated;
  }
  return negated;
}

namespace {

// The kinds of StackEntry.
constexpr Word kKindMask = 0xC000'0000;
constexpr Word kChoice = 0;              // go on at the place, at position a
constexpr Word kUndo = 0x4000'0000;      // the register was a
constexpr Word kGiveBack = 0x8000'0000;  // a RepeatGreedy took what lies between a and b
constexpr Word kTakeMore = 0xC000'0000;  // a RepeatLazy stands at a and may take b more

char32_t ascii_lower(char32_t c) { return c >= 'A' && c <= 'Z' ? c + 32 : c; }

template <class Character>
class Matcher {
 public:
  Matcher(const MatchInput& input, const Character* text, MatchState& state, std::int64_t& budget)
      : program_(input.program),
        text_(text),
        end_(static_cast<Word>(input.text.size())),
        input_(input),
        state_(state),
        registers_(state.registers.data()),
        stack_(state.stack),
        budget_(budget) {}

  Outcome run() {
    if (state_.place == 0 && !begin_at(state_.start)) return Outcome::Failed;
    while (true) {
      const Outcome outcome = step();
      if (outcome != Outcome::Failed || input_.mode != Mode::Search) return outcome;
      if (!begin_at(state_.start + 1)) return Outcome::Failed;
    }
  }

 private:
  // Finds the first place from `start` on where a match can begin; false: there is none.
  bool begin_at(Word start) {
    const Word min_width = program_[kMinWidth];
    if (start > end_ || end_ - start < min_width) return false;
    if (input_.mode == Mode::Search) {
      const Word from = start;
      const Word last = end_ - min_width;
      switch (static_cast<StartKind>(program_[kStart])) {
        case StartKind::Anything: break;
        case StartKind::BeginningOfText:
          if (start != 0) return false;
          break;
        case StartKind::Character:
          while (start <= last && text_[start] != program_[kStartOperand]) ++start;
          break;
        case StartKind::Set:
          while (start <= last && !in_set(program_ + program_[kStartOperand], text_[start])) ++start;
          break;
      }
      budget_ -= (start - from) / 4;
      if (start > last) return false;
    }
    state_.start = state_.position = start;
    state_.place = kCode;
    return true;
  }

  bool matches_one(const Word* op, Word position) const {
    const char32_t c = text_[position];
    switch (static_cast<Op>(op[0])) {
      case Op::Character: return c == op[1];
      case Op::CharacterFold: return simple_lower(c) == op[1];
      case Op::CharacterFoldAscii: return ascii_lower(c) == op[1];
      case Op::Any: return true;
      case Op::AnyButNewline: return c != '\n';
      case Op::Set: return in_set(program_ + op[1], c);
      case Op::SetFold: return in_set(program_ + op[1], simple_lower(c));
      default: return in_set(program_ + op[1], ascii_lower(c));
    }
  }

  // The end of the longest run of characters from `position` that `op` matches, at most `limit`.
  Word end_of_run(const Word* op, Word position, Word limit) const {
    switch (static_cast<Op>(op[0])) {
      case Op::Any: return limit;
      case Op::AnyButNewline: return run_while(position, limit, [](char32_t c) { return c != '\n'; });
      case Op::Character: return run_while(position, limit, [op](char32_t c) { return c == op[1]; });
      case Op::Set: {
        const Word* set = program_ + op[1];
        return run_while(position, limit, [set](char32_t c) { return in_set(set, c); });
      }
      default:
        while (position < limit && matches_one(op, position)) ++position;
        return position;
    }
  }
  template <class Test>
  Word run_while(Word position, Word limit, Test test) const {
    while (position < limit && test(text_[position])) ++position;
    return position;
  }

  // Where a run of at most `maximum` characters must end.
  Word limit_of(Word position, Word maximum) const { return end_ - position < maximum ? end_ : position + maximum; }

  bool is_word(Word position, bool ascii) const {
    const char32_t c = text_[position];
    if (ascii && c >= 128) return false;
    return in_category(Category::WordCharacter, c);
  }
  bool at_word_boundary(Word position, bool ascii) const {
    const bool before = position > 0 && is_word(position - 1, ascii);
    const bool behind = position < end_ && is_word(position, ascii);
    return before != behind;
  }
  bool at(Position where, Word position) const {
    switch (where) {
      case Position::BeginningOfText: return position == 0;
      case Position::BeginningOfLine: return position == 0 || text_[position - 1] == '\n';
      case Position::End: return position == end_ || (position + 1 == end_ && text_[position] == '\n');
      case Position::EndOfLine: return position == end_ || text_[position] == '\n';
      case Position::EndOfText: return position == end_;
      case Position::WordBoundary: return at_word_boundary(position, false);
      case Position::NoWordBoundary: return end_ != 0 && !at_word_boundary(position, false);
      case Position::WordBoundaryAscii: return at_word_boundary(position, true);
      case Position::NoWordBoundaryAscii: return end_ != 0 && !at_word_boundary(position, true);
    }
    return false;
  }

  bool has_matched(Word group) const {
    return registers_[2 * (group - 1)] != kUnset && registers_[2 * (group - 1) + 1] != kUnset;
  }
  // The text of `group` again, from `position` on: its end, or kUnset.
  Word match_group(Op op, Word group, Word position) const {
    if (!has_matched(group)) return kUnset;
    const Word begin = registers_[2 * (group - 1)];
    const Word end = registers_[2 * (group - 1) + 1];
    if (end < begin || end - begin > end_ - position) return kUnset;
    for (Word i = begin; i < end; ++i, ++position) {
      const char32_t a = text_[i];
      const char32_t b = text_[position];
      if (a == b) continue;
      if (op == Op::GroupFold && simple_lower(a) == simple_lower(b)) continue;
      if (op == Op::GroupFoldAscii && ascii_lower(a) == ascii_lower(b)) continue;
      return kUnset;
    }
    return position;
  }

  void push(Word what, Word a, Word b = 0) { stack_.push_back({what, a, b}); }
  void set_register(Word number, Word value) {
    push(kUndo | number, registers_[number]);
    registers_[number] = value;
  }
  Word height() const { return static_cast<Word>(stack_.size()); }
  // Forgets the choices above `height`, not what registers were.
  void cut(Word height) {
    const auto first = stack_.begin() + height;
    budget_ -= (stack_.end() - first) / 4;
    stack_.erase(std::remove_if(first, stack_.end(), [](const StackEntry& e) { return (e.what & kKindMask) != kUndo; }),
                 stack_.end());
  }
  // Back to how it was when the stack was so high.
  void unwind(Word height) {
    budget_ -= (stack_.size() - height) / 4;
    while (stack_.size() > height) {
      const StackEntry& entry = stack_.back();
      if ((entry.what & kKindMask) == kUndo) registers_[entry.what & ~kKindMask] = entry.a;
      stack_.pop_back();
    }
  }

  // Takes up the newest choice: sets place and position; false: none is left.
  bool backtrack(Word& place, Word& position) {
    while (!stack_.empty()) {
      StackEntry& entry = stack_.back();
      const Word below = entry.what & ~kKindMask;
      switch (entry.what & kKindMask) {
        case kUndo:
          registers_[below] = entry.a;
          stack_.pop_back();
          continue;
        case kChoice:
          place = below;
          position = entry.a;
          stack_.pop_back();
          return true;
        case kGiveBack: {
          const Word* repeat = program_ + below;
          const Word* tail = program_ + repeat[3];
          Word back = entry.b - 1;
          if (static_cast<Op>(tail[0]) == Op::Character) {
            while (back > entry.a && text_[back] != tail[1]) --back;
            budget_ -= (entry.b - back) / 4;
          }
          position = back;
          place = repeat[3];
          if (back == entry.a) {
            stack_.pop_back();
          } else {
            entry.b = back;
          }
          return true;
        }
        default: {  // kTakeMore
          const Word* repeat = program_ + below;
          const Word* tail = program_ + repeat[3];
          const bool literal = static_cast<Op>(tail[0]) == Op::Character;
          Word next = entry.a;
          Word left = entry.b;
          bool found = false;
          while (left != 0 && next < end_ && matches_one(repeat + 4, next)) {
            ++next;
            if (left != kUnlimited) --left;
            if (!literal || (next < end_ && text_[next] == tail[1])) {
              found = true;
              break;
            }
          }
          budget_ -= (next - entry.a) / 4;
          if (!found) {
            stack_.pop_back();
            continue;
          }
          entry.a = position = next;
          entry.b = left;
          place = repeat[3];
          return true;
        }
      }
    }
    return false;
  }

  // Begins one more turn of the loop that ends with `until`: its place.
  Word take_turn(const Word* until, Word position) {
    set_register(until[1], registers_[until[1]] + 1);
    set_register(until[1] + 1, position);
    return until[4];
  }

  // Goes on from state_.place until there is a match, nothing is left to try, or the budget is gone.
  Outcome step() {
    Word place = state_.place;
    Word position = state_.position;
    while (true) {
      if (--budget_ < 0) {
        state_.place = place;
        state_.position = position;
        return Outcome::OutOfBudget;
      }
      const Word* op = program_ + place;
      bool failed = false;
      switch (static_cast<Op>(op[0])) {
        case Op::Fail: failed = true; break;
        case Op::Success:
          if ((input_.mode == Mode::FullMatch && position != end_) ||
              (input_.must_advance && position == state_.start && position == state_.first)) {
            failed = true;
            break;
          }
          state_.position = position;
          return Outcome::Matched;
        case Op::Character:
          failed = position >= end_ || text_[position] != op[1];
          ++position;
          place += 2;
          break;
        case Op::Any:
        case Op::AnyButNewline:
          failed = position >= end_ || !matches_one(op, position);
          ++position;
          place += 1;
          break;
        case Op::CharacterFold:
        case Op::CharacterFoldAscii:
        case Op::Set:
        case Op::SetFold:
        case Op::SetFoldAscii:
          failed = position >= end_ || !matches_one(op, position);
          ++position;
          place += 2;
          break;
        case Op::At:
          failed = !at(static_cast<Position>(op[1]), position);
          place += 2;
          break;
        case Op::Open:
          set_register(op[1], position);
          place += 2;
          break;
        case Op::Close:
          set_register(op[1], position);
          set_register(2 * program_[kGroups], op[2]);
          place += 3;
          break;
        case Op::Jump: place = op[1]; break;
        case Op::Split:
          push(kChoice | op[1], position);
          place += 2;
          break;
        case Op::IfGroup: place = has_matched(op[1]) ? place + 3 : op[2]; break;
        case Op::Group:
        case Op::GroupFold:
        case Op::GroupFoldAscii: {
          const Word behind = match_group(static_cast<Op>(op[0]), op[1], position);
          failed = behind == kUnset;
          if (!failed) budget_ -= (behind - position) / 4;
          position = behind;
          place += 2;
          break;
        }
        case Op::RepeatGreedy:
        case Op::RepeatPossessive: {
          const Word behind = end_of_run(op + 4, position, limit_of(position, op[2]));
          budget_ -= (behind - position) / 8;
          failed = behind - position < op[1];
          if (!failed && static_cast<Op>(op[0]) == Op::RepeatGreedy && behind - position > op[1]) {
            push(kGiveBack | place, position + op[1], behind);
          }
          position = behind;
          place = op[3];
          break;
        }
        case Op::RepeatLazy: {
          const Word behind = end_of_run(op + 4, position, limit_of(position, op[1]));
          failed = behind - position < op[1];
          if (!failed && op[2] > op[1]) {
            push(kTakeMore | place, behind, op[2] == kUnlimited ? kUnlimited : op[2] - op[1]);
          }
          position = behind;
          place = op[3];
          break;
        }
        case Op::Loop:
          set_register(op[1], kUnset);  // one less than no turn
          set_register(op[1] + 1, kUnset);
          place = op[2];
          break;
        case Op::Until:
        case Op::UntilLazy: {
          const Word count = registers_[op[1]] + 1;
          if (count < op[2]) {
            set_register(op[1], count);
            place = op[4];
            break;
          }
          // A turn that consumed nothing is the last one.
          const bool more = (op[3] == kUnlimited || count < op[3]) && registers_[op[1] + 1] != position;
          if (static_cast<Op>(op[0]) == Op::UntilLazy) {
            if (more) push(kChoice | (place + 5), position);
            place += 7;
          } else if (more) {
            push(kChoice | (place + 5), position);
            place = take_turn(op, position);
          } else {
            place += 5;
          }
          break;
        }
        case Op::Again: place = take_turn(program_ + op[1], position); break;
        case Op::Atomic:
          set_register(op[1], height() + 1);
          place += 2;
          break;
        case Op::EndAtomic:
          cut(registers_[op[1]]);
          place += 2;
          break;
        case Op::Look:
          set_register(op[1] + 1, position);
          set_register(op[1], height() + 1);
          place += 2;
          break;
        case Op::EndLook:
          position = registers_[op[1] + 1];
          cut(registers_[op[1]]);
          place += 2;
          break;
        case Op::LookNot:
          set_register(op[1], height() + 1);
          push(kChoice | op[2], position);
          place += 3;
          break;
        case Op::EndLookNot:
          unwind(registers_[op[1]]);
          failed = true;
          break;
        case Op::Back:
          failed = position < op[1];
          position -= op[1];
          place += 2;
          break;
      }
      if (failed && !backtrack(place, position)) return Outcome::Failed;
    }
  }

  const Word* program_;
  const Character* text_;
  const Word end_;
  const MatchInput& input_;
  MatchState& state_;
  Word* registers_;
  std::vector<StackEntry>& stack_;
  std::int64_t& budget_;
};

}  // namespace

Outcome match(const MatchInput& input, MatchState& state, std::int64_t& budget) {
  if (input.text.is_wide()) {
    return Matcher<char32_t>(input, input.text.wide().data(), state, budget).run();
  }
  const auto* text = reinterpret_cast<const unsigned char*>(input.text.narrow().data());
  return Matcher<unsigned char>(input, text, state, budget).run();
}

}  // namespace threadbook::python::re
