// What the page asks of the place it runs in.
//
// The canvas paints; everything a person touches is the host's. A browser already knows how to edit text with an
// input method, to scroll with a finger, to follow a link in a new tab, to go from control to control with Tab and
// to tell a screen reader about all of it. So the page lays invisible native elements ("overlays") exactly over
// what it paints and is told what happens to them. The canvas gets sharp pictures, the reader gets a browser.
//
// A host has one implementation per platform, chosen by the build. All of it runs on the main thread and no
// function blocks.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "ui/layout/console_buffer.h"
#include "ui/layout/geometry.h"
#include "ui/surface/fonts.h"

namespace threadbook::ui {

// Where an overlay lives and what scrolls it.
enum class Area : int {
  Page = 0,      // the book's column, scrolled by the window; (0, 0) is the column's top left corner
  Contents = 1,  // the list of contents, which scrolls by itself
  Window = 2,    // fixed in the window
  Dialog = 3,    // above everything else, with the keyboard's focus kept inside
};

enum class OverlayKind : int {
  Button = 0,
  Switch = 1,   // a button with a state, `on`
  Link = 2,     // `target` is its address
  Editor = 3,   // text to edit: one line of the font's advance per column, no wrapping
  Console = 4,  // text to read, select and copy; scrolls both ways
  Block = 5,    // a block of the book's text, see TextPiece; `target` is its element: "p", "h2", "pre"
  Stage = 6,    // a picture that can be moved and zoomed: tells gestures
};

// What the reader does on a stage.
struct Gesture {
  enum class Kind : int {
    Hover = 0,
    Leave,
    Press,   // at (x, y)
    Move,    // by `amount` pixels to the right
    Select,  // what lies between x and `amount`
    Zoom,    // by the factor `amount` (below 1: in), about x
    Left,
    Right,
    Up,
    Down,
    In,
    Out,
    All,
    StretchLeft,
    StretchRight,
    Enter,
    Clear,
    Home,
    End,
    Key,  // one that writes a character: `amount` is that. All of these are keys, from Left on
  };
  Kind kind = Kind::Hover;
  float x = 0, y = 0;  // from the overlay's corner
  float amount = 0;
};

// An overlay's number is the app's choice and lasts as long as what it stands for.
using OverlayId = int;
// Overlays come in groups: what is placed together and moves together. A group's number is the app's choice too.
using GroupId = int;

struct Overlay {
  OverlayId id = 0;
  OverlayKind kind = OverlayKind::Button;
  Rect rect;           // from its group's corner
  std::string label;   // what a screen reader says
  std::string target;  // of a link; "keys" of a stage: it wants keys that write a character
  bool disabled = false;
  bool on = false;
  bool in_tab_order = true;
  float font_size = 0;  // of an editor or console
  float line_height = 0;

  friend bool operator==(const Overlay&, const Overlay&) = default;
};

// A stretch of the book's text where it is painted, so that a browser can find, select, copy and read it out.
struct TextPiece {
  Rect rect;  // from its block's corner
  std::string text;
  Type type;
  OverlayId link = 0;  // 0 is none
  std::string target;  // of the link
  bool first = true;   // of its link; a link over two lines is one stop for the Tab key
};

// What an example of the book shows while the book is text (PlainView).
struct PlainExample {
  OverlayId first = 0;  // example_overlay() of its first part
  std::string words;    // what its program is at; empty before it has run
  bool has_run = false;
  bool active = false;
  bool can_be_stopped = false;
  bool edited = false;
  bool gil = true;
  bool not_kept = false;  // edits, because storage is refused or full

  friend bool operator==(const PlainExample&, const PlainExample&) = default;
};

struct OutputPiece {
  ConsoleStream stream;
  std::string text;
};

// What a worker that explores is asked for (web/explorer/worker.js): all orders of a program, what is known of such a
// search in full, or to go through the program step by step, and then each command. Bytes are explore/wire's.
struct ExplorerRequest {
  enum class Kind : int { Search = 0, Finish, Step, Tell };
  Kind kind = Kind::Search;
  std::string source{};   // but of Tell
  std::string options{};  // of Search and Finish
  std::string verdict{};  // of Finish
  std::string command{};  // of Tell
};

class Host {
 public:
  virtual ~Host() = default;

