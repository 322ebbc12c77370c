// SPDX-License-Identifier: BSL-1.0

#include "zhibu/time/archive.hpp"

#include <cstdint>
#include <map>
#include <optional>
#include <utility>
#include <vector>

#include "archive.hpp"
#include "time/calendar_days.hpp"

namespace zhibu {

namespace {

constexpr std::int32_t no_year = 0;  // of a local day

void put_notices(ContainerWriter& to, const CalendarDays& calendar) {
  std::vector<std::int32_t> years;
  std::vector<std::string_view> notices;
  for (const auto& [year, notice] : calendar.notices()) {
    years.push_back(year);
    notices.push_back(notice);
  }
  to.column("calendar/notices/year", years.size(), std::span<const std::int32_t>{years});
  put_texts(to, "calendar/notices/notice", notices);
}

void put_days(ContainerWriter& to, const CalendarDays& calendar) {
  std::vector<std::int32_t> dates, years;
  std::vector<std::uint8_t> kinds;
  std::vector<std::string_view> names, notices;
  for (const auto& [date, row] : calendar.rows()) {
    dates.push_back(date.serial());
    kinds.push_back(static_cast<std::uint8_t>(calendar.day(date).kind));
    names.push_back(row.name);
    notices.push_back(row.notice);
    years.push_back(row.year.value_or(no_year));
  }
  to.column("calendar/days/date", dates.size(), std::span<const std::int32_t>{dates});
  to.column("calendar/days/kind", kinds.size(), std::span<const std::uint8_t>{kinds});
  put_texts(to, "calendar/days/name", names);
  put_texts(to, "calendar/days/notice", notices);
  to.column("calendar/days/year", years.size(), std::span<const std::int32_t>{years});
}

std::map<int, std::string> read_notices(const ContainerReader& from) {
  const auto years = numbers_of<std::int32_t>(from, "calendar/notices/year");
  const auto notices = texts_of(from, "calendar/notices/notice");
  if (years.empty() || years.size() != notices.size())
    refuse_archive("a calendar without notices, or with some of no year", "one for each year");
  std::map<int, std::string> read;
  for (std::size_t i = 0; i < years.size(); ++i)
    if (!read.emplace(years[i], notices[i]).second)
      refuse_archive("two arrangements of " + std::to_string(years[i]), "one of each year");
  return read;
}

std::vector<std::pair<ArrangedDay, std::optional<int>>> read_days(const ContainerReader& from) {
  const auto dates = numbers_of<std::int32_t>(from, "calendar/days/date");
  const auto kinds = numbers_of<std::uint8_t>(from, "calendar/days/kind");
  const auto texts = texts_of(from, "calendar/days/name");
  const auto notices = texts_of(from, "calendar/days/notice");
  const auto years = numbers_of<std::int32_t>(from, "calendar/days/year");
  for (const std::size_t size : {kinds.size(), texts.size(), notices.size(), years.size()})
    if (size != dates.size()) refuse_archive("days of a calendar cut off", "all that is of each");
  std::vector<std::pair<ArrangedDay, std::optional<int>>> read;
  for (std::size_t i = 0; i < dates.size(); ++i) {
    if (dates[i] < Date::first().serial() || dates[i] > Date::last().serial())
      refuse_archive("the day number " + std::to_string(dates[i]), "a day");
    if (kinds[i] >= names<DayKind>().size())
      refuse_archive("a kind of day that there is not", "one that there is");
    const ArrangedDay day{Date::from_serial(dates[i]), static_cast<DayKind>(kinds[i]), texts[i],
                          notices[i]};
    read.emplace_back(day, years[i] == no_year ? std::nullopt : std::optional{years[i]});
  }
  return read;
}

}  // namespace

class CalendarArchive {
 public:
  static WriteColumns columns_of(const Calendar& calendar) {
    return [&](ContainerWriter& to) {
      if (calendar.own_ == nullptr) return put_number(to, "calendar/china", std::uint8_t{1});
      put_notices(to, *calendar.days_);
      put_days(to, *calendar.days_);
    };
  }

  static Calendar read(const ContainerReader& from) {
    require_kind(from, "calendar");
    if (from.find("calendar/china") != nullptr) return Calendar::china();
    return Calendar{CalendarDays::restored(read_notices(from), read_days(from))};
  }
};

void save(const std::filesystem::path& file, const Calendar& calendar) {
  save_archive(file, CalendarArchive::columns_of(calendar));
}

Calendar load_calendar(const std::filesystem::path& file) {
  Calendar calendar = Calendar::china();
  load_archive(file, [&](const ContainerReader& from) { calendar = CalendarArchive::read(from); });
  return calendar;
}

std::string to_bytes(const Calendar& calendar) {
  return archive_bytes(CalendarArchive::columns_of(calendar));
}

Calendar calendar_from_bytes(std::string_view bytes) {
  return CalendarArchive::read(archive_of(bytes));
}

}  // namespace zhibu
