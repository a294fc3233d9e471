#include "python/vm/watching.h"

#include <algorithm>
#include <string_view>

#include "python/objects/deque.h"
#include "python/objects/instance.h"
#include "python/objects/operations.h"
#include "python/vm/attributes.h"
#include "python/vm/frame_stack.h"
#include "python/vm/generator.h"
#include "python/vm/interpreter.h"

namespace threadbook::python {

namespace {

// What a builtin function does to its arguments, of which the first is self in methods.
enum class Effect : std::uint8_t {
  Nothing,      // that others could notice, or it asks by itself (modules/waiting.h)
  Looks,        // reads what it is given
  Changes,      // and changes the first
  Counts,       // reads only how many the first has
  Gets,         // reads one item of the first
  Appends,      // adds one at the end of the first
  Pops,         // takes one from the end of the first, or an item
  Puts,         // sets one item of the first
  PutsDefault,  // sets one item of the first if it is not there
  Drops,        // takes one item from the first
  Advances,     // takes the next from the first, an iterator
  GetsAttribute,
  SetsAttribute,
};

constexpr std::string_view kLookingMethods[] = {
    "index",        "count",      "copy",         "keys",         "values",     "items",
    "__len__",      "__iter__",   "__repr__",     "__str__",      "__eq__",     "__ne__",
    "__lt__",       "__le__",     "__gt__",       "__ge__",       "isdisjoint", "issubset",
    "union",        "issuperset", "intersection", "__add__",      "difference", "symmetric_difference",
    "__mul__",      "__or__",     "__and__",      "__sub__",      "__xor__",    "__rmul__",
    "__reversed__", "__hash__",   "__getitem__",  "__contains__", "get",        "__format__",
    "__class__",    "__sizeof__", "__bool__",     "__dir__"};
constexpr std::string_view kBlindFunctions[] = {"isinstance", "issubclass", "type",    "id",     "callable", "iter",
                                                "range",      "object",     "ord",     "chr",    "abs",      "hasattr_",
                                                "super",      "property",   "globals", "locals", "input"};

bool is_one_of(std::string_view name, std::span<const std::string_view> names) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

Effect effect_of_method(Kind kind, std::string_view name) {
  const bool is_mapping = kind == Kind::Dict;
  if (name == "__len__") return Effect::Counts;
  if (kind == Kind::List && name == "append") return Effect::Appends;
  if (kind == Kind::List && name == "pop") return Effect::Pops;
  if (is_mapping && name == "setdefault") return Effect::PutsDefault;
  if (is_mapping && name == "pop") return Effect::Drops;
  if (is_mapping && (name == "get" || name == "__getitem__" || name == "__contains__")) return Effect::Gets;
  if (kind == Kind::Set && name == "__contains__") return Effect::Gets;
  if (kind == Kind::Set && name == "add") return Effect::PutsDefault;
  if (kind == Kind::Set && (name == "discard" || name == "remove")) return Effect::Drops;
  if (name == "__setitem__") return Effect::Puts;
  if (name == "__delitem__") return is_mapping ? Effect::Drops : Effect::Changes;
  if (kind == Kind::Iterator || kind == Kind::Generator) return Effect::Advances;
  return is_one_of(name, kLookingMethods) ? Effect::Looks : Effect::Changes;
}

Effect effect_of(const NativeFunction* native) {
  const std::string name = native->signature->name->to_utf8();
  if (native->owner != nullptr) {
    switch (native->owner->instance_kind) {
      case Kind::List:
      case Kind::Dict:
      case Kind::Set:
      case Kind::Deque:
      case Kind::Iterator:
      case Kind::Generator: return effect_of_method(native->owner->instance_kind, name);
      case Kind::Str:
      case Kind::Bytes:
      case Kind::Tuple: return Effect::Looks;  // "".join(shared)
      default: return Effect::Nothing;
    }
  }
  if (name == "len") return Effect::Counts;
  if (name == "next") return Effect::Advances;
  if (name == "getattr" || name == "hasattr") return Effect::GetsAttribute;
  if (name == "setattr" || name == "delattr") return Effect::SetsAttribute;
  return is_one_of(name, kBlindFunctions) ? Effect::Nothing : Effect::Looks;
}

// Collects what one instruction touches.
class Touches {
 public:
  Touches(ThreadState& thread, Watcher& watcher) : thread_(thread), watcher_(watcher), are_fickle_(watcher.are_fickle) {
    are_fickle_ = false;
  }

