#include "ui/surface/theme.h"

namespace threadbook::ui {
namespace {

constexpr Color hex(std::uint32_t value) { return Color::rgb(value); }

}  // namespace

const Theme kLightTheme = {
    .dark = false,
    .page = hex(0xFBFAF7),
    .panel = hex(0xF4F2EC),
    .panel_edge = hex(0xE7E3DA),
    .card = hex(0xFFFFFF),
    .card_edge = hex(0xE3DFD5),
    .card_shade = {60, 50, 30, 255},
    .inset = hex(0xF8F6F1),
    .text = hex(0x2B2C30),
    .muted = hex(0x66635B),
    .faint = hex(0xA7A295),
    .heading = hex(0x17181B),
    .link = hex(0x0A6A69),
    .accent = hex(0x0B7472),
    .on_accent = hex(0xFFFFFF),
    .accent_soft = hex(0xDFEEEC),
    .accent_hover = hex(0x075F5D),
    .tint = hex(0xF0EDE5),
    .code_text = hex(0x3A3430),
    .note_back = hex(0xEEF4F2),
    .note_bar = hex(0x4E9C98),
    .try_back = hex(0xFBF2DF),
    .try_bar = hex(0xD9A23B),
    .quote_bar = hex(0xD5D0C3),
    .button = hex(0xFFFFFF),
    .button_hover = hex(0xF4F2EC),
    .button_edge = hex(0xD6D1C5),
    .button_text = hex(0x3A3B40),
    .error = hex(0xB3261E),
    .error_soft = hex(0xFBE9E7),
    .warning = hex(0x8A5A00),
    .line_number = hex(0x7A766C),
    .keyword = hex(0x8F3A84),
    .string = hex(0x37713A),
    .number = hex(0xA44A12),
    .comment = hex(0x726E67),
    .definition = hex(0x1F5DA8),
    .builtin = hex(0x0B6C78),
    .plain = hex(0x2B2C30),
    .punctuation = hex(0x5C5B60),
    .starting = hex(0x8B877C),
    .running = hex(0x2F8F4E),
    .sleeping = hex(0x4877C4),
    .waits_lock = hex(0xC9752B),
    .joining = hex(0x8A63B5),
    .waits_gil = hex(0xA08618),
    .finished = hex(0x8F8A7E),
    .threads = {hex(0x1D5FA8), hex(0xA8447C), hex(0x0B7472), hex(0xA05512), hex(0x6B4FA0), hex(0x626F1A), hex(0x7C5A3A),
                hex(0x4A6072)},
};

const Theme kDarkTheme = {
    .dark = true,
    .page = hex(0x17191D),
    .panel = hex(0x131518),
    .panel_edge = hex(0x25282E),
    .card = hex(0x1D2025),
    .card_edge = hex(0x30343B),
    .card_shade = {0, 0, 0, 255},
    .inset = hex(0x141619),
    .text = hex(0xD3D5DA),
    .muted = hex(0x9BA0A9),
    .faint = hex(0x666B75),
    .heading = hex(0xF2F3F5),
    .link = hex(0x6FD0C6),
    .accent = hex(0x5FC9BE),
    .on_accent = hex(0x0C1A1A),
    .accent_soft = hex(0x1E3534),
    .accent_hover = hex(0x7FDCD2),
    .tint = hex(0x272A31),
    .code_text = hex(0xE2DDD5),
    .note_back = hex(0x1A2729),
    .note_bar = hex(0x4C9E97),
    .try_back = hex(0x2A251A),
    .try_bar = hex(0xC79A45),
    .quote_bar = hex(0x3D424B),
    .button = hex(0x262A30),
    .button_hover = hex(0x30353D),
    .button_edge = hex(0x3D424B),
    .button_text = hex(0xDADCE1),
    .error = hex(0xFF8A80),
    .error_soft = hex(0x38211F),
    .warning = hex(0xE6B95C),
    .line_number = hex(0x858A94),
    .keyword = hex(0xD79AD0),
    .string = hex(0x9CCB8E),
    .number = hex(0xE8A878),
    .comment = hex(0x8E929B),
    .definition = hex(0x86B8F2),
    .builtin = hex(0x6CC7CF),
    .plain = hex(0xDCDEE3),
    .punctuation = hex(0xA9AEB8),
    .starting = hex(0x8D929C),
    .running = hex(0x63C583),
    .sleeping = hex(0x7FA8EE),
    .waits_lock = hex(0xE99C57),
    .joining = hex(0xB796E0),
    .waits_gil = hex(0xD8C04C),
    .finished = hex(0x62676F),
    .threads = {hex(0x6FB0F0), hex(0xE08ABF), hex(0x5FC9BE), hex(0xE6A25C), hex(0xB39BE8), hex(0xBCCB6B), hex(0xC9A98A),
                hex(0x9BB3C7)},
};

Color Theme::ink(Ink ink) const {
  switch (ink) {
    case Ink::Text: return text;
    case Ink::Muted: return muted;
    case Ink::Heading: return heading;
    case Ink::Link: return link;
    case Ink::Code: return code_text;
    case Ink::Accent: return accent;
    case Ink::OnAccent: return on_accent;
    case Ink::Error: return error;
    case Ink::Warning: return warning;
  }
  return text;
}

Color Theme::stream(ConsoleStream stream) const {
  switch (stream) {
    case ConsoleStream::Out: return text;
    case ConsoleStream::Err: return error;
    case ConsoleStream::Host: return muted;
  }
  return text;
}

Color mix(Color from, Color to, float t) {
  const auto channel = [t](std::uint8_t a, std::uint8_t b) {
    return static_cast<std::uint8_t>(static_cast<float>(a) + (static_cast<float>(b) - static_cast<float>(a)) * t +
                                     0.5f);
  };
  return {channel(from.r, to.r), channel(from.g, to.g), channel(from.b, to.b), channel(from.a, to.a)};
}

}  // namespace threadbook::ui
