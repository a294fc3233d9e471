#include "explore/executor/random_scheduler.h"

#include <algorithm>

namespace threadbook::explore {

std::uint64_t Dice::roll() {
  std::uint64_t mixed = state_ += 0x9E37'79B9'7F4A'7C15u;
  mixed = (mixed ^ (mixed >> 30)) * 0xBF58'476D'1CE4'E5B9u;
  mixed = (mixed ^ (mixed >> 27)) * 0x94D0'49BB'1331'11EBu;
  return mixed ^ (mixed >> 31);
}

Pct::Pct(std::uint64_t seed, std::size_t depth, std::size_t length) : dice_(seed) {
  for (std::size_t i = 1; i < depth; ++i) moments_.push_back(dice_.below(std::max<std::size_t>(length, 1)));
}

std::size_t Pct::next(std::span<const Candidate> ready) {
  std::size_t best = 0;
  std::uint64_t highest = 0;
  const auto rank_of = [&](ThreadNumber thread) -> std::uint64_t& {
    const auto [entry, is_new] = ranks_.try_emplace(thread, 0);
    if (is_new) entry->second = dice_.roll() | 0x8000'0000'0000'0000u;
    return entry->second;
  };
  const auto find_best = [&] {
    highest = 0;
    for (std::size_t i = 0; i < ready.size(); ++i) {
      if (const std::uint64_t rank = rank_of(ready[i].thread); rank >= highest) highest = rank, best = i;
    }
  };
  find_best();
  const auto moment = std::find(moments_.begin(), moments_.end(), steps_++);
  if (moment != moments_.end()) {
    rank_of(ready[best].thread) = --lowest_;
    find_best();
  }
  return best;
}

}  // namespace threadbook::explore
