# SPDX-License-Identifier: BSL-1.0
"""At a terminal: colours, columns that align, and nothing cut; in a pipe none of that is needed."""

import re
import shutil
import sys

import pytest
from command_line import AUDIT, COUNTY, at_terminal, run, table, without_escapes

click = pytest.importorskip("click", reason="click is not installed")

from zhibu._cli_text import columns  # noqa: E402

OVERDUE = (*AUDIT, "--standing", "overdue")
ESCAPE = "\x1b["
RED = "\x1b[31m"


def rich_is_there():
    pytest.importorskip("rich", reason="Rich is not installed")


def test_a_terminal_gets_colours_and_a_pipe_none():
    rich_is_there()
    told, code = at_terminal(*OVERDUE, columns=200)
    assert code == 1 and told.count(RED) > 22
    assert ESCAPE not in run(*OVERDUE).stdout and ESCAPE not in run(*OVERDUE).stderr


@pytest.mark.parametrize("variables", [{"NO_COLOR": "1"}, {"TERM": "dumb"}])
def test_a_terminal_that_wants_no_colours_gets_no_escape_in_the_output(variables):
    told, code = at_terminal(*OVERDUE, columns=200, **variables)
    assert code == 1
    assert ESCAPE not in re.sub("\r\x1b\\[K[^\x1b]*…", "", told).replace("\r\x1b[K", "")
    coloured, _ = at_terminal(*OVERDUE, columns=200)
    assert without_escapes(told) == without_escapes(coloured)


@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_columns_of_a_table_align_where_characters_are_wide(language):
    told, _ = at_terminal(*OVERDUE, columns=220, language=language)
    lines = without_escapes(told).splitlines()
    rule = next(at for at, line in enumerate(lines) if line.startswith("──"))
    edges = [match.start() for match in re.finditer("─+", lines[rule])]
    body = lines[rule - 1:lines.index("", rule)]
    assert len(edges) > 8 and len(body) > 22
    for line in body:
        assert columns(line) <= 220
        assert all(at_column(line, edge - 1) in (" ", "─", "") for edge in edges[1:]), line


def at_column(line, column):
    """The character that begins at a column of a line, or None where one reaches across it."""
    at = 0
    for character in line:
        if at == column:
            return character
        at += columns(character)
    return "" if at <= column else None


@pytest.mark.parametrize("width", [220, 150, 100, 40])
def test_nothing_is_cut_however_narrow_the_terminal_is(width):
    rows, figures = table(run(*OVERDUE).stdout)
    told, _ = at_terminal(*OVERDUE, columns=width)
    shown = without_escapes(told)
    assert all(columns(line) <= width for line in shown.splitlines())
    for name, value in figures.items():
        assert re.search(rf"^{name} +{re.escape(value)}$", shown, re.M)
    characters = {c: shown.count(c) for c in set(shown)}
    wanted = "".join("".join(row.values()) for row in rows)
    assert all(characters.get(c, 0) >= wanted.count(c) for c in set(wanted) - {" "})


def test_a_terminal_with_too_little_room_gets_a_block_for_each_row():
    rows, _ = table(run(*OVERDUE).stdout)
    shown = without_escapes(at_terminal(*OVERDUE, columns=80)[0])
    blocks = shown.split("─" * 60 + "\n")[1:]
    assert len(blocks) == len(rows)
    for block, row in zip(blocks, rows):
        assert re.search(rf"^责任主体 +{row['责任主体']}$", block, re.M)
        assert ("地点" in block) == bool(row["地点"])


def test_what_people_wrote_cannot_command_a_terminal(tmp_path):
    county = shutil.copytree(COUNTY, tmp_path / "county")
    units = county / "units.csv"
    text = units.read_text("utf-8")
    assert text.count("县信访局离退休干部党支部") == 1
    units.write_text(text.replace("县信访局离退休干部党支部", "县信访局\x1b[31m[red]支部\x9b2J"), "utf-8")
    told, code = at_terminal("check", county, "--as-of", "2017-09-30", columns=300, NO_COLOR="1")
    assert code == 1 and "县信访局[31m[red]支部 2J" in without_escapes(told)
    assert "\x1b[31m" not in told and "\x9b" not in told
    piped = run("check", county, "--as-of", "2017-09-30").stdout
    assert "\x1b" not in piped and "\x9b" not in piped


def test_progress_is_told_at_a_terminal_only_and_taken_away_again():
    told, _ = at_terminal(*OVERDUE)
    assert "读取名册…" in told and "核查…" in told
    assert "…" not in without_escapes(told)
    assert run(*OVERDUE).stderr == ""
    refused, code = at_terminal(*OVERDUE, "--unit", "YS-B7")
    assert code == 2 and without_escapes(refused).startswith("no such unit: 'YS-B7'")


def test_without_rich_a_terminal_gets_the_same_without_colours():
    script = ("import runpy, sys; sys.modules['rich'] = sys.modules['rich.console'] = None; "
              "sys.argv[0] = 'zhibu'; runpy.run_module('zhibu', run_name='__main__')")
    plain, code = at_terminal(*OVERDUE, columns=200, program=(sys.executable, "-c", script))
    coloured, _ = at_terminal(*OVERDUE, columns=200)
    assert code == 1 and RED not in plain
    assert without_escapes(plain) == without_escapes(coloured)


def test_a_pipe_is_the_same_in_any_locale():
    asked = ("calendar", "2026-10-01", "--lang", "zh")
    assert run(*asked, LC_ALL="C").stdout == run(*asked, LC_ALL="C.UTF-8").stdout
    assert "国庆节" in run(*asked, LC_ALL="C", PYTHONCOERCECLOCALE="0", PYTHONUTF8="0").stdout