  [[nodiscard]] std::span<const Access> all() const {
    return {count_ <= kFew ? few_ : watcher_.accesses.data(), count_};
  }

  void add(const Object* object, std::uint64_t part, Manner manner) {
    if (count_ < kFew) {
      few_[count_++] = {object, part, manner};
    } else {
      add_one_more({object, part, manner});
    }
  }
  void variable(const Object* cell, Manner manner) { add(cell, kWhole, manner); }

  // The attribute `name`.
  void attribute(Value value, Str* name, Manner manner) {
    if (!value.is_object()) return;
    const Object* object = value.as_object();
    if (object->kind == Kind::Module) {
      const Cell* cell = static_cast<const Module*>(object)->names->find(name);
      return cell != nullptr ? variable(cell, manner) : add(object, part_of(Value::object(name)), manner);
    }
    const Class* cls = class_of(thread_, value);
    const bool is_class = object->kind == Kind::Class;
    if (cls->has(Class::kBuiltin) && !is_class && object->kind != Kind::Exception && object->kind != Kind::Function)
      return;
    // Whoever has hooks for that says by itself what is touched, as threading.local does.
    if (!is_class && has_hook(cls, manner)) return;
    const std::uint64_t part = part_numbered(hash_of(name));
    if (!is_class || manner != Manner::Reads) {
      add(object, part, manner);
      if (manner != Manner::Reads) return;
    }
    // Where it is looked for next, as far as the program can change that.
    const Class* const from = is_class ? static_cast<const Class*>(object) : cls;
    const std::size_t classes = count_of_classes(from, name);
    for (std::size_t i = 0; i < classes; ++i) add(from->mro[i], part, Manner::Reads);
  }

  // container[key]
  void item(Value container, Value key, Manner manner) {
    if (!container.is_object()) return;
    Object* object = container.as_object();
    switch (object->kind) {
      case Kind::List: return item_of_list(static_cast<List*>(object), key, manner);
      case Kind::Dict: return item_of_dict(static_cast<Dict*>(object), key, manner);
      case Kind::Set:
      case Kind::Deque: return whole(container, manner);
      default: return;
    }
  }

  void dropped(Value container, Value key) {
    if (!container.is_object()) return;
    const Object* object = container.as_object();
    if ((object->kind != Kind::Dict && object->kind != Kind::Set) || !can_be_told(key)) {
      return whole(container, Manner::Writes);
    }
    add(object, part_of(key), Manner::Writes);
    add(object, kSize, Manner::Adds);
    add(object, kOrder, Manner::Adds);
  }

  void put_default(Value container, Value key) {
    if (!container.is_object()) return;
    Object* object = container.as_object();
    if (!can_be_told(key)) return whole(container, Manner::Writes);
    are_fickle_ = true;
    if (object->kind == Kind::Dict) {
      item_of_dict(static_cast<Dict*>(object), key, has_item(object, key) ? Manner::Reads : Manner::Writes);
    } else if (object->kind == Kind::Set) {
      const bool is_there = has_item(object, key);
      add(object, part_of(key), is_there ? Manner::Reads : Manner::Writes);
      if (!is_there) grows(object);
    } else {
      whole(container, Manner::Writes);
    }
  }

  void size(Value container) {
    if (is_container(container)) add(container.as_object(), kSize, Manner::Reads);
  }

  void appended(Value container) {
    if (!is_kind(container, Kind::List)) return whole(container, Manner::Writes);
    const auto* list = static_cast<const List*>(container.as_object());
    add(list, kSize, Manner::Writes);
    add(list, part_at(list->length.load(std::memory_order_relaxed)), Manner::Writes);
  }

  void popped(Value container, bool from_the_end) {
    if (!is_kind(container, Kind::List) || !from_the_end) return whole(container, Manner::Writes);
    const auto* list = static_cast<const List*>(container.as_object());
    are_fickle_ = true;
    add(list, kSize, Manner::Writes);
    add(list, part_at(std::int64_t{list->length.load(std::memory_order_relaxed)} - 1), Manner::Writes);
  }

