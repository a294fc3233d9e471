#include "python/modules/re_module.h"

#include <algorithm>
#include <cstring>
#include <utility>

#include "python/modules/re_matcher.h"
#include "python/objects/operations.h"
#include "python/objects/text_values.h"
#include "python/syntax/literals.h"
#include "python/text/unicode.h"

namespace threadbook::python {
namespace {

using re::Word;

// Between two safe points: about a millisecond.
constexpr std::int64_t kBudget = 100'000;

const Word* program_of(Value program) {
  return reinterpret_cast<const Word*>(static_cast<Bytes*>(program.as_object())->data);
}

// What a search is given.
struct Subject {
  TextView text;  // until endpos
  Word begin;
};

// The text or the bytes, pos and endpos, brought within them. TypeError unless they are what the
// pattern is for.
Status subject(RealmThread& thread, const Word* program, Value* arguments, Subject& out) {
  const Value plain = unbox(arguments[1]);
  const bool is_text = program[re::kIsText] != 0;
  if (const Str* str = as_str(plain)) {
    if (!is_text) {
      return raise(thread, ExceptionType::TypeError, "cannot use a bytes pattern on a string-like object");
    }
    out.text = view_of(str);
  } else if (is_kind(plain, Kind::Bytes)) {
    if (is_text) {
      return raise(thread, ExceptionType::TypeError, "cannot use a string pattern on a bytes-like object");
    }
    out.text = view_of(static_cast<Bytes*>(plain.as_object()));
  } else {
    return raise(thread, ExceptionType::TypeError,
                 text("expected string or bytes-like object, got '", type_name(thread, plain), "'"));
  }
  std::int64_t bounds[2];
  for (int i = 0; i < 2; ++i) {
    const Status status = as_index(thread, arguments[2 + i], bounds[i]);
    if (status != Status::Ok) return status;
    bounds[i] = std::clamp<std::int64_t>(bounds[i], 0, static_cast<std::int64_t>(out.text.size()));
  }
  out.begin = static_cast<Word>(bounds[0]);
  out.text = out.text.slice(0, static_cast<std::size_t>(bounds[1]));
  return Status::Ok;
}
Value piece(RealmThread& thread, Value subject, Word begin, Word end) {
  const Value plain = unbox(subject);
  if (Str* str = as_str(plain)) return Value::object(slice_of(thread, str, begin, end));
  const std::string_view bytes = static_cast<Bytes*>(plain.as_object())->view();
  return Value::object(make_bytes(thread, bytes.substr(begin, end - begin)));
}

// ---- a search that is not finished yet, as bytes -----------------------------------------------

constexpr std::size_t kSavedWords = 5;

Value save(RealmThread& thread, const re::MatchState& state, bool must_advance) {
  const Word head[kSavedWords] = {state.first, state.start, state.position, state.place, must_advance};
  std::string bytes(reinterpret_cast<const char*>(head), sizeof head);
  bytes.append(reinterpret_cast<const char*>(state.registers.data()), state.registers.size() * sizeof(Word));
  bytes.append(reinterpret_cast<const char*>(state.stack.data()), state.stack.size() * sizeof(re::StackEntry));
  return Value::object(make_bytes(thread, bytes));
}

void restore(Value saved, re::MatchState& state, bool& must_advance) {
  const std::string_view bytes = static_cast<Bytes*>(saved.as_object())->view();
  Word head[kSavedWords];
  std::memcpy(head, bytes.data(), sizeof head);
  state.first = head[0];
  state.start = head[1];
  state.position = head[2];
  state.place = head[3];
  must_advance = head[4] != 0;
  const std::size_t register_bytes = state.registers.size() * sizeof(Word);
  const std::string_view registers = bytes.substr(sizeof head, register_bytes);
  std::copy(registers.begin(), registers.end(), reinterpret_cast<char*>(state.registers.data()));
  const std::string_view rest = bytes.substr(sizeof head + register_bytes);
  state.stack.resize(rest.size() / sizeof(re::StackEntry));
  std::copy(rest.begin(), rest.end(), reinterpret_cast<char*>(state.stack.data()));
}

// ---- matching ----------------------------------------------------------------------------------

// What Python sees of a match: (start, end, lastindex or None, start and end of each group or -1).
Value spans_of(RealmThread& thread, const Word* program, const re::MatchState& state) {
  const Word groups = program[re::kGroups];
  Tuple* spans = make_tuple(thread, 3 + 2 * groups);
  spans->items[0] = Value::small_int(state.start);
  spans->items[1] = Value::small_int(state.position);
  const Word last = state.registers[2 * groups];
  spans->items[2] = last == re::kUnset ? Value::none() : Value::small_int(last);
  for (Word i = 0; i < groups; ++i) {
    const Word begin = state.registers[2 * i];
    const Word end = state.registers[2 * i + 1];
    const bool matched = begin != re::kUnset && end != re::kUnset;
    spans->items[3 + 2 * i] = Value::small_int(matched ? static_cast<std::int64_t>(begin) : -1);
    spans->items[4 + 2 * i] = Value::small_int(matched ? static_cast<std::int64_t>(end) : -1);
  }
  return Value::object(spans);
}

// find(program, text, pos, endpos, mode, saved): the spans of a match, None, or bytes:
// the search goes on when they are given as `saved`.
Status find(RealmThread& thread, Value* arguments, Value& result) {
  const Word* program = program_of(arguments[0]);
  Subject given;
  const Status status = subject(thread, program, arguments, given);
  if (status != Status::Ok) return status;
  re::MatchState state(program, given.begin);
  bool must_advance = false;
  if (!arguments[5].is_none()) restore(arguments[5], state, must_advance);
  const re::MatchInput input{program, given.text, static_cast<re::Mode>(arguments[4].as_small_int()), must_advance};
  std::int64_t budget = kBudget;
  switch (re::match(input, state, budget)) {
    case re::Outcome::Matched: result = spans_of(thread, program, state); break;
    case re::Outcome::Failed: result = Value::none(); break;
    case re::Outcome::OutOfBudget: result = save(thread, state, must_advance); break;
  }
  return Status::Ok;
}

// What findall() lists of a match: all of it, its group, or a tuple of its groups.
Value found_text(RealmThread& thread, Value text, const Word* program, const re::MatchState& state) {
  const Word groups = program[re::kGroups];
  if (groups == 0) return piece(thread, text, state.start, state.position);
  const auto group = [&](Word i) {
    const Word begin = state.registers[2 * i];
    const Word end = state.registers[2 * i + 1];
    const bool matched = begin != re::kUnset && end != re::kUnset;
    return piece(thread, text, matched ? begin : 0, matched ? end : 0);
  };
  if (groups == 1) return group(0);
  Tuple* tuple = make_tuple(thread, groups);
  for (Word i = 0; i < groups; ++i) tuple->items[i] = group(i);
  return Value::object(tuple);
}

// find_all(program, text, pos, endpos, must_advance, limit, as_text, results, saved): appends to the
// list `results` what findall() answers, or with as_text False the spans of each match, until they are
// `limit` (0: no limit). `must_advance`: the first is not an empty one at pos. None at the end; bytes
// as find().
Status find_all(RealmThread& thread, Value* arguments, Value& result) {
  const Word* program = program_of(arguments[0]);
  const Value text = arguments[1];
  Subject given;
  const Status status = subject(thread, program, arguments, given);
  if (status != Status::Ok) return status;
  bool must_advance = arguments[4].is_true();
  const std::int64_t limit = arguments[5].as_small_int();
  const bool as_text = arguments[6].is_true();
  List* results = as_list(arguments[7]);
  re::MatchState state(program, given.begin);
  if (!arguments[8].is_none()) restore(arguments[8], state, must_advance);
  std::int64_t budget = kBudget;
  result = Value::none();
  while (limit == 0 || results->length.load() < limit) {
    const re::MatchInput input{program, given.text, re::Mode::Search, must_advance};
    const re::Outcome outcome = re::match(input, state, budget);
    if (outcome == re::Outcome::Failed) return Status::Ok;
    if (outcome == re::Outcome::OutOfBudget) {
      result = save(thread, state, must_advance);
      return Status::Ok;
    }
    list_append(thread, results, as_text ? found_text(thread, text, program, state) : spans_of(thread, program, state));
    budget -= 20 + 5 * program[re::kGroups];
    must_advance = state.start == state.position;
    state.first = state.start = state.position;
    state.place = 0;
    state.stack.clear();
    std::fill(state.registers.begin(), state.registers.end(), re::kUnset);
  }
  return Status::Ok;
}

// ---- for the compiler --------------------------------------------------------------------------

std::vector<Word> words_of(RealmThread& thread, Value list) {
  std::vector<Word> words;
  for (Value item : list_snapshot(thread, as_list(list))) {
    words.push_back(static_cast<Word>(item.as_small_int()));
  }
  return words;
}

// program(words): the list of ints as what find() takes.
Status program(RealmThread& thread, Value* arguments, Value& result) {
  const std::vector<Word> words = words_of(thread, arguments[0]);
  result =
      Value::object(make_bytes(thread, {reinterpret_cast<const char*>(words.data()), words.size() * sizeof(Word)}));
  return Status::Ok;
}

// Lower-case letters that are one when case is ignored although each is its own lower case: they
// share an upper case, or had one in an older orthography.
constexpr char16_t kSameCase[][3] = {
    {0x69, 0x131},   {0x73, 0x17F},    {0xB5, 0x3BC},    {0x345, 0x3B9, 0x1FBE},  {0x390, 0x1FD3},
    {0x3B0, 0x1FE3}, {0x3B2, 0x3D0},   {0x3B5, 0x3F5},   {0x3B8, 0x3D1},          {0x3BA, 0x3F0},
    {0x3C0, 0x3D6},  {0x3C1, 0x3F1},   {0x3C2, 0x3C3},   {0x3C6, 0x3D5},          {0x432, 0x1C80},
    {0x434, 0x1C81}, {0x43E, 0x1C82},  {0x441, 0x1C83},  {0x442, 0x1C84, 0x1C85}, {0x44A, 0x1C86},
    {0x463, 0x1C87}, {0x1C88, 0xA64B}, {0x1E61, 0x1E9B}, {0xFB05, 0xFB06},
};
constexpr char32_t kLastCased = 0x1E943;

using Ranges = std::vector<std::pair<Word, Word>>;

void add_lower(Ranges& ranges, char32_t character, bool ascii) {
  if (ascii) {
    if (character >= 'A' && character <= 'Z') ranges.emplace_back(character + 32, character + 32);
    return;
  }
  const char32_t lower = simple_lower(character);
  ranges.emplace_back(lower, lower);
  for (const auto& same : kSameCase) {
    if (lower == 0 || std::find(std::begin(same), std::end(same), lower) == std::end(same)) continue;
    for (const char32_t other : same) {
      if (other != 0) ranges.emplace_back(other, other);
    }
  }
}

Ranges merged(Ranges ranges) {
  std::sort(ranges.begin(), ranges.end());
  Ranges result;
  for (const auto& [first, last] : ranges) {
    if (!result.empty() && first <= result.back().second + 1) {
      result.back().second = std::max(result.back().second, last);
    } else {
      result.emplace_back(first, last);
    }
  }
  return result;
}

// set_words(negated, ranges, categories, fold): a set as the program has it, a list of ints. `ranges`
// holds first and last characters in turn; `fold`: 0, or 1 (ASCII) or 2 for a set that is asked
// about lower case.
Status set_words(RealmThread& thread, Value* arguments, Value& result) {
  const bool negated = arguments[0].is_true();
  const std::vector<Word> bounds = words_of(thread, arguments[1]);
  const std::vector<Word> categories = words_of(thread, arguments[2]);
  const std::int64_t fold = arguments[3].as_small_int();
  Ranges ranges;
  for (std::size_t i = 0; i + 1 < bounds.size(); i += 2) {
    ranges.emplace_back(bounds[i], bounds[i + 1]);
    if (fold == 0) continue;
    const Word last = std::min<Word>(bounds[i + 1], fold == 1 ? 'z' : kLastCased);
    for (Word character = bounds[i]; character <= last; ++character) add_lower(ranges, character, fold == 1);
  }
  ranges = merged(std::move(ranges));
  std::vector<Word> words(re::kSetData, 0);
  words[re::kSetNegated] = negated;
  words[re::kSetCategories] = static_cast<Word>(categories.size());
  for (Word c = 0; c < 256; ++c) {
    bool within = std::any_of(ranges.begin(), ranges.end(),
                              [c](const auto& range) { return range.first <= c && c <= range.second; });
    within = within || std::any_of(categories.begin(), categories.end(), [c](Word category) {
               return re::in_category(static_cast<re::Category>(category), c);
             });
    if (within != negated) words[c >> 5] |= Word{1} << (c & 31);
  }
  for (const auto& [first, last] : ranges) {
    if (last < 256) continue;
    words.push_back(first);
    words.push_back(last);
    ++words[re::kSetRanges];
  }
  words.insert(words.end(), categories.begin(), categories.end());
  std::vector<Value> items;
  for (const Word word : words) items.push_back(Value::small_int(word));
  result = Value::object(make_list(thread, items));
  return Status::Ok;
}

// lower(character): its number in lower case, as a match that ignores case sees it.
Status lower(RealmThread&, Value* arguments, Value& result) {
  result = Value::small_int(simple_lower(static_cast<char32_t>(arguments[0].as_small_int())));
  return Status::Ok;
}

// has_others(character): are there other lower-case letters that are the same when case is ignored?
Status has_others(RealmThread&, Value* arguments, Value& result) {
  const auto character = static_cast<char32_t>(arguments[0].as_small_int());
  result = Value::boolean(std::any_of(std::begin(kSameCase), std::end(kSameCase), [&](const auto& same) {
    return character != 0 && std::find(std::begin(same), std::end(same), character) != std::end(same);
  }));
  return Status::Ok;
}

// named(name): the number of the character with this Unicode name, or None.
Status named(RealmThread&, Value* arguments, Value& result) {
  const std::optional<char32_t> character = unicode_character(as_str(arguments[0])->to_utf8());
  result = character.has_value() ? Value::small_int(*character) : Value::none();
  return Status::Ok;
}

constexpr NativeDef kFunctions[] = {
    {"find(program, text, pos, endpos, mode, saved, /)", find},
    {"find_all(program, text, pos, endpos, must_advance, limit, as_text, results, saved, /)", find_all},
    {"program(words, /)", program},
    {"set_words(negated, ranges, categories, fold, /)", set_words},
    {"lower(character, /)", lower},
    {"named(name, /)", named},
    {"has_others(character, /)", has_others},
};

}  // namespace

std::span<const NativeDef> re_functions() { return kFunctions; }

}  // namespace threadbook::python
