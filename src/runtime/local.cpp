#include "runtime/local.h"

namespace threadbook::runtime {

LocalValues::~LocalValues() {
  while (!values_.empty()) {
    const auto node = values_.extract(values_.begin());
    node.mapped().slot->drop(*this);
  }
}

LocalValues& LocalValues::of_this_thread() { return this_thread_locals(); }

void LocalValues::insert(std::shared_ptr<LocalSlot> slot, void* value) {
  // Those whose Local is gone need not wait for the end of the thread.
  std::erase_if(values_, [](const auto& entry) { return entry.second.slot.use_count() == 1; });
  const LocalSlot* const key = slot.get();
  values_[key] = {std::move(slot), value};
}

}  // namespace threadbook::runtime
