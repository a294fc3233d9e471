// Words broken into lines where nobody can measure letters yet: by how wide letters of the interface's typeface are on
// an average, rather more than less.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace threadbook::ui {

// `text` in lines of at most `width` pixels, in letters of `size` pixels. Breaks at blanks, a word too long anywhere
// between two characters.
std::vector<std::string> wrapped(std::string_view text, float width, float size);

}  // namespace threadbook::ui
