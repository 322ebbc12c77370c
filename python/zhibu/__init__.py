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
"""

from ._core import *  # noqa: F403

__all__ = [
    "Activity", "Appointment", "AtFestivals", "AtLeast", "AtTermEnd", "Bearer", "By", "Calendar",
    "Certainty", "Citation", "Cluster", "ClusterMembership", "Condition", "Confidence", "Contact",
    "Day", "DayKind", "DayOff", "Discount", "Discounted", "EveryPerson", "EveryUnit", "Exempted",
    "Exemption", "Festival", "FestivalWindow", "Finding", "Findings", "Force", "Funding", "HalfDay",
    "HoldersOf", "HolidayLaw", "Language", "LeadsOfClusters", "Ledger", "LedgerRow", "LunarDate",
    "Membership", "MembershipKind", "NthWorkday", "Obligation", "Obligations", "Occurrence",
    "OnAdmissionAnniversary", "OnDays", "OnSchedule", "PartyStanding", "Period", "Person", "Plan",
    "Post", "PostKind", "Provision", "Quota", "QuotaTally", "Record", "Records", "Recurrence",
    "Retirement", "Roster", "Rulebook", "Severity", "Sex", "Shift", "ShiftPolicy", "Shifted",
    "ShiftedDays", "Skip", "Span", "Standing", "Tally", "TheseUnits", "Unit", "UnitKind", "Waiver",
    "Weekday",
    "add_months", "add_years", "anniversary", "audit", "birthday_ledger", "counting_days",
    "describe", "due_by", "festival", "festival_days", "festival_law", "festival_windows",
    "festivals", "holiday_law", "holiday_laws", "icalendar_properties", "in_force_throughout",
    "lunar_anniversary", "lunar_day", "lunar_new_years_eve", "nth_workdays", "obligations",
    "parse_period", "parse_quota", "plan", "plan_ledger", "rollup", "severity", "shifted_days",
    "shifted_icalendar_properties", "since", "solar_term", "solar_term_on", "solar_terms",
    "span_of", "spans", "standing_ledger", "standing_on", "tally", "title", "to_csv",
    "to_icalendar", "to_markdown", "weekday", "write",
]

# The codes of code sets and the official forms.
__all__ += [
    "CodeRow", "CodeSet", "FormText", "OfficialForms", "PersonalData", "UnitCategory",
    "category", "code_row", "code_set", "code_set_names", "parse_official_forms",
    "read_official_forms", "write_member_form", "write_unit_form",
]
