// What the threads of a run do, on lanes: one for each thread, one for each lock or other thing they share, over one
// axis of time (src/trace). Below them a sentence about what is pointed at or chosen; above them, where the threads can
// never go on, why.
//
// What is looked at is the view's (lanes_view.h), how it looks the painting's (lanes_painting.h); here is where it
// stands in the card, and what the reader's hands do to it.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "ui/card/lanes_painting.h"
#include "ui/card/lanes_view.h"
#include "ui/card/panel.h"
#include "ui/card/why_box.h"

namespace threadbook::ui {

class LanesPanel final : public Panel {
 public:
  using Panel::Panel;

  bool beside() const override { return true; }
  float lay_out(const PageColumns& columns, float side, float width) override;
  std::vector<Overlay> overlays() const override;
  void paint(const View& view, const Rect& area, float top, float bottom) const override;
  void clicked(ExamplePart part) override;
  bool pointed(const Gesture& gesture) override;
  bool send(Host& host, double now) override;
  void forget_sent() override { told_ = 0; }

  const LanesView& view() const { return view_; }
  // A run begins. Until it is over the lanes keep the height they had.
  void begin();
  // What was written behind so many bytes is looked for on the lanes, and chosen.
  void show_output(std::uint64_t position);
  // Nothing is chosen any more.
  void clear();

 private:
  // The picture's corner is that of the first row's name.
  Rect picture() const;
  void light();
  // Buttons of the head, from the right edge.
  struct HeadButton {
    ExamplePart part;
    Rect rect;  // from the panel's corner
    std::string_view text;
    std::string label;
    bool is_enabled;
  };
  std::vector<HeadButton> buttons() const;
  void paint_head(const View& view, const Rect& head) const;

  LanesView view_;
  float side_ = 0, width_ = 0, height_ = 0;
  float kept_ = 0;   // the height of the last run's lanes, while the next one goes on
  float label_ = 0;  // the width of what is written before the lanes
  float head_ = 0;   // its height
  float rows_top_ = 0;
  bool has_room_ = false;  // for all buttons
  WhyBox why_;
  float why_height_ = 0;
  std::uint64_t told_ = 0;  // Story::version() of the text that was told
  double told_at_ = -1;
};

}  // namespace threadbook::ui
