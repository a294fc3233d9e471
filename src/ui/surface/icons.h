// The few signs on buttons, as shapes: sharp at any size and in any colour.
#pragma once

#include "ui/surface/painter.h"

namespace threadbook::ui {

void paint_play(Painter& painter, Point center, float size, Color color);
void paint_stop(Painter& painter, Point center, float size, Color color);
// On to the next place to stop.
void paint_step(Painter& painter, Point center, float size, Color color);
// Two ways that cross and come to the same: all orders.
void paint_orders(Painter& painter, Point center, float size, Color color);
void paint_reset(Painter& painter, Point center, float size, Color color);
void paint_menu(Painter& painter, Point center, float size, Color color);
void paint_close(Painter& painter, Point center, float size, Color color);
void paint_check(Painter& painter, Point center, float size, Color color);
void paint_sun(Painter& painter, Point center, float size, Color color);
void paint_moon(Painter& painter, Point center, float size, Color color, Color behind);
// Half and half: the theme follows the system.
void paint_contrast(Painter& painter, Point center, float size, Color color);

}  // namespace threadbook::ui