  // All of it, and, where it is looked at, of the containers in it.
  static constexpr int kDepth = 4;  // containers in containers: below that nobody looks, here
  void whole(Value value, Manner manner, int depth = 0) {
    if (!value.is_object()) return;
    const Object* object = value.as_object();
    switch (object->kind) {
      case Kind::List:
      case Kind::Deque: add(object, kWhole, manner); break;
      case Kind::Dict:
      case Kind::Set:
        if (object->kind == Kind::Set && is_frozen(object)) break;
        add(object, kWhole, manner);
        add(object, kOrder, manner);
        break;
      case Kind::DictView: whole(Value::object(static_cast<const DictView*>(object)->dict), manner, depth); return;
      case Kind::Iterator: return iterator(static_cast<const Iterator*>(object), depth);
      case Kind::Generator: add(object, kWhole, Manner::Writes); return;
      default: break;
    }
    if (manner == Manner::Reads && depth < kDepth && count_ < kMany) inside(object, depth + 1);
  }

  // One step of a loop.
  void next(Value value) {
    if (!value.is_object()) return;
    const Object* object = value.as_object();
    if (object->kind == Kind::Generator) add(object, kWhole, Manner::Writes);
    if (object->kind != Kind::Iterator) return;
    const auto* it = static_cast<const Iterator*>(object);
    const Value source = it->source.load();
    if (it->iterator_kind() != IteratorKind::List || !is_kind(source, Kind::List)) return iterator(it, 0);
    add(object, kWhole, Manner::Writes);
    add(source.as_object(), kSize, Manner::Reads);
    add(source.as_object(), part_at(it->position.load(std::memory_order_relaxed)), Manner::Reads);
  }

  static bool is_container(Value value) {
    if (!value.is_object()) return false;
    switch (value.as_object()->kind) {
      case Kind::List:
      case Kind::Dict:
      case Kind::Set:
      case Kind::Deque:
      case Kind::Tuple:
      case Kind::DictView:
      case Kind::Iterator:
      case Kind::Generator: return true;
      default: return false;
    }
  }

 private:
  static constexpr std::size_t kMany = 4'000;  // accesses of one instruction

  // In so many classes the attribute is looked for, but for builtin ones.
  std::size_t count_of_classes(const Class* from, const Str* name) {
    const std::uint64_t names = thread_.interpreter.names_made.load(std::memory_order_relaxed);
    const auto mixed = reinterpret_cast<std::uintptr_t>(from) / 16 + reinterpret_cast<std::uintptr_t>(name) / 16 * 31;
    Watcher::Lookup& known = watcher_.lookups[(mixed ^ mixed >> 8) % watcher_.lookups.size()];
    if (known.cls == from && known.name == name && known.names_made == names) return known.classes;
    std::size_t count = 0;
    for (const Class* each : from->mro) {
      if (each->has(Class::kBuiltin)) break;
      ++count;
      if (each->names.find(name) != nullptr) break;
    }
    known = {from, name, names, count};
    return count;
  }

  void add_one_more(const Access& access) {
    std::vector<Access>& accesses = watcher_.accesses;
    if (count_ == kFew) accesses.assign(few_, few_ + kFew);
    accesses.push_back(access);
    ++count_;
  }

  bool has_hook(const Class* cls, Manner manner) {
    const bool reads = manner == Manner::Reads;
    if (!cls->has(reads ? Class::kHasGetattr : Class::kHasSetattr)) return false;
    const Str* hook = thread_.interpreter.intern(reads ? "__getattribute__" : "__setattr__");
    for (const Class* each : cls->mro) {
      if (each->has(Class::kBuiltin)) return false;
      if (each->names.find(hook) != nullptr) return true;
    }
    return false;
  }

  // It goes on, and reads what it goes over. Only one that goes over others looks at what is in there.
  void iterator(const Iterator* it, int depth) {
    add(it, kWhole, Manner::Writes);
    const IteratorKind kind = it->iterator_kind();
    const bool is_over_others =
        kind == IteratorKind::Enumerate || kind == IteratorKind::Zip || kind >= IteratorKind::Wrapped;
    whole(it->source.load(), Manner::Reads, is_over_others ? depth : kDepth);
  }

  static bool is_frozen(const Object* set) { return set->flags != 0; }

  // Above the numbers that mean something else.
  static std::uint64_t part_numbered(std::uint64_t number) { return number | kFirstPart; }
  static std::uint64_t part_at(std::int64_t index) { return part_numbered(static_cast<std::uint64_t>(index)); }

