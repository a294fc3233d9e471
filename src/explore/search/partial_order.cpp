#include "explore/search/partial_order.h"

#include <algorithm>
#include <cmath>
#include <unordered_map>

#include "explore/search/search.h"

namespace threadbook::explore {

namespace {

constexpr std::size_t kDraws = 30;

std::uint64_t mix(std::uint64_t number) {
  number = (number ^ (number >> 30)) * 0xBF58'476D'1CE4'E5B9u;
  number = (number ^ (number >> 27)) * 0x94D0'49BB'1331'11EBu;
  return number ^ (number >> 31);
}

}  // namespace

PartialOrder::PartialOrder(const std::vector<Step>& steps) : before_(steps.size()) {
  std::unordered_map<std::uint64_t, std::vector<std::uint32_t>> touching;
  std::unordered_map<ThreadNumber, std::uint32_t> last, counts;
  std::vector<std::uint64_t> hashes(steps.size());
  for (std::uint32_t i = 0; i < steps.size(); ++i) {
    const Step& step = steps[i];
    std::vector<std::uint32_t>& before = before_[i];
    if (const auto found = last.find(step.thread); found != last.end()) before.push_back(found->second);
    if (step.follows_all) {
      for (std::uint32_t j = 0; j < i; ++j) before.push_back(j);
    }
    for (const Touched& touched : step.touches) {
      std::vector<std::uint32_t>& list = touching[touched.object];
      for (const std::uint32_t j : list) {
        if (j != i && are_dependent(steps[j].touches, step.touches)) before.push_back(j);
      }
      if (list.empty() || list.back() != i) list.push_back(i);
    }
    std::sort(before.begin(), before.end());
    before.erase(std::unique(before.begin(), before.end()), before.end());
    // Of its thread it is the how-manieth, and after what it comes: in no matter which order that was.
    std::uint64_t its = mix((std::uint64_t{step.thread} << 32) + ++counts[step.thread]);
    for (const std::uint32_t j : before) its += mix(hashes[j]);
    hashes[i] = mix(its);
    hash_ += hashes[i];
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
