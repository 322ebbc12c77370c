// SPDX-License-Identifier: BSL-1.0

#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "organization/column.hpp"
#include "organization/hash_index.hpp"
#include "organization/texts.hpp"
#include "person_lists.hpp"
#include "zhibu/record/attendance.hpp"

namespace zhibu {

// An attendee by the place in the list of the persons due.
struct Placed {
  std::uint32_t place = 0;
  Presence presence = Presence::present;
  std::string_view reason;
};

// The attendances of records: row by row the list of the persons due, a bit for each of them who
// was present, and of the others those of whom more is to be said than that they were absent.
class AttendanceColumns {
 public:
  // The row of a record's attendance.
  std::optional<std::uint32_t> of(RecordId record) const;

  // Throws std::invalid_argument if a person is due twice, unless that list is known already.
  void require_list(std::span<const PersonId> due) const;

  // Adds the attendance of a record. `exceptions` are in the order of their places, each once.
  void push(RecordId record, std::span<const PersonId> due, std::span<const Placed> exceptions);

  std::span<const PersonId> due(std::uint32_t row) const { return lists_[list_[row]]; }
  Attendee attendee(std::uint32_t row, std::size_t place) const;
  std::size_t count(std::uint32_t row, Presence presence) const;

 private:
  std::optional<std::uint32_t> list_of(std::span<const PersonId> due, std::uint64_t hash) const;
  std::uint32_t keep(std::span<const PersonId> due);
  void push_bits(std::size_t due, std::span<const Placed> exceptions);
  std::size_t bits_set(std::uint32_t row) const;
  std::size_t first_exception(std::uint32_t row) const {
    return row == 0 ? 0 : exceptions_end_[row - 1];
  }

  PersonLists lists_;
  HashIndex index_;  // finds a list
  Texts reasons_;

  Values<std::uint32_t> of_record_;  // of each record: its row and 1, or 0
  Values<std::uint32_t> list_;       // and of each row what follows
  Values<std::uint32_t> first_word_;
  Values<std::uint32_t> exceptions_end_;

  Values<std::uint32_t> words_;  // the bits
  Values<std::uint32_t> place_;  // and of each exception what follows
  Values<Presence> presence_;
  Values<TextId> reason_;
};

}  // namespace zhibu
