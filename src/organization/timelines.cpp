// SPDX-License-Identifier: BSL-1.0

#include "organization/timelines.hpp"

#include <algorithm>
#include <stdexcept>
#include <vector>

namespace zhibu {

namespace {

// Entries one after another; an entry without a number ends the one before it.
std::vector<Timelines::Entry> entries_of(const Timeline<Timelines::Number>& timeline) {
  std::vector<Timelines::Entry> entries;
  Date end = Date::last();
  for (const auto& [period, number] : timeline.history()) {
    if (!entries.empty() && end < period.begin)
      entries.push_back({end.serial(), Timelines::none, 0});
    entries.push_back({period.begin.serial(), number, 0});
    end = period.end;
  }
  if (!entries.empty() && end < Date::last()) entries.push_back({end.serial(), Timelines::none, 0});
  for (std::size_t i = 0; i < entries.size(); ++i)
    entries[i].left = static_cast<std::uint32_t>(entries.size() - 1 - i);
  return entries;
}

}  // namespace

void Timelines::reserve(std::size_t rows) {
  from_.reserve(rows);
  number_.reserve(rows);
}

void Timelines::push_back(const Timeline<Number>& timeline) {
  push_back(Date::first(), none);
  set(size() - 1, timeline);
}

void Timelines::push_back(Date from, Number number) {
  from_.push_back(from.serial());
  number_.push_back(number);
}

std::optional<Timelines::Number> Timelines::at_one_of_several(std::size_t row, Date day) const {
  Number number = none;
  for (std::size_t i = first_entry(row); entries_[i].from <= day.serial(); ++i) {
    number = entries_[i].number;
    if (entries_[i].left == 0) break;
  }
  return number == none ? std::nullopt : std::optional{number};
}

Timeline<Timelines::Number> Timelines::operator[](std::size_t row) const {
  Timeline<Number> timeline;
  each(row, [&](Period period, Number number) { timeline.put(period, number); });
  return timeline;
}

void Timelines::set(std::size_t row, const Timeline<Number>& timeline) {
  const std::vector<Entry> entries = entries_of(timeline);
  if (entries.size() <= 1) {
    from_[row] = entries.empty() ? Date::first().serial() : entries[0].from;
    number_[row] = entries.empty() ? none : entries[0].number;
    return;
  }
  // In place of the old ones where they fit, or else behind all others.
  const bool several = has_several(row);
  std::size_t at = several ? first_entry(row) : entries_.size();
  if (several && entries_[at].left + 1 < entries.size()) at = entries_.size();
  if (at == entries_.size()) entries_.resize(at + entries.size());
  std::copy(entries.begin(), entries.end(), entries_.begin() + static_cast<std::ptrdiff_t>(at));
  from_[row] = static_cast<std::int32_t>(std::numeric_limits<std::int32_t>::min() +
                                         static_cast<std::int64_t>(at));
  number_[row] = none;
}

bool Timelines::ever(std::size_t row) const { return has_several(row) || number_[row] != none; }

bool Timelines::changes(std::size_t row, Period days) const {
  const auto within = [days](std::int32_t day) {
    return days.begin.serial() <= day && day < days.end.serial();
  };
  if (!has_several(row)) return number_[row] != none && within(from_[row]);
  for (std::size_t i = first_entry(row);; ++i) {
    if (within(entries_[i].from)) return true;
    if (entries_[i].left == 0) return false;
  }
}

std::optional<Timelines::Number> Timelines::last(std::size_t row) const {
  std::optional<Number> found;
  each(row, [&](Period, Number number) { found = number; });
  return found;
}

Period Timelines::period(std::size_t row) const {
  if (!has_several(row)) return since(Date::from_serial(from_[row]));
  std::size_t i = first_entry(row);
  const Date begin = Date::from_serial(entries_[i].from);
  i += entries_[i].left;
  const bool ends = entries_[i].number == none;
  return {begin, ends ? Date::from_serial(entries_[i].from) : Date::last()};
}

bool Timelines::sound(std::size_t below, Steps& steps) const {
  const auto good = [below](std::int32_t day, Number number) {
    return day >= Date::first().serial() && day < Date::last().serial() &&
           (number == none || number < below);
  };
  for (std::size_t i = 0; i < entries_.size(); ++i) {
    steps.pause();
    const Entry& entry = entries_[i];
    if (!good(entry.from, entry.number)) return false;
    if (entry.left == 0) continue;
    if (i + 1 == entries_.size() || entries_[i + 1].left != entry.left - 1) return false;
    const Entry& next = entries_[i + 1];
    if (next.from <= entry.from || (entry.number == none && next.number == none)) return false;
  }
  std::vector<bool> taken(entries_.size());
  for (std::size_t row = 0; row < size(); ++row) {
    steps.pause();
    if (!has_several(row)) {
      if (!good(from_[row], number_[row])) return false;
      continue;
    }
    const std::size_t first = first_entry(row);
    if (first >= entries_.size() || entries_[first].number == none) return false;
    for (std::size_t i = first; i <= first + entries_[first].left; ++i) {
      if (taken[i]) return false;
      taken[i] = true;
    }
  }
  return true;
}

Timelines Timelines::restored(Values<std::int32_t> from, Values<Number> numbers,
                              Values<Entry> entries, std::size_t below, Steps& steps) {
  Timelines made;
  const bool complete = from.size() == numbers.size();
  made.from_ = std::move(from);
  made.number_ = std::move(numbers);
  made.entries_ = std::move(entries);
  if (!complete || !made.sound(below, steps))
    throw std::invalid_argument(
        "timelines that are none; accepted: days in order, and numbers of rows that there are");
  return made;
}

}  // namespace zhibu
