#include "python/modules/collections_module.h"

#include "python/objects/container_natives.h"
#include "python/objects/methods.h"
#include "python/vm/calls.h"

namespace threadbook::python {

namespace {

// move_to_end(dict, key, last): False if the key is not there.
Status move_to_end(ThreadState& thread, Value* arguments, Value& result) {
  std::uint64_t hash = 0;
  bool last = false;
  Status status = hash_value(thread, arguments[1], hash);
  if (status == Status::Ok) status = truth(thread, arguments[2], last);
  if (status != Status::Ok) return status;
  Lookup found = dict_move_to_end(thread, as_dict(arguments[0]), arguments[1], hash, last);
  if (found == Lookup::NeedsPython) return Status::Fallback;
  result = Value::boolean(found == Lookup::Found);
  return Status::Ok;
}

// pop_first(dict): the oldest entry, taken out, as a tuple; None if there is none.
Status pop_first(ThreadState& thread, Value* arguments, Value& result) {
  Tuple* entry = make_tuple(thread, 2u);
  result = dict_pop_first(thread, as_dict(arguments[0]), entry->items[0], entry->items[1]) ? Value::object(entry)
                                                                                           : Value::none();
  return Status::Ok;
}

// count_elements(dict, iterable): adds one to dict[item] for each; each step is one. Fallback hands
// what is left to library code.
Status count_elements(ThreadState& thread, Value* arguments, Value& result) {
  if (overridden(thread, arguments[0], thread.interpreter.names.setitem) ||
      overridden(thread, arguments[0], thread.interpreter.intern("get"))) {
    return Status::Fallback;
  }
  std::vector<Value> items;
  Status status = collect(thread, arguments[1], items);
  if (status != Status::Ok) return status;
  Dict* dict = as_dict(arguments[0]);
  for (std::size_t i = 0; i < items.size(); ++i) {
    std::uint64_t hash = 0;
    status = hash_value(thread, items[i], hash);
    if (status == Status::Ok && dict_count(thread, dict, items[i], hash) == Lookup::NeedsPython) {
      status = Status::Fallback;
    }
    if (status == Status::Fallback) {
      arguments[1] = Value::object(make_list(thread, std::span<const Value>(items).subspan(i)));
    }
    if (status != Status::Ok) return status;
  }
  result = Value::none();
  return Status::Ok;
}

// ---- namedtuple --------------------------------------------------------------------------------

// The __new__ of every namedtuple: the fields follow the class.
Status record_new(ThreadState& thread, Value* arguments, Value& result) {
  Class* cls = as_class(arguments[0]);
  const NativeFunction* constructor = cls->construct;
  std::size_t count = constructor->signature->positional - 1u;
  result = Value::object(python::make_tuple(thread, std::span<const Value>(arguments + 1, count)));
  adopt_class(thread, cls, result);
  return Status::Ok;
}

// make_record(cls, fields, defaults): gives a subclass of tuple its __new__.
Status make_record(ThreadState& thread, Value* arguments, Value& result) {
  thread.interpreter.natives.add_record_constructor(thread, as_class(arguments[0]), native<record_new>,
                                                    as_tuple(arguments[1])->view(), as_tuple(arguments[2])->view());
  thread.interpreter.classes.changed(as_class(arguments[0]));
  result = Value::none();
  return Status::Ok;
}

// field(cls, index, doc): a descriptor for that item.
Status field(ThreadState& thread, Value* arguments, Value& result) {
  auto* property = thread.heap.make<Property>(Kind::Property, as_class(arguments[0])->root_shape->id, 0);
  property->more.store(nullptr);
  property->getter.store(arguments[1]);
  property->setter.store(Value::none());
  property->deleter.store(Value::none());
  property->doc.store(arguments[2]);
  result = Value::object(property);
  return Status::Ok;
}

Status field_repr(ThreadState& thread, Value* arguments, Value& result) {
  auto* property = static_cast<Property*>(arguments[0].as_object());
  StrBuilder out(thread);
  out.append_latin1(text("_tuplegetter(", std::to_string(property->getter.load().as_small_int()), ", "));
  Status status = repr(thread, property->doc.load(), out);
  out.append_latin1(")");
  result = Value::object(out.finish());
  return status;
}

constexpr NativeDef kFieldMethods[] = {{"__repr__(self, /)", native<field_repr>}};

// ---- views of an OrderedDict -------------------------------------------------------------------

// The three classes of views, which do what a dict's do.
void add_view_classes(ThreadState& thread, Module& module) {
  Interpreter& interpreter = thread.interpreter;
  const std::pair<BuiltinClass, std::string_view> kViews[] = {{BuiltinClass::DictKeys, "odict_keys"},
                                                              {BuiltinClass::DictValues, "odict_values"},
                                                              {BuiltinClass::DictItems, "odict_items"}};
  for (auto [original, name] : kViews) {
    Class* cls = interpreter.classes.make_native(thread, nullptr, name, Kind::DictView);
    for (const Namespace::Item& item : interpreter.cls(original)->names.items())
      cls->names.set(thread, item.name, item.value);
    module.names->set(thread, cls->name, Value::object(cls));
  }
}

// as_view(cls, view): the new view as one of that class.
Status as_view(ThreadState&, Value* arguments, Value& result) {
  result = arguments[1];
  result.as_object()->shape.store(as_class(arguments[0])->root_shape->id, std::memory_order_release);
  return Status::Ok;
}

constexpr NativeDef kFunctions[] = {
    {"make_record(cls, fields, defaults, /)", native<make_record>},
    {"field(cls, index, doc, /)", native<field>},
    {"as_view(cls, view, /)", native<as_view>},
    {"move_to_end(dict, key, last, /)", native<move_to_end>},
    {"pop_first(dict, /)", native<pop_first>},
    {"count_elements(dict, iterable, /)", native<count_elements>},
};

}  // namespace

void fill_collections(ThreadState& thread, Module& module) {
  Interpreter& interpreter = thread.interpreter;
  Class* deque = interpreter.cls(BuiltinClass::Deque);
  interpreter.natives.add_methods(thread, BuiltinClass::Deque, deque_methods());
  interpreter.natives.add_getters(thread, deque, deque_getters());
  deque->names.set(thread, interpreter.names.module, Value::object(interpreter.intern("collections")));
  for (BuiltinClass id : {BuiltinClass::DequeIterator, BuiltinClass::DequeReverseIterator}) {
    interpreter.cls(id)->names.set(thread, interpreter.names.module, Value::object(module.name));
  }
  module.names->set(thread, deque->name, Value::object(deque));
  Class* getter = interpreter.classes.make_native(thread, module.name, "_tuplegetter", Kind::Property);
  interpreter.natives.add_methods(thread, getter, kFieldMethods);
  module.names->set(thread, getter->name, Value::object(getter));
  add_view_classes(thread, module);
  interpreter.natives.add_functions(thread, *module.names, kFunctions, module.name);
}

}  // namespace threadbook::python
