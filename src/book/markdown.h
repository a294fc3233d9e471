// Markdown to blocks: the one place that knows md4c.
//
// md4c reports a document as a stream of "enter", "leave" and "text" calls; this part folds the
// stream into the model. Of CommonMark it takes what the book needs (with tables, without raw HTML
// and images); what it cannot carry into the model it reports instead of dropping it silently.
// Linear in the length of the text.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "book/document.h"

namespace threadbook::book {

// A piece of Markdown as blocks. A paragraph that only holds a link to a ".py" file becomes an
// Example that has its file, id, title, gil and variation, but not yet its source. Appends to
// `problems` what could not be understood, each as a sentence.
Blocks parse_markdown(std::string_view text, std::vector<std::string>& problems);

// One line of Markdown as text in styles: a title. As above for `problems`.
Inlines parse_inline_markdown(std::string_view line, std::vector<std::string>& problems);

}  // namespace threadbook::book
