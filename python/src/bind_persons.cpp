// SPDX-License-Identifier: BSL-1.0

#include <string>

#include "value.hpp"
#include "zhibu/organization/membership.hpp"
#include "zhibu/organization/particulars.hpp"
#include "zhibu/organization/person.hpp"

using namespace zhibu;

namespace {

void bind_enums(py::module_& m) {
  bind_enum<Sex>(m, "Sex");
  bind_enum<Retirement>(m, "Retirement", "Whether and how a cadre retires.");
  bind_enum<RevolutionPeriod>(
      m, "RevolutionPeriod",
      "When a 离休 cadre joined the revolution (国发〔1982〕62号, article 3, by which the extra "
      "months of pay go).");
  bind_enum<PartyStanding>(
      m, "PartyStanding",
      "Where a person stands on the way into the Party, on a given day. Members are those from "
      "probationary on up to full.");
  bind_enum<MembershipKind>(m, "MembershipKind", "In what way a person belongs to a unit.");
  bind_enum<CircumstanceKind>(m, "CircumstanceKind",
                              "In what a member differs from others for a time.");
}

void bind_person(py::module_& m) {
  bind_value<Person>(
      m, "Person", "A cadre, a member, or both.", Needed{"code", &Person::code},
      Needed{"name", &Person::name}, Needed{"sex", &Person::sex},
      Needed{"born_on", &Person::born_on}, Optional{"retirement", &Person::retirement},
      Optional{"retired_on", &Person::retired_on},
      Optional{"joined_revolution_on", &Person::joined_revolution_on},
      Optional{"applied_on", &Person::applied_on}, Optional{"activist_on", &Person::activist_on},
      Optional{"development_target_on", &Person::development_target_on},
      Optional{"admitted_on", &Person::admitted_on},
      Optional{"full_member_on", &Person::full_member_on},
      Optional{"left_party_on", &Person::left_party_on}, Optional{"died_on", &Person::died_on},
      Optional{"needs_home_visits", &Person::needs_home_visits})
      .def("__repr__", &shown<Person>);
}

void bind_questions(py::module_& m) {
  m.def("revolution_period", &revolution_period, "joined"_a,
        "The period that holds `joined`, or nothing for who joined later.");
  m.def("standing_on", &standing_on, "person"_a, "day"_a,
        "How `person` stands in the Party at the end of `day`.");
  m.def("is_member_on", &is_member_on, "person"_a, "day"_a,
        "Whether `person` is a member, probationary or full, at the end of `day`.");
  m.def("retirement_on", &retirement_on, "person"_a, "day"_a,
        "How `person` has retired at the end of `day`: in service up to the day of retirement.");
  m.def("full_years", &full_years, "origin"_a, "day"_a,
        "Full years from one day to another: of age from birth, of Party standing (党龄) from full "
        "membership.");
}

void bind_particulars(py::module_& m) {
  bind_value<Particulars>(
      m, "Particulars",
      "What the official forms (党员基本信息汇总表) and the offices for retired cadres keep of a "
      "person besides.",
      Needed{"person", &Particulars::person}, Optional{"id_number", &Particulars::id_number},
      Optional{"phone", &Particulars::phone}, Optional{"ethnicity", &Particulars::ethnicity},
      Optional{"education", &Particulars::education}, Optional{"job", &Particulars::job},
      Optional{"rank", &Particulars::rank}, Optional{"treatment", &Particulars::treatment},
      Optional{"former_workplace", &Particulars::former_workplace},
      Optional{"health", &Particulars::health}, Optional{"residence", &Particulars::residence},
      Optional{"remark", &Particulars::remark}, Optional{"expertise", &Particulars::expertise},
      Optional{"hobby", &Particulars::hobby},
      Optional{"lunar_birthday", &Particulars::lunar_birthday})
      .def("__repr__", [](const Particulars& p) {
        return "<Particulars of person " + std::to_string(p.person.index) + ">";
      });
  m.def("masked_id_number", &masked_id_number, "text"_a,
        "An id number with the day of birth, the serial and the check digit masked, as "
        "\"4331**************\"; a phone number as \"138********\".");
  m.def("masked_phone", &masked_phone, "text"_a);
}

void bind_memberships(py::module_& m) {
  bind_value<Membership>(
      m, "Membership", "A person belonging to a unit, for as long as that lasts.",
      Needed{"person", &Membership::person}, Needed{"unit", &Membership::unit},
      Optional{"kind", &Membership::kind}, Needed{"period", &Membership::period});
  bind_value<Circumstance>(
      m, "Circumstance", "A member being in such a circumstance, for as long as that lasts.",
      Needed{"person", &Circumstance::person}, Needed{"kind", &Circumstance::kind},
      Needed{"period", &Circumstance::period}, Optional{"remark", &Circumstance::remark});
  m.def("takes_the_vote", &takes_the_vote, "kind"_a,
        "Whether a member in it neither votes nor elects nor is elected "
        "(中国共产党基层组织选举工作条例, article 5).");
}

}  // namespace

void bind_persons(py::module_& m) {
  bind_enums(m);
  bind_person(m);
  bind_questions(m);
  bind_particulars(m);
  bind_memberships(m);
}
