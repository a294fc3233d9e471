#include "ui/card/notice_panel.h"

namespace threadbook::ui {

float NoticePanel::lay_out(const PageColumns&, float side, float width) {
  if (example_.notice() == Notice::None) return 0;
  constexpr float kHeight = 36;
  constexpr float kButton = 124;
  const bool has_button = example_.notice() == Notice::ChangedElsewhere;
  button_ = has_button ? Rect{width - side - kButton, 4, kButton, 28} : Rect{};
  words_ = {side, 0, width - 2 * side - (has_button ? kButton + 12 : 0), kHeight};
  return kHeight;
}

std::vector<Overlay> NoticePanel::overlays() const {
  if (example_.notice() != Notice::ChangedElsewhere) return {};
  return {overlay(ExamplePart::Notice, OverlayKind::Button, button_, "Take back what stood here: " + title())};
}

void NoticePanel::paint(const View& view, const Rect& area, float, float) const {
  Painter& paint = view.painter;
  paint.fill(area, view.theme.try_back);
  const bool elsewhere = example_.notice() == Notice::ChangedElsewhere;
  paint.label(interface_type(13), words_.moved(area.x, area.y),
              elsewhere ? "Another tab has changed this program."
                        : "Your edits cannot be kept: this browser refuses storage to the page.",
              view.theme.warning);
  if (!elsewhere) return;
  const Rect button = button_.moved(area.x, area.y);
  if (is_hovered(view, ExamplePart::Notice)) paint.fill(button, view.theme.try_bar.with_alpha(0.18f), 6);
  paint.label(interface_type(13, Face::SemiBold), button, "Take back mine", view.theme.warning, 0.5f);
}

void NoticePanel::clicked(ExamplePart part) {
  if (part == ExamplePart::Notice) example_.take_back();
}

}  // namespace threadbook::ui
