# SPDX-License-Identifier: BSL-1.0
"""EXAMPLE county.py: one county's year, from its files to its ledgers

    python3 examples/county.py [folder of the county] [folder for the ledgers]

SHOWS    Roster, Rulebook, Calendar, Records; obligations(), plan(), audit(), rollup(); ledgers
FIRST    overdue.py, which finds one missed meeting by hand
NEXT     examples/yongshun: change a file there, and run this again
"""

import io
import sys
from collections import Counter
from datetime import date
from pathlib import Path
from typing import Dict, Sequence, Union

import zhibu
from zhibu import Activity, By, LedgerKind, Retirement, Standing, UnitKind


class County:
    def __init__(self, folder: Path) -> None:
        self.roster = zhibu.Roster.load(folder)
        self.rules = zhibu.Rulebook.national() + zhibu.Rulebook.load(folder / "rules.toml")
        self.calendar = zhibu.Calendar.load(folder / "calendar.toml")
        self.held = zhibu.Records.load(folder / "2017", self.roster)


def heading(en: str, zh: str) -> None:
    print(f"\n== {en}  {zh}\n")


def fact(what: str, value: Union[int, str], zh: str) -> None:
    print(f"{f'{what} {value}':<46}{zh}")


# The numbers of the press report, counted in the county's files.


def print_organizations(roster: zhibu.Roster, day: date) -> None:
    committee = roster.unit("YS-GW").id
    university = roster.unit("YS-LD").id

    def units(kind: UnitKind, temporary: bool) -> int:
        return sum(u.kind == kind and u.temporary == temporary for u in roster.units())

    under_committee = [roster.unit(u) for u in roster.children(committee, day=day)]
    of_societies = sum(u.kind == UnitKind.branch and u.temporary for u in under_committee)
    cadres = sum(
        p.retirement != Retirement.in_service and roster.home(p.id, day=day) is not None
        for p in roster.persons()
    )

    fact("SEED-02 working committees", units(UnitKind.working_committee, False), "离退休干部党工委")
    fact("SEED-03 members of it", len(roster.appointments(committee, day=day)), "党工委委员")
    fact("SEED-05 branches", units(UnitKind.branch, False), "离退休干部党支部")
    fact("SEED-07 retired cadres", cadres, "离退休干部")
    fact("SEED-10 temporary general branches", units(UnitKind.general_branch, True), "临时党总支")
    fact("SEED-12 temporary branches of classes", len(roster.children(university, day=day)),
         "班级临时党支部")
    fact("SEED-14 temporary branches of societies", of_societies, "老科协临时党支部")


def print_ex_officio(roster: zhibu.Roster, day: date) -> None:
    for fact_id, unit in (("SEED-04", "YS-GW"), ("SEED-11", "YS-LD"), ("SEED-14", "YS-KX")):
        for a in roster.appointments(roster.unit(unit).id, day=day):
            if roster.post(a.post).ex_officio:
                fact(f"{fact_id} titles", len(a.titles.split("、")), a.titles)


def print_clusters(roster: zhibu.Roster, day: date) -> None:
    leading = {unit for c in roster.clusters() for unit in (c.lead, c.deputy)}
    contacted = {c.unit for p in roster.persons() for c in roster.contacts(p.id, day=day)}

    fact("SEED-38 clusters", len(roster.clusters()), "片组")
    fact("SEED-39 lead and deputy units", len(leading), "正、副片组长单位")
    fact("SEED-41 contact branches", len(contacted), "党工委委员联系的党支部")


def print_practices(owed: zhibu.Obligations) -> None:
    """What the county's own rows demand in a year, with the words of the report."""
    facts = [("SEED-20 studies of", "SR-04"), ("SEED-34 reports", "SR-02"),
             ("SEED-35 study days", "SR-01"), ("SEED-36 festival visits", "SR-05"),
             ("SEED-41 contact visits", "SR-03"), ("SEED-44 funds", "SR-09")]
    for what, rule in facts:
        bound = [o for o in owed if o.rule == rule]
        least_fen, most_fen = sum(o.least_fen for o in bound), sum(o.most_fen for o in bound)
        yuan = f"{least_fen // 100}-{most_fen // 100}"
        fact(what, yuan if most_fen > 0 else sum(o.times for o in bound),
             owed.rulebook.provision(rule).quote)


def print_plans(then: zhibu.Plan, now: zhibu.Plan) -> None:
    """How many occurrences of each activity two plans of one year have."""

    def count(plan: zhibu.Plan, activity: Activity) -> int:
        return sum(plan.obligations[o.obligation].activity == activity for o in plan.occurrences)

    print(f"{'then':>10}{'of 2026':>10}")
    for activity in Activity.__members__.values():
        n = count(then, activity), count(now, activity)
        if sum(n) > 0:
            print(f"{n[0]:10}{n[1]:10}  {activity} {activity.zh}")
    print(f"{len(then.unplaced):10}{len(now.unplaced):10}  not placed 未能排定")


