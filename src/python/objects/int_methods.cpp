// int and bool: constructors and methods.
#include <charconv>
#include <vector>

#include "python/objects/methods.h"
#include "python/objects/number_methods.h"
#include "python/objects/realm.h"
#include "python/objects/text_operators.h"
#include "python/text/int_text.h"
#include "python/text/repr.h"

namespace threadbook::python {
namespace {

// ---- constructors ------------------------------------------------------------------------------

bool has_method(RealmThread& thread, Value value, std::string_view name) {
  return thread.lookup(class_of(thread, value), thread.realm.intern(name)) != nullptr;
}

bool is_short_decimal(std::string_view text, std::int64_t& out) {
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), out);
  return error == std::errc() && end == text.data() + text.size();
}

Status int_of_text(RealmThread& thread, Value value, int base, Value& out) {
  const int limit = thread.realm.max_str_digits.load(std::memory_order_relaxed);
  if (const Str* str = as_str(value)) {
    // Most often it is a short number and nothing else.
    if (std::int64_t number; base == 10 && !str->is_wide() && is_short_decimal(str->latin1(), number)) {
      out = make_int(thread, number);
      return Status::Ok;
    }
    return store_int(thread, parse_int(view_of(str), base, limit, {}, interrupt_of(thread)), out);
  }
  const Bytes* bytes = as_bytes(value);
  const std::string quoted = bytes_repr(bytes->view());
  return store_int(thread, parse_int(view_of(bytes), base, limit, quoted, interrupt_of(thread)), out);
}

bool is_text(Value value) { return as_str(value) != nullptr || as_bytes(value) != nullptr; }

Status int_of(RealmThread& thread, Value value, Value& out) {
  const WellKnownNames& names = thread.realm.names;
  if (overrides(thread, value, names.int_) || overrides(thread, value, names.index)) {
    return Status::Fallback;
  }
  if (is_int(value)) return number_unary_op(thread, UnaryOp::Positive, value, out);
  if (double number; to_float(value, number)) return float_to_int(thread, number, out);
  if (is_text(value)) return int_of_text(thread, value, 10, out);
  if (value.is_object() && has_method(thread, value, "__trunc__")) return Status::Fallback;
  return raise(thread, ExceptionType::TypeError,
               text("int() argument must be a string, a bytes-like object or a real number, not '",
                    type_name(thread, value), "'"));
}

// int(x) and int(text, base). Library counterpart: int__new.
Status new_int(RealmThread& thread, Value* arguments, Value& result) {
  Class* cls = as_class(arguments[0]);
  Value number;
  Status status = Status::Ok;
  if (arguments[2].is_unbound()) {
    if (arguments[1].is_unbound()) {
      number = Value::small_int(0);
    } else {
      status = int_of(thread, arguments[1], number);
    }
  } else {
    std::int64_t base;
    if (arguments[1].is_unbound()) {
      return raise(thread, ExceptionType::TypeError, "int() missing string argument");
    }
    status = as_index(thread, arguments[2], base);
    if (status != Status::Ok) return status;
    if ((base != 0 && base < 2) || base > 36) {
      return raise(thread, ExceptionType::ValueError, "int() base must be >= 2 and <= 36, or 0");
    }
    if (!is_text(arguments[1])) {
      return raise(thread, ExceptionType::TypeError, "int() can't convert non-string with explicit base");
    }
    status = int_of_text(thread, arguments[1], static_cast<int>(base), number);
  }
  if (status == Status::Ok) result = box(thread, cls, number);
  return status;
}

// Library counterpart: bool__new.
Status new_bool(RealmThread& thread, Value* arguments, Value& result) {
  bool answer;
  const Status status = truth(thread, arguments[1], answer);
  if (status == Status::Ok) result = Value::boolean(answer);
  return status;
}

// ---- bits and bytes ----------------------------------------------------------------------------

Status bit_length_method(RealmThread& thread, Value* arguments, Value& result) {
  Value self;
  if (!int_self(thread, arguments[0], self)) return Status::Raised;
  result = make_int(thread, bit_length(IntOperand(self).view()));
  return Status::Ok;
}

Status bit_count_method(RealmThread& thread, Value* arguments, Value& result) {
  Value self;
  if (!int_self(thread, arguments[0], self)) return Status::Raised;
  result = make_int(thread, bit_count(IntOperand(self).view()));
  return Status::Ok;
}

Status byteorder_argument(RealmThread& thread, Value value, std::string_view function, bool& little) {
  const Str* order = as_str(value);
  if (order == nullptr) {
    return raise(thread, ExceptionType::TypeError,
                 text(function, "() argument 'byteorder' must be str, not ",
                      value.is_none() ? "None" : type_name(thread, value)));
  }
  const std::string name = order->to_utf8();
  if (name != "little" && name != "big") {
    return raise(thread, ExceptionType::ValueError, "byteorder must be either 'little' or 'big'");
  }
  little = name == "little";
  return Status::Ok;
}

