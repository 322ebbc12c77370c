// SPDX-License-Identifier: BSL-1.0

#include "time/arrangement.hpp"

#include <algorithm>
#include <cstddef>
#include <optional>
#include <stdexcept>
#include <utility>

#include "cell.hpp"
#include "embedded.hpp"
#include "table.hpp"
#include "time/statute.hpp"
#include "zhibu/time/holiday_law.hpp"

namespace zhibu {

namespace {

constexpr std::string_view accepted_forms =
    "accepted: the arrangement of a year, as JSON or as CSV of the columns year, date, kind, name, "
    "notice";

bool suits_weekday(DayKind kind, Date day) {
  const bool on_weekday = kind == DayKind::workday || kind == DayKind::swapped_holiday;
  return kind == DayKind::statutory_holiday || on_weekday != is_weekend(day);
}

// 国庆节 (2027-10-01)
std::string festival_of(Date day) { return statute().off.at(day) + " (" + to_string(day) + ")"; }

// A notice may give a day that the law does not, as of 2015-09-03, but take none away.
void refuse_against_the_law(Date day, DayKind kind) {
  if (!statute().off.contains(day) || kind == DayKind::statutory_holiday) return;
  throw std::invalid_argument(
      festival_of(day) + " is off by " + std::string{holiday_law(day)->number} + ", and is a " +
      std::string{label(kind, Language::en)} + " here; accepted: a statutory holiday");
}

// From the December before a year to the January after it, as far as the law is known.
Period reach_of(int year) {
  const Period known = statute().known;
  const int first = add_months(known.begin, 12).year();  // the first year that is known whole
  if (year < first || year > known.last().year())
    throw std::invalid_argument("the arrangement of " + std::to_string(year) +
                                "; accepted: one of the years " + std::to_string(first) + " to " +
                                std::to_string(known.last().year()));
  return {Date{year - 1, 12, 1}, std::min(Date{year + 1, 2, 1}, known.end)};
}

bool makes_a_break(DayKind kind) { return !is_worked(kind) && kind != DayKind::weekend; }

}  // namespace

void refuse_impossible(Date day, DayKind kind) {
  const Period known = statute().known;
  if (!known.contains(day))
    throw std::invalid_argument("a day that the calendar cannot hold: " + to_string(day) +
                                "; accepted: the days from " + to_string(known.begin) + " to " +
                                to_string(known.last()));
  if (!suits_weekday(kind, day))
    throw std::invalid_argument(to_string(day) + ", a " +
                                std::string{label(weekday(day), Language::en)} + ", cannot be a " +
                                std::string{key(kind)} + "; accepted: what suits its weekday");
}

ArrangementBuilder::ArrangementBuilder(int year, std::string notice)
    : year_{year}, notice_{std::move(notice)}, reach_{reach_of(year)} {}

void ArrangementBuilder::add(ArrangedDay day) {
  if (!reach_.contains(day.date))
    throw std::invalid_argument(to_string(day.date) + " in the arrangement of " +
                                std::to_string(year_) + "; accepted: the days from " +
                                to_string(reach_.begin) + " to " + to_string(reach_.last()));
  refuse_impossible(day.date, day.kind);
  refuse_against_the_law(day.date, day.kind);
  const Date date = day.date;
  if (!days_.emplace(date, std::move(day)).second)
    throw std::invalid_argument(to_string(date) + " stands twice; accepted: a day once");
}

void ArrangementBuilder::refuse_missing_days() const {
  std::string missing;
  for (auto off = statute().off.lower_bound(Date{year_, 1, 1});
       off != statute().off.end() && off->first.year() == year_; ++off)
    if (!days_.contains(off->first))
      missing += (missing.empty() ? "" : ", ") + festival_of(off->first);
  if (!missing.empty())
    throw std::invalid_argument("found no day off for " + missing +
                                "; accepted: the whole arrangement of " + std::to_string(year_));
}

Arrangement ArrangementBuilder::build() const {
  refuse_missing_days();
  std::map<Date, ArrangedDay> days = days_;
  for (const auto& [date, off] : days_) {
    if (!makes_a_break(off.kind)) continue;
    for (const int way : {1, -1})
      for (Date day = date + way; reach_.contains(day) && is_weekend(day); day = day + way)
        if (!days.emplace(day, ArrangedDay{day, DayKind::break_weekend, off.name, off.notice})
                 .second)
          break;
  }
  Arrangement arrangement{year_, notice_, {}};
  for (const auto& [date, day] : days) arrangement.days.push_back(day);
  return arrangement;
}

namespace {

constexpr Column of_days[] = {
    {"year", true}, {"date", true}, {"kind", true}, {"name", true}, {"notice", true}};

// A row of arrangements.csv, where it has no fault.
struct ArrangedRow {
  explicit ArrangedRow(const Row& row)
      : year{row.read_required("year", parse_integer)},
        date{row.read_required("date", parse_date)},
        kind{row.read_required("kind", named<DayKind>("kind of day"))},
        name{row.required("name")},
        notice{row.required("notice")} {}

