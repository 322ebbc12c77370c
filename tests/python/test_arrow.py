# SPDX-License-Identifier: BSL-1.0
"""Every collection is an Arrow table to other libraries, and their tables come in."""

from datetime import date, datetime
from decimal import Decimal

import pytest

import zhibu

polars = pytest.importorskip("polars", reason="polars is not installed")
pyarrow = pytest.importorskip("pyarrow", reason="pyarrow is not installed")
duckdb = pytest.importorskip("duckdb", reason="duckdb is not installed")
pandas = pytest.importorskip("pandas", reason="pandas is not installed")

SHOWN = zhibu.PersonalData.shown


@pytest.fixture(scope="module")
def books():
    roster = zhibu.Roster.load("examples/yongshun")
    rules = zhibu.Rulebook.national() + zhibu.Rulebook.load("examples/yongshun/rules.toml")
    held = zhibu.Records.load("examples/yongshun/2017", roster)
    owed = zhibu.obligations(roster, rules, zhibu.Calendar.china(), zhibu.parse_period("2017"),
                             rules_of=date(2026, 1, 1))
    return roster, rules, held, owed, zhibu.audit(owed, held, as_of=date(2017, 9, 30))


@pytest.fixture(scope="module")
def findings(books):
    return books[-1]


# --- out ---


def test_the_same_findings_stand_in_every_library(findings):
    overdue = sum(f.standing == zhibu.Standing.overdue for f in findings)
    assert overdue > 0
    frame = polars.DataFrame(findings)
    assert frame.filter(polars.col("standing") == "overdue").height == overdue
    table = pyarrow.table(findings)
    table.validate(full=True)
    assert table.column("standing").to_pylist().count("overdue") == overdue
    counted = duckdb.sql("select count(*) from findings where standing = 'overdue'").fetchall()
    assert counted == [(overdue,)]
    assert (table.to_pandas()["standing"] == "overdue").sum() == overdue


def test_a_row_says_what_its_finding_says(books):
    roster, _, held, _, findings = books
    for finding, row in zip(findings, polars.DataFrame(findings).iter_rows(named=True)):
        owed = finding.obligation
        assert (row["rule"], row["source"]) == (owed.rule, str(owed.source))
        assert row["standing"] == str(finding.standing)
        assert (row["from"], row["to"]) == (owed.window.begin, owed.window.last())
        assert row["due_on"] == owed.bound.last()
        assert row["window"] == zhibu.title(owed.window)
        bearer = owed.bearer
        of = roster.unit(bearer.unit) if bearer.unit is not None else roster.person(bearer.person)
        assert row["bearer"] == of.code
        assert row["evidence"] == [held[record].code for record in finding.evidence]


def test_the_types_are_those_of_arrow(findings):
    types = {field.name: str(field.type) for field in pyarrow.table(findings).schema}
    assert types["standing"] == "dictionary<values=string, indices=int8, ordered=0>"
    assert types["from"] == "date32[day]"
    assert types["missing_fen"] == "int64"
    assert types["evidence"] == "list<item: string>"


def test_each_stream_is_a_new_one(findings):
    table = findings.table()
    assert polars.DataFrame(table).equals(polars.DataFrame(table))
    first, second = findings.__arrow_c_stream__(), findings.__arrow_c_stream__()
    assert pyarrow.RecordBatchReader._import_from_c_capsule(first).read_all() == \
        pyarrow.RecordBatchReader._import_from_c_capsule(second).read_all()


def test_a_table_lives_longer_than_what_it_came_from():
    roster = zhibu.Roster.load("examples/yongshun")
    held = zhibu.Records.load("examples/yongshun/2017", roster)
    owed = zhibu.obligations(roster, zhibu.Rulebook.national(), zhibu.Calendar.china(),
                             zhibu.parse_period("2026-Q1"))
    table = pyarrow.table(zhibu.audit(owed, held, as_of=date(2026, 2, 1)))
    rules = table.column("rule").to_pylist()
    del roster, held, owed
    assert table.column("rule").to_pylist() == rules


