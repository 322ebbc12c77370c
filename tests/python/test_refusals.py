# SPDX-License-Identifier: BSL-1.0
"""What is misspelt, out of range, missing or no file is refused in a sentence that names it.

Of another type than what is accepted it is a TypeError, which lists that in words of Python.
"""

import os
import re
from datetime import date

import pytest

import every_value
import zhibu
from every_value import DAY, ENUMERATIONS

ANY_YEAR = zhibu.parse_period("2017")
RATE = zhibu.DuesRate(brackets=[zhibu.DuesBracket(per_mille=5)])


@pytest.fixture(scope="module")
def books():
    return every_value.books()


# --- words, numbers and handles ---

REFUSED = [
    (lambda b: zhibu.LedgerKind.parse("fnds"),
     "no such LedgerKind: 'fnds' (did you mean 'funds'?); accepted: members, meetings, "),
    (lambda b: zhibu.Sex.parse(""), "no such Sex: ''; accepted: male, female"),
    (lambda b: b["found"][0].explain("enn"),
     "no such language: 'enn' (did you mean 'en'?); accepted: zh, en"),
    (lambda b: zhibu.Sex(2), "no such Sex: 2; accepted: 0 (male), 1 (female)"),
    (lambda b: zhibu.Sex(-1), "no such Sex: -1; accepted: 0 (male), 1 (female)"),
    (lambda b: zhibu.Sex.__new__(zhibu.Sex).__setstate__(7), "no such Sex: 7; accepted: "),
    (lambda b: zhibu.parse_period("2017-Q5"),
     "not a period: '2017-Q5'; accepted: 2017, 2017-H1, 2017-Q1, 2017-03, "),
    (lambda b: zhibu.code_set("natoinal"),
     "no such code set: 'natoinal' (did you mean 'national'?); accepted: national, "),
    (lambda b: b["roster"].unit("YS-B0"), "no such unit: 'YS-B0' (did you mean "),
    (lambda b: b["roster"].unit(""), "no such unit: ''; accepted: the codes of the 91 there are"),
    (lambda b: b["roster"].unit(b"\xff"), r"no such unit: '\xff'; accepted: "),
    (lambda b: b["roster"].unit(91), "no such unit in this roster: handle 91; accepted: "),
    (lambda b: b["roster"].unit(-1), "no such handle: -1; accepted: the id of a row"),
    (lambda b: b["roster"].unit(2**40), "no such handle: 1099511627776; accepted: "),
    (lambda b: zhibu.Bearer(unit=2**70), "no such handle: 1180591620717411303424; accepted: "),
    (lambda b: b["held"].attendance(99999), "no such record: number 99999; accepted: fewer than "),
    (lambda b: zhibu.add_months(DAY, 2**40),
     "no such number here: 1099511627776; accepted: -2147483648 to 2147483647"),
    (lambda b: zhibu.add_months(DAY, -2**40), "no such number here: -1099511627776; accepted: "),
    (lambda b: zhibu.add_months(date.max, 1),
     "no such day: 9999-12-31 and 1 months; accepted: the days from 1400-01-01 to 9999-12-31"),
    (lambda b: zhibu.candidates(-1), "no number of persons or seats: -1; accepted: 0 or more"),
    (lambda b: zhibu.Roster().reserve(-1, 0),
     "no such number here: -1; accepted: 0 to 9223372036854775807"),
    (lambda b: zhibu.dues(RATE, 2**62),
     "dues on a base of 4611686018427387904 fen; accepted: up to 2147483647 yuan"),
    (lambda b: b["roster"].as_of(date.min),
     "no such day: 1-01-01; accepted: the days from 1400-01-01 to 9999-12-31"),
    (lambda b: zhibu.Rulebook.parse(b"\xff", "规定"), "规定:1:1: "),
    (lambda b: zhibu.Rulebook.parse("[[x]]", b"\xff.toml"), r"\xff.toml:1:3: no such key: 'x'"),
    (lambda b: zhibu.from_bytes(b""), "no archive: it is too short; accepted: a file that save() "),
    (lambda b: zhibu.records_from_bytes(zhibu.to_bytes(b["calendar"])),
     "an archive of 'calendar'; accepted: one of 'records'"),
]


