#include "ui/surface/fonts.h"

#include <SDL_opengles2.h>

#include <algorithm>
#include <cmath>

#include "imgui.h"

#define STBTT_STATIC
#define STB_TRUETYPE_IMPLEMENTATION
#if defined(__GNUC__)
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wunused-function"
#pragma GCC diagnostic ignored "-Wsign-compare"
#pragma GCC diagnostic ignored "-Wunused-but-set-variable"
#endif
#include "imstb_truetype.h"
#if defined(__GNUC__)
#pragma GCC diagnostic pop
#endif

namespace threadbook::ui {
namespace {

constexpr int kRoomWidth = 2030;
constexpr int kRoomHeight = 1000;
constexpr int kSubPixels = 4;
constexpr int kMargin = 1;  // texels between pictures

std::uint64_t picture_key(const Type& type, char32_t c, int phase) {
  const auto size = static_cast<std::uint64_t>(std::lround(type.size * 64)) & 0xFFFF;
  return (static_cast<std::uint64_t>(c) << 32) | (size << 8) | (static_cast<std::uint64_t>(type.face) << 4) |
         static_cast<std::uint64_t>(phase);
}

}  // namespace

struct Fonts::FaceData {
  std::vector<std::uint8_t> file;
  stbtt_fontinfo info{};
  float ascent = 0;   // ems
  float descent = 0;  // ems, positive
  float unit = 0;     // ems in a font unit
  struct Glyph {
    int index = 0;
    float advance = 0;  // ems
  };
  std::unordered_map<char32_t, Glyph> glyphs;
  std::unordered_map<std::uint64_t, float> kerning;  // ems

  const Glyph& glyph(char32_t c) {
    const auto found = glyphs.find(c);
    if (found != glyphs.end()) return found->second;
    Glyph glyph;
    glyph.index = stbtt_FindGlyphIndex(&info, static_cast<int>(c));
    int advance = 0;
    stbtt_GetGlyphHMetrics(&info, glyph.index, &advance, nullptr);
    glyph.advance = static_cast<float>(advance) * unit;
    return glyphs.emplace(c, glyph).first->second;
  }

