// SPDX-License-Identifier: BSL-1.0

#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "zhibu/export.hpp"
#include "zhibu/names.hpp"
#include "zhibu/organization/roster.hpp"
#include "zhibu/record/record.hpp"
#include "zhibu/schedule/obligation.hpp"
#include "zhibu/time/date.hpp"

namespace zhibu {

// What a figure counts. Up to the honours, what there is on a day; then what happened in a period.
enum class Counted : std::uint8_t {
  units,             // 党组织
  holders,           // 任职人数: who holds a post of the unit
  titles,            // 兼任职务: with which other offices
  persons,           // 人数: at home or in care in a unit
  clusters,          // 片组
  lead_units,        // 正副片组长单位
  contact_branches,  // 联系点
  venues,            // 阵地
  units_with_venue,  // 有阵地的党组织
  pairings,          // 结对帮扶对象
  volunteer_roles,   // 志愿角色
  volunteers,        // 发挥作用人数
  honours,           // 荣誉
  campaigns,         // 主题活动
  sessions,          // 期次: records
  person_times,      // 人次: those present at them
  beneficiaries,     // 受益人次: others who were taught or served
  persons_named,     // 记录中的人数: each once
  places,            // 地点
  study_notes,       // 纪实档案
  opinions,          // 意见建议
  appropriated,      // 拨入, in fen
  paid,              // 支出, in fen
  owed,              // 应办次数
  owed_money,        // 应拨经费: the least and the most, in fen
};

template <>
ZHIBU_EXPORT std::span<const Name<Counted>> names();

// What narrows a figure; what is left out narrows nothing. Which of these a Counted takes is said
// where one that it does not is refused.
struct FigureFilter {
  std::vector<UnitKind> kinds = {};
  std::optional<bool> temporary = {};
  std::string unit = {};   // a unit's code: this one only
  std::string under = {};  // a unit's code: what stands under it, and not itself
  std::vector<Retirement> retirement = {};
  std::optional<bool> member = {};
  std::vector<Activity> activities = {};
  std::vector<StudyForm> forms = {};
  std::string campaign = {};  // its code
  std::vector<OpinionKind> opinions = {};
  std::vector<OpinionState> states = {};
  std::string purpose = {};  // of a fund, or of a venue
  std::string rule = {};     // a provision's code

  friend bool operator==(const FigureFilter&, const FigureFilter&) = default;
};

// A figure of a report, declared as data: what is counted, and what it is called.
struct Figure {
  std::string code;  // "SEED-18", unique in its file
  std::string name;
  std::string name_en;
  Counted counted = Counted::units;
  FigureFilter filter = {};
};

// Reads a TOML file of [[figure]] rows: code, name, name_en, counted and the keys of FigureFilter.
// Throws std::invalid_argument that names file, line, what was found and what would be accepted;
// all rows that are at fault are named together, a line for each.
ZHIBU_EXPORT std::vector<Figure> load_figures(const std::filesystem::path& file);

// The same for a text; `name` stands for the file in messages.
ZHIBU_EXPORT std::vector<Figure> parse_figures(std::string_view toml, std::string_view name);

// A figure as it was counted, and the rows that it rests on.
struct CountedFigure {
  std::string code;
  std::string name;
  std::string name_en;
  Counted counted = Counted::units;
  std::int64_t number = 0;                // of money, in fen
  std::optional<std::int64_t> most = {};  // set where it is a range
  bool at_least = false;                  // 余: more than that, and nobody counted how many
  std::string text = {};                  // of titles: the titles
  std::vector<std::string> rows = {};     // their codes, in the order counted

  friend bool operator==(const CountedFigure&, const CountedFigure&) = default;
};

// Counts a figure: what there is, on `as_of`; what happened and is owed, in the period of `owed`.
//
//   for (const Figure& figure : load_figures("examples/yongshun/figures.toml"))
//     std::cout << to_string(count(figure, roster, records, owed, as_of)) << '\n';
//
// Throws std::invalid_argument where the figure names a unit, a campaign or a rule that there is
// not.
ZHIBU_EXPORT CountedFigure count(const Figure& figure, const Roster& roster,
                                 const Records& records, const Obligations& owed, Date as_of);

// As it is printed: "52", "1000余", "520000至1040000" (money in yuan); of titles, the titles.
ZHIBU_EXPORT std::string to_string(const CountedFigure& figure, Language language = Language::zh);

// Which rows it counts: "离退休干部党支部：计52行（党组织）：YS-B01、YS-B02、YS-B03等".
ZHIBU_EXPORT std::string footnote(const CountedFigure& figure, Language language = Language::zh);

}  // namespace zhibu
