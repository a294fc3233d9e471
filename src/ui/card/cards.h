// The cards of the whole book, each made when its example is first shown. A program goes on running when the reader
// turns to another chapter.
//
// Thread safety: none; the main thread only.
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "book/document.h"
#include "ui/card/card.h"

namespace threadbook::ui {

class Cards {
 public:
  // Both must outlive the cards.
  Cards(const book::Book& book, Host& host);

  // The card of an example of the book.
  Card& of(const book::Example& example);
  // The card of the example with this id; nullptr if the book has none.
  Card* with_id(std::string_view id);
  // The card with this number, the n-th example of the book; nullptr if it has not been shown.
  Card* find(std::size_t index) const { return index < cards_.size() ? cards_[index].get() : nullptr; }
  void for_each(const std::function<void(Card&)>& visit) const;

 private:
  struct Entry {
    const book::Example* example;
    std::string address;
  };

  Card& at(std::size_t index);

  Host& host_;
  std::vector<Entry> entries_;
  std::vector<std::unique_ptr<Card>> cards_;  // as entries_
};

}  // namespace threadbook::ui
