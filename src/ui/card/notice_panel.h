// A line of its own for what the reader must know of the text: that it cannot be kept, or that another tab changed it.
#pragma once

#include <array>
#include <string_view>

#include "ui/card/panel.h"

namespace threadbook::ui {

class NoticePanel final : public Panel {
 public:
  using Panel::Panel;

  float lay_out(const PageColumns& columns, float side, float width) override;
  std::vector<Overlay> overlays() const override;
  void paint(const View& view, const Rect& area, float top, float bottom) const override;
  // Takes back the text that was here before another tab changed it.
  void clicked(ExamplePart part) override;

 private:
  Rect words_;              // each line of them is as high
  bool is_narrow_ = false;  // there is not room for all in one line
  Rect button_;
};

}  // namespace threadbook::ui
