// Step: the reader chooses which thread goes on. A table with a row for each step, a column for each thread, and one
// for each thing they share; in it, below what was done, what each thread would do next, to be chosen. Rows can be gone
// to, values lead to the step that gave them, and what was done before stays, in grey, until something else is done.
// Where there is no room for columns, threads are told by their letters.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "ui/card/panel.h"

namespace threadbook::ui {

class StepsPanel final : public Panel {
 public:
  // `address`: the example's own.
  StepsPanel(Example& example, std::size_t index, std::string address, Host& host)
      : Panel(example, index), address_(std::move(address)), host_(host) {}

  bool beside() const override { return true; }
  float lay_out(const PageColumns& columns, float side, float width) override;
  std::vector<Overlay> overlays() const override;
  void paint(const View& view, const Rect& area, float top, float bottom) const override;
  void clicked(ExamplePart part) override;
  // On the table, or on the slider. True if it looks different now.
  bool pointed_at(ExamplePart part, const Gesture& gesture);
  bool send(Host& host, double now) override;
  void forget_sent() override { told_.clear(); }

 private:
  struct Column {
    float x = 0, w = 0;
  };
  struct Line {  // a row of the table, from the panel's corner
    std::size_t row = 0;
    float y = 0;
  };
  struct Turn {
    std::size_t thread = 0;
    Rect rect;
  };
  struct Button {
    ExamplePart part;
    Rect rect;
    std::string text;
    std::string label;
    bool is_enabled = true;
    std::size_t thread = 0;  // whose next step it takes
  };

  void lay_out_columns();
  void lay_out_bar(float& y);
  void lay_out_turns(float& y);
  void lay_out_results(float& y);
  bool can_step() const;
  std::string heading() const;
  std::string where() const;
  std::string turn_words(std::size_t thread) const;
  std::string results_heading() const;
  std::string text() const;
  // The n-th row of the table is gone to.
  void go_to_row(std::size_t row);
  // Its next step, or all it can do alone.
  void take(std::size_t thread, bool runs_on);
  void press(Point at);
  void paint_button(const View& view, const Rect& area, const Button& button) const;
  void paint_table(const View& view, const Rect& area) const;
  void paint_row(const View& view, const Rect& line, const explore::StepsView::Row& row, bool is_done) const;
  void paint_turns(const View& view, const Rect& area) const;

  const std::string address_;
  Host& host_;
  std::shared_ptr<const explore::StepsView> view_;  // what is laid out; nullptr: nothing is stepped through
  float side_ = 0, width_ = 0, height_ = 0;
  bool is_narrow_ = false, has_columns_ = false;
  float button_ = 34;  // how high buttons are
  std::vector<std::string> notice_;
  std::vector<Column> threads_, things_;
  std::size_t shown_threads_ = 0;
  float number_ = 0;  // the width of the steps' numbers
  float table_top_ = 0, table_bottom_ = 0;
  std::vector<Line> lines_;
  std::vector<Button> bar_, turns_, results_;
  std::vector<Turn> waiting_;  // where there are no columns: where each thread's next step is told
  float turns_top_ = 0, turns_height_ = 0;
  float results_top_ = 0;
  Rect slider_, link_, lanes_;
  bool plays_ = false;
  double next_at_ = 0;
  std::string told_;
};

}  // namespace threadbook::ui
