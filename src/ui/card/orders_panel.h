// Every order: what a program's threads can come to, each result with how many orders lead to it, and one of them to be
// looked at; the races that were met; and what the verdict rests on.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
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

  std::string heading() const;
  std::string text() const;

  // The other way to try: with switches anywhere, or only where the GIL can change hands.
  Rect other_way() const;
  bool has_other_way() const;

  float side_ = 0, width_ = 0, height_ = 0;
  bool is_narrow_ = false;
  std::vector<std::string> rests_on_;  // lines
  std::vector<Row> rows_;
  // One order, as the table of its steps: a row a step, a column a thread.
  struct StepRow {
    std::size_t column = 0;
    std::string words;  // "reads counter"
    std::string line;   // "6"
    std::string code;   // what stands there
  };
  void lay_out_steps(const explore::Outcome& outcome, float& y);
  void paint_steps(const View& view, const Rect& area) const;

  std::optional<std::size_t> shown_;  // the row of whose order the steps are told
  std::vector<std::string> columns_;  // threads, as ThreadNames calls them
  std::vector<StepRow> steps_;
  std::size_t steps_left_out_ = 0;
  float steps_top_ = 0;
  std::string more_;                // about results that are not shown
  std::vector<std::string> races_;  // lines: why threads stand still, and races
  float races_top_ = 0;
  std::string told_;
  double told_at_ = -1;
};

}  // namespace threadbook::ui
