# SPDX-License-Identifier: BSL-1.0
"""Measures whether two Python threads do the work of two provinces in the time of one.

python3 tests/benchmarks/python/threads.py
python3 tests/benchmarks/python/threads.py --counties 10 --times 20

Writes the counties under build/ and loads them twice, as two provinces that share nothing. Prints
Markdown: for each long call the wall time for one province, for both after one another, and for both
in two threads. Beside them stands what does not depend on who else uses the machine: the CPU time of
the one and of the longer of the two threads, and how often a thread slept, as for a lock. Times are
the least of several passes, sleeps the median. The last row hashes without zhibu and without the GIL, which shows what
the machine gives two threads at that time. Needs the preset release to be built.
"""

import argparse
import hashlib
import resource
import shutil
import statistics
import sys
import threading
import time
from datetime import date
from pathlib import Path
from typing import Any, Callable, Dict, List, NamedTuple

REPO = Path(__file__).resolve().parents[3]
BUILD = REPO / "build" / "release" / "python"
FOLDER = REPO / "build" / "provinces"
sys.path[:0] = [str(BUILD), str(REPO / "tests/benchmarks"), str(REPO / "tests/benchmarks/report")]

import counties
from machine import machine


class Taken(NamedTuple):
    """What a pass took; `cpu` and `slept` are of the thread of which that is more."""

    wall: float
    cpu: float
    slept: int


def alone(call: Callable[[], Any]) -> Taken:
    """What a call takes in this thread."""
    slept = resource.getrusage(resource.RUSAGE_THREAD).ru_nvcsw
    wall, cpu = time.perf_counter(), time.thread_time()
    call()
    return Taken(time.perf_counter() - wall, time.thread_time() - cpu,
                 resource.getrusage(resource.RUSAGE_THREAD).ru_nvcsw - slept)


def after_one_another(calls: List[Callable[[], Any]]) -> Taken:
    return alone(lambda: [call() for call in calls])


def in_threads(calls: List[Callable[[], Any]]) -> Taken:
    taken: List[Taken] = []
    threads = [threading.Thread(target=lambda call=call: taken.append(alone(call)))
               for call in calls]
    wall = time.perf_counter()
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return Taken(time.perf_counter() - wall, max(it.cpu for it in taken),
                 max(it.slept for it in taken))


def calls_of(province: Path) -> Dict[str, Callable[[], Any]]:
    """The long calls for a province, each of which gives away what it makes."""
    import zhibu

    roster = zhibu.Roster.load(province)
    held = zhibu.Records.load(province / counties.YEAR, roster)
    rules, calendar = zhibu.Rulebook.national(), zhibu.Calendar.china()
    year, of = zhibu.parse_period(counties.YEAR), date(2026, 1, 1)
    owed = zhibu.obligations(roster, rules, calendar, year, rules_of=of)
    findings = zhibu.audit(owed, held, as_of=year.last())
    kept = zhibu.to_bytes(roster)
    text = bytes(128 << 20)
    return {
        f"audit of {len(owed):,} obligations":
            lambda: zhibu.audit(owed, held, as_of=year.last()),
        f"obligations of {len(roster.units()):,} units":
            lambda: zhibu.obligations(roster, rules, calendar, year, rules_of=of),
        "plan of the year": lambda: zhibu.plan(owed, calendar),
        "check of the roster": lambda: zhibu.check(roster, rules, as_of=year.last()),
        "roster out of an archive": lambda: zhibu.from_bytes(kept),
        f"{len(held):,} records from their tables":
            lambda: zhibu.Records.load(province / counties.YEAR, roster),
        f"{len(findings):,} findings into an archive": lambda: zhibu.to_bytes(findings),
        "(SHA-256 of 128 MiB, by hashlib)": lambda: hashlib.sha256(text).digest(),
    }


def measure(calls: List[Callable[[], Any]], times: int) -> List[Taken]:
    """One call, all in one thread, all in threads: taken in turn, as a machine has slow spells."""
    ways: List[Callable[[], Taken]] = [
        lambda: alone(calls[0]), lambda: after_one_another(calls), lambda: in_threads(calls)]
    passes = [[way() for way in ways] for _ in range(times)]
    return [Taken(min(it.wall for it in of_way), min(it.cpu for it in of_way),
                  statistics.median_low([it.slept for it in of_way]))
            for of_way in zip(*passes)]


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--counties", type=int, default=100, help="of which a province consists")
    parser.add_argument("--times", type=int, default=7, help="passes, of which the best counts")
    asked = parser.parse_args()
    if not list((BUILD / "zhibu").glob("_core*")):
        sys.exit("not built; accepted: after cmake --workflow --preset release")
    counties.write(FOLDER, asked.counties)
    provinces = [calls_of(FOLDER) for _ in range(2)]
    print(f"{machine()}\n")
    print("| call | one | both, one thread | both, two threads | of one "
          "| CPU of one | of the longer thread | of one | slept |")
    print("| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |")
    for what in provinces[0]:
        one, both, threads = measure([calls[what] for calls in provinces], asked.times)
        print(f"| {what} | {one.wall:.2f} s | {both.wall:.2f} s | {threads.wall:.2f} s "
              f"| {threads.wall / one.wall:.2f}× | {one.cpu:.3f} s | {threads.cpu:.3f} s "
              f"| {threads.cpu / one.cpu:.2f}× | {threads.slept} |", flush=True)
    shutil.rmtree(FOLDER)


main()
