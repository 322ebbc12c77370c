# SPDX-License-Identifier: BSL-1.0
"""At least one of every kind of thing that zhibu has, found in the books of a county."""

from datetime import date
from pathlib import Path

import zhibu

REPO = Path(__file__).parents[2]
DAY = date(2017, 9, 30)
PUBLIC = {name: thing for name in zhibu.__all__ if isinstance(thing := getattr(zhibu, name), type)}
ENUMERATIONS = {name: it for name, it in PUBLIC.items() if hasattr(it, "__members__")}
CLASSES = {name: it for name, it in PUBLIC.items() if name not in ENUMERATIONS}


def books():
    """The collections of a county's year, and what was drawn from them."""
    roster = zhibu.Roster.load(REPO / "examples/yongshun")
    rules = zhibu.Rulebook.national() + zhibu.Rulebook.load(REPO / "examples/yongshun/rules.toml")
    held = zhibu.Records.load(REPO / "examples/yongshun/2017", roster)
    calendar = zhibu.Calendar.china()
    year = zhibu.parse_period("2017")
    owed = zhibu.obligations(roster, rules, calendar, year, rules_of=date(2026, 1, 1))
    found = zhibu.audit(owed, held, as_of=DAY)
    return {"roster": roster, "rules": rules, "held": held, "calendar": calendar, "year": year,
            "owed": owed, "found": found}


# A row of every kind of scope, cadence and demand.
SCOPES = [
    'every_unit = { kinds = ["branch"], temporary = false }',
    'these_units = { codes = ["YS-B01"] }',
    "leads_of_clusters = {}",
    'holders_of = { units.every_unit = { kinds = ["branch"] }, posts = ["secretary"] }',
    "every_person = { member = true }",
]
CADENCES = [
    'at_least = { times = 2, per = "year", preferred_months = [1, 3], days_apart = 7 }',
    'on_days = { days = "FREQ=MONTHLY;BYMONTHDAY=10", shift = "nearest_workday" }',
    'at_festivals = { festivals = ["春节"], days_before = 10 }',
    'on_anniversary = { of = "admitted", within = "month" }',
    'deadline = { after = "applied", months = 1 }',
    'every_months_since = { since = "activist", months = 6 }',
    'class_hours = { least = 32, per = "year" }',
    'funding = { least_yuan = 100.5, most_yuan = 200, per = "year" }',
    "at_term_end = { years = 3, reminder_months = 6 }",
    'on_schedule = { suggested = { times = 1, per = "quarter" } }',
]
DEMANDS_ON_UNITS = [
    'bounds = { measure = "members", most = 50, when = { measure = "groups", least = 1 } }',
    'own_committee = { wanted = true, when = { measure = "full_members", least = 7 } }',
    'placements = [{ kind = "group", under = ["branch"], top = false }]',
    "lapses_with_workplace = {}", "noted = {}", "seats_taken = {}", "holder_electable = {}",
    "holders_appointed = {}", "no_election = {}", "elected_when_due = {}",
    'posts_kept = [{ kind = "secretary", least = 1, most = 1 }]',
    'holder_standing = { posts = ["secretary"], years = 1 }',
    'result_approved = { posts = ["secretary"], least = "approved" }',
    "term_length = { least_years = 2, most_years = 3 }", "term_reminder = { months = 6 }",
    "term_shift = { years = 1 }", "candidate_surplus = { part = 1, whole = 5 }",
    "election_quorum = { part = 4, whole = 5 }",
    'election_majority = { part = 1, whole = 2, inclusive = false, base = "due" }',
    'meeting_quorum = { activity = "members_meeting", part = 1, whole = 2 }',
    'has_venue = { purpose = "活动" }',
]
DEMANDS_ON_PERSONS = [
    "home_branch = {}", "joined_revolution_by = { day = 1949-09-30 }",
    'months_between = { from = "admitted", to = "full_member", least = 12 }',
    "dues_rate = { brackets = [{ up_to_yuan = 5000, per_mille = 5 }, { per_mille = 10 }] }",
    'dues_begin = { in_month_of = "admitted" }', 'dues_every = { per = "month" }',
    "dues_catch_up = { months = 6 }", "dues_unpaid = { months = 6 }",
]


