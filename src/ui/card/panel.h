// A part of an example's card: title, editor, tools, output, threads.
//
// A panel knows how high it wants to be, names the overlays by which it is touched, paints itself, and says what it
// does when one is. The card puts its panels one under the other (layout/card_layout.h) and knows nothing else of them;
// so a new one is a class here and a line in card.cpp.
//
// Thread safety: none; the main thread only, and nothing blocks.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "ui/card/example.h"
#include "ui/layout/card_layout.h"
#include "ui/surface/overlay_ids.h"
#include "ui/surface/view.h"

namespace threadbook::ui {

class Panel {
 public:
  // `index` counts the book's examples.
  Panel(Example& example, std::size_t index) : example_(example), index_(index) {}
  virtual ~Panel() = default;
  Panel(const Panel&) = delete;
  Panel& operator=(const Panel&) = delete;

  // May it stand beside the code?
  virtual bool beside() const { return false; }
  // How high it wants to be at this width, 0 if it has nothing to show. `side`: from its left edge to what is written
  // in it. What it works out it keeps for overlays() and paint().
  virtual float lay_out(const PageColumns& columns, float side, float width) = 0;
  // Where it is touched, from its corner.
  virtual std::vector<Overlay> overlays() const { return {}; }
  // Does it lie over the other panels?
  virtual bool is_raised() const { return false; }
  // Paints what of it lies between `top` and `bottom`; `area` is where it stands in the page.
  virtual void paint(const View& view, const Rect& area, float top, float bottom) const = 0;

  virtual void clicked(ExamplePart) {}
  // The reader has scrolled inside it. True if it looks different now.
  virtual bool scrolled(float, float, bool) { return false; }
  // What the reader did on a stage of it. True if it looks different now.
  virtual bool pointed(const Gesture&) { return false; }
  // Tells the host what its overlays hold, where that is new; `now` in seconds. True if there is more to tell later.
  virtual bool send(Host&, double) { return false; }
  // Its overlays are gone: what they held has to be told anew.
  virtual void forget_sent() {}

 protected:
  Overlay overlay(ExamplePart part, OverlayKind kind, const Rect& rect, std::string label) const {
    Overlay overlay;
    overlay.id = example_overlay(index_, part);
    overlay.kind = kind;
    overlay.rect = rect;
    overlay.label = std::move(label);
    return overlay;
  }
  // The same in words, for those who do not see the canvas: a console for set_console() that takes no room.
  Overlay text_for_listeners(ExamplePart part, const Rect& rect, std::string label) const {
    Overlay told = overlay(part, OverlayKind::Console, rect, std::move(label));
    told.font_size = kConsoleSize;
    told.line_height = kConsoleLine;
    told.in_tab_order = false;
    return told;
  }
  bool is_hovered(const View& view, ExamplePart part) const { return view.hovered == example_overlay(index_, part); }
  bool is_focused(const View& view, ExamplePart part) const { return view.focused == example_overlay(index_, part); }
  // A button without a frame, among words.
  void paint_quiet_button(const View& view, ExamplePart part, const Rect& rect, std::string_view text,
                          bool is_enabled = true) const {
    const Theme& theme = view.theme;
    const bool is_hot = is_hovered(view, part) || is_focused(view, part);
    if (is_hot) view.painter.fill(rect, theme.button_hover, 5);
    const Color ink = !is_enabled ? theme.faint : is_hot ? theme.heading : theme.button_text;
    view.painter.label(interface_type(13), rect, text, ink, 0.5f);
  }
  const std::string& title() const { return example_.original().title; }

  Example& example_;
  const std::size_t index_;
};

}  // namespace threadbook::ui
