// range: start, stop and step are ints of any size. What fits 64 bits is computed in place;
// everything else goes through the operators on ints.
#include "python/objects/container_support.h"
#include "python/objects/methods.h"

namespace threadbook::python {

namespace {

// Operators on ints. None of these can fail: ranges never divide by zero, and sums and products of
// a range's parts stay near the size the program itself has made.
Value calculate(RealmThread& thread, BinaryOp op, Value a, Value b) {
  Value out;
  if (number_binary_op(thread, op, a, b, out) != Status::Ok) throw HeapExhausted();
  return out;
}
bool less(RealmThread& thread, Value a, Value b) {
  Value out;
  number_compare(thread, CompareOp::Lt, a, b, out);
  return out.is_true();
}

Range* new_range(RealmThread& thread, Value start, Value stop, Value step, Value length) {
  Range* range = thread.heap.make<Range>(Kind::Range, thread.realm.shape(BuiltinClass::Range), 0);
  range->start = start;
  range->stop = stop;
  range->step = step;
  range->length = length;
  return range;
}

// The plain int in an int, bool or instance of a subclass.
Value plain_int(Value value) {
  value = unbox(value);
  if (value.is_bool()) return Value::small_int(value.is_true() ? 1 : 0);
  return value;
}

// An argument of range(): an int; TypeError, or Fallback for __index__.
Status range_argument(RealmThread& thread, Value& value) {
  if (is_int(value)) {
    value = plain_int(value);
    return Status::Ok;
  }
  std::int64_t ignored = 0;
  return as_index(thread, value, ignored);
}

Value value_at(RealmThread& thread, const Range* range, Value index) {
  return calculate(thread, BinaryOp::Add, range->start, calculate(thread, BinaryOp::Mul, index, range->step));
}

// slice.indices() of a length beyond int64: as slice_bounds, in ints of any size.
Status huge_bound(RealmThread& thread, Value bound, Value fallback, Value length, bool backwards, Value& out) {
  out = fallback;
  if (bound.is_none()) return Status::Ok;
  if (!is_int(bound)) {
    std::int64_t ignored = 0;
    return as_index(thread, bound, ignored);
  }
  out = plain_int(bound);
  Value zero = Value::small_int(0);
  Value one = Value::small_int(1);
  if (less(thread, out, zero)) {
    out = calculate(thread, BinaryOp::Add, out, length);
    if (less(thread, out, zero)) out = backwards ? Value::small_int(-1) : zero;
  } else if (!less(thread, out, length)) {
    out = backwards ? calculate(thread, BinaryOp::Sub, length, one) : length;
  }
  return Status::Ok;
}

Status range_slice(RealmThread& thread, const Range* range, Slice* slice, Value& out) {
  Value start, stop, step = Value::small_int(1);
  std::int64_t length = 0;
  if (to_int64(range->length, length)) {
    SliceBounds bounds;
    Status status = slice_bounds(thread, slice, length, bounds);
    if (status != Status::Ok) return status;
    start = make_int(thread, bounds.start);
    stop = make_int(thread, bounds.stop);
    step = make_int(thread, bounds.step);
  } else {
    if (!slice->step.is_none()) {
      if (!is_int(slice->step)) return as_index(thread, slice->step, length);
      step = plain_int(slice->step);
    }
    if (numbers_equal(step, Value::small_int(0))) {
      return raise(thread, ExceptionType::ValueError, "slice step cannot be zero");
    }
    bool backwards = less(thread, step, Value::small_int(0));
    Value last = calculate(thread, BinaryOp::Sub, range->length, Value::small_int(1));
    Status status =
        huge_bound(thread, slice->start, backwards ? last : Value::small_int(0), range->length, backwards, start);
    if (status != Status::Ok) return status;
    status = huge_bound(thread, slice->stop, backwards ? Value::small_int(-1) : range->length, range->length, backwards,
                        stop);
    if (status != Status::Ok) return status;
  }
  return make_range(thread, value_at(thread, range, start), value_at(thread, range, stop),
                    calculate(thread, BinaryOp::Mul, range->step, step), out);
}

// An int's place in the range: Unbound if it is not in it.
Value place_of(RealmThread& thread, const Range* range, Value item) {
  bool upwards = less(thread, Value::small_int(0), range->step);
  Value low = upwards ? range->start : range->stop;
  Value high = upwards ? range->stop : range->start;
  bool inside = upwards ? !less(thread, item, low) && less(thread, item, high)
                        : less(thread, low, item) && !less(thread, high, item);
  if (!inside) return Value::unbound();
  Value distance = calculate(thread, BinaryOp::Sub, item, range->start);
  Value rest = calculate(thread, BinaryOp::Mod, distance, range->step);
  if (!numbers_equal(rest, Value::small_int(0))) return Value::unbound();
  return calculate(thread, BinaryOp::FloorDiv, distance, range->step);
}

// As CPython compares items: an int, or whatever equals one.
Status find_item(RealmThread& thread, const Range* range, Value item, Value& place) {
  place = Value::unbound();
  if (overridden(thread, item, thread.realm.names.eq)) return Status::Fallback;
  double number = 0;
  if (to_float(item, number)) {
    // A float equals an int only if it is one.
    if (!std::isfinite(number) || number != std::trunc(number)) return Status::Ok;
    Status status = float_to_int(thread, number, item);
    if (status != Status::Ok) return status;
  }
  if (is_int(item)) place = place_of(thread, range, plain_int(item));
  return Status::Ok;
}

Range* self_of(Value value) { return static_cast<Range*>(value.as_object()); }

Status range_new(RealmThread& thread, Value* arguments, Value& result) {
  bool only_stop = arguments[2].is_unbound();
  Value start = only_stop ? Value::small_int(0) : arguments[1];
  Value stop = arguments[only_stop ? 1 : 2];
  Value step = arguments[3].is_unbound() ? Value::small_int(1) : arguments[3];
  for (Value* part : {&start, &stop, &step}) {
    Status status = range_argument(thread, *part);
    if (status != Status::Ok) return status;
  }
  return make_range(thread, start, stop, step, result);
}

Status range_index(RealmThread& thread, Value* arguments, Value& result) {
  Status status = find_item(thread, self_of(arguments[0]), arguments[1], result);
  if (status != Status::Ok || !result.is_unbound()) return status;
  if (!is_int(arguments[1])) {
    return raise(thread, ExceptionType::ValueError, "sequence.index(x): x not in sequence");
  }
  StrBuilder message(thread);
  status = repr(thread, arguments[1], message);
  if (status != Status::Ok) return status;
  message.append_latin1(" is not in range");
  return raise_value(thread, ExceptionType::ValueError, Value::object(message.finish()));
}

Status range_count(RealmThread& thread, Value* arguments, Value& result) {
  Value place;
  Status status = find_item(thread, self_of(arguments[0]), arguments[1], place);
  result = Value::small_int(place.is_unbound() ? 0 : 1);
  return status;
}

Status get_start(RealmThread&, Value* arguments, Value& result) {
  result = self_of(arguments[0])->start;
  return Status::Ok;
}
Status get_stop(RealmThread&, Value* arguments, Value& result) {
  result = self_of(arguments[0])->stop;
  return Status::Ok;
}
Status get_step(RealmThread&, Value* arguments, Value& result) {
  result = self_of(arguments[0])->step;
  return Status::Ok;
}

Status range_len(RealmThread& thread, Value* arguments, Value& result) {
  std::int64_t count = 0;
  Status status = length(thread, arguments[0], count);
  result = make_int(thread, count);
  return status;
}
Status range_getitem(RealmThread& thread, Value* arguments, Value& result) {
  return range_item(thread, self_of(arguments[0]), arguments[1], result);
}
Status range_has(RealmThread& thread, Value* arguments, Value& result) {
  bool found = false;
  Status status = range_contains(thread, self_of(arguments[0]), arguments[1], found);
  result = Value::boolean(found);
  return status;
}
Status range_iterate(RealmThread& thread, Value* arguments, Value& result) {
  result = range_iter(thread, self_of(arguments[0]), false);
  return Status::Ok;
}
Status range_reversed(RealmThread& thread, Value* arguments, Value& result) {
  result = range_iter(thread, self_of(arguments[0]), true);
  return Status::Ok;
}

constexpr NativeDef kMethods[] = {
    {"__new__(cls, start, stop=..., step=..., /)", range_new},
    {"index(self, value, /)", range_index},
    {"count(self, value, /)", range_count},
    {"__len__(self, /)", range_len},
    {"__getitem__(self, key, /)", range_getitem},
    {"__contains__(self, key, /)", range_has},
    {"__iter__(self, /)", range_iterate},
    {"__reversed__(self, /)", range_reversed},
};
constexpr NativeDef kGetters[] = {
    {"start(self, /)", get_start},
    {"stop(self, /)", get_stop},
    {"step(self, /)", get_step},
};

}  // namespace

Status make_range(RealmThread& thread, Value start, Value stop, Value step, Value& out) {
  std::int64_t low = 0, high = 0, stride = 0;
  if (to_int64(start, low) && to_int64(stop, high) && to_int64(step, stride)) {
    if (stride == 0) return raise(thread, ExceptionType::ValueError, "range() arg 3 must not be zero");
    out = Value::object(make_range(thread, low, high, stride));
    return Status::Ok;
  }
  if (numbers_equal(step, Value::small_int(0))) {
    return raise(thread, ExceptionType::ValueError, "range() arg 3 must not be zero");
  }
  // Rounded up: (distance + step -+ 1) // step.
  Value one = Value::small_int(less(thread, Value::small_int(0), step) ? 1 : -1);
  Value distance = calculate(thread, BinaryOp::Sub, stop, start);
  distance = calculate(thread, BinaryOp::Sub, calculate(thread, BinaryOp::Add, distance, step), one);
  Value length = calculate(thread, BinaryOp::FloorDiv, distance, step);
  if (less(thread, length, Value::small_int(0))) length = Value::small_int(0);
  out = Value::object(new_range(thread, start, stop, step, length));
  return Status::Ok;
}

Value range_at(RealmThread& thread, const Range* range, std::int64_t index) {
  return value_at(thread, range, make_int(thread, index));
}

Status range_item(RealmThread& thread, const Range* range, Value key, Value& out) {
  if (is_kind(key, Kind::Slice)) {
    return range_slice(thread, range, static_cast<Slice*>(key.as_object()), out);
  }
  if (!is_int(key)) {
    std::int64_t index = 0;
    return index_argument(thread, key, "range", index);
  }
  key = plain_int(key);
  if (less(thread, key, Value::small_int(0))) {
    key = calculate(thread, BinaryOp::Add, key, range->length);
  }
  if (less(thread, key, Value::small_int(0)) || !less(thread, key, range->length)) {
    return raise(thread, ExceptionType::IndexError, "range object index out of range");
  }
  out = value_at(thread, range, key);
  return Status::Ok;
}

Status range_contains(RealmThread& thread, const Range* range, Value item, bool& out) {
  std::int64_t start = 0, stop = 0, step = 0;
  if (item.is_small_int() && to_int64(range->start, start) && to_int64(range->stop, stop) &&
      to_int64(range->step, step) && step == 1) {
    std::int64_t i = item.as_small_int();
    out = i >= start && i < stop;
    return Status::Ok;
  }
  Value place;
  Status status = find_item(thread, range, item, place);
  out = !place.is_unbound();
  return status;
}

Value range_iter(RealmThread& thread, const Range* range, bool reversed) {
  std::int64_t start = 0, stop = 0, step = 0, length = 0;
  bool fits = to_int64(range->start, start) && to_int64(range->stop, stop) && to_int64(range->step, step) &&
              to_int64(range->length, length) && step != std::numeric_limits<std::int64_t>::min();
  if (fits) {
    // The last value lies between start and stop, so neither product nor sum leaves 64 bits.
    std::int64_t first = !reversed || length == 0 ? start : start + (length - 1) * step;
    return Value::object(make_iterator(thread, BuiltinClass::RangeIterator, IteratorKind::Range, Value::ellipsis(),
                                       first, length, reversed ? -step : step));
  }
  Value source = Value::object(range);
  if (reversed) {
    Value last = calculate(thread, BinaryOp::Sub, range->length, Value::small_int(1));
    Value step_back = calculate(thread, BinaryOp::Sub, Value::small_int(0), range->step);
    source =
        Value::object(new_range(thread, value_at(thread, range, last),
                                calculate(thread, BinaryOp::Sub, range->start, range->step), step_back, range->length));
  }
  if (!to_int64(range->length, length)) length = std::numeric_limits<std::int64_t>::max();
  return Value::object(
      make_iterator(thread, BuiltinClass::LongRangeIterator, IteratorKind::LongRange, source, 0, length));
}

std::span<const NativeDef> range_methods() { return kMethods; }
std::span<const NativeDef> range_getters() { return kGetters; }

}  // namespace threadbook::python