@pytest.mark.parametrize(("call", "sentence"), REFUSED, ids=[said for _, said in REFUSED])
def test_a_refusal_says_what_was_found_and_what_is_accepted(books, call, sentence):
    with pytest.raises(ValueError) as refused:
        call(books)
    assert str(refused.value).startswith(sentence)
    assert "accepted: " in str(refused.value)


@pytest.mark.parametrize("name", sorted(ENUMERATIONS))
def test_there_is_no_enumerator_beside_those_that_are_named(name):
    enumeration = ENUMERATIONS[name]
    numbers = {int(value) for value in enumeration.__members__.values()}
    for number in set(range(-1, 300)) - numbers:
        with pytest.raises(ValueError, match=f"no such {name}: {number}; accepted: "):
            enumeration(number)


def test_more_than_there_is_memory_for_is_no_word_of_cpp():
    with pytest.raises(MemoryError) as refused:
        zhibu.Roster().reserve(2**40, 2**40)
    assert str(refused.value) == ""


# --- things of another type ---

OF_ANOTHER_TYPE = [
    (lambda b: b["roster"].unit(None), "key: Union[int, str]"),
    (lambda b: b["roster"].as_of("2017-01-01"), "day: datetime.date"),
    (lambda b: zhibu.rollup(b["found"], b["roster"], by="unit"), "by: zhibu.By"),
    (lambda b: zhibu.audit(b["held"], b["owed"], as_of=DAY), "obligations: zhibu.Obligations"),
    (lambda b: zhibu.audit(b["owed"], None, as_of=DAY), "records: zhibu.Records"),
    (lambda b: zhibu.obligations(b["rules"], b["rules"], b["calendar"], ANY_YEAR),
     "roster: zhibu.Roster"),
    (lambda b: zhibu.obligations(b["roster"], b["rules"], None, ANY_YEAR),
     "calendar: zhibu.Calendar"),
    (lambda b: zhibu.plan(b["roster"], b["calendar"]), "obligations: zhibu.Obligations"),
    (lambda b: zhibu.Records.load("nowhere", "roster"), "roster: zhibu.Roster"),
    (lambda b: zhibu.Records.from_arrow({}, 3), "roster: zhibu.Roster"),
    (lambda b: b["held"].tables(roster=3), "roster: Optional[zhibu.Roster]"),
    (lambda b: b["held"].within(whole=b["roster"], part=3), "part: zhibu.Roster"),
    (lambda b: zhibu.parse_period(2017), "text: str"),
    (lambda b: zhibu.add_months(DAY, 1.5), "n: int"),
    (lambda b: zhibu.from_bytes("text"), "bytes: bytes"),
]


def as_typing_says(signatures):
    """As pybind11 2 spells a choice of types, where pybind11 3 spells it by '|'."""
    optional = re.sub(r"([\w.]+) \| None", r"Optional[\1]", signatures)
    return re.sub(r"\b(int) \| (str)\b", r"Union[\1, \2]", optional)


@pytest.mark.parametrize(("call", "accepted"), OF_ANOTHER_TYPE,
                         ids=[accepted for _, accepted in OF_ANOTHER_TYPE])
def test_a_thing_of_another_type_is_refused_in_words_of_python(books, call, accepted):
    with pytest.raises(TypeError) as refused:
        call(books)
    said = as_typing_says(str(refused.value))
    assert accepted in said and "::" not in said and "C++" not in said


def test_no_signature_leaves_open_what_a_book_is():
    for function in (zhibu.audit, zhibu.obligations, zhibu.plan, zhibu.Records.load,
                     zhibu.Records.from_arrow, zhibu.Records.within, zhibu.Records.tables):
        taken = re.sub(r"(self|tables|progress): object|dict", "", function.__doc__.split("\n")[0])
        assert "object" not in taken


# --- files and folders ---

