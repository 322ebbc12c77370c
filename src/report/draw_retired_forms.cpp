// SPDX-License-Identifier: BSL-1.0
//
// 离休干部基本情况统计表 of offices, of institutions and of enterprises, and
// 退休干部基本情况统计表.

#include <functional>

#include "report/retired_cadres.hpp"

namespace zhibu {

namespace {

using Source = LedgerSource;

// A line of a form: who is counted there.
struct Line {
  std::string section;
  std::string item;
  std::function<bool(const RetiredCadre&)> counts;
};

// In full years, both included.
struct AgeBand {
  Text name;
  int first;
  int last;
};

constexpr AgeBand ages_of_veterans[]{
    {{"79岁及以下", "79 and under"}, 0, 79}, {{"80至84岁", "80 to 84"}, 80, 84},
    {{"85至89岁", "85 to 89"}, 85, 89},      {{"90至94岁", "90 to 94"}, 90, 94},
    {{"95至99岁", "95 to 99"}, 95, 99},      {{"100岁及以上", "100 and over"}, 100, 999}};

constexpr AgeBand ages_of_retired[]{
    {{"59岁及以下", "59 and under"}, 0, 59}, {{"60至64岁", "60 to 64"}, 60, 64},
    {{"65至69岁", "65 to 69"}, 65, 69},      {{"70至74岁", "70 to 74"}, 70, 74},
    {{"75至79岁", "75 to 79"}, 75, 79},      {{"80岁及以上", "80 and over"}, 80, 999}};

constexpr Text of_sector[]{
    {"机关", "offices"}, {"事业单位", "institutions"}, {"企业", "enterprises"}};

bool is_of_a_minority(std::string_view ethnicity) {
  return !ethnicity.empty() && ethnicity.find("汉") == std::string_view::npos;
}

std::vector<Line> first_lines(const Source& source) {
  const Date day = source.as_of();
  std::vector<Line> lines;
  lines.push_back({source.say({"总数", "all"}), "", [](const RetiredCadre&) { return true; }});
  for (const Name<Sex>& sex : names<Sex>())
    lines.push_back({source.say({"性别", "sex"}), source.speak().label(sex.value),
                     [sex](const RetiredCadre& c) { return c.person.sex == sex.value; }});
  lines.push_back({source.say({"民族", "ethnicity"}), source.say({"少数民族", "minorities"}),
                   [](const RetiredCadre& c) { return is_of_a_minority(c.ethnicity); }});
  lines.push_back({source.say({"政治面貌", "Party membership"}),
                   source.say({"中共党员", "Party members"}),
                   [day](const RetiredCadre& c) { return is_member_on(c.person, day); }});
  return lines;
}

void add_ages(const Source& source, std::span<const AgeBand> bands, std::vector<Line>& lines) {
  const Date day = source.as_of();
  for (const AgeBand& band : bands)
    lines.push_back(
        {source.say({"年龄", "age"}), source.say(band.name), [=](const RetiredCadre& c) {
           const int age = full_years(c.person.born_on, day);
           return band.first <= age && age <= band.last;
         }});
}

std::optional<RevolutionPeriod> revolution_period(const RetiredCadre& c) {
  const std::optional<Date> joined = c.person.joined_revolution_on;
  return joined ? revolution_period(*joined) : std::nullopt;
}

void add_revolution_periods(const Source& source, std::vector<Line>& lines) {
  const std::string section = source.say({"参加革命工作时期", "joined the revolution"});
  for (const Name<RevolutionPeriod>& name : names<RevolutionPeriod>())
    lines.push_back({section, source.speak().label(name.value),
                     [name](const RetiredCadre& c) { return revolution_period(c) == name.value; }});
  lines.push_back({section, source.say({"未记载", "not recorded"}),
                   [](const RetiredCadre& c) { return !revolution_period(c); }});
}

void add_sectors(const Source& source, std::vector<Line>& lines) {
  const std::string section = source.say({"原单位性质", "workplace"});
  for (const Sector one : {Sector::office, Sector::institution, Sector::enterprise})
    lines.push_back({section, source.say(of_sector[static_cast<std::size_t>(one)]),
                     [one](const RetiredCadre& c) { return c.sector == one; }});
  lines.push_back({section, source.say({"其他或未记载", "other, or not recorded"}),
                   [](const RetiredCadre& c) { return !c.sector; }});
}

Ledger draw_form(const Source& source, Text title, std::span<const Line> lines,
                 std::span<const RetiredCadre> cadres) {
  std::vector<Heading> headings{{{"类别", "section"}}, {{"项目", "item"}}};
  add_rank_headings(headings);
  Ledger ledger = source.headed(title, headings);
  for (const Line& line : lines) {
    RankCounts counts;
    for (const RetiredCadre& cadre : cadres)
      if (line.counts(cadre)) counts.add(cadre.rank);
    LedgerRow row{{line.section, line.item}, std::nullopt, line.section + line.item};
    counts.put(source, row.cells);
    ledger.rows.push_back(std::move(row));
  }
  ledger.totals.push_back({source.say({"人数", "persons"}),
                           static_cast<std::int64_t>(cadres.size()), CellKind::number});
  return ledger;
}

// The form of one sector. Who is in none of the three forms is told below each of them.
Ledger draw_veterans(const Source& source, Text title, Sector sought) {
  std::vector<RetiredCadre> cadres;
  std::int64_t in_no_form = 0;
  for (const RetiredCadre& cadre :
       retired_cadres(source, Retirement::retired_with_honours, source.as_of())) {
    if (cadre.sector == sought) cadres.push_back(cadre);
    in_no_form += !cadre.sector;
  }
  std::vector<Line> lines = first_lines(source);
  add_ages(source, ages_of_veterans, lines);
  add_revolution_periods(source, lines);
  Ledger ledger = draw_form(source, title, lines, cadres);
  ledger.totals.push_back({source.say({"单位性质未归类的离休干部人数",
                                       "cadres retired with honours of no such workplace"}),
                           in_no_form, CellKind::number});
  return ledger;
}

}  // namespace

Ledger draw_veterans_in_offices(const LedgerSource& source) {
  return draw_veterans(source,
                       {"机关离休干部基本情况统计表", "Cadres retired with honours, of offices,"},
                       Sector::office);
}

Ledger draw_veterans_in_institutions(const LedgerSource& source) {
  return draw_veterans(
      source, {"事业单位离休干部基本情况统计表", "Cadres retired with honours, of institutions,"},
      Sector::institution);
}

Ledger draw_veterans_in_enterprises(const LedgerSource& source) {
  return draw_veterans(
      source, {"企业离休干部基本情况统计表", "Cadres retired with honours, of enterprises,"},
      Sector::enterprise);
}

Ledger draw_retired(const LedgerSource& source) {
  std::vector<Line> lines = first_lines(source);
  add_ages(source, ages_of_retired, lines);
  add_sectors(source, lines);
  return draw_form(source, {"退休干部基本情况统计表", "Retired cadres,"}, lines,
                   retired_cadres(source, Retirement::retired, source.as_of()));
}

}  // namespace zhibu
