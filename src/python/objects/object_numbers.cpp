#include "python/objects/object_numbers.h"

#include <algorithm>
#include <cassert>
#include <iterator>
#include <limits>

#include "python/objects/operations.h"

namespace threadbook::python {

namespace {

// A permutation of 32 bits, another for every seed: four rounds of a Feistel network.
std::uint32_t scatter(std::uint32_t serial, std::uint64_t seed) {
  auto left = static_cast<std::uint16_t>(serial >> 16);
  auto right = static_cast<std::uint16_t>(serial);
  for (int round = 0; round < 4; ++round) {
    const std::uint64_t mixed = (right + (seed >> (round * 16)) + 1) * 0x9E37'79B9'7F4A'7C15u;
    const auto next = static_cast<std::uint16_t>(left ^ (mixed >> 48));
    left = right;
    right = next;
  }
  return std::uint32_t{left} << 16 | right;
}

constexpr std::uint64_t kFirst = 0x7F00'0000'0000;  // where addresses begin on 64-bit machines

}  // namespace

std::uint64_t ObjectNumbers::of(const Object* object) {
  runtime::Guard guard(mutex_);
  auto [entry, added] = numbers_.try_emplace(object);
  if (added) {
    assert(last_serial_ < std::numeric_limits<std::uint32_t>::max());
    by_serial_.push_back(object);
    entry->second = kFirst | std::uint64_t{scatter(++last_serial_, seed_)} << 4;
  }
  return entry->second;
}

void ObjectNumbers::begin_origins(std::vector<Stretch> memory) {
  counts_origins_ = true;
  before_ = std::move(memory);
  std::uint64_t number = 0;
  for (Stretch& each : before_) {
    each.number = number;
    number += each.size;
  }
  std::sort(before_.begin(), before_.end(), [](const Stretch& a, const Stretch& b) { return a.begin < b.begin; });
  forget_origins();
}

void ObjectNumbers::forget_origins() {
  ++epoch_;
  origin_count_ = 0;
  handed_out.clear();
}

// Where it is, or where there is room for it.
std::size_t ObjectNumbers::place_of(const Object* object) const {
  const std::size_t mask = origins_.size() - 1;
  std::size_t place = (reinterpret_cast<std::uintptr_t>(object) >> 4) * 0x9E37'79B1u & mask;
  while (origins_[place].epoch == epoch_ && origins_[place].object != object) place = (place + 1) & mask;
  return place;
}

void ObjectNumbers::note_origin(const Object* object, std::uint64_t origin) {
  if ((origin_count_ + 1) * 2 > origins_.size()) grow_origins();
  Origin& entry = origins_[place_of(object)];
  if (entry.epoch != epoch_) ++origin_count_;
  entry = {object, origin, epoch_};
}

std::uint64_t ObjectNumbers::origin_of(const Object* object) const {
  const Origin& entry = origins_[place_of(object)];
  if (entry.epoch == epoch_) return entry.origin;
  if (!once_.empty()) {
    if (const auto once = once_.find(object); once != once_.end()) return once->second;
  }
  const auto address = reinterpret_cast<std::uintptr_t>(object);
  if (!counts_origins_) return kBefore | (address & ((std::uint64_t{1} << 40) - 1));  // good for this run
  const auto after = std::upper_bound(before_.begin(), before_.end(), address,
                                      [](std::uintptr_t a, const Stretch& b) { return a < b.begin; });
  if (after == before_.begin()) return kBefore;
  const Stretch& stretch = *std::prev(after);
  return kBefore | (stretch.number + (address - stretch.begin));
}

void ObjectNumbers::grow_origins() {
  std::vector<Origin> before(origins_.size() * 2);
  before.swap(origins_);
  for (const Origin& entry : before) {
    if (entry.epoch == epoch_) origins_[place_of(entry.object)] = entry;
  }
}

std::uint32_t ObjectNumbers::given() {
  runtime::Guard guard(mutex_);
  by_serial_.clear();
  return last_serial_;
}

void ObjectNumbers::go_back(std::uint32_t given) {
  runtime::Guard guard(mutex_);
  for (const Object* object : by_serial_) numbers_.erase(object);
  by_serial_.clear();
  last_serial_ = given;
}

void ObjectNumbers::forget_dead(std::uint8_t mark) {
  runtime::Guard guard(mutex_);
  // Classes are never freed, and not marked either; the same goes for interned text.
  std::erase_if(numbers_, [&](const auto& entry) {
    const Object* object = entry.first;
    if (object->mark == mark || object->kind == Kind::Class) return false;
    return object->kind != Kind::Str || !static_cast<const Str*>(object)->is_interned();
  });
}

std::uint64_t number_of(RealmThread& thread, const Object* object) {
  if (ObjectNumbers* numbers = thread.heap.heap().numbers()) return numbers->of(object);
  auto address = static_cast<std::uint64_t>(reinterpret_cast<std::uintptr_t>(object));
  if (address <= 0xFFFF'FFFF) address |= kFirst;  // as long as on other machines
  return address;
}

std::uint64_t number_of(RealmThread& thread, Value value) {
  return value.is_object() ? number_of(thread, value.as_object()) : value.bits() | std::uint64_t{1} << 63;
}

}  // namespace threadbook::python
