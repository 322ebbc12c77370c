# SPDX-License-Identifier: BSL-1.0
"""The documentation: it is built without a warning, its code runs, its two languages say the same,
nothing public is missing from its reference, no link of it is dead, and a browser shows it well."""

import doctest
import importlib.util
import os
import re
import shutil
import subprocess
import sys
from collections import Counter
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest

REPO = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(REPO / "tests/docs"), str(REPO / "tests/python"), str(REPO / "python/docs")]

import chromium as chromium_pages  # noqa: E402
import declared  # noqa: E402
import doxygen_filter  # noqa: E402
import pages  # noqa: E402
from pages import LANGUAGES, SITE  # noqa: E402

zhibu = pytest.importorskip("zhibu", reason="the module is not built, or not on PYTHONPATH")

# What the code of a page needs besides zhibu and Python.
NEEDS = {"howto/roster": ["openpyxl"], "howto/frames": ["numpy", "pandas"],
         "howto/arrow": ["polars", "duckdb"],
         "howto/plots": ["zhibu.plot", "matplotlib"], "howto/command_line": ["zhibu.cli", "click"]}

# Lines of shell that no test runs, and why.
NOT_RUN = {
    "bash examples/run.sh": "installs packages; the county test runs what it runs",
    "cmake --build --preset release --target tutorial": "builds the library once more",
    "PYTHONPATH=build/release/python python3 examples/tutorial.py": "run, from another folder",
    "build/release/examples/tutorial": "run, from another folder",
    "cmake -B build/install -DCMAKE_BUILD_TYPE=Release -DZHIBU_BUILD_TESTS=OFF "
    "-DZHIBU_BUILD_EXAMPLES=OFF -DZHIBU_BUILD_PYTHON=OFF": "the consumer tests do the same",
    "cmake --build build/install": "the consumer tests do the same",
    'cmake --install build/install --prefix "$HOME/zhibu"': "the consumer tests do the same",
    'export PKG_CONFIG_PATH="$HOME/zhibu/lib/pkgconfig"': "needs what was installed",
    "g++ -std=c++20 main.cpp $(pkg-config --cflags --libs zhibu)": "needs what was installed",
}

# Where the sources of the calendar were published.
OUTSIDE = {"www.gov.cn", "zh.wikisource.org", "web.archive.org"}


def require(page):
    for module in NEEDS.get(page, []):
        parts = module.split(".")
        found = all(importlib.util.find_spec(".".join(parts[: i + 1])) for i in range(len(parts)))
        if not found:
            pytest.skip(f"{page} needs {module}, which is not there")
    if page == "howto/arrow" and not hasattr(zhibu.Findings, "__arrow_c_stream__"):
        pytest.skip("this zhibu passes no tables by Arrow")


