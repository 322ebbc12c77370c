// SPDX-License-Identifier: BSL-1.0
//
// 发挥作用台账: the roles that persons have on the day of the ledger, and what was done for others
// in the period.

#include <algorithm>
#include <map>
#include <variant>

#include "report/meeting.hpp"
#include "report/whose.hpp"

namespace zhibu {

namespace {

using Source = LedgerSource;

struct Role {
  VolunteerRole role;
  UnitId home;
};

using Part = std::variant<Role, Meeting>;

template <class OfRole, class OfService>
std::string either(const Part& part, OfRole of_role, OfService of_service) {
  const Role* const role = std::get_if<Role>(&part);
  return role != nullptr ? of_role(*role) : of_service(std::get<Meeting>(part));
}

std::string nothing(const Role&) { return ""; }

Date day_of(const Part& part) {
  const Role* const role = std::get_if<Role>(&part);
  return role != nullptr ? role->role.period.begin : std::get<Meeting>(part).record.held_on;
}

constexpr Column<Part> columns[]{
    {{{"日期", "since, or on"}, CellKind::day},
     [](const Source&, const Part& p) { return to_string(day_of(p)); }},
    {{{"类别", "kind"}},
     [](const Source& s, const Part& p) {
       return std::holds_alternative<Role>(p) ? s.say({"志愿角色", "role"})
                                              : s.say({"服务活动", "service"});
     }},
    {{{"姓名", "name"}},
     [](const Source& s, const Part& p) {
       return either(
           p, [&](const Role& r) { return s.name(r.role.person); },
           [&](const Meeting& m) { return s.names(m.record.persons); });
     }},
    {{{"编号", "code"}},
     [](const Source& s, const Part& p) {
       return either(
           p, [&](const Role& r) { return s.code(r.role.person); },
           [](const Meeting& m) { return std::string{m.record.code}; });
     }},
    {{{"所在党组织", "organization"}},
     [](const Source& s, const Part& p) {
       return either(
           p, [&](const Role& r) { return s.speak().name(r.home, s.as_of()); },
           [&](const Meeting& m) { return unit_cell(s, m); });
     }},
    {{{"角色或内容", "role, or what was done"}},
     [](const Source&, const Part& p) {
       return either(
           p, [](const Role& r) { return std::string{r.role.role}; },
           [](const Meeting& m) { return std::string{m.minutes.topic}; });
     }},
    {{{"特长爱好", "expertise or hobby"}},
     [](const Source& s, const Part& p) {
       return either(
           p, [&](const Role& r) { return remark(s, r.role.because); },
           [](const Meeting&) { return std::string{}; });
     }},
    {{{"地点", "place"}},
     [](const Source& s, const Part& p) {
       return either(p, nothing, [&](const Meeting& m) { return list_cell(s, m.minutes.places); });
     }},
    {{{"受益对象", "for whom"}},
     [](const Source&, const Part& p) {
       return either(p, nothing,
                     [](const Meeting& m) { return std::string{m.minutes.beneficiaries_who}; });
     }},
    {{{"受益人次", "person-times served"}, CellKind::number},
     [](const Source& s, const Part& p) {
       return either(p, nothing,
                     [&](const Meeting& m) { return count_cell(s, m.minutes.beneficiaries); });
     }},
    {{{"余", "or more"}},
     [](const Source& s, const Part& p) {
       return either(p, nothing, [&](const Meeting& m) { return yes_cell(s, m.minutes.at_least); });
     }},
};

std::vector<Part> roles(const Source& source) {
  std::vector<Part> found;
  for (const VolunteerRole& role : source.roster().all<VolunteerRole>())
    if (role.period.contains(source.as_of()))
      if (const std::optional<UnitId> home = source.home(role.person, source.as_of()))
        found.push_back(Role{role, *home});
  std::ranges::stable_sort(found, {}, day_of);
  return found;
}

}  // namespace

Ledger draw_volunteer_roles(const LedgerSource& source) {
  Table<Part> table{source, {"发挥作用台账", "Volunteer roles,"}, columns};
  std::map<std::string_view, std::int64_t> of_role;
  Heads persons;
  const std::vector<Part> held = roles(source);
  for (const Part& part : held) {
    const VolunteerRole& role = std::get<Role>(part).role;
    table.add(part, std::nullopt,
              std::string{role.role} + source.say({"：", ": "}) + source.name(role.person));
    persons.add(role.person);
    ++of_role[role.role];
  }
  std::int64_t served = 0;
  const std::vector<Meeting> services = meetings(source, Activity::service);
  for (const Meeting& m : services) {
    table.add(m, m.record.held_on, summary(source, m));
    served += m.minutes.beneficiaries.value_or(0);
  }
  table.total({"角色", "roles"}, static_cast<std::int64_t>(held.size()));
  table.total({"人数", "persons"}, persons.count());
  for (const auto& [role, count] : of_role) table.named_total(std::string{role}, count);
  table.total({"服务活动次数", "services"}, static_cast<std::int64_t>(services.size()));
  table.total({"受益人次", "person-times served"}, served);
  return std::move(table).take();
}

}  // namespace zhibu
