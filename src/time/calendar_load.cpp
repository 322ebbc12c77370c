// SPDX-License-Identifier: BSL-1.0

#include <array>
#include <set>
#include <stdexcept>
#include <string>
#include <string_view>

#include "file.hpp"
#include "time/calendar_days.hpp"
#include "time/toml.hpp"

namespace zhibu {

namespace {

ArrangedDay read_day(const Toml& day) {
  day.accept({"date", "kind", "name", "notice"});
  const ArrangedDay read{day["date"].day(), day["kind"].word<DayKind>("kind of day"),
                         std::string{day["name"].text()}, std::string{day["notice"].text()}};
  day["date"].here([&] { refuse_impossible(read.date, read.kind); });
  return read;
}

std::vector<ArrangedDay> read_days(const Toml& days) {
  std::vector<ArrangedDay> read;
  std::set<Date> seen;
  for (const Toml& day : days.list()) {
    read.push_back(read_day(day));
    if (!seen.insert(read.back().date).second)
      day["date"].fail("stands twice; accepted: a day once");
  }
  return read;
}

Arrangement load_arrangement(const std::filesystem::path& file) {
  return read_arrangement(file.string(), read_file(file));
}

}  // namespace

CalendarSettings read_calendar_settings(std::string_view toml, std::string_view name) {
  const Toml settings = parse_toml(toml, name);
  settings.accept({"country", "arrangements", "day"});
  settings["country"].here([&] {
    constexpr std::array<std::string_view, 1> known{"china"};
    const std::string_view country = settings["country"].text();
    if (country != known[0]) throw_unknown("country", country, known);
  });

  CalendarSettings read;
  if (const Toml* files = settings.find("arrangements"))
    for (const Toml& file : files->list()) read.arrangements.emplace_back(file.text());
  if (const Toml* days = settings.find("day")) read.days = read_days(*days);
  return read;
}

Calendar Calendar::load(const std::filesystem::path& file) {
  const CalendarSettings settings = read_calendar_settings(read_file(file), file.string());
  std::vector<Arrangement> arrangements;
  for (const std::filesystem::path& arrangement : settings.arrangements)
    arrangements.push_back(load_arrangement(file.parent_path() / arrangement));
  return Calendar{CalendarDays::china().with(arrangements, settings.days)};
}

Calendar Calendar::with_arrangement(const std::filesystem::path& file) const {
  return Calendar{days_->with(std::array{load_arrangement(file)}, {})};
}

}  // namespace zhibu