@pytest.fixture(scope="session")
def site():
    """The site, built of what stands here; what has not changed is not built again."""
    for module in ("sphinx", "myst_parser", "sphinx_rtd_theme"):
        if importlib.util.find_spec(module) is None:
            pytest.skip(f"{module} is not installed for this Python")
    if shutil.which("doxygen") is None:
        pytest.skip("doxygen is not installed")
    done = subprocess.run([sys.executable, "python/docs/build.py"], cwd=REPO, text=True,
                          capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """A folder in which the repository's examples and sources lie where the pages look for them."""
    for name in ("examples", "src"):
        (tmp_path / name).symlink_to(REPO / name)
    monkeypatch.chdir(tmp_path)
    return tmp_path


# --- the code ---

@pytest.mark.parametrize("page", [p for p in pages.written("zh") if pages.blocks("pycon", p)])
def test_the_session_of_a_page_says_what_stands_below_each_line(folder, page):
    require(page)
    session = doctest.DocTestParser().get_doctest("\n".join(pages.blocks("pycon", page)),
                                                  {"__name__": "__main__"}, page, page, 0)
    said = []
    runner = doctest.DocTestRunner()
    assert runner.run(session, out=said.append).failed == 0, "".join(said)


def test_the_commands_print_what_stands_below_them(folder):
    require("howto/command_line")
    for block in pages.blocks("console", "howto/command_line"):
        for command, promised in re.findall(r"^\$ (.*)\n((?:(?!\$ ).*\n)*)", block, re.MULTILINE):
            ran = command.replace("python3 ", f"{sys.executable} ", 1)
            done = subprocess.run(ran, shell=True, capture_output=True, encoding="utf-8",
                                  check=False)
            assert done.stdout + done.stderr == promised, command


def test_both_tutorials_print_what_the_page_promises(folder):
    promised = "".join(pages.blocks("text", "tutorial"))
    programs = [[sys.executable, "examples/tutorial.py", "out-python"]]
    built = Path(os.environ.get("ZHIBU_BUILD_DIR", "")) / "examples/tutorial"
    if built.is_file():
        programs.append([str(built), "out-cpp"])
    for program in programs:
        done = subprocess.run(program, capture_output=True, encoding="utf-8", check=False)
        assert (done.stdout, done.stderr) == (promised, ""), program
        assert len(list(folder.joinpath(program[-1]).glob("tutorial.*"))) == 3


def test_all_other_code_is_of_a_kind_that_something_holds():
    held = {"pycon", "console", "sh", "text", "{toctree}", "{literalinclude}", "{include}"}
    for language in LANGUAGES:
        for page in pages.written(language):
            kinds = {kind for kind, _, _ in pages.fences(language, page)}
            assert kinds <= held, page
            assert "text" not in kinds or page == "tutorial"


def test_every_line_of_shell_that_is_not_run_is_listed_with_its_reason():
    shown = {line for page in pages.written("zh") for block in pages.blocks("sh", page)
             for line in block.splitlines()}
    assert shown == set(NOT_RUN)


# --- two languages ---

def test_both_languages_have_the_same_pages(site):
    assert pages.written("zh") == pages.written("en")
    assert pages.built("zh") == pages.built("en")


@pytest.mark.parametrize("page", pages.written("zh"))
def test_both_languages_show_the_same_code_under_the_same_headings_and_lead_to_the_same(page):
    def shape(language):
        prose = pages.without_fences(language, page)
        return (pages.fences(language, page), re.findall(r"^#+(?= )", prose, re.MULTILINE),
                sorted(re.findall(r"\]\((.*?)\)", prose)), len(re.findall(r"^- ", prose, re.M)))

    assert shape("zh") == shape("en")


def test_generated_pages_have_as_many_headings_and_names_in_both_languages(site):
    for page in set(pages.built("zh")) - {"genindex", "py-modindex", "search"}:
        zh, en = (pages.html(f"{language}/{page}.html") for language in LANGUAGES)
        assert (zh.headings, zh.names) == (en.headings, en.names), page


# --- the reference ---

def test_nothing_public_of_a_header_is_missing_from_the_reference(site):
    for layer in sorted(set(map(declared.layer, declared.headers()))):
        public = sum(map(declared.names, declared.headers(layer)), Counter())
        if layer == "serialization":  # declares a template before it defines it, and guides
            public = Counter(set(public))
        assert public - pages.html(f"en/cpp/{layer}.html").names == Counter(), layer


def test_a_name_that_no_header_has_is_not_in_the_reference():
    names = declared.names("zhibu/organization/roster.hpp")
    assert (names["load"], names["as_of"], names["merge"], names["add"]) == (1, 2, 1, 17)
    assert not set(names) & {"columns_", "unique_ptr", "Unit"}


def test_nothing_public_of_the_module_is_missing_from_the_reference(site):
    ids = set().union(*(pages.html(f"en/{page}.html").ids for page in pages.built("en")
                        if page.startswith("python/")))
    missing = [name for name in zhibu.__all__ if f"zhibu.{name}" not in ids]
    for name in zhibu.__all__:
        thing = getattr(zhibu, name)
        if isinstance(thing, type):
            missing += [f"{name}.{own}" for own in vars(thing)
                        if not own.startswith("_") and f"zhibu.{name}.{own}" not in ids
                        and own not in ("name", "value", "zh", "en")]
    for file in (REPO / "python/zhibu").glob("[!_]*.py"):
        module = f"zhibu.{file.stem}"
        public = re.search(r"^__all__ = (\[.*?\])", file.read_text("utf-8"), re.M | re.S)
        missing += [name for name in re.findall(r'"(\w+)"', public[1])
                    if f"{module}.{name}" not in ids]
    assert missing == []


def test_what_a_header_says_stands_in_the_reference_word_for_word(site):
    text = " ".join(pages.html("zh/cpp/organization.html").text.split())
    for header in declared.headers("organization"):
        for sentence in declared.sentences(header):
            assert sentence in text, header


# --- the rulebook ---

@pytest.mark.parametrize("language", LANGUAGES)
def test_every_rule_stands_on_its_page_in_the_words_of_the_library(site, language):
    page = pages.html(f"{language}/rulebook.html")
    text = "".join(page.text.split())
    book = zhibu.Rulebook.national()
    for rule in [*book, *book.requirements(), *book.undecided()]:
        assert f"rule-{rule.code}".lower() in page.ids, rule.code
        words = zhibu.explain(rule, language=getattr(zhibu.Language, language))
        name = rule.name if language == "zh" else rule.name_en
        said = words.removeprefix(f"{rule.code} ").removeprefix(name).lstrip("。. ")
        assert "".join(said.split()) in text, rule.code
        assert "".join(name.split()) in text, rule.code


# --- links ---

def _target(page, link):
    path = unquote(urlsplit(link).path)
    there = (SITE / page).parent / path if path else SITE / page
    return there.resolve(), unquote(urlsplit(link).fragment)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_link_leads_somewhere_and_few_lead_outside(site, language):
    for page in pages.built(language):
        path = f"{language}/{page}.html"
        read = pages.html(path)
        for link in read.links + read.loaded:
            if urlsplit(link).scheme:
                assert urlsplit(link).hostname in OUTSIDE and page == "calendar", (page, link)
                continue
            file, anchor = _target(path, link)
            assert file.is_file(), (page, link)
            if anchor and file.suffix == ".html":
                ids = pages.html(file.relative_to(SITE).as_posix()).ids
                assert anchor in ids, (page, link)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_file_that_is_named_is_there(language):
    named = {name for page in pages.written(language)
             for name in re.findall(r"`((?:src|include|examples|tests|python)/[\w./-]+)`",
                                    pages.without_fences(language, page))}
    assert len(named) > 8
    assert [name for name in named if not (REPO / name).exists()] == []


def test_the_site_does_not_say_where_it_was_built(site):
    for language in LANGUAGES:
        for page in pages.built(language):
            assert str(REPO) not in (SITE / f"{language}/{page}.html").read_text("utf-8"), page


# --- how Doxygen is shown the headers ---

def test_a_comment_above_documents_and_a_comment_behind_documents_what_it_stands_behind():
    shown = doxygen_filter.filtered("// One day.\nstruct Day {\n  int n;  // of the month\n};\n")
    assert shown == ("/// @verbatim\n/// One day.\n/// @endverbatim\nstruct Day {\n  int n;\n"
                     "    ///< @verbatim\n    /// of the month\n    /// @endverbatim\n};\n")


def test_a_declaration_shares_the_comment_above_its_neighbour_unless_a_line_is_empty():
    head = "// Both.\nint f();\n"
    assert doxygen_filter.SAME in doxygen_filter.filtered(head + "int g();\n")
    assert doxygen_filter.SAME not in doxygen_filter.filtered(head + "\nint g();\n")


def test_a_comment_that_stands_by_itself_is_of_the_file():
    assert doxygen_filter.filtered("// Of all.\n\nint f();\n").startswith("/// @file\n")
    assert "@file" not in doxygen_filter.filtered("// Of f.\nint f();\n")


def test_what_is_looked_for_in_chinese_is_cut_into_the_pairs_that_are_indexed():
    pytest.importorskip("sphinx", reason="sphinx is not installed for this Python")
    from search_zh import Pairs

    words = Pairs({}).split("党员大会 MTG-01")
    assert {"党员", "员大", "大会", "MTG", "01"} <= set(words)


# --- in a browser ---

@pytest.fixture(scope="session")
def chromium(site):
    if chromium_pages.program() is None:
        pytest.skip("no Chromium: the pages are not looked at")
    with chromium_pages.Chromium() as running:
        yield running


def _opened(chromium, path, width=1280, height=900):
    page = chromium.open(SITE / path, width=width, height=height)
    assert page.complaints == [], path
    assert [r for r in page.requests if not r.startswith(("file:", "data:"))] == [], path
    return page


# Of the reference the pages with the longest signatures and the longest names; all are made alike.
SEEN = [*pages.written("zh"), "anchors", "calendar", "rulebook", "cpp/organization",
        "cpp/serialization", "python/record"]


def test_a_page_stays_within_a_phone_and_a_desk_and_asks_no_network(chromium):
    for name in SEEN:
        page = _opened(chromium, f"zh/{name}.html")
        for width in (1280, 390):
            page.ask("Emulation.setDeviceMetricsOverride", width=width, height=844,
                     deviceScaleFactor=1, mobile=width < 600)
            seen = page.evaluate("[document.documentElement.scrollWidth, innerWidth]")
            assert seen[0] <= seen[1] == width, (name, seen)


def test_chinese_is_drawn_as_its_characters_and_not_as_boxes(chromium):
    drawn = _opened(chromium, "zh/index.html").evaluate("""['党', '支', ' '].map(character => {
      const canvas = document.createElement('canvas'), pen = canvas.getContext('2d');
      pen.font = '40px ' + getComputedStyle(document.body).fontFamily;
      pen.fillText(character, 10, 60);
      return canvas.toDataURL();
    })""")
    assert len(set(drawn)) == 3


def test_the_language_switch_leads_to_the_same_page_and_back(chromium):
    for page in ("index", "howto/roster", "cpp/time"):
        for language in LANGUAGES:
            other = LANGUAGES[language == "zh"]
            opened = _opened(chromium, f"{language}/{page}.html")
            there = opened.evaluate("document.querySelector('.language a').href")
            assert there == (SITE / f"{other}/{page}.html").as_uri()


def test_one_of_two_languages_of_code_is_shown_and_the_other_on_request(chromium):
    page = _opened(chromium, "en/tutorial.html")
    shown = """[...document.querySelectorAll('.both [data-language]')]
               .filter(e => e.getClientRects().length).map(e => e.dataset.language)"""
    before = page.evaluate(shown)
    page.evaluate("document.querySelectorAll('.both .tabs button')[1].click()")
    after = page.evaluate(shown)
    assert (set(before), set(after)) == ({"Python"}, {"C++"}) and len(before) == len(after) == 6


def test_the_rulebook_is_narrowed_to_the_rules_that_hold_what_is_typed(chromium):
    page = _opened(chromium, "zh/rulebook.html")
    left = page.evaluate("""(() => {
      const input = document.querySelector('p.filter input');
      input.value = 'MTG-01'; input.dispatchEvent(new Event('input'));
      return [...document.querySelectorAll('.rule')].filter(e => e.getClientRects().length)
        .map(e => e.querySelector('strong').textContent);
    })()""")
    book = zhibu.Rulebook.national()
    assert left == [rule.code for rule in book if "MTG-01" in zhibu.explain(rule)]


@pytest.mark.parametrize(("language", "words", "found"), [
    ("zh", "党员大会", "rulebook.html"), ("zh", "as_of", "cpp/organization.html"),
    ("en", "arrangement", "howto/arrangement.html")])
def test_the_search_finds(chromium, language, words, found):
    page = _opened(chromium, f"{language}/search.html")
    links = page.evaluate("""(async () => {
      Search.performSearch(%r);
      for (let i = 0; i < 100 && !document.querySelector('.search-summary')?.textContent; ++i)
        await new Promise(done => setTimeout(done, 50));
      await new Promise(done => setTimeout(done, 500));
      return [...document.querySelectorAll('#search-results a')].map(a => a.getAttribute('href'));
    })()""" % words)
    assert any(link.split("?")[0].split("#")[0] == found for link in links), links[:20]
