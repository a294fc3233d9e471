#include "python/objects/brief.h"

#include <algorithm>

#include "python/objects/container_operators.h"
#include "python/objects/deque.h"
#include "python/objects/handle.h"
#include "python/objects/instance.h"
#include "python/objects/int_object.h"
#include "python/objects/realm.h"
#include "python/objects/text_values.h"
#include "python/text/float_text.h"
#include "python/text/int_text.h"
#include "python/text/repr.h"

namespace threadbook::python {
namespace {

constexpr std::size_t kMostItems = 8;       // of a container
constexpr std::size_t kMostCounted = 5000;  // a larger one is not looked into where that means copying it
constexpr std::size_t kMostText = 60;       // characters of a str
constexpr std::size_t kMostBits = 256;
constexpr std::size_t kEnough = 100;  // bytes: no further item is begun
constexpr int kMostDepth = 2;

class Writer {
 public:
  explicit Writer(RealmThread& thread) : thread_(thread) {}

  void write(Value value, int depth) {
    value = unbox(value);
    if (value.is_unbound()) return put("not set");
    if (value.is_none()) return put("None");
    if (value.is_bool()) return put(value.is_true() ? "True" : "False");
    if (value.is_small_int()) return put(int_text(value.as_small_int()));
    if (value.is_double()) return put(float_repr(value.as_double()));
    if (!value.is_object()) return put(value.is_ellipsis() ? "Ellipsis" : "NotImplemented");
    write(value.as_object(), depth);
  }

  std::string take() { return std::move(out_); }

 private:
  void put(std::string_view text) { out_ += text; }

  void write(Object* object, int depth) {
    switch (object->kind) {
      case Kind::Str: return str(*static_cast<Str*>(object));
      case Kind::BigInt: return big_int(*static_cast<BigIntObject*>(object));
      case Kind::Tuple: {
        const auto items = static_cast<Tuple*>(object)->view();
        return sequence("(", items.size() == 1 ? ",)" : ")", items.size(), depth,
                        [&](std::size_t i) { return items[i]; });
      }
      case Kind::List: {
        const auto* list = static_cast<List*>(object);
        return sequence("[", "]", list->length.load(std::memory_order_acquire), depth, [&](std::size_t i) {
          Value item;
          return list_get(list, i, item) ? item : Value::none();
        });
      }
      case Kind::Dict: return dict(static_cast<Dict*>(object), depth);
      case Kind::Set:
        return collected(object, static_cast<Set*>(object)->used.load(std::memory_order_acquire), "{", "}", depth);
      case Kind::Deque:
        return collected(object, static_cast<Deque*>(object)->length.load(std::memory_order_acquire), "deque([", "])",
                         depth);
      case Kind::Function: put("function "); return text_of(static_cast<Function*>(object)->name.load());
      case Kind::Class: put("class "); return put(static_cast<Class*>(object)->name->to_utf8());
      case Kind::Handle:
        if (static_cast<HandleKind>(object->flags) != HandleKind::Lock) return instance(object, depth);
        put(static_cast<LockObject*>(object)->impl.locked() ? "<locked " : "<unlocked ");
        put(type_name(thread_, Value::object(object)));
        return put(">");
      case Kind::Exception: return exception(*static_cast<Exception*>(object), depth);
      default: return instance(object, depth);
    }
  }

  void text_of(Value name) {
    if (const Str* str = as_str(name)) put(str->to_utf8());
  }

  void str(const Str& str) {
    const std::size_t length = str.length;
    if (length <= kMostText) return put(repr_utf8(view_of(&str)));
    put(repr_utf8(view_of(&str).slice(0, kMostText)));
    put("\u2026");
  }

  void big_int(const BigIntObject& number) {
    const std::int64_t bits = bit_length(number.view());
    if (bits > static_cast<std::int64_t>(kMostBits)) return put("an int of " + std::to_string(bits) + " bits");
    if (auto digits = int_text(number.view())) put(*digits);
  }

  // Writes items until there are enough. `write_item(i)` writes one.
  template <class WriteItem>
  void items(std::string_view open, std::string_view close, std::size_t count, int depth, WriteItem write_item) {
    put(open);
    std::size_t i = 0;
    for (; i < std::min(count, depth < kMostDepth ? kMostItems : 0) && out_.size() < kEnough; ++i) {
      if (i > 0) put(", ");
      write_item(i);
    }
    if (i < count) put(i > 0 ? ", \u2026" : "\u2026");
    put(close);
    if (i < count && count > kMostItems) put(" " + std::to_string(count) + " items");
  }

  template <class Item>
  void sequence(std::string_view open, std::string_view close, std::size_t count, int depth, Item item) {
    items(open, close, count, depth, [&](std::size_t i) { write(item(i), depth + 1); });
  }

  void collected(Object* object, std::size_t count, std::string_view open, std::string_view close, int depth) {
    std::vector<Value> values;
    if (count <= kMostCounted) container_collect(thread_, Value::object(object), values);
    items(open, close, std::max(count, values.size()), values.empty() ? kMostDepth : depth,
          [&](std::size_t i) { write(values[i], depth + 1); });
  }

  void dict(Dict* dict, int depth) {
    std::uint32_t position = 0;
    const std::size_t count = dict->used.load(std::memory_order_acquire);
    items("{", "}", count, depth, [&](std::size_t) {
      Value key, value;
      if (!dict_next(thread_, dict, position, key, value)) return;
      write(key, depth + 1);
      put(": ");
      write(value, depth + 1);
    });
  }

  void exception(const Exception& exception, int depth) {
    put(exception.cls->name->to_utf8());
    const Tuple* arguments = as_tuple(exception.args.load());
    if (arguments == nullptr) return;
    sequence("(", ")", arguments->length, depth, [&](std::size_t i) { return arguments->items[i]; });
  }

  // An object of a class of the program: with its attributes. Any other: its class.
  void instance(Object* object, int depth) {
    put("<");
    put(type_name(thread_, Value::object(object)));
    if (object->kind == Kind::Instance && depth < kMostDepth && is_of_program(object)) {
      std::size_t told = 0;
      for (const auto& [name, value] : own_attributes(thread_, object)) {
        if (told++ == kMostItems || out_.size() >= kEnough) {
          put(" \u2026");
          break;
        }
        put(" " + name->to_utf8() + "=");
        write(value, depth + 1);
      }
    }
    put(">");
  }

  bool is_of_program(Object* object) {
    const Str* module = as_str(class_of(thread_, Value::object(object))->names.get(thread_.realm.names.module));
    return module != nullptr && module->to_utf8() == "__main__";
  }

  RealmThread& thread_;
  std::string out_;
};

}  // namespace

std::string brief(RealmThread& thread, Value value) {
  Writer writer(thread);
  writer.write(value, 0);
  return writer.take();
}

}  // namespace threadbook::python
