# SPDX-License-Identifier: BSL-1.0
"""Whatever is printed says what it is, and nothing that is asked for by name only."""

import re
from datetime import date

import pytest

import every_value
import zhibu
from every_value import CLASSES

# Printed as what makes it, where it narrows nothing: it stands in a signature.
AS_A_CALL = {"FigureFilter()"}
LONGEST = 300


@pytest.fixture(scope="module")
def instances():
    return every_value.instances()


@pytest.mark.parametrize("name", sorted(CLASSES))
def test_a_print_names_the_type_and_is_one_short_line(instances, name):
    for value in instances[name]:
        printed = repr(value)
        assert re.match(rf"<{name}\b.*>$", printed) or printed in AS_A_CALL
        assert " at 0x" not in printed and len(printed) <= LONGEST
        assert str(value) and " at 0x" not in str(value)


def test_an_enumeration_is_printed_by_name():
    for name, enumeration in every_value.ENUMERATIONS.items():
        for key, value in enumeration.__members__.items():
            assert repr(value) == f"{name}.{key}"


YEAR = zhibu.parse_period("2017")
DAY = date(2017, 9, 30)


@pytest.mark.parametrize(("value", "printed"), [
    (zhibu.DuesBracket(per_mille=5, up_to_fen=300000),
     "<DuesBracket per_mille=5, up_to_fen=300000>"),
    (zhibu.DuesBase(person=3, monthly_fen=500000, period=YEAR),
     "<DuesBase person=3, monthly_fen=500000, period=2017>"),
    (zhibu.UnitFilter(kinds=[zhibu.UnitKind.branch]), "<UnitFilter kinds=[branch]>"),
    (zhibu.UnitFilter(), "<UnitFilter>"),
    (zhibu.MemberFilter(standing=list(zhibu.PartyStanding.__members__.values())),
     "<MemberFilter standing=[not_a_member, applicant, activist, … 6 in all]>"),
    (zhibu.LedgerColumn(name="长" * 300), f"<LedgerColumn name='{'长' * 58}…, kind=text>"),
])
def test_a_row_is_printed_by_the_fields_that_say_something(value, printed):
    assert repr(value) == printed


SECRET = "病重 43312719500101001X 13800000000"


@pytest.mark.parametrize("value", [
    zhibu.Circumstance(person=0, kind=zhibu.CircumstanceKind.mobile, period=YEAR, remark=SECRET),
    zhibu.Pairing(helper=0, helped=1, reasons=SECRET, period=YEAR),
    zhibu.Particulars(person=0, id_number="43312719500101001X", phone="13800000000"),
    zhibu.Attendee(person=0, presence=zhibu.Presence.excused, reason=SECRET),
    zhibu.Waiver(rule="SR-01", bearer=zhibu.Bearer(person=0), period=YEAR, reason=SECRET,
                 approved_by="县委", approved_on=DAY),
    zhibu.LedgerRow(cells=[SECRET], summary=SECRET),
    zhibu.FormText(name="a.csv", csv=SECRET.encode()),
], ids=lambda value: type(value).__name__)
def test_no_print_gives_away_what_is_kept_in_confidence(value):
    printed = repr(value) + str(value)
    assert not any(word in printed for word in SECRET.split())
