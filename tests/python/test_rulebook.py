# SPDX-License-Identifier: BSL-1.0
"""A rulebook in Python, and the schema by which an editor checks its files."""

import importlib.util
import json
import re
from datetime import date
from pathlib import Path

import pytest

import zhibu

REPO = Path(__file__).parents[2]
SCHEMA = json.loads((REPO / "src/regulation/rulebook.schema.json").read_text("utf-8"))
FILES = sorted([*REPO.glob("src/regulation/*.toml"), *REPO.glob("examples/**/rules.toml")])

ROW = """
[[document]]
key = "D"
layer = "county"
title = "本县办法"

[[provision]]
code = "X-01"
name = "党员大会每季度1次"
scope.every_unit = { kinds = ["branch"] }
activity = "members_meeting"
cadence.at_least = { times = 1, per = "quarter" }
force = "shall"
in_force_from = 2020-01-01
source = { document = "D", article = "3" }
confidence = "secondhand"

[[requirement]]
code = "X-02"
name = "党员不超过50人"
scope.every_unit = { kinds = ["党支部"] }
demand.bounds = { measure = "members", most = 50 }
force = "as_a_rule"
in_force_from = 2020-01-01
source = { document = "D" }
confidence = "local"

[[undecided]]
code = "X-03"
name = "基本任务"
force = "shall"
in_force_from = 2020-01-01
source = { document = "D" }
confidence = "remembered"
because = "没有数据"
because_en = "there are no data"
"""


# --- the module ---

def test_a_rulebook_has_what_nothing_can_decide_beside_the_rest():
    rules = zhibu.Rulebook.parse(ROW, "x.toml")
    (undecided,) = rules.undecided()
    assert (undecided.code, undecided.because, undecided.because_en) == (
        "X-03", "没有数据", "there are no data")
    assert rules.undecided("X-03").layer == zhibu.Layer.county
    with pytest.raises(ValueError, match="no such undecided rule: 'X-30'"):
        rules.undecided("X-30")


def test_rows_outlive_their_rulebook():
    rows = zhibu.Rulebook.parse(ROW, "x.toml").undecided()
    assert rows[0].name == "基本任务"


def test_the_national_rules_of_a_day_are_those_in_force_on_it():
    before = zhibu.Rulebook.national(as_of=date(2018, 10, 27))
    on = zhibu.Rulebook.national(as_of=date(2018, 10, 28))
    assert "MTG-01" not in {p.code for p in before}
    assert "MTG-01" in {p.code for p in on}


def test_what_changed_is_a_list():
    before = zhibu.Rulebook.parse(ROW, "x.toml")
    after = zhibu.Rulebook.parse(ROW.replace('"quarter"', '"month"'), "x.toml")
    (change,) = zhibu.diff(before, after)
    assert (change.rule, change.code, change.kind) == (
        zhibu.RuleKind.provision, "X-01", zhibu.RuleChangeKind.changed)
    (field,) = change.fields
    assert field.key == "cadence"
    assert field.before == 'at_least = { times = 1, per = "quarter" }'
    assert field.after == 'at_least = { times = 1, per = "month" }'
    assert zhibu.diff(before, before) == []


def test_rows_are_explained_in_both_languages():
    rules = zhibu.Rulebook.parse(ROW, "x.toml")
    assert zhibu.explain(rules[0]).startswith("X-01 党员大会每季度1次。对每个党支部，“应当”：党员大会")
    assert "In force since 1 January 2020." in zhibu.explain(
        rules[0], language=zhibu.Language.en)
    assert "党员不超过50人" in zhibu.explain(rules.requirement("X-02"))
    assert "没有数据" in zhibu.explain(rules.undecided("X-03"))
    assert zhibu.describe(rules[0].scope) == "每个党支部"
    assert zhibu.describe(rules[0].cadence, language=zhibu.Language.en) == (
        "at least once a quarter")


