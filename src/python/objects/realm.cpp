#include "python/objects/realm.h"

#include <algorithm>

#include "python/objects/operations.h"

namespace threadbook::python {

namespace {

struct WellKnownName {
  Str* WellKnownNames::*member;
  const char* text;
};
constexpr WellKnownName kWellKnownNames[] = {
#define THREADBOOK_NAME(id, text) {&WellKnownNames::id, text},
    THREADBOOK_NAMES(THREADBOOK_NAME)
#undef THREADBOOK_NAME
};

}  // namespace

Realm::Realm(const RealmOptions& options)
    : parallel(options.parallel),
      heap(options.memory_limit, flags, kCollect, options.machine_objects),
      classes(*this),
      natives(*this) {
  RealmThread thread(*this);
  for (const WellKnownName& name : kWellKnownNames) names.*name.member = intern(name.text);
  empty_str = intern("");
  empty_tuple = make_tuple(thread, 0u);
  for (int i = 0; i < 256; ++i) {
    char c = static_cast<char>(i);
    latin1_chars[i] = interned.latin1({&c, 1});
  }
}

Str* Realm::intern(std::string_view utf8) {
  bool ascii = std::all_of(utf8.begin(), utf8.end(), [](char c) { return (c & 0x80) == 0; });
  if (ascii) return interned.latin1(utf8);
  RealmThread thread(*this);
  return intern(make_str_utf8(thread, utf8));
}

void Realm::trace_roots(Marker& marker) const {
  classes.trace(marker);
  natives.trace(marker);
  marker.visit(empty_tuple);
}

void Realm::register_farewells() {
  is_census_due_.store(true);
  flags.fetch_or(kCollect);
}

void Realm::find_late_farewells() {
  if (!is_census_due_.exchange(false)) return;
  heap.register_live([this](const Object* object) {
    const Class* cls = shapes.get(object->shape.load(std::memory_order_relaxed))->cls;  // storage has none
    return cls != nullptr && cls->has(Class::kHasFarewell);
  });
}

RealmThread::RealmThread(Realm& realm, bool runs_code)
    : realm(realm), heap(realm.heap), parallel(realm.parallel), runs_code(runs_code) {}

Cell* RealmThread::lookup(Class* cls, const Str* name) {
  auto hash = (reinterpret_cast<std::uintptr_t>(cls) >> 4) ^ (reinterpret_cast<std::uintptr_t>(name) >> 3);
  if (methods_ == nullptr) [[unlikely]]
    methods_ = std::make_unique<MethodCache>();
  MethodCache::Entry& entry = methods_->entries[hash % methods_->entries.size()];
  std::uint32_t epoch = realm.epoch.load(std::memory_order_acquire);
  if (entry.cls == cls && entry.name == name && entry.epoch == epoch) return entry.cell;
  entry = {cls, name, epoch, cls->find(name)};
  return entry.cell;
}

}  // namespace threadbook::python
