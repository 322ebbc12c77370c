# SPDX-License-Identifier: BSL-1.0
"""The commands print what the library says, and exit as their help documents."""

import csv
import io
import json
import os
import shutil
from datetime import date

import pytest
from command_line import AUDIT, COUNTY, run, table

import zhibu

click = pytest.importorskip("click", reason="click is not installed")

AS_OF = date(2017, 9, 30)
YEAR = zhibu.parse_period("2017")


@pytest.fixture(scope="module")
def roster():
    return zhibu.Roster.load(COUNTY)


@pytest.fixture(scope="module")
def rules():
    return zhibu.Rulebook.national() + zhibu.Rulebook.load(COUNTY / "rules.toml")


@pytest.fixture(scope="module")
def records(roster):
    return zhibu.Records.load(COUNTY / "2017", roster)


@pytest.fixture(scope="module")
def findings(roster, rules, records):
    owed = zhibu.obligations(roster, rules, zhibu.Calendar.china(), YEAR,
                             rules_of=date(2026, 1, 1))
    return zhibu.audit(owed, records, as_of=AS_OF)


@pytest.fixture
def county(tmp_path):
    """A copy of the county, which a test may change."""
    return shutil.copytree(COUNTY, tmp_path / "县")


def replace(file, old, new):
    text = file.read_text("utf-8")
    assert old in text
    file.write_text(text.replace(old, new), "utf-8")


# --- check ---

def test_check_prints_each_fault_with_its_article_and_contradictions_apart(roster, rules):
    done = run("check", COUNTY, "--as-of", "2017-09-30")
    rows, figures = table(done.stdout)
    assert done.returncode == 1 and done.stderr == ""
    assert [(row["类别"], row["条款"], row["编号"], row["依据"]) for row in rows] == [
        ("不合规定", "TERM-07", "YS-B16", "《中国共产党章程（2012）》第30条"),
        ("数据矛盾", "DATA-07", "YS-B28", "")]
    assert figures == {"不合规定": "1", "数据矛盾": "1"}
    found = {(f.code, f.facts) for f in zhibu.check(roster, rules, as_of=AS_OF)}
    assert {(row["条款"], row["事实"]) for row in rows} == found


def test_check_ends_with_0_where_the_books_were_put_right(county):
    before_the_end_of_term = ("check", county, "--as-of", "2017-09-20")
    assert run(*before_the_end_of_term).returncode == 1
    replace(county / "terms.csv", "YS-B28,1,2014-03-20", "YS-B28,1,2014-03-29")
    done = run(*before_the_end_of_term)
    assert (done.returncode, table(done.stdout)[0]) == (0, [])


def test_check_as_json_keeps_faults_and_contradictions_in_lists_of_their_own():
    done = run("check", COUNTY, "--as-of", "2017-09-30", "--format", "json", language="en")
    found = json.loads(done.stdout)
    assert [fault["rule"] for fault in found["faults"]] == ["TERM-07"]
    assert found["faults"][0]["source"] == "《中国共产党章程（2012）》第30条"
    assert found["faults"][0]["subject"]["code"] == "YS-B16"
    assert [(c["rule"], c["source"]) for c in found["contradictions"]] == [("DATA-07", None)]


# --- plan ---

def test_the_plan_of_a_unit_is_its_part_of_the_plan_of_all():
    whole = run("plan", COUNTY, "--period", "2026").stdout.splitlines()
    part = run("plan", COUNTY, "--period", "2026", "--unit", "YS-B07").stdout.splitlines()
    assert part[0] == whole[0] and 100 < len(part) < len(whole)
    assert [line for line in whole if line in set(part)] == part
    assert all("县委宣传部离退休干部党支部" in line for line in part[1:])


def test_a_plan_is_written_in_the_form_that_its_file_is_named_by(tmp_path, roster, rules):
    calendar = zhibu.Calendar.load(COUNTY / "calendar.toml")
    owed = zhibu.obligations(roster, rules, calendar, zhibu.parse_period("2026"))
    ledger = zhibu.plan_ledger(zhibu.plan(owed, calendar), roster)
    for form in (".ics", ".csv", ".md"):
        zhibu.write(ledger, tmp_path / f"library{form}")
        file = tmp_path / "new folder" / f"plan{form}"
        done = run("plan", COUNTY, "--period", "2026", "--out", file)
        assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
        assert file.read_bytes() == (tmp_path / f"library{form}").read_bytes()


