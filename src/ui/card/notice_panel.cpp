#include "ui/card/notice_panel.h"

namespace threadbook::ui {

float NoticePanel::lay_out(const PageColumns&, float side, float width) {
  if (example_.notice() == Notice::None) return 0;
  constexpr float kLine = 20, kPadding = 8, kButtonWidth = 124, kButtonHeight = 28;
  is_narrow_ = width < 500;
  const bool has_button = example_.notice() == Notice::ChangedElsewhere;
  words_ = {side, kPadding, width - 2 * side, kLine};
  button_ = {};
  float height = kLine + 2 * kPadding;
  if (has_button && is_narrow_) {
    button_ = {side - 12, height - kPadding, kButtonWidth, 40};  // as fingers want it
    height = button_.bottom();
  } else if (has_button) {
    button_ = {width - side - kButtonWidth, 4, kButtonWidth, kButtonHeight};
    words_.w -= kButtonWidth + 12;
  } else if (is_narrow_) {
    height += kLine;
  }
  return height;
}

std::vector<Overlay> NoticePanel::overlays() const {
  if (example_.notice() != Notice::ChangedElsewhere) return {};
  return {overlay(ExamplePart::Notice, OverlayKind::Button, button_, "Take back what stood here: " + title())};
}

void NoticePanel::paint(const View& view, const Rect& area, float, float) const {
  Painter& paint = view.painter;
  const Type type = interface_type(13);
  paint.fill(area.inset(1, 0), view.theme.try_back);  // within the card's frame
  const Rect words = words_.moved(area.x, area.y);
  const bool elsewhere = example_.notice() == Notice::ChangedElsewhere;
  if (elsewhere) {
    paint.label(type, words, "Another tab has changed this program.", view.theme.warning);
  } else if (is_narrow_) {
    paint.label(type, words, "Your edits cannot be kept:", view.theme.warning);
    paint.label(type, words.moved(0, words.h), "this browser refuses storage to the page.", view.theme.warning);
  } else {
    paint.label(type, words, "Your edits cannot be kept: this browser refuses storage to the page.",
                view.theme.warning);
  }
  if (!elsewhere) return;
  const Rect button = button_.moved(area.x, area.y);
  if (is_hovered(view, ExamplePart::Notice)) paint.fill(button, view.theme.try_bar.with_alpha(0.18f), 6);
  paint.label(interface_type(13, Face::SemiBold), button, "Take back mine", view.theme.warning, 0.5f);
}

void NoticePanel::clicked(ExamplePart part) {
  if (part == ExamplePart::Notice) example_.take_back();
}

}  // namespace threadbook::ui
