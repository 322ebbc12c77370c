// SPDX-License-Identifier: BSL-1.0

#include "zhibu/time/festival.hpp"

#include <string>

#include "anchor.hpp"
#include "cell.hpp"
#include "embedded.hpp"
#include "table.hpp"

namespace zhibu {

namespace {

struct Held {
  Festival festival;
  std::string_view also;  // other names, joined by ';'
  AnchorKind kind = AnchorKind::solar;
  std::string_view day;
  std::optional<Date> from;

  bool is_called(std::string_view name) const {
    const std::string among = ";" + std::string{also} + ";";
    return name == festival.id || name == festival.name ||
           (!name.empty() && among.find(";" + std::string{name} + ";") != std::string::npos);
  }
};

const std::vector<Held>& table() {
  static const std::vector<Held> rows = [] {
    constexpr Column columns[] = {{"id", true}, {"name", true},  {"name_en", true},
                                  {"also"},     {"kind", true},  {"day", true},
                                  {"from"},     {"source", true}};
    Faults faults;
    // The texts of a festival are views into the table, which therefore lives on.
    static const Table read{"src/time/festivals.csv", embedded::festivals, columns, faults};
    std::vector<Held> held;
    for (const Row& row : read)
      held.push_back({{row.required("id"), row.required("name"), row.required("name_en"),
                       row.required("source")},
                      row.text("also"),
                      *row.read_required("kind", named<AnchorKind>("kind of day")),
                      row.required("day"),
                      row.read("from", parse_date)});
    faults.throw_if_any();
    return held;
  }();
  return rows;
}

}  // namespace

std::vector<Festival> festivals() {
  std::vector<Festival> all;
  for (const Held& held : table()) all.push_back(held.festival);
  return all;
}

std::optional<Date> festival(int year, std::string_view name) {
  std::vector<std::string_view> accepted;
  for (const Held& held : table()) {
    accepted.push_back(held.festival.name);
    if (!held.is_called(name)) continue;
    const Date day = anchored(year, held.kind, held.day);
    const bool is_held = day.year() == year && (!held.from || *held.from <= day);
    return is_held ? std::optional{day} : std::nullopt;
  }
  throw_unknown("festival", name, accepted);
}

}  // namespace zhibu
