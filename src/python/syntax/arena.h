// The memory a syntax tree lives in.
//
// A tree is built once, read by a few passes and dropped as a whole, so its nodes are carved from
// large blocks and never freed one by one: an allocation is an addition, dropping the tree is one
// call per 32 KiB block. Nodes must be trivially destructible (strings and lists in them are views
// into the same arena). Identifiers are interned: two equal names have the same data() pointer, so
// later passes compare and hash pointers instead of characters.
//
// Thread safety: none; one thread builds an arena, after that any number may read what is in it.
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <memory>
#include <new>
#include <span>
#include <string_view>
#include <type_traits>
#include <unordered_set>
#include <utility>
#include <vector>

namespace threadbook::python::ast {

class Arena {
 public:
  Arena() = default;
  Arena(Arena&&) noexcept = default;
  Arena& operator=(Arena&&) noexcept = default;

  // A new T, value-initialised from `arguments`. Lives as long as the arena; its destructor is
  // never run.
  template <class T, class... Arguments>
  T* make(Arguments&&... arguments) {
    static_assert(std::is_trivially_destructible_v<T>);
    return new (allocate(sizeof(T), alignof(T))) T{std::forward<Arguments>(arguments)...};
  }

  // A copy of `items` in the arena.
  template <class T>
  std::span<T> list(std::span<const T> items) {
    static_assert(std::is_trivially_copyable_v<T>);
    if (items.empty()) return {};
    T* copy = static_cast<T*>(allocate(items.size() * sizeof(T), alignof(T)));
    std::memcpy(static_cast<void*>(copy), items.data(), items.size() * sizeof(T));
    return {copy, items.size()};
  }
  template <class T>
  std::span<T> list(const std::vector<T>& items) {
    return list(std::span<const T>(items));
  }

  // A copy of `text`, not interned. Never a null view, even when empty.
  std::string_view text(std::string_view text) {
    if (text.empty()) return {"", 0};
    char* copy = static_cast<char*>(allocate(text.size(), 1));
    std::memcpy(copy, text.data(), text.size());
    return {copy, text.size()};
  }

  // The arena's one copy of the identifier `name`.
  std::string_view intern(std::string_view name) {
    if (auto found = names_.find(name); found != names_.end()) return *found;
    return *names_.insert(text(name)).first;
  }

  // `size` bytes aligned to `alignment` (a power of two, at most that of max_align_t).
  void* allocate(std::size_t size, std::size_t alignment) {
    std::size_t start = (used_ + alignment - 1) & ~(alignment - 1);
    if (start + size > capacity_) {
      capacity_ = size > kBlockSize ? size : kBlockSize;
      blocks_.push_back(std::make_unique_for_overwrite<std::byte[]>(capacity_));
      start = 0;
    }
    used_ = start + size;
    return blocks_.back().get() + start;
  }

 private:
  static constexpr std::size_t kBlockSize = 32 * 1024;
  std::vector<std::unique_ptr<std::byte[]>> blocks_;
  std::size_t used_ = 0;      // bytes taken from the last block
  std::size_t capacity_ = 0;  // size of the last block
  std::unordered_set<std::string_view> names_;
};

}  // namespace threadbook::python::ast
