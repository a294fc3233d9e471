// The programs of the page: those of the book's examples, and those of the JavaScript interface. They are there before
// the canvas is and without it; App and PlainView show them.
//
// Thread safety: none; the main thread only. No function blocks.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "ui/card/cards.h"
#include "ui/script_runs.h"

namespace threadbook::ui {

class Programs {
 public:
  // Both must outlive the programs.
  Programs(const book::Book& book, Host& host);

  Cards& cards() { return cards_; }
  const Cards& cards() const { return cards_; }

  // Takes what the programs have printed and done, and stores edits once the reader pauses. Once in a frame, before it
  // is shown; `now` in seconds. True if there will be more.
  bool poll(double now);
  // Whether the last poll() has stored edits. A refusal is told by Example::notice().
  bool has_saved() const { return has_saved_; }

  // The reader has changed an example's text.
  void edited() { edited_ = now_; }
  // The page may be gone soon: stores what is not stored yet.
  void save();
  // Another tab has stored `value` under this key, or forgotten it.
  void stored_elsewhere(std::string_view key, const std::optional<std::string>& value);

  // Starts a program that belongs to no example; Host::program_ended tells the rest. Answers its number, or -1 if the
  // browser gave no thread or memory.
  int run(std::string_view source, bool gil) { return scripts_.start(source, gil); }
  // What Stop does, to all programs.
  void interrupt();
  // Ends all programs, whatever they do.
  void end();
  bool running() const;
  // The threads alive now.
  std::vector<python::ThreadSnapshot> threads() const;

 private:
  Cards cards_;
  ScriptRuns scripts_;
  double now_ = 0;
  double edited_ = -1;  // when the reader typed last, if that is not stored yet
  bool has_saved_ = false;
};

}  // namespace threadbook::ui