def test_what_is_zero_copy_takes_no_memory(findings):
    streams = [pyarrow.table(findings).column("standing").chunk(0) for _ in range(2)]
    addresses = [array.indices.buffers()[1].address for array in streams]
    assert addresses[0] == addresses[1]


def test_a_plan_goes_out_with_what_it_could_not_place(books):
    plan = zhibu.plan(books[3], zhibu.Calendar.china())
    frame = polars.DataFrame(plan)
    assert frame.height == len(plan.occurrences) + len(plan.unplaced)
    assert frame["day"].null_count() == len(plan.unplaced)
    assert frame["day"][0] == plan.occurrences[0].day


def test_a_ledger_goes_out_with_typed_columns(books):
    roster, rules, held, _, _ = books
    year = zhibu.parse_period("2017")
    ledger = zhibu.ledger(zhibu.LedgerKind.funds, roster, held, rules, period=year)
    frame = polars.DataFrame(ledger)
    assert frame.columns == [column.name for column in ledger.columns]
    assert frame["结余"].dtype == polars.Decimal(18, 2)
    assert frame["收入"][0] == Decimal("150000.00")


def test_an_obligation_by_hand_has_no_codes(books):
    roster, rules, _, owed, _ = books
    by_hand = zhibu.Obligations(rules, zhibu.parse_period("2017"))
    first = owed[0]
    by_hand.add(first.provision, first.bearer, first.window)
    row = polars.DataFrame(by_hand).row(0, named=True)
    assert row["bearer"] is None and row["rule"] == first.rule
    with pytest.raises(ValueError, match=r"of no roster; accepted: records.tables\(roster=roster\)"):
        polars.DataFrame(zhibu.Records())


def test_a_roster_that_was_changed_gives_no_more_rows():
    roster = zhibu.Roster.load("examples/yongshun")
    reader = pyarrow.RecordBatchReader.from_stream(roster.tables()["persons"])
    roster.rename("YS-B33", "新名", on=date(2026, 1, 1))
    with pytest.raises(Exception, match="the roster was changed since"):
        reader.read_all()


def test_a_view_goes_out_as_the_units_that_stood_on_the_day(books):
    view = books[0].as_of(date(2017, 9, 30))
    within = view.roll_up(view.count_members())
    frame = polars.DataFrame(view)
    assert frame.height == len(view)
    for unit, row in zip(view, frame.iter_rows(named=True)):
        stands = view[unit]
        assert (row["code"], row["name"], row["kind"]) == (stands.code, stands.name, str(stands.kind))
        assert row["parent"] == (None if stands.parent is None else view[stands.parent].code)
        assert row["depth"] == len(view.ancestors(unit))
        assert row["members"] == len(view.members(unit))
        assert row["members_within"] == within[view.place(unit)]
        cluster = view.cluster_of(unit)
        assert row["cluster"] == (None if cluster is None else books[0].cluster(cluster).code)


def test_a_view_of_a_part_begins_with_its_top(books):
    frame = polars.DataFrame(books[0].as_of(date(2017, 9, 30), top="YS-LD"))
    assert frame["depth"][0] == 0 and frame["code"][0] == "YS-LD"
    assert frame["parent"][0] == "YS-GW" and frame["depth"].max() == 1


def test_a_view_as_a_table_outlives_the_roster():
    table = zhibu.Roster.load("examples/yongshun").as_of(date(2017, 9, 30)).table()
    assert table.name == "units" and len(table) == polars.DataFrame(table).height > 60


