// SPDX-License-Identifier: BSL-1.0

#include "record/plain_records.hpp"

#include <algorithm>
#include <array>
#include <future>
#include <limits>
#include <stdexcept>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>

#include "encoding.hpp"
#include "organization/columns.hpp"
#include "record/columns.hpp"
#include "record/record_sound.hpp"

namespace zhibu {

namespace {

constexpr std::size_t rows_at_once = 16384;  // for which a thread is begun
constexpr std::size_t rows_of_piece = 1024;  // so few that all columns find them in the cache

// Thrown where a table is not plain; caught here.
class NotPlain {};

void require_plain(bool plain) {
  if (!plain) throw NotPlain{};
}

// A part of a batch, decoded. Its texts are views into the batch.
struct Decoded {
  std::vector<Record> rows;
  std::vector<std::vector<PersonId>> persons = {};
  bool plain = true;
};

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

// What units the labels of a batch stand for, as far as they were looked up.
using UnitsOfLabels = std::vector<std::optional<UnitId>>;

// The cells of one column for some rows of a batch, and the records that they are put into.
struct Piece {
  const ArrowCells& cells;
  std::size_t begin;
  const Roster& roster;
  UnitsOfLabels& units_of_labels;
  std::span<Record> rows;
  std::span<std::vector<PersonId>> persons;

  // Calls put(record, row) for each row that is not null.
  template <class Put>
  void each(Put put) const {
    for (std::size_t i = 0; i < rows.size(); ++i)
      if (!cells.is_null(begin + i)) put(rows[i], begin + i);
  }

  void require_all() const {
    for (std::size_t i = 0; i < rows.size(); ++i) require_plain(!cells.is_null(begin + i));
  }
};

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

struct PlainColumn {
  std::string_view name;
  std::vector<ArrowKind> kinds;  // that are read
  void (*read)(const Piece&);
};

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

// How each column of a table is read. Throws NotPlain where one is not.
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

}  // namespace

// Reads a table, a piece at a time: while one is added, the next is decoded.
class PlainReader {
 public:
  PlainReader(ArrowReader& reader, const Roster& roster)
      : reader_{reader},
        roster_{roster},
        columns_{readers_of(reader)},
        names_persons_{std::ranges::find(columns_, "persons", &PlainColumn::name) !=
                       columns_.end()} {}

  Records read(const Watch& watch) {
    Records records;
    std::future<Decoded> next = decode_next();
    while (next.valid()) {
      if (watch) watch(0, 1);  // nobody knows how many rows there are
      const Decoded decoded = next.get();
      const std::size_t coming = decoded.rows.size() + length() - at_;
      require_plain(decoded.plain);
      next = decode_next();
      push(decoded.rows, coming, *records.columns_);
    }
    return records;
  }

 private:
  std::future<Decoded> decode_next() {
    while (batch_ == nullptr || at_ == length()) {
      batch_ = reader_.next();
      if (batch_ == nullptr) return {};
      at_ = 0;
      units_of_labels_.clear();
    }
    const std::size_t begin = at_;
    at_ = std::min(begin + rows_at_once, length());
    return std::async(std::launch::async, [this, batch = batch_, begin, end = at_] {
      return decode(*batch, begin, end);
    });
  }

  // The codes take about as long as all else.
  static void push(std::span<const Record> rows, std::size_t coming, Records::Columns& columns) {
    columns.make_room(coming);
    std::future<void> others = std::async(std::launch::async, [&] { columns.push_columns(rows); });
    require_plain(columns.push_codes(rows));
    others.get();
  }

  std::size_t length() const { return static_cast<std::size_t>(batch_->length); }

  Decoded decode(const ArrowArray& batch, std::size_t begin, std::size_t end) {
    Decoded made{std::vector<Record>(end - begin),
                 std::vector<std::vector<PersonId>>(names_persons_ ? end - begin : 0)};
    try {
      for (std::size_t at = 0; at < made.rows.size(); at += rows_of_piece) {
        const std::size_t count = std::min(rows_of_piece, made.rows.size() - at);
        const std::span rows = std::span{made.rows}.subspan(at, count);
        const std::span persons = names_persons_ ? std::span{made.persons}.subspan(at, count)
                                                 : std::span<std::vector<PersonId>>{};
        for (std::size_t i = 0; i < columns_.size(); ++i)
          columns_[i]->read(
              {reader_.cells(batch, i), begin + at, roster_, units_of_labels_, rows, persons});
        for (const Record& record : rows) require_sound(record);
      }
    } catch (const NotPlain&) {
      made.plain = false;
    } catch (const std::invalid_argument&) {
      made.plain = false;
    }
    return made;
  }

  ArrowReader& reader_;
  const Roster& roster_;
  std::vector<const PlainColumn*> columns_;
  bool names_persons_;
  const ArrowArray* batch_ = nullptr;
  std::size_t at_ = 0;             // in the batch
  UnitsOfLabels units_of_labels_;  // of the batch; of one thread at a time
};

std::optional<Records> read_plain_records(ArrowReader& reader, const Roster& roster,
                                          const Watch& watch) {
  bool stopped = false;
  const Watch told = !watch ? watch : [&](std::size_t done, std::size_t total) {
    stopped = true;
    watch(done, total);
    stopped = false;
  };
  try {
    return PlainReader{reader, roster}.read(told);
  } catch (const NotPlain&) {
    return std::nullopt;
  } catch (const std::invalid_argument&) {
    if (stopped) throw;
    return std::nullopt;
  }
}

}  // namespace zhibu
