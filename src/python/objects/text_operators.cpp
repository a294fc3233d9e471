// Operators on str and bytes (text_operators.h).
#include "python/objects/text_operators.h"

#include "python/objects/int_object.h"
#include "python/objects/number_operators.h"
#include "python/objects/realm.h"
#include "python/text/search.h"

namespace threadbook::python {
namespace {

bool is_text(Value value) {
  value = unbox(value);
  return is_kind(value, Kind::Str) || is_kind(value, Kind::Bytes);
}

// text * count.
Status multiply(RealmThread& thread, Value text_value, Value count, Value& out) {
  std::int64_t times;
  if (!to_int64(count, times)) {
    if (is_int(count)) {
      return raise(thread, ExceptionType::OverflowError, "cannot fit 'int' into an index-sized integer");
    }
    const Cell* index = thread.lookup(class_of(thread, count), thread.realm.names.index);
    if (index != nullptr) return Status::Fallback;
    return raise(thread, ExceptionType::TypeError,
                 text("can't multiply sequence by non-int of type '", type_name(thread, count), "'"));
  }
  if (Str* str = as_str(text_value)) {
    out = Value::object(repeat(thread, str, times));
  } else {
    out = Value::object(repeat(thread, as_bytes(text_value), times));
  }
  return Status::Ok;
}

Status add(RealmThread& thread, Value a, Value b, Value& out) {
  if (Str* left = as_str(a)) {
    if (Str* right = as_str(b)) {
      out = Value::object(concat(thread, left, right));
      return Status::Ok;
    }
    return raise(thread, ExceptionType::TypeError,
                 text("can only concatenate str (not \"", type_name(thread, b), "\") to str"));
  }
  Bytes* left = as_bytes(a);
  Bytes* right = as_bytes(b);
  if (left == nullptr) {  // int + str
    out = Value::not_implemented();
    return Status::Ok;
  }
  if (right == nullptr) {
    return raise(thread, ExceptionType::TypeError, text("can't concat ", type_name(thread, b), " to bytes"));
  }
  require_room(thread, std::uint64_t{left->length} + right->length);
  std::string joined;
  joined.reserve(std::size_t{left->length} + right->length);
  joined.append(left->view()).append(right->view());
  out = Value::object(make_bytes(thread, joined));
  return Status::Ok;
}

Value answer(CompareOp op, int order) {
  switch (op) {
    case CompareOp::Lt: return Value::boolean(order < 0);
    case CompareOp::Le: return Value::boolean(order <= 0);
    case CompareOp::Eq: return Value::boolean(order == 0);
    case CompareOp::Ne: return Value::boolean(order != 0);
    case CompareOp::Gt: return Value::boolean(order > 0);
    case CompareOp::Ge: return Value::boolean(order >= 0);
  }
  return Value::not_implemented();
}

Status bytes_contain(RealmThread& thread, Bytes* bytes, Value item, bool& out) {
  if (Bytes* part = as_bytes(item)) {
    out = contains(view_of(bytes), view_of(part));
    return Status::Ok;
  }
  if (!is_int(item)) {
    return raise(thread, ExceptionType::TypeError,
                 text("a bytes-like object is required, not '", type_name(thread, item), "'"));
  }
  std::int64_t byte;
  if (!to_int64(item, byte) || byte < 0 || byte > 255) {
    return raise(thread, ExceptionType::ValueError, "byte must be in range(0, 256)");
  }
  out = bytes->view().find(static_cast<char>(byte)) != std::string_view::npos;
  return Status::Ok;
}

template <class Take>
void take_slice(const SliceBounds& bounds, Take take) {
  std::int64_t at = bounds.start;
  for (std::int64_t i = 0; i < bounds.length; ++i, at += bounds.step) {
    take(static_cast<std::size_t>(at));
  }
}

Status get_slice(RealmThread& thread, Value text_value, Slice* slice, Value& out) {
  SliceBounds bounds;
  const Status status = slice_bounds(thread, slice, text_length(text_value), bounds);
  if (status != Status::Ok) return status;
  const auto start = static_cast<std::size_t>(bounds.start);
  const auto length = static_cast<std::size_t>(bounds.length);
  if (Str* str = as_str(text_value)) {
    if (length == 0) {
      out = Value::object(make_str(thread, std::string_view()));
    } else if (bounds.step == 1) {
      out = Value::object(substring(thread, str, start, length));
    } else if (str->is_wide()) {
      std::u32string characters;
      characters.reserve(length);
      take_slice(bounds, [&](std::size_t i) { characters.push_back(str->at(i)); });
      out = Value::object(make_str(thread, std::u32string_view(characters)));
    } else {
      std::string characters;
      characters.reserve(length);
      take_slice(bounds, [&](std::size_t i) { characters.push_back(str->latin1()[i]); });
      out = Value::object(make_str(thread, std::string_view(characters)));
    }
    return Status::Ok;
  }
  Bytes* bytes = as_bytes(text_value);
  std::string part;
  part.reserve(length);
  take_slice(bounds, [&](std::size_t i) { part.push_back(bytes->view()[i]); });
  out = Value::object(make_bytes(thread, part));
  return Status::Ok;
}

}  // namespace

Bytes* as_bytes(Value value) {
  value = unbox(value);
  return is_kind(value, Kind::Bytes) ? static_cast<Bytes*>(value.as_object()) : nullptr;
}

Status text_binary_op(RealmThread& thread, BinaryOp op, Value a, Value b, Value& out) {
  out = Value::not_implemented();
  switch (op) {
    case BinaryOp::Add: return is_text(a) ? add(thread, a, b, out) : Status::Ok;
    case BinaryOp::Mul:
      if (is_text(a)) return multiply(thread, a, b, out);
      if (is_text(b)) return multiply(thread, b, a, out);
      return Status::Ok;
    case BinaryOp::Mod:
      if (Str* format = as_str(a)) return printf_format(thread, format, b, out);
      if (as_bytes(a) != nullptr) return Status::Fallback;
      return Status::Ok;
    default: return Status::Ok;
  }
}

Status text_compare(RealmThread&, CompareOp op, Value a, Value b, Value& out) {
  out = Value::not_implemented();
  if (Str* left = as_str(a)) {
    Str* right = as_str(b);
    if (right == nullptr) return Status::Ok;
    if (op == CompareOp::Eq || op == CompareOp::Ne) {
      out = Value::boolean(equal(left, right) == (op == CompareOp::Eq));
    } else {
      out = answer(op, compare(left, right));
    }
    return Status::Ok;
  }
  Bytes* left = as_bytes(a);
  Bytes* right = as_bytes(b);
  if (left != nullptr && right != nullptr) out = answer(op, left->view().compare(right->view()));
  return Status::Ok;
}

std::uint64_t text_hash(Value value) {
  if (Str* str = as_str(value)) return hash_of(str);
  return hash_of(as_bytes(value)->view());
}

Status text_contains(RealmThread& thread, Value container, Value item, bool& out) {
  const Str* str = as_str(container);
  if (str == nullptr) return bytes_contain(thread, as_bytes(container), item, out);
  const Str* part = as_str(item);
  if (part == nullptr) {
    return raise(thread, ExceptionType::TypeError,
                 text("'in <string>' requires string as left operand, not ", type_name(thread, item)));
  }
  out = contains(view_of(str), view_of(part));
  return Status::Ok;
}

Status text_get_item(RealmThread& thread, Value container, Value key, Value& out) {
  Str* str = as_str(container);
  if (is_kind(key, Kind::Slice)) {
    return get_slice(thread, container, static_cast<Slice*>(key.as_object()), out);
  }
  std::int64_t index;
  if (!to_int64(key, index)) {
    if (is_int(key)) {
      return raise(thread, ExceptionType::IndexError, "cannot fit 'int' into an index-sized integer");
    }
    if (thread.lookup(class_of(thread, key), thread.realm.names.index) != nullptr) {
      return Status::Fallback;
    }
    return raise(thread, ExceptionType::TypeError,
                 str != nullptr ? text("string indices must be integers, not '", type_name(thread, key), "'")
                                : text("byte indices must be integers or slices, not ", type_name(thread, key)));
  }
  const std::int64_t length = text_length(container);
  if (index < 0) index += length;
  if (index < 0 || index >= length) {
    return raise(thread, ExceptionType::IndexError,
                 str != nullptr ? "string index out of range" : "index out of range");
  }
  const auto at = static_cast<std::size_t>(index);
  out = str != nullptr ? Value::object(make_char(thread, str->at(at)))
                       : Value::small_int(static_cast<unsigned char>(as_bytes(container)->view()[at]));
  return Status::Ok;
}

std::int64_t text_length(Value value) {
  Str* str = as_str(value);
  return str != nullptr ? str->length : as_bytes(value)->length;
}

}  // namespace threadbook::python
