# SPDX-License-Identifier: BSL-1.0
"""What the READMEs show is true: their snippets run and say what is printed below them."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

REPO = Path(__file__).resolve().parent.parent
READMES = [REPO / "README.md", REPO / "README.zh-CN.md"]


def blocks(readme, language):
    text = readme.read_text(encoding="utf-8")
    return re.findall(rf"^```{language}\n(.*?)^```$", text, re.MULTILINE | re.DOTALL)


def snippet(language):
    (only,) = blocks(READMES[0], language)
    return only


def promised():
    """What both snippets print: the first block of plain text."""
    return blocks(READMES[0], "text")[0]


@pytest.fixture
def folder(tmp_path):
    """A folder in which the county lies where the snippets look for it."""
    (tmp_path / "examples").symlink_to(REPO / "examples")
    return tmp_path


def run(command, folder):
    done = subprocess.run(command, cwd=folder, capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout


def built_library():
    build = os.environ.get("ZHIBU_BUILD_DIR")
    if build is None:
        pytest.skip("ZHIBU_BUILD_DIR does not say where zhibu was built")
    for name in ("libzhibu.a", "libzhibu.so"):
        if (Path(build) / name).exists():
            return Path(build)
    return pytest.fail(f"no libzhibu.a and no libzhibu.so in {build}")


def compiler():
    found = os.environ.get("CXX") or shutil.which("c++") or shutil.which("g++")
    if found is None:
        pytest.skip("no C++ compiler on the PATH")
    return found


def test_both_readmes_show_the_same_code_and_say_the_same_of_it():
    for language in ("cpp", "python", "pycon", "cmake", "text"):
        assert blocks(READMES[0], language) == blocks(READMES[1], language) != []


def test_both_readmes_have_the_same_sections_and_links():
    def shape(readme):
        text = re.sub(r"^```.*?^```$", "", readme.read_text(encoding="utf-8"), flags=re.M | re.S)
        levels = [len(mark) for mark in re.findall(r"^(#+) ", text, re.MULTILINE)]
        links = [link for link in re.findall(r"\]\((.*?)\)", text) if "README" not in link]
        return levels, links, len(re.findall(r"^- ", text, re.MULTILINE))

    assert shape(READMES[0]) == shape(READMES[1])


@pytest.mark.parametrize("readme", READMES, ids=lambda readme: readme.name)
def test_every_file_that_is_named_is_there(readme):
    text = readme.read_text(encoding="utf-8")
    named = re.findall(r"`((?:src|include|examples|tests)/[\w./-]*)`", text)
    named += re.findall(r"^bash (\S+)", text, re.MULTILINE) + re.findall(r"\]\((.*?)\)", text)
    assert len(named) > 8
    assert [name for name in named if not (REPO / name).exists()] == []


def test_the_cpp_snippet_compiles_and_says_what_is_promised(folder):
    build = built_library()
    (folder / "main.cpp").write_text(snippet("cpp"), encoding="utf-8")
    compile_it = [compiler(), "-std=c++20", f"-I{REPO / 'include'}", "main.cpp", "-o", "main",
                  f"-L{build}", f"-Wl,-rpath,{build}", "-lzhibu"]
    run(compile_it, folder)
    assert run(["./main"], folder) == promised()
    assert (folder / "out" / "plan-2026.ics").read_bytes().startswith(b"BEGIN:VCALENDAR\r\n")


def test_the_python_snippet_says_what_is_promised(folder):
    pytest.importorskip("zhibu", reason="the Python module is not built, or not on PYTHONPATH")
    assert run([sys.executable, "-X", "utf8", "-c", snippet("python")], folder) == promised()
    assert (folder / "out" / "plan-2026.ics").read_bytes().startswith(b"BEGIN:VCALENDAR\r\n")


SESSIONS = ["frames", "organizations", "verdicts", "ledgers", "days"]


@pytest.mark.parametrize("session", blocks(READMES[0], "pycon"), ids=SESSIONS)
def test_a_session_says_what_is_promised(folder, session):
    pytest.importorskip("zhibu", reason="the Python module is not built, or not on PYTHONPATH")
    for library in ("numpy", "polars"):
        if f"import {library}" in session or library == "numpy":
            pytest.importorskip(library, reason=f"{library} is not installed")
    (folder / "session.txt").write_text(session, encoding="utf-8")
    run([sys.executable, "-X", "utf8", "-m", "doctest", "session.txt"], folder)
