// How spans look: what a thread does has a colour and a pattern, who a thread is has a colour of its own.
#pragma once

#include "trace/lanes.h"
#include "ui/surface/view.h"

namespace threadbook::ui {

// Of the n-th thread of a run; the main thread is the 0th.
Color thread_color(const Theme& theme, std::size_t n);
// A thread's letter in a circle of its colour.
void paint_letter(const View& view, Point center, float radius, std::string_view letter, Color color);
Color state_color(const Theme& theme, python::ThreadActivity activity);

void paint_span(const View& view, const trace::Story& story, const trace::Box& box, const Rect& rect);
// `lane` is nullptr for the GIL.
void paint_holding(const View& view, const trace::Story& story, const trace::ThingLane* lane,
                   const trace::HoldingBox& box, const Rect& rect, Color holder);

}  // namespace threadbook::ui
