// SPDX-License-Identifier: BSL-1.0

#include "zhibu/time/festival.hpp"

#include <algorithm>
#include <cstddef>
#include <stdexcept>
#include <string>
#include <unordered_map>

#include "anchor.hpp"
#include "cell.hpp"
#include "embedded.hpp"
#include "table.hpp"

namespace zhibu {

namespace {

struct Law {
  Festival festival;
  std::string_view days;  // that it gives off
};

// The rows of one festival.
struct Entry {
  AnchorKind kind;
  std::string_view first_day;
  Anchor anchor;          // the same, read
  std::vector<Law> laws;  // in the order in which they came into force

  const Festival& named() const { return laws.front().festival; }

  const Law* law_on(Date day) const {
    const auto law =
        std::ranges::find_if(laws, [day](const Law& l) { return l.festival.held.contains(day); });
    return law == laws.end() ? nullptr : &*law;
  }
};

Period held(const Row& row) {
  const Date from = row.read("from", parse_date).value_or(Date::first());
  const std::optional<Date> to = row.read("to", parse_date);
  return to ? Period{from, *to + 1} : since(from);
}

class Entries {
 public:
  explicit Entries(const Table& table) {
    for (const Row& row : table) {
      row.attempt([&] {
        const bool is_new = entries_.empty() || entries_.back().named().id != row.required("id");
        if (is_new) begin_entry(row);
        add_law(row);
        if (is_new) name_entry(row.text("also"));
      });
    }
  }

  auto begin() const { return entries_.begin(); }
  auto end() const { return entries_.end(); }

  const Entry& find(std::string_view name) const {
    const auto found = by_name_.find(name);
    if (found != by_name_.end()) return entries_[found->second];
    std::vector<std::string_view> accepted;
    for (const Entry& entry : entries_) accepted.push_back(entry.named().name);
    throw_unknown("festival", name, accepted);
  }

 private:
  void begin_entry(const Row& row) {
    const AnchorKind kind = parse<AnchorKind>(row.required("kind"), "kind of day");
    const std::string_view day = row.required("day");
    entries_.push_back({kind, day, parse_anchor(kind, day), {}});
  }

  void add_law(const Row& row) {
    Entry& entry = entries_.back();
    const bool first = entry.laws.empty();
    const std::string_view days = row.text("days");
    entry.laws.push_back(
        {{row.text("id"), first ? row.required("name") : entry.named().name,
          first ? row.required("name_en") : entry.named().name_en, row.required("source"),
          parse<DayOff>(row.required("day_off"), "kind of day off"), held(row)},
         days.empty() ? entry.first_day : days});
  }

  void name_entry(std::string_view also) {
    call(entries_.back().named().id);
    call(entries_.back().named().name);
    while (!also.empty()) {
      const std::size_t end = std::min(also.find(';'), also.size());
      call(also.substr(0, end));
      also.remove_prefix(std::min(end + 1, also.size()));
    }
  }

  void call(std::string_view name) {
    if (!by_name_.emplace(name, entries_.size() - 1).second)
      throw std::invalid_argument("two festivals are called '" + std::string{name} +
                                  "'; accepted: names of their own");
  }

  std::vector<Entry> entries_;
  std::unordered_map<std::string_view, std::size_t> by_name_;
};

const Entries& table() {
  static const Entries entries = [] {
    constexpr Column columns[] = {{"id", true},      {"name", true}, {"name_en", true}, {"also"},
                                  {"kind", true},    {"day", true},  {"from"},          {"to"},
                                  {"day_off", true}, {"days"},       {"source", true}};
    Faults faults;
    // The texts of a festival are views into the table, which therefore lives on.
    static const Table read{"src/time/festivals.csv", embedded::festivals, columns, faults};
    Entries made{read};
    faults.throw_if_any();
    return made;
  }();
  return entries;
}

}  // namespace

template <>
std::span<const Name<DayOff>> names() {
  static constexpr Name<DayOff> all[] = {
      {DayOff::none, "none", "不放假", "no day off"},
      {DayOff::some_citizens, "some_citizens", "部分公民放假", "day off for some citizens"},
      {DayOff::all_citizens, "all_citizens", "全体公民放假", "day off for all citizens"},
  };
  return all;
}

std::vector<Festival> festivals() {
  std::vector<Festival> all;
  for (const Entry& entry : table())
    for (const Law& law : entry.laws) all.push_back(law.festival);
  return all;
}

std::optional<Date> festival(int year, std::string_view name) {
  const Entry& entry = table().find(name);
  const Date day = in_year(entry.anchor, year);
  const bool is_held = day.year() == year && entry.law_on(day);
  return is_held ? std::optional{day} : std::nullopt;
}

std::optional<Festival> festival_law(Date day, std::string_view name) {
  const Law* law = table().find(name).law_on(day);
  return law ? std::optional{law->festival} : std::nullopt;
}

std::vector<Date> festival_days(int year, std::string_view name) {
  const Entry& entry = table().find(name);
  std::vector<Date> days;
  for (const Law& law : entry.laws)
    for (const Date day : anchored_days(year, entry.kind, law.days))
      if (day.year() == year && law.festival.held.contains(day)) days.push_back(day);
  return days;
}

}  // namespace zhibu
