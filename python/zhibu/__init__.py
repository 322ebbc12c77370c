# SPDX-License-Identifier: BSL-1.0
"""Branch life of the Party's grassroots organizations: what is owed, was held and stands open.

    import zhibu

    roster = zhibu.Roster.load("examples/yongshun")
    rules = zhibu.Rulebook.national()
    calendar = zhibu.Calendar.china()
    owed = zhibu.obligations(roster, rules, calendar, zhibu.parse_period("2026"))

The names are those of the C++ library, whose headers are the manual. Days are datetime.date,
handles are int, rows cannot be changed, and what the caller wrote wrong is a ValueError that says
so.

A roster takes a handle or a code wherever it asks for a unit, a person, a post, a cluster or a
workplace. The rows of a relation have the plural of its name, all of them or those of one owner,
who is named where several kinds of owner have such rows:

    roster.honours()
    roster.honours(unit="YS-B01")
    roster.venues("YS-B01")
    roster.as_of(date(2017, 9, 30)).venues()    # those that lasted on that day

What a view counts is an array.array in the order of its units(), which numpy.asarray() takes
without a copy. Many threads may ask one roster at once, also where a call releases the GIL, but
not while another changes it.
"""

from . import _display
from ._core import *  # noqa: F403

_display.attach()

__all__ = [
    "Activity", "Appointment", "Appropriation", "Approval", "Article", "Assumption", "AtFestivals",
    "AtLeast", "AtTermEnd", "Attendance", "Attendee", "Base", "Bearer", "Bounds", "BranchField",
    "By", "Calendar", "Campaign", "CandidateSurplus", "Cause", "CellKind", "Certainty", "Change",
    "ChangeKind", "Circumstance", "CircumstanceKind", "Citation", "ClassHours", "Cluster",
    "ClusterMembership", "CodeRow", "CodeSet", "Condition", "Confidence", "Contact", "Counted",
    "CountedFigure", "Coverage", "Day", "DayKind", "DayOff", "Deadline", "Discount", "Discounted",
    "Document", "DuesAccount", "DuesBase", "DuesBegin", "DuesBracket", "DuesCatchUp", "DuesEvery",
    "DuesMonth", "DuesPayment", "DuesRate", "DuesUnpaid", "ElectedWhenDue", "ElectionMajority",
    "ElectionQuorum", "Event", "EventKind", "EveryMonthsSince", "EveryPerson", "EveryUnit",
    "Exempted", "Exemption", "Explanation", "Fact", "Fault", "FaultList", "Festival",
    "FestivalWindow", "FieldChange", "Figure", "FigureFilter", "Finding", "FindingChange",
    "Findings", "Force", "FormText", "Fund", "FundBalance", "FundFault", "FundFaultKind", "Funding",
    "HalfDay", "HasVenue", "HolderElectable", "HolderStanding", "HoldersAppointed", "HoldersOf",
    "HolidayLaw", "HomeBranch", "Honour", "Invariant", "JoinedRevolutionBy", "Language",
    "LapsesWithWorkplace", "Layer", "LeadsOfClusters", "Ledger", "LedgerColumn", "LedgerKind",
    "LedgerRow", "LedgerTotal", "LunarDate", "Measure", "MeetingQuorum", "MemberFilter",
    "Membership", "MembershipKind", "Milestone", "Minutes", "MonthsBetween", "NoElection", "Noted",
    "NthWorkday", "Obligation", "Obligations", "Occurrence", "OfficialForms", "OnAnniversary",
    "OnDays", "OnSchedule", "Opinion", "OpinionKind", "OpinionState", "OwnCommittee", "Pairing",
    "PartialWindow", "Particulars", "PartyStanding", "Payment", "Period", "Person", "PersonalData",
    "Placement", "Placements", "Plan", "Post", "PostCount", "PostKind", "PostsKept", "Presence",
    "Progress", "Provision", "Quota", "QuotaTally", "Rate", "RateKind", "Ratio", "Reach", "Record",
    "Records", "Recurrence", "Remedy", "Requirement", "ResultApproved", "Retirement",
    "RevolutionPeriod", "Roster", "RosterView", "RuleChange", "RuleChangeKind", "RuleKind",
    "Rulebook", "SeatsTaken", "Sensitive", "Severity", "Sex", "Shift", "ShiftPolicy", "Shifted",
    "ShiftedDays", "Skip", "Span", "Standing", "Statement", "Stood", "StudyForm", "StudyNote",
    "Table", "Tally", "Task", "Term", "TermEnd", "TermLength", "TermReminder", "TermShift",
    "TermState", "TheseUnits", "Timeline", "Undecided", "Unit", "UnitCategory", "UnitFilter",
    "UnitKind", "UnitWorkplace", "Upcoming", "Urgency", "Venue", "Visit", "VisitKind",
    "VolunteerRole", "Waiver", "Weekday", "Within", "Workplace",
    "add_months", "add_years", "anniversary", "applies", "as_if_held", "attendance_rate", "audit",
    "balance", "calendar_from_bytes", "candidate_surplus", "candidates", "category", "changes",
    "check", "check_funds", "code", "code_row", "code_set", "code_set_names", "count",
    "counting_days", "coverage", "coverage_by_month", "day_of", "describe", "diff", "due_by",
    "dues", "dues_account", "election_quorum", "excellent", "excellent_at_most", "execution_rate",
    "explain", "festival", "festival_days", "festival_law", "festival_windows", "festivals",
    "findings_from_bytes", "fits", "footnote", "from_bytes", "full_years", "holiday_law",
    "holiday_laws", "icalendar_properties", "implies", "in_force", "in_force_throughout",
    "is_as_strong", "is_known_on", "is_member_on", "is_voided_on", "least_of", "ledger", "load",
    "load_article", "load_calendar", "load_figures", "load_findings", "load_obligations",
    "load_plan", "load_records", "lunar_anniversary", "lunar_day", "lunar_new_years_eve",
    "majority", "masked_id_number", "masked_phone", "meeting_quorum", "more_than_half", "most_of",
    "nth_workdays", "obligations", "obligations_from_bytes", "overdue_rate", "overlaps",
    "parse_article", "parse_figures", "parse_official_forms", "parse_period", "parse_quota",
    "per_mille_of", "plan", "plan_from_bytes", "plan_ledger", "quorum", "quota_of",
    "read_official_forms", "records_from_bytes", "reminder_day", "retirement_on",
    "revolution_period", "rollup", "save", "severity", "shifted_days",
    "shifted_icalendar_properties", "since", "solar_term", "solar_term_on", "solar_terms",
    "span_of", "spans", "standing_ledger", "standing_on", "state_on", "takes_the_vote", "tally",
    "term_due", "term_end", "text_of", "title", "to_bytes", "to_csv", "to_icalendar", "to_markdown",
    "to_toml", "upcoming", "waited_days", "weekday", "why_not", "within", "write",
    "write_member_form", "write_tables", "write_unit_form",
]
