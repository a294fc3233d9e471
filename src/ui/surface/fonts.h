// The typefaces: widths for layout, and letters as pictures in a texture for painting.
//
// Letters are rasterised when they are first needed, at the very size and sub-pixel position they are painted at
// (four positions across a pixel), and then copied to the screen one to one, which is as sharp as a grey-scale
// letter gets at any pixel ratio. The pictures live in a part of Dear ImGui's own font texture, so text and
// shapes are drawn in one go. When the texture is full it is emptied and the next frame fills it again. A letter
// costs some ten microseconds the first time and a hash look-up afterwards.
//
// Thread safety: none; the main thread only. Needs an ImGui context with the OpenGL 3 back end.
#pragma once

#include <array>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <unordered_map>
#include <vector>

#include "ui/layout/type.h"

namespace threadbook::ui {

// A letter as a picture that somebody else drew, for what our typefaces do not have: alphabets beyond Latin
// and Greek, signs, emoji.
struct ForeignGlyph {
  int width = 0, height = 0;       // device pixels
  int left = 0, top = 0;           // of the picture, from the pen on the baseline; top is negative above it
  float advance = 0;               // device pixels
  bool colored = false;            // emoji come in colour, the rest in the ink
  std::vector<std::uint8_t> rgba;  // width * height * 4, not premultiplied
};

class Fonts final : public Metrics {
 public:
  Fonts();
  ~Fonts() override;
  Fonts(const Fonts&) = delete;
  Fonts& operator=(const Fonts&) = delete;

  // Takes a TrueType or OpenType file. False if it is none.
  bool add_face(Face face, std::vector<std::uint8_t> file);
  bool complete() const;
  // Who draws the letters our faces lack; may answer nothing. Sizes in device pixels.
  void set_foreign(std::function<std::optional<ForeignGlyph>(char32_t, float size, bool mono)> draw);
  // They would look different now.
  void forget_foreign();
  // Device pixels in a CSS pixel. Forgets every picture when it changes.
  void set_scale(float scale);

  // Before ImGui builds its font texture: sets the room for the pictures aside.
  void reserve_room();
  // After the texture was made or made again.
  void texture_ready();

  float advance(const Type& type, char32_t c, char32_t next) const override;
  float ascent(const Type& type) const override;
  float descent(const Type& type) const override;

  // A letter's picture: where it goes, in device pixels from the pen's whole pixel on the baseline, and where in
  // the texture it is.
  struct Picture {
    float left = 0, top = 0, width = 0, height = 0;
    float u0 = 0, v0 = 0, u1 = 0, v1 = 0;
    bool colored = false;
  };
  // The picture for a pen at `pen_x` device pixels (its fraction picks the sub-pixel position), nullptr for
  // blanks. Valid until the next call.
  const Picture* picture(const Type& type, char32_t c, float pen_x);
  // How far the pen is rounded: the whole pixel that belongs to `pen_x`.
  static float whole_pixel(float pen_x);

  // Counts how often all pictures were forgotten: afterwards one may lie where another did.
  std::uint64_t generation() const { return generation_; }
  // Whether the texture overflowed since the last call: what was painted since has gaps, paint again.
  bool overflowed();

 private:
  struct FaceData;
  struct Shelf;
  bool upload(int width, int height, const std::uint8_t* rgba, Picture& picture);
  void forget_pictures();
  const ForeignGlyph* foreign(const Type& type, char32_t c) const;

  std::array<std::unique_ptr<FaceData>, kFaceCount> faces_;
  std::function<std::optional<ForeignGlyph>(char32_t, float, bool)> draw_foreign_;
  mutable std::unordered_map<std::uint64_t, std::optional<ForeignGlyph>> foreign_;
  std::unordered_map<std::uint64_t, Picture> pictures_;
  float scale_ = 1;
  int custom_rect_ = -1;
  // The room in the texture, in texels, and the shelf that is being filled.
  int room_x_ = 0, room_y_ = 0, room_w_ = 0, room_h_ = 0;
  int shelf_x_ = 0, shelf_y_ = 0, shelf_h_ = 0;
  float texel_u_ = 0, texel_v_ = 0;
  bool overflowed_ = false;
  std::uint64_t generation_ = 0;
};

}  // namespace threadbook::ui
