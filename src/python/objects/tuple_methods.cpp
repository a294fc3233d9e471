// tuple's constructor and methods.
#include <algorithm>

#include "python/objects/container_natives.h"
#include "python/objects/methods.h"

namespace threadbook::python {

namespace {

Status construct(RealmThread& thread, Value* arguments, Value& result) {
  Class* cls = as_class(arguments[0]);
  Tuple* tuple = nullptr;
  if (arguments[1].is_unbound()) {
    tuple = make_tuple(thread, 0u);
  } else if (is_kind(arguments[1], Kind::Tuple)) {
    tuple = as_tuple(arguments[1]);
  } else {
    std::vector<Value> items;
    Status status = collect(thread, arguments[1], items);
    if (status != Status::Ok) return status;
    tuple = python::make_tuple(thread, items);
  }
  result = box(thread, cls, Value::object(tuple));
  return Status::Ok;
}

Status index(RealmThread& thread, Value* arguments, Value& result) {
  Tuple* tuple = as_tuple(arguments[0]);
  std::int64_t start = 0, stop = 0;
  Status status = as_index(thread, arguments[2], start);
  if (status == Status::Ok) status = as_index(thread, arguments[3], stop);
  if (status == Status::Raised) {
    return type_error(thread, "slice indices must be integers or have an __index__ method");
  }
  if (status != Status::Ok) return status;
  std::int64_t length = tuple->length;
  if (start < 0) start = std::max<std::int64_t>(0, start + length);
  if (stop < 0) stop += length;
  for (std::int64_t i = start; i < std::min(stop, length); ++i) {
    bool same = false;
    status = equals(thread, tuple->items[i], arguments[1], same);
    if (status != Status::Ok) return status;
    if (same) {
      result = make_int(thread, i);
      return Status::Ok;
    }
  }
  return raise(thread, ExceptionType::ValueError, "tuple.index(x): x not in tuple");
}

Status count(RealmThread& thread, Value* arguments, Value& result) {
  std::int64_t total = 0;
  for (Value item : as_tuple(arguments[0])->view()) {
    bool same = false;
    Status status = equals(thread, item, arguments[1], same);
    if (status != Status::Ok) return status;
    total += same ? 1 : 0;
  }
  result = make_int(thread, total);
  return Status::Ok;
}

Status hash(RealmThread& thread, Value* arguments, Value& result) {
  std::uint64_t hash = 0;
  Status status = hash_value(thread, unbox(arguments[0]), hash);
  result = make_int(thread, static_cast<std::int64_t>(hash));
  return status;
}

constexpr NativeDef kMethods[] = {
    {"__new__(cls, iterable=..., /)", construct},
    {"index(self, value, start=0, stop=9223372036854775807, /)", index},
    {"count(self, value, /)", count},
    {"__len__(self, /)", natives::len},
    {"__getitem__(self, key, /)", natives::getitem},
    {"__contains__(self, key, /)", natives::contains},
    {"__iter__(self, /)", natives::iter},
    {"__repr__(self, /)", natives::repr},
    {"__hash__(self, /)", hash},
    {"__eq__(self, value, /)", natives::compare<CompareOp::Eq>},
    {"__ne__(self, value, /)", natives::compare<CompareOp::Ne>},
    {"__lt__(self, value, /)", natives::compare<CompareOp::Lt>},
    {"__le__(self, value, /)", natives::compare<CompareOp::Le>},
    {"__gt__(self, value, /)", natives::compare<CompareOp::Gt>},
    {"__ge__(self, value, /)", natives::compare<CompareOp::Ge>},
    {"__add__(self, value, /)", natives::binary<BinaryOp::Add>},
    {"__mul__(self, value, /)", natives::binary<BinaryOp::Mul>},
    {"__rmul__(self, value, /)", natives::binary<BinaryOp::Mul>},
};

}  // namespace

std::span<const NativeDef> tuple_methods() { return kMethods; }

}  // namespace threadbook::python
