// The iterators of itertools that need no Python: those that only count, repeat, cut and combine.
//
// Each is an Iterator of a kind of its own, so that next() is one atomic step whatever threads share it. What an
// Iterator's fields mean:
//
//   Count         position: the next value, step: what it grows by; or, for other than small ints,
//                 source: a tuple of the two
//   Repeat        source: a tuple of the object; remaining: how many more, step: 0 if endless
//   Cycle         source: a list of the iterator (None once it has ended) and what it gave;
//                 position: of the next item in it; step: nesting depth
//   Slice         source: a tuple of the iterator, how many of its items are skipped between two, how many at the
//                 end; remaining: how many more, position: how many are skipped first; step: nesting depth
//   Pairwise      source: an Array of the iterator and, once there is one, the item before the next;
//                 step: nesting depth
//   Product, Permutations, Combinations, CombinationsWithReplacement
//                 source: an Array of the pools and of indices into them; position: 0 before the end
//
// Over an iterable that needs Python, Cycle, Slice and Pairwise are generators (library/itertools.py).
#pragma once

#include <span>

#include "python/objects/function.h"
#include "python/objects/realm_thread.h"

namespace threadbook::python {

Iterator* make_itertools_iterator(RealmThread& thread, Class* cls, IteratorKind kind, Value source);
// iterator_next() of such a one.
Status itertools_next(RealmThread& thread, Iterator* iterator, Value& out);

std::span<const NativeDef> count_methods();
std::span<const NativeDef> repeat_methods();
std::span<const NativeDef> cycle_methods();
std::span<const NativeDef> islice_methods();
std::span<const NativeDef> pairwise_methods();

// itertools_combinatorics.cpp
Status next_combination(RealmThread& thread, Iterator* iterator, Value& out);
std::span<const NativeDef> product_methods();
std::span<const NativeDef> permutations_methods();
std::span<const NativeDef> combinations_methods();
std::span<const NativeDef> combinations_with_replacement_methods();

}  // namespace threadbook::python
