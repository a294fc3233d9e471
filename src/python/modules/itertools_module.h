// _itertools: the classes of itertools.
//
// Those that only count, repeat and combine are Iterators of kinds of their own, so that next() is one
// atomic step whatever threads share them:
//
//   Count         position: the next value, step: what it grows by; or, for other than small ints,
//                 source: a tuple of the two
//   Repeat        source: a tuple of the object; remaining: how many more, step: 0 if endless
//   Cycle         source: a list of the iterator (None once it has ended) and what it gave;
//                 position: of the next item in it; step: nesting depth
//   Product, Permutations, Combinations, CombinationsWithReplacement
//                 source: an Array of the pools and of indices into them; position: 0 before the end
//
// The others, which call functions or other iterators, are generators within (library/itertools.py),
// as map and filter are.
#pragma once

#include <span>

#include "python/objects/function.h"
#include "python/vm/thread_state.h"

namespace threadbook::python {

void fill_itertools(ThreadState& thread, Module& module);

// Product and its siblings (itertools_combinatorics.cpp).
Status next_combination(RealmThread& thread, Iterator* iterator, Value& out);
Iterator* make_itertools_iterator(RealmThread& thread, Class* cls, IteratorKind kind, Value source);
std::span<const NativeDef> product_methods();
std::span<const NativeDef> permutations_methods();
std::span<const NativeDef> combinations_methods();
std::span<const NativeDef> combinations_with_replacement_methods();

}  // namespace threadbook::python
