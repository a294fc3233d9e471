// slice objects: from what a program wrote to bounds within a sequence.
#include <algorithm>
#include <limits>

#include "python/objects/container_support.h"
#include "python/objects/methods.h"

namespace threadbook::python {

namespace {

constexpr std::int64_t kMax = std::numeric_limits<std::int64_t>::max();
constexpr std::int64_t kMin = std::numeric_limits<std::int64_t>::min();

// An int, clamped; None gives `fallback`.
Status slice_index(RealmThread& thread, Value value, std::int64_t fallback, std::int64_t& out) {
  out = fallback;
  if (value.is_none()) return Status::Ok;
  if (is_int(value) || overridden(thread, value, thread.realm.names.index)) {
    return as_index(thread, value, out);
  }
  return type_error(thread, "slice indices must be integers or None or have an __index__ method");
}

// start or stop, counted from the end if negative, clamped to where a walk of `step` may stand.
std::int64_t clamp_bound(std::int64_t bound, std::int64_t length, std::int64_t step) {
  if (bound < 0) {
    bound += length;
    return bound < 0 ? (step < 0 ? -1 : 0) : bound;
  }
  return bound >= length ? (step < 0 ? length - 1 : length) : bound;
}

Slice* self_of(Value value) { return static_cast<Slice*>(value.as_object()); }

Status slice_new(RealmThread& thread, Value* arguments, Value& result) {
  result = Value::object(arguments[2].is_unbound() ? make_slice(thread, Value::none(), arguments[1], Value::none())
                                                   : make_slice(thread, arguments[1], arguments[2], arguments[3]));
  return Status::Ok;
}

Status slice_indices(RealmThread& thread, Value* arguments, Value& result) {
  std::int64_t length = 0;
  Status status = as_index(thread, arguments[1], length);
  if (status != Status::Ok) return status;
  if (length < 0) return raise(thread, ExceptionType::ValueError, "length should not be negative");
  SliceBounds bounds;
  status = slice_bounds(thread, self_of(arguments[0]), length, bounds);
  if (status != Status::Ok) return status;
  const Value parts[] = {make_int(thread, bounds.start), make_int(thread, bounds.stop), make_int(thread, bounds.step)};
  result = Value::object(make_tuple(thread, parts));
  return Status::Ok;
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

constexpr NativeDef kMethods[] = {
    {"__new__(cls, start, stop=..., step=None, /)", slice_new},
    {"indices(self, len, /)", slice_indices},
};
constexpr NativeDef kGetters[] = {
    {"start(self, /)", get_start},
    {"stop(self, /)", get_stop},
    {"step(self, /)", get_step},
};

}  // namespace

Status slice_bounds(RealmThread& thread, Slice* slice, std::int64_t length, SliceBounds& out) {
  Status status = slice_index(thread, slice->step, 1, out.step);
  if (status != Status::Ok) return status;
  if (out.step == 0) {
    return raise(thread, ExceptionType::ValueError, "slice step cannot be zero");
  }
  out.step = std::max(out.step, -kMax);  // so that it can be negated
  bool backwards = out.step < 0;
  status = slice_index(thread, slice->start, backwards ? kMax : 0, out.start);
  if (status != Status::Ok) return status;
  status = slice_index(thread, slice->stop, backwards ? kMin : kMax, out.stop);
  if (status != Status::Ok) return status;
  out.start = clamp_bound(out.start, length, out.step);
  out.stop = clamp_bound(out.stop, length, out.step);
  if (backwards) {
    out.length = out.stop < out.start ? (out.start - out.stop - 1) / -out.step + 1 : 0;
  } else {
    out.length = out.start < out.stop ? (out.stop - out.start - 1) / out.step + 1 : 0;
  }
  return Status::Ok;
}

std::span<const NativeDef> slice_methods() { return kMethods; }
std::span<const NativeDef> slice_getters() { return kGetters; }

}  // namespace threadbook::python
