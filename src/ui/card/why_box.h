// Why a program's threads can never go on: sentences, and below them who waits for whom as a row of names and arrows.
#pragma once

#include <string>
#include <vector>

#include "trace/explanation.h"
#include "trace/story.h"
#include "ui/surface/view.h"

namespace threadbook::ui {

class WhyBox {
 public:
  // At that width; `why` nullptr: there is nothing to say. Answers the height.
  float lay_out(const trace::Explanation* why, float width);
  void paint(const View& view, const trace::Story& story, const Rect& area) const;

 private:
  std::vector<std::string> lines_;  // the first is the heading
  std::size_t headings_ = 0;        // so many lines are the heading's
  std::vector<std::vector<trace::GraphNode>> rows_;
};

}  // namespace threadbook::ui
