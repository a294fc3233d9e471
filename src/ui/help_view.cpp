#include "ui/help_view.h"

#include <algorithm>
#include <string_view>

#include "ui/surface/icons.h"
#include "ui/surface/overlay_ids.h"

namespace threadbook::ui {
namespace {

struct Shortcut {
  std::string_view keys;
  std::string_view does;
};

constexpr Shortcut kShortcuts[] = {
    {"Ctrl + Enter", "Run the program in the editor"},
    {"Ctrl + .", "Stop it; again: end it"},
    {"Tab, Shift + Tab", "Indent and unindent lines"},
    {"Ctrl + Z", "Undo, also a reset"},
    {"Esc, then Tab", "Leave the editor with the keyboard"},
    {"Tab", "From control to control"},
    {"\u2190 \u2192 \u2191 \u2193", "On the lanes: from span to span"},
    {"Shift + \u2190 \u2192", "On the lanes: select a stretch of time"},
    {"Enter, Esc", "On the lanes: go to what was printed; close"},
    {"+ \u2212 0", "On the lanes: zoom in, out, show all"},
    {"\u2190 \u2192 Home End", "In Step: back, on, to the beginning, to the end"},
    {"A, B, M; Shift + A", "In Step: that thread\u2019s next step; all it can do alone"},
    {"?", "Show this list"},
};

constexpr float kRow = 34, kRowNarrow = 46, kLine = 20;
constexpr float kHead = 76, kFoot = 66, kFootNarrow = 86;
constexpr float kButton = 40;

}  // namespace

HelpLayout lay_out_help(float width, float height) {
  HelpLayout layout;
  constexpr auto kRows = static_cast<float>(std::size(kShortcuts));
  const float w = std::min(480.0f, width - 32);
  layout.is_narrow = w < 440;
  const float rest = kHead + (layout.is_narrow ? kFootNarrow : kFoot);
  const float row = layout.is_narrow ? kRowNarrow : kRow;
  layout.row = std::min(row, std::max(kLine, (height - 24 - rest) / kRows));  // a phone on its side is low
  const float h = rest + layout.row * kRows;
  layout.panel = {(width - w) / 2, std::max(12.0f, (height - h) * 0.42f), w, h};
  layout.close = {layout.panel.right() - kButton - 14, layout.panel.y + 16, kButton, kButton};
  return layout;
}

void paint_help(const View& view, const HelpLayout& layout) {
  Painter& paint = view.painter;
  const Theme& theme = view.theme;
  const Rect& panel = layout.panel;
  paint.fill({0, 0, view.width, view.height}, Color{10, 12, 14, 255}.with_alpha(theme.dark ? 0.6f : 0.4f));
  paint.shadow(panel, Color{0, 0, 0, 255}, 14, 40, 0.09f);
  paint.fill(panel, theme.card, 14);
  paint.frame(panel, theme.card_edge, 14);
  paint.label(interface_type(18, Face::SemiBold), {panel.x + 28, panel.y + 20, panel.w - 90, 32}, "Keyboard shortcuts",
              theme.heading);
  if (view.hovered == kHelpClose) paint.fill(layout.close, theme.button_hover, 8);
  paint_close(paint, layout.close.center(), 11, theme.muted);
  float y = panel.y + 70;
  for (const Shortcut& shortcut : kShortcuts) {
    const Type keys = interface_type(13, Face::SemiBold);
    const Rect line{panel.x + 28, y, panel.w - 56, layout.is_narrow ? std::min(kLine, layout.row / 2) : layout.row};
    paint.label(keys, line, shortcut.keys, theme.accent);
    const Rect beside{line.x + 150, line.y, line.w - 150, line.h};
    paint.label(interface_type(14), layout.is_narrow ? line.moved(0, line.h) : beside, shortcut.does, theme.text);
    y += layout.row;
  }
  paint.rule(panel.x + 28, y + 8, panel.w - 56, theme.card_edge);
  const Rect foot{panel.x + 28, y + 24, panel.w - 56, kLine};
  const Type type = interface_type(13);
  if (layout.is_narrow) {
    paint.label(type, foot, "On a Mac, Cmd takes the place of Ctrl.", theme.muted);
    paint.label(type, foot.moved(0, kLine), "Edits are kept in this browser.", theme.muted);
  } else {
    paint.label(type, foot, "On a Mac, Cmd takes the place of Ctrl. Edits are kept in this browser.", theme.muted);
  }
}

std::string help_text() {
  std::string text = "Keyboard shortcuts.";
  for (const Shortcut& shortcut : kShortcuts) {
    text += ' ';
    text += shortcut.keys;
    text += ": ";
    text += shortcut.does;
    text += '.';
  }
  return text;
}

}  // namespace threadbook::ui
