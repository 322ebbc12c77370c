// SPDX-License-Identifier: BSL-1.0
//
// Which types that are registered elsewhere are values, equal and kept by what they say.

#include <tuple>
#include <utility>

#include "value.hpp"

using namespace zhibu;

namespace {

void bind_values_of_time(py::module_& m) {
  bind_spoken<LunarDate>(m, "LunarDate");
  bind_spoken<Recurrence>(m, "Recurrence");
  bind_kept<Festival>(m, "Festival");
  bind_kept<HolidayLaw>(m, "HolidayLaw");
  bind_kept<Day>(m, "Day");
  bind_kept<Shift>(m, "Shift");
  bind_kept<Shifted>(m, "Shifted");
  bind_kept<ShiftedDays>(m, "ShiftedDays");
  bind_kept<NthWorkday>(m, "NthWorkday");
  bind_kept<FestivalWindow>(m, "FestivalWindow");
  bind_kept<Quota>(m, "Quota");
  bind_kept<QuotaTally>(m, "QuotaTally");
}

void bind_values_of_organization(py::module_& m) {
  bind_kept<MemberFilter>(m, "MemberFilter");
  bind_kept<UnitFilter>(m, "UnitFilter");
  bind_kept<Change>(m, "Change");
  bind_kept<UnitCategory>(m, "UnitCategory");
  bind_kept<CodeRow>(m, "CodeRow");
}

void bind_scopes_and_cadences(py::module_& m) {
  bind_kept<EveryUnit>(m, "EveryUnit");
  bind_kept<TheseUnits>(m, "TheseUnits");
  bind_kept<LeadsOfClusters>(m, "LeadsOfClusters");
  bind_kept<HoldersOf>(m, "HoldersOf");
  bind_kept<EveryPerson>(m, "EveryPerson");
  bind_kept<AtLeast>(m, "AtLeast");
  bind_kept<OnDays>(m, "OnDays");
  bind_kept<AtFestivals>(m, "AtFestivals");
  bind_kept<OnAnniversary>(m, "OnAnniversary");
  bind_kept<Deadline>(m, "Deadline");
  bind_kept<EveryMonthsSince>(m, "EveryMonthsSince");
  bind_kept<ClassHours>(m, "ClassHours");
  bind_kept<Funding>(m, "Funding");
  bind_kept<AtTermEnd>(m, "AtTermEnd");
  bind_kept<OnSchedule>(m, "OnSchedule");
}

void bind_demands(py::module_& m) {
  bind_kept<Within>(m, "Within");
  bind_kept<Bounds>(m, "Bounds");
  bind_kept<OwnCommittee>(m, "OwnCommittee");
  bind_kept<Placement>(m, "Placement");
  bind_kept<Placements>(m, "Placements");
  bind_kept<LapsesWithWorkplace>(m, "LapsesWithWorkplace");
  bind_kept<HasVenue>(m, "HasVenue");
  bind_kept<Noted>(m, "Noted");
  bind_kept<HomeBranch>(m, "HomeBranch");
  bind_kept<JoinedRevolutionBy>(m, "JoinedRevolutionBy");
  bind_kept<MonthsBetween>(m, "MonthsBetween");
  bind_kept<DuesRate>(m, "DuesRate");
  bind_kept<DuesBegin>(m, "DuesBegin");
  bind_kept<DuesEvery>(m, "DuesEvery");
  bind_kept<DuesCatchUp>(m, "DuesCatchUp");
  bind_kept<DuesUnpaid>(m, "DuesUnpaid");
}

void bind_demands_of_offices(py::module_& m) {
  bind_kept<Ratio>(m, "Ratio");
  bind_kept<PostCount>(m, "PostCount");
  bind_kept<PostsKept>(m, "PostsKept");
  bind_kept<SeatsTaken>(m, "SeatsTaken");
  bind_kept<HolderStanding>(m, "HolderStanding");
  bind_kept<HolderElectable>(m, "HolderElectable");
  bind_kept<HoldersAppointed>(m, "HoldersAppointed");
  bind_kept<NoElection>(m, "NoElection");
  bind_kept<ResultApproved>(m, "ResultApproved");
  bind_kept<TermLength>(m, "TermLength");
  bind_kept<TermReminder>(m, "TermReminder");
  bind_kept<ElectedWhenDue>(m, "ElectedWhenDue");
  bind_kept<TermShift>(m, "TermShift");
  bind_kept<CandidateSurplus>(m, "CandidateSurplus");
  bind_kept<ElectionQuorum>(m, "ElectionQuorum");
  bind_kept<ElectionMajority>(m, "ElectionMajority");
  bind_kept<MeetingQuorum>(m, "MeetingQuorum");
}

void bind_rows_of_rules(py::module_& m) {
  bind_kept<Citation>(m, "Citation");
  bind_kept<Document>(m, "Document");
  bind_kept<Exemption>(m, "Exemption");
  bind_kept<Provision>(m, "Provision");
  bind_kept<Requirement>(m, "Requirement");
  bind_kept<Undecided>(m, "Undecided");
  bind_kept<FieldChange>(m, "FieldChange");
  bind_kept<RuleChange>(m, "RuleChange");
  bind_kept<Fault>(m, "Fault");
  bind_kept<TermEnd>(m, "TermEnd");
}

void bind_values_of_audits(py::module_& m) {
  bind_kept<Exempted>(m, "Exempted");
  bind_kept<Obligation>(m, "Obligation");
  bind_kept<Occurrence>(m, "Occurrence");
  bind_kept<Discounted>(m, "Discounted");
  bind_kept<Statement>(m, "Statement");
  bind_kept<Fact>(m, "Fact");
  bind_kept<Explanation>(m, "Explanation");
  bind_kept<Tally>(m, "Tally");
  bind_kept<Upcoming>(m, "Upcoming");
  bind_kept<Stood>(m, "Stood");
  bind_kept<FindingChange>(m, "FindingChange");
  bind_kept<Reach>(m, "Reach");
  bind_kept<Coverage>(m, "Coverage");
  bind_kept<DuesMonth>(m, "DuesMonth");
  bind_kept<DuesAccount>(m, "DuesAccount");
}

void bind_values_of_reports(py::module_& m) {
  bind_kept<LedgerRow>(m, "LedgerRow");
  bind_kept<Ledger>(m, "Ledger");
  bind_kept<Figure>(m, "Figure");
  bind_kept<CountedFigure>(m, "CountedFigure");
  bind_kept<Article>(m, "Article");
}

}  // namespace

void bind_values(py::module_& m) {
  bind_values_of_time(m);
  bind_values_of_organization(m);
  bind_scopes_and_cadences(m);
  bind_demands(m);
  bind_demands_of_offices(m);
  bind_rows_of_rules(m);
  bind_values_of_audits(m);
  bind_values_of_reports(m);
}