  // Is it a key that can be told from another without asking Python?
  static bool can_be_told(Value key) {
    return !key.is_object() || key.as_object()->kind == Kind::Str || key.as_object()->kind == Kind::BigInt ||
           key.as_object()->kind == Kind::Bytes || is_tuple_of_such(key);
  }
  static bool is_tuple_of_such(Value key) {
    if (!is_kind(key, Kind::Tuple)) return false;
    const auto view = static_cast<const Tuple*>(key.as_object())->view();
    return std::all_of(view.begin(), view.end(),
                       [](Value each) { return !each.is_object() || each.as_object()->kind == Kind::Str; });
  }

  std::uint64_t part_of(Value key) {
    std::uint64_t hash = 0;
    (void)hash_value(thread_, key, hash);
    return part_numbered(hash);
  }

  void grows(const Object* object) {
    add(object, kSize, Manner::Adds);
    add(object, kOrder, Manner::Adds);
  }

  bool has_item(Object* object, Value key) {
    bool is_there = false;
    return contains(thread_, Value::object(object), key, is_there) == Status::Ok && is_there;
  }

  void item_of_list(List* list, Value key, Manner manner) {
    if (!key.is_small_int()) return whole(Value::object(list), manner, kDepth);  // a slice
    const std::int64_t length = list->length.load(std::memory_order_acquire);
    std::int64_t index = key.as_small_int();
    if (index < 0 || index >= length) {
      add(list, kSize, Manner::Reads);
      are_fickle_ = true;
    }
    if (index < 0) index += length;
    add(list, part_at(index), manner);
  }

  void item_of_dict(Dict* dict, Value key, Manner manner) {
    if (!can_be_told(key)) return whole(Value::object(dict), manner, kDepth);
    add(dict, part_of(key), manner);
    if (manner == Manner::Reads) return;
    are_fickle_ = true;
    if (!has_item(dict, key)) grows(dict);
  }

  void inside(const Object* object, int depth) {
    const auto look = [&](Value each) {
      if (!is_container(each)) return;
      are_fickle_ = true;
      whole(each, Manner::Reads, depth);
    };
    auto* container = const_cast<Object*>(object);
    switch (object->kind) {
      case Kind::Tuple:
        for (Value each : static_cast<const Tuple*>(object)->view()) look(each);
        break;
      case Kind::List:
        for (Value each : list_snapshot(thread_, static_cast<List*>(container))) look(each);
        break;
      case Kind::Deque:
        for (Value each : deque_snapshot(thread_, static_cast<Deque*>(container))) look(each);
        break;
      case Kind::Dict:
        for (const DictEntry& each : dict_snapshot(thread_, static_cast<Dict*>(container))) look(each.value);
        break;
      default: break;
    }
  }

