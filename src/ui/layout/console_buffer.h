// What a program has written, as lines of text in two streams, within bounds.
//
// A console does a little more than append: "\r" goes back to the start of the line, so that a progress bar
// writes over itself, a tab goes to the next multiple of eight, and the escape sequences for colours are dropped.
// A program that prints without end must not eat the page's memory, so only the newest lines are kept and a
// count tells what was let go. Appending costs time linear in what is appended.
#pragma once

#include <cstddef>
#include <cstdint>
#include <deque>
#include <string>
#include <string_view>
#include <vector>

namespace threadbook::ui {

// Host is the page itself speaking: not the program's output.
enum class ConsoleStream : std::uint8_t { Out, Err, Host };

struct ConsoleSegment {
  ConsoleStream stream = ConsoleStream::Out;
  std::string text;  // UTF-8 without control characters
};

// One line; neighbours in `segments` differ in their stream.
struct ConsoleLine {
  std::vector<ConsoleSegment> segments;
  std::size_t columns = 0;
  std::uint64_t begin = 0;  // bytes the program had written before it
};

// Thread safety: none; the page's main thread only.
class ConsoleBuffer {
 public:
  static constexpr std::size_t kMostLines = 2000;
  static constexpr std::size_t kMostColumns = 2000;  // a longer line goes on in the next one

  void append(ConsoleStream stream, std::string_view text);
  // A sentence of the page's own, on a line of its own.
  void note(std::string_view sentence);
  void clear();

  const std::deque<ConsoleLine>& lines() const { return lines_; }
  // Lines to show: the last one does not count while it is empty.
  std::size_t visible_lines() const;
  // The line in which what was written after so many bytes stands; the first kept one if that is gone.
  std::size_t line_at(std::uint64_t position) const;
  std::size_t lines_cut() const { return lines_cut_; }
  std::size_t widest() const { return widest_; }
  bool empty() const { return lines_.empty(); }
  // Everything that is kept, as text.
  std::string text() const;
  // Lines [first, last) of it, to the end of `into`.
  void append_text(std::size_t first, std::size_t last, std::string& into) const;

 private:
  ConsoleLine& line();
  void put(ConsoleStream stream, std::string_view text, std::size_t columns);
  void end_line();

  std::deque<ConsoleLine> lines_;
  std::size_t lines_cut_ = 0;
  std::uint64_t written_ = 0;  // bytes of the program's, both streams
  std::size_t widest_ = 0;
  bool carriage_returned_ = false;  // the next text replaces the line
  enum class Escape : std::uint8_t {
    None,      // -> Started on ESC
    Started,   // -> Sequence on '[', else None
    Sequence,  // -> None on its final letter
  } escape_ = Escape::None;
};

}  // namespace threadbook::ui
