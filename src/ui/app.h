// The page as a whole: the book, its examples, where the reader is, and when to paint.
//
// The host tells what happened (an overlay was clicked, the page was scrolled), the app changes its state and asks
// for a frame; frame() looks at the runs, lays out what has to be laid out, and paints if anything to be seen has
// changed. An idle page therefore costs nothing. Three levels of work, each of which implies the next: lay out (the
// width changed), stack (a card grew), paint.
//
// Thread safety: none; everything runs on the main thread, and nothing here waits.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "book/document.h"
#include "ui/card/example.h"
#include "ui/card/example_view.h"
#include "ui/contents_view.h"
#include "ui/help_view.h"
#include "ui/layout/flow.h"
#include "ui/prose_view.h"
#include "ui/script_runs.h"
#include "ui/surface/host.h"
#include "ui/surface/screen.h"

namespace threadbook::ui {

// What the window is like. Lengths in CSS pixels.
struct WindowState {
  float width = 0;
  float height = 0;
  float scale = 1;      // device pixels in a CSS pixel
  int pixel_width = 0;  // of the canvas, in device pixels
  int pixel_height = 0;
  bool system_dark = false;
  bool calm = false;  // the reader asked for less motion
};

class App {
 public:
  // All must outlive the app; the fonts must be complete.
  App(const book::Book& book, Host& host, Screen& screen, Fonts& fonts);
  ~App();

  // What the host reports.
  void window_changed(const WindowState& window);
  void scrolled(Area area, float y);
  void text_scrolled(OverlayId id, float left, float top, bool at_end);
  void clicked(OverlayId id);
  void hovered(OverlayId id);
  void focused(OverlayId id);
  void edited(OverlayId id, std::string text);
  // Keys that act on the example with this overlay (0: on the one last run or in focus).
  void run_key(OverlayId id);
  void stop_key(OverlayId id);
  void help_key();
  void escape_key();

  // Goes to a chapter or an example. False if there is none of this name.
  bool open(std::string_view anchor, bool as_step);

  // One frame. `now` in seconds. True if another one is wanted soon, because something runs or moves.
  bool frame(double now);
  // Something changed that only the host can know of: paint again.
  void repaint();

  // For the JavaScript interface.
  int run_program(std::string_view source, bool gil);
  // What Stop does, to all programs.
  void interrupt_all();
  void stop_all();
  std::vector<python::ThreadSnapshot> threads() const;
  bool running() const;
  std::uint64_t frames() const { return frames_; }

 private:
  enum class ThemeChoice : std::uint8_t { Auto, Light, Dark };
  struct Card {
    std::unique_ptr<Example> example;
    CardLayout layout;
    CardScroll scroll;
    Point corner;                     // in the page
    bool has_news = false;            // the run has something new to show
    bool editor_filled = false;       // whether the editor's overlay has its text
    std::uint64_t console_shown = 0;  // version that the console's overlay holds
    double console_sent = -1;
  };

  const Theme& theme() const;
  std::string_view theme_name() const;
  float scroll_margin() const;
  bool poll_runs(double now);
  void lay_out();
  void restack();
  void place_overlays();
  void place_card(std::size_t index);
  void send_blocks();
  void place_window();
  void send_texts(double now);
  void update_section();
  float section_progress() const;
  float card_top(std::size_t index) const;
  void animate(double now);
  void paint(double now);
  void paint_once(double now);
  void set_drawer(bool open);
  void set_help(bool open);
  void changed();  // a frame is needed

  const book::Book& book_;
  Host& host_;
  Screen& screen_;
  Fonts& fonts_;
  ScriptRuns scripts_;

  WindowState window_;
  PageColumns columns_;
  Flow flow_;
  std::vector<int> links_;  // for each piece of a link in the text, its link in the flow
  ContentsLayout contents_;
  HelpLayout help_;
  std::vector<Card> cards_;

  float scroll_y_ = 0;
  float contents_scroll_ = 0;
  float page_height_ = 0;
  std::size_t section_ = 0;
  bool section_known_ = false;  // the reader has moved, so the address may follow
  OverlayId hovered_ = 0;
  OverlayId focused_ = 0;
  std::size_t latest_card_ = 0;
  ThemeChoice theme_choice_ = ThemeChoice::Auto;
  bool help_open_ = false;
  bool drawer_open_ = false;
  float slide_ = 0;  // of the drawer, 0 to 1
  double last_frame_ = 0;
  double last_count_ = 0;  // when a running time was painted last

  bool lay_out_needed_ = true;
  bool flow_needed_ = true;
  bool blocks_needed_ = true;
  bool stack_needed_ = true;
  bool place_needed_ = true;
  bool paint_needed_ = true;
  std::uint64_t frames_ = 0;
};

}  // namespace threadbook::ui