  bool is_whole() const { return year && date && kind; }
  ArrangedDay day() const { return {*date, *kind, name, notice}; }

  std::optional<int> year;
  std::optional<Date> date;
  std::optional<DayKind> kind;
  std::string name, notice;
};

Arrangement read_csv_arrangement(const std::string& name, std::string_view bytes) {
  Faults faults;
  std::optional<ArrangementBuilder> builder;
  for (const Row& row : Table{name, bytes, of_days, faults}) {
    const ArrangedRow read{row};
    if (!read.is_whole()) continue;
    row.attempt([&] {
      if (!builder) builder.emplace(*read.year, read.notice);
      if (*read.year != builder->year())
        throw std::invalid_argument("a day of the arrangement of " + std::to_string(*read.year) +
                                    " after one of " + std::to_string(builder->year()) +
                                    "; accepted: the arrangement of one year");
      builder->add(read.day());
    });
  }
  faults.throw_if_any();
  if (!builder)
    throw std::invalid_argument(name + ": found no day; " + std::string{accepted_forms});
  try {
    return builder->build();
  } catch (const std::invalid_argument& e) {
    throw std::invalid_argument(name + ": " + e.what());
  }
}

}  // namespace

std::vector<Arrangement> known_arrangements() {
  constexpr Column of_notices[] = {
      {"year", true}, {"notice", true}, {"issued"}, {"changes"}, {"url"}};
  Faults faults;
  std::map<int, Arrangement> of_year;
  for (const Row& row : Table{"src/time/arrangement_notices.csv", embedded::arrangement_notices,
                              of_notices, faults}) {
    const int year = *row.read_required("year", parse_integer);
    of_year[year] = {year, std::string{row.required("notice")}, {}};
  }
  for (const Row& row :
       Table{"src/time/arrangements.csv", embedded::arrangements, of_days, faults}) {
    const ArrangedRow read{row};
    of_year.at(*read.year).days.push_back(read.day());
  }
  faults.throw_if_any();
  std::vector<Arrangement> arrangements;
  for (auto& [year, arrangement] : of_year) arrangements.push_back(std::move(arrangement));
  return arrangements;
}

namespace {

// Whether the first line that is neither blank nor a comment has more than one cell.
bool has_heading(std::string_view text) {
  while (!text.empty()) {
    const std::string_view line = text.substr(0, text.find('\n'));
    if (!line.starts_with('#') && line.find_first_not_of(" \t\r") != std::string_view::npos)
      return line.find(',') != std::string_view::npos;
    text.remove_prefix(std::min(line.size() + 1, text.size()));
  }
  return false;
}

}  // namespace

Arrangement read_arrangement(const std::string& name, std::string_view bytes) {
  const auto refuse = [&](const std::string& found) {
    throw std::invalid_argument(name + ": found " + found + "; " + std::string{accepted_forms});
  };
  const std::size_t first = bytes.find_first_not_of("\xEF\xBB\xBF \t\r\n");
  if (first == std::string_view::npos) refuse("nothing");
  if (bytes[first] == '<') refuse("what seems to be a web page");
  if (bytes[first] == '{' || bytes[first] == '[' || name.ends_with(".json"))
    return read_json_arrangement(name, bytes);
  if (!has_heading(bytes.substr(first))) refuse("neither JSON nor CSV");
  return read_csv_arrangement(name, bytes);
}

}  // namespace zhibu
