// Changes programs by whole lines as often as by bytes: lines are taken out, doubled, moved, indented,
// and mixed with another program's, so that much of what comes out still compiles.
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <random>
#include <string>
#include <string_view>
#include <vector>

extern "C" std::size_t LLVMFuzzerMutate(std::uint8_t* data, std::size_t size, std::size_t max_size);

namespace {

std::vector<std::string> lines_of(const std::uint8_t* data, std::size_t size) {
  std::vector<std::string> lines(1);
  for (std::size_t i = 0; i < size; ++i) {
    lines.back() += static_cast<char>(data[i]);
    if (data[i] == '\n') lines.emplace_back();
  }
  return lines;
}

std::size_t write(const std::vector<std::string>& lines, std::uint8_t* data, std::size_t max_size) {
  std::size_t size = 0;
  for (const std::string& line : lines) {
    const std::size_t count = std::min(line.size(), max_size - size);
    std::copy_n(line.begin(), count, data + size);
    size += count;
  }
  return size;
}

}  // namespace

extern "C" std::size_t LLVMFuzzerCustomMutator(std::uint8_t* data, std::size_t size, std::size_t max_size,
                                               unsigned seed) {
  std::minstd_rand random(seed);
  if (random() % 2 == 0) return LLVMFuzzerMutate(data, size, max_size);
  std::vector<std::string> lines = lines_of(data, size);
  const auto any = [&] { return lines.begin() + static_cast<std::ptrdiff_t>(random() % lines.size()); };
  switch (random() % 5) {
    case 0: lines.erase(any()); break;
    case 1: {
      const std::string copy = *any();
      lines.insert(any(), copy);
      break;
    }
    case 2: std::iter_swap(any(), any()); break;
    case 3: any()->insert(0, "    "); break;
    case 4: {
      std::string& line = *any();
      if (line.starts_with(" ")) line.erase(0, std::min<std::size_t>(4, line.find_first_not_of(' ')));
      break;
    }
  }
  return write(lines, data, max_size);
}

extern "C" std::size_t LLVMFuzzerCustomCrossOver(const std::uint8_t* first, std::size_t first_size,
                                                 const std::uint8_t* second, std::size_t second_size, std::uint8_t* out,
                                                 std::size_t max_size, unsigned seed) {
  std::minstd_rand random(seed);
  std::vector<std::string> lines = lines_of(first, first_size);
  const std::vector<std::string> other = lines_of(second, second_size);
  const std::size_t begin = random() % other.size();
  const std::size_t count = 1 + random() % std::min<std::size_t>(8, other.size() - begin);
  const auto from = other.begin() + static_cast<std::ptrdiff_t>(begin);
  lines.insert(lines.begin() + static_cast<std::ptrdiff_t>(random() % lines.size()), from,
               from + static_cast<std::ptrdiff_t>(count));
  return write(lines, out, max_size);
}