def test_a_plan_is_written_as_a_workbook_a_page_and_json(tmp_path):
    openpyxl = pytest.importorskip("openpyxl", reason="openpyxl is not installed")
    pytest.importorskip("jinja2", reason="Jinja2 is not installed")
    asked = ("plan", COUNTY, "--period", "2026-Q4", "--unit", "YS-B07", "--out")
    for name in ("plan.xlsx", "plan.html", "plan.json"):
        assert run(*asked, tmp_path / name).returncode == 0
    sheet = openpyxl.load_workbook(tmp_path / "plan.xlsx").active
    planned = json.loads((tmp_path / "plan.json").read_text("utf-8"))["occurrences"]
    days = [row[0].value.date().isoformat() for row in sheet.iter_rows(min_row=4) if row[0].value]
    assert days == [row["day"] for row in planned] and len(days) > 5
    assert {row["bearer"]["kind"] for row in planned} == {"unit", "person"}
    assert "县委宣传部离退休干部党支部" in (tmp_path / "plan.html").read_text("utf-8")


# --- audit ---

def test_audit_prints_the_findings_of_the_library_and_their_rate(findings, records, roster):
    done = run(*AUDIT)
    rows, figures = table(done.stdout)
    ledger = zhibu.standing_ledger(findings, records, roster)
    assert done.returncode == 1 and done.stderr == ""
    assert [list(row.values()) for row in rows] == [row.cells for row in ledger.rows]
    assert figures["规范执行率"] == "3282/3309 = 99.18%"
    rate = zhibu.execution_rate(findings)
    assert (rate.numerator, rate.denominator) == (3282, 3309)
    assert {row["状态"]: 0 for row in rows}.keys() < figures.keys()


def test_the_rows_of_a_ledger_of_findings_are_in_the_order_of_the_findings(
        findings, records, roster):
    ledger = zhibu.standing_ledger(findings, records, roster, language=zhibu.Language.en)
    assert [(f.obligation.rule, f.standing.en) for f in findings] == [
        (row.cells[9], row.cells[6]) for row in ledger.rows]


def test_standings_choose_rows_but_neither_the_rate_nor_the_exit_code():
    rows, figures = table(run(*AUDIT, "--standing", "waived", "--standing", "overdue").stdout)
    assert {row["状态"] for row in rows} == {"豁免", "逾期"} and len(rows) == 23
    assert figures["逾期"] == "22" and figures["规范执行率"].startswith("3282/3309")
    assert run(*AUDIT, "--standing", "waived").returncode == 1


def test_a_unit_and_a_rule_choose_what_is_counted():
    rows, figures = table(run(*AUDIT, "--unit", "YS-B33", "--rule", "LIFE-01").stdout)
    assert {row["责任主体"] for row in rows} == {"县卫生局离退休干部党支部"}
    assert {row["条款"] for row in rows} == {"LIFE-01"}
    assert (figures["逾期"], figures["已完成"]) == ("1", "8")
    assert figures["规范执行率"] == "8/9 = 88.89%"


def test_nothing_overdue_ends_with_0_and_one_that_is_with_1():
    assert run(*AUDIT, "--unit", "YS-B33", "--rule", "MTG-01").returncode == 0
    assert run(*AUDIT, "--unit", "YS-B33", "--rule", "LIFE-01").returncode == 1


def test_a_choice_of_nothing_that_is_owed_says_so():
    before_the_rule = ("audit", COUNTY, "--period", "2017", "--as-of", "2017-09-30", "--rule",
                       "MTG-01")
    done = run(*before_the_rule)
    assert (done.returncode, done.stderr) == (0, "所选范围内没有应办事项\n")
    assert table(done.stdout)[1]["规范执行率"] == "0/0"


