// SPDX-License-Identifier: BSL-1.0

#include "build.hpp"

#include <string>

namespace organization_benchmark {

using namespace zhibu;

namespace {

std::optional<Date> unless_never(Date day) {
  return day == never ? std::nullopt : std::optional{day};
}

Person person_of(const Nation& nation, std::uint32_t i) {
  const Members& members = nation.members;
  const std::optional<Date> retired = unless_never(members.retired_on[i]);
  return {.code = members.codes[i],
          .name = nation.person_names[members.names[i]],
          .sex = members.sexes[i],
          .born_on = members.born_on[i],
          .retirement = retired ? Retirement::retired : Retirement::in_service,
          .retired_on = retired,
          .admitted_on = members.admitted_on[i],
          .full_member_on = unless_never(members.full_member_on[i])};
}

}  // namespace

void add_units(Roster& roster, const Nation& nation) {
  const Units& units = nation.units;
  roster.reserve(units.codes.size(), nation.members.codes.size());
  for (std::uint32_t i = 0; i < units.kinds.size(); ++i) {
    const auto parent = units.parents[i];
    roster.add(Unit{.code = units.codes[i],
                    .name = units.names[i],
                    .kind = units.kinds[i],
                    .parent = parent ? std::optional{UnitId{*parent}} : std::nullopt,
                    .standing = since(units.founded_on[i])});
  }
  for (const UnitChange& change : nation.changes) {
    if (change.parent)
      roster.move({change.unit}, UnitId{*change.parent}, change.on, change.document);
    else
      roster.rename({change.unit}, change.name, change.on, change.document);
  }
}

void add_members(Roster& roster, const Nation& nation) {
  for (std::uint32_t i = 0; i < nation.members.names.size(); ++i) {
    const PersonId person = roster.add(person_of(nation, i));
    roster.add(Membership{.person = person,
                          .unit = {nation.members.branches[i]},
                          .period = since(joined_on(nation, i))});
  }
  for (const Transfer& transfer : nation.transfers)
    roster.transfer({transfer.person}, {transfer.to}, transfer.on);
}

void add_posts(Roster& roster, const Nation& nation) {
  for (const Secretary& secretary : nation.secretaries) {
    const std::string code = std::string{nation.units.codes[secretary.branch]} + "-S";
    const PostId post =
        roster.add(Post{.code = code, .unit = {secretary.branch}, .kind = PostKind::secretary});
    roster.add(Appointment{.post = post,
                           .person = {secretary.person},
                           .period = since(secretary.since),
                           .by = Assumption::elected});
  }
}

}  // namespace organization_benchmark
