#include "ui/programs.h"

namespace threadbook::ui {
namespace {

constexpr double kSaveAfter = 0.5;  // seconds in which nothing is typed

}  // namespace

Programs::Programs(const book::Book& book, Host& host) : cards_(book, host), scripts_(host) {}

bool Programs::poll(double now) {
  now_ = now;
  bool more = false;
  cards_.for_each([&](Card& card) { more |= card.poll(); });
  if (scripts_.active()) {
    scripts_.poll();
    more |= scripts_.active();
  }
  has_saved_ = edited_ >= 0 && now - edited_ >= kSaveAfter;
  if (has_saved_) save();
  return more || edited_ >= 0;
}

void Programs::save() {
  cards_.for_each([](Card& card) { card.example().save(); });
  edited_ = -1;
}

void Programs::stored_elsewhere(std::string_view key, const std::optional<std::string>& value) {
  cards_.for_each([&](Card& card) {
    const std::string& id = card.example().original().id;
    if (key == "edit:" + id) card.example().stored_elsewhere(value);
    if (key == "gil:" + id) card.example().gil_stored_elsewhere(value);
  });
}

void Programs::interrupt() {
  scripts_.interrupt();
  cards_.for_each([](Card& card) { card.stop(); });
}

void Programs::end() {
  scripts_.stop();
  cards_.for_each([](Card& card) { card.example().end(); });
}

bool Programs::running() const {
  bool any = scripts_.active();
  cards_.for_each([&](Card& card) { any |= card.example().busy(); });
  return any;
}

std::vector<python::ThreadSnapshot> Programs::threads() const {
  std::vector<python::ThreadSnapshot> all;
  scripts_.add_threads(all);
  cards_.for_each([&](Card& card) {
    for (const ThreadRow& row : card.example().threads()) {
      if (row.activity == python::ThreadActivity::Finished) continue;
      python::ThreadSnapshot snapshot;
      snapshot.serial = row.serial;
      snapshot.name = row.name;
      snapshot.ident = row.ident;
      snapshot.native_id = row.native_id;
      snapshot.activity = row.activity;
      snapshot.line = row.line;
      snapshot.daemon = row.daemon;
      all.push_back(std::move(snapshot));
    }
  });
  return all;
}

}  // namespace threadbook::ui
