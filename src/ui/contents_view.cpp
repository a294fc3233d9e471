#include "ui/contents_view.h"

#include <algorithm>
#include <cmath>

#include "ui/surface/icons.h"
#include "ui/surface/overlay_ids.h"

namespace threadbook::ui {
namespace {

constexpr float kLeft = 28;
constexpr float kHeadHeight = 104;
constexpr float kFootHeight = 64;
constexpr float kEntryHeight = 34;
constexpr float kIndent = 16;

// The project's sign: three threads, one of them longer.
void paint_sign(Painter& paint, const Theme& theme, float x, float y) {
  paint.fill({x, y, 22, 4}, theme.accent, 2);
  paint.fill({x, y + 8, 14, 4}, mix(theme.panel, theme.accent, 0.65f), 2);
  paint.fill({x, y + 16, 18, 4}, mix(theme.panel, theme.accent, 0.35f), 2);
}

Type entry_type(int level) {
  return interface_type(level == 1 ? 14.5f : 14, level == 1 ? Face::SemiBold : Face::Regular);
}

}  // namespace

ContentsLayout lay_out_contents(const book::Book& book, const PageColumns& columns) {
  ContentsLayout layout;
  const Rect& panel = columns.contents;
  float y = 4;
  for (std::size_t i = 0; i < book.chapters.size(); ++i) {
    const int level = book.chapters[i].level;
    if (level == 1 && i > 0) y += 8;
    layout.entries.push_back({{0, y, panel.w, kEntryHeight}, i, level});
    y += kEntryHeight;
  }
  layout.height = y + 16;
  layout.list = {panel.x, panel.y + kHeadHeight, panel.w, std::max(80.0f, panel.h - kHeadHeight - kFootHeight)};
  const float foot = panel.bottom() - kFootHeight;
  layout.theme_button = {panel.x + kLeft - 10, foot + 14, 116, 36};
  layout.help_button = {panel.right() - 24 - 36, foot + 14, 36, 36};
  return layout;
}

void paint_contents(const View& view, const book::Book& book, const ContentsLayout& layout, std::size_t current,
                    float progress, float scrolled, float slide, std::string_view theme_name) {
  Painter& paint = view.painter;
  const Theme& theme = view.theme;
  const bool drawer = view.columns.narrow;
  Rect panel = view.columns.contents;
  const float shift = drawer ? (slide - 1) * (panel.w + 24) : 0;
  if (drawer) {
    paint.fill({0, 0, view.width, view.height}, Color{10, 12, 14, 255}.with_alpha(0.42f * slide));
  }
  panel = panel.moved(shift, 0);
  if (drawer) paint.shadow(panel, Color{0, 0, 0, 255}, 0, 30, 0.10f);
  paint.fill(panel, theme.panel);
  paint.upright(panel.right() - 1, panel.y, panel.h, theme.panel_edge);

  paint_sign(paint, theme, panel.x + kLeft, panel.y + 37);
  paint.label(interface_type(18, Face::Bold), {panel.x + kLeft + 34, panel.y + 32, panel.w - kLeft - 50, 30},
              "Threadbook", theme.heading);
  paint.label(interface_type(13), {panel.x + kLeft, panel.y + 68, panel.w - kLeft - 16, 20}, book.title, theme.muted);

  const Rect list = layout.list.moved(shift, 0);
  paint.push_clip(list);
  const float top = list.y - scrolled;
  // A line down the list: how much of it is read.
  if (!layout.entries.empty()) {
    const float x = panel.x + kLeft;
    const float begin = top + layout.entries.front().rect.y + 5;
    const float end = top + layout.entries.back().rect.bottom() - 5;
    paint.upright(x, begin, end - begin, theme.panel_edge, 2);
    const Rect& here = layout.entries[std::min(current, layout.entries.size() - 1)].rect;
    const float read = top + here.y + 5 + (here.h - 10) * std::clamp(progress, 0.0f, 1.0f);
    paint.upright(x, begin, std::min(read, end) - begin, theme.accent, 2);
  }
  for (const ContentsEntry& entry : layout.entries) {
    const Rect rect = entry.rect.moved(panel.x, top);
    const OverlayId id = kFirstContents + static_cast<OverlayId>(entry.section);
    const bool here = entry.section == current;
    const bool hot = view.hovered == id;
    const float left = rect.x + kLeft + 18 + static_cast<float>(entry.level - 1) * kIndent;
    if (here || hot) {
      paint.fill({left - 10, rect.y + 2, rect.right() - 16 - left + 10, rect.h - 4},
                 here ? theme.accent_soft : mix(theme.panel, theme.text, 0.05f), 6);
    }
    const Color ink = here ? theme.accent : hot ? theme.heading : entry.level == 1 ? theme.heading : theme.muted;
    paint.label(entry_type(entry.level), {left, rect.y, rect.right() - 24 - left, rect.h},
                book.chapters[entry.section].title, ink);
  }
  paint.pop_clip();

  paint.rule(panel.x + kLeft, layout.list.bottom() + 2, panel.w - kLeft - 24, theme.panel_edge);
  const Rect theme_button = layout.theme_button.moved(shift, 0);
  const Rect help = layout.help_button.moved(shift, 0);
  const auto hover_back = [&](const Rect& rect, OverlayId id) {
    if (view.hovered == id) paint.fill(rect, mix(theme.panel, theme.text, 0.07f), 7);
  };
  hover_back(theme_button, kThemeButton);
  hover_back(help, kHelpButton);
  const Point sign{theme_button.x + 18, theme_button.center().y};
  if (theme_name == "Light") {
    paint_sun(paint, sign, 15, theme.muted);
  } else if (theme_name == "Dark") {
    paint_moon(paint, sign, 15, theme.muted,
               view.hovered == kThemeButton ? mix(theme.panel, theme.text, 0.07f) : theme.panel);
  } else {
    paint_contrast(paint, sign, 15, theme.muted);
  }
  paint.label(interface_type(13.5f), {theme_button.x + 34, theme_button.y, theme_button.w - 38, theme_button.h},
              theme_name, theme.muted);
  paint.label(interface_type(15, Face::SemiBold), help, "?", theme.muted, 0.5f);
}

Rect menu_button(const PageColumns& columns) { return {6, (columns.bar_height - 40) / 2, 40, 40}; }

void paint_bar(const View& view, std::string_view section, float progress) {
  Painter& paint = view.painter;
  const Theme& theme = view.theme;
  const float height = view.columns.bar_height;
  paint.fill({0, 0, view.width, height}, theme.panel);
  paint.rule(0, height - paint.hair(), view.width, theme.panel_edge);
  paint.fill({0, height - 2, view.width * std::clamp(progress, 0.0f, 1.0f), 2}, theme.accent);
  paint_menu(paint, menu_button(view.columns).center(), 18, theme.heading);
  paint.label(interface_type(15, Face::SemiBold), {56, 0, view.width - 72, height}, section, theme.heading);
}

}  // namespace threadbook::ui
