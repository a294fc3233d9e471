#include "ui/surface/icons.h"

#include <cmath>
#include <numbers>

namespace threadbook::ui {
namespace {

constexpr float kPi = std::numbers::pi_v<float>;

Point around(Point center, float angle, float radius) {
  return {center.x + std::cos(angle) * radius, center.y + std::sin(angle) * radius};
}

}  // namespace

void paint_play(Painter& painter, Point c, float size, Color color) {
  const float h = size / 2;
  painter.triangle({c.x - h * 0.78f, c.y - h}, {c.x + h * 0.95f, c.y}, {c.x - h * 0.78f, c.y + h}, color);
}

void paint_stop(Painter& painter, Point c, float size, Color color) {
  const float h = size / 2;
  painter.fill({c.x - h, c.y - h, size, size}, color, 2);
}

void paint_step(Painter& painter, Point c, float size, Color color) {
  const float h = size / 2, head = h * 0.62f;
  painter.line({c.x - h * 1.15f, c.y}, {c.x + h * 0.3f, c.y}, color, 1.7f);
  painter.triangle({c.x - h * 0.1f, c.y - head}, {c.x + h * 0.75f, c.y}, {c.x - h * 0.1f, c.y + head}, color);
  painter.line({c.x + h * 1.05f, c.y - h}, {c.x + h * 1.05f, c.y + h}, color, 1.7f);
}

void paint_orders(Painter& painter, Point center, float size, Color color) {
  const float r = size * 0.3f;
  for (const float side : {-1.0f, 1.0f}) painter.ring({center.x + side * r, center.y}, r, color, 1.5f);
}

void paint_reset(Painter& painter, Point c, float size, Color color) {
  const float radius = size / 2;
  const float from = -0.5f * kPi + 0.55f, to = 1.5f * kPi - 0.2f;
  painter.arc(c, radius, from, to, color, 1.6f);
  // The head points back along the circle, at its beginning.
  const Point tip = around(c, from - 0.62f, radius);
  painter.triangle(tip, around(c, from + 0.12f, radius + size * 0.27f), around(c, from + 0.12f, radius - size * 0.27f),
                   color);
}

void paint_menu(Painter& painter, Point c, float size, Color color) {
  for (int i = -1; i <= 1; ++i) {
    painter.fill({c.x - size / 2, c.y + static_cast<float>(i) * size * 0.33f - 0.9f, size, 1.8f}, color, 0.9f);
  }
}

void paint_close(Painter& painter, Point c, float size, Color color) {
  const float h = size / 2;
  painter.line({c.x - h, c.y - h}, {c.x + h, c.y + h}, color, 1.6f);
  painter.line({c.x - h, c.y + h}, {c.x + h, c.y - h}, color, 1.6f);
}

void paint_check(Painter& painter, Point c, float size, Color color) {
  const float h = size / 2;
  painter.line({c.x - h, c.y + h * 0.1f}, {c.x - h * 0.25f, c.y + h * 0.75f}, color, 1.8f);
  painter.line({c.x - h * 0.33f, c.y + h * 0.75f}, {c.x + h, c.y - h * 0.7f}, color, 1.8f);
}

void paint_sun(Painter& painter, Point c, float size, Color color) {
  painter.circle(c, size * 0.24f, color);
  for (int i = 0; i < 8; ++i) {
    const float angle = static_cast<float>(i) * kPi / 4;
    painter.line(around(c, angle, size * 0.38f), around(c, angle, size * 0.54f), color, 1.5f);
  }
}

void paint_moon(Painter& painter, Point c, float size, Color color, Color behind) {
  painter.circle(c, size * 0.46f, color);
  painter.circle({c.x + size * 0.22f, c.y - size * 0.16f}, size * 0.40f, behind);
}

void paint_contrast(Painter& painter, Point c, float size, Color color) {
  const float radius = size * 0.44f;
  painter.ring(c, radius, color, 1.5f);
  painter.push_clip({c.x - size, c.y - size, size, 2 * size});
  painter.circle(c, radius, color);
  painter.pop_clip();
}

}  // namespace threadbook::ui
