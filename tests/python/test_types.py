# SPDX-License-Identifier: BSL-1.0
"""The examples and the package satisfy the two type checkers that editors and projects use."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import zhibu

REPO = Path(__file__).resolve().parents[2]
EXAMPLES = sorted(map(str, (REPO / "examples").glob("*.py")))
PACKAGES = str(Path(zhibu.__file__).parents[1])

WRONG = """from typing import List

import zhibu
import zhibu.html

ledgers: List[zhibu.Ledger] = []
print(zhibu.title(2026))
zhibu.html.write_ledgers("page.html", ledgers, language="zh")
"""


@pytest.fixture
def wrong(tmp_path):
    """A program that gives zhibu a number and a text where a period and a language belong."""
    file = tmp_path / "wrong.py"
    file.write_text(WRONG, "utf-8")
    return str(file)


def run(command, folder):
    return subprocess.run(command, capture_output=True, encoding="utf-8", cwd=folder, env={
        **os.environ, "MYPYPATH": PACKAGES, "PYTHONPATH": PACKAGES})


@pytest.fixture
def mypy(tmp_path):
    pytest.importorskip("mypy", reason="mypy is not installed: apt-get install python3-mypy")
    return lambda *files: run([sys.executable, "-m", "mypy", "--strict", *files], tmp_path)


@pytest.fixture
def pyright(tmp_path):
    beside = Path(sys.executable).with_name("pyright")
    program = str(beside) if beside.exists() else shutil.which("pyright")
    if program is None:
        pytest.skip("pyright is not installed: pip install 'pyright[nodejs]'")
    return lambda *files: run([program, "--pythonpath", sys.executable, *files], tmp_path)


def test_mypy_has_nothing_to_say_of_the_examples(mypy):
    done = mypy(*EXAMPLES)
    assert done.stdout == f"Success: no issues found in {len(EXAMPLES)} source files\n"
    assert done.returncode == 0


def test_mypy_reports_a_wrong_argument(mypy, wrong):
    done = mypy(wrong)
    assert done.returncode == 1
    assert 'wrong.py:7: error: Argument 1 to "title" has incompatible type "int"' in done.stdout
    assert 'wrong.py:8: error: Argument "language" to "write_ledgers" has' in done.stdout
    assert "Found 2 errors in 1 file" in done.stdout


def test_pyright_has_nothing_to_say_of_the_examples(pyright):
    done = pyright(*EXAMPLES)
    assert done.stdout.endswith("0 errors, 0 warnings, 0 informations\n")
    assert done.returncode == 0


def test_pyright_finds_no_error_in_the_package_by_the_oldest_python_it_runs_on(pyright):
    for module in ("click", "rich"):
        pytest.importorskip(module, reason=f"{module} is not installed, which the command needs")
    done = pyright("--pythonversion", "3.9", "--level", "error", str(Path(zhibu.__file__).parent))
    assert done.stdout.endswith("0 errors, 0 warnings, 0 informations\n")
    assert done.returncode == 0


def test_pyright_reports_a_wrong_argument(pyright, wrong):
    done = pyright(wrong)
    assert done.returncode == 1
    assert "wrong.py:7:19 - error: Argument of type" in done.stdout
    assert "wrong.py:8:57 - error: Argument of type" in done.stdout
    assert "2 errors, 0 warnings" in done.stdout
