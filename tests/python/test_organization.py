# SPDX-License-Identifier: BSL-1.0
"""Every row of a roster in Python: made, added, asked for, and never forgotten."""

import copy
import gc
import inspect
import pickle
from datetime import date, timedelta

import pytest

import zhibu
from conftest import ALWAYS

DAY = timedelta(days=1)
SINCE_2020 = zhibu.since(date(2020, 1, 1))

# One row of each relation, and who owns it. The persons are 0 and 1, the units 0 and 1, the post,
# the cluster and the workplace 0 (see `roster`).
ROWS = {
    "memberships": (
        zhibu.Membership(person=1, unit=0, kind=zhibu.MembershipKind.care, period=SINCE_2020),
        {"person": "P2", "unit": "GW"}),
    "circumstances": (
        zhibu.Circumstance(person=1, kind=zhibu.CircumstanceKind.mobile, period=SINCE_2020,
                           remark="外出务工"),
        {"person": "P2"}),
    "particulars": (
        zhibu.Particulars(person=1, id_number="433127194001010013", phone="13800000000",
                          ethnicity="土家族"),
        {"person": "P2"}),
    "appointments": (
        zhibu.Appointment(post=0, person=1, period=SINCE_2020, by=zhibu.Assumption.by_election,
                          votes=12, approval=zhibu.Approval.approved, document="永直工委〔2020〕2号"),
        {"person": "P2", "post": "GW-S"}),
    "cluster_memberships": (
        zhibu.ClusterMembership(cluster=0, unit=0, period=SINCE_2020),
        {"unit": "GW", "cluster": "PZ01"}),
    "unit_workplaces": (
        zhibu.UnitWorkplace(unit=1, workplace=0, period=SINCE_2020),
        {"unit": "B01", "workplace": "W01"}),
    "contacts": (
        zhibu.Contact(person=1, unit=1, period=SINCE_2020), {"person": "P2", "unit": "B01"}),
    "pairings": (
        zhibu.Pairing(helper=0, helped=1, reasons="独居", period=SINCE_2020), {"person": "P2"}),
    "volunteer_roles": (
        zhibu.VolunteerRole(person=1, role="社会风气监督员", period=SINCE_2020), {"person": "P2"}),
    "venues": (
        zhibu.Venue(unit=1, name="党员活动室", purpose="活动", period=SINCE_2020), {"unit": "B01"}),
    "honours": (
        zhibu.Honour(bearer=zhibu.Bearer(unit=1), title="学习型先进党组织", level="县级",
                     period=SINCE_2020),
        {"unit": "B01"}),
    "terms": (
        zhibu.Term(unit=1, nth=3, elected_on=date(2020, 1, 1), seats=3, candidates=4,
                   approval=zhibu.Approval.approved, document="永直工委〔2020〕1号"),
        {"unit": "B01"}),
}

each_relation = pytest.mark.parametrize(
    ("relation", "row", "owners"), [(name, *rest) for name, rest in ROWS.items()], ids=list(ROWS))


@pytest.fixture
def books(roster):
    """The roster of conftest, with a workplace."""
    roster.add(zhibu.Workplace(code="W01", name="县政府办", nature="党政机关"))
    return roster


@each_relation
def test_a_row_is_found_among_all_and_by_each_of_its_owners(books, relation, row, owners):
    rows = getattr(books, relation)
    before = rows()
    books.add(row)
    assert rows().count(row) == 1 and len(rows()) == len(before) + 1
    for kind, owner in owners.items():
        assert row in rows(**{kind: owner})
        assert row in rows(**{kind: getattr(books, kind)(owner).id})


@each_relation
def test_a_row_is_not_found_by_another_owner(books, relation, row, owners):
    books.add(zhibu.Person(code="P9", name="梅九", sex=zhibu.Sex.male, born_on=date(1950, 1, 1)))
    books.add(zhibu.Unit(code="B09", name="九支部", kind=zhibu.UnitKind.branch, standing=ALWAYS))
    books.add(row)
    for kind, other in (("person", "P9"), ("unit", "B09")):
        if kind in owners:
            assert getattr(books, relation)(**{kind: other}) == []