def print_exempted(owed: zhibu.Obligations) -> None:
    """What a rule lifts from its bearers, and which rule."""
    exempted = Counter(
        f"{o.activity} {o.activity.zh}, {o.exempted.rule} {o.exempted.source}"
        for o in owed if o.exempted is not None
    )
    for what, n in sorted(exempted.items()):
        print(f"{n:20}  not applicable 不适用: {what}")


def print_tallies(tallies: Sequence[zhibu.Tally]) -> None:
    print(" " * 6 + "".join(f"{standing!s:>15}" for standing in Standing.__members__.values()))
    for tally in tallies:
        print(f"{tally.code:<6}" + "".join(f"{n:15}" for n in tally.standing) + f"  {tally.name}")


def print_fixed_days(plan: zhibu.Plan, calendar: zhibu.Calendar) -> None:
    """The days that a rule names, and where they were moved to."""
    print(f"{len(plan.occurrences)} occurrences, {len(plan.unplaced)} not placed; on a fixed day:")
    for occurrence in plan.occurrences:
        fixed = plan.obligations[occurrence.obligation].fixed
        if fixed is None:
            continue
        nominal = calendar.day(fixed.nominal)
        arrow = "   " if nominal.date == occurrence.day else "-> "
        print(f"{fixed.nominal} {arrow}{occurrence.day}  {occurrence.half}  {nominal.notice}"
              f"  {nominal.kind.zh}")


def print_overdue(findings: zhibu.Findings, county: County) -> None:
    """The first overdue obligation under each of five rules, and the article that demands it."""
    then = county.roster.as_of(findings.as_of)
    for rule in ("LIFE-01", "MTG-01", "TERM-02", "SR-02", "SR-04"):
        overdue = (f for f in findings
                   if f.obligation.rule == rule and f.standing == Standing.overdue)
        f = next(overdue, None)
        if f is None:
            continue
        o, severity = f.obligation, zhibu.severity(f.obligation.force)
        print(f"{rule} {severity} {severity.zh}")
        print(f"    {then[o.bearer].name} {o.activity.zh} {zhibu.title(o.window)}")
        print(f"    {o.source}“{county.rules.provision(rule).quote}”")
        for d in f.discounted:
            record = county.held[d.record]
            print(f"    不计 {record.code} {record.held_on} {d.why.zh}")


def write_ledgers(ledgers: Dict[str, zhibu.Ledger], out: Path) -> None:
    for file, ledger in ledgers.items():
        for form in (".md", ".csv", ".ics"):
            zhibu.write(ledger, out / (file + form))
        print(f"{len(ledger.rows):6}  {file} .md .csv .ics  {ledger.title}")


def tell(county: County, out: Path) -> None:
    year_2017, year_2026 = zhibu.parse_period("2017"), zhibu.parse_period("2026")
    as_of, now = date(2017, 9, 30), date(2026, 1, 1)
    roster, rules, calendar, held = county.roster, county.rules, county.calendar, county.held

    then = zhibu.obligations(roster, rules, calendar, year_2017)
    by_2026 = zhibu.obligations(roster, rules, calendar, year_2017, rules_of=now)
    findings = zhibu.audit(by_2026, held, as_of=as_of)
    following = zhibu.plan(zhibu.obligations(roster, rules, calendar, year_2026), calendar)

    heading("The county on 2017-09-30, counted in its files", "全县情况")
    print_organizations(roster, as_of)
    print_ex_officio(roster, as_of)
    print_clusters(roster, as_of)
    print_practices(then)
    heading("The plan of 2017: by the rules then in force, and by those of 2026", "年度计划")
    print_plans(zhibu.plan(then, calendar), zhibu.plan(by_2026, calendar))
    print_exempted(by_2026)
    heading("How it stood on 2017-09-30 by the rules then in force", "按当时有效的规定核查")
    print_tallies(zhibu.rollup(zhibu.audit(then, held, as_of=as_of), roster, by=By.cluster))
    heading("How it stood on 2017-09-30 by the rules of 2026", "按2026年的规定核查")
    print_tallies(zhibu.rollup(findings, roster, by=By.cluster))
    heading("The plan of 2026 and its study days", "年度计划与集中学习日")
    print_fixed_days(following, calendar)
    heading("Five that were overdue on 2017-09-30 by the rules of 2026", "逾期事项")
    print_overdue(findings, county)
    heading("Ledgers", "台账")
    write_ledgers({"plan-2026": zhibu.plan_ledger(following, roster),
                   "standing-2017-09-30": zhibu.standing_ledger(findings, held, roster),
                   "birthdays-2026": zhibu.ledger(LedgerKind.political_birthdays, roster, held, rules,
                                                period=year_2026)}, out)


def main() -> None:
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(encoding="utf-8", newline="\n")
    folder = Path(sys.argv[1] if len(sys.argv) > 1 else "examples/yongshun")
    out = Path(sys.argv[2] if len(sys.argv) > 2 else "out")
    try:
        tell(County(folder), out)
    except ValueError as error:
        sys.exit(str(error))


if __name__ == "__main__":
    main()