def rules_of_every_kind():
    rows = ['[[document]]\nkey = "D"\ntitle = "办法"\n']

    def row(table, scope, more):
        rows.append(f"""[[{table}]]
code = "X-{len(rows)}"
name = "一条"
scope.{scope}
{more}
force = "shall"
in_force_from = 2010-01-01
source = {{ document = "D", article = "1" }}
confidence = "local"
""")
    for scope in SCOPES:
        row("provision", scope, f'activity = "members_meeting"\ncadence.{CADENCES[0]}\nexemptions = '
            '[{ when = "temporary", rule = "X-1", source = { document = "D" } }]')
    for cadence in CADENCES:
        row("provision", SCOPES[0], f'activity = "study_day"\ncadence.{cadence}')
    for demand in DEMANDS_ON_UNITS:
        row("requirement", 'every_unit = { kinds = ["branch"] }', f"demand.{demand}")
    for demand in DEMANDS_ON_PERSONS:
        row("requirement", SCOPES[-1], f"demand.{demand}")
    return zhibu.Rulebook.parse("\n".join(rows), "every_kind.toml")


def of_time():
    monthly = zhibu.Recurrence("FREQ=MONTHLY;BYMONTHDAY=10", start=date(2017, 1, 1),
                               exdates=[date(2017, 2, 10)], rdates=[date(2017, 2, 11)])
    shift = zhibu.Shift(zhibu.ShiftPolicy.nearest_workday, max_days=3)
    quota = zhibu.parse_quota("4 per year, 30 days apart")
    timeline = zhibu.Timeline(zhibu.parse_period("2017"), "党支部")
    return [monthly, shift, quota, timeline, zhibu.Calendar.china(), zhibu.holiday_laws(),
            zhibu.LunarDate.of(DAY), zhibu.festivals(), zhibu.Calendar.china().day(DAY),
            zhibu.Calendar.china().shift(DAY, shift), zhibu.ShiftedDays(monthly, shift),
            zhibu.NthWorkday(nth=1, per=zhibu.Span.month),
            zhibu.FestivalWindow(festival="春节", first_day=-10, last_day=0),
            zhibu.tally(quota, [DAY], zhibu.parse_period("2017"))]


def of_rules(rules):
    changed = zhibu.diff(zhibu.Rulebook.national(as_of=date(2010, 1, 1)),
                         zhibu.Rulebook.national(as_of=DAY))
    every = rules_of_every_kind()
    more = zhibu.to_toml(every).replace("times = 2", "times = 3")
    changed += zhibu.diff(every, zhibu.Rulebook.parse(more, "more.toml"))[:3]
    return [rules, list(rules)[:20], rules.undecided()[:3], rules.documents()[:3], changed[-20:],
            every, list(every), every.requirements()]


def of_reports(roster, held, owed, rules, year):
    figures = zhibu.load_figures(REPO / "examples/yongshun/figures.toml")
    study = [zhibu.Activity.study_day, zhibu.Activity.home_study]
    fund = held.funds()[0]
    return [zhibu.ledger(zhibu.LedgerKind.funds, roster, held, rules, period=year), figures,
            [zhibu.count(f, roster, held, owed, as_of=DAY) for f in figures[:3]],
            zhibu.load_article(REPO / "examples/yongshun/article.toml", figures),
            zhibu.coverage(roster, held, activities=study, period=year),
            zhibu.balance(held, fund.id, DAY), zhibu.check_funds(held, as_of=year.last()),
            zhibu.dues_account(roster, held, rules, person="P0001", period=year,
                               as_of=DAY),
            zhibu.code_set("national"), zhibu.category(roster.units()[0])]


