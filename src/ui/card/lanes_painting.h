// How lanes look: names, spans, arrows, marks, the axis. Colours and patterns of a span are in lane_colors.h.
#pragma once

#include "ui/card/lanes_view.h"
#include "ui/surface/view.h"

namespace threadbook::ui {

// Where the lanes stand in the page: from the first row's name to the axis' lower edge. The names take `label` of its
// width.
struct LanesPlace {
  Rect area;
  float label = 0;
  Rect lanes() const { return {area.x + label, area.y, area.w - label, area.h}; }
};
inline constexpr float kLanesAxis = 26;  // its height

// What the view shows of the story. Costs: linear in the spans shown.
void paint_lanes(const View& view, const trace::Story& story, const LanesView& shown, const LanesPlace& place);

}  // namespace threadbook::ui
