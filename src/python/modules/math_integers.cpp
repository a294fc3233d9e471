// math's functions of integers: factorial, comb, perm, gcd, lcm, isqrt.
#include <cmath>

#include "python/modules/math_functions.h"
#include "python/numeric/int_ops.h"

namespace threadbook::python {
namespace {

Status not_negative(RealmThread& thread, std::string_view name) {
  return raise(thread, ExceptionType::ValueError, text(name, " must be a non-negative integer"));
}

// n * (n - 1) * … of `count` factors, from n - `from` downwards. Splitting in halves keeps the
// factors of every multiplication about equally long, which fast multiplication needs.
Result<BigInt> falling_product(BigIntView n, std::int64_t from, std::int64_t count, Interrupt interrupt) {
  constexpr std::int64_t kLeaf = 16;
  if (count <= kLeaf) {
    BigInt product(1);
    std::int64_t pending = 1;  // factors not yet multiplied into `product`
    const auto small = to_int64(n);
    for (std::int64_t i = from; i < from + count; ++i) {
      if (std::int64_t larger; small && multiply_checked(pending, *small - i, larger)) {
        pending = larger;
        continue;
      }
      Result<BigInt> next = multiply(product, Int64Digits(pending));
      if (!next.ok()) return next;
      product = next.take();
      pending = 1;
      Result<BigInt> factor = subtract(n, Int64Digits(i));
      if (!factor.ok()) return factor;
      next = multiply(product, *factor);
      if (!next.ok()) return next;
      product = next.take();
    }
    return multiply(product, Int64Digits(pending));
  }
  if (interrupt()) return interrupted();
  const std::int64_t half = count / 2;
  Result<BigInt> left = falling_product(n, from, half, interrupt);
  if (!left.ok()) return left;
  Result<BigInt> right = falling_product(n, from + half, count - half, interrupt);
  if (!right.ok()) return right;
  return multiply(*left, *right, interrupt);
}

// Refuses products whose result no run could hold, before computing for minutes. `bits` is at most
// what the result has.
void require_bits(double bits) {
  if (bits > static_cast<double>(kMaxBits)) throw HeapExhausted();
}

double log2_factorial(double n) {
  int sign;
  return ::lgamma_r(n + 1, &sign) / 0.6931471805599453;
}

Result<BigInt> factorial_of(std::int64_t n, Interrupt interrupt) {
  require_bits(log2_factorial(static_cast<double>(n)) * 0.999 - 64);
  return falling_product(Int64Digits(n), 0, n, interrupt);
}

Status factorial(RealmThread& thread, Value* arguments, Value& result) {
  Value value;
  const Status status = int_argument(thread, arguments[0], value);
  if (status != Status::Ok) return status;
  const IntOperand operand(value);
  if (operand.view().negative) {
    return raise(thread, ExceptionType::ValueError, "factorial() not defined for negative values");
  }
  std::int64_t n;
  if (!to_int64(value, n)) {
    return raise(thread, ExceptionType::OverflowError, "factorial() argument should not exceed 9223372036854775807");
  }
  return store_int(thread, factorial_of(n, interrupt_of(thread)), result);
}

// n! / (n - k)!, where 0 <= k <= n.
Result<BigInt> permutations(BigIntView n, std::int64_t k, Interrupt interrupt) {
  // At least half of the factors are longer than n / 2.
  require_bits(static_cast<double>(k) / 2 * static_cast<double>(bit_length(n) - 2));
  return falling_product(n, 0, k, interrupt);
}

Status perm(RealmThread& thread, Value* arguments, Value& result) {
  if (arguments[1].is_none()) return factorial(thread, arguments, result);
  Value n, k;
  Status status = int_argument(thread, arguments[0], n);
  if (status == Status::Ok) status = int_argument(thread, arguments[1], k);
  if (status != Status::Ok) return status;
  const IntOperand total(n);
  const IntOperand chosen(k);
  if (total.view().negative) return not_negative(thread, "n");
  if (chosen.view().negative) return not_negative(thread, "k");
  if (compare(chosen.view(), total.view()) > 0) {
    result = Value::small_int(0);
    return Status::Ok;
  }
  std::int64_t count;
  if (!to_int64(k, count)) {
    return raise(thread, ExceptionType::OverflowError, "k must not exceed 9223372036854775807");
  }
  return store_int(thread, permutations(total, count, interrupt_of(thread)), result);
}

Status comb(RealmThread& thread, Value* arguments, Value& result) {
  Value n, k;
  Status status = int_argument(thread, arguments[0], n);
  if (status == Status::Ok) status = int_argument(thread, arguments[1], k);
  if (status != Status::Ok) return status;
  const IntOperand total(n);
  const IntOperand chosen(k);
  if (total.view().negative) return not_negative(thread, "n");
  if (chosen.view().negative) return not_negative(thread, "k");
  const Result<BigInt> rest = subtract(total, chosen);
  if (!rest.ok()) return raise(thread, rest.error());
  if (rest->view().negative) {
    result = Value::small_int(0);
    return Status::Ok;
  }
  // As many ways to choose as to leave out.
  const bool swap = compare(rest->view(), chosen.view()) < 0;
  const auto count = to_int64(swap ? rest->view() : chosen.view());
  if (!count) {
    return raise(thread, ExceptionType::OverflowError, "min(n - k, k) must not exceed 9223372036854775807");
  }
  const Interrupt interrupt = interrupt_of(thread);
  const Result<BigInt> ordered = permutations(total, *count, interrupt);
  if (!ordered.ok()) return raise(thread, ordered.error());
  const Result<BigInt> orders = factorial_of(*count, interrupt);
  if (!orders.ok()) return raise(thread, orders.error());
  return store_int(thread, floor_divide(*ordered, *orders, interrupt), result);
}

Status gcd_function(RealmThread& thread, Value* arguments, Value& result) {
  Value divisor = Value::small_int(0);
  for (Value argument : as_tuple(arguments[0])->view()) {
    Value number;
    Status status = int_argument(thread, argument, number);
    if (status == Status::Ok) {
      const IntOperand a(divisor);
      const IntOperand b(number);
      status = store_int(thread, gcd(a, b, interrupt_of(thread)), divisor);
    }
    if (status != Status::Ok) return status;
  }
  result = divisor;
  return Status::Ok;
}

Status lcm_function(RealmThread& thread, Value* arguments, Value& result) {
  BigInt multiple(1);
  const Interrupt interrupt = interrupt_of(thread);
  for (Value argument : as_tuple(arguments[0])->view()) {
    Value number;
    const Status status = int_argument(thread, argument, number);
    if (status != Status::Ok) return status;
    const IntOperand operand(number);
    if (operand.view().is_zero()) {
      multiple = BigInt(0);
    } else if (!multiple.view().is_zero()) {
      const Result<BigInt> common = gcd(multiple, operand, interrupt);
      if (!common.ok()) return raise(thread, common.error());
      const Result<BigInt> rest = floor_divide(operand, *common, interrupt);
      if (!rest.ok()) return raise(thread, rest.error());
      Result<BigInt> product = multiply(multiple, *rest, interrupt);
      if (!product.ok()) return raise(thread, product.error());
      multiple = absolute(*product);
    }
  }
  result = make_int(thread, multiple);
  return Status::Ok;
}

Status isqrt(RealmThread& thread, Value* arguments, Value& result) {
  Value number;
  const Status status = int_argument(thread, arguments[0], number);
  if (status != Status::Ok) return status;
  const IntOperand operand(number);
  return store_int(thread, integer_sqrt(operand, interrupt_of(thread)), result);
}

constexpr NativeDef kIntegerFunctions[] = {
    {"comb(n, k, /)", comb}, {"factorial(n, /)", factorial},   {"gcd(*integers)", gcd_function},
    {"isqrt(n, /)", isqrt},  {"lcm(*integers)", lcm_function}, {"perm(n, k=None, /)", perm},
};

}  // namespace

std::span<const NativeDef> math_integer_functions() { return kIntegerFunctions; }

Status int_argument(RealmThread& thread, Value value, Value& out) {
  std::int64_t ignored;
  const Status status = as_index(thread, value, ignored);
  if (status == Status::Ok) out = unbox(value);
  return status;
}

}  // namespace threadbook::python