def of_records(held):
    """A row of every kind; those that a county's year has none of are made up."""
    unit, person, record = 0, 0, held.record("R2017-1651")
    more = zhibu.Records()
    more.add(zhibu.Record(code="R1", unit=unit, activities=[zhibu.Activity.members_meeting],
                          held_on=DAY))
    more.attend(0, [1, 2, 3], [zhibu.Attendee(person=2, presence=zhibu.Presence.excused,
                                              reason="出差")])
    who = more.attendance(0)
    year = zhibu.parse_period("2017")
    made = [
        zhibu.Waiver(rule="SR-01", bearer=zhibu.Bearer(person=person), period=year, reason="病",
                     approved_by="县委", approved_on=DAY),
        zhibu.Opinion(code="O1", kind=zhibu.OpinionKind.suggestion, unit=unit, text="多开",
                      collected_on=DAY),
        zhibu.Task(code="T1", cluster=0, unit=unit, text="办", passed_on=DAY),
        zhibu.DuesBase(person=person, monthly_fen=500000, period=year),
        zhibu.DuesPayment(person=person, period=year, paid_on=DAY, amount_fen=30000),
    ]
    lists = [held.campaigns(), held.study_notes(), held.visits(), held.funds(), held.payments(),
             held.appropriations(), held.opinions(), held.tasks()]
    return [held, more, who, list(who), record, held.minutes(0), made, [rows[:3] for rows in lists]]


def of_organization(roster, rules):
    rows = ["units", "persons", "posts", "clusters", "workplaces", "terms", "events"]
    relations = ["memberships", "circumstances", "particulars", "appointments", "unit_workplaces",
                 "cluster_memberships", "contacts", "pairings", "volunteer_roles", "venues",
                 "honours"]
    form = zhibu.FormText(name="党组织.csv", csv="党组织全称\n".encode("gb18030"))
    forms = zhibu.parse_official_forms(
        zhibu.FormText(name="u", csv="党组织代码,党组织全称,组织类别,建立日期\nB01,甲,631,2012-03-01\n"),
        zhibu.FormText(name="m", csv="序号,姓名,所在党支部,性别,人员类别,加入党组织日期\n"),
        kinds=zhibu.code_set("national"), as_of=DAY)
    faults = zhibu.check(roster, rules, as_of=DAY)
    return [roster, roster.as_of(DAY), faults, list(faults)[:3], form, forms,
            zhibu.code_row("national:632"),
            [getattr(roster, name)()[:3] for name in rows + relations],
            zhibu.changes(roster, zhibu.Period(date(2014, 1, 1), date(2021, 1, 1)))[:3],
            zhibu.term_end(roster, rules, "YS-B01", day=DAY),
            zhibu.MemberFilter(standing=[zhibu.PartyStanding.full], age=(60, 80)),
            zhibu.UnitFilter(kinds=[zhibu.UnitKind.branch])]


def of_audits(owed, found, held, roster, calendar, rules):
    later = zhibu.audit(owed, held, as_of=date(2017, 12, 31))
    unmet = [f for f in found if f.discounted][:3]
    return [owed, found, list(owed)[:3], list(found)[:3], unmet, unmet[0].explanation(),
            zhibu.plan(owed, calendar), zhibu.diff(found, later)[:3], zhibu.execution_rate(found),
            zhibu.rollup(found, roster, by=zhibu.By.unit)[:3],
            zhibu.upcoming(found, days=30)[:3], [o for o in owed if o.exempted][:3],
            zhibu.Progress(roster.as_of(DAY), rules, zhibu.parse_period("2017")),
            roster.tables()["units"]]


def instances():
    """Of every class some things, by its name, and the books that they come from."""
    b = books()
    roots = [of_time(), of_rules(b["rules"]), of_records(b["held"]),
             of_organization(b["roster"], b["rules"]),
             of_audits(b["owed"], b["found"], b["held"], b["roster"], b["calendar"], b["rules"]),
             of_reports(b["roster"], b["held"], b["owed"], b["rules"], b["year"])]
    found = {}
    while roots:
        thing = roots.pop()
        if isinstance(thing, (list, tuple)):
            roots.extend(thing)
        elif type(thing) in CLASSES.values():
            of_its_kind = found.setdefault(type(thing).__name__, [])
            if len(of_its_kind) < 40:
                of_its_kind.append(thing)
                roots.extend(getattr(thing, name) for name, it in vars(type(thing)).items()
                             if isinstance(it, property))
    return found
