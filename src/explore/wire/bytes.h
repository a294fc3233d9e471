// Bytes: values as they cross from one program to another, where explorer and page are two.
//
// What a value is made of is said once, by a function fields(archive, value) that names its members in order; a Packer
// writes them, an Unpacker reads them back. Numbers take as many bytes as they need, seven bits in each; a text or a
// list has its length before it.
//
// Both ends are of one build. All the same what is read may be anything: where it cannot be what was written, the
// reader says so, and leaves the rest as it was.
#pragma once

#include <bit>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

namespace threadbook::explore {

class Packer {
 public:
  template <class... Values>
  void operator()(Values&... values) {
    (put(values), ...);
  }
  std::string take() { return std::move(bytes_); }

 private:
  void put_number(std::uint64_t number) {
    for (; number >= 0x80; number >>= 7) bytes_ += static_cast<char>(number | 0x80);
    bytes_ += static_cast<char>(number);
  }
  void put(std::string& text) {
    put_number(text.size());
    bytes_ += text;
  }
  void put(double number) { put_number(std::bit_cast<std::uint64_t>(number)); }
  template <class Value>
  void put(std::optional<Value>& value) {
    put_number(value.has_value());
    if (value) put(*value);
  }
  template <class First, class Second>
  void put(std::pair<First, Second>& pair) {
    put(pair.first);
    put(pair.second);
  }
  void put(std::vector<bool>& list) {
    put_number(list.size());
    for (const bool each : list) put_number(each);
  }
  template <class Value>
  void put(std::vector<Value>& list) {
    put_number(list.size());
    for (Value& each : list) put(each);
  }
  template <class Value>
  void put(Value& value) {
    if constexpr (std::is_enum_v<Value>) {
      put_number(static_cast<std::uint64_t>(value));
    } else if constexpr (std::is_signed_v<Value>) {  // the sign last, so that small ones are short
      const auto wide = static_cast<std::int64_t>(value);
      put_number((static_cast<std::uint64_t>(wide) << 1) ^ static_cast<std::uint64_t>(wide >> 63));
    } else if constexpr (std::is_integral_v<Value>) {
      put_number(value);
    } else {
      fields(*this, value);
    }
  }

  std::string bytes_;
};

class Unpacker {
 public:
  // `bytes` must outlive it.
  explicit Unpacker(std::string_view bytes) : rest_(bytes) {}

  template <class... Values>
  void operator()(Values&... values) {
    (get(values), ...);
  }
  // All that was read was there, and nothing is left.
  bool is_whole() const { return is_good_ && rest_.empty(); }

 private:
  std::uint64_t get_number() {
    std::uint64_t number = 0;
    for (unsigned shift = 0; shift < 64 && !rest_.empty(); shift += 7) {
      const auto byte = static_cast<unsigned char>(rest_.front());
      rest_.remove_prefix(1);
      number |= static_cast<std::uint64_t>(byte & 0x7f) << shift;
      if (byte < 0x80) return number;
    }
    is_good_ = false;
    rest_ = {};
    return 0;
  }
  // Of things that take a byte at least, so there can be no more than bytes.
  std::size_t get_length() {
    const std::uint64_t length = get_number();
    if (length <= rest_.size()) return static_cast<std::size_t>(length);
    is_good_ = false;
    rest_ = {};
    return 0;
  }
  void get(std::string& text) {
    const std::size_t length = get_length();
    text.assign(rest_.substr(0, length));
    rest_.remove_prefix(length);
  }
  void get(double& number) { number = std::bit_cast<double>(get_number()); }
  template <class Value>
  void get(std::optional<Value>& value) {
    value.reset();
    if (get_number() != 0) get(value.emplace());
  }
  template <class First, class Second>
  void get(std::pair<First, Second>& pair) {
    get(pair.first);
    get(pair.second);
  }
  void get(std::vector<bool>& list) {
    list.assign(get_length(), false);
    for (std::size_t i = 0; i < list.size(); ++i) list[i] = get_number() != 0;
  }
  template <class Value>
  void get(std::vector<Value>& list) {
    list.clear();
    for (std::size_t left = get_length(); left > 0 && is_good_; --left) get(list.emplace_back());
  }
  template <class Value>
  void get(Value& value) {
    if constexpr (std::is_enum_v<Value>) {
      value = static_cast<Value>(get_number());
    } else if constexpr (std::is_signed_v<Value>) {
      const std::uint64_t number = get_number();
      value = static_cast<Value>(static_cast<std::int64_t>((number >> 1) ^ (0 - (number & 1))));
    } else if constexpr (std::is_integral_v<Value>) {
      value = static_cast<Value>(get_number());
    } else {
      fields(*this, value);
    }
  }

  std::string_view rest_;
  bool is_good_ = true;
};

}  // namespace threadbook::explore
