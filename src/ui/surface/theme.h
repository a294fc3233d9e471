// Colours: one calm background, one accent, and enough contrast to read by (text 4.5 : 1 at the least).
//
// Views name a colour by what it is for; the two themes, light as paper and dark as a room in the evening, answer.
// A theme is a table of constants.
#pragma once

#include <array>
#include <cstdint>

#include "ui/layout/console_buffer.h"
#include "ui/layout/type.h"

namespace threadbook::ui {

struct Color {
  std::uint8_t r = 0, g = 0, b = 0, a = 255;

  // 0xRRGGBB
  static constexpr Color rgb(std::uint32_t hex) {
    return {static_cast<std::uint8_t>(hex >> 16), static_cast<std::uint8_t>(hex >> 8), static_cast<std::uint8_t>(hex),
            255};
  }
  constexpr Color with_alpha(float alpha) const {
    return {r, g, b, static_cast<std::uint8_t>(static_cast<float>(a) * alpha + 0.5f)};
  }
  friend bool operator==(const Color&, const Color&) = default;
};

// Between `from` (0) and `to` (1), alpha included.
Color mix(Color from, Color to, float t);

struct Theme {
  bool dark;
  Color page, panel, panel_edge;             // the sheet, the contents, the line between
  Color card, card_edge, card_shade, inset;  // an example, its lines, its shadow, its output
  Color text, muted, faint, heading, link, accent, on_accent, accent_soft, accent_hover;
  Color tint, code_text;  // code within prose
  Color note_back, note_bar, try_back, try_bar, quote_bar;
  Color button, button_hover, button_edge, button_text;
  Color error, error_soft, warning;
  Color line_number;
  // Python
  Color keyword, string, number, comment, definition, builtin, plain, punctuation;
  // What a thread is doing
  Color starting, running, sleeping, waits_lock, joining, waits_gil, finished;
  // Who a thread is: the main thread is `heading`, the others take turns
  std::array<Color, 8> threads;

  Color ink(Ink ink) const;
  Color stream(ConsoleStream stream) const;
};

extern const Theme kLightTheme;
extern const Theme kDarkTheme;

}  // namespace threadbook::ui
