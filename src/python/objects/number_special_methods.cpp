// The special methods of int and float: "__add__" and its like.
#include "python/numeric/float_ops.h"
#include "python/objects/number_methods.h"
#include "python/objects/realm.h"
#include "python/objects/representation.h"

namespace threadbook::python {
namespace {

enum class Type : std::uint8_t { Int, Float };

template <Type type>
bool number_self(RealmThread& thread, Value value, Value& out) {
  return type == Type::Int ? int_self(thread, value, out) : float_self(thread, value, out);
}
// int's operators leave floats to float, which takes both.
template <Type type>
bool is_operand(Value value) {
  return type == Type::Int ? is_int(value) : is_number(value);
}

template <Type type, BinaryOp op, bool reflected>
Status binary_method(RealmThread& thread, Value* arguments, Value& result) {
  Value self;
  if (!number_self<type>(thread, arguments[0], self)) return Status::Raised;
  result = Value::not_implemented();
  if (!is_operand<type>(arguments[1])) return Status::Ok;
  const Value other = unbox(arguments[1]);
  return reflected ? number_binary_op(thread, op, other, self, result)
                   : number_binary_op(thread, op, self, other, result);
}

template <Type type, bool reflected>
Status pow_method(RealmThread& thread, Value* arguments, Value& result) {
  if (arguments[2].is_none()) {
    return binary_method<type, BinaryOp::Pow, reflected>(thread, arguments, result);
  }
  Value self;
  if (!number_self<type>(thread, arguments[0], self)) return Status::Raised;
  result = Value::not_implemented();
  if (!is_operand<type>(arguments[1]) || !is_operand<type>(arguments[2])) return Status::Ok;
  return reflected ? power(thread, arguments[1], self, arguments[2], result)
                   : power(thread, self, arguments[1], arguments[2], result);
}

template <Type type, bool reflected>
Status divmod_method(RealmThread& thread, Value* arguments, Value& result) {
  Value self;
  if (!number_self<type>(thread, arguments[0], self)) return Status::Raised;
  result = Value::not_implemented();
  if (!is_operand<type>(arguments[1])) return Status::Ok;
  const Value other = unbox(arguments[1]);
  Value quotient, remainder;
  const Status status = divide_modulo(thread, reflected ? other : self, reflected ? self : other, quotient, remainder);
  if (status == Status::Ok) result = pair(thread, quotient, remainder);
  return status;
}

template <Type type, UnaryOp op>
Status unary_method(RealmThread& thread, Value* arguments, Value& result) {
  Value self;
  if (!number_self<type>(thread, arguments[0], self)) return Status::Raised;
  return number_unary_op(thread, op, self, result);
}

template <Type type, CompareOp op>
Status compare_method(RealmThread& thread, Value* arguments, Value& result) {
  Value self;
  if (!number_self<type>(thread, arguments[0], self)) return Status::Raised;
  result = Value::not_implemented();
  return is_operand<type>(arguments[1]) ? number_compare(thread, op, self, arguments[1], result) : Status::Ok;
}

template <Type type>
Status abs_method(RealmThread& thread, Value* arguments, Value& result) {
  Value self;
  if (!number_self<type>(thread, arguments[0], self)) return Status::Raised;
  return absolute(thread, self, result);
}

template <Type type>
Status bool_method(RealmThread& thread, Value* arguments, Value& result) {
  Value self;
  if (!number_self<type>(thread, arguments[0], self)) return Status::Raised;
  result = Value::boolean(!numbers_equal(self, Value::small_int(0)));
  return Status::Ok;
}

template <Type type>
Status hash_method(RealmThread& thread, Value* arguments, Value& result) {
  Value self;
  if (!number_self<type>(thread, arguments[0], self)) return Status::Raised;
  result = make_int(thread, static_cast<std::int64_t>(number_hash(self)));
  return Status::Ok;
}

template <Type type>
Status repr_method(RealmThread& thread, Value* arguments, Value& result) {
  Value self;
  if (!number_self<type>(thread, arguments[0], self)) return Status::Raised;
  Str* str = nullptr;
  const Status status = repr_value(thread, self, str);
  if (status == Status::Ok) result = Value::object(str);
  return status;
}

template <Type type>
Status format_method(RealmThread& thread, Value* arguments, Value& result) {
  Value self;
  if (!number_self<type>(thread, arguments[0], self)) return Status::Raised;
  Str* spec = as_str(arguments[1]);
  if (spec == nullptr) {
    return raise(thread, ExceptionType::TypeError,
                 text("__format__() argument must be str, not ", type_name(thread, arguments[1])));
  }
  // Without a spec it is str(self), which a subclass may override (library: int____format__).
  return format_value(thread, spec->length == 0 ? arguments[0] : self, spec, result);
}

template <Type type>
Status round_method(RealmThread& thread, Value* arguments, Value& result) {
  Value self;
  if (!number_self<type>(thread, arguments[0], self)) return Status::Raised;
  return round_number(thread, self, arguments[1], result);
}

enum class Whole : std::uint8_t { Trunc, Floor, Ceil };
// int(), math.trunc, floor, ceil.
template <Type type, Whole how>
Status whole_method(RealmThread& thread, Value* arguments, Value& result) {
  Value self;
  if (!number_self<type>(thread, arguments[0], self)) return Status::Raised;
  if constexpr (type == Type::Int) {
    return number_unary_op(thread, UnaryOp::Positive, self, result);
  } else {
    const double x = self.as_double();
    return float_to_int(thread, how == Whole::Floor ? std::floor(x) : how == Whole::Ceil ? std::ceil(x) : x, result);
  }
}

template <Type type>
Status float_method(RealmThread& thread, Value* arguments, Value& result) {
  Value self;
  double number;
  if (!number_self<type>(thread, arguments[0], self)) return Status::Raised;
  const Status status = as_double(thread, self, number);
  if (status == Status::Ok) result = Value::number(number);
  return status;
}

#define THREADBOOK_OPERATOR(name, op) \
  {"__" name "__(self, value, /)", binary_method<type, BinaryOp::op, false>}, { \
    "__r" name "__(self, value, /)", binary_method<type, BinaryOp::op, true> \
  }

template <Type type>
constexpr NativeDef kArithmetic[] = {
    THREADBOOK_OPERATOR("add", Add),
    THREADBOOK_OPERATOR("sub", Sub),
    THREADBOOK_OPERATOR("mul", Mul),
    THREADBOOK_OPERATOR("truediv", Div),
    THREADBOOK_OPERATOR("floordiv", FloorDiv),
    THREADBOOK_OPERATOR("mod", Mod),
    {"__divmod__(self, value, /)", divmod_method<type, false>},
    {"__rdivmod__(self, value, /)", divmod_method<type, true>},
    {"__pow__(self, value, mod=None, /)", pow_method<type, false>},
    {"__rpow__(self, value, mod=None, /)", pow_method<type, true>},
    {"__neg__(self, /)", unary_method<type, UnaryOp::Negative>},
    {"__pos__(self, /)", unary_method<type, UnaryOp::Positive>},
    {"__abs__(self, /)", abs_method<type>},
    {"__bool__(self, /)", bool_method<type>},
    {"__int__(self, /)", whole_method<type, Whole::Trunc>},
    {"__float__(self, /)", float_method<type>},
    {"__trunc__(self, /)", whole_method<type, Whole::Trunc>},
    {"__floor__(self, /)", whole_method<type, Whole::Floor>},
    {"__ceil__(self, /)", whole_method<type, Whole::Ceil>},
    {"__round__(self, ndigits=None, /)", round_method<type>},
    {"__lt__(self, value, /)", compare_method<type, CompareOp::Lt>},
    {"__le__(self, value, /)", compare_method<type, CompareOp::Le>},
    {"__eq__(self, value, /)", compare_method<type, CompareOp::Eq>},
    {"__ne__(self, value, /)", compare_method<type, CompareOp::Ne>},
    {"__gt__(self, value, /)", compare_method<type, CompareOp::Gt>},
    {"__ge__(self, value, /)", compare_method<type, CompareOp::Ge>},
    {"__hash__(self, /)", hash_method<type>},
    {"__repr__(self, /)", repr_method<type>},
    {"__format__(self, format_spec, /)", format_method<type>},
};

template <Type type>
constexpr NativeDef kBitwise[] = {
    THREADBOOK_OPERATOR("lshift", LShift),
    THREADBOOK_OPERATOR("rshift", RShift),
    THREADBOOK_OPERATOR("and", And),
    THREADBOOK_OPERATOR("xor", Xor),
    THREADBOOK_OPERATOR("or", Or),
    {"__invert__(self, /)", unary_method<type, UnaryOp::Invert>},
    {"__index__(self, /)", whole_method<type, Whole::Trunc>},
};
#undef THREADBOOK_OPERATOR

}  // namespace

bool int_self(RealmThread& thread, Value value, Value& out) {
  out = unbox(value);
  if (is_int(out)) return true;
  raise(thread, ExceptionType::TypeError,
        text("descriptor requires a 'int' object but received a '", type_name(thread, value), "'"));
  return false;
}

bool float_self(RealmThread& thread, Value value, Value& out) {
  out = unbox(value);
  if (out.is_double()) return true;
  raise(thread, ExceptionType::TypeError,
        text("descriptor requires a 'float' object but received a '", type_name(thread, value), "'"));
  return false;
}

Value pair(RealmThread& thread, Value first, Value second) {
  const Value items[] = {first, second};
  return Value::object(make_tuple(thread, items));
}

std::span<const NativeDef> int_special_methods() {
  static const std::vector<NativeDef> methods = [] {
    std::vector<NativeDef> all(std::begin(kArithmetic<Type::Int>), std::end(kArithmetic<Type::Int>));
    all.insert(all.end(), std::begin(kBitwise<Type::Int>), std::end(kBitwise<Type::Int>));
    return all;
  }();
  return methods;
}

std::span<const NativeDef> float_special_methods() { return kArithmetic<Type::Float>; }

}  // namespace threadbook::python
