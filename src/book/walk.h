// Visits a model in reading order, so that who looks for one thing need not know where it can hide.
//
// Lists and callouts hold blocks of their own; these two templates are the only place that knows
// it. They work on constant and on changeable models alike. No allocation; recursion as deep as
// lists nest.
#pragma once

#include <variant>

#include "book/document.h"

namespace threadbook::book {

// A visitor made of lambdas, one for each kind it tells apart.
template <typename... Functions>
struct Overloaded : Functions... {
  using Functions::operator()...;
};
template <typename... Functions>
Overloaded(Functions...) -> Overloaded<Functions...>;

// Calls `visit(block)` for each block, a container before what it holds.
template <typename BlocksType, typename Visit>
void for_each_block(BlocksType& blocks, Visit&& visit) {
  for (auto& block : blocks) {
    visit(block);
    if (auto* list = std::get_if<List>(&block.content)) {
      for (auto& item : list->items) for_each_block(item, visit);
    } else if (auto* callout = std::get_if<Callout>(&block.content)) {
      for_each_block(callout->blocks, visit);
    }
  }
}

// Calls `visit(inlines)` for each run of text in the blocks, table cells included.
template <typename BlocksType, typename Visit>
void for_each_text(BlocksType& blocks, Visit&& visit) {
  for_each_block(blocks, [&](auto& block) {
    if (auto* paragraph = std::get_if<Paragraph>(&block.content)) {
      visit(paragraph->text);
    } else if (auto* heading = std::get_if<Heading>(&block.content)) {
      visit(heading->text);
    } else if (auto* table = std::get_if<Table>(&block.content)) {
      for (auto& cell : table->head) visit(cell);
      for (auto& row : table->rows) {
        for (auto& cell : row) visit(cell);
      }
    }
  });
}

}  // namespace threadbook::book
