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
    "Day", "DayKind", "Discount", "Discounted", "EveryPerson", "EveryUnit", "Exempted", "Exemption",
    "Festival", "Finding", "Findings", "Force", "Funding", "HalfDay", "HoldersOf", "Language",
    "LeadsOfClusters", "Ledger", "LedgerRow", "LunarDate", "Membership", "MembershipKind",
    "Obligation", "Obligations", "Occurrence", "OnAdmissionAnniversary", "OnDays", "OnSchedule",
    "PartyStanding", "Period", "Person", "Plan", "Post", "PostKind", "Provision", "Record",
    "Records", "Recurrence", "Retirement", "Roster", "Rulebook", "Severity", "Sex", "Shift",
    "Shifted", "ShiftPolicy", "Span", "Standing", "Tally", "TheseUnits", "Unit", "UnitKind",
    "Waiver", "Weekday",
    "add_months", "add_years", "audit", "birthday_ledger", "festival", "festivals",
    "in_force_throughout", "lunar_new_years_eve", "obligations", "parse_period", "plan",
    "plan_ledger", "rollup", "severity", "since", "solar_term", "span_of", "spans",
    "standing_ledger", "standing_on", "title", "to_csv", "to_icalendar", "to_markdown", "weekday",
    "write",
]