  float kern(char32_t a, char32_t b) {
    const std::uint64_t key = (static_cast<std::uint64_t>(a) << 32) | b;
    const auto found = kerning.find(key);
    if (found != kerning.end()) return found->second;
    const int first = glyph(a).index;
    const int second = glyph(b).index;
    const float value =
        first && second ? static_cast<float>(stbtt_GetGlyphKernAdvance(&info, first, second)) * unit : 0;
    kerning.emplace(key, value);
    return value;
  }
};

Fonts::Fonts() = default;
Fonts::~Fonts() = default;

bool Fonts::add_face(Face face, std::vector<std::uint8_t> file) {
  auto data = std::make_unique<FaceData>();
  data->file = std::move(file);
  if (data->file.size() < 1000) return false;
  const int offset = stbtt_GetFontOffsetForIndex(data->file.data(), 0);
  if (offset < 0 || !stbtt_InitFont(&data->info, data->file.data(), offset)) return false;
  data->unit = stbtt_ScaleForMappingEmToPixels(&data->info, 1);
  int ascent = 0, descent = 0, gap = 0;
  stbtt_GetFontVMetrics(&data->info, &ascent, &descent, &gap);
  data->ascent = static_cast<float>(ascent) * data->unit;
  data->descent = static_cast<float>(-descent) * data->unit;
  faces_[static_cast<std::size_t>(face)] = std::move(data);
  return true;
}

bool Fonts::complete() const {
  return std::all_of(faces_.begin(), faces_.end(), [](const auto& face) { return face != nullptr; });
}

void Fonts::set_foreign(std::function<std::optional<ForeignGlyph>(char32_t, float, bool)> draw) {
  draw_foreign_ = std::move(draw);
}

void Fonts::set_scale(float scale) {
  if (scale == scale_) return;
  scale_ = scale;
  forget_foreign();
}

void Fonts::forget_foreign() {
  foreign_.clear();
  forget_pictures();
}

void Fonts::reserve_room() {
  ImFontAtlas& atlas = *ImGui::GetIO().Fonts;
  atlas.TexDesiredWidth = 2048;
  custom_rect_ = atlas.AddCustomRectRegular(kRoomWidth, kRoomHeight);
}

void Fonts::texture_ready() {
  ImFontAtlas& atlas = *ImGui::GetIO().Fonts;
  const ImFontAtlasCustomRect& rect = *atlas.GetCustomRectByIndex(custom_rect_);
  room_x_ = rect.X;
  room_y_ = rect.Y;
  room_w_ = rect.Width;
  room_h_ = rect.Height;
  texel_u_ = 1.0f / static_cast<float>(atlas.TexWidth);
  texel_v_ = 1.0f / static_cast<float>(atlas.TexHeight);
  forget_pictures();
}

void Fonts::forget_pictures() {
  ++generation_;
  pictures_.clear();
  shelf_x_ = shelf_y_ = shelf_h_ = 0;
}

bool Fonts::overflowed() { return std::exchange(overflowed_, false); }

const ForeignGlyph* Fonts::foreign(const Type& type, char32_t c) const {
  if (!draw_foreign_ || c < 0x80) return nullptr;
  const bool mono = is_monospaced(type.face);
  const std::uint64_t key = picture_key({mono ? Face::Mono : Face::Regular, type.size, 0, Ink::Text, false}, c, 0);
  auto found = foreign_.find(key);
  if (found == foreign_.end()) found = foreign_.emplace(key, draw_foreign_(c, type.size * scale_, mono)).first;
  return found->second ? &*found->second : nullptr;
}

float Fonts::advance(const Type& type, char32_t c, char32_t next) const {
  FaceData* face = faces_[static_cast<std::size_t>(type.face)].get();
  if (!face) return type.size / 2;
  const FaceData::Glyph& glyph = face->glyph(c);
  if (glyph.index == 0) {
    if (const ForeignGlyph* picture = foreign(type, c)) return picture->advance / scale_ + type.tracking;
  }
  const float kern = next && !is_monospaced(type.face) ? face->kern(c, next) : 0;
  return (glyph.advance + kern) * type.size + type.tracking;
}

float Fonts::ascent(const Type& type) const {
  const FaceData* face = faces_[static_cast<std::size_t>(type.face)].get();
  return face ? face->ascent * type.size : type.size;
}

float Fonts::descent(const Type& type) const {
  const FaceData* face = faces_[static_cast<std::size_t>(type.face)].get();
  return face ? face->descent * type.size : type.size / 4;
}

float Fonts::whole_pixel(float pen_x) { return std::floor(std::floor(pen_x * kSubPixels + 0.5f) / kSubPixels); }

const Fonts::Picture* Fonts::picture(const Type& type, char32_t c, float pen_x) {
  FaceData* face = faces_[static_cast<std::size_t>(type.face)].get();
  if (!face) return nullptr;
  const int steps = static_cast<int>(std::floor(pen_x * kSubPixels + 0.5f));
  const int phase = ((steps % kSubPixels) + kSubPixels) % kSubPixels;
  const std::uint64_t key = picture_key(type, c, phase);
  const auto found = pictures_.find(key);
  if (found != pictures_.end()) return found->second.width > 0 ? &found->second : nullptr;

  Picture picture;
  std::vector<std::uint8_t> rgba;
  int width = 0, height = 0;
  const FaceData::Glyph& glyph = face->glyph(c);
  const ForeignGlyph* other = glyph.index == 0 ? foreign(type, c) : nullptr;
  if (other) {
    width = other->width;
    height = other->height;
    rgba = other->rgba;
    picture.left = static_cast<float>(other->left);
    picture.top = static_cast<float>(other->top);
    picture.colored = other->colored;
  } else {
    const float size = stbtt_ScaleForMappingEmToPixels(&face->info, type.size * scale_);
    const float shift = static_cast<float>(phase) / kSubPixels;
    int x0 = 0, y0 = 0, x1 = 0, y1 = 0;
    stbtt_GetGlyphBitmapBoxSubpixel(&face->info, glyph.index, size, size, shift, 0, &x0, &y0, &x1, &y1);
    width = x1 - x0;
    height = y1 - y0;
    if (width > 0 && height > 0) {
      std::vector<std::uint8_t> grey(static_cast<std::size_t>(width * height));
      stbtt_MakeGlyphBitmapSubpixel(&face->info, grey.data(), width, height, width, size, size, shift, 0, glyph.index);
      rgba.resize(grey.size() * 4, 255);
      for (std::size_t i = 0; i < grey.size(); ++i) rgba[i * 4 + 3] = grey[i];
    }
    picture.left = static_cast<float>(x0);
    picture.top = static_cast<float>(y0);
  }
  if (width > 0 && height > 0 && !upload(width, height, rgba.data(), picture)) return nullptr;
  const Picture& stored = pictures_.insert_or_assign(key, picture).first->second;
  return stored.width > 0 ? &stored : nullptr;
}

bool Fonts::upload(int width, int height, const std::uint8_t* rgba, Picture& picture) {
  if (shelf_x_ + width + kMargin > room_w_) {
    shelf_x_ = 0;
    shelf_y_ += shelf_h_ + kMargin;
    shelf_h_ = 0;
  }
  if (width > room_w_ || shelf_y_ + height > room_h_) {
    // Full. What this frame has painted so far refers to pictures that are about to be painted over, so the
    // frame must be painted once more.
    overflowed_ = true;
    forget_pictures();
    if (width > room_w_ || height > room_h_) return false;
  }
  const int x = room_x_ + shelf_x_;
  const int y = room_y_ + shelf_y_;
  GLint bound = 0;
  glGetIntegerv(GL_TEXTURE_BINDING_2D, &bound);
  const auto texture = static_cast<GLuint>(reinterpret_cast<std::uintptr_t>(ImGui::GetIO().Fonts->TexID));
  glBindTexture(GL_TEXTURE_2D, texture);
  glPixelStorei(GL_UNPACK_ALIGNMENT, 4);
  glTexSubImage2D(GL_TEXTURE_2D, 0, x, y, width, height, GL_RGBA, GL_UNSIGNED_BYTE, rgba);
  glBindTexture(GL_TEXTURE_2D, static_cast<GLuint>(bound));
  shelf_x_ += width + kMargin;
  shelf_h_ = std::max(shelf_h_, height);

  picture.width = static_cast<float>(width);
  picture.height = static_cast<float>(height);
  picture.u0 = static_cast<float>(x) * texel_u_;
  picture.v0 = static_cast<float>(y) * texel_v_;
  picture.u1 = static_cast<float>(x + width) * texel_u_;
  picture.v1 = static_cast<float>(y + height) * texel_v_;
  return true;
}

}  // namespace threadbook::ui
