// SPDX-License-Identifier: BSL-1.0
//
// The tables of what is kept besides records, waivers and attendance, and their fields, each named
// once: columns and text files are made from this list, as a roster's from organization/fields.hpp.
// An amount stands in yuan in a text file, with at most two decimals.

#pragma once

#include "organization/fields.hpp"
#include "zhibu/record/record.hpp"

namespace zhibu {

template <>
struct Fields<Campaign> {
  static constexpr std::string_view table = "campaigns";
  static constexpr std::tuple fields{Field{"name", &Campaign::name, required},
                                     Field{"period", &Campaign::period, required},
                                     Field{"about", &Campaign::about},
                                     RareField{Field{"entered_on", &Campaign::entered_on}},
                                     Field{"entered_by", &Campaign::entered_by},
                                     Field{"source", &Campaign::source}};
};

template <>
struct Fields<Minutes> {
  static constexpr std::string_view table = "minutes";
  static constexpr std::tuple fields{Field{"record", &Minutes::record, required},
                                     Field{"topic", &Minutes::topic},
                                     Field{"form", &Minutes::form},
                                     Field{"audience", &Minutes::audience},
                                     Field{"places", &Minutes::places},
                                     Field{"host", &Minutes::host},
                                     Field{"speaker", &Minutes::speaker},
                                     Field{"decisions", &Minutes::decisions},
                                     Field{"campaign", &Minutes::campaign},
                                     Field{"gifts", &Minutes::gifts},
                                     Field{"oath", &Minutes::oath},
                                     RareField{Field{"beneficiaries", &Minutes::beneficiaries}},
                                     Field{"at_least", &Minutes::at_least},
                                     Field{"beneficiaries_who", &Minutes::beneficiaries_who}};
};

template <>
struct Fields<StudyNote> {
  static constexpr std::string_view table = "study_notes";
  static constexpr std::tuple fields{
      Field{"record", &StudyNote::record, required}, Field{"person", &StudyNote::person, required},
      Field{"note", &StudyNote::note}, Field{"reflection", &StudyNote::reflection},
      Field{"insight", &StudyNote::insight}};
};

template <>
struct Fields<Visit> {
  static constexpr std::string_view table = "visits";
  static constexpr std::tuple fields{Field{"record", &Visit::record, required},
                                     Field{"person", &Visit::person, required},
                                     Field{"kind", &Visit::kind, required},
                                     Field{"survivor", &Visit::survivor},
                                     Field{"by", &Visit::by},
                                     Field{"gifts", &Visit::gifts},
                                     Field{"reason", &Visit::reason},
                                     Field{"feedback", &Visit::feedback}};
};

template <>
struct Fields<Fund> {
  static constexpr std::string_view table = "funds";
  static constexpr std::tuple fields{Field{"name", &Fund::name, required},
                                     Field{"purpose", &Fund::purpose, required},
                                     Field{"unit", &Fund::unit},
                                     Field{"workplace", &Fund::workplace},
                                     Field{"period", &Fund::period, required},
                                     RareField{Field{"entered_on", &Fund::entered_on}},
                                     Field{"entered_by", &Fund::entered_by},
                                     Field{"source", &Fund::source}};
};

// Where a record of the same money is named, a text file may leave out the day and the amount.
template <>
struct Fields<Appropriation> {
  static constexpr std::string_view table = "appropriations";
  static constexpr std::tuple fields{Field{"fund", &Appropriation::fund, required},
                                     Field{"on", &Appropriation::on},
                                     Field{"amount_yuan", &Appropriation::amount_fen},
                                     Field{"granted_by", &Appropriation::granted_by},
                                     Field{"document", &Appropriation::document},
                                     Field{"record", &Appropriation::record},
                                     Field{"voided", &Appropriation::voided},
                                     RareField{Field{"entered_on", &Appropriation::entered_on}},
                                     Field{"entered_by", &Appropriation::entered_by},
                                     Field{"source", &Appropriation::source}};
};

template <>
struct Fields<Payment> {
  static constexpr std::string_view table = "payments";
  static constexpr std::tuple fields{Field{"fund", &Payment::fund, required},
                                     Field{"on", &Payment::on},
                                     Field{"amount_yuan", &Payment::amount_fen},
                                     Field{"payee", &Payment::payee},
                                     Field{"survivor", &Payment::survivor},
                                     Field{"purpose", &Payment::purpose},
                                     Field{"reason", &Payment::reason},
                                     Field{"record", &Payment::record},
                                     Field{"voided", &Payment::voided},
                                     RareField{Field{"entered_on", &Payment::entered_on}},
                                     Field{"entered_by", &Payment::entered_by},
                                     Field{"source", &Payment::source}};
};

template <>
struct Fields<Opinion> {
  static constexpr std::string_view table = "opinions";
  static constexpr std::tuple fields{Field{"kind", &Opinion::kind, required},
                                     Field{"unit", &Opinion::unit, required},
                                     Field{"person", &Opinion::person},
                                     Field{"record", &Opinion::record},
                                     Field{"text", &Opinion::text, required},
                                     Field{"collected_on", &Opinion::collected_on, required},
                                     RareField{Field{"reported_on", &Opinion::reported_on}},
                                     Field{"reported_to", &Opinion::reported_to},
                                     RareField{Field{"answered_on", &Opinion::answered_on}},
                                     Field{"answered_by", &Opinion::answered_by},
                                     Field{"answer", &Opinion::answer},
                                     RareField{Field{"entered_on", &Opinion::entered_on}},
                                     Field{"entered_by", &Opinion::entered_by},
                                     Field{"source", &Opinion::source}};
};

template <>
struct Fields<Task> {
  static constexpr std::string_view table = "tasks";
  static constexpr std::tuple fields{Field{"cluster", &Task::cluster, required},
                                     Field{"unit", &Task::unit, required},
                                     Field{"text", &Task::text, required},
                                     Field{"passed_on", &Task::passed_on, required},
                                     RareField{Field{"due_on", &Task::due_on}},
                                     RareField{Field{"done_on", &Task::done_on}},
                                     Field{"record", &Task::record},
                                     RareField{Field{"entered_on", &Task::entered_on}},
                                     Field{"entered_by", &Task::entered_by},
                                     Field{"source", &Task::source}};
};

template <>
struct Fields<DuesBase> {
  static constexpr std::string_view table = "dues_bases";
  static constexpr std::tuple fields{Field{"person", &DuesBase::person, required},
                                     Field{"monthly_yuan", &DuesBase::monthly_fen, required},
                                     Field{"period", &DuesBase::period, required},
                                     RareField{Field{"entered_on", &DuesBase::entered_on}},
                                     Field{"entered_by", &DuesBase::entered_by},
                                     Field{"source", &DuesBase::source}};
};

template <>
struct Fields<DuesPayment> {
  static constexpr std::string_view table = "dues_payments";
  static constexpr std::tuple fields{Field{"person", &DuesPayment::person, required},
                                     Field{"period", &DuesPayment::period, required},
                                     Field{"paid_on", &DuesPayment::paid_on, required},
                                     Field{"amount_yuan", &DuesPayment::amount_fen, required},
                                     Field{"by", &DuesPayment::by},
                                     Field{"voided", &DuesPayment::voided},
                                     RareField{Field{"entered_on", &DuesPayment::entered_on}},
                                     Field{"entered_by", &DuesPayment::entered_by},
                                     Field{"source", &DuesPayment::source}};
};

}  // namespace zhibu
