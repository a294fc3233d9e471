#include "explore/schedule.h"

#include <algorithm>
#include <charconv>

namespace threadbook::explore {

namespace {

constexpr int kBase = 36;

void append_number(std::string& text, std::uint64_t number, int base) {
  char digits[64];
  const auto [end, error] = std::to_chars(digits, digits + sizeof digits, number, base);
  text.append(digits, end);
}

// Takes a number off the front; false if there is none.
template <class T>
bool take_number(std::string_view& text, T& number, int base) {
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number, base);
  if (error != std::errc()) return false;
  text.remove_prefix(static_cast<std::size_t>(end - text.data()));
  return true;
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

std::string to_text(const Schedule& schedule) {
  std::string text = "1-";
  append_number(text, schedule.program, 16);
  text += schedule.keeps_durations ? "-k" : "-a";
  if (schedule.gil) text += "g";
  char before = '-';
  for (const Turn& turn : schedule.turns) {
    text += before;
    text += turn.thread;
    if (turn.until != 0) {
      text += '.';
      append_number(text, turn.until, kBase);
    }
    before = '_';
  }
  return text;
}

std::optional<Schedule> schedule_from(std::string_view text) {
  Schedule schedule;
  if (!take(text, '1') || !take(text, '-') || !take_number(text, schedule.program, 16) || !take(text, '-')) return {};
  schedule.keeps_durations = take(text, 'k');
  if (!schedule.keeps_durations && !take(text, 'a')) return {};
  schedule.gil = take(text, 'g');
  if (text.empty()) return schedule;
  if (!take(text, '-')) return {};
  do {
    Turn turn{};
    const std::size_t length = std::min(text.find_first_not_of("0123456789:"), text.size());
    if (length == 0) return {};
    turn.thread = text.substr(0, length);
    text.remove_prefix(length);
    if (take(text, '.') && (!take_number(text, turn.until, kBase) || turn.until == 0)) return {};
    schedule.turns.push_back(turn);
  } while (take(text, '_'));
  if (!text.empty()) return {};
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
