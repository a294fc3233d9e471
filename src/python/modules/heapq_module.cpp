#include "python/modules/heapq_module.h"

#include "python/objects/container_support.h"

namespace threadbook::python {

namespace {

// A list as a heap: what a step reads and what it is going to write, so that a comparison that needs
// Python, or raises, leaves the list as it was. Comparing may take the locks of other containers, so the
// list's own is not held meanwhile: with threads in parallel a step is carried out only if what it has
// read still stands there, and begun anew otherwise.
class Heapq {
 public:
  Heapq(RealmThread& thread, List* list)
      : thread_(thread), list_(list), length_(list->length.load(std::memory_order_acquire)) {}

  std::int64_t length() const { return length_; }

  // a < b
  Status less(Value a, Value b, bool& out) {
    Value answer;
    Status status = compare(thread_, CompareOp::Lt, a, b, answer);
    if (status == Status::Ok) status = truth(thread_, answer, out);
    return status;
  }

  // Where `item`, standing at `place`, belongs on the way to the root; what it passes moves down.
  Status rise(std::int64_t start, std::int64_t place, Value item, bool greatest = false) {
    while (place > start) {
      std::int64_t parent_place = (place - 1) / 2;
      Value parent;
      if (!read(parent_place, parent)) return Status::Ok;
      bool passes = false;
      Status status = greatest ? less(parent, item, passes) : less(item, parent, passes);
      if (status != Status::Ok) return status;
      if (!passes) break;
      write(place, parent);
      place = parent_place;
    }
    write(place, item);
    return Status::Ok;
  }

  // `item` is put at `start` of a heap of `length` items: the smaller children move up to the leaf, then
  // the item rises from there.
  Status sink(std::int64_t start, std::int64_t length, Value item, bool greatest = false) {
    std::int64_t place = start;
    for (std::int64_t child = 2 * place + 1; child < length; child = 2 * place + 1) {
      Value left, right;
      if (!read(child, left)) return Status::Ok;
      if (child + 1 < length && read(child + 1, right)) {
        bool left_first = false;
        Status status = greatest ? less(right, left, left_first) : less(left, right, left_first);
        if (status != Status::Ok) return status;
        if (!left_first) {
          ++child;
          left = right;
        }
      }
      write(place, left);
      place = child;
    }
    return rise(start, place, item, greatest);
  }

  // An item as the list has it, or will have it.
  bool read(std::int64_t place, Value& out) {
    for (auto i = writes_.rbegin(); i != writes_.rend(); ++i) {
      if (i->first == place) {
        out = i->second;
        return true;
      }
    }
    if (place >= length_ || !list_get(list_, static_cast<std::size_t>(place), out)) return unchanged_ = false;
    if (thread_.parallel) reads_.emplace_back(place, out);
    return true;
  }
  void write(std::int64_t place, Value value) { writes_.emplace_back(place, value); }

  // Makes the list `length` items long, `added` being the one more if it is, and carries out what was
  // written. False, and nothing done, if another thread has changed what was read: begin anew.
  bool commit(std::int64_t length, Value added = Value::unbound()) {
    if (thread_.parallel && !unchanged_) return false;
    return list_rearrange(thread_, list_, length_, length, added, reads_, writes_);
  }
  bool commit() { return commit(length_); }
  void forget_writes() { writes_.clear(); }

