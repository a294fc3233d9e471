#include "explore/contention.h"

namespace threadbook::explore {

using python::Manner;

bool Contention::begin() {
  touched_.clear();
  const bool learnt = has_learnt_;
  has_learnt_ = false;
  return learnt;
}

void Contention::add(std::uint32_t& who, std::uint32_t thread) {
  who = who == Who::kNobody || who == thread ? thread : Who::kSeveral;
}

bool Contention::meets(std::uint32_t who, std::uint32_t thread) { return who != Who::kNobody && who != thread; }

void Contention::note(std::uint64_t exact, std::uint64_t key, std::uint32_t thread, Manner manner) {
  Who& who = touched_[exact];
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
  if (met && contended_.insert(key).second) has_learnt_ = true;
}

}  // namespace threadbook::explore
