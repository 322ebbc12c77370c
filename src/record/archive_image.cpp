// SPDX-License-Identifier: BSL-1.0

#include "record/archive_image.hpp"

#include <optional>
#include <stdexcept>
#include <type_traits>
#include <unordered_map>
#include <vector>

#include "archive.hpp"
#include "record/columns.hpp"

namespace zhibu {

void ListColumns::push(std::span<const PersonId> list) {
  for (const PersonId person : list) persons.push_back(person.index);
  end.push_back(persons.size());
}

std::span<const PersonId> ListColumns::operator[](std::size_t number) const {
  static_assert(sizeof(PersonId) == sizeof(std::uint32_t));
  const std::size_t begin = number == 0 ? 0 : end[number - 1];
  const auto* const first = reinterpret_cast<const PersonId*>(persons.data());
  return {first + begin, first + end[number]};
}

void ListColumns::require_sound() const {
  std::uint64_t before = 0;
  for (const std::uint64_t each : end) {
    if (each < before || each > persons.size())
      refuse_archive("lists of persons that overlap", "one behind the other");
    before = each;
  }
  if (before != persons.size()) refuse_archive("persons behind the last list", "none");
}

namespace {

// Puts the attendances of records into an image.
class AttendanceImage {
 public:
  AttendanceImage(const AttendanceColumns& from, RecordsImage& to) : from_{&from}, to_{&to} {}

  void put(RecordId record) {
    const std::optional<std::uint32_t> row = from_->of(record);
    if (!row) return;
    const std::span<const PersonId> due = from_->due(*row);
    int exceptions = 0;
    for (std::size_t place = 0; place < due.size(); ++place) {
      const Attendee who = from_->attendee(*row, place);
      if (who.presence == Presence::present && who.reason.empty()) continue;
      to_->exceptions.push({static_cast<int>(place), who.presence, who.reason}, to_->texts);
      ++exceptions;
    }
    to_->attendances.push({record, list_of(due), exceptions}, to_->texts);
  }

 private:
  // A list that several attendances have is one in the columns, too.
  int list_of(std::span<const PersonId> due) {
    const auto [found, is_new] = lists_.emplace(due.data(), static_cast<int>(to_->due.size()));
    if (is_new) to_->due.push(due);
    return found->second;
  }

  const AttendanceColumns* from_;
  RecordsImage* to_;
  std::unordered_map<const PersonId*, int> lists_;
};

// Gives records what an image says of attendances.
void attend(Records& records, const RecordsImage& image, Steps& steps) {
  std::vector<Attendee> exceptions;
  std::size_t next = 0;
  for (std::size_t i = 0; i < image.attendances.size(); ++i) {
    const KeptAttendance attendance = image.attendances.row(i, image.texts);
    if (attendance.due < 0 || static_cast<std::size_t>(attendance.due) >= image.due.size())
      refuse_archive("an attendance without a list of persons due", "one of those that there are");
    const std::span<const PersonId> due = image.due[static_cast<std::size_t>(attendance.due)];
    exceptions.clear();
    for (int n = 0; n < attendance.exceptions; ++n, ++next) {
      if (next >= image.exceptions.size()) refuse_archive("exceptions that end too early", "all");
      const KeptException who = image.exceptions.row(next, image.texts);
      if (who.place < 0 || static_cast<std::size_t>(who.place) >= due.size())
        refuse_archive("an exception that was not due", "one of those who were");
      exceptions.push_back({due[static_cast<std::size_t>(who.place)], who.presence, who.reason});
    }
    records.attend(attendance.record, due, exceptions);
    steps.pause(due.size() + 1);
  }
  if (next != image.exceptions.size()) refuse_archive("exceptions of no attendance", "none");
}

template <class Row>
void add_all(Records& records, const KeptImage<Row>& kept, const Texts& texts, Steps& steps) {
  constexpr bool has_code = requires(Row row) { row.code; };
  if (has_code && kept.codes.size() != kept.rows.size())
    refuse_archive("rows without codes, or codes without rows", "one code for each row");
  for (std::size_t i = 0; i < kept.rows.size(); ++i) {
    Row row = kept.rows.row(i, texts);
    if constexpr (has_code) row.code = kept.codes[static_cast<TextId>(i)];
    records.add(row);
    steps.pause();
  }
}

}  // namespace

RecordsImage RecordsArchive::image(const Records& records, Steps& steps) {
  const Records::Columns& columns = *records.columns_;
  RecordsImage image;
  AttendanceImage attendances{columns.attendance, image};
  for (std::uint32_t i = 0; i < records.size(); ++i) {
    const Record record = columns.row({i});
    image.codes.keep(record.code);
    image.records.push(record, image.texts);
    image.persons.push(record.persons);
    attendances.put({i});
    steps();
  }
  for (std::size_t i = 0; i < records.waiver_count(); ++i)
    image.waivers.push(records.waiver(i), image.texts);
  const auto put = [&]<class Row>(KeptImage<Row>& kept) {
    for (const Row& row : records.all<Row>()) {
      if constexpr (requires { row.code; }) kept.codes.keep(row.code);
      kept.rows.push(row, image.texts);
      steps.pause();
    }
  };
  std::apply([&](auto&... kept) { (put(kept), ...); }, image.kept);
  return image;
}

Records RecordsArchive::records(const RecordsImage& image, Steps& steps) {
  image.persons.require_sound();
  image.due.require_sound();
  const std::size_t size = image.records.size();
  if (image.codes.size() != size || image.persons.size() != size)
    refuse_archive("records without codes or persons", "a code and a list for each record");
  Records records;
  for (std::size_t i = 0; i < size; ++i) {
    Record record = image.records.row(i, image.texts);
    record.code = image.codes[static_cast<TextId>(i)];
    record.persons = image.persons[i];
    records.add(record);
    steps.pause();
  }
  for (std::size_t i = 0; i < image.waivers.size(); ++i)
    records.add(image.waivers.row(i, image.texts));
  attend(records, image, steps);
  std::apply([&](const auto&... kept) { (add_all(records, kept, image.texts, steps), ...); },
             image.kept);
  return records;
}

}  // namespace zhibu