def test_the_stricter_demand_implies_the_other():
    month = zhibu.Rulebook.parse(ROW.replace('"quarter"', '"month"'), "x.toml")[0]
    quarter = zhibu.Rulebook.parse(ROW, "x.toml")[0]
    assert zhibu.implies(month.cadence, quarter.cadence)
    assert not zhibu.implies(quarter.cadence, month.cadence)
    assert zhibu.overlaps(month.scope, quarter.scope)
    assert zhibu.is_as_strong(zhibu.Force.shall, zhibu.Force.as_a_rule)


def test_a_looser_row_of_a_lower_layer_is_refused_in_either_order():
    county = zhibu.Rulebook.parse(ROW.replace('"shall"', '"practice"').replace(
        "kinds = [\"branch\"]", "kinds = [\"branch\"], temporary = false"), "x.toml")
    national = zhibu.Rulebook.national()
    for add in (lambda: national + county, lambda: county + national):
        with pytest.raises(ValueError, match="'X-01'.*looser than 'MTG-01'.*accepted: an equal"):
            add()


def test_a_scope_says_whom_it_means_on_a_day():
    roster = zhibu.Roster.load(REPO / "examples/yongshun")
    scope = zhibu.Rulebook.parse(ROW, "x.toml")[0].scope
    kinds = {zhibu.fits(scope, unit, roster, day=date(2017, 6, 30)): unit.kind
             for unit in roster.units()}
    assert kinds[True] == zhibu.UnitKind.branch and kinds[False] != zhibu.UnitKind.branch


# --- the schema ---

def plain(value):
    """What a TOML file says, as JSON has it: dates are texts."""
    if isinstance(value, dict):
        return {key: plain(v) for key, v in value.items()}
    if isinstance(value, list):
        return [plain(v) for v in value]
    return value.isoformat() if isinstance(value, date) else value


def faults(toml):
    tomllib = pytest.importorskip("tomllib", reason="Python before 3.11 reads no TOML")
    jsonschema = pytest.importorskip("jsonschema", reason="jsonschema is not installed")
    validator = jsonschema.Draft202012Validator(SCHEMA)
    return [error.message for error in validator.iter_errors(plain(tomllib.loads(toml)))]


def test_the_schema_is_one():
    jsonschema = pytest.importorskip("jsonschema", reason="jsonschema is not installed")
    jsonschema.Draft202012Validator.check_schema(SCHEMA)


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.name)
def test_every_rulebook_of_the_project_is_valid(file):
    assert faults(file.read_text("utf-8")) == []


def test_the_words_of_the_schema_are_those_of_the_library():
    path = REPO / "src/regulation/rulebook_schema.py"
    spec = importlib.util.spec_from_file_location("rulebook_schema", path)
    script = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(script)
    lists = {name for name, d in SCHEMA["$defs"].items() if "enum" in d}
    assert lists == set(script.ENUMERATIONS)
    for name, enumeration in script.ENUMERATIONS.items():
        words = [*enumeration.__members__, *(v.zh for v in enumeration.__members__.values())]
        assert SCHEMA["$defs"][name]["enum"] == words, f"run {path.relative_to(REPO)}"


def test_every_key_of_the_schema_says_what_it_is():
    def undescribed(node, path):
        for key, value in node.items():
            if not isinstance(value, dict):
                continue
            for name, p in value.items() if key in ("properties", "$defs") else ():
                if isinstance(p, dict) and path and "$ref" not in p and "description" not in p:
                    if "if" not in path and "then" not in path and "allOf" not in p:
                        yield f"{path}/{name}"
            yield from undescribed(value, f"{path}/{key}")
    assert list(undescribed(SCHEMA, "#")) == []


# What may stand in place of a line of ROW.
KINDS = {
    "scope": "scope.every_unit = { kinds = [\"branch\"] }",
    "cadence": "cadence.at_least = { times = 1, per = \"quarter\" }",
    "demand": "demand.bounds = { measure = \"members\", most = 50 }",
}

