#include "python/modules/random_module.h"

#include <algorithm>
#include <array>
#include <vector>

#include "python/modules/entropy.h"
#include "python/objects/container_support.h"
#include "python/vm/executor.h"
#include "python/vm/interpreter.h"

namespace threadbook::python {

namespace {

// MT19937 of Matsumoto and Nishimura.
class Generator32 {
 public:
  static constexpr std::size_t kWords = 624;

  void seed(const std::vector<std::uint32_t>& key) {
    words_[0] = 19650218u;
    for (std::size_t i = 1; i < kWords; ++i) {
      words_[i] = 1812433253u * (words_[i - 1] ^ (words_[i - 1] >> 30)) + static_cast<std::uint32_t>(i);
    }
    std::size_t i = 1, k = 0;
    auto next = [&] {
      if (++i == kWords) {
        words_[0] = words_[kWords - 1];
        i = 1;
      }
    };
    for (std::size_t count = std::max(kWords, key.size()); count > 0; --count) {
      words_[i] = (words_[i] ^ (mixed(i) * 1664525u)) + key[k] + static_cast<std::uint32_t>(k);
      next();
      if (++k == key.size()) k = 0;
    }
    for (std::size_t count = kWords - 1; count > 0; --count) {
      words_[i] = (words_[i] ^ (mixed(i) * 1566083941u)) - static_cast<std::uint32_t>(i);
      next();
    }
    words_[0] = 0x80000000u;
    index_ = kWords;
  }

  std::uint32_t next() {
    if (index_ >= kWords) refill();
    std::uint32_t y = words_[index_++];
    y ^= y >> 11;
    y ^= (y << 7) & 0x9d2c5680u;
    y ^= (y << 15) & 0xefc60000u;
    return y ^ (y >> 18);
  }

  std::array<std::uint32_t, kWords>& words() { return words_; }
  std::uint32_t& index() { return index_; }

 private:
  std::uint32_t mixed(std::size_t i) const { return words_[i - 1] ^ (words_[i - 1] >> 30); }

  void refill() {
    constexpr std::size_t kAhead = 397;
    for (std::size_t i = 0; i < kWords; ++i) {
      std::uint32_t y = (words_[i] & 0x80000000u) | (words_[(i + 1) % kWords] & 0x7fffffffu);
      words_[i] = words_[(i + kAhead) % kWords] ^ (y >> 1) ^ ((y & 1) != 0 ? 0x9908b0dfu : 0u);
    }
    index_ = 0;
  }

