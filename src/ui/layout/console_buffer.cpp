#include "ui/layout/console_buffer.h"

#include <algorithm>

#include "ui/layout/utf8.h"

namespace threadbook::ui {

ConsoleLine& ConsoleBuffer::line() {
  if (lines_.empty()) lines_.push_back({{}, 0, written_});
  return lines_.back();
}

void ConsoleBuffer::end_line() {
  line();
  lines_.push_back({{}, 0, written_});
  carriage_returned_ = false;
  while (lines_.size() > kMostLines + 1) {
    lines_.pop_front();
    ++lines_cut_;
  }
}

void ConsoleBuffer::put(ConsoleStream stream, std::string_view text, std::size_t columns) {
  if (text.empty()) return;
  if (carriage_returned_) {
    line() = ConsoleLine{{}, 0, line().begin};
    carriage_returned_ = false;
  }
  if (line().columns + columns > kMostColumns) end_line();
  ConsoleLine& current = line();
  if (current.segments.empty() || current.segments.back().stream != stream) {
    current.segments.push_back({stream, std::string(text)});
  } else {
    current.segments.back().text += text;
  }
  current.columns += columns;
  widest_ = std::max(widest_, current.columns);
}

void ConsoleBuffer::append(ConsoleStream stream, std::string_view text) {
  std::size_t plain = 0;  // where the plain text that is still to be put begins
  std::size_t columns = 0;
  const std::uint64_t before = written_;
  const bool counts = stream != ConsoleStream::Host;
  const auto flush = [&](std::size_t end) {
    if (counts) written_ = before + end;
    put(stream, text.substr(plain, end - plain), columns);
    columns = 0;
  };
  std::size_t i = 0;
  while (i < text.size()) {
    const std::size_t at = i;
    const char32_t c = next_code_point(text, i);
    if (escape_ != Escape::None) {
      if (escape_ == Escape::Started) {
        escape_ = c == U'[' ? Escape::Sequence : Escape::None;
      } else if (c >= 0x40 && c <= 0x7E) {
        escape_ = Escape::None;
      }
      plain = i;
    } else if (c >= 0x20 && c != 0x7F) {
      ++columns;
      if (columns == kMostColumns) {
        flush(i);
        plain = i;
      }
    } else {
      flush(at);
      plain = i;
      if (c == U'\n') {
        if (counts) written_ = before + i;
        end_line();
      } else if (c == U'\r') {
        carriage_returned_ = true;
      } else if (c == U'\t') {
        const std::size_t blanks = 8 - line().columns % 8;
        put(stream, std::string(blanks, ' '), blanks);
      } else if (c == 0x1B) {
        escape_ = Escape::Started;
      }
    }
  }
  flush(text.size());
}

std::size_t ConsoleBuffer::line_at(std::uint64_t position) const {
  const auto after = std::upper_bound(lines_.begin(), lines_.end(), position,
                                      [](std::uint64_t at, const ConsoleLine& line) { return at < line.begin; });
  return after == lines_.begin() ? 0 : static_cast<std::size_t>(after - lines_.begin()) - 1;
}

void ConsoleBuffer::note(std::string_view sentence) {
  if (!lines_.empty() && !line().segments.empty()) end_line();
  append(ConsoleStream::Host, sentence);
  end_line();
}

void ConsoleBuffer::clear() { *this = ConsoleBuffer(); }

std::size_t ConsoleBuffer::visible_lines() const {
  return lines_.empty() ? 0 : lines_.size() - (lines_.back().segments.empty() ? 1 : 0);
}

std::string ConsoleBuffer::text() const {
  std::string all;
  append_text(0, visible_lines(), all);
  return all;
}

void ConsoleBuffer::append_text(std::size_t first, std::size_t last, std::string& into) const {
  for (std::size_t i = first; i < last; ++i) {
    for (const ConsoleSegment& segment : lines_[i].segments) into += segment.text;
    into += '\n';
  }
}

}  // namespace threadbook::ui
