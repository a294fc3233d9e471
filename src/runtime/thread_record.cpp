#include "runtime/thread_record.h"

#include <algorithm>

namespace threadbook::runtime {

void ThreadIdentity::set_name(std::string_view text) noexcept {
  std::size_t size = std::min(text.size(), kRecordedNameCapacity);
  if (size < text.size()) {
    // Bytes 10xxxxxx continue a UTF-8 character that began before.
    while (size > 0 && (static_cast<unsigned char>(text[size]) & 0xC0) == 0x80) --size;
  }
  std::copy_n(text.data(), size, name);
  name_size = static_cast<std::uint8_t>(size);
}

std::optional<ThreadSnapshot> ThreadRecord::snapshot() const {
  const auto identity = identity_.load();
  if (!identity || identity->serial == 0) return std::nullopt;
  ThreadSnapshot snapshot;
  snapshot.name.assign(identity->name, identity->name_size);
  snapshot.ident = identity->ident;
  snapshot.native_id = identity->native_id;
  snapshot.serial = identity->serial;
  snapshot.daemon = identity->daemon;
  snapshot.activity = activity_.load(std::memory_order_relaxed);
  snapshot.line = line_.load(std::memory_order_relaxed);
  return snapshot;
}

void ThreadRecord::reset() noexcept {
  identity_.store(ThreadIdentity{});
  sleeper_.store(nullptr);
  line_.store(0, std::memory_order_relaxed);
  activity_.store(0, std::memory_order_relaxed);
  signals_.store(0);
}

}  // namespace threadbook::runtime
