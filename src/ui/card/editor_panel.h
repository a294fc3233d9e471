// The program's text: painted here in its colours, edited in a text field of the host that lies over it.
#pragma once

#include "ui/card/panel.h"

namespace threadbook::ui {

class EditorPanel final : public Panel {
 public:
  using Panel::Panel;

  float lay_out(const PageColumns& columns, float side, float width) override;
  std::vector<Overlay> overlays() const override;
  void paint(const View& view, const Rect& area, float top, float bottom) const override;
  bool pointed(const Gesture& gesture) override;
  bool scrolled(float left, float top, bool at_end) override;
  bool send(Host& host, double now) override;
  void forget_sent() override { shown_ = 0; }

  // The host's field holds `version` of the text already: it was typed there.
  void typed() { shown_ = example_.text_version(); }

 private:
  void paint_markers(const View& view, const Rect& area) const;

  float width_ = 0;
  Rect code_;  // where the first column begins
  float font_size_ = 0;
  float line_height_ = 0;
  std::uint32_t stop_ = 0;   // the line that keys have come to, of those to stop at
  float left_ = 0;           // how far the text is scrolled
  std::uint64_t shown_ = 0;  // version of the text that the host's field holds; 0: it is empty
};

}  // namespace threadbook::ui
