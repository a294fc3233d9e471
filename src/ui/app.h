// The page as a whole: the shell around a chapter. The window, the contents, the theme, the help, which chapter is
// shown, and when to paint.
//
// The host tells what happened (an overlay was clicked, the page was scrolled), the app hands it to whose it is and
// asks for a frame; frame() looks at the programs, lays out what has to be laid out, and paints if anything to be seen
// has changed. An idle page therefore costs nothing.
//
// Thread safety: none; everything runs on the main thread, and nothing here waits.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "book/document.h"
#include "ui/chapter_view.h"
#include "ui/contents_view.h"
#include "ui/help_view.h"
#include "ui/programs.h"
#include "ui/surface/host.h"
#include "ui/surface/overlay_groups.h"
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

  friend bool operator==(const WindowState&, const WindowState&) = default;
};

class App {
 public:
  // All must outlive the app; the fonts must be complete.
  App(const book::Book& book, Programs& programs, Host& host, Screen& screen, Fonts& fonts);
  ~App();

  // What the host reports.
  void window_changed(const WindowState& window);
  void scrolled(Area area, float y);
  void text_scrolled(OverlayId id, float left, float top, bool at_end);
  void pointed(OverlayId id, const Gesture& gesture);
  // False if nothing here answers it: then the host does what it would with such an element.
  bool clicked(OverlayId id);
  void hovered(OverlayId id);
  void focused(OverlayId id);
  void edited(OverlayId id, std::string text);
  // Keys that act on the example with this overlay (0: on the one last run or in focus).
  void run_key(OverlayId id);
  void stop_key(OverlayId id);
  void help_key();
  void escape_key();

  // Goes to where an address leads (book::Book::place), and opens the step of an example that it names. `as_step` makes
  // it a step that the back button undoes. False if there is no such place.
  bool open(std::string_view address, bool as_step);
  // Where the reader is, and back to it.
  ReadingPlace reading_place() const { return chapter_.reading_place(); }
  void go_to(const ReadingPlace& place);
  // Another tab has stored `value` under this key, or forgotten it.
  void stored_elsewhere(std::string_view key, const std::optional<std::string>& value);

  // The browser has a typeface that it lacked when it drew letters ours do not have.
  void faces_changed();

  // One frame, after Programs::poll(). `now` in seconds. True if another one is wanted soon, because something moves.
  bool frame(double now);
  // Something changed that only the host can know of: paint again.
  void repaint();
  // How many pictures were painted.
  std::uint64_t frames() const { return frames_; }

 private:
  enum class ThemeChoice : std::uint8_t { Auto, Light, Dark };

  const Theme& theme() const;
  std::string_view theme_name() const;
  void choose_theme(std::string_view stored);
  Card* card_of(OverlayId id);
  bool clicked_window(OverlayId id);
  void look_at_cards(double now);
  void lay_out_cards();
  void lay_out();
  void place();
  std::vector<Overlay> window_overlays() const;
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
  OverlayGroups groups_;
  Programs& programs_;
  Cards& cards_;
  ChapterView chapter_;

  WindowState window_;
  PageColumns columns_;
  ContentsLayout contents_;
  HelpLayout help_;

  float contents_scroll_ = 0;
  std::optional<std::size_t> heading_;  // the one marked in the contents
  OverlayId hovered_ = 0;
  OverlayId focused_ = 0;
  Card* latest_card_ = nullptr;  // last run or in focus
  ThemeChoice theme_choice_ = ThemeChoice::Auto;
  bool help_open_ = false;
  bool drawer_open_ = false;
  float slide_ = 0;  // of the drawer, 0 to 1
  double last_frame_ = 0;
  double last_count_ = 0;  // when a running time was painted last
  std::string arriving_;   // the fragment to go to once the chapter is laid out
  std::optional<ReadingPlace> returning_;
  Card* starting_ = nullptr;  // has just been run: its output comes into view

  bool lay_out_needed_ = true;
  bool stack_needed_ = false;
  bool place_needed_ = false;
  bool paint_needed_ = true;
  std::uint64_t frames_ = 0;
};

}  // namespace threadbook::ui
