#include "python/vm/input.h"

#include <algorithm>
#include <mutex>

#include "python/syntax/utf8.h"
#include "runtime/wake_list.h"

namespace threadbook::python {

namespace {

// Is `text` the beginning of a character, of which the rest may come? Of "\r\n" also where that `joins`.
bool may_go_on(std::string_view text, bool joins) {
  const auto first = static_cast<unsigned char>(text[0]);
  if (first == '\r') return joins && text.size() == 1;
  if (first < 0xC2 || first > 0xF4) return false;
  const std::size_t whole = first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4;
  return text.size() < whole && std::all_of(text.begin() + 1, text.end(), [](char c) { return (c & 0xC0) == 0x80; });
}

}  // namespace

bool InputRead::try_or_enqueue(runtime::Waiter& waiter) {
  {
    runtime::Guard guard(input_.guard_);
    if (input_.take(need_, taken)) {
      input_.waiters_.leave(waiter);
      return true;
    }
    input_.waiters_.push(waiter);
    if (input_.wants_more()) return false;
    input_.set_wants_more(true);
  }
  input_.tell();
  return false;
}

bool InputRead::is_ready() const noexcept {
  runtime::Guard guard(input_.guard_);
  std::size_t length = 0;
  bool at_end = false;
  return input_.measure(need_, length, at_end);
}

bool InputRead::withdraw(runtime::Waiter& waiter) {
  {
    runtime::Guard guard(input_.guard_);
    // Whoever answers wakes all that wait, so there is nothing to pass on.
    input_.waiters_.leave(waiter);
    if (!input_.waiters_.is_empty() || !input_.wants_more()) return true;
    input_.set_wants_more(false);
  }
  input_.tell();
  return true;
}

bool Input::try_take(const Need& need, std::string& out) {
  runtime::Guard guard(guard_);
  return take(need, out);
}

void Input::give(std::string_view bytes) { answer(bytes, false); }

void Input::end() { answer({}, true); }

void Input::answer(std::string_view bytes, bool is_end) {
  runtime::WakeList to_wake;
  while (!guard_.try_lock()) runtime::cpu_relax();
  runtime::Guard guard(guard_, std::adopt_lock);
  bytes_.append(bytes);
  ended_ |= is_end;
  set_wants_more(false);
  to_wake.add_all(waiters_);
}

void Input::set_wants_more(bool wants) {
  wants_more_.store(wants);
  changes_.fetch_add(1);
}

void Input::tell() const {
  if (reader != nullptr) reader->wake();
}

bool Input::take(const Need& need, std::string& out) {
  std::size_t length = 0;
  bool at_end = false;
  if (!measure(need, length, at_end)) return false;
  out.assign(bytes_, begin_, length);
  begin_ += length;
  if (at_end) ended_ = false;
  // What was taken goes once it is the greater part, so that each byte is moved a few times at most.
  if (begin_ * 2 >= bytes_.size()) {
    bytes_.erase(0, begin_);
    begin_ = 0;
  }
  return true;
}

bool Input::measure(const Need& need, std::size_t& length, bool& at_end) const {
  using Until = Need::Until;
  if (need.limit == 0) return true;
  const bool counts = need.characters && need.limit != kNoLimit;
  if (counts || need.until == Until::AnyNewline) return measure_characters(need, length, at_end);
  const std::string_view here = std::string_view(bytes_).substr(begin_);
  length = std::min(here.size(), need.limit);
  if (need.until == Until::Newline) {
    if (const std::size_t newline = here.find('\n'); newline < length) {
      length = newline + 1;
      return true;
    }
  }
  if (length == need.limit || (need.until == Until::Here && length > 0)) return true;
  at_end = ended_ || !has_source_;
  return at_end;
}

bool Input::measure_characters(const Need& need, std::size_t& length, bool& at_end) const {
  using Until = Need::Until;
  const std::string_view here = std::string_view(bytes_).substr(begin_);
  const bool is_all = ended_ || !has_source_;
  const bool joins = need.crlf_is_one || need.until == Until::AnyNewline;
  for (std::size_t count = 1; length < here.size(); ++count) {
    const std::string_view rest = here.substr(length);
    if (!is_all && may_go_on(rest, joins)) return false;
    length += joins && rest.starts_with("\r\n") ? 2 : decode_utf8(rest, 0).length;
    const bool newline =
        rest[0] == '\n' ? need.until >= Until::Newline : rest[0] == '\r' && need.until == Until::AnyNewline;
    if (newline || count == need.limit) return true;
  }
  at_end = is_all;
  return is_all;
}

}  // namespace threadbook::python
