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
    {"?", "Show this list"},
};

constexpr float kRow = 34;

}  // namespace

HelpLayout lay_out_help(float width, float height) {
  HelpLayout layout;
  const float w = std::min(480.0f, width - 32);
  const float h = 76 + kRow * static_cast<float>(std::size(kShortcuts)) + 66;
  layout.panel = {(width - w) / 2, std::max(12.0f, (height - h) * 0.42f), w, h};
  layout.close = {layout.panel.right() - 52, layout.panel.y + 18, 36, 36};
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
    paint.label(keys, {panel.x + 28, y, 150, kRow}, shortcut.keys, theme.accent);
    paint.label(interface_type(14), {panel.x + 178, y, panel.w - 206, kRow}, shortcut.does, theme.text);
    y += kRow;
  }
  paint.rule(panel.x + 28, y + 8, panel.w - 56, theme.card_edge);
  paint.label(interface_type(13), {panel.x + 28, y + 18, panel.w - 56, 32},
              "On a Mac, Cmd takes the place of Ctrl. Edits are kept in this browser.", theme.muted);
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
