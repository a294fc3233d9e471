// float: the constructor and the methods.
#include <vector>

#include "python/numeric/float_ops.h"
#include "python/objects/methods.h"
#include "python/objects/number_methods.h"
#include "python/objects/realm.h"
#include "python/objects/text_operators.h"
#include "python/text/float_text.h"
#include "python/text/repr.h"

namespace threadbook::python {
namespace {

Status float_of(RealmThread& thread, Value value, Value& out) {
  const WellKnownNames& names = thread.realm.names;
  if (overrides(thread, value, names.float_)) return Status::Fallback;
  if (is_number(value)) {
    double number;
    const Status status = as_double(thread, value, number);
    if (status == Status::Ok) out = Value::number(number);
    return status;
  }
  if (const Str* str = as_str(value)) return store_float(thread, parse_float(view_of(str)), out);
  if (const Bytes* bytes = as_bytes(value)) {
    return store_float(thread, parse_float(view_of(bytes), bytes_repr(bytes->view())), out);
  }
  if (overrides(thread, value, names.index)) return Status::Fallback;
  return raise(thread, ExceptionType::TypeError,
               text("float() argument must be a string or a real number, not '", type_name(thread, value), "'"));
}

// Library counterpart: float__new.
Status new_float(RealmThread& thread, Value* arguments, Value& result) {
  Value number = Value::number(0.0);
  if (!arguments[1].is_unbound()) {
    const Status status = float_of(thread, arguments[1], number);
    if (status != Status::Ok) return status;
  }
  result = box(thread, as_class(arguments[0]), number);
  return Status::Ok;
}

Status itself(RealmThread& thread, Value* arguments, Value& result) {
  return float_self(thread, arguments[0], result) ? Status::Ok : Status::Raised;
}

Status zero(RealmThread&, Value*, Value& result) {
  result = Value::number(0.0);
  return Status::Ok;
}

Status is_integer(RealmThread& thread, Value* arguments, Value& result) {
  Value self;
  if (!float_self(thread, arguments[0], self)) return Status::Raised;
  result = Value::boolean(float_is_integer(self.as_double()));
  return Status::Ok;
}

Status as_integer_ratio(RealmThread& thread, Value* arguments, Value& result) {
  Value self;
  if (!float_self(thread, arguments[0], self)) return Status::Raised;
  return store(thread, float_as_integer_ratio(self.as_double()), [&](const IntegerRatio& ratio) {
    result = pair(thread, make_int(thread, ratio.numerator), make_int(thread, ratio.denominator));
  });
}

Status hex(RealmThread& thread, Value* arguments, Value& result) {
  Value self;
  if (!float_self(thread, arguments[0], self)) return Status::Raised;
  const std::string digits = float_hex(self.as_double());
  result = Value::object(make_str(thread, std::string_view(digits)));
  return Status::Ok;
}

Status fromhex(RealmThread& thread, Value* arguments, Value& result) {
  const Str* str = as_str(arguments[1]);
  if (str == nullptr) {
    return raise(thread, ExceptionType::TypeError, "bad argument type for built-in operation");
  }
  Value number;
  const Status status =
      store_float(thread, float_from_hex(str->is_wide() ? std::string_view("?") : str->latin1()), number);
  if (status == Status::Ok) result = box(thread, as_class(arguments[0]), number);
  return status;
}

constexpr NativeDef kFloatMethods[] = {
    {"__new__(cls, x=..., /)", new_float},
    {"as_integer_ratio(self, /)", as_integer_ratio},
    {"conjugate(self, /)", itself},
    {"fromhex(cls, string, /)", fromhex},
    {"hex(self, /)", hex},
    {"is_integer(self, /)", is_integer},
};

constexpr NativeDef kFloatGetters[] = {
    {"real(self, /)", itself},
    {"imag(self, /)", zero},
};

}  // namespace

std::span<const NativeDef> float_methods() {
  static const std::vector<NativeDef> methods = [] {
    std::vector<NativeDef> all(std::begin(kFloatMethods), std::end(kFloatMethods));
    const auto special = float_special_methods();
    all.insert(all.end(), special.begin(), special.end());
    return all;
  }();
  return methods;
}

std::span<const NativeDef> float_getters() { return kFloatGetters; }

}  // namespace threadbook::python