def test_a_unit_has_what_it_owes_what_is_owed_there_and_what_its_members_owe(
        findings, roster, rules, records):
    """So do the obligations of its own part of the roster, which the library draws up alone."""
    from zhibu import _cli_answers
    part = roster.within("YS-B07")
    own = zhibu.obligations(part, zhibu.within(rules, part), zhibu.Calendar.china(), YEAR,
                            rules_of=date(2026, 1, 1))
    touched = _cli_answers.touches(roster, "YS-B07")
    chosen = {(o.rule, roster[o.bearer].code, o.window)
              for o in (f.obligation for f in findings) if touched(o)}
    assert {(o.rule, part[o.bearer].code, o.window) for o in own} <= chosen
    assert len(chosen) < 130


def test_audit_as_json_says_who_owes_what_by_which_article(findings):
    done = run(*AUDIT, "--rule", "LIFE-01", "--rule", "SR-03", "--format", "json", language="en")
    found = json.loads(done.stdout)
    assert (found["as_of"], found["rules_of"], found["known_on"]) == (
        "2017-09-30", "2026-01-01", None)
    assert found["execution_rate"]["numerator"] == found["standings"]["satisfied"]
    rows = found["findings"]
    assert len(rows) == sum(f.obligation.rule in ("LIFE-01", "SR-03") for f in findings)
    overdue = next(row for row in rows if row["standing"] == "overdue")
    assert overdue["bearer"] == {"kind": "unit", "code": "YS-B33", "name": "县卫生局离退休干部党支部"}
    assert overdue["source"] == "《中国共产党支部工作条例（试行）》第16条"
    assert overdue["window"] == {"title": "2017-02", "begin": "2017-02-01", "last": "2017-02-28"}
    assert (overdue["missing"], overdue["evidence"]) == (1, [])
    assert overdue["discounted"] == [
        {"record": "R2017-0460", "held_on": "2017-03-14", "why": "other_period"}]
    visit = next(row for row in rows if row["rule"] == "SR-03" and row["standing"] == "satisfied")
    assert visit["bearer"]["kind"] == "person" and visit["at"]["code"] == "YS-B01"
    assert len(visit["evidence"]) == 4
    waived = next(row for row in rows if row["standing"] == "waived")
    assert set(waived["waiver"]) == {"approved_by", "approved_on", "period"}


def test_csv_has_the_rows_alone_and_markdown_the_figures_too(findings, records, roster):
    ledger = zhibu.standing_ledger(findings, records, roster)
    done = run(*AUDIT, "--format", "csv")
    assert list(csv.reader(io.StringIO(done.stdout, newline=""))) == [
        [column.name for column in ledger.columns], *(row.cells for row in ledger.rows)]
    markdown = run(*AUDIT, "--format", "md", "--standing", "overdue").stdout
    assert markdown.startswith("# 履职核查台账 2017") and "规范执行率：3282/3309" in markdown


def test_what_was_entered_later_is_not_known():
    then = table(run(*AUDIT, "--known-on", "2017-03-01").stdout)[1]
    now = table(run(*AUDIT).stdout)[1]
    assert int(then["逾期"]) > int(now["逾期"])


# --- explain ---

def test_explain_tells_a_rule_of_the_nation_and_of_the_folder(rules):
    said = zhibu.explain(rules.provision("MTG-01"))
    assert run("explain", "MTG-01").stdout == said + "\n"
    assert run("explain", "SR-01").returncode == 2
    own = run("explain", "SR-01", COUNTY, language="en")
    assert own.stdout == zhibu.explain(rules.provision("SR-01"),
                                       language=zhibu.Language.en) + "\n"


def test_explain_tells_each_row_of_a_code_that_several_share(rules):
    said = run("explain", "TERM-02").stdout
    assert zhibu.explain(rules.provision("TERM-02")) in said
    assert zhibu.explain(rules.requirement("TERM-02")) in said
    assert zhibu.explain(rules.undecided("ORG-24")) in run("explain", "ORG-24").stdout


