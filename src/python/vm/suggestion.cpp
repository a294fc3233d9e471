// "Did you mean: 'print'?" (suggestion() of traceback.h).
#include <algorithm>
#include <array>
#include <limits>
#include <vector>

#include "python/objects/exception_attributes.h"
#include "python/objects/operations.h"
#include "python/vm/attributes.h"
#include "python/vm/interpreter.h"
#include "python/vm/traceback.h"

namespace threadbook::python {
namespace {

// The weights and bounds are those CPython 3.11 uses.
constexpr std::size_t kEdit = 2;        // a character added, removed or replaced
constexpr std::size_t kCaseChange = 1;  // a letter's case changed
constexpr std::size_t kMaxWord = 40;    // characters compared, common ends aside
constexpr std::size_t kMaxCandidates = 750;

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c; }

std::size_t replacement(char a, char b) {
  if (a == b) return 0;
  return lower(a) == lower(b) ? kCaseChange : kEdit;
}

// The weighted Levenshtein distance of two UTF-8 words, byte by byte; anything above `limit` if it
// is more than that.
std::size_t distance(std::string_view a, std::string_view b, std::size_t limit) {
  while (!a.empty() && !b.empty() && a.front() == b.front()) {
    a.remove_prefix(1);
    b.remove_prefix(1);
  }
  while (!a.empty() && !b.empty() && a.back() == b.back()) {
    a.remove_suffix(1);
    b.remove_suffix(1);
  }
  if (a.empty() || b.empty()) return (a.size() + b.size()) * kEdit;
  if (a.size() > kMaxWord || b.size() > kMaxWord) return limit + 1;

  // row[j]: the distance between what was read of `a` and the first j characters of `b`.
  std::array<std::size_t, kMaxWord + 1> row{};
  for (std::size_t j = 0; j <= b.size(); ++j) row[j] = j * kEdit;
  for (std::size_t i = 0; i < a.size(); ++i) {
    std::size_t diagonal = row[0];
    row[0] = (i + 1) * kEdit;
    for (std::size_t j = 0; j < b.size(); ++j) {
      const std::size_t above = row[j + 1];
      row[j + 1] = std::min({diagonal + replacement(a[i], b[j]), above + kEdit, row[j] + kEdit});
      diagonal = above;
    }
  }
  return row[b.size()];
}

std::string nearest(std::string_view word, const std::vector<std::string>& candidates) {
  if (candidates.size() >= kMaxCandidates) return {};
  std::string best;
  std::size_t best_distance = std::numeric_limits<std::size_t>::max();
  for (const std::string& candidate : candidates) {
    if (candidate == word) continue;
    const std::size_t limit = std::min((word.size() + candidate.size() + 3) * kEdit / 6, best_distance - 1);
    const std::size_t found = distance(word, candidate, limit);
    if (found > limit) continue;
    best = candidate;
    best_distance = found;
    if (best_distance == 0) break;
  }
  return best;
}

void add_names(const Namespace& names, std::vector<std::string>& into) {
  for (const Namespace::Item& item : names.items()) into.push_back(item.name->to_utf8());
}

// Locals of the innermost frame, then its globals, then the builtins; the first that has one.
std::string nearest_name(ThreadState& thread, const Exception* exception, std::string_view word) {
  const Value value = exception->traceback.load();
  if (!is_kind(value, Kind::Traceback)) return {};
  const auto* entry = static_cast<const Traceback*>(value.as_object());
  while (const Object* next = entry->next.load(std::memory_order_acquire)) {
    entry = static_cast<const Traceback*>(next);
  }
  const LinkedCode& code = *entry->code;
  std::vector<std::string> names(code.code->local_names);
  std::string found = nearest(word, names);
  if (found.empty()) {
    names.clear();
    add_names(*code.module->names, names);
    found = nearest(word, names);
  }
  if (found.empty()) {
    names.clear();
    add_names(thread.interpreter.builtins, names);
    found = nearest(word, names);
  }
  return found;
}

}  // namespace

std::string suggestion(ThreadState& thread, const Exception* exception, const std::vector<std::string>& attributes) {
  const Interpreter& interpreter = thread.interpreter;
  const bool is_attribute = exception->cls == interpreter.cls(ExceptionType::AttributeError);
  if (!is_attribute && exception->cls != interpreter.cls(ExceptionType::NameError)) return {};
  const auto own = [&](std::string_view name) {
    return own_attribute(thread, const_cast<Exception*>(exception), thread.interpreter.intern(name));
  };
  const Str* name = as_str(own("name"));
  if (name == nullptr) return {};
  const std::string word = name->to_utf8();
  if (!is_attribute) return nearest_name(thread, exception, word);
  return own("obj").is_unbound() ? std::string() : nearest(word, attributes);
}

}  // namespace threadbook::python
