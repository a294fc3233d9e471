// A program that is gone through step by step, in a worker of its own (web/explorer): explore::Stepping as the page has
// it.
//
// Nothing reaches a worker that is on its way through many steps, or through none that end. What is wanted then is done
// by another one, from where the first was seen last.
//
// Thread safety: none; the main thread only, and nothing blocks.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "explore/stepping/stepping.h"
#include "ui/surface/explorer_link.h"

namespace threadbook::ui {

class Stepper {
 public:
  Stepper(std::string source, Host& host);

  void tell(explore::StepCommand command);
  // It has been told to do something, and has not done it yet; or there is a problem, of which nobody has heard.
  bool is_busy() const;
  // Looks where it stands. True if view() is another.
  bool poll();
  // Never null; another one does not change it.
  const std::shared_ptr<const explore::StepsView>& view() const { return view_; }
  // Why there are no steps; empty: there are.
  const std::string& problem() const { return link_->problem(); }

 private:
  void begin();
  void send(const explore::StepCommand& command);

  const std::string source_;
  Host& host_;
  std::unique_ptr<ExplorerLink> link_;
  std::uint64_t told_ = 0;     // commands, the worker
  std::uint64_t ignored_ = 0;  // views before it has heard so many are none of the reader's
  std::vector<std::uint32_t> stops_;
  std::shared_ptr<const explore::StepsView> view_ = std::make_shared<explore::StepsView>();
};

}  // namespace threadbook::ui
