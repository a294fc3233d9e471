// Every order: what a program's threads can come to, each result with how many orders lead to it, and one of them to be
// stepped through; the races that were met; and what the verdict rests on.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "ui/card/panel.h"

namespace threadbook::ui {

class OrdersPanel final : public Panel {
 public:
  using Panel::Panel;

  bool beside() const override { return true; }
  float lay_out(const PageColumns& columns, float side, float width) override;
  std::vector<Overlay> overlays() const override;
  void paint(const View& view, const Rect& area, float top, float bottom) const override;
  void clicked(ExamplePart part) override;
  bool send(Host& host, double now) override;
  void forget_sent() override { told_.clear(); }

 private:
  struct Row {
    std::vector<std::string> output;  // its first lines
    std::string ending;               // "deadlock"; empty: it ends well
    std::string count;
    double share = 0;  // of the most frequent result
    bool is_finding = false;
    float y = 0, height = 0;  // from the panel's corner
  };

  std::string text() const;

  // The other way to try: with switches anywhere, or only where the GIL can change hands.
  Rect other_way() const;
  bool has_other_way() const;

  float side_ = 0, width_ = 0, height_ = 0;
  bool is_narrow_ = false;
  std::string heading_;
  std::vector<std::string> rests_on_;  // lines
  std::vector<Row> rows_;
  std::string more_;                // about results that are not shown
  std::vector<std::string> races_;  // lines: why threads stand still, and races
  float races_top_ = 0;
  std::string told_;
  double told_at_ = -1;
};

}  // namespace threadbook::ui
