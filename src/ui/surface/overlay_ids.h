// Which overlay is whose. Numbers are given once here, so that what the host reports finds its way back.
#pragma once

#include <cstddef>
#include <optional>

#include "ui/surface/host.h"

namespace threadbook::ui {

// Things of the window there is one of.
enum WindowOverlay : OverlayId {
  kMenuButton = 1,
  kThemeButton,
  kHelpButton,
  kHelpClose,
  kDrawerShade,
  kDrawerPanel,
  kBar,
};

enum class ExamplePart : int { Editor, Run, Stop, Reset, Gil, Console };

inline constexpr OverlayId kFirstExample = 1000;
inline constexpr OverlayId kPartsOfExample = 16;
inline constexpr OverlayId kFirstContents = 100000;
inline constexpr OverlayId kFirstLink = 200000;
inline constexpr OverlayId kFirstBlock = 400000;

inline OverlayId example_overlay(std::size_t example, ExamplePart part) {
  return kFirstExample + static_cast<OverlayId>(example) * kPartsOfExample + static_cast<OverlayId>(part);
}

struct ExampleOverlay {
  std::size_t example;
  ExamplePart part;
};

inline std::optional<ExampleOverlay> as_example(OverlayId id) {
  if (id < kFirstExample || id >= kFirstContents) return std::nullopt;
  const OverlayId n = id - kFirstExample;
  return ExampleOverlay{static_cast<std::size_t>(n / kPartsOfExample), static_cast<ExamplePart>(n % kPartsOfExample)};
}

}  // namespace threadbook::ui
