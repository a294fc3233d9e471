// Painting in CSS pixels onto whole device pixels.
//
// A thin layer over Dear ImGui's draw list: views speak in CSS pixels, here they are multiplied by the pixel ratio
// and edges are put on whole device pixels, so that lines and boxes are sharp at any ratio and browser zoom.
// Text goes letter by letter to exact sub-pixel positions. Nothing is kept between frames.
#pragma once

#include <string_view>

#include "ui/layout/geometry.h"
#include "ui/layout/type.h"
#include "ui/surface/fonts.h"
#include "ui/surface/theme.h"

struct ImDrawList;

namespace threadbook::ui {

// Beyond which edges something goes on.
struct Edges {
  bool left = false, right = false, top = false, bottom = false;
};

class Painter {
 public:
  // `scale` is device pixels in a CSS pixel; `list` and `fonts` must outlive the painter.
  Painter(ImDrawList& list, Fonts& fonts, float scale);

  // Everything painted is moved by this, in CSS pixels: how views scroll.
  void set_origin(Point origin) { origin_ = origin; }
  Point origin() const { return origin_; }
  float scale() const { return scale_; }
  // The thickness of the thinnest line there is, in CSS pixels.
  float hair() const { return 1 / scale_; }

  void fill(const Rect& rect, Color color, float radius = 0);
  // Rounded only at the top or at the bottom.
  void fill_top(const Rect& rect, Color color, float radius);
  void fill_bottom(const Rect& rect, Color color, float radius);
  // A frame inside the rectangle's edge.
  void frame(const Rect& rect, Color color, float radius, float thickness = 1);
  // A soft shadow below a rounded rectangle.
  void shadow(const Rect& rect, Color color, float radius, float spread, float strength);
  // What shows that a text goes on beyond the edges of `area`, which is of this colour.
  void fade_edges(const Rect& area, Color color, const Edges& edges);
  void rule(float x, float y, float width, Color color);  // one pixel high
  void upright(float x, float y, float height, Color color, float thickness = 1);
  void circle(Point center, float radius, Color color);
  void ring(Point center, float radius, Color color, float thickness);
  void triangle(Point a, Point b, Point c, Color color);
  void line(Point a, Point b, Color color, float thickness);
  void arc(Point center, float radius, float from, float to, Color color, float thickness);

  // Text from `x` with the baseline at `y`; returns where the pen ends. Tabs and controls must not be in it.
  float text(const Type& type, float x, float baseline, std::string_view text, Color color);
  // Monospaced text, letter by letter where a text field of the same typeface has them; returns where the pen ends.
  float columns(const Type& type, float x, float baseline, std::string_view text, Color color);
  // Text in a rectangle, in the middle of its height; cut with an ellipsis when it is too long.
  void label(const Type& type, const Rect& rect, std::string_view text, Color color, float align = 0);

  void push_clip(const Rect& rect);
  void pop_clip();

  const Fonts& metrics() const { return fonts_; }

 private:
  float px(float x) const;  // to whole device pixels
  float py(float y) const;
  bool full() const;
  void glyph(const Type& type, char32_t c, float pen_x, float baseline, std::uint32_t color);

  ImDrawList& list_;
  Fonts& fonts_;
  float scale_;
  Point origin_;
};

}  // namespace threadbook::ui
