# SPDX-License-Identifier: BSL-1.0
"""Long calls say how far they are, answer Ctrl-C, and leave the GIL to other threads."""

import signal
import threading
from datetime import date
from functools import partial

import pytest

import zhibu

COUNTY = "examples/yongshun"


@pytest.fixture(scope="module")
def books():
    roster = zhibu.Roster.load(COUNTY)
    held = zhibu.Records.load(f"{COUNTY}/2017", roster)
    calendar = zhibu.Calendar.china()
    owed = zhibu.obligations(roster, zhibu.Rulebook.national(), calendar,
                             zhibu.parse_period("2017"), rules_of=date(2026, 1, 1))
    return roster, held, calendar, owed


@pytest.fixture(scope="module")
def kept(books, tmp_path_factory):
    """What archives hold, by the name that their functions have, and the file of each."""
    _, held, calendar, owed = books
    folder = tmp_path_factory.mktemp("archives")
    things = {"records": held, "obligations": owed, "plan": zhibu.plan(owed, calendar),
              "findings": zhibu.audit(owed, held, as_of=date(2017, 9, 30))}
    for name, thing in things.items():
        zhibu.save(folder / name, thing)
    return {name: (thing, folder / name) for name, thing in things.items()}


def calls_of_archives(kept):
    for name, (thing, file) in kept.items():
        yield f"save {name}", partial(zhibu.save, file.with_suffix(".again"), thing)
        yield f"load_{name}", partial(getattr(zhibu, f"load_{name}"), file)
        yield f"to_bytes {name}", partial(zhibu.to_bytes, thing)
        yield f"{name}_from_bytes", partial(getattr(zhibu, f"{name}_from_bytes"), file.read_bytes())


def long_calls(books, kept):
    roster, held, calendar, owed = books
    rules, year = zhibu.Rulebook.national(), zhibu.parse_period("2017")
    tables = held.tables()
    return {
        "Roster.load": lambda **told: zhibu.Roster.load(COUNTY, **told),
        "Records.load": lambda **told: zhibu.Records.load(f"{COUNTY}/2017", roster, **told),
        "obligations": lambda **told: zhibu.obligations(roster, rules, calendar, year, **told),
        "audit": lambda **told: zhibu.audit(owed, held, as_of=date(2017, 9, 30), **told),
        "plan": lambda **told: zhibu.plan(owed, calendar, **told),
        "check": lambda **told: zhibu.check(roster, rules, as_of=date(2017, 9, 30), **told),
        "Roster.from_arrow": lambda **told: zhibu.Roster.from_arrow(roster.tables(), **told),
        "Records.from_arrow": lambda **told: zhibu.Records.from_arrow(tables, roster, **told),
        **dict(calls_of_archives(kept)),
    }


CALLS = ["Roster.load", "Records.load", "obligations", "audit", "plan", "check",
         "Roster.from_arrow", "Records.from_arrow",
         *(call.format(kept) for kept in ("records", "obligations", "plan", "findings")
           for call in ("save {}", "load_{}", "to_bytes {}", "{}_from_bytes"))]


@pytest.mark.parametrize("name", CALLS)
def test_a_call_is_told_from_its_beginning_to_its_end(books, kept, name):
    told = []
    long_calls(books, kept)[name](progress=lambda done, total: told.append((done, total)))
    assert told[0][0] == 0 and told[-1][0] == told[-1][1] >= 1
    assert [done for done, _ in told] == sorted(done for done, _ in told)
    assert len({total for _, total in told}) == 1


@pytest.mark.parametrize("name", CALLS)
def test_what_a_callable_raises_passes_through(books, kept, name):
    def stop(done, total):
        raise LookupError("enough")
    with pytest.raises(LookupError, match="^enough$"):
        long_calls(books, kept)[name](progress=stop)


@pytest.mark.parametrize("name", CALLS)
def test_a_bar_of_tqdm_is_moved(books, kept, name):
    tqdm = pytest.importorskip("tqdm", reason="tqdm is not installed")
    with tqdm.tqdm(disable=False, file=open("/dev/null", "w", encoding="utf-8")) as bar:
        long_calls(books, kept)[name](progress=bar)
        assert bar.n == bar.total >= 1


def test_a_file_that_was_stopped_leaves_what_stood_there(kept, tmp_path):
    file = tmp_path / "kept"
    file.write_bytes(b"before")

    def stop(done, total):
        if done > 0:
            raise LookupError("enough")
    for thing, _ in kept.values():
        with pytest.raises(LookupError):
            zhibu.save(file, thing, progress=stop)
        assert file.read_bytes() == b"before" and list(tmp_path.iterdir()) == [file]


def test_what_is_neither_is_refused(books):
    with pytest.raises(TypeError, match="accepted: None, a callable"):
        zhibu.Roster.load(COUNTY, progress=7)


def test_ctrl_c_ends_a_long_call(books):
    roster, held, _, owed = books
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    interrupt = threading.Timer(0.3, signal.raise_signal, [signal.SIGINT])
    try:
        interrupt.start()
        with pytest.raises(KeyboardInterrupt):
            for _ in range(100_000):
                zhibu.audit(owed, held, as_of=date(2017, 9, 30))
    finally:
        interrupt.join()
        signal.signal(signal.SIGINT, before)


def test_another_thread_runs_within_one_call(books):
    ran, stop = 0, threading.Event()

    def count():
        nonlocal ran
        while not stop.is_set():
            ran += 1

    other = threading.Thread(target=count)
    other.start()
    gained = []
    for _ in range(20):
        before = ran
        zhibu.Records.load(f"{COUNTY}/2017", books[0])
        gained.append(ran - before)
    stop.set()
    other.join()
    assert sorted(gained)[10] > 1000  # of a call that keeps the GIL, hardly any
