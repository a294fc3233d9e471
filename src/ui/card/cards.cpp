#include "ui/card/cards.h"

#include <algorithm>

namespace threadbook::ui {

Cards::Cards(const book::Book& book, Host& host) : host_(host) {
  for (const book::Section& chapter : book.chapters) {
    for (const book::Example* example : book::examples(chapter)) {
      entries_.push_back({example, book::page_name(chapter) + "#" + example->id});
    }
  }
  cards_.resize(entries_.size());
}

Card& Cards::at(std::size_t index) {
  const Entry& entry = entries_[index];
  if (!cards_[index]) cards_[index] = std::make_unique<Card>(*entry.example, index, entry.address, host_);
  return *cards_[index];
}

Card& Cards::of(const book::Example& example) {
  const auto entry =
      std::find_if(entries_.begin(), entries_.end(), [&](const Entry& one) { return one.example == &example; });
  return at(static_cast<std::size_t>(entry - entries_.begin()));
}

Card* Cards::with_id(std::string_view id) {
  const auto entry =
      std::find_if(entries_.begin(), entries_.end(), [&](const Entry& one) { return one.example->id == id; });
  return entry == entries_.end() ? nullptr : &at(static_cast<std::size_t>(entry - entries_.begin()));
}

void Cards::for_each(const std::function<void(Card&)>& visit) const {
  for (const std::unique_ptr<Card>& card : cards_) {
    if (card) visit(*card);
  }
}

}  // namespace threadbook::ui