def test_identity_numbers_and_phones_are_masked_unless_asked_for():
    roster = zhibu.Roster()
    person = roster.add(zhibu.Person(code="P1", name="某人", sex=zhibu.Sex.male,
                                     born_on=date(1950, 1, 1),
                                     retirement=zhibu.Retirement.retired))
    roster.add(zhibu.Particulars(person=person, id_number="433127195001010013",
                                 phone="13800000000"))
    masked = polars.DataFrame(roster.tables()["particulars"]).row(0, named=True)
    shown = polars.DataFrame(roster.tables(personal=SHOWN)["particulars"]).row(0, named=True)
    assert masked["id_number"] == "4331**************" and masked["phone"] == "138********"
    assert shown["id_number"] == "433127195001010013" and shown["phone"] == "13800000000"


# --- there and back ---


def by_zhibu(tables):
    return tables


def by_polars(tables):
    return {name: polars.DataFrame(table) for name, table in tables.items()}


def by_pyarrow(tables):
    return {name: pyarrow.table(table) for name, table in tables.items()}


def by_pandas(tables):
    return {name: pyarrow.table(table).to_pandas() for name, table in tables.items()}


def by_duckdb(tables):
    connection = duckdb.connect()
    found = {}
    for name, table in tables.items():
        connection.register(name, pyarrow.table(table))
        found[name] = connection.sql(f'from "{name}"')
    return found


def by_parquet(tables):
    import pyarrow.parquet
    found = {}
    for name, table in tables.items():
        file = pyarrow.BufferOutputStream()
        pyarrow.parquet.write_table(pyarrow.table(table), file)
        found[name] = pyarrow.parquet.read_table(pyarrow.BufferReader(file.getvalue()))
    return found


EVERY_LIBRARY = [by_zhibu, by_polars, by_pyarrow, by_pandas, by_duckdb, by_parquet]


@pytest.mark.parametrize("through", EVERY_LIBRARY, ids=lambda f: f.__name__)
def test_a_county_comes_back_from_every_library(books, through, tmp_path):
    roster, _, held, _, _ = books
    if through is by_pandas and not hasattr(pandas.DataFrame, "__arrow_c_stream__"):
        pytest.skip("this pandas gives no Arrow")
    again = zhibu.Roster.from_arrow(through(roster.tables(personal=SHOWN)))
    zhibu.write_tables(roster, tmp_path / "before")
    zhibu.write_tables(again, tmp_path / "after")
    for file in (tmp_path / "before").iterdir():
        assert (tmp_path / "after" / file.name).read_bytes() == file.read_bytes()
    records = zhibu.Records.from_arrow(through(held.tables()), again)
    for name, table in held.tables().items():
        assert pyarrow.table(records.tables()[name]) == pyarrow.table(table), name


# --- in ---


@pytest.fixture(scope="module")
def frame(books):
    return polars.DataFrame(books[2])


def refusal(books, frame, **others):
    with pytest.raises(ValueError) as refused:
        zhibu.Records.from_arrow({"records": frame, **others}, books[0])
    return str(refused.value).splitlines()


def test_a_value_that_does_not_fit_is_named_by_row_and_column(books, frame):
    wrong = frame.head(5).with_columns(
        unit=polars.Series(["YS-B01", "YS-B99", "YS-B01", None, "YS-B01"]),
        due=polars.Series([5, None, None, None, -1], dtype=polars.Int32))
    assert refusal(books, wrong) == [
        "records[1]: unit: no such unit: 'YS-B99' (did you mean 'YS-B09'?); accepted: the codes "
        "of the 91 there are",
        "records[3]: unit: empty, but every row needs one",
        "records[4]: a negative number of persons due: -1; accepted: 0 or more"]


def test_a_value_is_judged_by_what_it_is_and_not_by_its_type(books, frame):
    head = frame.head(3)
    as_texts = head.with_columns(polars.col("held_on").cast(polars.String),
                                 polars.col("voided").replace_strict({True: "是", False: "否"}),
                                 polars.col("activities").list.join(";"))
    as_moments = head.with_columns(polars.col("held_on").cast(polars.Datetime("ns")))
    as_floats = head.with_columns(polars.col("due").cast(polars.Float64).fill_null(float("nan")))
    as_categories = head.with_columns(polars.col("unit").cast(polars.Categorical))
    as_yuan = head.drop("amount_fen").with_columns(amount_yuan=polars.lit("12.34"))
    for given in (as_texts, as_moments, as_floats, as_categories):
        read = zhibu.Records.from_arrow({"records": given}, books[0])
        assert polars.DataFrame(read).equals(head)
    in_yuan = zhibu.Records.from_arrow({"records": as_yuan}, books[0])
    assert [record.amount_fen for record in in_yuan] == [1234, 1234, 1234]


