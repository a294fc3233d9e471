// Methods of str and bytes that lay text out: center, ljust, rjust, zfill, expandtabs.
#include "python/objects/realm.h"
#include "python/objects/text_methods.h"

namespace threadbook::python {
namespace {

template <Kind kind>
Status fill_argument(RealmThread& thread, Value value, std::string_view method, char32_t& out) {
  if (value.is_unbound()) return Status::Ok;
  TextView fill;
  if (!same_type<kind>(value, fill)) {
    const std::string type = type_name(thread, value);
    return type_error(thread, kind == Kind::Str
                                  ? text("The fill character must be a unicode character, not ", type)
                                  : text(method, "() argument 2 must be a byte string of length 1, not ", type));
  }
  if (fill.size() != 1) {
    return type_error(thread, kind == Kind::Str ? "The fill character must be exactly one character long"
                                                : text(method,
                                                       "() argument 2 must be a byte string of length 1, "
                                                       "not bytes"));
  }
  out = fill[0];
  return Status::Ok;
}

template <Kind kind, Justify how>
Status justify_method(RealmThread& thread, Value* arguments, Value& result) {
  constexpr std::string_view name = how == Justify::Center ? "center" : how == Justify::Left ? "ljust" : "rjust";
  TextSelf self;
  if (!text_self<kind>(thread, arguments[0], self)) return Status::Raised;
  std::int64_t width;
  char32_t fill = U' ';
  Status status = as_ssize(thread, arguments[1], width);
  if (status == Status::Ok) status = fill_argument<kind>(thread, arguments[2], name, fill);
  if (status != Status::Ok) return status;
  if (width <= static_cast<std::int64_t>(self.view.size())) {
    result = self.value;
    return Status::Ok;
  }
  require_room(thread, static_cast<std::uint64_t>(width), self.view.is_wide() ? 4 : 1);
  return store_text<kind>(thread, justify(self.view, width, how, fill), result);
}

template <Kind kind>
Status zfill_method(RealmThread& thread, Value* arguments, Value& result) {
  TextSelf self;
  if (!text_self<kind>(thread, arguments[0], self)) return Status::Raised;
  std::int64_t width;
  const Status status = as_ssize(thread, arguments[1], width);
  if (status != Status::Ok) return status;
  if (width <= static_cast<std::int64_t>(self.view.size())) {
    result = self.value;
    return Status::Ok;
  }
  require_room(thread, static_cast<std::uint64_t>(width), self.view.is_wide() ? 4 : 1);
  return store_text<kind>(thread, zero_fill(self.view, width), result);
}

template <Kind kind>
Status expandtabs_method(RealmThread& thread, Value* arguments, Value& result) {
  TextSelf self;
  if (!text_self<kind>(thread, arguments[0], self)) return Status::Raised;
  std::int64_t tab_size;
  const Status status = as_ssize(thread, arguments[1], tab_size);
  if (status != Status::Ok) return status;
  return store_text<kind>(thread, expand_tabs(self.view, tab_size), result);
}

template <Kind kind>
constexpr NativeDef kLayoutMethods[] = {
    {"center(self, width, fillchar=..., /)", justify_method<kind, Justify::Center>},
    {"ljust(self, width, fillchar=..., /)", justify_method<kind, Justify::Left>},
    {"rjust(self, width, fillchar=..., /)", justify_method<kind, Justify::Right>},
    {"zfill(self, width, /)", zfill_method<kind>},
    {"expandtabs(self, /, tabsize=8)", expandtabs_method<kind>},
};

}  // namespace

std::span<const NativeDef> str_layout_methods() { return kLayoutMethods<Kind::Str>; }
std::span<const NativeDef> bytes_layout_methods() { return kLayoutMethods<Kind::Bytes>; }

}  // namespace threadbook::python
