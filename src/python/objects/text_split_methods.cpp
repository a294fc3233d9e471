// Methods of str and bytes that take apart and put together: split, partition, strip, join.
#include "python/objects/realm.h"
#include "python/objects/text_methods.h"

namespace threadbook::python {
namespace {

template <Kind kind>
constexpr Whitespace kWhitespace = kind == Kind::Str ? Whitespace::Unicode : Whitespace::Ascii;

template <Kind kind>
Value list_of(RealmThread& thread, const TextSelf& self, const std::vector<Span>& spans) {
  require_room(thread, spans.size(), sizeof(Value) + sizeof(Str));
  List* list = make_list(thread, static_cast<std::uint32_t>(spans.size()));
  if (spans.empty()) return Value::object(list);
  Slot* slot = list->items.load(std::memory_order_relaxed)->slots;
  for (Span span : spans) (slot++)->initialize(part_of<kind>(thread, self, span));
  list->length.store(static_cast<std::uint32_t>(spans.size()), std::memory_order_release);
  return Value::object(list);
}

template <Kind kind, bool from_right>
Status split_method(RealmThread& thread, Value* arguments, Value& result) {
  TextSelf self;
  if (!text_self<kind>(thread, arguments[0], self)) return Status::Raised;
  std::size_t limit;
  const Status status = limit_argument(thread, arguments[2], limit);
  if (status != Status::Ok) return status;
  if (arguments[1].is_none()) {
    result = list_of<kind>(thread, self,
                           from_right ? split_whitespace_right(self.view, limit, kWhitespace<kind>)
                                      : split_whitespace(self.view, limit, kWhitespace<kind>));
    return Status::Ok;
  }
  TextView separator;
  if (!same_type<kind>(arguments[1], separator)) {
    const std::string type = type_name(thread, arguments[1]);
    return type_error(thread, kind == Kind::Str ? text("must be str or None, not ", type)
                                                : text("a bytes-like object is required, not '", type, "'"));
  }
  if (separator.empty()) return value_error(thread, "empty separator");
  result = list_of<kind>(thread, self,
                         from_right ? split_right(self.view, separator, limit) : split(self.view, separator, limit));
  return Status::Ok;
}

template <Kind kind>
Status splitlines_method(RealmThread& thread, Value* arguments, Value& result) {
  TextSelf self;
  if (!text_self<kind>(thread, arguments[0], self)) return Status::Raised;
  std::int64_t keep;
  const Status status = as_index(thread, arguments[1], keep);
  if (status != Status::Ok) return status;
  result = list_of<kind>(thread, self, split_lines(self.view, keep != 0, kWhitespace<kind>));
  return Status::Ok;
}

template <Kind kind, bool from_right>
Status partition_method(RealmThread& thread, Value* arguments, Value& result) {
  TextSelf self;
  TextView separator;
  if (!text_self<kind>(thread, arguments[0], self) || !require_same_type<kind>(thread, arguments[1], separator)) {
    return Status::Raised;
  }
  if (separator.empty()) return value_error(thread, "empty separator");
  const std::size_t size = self.view.size();
  const std::size_t at = from_right ? find_last(self.view, separator) : find(self.view, separator);
  const Value empty = make_text<kind>(thread, Text());
  Value parts[3];
  if (at == kNotFound) {
    parts[0] = from_right ? empty : self.value;
    parts[1] = empty;
    parts[2] = from_right ? self.value : empty;
  } else {
    parts[0] = part_of<kind>(thread, self, {0, at});
    parts[1] = unbox(arguments[1]);
    parts[2] = part_of<kind>(thread, self, {at + separator.size(), size});
  }
  result = Value::object(make_tuple(thread, parts));
  return Status::Ok;
}

template <Kind kind, StripSide side>
Status strip_method(RealmThread& thread, Value* arguments, Value& result) {
  constexpr std::string_view name = side == StripSide::Both ? "strip" : side == StripSide::Left ? "lstrip" : "rstrip";
  TextSelf self;
  if (!text_self<kind>(thread, arguments[0], self)) return Status::Raised;
  TextView characters;
  Span span;
  if (arguments[1].is_none()) {
    span = strip(self.view, side, kWhitespace<kind>);
  } else if (same_type<kind>(arguments[1], characters)) {
    span = strip(self.view, characters, side);
  } else {
    return type_error(thread, kind == Kind::Str ? text(name, " arg must be None or str")
                                                : text("a bytes-like object is required, not '",
                                                       type_name(thread, arguments[1]), "'"));
  }
  result = part_of<kind>(thread, self, span);
  return Status::Ok;
}

// Library counterpart for iterables written in Python: str__join, bytes__join.
template <Kind kind>
Status join_method(RealmThread& thread, Value* arguments, Value& result) {
  TextSelf self;
  if (!text_self<kind>(thread, arguments[0], self)) return Status::Raised;
  std::vector<Value> items;
  const Status status = collect(thread, arguments[1], items);
  if (status == Status::Raised) return type_error(thread, "can only join an iterable");
  if (status != Status::Ok) return status;
  std::vector<TextView> parts(items.size());
  std::uint64_t size = items.empty() ? 0 : self.view.size() * (items.size() - 1);
  bool wide = items.size() > 1 && self.view.is_wide();
  for (std::size_t i = 0; i < items.size(); ++i) {
    if (!same_type<kind>(items[i], parts[i])) {
      if (kind == Kind::Bytes && is_kind(items[i], Kind::Instance)) {  // a bytearray
        arguments[1] = Value::object(make_list(thread, items));        // an iterator has been used up
        return Status::Fallback;
      }
      return type_error(thread, text("sequence item ", std::to_string(i), ": expected ",
                                     kind == Kind::Str ? "str instance" : "a bytes-like object", ", ",
                                     type_name(thread, items[i]), " found"));
    }
    size += parts[i].size();
    wide = wide || parts[i].is_wide();
  }
  if (items.size() == 1 && is_kind(items[0], kind)) {
    result = items[0];
    return Status::Ok;
  }
  require_room(thread, size, wide ? sizeof(char32_t) : 1);
  TextBuilder builder;
  builder.reserve(size);
  for (std::size_t i = 0; i < parts.size(); ++i) {
    if (i > 0) builder.append(self.view);
    builder.append(parts[i]);
  }
  result = make_text<kind>(thread, builder.finish());
  return Status::Ok;
}

template <Kind kind>
constexpr NativeDef kSplitMethods[] = {
    {"split(self, /, sep=None, maxsplit=-1)", split_method<kind, false>},
    {"rsplit(self, /, sep=None, maxsplit=-1)", split_method<kind, true>},
    {"splitlines(self, /, keepends=False)", splitlines_method<kind>},
    {"partition(self, sep, /)", partition_method<kind, false>},
    {"rpartition(self, sep, /)", partition_method<kind, true>},
    {"strip(self, chars=None, /)", strip_method<kind, StripSide::Both>},
    {"lstrip(self, chars=None, /)", strip_method<kind, StripSide::Left>},
    {"rstrip(self, chars=None, /)", strip_method<kind, StripSide::Right>},
    {"join(self, iterable, /)", join_method<kind>},
};

}  // namespace

std::span<const NativeDef> str_split_methods() { return kSplitMethods<Kind::Str>; }
std::span<const NativeDef> bytes_split_methods() { return kSplitMethods<Kind::Bytes>; }

}  // namespace threadbook::python
