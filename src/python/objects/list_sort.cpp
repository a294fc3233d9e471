#include "python/objects/list_sort.h"

#include "python/objects/container_support.h"

namespace threadbook::python {

namespace {

struct Pair {
  Value key, value;
};
Value key_of(Value item) { return item; }
Value key_of(const Pair& item) { return item.key; }

// `<` of any values. After a failure everything counts as equal, so that sorting ends soon.
struct Comparison {
  RealmThread& thread;
  Status status = Status::Ok;

  bool less(Value a, Value b) {
    if (a.is_small_int() && b.is_small_int()) return a.as_small_int() < b.as_small_int();
    if (status != Status::Ok) return false;
    if (is_kind(a, Kind::Str) && is_kind(b, Kind::Str)) {
      return python::compare(static_cast<Str*>(a.as_object()), static_cast<Str*>(b.as_object())) < 0;
    }
    if (is_kind(a, Kind::Tuple) && is_kind(b, Kind::Tuple)) {
      // Mostly the first items decide.
      auto* x = static_cast<Tuple*>(a.as_object());
      auto* y = static_cast<Tuple*>(b.as_object());
      if (x->length != 0 && y->length != 0 && x->items[0].is_small_int() && y->items[0].is_small_int() &&
          !(x->items[0] == y->items[0])) {
        return x->items[0].as_small_int() < y->items[0].as_small_int();
      }
    }
    Value out;
    status = python::compare(thread, CompareOp::Lt, a, b, out);
    return status == Status::Ok && out.is_true();
  }
};

template <class T, class Less>
void run(std::vector<T>& items, Less less) {
  MergeSort<T, Less>(items, less).sort();
}

template <class T>
Status sort_items(RealmThread& thread, std::vector<T>& items) {
  bool all_ints = true, all_floats = true, all_strs = true;
  for (const T& item : items) {
    Value key = key_of(item);
    all_ints &= key.is_small_int();
    all_floats &= key.is_double();
    all_strs &= is_kind(key, Kind::Str);
  }
  if (all_ints) {
    run(items, [](const T& a, const T& b) { return key_of(a).as_small_int() < key_of(b).as_small_int(); });
    return Status::Ok;
  }
  if (all_floats) {
    run(items, [](const T& a, const T& b) { return key_of(a).as_double() < key_of(b).as_double(); });
    return Status::Ok;
  }
  if (all_strs) {
    run(items, [](const T& a, const T& b) {
      return python::compare(static_cast<Str*>(key_of(a).as_object()), static_cast<Str*>(key_of(b).as_object())) < 0;
    });
    return Status::Ok;
  }
  Comparison comparison{thread};
  run(items, [&comparison](const T& a, const T& b) { return comparison.less(key_of(a), key_of(b)); });
  return comparison.status;
}

template <class T>
Status sort_either_way(RealmThread& thread, std::vector<T>& items, bool reverse) {
  // Backwards before and after: what is equal keeps its order.
  if (reverse) std::reverse(items.begin(), items.end());
  Status status = sort_items(thread, items);
  if (reverse) std::reverse(items.begin(), items.end());
  return status;
}

}  // namespace

Status sort_values(RealmThread& thread, std::vector<Value>& keys, std::vector<Value>* values, bool reverse) {
  if (values == nullptr) {
    std::vector<Value> sorted = keys;
    Status status = sort_either_way(thread, sorted, reverse);
    if (status == Status::Ok) keys = std::move(sorted);
    return status;
  }
  std::vector<Pair> pairs(keys.size());
  for (std::size_t i = 0; i < pairs.size(); ++i) pairs[i] = {keys[i], (*values)[i]};
  Status status = sort_either_way(thread, pairs, reverse);
  if (status != Status::Ok) return status;
  for (std::size_t i = 0; i < pairs.size(); ++i) {
    keys[i] = pairs[i].key;
    (*values)[i] = pairs[i].value;
  }
  return Status::Ok;
}

}  // namespace threadbook::python