Status to_bytes_method(RealmThread& thread, Value* arguments, Value& result) {
  Value self;
  if (!int_self(thread, arguments[0], self)) return Status::Raised;
  std::int64_t length;
  bool little = false;
  bool is_signed = false;
  Status status = as_ssize(thread, arguments[1], length);
  if (status == Status::Ok) status = byteorder_argument(thread, arguments[2], "to_bytes", little);
  if (status == Status::Ok) status = truth(thread, arguments[3], is_signed);
  if (status != Status::Ok) return status;
  if (length < 0) {
    return raise(thread, ExceptionType::ValueError, "length argument must be non-negative");
  }
  require_room(thread, static_cast<std::uint64_t>(length));
  const IntOperand operand(self);
  return store(thread, to_bytes(operand.view(), static_cast<std::size_t>(length), little, is_signed),
               [&](const std::string& bytes) { result = Value::object(make_bytes(thread, bytes)); });
}

Status content_of(RealmThread& thread, Value source, std::string& out) {
  if (const Bytes* bytes = as_bytes(source)) {
    out = bytes->view();
    return Status::Ok;
  }
  std::vector<Value> items;
  const Status status = as_str(source) != nullptr ? Status::Raised : collect(thread, source, items);
  if (status == Status::Raised) {
    return raise(thread, ExceptionType::TypeError,
                 text("cannot convert '", type_name(thread, source), "' object to bytes"));
  }
  if (status != Status::Ok) return status;
  for (Value item : items) {
    std::int64_t byte;
    const Status indexed = as_index(thread, item, byte);
    if (indexed != Status::Ok) return indexed;
    if (byte < 0 || byte > 255) {
      return raise(thread, ExceptionType::ValueError, "bytes must be in range(0, 256)");
    }
    out += static_cast<char>(byte);
  }
  return Status::Ok;
}

// Library counterpart for iterables written in Python: int__from_bytes.
Status from_bytes_method(RealmThread& thread, Value* arguments, Value& result) {
  bool little = false;
  bool is_signed = false;
  std::string content;
  Status status = byteorder_argument(thread, arguments[2], "from_bytes", little);
  if (status == Status::Ok) status = truth(thread, arguments[3], is_signed);
  if (status == Status::Ok) status = content_of(thread, arguments[1], content);
  Value number;
  if (status == Status::Ok) {
    status = store_int(thread, from_bytes(content, little, is_signed), number);
  }
  if (status == Status::Ok) result = box(thread, as_class(arguments[0]), number);
  return status;
}

// ---- the number as a fraction ------------------------------------------------------------------

Status itself(RealmThread& thread, Value* arguments, Value& result) {
  Value self;
  if (!int_self(thread, arguments[0], self)) return Status::Raised;
  return number_unary_op(thread, UnaryOp::Positive, self, result);
}

template <int number>
Status constant(RealmThread&, Value*, Value& result) {
  result = Value::small_int(number);
  return Status::Ok;
}

Status as_integer_ratio(RealmThread& thread, Value* arguments, Value& result) {
  Value self;
  const Status status = itself(thread, arguments, self);
  if (status == Status::Ok) result = pair(thread, self, Value::small_int(1));
  return status;
}

constexpr NativeDef kIntMethods[] = {
    {"__new__(cls, x=..., /, base=...)", new_int},
    {"as_integer_ratio(self, /)", as_integer_ratio},
    {"bit_count(self, /)", bit_count_method},
    {"bit_length(self, /)", bit_length_method},
    {"conjugate(self, /)", itself},
    {"from_bytes(cls, /, bytes, byteorder='big', *, signed=False)", from_bytes_method},
    {"to_bytes(self, /, length=1, byteorder='big', *, signed=False)", to_bytes_method},
};

constexpr NativeDef kIntGetters[] = {
    {"real(self, /)", itself},
    {"imag(self, /)", constant<0>},
    {"numerator(self, /)", itself},
    {"denominator(self, /)", constant<1>},
};

constexpr NativeDef kBoolMethods[] = {
    {"__new__(cls, x=False, /)", new_bool},
};

}  // namespace

std::span<const NativeDef> int_methods() {
  static const std::vector<NativeDef> methods = [] {
    std::vector<NativeDef> all(std::begin(kIntMethods), std::end(kIntMethods));
    const auto special = int_special_methods();
    all.insert(all.end(), special.begin(), special.end());
    return all;
  }();
  return methods;
}

std::span<const NativeDef> int_getters() { return kIntGetters; }
std::span<const NativeDef> bool_methods() { return kBoolMethods; }

}  // namespace threadbook::python
