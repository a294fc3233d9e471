// What an example is called, and whether it was edited. The title is a link to the example's own address.
#pragma once

#include <string>

#include "ui/card/panel.h"

namespace threadbook::ui {

class TitlePanel final : public Panel {
 public:
  // `address`: where the example is to be found, "methods.html#methods/start".
  TitlePanel(Example& example, std::size_t index, std::string address)
      : Panel(example, index), address_(std::move(address)) {}

  float lay_out(const PageColumns& columns, float side, float width) override;
  std::vector<Overlay> overlays() const override;
  void paint(const View& view, const Rect& area, float top, float bottom) const override;

 private:
  const std::string address_;
  Rect label_;
  Rect reset_;  // w is 0 where the tools have it
};

}  // namespace threadbook::ui
