// Which overlay and which group is whose. Numbers are given once here, so that what the host reports finds its way
// back.
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
  kPreviousChapter,
  kNextChapter,
};

// What of an example can be touched or read.
enum class ExamplePart : int {
  Title,
  Notice,
  Editor,
  Run,
  Reset,
  Gil,
  Console,
  Lanes,
  LanesText,
  ZoomOut,
  ZoomIn,
  Fit,
  Save,
  Picture,
  CloseInspector,
  InspectorText,
  Orders,
  OrdersText,
  OrdersGil,
  Step,
  Steps,
  StepsText,
  StepsSlider,
  StepsFirst,
  StepsBack,
  StepsOn,
  StepsFinish,
  StepsPlay,
  StepsLink,
  StepsLanes,
  StepsOther,
  Gutter,
  FirstFrame,                     // and kShownFrames - 1 more
  FirstResult = FirstFrame + 12,  // and kShownResults - 1 more
  FirstTurn = FirstResult + 12,   // and kShownTurns - 1 more
  FirstStepped = FirstTurn + 8,   // and kShownResults - 1 more
};
// Calls of a stack that can be chosen.
inline constexpr std::size_t kShownFrames = 12;
// Results of all orders, likewise.
inline constexpr std::size_t kShownResults = 12;
// Threads whose next step can be taken.
inline constexpr std::size_t kShownTurns = 8;

inline constexpr OverlayId kFirstExample = 1000;
inline constexpr OverlayId kPartsOfExample = 128;
static_assert(static_cast<OverlayId>(ExamplePart::FirstStepped) + static_cast<OverlayId>(kShownResults) <=
              kPartsOfExample);
inline constexpr OverlayId kFirstContents = 100000;  // chapters
inline constexpr OverlayId kFirstOnPage = 150000;    // headings in the contents
inline constexpr OverlayId kFirstHeading = 180000;   // their permalinks in the text
inline constexpr OverlayId kFirstLink = 200000;
inline constexpr OverlayId kFirstBlock = 400000;
inline constexpr OverlayId kEnd = 1000000;

// `example` counts the book's examples.
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

// The n of the n-th overlay from `first` on, if the overlay lies before `end`.
inline std::optional<std::size_t> as_nth(OverlayId id, OverlayId first, OverlayId end) {
  if (id < first || id >= end) return std::nullopt;
  return static_cast<std::size_t>(id - first);
}

inline constexpr GroupId kBarGroup = 1;  // the window's bar and buttons
inline constexpr GroupId kContentsGroup = 2;
inline constexpr GroupId kDialogGroup = 3;
inline constexpr GroupId kTurnGroup = 4;           // to the chapters before and after
inline constexpr GroupId kFirstProseGroup = 1000;  // the text between two cards
inline constexpr GroupId kFirstCardGroup = 100000;
inline constexpr GroupId kPanelsOfCard = 16;

inline GroupId panel_group(std::size_t example, std::size_t panel) {
  return kFirstCardGroup + static_cast<GroupId>(example) * kPanelsOfCard + static_cast<GroupId>(panel);
}

}  // namespace threadbook::ui
