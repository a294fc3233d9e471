#include "explore/search/races.h"

#include <algorithm>

namespace threadbook::explore {

using python::Manner;

void Races::begin() {
  clocks_.clear();
  starting_.clear();
  primitives_.clear();
  variables_.clear();
  known_.clear();
}

Races::Clock& Races::clock_of(ThreadNumber thread) {
  if (clocks_.size() <= thread) clocks_.resize(thread + 1);
  Clock& clock = clocks_[thread];
  if (clock.size() <= thread) clock.resize(thread + 1, 0);
  return clock;
}

void Races::join(Clock& clock, const Clock& other) {
  if (clock.size() < other.size()) clock.resize(other.size(), 0);
  for (std::size_t i = 0; i < other.size(); ++i) clock[i] = std::max(clock[i], other[i]);
}

bool Races::is_ordered(const Clock& clock, const Access& before) {
  return before.thread < clock.size() && clock[before.thread] >= before.time;
}

void Races::keep(std::vector<Access>& accesses, const Access& access) {
  std::erase_if(accesses, [&](const Access& each) { return each.thread == access.thread; });
  accesses.push_back(access);
}

void Races::started(ThreadNumber parent, ThreadNumber child) { starting_.emplace_back(parent, child); }

// All that their parents have done by now was before them.
void Races::begin_children() {
  for (const auto& [parent, child] : starting_) {
    const Clock before = clock_of(parent);
    join(clock_of(child), before);
  }
  starting_.clear();
}

void Races::meet(const Access& first, bool first_writes, const Access& second, bool second_writes, const Place& place,
                 std::vector<Race>& found) {
  if (first.thread == second.thread || (first.is_atomic && second.is_atomic) || (first.adds && second.adds)) return;
  const bool is_question = (!first_writes && first.is_question) || (!second_writes && second.is_question);
  const std::pair<Met, Met> sides = std::minmax(Met(first.line, first.thread), Met(second.line, second.thread));
  const auto [known, is_new] = known_.try_emplace(sides, is_question);
  if (!is_new && (!known->second || is_question)) return;
  known->second = is_question;
  found.push_back({{first.thread, first.line, first_writes, first.step},
                   {second.thread, second.line, second_writes, second.step},
                   place,
                   is_question});
}

// What is touched is a part of an object, or all of it: that is every part, but for the order.
void Races::touch(const Touched& touched, const Access& access, std::vector<Race>& found) {
  Clock& clock = clock_of(access.thread);
  const bool reads = touched.manner == Manner::Reads;
  const auto meet_with = [&](Variable& variable) {
    // It has read what was written: that is after.
    if (reads) return join(clock, variable.written);
    for (const Access& write : variable.writes) {
      if (!is_ordered(clock, write)) meet(write, true, access, true, touched.place, found);
    }
    for (const Access& read : variable.reads) {
      if (!is_ordered(clock, read)) meet(read, false, access, true, touched.place, found);
    }
  };
  Variable& variable = variables_[{touched.object, touched.part}];
  if (touched.part == python::kWhole) {
    for (auto each = variables_.lower_bound({touched.object, 0});
         each != variables_.end() && each->first.first == touched.object; ++each) {
      meet_with(each->second);
    }
  } else {
    meet_with(variable);
    const auto whole = variables_.find({touched.object, python::kWhole});
    if (whole != variables_.end()) meet_with(whole->second);
  }
  if (reads) return keep(variable.reads, access);
  variable.reads.clear();
  keep(variable.writes, access);
  variable.written = clock;
}

void Races::done(const Step& step, std::size_t index, std::span<const ThreadNumber> woken, std::vector<Race>& found) {
  clock_of(std::max(step.thread, woken.empty() ? 0 : *std::max_element(woken.begin(), woken.end())));
  Clock& clock = clock_of(step.thread);
  const std::uint32_t now = ++clock[step.thread];
  for (const Touched& touched : step.touches) {
    if (touched.is_primitive) {
      Clock& its = primitives_[touched.object];
      join(clock, its);
      its = clock;
    }
  }
  for (const Touched& touched : step.touches) {
    if (touched.is_primitive || touched.object == kOutput || touched.part == python::kOrder) continue;
    if (touched.place.line == 0) continue;  // the library's own affairs
    touch(touched,
          {step.thread, now, touched.place.line, index, touched.is_atomic, touched.is_question,
           touched.manner == Manner::Adds},
          found);
  }
  for (ThreadNumber thread : woken) join(clock_of(thread), clock_of(step.thread));
  begin_children();
}

}  // namespace threadbook::explore
