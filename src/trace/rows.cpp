#include "trace/rows.h"

#include <algorithm>
#include <map>

namespace threadbook::trace {
namespace {

constexpr std::size_t kLeastGroup = 3;    // fewer are not worth a row of their own
constexpr std::size_t kMostMembers = 32;  // rows of an open group

// Takes of `lanes` so many: the living, then the latest; in their order.
std::vector<const ThreadLane*> worth_showing(const std::vector<const ThreadLane*>& lanes, std::size_t most) {
  if (lanes.size() <= most) return lanes;
  std::vector<const ThreadLane*> chosen;
  for (const ThreadLane* lane : lanes) {
    if (chosen.size() < most && (lane->is_alive() || lane->started_by == 0)) chosen.push_back(lane);
  }
  for (auto lane = lanes.rbegin(); lane != lanes.rend() && chosen.size() < most; ++lane) {
    if (!(*lane)->is_alive() && (*lane)->started_by != 0) chosen.push_back(*lane);
  }
  std::sort(chosen.begin(), chosen.end());  // they lie in their order
  return chosen;
}

ThreadRow alone(const ThreadLane* lane) { return {{lane}, "", false, false}; }

void add_group(std::vector<ThreadRow>& rows, const std::string& name, const std::vector<const ThreadLane*>& members,
               bool is_open) {
  rows.push_back({members, name, false, is_open});
  if (!is_open) return;
  for (const ThreadLane* lane : worth_showing(members, kMostMembers)) rows.push_back({{lane}, name, true, false});
}

}  // namespace

std::string group_of(std::string_view name) {
  const std::size_t open = name.find(" (");
  if (open != std::string_view::npos && name.ends_with(')'))
    return std::string(name.substr(open + 2, name.size() - open - 3));
  const std::size_t last = name.find_last_not_of("0123456789");
  if (last == std::string_view::npos || last + 1 == name.size()) return std::string(name);
  const std::size_t end = name.find_last_not_of(" -_#:.", last);
  return std::string(name.substr(0, end == std::string_view::npos ? last + 1 : end + 1));
}

std::vector<ThreadRow> thread_rows(const Story& story, const RowsWish& wish) {
  std::vector<ThreadRow> rows;
  const auto& threads = story.threads();
  if (threads.size() <= wish.most_threads) {
    for (const ThreadLane& lane : threads) rows.push_back(alone(&lane));
    return rows;
  }
  std::map<std::string, std::vector<const ThreadLane*>> groups;
  for (const ThreadLane& lane : threads) {
    if (lane.started_by != 0) groups[group_of(lane.name)].push_back(&lane);
  }
  std::vector<const ThreadLane*> singles;
  for (const ThreadLane& lane : threads) {
    if (lane.started_by == 0 || groups[group_of(lane.name)].size() < kLeastGroup) singles.push_back(&lane);
  }
  const auto is_group = [](const auto& group) { return group.second.size() >= kLeastGroup; };
  const auto count = static_cast<std::size_t>(std::count_if(groups.begin(), groups.end(), is_group));
  const std::size_t room = wish.most_threads - std::min(count, wish.most_threads - 1);
  const std::vector<const ThreadLane*> shown = worth_showing(singles, room);
  auto single = shown.begin();
  for (const ThreadLane& lane : threads) {
    if (single != shown.end() && *single == &lane) {
      rows.push_back(alone(*single++));
      continue;
    }
    if (lane.started_by == 0) continue;
    const auto group = groups.find(group_of(lane.name));
    if (is_group(*group) && group->second.front() == &lane) {
      add_group(rows, group->first, group->second, wish.open.contains(group->first));
    }
  }
  return rows;
}

std::vector<const ThingLane*> chosen_things(const Story& story, std::size_t most) {
  std::vector<const ThingLane*> chosen;
  for (const bool is_waited_for : {true, false}) {
    for (const ThingLane& lane : story.things()) {
      if (lane.was_waited_for != is_waited_for || chosen.size() == most) continue;
      if (!is_waited_for && (lane.thing.name.empty() || lane.spans.empty())) continue;
      if (lane.thing.kind == python::ThingKind::Import || lane.thing.kind == python::ThingKind::Future) continue;
      chosen.push_back(&lane);
    }
  }
  std::sort(chosen.begin(), chosen.end());
  return chosen;
}

}  // namespace threadbook::trace
