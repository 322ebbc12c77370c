// SPDX-License-Identifier: BSL-1.0

#include "csv.hpp"

#include <algorithm>
#include <utility>

#include "steps.hpp"

namespace zhibu {

namespace {

class Splitter {
 public:
  Splitter(std::string& text, const Watch& watch) : text_{text}, steps_{watch, text.size()} {}

  Csv split() {
    make_room();
    while (!csv_.fault && at_ < text_.size()) {
      const std::size_t begin = at_;
      if (peek() == '#')
        skip_line();
      else if (!end_line())
        row();
      steps_(at_ - begin);
    }
    steps_.finish();
    return std::move(csv_);
  }

 private:
  // There are no more rows than lines; to grow for each would be to copy many at a time.
  void make_room() {
    constexpr std::size_t piece_bytes = std::size_t{1} << 20;
    std::size_t lines = 1;
    for (std::string_view rest = text_; !rest.empty();) {
      const std::string_view piece = rest.substr(0, piece_bytes);
      lines += static_cast<std::size_t>(std::ranges::count(piece, '\n'));
      rest.remove_prefix(piece.size());
      steps_.pause(piece.size());
    }
    csv_.rows.reserve(lines);
  }

  char peek() const { return at_ < text_.size() ? text_[at_] : '\0'; }
  std::string_view rest() const { return std::string_view{text_}.substr(at_); }

  void fail(std::size_t line, std::string_view found) {
    csv_.fault = Csv::Fault{line, std::string{found}};
  }

  void skip_line() {
    at_ = std::min(text_.find('\n', at_), text_.size() - 1) + 1;
    ++line_;
  }

  // Steps over an end of line, if one is here.
  bool end_line() {
    if (!rest().starts_with('\n') && !rest().starts_with("\r\n")) return false;
    at_ += peek() == '\r' ? 2u : 1u;
    ++line_;
    return true;
  }

  void row() {
    const std::size_t line = line_;
    cells_.clear();
    do {
      cells_.push_back(peek() == '"' ? quoted() : plain());
    } while (!csv_.fault && step_over_comma());
    if (!csv_.fault && at_ < text_.size() && !end_line())
      fail(line_, peek() == '\r' ? "a carriage return that no line feed follows"
                                 : "text after a closing quote; accepted: a comma or an end of "
                                   "line (a quote within a quoted cell is written twice)");
    if (!csv_.fault) csv_.rows.push_back({line, csv_.cells.keep(cells_)});
  }

  bool step_over_comma() {
    if (peek() != ',') return false;
    ++at_;
    return true;
  }

  std::string_view plain() {
    const std::string_view cell = rest().substr(0, rest().find_first_of(",\r\n\""));
    at_ += cell.size();
    if (peek() == '"') fail(line_, "a quote within a cell that does not begin with one");
    return cell;
  }

  std::string_view quoted() {
    const std::size_t opened_on = line_;
    const std::size_t begin = ++at_;
    std::size_t end = begin;
    while (at_ < text_.size()) {
      const char c = text_[at_++];
      if (c == '"' && peek() != '"') return std::string_view{text_}.substr(begin, end - begin);
      if (c == '"') ++at_;
      if (c == '\n') ++line_;
      text_[end++] = c;
    }
    fail(opened_on, "a quote that is never closed");
    return {};
  }

  std::string& text_;
  Steps steps_;
  std::size_t at_ = 0;
  std::size_t line_ = 1;
  std::vector<std::string_view> cells_;  // of the row at hand
  Csv csv_;
};

}  // namespace

std::span<const std::string_view> Cells::keep(std::span<const std::string_view> row) {
  constexpr std::size_t of_a_block = std::size_t{1} << 16;
  if (blocks_.empty() || blocks_.back().capacity() - blocks_.back().size() < row.size()) {
    blocks_.emplace_back();
    blocks_.back().reserve(std::max(of_a_block, row.size()));
  }
  std::vector<std::string_view>& block = blocks_.back();
  block.insert(block.end(), row.begin(), row.end());
  return std::span{block}.last(row.size());
}

Csv split_csv(std::string& text, const Watch& watch) { return Splitter{text, watch}.split(); }

}  // namespace zhibu