  // The overlays of a group, all of them, in reading order; those that were in it before and are not named disappear.
  // A raised group lies above the others of its area. OverlayGroups calls these four, and only for what is new.
  virtual void begin_group(GroupId group, Area area, bool raised) = 0;
  virtual void place(const Overlay& overlay) = 0;
  virtual void end_group() = 0;
  // Where a group's corner stands in its area; (0, 0) at first.
  virtual void move_group(GroupId group, Point corner) = 0;
  // The groups there are, in reading order; any other disappears.
  virtual void keep_groups(std::span<const GroupId> groups) = 0;

  // What a block holds, in reading order.
  virtual void set_block(OverlayId id, const std::vector<TextPiece>& pieces) = 0;

  // Sets what an editor holds. The reader can undo the change if `undoable`.
  virtual void set_text(OverlayId id, std::string_view text, bool undoable) = 0;
  // Sets what a console holds: `text`, with room for so many lines before and after it.
  virtual void set_console(OverlayId id, std::string_view text, std::size_t lines_before, std::size_t lines_after) = 0;
  // Scrolls what an editor or console holds.
  virtual void scroll_text(OverlayId id, float top) = 0;
  virtual void focus(OverlayId id) = 0;

  // While the book is text: what an example shows, and all of what its output does.
  virtual void show_example(const PlainExample& example) = 0;
  virtual void show_output(OverlayId console, const std::vector<OutputPiece>& pieces) = 0;

  // How far the page and the contents reach, for their scrollbars.
  virtual void set_extent(float page_height, const Rect& contents, float contents_height, bool contents_open) = 0;
  virtual void scroll_page(float y, bool smoothly) = 0;
  virtual void scroll_contents(float y) = 0;

  // The page's address: "methods.html#start". `as_step` makes it a step that the browser's back button undoes.
  virtual void set_address(std::string_view address, bool as_step) = 0;
  virtual void set_title(std::string_view title) = 0;
  // Tells the host which theme is shown, for the native parts: selection, scrollbars, the browser's own bar.
  virtual void set_theme(bool dark) = 0;
  // A dialog covers the page: nothing else takes the focus.
  virtual void set_dialog(bool open, std::string_view label) = 0;
  // Says something to those who listen rather than look.
  virtual void announce(std::string_view sentence) = 0;
  // Puts an address of the book, as the host has it in full, where the reader can paste it from.
  virtual void copy_address(std::string_view address) = 0;
  // Gives the reader a file of that name.
  virtual void save(std::string_view name, std::string_view text) = 0;

  // Storage that outlives the page. `store` answers false if it is refused or full; nothing ever raises.
  virtual std::optional<std::string> load(std::string_view key) = 0;
  virtual bool store(std::string_view key, std::string_view value) = 0;
  virtual void forget(std::string_view key) = 0;

  // Has a frame drawn soon, once.
  virtual void request_frame() = 0;

  // A picture of a letter our fonts lack.
  virtual std::optional<ForeignGlyph> draw_glyph(char32_t c, float size, bool mono) = 0;

  // Asks a worker that explores for something, a new one if there is none of that number. ExplorerLink is told what it
  // answers.
  virtual void ask_explorer(int worker, const ExplorerRequest& request) = 0;
  // Ends it, whatever it is at.
  virtual void end_explorer(int worker) = 0;

  // A program started by Programs::run has ended. `omitted` bytes of what it wrote were not kept.
  virtual void program_ended(int run, std::string_view out, std::string_view err, int status, double seconds,
                             std::size_t omitted) = 0;
};

}  // namespace threadbook::ui
