// The book's text for the browser: the same words in the same places as painted, but as text.
//
// A canvas is a picture: nobody can search it, select in it or have it read out. So every block of the flow is given to
// the host as pieces of text with their places, once for each layout; the host lays them, invisible, over the picture.
#pragma once

#include <string>
#include <vector>

#include "ui/layout/flow.h"
#include "ui/surface/host.h"

namespace threadbook::ui {

// The element that stands for a block: "h2", "p", "pre"; "" if it has no text.
std::string block_element(const FlowElement& element);

// The pieces of a block. Links are numbered on in `links`: the n-th piece of a link in the book, counted from 0, is
// overlay kFirstLink + n and belongs to link links[n] of the flow.
std::vector<TextPiece> block_pieces(const FlowElement& element, const Flow& flow, const PageColumns& columns,
                                    std::vector<int>& links);

}  // namespace threadbook::ui