@each_relation
def test_a_row_is_equal_to_what_says_the_same_and_to_nothing_else(relation, row, owners):
    again = pickle.loads(pickle.dumps(row))
    assert again == row and hash(again) == hash(row) and again is not row
    assert copy.copy(row) == row == copy.deepcopy(row)
    others = [other for name, (other, _) in ROWS.items() if name != relation]
    assert row not in others


def test_every_relation_of_a_roster_is_tried_here():
    asked = {name for name, method in vars(zhibu.Roster).items()
             if inspect.isroutine(method) and name.endswith("s")}
    assert asked - set(ROWS) == {
        "units", "persons", "posts", "clusters", "workplaces", "events", "members", "tables"}


def test_a_row_that_was_issued_a_handle_is_still_the_same_row(books):
    made = zhibu.Unit(code="B02", name="二支部", kind=zhibu.UnitKind.branch, standing=ALWAYS,
                      field=zhibu.BranchField.village)
    kept = books.unit(books.add(made))
    assert kept == made and kept.id == 2 and hash(kept) == hash(made)
    again = pickle.loads(pickle.dumps(kept))
    assert again == kept and again.id == 2


def test_rows_that_differ_in_one_field_differ():
    one = zhibu.Contact(person=1, unit=1, period=SINCE_2020)
    for other in (zhibu.Contact(person=0, unit=1, period=SINCE_2020),
                  zhibu.Contact(person=1, unit=0, period=SINCE_2020),
                  zhibu.Contact(person=1, unit=1, period=ALWAYS)):
        assert one != other and len({one, other}) == 2


@pytest.mark.parametrize("key", ["B01", 1])
def test_a_unit_is_named_by_code_or_handle(books, key):
    day = date(2026, 5, 8)
    branch = books.unit(key)
    assert books.at(key, day=day) == branch
    assert [period for period, unit in books.history(key).history()] == [ALWAYS]
    assert books.children("GW", day=day) == [branch.id]
    assert books.is_within(key, "GW", day=day)
    assert books.members(key, kind=zhibu.MembershipKind.home, day=day) == [0, 1]
    assert books.home("P1", day=day) == branch.id
    assert books.cluster_of(key, day=day) == books.cluster("PZ01").id
    assert books.units("PZ01", day=day) == [branch.id]
    assert books.posts("GW") == [books.post("GW-S").id]
    assert [a.post for a in books.appointments("GW", day=day)] == [0]
    assert books.term(key, day=day) is None and books.terms(key) == []


def test_an_unknown_code_is_refused_wherever_a_unit_is_asked_for(books):
    for ask in (lambda: books.children("B9", day=date(2026, 1, 1)), lambda: books.venues("B9"),
                lambda: books.rename("B9", "九支部", on=date(2026, 1, 1)),
                lambda: books.merge(["B9"], into="B01", on=date(2026, 1, 1)),
                lambda: books.as_of(date(2026, 1, 1), top="B9")):
        with pytest.raises(ValueError, match="no such unit: 'B9'"):
            ask()


def test_a_renamed_unit_keeps_its_old_name_in_the_past(books):
    on = date(2019, 3, 1)
    event = books.rename("B01", "县卫健局离退休干部党支部", on=on, document="永组发〔2019〕3号")
    assert books.at("B01", day=on - DAY).name == "一支部"
    assert books.at("B01", day=on).name == books.unit("B01").name == "县卫健局离退休干部党支部"
    (entered,) = books.events("B01")
    assert entered.id == event and entered.kind == zhibu.EventKind.rename
    assert (entered.on, entered.document) == (on, "永组发〔2019〕3号")
    assert books.events() == [entered] and repr(entered) == "<Event 2019-03-01 rename>"


