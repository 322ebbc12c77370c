// SPDX-License-Identifier: BSL-1.0

#include "record/plain_records.hpp"

#include <algorithm>
#include <future>
#include <span>
#include <stdexcept>
#include <vector>

#include "record/columns.hpp"
#include "record/plain_columns.hpp"
#include "record/record_sound.hpp"

namespace zhibu {

namespace {

constexpr std::size_t rows_at_once = 16384;  // for which a thread is begun
constexpr std::size_t rows_of_piece = 1024;  // so few that all columns find them in the cache

// A part of a batch, decoded. Its texts are views into the batch.
struct Decoded {
  std::vector<Record> rows;
  std::vector<std::vector<PersonId>> persons = {};
  bool plain = true;
};

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
