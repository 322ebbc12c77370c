// SPDX-License-Identifier: BSL-1.0

#include "record/plain_columns.hpp"

#include <algorithm>
#include <array>
#include <limits>
#include <string>
#include <unordered_map>
#include <utility>

#include "encoding.hpp"
#include "organization/columns.hpp"

namespace zhibu {

namespace {

// Keeps what texts of a batch were found to mean: all in a map, and few where a glance finds them.
template <class Value, class Find>
class Memo {
 public:
  explicit Memo(Find find) : find_{std::move(find)} {}

  Value operator()(std::string_view text) {
    if (text.empty()) return find_(text);
    const auto last = static_cast<unsigned char>(text.back());
    Known& known = few_[(text.size() * 7 + last) % few_.size()];
    if (known.text == text) return known.value;
    const auto [found, is_new] = all_.try_emplace(text);
    if (is_new) found->second = find_(text);
    known = {text, found->second};
    return known.value;
  }

 private:
  struct Known {
    std::string_view text;
    Value value;
  };

  Find find_;
  std::unordered_map<std::string_view, Value> all_;
  std::array<Known, 64> few_{};
};
template <class Find>
Memo(Find) -> Memo<std::invoke_result_t<Find, std::string_view>, Find>;

template <auto Field>
void texts(const Piece& piece) {
  std::string scratch;
  piece.each([&](Record& record, std::size_t row) {
    const std::string_view text = piece.cells.text(row, scratch);
    require_plain(text.size() <= Texts::longest && is_utf8(text) &&
                  text.find('\0') == std::string_view::npos);
    record.*Field = text;
  });
}

template <auto Field>
void days(const Piece& piece) {
  piece.each([&](Record& record, std::size_t row) {
    const std::optional<Date> day = piece.cells.day(row);
    require_plain(day.has_value());
    record.*Field = *day;
  });
}

void held_on(const Piece& piece) {
  piece.require_all();
  days<&Record::held_on>(piece);
}

template <auto Field>
void numbers(const Piece& piece) {
  piece.each([&](Record& record, std::size_t row) {
    const std::int64_t number = piece.cells.whole(row).value_or(-1);
    require_plain(number >= 0 && number <= std::numeric_limits<int>::max());
    record.*Field = static_cast<int>(number);
  });
}

void amounts(const Piece& piece) {
  piece.each([&](Record& record, std::size_t row) {
    record.amount_fen = piece.cells.whole(row).value_or(-1);
  });
}

void voided(const Piece& piece) {
  piece.each([&](Record& record, std::size_t row) {
    record.voided = piece.cells.truth(row).value_or(false);
  });
}

void periods(const Piece& piece) {
  Memo meaning{[](std::string_view text) { return parse_period(text); }};
  std::string scratch;
  piece.each([&](Record& record, std::size_t row) {
    const std::string_view text = piece.cells.text(row, scratch);
    if (!text.empty()) record.for_period = meaning(text);
  });
}

void labelled_units(const Piece& piece) {
  const Texts& codes = piece.roster.columns().unit_codes;
  piece.units_of_labels.resize(piece.cells.labels());
  std::string scratch;
  piece.each([&](Record& record, std::size_t row) {
    const std::optional<std::size_t> label = piece.cells.label(row);
    require_plain(label.has_value());
    std::optional<UnitId>& unit = piece.units_of_labels[*label];
    if (!unit) {
      const std::optional<TextId> found = codes.find(piece.cells.text(row, scratch));
      require_plain(found.has_value());
      unit = UnitId{*found};
    }
    record.unit = *unit;
  });
}

void units(const Piece& piece) {
  piece.require_all();
  if (piece.cells.labels() > 0) return labelled_units(piece);
  std::vector<std::string_view> codes;
  std::string scratch;
  piece.each([&](Record&, std::size_t row) { codes.push_back(piece.cells.text(row, scratch)); });
  const std::vector<std::optional<TextId>> found =
      piece.roster.columns().unit_codes.find_all(codes);
  for (std::size_t i = 0; i < found.size(); ++i) {
    require_plain(found[i].has_value());
    piece.rows[i].unit = UnitId{*found[i]};
  }
}

void activities(const Piece& piece) {
  Memo meaning{[](std::string_view text) { return parse_activities(text); }};
  const bool listed = piece.cells.type().kind == ArrowKind::list;
  std::string scratch;
  piece.each([&](Record& record, std::size_t row) {
    if (!listed) record.activities = meaning(piece.cells.text(row, scratch));
    const ArrowCells::Items items = piece.cells.items(row);
    for (std::size_t i = items.begin; i < items.end; ++i)
      record.activities = record.activities | meaning(piece.cells.item_cells().text(i, scratch));
  });
}

void persons(const Piece& piece) {
  const Texts& codes = piece.roster.columns().person_codes;
  std::string scratch;
  piece.each([&](Record& record, std::size_t row) {
    std::vector<PersonId>& named = piece.persons[row - piece.begin];
    std::string_view list = piece.cells.text(row, scratch);
    while (!list.empty()) {
      const std::size_t end = std::min(list.find(';'), list.size());
      const std::optional<TextId> person = codes.find(list.substr(0, end));
      require_plain(person.has_value() && end + 1 != list.size());
      named.push_back(PersonId{*person});
      list.remove_prefix(std::min(end + 1, list.size()));
    }
    record.persons = named;
  });
}

const std::vector<PlainColumn>& plain_columns() {
  using enum ArrowKind;
  static const std::vector<PlainColumn> all{
      {"code", {text}, texts<&Record::code>},
      {"unit", {text}, units},
      {"activities", {text, list}, activities},
      {"held_on", {day}, held_on},
      {"for_period", {text}, periods},
      {"entered_on", {day}, days<&Record::entered_on>},
      {"persons", {text, list}, persons},
      {"due", {integer}, numbers<&Record::due>},
      {"present", {integer}, numbers<&Record::present>},
      {"class_hours", {integer}, numbers<&Record::class_hours>},
      {"amount_fen", {integer}, amounts},
      {"voided", {truth}, voided},
      {"voided_on", {day}, days<&Record::voided_on>},
      {"remark", {text}, texts<&Record::remark>},
      {"entered_by", {text}, texts<&Record::entered_by>},
      {"source", {text}, texts<&Record::source>}};
  return all;
}

}  // namespace

std::vector<const PlainColumn*> readers_of(const ArrowReader& table) {
  std::vector<const PlainColumn*> found;
  for (const ArrowReader::Column& column : table.columns()) {
    const auto plain = std::ranges::find(plain_columns(), column.name, &PlainColumn::name);
    require_plain(plain != plain_columns().end() &&
                  (column.type.kind == ArrowKind::nothing ||
                   std::ranges::find(plain->kinds, column.type.kind) != plain->kinds.end()));
    require_plain(std::ranges::find(found, &*plain) == found.end());
    found.push_back(&*plain);
  }
  for (std::string_view needed : {"code", "unit", "activities", "held_on"})
    require_plain(std::ranges::find(found, needed, &PlainColumn::name) != found.end());
  return found;
}

}  // namespace zhibu
