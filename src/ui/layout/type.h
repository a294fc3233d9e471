// Typefaces, the roles of ink, and the one question text layout asks of a font: how wide is this?
//
// Layout is arithmetic over widths, so it is kept free of font files, pixels and colours: it sees a font only
// through `Metrics`. The page answers from the real fonts, the tests from a font where every letter is as wide
// as the next. Colours are named by their role here and chosen by the theme when painting.
#pragma once

#include <cstdint>
#include <string_view>

namespace threadbook::ui {

enum class Face : std::uint8_t { Regular, SemiBold, Bold, Italic, Mono, MonoBold };
inline constexpr int kFaceCount = 6;

inline bool is_monospaced(Face face) { return face == Face::Mono || face == Face::MonoBold; }

// What a piece of text is for; the theme knows the colour.
enum class Ink : std::uint8_t { Text, Muted, Heading, Link, Code, Accent, OnAccent, Error, Warning };

// How a piece of text is set.
struct Type {
  Face face = Face::Regular;
  float size = 17;     // CSS pixels in an em, as CSS's font-size
  float tracking = 0;  // added after every letter, in CSS pixels
  Ink ink = Ink::Text;
  bool tinted = false;  // stands on a tinted rounded rectangle, as code within prose does

  friend bool operator==(const Type&, const Type&) = default;
};

// Thread safety: as the implementation says; layout calls it from one thread only.
class Metrics {
 public:
  virtual ~Metrics() = default;
  // How far the pen moves from `c` to `next` (0 at the end), in CSS pixels: advance, kerning and tracking.
  virtual float advance(const Type& type, char32_t c, char32_t next) const = 0;
  // From the baseline up to the top of the face's line box and down to its bottom, both positive.
  virtual float ascent(const Type& type) const = 0;
  virtual float descent(const Type& type) const = 0;

  // The width of a text on one line. Linear in its length.
  float width(const Type& type, std::string_view text) const;
};

}  // namespace threadbook::ui