  std::array<std::uint32_t, kWords> words_{};
  std::uint32_t index_ = kWords;
};

// HandleKind::Twister. Every function holds the object's lock while it draws.
struct Twister : Object {
  Generator32 generator;
};

Twister* self_of(Value* arguments) { return static_cast<Twister*>(arguments[0].as_object()); }

// The 32-bit digits of |value|, least first; at least one.
std::vector<std::uint32_t> key_of(Value value) {
  IntOperand operand(value);
  std::size_t words = static_cast<std::size_t>(bit_length(operand) + 31) / 32;
  std::string bytes = *to_bytes(absolute(operand), words * 4, true, false);
  std::vector<std::uint32_t> key(std::max<std::size_t>(words, 1));
  for (std::size_t i = 0; i < bytes.size(); ++i) {
    key[i / 4] |= static_cast<std::uint32_t>(static_cast<unsigned char>(bytes[i])) << (i % 4 * 8);
  }
  return key;
}

Status construct(RealmThread& thread, Value* arguments, Value& result) {
  auto* twister = thread.heap.make<Twister>(Kind::Handle, as_class(arguments[0])->root_shape->id, 0);
  twister->flags = static_cast<std::uint8_t>(HandleKind::Twister);
  result = Value::object(twister);
  return Status::Ok;
}

// seed(n): by the digits of an int; None: by the system's entropy.
Status seed(ThreadState& thread, Value* arguments, Value& result) {
  std::vector<std::uint32_t> key;
  if (arguments[1].is_none()) {
    std::uint8_t bytes[4 * Generator32::kWords];
    thread.interpreter.executor->entropy(bytes);
    for (std::size_t i = 0; i < sizeof bytes; i += 4) {
      key.push_back(std::uint32_t{bytes[i]} | std::uint32_t{bytes[i + 1]} << 8 | std::uint32_t{bytes[i + 2]} << 16 |
                    std::uint32_t{bytes[i + 3]} << 24);
    }
  } else {
    key = key_of(arguments[1]);
  }
  ObjectLock lock(self_of(arguments), thread.parallel);
  self_of(arguments)->generator.seed(key);
  result = Value::none();
  return Status::Ok;
}

Status random(RealmThread& thread, Value* arguments, Value& result) {
  ObjectLock lock(self_of(arguments), thread.parallel);
  Generator32& generator = self_of(arguments)->generator;
  std::uint32_t high = generator.next() >> 5;
  std::uint32_t low = generator.next() >> 6;
  result = Value::number((high * 67108864.0 + low) / 9007199254740992.0);
  return Status::Ok;
}

Value draw_bits(RealmThread& thread, Generator32& generator, std::int64_t count) {
  if (count == 0) return Value::small_int(0);
  if (count <= 32) return Value::small_int(generator.next() >> (32 - count));
  require_values(thread, static_cast<std::uint64_t>(count) / 64);
  std::string bytes;
  for (; count > 0; count -= 32) {
    std::uint32_t word = generator.next();
    if (count < 32) word >>= 32 - count;
    for (int shift = 0; shift < 32; shift += 8) bytes.push_back(static_cast<char>(word >> shift & 0xFF));
  }
  return make_int(thread, *from_bytes(bytes, true, false));
}

Status getrandbits(RealmThread& thread, Value* arguments, Value& result) {
  std::int64_t count = 0;
  Status status = as_index(thread, arguments[1], count);
  if (status != Status::Ok) return status;
  if (count < 0) return raise(thread, ExceptionType::ValueError, "number of bits must be non-negative");
  if (count > kMaxBits) throw HeapExhausted();
  ObjectLock lock(self_of(arguments), thread.parallel);
  result = draw_bits(thread, self_of(arguments)->generator, count);
  return Status::Ok;
}

// below(n): an int in [0, n), drawing as many bits as n has until they are below it; n > 0.
Status below(RealmThread& thread, Value* arguments, Value& result) {
  Value limit = unbox(arguments[1]);
  std::int64_t count = bit_length(IntOperand(limit));
  ObjectLock lock(self_of(arguments), thread.parallel);
  do {
    result = draw_bits(thread, self_of(arguments)->generator, count);
  } while (compare(IntOperand(result).view(), IntOperand(limit).view()) >= 0);
  return Status::Ok;
}

// getstate(): the 624 words and the index of the next one, a tuple.
Status getstate(RealmThread& thread, Value* arguments, Value& result) {
  ObjectLock lock(self_of(arguments), thread.parallel);
  Generator32& generator = self_of(arguments)->generator;
  Tuple* state = make_tuple(thread, static_cast<std::uint32_t>(Generator32::kWords + 1));
  for (std::size_t i = 0; i < Generator32::kWords; ++i) state->items[i] = Value::small_int(generator.words()[i]);
  state->items[Generator32::kWords] = Value::small_int(generator.index());
  result = Value::object(state);
  return Status::Ok;
}

Status setstate(RealmThread& thread, Value* arguments, Value& result) {
  Tuple* state = as_tuple(arguments[1]);
  if (state == nullptr) return type_error(thread, "state vector must be a tuple");
  if (state->length != Generator32::kWords + 1) {
    return raise(thread, ExceptionType::ValueError, "state vector is the wrong size");
  }
  for (Value word : state->view()) {
    if (!is_int(word)) {
      return type_error(thread, text("an integer is required (got type ", type_name(thread, word), ")"));
    }
  }
  std::int64_t index = 0;
  if (!to_int64(state->items[Generator32::kWords], index) || index < 0 ||
      index > static_cast<std::int64_t>(Generator32::kWords)) {
    return raise(thread, ExceptionType::ValueError, "invalid state");
  }
  ObjectLock lock(self_of(arguments), thread.parallel);
  Generator32& generator = self_of(arguments)->generator;
  for (std::size_t i = 0; i < Generator32::kWords; ++i) {
    generator.words()[i] = static_cast<std::uint32_t>(low_bits64(IntOperand(state->items[i])));
  }
  generator.index() = static_cast<std::uint32_t>(index);
  result = Value::none();
  return Status::Ok;
}

constexpr NativeDef kMethods[] = {
    {"__new__(cls, /)", construct},           {"seed(self, n, /)", native<seed>}, {"random(self, /)", random},
    {"getrandbits(self, k, /)", getrandbits}, {"below(self, n, /)", below},       {"getstate(self, /)", getstate},
    {"setstate(self, state, /)", setstate},
};

// entropy(count): so many bytes that nobody can foretell, an int.
Status entropy(ThreadState& thread, Value* arguments, Value& result) {
  std::int64_t count = 0;
  Status status = as_index(thread, arguments[0], count);
  if (status != Status::Ok) return status;
  require_values(thread, static_cast<std::uint64_t>(std::max<std::int64_t>(count, 0)) / 8);
  result = make_int(thread, *from_bytes(entropy_of(thread, count), false, false));
  return Status::Ok;
}

constexpr NativeDef kFunctions[] = {{"entropy(count, /)", native<entropy>}};

}  // namespace

void fill_random(ThreadState& thread, Module& module) {
  Interpreter& interpreter = thread.interpreter;
  Class* cls = interpreter.classes.make_native(thread, module.name, "Random", Kind::Handle);
  interpreter.natives.add_methods(thread, cls, kMethods);
  module.names->set(thread, cls->name, Value::object(cls));
  interpreter.natives.add_functions(thread, *module.names, kFunctions, module.name);
}

}  // namespace threadbook::python
