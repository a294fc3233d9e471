#define SDL_MAIN_HANDLED
#include "ui/surface/screen.h"

#include <SDL.h>
#include <SDL_opengles2.h>

#include <algorithm>
#include <bit>
#include <cmath>
#include <utility>

#include "imgui.h"
#include "imgui_impl_opengl3.h"
#include "imgui_impl_sdl2.h"
#include "ui/surface/fonts.h"
#include "ui/surface/theme.h"

namespace threadbook::ui {
namespace {

// All that a stretch of vertices looks like.
class Look {
 public:
  void add(std::uint32_t word) { sum_ = (sum_ ^ word) * 0x100000001B3u; }
  void add(float number) { add(std::bit_cast<std::uint32_t>(number)); }
  void add(const ImDrawVert& vertex) {
    for (const float number : {vertex.pos.x, vertex.pos.y, vertex.uv.x, vertex.uv.y}) add(number);
    add(vertex.col);
  }
  std::uint64_t sum() const { return sum_; }

 private:
  std::uint64_t sum_ = 0xCBF29CE484222325u;
};

PixelArea pixels(float left, float top, float right, float bottom) {
  return {static_cast<int>(std::floor(left)), static_cast<int>(std::floor(top)), static_cast<int>(std::ceil(right)),
          static_cast<int>(std::ceil(bottom))};
}

PixelArea common(const PixelArea& a, const PixelArea& b) {
  return {std::max(a.left, b.left), std::max(a.top, b.top), std::min(a.right, b.right), std::min(a.bottom, b.bottom)};
}

// The corners of the triangles of a command, some at a time: two make a letter or a plain rectangle.
constexpr unsigned kTogether = 6;

void add_command(Damage& damage, const ImDrawList& list, const ImDrawCmd& command) {
  const PixelArea clip = pixels(command.ClipRect.x, command.ClipRect.y, command.ClipRect.z, command.ClipRect.w);
  const ImDrawVert* vertices = list.VtxBuffer.Data + command.VtxOffset;
  const ImDrawIdx* indices = list.IdxBuffer.Data + command.IdxOffset;
  for (unsigned at = 0; at < command.ElemCount; at += kTogether) {
    Look look;
    for (const float edge : {command.ClipRect.x, command.ClipRect.y, command.ClipRect.z, command.ClipRect.w})
      look.add(edge);
    ImVec2 least = vertices[indices[at]].pos, most = least;
    for (unsigned i = at; i < std::min(at + kTogether, command.ElemCount); ++i) {
      const ImDrawVert& vertex = vertices[indices[i]];
      look.add(vertex);
      least = {std::min(least.x, vertex.pos.x), std::min(least.y, vertex.pos.y)};
      most = {std::max(most.x, vertex.pos.x), std::max(most.y, vertex.pos.y)};
    }
    damage.add(common(clip, pixels(least.x, least.y, most.x, most.y)), look.sum());
  }
}

// Instead of each command, one for each area that it paints in.
void keep_to(const std::vector<PixelArea>& areas, ImVector<ImDrawCmd>& commands) {
  ImVector<ImDrawCmd> kept;
  for (const PixelArea& area : areas) {
    const auto left = static_cast<float>(area.left), top = static_cast<float>(area.top);
    const auto right = static_cast<float>(area.right), bottom = static_cast<float>(area.bottom);
    for (ImDrawCmd command : commands) {
      ImVec4& clip = command.ClipRect;
      clip = {std::max(clip.x, left), std::max(clip.y, top), std::min(clip.z, right), std::min(clip.w, bottom)};
      if (clip.x < clip.z && clip.y < clip.w) kept.push_back(command);
    }
  }
  commands.swap(kept);
}

}  // namespace

Screen::~Screen() {
  if (!window_) return;
  if (ImGui::GetCurrentContext()) {
    ImGui_ImplOpenGL3_Shutdown();
    ImGui_ImplSDL2_Shutdown();
    ImGui::DestroyContext();
  }
  SDL_GL_DeleteContext(context_);
  SDL_DestroyWindow(window_);
  SDL_Quit();
}

bool Screen::open(int width, int height) {
  SDL_SetMainReady();
  // The keyboard belongs to the canvas alone, and only while it has the focus, so that the browser's own
  // shortcuts and its zoom go through.
  SDL_SetHint(SDL_HINT_EMSCRIPTEN_KEYBOARD_ELEMENT, "#canvas");
  if (SDL_Init(SDL_INIT_VIDEO) != 0) {
    problem_ = SDL_GetError();
    return false;
  }
  // Scrolling with wheel and finger, and typing, are the browser's: SDL must not swallow them.
  for (const Uint32 event :
       {SDL_MOUSEWHEEL, SDL_FINGERDOWN, SDL_FINGERUP, SDL_FINGERMOTION, SDL_KEYDOWN, SDL_KEYUP, SDL_TEXTINPUT}) {
    SDL_EventState(event, SDL_IGNORE);
  }
  SDL_GL_SetAttribute(SDL_GL_CONTEXT_PROFILE_MASK, SDL_GL_CONTEXT_PROFILE_ES);
  SDL_GL_SetAttribute(SDL_GL_CONTEXT_MAJOR_VERSION, 3);
  SDL_GL_SetAttribute(SDL_GL_CONTEXT_MINOR_VERSION, 0);
  SDL_GL_SetAttribute(SDL_GL_ALPHA_SIZE, 0);
  SDL_GL_SetAttribute(SDL_GL_DEPTH_SIZE, 0);
  SDL_GL_SetAttribute(SDL_GL_STENCIL_SIZE, 0);
  window_ = SDL_CreateWindow("Threadbook", SDL_WINDOWPOS_UNDEFINED, SDL_WINDOWPOS_UNDEFINED, width, height,
                             SDL_WINDOW_OPENGL | SDL_WINDOW_ALLOW_HIGHDPI);
  if (window_) context_ = SDL_GL_CreateContext(window_);
  if (!context_) {
    problem_ = SDL_GetError();
    return false;
  }
  SDL_GL_MakeCurrent(window_, context_);
  return true;
}

void Screen::prepare(Fonts& fonts) {
  fonts_ = &fonts;
  IMGUI_CHECKVERSION();
  ImGui::CreateContext();
  ImGuiIO& io = ImGui::GetIO();
  io.IniFilename = nullptr;
  io.LogFilename = nullptr;
  io.ConfigFlags |= ImGuiConfigFlags_NoMouseCursorChange;
  ImGui_ImplSDL2_InitForOpenGL(window_, context_);
  ImGui_ImplOpenGL3_Init("#version 300 es");
  io.Fonts->AddFontDefault();
  fonts.reserve_room();
  restore(fonts);
}

void Screen::restore(Fonts& fonts) {
  ImGui_ImplOpenGL3_DestroyDeviceObjects();
  ImGui_ImplOpenGL3_CreateDeviceObjects();
  fonts.texture_ready();
  damage_.forget();
  ImGui::GetIO().Fonts->ClearTexData();
}

void Screen::take_events() {
  SDL_Event event;
  while (SDL_PollEvent(&event)) ImGui_ImplSDL2_ProcessEvent(&event);
}

ImDrawList& Screen::begin(int width, int height, Color background) {
  ImGui_ImplOpenGL3_NewFrame();
  ImGui_ImplSDL2_NewFrame();
  ImGuiIO& io = ImGui::GetIO();
  io.DisplaySize = {static_cast<float>(width), static_cast<float>(height)};
  io.DisplayFramebufferScale = {1, 1};
  ImGui::NewFrame();
  width_ = width;
  height_ = height;
  background_ = background;
  return *ImGui::GetBackgroundDrawList();
}

const std::vector<PixelArea>& Screen::changed_areas(const ImDrawData& frame) {
  // Pictures that lie elsewhere in the texture now, or others in their place.
  if (std::exchange(pictures_, fonts_->generation()) != fonts_->generation()) damage_.forget();
  damage_.begin(width_, height_);
  damage_.add({0, 0, width_, height_}, IM_COL32(background_.r, background_.g, background_.b, 255));
  for (const ImDrawList* list : frame.CmdLists) {
    for (const ImDrawCmd& command : list->CmdBuffer) add_command(damage_, *list, command);
  }
  return damage_.end();
}

void Screen::clear(const PixelArea& area) {
  glScissor(area.left, height_ - area.bottom, area.right - area.left, area.bottom - area.top);
  glClear(GL_COLOR_BUFFER_BIT);
}

void Screen::end() {
  ImGui::Render();
  ImDrawData& frame = *ImGui::GetDrawData();
  const std::vector<PixelArea>& areas = changed_areas(frame);
  if (areas.empty()) return;

  glViewport(0, 0, width_, height_);
  glClearColor(static_cast<float>(background_.r) / 255, static_cast<float>(background_.g) / 255,
               static_cast<float>(background_.b) / 255, 1);
  glEnable(GL_SCISSOR_TEST);
  for (const PixelArea& area : areas) clear(area);
  glDisable(GL_SCISSOR_TEST);
  for (ImDrawList* list : frame.CmdLists) keep_to(areas, list->CmdBuffer);
  ImGui_ImplOpenGL3_RenderDrawData(&frame);
  SDL_GL_SwapWindow(window_);
}

}  // namespace threadbook::ui