READERS = {
    "Calendar.load": zhibu.Calendar.load,
    "with_arrangement": zhibu.Calendar.china().with_arrangement,
    "Rulebook.load": zhibu.Rulebook.load,
    "CodeSet.load": lambda file: zhibu.CodeSet.load(file, "x"),
    "read_official_forms": lambda file: zhibu.read_official_forms(
        file, file, kinds=zhibu.code_set("national"), as_of=DAY),
    "load": zhibu.load,
    "load_article": lambda file: zhibu.load_article(file, []),
    "load_calendar": zhibu.load_calendar,
    "load_figures": zhibu.load_figures,
    "load_findings": zhibu.load_findings,
    "load_obligations": zhibu.load_obligations,
    "load_plan": zhibu.load_plan,
    "load_records": zhibu.load_records,
}
READERS_OF_FOLDERS = {
    "Roster.load": zhibu.Roster.load,
    "Records.load": lambda folder: zhibu.Records.load(folder, zhibu.Roster()),
}
NO_FILE = r": ([Nn]o such file|no such folder)"
NO_UTF8 = b"\xff\xfe.x"


def refusal(read, path):
    with pytest.raises(ValueError) as refused:
        read(path)
    assert type(refused.value) is ValueError
    return str(refused.value)


@pytest.mark.parametrize("name", sorted(READERS | READERS_OF_FOLDERS))
def test_a_path_without_a_file_is_named(tmp_path, name):
    read = (READERS | READERS_OF_FOLDERS)[name]
    assert re.match(re.escape(str(tmp_path / "无")) + NO_FILE, refusal(read, tmp_path / "无"))
    assert re.match("''" + NO_FILE, refusal(read, ""))
    escaped = re.escape(str(tmp_path) + r"/\xff\xfe.x")
    for path in (os.fsencode(tmp_path) + b"/" + NO_UTF8, tmp_path / os.fsdecode(NO_UTF8)):
        assert re.match(escaped + NO_FILE, refusal(read, path))
    for wrong in (None, 3):
        with pytest.raises(TypeError, match="os.PathLike"):
            read(wrong)


@pytest.mark.parametrize("name", sorted(READERS))
def test_a_folder_is_no_file(tmp_path, name):
    said = refusal(READERS[name], tmp_path)
    assert said.startswith(f"{tmp_path}: a folder") and "accepted: a file" in said


@pytest.mark.parametrize("name", sorted(READERS_OF_FOLDERS))
def test_a_file_is_no_folder(tmp_path, name):
    (tmp_path / "file").write_bytes(b"")
    said = refusal(READERS_OF_FOLDERS[name], tmp_path / "file")
    assert said.startswith(f"{tmp_path}/file: no such folder; accepted: a folder with ")


@pytest.mark.parametrize("name", sorted(READERS))
def test_a_file_of_other_bytes_is_named(tmp_path, name):
    file = os.fsencode(tmp_path) + b"/" + NO_UTF8
    with open(file, "wb") as to:
        to.write(b"\xff\xfe\x00junk")
    assert refusal(READERS[name], file).startswith(str(tmp_path) + r"/\xff\xfe.x:")


SAVED = ["calendar", "found", "held", "owed", "roster"]


@pytest.mark.parametrize("book", SAVED)
def test_a_file_that_cannot_be_written_is_named(books, tmp_path, book):
    def save(path):
        zhibu.save(path, books[book])

    nowhere = os.fsencode(tmp_path) + b"/\xff/a"
    assert refusal(save, nowhere).startswith(str(tmp_path) + r"/\xff/a: cannot be written: ")
    assert refusal(save, tmp_path).startswith(f"{tmp_path}: cannot be written: ")
    assert refusal(save, "").startswith("'': cannot be written: ")
    with pytest.raises(TypeError, match="os.PathLike"):
        save(None)


@pytest.mark.parametrize("write", [
    lambda path, books: zhibu.save(path, books["calendar"]),
    lambda path, books: zhibu.save(path, books["roster"]),
    lambda path, books: zhibu.write(books["rules"], path),
])
def test_nothing_takes_the_place_of_a_device(books, tmp_path, write):
    """As a file of that name would do, for everybody: of /dev/null, too."""
    pipe, link = tmp_path / "pipe", tmp_path / "link"
    os.mkfifo(pipe)
    link.symlink_to(os.devnull)
    for path in (pipe, link):
        said = refusal(lambda path: write(path, books), path)
        assert said == (f"{path}: cannot be written: it is a device; "
                        "accepted: a file in a folder that has room for it")
    assert pipe.is_fifo() and link.is_symlink() and sorted(tmp_path.iterdir()) == [link, pipe]
