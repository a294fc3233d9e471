// str.maketrans and str.translate.
#include "python/objects/realm.h"
#include "python/objects/text_methods.h"

namespace threadbook::python {
namespace {

Status put(RealmThread& thread, Dict* dict, Value key, Value value) {
  const Lookup found = dict_set(thread, dict, key, number_hash(key), value);
  return found == Lookup::NeedsPython ? Status::Fallback : Status::Ok;
}

Status table_of_dict(RealmThread& thread, Dict* from, Dict* table) {
  for (const DictEntry& entry : dict_snapshot(thread, from)) {
    Value key = entry.key;
    if (const Str* str = as_str(key)) {
      if (str->length != 1) {
        return value_error(thread, "string keys in translate table must be of length 1");
      }
      key = Value::small_int(str->at(0));
    } else if (!is_int(key)) {
      return type_error(thread, "keys in translate table must be strings or integers");
    }
    const Status status = put(thread, table, key, entry.value);
    if (status != Status::Ok) return status;
  }
  return Status::Ok;
}

Status maketrans(RealmThread& thread, Value* arguments, Value& result) {
  Dict* table = make_dict(thread);
  result = Value::object(table);
  if (arguments[1].is_unbound()) {
    Dict* from = as_dict(arguments[0]);
    if (from == nullptr) {
      return type_error(thread, "if you give only one argument to maketrans it must be a dict");
    }
    return table_of_dict(thread, from, table);
  }
  const Str* from = as_str(arguments[0]);
  if (from == nullptr) {
    return type_error(thread, "first maketrans argument must be a string if there is a second argument");
  }
  TextView to, removed;
  if (!require_same_type<Kind::Str>(thread, arguments[1], to, "maketrans() argument 2")) {
    return Status::Raised;
  }
  if (!arguments[2].is_unbound() &&
      !require_same_type<Kind::Str>(thread, arguments[2], removed, "maketrans() argument 3")) {
    return Status::Raised;
  }
  if (from->length != to.size()) {
    return value_error(thread, "the first two maketrans arguments must have equal length");
  }
  for (std::size_t i = 0; i < to.size(); ++i) {
    const Status status = put(thread, table, Value::small_int(from->at(i)), Value::small_int(to[i]));
    if (status != Status::Ok) return status;
  }
  for (std::size_t i = 0; i < removed.size(); ++i) {
    const Status status = put(thread, table, Value::small_int(removed[i]), Value::none());
    if (status != Status::Ok) return status;
  }
  return Status::Ok;
}

// table[character]; Unbound if it has no such key.
Status look_up(RealmThread& thread, Value table, char32_t character, Value& out) {
  const Value key = Value::small_int(character);
  out = Value::unbound();
  if (Dict* dict = as_dict(table)) {
    return dict_get(thread, dict, key, number_hash(key), out) == Lookup::NeedsPython ? Status::Fallback : Status::Ok;
  }
  const Value plain = unbox(table);
  const bool sequence = is_kind(plain, Kind::Str) || is_kind(plain, Kind::List) || is_kind(plain, Kind::Tuple) ||
                        is_kind(plain, Kind::Bytes);
  if (sequence) {
    std::int64_t size;
    const Status status = length(thread, plain, size);
    if (status != Status::Ok || character >= size) return status;
  }
  return get_item(thread, table, key, out);
}

Status append_mapped(RealmThread& thread, char32_t character, Value mapped, StrBuilder& out) {
  if (mapped.is_unbound()) {
    out.append(character);
  } else if (const Str* str = as_str(mapped)) {
    out.append(str);
  } else if (is_int(mapped)) {
    std::int64_t number;
    if (!to_int64(mapped, number) || number < 0 || number > 0x10FFFF) {
      return value_error(thread, "character mapping must be in range(0x110000)");
    }
    out.append(static_cast<char32_t>(number));
  } else if (!mapped.is_none()) {
    return type_error(thread, "character mapping must return integer, None or str");
  }
  return Status::Ok;
}

// Library counterpart for tables of classes written in Python: str__translate.
Status translate(RealmThread& thread, Value* arguments, Value& result) {
  TextSelf self;
  if (!text_self<Kind::Str>(thread, arguments[0], self)) return Status::Raised;
  const Value table = arguments[1];
  if (table.is_object() && !class_of(thread, table)->has(Class::kBuiltin)) return Status::Fallback;
  StrBuilder builder(thread);
  for (std::size_t i = 0; i < self.view.size(); ++i) {
    const char32_t character = self.view[i];
    Value mapped;
    Status status = look_up(thread, table, character, mapped);
    if (status == Status::Ok) status = append_mapped(thread, character, mapped, builder);
    if (status != Status::Ok) return status;
  }
  result = Value::object(builder.finish());
  return Status::Ok;
}

constexpr NativeDef kTranslateMethods[] = {
    {"maketrans(x, y=..., z=..., /)", maketrans},
    {"translate(self, table, /)", translate},
};

}  // namespace

std::span<const NativeDef> str_translate_methods() { return kTranslateMethods; }

}  // namespace threadbook::python
