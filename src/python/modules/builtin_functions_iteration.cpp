// all, any, iter, len, max, min, sorted, sum: over builtin containers. Where Python code must run
// for an item (a key function, a generator, __lt__, __add__), library code of the same name does it.
#include "python/modules/builtin_functions.h"
#include "python/objects/container_natives.h"
#include "python/objects/list_sort.h"

namespace threadbook::python {

namespace {

// any(x): stop_at true; all(x): stop_at false.
template <bool stop_at>
Status any_or_all(RealmThread& thread, Value* arguments, Value& result) {
  Value iterable = arguments[0];
  // An iterator must be used up no further than the deciding item.
  if (is_kind(iterable, Kind::Iterator)) return Status::Fallback;
  if (is_kind(iterable, Kind::Range)) {
    auto* range = static_cast<Range*>(iterable.as_object());
    bool has_zero = false;
    std::int64_t length = 0;
    range_contains(thread, range, Value::small_int(0), has_zero);
    bool is_short = to_int64(range->length, length) && length <= 1;
    result = Value::boolean(stop_at ? !(is_short && (length == 0 || has_zero)) : !has_zero);
    return Status::Ok;
  }
  std::vector<Value> items;
  Status status = collect(thread, iterable, items);
  if (status != Status::Ok) return status;
  for (Value item : items) {
    bool holds = false;
    status = truth(thread, item, holds);
    if (status != Status::Ok) return status;
    if (holds == stop_at) {
      result = Value::boolean(stop_at);
      return Status::Ok;
    }
  }
  result = Value::boolean(!stop_at);
  return Status::Ok;
}

Status iter(RealmThread& thread, Value* arguments, Value& result) {
  if (!arguments[1].is_unbound()) return Status::Fallback;  // iter(callable, sentinel)
  if (is_kind(arguments[0], Kind::Iterator)) {
    result = arguments[0];
    return Status::Ok;
  }
  return get_iter(thread, arguments[0], result);
}

Status len(RealmThread& thread, Value* arguments, Value& result) {
  std::int64_t count = 0;
  Status status = length(thread, arguments[0], count);
  result = make_int(thread, count);
  return status;
}

// max: Gt, min: Lt. Parameters: key, default, *args.
template <CompareOp op>
Status extreme(RealmThread& thread, Value* arguments, Value& result) {
  constexpr std::string_view kName = op == CompareOp::Gt ? "max" : "min";
  Tuple* args = as_tuple(arguments[2]);
  if (args->length == 0) return type_error(thread, text(kName, " expected at least 1 argument, got 0"));
  if (args->length > 1 && !arguments[1].is_unbound()) {
    return type_error(thread, text("Cannot specify a default for ", kName, "() with multiple positional arguments"));
  }
  if (!arguments[0].is_none()) return Status::Fallback;
  Value iterable = args->length == 1 ? args->items[0] : arguments[2];
  natives::ArgumentItems source(iterable);
  Status status = args->length == 1 ? source.collect(thread) : Status::Ok;
  if (status != Status::Ok) return status;
  std::span<const Value> items = args->length == 1 ? std::span<const Value>(source.items) : args->view();
  if (items.empty()) {
    if (arguments[1].is_unbound()) {
      return raise(thread, ExceptionType::ValueError, text(kName, "() arg is an empty sequence"));
    }
    result = arguments[1];
    return Status::Ok;
  }
  Value best = items[0];
  for (std::size_t i = 1; i < items.size(); ++i) {
    Value item = items[i];
    Value better;
    status = compare(thread, op, item, best, better);
    if (status == Status::Fallback && args->length == 1) {
      source.fallback(thread);
      const Value replaced[] = {iterable};
      arguments[2] = Value::object(make_tuple(thread, replaced));
    }
    if (status != Status::Ok) return status;
    if (better.is_true()) best = item;
  }
  result = best;
  return Status::Ok;
}

Status sorted(RealmThread& thread, Value* arguments, Value& result) {
  if (!arguments[1].is_none() || !is_int(arguments[2])) return Status::Fallback;
  natives::ArgumentItems source(arguments[0]);
  Status status = source.collect(thread);
  if (status != Status::Ok) return status;
  bool reverse = !numbers_equal(arguments[2], Value::small_int(0));
  status = sort_values(thread, source.items, nullptr, reverse);
  if (status != Status::Ok) return source.pass(thread, status);
  result = Value::object(make_list(thread, source.items));
  return Status::Ok;
}

// A range's sum, by formula: (first + last) * length / 2.
bool sum_of_range(RealmThread& thread, const Range* range, Value start, Value& out) {
  std::int64_t first = 0, step = 0, length = 0, before = 0;
  if (!to_int64(range->start, first) || !to_int64(range->step, step) || !to_int64(range->length, length) ||
      !to_int64(start, before)) {
    return false;
  }
  constexpr std::int64_t kSafe = std::int64_t{1} << 40;  // products stay within 128 bits
  auto is_safe = [](std::int64_t n) { return n > -kSafe && n < kSafe; };
  if (!is_safe(first) || !is_safe(step) || !is_safe(length)) return false;
  __int128 total =
      static_cast<__int128>(length) * first + static_cast<__int128>(length) * (length - 1) / 2 * step + before;
  out = make_int(thread, BigInt::from_int128(total));
  return true;
}

Status sum(RealmThread& thread, Value* arguments, Value& result) {
  Value total = arguments[1];
  if (as_str(total) != nullptr) {
    return type_error(thread, "sum() can't sum strings [use ''.join(seq) instead]");
  }
  if (as_bytes(total) != nullptr) {
    return type_error(thread, "sum() can't sum bytes [use b''.join(seq) instead]");
  }
  if (is_kind(arguments[0], Kind::Range)) {
    auto* range = static_cast<Range*>(arguments[0].as_object());
    if (total.is_small_int() && sum_of_range(thread, range, total, result)) return Status::Ok;
    std::int64_t length = 0;
    if (!to_int64(range->length, length) || length > kLongLoop) return Status::Fallback;
  }
  natives::ArgumentItems source(arguments[0]);
  Status status = source.collect(thread);
  if (status != Status::Ok) return status;
  for (Value item : source.items) {
    if (total.is_small_int() && item.is_small_int()) {
      // The sum of two 48-bit numbers fits 64 bits.
      std::int64_t partial = total.as_small_int() + item.as_small_int();
      total = Value::fits_small_int(partial) ? Value::small_int(partial) : make_int(thread, partial);
      continue;
    }
    if (total.is_double() && item.is_double()) {
      total = Value::number(total.as_double() + item.as_double());
      continue;
    }
    Value next;
    status = binary_op(thread, BinaryOp::Add, total, item, false, next);
    if (status != Status::Ok) return source.pass(thread, status);
    total = next;
  }
  result = total;
  return Status::Ok;
}

constexpr NativeDef kFunctions[] = {
    {"all(iterable, /)", any_or_all<false>},
    {"any(iterable, /)", any_or_all<true>},
    {"iter(object, sentinel=..., /)", iter},
    {"len(obj, /)", len},
    {"max(*args, key=None, default=...)", extreme<CompareOp::Gt>},
    {"min(*args, key=None, default=...)", extreme<CompareOp::Lt>},
    {"sorted(iterable, /, *, key=None, reverse=False)", sorted},
    {"sum(iterable, /, start=0)", sum},
};

}  // namespace

std::span<const NativeDef> iteration_builtins() { return kFunctions; }

}  // namespace threadbook::python
