// The threads of a run: who is alive, what each does, and in which line; and who has been.
#pragma once

#include "ui/card/panel.h"

namespace threadbook::ui {

class ThreadsPanel final : public Panel {
 public:
  using Panel::Panel;

  bool beside() const override { return true; }
  float lay_out(const PageColumns& columns, float side, float width) override;
  void paint(const View& view, const Rect& area, float top, float bottom) const override;

 private:
  ThreadsLayout layout_;
  float side_ = 0;
};

}  // namespace threadbook::ui
