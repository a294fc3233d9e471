#include "python/modules/functools_module.h"

#include <algorithm>

#include "python/objects/container_support.h"
#include "python/vm/calls.h"
#include "python/vm/interpreter.h"

namespace threadbook::python {

namespace {

// ---- partial -----------------------------------------------------------------------------------

Partial* as_partial(Value value) {
  return is_kind(value, Kind::Partial) ? static_cast<Partial*>(value.as_object()) : nullptr;
}

bool is_callable(ThreadState& thread, Value value) {
  return is_kind(value, Kind::Class) || is_kind(value, Kind::Function) ||
         thread.lookup(class_of(thread, value), thread.interpreter.names.call) != nullptr ||
         is_kind(value, Kind::NativeFunction) || is_kind(value, Kind::BoundMethod);
}

// Parameters: cls, *args, **keywords; the function is the first of args.
Status partial_new(ThreadState& thread, Value* arguments, Value& result) {
  std::span<const Value> given = as_tuple(arguments[1])->view();
  if (given.empty()) return type_error(thread, "type 'partial' takes at least one argument");
  Value function = given[0];
  if (!is_callable(thread, function)) return type_error(thread, "the first argument must be callable");
  std::vector<Value> values;
  Dict* keywords = as_dict(arguments[2]);
  // A partial of a partial becomes one.
  if (Partial* inner = as_partial(function); inner != nullptr && inner->more.load() == nullptr) {
    std::span<const Value> first = as_tuple(inner->arguments)->view();
    values.assign(first.begin(), first.end());
    Dict* merged = dict_copy(thread, as_dict(inner->keywords));
    for (const DictEntry& entry : dict_snapshot(thread, keywords)) {
      dict_set(thread, merged, entry.key, entry.hash, entry.value);
    }
    keywords = merged;
    function = inner->function;
  }
  values.insert(values.end(), given.begin() + 1, given.end());
  Value all = Value::object(python::make_tuple(thread, values));
  auto* partial = thread.heap.make<Partial>(Kind::Partial, thread.interpreter.shape(BuiltinClass::Partial), 0);
  partial->more.store(nullptr, std::memory_order_relaxed);
  partial->function = function;
  partial->arguments = all;
  partial->keywords = Value::object(keywords);
  result = Value::object(partial);
  return Status::Ok;
}

// partial.__call__(self, *args, **keywords), for those who name it.
Status partial_call(ThreadState& thread, Value* arguments, Value& result) {
  std::span<const Value> given = as_tuple(arguments[1])->view();
  std::vector<Value> values(given.begin(), given.end());
  std::vector<Value> names;
  for (const DictEntry& entry : dict_snapshot(thread, as_dict(arguments[2]))) {
    names.push_back(entry.key);
    values.push_back(entry.value);
  }
  Arguments all{values.data(), static_cast<std::uint32_t>(values.size()),
                names.empty() ? nullptr : python::make_tuple(thread, names)};
  return call(thread, arguments[0], all, thread.destination, result);
}

Status in_library(ThreadState&, Value*, Value&) { return Status::Fallback; }

constexpr NativeDef kPartialMethods[] = {
    {"__new__(cls, /, *args, **keywords)", native<partial_new>},
    {"__call__(self, /, *args, **keywords)", native<partial_call>},
    {"__repr__(self, /)", native<in_library>},
};

// ---- lru_cache ---------------------------------------------------------------------------------

CallCache* cache_of(Value value) { return static_cast<CallCache*>(value.as_object()); }

// _make_cache(function, maxsize, typed): maxsize None is no bound.
Status make_cache(ThreadState& thread, Value* arguments, Value& result) {
  std::int64_t size = -1;
  if (!arguments[1].is_none()) to_int64(arguments[1], size);
  Dict* results = make_dict(thread);
  auto* cache = thread.heap.make<CallCache>(Kind::CallCache, thread.interpreter.shape(BuiltinClass::CallCache), 0);
  cache->flags = arguments[2].is_true() ? 1 : 0;
  cache->more.store(nullptr, std::memory_order_relaxed);
  cache->function = arguments[0];
  cache->results = results;
  cache->max_size = size;
  cache->hits.store(0, std::memory_order_relaxed);
  cache->misses.store(0, std::memory_order_relaxed);
  result = Value::object(cache);
  return Status::Ok;
}

// _cache_counts(cache): hits, misses, maxsize, current size.
Status cache_counts(ThreadState& thread, Value* arguments, Value& result) {
  CallCache* cache = cache_of(arguments[0]);
  const Value counts[] = {make_int(thread, cache->hits.load()), make_int(thread, cache->misses.load()),
                          cache->max_size < 0 ? Value::none() : make_int(thread, cache->max_size),
                          make_int(thread, cache->results->used.load())};
  result = Value::object(make_tuple(thread, counts));
  return Status::Ok;
}

// _cache_results(cache): the dict itself.
Status cache_results(ThreadState&, Value* arguments, Value& result) {
  result = Value::object(cache_of(arguments[0])->results);
  return Status::Ok;
}

Status cache_clear(ThreadState& thread, Value* arguments, Value& result) {
  CallCache* cache = cache_of(arguments[0]);
  dict_clear(thread, cache->results);
  cache->hits.store(0);
  cache->misses.store(0);
  result = Value::none();
  return Status::Ok;
}

Status cache_hit(ThreadState&, Value* arguments, Value& result) {
  cache_of(arguments[0])->hits.fetch_add(1, std::memory_order_relaxed);
  result = Value::none();
  return Status::Ok;
}

Status cache_miss(ThreadState&, Value* arguments, Value& result) {
  cache_of(arguments[0])->misses.fetch_add(1, std::memory_order_relaxed);
  result = Value::none();
  return Status::Ok;
}

// _cache_store(cache, key, value): the oldest goes if there is no more room. Fallback: `key` must be
// compared in Python.
Status cache_store(ThreadState& thread, Value* arguments, Value& result) {
  CallCache* cache = cache_of(arguments[0]);
  result = Value::none();
  if (cache->max_size == 0) return Status::Ok;
  std::uint64_t hash = 0;
  Status status = hash_value(thread, arguments[1], hash);
  if (status != Status::Ok) return status;
  Lookup found = dict_set(thread, cache->results, arguments[1], hash, arguments[2]);
  if (found == Lookup::NeedsPython) return Status::Fallback;
  Value key, value;
  while (cache->max_size > 0 && cache->results->used.load(std::memory_order_relaxed) > cache->max_size) {
    dict_pop_first(thread, cache->results, key, value);
  }
  return Status::Ok;
}

constexpr NativeDef kCacheMethods[] = {
    {"__call__(self, /, *args, **keywords)", native<partial_call>},
    {"cache_info(self, /)", native<in_library>},
    {"cache_clear(self, /)", native<cache_clear>},
    {"__copy__(self, /)", native<in_library>},
    {"__deepcopy__(self, memo, /)", native<in_library>},
};

constexpr NativeDef kFunctions[] = {
    {"_make_cache(function, maxsize, typed, /)", native<make_cache>},
    {"_cache_counts(cache, /)", native<cache_counts>},
    {"_cache_results(cache, /)", native<cache_results>},
    {"_cache_hit(cache, /)", native<cache_hit>},
    {"_cache_miss(cache, /)", native<cache_miss>},
    {"_cache_store(cache, key, value, /)", native<cache_store>},
};

}  // namespace

void fill_functools(ThreadState& thread, Module& module) {
  Interpreter& interpreter = thread.interpreter;
  Value name = Value::object(interpreter.intern("functools"));
  for (BuiltinClass id : {BuiltinClass::Partial, BuiltinClass::CallCache}) {
    Class* cls = interpreter.cls(id);
    cls->names.set(thread, interpreter.names.module, name);
    module.names->set(thread, cls->name, Value::object(cls));
  }
  interpreter.natives.add_methods(thread, BuiltinClass::Partial, kPartialMethods);
  interpreter.natives.add_methods(thread, BuiltinClass::CallCache, kCacheMethods);
  interpreter.natives.add_functions(thread, *module.names, kFunctions, module.name);
}

}  // namespace threadbook::python
