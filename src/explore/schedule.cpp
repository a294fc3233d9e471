#include "explore/schedule.h"

#include <algorithm>

namespace threadbook::explore {

namespace {

constexpr std::uint64_t kBase = 36;  // of the first version
constexpr std::string_view kDigits = "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ-_";
// Numbers up to kShort are one digit; the next kLong two, of which the first says so; larger ones the last digit and
// then in base 36, to a point.
constexpr std::uint64_t kShort = 48, kLong = 15 * 64;

void append_number(std::string& text, std::uint64_t number, std::uint64_t base) {
  if (number >= base) append_number(text, number / base, base);
  text += kDigits[number % base];
}

// Takes a number up to `most` off the front; false if there is none.
bool take_number(std::string_view& text, std::uint64_t& number, std::uint64_t base, std::uint64_t most = UINT64_MAX) {
  const std::size_t length = text.size();
  number = 0;
  while (!text.empty()) {
    const std::size_t digit = kDigits.find(text.front());
    if (digit >= base) break;
    if (number > (most - digit) / base) return false;
    number = number * base + digit;
    text.remove_prefix(1);
  }
  return text.size() < length;
}

bool take(std::string_view& text, char expected) {
  if (text.empty() || text.front() != expected) return false;
  text.remove_prefix(1);
  return true;
}

}  // namespace

std::uint64_t hash_of_program(std::string_view source) {
  std::uint64_t hash = 0xCBF2'9CE4'8422'2325u;
  for (char c : source) hash = (hash ^ static_cast<unsigned char>(c)) * 0x100'0000'01B3u;
  return hash;
}

namespace {

void append_turn(std::string& text, std::uint64_t number) {
  if (number < kShort) {
    text += kDigits[number];
  } else if (number < kShort + kLong) {
    text += kDigits[kShort + (number - kShort) / 64];
    text += kDigits[(number - kShort) % 64];
  } else {
    text += kDigits.back();
    append_number(text, number, kBase);
    text += '.';
  }
}

bool take_turn(std::string_view& text, std::uint64_t& number) {
  const std::size_t first = kDigits.find(text.front());
  text.remove_prefix(1);
  if (first < kShort) {
    number = first;
    return true;
  }
  if (first == std::string_view::npos || text.empty()) return false;
  if (first == kDigits.size() - 1)
    return take_number(text, number, kBase) && take(text, '.') && number >= kShort + kLong;
  const std::size_t second = kDigits.find(text.front());
  text.remove_prefix(1);
  number = kShort + (first - kShort) * 64 + second;
  return second != std::string_view::npos;
}

bool take_name(std::string_view& text, std::string& name) {
  const std::size_t length = std::min(text.find_first_not_of("0123456789:"), text.size());
  name = text.substr(0, length);
  text.remove_prefix(length);
  return length > 0;
}

std::optional<std::vector<Turn>> turns_of_first_version(std::string_view text) {
  std::vector<Turn> turns;
  do {
    Turn turn{};
    if (!take_name(text, turn.thread)) return {};
    std::uint64_t until = 0;
    if (take(text, '.') && (!take_number(text, until, kBase, UINT32_MAX) || until == 0)) return {};
    turn.until = static_cast<std::uint32_t>(until);
    turns.push_back(turn);
  } while (take(text, '_'));
  if (!text.empty()) return {};
  return turns;
}

std::optional<std::vector<Turn>> turns_from(std::string_view text) {
  std::vector<std::string> names{"0"};
  while (!take(text, '-')) {
    if (names.size() > 1 && !take(text, '.')) return {};
    if (!take_name(text, names.emplace_back())) return {};
  }
  std::vector<std::uint32_t> places(names.size());
  std::vector<Turn> turns;
  while (!text.empty()) {
    std::uint64_t number = 0;
    if (!take_turn(text, number)) return {};
    const std::size_t thread = number % names.size();
    const std::uint64_t way = number / names.size();
    if (way > UINT32_MAX - places[thread]) return {};
    if (way != 0) places[thread] += static_cast<std::uint32_t>(way);
    turns.push_back({names[thread], way == 0 ? 0 : places[thread]});
  }
  return turns;
}

}  // namespace

std::string to_text(const Schedule& schedule) {
  std::string text = "2-";
  append_number(text, schedule.program, 16);
  text += schedule.keeps_durations ? "-k" : "-a";
  if (schedule.gil) text += "g";
  if (schedule.turns.empty()) return text;
  text += '-';
  std::vector<std::string> names{"0"};
  const auto number_of = [&](const std::string& name) {
    return static_cast<std::size_t>(std::find(names.begin(), names.end(), name) - names.begin());
  };
  for (const Turn& turn : schedule.turns) {
    if (number_of(turn.thread) < names.size()) continue;
    text += (names.size() > 1 ? "." : "") + turn.thread;
    names.push_back(turn.thread);
  }
  text += '-';
  std::vector<std::uint32_t> places(names.size());
  for (const Turn& turn : schedule.turns) {
    const std::size_t thread = number_of(turn.thread);
    // A place is never left behind: positions grow.
    const std::uint64_t way = turn.until == 0 ? 0 : turn.until - places[thread];
    if (turn.until != 0) places[thread] = turn.until;
    append_turn(text, way * names.size() + thread);
  }
  return text;
}

std::optional<Schedule> schedule_from(std::string_view text) {
  Schedule schedule;
  const bool is_first_version = take(text, '1');
  if (!is_first_version && !take(text, '2')) return {};
  if (!take(text, '-') || !take_number(text, schedule.program, 16) || !take(text, '-')) return {};
  schedule.keeps_durations = take(text, 'k');
  if (!schedule.keeps_durations && !take(text, 'a')) return {};
  schedule.gil = take(text, 'g');
  if (text.empty()) return schedule;
  if (!take(text, '-')) return {};
  std::optional<std::vector<Turn>> turns = is_first_version ? turns_of_first_version(text) : turns_from(text);
  if (!turns || turns->empty()) return {};
  schedule.turns = std::move(*turns);
  return schedule;
}

std::vector<Turn> turns_of(std::span<const Candidate> steps, std::span<const Candidate> pending,
                           const ThreadNames& names) {
  // Where each thread stands at its next step from the present one on; 0: it has none, nor would have.
  std::vector<std::uint32_t> places;
  const auto place_of = [&](ThreadNumber thread) -> std::uint32_t& {
    if (thread >= places.size()) places.resize(thread + 1);
    return places[thread];
  };
  for (const Candidate& each : pending) place_of(each.thread) = each.position;
  std::vector<Turn> turns;  // the last one first
  for (std::size_t i = steps.size(); i-- > 0;) {
    const auto [thread, position] = steps[i];
    if (i + 1 == steps.size() || steps[i + 1].thread != thread)
      turns.push_back({names.name_of(thread), place_of(thread)});
    place_of(thread) = position;
  }
  if (steps.empty() || steps.front().thread != 0) turns.push_back({names.name_of(0), place_of(0)});
  std::reverse(turns.begin(), turns.end());
  return turns;
}

std::vector<Turn> turns_of(const std::vector<Step>& steps, const std::vector<Step>& pending, const ThreadNames& names) {
  const auto places_of = [](const std::vector<Step>& all) {
    std::vector<Candidate> places;
    for (const Step& step : all) places.push_back({step.thread, step.position});
    return places;
  };
  return turns_of(places_of(steps), places_of(pending), names);
}

std::size_t Replay::next_turn(std::span<const Candidate> ready) {
  for (; at_ < turns_.size(); ++at_) {
    const Turn& turn = turns_[at_];
    for (std::size_t i = 0; i < ready.size(); ++i) {
      if (names_.name_of(ready[i].thread) != turn.thread || (turn.until != 0 && ready[i].position >= turn.until))
        continue;
      last_ = ready[i].thread;
      return i;
    }
  }
  return kNobody;
}

std::size_t Replay::next(std::span<const Candidate> ready) {
  if (const std::size_t found = next_turn(ready); found != kNobody) return found;
  for (std::size_t i = 0; i < ready.size(); ++i) {
    if (ready[i].thread == last_) return i;
  }
  last_ = ready.front().thread;
  return 0;
}

}  // namespace threadbook::explore
