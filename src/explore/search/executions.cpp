#include "explore/search/executions.h"

#include <algorithm>
#include <numeric>
#include <tuple>
#include <utility>

#include "explore/schedule.h"
#include "python/objects/str.h"

namespace threadbook::explore {

namespace {

// "counter", ".balance"; empty where it has no name.
std::string name_of(const Place& place) {
  return place.name == nullptr ? "" : (place.is_attribute ? "." : "") + place.name->to_utf8();
}

std::vector<std::uint32_t> as_they_came(const std::vector<Step>& steps) {
  std::vector<std::uint32_t> order(steps.size());
  std::iota(order.begin(), order.end(), 0u);
  return order;
}

}  // namespace

DeterministicOptions options_of_search(const ExploreOptions& options, Contention& contention, ThreadNames& names) {
  DeterministicOptions how;
  how.seed = options.seed;
  how.granularity = options.gil ? Granularity::SharedGil : Granularity::Shared;
  how.keeps_durations = options.keeps_durations;
  how.ends_deadlocks = true;
  how.most_steps = options.most_steps;
  how.most_moments = kMostMoments;
  how.contention = &contention;
  how.names = &names;
  how.may_run_again = true;
  return how;
}

Tried::Tried(const std::vector<Step>& its_steps, const std::vector<Step>& its_pending,
             std::vector<std::uint32_t> its_order, const ThreadNames& names)
    : steps(its_steps), pending(its_pending), order(std::move(its_order)) {
  ThreadNumber last = 0;
  for (std::size_t i = 0; i < order.size(); ++i) {
    const ThreadNumber thread = steps[order[i]].thread;
    if (i > 0 && thread == last) continue;
    switches += i > 0;
    tie = (tie ^ names.hash_of(thread) ^ i) * 0x100'0000'01B3u;
    last = thread;
  }
}

Tried::Tried(const std::vector<Step>& its_steps, const std::vector<Step>& its_pending, const ThreadNames& names)
    : Tried(its_steps, its_pending, as_they_came(its_steps), names) {}

Tally::Tally(std::string_view source, const ExploreOptions& options, const ThreadNames& names)
    : program_(hash_of_program(source)), options_(options), names_(names) {}

template <class Told>
void Tally::tell(Told& told, const Tried& tried) const {
  std::vector<Step> ordered;
  for (std::uint32_t i : tried.order) ordered.push_back(tried.steps[i]);
  told.switches = tried.switches;
  told.tie = tried.tie;
  told.schedule = to_text({program_, options_.keeps_durations, options_.gil, turns_of(ordered, tried.pending, names_)});
}

void Tally::add(Verdict& verdict, Execution&& execution, const Tried& tried) const {
  Outcome& outcome = verdict.count(std::move(execution));
  if (outcome.traces > 1 && std::tie(tried.switches, tried.tie) >= std::tie(outcome.switches, outcome.tie)) return;
  tell(outcome, tried);
}

void Tally::add(Verdict& verdict, const Races::Race& race, const Tried& tried) const {
  const auto found = std::find_if(verdict.races.begin(), verdict.races.end(), [&](const RaceReport& each) {
    return std::minmax(each.first.line, each.second.line) == std::minmax(race.first.line, race.second.line);
  });
  const bool is_new = found == verdict.races.end();
  const std::string& first = names_.name_of(race.first.thread);
  const std::string& second = names_.name_of(race.second.thread);
  const auto rank = std::tie(race.is_question, tried.switches, tried.tie, first, second);
  if (!is_new &&
      rank >= std::tie(found->is_question, found->switches, found->tie, found->first.thread, found->second.thread)) {
    return;
  }
  RaceReport report;
  report.variable = name_of(race.place);
  report.first = {first, race.first.line, race.first.writes};
  report.second = {second, race.second.line, race.second.writes};
  report.is_question = race.is_question;
  tell(report, tried);
  if (is_new) {
    verdict.races.push_back(std::move(report));
  } else {
    *found = std::move(report);
  }
}

}  // namespace threadbook::explore
