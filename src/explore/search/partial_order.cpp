#include "explore/search/partial_order.h"

#include <algorithm>
#include <cmath>
#include <functional>
#include <unordered_map>

#include "explore/search/search.h"

namespace threadbook::explore {

namespace {

constexpr std::size_t kDraws = 30;
constexpr std::uint32_t kNone = 0xFFFF'FFFF;

std::uint64_t mix(std::uint64_t number) {
  number = (number ^ (number >> 30)) * 0xBF58'476D'1CE4'E5B9u;
  number = (number ^ (number >> 27)) * 0x94D0'49BB'1331'11EBu;
  return number ^ (number >> 31);
}

}  // namespace

PartialOrder::PartialOrder(const std::vector<Step>& steps) : before_(steps.size()) {
  // Steps at an object, by thread: where one of them comes before a step, all earlier ones of its thread do.
  struct OfThread {
    ThreadNumber thread;
    std::vector<std::uint32_t> steps;
  };
  // What comes before a step, itself included: how many of each thread.
  using Clock = std::vector<std::uint32_t>;
  std::unordered_map<std::uint64_t, std::vector<OfThread>> touching;
  std::vector<std::uint32_t> last;  // of each thread, by number; kNone
  std::vector<Clock> clocks(steps.size());
  std::vector<std::uint64_t> hashes(steps.size());
  const auto covers = [&](const Clock& clock, std::uint32_t i) {
    const ThreadNumber thread = steps[i].thread;
    return thread < clock.size() && clock[thread] >= clocks[i][thread];
  };
  for (std::uint32_t i = 0; i < steps.size(); ++i) {
    const Step& step = steps[i];
    if (step.thread >= last.size()) last.resize(step.thread + 1, kNone);
    const Clock none;
    const Clock& own = last[step.thread] != kNone ? clocks[last[step.thread]] : none;
    std::vector<std::uint32_t> found;
    for (ThreadNumber thread = 0; thread < last.size(); ++thread) {
      if (last[thread] != kNone && (step.follows_all || thread == step.thread)) found.push_back(last[thread]);
    }
    for (const Touched& touched : step.touches) {
      std::vector<OfThread>& all = touching[touched.object];
      std::vector<std::uint32_t>* its_own = nullptr;
      for (OfThread& each : all) {
        if (each.thread == step.thread) {
          its_own = &each.steps;
          continue;
        }
        for (std::size_t j = each.steps.size(); j-- > 0 && !covers(own, each.steps[j]);) {
          if (!are_dependent(steps[each.steps[j]].touches, step.touches)) continue;
          found.push_back(each.steps[j]);
          break;
        }
      }
      if (its_own == nullptr) its_own = &all.emplace_back(OfThread{step.thread, {}}).steps;
      if (its_own->empty() || its_own->back() != i) its_own->push_back(i);
    }
    // Those that do not come before others of them.
    std::sort(found.begin(), found.end(), std::greater<>());
    Clock clock;
    for (const std::uint32_t j : found) {
      if (covers(clock, j)) continue;
      before_[i].push_back(j);
      if (clock.size() < clocks[j].size()) clock.resize(clocks[j].size(), 0);
      for (std::size_t k = 0; k < clocks[j].size(); ++k) clock[k] = std::max(clock[k], clocks[j][k]);
    }
    if (clock.size() <= step.thread) clock.resize(step.thread + 1, 0);
    ++clock[step.thread];
    // Of its thread it is the how-manieth, and after what it comes: in no matter which order that was.
    std::uint64_t its = mix((std::uint64_t{step.thread} << 32) + clock[step.thread]);
    for (const std::uint32_t j : before_[i]) its += mix(hashes[j]);
    hashes[i] = mix(its);
    hash_ += hashes[i];
    clocks[i] = std::move(clock);
    last[step.thread] = i;
  }
}

double PartialOrder::log_of_orders(Dice& dice) const {
  std::vector<std::vector<std::uint32_t>> after(before_.size());
  for (std::uint32_t i = 0; i < before_.size(); ++i) {
    for (const std::uint32_t j : before_[i]) after[j].push_back(i);
  }
  std::vector<double> logarithms;
  std::vector<std::size_t> missing;
  std::vector<std::uint32_t> free;
  for (std::size_t draw = 0; draw < kDraws; ++draw) {
    missing.clear();
    free.clear();
    for (std::uint32_t i = 0; i < before_.size(); ++i) {
      missing.push_back(before_[i].size());
      if (before_[i].empty()) free.push_back(i);
    }
    double logarithm = 0;
    while (!free.empty()) {
      logarithm += std::log(static_cast<double>(free.size()));
      const std::size_t chosen = dice.below(free.size());
      const std::uint32_t step = free[chosen];
      free[chosen] = free.back();
      free.pop_back();
      for (const std::uint32_t i : after[step]) {
        if (--missing[i] == 0) free.push_back(i);
      }
    }
    logarithms.push_back(logarithm);
  }
  return log_of_mean(logarithms);
}

double log_of_mean(const std::vector<double>& logarithms) {
  if (logarithms.empty()) return 0;
  const double greatest = *std::max_element(logarithms.begin(), logarithms.end());
  double sum = 0;
  for (const double each : logarithms) sum += std::exp(each - greatest);
  return greatest + std::log(sum / static_cast<double>(logarithms.size()));
}

}  // namespace threadbook::explore
