#include "ui/text_blocks.h"

#include <algorithm>

#include "ui/surface/overlay_ids.h"

namespace threadbook::ui {
namespace {

class Pieces {
 public:
  Pieces(const Flow& flow, std::vector<int>& links) : flow_(flow), links_(links) {}

  void box(const TextBox& box, float x, float y, float width, float align) {
    for (const Line& line : box.lines) {
      const float shift = (width - line.width) * align;
      for (const Piece& piece : line.pieces) {
        const Span& span = box.spans[piece.span];
        TextPiece result;
        result.rect = {x + shift + piece.text_x, y + line.top, piece.x + piece.width - piece.text_x, box.line_height};
        result.text = piece.text;
        result.type = span.type;
        if (span.link >= 0) {
          result.link = kFirstLink + static_cast<OverlayId>(links_.size());
          result.target = flow_.links[static_cast<std::size_t>(span.link)];
          result.first = links_.empty() || links_.back() != span.link;
          links_.push_back(span.link);
        }
        pieces_.push_back(std::move(result));
      }
      // Lines are words apart, even where nothing is painted between them.
      if (!line.pieces.empty()) pieces_.back().text += ' ';
    }
  }

  void code(const FlowCode& code, const PageColumns& columns) {
    float y = kCodePaddingY;
    for (std::size_t i = 0; i < code.code.rows.size(); ++i) {
      std::string text;
      for (const CodeRun& run : code.code.rows[i]) text += run.text;
      if (!code.code.goes_on[i]) text += '\n';
      pieces_.push_back({{kCodePaddingX, y, 10000, columns.code_line},
                         std::move(text),
                         {Face::Mono, columns.code_size, 0, Ink::Code, false},
                         0,
                         {},
                         true});
      y += columns.code_line;
    }
  }

  std::vector<TextPiece> take() { return std::move(pieces_); }

 private:
  const Flow& flow_;
  std::vector<int>& links_;
  std::vector<TextPiece> pieces_;
};

}  // namespace

std::string block_element(const FlowElement& element) {
  if (const auto* text = std::get_if<FlowText>(&element.content)) {
    return text->heading > 0 ? "h" + std::to_string(std::min(text->heading, 6)) : "p";
  }
  if (std::holds_alternative<FlowCode>(element.content)) return "pre";
  if (std::holds_alternative<FlowTable>(element.content)) return "div";
  return "";
}

std::vector<TextPiece> block_pieces(const FlowElement& element, const Flow& flow, const PageColumns& columns,
                                    std::vector<int>& links) {
  Pieces pieces(flow, links);
  if (const auto* text = std::get_if<FlowText>(&element.content)) {
    pieces.box(text->box, 0, 0, element.width, 0);
  } else if (const auto* code = std::get_if<FlowCode>(&element.content)) {
    pieces.code(*code, columns);
  } else if (const auto* table = std::get_if<FlowTable>(&element.content)) {
    for (const FlowTable::Cell& cell : table->cells) {
      const Rect inside = cell.rect.inset(kCellPaddingX, kCellPaddingY);
      pieces.box(cell.box, inside.x, inside.y, inside.w, share_before(cell.alignment));
    }
  }
  return pieces.take();
}

}  // namespace threadbook::ui
