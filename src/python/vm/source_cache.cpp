#include "python/vm/source_cache.h"

#include <utility>

namespace threadbook::python {
namespace {

// Split at \n, \r and \r\n, as Python reads source text.
std::vector<std::string> split_lines(std::string_view source) {
  std::vector<std::string> lines;
  while (!source.empty()) {
    const std::size_t end = source.find_first_of("\r\n");
    lines.emplace_back(source.substr(0, end));
    if (end == std::string_view::npos) break;
    const bool pair = source.substr(end, 2) == "\r\n";
    source.remove_prefix(end + (pair ? 2 : 1));
  }
  return lines;
}

}  // namespace

void SourceCache::add(std::string_view filename, std::string_view source) {
  constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";
  if (source.starts_with(kByteOrderMark)) source.remove_prefix(kByteOrderMark.size());
  std::vector<std::string> lines = split_lines(source);
  const runtime::Guard guard(mutex_);
  files_.insert_or_assign(std::string(filename), std::move(lines));
}

std::string SourceCache::line(std::string_view filename, std::uint32_t number) const {
  const runtime::Guard guard(mutex_);
  const auto file = files_.find(filename);
  if (file == files_.end() || number == 0 || number > file->second.size()) return {};
  return file->second[number - 1];
}

}  // namespace threadbook::python
