// SPDX-License-Identifier: BSL-1.0

#include "zhibu/record/attendance.hpp"

#include <algorithm>
#include <bit>
#include <stdexcept>
#include <string>

#include "attendance_columns.hpp"

namespace zhibu {

namespace {

constexpr std::size_t bits = 32;  // of a word

std::uint64_t hash_of(std::span<const PersonId> list) {
  constexpr std::uint64_t factor = 0x9E3779B97F4A7C15;
  std::uint64_t hash = list.size() * factor;
  for (const PersonId person : list) {
    hash = (hash ^ person.index) * factor;
    hash ^= hash >> 29;
  }
  hash *= 0xBF58476D1CE4E5B9;
  return hash ^ hash >> 32;
}

// Whether no more is to be said of an attendee than the bit says.
bool is_plain(Presence presence, std::string_view reason) {
  return reason.empty() && (presence == Presence::present || presence == Presence::absent);
}

}  // namespace

template <>
std::span<const Name<Presence>> names() {
  static constexpr Name<Presence> all[] = {
      {Presence::present, "present", "到会", "present"},
      {Presence::online, "online", "线上参加", "online"},
      {Presence::served_at_home, "served_at_home", "送学上门", "served at home"},
      {Presence::excused, "excused", "请假", "excused"},
      {Presence::absent, "absent", "缺席", "absent"},
  };
  return all;
}

std::optional<std::uint32_t> AttendanceColumns::of(RecordId record) const {
  if (record.index >= of_record_.size() || of_record_[record.index] == 0) return std::nullopt;
  return of_record_[record.index] - 1;
}

std::optional<std::uint32_t> AttendanceColumns::list_of(std::span<const PersonId> due,
                                                        std::uint64_t hash) const {
  return index_.find(hash,
                     [&](std::uint32_t list) { return std::ranges::equal(lists_[list], due); });
}

void AttendanceColumns::require_list(std::span<const PersonId> due) const {
  if (list_of(due, hash_of(due))) return;
  std::vector<PersonId> sorted(due.begin(), due.end());
  std::ranges::sort(sorted);
  const auto twice = std::ranges::adjacent_find(sorted);
  if (twice != sorted.end())
    throw std::invalid_argument("a person who is due twice: number " +
                                std::to_string(twice->index) + "; accepted: each once");
}

std::uint32_t AttendanceColumns::keep(std::span<const PersonId> due) {
  const std::uint64_t hash = hash_of(due);
  if (const std::optional<std::uint32_t> list = list_of(due, hash)) return *list;
  lists_.push_back(due);
  index_.add(hash, [&](std::uint32_t list) { return hash_of(lists_[list]); });
  return static_cast<std::uint32_t>(lists_.size() - 1);
}

void AttendanceColumns::push_bits(std::size_t due, std::span<const Placed> exceptions) {
  const std::size_t first = words_.size();
  first_word_.push_back(static_cast<std::uint32_t>(first));
  words_.resize(first + (due + bits - 1) / bits, ~std::uint32_t{0});
  if (due % bits != 0) words_.back() = (std::uint32_t{1} << due % bits) - 1;
  for (const Placed& who : exceptions)
    if (who.presence != Presence::present)
      words_[first + who.place / bits] &= ~(std::uint32_t{1} << who.place % bits);
}

void AttendanceColumns::push(RecordId record, std::span<const PersonId> due,
                             std::span<const Placed> exceptions) {
  std::vector<TextId> reasons;  // first, as a text may be refused: nothing is added by then
  for (const Placed& who : exceptions) reasons.push_back(reasons_.keep(who.reason));

  for (std::size_t i = 0; i < exceptions.size(); ++i) {
    if (is_plain(exceptions[i].presence, exceptions[i].reason)) continue;
    place_.push_back(exceptions[i].place);
    presence_.push_back(exceptions[i].presence);
    reason_.push_back(reasons[i]);
  }
  exceptions_end_.push_back(static_cast<std::uint32_t>(place_.size()));
  push_bits(due.size(), exceptions);
  list_.push_back(keep(due));
  if (of_record_.size() <= record.index) of_record_.resize(record.index + std::size_t{1});
  of_record_[record.index] = static_cast<std::uint32_t>(list_.size());
}

Attendee AttendanceColumns::attendee(std::uint32_t row, std::size_t place) const {
  const PersonId person = due(row)[place];
  const auto begin = place_.begin() + static_cast<std::ptrdiff_t>(first_exception(row));
  const auto end = place_.begin() + static_cast<std::ptrdiff_t>(exceptions_end_[row]);
  if (const auto found = std::lower_bound(begin, end, place); found != end && *found == place) {
    const auto i = static_cast<std::size_t>(found - place_.begin());
    return {person, presence_[i], reasons_[reason_[i]]};
  }
  const bool present = (words_[first_word_[row] + place / bits] >> place % bits & 1) != 0;
  return {person, present ? Presence::present : Presence::absent, {}};
}

std::size_t AttendanceColumns::bits_set(std::uint32_t row) const {
  std::size_t set = 0;
  const std::size_t end = first_word_[row] + (due(row).size() + bits - 1) / bits;
  for (std::size_t word = first_word_[row]; word < end; ++word)
    set += static_cast<std::size_t>(std::popcount(words_[word]));
  return set;
}

std::size_t AttendanceColumns::count(std::uint32_t row, Presence presence) const {
  if (presence == Presence::present) return bits_set(row);
  std::size_t so = 0;
  std::size_t neither = 0;  // neither present nor absent
  for (std::size_t i = first_exception(row); i < exceptions_end_[row]; ++i) {
    so += presence_[i] == presence;
    neither += presence_[i] != Presence::present && presence_[i] != Presence::absent;
  }
  return presence == Presence::absent ? due(row).size() - bits_set(row) - neither : so;
}

std::size_t Attendance::size() const {
  return columns_ == nullptr ? 0 : columns_->due(row_).size();
}

Attendee Attendance::operator[](std::size_t place) const {
  if (place >= size())
    throw std::invalid_argument("no such place among those due: " + std::to_string(place) +
                                "; accepted: fewer than " + std::to_string(size()));
  return columns_->attendee(row_, place);
}

Rows<Attendance, std::size_t, Attendee>::Iterator Attendance::end() const {
  return {this, static_cast<std::uint32_t>(size())};
}

std::optional<Presence> Attendance::presence_of(PersonId person) const {
  if (columns_ == nullptr) return std::nullopt;
  const std::span<const PersonId> due = columns_->due(row_);
  const auto found = std::ranges::find(due, person);
  if (found == due.end()) return std::nullopt;
  return columns_->attendee(row_, static_cast<std::size_t>(found - due.begin())).presence;
}

std::size_t Attendance::count(Presence presence) const {
  return columns_ == nullptr ? 0 : columns_->count(row_, presence);
}

std::size_t Attendance::counted_present() const {
  return count(Presence::present) + count(Presence::online);
}

}  // namespace zhibu
