// What the program has written. Only the lines in view are painted; the host's element over them holds those around
// the view while the program runs, and everything once it is over, to select and copy. Beside the code it has its place
// before the program has run, and says there what will be seen.
#pragma once

#include <cstdint>
#include <optional>
#include <utility>

#include "ui/card/panel.h"

namespace threadbook::ui {

class OutputPanel final : public Panel {
 public:
  using Panel::Panel;

  bool beside() const override { return true; }
  float lay_out(const PageColumns& columns, float side, float width) override;
  std::vector<Overlay> overlays() const override;
  void paint(const View& view, const Rect& area, float top, float bottom) const override;
  bool pointed(const Gesture& gesture) override;
  bool scrolled(float left, float top, bool at_end) override;
  bool send(Host& host, double now) override;
  void forget_sent() override { shown_ = 0; }

  // How high the code is that it stands beside, title and tools included, and the lanes below it. For the next
  // lay_out().
  void stand_beside(float code_height, float lanes_height) {
    code_height_ = code_height;
    lanes_height_ = lanes_height;
  }

  // A new run: its newest line is in view until the reader scrolls up. Until it is over the output keeps the height it
  // had, so that what stands below stays where it is.
  void begin();
  // How many bytes the program had written before the line that was pressed last, if that is news.
  std::optional<std::uint64_t> take_pressed() { return std::exchange(pressed_, std::nullopt); }

 private:
  // The rows in view, the note of what was cut included, as a range.
  std::pair<std::size_t, std::size_t> rows_in_view() const;
  float scrolled_by() const;
  // The row that something points at.
  std::optional<std::size_t> lit_row() const;
  void bring_into_sight();

  void paint_head(const View& view, const Rect& area) const;

  OutputLayout layout_;
  float code_height_ = 0, lanes_height_ = 0;
  std::size_t most_ = 0;  // lines seen at once
  std::size_t rows_ = 0;  // there were
  std::size_t kept_ = 0;  // of the last run, while the next one goes on
  std::optional<std::uint64_t> pressed_;
  std::optional<std::uint64_t> lit_;  // Example::lit_output() that was brought into sight
  bool goes_there_ = false;           // the host's element has to scroll to where the output is
  float left_ = 0;                    // how far it is scrolled
  float top_ = 0;
  bool follows_ = true;          // the newest line stays in view
  std::uint64_t shown_ = 0;      // version of the console that the host's element holds
  bool is_whole_ = true;         // it holds all of it
  std::size_t first_shown_ = 0;  // rows it holds
  std::size_t last_shown_ = 0;
  double sent_ = -1;
};

}  // namespace threadbook::ui
