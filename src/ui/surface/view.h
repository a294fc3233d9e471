// What every view gets to paint with. Valid for one frame.
#pragma once

#include "ui/layout/page_columns.h"
#include "ui/surface/host.h"
#include "ui/surface/painter.h"
#include "ui/surface/theme.h"

namespace threadbook::ui {

struct View {
  Painter& painter;
  const Theme& theme;
  const PageColumns& columns;
  OverlayId hovered = 0;
  OverlayId focused = 0;
  float width = 0;  // of the window
  float height = 0;
  double now = 0;  // seconds
};

// The types the page's own furniture is set in.
inline Type interface_type(float size, Face face = Face::Regular) {
  return {face, size, size * -0.006f, Ink::Text, false};
}

}  // namespace threadbook::ui