def test_a_time_of_day_is_no_day(books, frame):
    wrong = frame.head(1).with_columns(held_on=polars.lit(datetime(2017, 1, 3, 9, 30)))
    (fault,) = refusal(books, wrong)
    assert fault.startswith("records[0]: held_on: ") and "2017-01-03T09:30:00" in fault


@pytest.mark.parametrize("column, values, found", [
    ("amount_fen", [0.5], "records: column 'amount_fen' is of the Arrow type 'g'; accepted: whole "
                          "numbers of fen"),
    ("held_on", [{"day": 1}], "records: column 'held_on' is of the Arrow type '+s'; accepted: "),
    ("unti", ["YS-B01"], "records: no such column: 'unti' (did you mean 'unit'?); accepted: code"),
])
def test_a_column_that_does_not_fit_is_named(books, frame, column, values, found):
    wrong = frame.head(1).with_columns(polars.Series(column, values))
    assert refusal(books, wrong)[0].startswith(found)


def test_a_column_that_is_missing_is_named(books, frame):
    (fault,) = refusal(books, frame.drop("held_on"))
    assert fault.startswith("records: no column 'held_on'; accepted: code, unit, ")


def test_a_table_that_nobody_reads_is_named(books, frame):
    (fault,) = refusal(books, frame, minuts=polars.DataFrame({"record": []}))
    assert fault.startswith("minuts: no table of records (did you mean 'minutes'?); accepted: ")


def test_a_table_that_is_missing_is_named(books):
    with pytest.raises(ValueError, match="^records: not there; accepted: a table of that name$"):
        zhibu.Records.from_arrow({}, books[0])
    with pytest.raises(ValueError, match="units: not there.*\npersons: not there"):
        zhibu.Roster.from_arrow({})


def test_records_alone_need_no_name(books, frame):
    assert len(zhibu.Records.from_arrow(frame, books[0])) == frame.height


def test_what_gives_no_stream_is_named(books):
    with pytest.raises(ValueError, match="^records: found list, which gives no Arrow stream; "
                                         "accepted: what has __arrow_c_stream__"):
        zhibu.Records.from_arrow({"records": [1]}, books[0])


def test_a_code_that_stands_twice_is_named(books, frame):
    twice = polars.concat([frame.head(2), frame.head(1)])
    assert refusal(books, twice) == [
        f"records[2]: a second record with the code '{frame['code'][0]}'; accepted: a code that no "
        "other has"]


def test_a_stream_that_fails_is_named(books, frame):
    def batches():
        yield frame.to_arrow().to_batches()[0]
        raise RuntimeError("the line is down")
    schema = frame.to_arrow().schema
    reader = pyarrow.RecordBatchReader.from_batches(schema, batches())
    (fault, *_) = refusal(books, reader)
    assert fault.startswith("records: cannot be read to its end: ") and "the line is down" in fault


def test_rows_of_many_batches_keep_their_numbers(books, frame):
    chunks = polars.concat([frame.head(100), frame.slice(100, 100)], rechunk=False)
    assert chunks.n_chunks() == 2
    codes = chunks["code"].to_list()
    wrong = polars.concat([frame.head(100),
                           frame.slice(100, 100).with_columns(unit=polars.lit("XX"))],
                          rechunk=False)
    read = zhibu.Records.from_arrow({"records": chunks}, books[0])
    assert [record.code for record in read] == codes
    assert refusal(books, wrong)[0].startswith("records[100]: unit: no such unit: 'XX'")
