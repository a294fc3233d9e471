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
constexpr float kHeadingHeight = 28;
// In a drawer, where fingers meet them.
constexpr float kTouchedEntryHeight = 44;
constexpr float kTouchedHeadingHeight = 40;
constexpr float kFootButton = 40;
constexpr float kIndent = 16;

// The project's sign: three threads, one of them longer.
void paint_sign(Painter& paint, const Theme& theme, float x, float y) {
  paint.fill({x, y, 22, 4}, theme.accent, 2);
  paint.fill({x, y + 8, 14, 4}, mix(theme.panel, theme.accent, 0.65f), 2);
  paint.fill({x, y + 16, 18, 4}, mix(theme.panel, theme.accent, 0.35f), 2);
}

Type entry_type(const ContentsEntry& entry) {
  if (entry.heading) return interface_type(13);
  return entry.level == 1 ? interface_type(14.5f, Face::SemiBold) : interface_type(14);
}

bool is_marked(const ContentsEntry& entry, std::size_t chapter, std::optional<std::size_t> heading) {
  return entry.chapter == chapter && entry.heading == heading;
}

}  // namespace

ContentsLayout lay_out_contents(const book::Book& book, std::size_t chapter, std::span<const FlowHeading> headings,
                                const PageColumns& columns) {
  ContentsLayout layout;
  const Rect& panel = columns.contents;
  const float entry_height = columns.narrow ? kTouchedEntryHeight : kEntryHeight;
  const float heading_height = columns.narrow ? kTouchedHeadingHeight : kHeadingHeight;
  float y = 4;
  for (std::size_t i = 0; i < book.chapters.size(); ++i) {
    const book::Section& section = book.chapters[i];
    if (section.level == 1 && i > 0) y += 8;
    const std::string page = book::page_name(section);
    layout.entries.push_back({{0, y, panel.w, entry_height}, i, std::nullopt, section.title, page, section.level});
    y += entry_height;
    if (i != chapter) continue;
    for (std::size_t k = 0; k < headings.size(); ++k) {
      if (headings[k].level > 2) continue;
      layout.entries.push_back({{0, y, panel.w, heading_height},
                                i,
                                k,
                                headings[k].title,
                                page + "#" + headings[k].anchor,
                                section.level + 1});
      y += heading_height;
    }
  }
  layout.height = y + 16;
  layout.list = {panel.x, panel.y + kHeadHeight, panel.w, std::max(80.0f, panel.h - kHeadHeight - kFootHeight)};
  const float foot = panel.bottom() - kFootHeight;
  layout.theme_button = {panel.x + kLeft - 10, foot + 12, 116, kFootButton};
  layout.help_button = {panel.right() - 22 - kFootButton, foot + 12, kFootButton, kFootButton};
  return layout;
}

std::vector<Overlay> contents_overlays(const ContentsLayout& layout, std::size_t chapter,
                                       std::optional<std::size_t> heading) {
  std::vector<Overlay> overlays;
  for (const ContentsEntry& entry : layout.entries) {
    Overlay link;
    link.id = entry.heading ? kFirstOnPage + static_cast<OverlayId>(*entry.heading)
                            : kFirstContents + static_cast<OverlayId>(entry.chapter);
    link.kind = OverlayKind::Link;
    link.rect = {entry.rect.x + kLeft, entry.rect.y, entry.rect.w - kLeft - 16, entry.rect.h};
    link.label = entry.title;
    link.target = entry.address;
    // The chapter is the page one is on; a heading in it is only where one is on that page.
    link.on = entry.chapter == chapter && (!entry.heading || entry.heading == heading);
    overlays.push_back(std::move(link));
  }
  return overlays;
}

std::optional<float> scroll_to_entry(const ContentsLayout& layout, std::size_t chapter,
                                     std::optional<std::size_t> heading, float scrolled) {
  for (const ContentsEntry& entry : layout.entries) {
    if (!is_marked(entry, chapter, heading)) continue;
    if (entry.rect.y < scrolled) return std::max(0.0f, entry.rect.y - 40);
    if (entry.rect.bottom() > scrolled + layout.list.h) return entry.rect.bottom() - layout.list.h + 40;
  }
  return std::nullopt;
}

void paint_contents(const View& view, const book::Book& book, const ContentsLayout& layout, const Reading& reading,
                    float scrolled, float slide, std::string_view theme_name) {
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
  for (const ContentsEntry& entry : layout.entries) {
    const Rect rect = entry.rect.moved(panel.x, top);
    const OverlayId id = entry.heading ? kFirstOnPage + static_cast<OverlayId>(*entry.heading)
                                       : kFirstContents + static_cast<OverlayId>(entry.chapter);
    const bool is_here = entry.chapter == reading.chapter && !entry.heading;
    const bool is_marked_heading = entry.heading && entry.heading == reading.heading;
    const bool is_hot = view.hovered == id;
    const float left = rect.x + kLeft + static_cast<float>(entry.level - 1) * kIndent + (entry.heading ? 4 : 0);
    if (is_here || (is_hot && !entry.heading)) {
      paint.fill({left - 10, rect.y + 2, rect.right() - 16 - left + 10, rect.h - 4},
                 is_here ? theme.accent_soft : mix(theme.panel, theme.text, 0.05f), 6);
    }
    if (entry.heading) {
      // What is on the page hangs on a line; the part the reader is in is marked on it.
      paint.upright(left - 6, rect.y, rect.h, theme.panel_edge, 2);
      if (is_marked_heading) paint.fill({left - 6, rect.y + 4, 2, rect.h - 8}, theme.accent, 1);
    }
    const Color ink = is_here || is_marked_heading ? theme.accent
                      : is_hot                     ? theme.heading
                      : entry.level == 1           ? theme.heading
                                                   : theme.muted;
    const float text = left + (entry.heading ? 8 : 0);
    paint.label(entry_type(entry), {text, rect.y, rect.right() - 24 - text, rect.h}, entry.title, ink);
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
