// For programs that carry the library with them: all of its text is there from the beginning.
#include "python/library/sources.h"

namespace threadbook::python {

std::optional<std::string_view> library_text(const LibrarySource& source) { return source.text; }

}  // namespace threadbook::python
