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

from ._core import *  # noqa: F403

__all__ = [
    "Activity", "Appointment", "Approval", "Assumption", "AtFestivals", "AtLeast", "AtTermEnd",
    "Bearer", "BranchField", "By", "Calendar", "Certainty", "Circumstance", "CircumstanceKind",
    "Citation", "Cluster", "ClusterMembership", "CodeRow", "CodeSet", "Condition", "Confidence",
    "Contact", "Day", "DayKind", "DayOff", "Discount", "Discounted", "Event", "EventKind",
    "EveryPerson", "EveryUnit", "Exempted", "Exemption", "Festival", "FestivalWindow", "Finding",
    "Findings", "Force", "FormText", "Funding", "HalfDay", "HoldersOf", "HolidayLaw", "Honour",
    "Language", "LeadsOfClusters", "Ledger", "LedgerRow", "LunarDate", "MemberFilter", "Membership",
    "MembershipKind", "NthWorkday", "Obligation", "Obligations", "Occurrence", "OfficialForms",
    "OnAdmissionAnniversary", "OnDays", "OnSchedule", "Pairing", "Particulars", "PartyStanding",
    "Period", "Person", "PersonalData", "Plan", "Post", "PostKind", "Provision", "Quota",
    "QuotaTally", "Record", "Records", "Recurrence", "Retirement", "RevolutionPeriod", "Roster",
    "RosterView", "Rulebook", "Severity", "Sex", "Shift", "ShiftPolicy", "Shifted", "ShiftedDays",
    "Skip", "Span", "Standing", "Tally", "Term", "TheseUnits", "Timeline", "Unit", "UnitCategory",
    "UnitFilter", "UnitKind", "UnitWorkplace", "Venue", "VolunteerRole", "Waiver", "Weekday",
    "Workplace",
    "add_months", "add_years", "anniversary", "audit", "birthday_ledger", "category", "code_row",
    "code_set", "code_set_names", "counting_days", "describe", "due_by", "festival",
    "festival_days", "festival_law", "festival_windows", "festivals", "from_bytes", "full_years",
    "holiday_law", "holiday_laws", "icalendar_properties", "in_force_throughout", "is_member_on",
    "load", "lunar_anniversary", "lunar_day", "lunar_new_years_eve", "masked_id_number",
    "masked_phone", "nth_workdays", "obligations", "parse_official_forms", "parse_period",
    "parse_quota", "plan", "plan_ledger", "read_official_forms", "retirement_on",
    "revolution_period", "rollup", "save", "severity", "shifted_days",
    "shifted_icalendar_properties", "since", "solar_term", "solar_term_on", "solar_terms",
    "span_of", "spans", "standing_ledger", "standing_on", "takes_the_vote", "tally", "title",
    "to_bytes", "to_csv", "to_icalendar", "to_markdown", "weekday", "write", "write_member_form",
    "write_unit_form",
]