def test_explain_tells_why_a_finding_is_so(findings):
    finding = next(f for f in findings if f.standing == zhibu.Standing.overdue)
    asked = ("explain", "MTG-01", COUNTY, "--unit", "YS-B07", "--window", "2017-Q2", "--as-of",
             "2017-09-30", "--rules-of", "2026-01-01")
    for language in ("zh", "en"):
        done = run(*asked, language=language)
        assert (done.returncode, done.stdout) == (0, finding.explain(language) + "\n")


def test_explain_tells_what_one_person_owes():
    done = run("explain", "LIFE-07", COUNTY, "--person", "P0212", "--as-of", "2017-09-30",
               "--rules-of", "2026-01-01")
    assert done.stdout.count("结论：") == 1 and "P0212" in done.stdout


def test_explain_lists_the_rules(rules):
    national = run("explain", "--list").stdout.splitlines()
    own = run("explain", "--list", COUNTY).stdout.splitlines()
    assert set(national) < set(own)
    assert "SR-01\t" + rules.provision("SR-01").name in own


# --- ledger ---

def test_ledger_lists_all_kinds_and_draws_each_as_the_library_does(
        capsys, monkeypatch, roster, records, rules):
    from zhibu import cli
    listed = run("ledger", "--list", language="en").stdout.splitlines()
    assert listed == [f"{kind.name}\t{kind.en}" for kind in zhibu.LedgerKind.__members__.values()]
    monkeypatch.setenv("LC_ALL", "en_XX.UTF-8")
    monkeypatch.setattr(cli, "_set_encoding", lambda: None)
    for kind in zhibu.LedgerKind.__members__.values():
        asked = ["ledger", str(COUNTY), kind.name, "--period", "2017", "--format", "csv"]
        assert cli.main(asked) == 0
        drawn = zhibu.ledger(kind, roster, records, rules, period=YEAR, language=zhibu.Language.en)
        assert capsys.readouterr().out == zhibu.to_csv(drawn)


def test_a_ledger_is_of_a_unit_or_of_a_cluster():
    asked = ("ledger", COUNTY, "meetings", "--period", "2017")
    whole, _ = table(run(*asked).stdout)
    unit, _ = table(run(*asked, "--unit", "YS-B07").stdout)
    cluster, _ = table(run(*asked, "--cluster", "PZ03").stdout)
    assert 0 < len(unit) < len(cluster) < len(whole)
    assert {row["党组织"] for row in unit} == {"县委宣传部离退休干部党支部"}


def test_a_ledger_of_a_year_without_records_says_so():
    done = run("ledger", COUNTY, "members", "--period", "2016")
    assert done.returncode == 0 and f"没有文件夹{COUNTY}/2016" in done.stderr
    assert len(table(done.stdout)[0]) > 1000


def test_reasons_numbers_and_phones_are_hidden_unless_asked_for_by_name():
    aid = ("ledger", COUNTY, "hardship_aid", "--period", "2017")
    rows, _ = table(run(*aid).stdout)
    shown, _ = table(run(*aid, "--show", "reasons").stdout)
    assert not any(row["困难原因"] for row in rows) and all(row["困难原因"] for row in shown)
    members = ("ledger", COUNTY, "members", "--period", "2017", "--unit", "YS-B01")
    columns = run(*members).stdout.splitlines()[0]
    asked = run(*members, "--show", "id_numbers", "--show", "phones").stdout.splitlines()[0]
    assert "公民身份号码" not in columns and "联系电话" not in columns
    assert "公民身份号码" in asked and "联系电话" in asked


def test_what_is_published_has_no_names_and_codes_only_by_a_key(tmp_path):
    asked = ("ledger", COUNTY, "members", "--period", "2017", "--unit", "YS-B01", "--published")
    (tmp_path / "key").write_text("invented key\n", "utf-8")
    plain, _ = table(run(*asked, "--show", "reasons").stdout)
    keyed, _ = table(run(*asked, "--pseudonym-key-file", tmp_path / "key").stdout)
    assert all("*" in row["姓名"] for row in plain) and not any(row["编号"] for row in plain)
    assert all(len(row["编号"]) == 16 for row in keyed)


# --- calendar ---