def test_what_is_adjusted_changes_and_what_is_not_given_stays(books):
    on = date(2021, 7, 1)
    books.adjust("B01", on=on, has_committee=True, field=zhibu.BranchField.retired)
    books.adjust("B01", on=date(2022, 1, 1), mobile=True)
    before, after, last = [unit for _, unit in books.history("B01").history()]
    assert not before.has_committee and after.has_committee and last.has_committee
    assert not after.mobile and last.mobile and last.field == zhibu.BranchField.retired
    assert before.field == zhibu.BranchField.unspecified
    assert [e.kind for e in books.events("B01")] == [zhibu.EventKind.adjust] * 2


def test_an_event_that_is_refused_changes_nothing(books):
    before = books.version()
    for refused in (lambda: books.rename("B01", "", on=date(2020, 1, 1)),
                    lambda: books.rename("B01", "二支部", on=date(2009, 12, 31)),
                    lambda: books.dissolve("GW", on=date(2020, 1, 1)),
                    lambda: books.lapse("B01", on=date(2020, 1, 1)),
                    lambda: books.move("GW", "B01", on=date(2020, 1, 1)),
                    lambda: books.transfer("P1", to="B01", on=date(2020, 1, 1))):
        with pytest.raises(ValueError, match="accepted"):
            refused()
    assert books.version() == before and books.events() == []


def test_a_cluster_is_asked_for_by_its_name(books):
    on = date(2020, 1, 1)
    books.change_lead("PZ01", lead="GW", deputy="B01", on=on)
    assert books.at(cluster="PZ01", day=on - DAY).lead == books.unit("B01").id
    assert books.at(cluster="PZ01", day=on).lead == books.unit("GW").id
    (_, before), (_, after) = books.history(cluster="PZ01").history()
    assert (before.lead, after.lead) == (1, 0) and before.code == after.code == "PZ01"


def test_history_outlives_its_roster():
    def only_unit():
        roster = zhibu.Roster()
        roster.add(zhibu.Unit(code="B01", name="县卫生局离退休干部党支部", standing=ALWAYS,
                              kind=zhibu.UnitKind.branch))
        roster.rename("B01", "县卫健局离退休干部党支部", on=date(2019, 3, 1))
        return roster.history("B01")

    history = only_unit()
    gc.collect()
    _ = ["其他内容" * n for n in range(2000)]
    assert [unit.name for _, unit in history.history()] == [
        "县卫生局离退休干部党支部", "县卫健局离退休干部党支部"]
    assert pickle.loads(pickle.dumps(history)) == history


def test_room_may_be_made_for_what_is_to_come(books):
    before = [unit.code for unit in books.units()]
    books.reserve(units=1000, persons=1000)
    assert [unit.code for unit in books.units()] == before
    assert books.add(zhibu.Unit(
        code="B02", name="二支部", kind=zhibu.UnitKind.branch, standing=ALWAYS)) == 2


@pytest.mark.parametrize("copied", [copy.copy, copy.deepcopy])
def test_a_copy_is_another_roster(books, copied):
    other = copied(books)
    other.rename("B01", "二支部", on=date(2020, 1, 1))
    assert books.unit("B01").name == "一支部" and other.unit("B01").name == "二支部"
    assert books.events() == []


def test_nobodys_id_number_or_phone_is_printed(books):
    row = ROWS["particulars"][0]
    books.add(row)
    for text in repr(row), str(books.particulars("P2")[0]), repr(books.particulars("P2")):
        assert "4331" not in text and "138" not in text
    assert zhibu.masked_id_number(row.id_number) == "4331" + "*" * 14
    assert zhibu.masked_phone(row.phone) == "138" + "*" * 8
    assert set(zhibu.masked_phone("不详")) == {"*"}


