// int objects, and the ways between Python values and C++ numbers (operations.h, int_object.h).
#include "python/objects/int_object.h"

#include <algorithm>
#include <cstring>

#include "python/objects/number_operators.h"
#include "python/objects/realm.h"
#include "python/objects/text_values.h"

namespace threadbook::python {
namespace {

const BigIntObject* as_big(Value value) {
  return is_kind(value, Kind::BigInt) ? static_cast<BigIntObject*>(value.as_object()) : nullptr;
}

std::int64_t small_or_zero(Value value) {
  std::int64_t small = 0;
  to_small(value, small);
  return small;
}

// Whether the class of `value` has a method `name`, from wherever along its mro.
bool has_method(RealmThread& thread, Value value, const Str* name) {
  const Cell* cell = thread.lookup(class_of(thread, value), name);
  return cell != nullptr && !cell->value.load().is_unbound();
}

ExceptionType exception_type(ErrorKind kind) {
  switch (kind) {
    case ErrorKind::TypeError: return ExceptionType::TypeError;
    case ErrorKind::ValueError: return ExceptionType::ValueError;
    case ErrorKind::IndexError: return ExceptionType::IndexError;
    case ErrorKind::KeyError: return ExceptionType::KeyError;
    case ErrorKind::OverflowError: return ExceptionType::OverflowError;
    case ErrorKind::ZeroDivisionError: return ExceptionType::ZeroDivisionError;
    case ErrorKind::MemoryError: return ExceptionType::MemoryError;
    case ErrorKind::Interrupted: return ExceptionType::KeyboardInterrupt;
  }
  return ExceptionType::SystemError;
}

}  // namespace

bool is_int(Value value) {
  value = unbox(value);
  return value.is_small_int() || value.is_bool() || is_kind(value, Kind::BigInt);
}

Value make_int(RealmThread& thread, std::int64_t value) {
  if (Value::fits_small_int(value)) return Value::small_int(value);
  return make_int(thread, Int64Digits(value).view());
}

Value make_int_u64(RealmThread& thread, std::uint64_t value) {
  if (value <= static_cast<std::uint64_t>(Value::kMaxInt)) {
    return Value::small_int(static_cast<std::int64_t>(value));
  }
  return make_int(thread, BigInt::from_uint64(value));
}

Value make_int(RealmThread& thread, const BigInt& value) { return make_int(thread, value.view()); }

BigIntObject* allocate_big_int(RealmThread& thread, int room) {
  const std::size_t bytes = static_cast<std::size_t>(room) * sizeof(mp_digit);
  constexpr std::size_t kInside = sizeof(BigIntObject) - kBigIntHeader;
  return thread.heap.make<BigIntObject>(Kind::BigInt, thread.realm.shape(BuiltinClass::Int),
                                        bytes > kInside ? bytes - kInside : 0);
}

Value make_int(RealmThread& thread, BigIntView value) {
  constexpr int kSmallDigits = 47 / MP_DIGIT_BIT + 1;  // of the longest small int
  if (value.used <= kSmallDigits) {
    const auto small = to_int64(value);
    if (small && Value::fits_small_int(*small)) return Value::small_int(*small);
  }
  BigIntObject* object = allocate_big_int(thread, value.used);
  object->used = value.used;
  object->negative = value.negative;
  std::copy_n(value.digits, value.used, digits_of(object));
  return Value::object(object);
}

Value finish_int(RealmThread& thread, BigIntObject* object, BigIntView value, int room) {
  // A small int, or much shorter than it might have been: the object was for nothing.
  constexpr int kSpare = 2;
  if (value.used <= kSpare || value.used + kSpare < room) return make_int(thread, value);
  object->used = value.used;
  object->negative = value.negative;
  return Value::object(object);
}

IntOperand::IntOperand(Value value) : small_(small_or_zero(unbox(value))) {
  const BigIntObject* big = as_big(unbox(value));
  view_ = big != nullptr ? big->view() : small_.view();
}

bool to_int64(Value value, std::int64_t& out) {
  value = unbox(value);
  if (to_small(value, out)) return true;
  const BigIntObject* big = as_big(value);
  if (big == nullptr) return false;
  const auto small = to_int64(big->view());
  if (small) out = *small;
  return small.has_value();
}

Status as_index(RealmThread& thread, Value value, std::int64_t& out) {
  if (to_int64(value, out)) return Status::Ok;
  if (is_int(value)) {
    out = IntOperand(value).view().negative ? INT64_MIN : INT64_MAX;
    return Status::Ok;
  }
  if (has_method(thread, value, thread.realm.names.index)) return Status::Fallback;
  return raise(thread, ExceptionType::TypeError,
               text("'", type_name(thread, value), "' object cannot be interpreted as an integer"));
}

Status as_ssize(RealmThread& thread, Value value, std::int64_t& out) {
  const Status status = as_index(thread, value, out);
  if (status == Status::Ok && !to_int64(value, out)) {
    return raise(thread, ExceptionType::OverflowError, "Python int too large to convert to C ssize_t");
  }
  return status;
}

Status as_double(RealmThread& thread, Value value, double& out) {
  if (to_float(value, out)) return Status::Ok;
  if (std::int64_t small; to_int64(value, small)) {
    out = static_cast<double>(small);  // rounds half to even, as Python's
    return Status::Ok;
  }
  if (is_int(value)) {
    return store(thread, to_double(IntOperand(value)), [&](double d) { out = d; });
  }
  const WellKnownNames& names = thread.realm.names;
  if (has_method(thread, value, names.float_) || has_method(thread, value, names.index)) {
    return Status::Fallback;
  }
  return raise(thread, ExceptionType::TypeError, text("must be real number, not ", type_name(thread, value)));
}

Status raise(RealmThread& thread, const PyError& error) {
  // The VM makes MemoryError of it.
  if (error.kind == ErrorKind::MemoryError) throw HeapExhausted();
  return raise(thread, exception_type(error.kind), error.message);
}

bool overrides(RealmThread& thread, Value value, const Str* name) {
  // Values outside the heap, and the plain numbers and text there, are of builtin classes.
  if (!value.is_object()) return false;
  const Kind kind = value.as_object()->kind;
  if (kind == Kind::Str || kind == Kind::BigInt || kind == Kind::Bytes) return false;
  Class* cls = class_of(thread, value);
  if (cls->has(Class::kBuiltin)) return false;
  const Cell* cell = thread.lookup(cls, name);
  if (cell == nullptr) return false;
  const Value method = cell->value.load();
  return !method.is_unbound() && !is_kind(method, Kind::NativeFunction);
}

Value box(RealmThread& thread, Class* cls, Value payload) {
  if (cls->has(Class::kBuiltin)) return payload;
  Boxed* boxed = thread.heap.make<Boxed>(Kind::Boxed, cls->root_shape->id, 0);
  boxed->payload = payload;
  return Value::object(boxed);
}

Interrupt interrupt_of(RealmThread& thread) {
  return {[](void* flags) noexcept {
            return (static_cast<std::atomic<std::uint32_t>*>(flags)->load(std::memory_order_relaxed) & kStop) != 0;
          },
          &thread.realm.flags};
}

Status store_str(RealmThread& thread, const Result<Text>& result, Value& out) {
  if (!result.ok()) return raise(thread, result.error());
  out = Value::object(make_str(thread, *result));
  return Status::Ok;
}

Status store_int(RealmThread& thread, const Result<BigInt>& result, Value& out) {
  if (!result.ok()) return raise(thread, result.error());
  out = make_int(thread, *result);
  return Status::Ok;
}

Status store_float(RealmThread& thread, const Result<double>& result, Value& out) {
  if (!result.ok()) return raise(thread, result.error());
  out = Value::number(*result);
  return Status::Ok;
}

}  // namespace threadbook::python
