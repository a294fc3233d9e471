#include "explore/verdict.h"

#include <algorithm>
#include <tuple>
#include <utility>

namespace threadbook::explore {

bool Verdict::has_finding() const {
  return std::any_of(outcomes.begin(), outcomes.end(), [](const Outcome& outcome) { return outcome.is_finding(); }) ||
         std::any_of(races.begin(), races.end(), [](const RaceReport& race) { return !race.is_question; });
}

Outcome& Verdict::count(Execution&& execution) {
  auto found =
      std::find_if(outcomes.begin(), outcomes.end(), [&](const Outcome& each) { return each.is_of(execution); });
  if (found == outcomes.end()) {
    found = outcomes.emplace(outcomes.end());
    found->end = execution.end;
    found->status = execution.status;
    found->out = std::move(execution.out);
    found->err = std::move(execution.err);
  }
  ++found->traces;
  return *found;
}

void Verdict::sort() {
  const auto rank = [](const Outcome& each) { return std::tuple(!each.is_finding(), each.switches, each.tie); };
  std::sort(outcomes.begin(), outcomes.end(), [&](const Outcome& a, const Outcome& b) { return rank(a) < rank(b); });
  const auto rank_of_race = [](const RaceReport& each) {
    return std::tuple(each.is_question, each.first.line, each.second.line);
  };
  std::sort(races.begin(), races.end(),
            [&](const RaceReport& a, const RaceReport& b) { return rank_of_race(a) < rank_of_race(b); });
}

bool TestVerdict::has_finding() const {
  return verdict.has_finding() ||
         std::any_of(verdict.outcomes.begin(), verdict.outcomes.end(),
                     [](const Outcome& each) { return each.end == End::Finished && each.status != 0; });
}

}  // namespace threadbook::explore
