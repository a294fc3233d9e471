#include "python/vm/naming.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

#include "python/objects/containers.h"
#include "python/objects/dict.h"
#include "python/objects/instance.h"
#include "python/objects/operations.h"
#include "python/vm/frame_object.h"
#include "python/vm/interpreter.h"

namespace threadbook::python {
namespace {

constexpr std::size_t kMostLooks = 4000;
constexpr std::size_t kMostItems = 100;  // of one container
constexpr int kMostFrames = 16;

// The modules of the library whose instances are made of primitives.
constexpr std::array<std::string_view, 8> kComposing = {
    "threading", "_threading_primitives",    "queue",     "_queue",
    "_thread",   "concurrent.futures._base", "importing", "concurrent.futures.thread"};

class Search {
 public:
  Search(ThreadState& thread, const Object* wanted) : thread_(thread), wanted_(wanted) {}

  bool globals() {
    const Module* main = thread_.interpreter.main;
    if (main == nullptr) return false;
    const auto items = main->names->items();
    for (const auto& [name, value] : items) {
      if (is(value)) return found(name->to_utf8());
    }
    for (const auto& [name, value] : items) {
      if (within(name->to_utf8(), value)) return true;
    }
    return false;
  }

  // The variables of the calling thread's own frames, the innermost first.
  bool locals() {
    int frames = 0;
    for (const Frame* frame = thread_.frame; frame != nullptr && frames < kMostFrames;
         frame = frame->caller, ++frames) {
      const Code& code = *frame->code->code;
      if (code.has(Code::kLibrary) || code.has(Code::kModule)) continue;
      const std::size_t count = std::min<std::size_t>(code.local_names.size(), code.registers);
      for (const bool deep : {false, true}) {
        for (std::size_t i = 0; i < count; ++i) {
          Value value = frame->registers[i];
          if (is_kind(value, Kind::Cell)) value = static_cast<Cell*>(value.as_object())->value.load();
          const std::string& name = code.local_names[i];
          if (!deep && is(value)) return found(name);
          if (deep && within(name, value)) {
            if (name == "self") found_.owner = class_of(thread_, value)->name->to_utf8();
            return true;
          }
        }
      }
    }
    return false;
  }

  FoundName take() { return std::move(found_); }

 private:
  bool found(std::string name) {
    found_.name = std::move(name);
    return true;
  }

  bool is_composed(Value value) const {
    if (!value.is_object() || attribute_chain(value.as_object()) == nullptr || is_kind(value, Kind::Class))
      return false;
    for (Class* cls : class_of(thread_, value)->mro) {
      const Value module = cls->names.get(thread_.interpreter.names.module);
      const Str* name = as_str(module);
      if (name == nullptr) continue;
      const std::string text = name->to_utf8();
      if (text == "builtins") return false;
      if (std::find(kComposing.begin(), kComposing.end(), text) != kComposing.end()) return true;
    }
    return false;
  }

  // Is it what is looked for, or composed of it?
  bool is(Value value, int depth = 0) {
    if (!value.is_object() || ++looks_ > kMostLooks) return false;
    if (value.as_object() == wanted_) return true;
    if (depth > 1 || !is_composed(value)) return false;
    for (const auto& [name, part] : own_attributes(thread_, value.as_object())) {
      if (!is(part, depth + 1)) continue;
      if (depth == 0) found_.whole = value.as_object();
      return true;
    }
    return false;
  }

  // Does a container or an object of the program have it?
  bool within(const std::string& name, Value value) {
    if (!value.is_object() || looks_ > kMostLooks) return false;
    const auto items = [&](std::size_t count, auto item) {
      for (std::size_t i = 0; i < std::min(count, kMostItems); ++i) {
        const Value each = item(i);
        if (is(each)) return found(name + "[" + std::to_string(i) + "]");
      }
      return false;
    };
    if (const List* list = as_list(value)) {
      return items(list->length.load(std::memory_order_acquire), [&](std::size_t i) {
        Value item;
        return list_get(list, i, item) ? item : Value::none();
      });
    }
    if (const Tuple* tuple = as_tuple(value)) {
      return items(tuple->length, [&](std::size_t i) { return tuple->items[i]; });
    }
    if (Dict* dict = as_dict(value)) {
      std::size_t count = 0;
      for (const DictEntry& entry : dict_snapshot(thread_, dict)) {
        if (++count > kMostItems) break;
        if (!is(entry.value)) continue;
        const Str* text = as_str(entry.key);
        const std::string key = text != nullptr            ? "'" + text->to_utf8() + "'"
                                : entry.key.is_small_int() ? std::to_string(entry.key.as_small_int())
                                                           : "\u2026";
        return found(name + "[" + key + "]");
      }
      return false;
    }
    if (is_kind(value, Kind::Class) || attribute_chain(value.as_object()) == nullptr) return false;
    for (const auto& [attribute, held] : own_attributes(thread_, value.as_object())) {
      if (is(held)) return found(name + "." + attribute->to_utf8());
    }
    return false;
  }

  ThreadState& thread_;
  const Object* const wanted_;
  std::size_t looks_ = 0;
  FoundName found_;
};

}  // namespace

FoundName find_name(ThreadState& thread, const Object* object) {
  Search search(thread, object);
  if (!search.globals()) search.locals();
  return search.take();
}

}  // namespace threadbook::python
