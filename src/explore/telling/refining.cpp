#include "explore/telling/refining.h"

#include <algorithm>
#include <utility>

#include "explore/schedule.h"
#include "explore/telling/trials.h"

namespace threadbook::explore {

namespace {

constexpr std::size_t kMostOutcomes = 12;
constexpr std::size_t kMostRounds = 8;
constexpr std::size_t kMostChanges = 80;       // of one outcome, in one round
constexpr std::size_t kMostSteps = 2'000'000;  // of all trials

// An outcome's order, while it is being refined.
struct Refined {
  Outcome* outcome;
  Trial trial;              // of that order
  std::vector<Turn> turns;  // of that order
  // The same with one thing changed: at a place, one thread goes on before another.
  struct Change {
    bool is_undone_switch;  // else two turns have changed places
    std::size_t earlier_at,
        later_at;  // steps of the order: what is about to be done there by who is earlier, and later
    std::vector<Turn> turns;
    Trial trial;
  };
  std::vector<Change> changes;
  bool is_done = false;
};

std::pair<std::size_t, std::size_t> length_of(const Trial& trial) { return {trial.switches(), trial.steps.size()}; }

// What is to be tried: each switch that nothing forces undone, and every two turns in the other order.
std::vector<Refined::Change> changes_of(const Refined& refined) {
  std::vector<Refined::Change> changes;
  const std::vector<Trial::Step>& steps = refined.trial.steps;
  std::size_t turn = !steps.empty() && steps.front().thread != 0 ? 1 : 0;
  std::size_t begin = 0;  // of the turn
  for (std::size_t i = 1; i < steps.size() && changes.size() < kMostChanges; ++i) {
    if (steps[i].thread == steps[i - 1].thread) continue;
    ++turn;
    if (steps[i].is_preempting) {
      changes.push_back({true, i - 1, i, refined.turns, {}});
      changes.back().turns[turn - 1].until = 0;
    }
    if (turn > 1) {
      changes.push_back({false, i, begin, refined.turns, {}});
      std::swap(changes.back().turns[turn - 1], changes.back().turns[turn]);
    }
    begin = i;
  }
  return changes;
}

// For an order that no such change leads away from: at each step of a thread one that comes later goes on first, as far
// as it can; the last steps first.
std::vector<Refined::Change> more_changes_of(const Refined& refined) {
  std::vector<Refined::Change> changes;
  const std::vector<Trial::Step>& steps = refined.trial.steps;
  std::size_t turn = refined.turns.size() - 1;  // of the step
  for (std::size_t i = steps.size(); i-- > 0 && changes.size() < kMostChanges;) {
    if (i + 1 < steps.size() && steps[i].thread != steps[i + 1].thread) --turn;
    for (std::size_t later = turn + 1, at = i; later < refined.turns.size(); ++later) {
      while (at + 1 < steps.size() && steps[at].thread == steps[at + 1].thread) ++at;
      if (++at == steps.size()) break;
      if (steps[at].thread == steps[i].thread) continue;
      std::vector<Turn> turns = refined.turns;
      Turn split = turns[turn];
      turns[turn].until = steps[i].position;
      const Turn first = turns[later];
      turns.insert(turns.begin() + static_cast<std::ptrdiff_t>(turn) + 1, {{first.thread, 0}, std::move(split)});
      changes.push_back({false, at, i, std::move(turns), {}});
    }
  }
  return changes;
}

// The line of the thread's next step from `begin` on; 0: it has none.
std::uint32_t next_line(const Trial& trial, ThreadNumber thread, std::size_t begin) {
  for (std::size_t i = begin; i < trial.steps.size(); ++i) {
    if (trial.steps[i].thread == thread) return trial.steps[i].line;
  }
  for (const Trial::Step& step : trial.pending) {
    if (step.thread == thread) return step.line;
  }
  return 0;
}

// Line `number` of the program, without the blanks before it.
std::string code_in(std::string_view source, std::uint32_t number) {
  if (number == 0) return "";
  while (--number > 0 && !source.empty()) source.remove_prefix(std::min(source.size(), source.find('\n') + 1));
  source = source.substr(0, source.find('\n'));
  source.remove_prefix(std::min(source.size(), source.find_first_not_of(" \t")));
  return std::string(source);
}

class Refining {
 public:
  Refining(Verdict& verdict, std::string_view source, const ExploreOptions& options, const std::atomic<bool>& stops)
      : verdict_(verdict), source_(source), options_(options), stops_(stops) {}

