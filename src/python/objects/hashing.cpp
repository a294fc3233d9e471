// hash() of every builtin object. Numbers, tuples, ranges and frozensets hash as CPython's on 64-bit
// machines do, because programs print these and because the order of a set depends on them.
#include "python/objects/container_support.h"
#include "python/objects/object_numbers.h"
#include "python/objects/weak_reference.h"

namespace threadbook::python {

namespace {

constexpr std::uint64_t kNoneHash = 0xFCA86420;

std::uint64_t identity_hash(RealmThread& thread, Value value) {
  // Objects are aligned: the low bits say nothing, so they go to the top.
  const std::uint64_t number = number_of(thread, value) & 0x0000'FFFF'FFFF'FFFF;
  return (number >> 4) | (number << 60);
}

// What CPython's tuplehash documents: xxHash's mixing over the items' hashes.
class TupleHash {
 public:
  void add(std::uint64_t hash) {
    state_ += hash * kPrime2;
    state_ = (state_ << 31) | (state_ >> 33);
    state_ *= kPrime1;
    ++length_;
  }
  std::uint64_t finish() const {
    std::uint64_t hash = state_ + (length_ ^ (kPrime5 ^ 3527539));
    return hash == ~std::uint64_t{0} ? 1546275796 : hash;
  }

 private:
  static constexpr std::uint64_t kPrime1 = 11400714785074694791u;
  static constexpr std::uint64_t kPrime2 = 14029467366897019727u;
  static constexpr std::uint64_t kPrime5 = 2870177450012600261u;
  std::uint64_t state_ = kPrime5;
  std::uint64_t length_ = 0;
};

Status hash_nested(RealmThread& thread, Value value, int depth, std::uint64_t& out);

Status hash_range(RealmThread& thread, const Range* range, std::uint64_t& out) {
  // Ranges are equal if they yield the same: length, then start, then step count.
  TupleHash hash;
  std::int64_t length = 0;
  bool is_short = to_int64(range->length, length) && length <= 1;
  hash.add(number_hash(range->length));
  hash.add(is_short && length == 0 ? kNoneHash : number_hash(range->start));
  hash.add(is_short ? kNoneHash : number_hash(range->step));
  out = hash.finish();
  (void)thread;
  return Status::Ok;
}

Status unhashable(RealmThread& thread, Value value) {
  return type_error(thread, text("unhashable type: '", type_name(thread, value), "'"));
}

Status hash_nested(RealmThread& thread, Value value, int depth, std::uint64_t& out) {
  if (value.is_small_int()) {
    std::int64_t i = value.as_small_int();
    out = static_cast<std::uint64_t>(i == -1 ? -2 : i);
    return Status::Ok;
  }
  if (is_kind(value, Kind::Str)) {
    out = hash_of(static_cast<const Str*>(value.as_object()));
    return Status::Ok;
  }
  if (!value.is_object()) {
    out = value.is_none() ? kNoneHash : is_number(value) ? number_hash(value) : value.bits();
    return Status::Ok;
  }
  if (overridden(thread, value, thread.realm.names.hash)) return Status::Fallback;
  value = unbox(value);
  if (is_number(value)) {
    out = number_hash(value);
    return Status::Ok;
  }
  switch (value.as_object()->kind) {
    case Kind::Str:
    case Kind::Bytes: out = text_hash(value); return Status::Ok;
    case Kind::Tuple: {
      if (depth > kMaxCompareDepth) return Status::Fallback;
      TupleHash hash;
      for (Value item : static_cast<const Tuple*>(value.as_object())->view()) {
        std::uint64_t item_hash = 0;
        Status status = hash_nested(thread, item, depth + 1, item_hash);
        if (status != Status::Ok) return status;
        hash.add(item_hash);
      }
      out = hash.finish();
      return Status::Ok;
    }
    case Kind::Range: return hash_range(thread, static_cast<Range*>(value.as_object()), out);
    case Kind::Set:
      if (!is_frozen(as_set(value))) return unhashable(thread, value);
      out = set_hash(thread, as_set(value));
      return Status::Ok;
    case Kind::BoundMethod: {
      auto* method = static_cast<const BoundMethod*>(value.as_object());
      out = identity_hash(thread, method->function) ^ (identity_hash(thread, method->self) * 1000003);
      return Status::Ok;
    }
    case Kind::WeakReference: return weak_reference_hash(thread, as_weak_reference(value), out);
    case Kind::DictView:
      if (static_cast<IteratorKind>(value.as_object()->flags) != IteratorKind::DictValues) {
        return unhashable(thread, value);
      }
      break;
    case Kind::List:
    case Kind::Deque:
    case Kind::Dict:
    case Kind::Slice: return unhashable(thread, value);
    default: break;
  }
  out = identity_hash(thread, value);
  return Status::Ok;
}

}  // namespace

std::uint64_t tuple_hash(const std::vector<std::uint64_t>& hashes) {
  TupleHash hash;
  for (std::uint64_t item : hashes) hash.add(item);
  return hash.finish();
}

Status hash_value(RealmThread& thread, Value value, std::uint64_t& out) { return hash_nested(thread, value, 0, out); }

}  // namespace threadbook::python