  ThreadState& thread_;
  Watcher& watcher_;
  static constexpr std::size_t kFew = 8;
  Access few_[kFew];
  std::size_t count_ = 0;
  bool& are_fickle_;  // they go by what is in a container
};

Effect effect_of(Watcher& watcher, const NativeFunction* native) {
  const auto [entry, is_new] = watcher.effects.try_emplace(native, std::uint8_t{0});
  if (is_new) entry->second = static_cast<std::uint8_t>(effect_of(native));
  return static_cast<Effect>(entry->second);
}

// A call of a builtin with these arguments, self included; Unbound ones do not count.
void add_call(Watcher& watcher, Touches& touches, const NativeFunction* native, std::span<const Value> arguments) {
  const Effect effect = effect_of(watcher, native);
  const Value first = arguments.empty() ? Value::none() : arguments[0];
  const Value second = arguments.size() < 2 ? Value::none() : arguments[1];
  switch (effect) {
    case Effect::Nothing: return;
    case Effect::Counts: return touches.size(first);
    case Effect::Gets: return touches.item(first, second, Manner::Reads);
    case Effect::Appends: touches.appended(first); break;
    case Effect::Pops: touches.popped(first, arguments.size() < 2); break;
    case Effect::Puts: return touches.item(first, second, Manner::Writes);
    case Effect::PutsDefault: return touches.put_default(first, second);
    case Effect::Drops: return touches.dropped(first, second);
    case Effect::Advances: return touches.next(first);
    case Effect::GetsAttribute:
    case Effect::SetsAttribute:
      if (Str* name = as_str(second)) {
        touches.attribute(first, name, effect == Effect::GetsAttribute ? Manner::Reads : Manner::Writes);
      }
      return;
    case Effect::Changes:
    case Effect::Looks: {
      bool is_first = true;
      for (Value argument : arguments) {
        const bool changes = is_first && effect == Effect::Changes;
        if (Touches::is_container(argument)) touches.whole(argument, changes ? Manner::Writes : Manner::Reads);
        is_first = false;
      }
      return;
    }
  }
}

void add_call_of(ThreadState& thread, Touches& touches, Value callable, std::span<const Value> arguments) {
  if (!callable.is_object()) return;
  Object* object = callable.as_object();
  switch (object->kind) {
    case Kind::NativeFunction:
      return add_call(*thread.watcher, touches, static_cast<NativeFunction*>(object), arguments);
    case Kind::BoundMethod: {
      const auto* method = static_cast<BoundMethod*>(object);
      if (!is_kind(method->function, Kind::NativeFunction)) return;
      std::vector<Value> all{method->self};
      all.insert(all.end(), arguments.begin(), arguments.end());
      return add_call(*thread.watcher, touches, static_cast<NativeFunction*>(method->function.as_object()), all);
    }
    case Kind::Class:
      if (!static_cast<Class*>(object)->has(Class::kBuiltin)) return;
      for (Value argument : arguments) {
        if (Touches::is_container(argument)) touches.whole(argument, Manner::Reads);
      }
      return;
    default: return;
  }
}

enum class Watched : std::uint8_t {
  No,
  Global,
  Cell,
  Attribute,
  Item,
  Membership,
  Operator,
  Truth,
  Iteration,
  Call,
  Look
};

Watched watched_as(Op op) {
  switch (op) {
    case Op::LoadGlobal:
    case Op::StoreGlobal:
    case Op::DeleteGlobal:
    case Op::LoadName: return Watched::Global;
    case Op::LoadCell:
    case Op::StoreCell:
    case Op::DeleteCell: return Watched::Cell;
    case Op::LoadAttr:
    case Op::StoreAttr:
    case Op::DeleteAttr:
    case Op::LoadMethod: return Watched::Attribute;
    case Op::LoadItem:
    case Op::StoreItem:
    case Op::DeleteItem: return Watched::Item;
    case Op::In:
    case Op::NotIn: return Watched::Membership;
#define THREADBOOK_OPERATOR(name) \
  case Op::name: \
  case Op::InPlace##name:
      THREADBOOK_BINARY_OPCODES(THREADBOOK_OPERATOR)
#undef THREADBOOK_OPERATOR
    case Op::Lt:
    case Op::Le:
    case Op::Eq:
    case Op::Ne:
    case Op::Gt:
    case Op::Ge:
    case Op::TestLt:
    case Op::TestLe:
    case Op::TestEq:
    case Op::TestNe:
    case Op::TestGt:
    case Op::TestGe: return Watched::Operator;
    case Op::JumpIfTrue:
    case Op::JumpIfFalse:
    case Op::Not:
    case Op::Length: return Watched::Truth;
    case Op::ForIter: return Watched::Iteration;
    case Op::Call:
    case Op::CallMethod:
    case Op::CallKw:
    case Op::CallEx: return Watched::Call;
    case Op::Unpack:
    case Op::UnpackEx:
    case Op::ListExtend:
    case Op::SetUpdate:
    case Op::DictUpdate:
    case Op::DictMerge:
    case Op::FormatValue: return Watched::Look;
    default: return Watched::No;
  }
}

// The library's own are constants to programs, or change with what is imported.
void add_global(const Frame* frame, const Instruction& in, Touches& touches) {
  if (frame->code->is_library) return;
  const bool reads = in.op == Op::LoadGlobal || in.op == Op::LoadName;
  touches.variable(frame->code->globals[in.b], reads ? Manner::Reads : Manner::Writes);
}

void add_cell(const Frame* frame, const Instruction& in, Touches& touches) {
  const Value* R = frame->registers;
  if (in.op == Op::LoadCell) return touches.variable(R[in.b].as_object(), Manner::Reads);
  touches.variable(R[in.a].as_object(), Manner::Writes);
}

void add_attribute(const Frame* frame, const Instruction& in, Touches& touches) {
  const Value* R = frame->registers;
  if (in.op == Op::LoadAttr || in.op == Op::LoadMethod) {
    return touches.attribute(R[in.b], frame->code->cache_names[in.c], Manner::Reads);
  }
  Str* name = in.op == Op::StoreAttr ? frame->code->cache_names[in.c] : frame->code->names[in.b];
  touches.attribute(R[in.a], name, Manner::Writes);
}

void add_item(const Frame* frame, const Instruction& in, Touches& touches) {
  const Value* R = frame->registers;
  if (in.op == Op::LoadItem) return touches.item(R[in.b], R[in.c], Manner::Reads);
  if (in.op == Op::StoreItem) return touches.item(R[in.a], R[in.b], Manner::Writes);
  touches.dropped(R[in.a], R[in.b]);
}

void add_membership(const Frame* frame, const Instruction& in, Touches& touches) {
  const Value item = frame->registers[in.b], container = frame->registers[in.c];
  if (is_kind(container, Kind::Dict)) return touches.item(container, item, Manner::Reads);
  // Only what has something inside is compared with what is inside.
  const int depth = Touches::is_container(item) ? 0 : Touches::kDepth;
  if (Touches::is_container(container)) touches.whole(container, Manner::Reads, depth);
}

void add_operator(const Frame* frame, const Instruction& in, Touches& touches) {
  const bool tests = in.op >= Op::TestLt && in.op <= Op::TestGe;
  const Value x = frame->registers[tests ? in.a : in.b], y = frame->registers[tests ? in.b : in.c];
  if (!x.is_object() && !y.is_object()) return;
  const bool in_place = in.op >= Op::InPlaceAdd && in.op <= Op::InPlaceFloorDiv;
  if (Touches::is_container(x)) touches.whole(x, in_place && !is_kind(x, Kind::Tuple) ? Manner::Writes : Manner::Reads);
  if (Touches::is_container(y)) touches.whole(y, Manner::Reads);
}

void add_calling(ThreadState& thread, const Frame* frame, const Instruction& in, Touches& touches) {
  const Value* R = frame->registers;
  if (in.op == Op::CallEx) {
    if (const Tuple* positional = as_tuple(R[in.a + 1])) {
      add_call_of(thread, touches, R[in.a], positional->view());
    } else if (List* list = as_list(R[in.a + 1])) {
      touches.whole(R[in.a + 1], Manner::Reads);
      add_call_of(thread, touches, R[in.a], list_snapshot(thread, list));
    }
    return;
  }
  const Value* arguments = R + in.a + 1;
  std::size_t count = in.b;
  if (in.op != Op::Call) {
    if (arguments->is_unbound()) {
      ++arguments;
    } else {
      ++count;
    }
  }
  add_call_of(thread, touches, R[in.a], {arguments, count});
}

void add_look(const Frame* frame, const Instruction& in, Touches& touches) {
  const Value value = frame->registers[in.b];
  if (Touches::is_container(value)) touches.whole(value, Manner::Reads);
}

}  // namespace

bool is_watchable(Op op) { return watched_as(op) != Watched::No; }

bool may_execute(ThreadState& thread) {
  Watcher& watcher = *thread.watcher;
  const Frame* frame = thread.frame;
  const Instruction& in = frame->code->original(frame->pc - 1);
  watcher.notice_collections(thread.interpreter.heap.collections());
  Touches touches(thread, watcher);
  switch (watched_as(in.op)) {
    case Watched::No: return true;
    case Watched::Global: add_global(frame, in, touches); break;
    case Watched::Cell: add_cell(frame, in, touches); break;
    case Watched::Attribute: add_attribute(frame, in, touches); break;
    case Watched::Item: add_item(frame, in, touches); break;
    case Watched::Membership: add_membership(frame, in, touches); break;
    case Watched::Operator: add_operator(frame, in, touches); break;
    case Watched::Truth: touches.size(frame->registers[in.op == Op::Not || in.op == Op::Length ? in.b : in.a]); break;
    case Watched::Iteration: touches.next(frame->registers[in.a]); break;
    case Watched::Call: add_calling(thread, frame, in, touches); break;
    case Watched::Look: add_look(frame, in, touches); break;
  }
  const bool begins = !frame->code->is_library;
  return watcher.lets_pass(touches.all(), begins) || watcher.may_touch(thread, touches.all(), begins);
}

}  // namespace threadbook::python
