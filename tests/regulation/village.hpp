// SPDX-License-Identifier: BSL-1.0

#pragma once

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "zhibu/organization/roster.hpp"
#include "zhibu/organization/view.hpp"
#include "zhibu/regulation/check.hpp"

namespace zhibu {

// A roster that is made up as a test needs it. Whatever it has stands from 2010 on.
struct Village {
  Roster roster = {};
  UnitId committee = roster.add(named("C", UnitKind::committee));

  static Unit named(std::string_view code, UnitKind kind) {
    return {.code = code, .name = "某党组织", .kind = kind, .standing = since(Date{2010, 1, 1})};
  }

  UnitId branch(Unit like = named("B", UnitKind::branch)) {
    like.parent = committee;
    return roster.add(like);
  }

  // A full member since 2012 whose home is `unit`.
  PersonId member(UnitId unit, Person like = person()) {
    const std::string code = "P" + std::to_string(roster.persons().size());
    like.code = code;
    const PersonId id = roster.add(like);
    roster.add(Membership{.person = id, .unit = unit, .period = since(*like.admitted_on)});
    return id;
  }

  static Person person() {
    return {.code = "",
            .name = "某某",
            .born_on = Date{1980, 1, 1},
            .admitted_on = Date{2011, 5, 1},
            .full_member_on = Date{2012, 5, 1}};
  }

  std::vector<PersonId> members(int number, UnitId unit) {
    std::vector<PersonId> all;
    for (int i = 0; i < number; ++i) all.push_back(member(unit));
    return all;
  }

  // A post of `unit`, held by `person` from that day on.
  PostId post(UnitId unit, PostKind kind) {
    const std::string code = "S" + std::to_string(roster.posts().size());
    return roster.add(Post{.code = code, .unit = unit, .kind = kind});
  }
  PostId held(UnitId unit, PostKind kind, PersonId person, Date from = Date{2019, 1, 1},
              Assumption by = Assumption::appointed) {
    const PostId id = post(unit, kind);
    roster.add(Appointment{.post = id, .person = person, .period = since(from), .by = by});
    return id;
  }

  TermId elected(UnitId unit, Date on) { return roster.add(Term{.unit = unit, .elected_on = on}); }
};

inline const Rulebook& national() {
  static const Rulebook rules = Rulebook::national();
  return rules;
}

inline std::vector<Observation> found(const FaultList& faults, std::string_view code) {
  std::vector<Observation> all;
  for (const Fault& f : faults)
    if (f.code == code)
      all.push_back({f.rule, f.subject, f.at, f.post, f.found, f.least, f.most, f.days,
                     std::string{f.facts}, std::string{f.facts_en}});
  return all;
}

// How many faults of that code there are.
inline std::size_t count(const Village& village, std::string_view code, Date day) {
  return found(check(village.roster, national(), day), code).size();
}

}  // namespace zhibu
