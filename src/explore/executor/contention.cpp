#include "explore/executor/contention.h"

#include <utility>

namespace threadbook::explore {

using python::Manner;

bool Contention::begin() {
  ++execution_;
  count_ = 0;
  const bool learnt = has_learnt();
  is_settled_ = std::exchange(has_begun_, true) && !learnt;
  if (learnt && ++beginnings_ == kMostBeginnings) is_all_ = true;
  learnt_.clear();
  return learnt;
}

void Contention::add(std::uint32_t& who, std::uint32_t thread) {
  who = who == Who::kNobody || who == thread ? thread : Who::kSeveral;
}

bool Contention::meets(std::uint32_t who, std::uint32_t thread) { return who != Who::kNobody && who != thread; }

Contention::Who& Contention::who_touches(std::uint64_t exact) {
  if ((count_ + 1) * 2 > touched_.size()) grow();
  const std::size_t mask = touched_.size() - 1;
  std::size_t place = exact & mask;
  while (touched_[place].execution == execution_ && touched_[place].exact != exact) place = (place + 1) & mask;
  Touch& touch = touched_[place];
  if (touch.execution != execution_) {
    touch = {exact, execution_, {}};
    ++count_;
  }
  return touch.who;
}

void Contention::grow() {
  std::vector<Touch> before(touched_.size() * 2);
  before.swap(touched_);
  count_ = 0;
  for (const Touch& touch : before) {
    if (touch.execution == execution_) who_touches(touch.exact) = touch.who;
  }
}

bool Contention::note(std::uint64_t exact, std::uint64_t key, std::uint32_t thread, Manner manner) {
  Who& who = who_touches(exact);
  bool met = meets(who.writes, thread);
  switch (manner) {
    case Manner::Reads:
      met |= meets(who.adds, thread);
      add(who.reads, thread);
      break;
    case Manner::Writes:
      met |= meets(who.adds, thread) || meets(who.reads, thread);
      add(who.writes, thread);
      break;
    case Manner::Adds:
      met |= meets(who.reads, thread);
      add(who.adds, thread);
      break;
  }
  if (!met || is_all_ || !contended_.insert(key).second) return false;
  learnt_.push_back(key);
  return true;
}

}  // namespace threadbook::explore