@pytest.mark.parametrize(("joined", "period"), [
    (date(1937, 7, 6), "before_resistance"), (date(1937, 7, 7), "early_resistance"),
    (date(1942, 12, 31), "early_resistance"), (date(1943, 1, 1), "late_resistance"),
    (date(1945, 9, 2), "late_resistance"), (date(1945, 9, 3), "liberation_war"),
    (date(1949, 9, 30), "liberation_war"), (date(1949, 10, 1), None),
])
def test_a_period_of_the_revolution_has_its_last_day(joined, period):
    assert zhibu.revolution_period(joined) == (
        period and zhibu.RevolutionPeriod.parse(period))


def test_how_a_person_stands_on_a_day():
    person = zhibu.Person(
        code="P1", name="柳一", sex=zhibu.Sex.female, born_on=date(1940, 2, 29),
        retirement=zhibu.Retirement.retired, retired_on=date(1995, 3, 1),
        applied_on=date(1964, 1, 1), admitted_on=date(1965, 7, 1), full_member_on=date(1966, 7, 1),
        died_on=date(2020, 1, 1))
    standing = [(date(1963, 12, 31), "not_a_member"), (date(1964, 1, 1), "applicant"),
                (date(1965, 7, 1), "probationary"), (date(1966, 7, 1), "full"),
                (date(2019, 12, 31), "full"), (date(2020, 1, 1), "not_a_member")]
    for day, name in standing:
        assert str(zhibu.standing_on(person, day)) == name
        assert zhibu.is_member_on(person, day) == (name in ("probationary", "full"))
    assert zhibu.retirement_on(person, date(1995, 2, 28)) == zhibu.Retirement.in_service
    assert zhibu.retirement_on(person, date(1995, 3, 1)) == zhibu.Retirement.retired
    assert zhibu.full_years(person.born_on, date(1995, 2, 27)) == 54
    assert zhibu.full_years(person.born_on, date(1995, 2, 28)) == 55


def test_who_is_under_probation_neither_votes_nor_is_elected():
    takes = {str(kind) for kind in zhibu.CircumstanceKind.__members__.values()
             if zhibu.takes_the_vote(kind)}
    assert "under_probation" in takes and "mobile" not in takes


def test_a_bearer_may_have_honours_of_either_kind(books):
    for bearer, title in ((zhibu.Bearer(unit=1), "先进党支部"), (zhibu.Bearer(person=1), "优秀党员")):
        books.add(zhibu.Honour(bearer=bearer, title=title, period=SINCE_2020))
    assert [h.title for h in books.honours(unit=1)] == ["先进党支部"]
    assert [h.title for h in books.honours(person=1)] == ["优秀党员"]
    assert [h.bearer.person for h in books.honours()] == [None, 1]


def test_who_resigns_or_leaves_is_there_up_to_the_day_before():
    roster = zhibu.Roster()
    branch = roster.add(zhibu.Unit(code="B", name="支部", kind=zhibu.UnitKind.branch,
                                   standing=SINCE_2020))
    person = roster.add(zhibu.Person(code="P", name="柳一", sex=zhibu.Sex.female,
                                     born_on=date(1980, 1, 1), admitted_on=date(2005, 7, 1)))
    post = roster.add(zhibu.Post(code="S", unit=branch, kind=zhibu.PostKind.secretary))
    roster.add(zhibu.Appointment(post=post, person=person, period=SINCE_2020))
    roster.add(zhibu.Membership(person=person, unit=branch, period=SINCE_2020))
    roster.vacate("S", "P", on=date(2024, 5, 1))
    roster.leave("P", "B", on=date(2024, 6, 1))
    assert roster.as_of(date(2024, 4, 30)).vacancies("B") == []
    assert roster.as_of(date(2024, 5, 1)).vacancies("B") == [post]
    assert roster.as_of(date(2024, 5, 31)).members("B") == [person]
    assert roster.as_of(date(2024, 6, 1)).members("B") == []