 private:
  RealmThread& thread_;
  List* list_;
  const std::int64_t length_;
  bool unchanged_ = true;
  ListPlaces reads_;   // with threads in parallel
  ListPlaces writes_;  // at most the way from leaf to root, twice
};

Status heap_argument(RealmThread& thread, Value value, std::string_view function, List*& out) {
  out = as_list(value);
  if (out != nullptr) return Status::Ok;
  return type_error(thread, text(function, "() argument", function == "heapify" ? "" : " 1", " must be list, not ",
                                 type_name(thread, value)));
}

Status index_error(RealmThread& thread) { return raise(thread, ExceptionType::IndexError, "index out of range"); }

Status heappush(RealmThread& thread, Value* arguments, Value& result) {
  List* list = nullptr;
  Status status = heap_argument(thread, arguments[0], "heappush", list);
  if (status != Status::Ok) return status;
  result = Value::none();
  for (;;) {
    Heapq heap(thread, list);
    status = heap.rise(0, heap.length(), arguments[1]);
    if (status == Status::Fallback) return status;
    // CPython has appended the item by the time a comparison raises.
    if (status != Status::Ok) heap.forget_writes();
    if (heap.commit(heap.length() + 1, arguments[1])) return status;
  }
}

template <bool greatest>
Status heappop(RealmThread& thread, Value* arguments, Value& result) {
  List* list = nullptr;
  Status status = heap_argument(thread, arguments[0], greatest ? "_heappop_max" : "heappop", list);
  if (status != Status::Ok) return status;
  for (;;) {
    Heapq heap(thread, list);
    const std::int64_t length = heap.length();
    Value last;
    if (length == 0) return index_error(thread);
    if (!heap.read(length - 1, last) || !heap.read(0, result)) continue;
    status = length == 1 ? Status::Ok : heap.sink(0, length - 1, last, greatest);
    if (status == Status::Fallback) return status;
    if (status != Status::Ok) {
      heap.forget_writes();
      heap.write(0, last);  // where CPython has it when a comparison raises
    }
    if (heap.commit(length - 1)) return status;
  }
}

template <bool greatest>
Status heapreplace(RealmThread& thread, Value* arguments, Value& result) {
  List* list = nullptr;
  Status status = heap_argument(thread, arguments[0], greatest ? "_heapreplace_max" : "heapreplace", list);
  if (status != Status::Ok) return status;
  for (;;) {
    Heapq heap(thread, list);
    if (heap.length() == 0) return index_error(thread);
    if (!heap.read(0, result)) continue;
    status = heap.sink(0, heap.length(), arguments[1], greatest);
    if (status != Status::Ok || heap.commit()) return status;
  }
}

Status heappushpop(RealmThread& thread, Value* arguments, Value& result) {
  List* list = nullptr;
  Status status = heap_argument(thread, arguments[0], "heappushpop", list);
  if (status != Status::Ok) return status;
  for (;;) {
    Heapq heap(thread, list);
    Value smallest;
    bool smaller = false;
    result = arguments[1];
    if (heap.length() == 0) return Status::Ok;
    if (!heap.read(0, smallest)) continue;
    status = heap.less(smallest, arguments[1], smaller);
    if (status != Status::Ok || !smaller) return status;
    result = smallest;
    status = heap.sink(0, heap.length(), arguments[1]);
    if (status != Status::Ok || heap.commit()) return status;
  }
}

// With threads in parallel it is a copy that becomes a heap, and then the list, if that is still the same.
template <bool greatest>
Status heapify(RealmThread& thread, Value* arguments, Value& result) {
  List* list = nullptr;
  Status status = heap_argument(thread, arguments[0], greatest ? "_heapify_max" : "heapify", list);
  if (status != Status::Ok) return status;
  result = Value::none();
  for (;;) {
    std::vector<Value> before;
    List* heap_list = list;
    if (thread.parallel) {
      before = list_snapshot(thread, list);
      heap_list = make_list(thread, before);
    }
    std::int64_t length = heap_list->length.load(std::memory_order_relaxed);
    if (length > kLongLoop) return Status::Fallback;
    for (std::int64_t i = length / 2 - 1; i >= 0; --i) {
      Heapq heap(thread, heap_list);
      Value item;
      heap.read(i, item);
      status = heap.sink(i, length, item, greatest);
      // What is done already need not be done again: it is a heap below.
      if (status != Status::Ok) return status;
      heap.commit();
    }
    if (!thread.parallel || list_replace_if(thread, list, before, list_snapshot(thread, heap_list))) return Status::Ok;
  }
}

constexpr NativeDef kHeapq[] = {
    {"heappush(heap, item, /)", heappush},
    {"heappop(heap, /)", heappop<false>},
    {"heapreplace(heap, item, /)", heapreplace<false>},
    {"heappushpop(heap, item, /)", heappushpop},
    {"heapify(heap, /)", heapify<false>},
    {"_heappop_max(heap, /)", heappop<true>},
    {"_heapreplace_max(heap, item, /)", heapreplace<true>},
    {"_heapify_max(heap, /)", heapify<true>},
};

// ---- bisect ------------------------------------------------------------------------------------

// Parameters: a, x, lo, hi, key. The place for x in the sorted list; Fallback for other sequences.
template <bool right>
Status bisect(RealmThread& thread, Value* arguments, Value& result) {
  List* list = as_list(arguments[0]);
  if (list == nullptr || may_override(thread, arguments[0]) || !arguments[4].is_none()) return Status::Fallback;
  std::int64_t low = 0, high = list->length.load(std::memory_order_acquire);
  Status status = as_index(thread, arguments[2], low);
  if (status != Status::Ok) return status;
  if (low < 0) return raise(thread, ExceptionType::ValueError, "lo must be non-negative");
  if (!arguments[3].is_none()) {
    status = as_index(thread, arguments[3], high);
    if (status != Status::Ok) return status;
  }
  while (low < high) {
    std::int64_t middle = low + (high - low) / 2;
    Value item, answer;
    if (!list_get(list, static_cast<std::size_t>(middle), item)) {
      return raise(thread, ExceptionType::IndexError, "list index out of range");
    }
    status = right ? compare(thread, CompareOp::Lt, arguments[1], item, answer)
                   : compare(thread, CompareOp::Lt, item, arguments[1], answer);
    bool smaller = false;
    if (status == Status::Ok) status = truth(thread, answer, smaller);
    if (status != Status::Ok) return status;
    if (smaller == right) {
      high = middle;
    } else {
      low = middle + 1;
    }
  }
  result = make_int(thread, low);
  return Status::Ok;
}

template <bool right>
Status insort(RealmThread& thread, Value* arguments, Value& result) {
  Status status = bisect<right>(thread, arguments, result);
  if (status != Status::Ok) return status;
  list_insert(thread, as_list(arguments[0]), result.as_small_int(), arguments[1]);
  result = Value::none();
  return Status::Ok;
}

constexpr NativeDef kBisect[] = {
    {"bisect_left(a, x, lo=0, hi=None, *, key=None)", bisect<false>},
    {"bisect_right(a, x, lo=0, hi=None, *, key=None)", bisect<true>},
    {"insort_left(a, x, lo=0, hi=None, *, key=None)", insort<false>},
    {"insort_right(a, x, lo=0, hi=None, *, key=None)", insort<true>},
};

}  // namespace

std::span<const NativeDef> heapq_functions() { return kHeapq; }
std::span<const NativeDef> bisect_functions() { return kBisect; }

}  // namespace threadbook::python
