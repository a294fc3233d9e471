// Who holds which locks at each moment of a run, as its events tell it.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "python/vm/observer.h"
#include "trace/recorder.h"

namespace threadbook::explore {

// Thread safety: for a run all of whose threads are on one OS thread, which is also the one that asks.
class HeldLocks final : public python::Observer {
 public:
  std::uint32_t happened(const python::Event& event) noexcept override;
  void met(const python::Thing& thing) override { recorder_.met(thing); }

  // The names of the locks that the thread of that serial holds.
  std::vector<std::string> held_by(std::uint64_t thread) const;
  // Who waits for what.
  trace::Recorder& recorder() { return recorder_; }

 private:
  struct Held {
    std::uint32_t thing;
    std::uint64_t thread;
  };
  trace::Recorder recorder_{false};
  std::vector<Held> held_;
};

}  // namespace threadbook::explore
