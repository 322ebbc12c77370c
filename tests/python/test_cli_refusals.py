# SPDX-License-Identifier: BSL-1.0
"""What is wrong is said in one sentence on stderr, without a traceback, and ends with 2."""

import os
import re
import signal
import subprocess
import sys
import time

import pytest
from command_line import AUDIT, COUNTY, PROGRAM, environment, run

click = pytest.importorskip("click", reason="click is not installed")

PLAN = ("plan", COUNTY, "--period", "2026")
FINDING = ("explain", "MTG-01", COUNTY, "--unit", "YS-B07", "--as-of", "2017-09-30")

# Commands, and what is said of them.
WRONG = [
    (("audti",), r"no such command: 'audti' \(did you mean 'audit'\?\); accepted: check, "),
    (("check",), "missing: FOLDER"),
    (("check", COUNTY), "missing: --as-of"),
    (("check", COUNTY, "--as-of"), "no value after '--as-of'"),
    (("check", COUNTY, "--as-of", "2017-9-30"), "--as-of: not a day: '2017-9-30'; accepted: "),
    (("check", COUNTY, "--as-of", "2017"), "--as-of: not a day: '2017'"),
    (("check", COUNTY, "--as-of", "2017-09-30", "--verbose=1"), "no value goes with '--verbose'"),
    (("check", COUNTY, "twice", "--as-of", "2017-09-30"), "one argument too many: 'twice'"),
    (("check", "/no/such", "--as-of", "2017-09-30"), "/no/such: no such folder; accepted: a "),
    (("check", COUNTY / "units.csv", "--as-of", "2017-09-30"), "units.csv: no such folder"),
    (("check", COUNTY, "--as-of", "2017-09-30", "--rules", "no.toml"), "no.toml: no such file"),
    (("check", COUNTY, "--as-of", "2017-09-30", "--rules", COUNTY / "units.csv"), r"units.csv:\d"),
    (("plan", COUNTY, "--period", "2026-13"), "--period: not a period: '2026-13'; accepted: 2017"),
    (("plan", COUNTY, "--period", "2026-01-01.."), "--period: a period without an end"),
    ((*PLAN, "--unti", "x"), r"no such option: '--unti' \(did you mean '--unit'\?\)"),
    ((*PLAN, "--unit", "YS-B7"), r"no such unit: 'YS-B7' \(did you mean 'YS-B07'\?\)"),
    ((*PLAN, "--out", "plan.doc"), r"plan.doc: no such form of a file: '.doc'; accepted: .ics, "),
    ((*PLAN, "--out", "/proc/no/plan.csv"), "/proc/no/plan.csv: cannot be written"),
    ((*PLAN, "--out", "/proc/no/plan.xlsx"), "/proc/no/plan.xlsx: cannot be written"),
    ((*PLAN, "--out", "plan.ics", "--format", "csv"), "--format and --out at once; accepted: one "),
    ((*PLAN, "--format", "jsn"), r"--format: no such format: 'jsn' \(did you mean 'json'\?\)"),
    ((*AUDIT, "--standing", "overdu"), r"--standing: no such Standing: 'overdu' \(did you mean '"),
    ((*AUDIT, "--rule", "LIFE1"), r"no such provision: 'LIFE1' \(did you mean 'LIFE-01'\?\)"),
    ((*AUDIT, "--records", "no"), "no: no such folder; accepted: a folder with records.csv"),
    (("audit", COUNTY, "--period", "2018", "--as-of", "2018-09-30"),
     "2018: no such folder; accepted: a folder with records.csv, also one that --records names"),
    (("audit", COUNTY, "--period", "2016-07-01..2017-06-30", "--as-of", "2017-09-30"),
     "has more than one year; accepted: a period of one year, or --records with a folder"),
    (("explain",), "no rule; accepted: a rule's code, or --list"),
    (("explain", "mtg-1"), r"no such rule: 'mtg-1' \(did you mean 'MTG-01'\?\); accepted: the 1"),
    (("explain", "SR-01"), "and of a folder its own, where it is named"),
    (("explain", "MTG-01", "no"), "no: no such folder; accepted: a folder with units.csv and "),
    (("explain", "--list", "no"), "no: no such folder; accepted: a folder with units.csv and "),
    (("explain", "--list", COUNTY, "MTG-01"), "one argument too many: 'MTG-01'"),
    (("explain", COUNTY, "MTG-01"), "yongshun', a folder; accepted: zhibu explain RULE FOLDER"),
    (("explain", "MTG-01", COUNTY, "--window", "2017"), "--window without a bearer; accepted: "),
    (("explain", "MTG-01", "--unit", "YS-B07"), "a finding without its folder; accepted: zh"),
    (("explain", "MTG-01", COUNTY, "--unit", "YS-B07"), "a finding without its day"),
    (FINDING, "MTG-01 demands nothing of YS-B07 in 2017 by the rules then in force; accepted: "),
    ((*FINDING, "--rules-of", "2026-01-01", "--window", "2017-05"),
     "in the window 2017-05; accepted: 2017-Q1, 2017-Q2, 2017-Q3, 2017-Q4"),
    (("ledger", COUNTY), "missing: KIND"),
    (("ledger", COUNTY, "meting", "--period", "2017"), r"'meting' \(did you mean 'meetings'\?\)"),
    (("ledger", COUNTY, "dues", "--period", "2017", "--cluster", "PZ99"), "no such cluster: 'PZ9"),
    (("ledger", COUNTY, "dues", "--period", "2017", "--cluster", "PZ01", "--unit", "YS-B01"),
     "more than one of unit, within and cluster"),
    (("ledger", COUNTY, "visits", "--period", "2017", "--show", "reason"),
     r"no such Sensitive: 'reason' \(did you mean 'reasons'\?\)"),
    (("ledger", COUNTY, "dues", "--period", "2017", "--pseudonym-key-file", "no"), "no: found no"),
    (("calendar", "1700"), "accepted: the lunar years 1850 to 2200"),
    (("calendar", "2027", "--arrangement", "no.json"), "no.json: no such file"),
    (("calendar", "--lang", "fr"), "--lang: no such language: 'fr'; accepted: zh, en"),
]


