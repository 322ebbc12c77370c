// SPDX-License-Identifier: BSL-1.0
//
// A roster with something in every table, and all of it written out line by line. The persons are
// invented.

#pragma once

#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "organization/archive_columns_write.hpp"
#include "organization/archive_parts.hpp"
#include "organization/columns.hpp"
#include "zhibu/names.hpp"
#include "zhibu/organization/roster.hpp"

namespace zhibu {

inline Unit sample_unit(std::string_view code, std::string_view name, UnitKind kind, Date from) {
  Unit unit{};
  unit.code = code;
  unit.name = name;
  unit.kind = kind;
  unit.standing = since(from);
  return unit;
}

inline Person sample_person(std::string_view code, std::string_view name) {
  Person person{};
  person.code = code;
  person.name = name;
  person.born_on = Date{1948, 5, 1};
  return person;
}

// Units that are founded, renamed, moved, merged, split and ended.
inline void add_sample_units(Roster& roster) {
  const Date begin{2012, 3, 1};
  const auto add = [&](std::string_view code, std::string_view name, UnitKind kind,
                       std::optional<UnitId> parent) {
    Unit unit = sample_unit(code, name, kind, begin);
    unit.parent = parent;
    unit.retired_cadres = kind == UnitKind::branch;
    unit.field = kind == UnitKind::branch ? BranchField::retired : BranchField::unspecified;
    unit.temporary = code == "T1";
    return roster.add(unit);
  };
  const UnitId top = add("GW", "离退休干部党工委", UnitKind::working_committee, std::nullopt);
  const UnitId general = add("Z1", "卫生系统离退休干部党总支", UnitKind::general_branch, top);
  const UnitId first = add("B1", "县卫生局离退休干部党支部", UnitKind::branch, general);
  const UnitId second = add("B2", "县医院离退休干部党支部", UnitKind::branch, general);
  const UnitId third = add("B3", "县疾控中心离退休干部党支部", UnitKind::branch, top);
  const UnitId temporary = add("T1", "老年大学一班临时党支部", UnitKind::branch, top);
  const UnitId group = add("G1", "第一党小组", UnitKind::group, first);
  const UnitId single = add("B4", std::string(300, 'x'), UnitKind::branch, std::nullopt);

  roster.found(top, "永组发〔2012〕1号");
  roster.rename(first, "县卫健局离退休干部党支部", Date{2019, 3, 1}, "永组发〔2019〕3号");
  roster.move(third, general, Date{2015, 1, 1}, "永组发〔2015〕2号");
  roster.move(third, top, Date{2018, 1, 1});
  roster.upgrade(third, UnitKind::general_branch, Date{2020, 7, 1}, "永组发〔2020〕8号");
  Unit adjusted = *roster.at(second, Date{2017, 9, 30});
  adjusted.has_committee = true;
  roster.adjust(second, adjusted, Date{2017, 9, 30});
  roster.split(first, std::array{first, group}, Date{2021, 1, 1});
  roster.merge(std::array{second}, first, Date{2022, 1, 1}, "永组发〔2022〕1号");
  roster.dissolve(single, Date{2016, 1, 1});
  roster.lapse(temporary, Date{2018, 7, 1});
}

inline void add_sample_persons(Roster& roster) {
  const UnitId first = roster.unit("B1").id;
  for (const std::string_view code : {"P3", "P1", "P2", "P4"}) {
    Person person = sample_person(code, code == "P1" ? "" : "张三丰");
    person.sex = code == "P2" ? Sex::female : Sex::male;
    if (code == "P3") {
      person.retirement = Retirement::retired_with_honours;
      person.retired_on = Date{1990, 1, 1};
      person.joined_revolution_on = Date{1947, 8, 1};
      person.died_on = Date{2020, 2, 29};
      person.needs_home_visits = true;
    } else {
      person.applied_on = Date{1969, 1, 1};
      person.activist_on = Date{1970, 1, 1};
      person.development_target_on = Date{1971, 1, 1};
      person.admitted_on = Date{1972, 7, 1};
      person.full_member_on = Date{1973, 7, 1};
    }
    if (code == "P4") person.left_party_on = Date{2015, 5, 5};
    const PersonId id = roster.add(person);
    if (code != "P3")
      roster.add(Membership{id, first, MembershipKind::home, since(Date{2012, 3, 1})});
  }
  const PersonId p1 = roster.person("P1").id;
  const PersonId p2 = roster.person("P2").id;
  roster.transfer(p2, roster.unit("B3").id, Date{2016, 6, 1});
  roster.transfer(p1, roster.unit("B3").id, Date{2014, 6, 1});
  roster.transfer(p1, first, Date{2016, 6, 1});
  roster.add(Membership{
      p1, roster.unit("T1").id, MembershipKind::activity, {Date{2017, 9, 1}, Date{2018, 7, 1}}});
  roster.add(
      Membership{roster.person("P3").id, first, MembershipKind::care, since(Date{2012, 3, 1})});
}

inline void add_sample_relations(Roster& roster) {
  const Period days{Date{2017, 1, 1}, Date{2020, 1, 1}};
  const UnitId first = roster.unit("B1").id;
  const UnitId third = roster.unit("B3").id;
  const PersonId p1 = roster.person("P1").id;
  const PersonId p2 = roster.person("P2").id;
  const PostId post = roster.add(Post{.code = "B1-S",
                                      .unit = first,
                                      .kind = PostKind::secretary,
                                      .title = "书记",
                                      .ex_officio = true,
                                      .seats = 2});
  roster.add(Appointment{post, p1, days, "县委老干部局局长", Assumption::by_election, 17,
                         Approval::approved, "永组干〔2017〕5号"});
  const ClusterId cluster = roster.add(Cluster{.code = "PZ01",
                                               .name = "第一片组",
                                               .lead = first,
                                               .deputy = third,
                                               .standing = since(Date{2013, 1, 1}),
                                               .principles = "优势互补;便于管理"});
  roster.change_lead(cluster, third, first, Date{2016, 1, 1});
  roster.add(ClusterMembership{cluster, first, days});
  const WorkplaceId place =
      roster.add(Workplace{.code = "W1", .name = "县卫健局", .nature = "党政机关"});
  roster.add(UnitWorkplace{first, place, days});
  Term term{};
  term.unit = first;
  term.nth = 5;
  term.elected_on = Date{2017, 3, 1};
  term.extended_to = Date{2020, 6, 30};
  term.extension_document = "永组函〔2020〕1号";
  term.seats = 3;
  term.present = 21;
  term.approval = Approval::filed;
  roster.add(term);
  roster.add(Circumstance{p2, CircumstanceKind::abroad, days, "探亲"});
  Particulars particulars{};
  particulars.person = p2;
  particulars.id_number = "433127194805010021";
  particulars.phone = "13800000000";
  particulars.health = "一般";
  roster.add(particulars);
  roster.add(Contact{p1, third, days});
  roster.add(Pairing{p1, p2, "生活困难;独居", days});
  roster.add(VolunteerRole{p2, "社会风气监督员", days});
  roster.add(Venue{first, "党员活动室", "活动", days});
  roster.add(Honour{third, "学习型先进党组织", "县级", "县委组织部", days});
  roster.add(Honour{p2, "优秀共产党员", "省级", "省委组织部", since(Date{2021, 7, 1})});
}

inline Roster sample_roster() {
  Roster roster;
  add_sample_units(roster);
  add_sample_persons(roster);
  add_sample_relations(roster);
  return roster;
}

template <class V>
std::string written(const V& value) {
  if constexpr (std::is_same_v<V, std::string_view>)
    return std::string{value};
  else if constexpr (std::is_same_v<V, bool> || std::is_same_v<V, int>)
    return std::to_string(value);
  else if constexpr (std::is_enum_v<V>)
    return std::string{key(value)};
  else if constexpr (std::is_same_v<V, Period>)
    return to_string(value.begin) + ".." + to_string(value.end);
  else if constexpr (std::is_same_v<V, Date>)
    return to_string(value);
  else if constexpr (requires { value.index(); })
    return (value.index() == 0 ? "unit " : "person ") +
           std::visit([](auto id) { return std::to_string(id.index); }, value);
  else if constexpr (requires { value.has_value(); })
    return value ? written(*value) : "-";
  else
    return std::to_string(value.index);
}

// A line for each value that the roster keeps: "roster/units/name 2: 县卫生局离退休干部党支部".
inline std::vector<std::string> lines(const Roster& roster) {
  std::vector<std::string> found{"version: " + std::to_string(roster.version())};
  const auto add = [&](const std::string& name, std::size_t row, const std::string& value) {
    found.push_back(name + " " + std::to_string(row) + ": " + value);
  };
  each_part(roster.columns(), [&]<class Part>(const std::string& name, const Part& part) {
    for (std::uint32_t row = 0; row < part.size(); ++row) {
      if constexpr (std::is_same_v<Part, Texts>)
        add(name, row, std::string{part[row]});
      else if constexpr (std::is_same_v<Part, Timelines>)
        part.each(row, [&](Period days, Timelines::Number number) {
          add(name, row, written(days) + " " + std::to_string(number));
        });
      else
        part.each([&]<class F>(const F& field, const auto& column) {
          add(column_name(name, field.name), row,
              written(ColumnOf<F>::value(column, row, roster.columns().texts)));
        });
    }
  });
  return found;
}

}  // namespace zhibu
