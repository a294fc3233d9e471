// Making, joining, comparing and hashing str objects (str.h), and bytes objects.
#include "python/objects/str.h"

#include <algorithm>
#include <cstring>
#include <limits>

#include "python/objects/realm.h"
#include "python/objects/text_values.h"
#include "python/text/unicode.h"

namespace threadbook::python {
namespace {

// Concatenations of fewer bytes are copied; longer ones get a Buffer to grow in.
constexpr std::size_t kMinShared = 128;
constexpr std::size_t kMaxBytes = std::numeric_limits<std::uint32_t>::max() / 2;

constexpr std::size_t kStrHeader = sizeof(Str) - sizeof(Str::narrow);
constexpr std::size_t kBytesHeader = sizeof(Bytes) - sizeof(Bytes::data);

std::size_t width_of(bool wide) { return wide ? sizeof(char32_t) : 1; }

std::uint8_t flags_for(bool wide, bool ascii) {
  if (wide) return Str::kWide;
  return ascii ? Str::kAscii : 0;
}

// A Str with room for its characters inside; the characters are still to be written.
Str* allocate_inline(RealmThread& thread, std::size_t length, bool wide) {
  const std::size_t bytes = length * width_of(wide);
  if (length > kMaxBytes || bytes > kMaxBytes) throw HeapExhausted();
  constexpr std::size_t room = sizeof(Str) - kStrHeader;
  Str* str = thread.heap.make<Str>(Kind::Str, thread.realm.shape(BuiltinClass::Str), bytes > room ? bytes - room : 0);
  str->length = static_cast<std::uint32_t>(length);
  return str;
}

char32_t* wide_data(Str* str) { return reinterpret_cast<char32_t*>(narrow_data(str)); }

Str* empty_str(RealmThread& thread) {
  if (thread.realm.empty_str != nullptr) return thread.realm.empty_str;
  Str* str = allocate_inline(thread, 0, false);
  str->flags = Str::kAscii;
  return str;
}

// Writes the characters of `text` as characters of the given width.
void copy_characters(std::byte* into, const Str* text, bool wide) {
  if (text->is_wide() == wide) {
    std::memcpy(into, text->data(), text->length * width_of(wide));
    return;
  }
  auto* characters = reinterpret_cast<char32_t*>(into);  // wide, and the text is not
  const std::string_view narrow = text->latin1();
  for (std::size_t i = 0; i < narrow.size(); ++i) {
    characters[i] = static_cast<unsigned char>(narrow[i]);
  }
}

// Fills [into, into + total) with copies of the `piece` bytes at its start, doubling what is there.
void fill_by_doubling(char* into, std::size_t piece, std::size_t total) {
  for (std::size_t done = piece; done < total;) {
    const std::size_t next = std::min(done, total - done);
    std::memcpy(into + done, into, next);
    done += next;
  }
}

// A word at a time; good enough to spread, cheap enough for short names.
class Hasher {
 public:
  void add(std::uint64_t word) {
    state_ = (state_ ^ word) * 0x9E37'79B9'7F4A'7C15u;
    state_ ^= state_ >> 29;
  }
  std::uint32_t finish() {
    add(0x2545'F491'4F6C'DD1Du);
    const auto hash = static_cast<std::uint32_t>(state_ ^ (state_ >> 32));
    return hash == 0 ? 1 : hash;
  }

 private:
  std::uint64_t state_ = 0x243F'6A88'85A3'08D3u;
};

std::uint32_t hash_bytes(const void* data, std::size_t bytes) {
  const auto* p = static_cast<const char*>(data);
  Hasher hasher;
  hasher.add(bytes);
  for (; bytes >= 8; p += 8, bytes -= 8) {
    std::uint64_t word;
    std::memcpy(&word, p, 8);
    hasher.add(word);
  }
  if (bytes > 0) {
    std::uint64_t word = 0;
    std::memcpy(&word, p, bytes);
    hasher.add(word);
  }
  return hasher.finish();
}

}  // namespace

std::u32string Str::to_utf32() const {
  if (is_wide()) return std::u32string(utf32());
  std::u32string result(length, U'\0');
  for (std::size_t i = 0; i < length; ++i) result[i] = at(i);
  return result;
}

std::string Str::to_utf8() const {
  if (is_ascii()) return std::string(latin1());
  return python::to_utf8(view_of(this));
}

bool equal(const Str* a, const Str* b) {
  if (a == b) return true;
  if (a->length != b->length || a->is_wide() != b->is_wide()) return false;
  const std::uint32_t hash_a = a->hash.load(std::memory_order_relaxed);
  const std::uint32_t hash_b = b->hash.load(std::memory_order_relaxed);
  if (hash_a != 0 && hash_b != 0 && hash_a != hash_b) return false;
  return std::memcmp(a->data(), b->data(), a->length * width_of(a->is_wide())) == 0;
}

int compare(const Str* a, const Str* b) {
  if (a == b) return 0;
  if (!a->is_wide() && !b->is_wide()) {
    return a->latin1().compare(b->latin1());  // char_traits<char> compares as unsigned
  }
  return compare(view_of(a), view_of(b));
}

std::uint32_t hash_of(std::string_view bytes) { return hash_bytes(bytes.data(), bytes.size()); }

std::uint32_t hash_of(const Str* text) {
  std::uint32_t hash = text->hash.load(std::memory_order_relaxed);
  if (hash == 0) {
    hash = hash_bytes(text->data(), text->length * width_of(text->is_wide()));
    const_cast<Str*>(text)->hash.store(hash, std::memory_order_relaxed);
  }
  return hash;
}

Str* allocate_narrow(RealmThread& thread, std::size_t length, bool ascii) {
  Str* str = allocate_inline(thread, length, false);
  str->flags = flags_for(false, ascii);
  return str;
}

namespace {

// `ascii`: all characters of `latin1` are known to be ASCII.
Str* make_narrow(RealmThread& thread, std::string_view latin1, bool ascii) {
  if (latin1.empty()) return empty_str(thread);
  if (latin1.size() == 1) {
    Str* cached = thread.realm.latin1_chars[static_cast<unsigned char>(latin1[0])];
    if (cached != nullptr) return cached;
  }
  Str* str = allocate_narrow(thread, latin1.size(), ascii || is_ascii(TextView::latin1(latin1)));
  std::memcpy(narrow_data(str), latin1.data(), latin1.size());
  return str;
}

}  // namespace

Str* make_str(RealmThread& thread, std::string_view latin1) { return make_narrow(thread, latin1, false); }

Str* make_str(RealmThread& thread, std::u32string_view text) {
  if (text.empty()) return empty_str(thread);
  if (text.size() == 1) return make_char(thread, text[0]);
  if (fits_latin1(TextView(text))) {
    Str* str = allocate_inline(thread, text.size(), false);
    char* characters = narrow_data(str);
    bool ascii = true;
    for (std::size_t i = 0; i < text.size(); ++i) {
      characters[i] = static_cast<char>(text[i]);
      ascii &= text[i] < 0x80;
    }
    str->flags = flags_for(false, ascii);
    return str;
  }
  Str* str = allocate_inline(thread, text.size(), true);
  std::copy(text.begin(), text.end(), wide_data(str));
  str->flags = flags_for(true, false);
  return str;
}

Str* make_str(RealmThread& thread, const Text& text) {
  return text.is_wide ? make_str(thread, std::u32string_view(text.wide))
                      : make_str(thread, std::string_view(text.narrow));
}

Str* make_str_utf8(RealmThread& thread, std::string_view utf8) {
  if (is_ascii(TextView::latin1(utf8))) return make_str(thread, utf8);
  return make_str(thread, from_utf8(utf8));
}

Str* make_char(RealmThread& thread, char32_t character) {
  if (character < 0x100) {
    Str* cached = thread.realm.latin1_chars[character];
    if (cached != nullptr) return cached;
    const char narrow = static_cast<char>(character);
    return make_str(thread, std::string_view(&narrow, 1));
  }
  Str* str = allocate_inline(thread, 1, true);
  wide_data(str)[0] = character;
  str->flags = flags_for(true, false);
  return str;
}

Str* concat(RealmThread& thread, Str* left, Str* right) {
  if (left->length == 0) return right;
  if (right->length == 0) return left;
  const bool wide = left->is_wide() || right->is_wide();
  const std::size_t width = width_of(wide);
  const std::size_t length = std::size_t{left->length} + right->length;
  const std::size_t bytes = length * width;
  const std::uint8_t flags = flags_for(wide, left->is_ascii() && right->is_ascii());
  if (length > kMaxBytes || bytes > kMaxBytes) throw HeapExhausted();
  if (bytes < kMinShared) {
    Str* str = allocate_inline(thread, length, wide);
    auto* into = reinterpret_cast<std::byte*>(narrow_data(str));
    copy_characters(into, left, wide);
    copy_characters(into + left->length * width, right, wide);
    str->flags = flags;
    return str;
  }

  Str* str = allocate_inline(thread, 0, wide);
  str->length = static_cast<std::uint32_t>(length);
  str->flags = flags | Str::kShared;
  const std::size_t left_bytes = left->length * width;
  if ((left->flags & Str::kShared) != 0 && left->is_wide() == wide) {
    Buffer* buffer = left->buffer;
    auto used = static_cast<std::uint32_t>(left_bytes);
    // Only who moves `used` from the end of the left text to that of the result owns the bytes
    // between; readers of other strings in the buffer never look at them. Relaxed is enough: the
    // bytes are published with the result, whenever that is stored in a slot.
    if (bytes <= buffer->capacity &&
        buffer->used.compare_exchange_strong(used, static_cast<std::uint32_t>(bytes), std::memory_order_relaxed)) {
      copy_characters(buffer->bytes + left_bytes, right, wide);
      str->buffer = buffer;
      return str;
    }
  }
  // Half as much again to grow into, so that appending n characters copies a multiple of n.
  const std::size_t capacity = std::min(bytes + bytes / 2, kMaxBytes);
  Buffer* buffer = thread.heap.make<Buffer>(Kind::Buffer, 0, capacity);
  buffer->capacity = static_cast<std::uint32_t>(capacity);
  buffer->used.store(static_cast<std::uint32_t>(bytes), std::memory_order_relaxed);
  copy_characters(buffer->bytes, left, wide);
  copy_characters(buffer->bytes + left_bytes, right, wide);
  str->buffer = buffer;
  return str;
}

Str* join(RealmThread& thread, std::span<const Value> pieces) {
  std::size_t length = 0;
  std::uint8_t common = Str::kAscii;
  for (Value piece : pieces) {
    auto* text = static_cast<const Str*>(piece.as_object());
    length += text->length;
    common = text->is_wide() ? Str::kWide : common == Str::kWide ? common : common & text->flags;
  }
  if (length == 0) return empty_str(thread);
  bool wide = common == Str::kWide;
  Str* str = allocate_inline(thread, length, wide);
  auto* into = reinterpret_cast<std::byte*>(narrow_data(str));
  for (Value piece : pieces) {
    auto* text = static_cast<const Str*>(piece.as_object());
    copy_characters(into, text, wide);
    into += text->length * width_of(wide);
  }
  str->flags = flags_for(wide, common != 0);
  return str;
}

Str* substring(RealmThread& thread, Str* text, std::size_t begin, std::size_t length) {
  assert(begin <= text->length && length <= text->length - begin);
  if (length == text->length) return text;
  if (text->is_wide()) return make_str(thread, text->utf32().substr(begin, length));
  return make_narrow(thread, text->latin1().substr(begin, length), text->is_ascii());
}

Bytes* make_bytes(RealmThread& thread, std::string_view bytes) {
  if (bytes.size() > kMaxBytes) throw HeapExhausted();
  constexpr std::size_t room = sizeof(Bytes) - kBytesHeader;
  Bytes* object = thread.heap.make<Bytes>(Kind::Bytes, thread.realm.shape(BuiltinClass::Bytes),
                                          bytes.size() > room ? bytes.size() - room : 0);
  object->length = static_cast<std::uint32_t>(bytes.size());
  std::copy(bytes.begin(), bytes.end(), reinterpret_cast<char*>(object) + kBytesHeader);
  return object;
}

Str* repeat(RealmThread& thread, Str* text, std::int64_t count) {
  if (count == 1) return text;
  if (count <= 0 || text->length == 0) return empty_str(thread);
  const std::size_t piece = text->length * width_of(text->is_wide());
  require_room(thread, static_cast<std::uint64_t>(count), piece);
  const std::size_t times = static_cast<std::size_t>(count);
  Str* str = allocate_inline(thread, text->length * times, text->is_wide());
  std::memcpy(narrow_data(str), text->data(), piece);
  fill_by_doubling(narrow_data(str), piece, piece * times);
  str->flags = flags_for(text->is_wide(), text->is_ascii());
  return str;
}

Bytes* repeat(RealmThread& thread, Bytes* bytes, std::int64_t count) {
  if (count == 1) return bytes;
  if (count <= 0 || bytes->length == 0) return make_bytes(thread, {});
  require_room(thread, static_cast<std::uint64_t>(count), bytes->length);
  std::string result(bytes->length * static_cast<std::size_t>(count), '\0');
  std::memcpy(result.data(), bytes->data, bytes->length);
  fill_by_doubling(result.data(), bytes->length, result.size());
  return make_bytes(thread, result);
}

Str* as_str(Value value) {
  value = unbox(value);
  return is_kind(value, Kind::Str) ? static_cast<Str*>(value.as_object()) : nullptr;
}

Str* slice_of(RealmThread& thread, Str* text, std::size_t start, std::size_t end) {
  return substring(thread, text, start, end - start);
}

std::string utf8_of(TextView text) { return to_utf8(text); }

void require_room(RealmThread& thread, std::uint64_t count, std::uint64_t bytes) {
  const std::uint64_t limit = thread.realm.heap.limit();
  if (bytes != 0 && count > limit / bytes) throw HeapExhausted();
}

}  // namespace threadbook::python
