// Between str objects and the pure functions of text/ and numeric/: views, results, limits.
#pragma once

#include "python/numeric/interrupt.h"
#include "python/numeric/result.h"
#include "python/objects/operations.h"
#include "python/objects/str.h"
#include "python/text/text_view.h"

namespace threadbook::python {

inline TextView view_of(const Str* str) {
  return str->is_wide() ? TextView(str->utf32()) : TextView::latin1(str->latin1());
}
inline TextView view_of(const Bytes* bytes) { return TextView::latin1(bytes->view()); }

// REQUIRES: canonical.
Str* make_str(RealmThread& thread, const Text& text);
// A str of `length` Latin-1 characters that the caller writes, from narrow_data() on, before anybody
// sees it. `ascii`: they will all be ASCII.
Str* allocate_narrow(RealmThread& thread, std::size_t length, bool ascii);
// The characters inside the object, which go on behind the declared end of the array.
inline char* narrow_data(Str* str) { return reinterpret_cast<char*>(str) + (sizeof(Str) - sizeof(Str::narrow)); }
// Characters [start, end) of `text`; `text` itself if that is all of it.
Str* slice_of(RealmThread& thread, Str* text, std::size_t start, std::size_t end);
// text * count. Throws HeapExhausted before allocating anything that cannot fit.
Str* repeat(RealmThread& thread, Str* text, std::int64_t count);
Bytes* repeat(RealmThread& thread, Bytes* bytes, std::int64_t count);
void append(StrBuilder& out, TextView text);
// UTF-8 for error messages.
std::string utf8_of(TextView text);

// Asks whether the run is being stopped.
Interrupt interrupt_of(RealmThread& thread);
// Throws HeapExhausted if `count` pieces of `bytes` each cannot fit the heap. To be asked before
// building something big outside the heap.
void require_room(RealmThread& thread, std::uint64_t count, std::uint64_t bytes = 1);

// Stores a pure function's value, or raises its error.
template <class T, class Store>
Status store(RealmThread& thread, Result<T> result, Store into) {
  if (!result.ok()) return raise(thread, result.error());
  into(*result);
  return Status::Ok;
}
Status store_str(RealmThread& thread, const Result<Text>& result, Value& out);
Status store_int(RealmThread& thread, const Result<BigInt>& result, Value& out);
Status store_float(RealmThread& thread, const Result<double>& result, Value& out);

}  // namespace threadbook::python
