// str: immutable text, one or four bytes a character.
//
// Text whose characters all fit Latin-1 takes a byte each, other text four, so indexing is constant
// time. Short text lies in the object. The result of a longer concatenation lies in a Buffer with
// room behind it: appending to such a string writes into that room, if nobody has yet, and the
// result shares the buffer. So a loop of `s += part` costs what is appended, not the square of it,
// without a reference count; the compare-and-swap on Buffer::used decides between two threads.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "python/objects/object.h"

namespace threadbook::python {

// Raw bytes with a mark of how many are taken. Only the tail behind `used` is ever written.
struct Buffer : Object {
  std::uint32_t capacity;           // bytes
  std::atomic<std::uint32_t> used;  // bytes
  std::byte bytes[1];               // `capacity` of them
};

struct Str : Object {
  enum Flag : std::uint8_t {
    kWide = 1,      // char32_t characters, at least one of them above U+00FF
    kShared = 2,    // the characters lie in a Buffer
    kInterned = 4,  // equal interned strings are the same object
    kAscii = 8,     // all characters below U+0080
  };

  std::uint32_t length;             // characters
  std::atomic<std::uint32_t> hash;  // 0: not computed yet
  union {
    Buffer* buffer;  // kShared
    char narrow[8];  // Latin-1
    char32_t wide[2];
  };

  bool is_wide() const { return (flags & kWide) != 0; }
  bool is_ascii() const { return (flags & kAscii) != 0; }
  bool is_interned() const { return (flags & kInterned) != 0; }

  const void* data() const { return (flags & kShared) != 0 ? buffer->bytes : static_cast<const void*>(narrow); }
  // REQUIRES: !is_wide().
  std::string_view latin1() const { return {static_cast<const char*>(data()), length}; }
  // REQUIRES: is_wide().
  std::u32string_view utf32() const { return {static_cast<const char32_t*>(data()), length}; }

  char32_t at(std::size_t i) const {
    if (is_wide()) return static_cast<const char32_t*>(data())[i];
    return static_cast<const unsigned char*>(data())[i];
  }
  std::u32string to_utf32() const;
  std::string to_utf8() const;  // lone surrogates as WTF-8
};

struct Bytes : Object {
  std::uint32_t length;
  char data[4];

  std::string_view view() const { return {data, length}; }
};

bool equal(const Str* a, const Str* b);
int compare(const Str* a, const Str* b);  // by code point; <0, 0, >0
std::uint32_t hash_of(const Str* text);   // never 0
// Of bytes: the same on every machine, and that of a str whose characters have these codes below 256.
std::uint32_t hash_of(std::string_view bytes);

struct RealmThread;

// Makers. All throw HeapExhausted.
Str* make_str(RealmThread& thread, std::string_view latin1);
Str* make_str(RealmThread& thread, std::u32string_view text);  // narrows if it can
Str* make_str_utf8(RealmThread& thread, std::string_view utf8);
Str* make_char(RealmThread& thread, char32_t character);
Str* concat(RealmThread& thread, Str* left, Str* right);
Str* join(RealmThread& thread, std::span<const Value> pieces);  // REQUIRES: each is a Str
Str* substring(RealmThread& thread, Str* text, std::size_t begin, std::size_t length);
Bytes* make_bytes(RealmThread& thread, std::string_view bytes);

// Builds a str piece by piece, widening when it must. Bounded by the heap's limit.
class StrBuilder {
 public:
  explicit StrBuilder(RealmThread& thread) : thread_(thread) {}
  void append(const Str* text);
  void append_latin1(std::string_view text);
  void append_utf8(std::string_view utf8);
  void append(char32_t character);
  std::size_t length() const { return wide_ ? utf32_.size() : latin1_.size(); }
  Str* finish();

 private:
  void widen();
  RealmThread& thread_;
  bool wide_ = false;
  std::string latin1_;
  std::u32string utf32_;
};

}  // namespace threadbook::python
