// SPDX-License-Identifier: BSL-1.0
//
// The tables of a roster and their fields, each named once: columns, text files and archives are
// all made from this list. A text file has a column of that name; see row_reader.hpp for how it is
// written.

#pragma once

#include <string_view>
#include <tuple>

#include "zhibu/organization/roster.hpp"

namespace zhibu {

template <class Row, class V>
struct Field {
  using Value = V;
  std::string_view name;
  V Row::*member;
  bool required = false;  // a text file must have it
};

template <class Row, class V>
Field(std::string_view, V Row::*) -> Field<Row, V>;
template <class Row, class V>
Field(std::string_view, V Row::*, bool) -> Field<Row, V>;

// A field that few rows have.
template <class Row, class V>
struct RareField : Field<Row, V> {};

template <class Row, class V>
RareField(Field<Row, V>) -> RareField<Row, V>;

inline constexpr bool required = true;

// Specialised for each row: `table`, the name of its file, and `fields`. The handle and the code of
// a row are not among them, but in a state, where the handle has no name: no file writes it.
template <class Row>
struct Fields;

// A unit as it stood from one change to the next.
struct UnitState {
  UnitId unit;
  std::string_view name;
  UnitKind kind = UnitKind::branch;
  std::optional<UnitId> parent;
  bool temporary = false;
  bool joint = false;
  bool mobile = false;
  bool retired_cadres = false;
  bool has_committee = false;
  BranchField field = BranchField::unspecified;
};

template <>
struct Fields<UnitState> {
  static constexpr std::string_view table = "units";
  static constexpr std::tuple fields{Field{"", &UnitState::unit},
                                     Field{"name", &UnitState::name, required},
                                     Field{"kind", &UnitState::kind, required},
                                     Field{"parent", &UnitState::parent},
                                     Field{"temporary", &UnitState::temporary},
                                     Field{"joint", &UnitState::joint},
                                     Field{"mobile", &UnitState::mobile},
                                     Field{"retired_cadres", &UnitState::retired_cadres},
                                     Field{"committee", &UnitState::has_committee},
                                     Field{"field", &UnitState::field}};
};

// A cluster as it was led from one change to the next.
struct ClusterState {
  ClusterId cluster;
  std::string_view name;
  UnitId lead;
  UnitId deputy;
  std::string_view principles;
};

template <>
struct Fields<ClusterState> {
  static constexpr std::string_view table = "clusters";
  static constexpr std::tuple fields{Field{"", &ClusterState::cluster},
                                     Field{"name", &ClusterState::name, required},
                                     Field{"lead", &ClusterState::lead, required},
                                     Field{"deputy", &ClusterState::deputy, required},
                                     Field{"principles", &ClusterState::principles}};
};

template <>
struct Fields<Person> {
  static constexpr std::string_view table = "persons";
  static constexpr std::tuple fields{
      Field{"name", &Person::name, required},
      Field{"sex", &Person::sex, required},
      Field{"born", &Person::born_on, required},
      Field{"retirement", &Person::retirement, required},
      RareField{Field{"retired", &Person::retired_on}},
      RareField{Field{"joined_revolution", &Person::joined_revolution_on}},
      RareField{Field{"applied", &Person::applied_on}},
      RareField{Field{"activist", &Person::activist_on}},
      RareField{Field{"development_target", &Person::development_target_on}},
      Field{"admitted", &Person::admitted_on},
      Field{"full_member", &Person::full_member_on},
      RareField{Field{"left_party", &Person::left_party_on}},
      RareField{Field{"died", &Person::died_on}},
      Field{"home_visits", &Person::needs_home_visits}};
};

template <>
struct Fields<Post> {
  static constexpr std::string_view table = "posts";
  static constexpr std::tuple fields{
      Field{"unit", &Post::unit, required}, Field{"kind", &Post::kind, required},
      Field{"title", &Post::title}, Field{"ex_officio", &Post::ex_officio},
      Field{"seats", &Post::seats}};
};

template <>
struct Fields<Workplace> {
  static constexpr std::string_view table = "workplaces";
  static constexpr std::tuple fields{Field{"name", &Workplace::name, required},
                                     Field{"nature", &Workplace::nature}};
};

template <>
struct Fields<Term> {
  static constexpr std::string_view table = "terms";
  static constexpr std::tuple fields{Field{"unit", &Term::unit, required},
                                     Field{"nth", &Term::nth},
                                     Field{"elected", &Term::elected_on, required},
                                     RareField{Field{"ended", &Term::ended_on}},
                                     RareField{Field{"extended_to", &Term::extended_to}},
                                     Field{"extension_document", &Term::extension_document},
                                     RareField{Field{"seats", &Term::seats}},
                                     RareField{Field{"candidates", &Term::candidates}},
                                     RareField{Field{"due", &Term::due}},
                                     RareField{Field{"present", &Term::present}},
                                     Field{"approval", &Term::approval},
                                     Field{"document", &Term::document}};
};

// What a file calls "document" and the rest of an event depends on its kind; see event_rows.hpp.
template <>
struct Fields<Event> {
  static constexpr std::string_view table = "events";
  static constexpr std::tuple fields{
      Field{"kind", &Event::kind, required},    Field{"unit", &Event::unit, required},
      RareField{Field{"other", &Event::other}}, Field{"on", &Event::on, required},
      Field{"document", &Event::document},      RareField{Field{"entered_on", &Event::entered_on}}};
};

template <>
struct Fields<Membership> {
  static constexpr std::string_view table = "memberships";
  static constexpr std::tuple fields{
      Field{"person", &Membership::person, required}, Field{"unit", &Membership::unit, required},
      Field{"kind", &Membership::kind, required}, Field{"period", &Membership::period, required}};
};

template <>
struct Fields<Circumstance> {
  static constexpr std::string_view table = "circumstances";
  static constexpr std::tuple fields{Field{"person", &Circumstance::person, required},
                                     Field{"kind", &Circumstance::kind, required},
                                     Field{"period", &Circumstance::period, required},
                                     Field{"remark", &Circumstance::remark}};
};

template <>
struct Fields<Particulars> {
  static constexpr std::string_view table = "particulars";
  static constexpr std::tuple fields{Field{"person", &Particulars::person, required},
                                     Field{"id_number", &Particulars::id_number},
                                     Field{"phone", &Particulars::phone},
                                     Field{"ethnicity", &Particulars::ethnicity},
                                     Field{"education", &Particulars::education},
                                     Field{"job", &Particulars::job},
                                     Field{"rank", &Particulars::rank},
                                     Field{"treatment", &Particulars::treatment},
                                     Field{"former_workplace", &Particulars::former_workplace},
                                     Field{"health", &Particulars::health},
                                     Field{"residence", &Particulars::residence},
                                     Field{"remark", &Particulars::remark},
                                     Field{"expertise", &Particulars::expertise},
                                     Field{"hobby", &Particulars::hobby},
                                     Field{"lunar_birthday", &Particulars::lunar_birthday}};
};

template <>
struct Fields<Appointment> {
  static constexpr std::string_view table = "appointments";
  static constexpr std::tuple fields{Field{"post", &Appointment::post, required},
                                     Field{"person", &Appointment::person, required},
                                     Field{"period", &Appointment::period, required},
                                     Field{"titles", &Appointment::titles},
                                     Field{"by", &Appointment::by},
                                     RareField{Field{"votes", &Appointment::votes}},
                                     Field{"approval", &Appointment::approval},
                                     Field{"document", &Appointment::document}};
};

template <>
struct Fields<ClusterMembership> {
  static constexpr std::string_view table = "cluster_members";
  static constexpr std::tuple fields{Field{"cluster", &ClusterMembership::cluster, required},
                                     Field{"unit", &ClusterMembership::unit, required},
                                     Field{"period", &ClusterMembership::period, required}};
};

template <>
struct Fields<UnitWorkplace> {
  static constexpr std::string_view table = "unit_workplaces";
  static constexpr std::tuple fields{Field{"unit", &UnitWorkplace::unit, required},
                                     Field{"workplace", &UnitWorkplace::workplace, required},
                                     Field{"period", &UnitWorkplace::period, required}};
};

template <>
struct Fields<Contact> {
  static constexpr std::string_view table = "contacts";
  static constexpr std::tuple fields{Field{"person", &Contact::person, required},
                                     Field{"unit", &Contact::unit, required},
                                     Field{"period", &Contact::period, required}};
};

template <>
struct Fields<Pairing> {
  static constexpr std::string_view table = "pairings";
  static constexpr std::tuple fields{
      Field{"helper", &Pairing::helper, required}, Field{"helped", &Pairing::helped, required},
      Field{"reasons", &Pairing::reasons}, Field{"period", &Pairing::period, required}};
};

template <>
struct Fields<VolunteerRole> {
  static constexpr std::string_view table = "volunteer_roles";
  static constexpr std::tuple fields{Field{"person", &VolunteerRole::person, required},
                                     Field{"role", &VolunteerRole::role, required},
                                     Field{"period", &VolunteerRole::period, required},
                                     Field{"because", &VolunteerRole::because}};
};

template <>
struct Fields<Venue> {
  static constexpr std::string_view table = "venues";
  static constexpr std::tuple fields{
      Field{"unit", &Venue::unit, required}, Field{"name", &Venue::name, required},
      Field{"purpose", &Venue::purpose}, Field{"period", &Venue::period, required},
      Field{"inventory", &Venue::inventory}};
};

template <>
struct Fields<Honour> {
  static constexpr std::string_view table = "honours";
  static constexpr std::tuple fields{Field{"bearer", &Honour::bearer, required},
                                     Field{"title", &Honour::title, required},
                                     Field{"level", &Honour::level},
                                     Field{"awarded_by", &Honour::awarded_by},
                                     Field{"period", &Honour::period, required},
                                     Field{"document", &Honour::document}};
};

}  // namespace zhibu
