# SPDX-License-Identifier: BSL-1.0
"""A working committee, one branch, three persons (invented), and four rules."""

from datetime import date

import chromium
import pytest
from hypothesis import settings

import zhibu

settings.register_profile("zhibu", deadline=None)  # a busy machine is no fault of the code
settings.load_profile("zhibu")

RULES = """
[[document]]
key = "B"
title = "中国共产党支部工作条例（试行）"

[[document]]
key = "Y"
title = "某县做法"

[[provision]]
code = "MTG-01"
name = "党员大会每季度1次"
activity = "members_meeting"
force = "as_a_rule"
scope.every_unit = { kinds = ["branch"] }
cadence.at_least = { times = 1, per = "quarter" }
in_force_from = 2018-10-28
source = { document = "B", article = "11" }
confidence = "verified"

[[provision]]
code = "MTG-06"
name = "支委会每月1次"
activity = "committee_meeting"
force = "as_a_rule"
scope.every_unit = { kinds = ["branch"] }
cadence.at_least = { times = 1, per = "month" }
in_force_from = 2018-10-28
source = { document = "B", article = "12" }
exemptions = [
  { when = "without_committee", rule = "COM-04", source = { document = "B", article = "20" } },
]
confidence = "verified"

[[provision]]
code = "SR-01"
name = "每月10日集中学习"
activity = "study_day"
force = "practice"
scope.these_units = { codes = ["B01"] }
cadence.on_days = { days = "FREQ=MONTHLY;BYMONTHDAY=10", shift = "nearest_workday" }
in_force_from = 2017-01-01
source = { document = "Y" }
confidence = "local"

[[provision]]
code = "SR-03"
name = "到联系点指导"
activity = "contact_visit"
force = "practice"
scope.holders_of = { units.these_units = { codes = ["GW"] } }
cadence.at_least = { times = 4, per = "year" }
in_force_from = 2017-01-01
source = { document = "Y" }
confidence = "local"
"""

ALWAYS = zhibu.since(date(2010, 1, 1))
YEAR = zhibu.parse_period("2026")


@pytest.fixture
def rules():
    return zhibu.Rulebook.parse(RULES, "rules.toml")


@pytest.fixture
def roster():
    roster = zhibu.Roster()
    top = roster.add(zhibu.Unit(
        code="GW", name="工委", kind=zhibu.UnitKind.working_committee, standing=ALWAYS))
    branch = roster.add(zhibu.Unit(
        code="B01", name="一支部", kind=zhibu.UnitKind.branch, parent=top, standing=ALWAYS))
    visitor = roster.add(zhibu.Person(
        code="P1", name="柳一", sex=zhibu.Sex.female, born_on=date(1930, 1, 1),
        admitted_on=date(1956, 2, 29)))
    member = roster.add(zhibu.Person(
        code="P2", name="竹二", sex=zhibu.Sex.male, born_on=date(1940, 1, 1),
        retirement=zhibu.Retirement.retired, admitted_on=date(1976, 2, 1)))
    for person in (visitor, member):
        roster.add(zhibu.Membership(
            person=person, unit=branch, kind=zhibu.MembershipKind.home, period=ALWAYS))
    post = roster.add(zhibu.Post(code="GW-S", unit=top, kind=zhibu.PostKind.secretary))
    roster.add(zhibu.Appointment(post=post, person=visitor, period=ALWAYS, titles="局长"))
    roster.add(zhibu.Contact(person=visitor, unit=branch, period=ALWAYS))
    cluster = roster.add(zhibu.Cluster(
        code="PZ01", name="第一片组", lead=branch, deputy=top, standing=ALWAYS))
    roster.add(zhibu.ClusterMembership(cluster=cluster, unit=branch, period=ALWAYS))
    return roster


@pytest.fixture
def calendar():
    return zhibu.Calendar.china()


@pytest.fixture
def owed(roster, rules, calendar):
    return zhibu.obligations(roster, rules, calendar, YEAR)


@pytest.fixture
def held(roster):
    """A themed day on 31 March that held the members meeting, and a visit in May."""
    branch = roster.unit("B01").id
    records = zhibu.Records()
    records.add(zhibu.Record(
        code="R1", unit=branch, held_on=date(2026, 3, 31),
        activities={zhibu.Activity.members_meeting, zhibu.Activity.themed_party_day},
        due=2, present=1, remark="在县政府办"))
    records.add(zhibu.Record(
        code="R2", unit=branch, held_on=date(2026, 5, 8), activities=zhibu.Activity.contact_visit,
        persons=[roster.person("P1").id]))
    return records


@pytest.fixture(scope="module")
def browser():
    if chromium.program() is None:
        pytest.skip("no Chromium: apt-get install chromium, or name one by ZHIBU_CHROMIUM")
    with chromium.Chromium() as running:
        yield running