  void go();

 private:
  std::vector<Trial> attempt(const std::vector<std::vector<Turn>>& orders);
  void take_best(Refined& refined);
  void tell(Refined& refined);
  void tell_otherwise(const Refined& refined);
  Difference difference(const Refined& refined, const Refined::Change& change) const;
  TurnNote turn_note(ThreadNumber thread, std::uint32_t line, TurnNote::Switch how) const;
  Difference::Side side(const Trial& trial, ThreadNumber thread, std::size_t begin) const;
  std::string text_of(std::vector<Turn> turns) const;

  Verdict& verdict_;
  const std::string_view source_;
  const ExploreOptions& options_;
  const std::atomic<bool>& stops_;
  ThreadNames names_;
  std::size_t steps_left_ = kMostSteps;
};

std::vector<Trial> Refining::attempt(const std::vector<std::vector<Turn>>& orders) {
  std::vector<Trial> trials = try_orders(source_, options_, orders, names_, stops_, steps_left_);
  for (const Trial& trial : trials) steps_left_ -= std::min(steps_left_, trial.steps.size());
  return trials;
}

void Refining::go() {
  std::vector<Refined> all;
  std::vector<std::vector<Turn>> orders;
  for (Outcome& outcome : verdict_.outcomes) {
    if (all.size() == kMostOutcomes) break;
    const auto schedule = schedule_from(outcome.schedule);
    if (!schedule || outcome.end == End::Limit || outcome.end == End::Stopped) continue;
    all.push_back({&outcome, {}, {}, {}});
    orders.push_back(schedule->turns);
  }
  std::vector<Trial> trials = attempt(orders);
  if (trials.size() < all.size()) return;
  for (std::size_t i = 0; i < all.size(); ++i) {
    all[i].trial = std::move(trials[i]);
    all[i].turns = all[i].trial.turns(names_);
  }
  std::erase_if(all, [](const Refined& each) { return !each.outcome->is_of(each.trial.execution); });

  for (std::size_t round = 0; round < kMostRounds; ++round) {
    orders.clear();
    for (Refined& refined : all) {
      if (refined.is_done) continue;
      refined.changes = changes_of(refined);
      for (const Refined::Change& change : refined.changes) orders.push_back(change.turns);
    }
    if (orders.empty()) break;
    trials = attempt(orders);
    if (trials.size() < orders.size()) return;  // enough, or stopped
    std::size_t next = 0;
    for (Refined& refined : all) {
      if (refined.is_done) continue;
      for (Refined::Change& change : refined.changes) change.trial = std::move(trials[next++]);
      take_best(refined);
    }
  }
  for (Refined& refined : all) tell(refined);
  for (Refined& refined : all) {
    tell_otherwise(refined);
    if (refined.outcome->otherwise) continue;
    orders.clear();
    refined.changes = more_changes_of(refined);
    for (const Refined::Change& change : refined.changes) orders.push_back(change.turns);
    trials = attempt(orders);
    refined.changes.resize(trials.size());
    for (std::size_t i = 0; i < trials.size(); ++i) refined.changes[i].trial = std::move(trials[i]);
    std::reverse(refined.changes.begin(), refined.changes.end());
    tell_otherwise(refined);
  }
}

// Goes on with an order that leads to the same with fewer switches, if there is one.
void Refining::take_best(Refined& refined) {
  Trial* best = nullptr;
  for (Refined::Change& change : refined.changes) {
    if (refined.outcome->is_of(change.trial.execution) &&
        length_of(change.trial) < length_of(best != nullptr ? *best : refined.trial)) {
      best = &change.trial;
    }
  }
  if (best == nullptr) {
    refined.is_done = true;
    return;
  }
  refined.trial = std::move(*best);
  refined.turns = refined.trial.turns(names_);
}

std::string Refining::text_of(std::vector<Turn> turns) const {
  return to_text({hash_of_program(source_), options_.keeps_durations, options_.gil, std::move(turns)});
}

TurnNote Refining::turn_note(ThreadNumber thread, std::uint32_t line, TurnNote::Switch how) const {
  return {names_.name_of(thread), line, code_in(source_, line), how};
}

// Of the thread's next step from `begin` on.
Difference::Side Refining::side(const Trial& trial, ThreadNumber thread, std::size_t begin) const {
  const std::uint32_t line = next_line(trial, thread, begin);
  const bool is_first = std::none_of(trial.steps.begin(), trial.steps.begin() + static_cast<std::ptrdiff_t>(begin),
                                     [&](const Trial::Step& step) { return step.thread == thread; });
  return {names_.name_of(thread), line, code_in(source_, line), is_first};
}

void Refining::tell(Refined& refined) {
  const std::vector<Trial::Step>& steps = refined.trial.steps;
  Outcome& outcome = *refined.outcome;
  outcome.schedule = text_of(refined.turns);
  outcome.switches = refined.trial.switches();
  outcome.turns.clear();
  if (steps.empty() || steps.front().thread != 0)
    outcome.turns.push_back(turn_note(0, next_line(refined.trial, 0, 0), TurnNote::Switch::Forced));
  for (std::size_t i = 0; i < steps.size(); ++i) {
    if (i > 0 && steps[i].thread == steps[i - 1].thread) continue;
    if (outcome.turns.size() == Outcome::kMostTurns) break;
    std::size_t end = i;
    while (end < steps.size() && steps[end].thread == steps[i].thread) ++end;
    TurnNote note = turn_note(steps[i].thread, next_line(refined.trial, steps[i].thread, end),
                              steps[i].is_preempting ? TurnNote::Switch::Incidental : TurnNote::Switch::Forced);
    for (const Refined::Change& change : refined.changes) {
      if (change.is_undone_switch && change.later_at == i && !outcome.is_of(change.trial.execution))
        note.how = TurnNote::Switch::Matters;
    }
    outcome.turns.push_back(std::move(note));
  }
}

Difference Refining::difference(const Refined& refined, const Refined::Change& change) const {
  const std::vector<Trial::Step>& steps = refined.trial.steps;
  Difference::Side earlier =
      side(refined.trial, steps[change.earlier_at].thread, std::max(change.earlier_at, change.later_at));
  Difference::Side later = side(refined.trial, steps[change.later_at].thread, change.later_at);
  const Execution& then = change.trial.execution;
  return {std::move(earlier), std::move(later), text_of(change.trial.turns(names_)), then.end, then.out};
}

// Where the order parts from one that ends otherwise: the last such place.
void Refining::tell_otherwise(const Refined& refined) {
  Outcome& outcome = *refined.outcome;
  const auto ends_well = [](const Execution& execution) {
    return execution.end == End::Finished && execution.status == 0;
  };
  const Refined::Change* nearest = nullptr;
  for (const Refined::Change& change : refined.changes) {
    const Execution& execution = change.trial.execution;
    if (outcome.is_of(execution) || execution.end == End::Limit) continue;
    // Rather one that goes well, if this does not, and one that does not, if this does.
    if (nearest == nullptr || ends_well(execution) == outcome.is_finding() ||
        ends_well(nearest->trial.execution) != outcome.is_finding())
      nearest = &change;
  }
  if (nearest != nullptr) outcome.otherwise = difference(refined, *nearest);
}

}  // namespace

void refine(Verdict& verdict, std::string_view source, const ExploreOptions& options, const std::atomic<bool>& stops) {
  Refining(verdict, source, options, stops).go();
}

}  // namespace threadbook::explore
