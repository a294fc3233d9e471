// Callables: functions written in Python, builtin functions, bound methods and the descriptors.
#pragma once

#include <string_view>
#include <vector>

#include "python/objects/class.h"

namespace threadbook::python {

struct LinkedCode;

struct Function : Object {
  std::atomic<Object*> more;  // attributes
  LinkedCode* code;
  Tuple* closure;   // cells, or nullptr
  Slot defaults;    // tuple or None
  Slot kwdefaults;  // dict or None
  Slot name, qualname, doc, annotations, module;
};

// A builtin function receives its arguments bound to the parameters its signature names: arguments[i]
// is parameter i, Unbound where an optional one without a written default was left out; *args
// arrives as a tuple, **kwargs as a dict. It may run for microseconds, not seconds: nothing can stop
// it. It may allocate (HeapExhausted passes through), but before it changes anything.
using Native = Status (*)(RealmThread& thread, Value* arguments, Value& result);

// `signature` as Python's help() would print it: "insert(self, index, object, /)",
// "sorted(iterable, /, *, key=None, reverse=False)". A default is a literal: None, True, False, an
// int, a 'str', or `...` for "left out" (Unbound). Names of methods carry no class.
struct NativeDef {
  std::string_view signature;
  Native function;
};

struct Signature {
  struct Parameter {
    Str* name;
    Value fallback;  // default; Unbound and required == true: none
    bool required;
  };
  Str* name;
  std::vector<Parameter> parameters;  // positional-only, positional, keyword-only; then *args, **kwargs
  std::uint16_t positional_only = 0;
  std::uint16_t positional = 0;  // including positional_only
  std::uint16_t keyword_only = 0;
  bool var_args = false;
  bool var_kwargs = false;
  bool is_simple = false;  // positional-only parameters, all required

  std::size_t slots() const { return parameters.size(); }
};

struct NativeFunction : Object {
  Native function;
  const Signature* signature;       // owned by the interpreter
  Class* owner;                     // the class it is a method of; nullptr: a function of a module
  Str* module;                      // the module of a function; nullptr: a method
  Str* qualname;                    // "list.append"
  std::atomic<Function*> fallback;  // library function "list__append"; found at first need
};

struct BoundMethod : Object {
  Value function;
  Value self;
};

// functools.partial: a call of `function` with some of its arguments given.
struct Partial : Object {
  std::atomic<Object*> more;
  Value function;
  Value arguments;  // a tuple
  Value keywords;   // a dict
};

struct Dict;

// A function that remembers its results. `flags`: 1 if arguments of different types are told apart.
struct CallCache : Object {
  std::atomic<Object*> more;
  Value function;
  Dict* results;          // key of the arguments: result; the least recently used first
  std::int64_t max_size;  // -1: no bound
  std::atomic<std::int64_t> hits, misses;
};

struct Property : Object {
  std::atomic<Object*> more;
  // A small int as getter: that item of the tuple `self`, a field of a namedtuple.
  Slot getter, setter, deleter, doc;
};

// A name of __slots__ in the class that has them: a data descriptor for the attribute of that name.
struct Member : Object {
  Str* name;
  Class* owner;
};

// StaticMethod and ClassMethod.
struct MethodWrapper : Object {
  std::atomic<Object*> more;
  Value function;
};

struct Super : Object {
  Class* cls;
  Value self;
  Class* self_class;
};

struct Module : Object {
  Str* name;
  Namespace* names;                // owned by the interpreter
  std::atomic<bool> initializing;  // its code is still running
  std::atomic<Object*> dict;       // what globals() is there, a live dict; nullptr until asked for
  Slot builtins;                   // exec() was given a dict of its own; Unbound: the run's
};

// Over a builtin container. The meaning of position, remaining and step follows IteratorKind, in
// `flags`.
enum class IteratorKind : std::uint8_t {
  List,             // position: index of the next item
  ListReverse,      // position: index of the next item, counting down
  Tuple,            // as List
  Str,              // as List
  Bytes,            // as List
  SequenceReverse,  // as ListReverse, over a tuple, str or bytes
  Range,            // position: the next value; remaining: how many more; step
  LongRange,        // over a range beyond int64: source is the range, position an index
  DictKeys,         // position: entry; remaining: expected size, and items left << 32
  DictValues,       // as DictKeys
  DictItems,        // as DictKeys
  ReversedDict,     // the same backwards; step: 0 keys, 1 values, 2 items
  Set,              // position: place in the table; remaining: expected size
  Enumerate,        // source: an Iterator; position: the next number; step: nesting depth
  Zip,              // source: a tuple of Iterators; position: 1 if strict; step: nesting depth
  Deque,            // position: how many were given; remaining: items left; step: the deque's version
  ReversedDeque,    // the same backwards
  Wrapped,  // source: a cursor that does the work (map, filter, …; vm/library_iterator.h); get_iter answers it
  // Those of itertools that need no Python: itertools_iterators.h says what their fields mean.
  Count,
  Repeat,
  Cycle,
  Slice,
  Pairwise,
  Product,
  Permutations,
  Combinations,
  CombinationsWithReplacement,
};

struct Iterator : Object {
  Slot source;  // None once exhausted
  std::atomic<std::int64_t> position;
  std::atomic<std::int64_t> remaining;
  std::int64_t step;
  IteratorKind iterator_kind() const { return static_cast<IteratorKind>(flags); }
};

// keys(), values() or items(); `flags` holds the IteratorKind its iterator has.
struct DictView : Object {
  Dict* dict;
};

// Wraps something of C++; `flags` says what (handle.h).
enum class HandleKind : std::uint8_t {
  Lock,
  Thread,
  Twister,
  RLock,
  Notifier,
  Notice,
  Semaphore,
  Event,
  Barrier,
  Party,
  LocalValues,
  Queue
};

}  // namespace threadbook::python
