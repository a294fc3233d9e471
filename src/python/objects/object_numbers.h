// The number by which a program knows an object: its id(), what its hash is made of, the address in
// its repr.
//
// Usually that is its address. Addresses are unlike in every run, so where a run is to be the same run
// again the objects are numbered instead: with serials, in the order in which somebody first asks,
// scattered by a seed so that nothing can rely on their order. Such a number is an object's for as long
// as it lives, and looks like an address.
//
// Costs: nothing where addresses serve; else a lookup under a mutex each time, and an entry for every
// object that was asked for.
#pragma once

#include <cstdint>
#include <unordered_map>
#include <utility>
#include <vector>

#include "python/objects/class.h"
#include "runtime/mutex.h"

namespace threadbook::python {

// Thread safety: of() from every thread.
class ObjectNumbers {
 public:
  explicit ObjectNumbers(std::uint64_t seed) : seed_(seed) {}

  // ---- who made what ----
  //
  // From begin_origins() on every new object has an origin: its maker, as its how-manieth (ThreadHeap::set_maker()). By
  // one thread at a time: where objects are numbered one OS thread drives all.

  // An object made with an origin from kOnce on is made once for all: what it is known by is what its maker says. What
  // was there before is known by its place, from kBefore on: not by its address, so that it is the same in another run
  // that has done the same until then.
  static constexpr std::uint64_t kBefore = std::uint64_t{0xFF'FFFF} << 40, kOnce = std::uint64_t{0xFF'FFFE} << 40;

  // Memory that objects lie in.
  struct Stretch {
    std::uintptr_t begin;
    std::size_t size;
    std::uint64_t number = 0;  // the place of its first byte
  };
  // `memory`: all there is, in an order that is the same in every run.
  void begin_origins(std::vector<Stretch> memory);
  // All that have one are garbage.
  void forget_origins();
  [[nodiscard]] bool counts_origins() const { return counts_origins_; }
  // In the place of what had that address before.
  void note_origin(const Object* object, std::uint64_t origin);
  void note_once(const Object* object, std::uint64_t origin) { once_[object] = origin; }
  [[nodiscard]] std::uint64_t origin_of(const Object* object) const;

  // The cells that were handed out for them since then, or since the last collection, by their size class.
  std::vector<std::pair<const Object*, std::uint8_t>> handed_out;

  // The number of the object, a multiple of 16 below 2^47; none has the same before it has died.
  std::uint64_t of(const Object* object);

  // How many were given; only so many, the first ones, count.
  std::uint32_t given();
  void go_back(std::uint32_t given);

  // Forgets what a collection found dead: whatever does not carry its mark and can be freed. REQUIRES:
  // the world is stopped, everything alive is marked, nothing is freed yet.
  void forget_dead(std::uint8_t mark);

 private:
  const std::uint64_t seed_;
  runtime::Mutex mutex_;
  std::uint32_t last_serial_ GUARDED_BY(mutex_) = 0;
  std::vector<const Object*> by_serial_ GUARDED_BY(mutex_);  // since the last go_back(): which were given one
  std::unordered_map<const Object*, std::uint64_t> numbers_ GUARDED_BY(mutex_);

  // Open addressing; an entry of another epoch is none.
  struct Origin {
    const Object* object = nullptr;
    std::uint64_t origin = 0;
    std::uint64_t epoch = 0;
  };
  [[nodiscard]] std::size_t place_of(const Object* object) const;
  void grow_origins();

  std::vector<Origin> origins_ = std::vector<Origin>(1024);  // a power of two
  std::size_t origin_count_ = 0;
  std::unordered_map<const Object*, std::uint64_t> once_;
  std::vector<Stretch> before_;  // by address
  std::uint64_t epoch_ = 1;
  bool counts_origins_ = false;
};

// The number of an object of the run `thread` belongs to.
std::uint64_t number_of(RealmThread& thread, const Object* object);
// The same of any value: what is no object has its bits, with which no object's number can be mistaken.
std::uint64_t number_of(RealmThread& thread, Value value);

}  // namespace threadbook::python
