// What the threads of a run do, on lanes: one for each thread, one for each lock or other thing they share, over one
// axis of time (src/trace). Below them a sentence about what is pointed at or chosen; above them, where the threads can
// never go on, why.
//
// The view follows the run until the reader takes hold of it: zooms, moves, chooses.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "trace/lanes.h"
#include "ui/card/panel.h"

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

  // A run begins.
  void begin();

 private:
  static constexpr float kRow = 26;

  // A place on the lanes: a span of a thread, or of a thing.
  struct Place {
    bool is_thing = false;
    std::uint32_t number = 0;
    trace::Time time = 0;
  };

  trace::TimeRange whole() const;
  trace::TimeRange range() const { return held_.value_or(whole()); }
  trace::Lanes lanes() const;
  std::optional<Place> place_at(float x, float y) const;
  bool choose(std::optional<Place> place);
  bool step(int lanes, int spans);
  std::string sentence() const;
  void zoom(double factor, double share = 0.5) { held_ = trace::zoomed(range(), factor, share, whole()); }
  float row_top(std::size_t row) const { return rows_top_ + static_cast<float>(row) * kRow; }
  void light();

  void paint_head(const View& view, const Rect& head) const;
  void paint_why(const View& view, const Rect& area) const;
  void paint_threads(const View& view, const Rect& area, const trace::Lanes& lanes) const;
  void paint_things(const View& view, const Rect& area, const trace::Lanes& lanes) const;
  void paint_arrows(const View& view, const Rect& area, const trace::Lanes& lanes) const;
  void paint_axis(const View& view, const Rect& area, const trace::Lanes& lanes) const;

  float side_ = 0, width_ = 0, height_ = 0;
  float label_ = 0;  // the width of what is written before the lanes
  float rows_top_ = 0;
  std::size_t threads_ = 0, things_ = 0;  // rows
  bool has_gil_ = false;
  bool has_room_ = false;                 // for all buttons
  std::vector<std::string> why_;          // lines; the first is the heading
  std::optional<trace::TimeRange> held_;  // what the reader looks at; else the view follows
  std::optional<Place> chosen_, hovered_;
  std::uint64_t told_ = 0;  // Story::version() of the text that was told
  double told_at_ = -1;
};

}  // namespace threadbook::ui
