// product, permutations, combinations, combinations_with_replacement: odometers over pools of items.
//
// The state is an Array: slot 0 holds the pools (a tuple of tuples, or one tuple), the slots behind it
// indices. Each next() makes a tuple of where the indices stand and then moves them on; the last move
// marks the end in `position`.
#include "python/objects/container_support.h"
#include "python/objects/itertools_iterators.h"

namespace threadbook::python {

namespace {

constexpr std::int64_t kEnded = -1;

// The items of an iterable as a tuple; Fallback where going through it needs Python.
Status pool_of(RealmThread& thread, Value iterable, Tuple*& out) {
  std::vector<Value> items;
  Status status = collect(thread, iterable, items);
  if (status == Status::Ok) out = python::make_tuple(thread, items);
  return status;
}

// Indices as numbers; what they mean follows the kind.
class Indices {
 public:
  explicit Indices(Array* state) : state_(state) {}
  std::int64_t get(std::int64_t i) const { return state_->slots[i + 1].load().as_small_int(); }
  void set(std::int64_t i, std::int64_t value) { state_->slots[i + 1].store(Value::small_int(value)); }

 private:
  Array* state_;
};

Array* make_state(RealmThread& thread, Value pools, std::int64_t count) {
  require_values(thread, static_cast<std::uint64_t>(count) + 1);
  Array* state = make_array(thread, static_cast<std::uint32_t>(count + 1));
  state->slots[0].initialize(pools);
  return state;
}

Value iterator_over(RealmThread& thread, Value cls, IteratorKind kind, Array* state, std::int64_t length,
                    bool is_empty) {
  Value source = is_empty ? Value::none() : Value::object(state);
  Iterator* iterator = make_itertools_iterator(thread, as_class(cls), kind, source);
  iterator->remaining.store(length, std::memory_order_relaxed);  // of each result
  return Value::object(iterator);
}

// A number of items to take; TypeError if it is no int, ValueError `negative`.
Status length_argument(RealmThread& thread, Value value, std::string_view negative, std::int64_t& out) {
  if (is_int(value) && !to_int64(value, out)) {
    return raise(thread, ExceptionType::OverflowError, "Python int too large to convert to C ssize_t");
  }
  Status status = as_index(thread, value, out);
  if (status == Status::Ok && out < 0) return raise(thread, ExceptionType::ValueError, negative);
  return status;
}

// Parameters: cls, repeat, *iterables.
Status product_new(RealmThread& thread, Value* arguments, Value& result) {
  std::int64_t repeat = 0;
  Status status = length_argument(thread, arguments[1], "repeat argument cannot be negative", repeat);
  if (status != Status::Ok) return status;
  std::vector<Value> once;
  for (Value iterable : as_tuple(arguments[2])->view()) {
    Tuple* pool = nullptr;
    status = pool_of(thread, iterable, pool);
    if (status != Status::Ok) return status;
    once.push_back(Value::object(pool));
  }
  if (!once.empty()) require_values(thread, static_cast<std::uint64_t>(repeat));
  require_values(thread, once.size() * static_cast<std::uint64_t>(once.empty() ? 0 : repeat));
  std::vector<Value> pools;
  for (std::int64_t i = 0; i < repeat && !once.empty(); ++i) pools.insert(pools.end(), once.begin(), once.end());
  auto count = static_cast<std::int64_t>(pools.size());
  Array* state = make_state(thread, Value::object(python::make_tuple(thread, pools)), count);
  bool is_empty = false;
  for (std::int64_t i = 0; i < count; ++i) {
    Indices(state).set(i, 0);
    is_empty |= as_tuple(pools[static_cast<std::size_t>(i)])->length == 0;
  }
  result = iterator_over(thread, arguments[0], IteratorKind::Product, state, count, is_empty);
  return Status::Ok;
}

Status permutations_new(RealmThread& thread, Value* arguments, Value& result) {
  Tuple* pool = nullptr;
  Status status = pool_of(thread, arguments[1], pool);
  if (status != Status::Ok) return status;
  std::int64_t size = pool->length, length = size;
  if (!arguments[2].is_none()) {
    if (!is_int(arguments[2])) return type_error(thread, "Expected int as r");
    status = length_argument(thread, arguments[2], "r must be non-negative", length);
    if (status != Status::Ok) return status;
  }
  bool is_empty = length > size;
  Array* state = make_state(thread, Value::object(pool), is_empty ? 0 : size + length);
  if (!is_empty) {
    for (std::int64_t i = 0; i < size; ++i) Indices(state).set(i, i);
    for (std::int64_t i = 0; i < length; ++i) Indices(state).set(size + i, size - i);
  }
  result = iterator_over(thread, arguments[0], IteratorKind::Permutations, state, length, is_empty);
  return Status::Ok;
}

template <IteratorKind kind>
Status combinations_new(RealmThread& thread, Value* arguments, Value& result) {
  Tuple* pool = nullptr;
  std::int64_t length = 0;
  Status status = pool_of(thread, arguments[1], pool);
  if (status == Status::Ok) status = length_argument(thread, arguments[2], "r must be non-negative", length);
  if (status != Status::Ok) return status;
  constexpr bool repeats = kind == IteratorKind::CombinationsWithReplacement;
  bool is_empty = repeats ? pool->length == 0 && length > 0 : length > pool->length;
  Array* state = make_state(thread, Value::object(pool), is_empty ? 0 : length);
  for (std::int64_t i = 0; i < length && !is_empty; ++i) Indices(state).set(i, repeats ? 0 : i);
  result = iterator_over(thread, arguments[0], kind, state, length, is_empty);
  return Status::Ok;
}

// ---- moving on: false at the end ---------------------------------------------------------------

bool next_product(Tuple* pools, Indices indices) {
  for (std::int64_t i = static_cast<std::int64_t>(pools->length) - 1; i >= 0; --i) {
    std::int64_t next = indices.get(i) + 1;
    if (next < as_tuple(pools->items[i])->length) {
      indices.set(i, next);
      return true;
    }
    indices.set(i, 0);
  }
  return false;
}

bool next_combination_of(std::int64_t size, std::int64_t length, Indices indices) {
  for (std::int64_t i = length - 1; i >= 0; --i) {
    std::int64_t next = indices.get(i) + 1;
    if (next > i + size - length) continue;
    for (; i < length; ++i, ++next) indices.set(i, next);
    return true;
  }
  return false;
}

bool next_repeating_combination(std::int64_t size, std::int64_t length, Indices indices) {
  for (std::int64_t i = length - 1; i >= 0; --i) {
    std::int64_t next = indices.get(i) + 1;
    if (next == size) continue;
    for (; i < length; ++i) indices.set(i, next);
    return true;
  }
  return false;
}

// Behind the indices of the items stand, for each place of the result, how many choices it has left.
bool next_permutation_of(std::int64_t size, std::int64_t length, Indices indices) {
  for (std::int64_t i = length - 1; i >= 0; --i) {
    std::int64_t left = indices.get(size + i) - 1;
    if (left > 0) {
      indices.set(size + i, left);
      std::int64_t other = indices.get(size - left);
      indices.set(size - left, indices.get(i));
      indices.set(i, other);
      return true;
    }
    // All were here once: back to the order they had.
    std::int64_t first = indices.get(i);
    for (std::int64_t k = i; k + 1 < size; ++k) indices.set(k, indices.get(k + 1));
    indices.set(size - 1, first);
    indices.set(size + i, size - i);
  }
  return false;
}

constexpr NativeDef kProduct[] = {{"__new__(cls, /, *iterables, repeat=1)", product_new}};
constexpr NativeDef kPermutations[] = {{"__new__(cls, iterable, r=None)", permutations_new}};
constexpr NativeDef kCombinations[] = {{"__new__(cls, iterable, r)", combinations_new<IteratorKind::Combinations>}};
constexpr NativeDef kWithReplacement[] = {
    {"__new__(cls, iterable, r)", combinations_new<IteratorKind::CombinationsWithReplacement>}};

}  // namespace

Status next_combination(RealmThread& thread, Iterator* iterator, Value& out) {
  ObjectLock lock(iterator, thread.parallel);
  out = Value::unbound();
  Value source = iterator->source.load();
  if (source.is_none() || iterator->position.load(std::memory_order_relaxed) == kEnded) return Status::Ok;
  auto* state = static_cast<Array*>(source.as_object());
  Indices indices(state);
  Tuple* pools = as_tuple(state->slots[0].load());
  std::int64_t length = iterator->remaining.load(std::memory_order_relaxed);
  IteratorKind kind = iterator->iterator_kind();
  Tuple* result = make_tuple(thread, static_cast<std::uint32_t>(length));
  for (std::int64_t i = 0; i < length; ++i) {
    const Tuple* pool = kind == IteratorKind::Product ? as_tuple(pools->items[i]) : pools;
    result->items[i] = pool->items[indices.get(i)];
  }
  bool more = false;
  switch (kind) {
    case IteratorKind::Product: more = next_product(pools, indices); break;
    case IteratorKind::Permutations: more = next_permutation_of(pools->length, length, indices); break;
    case IteratorKind::Combinations: more = next_combination_of(pools->length, length, indices); break;
    default: more = next_repeating_combination(pools->length, length, indices); break;
  }
  if (!more) iterator->position.store(kEnded, std::memory_order_relaxed);
  out = Value::object(result);
  return Status::Ok;
}

std::span<const NativeDef> product_methods() { return kProduct; }
std::span<const NativeDef> permutations_methods() { return kPermutations; }
std::span<const NativeDef> combinations_methods() { return kCombinations; }
std::span<const NativeDef> combinations_with_replacement_methods() { return kWithReplacement; }

}  // namespace threadbook::python
