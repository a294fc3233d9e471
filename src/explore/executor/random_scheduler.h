// By chance: two ways to draw an order.
#pragma once

#include <cstdint>
#include <unordered_map>
#include <vector>

#include "explore/executor/scheduler.h"

namespace threadbook::explore {

// Numbers that a seed gives: SplitMix64 (Steele, Lea, Flood 2014).
class Dice {
 public:
  explicit Dice(std::uint64_t seed) : state_(seed) {}
  std::uint64_t roll();
  std::size_t below(std::size_t count) { return static_cast<std::size_t>(roll() % count); }

 private:
  std::uint64_t state_;
};

// Each choice by itself: every thread that can go on is as likely as any other.
class RandomWalk final : public Scheduler {
 public:
  explicit RandomWalk(std::uint64_t seed) : dice_(seed) {}
  std::size_t next(std::span<const Candidate> ready) override { return dice_.below(ready.size()); }

 private:
  Dice dice_;
};

// Probabilistic concurrency testing (Burckhardt, Kothari, Musuvathi, Nagarakatte 2010): each thread has a rank drawn at
// its start, whoever has the highest goes on, and at `depth - 1` moments, drawn from the first `length` steps, whoever
// was about to go on falls behind all others. A fault that takes `depth` orders of two steps each in a program of n
// threads and k steps is found with a probability of at least 1 / (n k^(depth - 1)).
class Pct final : public Scheduler {
 public:
  Pct(std::uint64_t seed, std::size_t depth, std::size_t length);
  std::size_t next(std::span<const Candidate> ready) override;

 private:
  Dice dice_;
  std::vector<std::size_t> moments_;  // the latest last
  std::unordered_map<ThreadNumber, std::uint64_t> ranks_;
  std::size_t steps_ = 0;
  std::uint64_t lowest_ = 0x8000'0000'0000'0000u;
};

}  // namespace threadbook::explore
