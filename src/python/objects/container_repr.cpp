// repr() of containers, recursive ones included.
#include <algorithm>
#include <vector>

#include "python/objects/container_support.h"
#include "python/objects/representation.h"

namespace threadbook::python {

namespace {

// The containers whose repr this OS thread is in the middle of. No Python code runs meanwhile, so
// this never outlives one call of repr().
thread_local std::vector<const Object*> active;

class Entered {
 public:
  explicit Entered(const Object* object) : is_new(std::find(active.begin(), active.end(), object) == active.end()) {
    if (is_new) active.push_back(object);
  }
  ~Entered() {
    if (is_new) active.pop_back();
  }
  Entered(const Entered&) = delete;
  Entered& operator=(const Entered&) = delete;

  const bool is_new;
};

Status list_items(RealmThread& thread, const std::vector<Value>& items, StrBuilder& out, int depth) {
  bool first = true;
  for (Value item : items) {
    if (!first) out.append_latin1(", ");
    first = false;
    Status status = repr_item(thread, item, out, depth + 1);
    if (status != Status::Ok) return status;
  }
  return Status::Ok;
}

Status enclosed(RealmThread& thread, Value container, std::string_view open, std::string_view close,
                std::string_view recursive, StrBuilder& out, int depth) {
  Entered entered(container.as_object());
  if (!entered.is_new) {
    out.append_latin1(recursive);
    return Status::Ok;
  }
  std::vector<Value> items;
  container_collect(thread, container, items);
  out.append_latin1(open);
  Status status = list_items(thread, items, out, depth);
  if (status != Status::Ok) return status;
  if (is_kind(container, Kind::Tuple) && items.size() == 1) out.append_latin1(",");
  out.append_latin1(close);
  return Status::Ok;
}

Status dict_repr(RealmThread& thread, Dict* dict, StrBuilder& out, int depth) {
  Entered entered(dict);
  if (!entered.is_new) {
    out.append_latin1("{...}");
    return Status::Ok;
  }
  out.append_latin1("{");
  bool first = true;
  for (const DictEntry& entry : dict_snapshot(thread, dict)) {
    if (!first) out.append_latin1(", ");
    first = false;
    Status status = repr_item(thread, entry.key, out, depth + 1);
    if (status != Status::Ok) return status;
    out.append_latin1(": ");
    status = repr_item(thread, entry.value, out, depth + 1);
    if (status != Status::Ok) return status;
  }
  out.append_latin1("}");
  return Status::Ok;
}

Status set_repr(RealmThread& thread, Set* set, StrBuilder& out, int depth) {
  Entered entered(set);
  std::string name = type_name(thread, Value::object(set));
  std::vector<Value> items;
  container_collect(thread, Value::object(set), items);
  const bool is_plain = entered.is_new && !items.empty() && is_exactly(thread, set, BuiltinClass::Set);
  if (!is_plain) out.append_utf8(name);
  if (!entered.is_new || items.empty()) {
    out.append_latin1(items.empty() ? "()" : "(...)");
    return Status::Ok;
  }
  out.append_latin1(is_plain ? "{" : "({");
  Status status = list_items(thread, items, out, depth);
  out.append_latin1(is_plain ? "}" : "})");
  return status;
}

Status view_repr(RealmThread& thread, Value view, StrBuilder& out, int depth) {
  Entered entered(view.as_object());
  if (!entered.is_new) {
    out.append_latin1("...");
    return Status::Ok;
  }
  std::vector<Value> items;
  container_collect(thread, view, items);
  out.append_utf8(type_name(thread, view));
  out.append_latin1("([");
  Status status = list_items(thread, items, out, depth);
  out.append_latin1("])");
  return status;
}

Status deque_repr(RealmThread& thread, Deque* deque, StrBuilder& out, int depth) {
  Entered entered(deque);
  if (!entered.is_new) {
    out.append_latin1("[...]");
    return Status::Ok;
  }
  std::vector<Value> items = deque_snapshot(thread, deque);
  out.append_utf8(class_of(thread, Value::object(deque))->name->to_utf8());
  out.append_latin1("([");
  Status status = list_items(thread, items, out, depth);
  if (status != Status::Ok) return status;
  out.append_latin1("]");
  if (deque->max_length >= 0) out.append_latin1(text(", maxlen=", std::to_string(deque->max_length)));
  out.append_latin1(")");
  return Status::Ok;
}

Status call_repr(RealmThread& thread, std::string_view name, std::initializer_list<Value> parts, StrBuilder& out,
                 int depth) {
  out.append_latin1(name);
  out.append_latin1("(");
  Status status = list_items(thread, parts, out, depth);
  out.append_latin1(")");
  return status;
}

}  // namespace

Status container_repr(RealmThread& thread, Value value, StrBuilder& out, int depth) {
  if (depth > kMaxReprDepth) return Status::Fallback;
  Value plain = unbox(value);
  Object* object = plain.as_object();
  switch (object->kind) {
    case Kind::List: return enclosed(thread, plain, "[", "]", "[...]", out, depth);
    case Kind::Tuple: return enclosed(thread, plain, "(", ")", "(...)", out, depth);
    case Kind::Deque: return deque_repr(thread, static_cast<Deque*>(object), out, depth);
    case Kind::Dict: return dict_repr(thread, static_cast<Dict*>(object), out, depth);
    case Kind::Set: return set_repr(thread, static_cast<Set*>(object), out, depth);
    case Kind::Range: {
      auto* range = static_cast<Range*>(object);
      if (numbers_equal(range->step, Value::small_int(1))) {
        return call_repr(thread, "range", {range->start, range->stop}, out, depth);
      }
      return call_repr(thread, "range", {range->start, range->stop, range->step}, out, depth);
    }
    case Kind::Slice: {
      auto* slice = static_cast<Slice*>(object);
      return call_repr(thread, "slice", {slice->start, slice->stop, slice->step}, out, depth);
    }
    default: return view_repr(thread, plain, out, depth);
  }
}

}  // namespace threadbook::python