@pytest.mark.parametrize("args, said", WRONG)
def test_what_is_wrong_is_said_in_one_sentence(args, said, tmp_path):
    done = run(*args, language="en", cwd=tmp_path)
    assert done.returncode == 2 and done.stdout == ""
    assert done.stderr.count("\n") == 1 and "Traceback" not in done.stderr
    assert re.search(said, done.stderr)
    assert list(tmp_path.iterdir()) == []


def test_what_is_wrong_is_said_in_chinese_too():
    assert run("check", COUNTY).stderr == "缺少--as-of；用法见python -m zhibu check --help\n"
    assert run("check", COUNTY, "--as").stderr.startswith("没有选项'--as'（是否指'--as-of'？）")
    assert run("check", COUNTY, "--as-of").stderr.startswith("选项'--as-of'后缺少值")
    assert run("check", COUNTY, "--help=1").stderr.startswith("选项'--help'不带值")
    assert run("check", COUNTY, "多").stderr.startswith("缺少--as-of")


def test_a_folder_with_faults_gets_the_list_of_the_library(tmp_path):
    (tmp_path / "units.csv").write_text("code,name,kind\nB1,一支部,brunch\n", "utf-8")
    done = run("check", tmp_path, "--as-of", "2017-09-30", language="en")
    assert done.returncode == 2 and done.stdout == ""
    assert len(done.stderr.splitlines()) > 1
    assert all(line.startswith(str(tmp_path)) for line in done.stderr.splitlines())


def test_an_argument_that_is_no_utf_8_is_named():
    done = subprocess.run([*PROGRAM, "check", b"\xff", "--as-of", "2017-09-30"],
                          capture_output=True, encoding="utf-8", env=environment(LC_ALL="C.UTF-8"))
    assert done.returncode == 2 and "not UTF-8: '\\udcff'" in done.stderr


def test_no_command_is_wrong_usage_and_shows_the_help():
    done = run(language="en")
    assert done.returncode == 2 and done.stdout == ""
    assert done.stderr.startswith("Usage: python -m zhibu [OPTIONS] COMMAND")


def test_without_click_one_sentence_says_how_to_install_it():
    script = ("import runpy, sys; sys.modules['click'] = None; sys.argv = ['zhibu', '--help']; "
              "runpy.run_module('zhibu', run_name='__main__')")
    done = run(program=(sys.executable, "-c", script))
    assert done.returncode == 2 and done.stdout == ""
    assert done.stderr == ("the command line needs click; install it by pip install 'zhibu[cli]', "
                           "or in Debian apt-get install python3-click python3-rich\n")


def test_a_library_that_a_form_needs_is_named(tmp_path):
    script = ("import runpy, sys; sys.modules['openpyxl'] = None; sys.argv[0] = 'zhibu'; "
              "runpy.run_module('zhibu', run_name='__main__')")
    done = run(*PLAN, "--out", tmp_path / "plan.xlsx", program=(sys.executable, "-c", script))
    assert done.returncode == 2 and done.stderr.startswith("reading and writing .xlsx needs openpy")
    assert list(tmp_path.iterdir()) == []


def test_a_pipe_that_is_closed_early_is_no_fault():
    with subprocess.Popen([*PROGRAM, *map(str, AUDIT)], stdout=subprocess.PIPE,
                          stderr=subprocess.PIPE, env=environment()) as running:
        assert running.stdout.readline() != b""
        running.stdout.close()
        assert running.stderr.read() == b""
        assert running.wait() == 141


def test_a_disk_that_is_full_is_said():
    with open("/dev/full", "w") as full:
        done = subprocess.run([*PROGRAM, "calendar"], stdout=full, stderr=subprocess.PIPE,
                              encoding="utf-8", env=environment())
    assert (done.returncode, done.stderr) == (2, "cannot be written: No space left on device\n")


def take_ctrl_c():
    """Also where the tests were started in the background, which ignores it."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


def test_ctrl_c_ends_with_130_and_says_nothing(tmp_path):
    key = tmp_path / "key"
    os.mkfifo(key)
    asked = ("ledger", COUNTY, "members", "--period", "2017", "--pseudonym-key-file", key)
    with subprocess.Popen([*PROGRAM, *map(str, asked)], stdout=subprocess.PIPE,
                          stderr=subprocess.PIPE, env=environment(),
                          preexec_fn=take_ctrl_c) as running:
        writing = os.open(key, os.O_WRONLY)  # which waits until the command reads
        time.sleep(0.2)
        running.send_signal(signal.SIGINT)
        assert running.wait() == 130
        assert (running.stdout.read(), running.stderr.read()) == (b"", b"")
        os.close(writing)
