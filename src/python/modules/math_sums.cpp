// math's functions over many numbers: fsum, prod, dist, hypot.
#include <algorithm>
#include <cmath>
#include <vector>

#include "python/modules/math_functions.h"

namespace threadbook::python {
namespace {

Status doubles_of(RealmThread& thread, std::span<const Value> values, std::vector<double>& out) {
  out.resize(values.size());
  for (std::size_t i = 0; i < values.size(); ++i) {
    const Status status = as_double(thread, values[i], out[i]);
    if (status != Status::Ok) return status;
  }
  return Status::Ok;
}

// Exact sums of doubles: a list of numbers that do not overlap and grow, whose exact sum is what was
// added (Jonathan Shewchuk, "Adaptive Precision Floating-Point Arithmetic", 1997).
class ExactSum {
 public:
  // False: a partial sum is beyond the largest double.
  bool add(double x) {
    std::size_t kept = 0;
    for (double part : parts_) {
      if (std::fabs(x) < std::fabs(part)) std::swap(x, part);
      const double sum = x + part;
      const double error = part - (sum - x);
      if (error != 0) parts_[kept++] = error;
      x = sum;
    }
    parts_.resize(kept);
    if (!std::isfinite(x)) return false;
    if (x != 0) parts_.push_back(x);
    return true;
  }

  // Rounded once, half to even.
  double round() const {
    if (parts_.empty()) return 0;
    std::size_t i = parts_.size() - 1;
    double high = parts_[i];
    double low = 0;
    while (i > 0 && low == 0) {
      const double part = parts_[--i];
      const double sum = high + part;
      low = part - (sum - high);
      high = sum;
    }
    // If `low` is exactly half a unit, what lies below it decides.
    if (i > 0 && low != 0 && (low < 0) == (parts_[i - 1] < 0)) {
      const double twice = low * 2;
      const double sum = high + twice;
      if (sum - high == twice) high = sum;
    }
    return high;
  }

 private:
  std::vector<double> parts_;
};

Status fsum(RealmThread& thread, Value* arguments, Value& result) {
  std::vector<Value> items;
  Status status = collect(thread, arguments[0], items);
  if (status != Status::Ok) return status;
  ExactSum sum;
  double special = 0;  // the sum of what is infinite or NaN
  bool has_special = false;
  bool up = false;
  bool down = false;
  for (Value item : items) {
    double x;
    status = as_double(thread, item, x);
    if (status != Status::Ok) return status;
    if (!std::isfinite(x)) {
      up = up || (std::isinf(x) && x > 0);
      down = down || (std::isinf(x) && x < 0);
      special += x;
      has_special = true;
    } else if (!sum.add(x)) {
      return raise(thread, ExceptionType::OverflowError, "intermediate overflow in fsum");
    }
  }
  if (up && down) return raise(thread, ExceptionType::ValueError, "-inf + inf in fsum");
  result = Value::number(has_special ? special : sum.round());
  return Status::Ok;
}

// Library counterpart for items of classes written in Python: math__prod.
Status prod(RealmThread& thread, Value* arguments, Value& result) {
  std::vector<Value> items;
  Status status = collect(thread, arguments[0], items);
  Value product = arguments[1];
  for (std::size_t i = 0; i < items.size() && status == Status::Ok; ++i) {
    status = binary_op(thread, BinaryOp::Mul, product, items[i], false, product);
  }
  if (status == Status::Ok) result = product;
  return status;
}

// The square root of the sum of the squares. The squares are exact (an fma gives the rounding error)
// and summed with their errors, and one Newton step corrects the root, so that the result is nearly
// always the correctly rounded one. Scaling by a power of two keeps the squares in range.
double norm(std::span<double> lengths) {
  double greatest = 0;
  bool infinite = false;
  bool nan = false;
  for (double& x : lengths) {
    x = std::fabs(x);
    infinite = infinite || std::isinf(x);
    nan = nan || std::isnan(x);
    greatest = std::max(greatest, x);
  }
  if (infinite) return HUGE_VAL;
  if (nan) return std::nan("");
  if (greatest == 0 || lengths.size() == 1) return greatest;
  int exponent;
  std::frexp(greatest, &exponent);
  double sum = 0;
  double error = 0;
  for (double x : lengths) {
    const double scaled = std::ldexp(x, -exponent);  // below 1
    const double square = scaled * scaled;
    error += std::fma(scaled, scaled, -square);
    const double next = sum + square;
    error += std::fabs(sum) >= square ? (sum - next) + square : (square - next) + sum;
    sum = next;
  }
  const double root = std::sqrt(sum + error);
  const double square = root * root;
  const double rest = ((sum - square) - std::fma(root, root, -square)) + error;
  return std::ldexp(root + rest / (2 * root), exponent);
}

Status hypot(RealmThread& thread, Value* arguments, Value& result) {
  std::vector<double> lengths;
  const Status status = doubles_of(thread, as_tuple(arguments[0])->view(), lengths);
  if (status == Status::Ok) result = Value::number(norm(lengths));
  return status;
}

Status dist(RealmThread& thread, Value* arguments, Value& result) {
  std::vector<Value> p, q;
  Status status = collect(thread, arguments[0], p);
  if (status == Status::Ok) status = collect(thread, arguments[1], q);
  if (status != Status::Ok) return status;
  if (p.size() != q.size()) {
    return raise(thread, ExceptionType::ValueError, "both points must have the same number of dimensions");
  }
  std::vector<double> from, to;
  status = doubles_of(thread, p, from);
  if (status == Status::Ok) status = doubles_of(thread, q, to);
  if (status != Status::Ok) return status;
  for (std::size_t i = 0; i < from.size(); ++i) from[i] -= to[i];
  result = Value::number(norm(from));
  return Status::Ok;
}

constexpr NativeDef kSumFunctions[] = {
    {"dist(p, q, /)", dist},
    {"fsum(seq, /)", fsum},
    {"hypot(*coordinates)", hypot},
    {"prod(iterable, /, *, start=1)", prod},
};

}  // namespace

std::span<const NativeDef> math_sum_functions() { return kSumFunctions; }

}  // namespace threadbook::python
