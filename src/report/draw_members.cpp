// SPDX-License-Identifier: BSL-1.0
//
// 党员花名册: the members at home in the branches, with the columns of 党员基本信息汇总表.

#include "report/persons.hpp"
#include "report/table.hpp"
#include "report/whose.hpp"

namespace zhibu {

namespace {

using Source = LedgerSource;

struct Member {
  int nth = 0;
  Person person;
  Particulars particulars;
  UnitId home;
};

// The posts that the person holds at units the ledger covers; elsewhere than at home, with the
// unit.
std::string posts(const Source& source, const Member& m) {
  std::vector<std::string> held;
  for (const Appointment& a : source.roster().of<Appointment>(m.person.id)) {
    const Post post = source.roster()[a.post];
    if (!a.period.contains(source.as_of()) || !source.covers(post.unit, source.as_of())) continue;
    const std::string title =
        post.title.empty() ? source.speak().label(post.kind) : std::string{post.title};
    held.push_back(post.unit == m.home ? title
                                       : source.speak().name(post.unit, source.as_of()) +
                                             source.say({"", ", "}) + title);
  }
  return joined(held, source.say({"、", "; "}));
}

// The temporary branches and the like that the person takes part in.
std::string takes_part_in(const Source& source, const Member& m) {
  std::vector<std::string> units;
  for (const Membership& other : source.roster().memberships(m.person.id))
    if (other.kind == MembershipKind::activity && other.period.contains(source.as_of()) &&
        source.covers(other.unit, source.as_of()))
      units.push_back(source.speak().name(other.unit, source.as_of()));
  return joined(units, source.say({"、", ", "}));
}

std::string circumstances(const Source& source, const Member& m) {
  std::vector<std::string> labels;
  for (const Circumstance& c : source.roster().of<Circumstance>(m.person.id))
    if (c.period.contains(source.as_of())) labels.push_back(source.speak().label(c.kind));
  return joined(labels, source.say({"、", ", "}));
}

std::string years_of_standing(const Source& source, const Member& m) {
  const std::optional<Date> since = m.person.full_member_on;
  return since && *since <= source.as_of() ? std::to_string(full_years(*since, source.as_of()))
                                           : "";
}

constexpr Column<Member> columns[]{
    {{{"序号", "no."}, CellKind::number},
     [](const Source&, const Member& m) { return std::to_string(m.nth); }},
    {{{"姓名", "name"}}, [](const Source& s, const Member& m) { return s.name(m.person.id); }},
    {{{"编号", "code"}}, [](const Source& s, const Member& m) { return s.code(m.person.id); }},
    {{{"所在党支部", "home branch"}},
     [](const Source& s, const Member& m) { return s.speak().name(m.home, s.as_of()); }},
    {{{"性别", "sex"}},
     [](const Source& s, const Member& m) { return s.speak().label(m.person.sex); }},
    {{{"民族", "ethnicity"}},
     [](const Source&, const Member& m) { return std::string{m.particulars.ethnicity}; }},
    {{{"出生日期", "born on"}, CellKind::day},
     [](const Source& s, const Member& m) { return s.born(m.person.id); }},
    {{{"年龄", "age"}, CellKind::number},
     [](const Source& s, const Member& m) {
       return std::to_string(full_years(m.person.born_on, s.as_of()));
     }},
    {{{"学历", "education"}},
     [](const Source&, const Member& m) { return std::string{m.particulars.education}; }},
    {{{"人员类别", "standing"}},
     [](const Source& s, const Member& m) {
       return s.speak().label(standing_on(m.person, s.as_of()));
     }},
    {{{"入党日期", "admitted on"}, CellKind::day},
     [](const Source& s, const Member& m) { return day_by(s, m.person.admitted_on); }},
    {{{"转正日期", "full member on"}, CellKind::day},
     [](const Source& s, const Member& m) { return day_by(s, m.person.full_member_on); }},
    {{{"党龄", "years of standing"}, CellKind::number}, years_of_standing},
    {{{"离退休类别", "retirement"}},
     [](const Source& s, const Member& m) {
       return s.speak().label(retirement_on(m.person, s.as_of()));
     }},
    {{{"离退休日期", "retired on"}, CellKind::day},
     [](const Source& s, const Member& m) {  // mostly the birthday on which one retires
       return day_by(s, m.person.retired_on).empty() ? "" : s.day_of(*m.person.retired_on);
     }},
    {{{"工作岗位", "job"}},
     [](const Source&, const Member& m) { return std::string{m.particulars.job}; }},
    {{{"职务", "posts"}}, posts},
    {{{"参加活动的党组织", "takes part in"}}, takes_part_in},
    {{{"党员情况", "circumstances"}}, circumstances},
};

// What stands there only where it is asked for by name.
constexpr struct {
  Sensitive what;
  Column<Member> column;
} sensitive_columns[]{
    {Sensitive::id_numbers,
     {{{"公民身份号码", "identity number"}},
      [](const Source&, const Member& m) { return masked_id_number(m.particulars.id_number); }}},
    {Sensitive::phones,
     {{{"联系电话", "phone"}},
      [](const Source&, const Member& m) { return masked_phone(m.particulars.phone); }}},
    {Sensitive::reasons,
     {{{"健康状况", "health"}},
      [](const Source& s, const Member& m) { return s.reason(m.particulars.health); }}},
};

std::vector<Column<Member>> shown_columns(const Source& source) {
  std::vector<Column<Member>> shown(std::begin(columns), std::end(columns));
  for (const auto& [what, column] : sensitive_columns)
    if (source.shows(what)) shown.push_back(column);
  return shown;
}

// How many there are of each value that a member has, by the labels of the values.
template <class E>
void put_counts(const Source& source, Table<Member>& table, std::span<const Member> members,
                E (*value)(const Person&, Date)) {
  for (const Name<E>& name : names<E>()) {
    std::int64_t count = 0;
    for (const Member& m : members) count += value(m.person, source.as_of()) == name.value;
    if (count > 0) table.named_total(source.speak().label(name.value), count);
  }
}

}  // namespace

Ledger draw_members(const LedgerSource& source) {
  const Date day = source.as_of();
  Table<Member> table{source, {"党员花名册", "Members,"}, shown_columns(source)};
  std::vector<Member> members;
  for (const Person& person : source.roster().persons()) {
    if (!is_member_on(person, day)) continue;
    const std::optional<UnitId> home = home_branch(source, person.id, day);
    if (!home) continue;
    const int nth = static_cast<int>(members.size()) + 1;
    members.push_back({nth, person, particulars(source.roster(), person.id), *home});
    table.add(members.back(), std::nullopt, source.name(person.id));
  }
  table.total({"人数", "persons"}, static_cast<std::int64_t>(members.size()));
  put_counts<PartyStanding>(source, table, members, standing_on);
  put_counts<Retirement>(source, table, members, retirement_on);
  put_counts<Sex>(source, table, members, [](const Person& p, Date) { return p.sex; });
  return std::move(table).take();
}

}  // namespace zhibu
