// Methods of str and bytes that search: find, index, count, startswith, replace and their like.
#include "python/objects/realm.h"
#include "python/objects/text_methods.h"

namespace threadbook::python {
namespace {

// What find and count look for; bytes also take an int.
template <Kind kind>
Status needle_argument(RealmThread& thread, Value value, std::string& byte, TextView& out) {
  if (same_type<kind>(value, out)) return Status::Ok;
  if constexpr (kind == Kind::Str) {
    return type_error(thread, text("must be str, not ", type_name(thread, value)));
  }
  if (!is_int(value)) {
    return type_error(thread,
                      text("argument should be integer or bytes-like object, not '", type_name(thread, value), "'"));
  }
  std::int64_t number;
  if (!to_int64(value, number) || number < 0 || number > 255) {
    return value_error(thread, "byte must be in range(0, 256)");
  }
  byte = static_cast<char>(number);
  out = TextView::latin1(byte);
  return Status::Ok;
}

using Finder = std::size_t (*)(TextView, TextView, std::size_t, std::size_t);

template <Kind kind, Finder finder>
Status search(RealmThread& thread, Value* arguments, std::size_t& out) {
  TextSelf self;
  if (!text_self<kind>(thread, arguments[0], self)) return Status::Raised;
  std::string byte;
  TextView needle;
  Bounds bounds;
  Status status = bounds_arguments(thread, arguments[2], arguments[3], self.view.size(), bounds);
  if (status == Status::Ok) status = needle_argument<kind>(thread, arguments[1], byte, needle);
  if (status != Status::Ok) return status;
  out = bounds.outside ? kNotFound : finder(self.view, needle, bounds.start, bounds.end);
  return Status::Ok;
}

template <Kind kind, Finder finder>
Status find_method(RealmThread& thread, Value* arguments, Value& result) {
  std::size_t at;
  const Status status = search<kind, finder>(thread, arguments, at);
  if (status != Status::Ok) return status;
  result = Value::small_int(at == kNotFound ? -1 : static_cast<std::int64_t>(at));
  return Status::Ok;
}

template <Kind kind, Finder finder>
Status index_method(RealmThread& thread, Value* arguments, Value& result) {
  const Status status = find_method<kind, finder>(thread, arguments, result);
  if (status != Status::Ok || result.as_small_int() >= 0) return status;
  return value_error(thread, kind == Kind::Str ? "substring not found" : "subsection not found");
}

template <Kind kind>
Status count_method(RealmThread& thread, Value* arguments, Value& result) {
  std::size_t number;
  const Status status = search<kind, count>(thread, arguments, number);
  if (status != Status::Ok) return status;
  result = Value::small_int(number == kNotFound ? 0 : static_cast<std::int64_t>(number));
  return Status::Ok;
}

// startswith and endswith: of any of a tuple's texts.
template <Kind kind, bool at_end>
Status affix_method(RealmThread& thread, Value* arguments, Value& result) {
  constexpr std::string_view name = at_end ? "endswith" : "startswith";
  constexpr std::string_view type = kind == Kind::Str ? "str" : "bytes";
  TextSelf self;
  if (!text_self<kind>(thread, arguments[0], self)) return Status::Raised;
  Bounds bounds;
  const Status status = bounds_arguments(thread, arguments[2], arguments[3], self.view.size(), bounds);
  if (status != Status::Ok) return status;
  const TextView view = bounds.outside ? TextView() : self.view.slice(bounds.start, bounds.end);
  const auto test = [&](TextView affix) {
    return !bounds.outside && (at_end ? ends_with(view, affix) : starts_with(view, affix));
  };
  TextView affix;
  if (same_type<kind>(arguments[1], affix)) {
    result = Value::boolean(test(affix));
    return Status::Ok;
  }
  Tuple* choices = as_tuple(arguments[1]);
  if (choices == nullptr) {
    return type_error(thread, text(name, " first arg must be ", type, " or a tuple of ", type, ", not ",
                                   type_name(thread, arguments[1])));
  }
  bool found = false;
  for (Value choice : choices->view()) {
    if (!same_type<kind>(choice, affix)) {
      return type_error(thread,
                        kind == Kind::Str
                            ? text("tuple for ", name, " must only contain str, not ", type_name(thread, choice))
                            : text("a bytes-like object is required, not '", type_name(thread, choice), "'"));
    }
    found = found || test(affix);
    if (found) break;
  }
  result = Value::boolean(found);
  return Status::Ok;
}

// str.replace from Latin-1 text to Latin-1 text, measured first and written once. `old_part` is not
// empty. Nullptr: the result is very short or too long, and left to replace().
Str* replace_narrow(RealmThread& thread, const Str* self, TextView old_part, TextView new_part, std::size_t limit) {
  const TextView view = view_of(self);
  const std::string_view from = self->latin1();
  const std::string_view with = new_part.narrow();
  const std::size_t times = std::min(count(view, old_part), limit);
  const std::size_t kept = from.size() - times * old_part.size();
  if (with.size() > 1 && times > (kMaxTextSize - kept) / with.size()) return nullptr;
  const std::size_t size = kept + times * with.size();
  if (size <= 1) return nullptr;
  Str* result = allocate_narrow(thread, size, self->is_ascii() && is_ascii(new_part));
  char* to = narrow_data(result);
  std::size_t copied = 0;
  for (std::size_t i = 0; i < times; ++i) {
    const std::size_t at = find(view, old_part, copied);
    to = std::copy(from.begin() + copied, from.begin() + at, to);
    to = std::copy(with.begin(), with.end(), to);
    copied = at + old_part.size();
  }
  std::copy(from.begin() + copied, from.end(), to);
  return result;
}

template <Kind kind>
Status replace_method(RealmThread& thread, Value* arguments, Value& result) {
  TextSelf self;
  TextView old_part, new_part;
  if (!text_self<kind>(thread, arguments[0], self) ||
      !require_same_type<kind>(thread, arguments[1], old_part, "replace() argument 1") ||
      !require_same_type<kind>(thread, arguments[2], new_part, "replace() argument 2")) {
    return Status::Raised;
  }
  std::size_t limit;
  const Status status = limit_argument(thread, arguments[3], limit);
  if (status != Status::Ok) return status;
  if (find(self.view, old_part) == kNotFound) {
    result = self.value;
    return Status::Ok;
  }
  if (kind == Kind::Str && !self.view.is_wide() && !new_part.is_wide() && !old_part.empty()) {
    const auto* str = static_cast<const Str*>(self.value.as_object());
    if (Str* replaced = replace_narrow(thread, str, old_part, new_part, limit)) {
      result = Value::object(replaced);
      return Status::Ok;
    }
  }
  return store_text<kind>(thread, replace(self.view, old_part, new_part, limit), result);
}

template <Kind kind, bool at_end>
Status remove_affix_method(RealmThread& thread, Value* arguments, Value& result) {
  constexpr std::string_view prefix = at_end ? "removesuffix() argument" : "removeprefix() argument";
  TextSelf self;
  TextView affix;
  if (!text_self<kind>(thread, arguments[0], self) || !require_same_type<kind>(thread, arguments[1], affix, prefix)) {
    return Status::Raised;
  }
  Span rest{0, self.view.size()};
  if (at_end && ends_with(self.view, affix)) rest.end -= affix.size();
  if (!at_end && starts_with(self.view, affix)) rest.start += affix.size();
  result = part_of<kind>(thread, self, rest);
  return Status::Ok;
}

template <Kind kind>
constexpr NativeDef kSearchMethods[] = {
    {"count(self, sub, start=None, end=None, /)", count_method<kind>},
    {"find(self, sub, start=None, end=None, /)", find_method<kind, find>},
    {"rfind(self, sub, start=None, end=None, /)", find_method<kind, find_last>},
    {"index(self, sub, start=None, end=None, /)", index_method<kind, find>},
    {"rindex(self, sub, start=None, end=None, /)", index_method<kind, find_last>},
    {"startswith(self, prefix, start=None, end=None, /)", affix_method<kind, false>},
    {"endswith(self, suffix, start=None, end=None, /)", affix_method<kind, true>},
    {"replace(self, old, new, count=-1, /)", replace_method<kind>},
    {"removeprefix(self, prefix, /)", remove_affix_method<kind, false>},
    {"removesuffix(self, suffix, /)", remove_affix_method<kind, true>},
};

// One bound of a slice.
Status bound_argument(RealmThread& thread, Value value, std::int64_t otherwise, std::int64_t length,
                      std::int64_t& out) {
  if (value.is_none() || value.is_unbound()) {
    out = otherwise;
    return Status::Ok;
  }
  if (!is_int(value)) {
    if (thread.lookup(class_of(thread, value), thread.realm.names.index) != nullptr) {
      return Status::Fallback;
    }
    return type_error(thread, "slice indices must be integers or None or have an __index__ method");
  }
  const Status status = as_index(thread, value, out);  // clamped to int64
  if (status == Status::Ok && out < 0) out = out < -length ? 0 : out + length;
  return status;
}

}  // namespace

std::span<const NativeDef> str_search_methods() { return kSearchMethods<Kind::Str>; }
std::span<const NativeDef> bytes_search_methods() { return kSearchMethods<Kind::Bytes>; }

Status bounds_arguments(RealmThread& thread, Value start, Value end, std::size_t length, Bounds& out) {
  if (start.is_none() && end.is_none()) {
    out = {0, length, false};
    return Status::Ok;
  }
  const auto size = static_cast<std::int64_t>(length);
  std::int64_t first, last;
  Status status = bound_argument(thread, start, 0, size, first);
  if (status == Status::Ok) status = bound_argument(thread, end, size, size, last);
  if (status != Status::Ok) return status;
  if (last > size) last = size;
  out.outside = first > last;
  if (out.outside) first = last = 0;
  out.start = static_cast<std::size_t>(first);
  out.end = static_cast<std::size_t>(last);
  return Status::Ok;
}

Status limit_argument(RealmThread& thread, Value value, std::size_t& out) {
  std::int64_t number;
  const Status status = as_ssize(thread, value, number);
  if (status != Status::Ok) return status;
  const bool all = number < 0 || static_cast<std::uint64_t>(number) >= kAll;
  out = all ? kAll : static_cast<std::size_t>(number);
  return Status::Ok;
}

}  // namespace threadbook::python
