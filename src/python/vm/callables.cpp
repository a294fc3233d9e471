// Calls of objects that stand for a function: functools.partial, and functions with a cache.
#include <algorithm>
#include <array>

#include "python/objects/dict.h"
#include "python/objects/operations.h"
#include "python/vm/calls.h"
#include "python/vm/interpreter.h"

namespace threadbook::python {

namespace {

Dict* keywords_dict(ThreadState& thread, const Arguments& arguments) {
  Dict* keywords = make_dict(thread);
  for (std::uint32_t i = arguments.positional(); i < arguments.count; ++i) {
    auto* name = static_cast<Str*>(arguments.keywords->items[i - arguments.positional()].as_object());
    dict_set_str(thread, keywords, name, arguments.values[i]);
  }
  return keywords;
}

// What tells one call from another: a lone int or str itself, otherwise a tuple of everything given.
Value key_of(ThreadState& thread, const CallCache* cache, const Arguments& arguments) {
  bool typed = cache->flags != 0;
  auto is_plain = [&](Value value) {
    return value.is_small_int() || is_kind(value, Kind::Str) || is_kind(value, Kind::BigInt);
  };
  if (arguments.count == 1 && arguments.keywords == nullptr && !typed && is_plain(arguments.values[0])) {
    return arguments.values[0];
  }
  std::vector<Value> parts(arguments.values, arguments.values + arguments.positional());
  if (arguments.keywords != nullptr) {
    // A mark no argument can be.
    parts.push_back(Value::object(thread.interpreter.cls(BuiltinClass::CallCache)));
    for (std::uint32_t i = arguments.positional(); i < arguments.count; ++i) {
      parts.push_back(arguments.keywords->items[i - arguments.positional()]);
      parts.push_back(arguments.values[i]);
    }
  }
  if (typed) {
    for (std::uint32_t i = 0; i < arguments.count; ++i) {
      parts.push_back(Value::object(class_of(thread, arguments.values[i])));
    }
  }
  return Value::object(python::make_tuple(thread, parts));
}

}  // namespace

Status call_partial(ThreadState& thread, Partial* partial, const Arguments& arguments, const Destination& destination,
                    Value& result) {
  std::span<const Value> given = static_cast<Tuple*>(partial->arguments.as_object())->view();
  auto* keywords = static_cast<Dict*>(partial->keywords.as_object());
  std::array<Value, 8> few;
  if (keywords->used.load(std::memory_order_relaxed) == 0 && given.size() + arguments.count <= few.size()) {
    std::copy(arguments.values, arguments.values + arguments.count, std::copy(given.begin(), given.end(), few.begin()));
    Arguments all{few.data(), static_cast<std::uint32_t>(given.size()) + arguments.count, arguments.keywords};
    return call(thread, partial->function, all, destination, result);
  }
  std::vector<Value> values(given.begin(), given.end());
  if (keywords->used.load(std::memory_order_relaxed) == 0) {
    values.insert(values.end(), arguments.values, arguments.values + arguments.count);
    Arguments all{values.data(), static_cast<std::uint32_t>(values.size()), arguments.keywords};
    return call(thread, partial->function, all, destination, result);
  }
  values.insert(values.end(), arguments.values, arguments.values + arguments.positional());
  Dict* merged = dict_copy(thread, keywords);
  for (const DictEntry& entry : dict_snapshot(thread, keywords_dict(thread, arguments))) {
    dict_set_str(thread, merged, static_cast<Str*>(entry.key.as_object()), entry.value);
  }
  std::vector<Value> names;
  for (const DictEntry& entry : dict_snapshot(thread, merged)) {
    if (as_str(entry.key) == nullptr) return raise(thread, ExceptionType::TypeError, "keywords must be strings");
    names.push_back(unbox(entry.key));
    values.push_back(entry.value);
  }
  Arguments all{values.data(), static_cast<std::uint32_t>(values.size()), python::make_tuple(thread, names)};
  return call(thread, partial->function, all, destination, result);
}

// A result that is there is answered at once; calling the function and keeping what it returns is
// library code (functools.py), as is everything with keys that have an __eq__ in Python.
Status call_cached(ThreadState& thread, CallCache* cache, const Arguments& arguments, const Destination& destination,
                   Value& result) {
  Value key = key_of(thread, cache, arguments);
  std::string_view continuation = "functools__compute";
  if (cache->max_size != 0) {
    std::uint64_t hash = 0;
    Status status = hash_value(thread, key, hash);
    if (status == Status::Raised) return status;
    Lookup found = Lookup::NeedsPython;
    if (status == Status::Ok) found = dict_get(thread, cache->results, key, hash, result);
    if (found == Lookup::Found) {
      if (cache->max_size > 0) dict_move_to_end(thread, cache->results, key, hash, true);
      cache->hits.fetch_add(1, std::memory_order_relaxed);
      return Status::Ok;
    }
    if (found == Lookup::NeedsPython) continuation = "functools__look_up";
  }
  Tuple* positional = make_tuple(thread, {arguments.values, arguments.positional()});
  return call_library(thread, continuation,
                      {Value::object(cache), key, cache->function, Value::object(positional),
                       Value::object(keywords_dict(thread, arguments))},
                      destination, result);
}

}  // namespace threadbook::python
