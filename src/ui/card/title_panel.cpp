#include "ui/card/title_panel.h"

namespace threadbook::ui {
namespace {

const Type kTitle = interface_type(14, Face::SemiBold);
const Type kSign = interface_type(14);

}  // namespace

float TitlePanel::lay_out(const PageColumns& columns, float side, float width) {
  const float height = card_head(columns);
  const bool has_reset = columns.phone && example_.edited();
  reset_ = {width - side - 52, 0, has_reset ? 60.0f : 0.0f, height};
  label_ = {side, 0, width - 2 * side - reset_.w, height};
  return height;
}

std::vector<Overlay> TitlePanel::overlays() const {
  Overlay link = overlay(ExamplePart::Title, OverlayKind::Link, label_.inset(-4, 2), "Link to the example: " + title());
  link.target = address_;
  if (reset_.w == 0) return {link};
  return {link, overlay(ExamplePart::Reset, OverlayKind::Button, reset_, "Reset: " + title())};
}

void TitlePanel::paint(const View& view, const Rect& area, float, float) const {
  Painter& paint = view.painter;
  const Rect label = label_.moved(area.x, area.y);
  const bool is_pointed_at = is_hovered(view, ExamplePart::Title) || is_focused(view, ExamplePart::Title);
  paint.label(kTitle, label, title(), view.theme.heading);
  float x = label.x + paint.metrics().width(kTitle, title()) + 10;
  if (example_.edited() && x + 70 < label.right()) {
    paint.label(interface_type(12.5f, Face::Italic), {x, label.y + 0.5f, 46, label.h}, "edited", view.theme.muted);
    x += 52;
  }
  if (is_pointed_at && x + 14 < label.right()) paint.label(kSign, {x, label.y, 14, label.h}, "#", view.theme.muted);
  if (reset_.w > 0) paint_quiet_button(view, ExamplePart::Reset, reset_.moved(area.x, area.y).inset(0, 5), "Reset");
  paint.rule(area.x, area.bottom() - paint.hair(), area.w, view.theme.card_edge);
}

}  // namespace threadbook::ui