ACCEPTED = [
    ("cadence", "cadence.at_least = { times = 2, per = '月', preferred_months = [1, 12], "
     "days_apart = 10 }"),
    ("cadence", "cadence.on_days = { days = 'FREQ=MONTHLY;BYMONTHDAY=10', shift = 'next_workday', "
     "within_month = true }"),
    ("cadence", "cadence.at_festivals = { festivals = ['春节'], days_before = 10 }"),
    ("cadence", "cadence.on_anniversary = { of = 'admitted', within = 'month' }"),
    ("cadence", "cadence.deadline = { after = 'applied', months = 1 }"),
    ("cadence", "cadence.deadline = { after = 'applied', days = 1 }"),
    ("cadence", "cadence.every_months_since = { since = 'activist', months = 6 }"),
    ("cadence", "cadence.class_hours = { least = 32, per = 'year' }"),
    ("cadence", "cadence.funding = { least_yuan = 1, most_yuan = 2, per = 'year' }"),
    ("cadence", "cadence.at_term_end = { years = 3, reminder_months = 0 }"),
    ("cadence", "cadence.on_schedule.suggested = { times = 1, per = 'quarter' }"),
    ("scope", "scope.these_units = { codes = ['A'] }"),
    ("scope", "scope.leads_of_clusters = {}"),
    ("scope", "scope.holders_of = { units.these_units = { codes = ['A'] }, "
     "posts = ['secretary'] }"),
    ("scope", "scope.every_person = { standing = ['activist'], circumstances = ['abroad'], "
     "needs_home_visits = true }"),
    ("scope", "scope.every_unit = { kinds = ['branch'], fields = ['village'], has_groups = true }"),
    ("demand", "demand.own_committee = { wanted = true, when = { measure = 'full_members', "
     "least = 7 } }"),
    ("demand", "demand.placements = [ { kind = 'group', under = ['branch'], top = false } ]"),
    ("demand", "demand.posts_kept = [ { kind = 'secretary', least = 1, most = 1 } ]"),
    ("demand", "demand.noted = {}"),
    ("demand", "demand.term_length = { least_years = 2, most_years = 3 }"),
    ("demand", "demand.election_majority = { part = 1, whole = 2, inclusive = false, "
     "base = 'due' }"),
    ("demand", "demand.meeting_quorum = { activity = 'members_meeting', part = 1, whole = 2 }"),
]

REFUSED = [
    ("cadence", "cadence.at_least = { times = 1, per = 'quarter' }\n"
     "cadence.class_hours = { least = 1, "
     "per = 'year' }"),
    ("cadence", "cadence = {}"),
    ("cadence", "cadence.at_least = { times = 0, per = 'quarter' }"),
    ("cadence", "cadence.at_least = { times = 1.5, per = 'quarter' }"),
    ("cadence", "cadence.at_least = { times = 1, per = 'century' }"),
    ("cadence", "cadence.at_least = { times = 1 }"),
    ("cadence", "cadence.at_least = { times = 1, per = 'quarter', prefered_months = [1, 2] }"),
    ("cadence", "cadence.at_least = { times = 1, per = 'quarter', preferred_months = [1, 2, 3] }"),
    ("cadence", "cadence.at_least = { times = 1, per = 'quarter', preferred_months = [0, 2] }"),
    ("cadence", "cadence.at_festivals = { festivals = [] }"),
    ("cadence", "cadence.on_anniversary = { within = 'month' }"),
    ("cadence", "cadence.deadline = { after = 'applied' }"),
    ("cadence", "cadence.deadline = { after = 'applied', months = 0, days = 0 }"),
    ("cadence", "cadence.deadline = { after = 'applied', months = 1201 }"),
    ("cadence", "cadence.every_months_since = { since = 'activist', months = 0 }"),
    ("cadence", "cadence.class_hours = { least = 0, per = 'year' }"),
    ("cadence", "cadence.funding = { least_yuan = 0, most_yuan = 0, per = 'year' }"),
    ("scope", "scope.every_unit = { kinds = [] }"),
    ("scope", "scope.every_unit = { kinds = ['brunch'] }"),
    ("scope", "scope.every_unit = { kinds = ['branch'], temporary = 'no' }"),
    ("scope", "scope.these_units = { codes = [] }"),
    ("scope", "scope.leads_of_clusters = { posts = ['secretary'] }"),
    ("scope", "scope.holders_of = { posts = ['secretary'] }"),
    ("scope", "scope.holders_of = { units = {} }"),
    ("scope", "scope.every_persons = {}"),
    ("demand", "demand.bounds = { measure = 'members' }"),
    ("demand", "demand.bounds = { measure = 'members', most = -1 }"),
    ("demand", "demand.noted = { most = 1 }"),
    ("demand", "demand.placements = []"),
    ("demand", "demand.term_length = { least_years = 0, most_years = 3 }"),
    ("demand", "demand.election_quorum = { part = 0, whole = 5 }"),
    ("demand", "demand.holder_standing = { posts = [], years = 1 }"),
    ("demand", "demand.months_between = { from = 'admitted', to = 'full_member' }"),
]

