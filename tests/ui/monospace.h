// A typeface for tests: every letter is half its size wide, so that widths can be counted.
#pragma once

#include "ui/layout/type.h"

namespace threadbook::ui {

class Monospace final : public Metrics {
 public:
  float advance(const Type& type, char32_t, char32_t) const override { return type.size / 2 + type.tracking; }
  float ascent(const Type& type) const override { return type.size * 0.75f; }
  float descent(const Type& type) const override { return type.size * 0.25f; }
};

}  // namespace threadbook::ui
