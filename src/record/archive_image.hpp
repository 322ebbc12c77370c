// SPDX-License-Identifier: BSL-1.0

#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <tuple>

#include "organization/archive_any.hpp"
#include "organization/row_columns.hpp"
#include "organization/texts.hpp"
#include "record/archive_fields.hpp"
#include "steps.hpp"
#include "zhibu/record/record.hpp"

namespace zhibu {

// Lists of persons, one behind the other.
struct ListColumns {
  Values<std::uint32_t> persons;
  Values<std::uint64_t> end;  // of each list

  std::size_t size() const { return end.size(); }
  void push(std::span<const PersonId> list);
  std::span<const PersonId> operator[](std::size_t number) const;

  // Throws std::invalid_argument unless the ends are in order, and the last is that of the persons.
  void require_sound() const;
};

// The rows of one kind, with their codes where they have any.
template <class Row>
struct KeptImage {
  RowColumns<Row> rows;
  Texts codes;
};

// All that an archive keeps of records, in the order in which it comes: equal records make equal
// images, whatever made them.
struct RecordsImage : AnyHandles {
  Texts codes;  // of the records: their numbers are the handles
  RowColumns<Record> records;
  ListColumns persons;  // of each record
  RowColumns<Waiver> waivers;
  ListColumns due;  // each distinct list, once
  RowColumns<KeptAttendance> attendances;
  RowColumns<KeptException> exceptions;
  std::tuple<KeptImage<Campaign>, KeptImage<Minutes>, KeptImage<StudyNote>, KeptImage<Visit>,
             KeptImage<Fund>, KeptImage<Appropriation>, KeptImage<Payment>, KeptImage<Opinion>,
             KeptImage<Task>, KeptImage<DuesBase>, KeptImage<DuesPayment>>
      kept;
};

// Calls `act` with each part of the image and its name.
template <class Image, class Act>
void each_part(Image& image, Act act) {
  act("records/texts", image.texts);
  act("records/records/code", image.codes);
  act("records/records", image.records);
  act("records/persons", image.persons.persons);
  act("records/persons/end", image.persons.end);
  act("records/waivers", image.waivers);
  act("records/due", image.due.persons);
  act("records/due/end", image.due.end);
  act("records/attendances", image.attendances);
  act("records/exceptions", image.exceptions);
  const auto put = [&]<class Kept>(Kept& kept) {
    using Row = decltype(kept.rows.row(0, Texts{}));
    const std::string name = "records/" + std::string{Fields<Row>::table};
    if constexpr (requires(Row row) { row.code; }) act(name + "/code", kept.codes);
    act(name, kept.rows);
  };
  std::apply([&](auto&... kept) { (put(kept), ...); }, image.kept);
}

// Makes an image of records, and records of an image, which is not trusted: throws
// std::invalid_argument where Records::add() or attend() would.
class RecordsArchive {
 public:
  static RecordsImage image(const Records& records, Steps& steps);
  static Records records(const RecordsImage& image, Steps& steps);
};

}  // namespace zhibu