REFUSED_LINES = [
    ("[[undecided]]", "[[undecideds]]"),
    ("code = \"X-01\"\n", ""),
    ("code = \"X-01\"", "code = \"\""),
    ("name = \"基本任务\"\n", ""),
    ("force = \"shall\"", "forse = \"shall\""),
    ("force = \"shall\"", "force = \"must\""),
    ("layer = \"county\"", "layer = \"national\""),
    ("title = \"本县办法\"\n", ""),
    ("in_force_from = 2020-01-01", "in_force_from = 2020"),
    ("activity = \"members_meeting\"", "activity = \"members_meting\""),
    ("article = \"3\"", "article = 3"),
    ("confidence = \"secondhand\"", "confidence = \"secondhand\"\nquote = \"每季度1次\""),
    ("because = \"没有数据\"\n", ""),
    ("because_en = \"there are no data\"", "because_en = \"\""),
    ("because = ", "scope.every_person = {}\nbecause = "),
]


def both_refuse(toml):
    with pytest.raises(ValueError):
        zhibu.Rulebook.parse(toml, "x.toml")
    return faults(toml) != []


def changed(kind, line):
    assert KINDS[kind] in ROW
    return ROW.replace(KINDS[kind], line, 1)


@pytest.mark.parametrize(("kind", "line"), ACCEPTED)
def test_what_the_library_reads_the_schema_accepts(kind, line):
    toml = changed(kind, line)
    zhibu.Rulebook.parse(toml, "x.toml")
    assert faults(toml) == []


@pytest.mark.parametrize(("kind", "line"), REFUSED)
def test_a_faulty_table_is_refused_by_both(kind, line):
    assert both_refuse(changed(kind, line))


@pytest.mark.parametrize(("line", "fault"), REFUSED_LINES)
def test_a_faulty_line_is_refused_by_both(line, fault):
    assert line in ROW
    assert both_refuse(ROW.replace(line, fault, 1))


def test_the_keys_of_every_table_are_those_of_the_library():
    """A key that the library names as accepted is one of the schema, and the other way round."""
    def accepted(toml):
        with pytest.raises(ValueError, match="no such key: 'zzz'") as error:
            zhibu.Rulebook.parse(toml, "x.toml")
        return set(re.search(r"accepted: (.*)", str(error.value))[1].split(", "))

    defs = SCHEMA["$defs"]
    for kind, line in ACCEPTED:
        table, key = re.match(r"(\w+)\.(\w+)", line).groups()
        schema = defs[kind]["properties"][key]
        while "$ref" in schema:
            schema = defs[schema["$ref"].rpartition("/")[2]]
        schema = schema.get("items", schema)
        if "suggested" in line or not schema.get("properties"):
            continue
        before, brace, after = line.partition("{")
        toml = changed(kind, f"{before}{brace} zzz = 1,{after}")
        assert accepted(toml) == set(schema["properties"]), line
    for row in ("document", "provision", "requirement", "undecided"):
        toml = ROW.replace(f"[[{row}]]\n", f"[[{row}]]\nzzz = 1\n", 1)
        assert accepted(toml) == set(defs[row]["properties"]), row
