// What sets a program going and stops it: one button that is Run or Stop, Step, Every order, Reset, the switch of the
// GIL, and what the program is at. It stays in sight as long as any of its card is.
#pragma once

#include "ui/card/panel.h"

namespace threadbook::ui {

class ToolsPanel final : public Panel {
 public:
  ToolsPanel(Example& example, std::size_t index, Host& host) : Panel(example, index), host_(host) {}

  float lay_out(const PageColumns& columns, float side, float width) override;
  std::vector<Overlay> overlays() const override;
  bool is_raised() const override { return true; }
  void paint(const View& view, const Rect& area, float top, float bottom) const override;
  void clicked(ExamplePart part) override;

 private:
  void paint_button(const View& view, const Rect& rect, std::string_view text, ExamplePart part, bool is_primary,
                    bool is_enabled, void (*icon)(Painter&, Point, float, Color), bool is_on = false) const;
  void paint_state(const View& view, const Rect& rect) const;
  void paint_switch(const View& view, const Rect& rect) const;

  Host& host_;
  ToolsLayout layout_;
};

}  // namespace threadbook::ui
