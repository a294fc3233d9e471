// The canvas: an SDL window, its OpenGL ES 3 context (WebGL 2 in a browser) and Dear ImGui's state.
//
// One frame is begin(), painting, end(). Nothing is drawn between frames; who calls decides whether there is
// anything new to draw. ImGui's lengths are device pixels here, so that nothing is scaled twice.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "ui/layout/damage.h"
#include "ui/surface/theme.h"

struct ImDrawData;
struct ImDrawList;
struct SDL_Window;

namespace threadbook::ui {

class Fonts;

class Screen {
 public:
  Screen() = default;
  ~Screen();
  Screen(const Screen&) = delete;
  Screen& operator=(const Screen&) = delete;

  // Opens the canvas, of this size in CSS pixels. False, with a sentence in problem(), if there is no OpenGL ES 3.
  bool open(int width, int height);
  const std::string& problem() const { return problem_; }
  // Once it is open: makes what is needed to paint, with room for the letters of `fonts`, which must outlive the
  // screen. Apart from open(), because each takes some time.
  void prepare(Fonts& fonts);

  // Takes what happened to the canvas since the last call to ImGui.
  void take_events();

  // Begins a frame of this size in device pixels and answers the list to paint on.
  ImDrawList& begin(int width, int height, Color background);
  // Shows the frame: what of it differs from the one that is shown (layout/damage.h). The canvas keeps the rest, which
  // it was made for (web/features.js).
  void end();

  // The canvas is empty, as one is that has been given another size: the next frame is painted whole.
  void forget() { damage_.forget(); }
  // The graphics were lost and came back: makes everything on the graphics card anew.
  void restore(Fonts& fonts);

 private:
  const std::vector<PixelArea>& changed_areas(const ImDrawData& frame);
  void clear(const PixelArea& area);

  SDL_Window* window_ = nullptr;
  void* context_ = nullptr;
  std::string problem_;
  const Fonts* fonts_ = nullptr;
  Damage damage_;
  std::uint64_t pictures_ = 0;  // Fonts::generation() of the frame that is shown
  int width_ = 0, height_ = 0;  // of the frame
  Color background_{};
};

}  // namespace threadbook::ui
