#include "explore/telling/held_locks.h"

#include <algorithm>

#include "trace/words.h"

namespace threadbook::explore {

using python::EventKind;

std::uint32_t HeldLocks::happened(const python::Event& event) noexcept {
  const bool ends_wait =
      event.kind == EventKind::Got || event.kind == EventKind::TimedOut || event.kind == EventKind::Interrupted;
  if (ends_wait) {
    // Where threads are not really woken nobody tells that.
    python::Event woken = event;
    woken.kind = EventKind::Woken;
    recorder_.happened(woken);
  }
  recorder_.happened(event);
  if (event.thing == 0 || event.what != python::ThreadActivity::WaitingForLock) return 1;
  const auto held =
      std::find_if(held_.begin(), held_.end(), [&](const Held& each) { return each.thing == event.thing; });
  if (event.kind == EventKind::Got && held == held_.end()) held_.push_back({event.thing, event.thread});
  // Of an RLock the value is how often it is still taken.
  if (event.kind == EventKind::Released && event.value == 0 && held != held_.end()) held_.erase(held);
  return 1;  // the next one, too
}

std::vector<std::string> HeldLocks::held_by(std::uint64_t thread) const {
  const std::vector<python::Thing> things = recorder_.things();
  std::vector<std::string> names;
  for (const Held& each : held_) {
    if (each.thread == thread) names.push_back(trace::name_of(things[each.thing - 1]));
  }
  return names;
}

}  // namespace threadbook::explore
