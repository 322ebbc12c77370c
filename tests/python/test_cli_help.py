# SPDX-License-Identifier: BSL-1.0
"""The help says everything in both languages, in lines that fit, and shells complete commands."""

import os
import re
import shutil
import subprocess
import sys
from importlib import metadata

import pytest
from command_line import COUNTY, environment, run

click = pytest.importorskip("click", reason="click is not installed")

from zhibu import _cli_text  # noqa: E402
from zhibu._cli_commands import commands  # noqa: E402

CHINESE = re.compile("[\u4e00-\u9fff]")
COMMANDS = ("check", "plan", "audit", "explain", "ledger", "calendar")


def texts(language):
    """All that the help of all commands says, each by its place: command, part and name."""
    tree = commands(language)
    for command in [tree, *tree.commands.values()]:
        with click.Context(command, info_name=command.name) as context:
            yield (command.name, "about", ""), command.about
            yield (command.name, "short", ""), command.short
            for param in command.get_params(context):
                yield (command.name, "parameter", param.name), param.help
            for at, section in enumerate(command.sections):
                yield (command.name, "heading", at), section.heading
                for row, (term, meaning) in enumerate(section.rows):
                    yield (command.name, "term", (at, row)), term
                    yield (command.name, "meaning", (at, row)), meaning


def test_every_command_and_option_is_told_in_both_languages():
    zh, en = dict(texts("zh")), dict(texts("en"))
    assert zh.keys() == en.keys() and len(zh) > 130
    for place, text in zh.items():
        other = en[place]
        assert not CHINESE.search(other), place
        if place[1] in ("heading", "parameter", "about") or text != other:
            assert CHINESE.search(text) and (other or place[0] == "zhibu"), place
        else:  # what is typed is the same in both
            assert not CHINESE.search(text), place


def help_of(name, language):
    command = commands(language).commands[name]
    with click.Context(command, info_name=f"zhibu {name}") as context:
        return command.get_help(context)


def test_every_command_has_its_options_in_its_help():
    for language in ("zh", "en"):
        for name, command in commands(language).commands.items():
            told = help_of(name, language)
            with click.Context(command) as context:
                for param in command.get_params(context):
                    is_option = isinstance(param, click.Option)
                    assert (param.opts[0] if is_option else param.name.upper()) in told
            assert ("用法：" in told, "Usage:" in told) == (language == "zh", language == "en")


def test_the_help_in_chinese_has_no_heading_in_english_and_the_other_way_round():
    for name in ("", *COMMANDS):
        asked = [name, "--help"] if name else ["--help"]
        zh, en = run(*asked, language="zh"), run(*asked, language="en")
        assert (zh.returncode, zh.stderr, en.returncode, en.stderr) == (0, "", 0, "")
        assert not CHINESE.search(en.stdout)
        for heading in ("Usage", "Options", "Commands", "Arguments", "Exit codes", "OPTIONS"):
            assert heading not in zh.stdout


def test_the_language_is_that_asked_for_wherever_it_stands_or_that_of_the_locale():
    for args in (("--lang", "zh", "audit", "--help"), ("audit", "--help", "--lang=zh"),
                 ("audit", "--lang", "zh", "--help")):
        assert run(*args, language="en").stdout.startswith("用法：")
    assert run("--help", language="en").stdout.startswith("Usage: ")
    of_locale = {("zh_CN.UTF-8", ""): "zh", ("zh_TW.UTF-8", ""): "zh", ("C.UTF-8", ""): "en",
                 ("de_DE", ""): "en", ("zh_CN", "en_US.UTF-8"): "en", ("C", "zh_CN"): "zh"}
    for (lang, all_), language in of_locale.items():
        assert _cli_text.language_of([], {"LANG": lang, "LC_ALL": all_}) == language
    assert _cli_text.language_of(["--lang", "en"], {"LANG": "zh_CN"}) == "en"
    assert _cli_text.language_of(["--", "--lang", "en"], {"LANG": "zh_CN"}) == "zh"


def test_the_exit_codes_are_documented():
    for language in ("zh", "en"):
        general = run("--help", language=language).stdout
        assert all(re.search(rf"^  {code} +\S", general, re.M) for code in (0, 1, 2, 130))
        for name in ("check", "audit"):
            told = run(name, "--help", language=language).stdout
            assert all(re.search(rf"^  {code} +\S", told, re.M) for code in (0, 1, 2))


@pytest.mark.parametrize("width", [60, 80, 100])
def test_the_lines_of_the_help_fit_the_terminal_in_both_languages(width, monkeypatch):
    monkeypatch.setenv("COLUMNS", str(width))
    for language in ("zh", "en"):
        for name in COMMANDS:
            told = help_of(name, language)
            above, _, examples = told.partition("示例：" if language == "zh" else "Examples:")
            assert examples
            for line in above.splitlines():
                assert _cli_text.columns(line) < width, line


def test_what_options_mean_stands_in_one_column(monkeypatch):
    monkeypatch.setenv("COLUMNS", "80")
    _, _, options = help_of("audit", "zh").partition("选项：\n")
    lines = options.partition("\n\n")[0].splitlines()
    starts = {len(line) - len(line.lstrip()) if line.startswith("   ") else
              re.match(r"  (--\S+(?:, -h|, -v)?(?: \S+)?) +", line).end() for line in lines}
    assert len(starts) == 1 and len(lines) > 15


