# SPDX-License-Identifier: BSL-1.0
#
# What was measured, compared and laid out in Markdown.

from collections import Counter
from typing import Dict, List, Sequence, Tuple

from engines import RULES, Measurement

# In the order of the columns; zhibu's first, of which the first that was measured is compared.
ZHIBU = ["zhibu fill", "zhibu between", "zhibu", "zhibu in Python"]
PEERS = ["Boost.Date_Time", "lib-recur", "rust-rrule", "libical", "ICU", "dateutil", "rrule.js"]
PEERS += ["rrule-temporal", "lunardate", "chinese_calendar"]

Row = Dict[str, Measurement]  # by engine


def load_rules() -> Dict[str, str]:
    """The text of each rule, by its name."""
    lines = [line.split() for line in RULES.read_text().splitlines() if not line.startswith("#")]
    return {name: text for name, text, *_ in lines}


def rows_of(measurements: Sequence[Measurement]) -> Dict[str, Row]:
    rows: Dict[str, Row] = {}
    for measurement in measurements:
        rows.setdefault(str(measurement["rule"]), {})[str(measurement["engine"])] = measurement
    return rows


def answer(measurement: Measurement) -> Tuple[object, object]:
    return measurement["count"], measurement["sum"]


def expected(row: Row) -> Tuple[object, object]:
    """What zhibu answers or, where it was not asked, what most do."""
    for engine in ZHIBU:
        if engine in row:
            return answer(row[engine])
    return Counter(map(answer, row.values())).most_common(1)[0][0]


def differs(measurement: Measurement, row: Row) -> bool:
    return bool(measurement.get("differ")) or answer(measurement) != expected(row)


def is_lunar(name: str, rules: Dict[str, str]) -> bool:
    return "lunar" in name or "RSCALE=CHINESE" in rules.get(name.split()[-1], "")


def disagreements(rows: Dict[str, Row]) -> List[str]:
    """Answers that are not those expected, but for the lunar days of peers, which are marked."""
    rules = load_rules()
    found = []
    for name, row in rows.items():
        for engine, measurement in row.items():
            marked = engine in PEERS and is_lunar(name, rules)
            if differs(measurement, row) and not marked:
                found.append(
                    f"{name}: count and sum are {answer(measurement)} by {engine}, "
                    f"where {expected(row)} is expected"
                )
    return found


def number(value: float) -> str:
    return f"{value:,.0f}" if value >= 100 else f"{value:.1f}" if value >= 10 else f"{value:.2f}"


def cell(row: Row, engine: str) -> str:
    if engine not in row:
        return "—"
    measurement = row[engine]
    text = number(float(str(measurement["ns"])))
    if measurement.get("differ"):
        return f"{text} ({measurement['differ']} of {measurement['count']} differ)"
    return f"{text} (differs)" if differs(measurement, row) else text


def ratio(row: Row) -> str:
    """How many times as long the fastest peer takes as zhibu."""
    ours = next((row[engine] for engine in ZHIBU if engine in row), None)
    peers = [row[engine] for engine in PEERS if engine in row]
    if ours is None or not peers:
        return "—"
    fastest = min(peers, key=lambda peer: float(str(peer["ns"])))
    times = float(str(fastest["ns"])) / float(str(ours["ns"]))
    wrong = ", which differs" if differs(fastest, row) else ""
    return f"{number(times)}× ({fastest['engine']}{wrong})"


def markdown(names: Sequence[str], rows: Dict[str, Row], first: str) -> str:
    """One table of the named rows, with a column for each engine that is in any of them."""
    rules = load_rules()
    engines = [e for e in ZHIBU + PEERS if any(e in rows[name] for name in names)]
    lines = [
        f"| {first} | {' | '.join(engines)} | fastest peer ÷ zhibu |",
        f"| --- |{' ---: |' * (len(engines) + 1)}",
    ]
    for name in names:
        cells = [cell(rows[name], engine) for engine in engines]
        rule = rules.get(name.split()[-1])
        title = f"{name} `{rule}`" if rule else name
        lines.append(f"| {title} | {' | '.join(cells)} | {ratio(rows[name])} |")
    return "\n".join(lines)


def tables(rows: Dict[str, Row]) -> str:
    order = list(load_rules())
    expansions = [name for name in order if name in rows]
    questions = [name for name in rows if name not in order]
    position = {name: place for place, name in enumerate(order)}
    questions.sort(key=lambda name: position.get(name.split()[-1], -1))
    parts = []
    if expansions:
        parts.append(
            "Nanoseconds of CPU time per occurrence, from 2000-01-01 to 2099-12-31, the fastest of "
            "several runs, since a shared machine has slow spells. Boost.Date_Time reads no "
            "rules: each is a loop written for it."
        )
        parts.append(markdown(expansions, rows, "rule"))
    if questions:
        parts.append("Nanoseconds per answer; next and previous are asked for at 2099-06-01:")
        parts.append(markdown(questions, rows, "question"))
    return "\n\n".join(parts)