def test_calendar_says_what_each_day_is():
    rows, figures = table(run("calendar", "2026-10").stdout)
    days = {row["日期"]: row for row in rows}
    assert len(days) == 31 and figures["工作日"] == "18"
    assert days["2026-10-01"]["类别"] == "法定节假日"
    assert days["2026-10-01"]["农历"] == "2026年八月廿一"
    assert days["2026-10-10"]["类别"] == "调休上班" and days["2026-10-11"]["类别"] == "周末"
    assert days["2026-10-18"]["节日"] == "重阳节、老年节"
    assert days["2026-10-08"]["节气"] == "寒露"
    assert days["2026-10-10"]["依据"] == "国办发明电〔2025〕7号"


def test_calendar_takes_the_last_year_that_is_decreed_and_days_and_years():
    decreed = zhibu.Calendar.china().decreed_through()
    rows, _ = table(run("calendar").stdout)
    assert (rows[0]["日期"], rows[-1]["日期"]) == (f"{decreed.year}-01-01", decreed.isoformat())
    assert [row["日期"] for row in table(run("calendar", "2026-02-17").stdout)[0]] == ["2026-02-17"]
    unknown, figures = table(run("calendar", "1990-05").stdout)
    assert {row["确定程度"] for row in unknown} == {"未知"} and figures["工作日"] == "不详"
    assert {row["类别"] for row in unknown} == {""}


def test_an_arrangement_decrees_a_further_year(tmp_path):
    off = [day for festival in ("元旦", "除夕", "春节", "清明节", "劳动节", "端午节", "中秋节", "国庆节")
           for day in zhibu.festival_days(2027, festival)]
    file = tmp_path / "2027.json"
    file.write_text(json.dumps({"year": 2027, "papers": ["某号"], "days": [
        {"name": "节", "date": day.isoformat(), "isOffDay": True} for day in sorted(set(off))]}))
    before = json.loads(run("calendar", "2027-01", "--format", "json").stdout)
    after = json.loads(run("calendar", "2027-01", "--arrangement", file, "--format", "json").stdout)
    assert {day["certainty"] for day in before["days"]} == {"projected"}
    assert {day["certainty"] for day in after["days"]} == {"decreed"}
    assert after["days"][0]["notice"] == "某号" and after["decreed_through"] == "2027-12-31"
    assert before["days"][0]["festivals"][0]["id"] == "new_year"


# --- the folder ---

def test_verbose_says_which_files_were_used():
    assert run(*AUDIT, "-v").stderr.splitlines() == [
        f"名册：{COUNTY}，党组织91个、人员1502名", f"记录：{COUNTY}/2017，2750条",
        f"规则：全国 + {COUNTY}/rules.toml", f"日历：{COUNTY}/calendar.toml"]


def test_a_folder_without_rules_and_calendar_goes_by_the_national_ones(county):
    (county / "rules.toml").unlink()
    (county / "calendar.toml").unlink()
    done = run("audit", county, *AUDIT[2:], "-v")
    assert done.stderr.splitlines()[2:] == ["规则：全国", "日历：全国"]
    assert not any(row["条款"].startswith("SR-") for row in table(done.stdout)[0])


def test_options_override_each_file_of_the_folder(county, tmp_path):
    (county / "2017").rename(county / "held")
    (tmp_path / "none.toml").write_text("")
    refused = run("audit", county, *AUDIT[2:])
    assert refused.returncode == 2 and "--records" in refused.stderr
    done = run("audit", county, *AUDIT[2:], "--records", county / "held", "--rules",
               tmp_path / "none.toml", "--calendar", COUNTY / "calendar.toml", "-v")
    assert done.stderr.splitlines()[1:] == [
        f"记录：{county}/held，2750条", f"规则：全国 + {tmp_path}/none.toml",
        f"日历：{COUNTY}/calendar.toml"]
    assert not any(row["条款"].startswith("SR-") for row in table(done.stdout)[0])


def test_a_folder_is_found_from_any_other(tmp_path):
    relative = os.path.relpath(COUNTY, tmp_path)
    done = run("check", relative, "--as-of", "2017-09-30", cwd=tmp_path)
    assert done.returncode == 1 and len(table(done.stdout)[0]) == 2