def test_a_wrapped_text_keeps_all_of_it_within_the_width():
    text = ("党员大会一般每季度召开1次，《中国共产党支部工作条例（试行）》第11条；R2017-0583（2017-04-05）："
            "不在应办期限内 and words of English， " + "x" * 50)
    for width in range(4, 80):
        lines = _cli_text.wrap(text, width)
        assert "".join(lines).replace(" ", "") == text.replace(" ", "")
        assert all(_cli_text.columns(line) <= width for line in lines)
        if width > 30:
            assert not any(line.startswith(("，", "；", "：", "）", "》")) for line in lines)
            assert not any(line.endswith(("（", "《")) for line in lines)
    assert _cli_text.wrap("short", 80) == ["short"]


def test_columns_are_counted_as_terminals_count_them():
    assert _cli_text.columns("abc") == 3 and _cli_text.columns("支部（一）") == 10
    assert _cli_text.columns("〔2025〕7号") == 11 and _cli_text.columns("e\u0301") == 1
    rich = pytest.importorskip("rich.cells", reason="Rich is not installed")
    for text in ("县委宣传部离退休干部党支部", "R2017-0583（2017-04-05）：已作废", "2026-Q1 …"):
        assert _cli_text.columns(text) == rich.cell_len(text)


def test_the_version_is_told_or_that_there_is_none():
    done = run("--version", language="en")
    try:
        told = "zhibu " + metadata.version("zhibu")
    except metadata.PackageNotFoundError:
        told = "zhibu, not installed, from a build tree"
    assert (done.returncode, done.stdout) == (0, told + "\n")


# --- completion ---

@pytest.fixture
def zhibu_on_path(tmp_path):
    """A program of that name, as the installed package has it."""
    program = tmp_path / "bin" / "zhibu"
    program.parent.mkdir()
    program.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m zhibu "$@"\n')
    program.chmod(0o755)
    return environment(PATH=f"{program.parent}:{os.environ['PATH']}", LANG="zh_CN.UTF-8",
                       HOME=str(tmp_path), XDG_CONFIG_HOME=str(tmp_path),
                       XDG_DATA_HOME=str(tmp_path))


def in_shell(shell, script, variables):
    if shutil.which(shell) is None:
        pytest.skip(f"no {shell} here")
    done = subprocess.run([shell, "-c", script], capture_output=True, encoding="utf-8",
                          env=variables)
    assert (done.returncode, done.stderr) == (0, "")
    return done.stdout.split()


def test_the_line_for_bash_completes_commands_units_rules_and_kinds(zhibu_on_path):
    line = 'eval "$(_ZHIBU_COMPLETE=bash_source zhibu)"'
    assert line in run("--help").stdout
    words = {f"zhibu audit {COUNTY} --unit YS-B0": "YS-B07", "zhibu au": "audit",
             f"zhibu audit {COUNTY} --rule SR": "SR-01", "zhibu explain LIFE": "LIFE-01",
             f"zhibu ledger {COUNTY} mee": "meetings", f"zhibu check {COUNTY} --as": "--as-of",
             f"zhibu ledger {COUNTY} meetings --cluster P": "PZ03",
             f"zhibu audit {COUNTY} --standing sat": "satisfied_late"}
    for typed, meant in words.items():
        script = (f"{line}; COMP_WORDS=({typed}); COMP_CWORD=$((${{#COMP_WORDS[@]}} - 1)); "
                  'compopt() { :; }; _zhibu_completion zhibu; echo "${COMPREPLY[@]}"')
        found = in_shell("bash", script, zhibu_on_path)
        assert meant in found and all(word.startswith(typed.split()[-1]) for word in found)


def test_the_line_for_fish_completes_with_what_words_mean(zhibu_on_path):
    line = "_ZHIBU_COMPLETE=fish_source zhibu | source"
    assert line in run("--help").stdout
    found = in_shell("fish", f"{line}; complete -C 'zhibu ledger {COUNTY} mee'", zhibu_on_path)
    assert found == ["meetings", "三会一课记录"]


def test_the_line_for_zsh_defines_a_completion(zhibu_on_path):
    line = 'eval "$(_ZHIBU_COMPLETE=zsh_source zhibu)"'
    assert line in run("--help").stdout
    # -D: it writes no file; what it is told to write to, it replaces, whatever that is.
    script = f"autoload -U compinit; compinit -u -D; {line}; echo $_comps[zhibu]"
    assert in_shell("zsh", script, zhibu_on_path) == ["_zhibu_completion"]


def test_a_folder_that_is_not_there_completes_to_nothing():
    done = run(COMP_WORDS="zhibu audit /no --unit Y", COMP_CWORD="4",
               _ZHIBU_COMPLETE="bash_complete")
    assert (done.returncode, done.stdout.strip(), done.stderr) == (0, "", "")


def test_the_help_starts_without_what_only_a_command_needs():
    script = ("import sys, zhibu.cli; zhibu.cli.main(['audit', '--help']); "
              "sys.stderr.write(' '.join({'rich', 'openpyxl', 'jinja2', 'json', 'numpy',"
              "'matplotlib', 'zhibu._cli_answers', 'zhibu._cli_output'} & set(sys.modules)))")
    done = run(program=(sys.executable, "-c", script))
    assert done.stdout and done.stderr == ""
