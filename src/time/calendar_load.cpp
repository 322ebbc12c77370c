// SPDX-License-Identifier: BSL-1.0

#include <array>
#include <set>
#include <stdexcept>
#include <string>
#include <string_view>

#include "file.hpp"
#include "time/days.hpp"
#include "time/toml.hpp"

namespace zhibu {

Calendar Calendar::load(const std::filesystem::path& file) {
  const std::string name = file.string();  // of which the settings keep a view
  const Toml settings = parse_toml(read_file(file), name);
  settings.accept({"country", "day"});
  settings["country"].here([&] {
    constexpr std::array<std::string_view, 1> known{"china"};
    const std::string_view country = settings["country"].text();
    if (country != known[0]) throw_unknown("country", country, known);
  });

  Calendar calendar = china();
  std::set<Date> seen;
  if (const Toml* days = settings.find("day")) {
    for (const Toml& day : days->list()) {
      day.accept({"date", "kind", "name", "notice"});
      const DayKind kind = day["kind"].word<DayKind>("kind of day");
      day["date"].here([&] {
        if (!seen.insert(day["date"].day()).second)
          throw std::invalid_argument("stands twice; accepted: a day once");
        calendar.days_->decree(day["date"].day(), kind, std::string{day["name"].text()},
                               std::string{day["notice"].text()});
      });
    }
  }
  return calendar;
}

}  // namespace zhibu
