#include "ui/surface/painter.h"

#include <algorithm>
#include <cmath>
#include <string>

#include "imgui.h"
#include "ui/layout/utf8.h"

namespace threadbook::ui {
namespace {

ImU32 packed(Color c) { return IM_COL32(c.r, c.g, c.b, c.a); }

}  // namespace

Painter::Painter(ImDrawList& list, Fonts& fonts, float scale) : list_(list), fonts_(fonts), scale_(scale) {}

float Painter::px(float x) const { return std::floor((x + origin_.x) * scale_ + 0.5f); }
float Painter::py(float y) const { return std::floor((y + origin_.y) * scale_ + 0.5f); }

void Painter::fill(const Rect& r, Color color, float radius) {
  const float x0 = px(r.x), y0 = py(r.y), x1 = px(r.right()), y1 = py(r.bottom());
  if (x1 <= x0 || y1 <= y0) return;
  list_.AddRectFilled({x0, y0}, {x1, y1}, packed(color), radius * scale_);
}

void Painter::fade_edges(const Rect& area, Color color, const Edges& edges) {
  constexpr float kReach = 28;  // CSS pixels
  const std::uint32_t full = packed(color), none = packed(color.with_alpha(0));
  const float x0 = px(area.x), x1 = px(area.right()), y0 = py(area.y), y1 = py(area.bottom());
  const float reach = kReach * scale_;
  if (edges.left) list_.AddRectFilledMultiColor({x0, y0}, {x0 + reach, y1}, full, none, none, full);
  if (edges.right) list_.AddRectFilledMultiColor({x1 - reach, y0}, {x1, y1}, none, full, full, none);
  if (edges.top) list_.AddRectFilledMultiColor({x0, y0}, {x1, y0 + reach}, full, full, none, none);
  if (edges.bottom) list_.AddRectFilledMultiColor({x0, y1 - reach}, {x1, y1}, none, none, full, full);
}

void Painter::fill_top(const Rect& r, Color color, float radius) {
  list_.AddRectFilled({px(r.x), py(r.y)}, {px(r.right()), py(r.bottom())}, packed(color), radius * scale_,
                      ImDrawFlags_RoundCornersTop);
}

void Painter::fill_bottom(const Rect& r, Color color, float radius) {
  list_.AddRectFilled({px(r.x), py(r.y)}, {px(r.right()), py(r.bottom())}, packed(color), radius * scale_,
                      ImDrawFlags_RoundCornersBottom);
}

void Painter::frame(const Rect& r, Color color, float radius, float thickness) {
  const float t = std::max(1.0f, std::floor(thickness * scale_ + 0.5f));
  // A line is painted half to each side of where it is asked for.
  const float h = t / 2;
  const float x0 = px(r.x) + h, y0 = py(r.y) + h, x1 = px(r.right()) - h, y1 = py(r.bottom()) - h;
  if (x1 <= x0 || y1 <= y0) return;
  // AddRect insets by half a pixel of its own; a path does not.
  list_.PathRect({x0, y0}, {x1, y1}, std::max(0.0f, radius * scale_ - h));
  list_.PathStroke(packed(color), ImDrawFlags_Closed, t);
}

void Painter::shadow(const Rect& r, Color color, float radius, float spread, float strength) {
  constexpr int kLayers = 8;
  for (int i = kLayers; i >= 1; --i) {
    const float t = static_cast<float>(i) / kLayers;
    const float grow = spread * t;
    const float alpha = strength * (1 - t) * (1 - t) * 0.5f + strength * 0.03f;
    const Rect layer{r.x - grow * 0.6f, r.y - grow * 0.25f, r.w + grow * 1.2f, r.h + grow * 1.1f};
    list_.AddRectFilled({px(layer.x), py(layer.y)}, {px(layer.right()), py(layer.bottom())},
                        packed(color.with_alpha(alpha)), (radius + grow) * scale_);
  }
}

void Painter::rule(float x, float y, float width, Color color) {
  const float thickness = std::max(1.0f, std::floor(scale_));
  list_.AddRectFilled({px(x), py(y)}, {px(x + width), py(y) + thickness}, packed(color));
}

void Painter::upright(float x, float y, float height, Color color, float thickness) {
  const float t = std::max(1.0f, std::floor(thickness * scale_ + 0.5f));
  list_.AddRectFilled({px(x), py(y)}, {px(x) + t, py(y + height)}, packed(color));
}

void Painter::circle(Point c, float radius, Color color) {
  list_.AddCircleFilled({(c.x + origin_.x) * scale_, (c.y + origin_.y) * scale_}, radius * scale_, packed(color));
}

void Painter::ring(Point c, float radius, Color color, float thickness) {
  list_.AddCircle({(c.x + origin_.x) * scale_, (c.y + origin_.y) * scale_}, radius * scale_, packed(color), 0,
                  thickness * scale_);
}

void Painter::triangle(Point a, Point b, Point c, Color color) {
  const auto at = [&](Point p) { return ImVec2((p.x + origin_.x) * scale_, (p.y + origin_.y) * scale_); };
  list_.AddTriangleFilled(at(a), at(b), at(c), packed(color));
}

void Painter::line(Point a, Point b, Color color, float thickness) {
  const auto at = [&](Point p) { return ImVec2((p.x + origin_.x) * scale_, (p.y + origin_.y) * scale_); };
  list_.PathLineTo(at(a));
  list_.PathLineTo(at(b));
  list_.PathStroke(packed(color), 0, thickness * scale_);
}

void Painter::arc(Point c, float radius, float from, float to, Color color, float thickness) {
  list_.PathArcTo({(c.x + origin_.x) * scale_, (c.y + origin_.y) * scale_}, radius * scale_, from, to, 24);
  list_.PathStroke(packed(color), 0, thickness * scale_);
}

bool Painter::full() const {
  // The back end's indices have 16 bits unless ImGui was built otherwise; a screenful stays far below.
  return sizeof(ImDrawIdx) == 2 && list_.VtxBuffer.Size > 65000;
}

void Painter::glyph(const Type& type, char32_t c, float pen_x, float baseline, std::uint32_t color) {
  // A line may be thousands of letters long and a few of them in view.
  if (pen_x > list_.GetClipRectMax().x || pen_x + 2 * type.size * scale_ < list_.GetClipRectMin().x) return;
  const Fonts::Picture* p = fonts_.picture(type, c, pen_x);
  if (!p || full()) return;
  const float x = Fonts::whole_pixel(pen_x) + p->left;
  const float y = baseline + p->top;
  list_.PrimReserve(6, 4);
  list_.PrimRectUV({x, y}, {x + p->width, y + p->height}, {p->u0, p->v0}, {p->u1, p->v1},
                   p->colored ? (color | 0x00FFFFFFu) : color);
}

float Painter::text(const Type& type, float x, float baseline, std::string_view text, Color color) {
  const ImU32 ink = packed(color);
  const float base = py(baseline);
  float pen = x;
  for (std::size_t i = 0; i < text.size();) {
    const char32_t c = next_code_point(text, i);
    if (c != U' ') glyph(type, c, (pen + origin_.x) * scale_, base, ink);
    pen += fonts_.advance(type, c, peek_code_point(text, i));
  }
  return pen;
}

float Painter::columns(const Type& type, float x, float baseline, std::string_view text, Color color) {
  const ImU32 ink = packed(color);
  const float base = py(baseline);
  float pen = x;
  for (std::size_t i = 0; i < text.size();) {
    const char32_t c = next_code_point(text, i);
    if (c != U' ') glyph(type, c, (pen + origin_.x) * scale_, base, ink);
    pen += fonts_.advance(type, c, 0);
  }
  return pen;
}

void Painter::label(const Type& type, const Rect& rect, std::string_view text, Color color, float align) {
  const float baseline = rect.y + (rect.h - fonts_.ascent(type) - fonts_.descent(type)) / 2 + fonts_.ascent(type);
  const float width = fonts_.width(type, text);
  if (width <= rect.w + 0.5f) {
    this->text(type, rect.x + (rect.w - width) * align, baseline, text, color);
    return;
  }
  const float dots = fonts_.width(type, "\u2026");
  float used = 0;
  std::size_t end = 0;
  for (std::size_t i = 0; i < text.size();) {
    const char32_t c = next_code_point(text, i);
    used += fonts_.advance(type, c, peek_code_point(text, i));
    if (used + dots > rect.w) break;
    end = i;
  }
  this->text(type, rect.x, baseline, std::string(text.substr(0, end)) + "\u2026", color);
}

void Painter::push_clip(const Rect& r) {
  list_.PushClipRect({px(r.x), py(r.y)}, {px(r.right()), py(r.bottom())}, true);
}

void Painter::pop_clip() { list_.PopClipRect(); }

}  // namespace threadbook::ui
