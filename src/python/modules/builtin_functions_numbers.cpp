// abs, bin, divmod, hash, hex, id, oct, pow, round.
#include "python/modules/builtin_functions.h"
#include "python/objects/container_support.h"
#include "python/objects/object_numbers.h"

namespace threadbook::python {

namespace {

Status abs_of(RealmThread& thread, Value* arguments, Value& result) { return absolute(thread, arguments[0], result); }

template <int base>
Status in_base(RealmThread& thread, Value* arguments, Value& result) {
  return int_in_base(thread, arguments[0], base, result);
}

Status divmod(RealmThread& thread, Value* arguments, Value& result) {
  Tuple* pair = make_tuple(thread, 2u);
  Status status = divide_modulo(thread, arguments[0], arguments[1], pair->items[0], pair->items[1]);
  result = Value::object(pair);
  return status;
}

Status pow_of(RealmThread& thread, Value* arguments, Value& result) {
  return power(thread, arguments[0], arguments[1], arguments[2], result);
}

Status round_of(RealmThread& thread, Value* arguments, Value& result) {
  return round_number(thread, arguments[0], arguments[1], result);
}

Status hash(RealmThread& thread, Value* arguments, Value& result) {
  std::uint64_t hash = 0;
  Status status = hash_value(thread, arguments[0], hash);
  result = make_int(thread, static_cast<std::int64_t>(hash));
  return status;
}

// For a value that is no object, a number no object can have.
Status id(RealmThread& thread, Value* arguments, Value& result) {
  result = make_int_u64(thread, number_of(thread, arguments[0]));
  return Status::Ok;
}

constexpr NativeDef kFunctions[] = {
    {"abs(x, /)", abs_of},
    {"bin(number, /)", in_base<2>},
    {"oct(number, /)", in_base<8>},
    {"hex(number, /)", in_base<16>},
    {"divmod(x, y, /)", divmod},
    {"pow(base, exp, mod=None)", pow_of},
    {"round(number, ndigits=None)", round_of},
    {"hash(obj, /)", hash},
    {"id(obj, /)", id},
};

}  // namespace

std::span<const NativeDef> number_builtins() { return kFunctions; }

}  // namespace threadbook::python
