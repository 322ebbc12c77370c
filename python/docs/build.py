# SPDX-License-Identifier: BSL-1.0
"""Builds the site into build/docs/: zh/ and en/ beside one another, and an index that chooses.

    PYTHONPATH=build/dev/python python3 python/docs/build.py [folder]

Needs the module, Doxygen, Sphinx, MyST and the theme; build.sh sees to all of them. Any warning is
an error. What has not changed since the last time is not written again.
"""

import filecmp
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

HERE = Path(__file__).resolve().parent
REPO = HERE.parents[1]
sys.path.insert(0, str(HERE))

import anchors_page  # noqa: E402
import calendar_page  # noqa: E402
import cpp_reference  # noqa: E402
import doxygen_filter  # noqa: E402
import plot_pictures  # noqa: E402
import python_reference  # noqa: E402
import rulebook_page  # noqa: E402

LANGUAGES = {"zh": "zh_CN", "en": "en"}


def headers_as_xml(work):
    """Runs Doxygen over the headers, and returns where its XML is."""
    shutil.rmtree(work / "include", ignore_errors=True)
    shutil.rmtree(work / "xml", ignore_errors=True)
    doxygen_filter.filter_all(REPO / "include", work / "include")
    done = subprocess.run(["doxygen", str(HERE / "Doxyfile")], cwd=work, capture_output=True,
                          encoding="utf-8", check=False)
    if done.returncode:
        sys.exit(f"Doxygen: {done.stdout}{done.stderr}")
    return work / "xml"


def write_sources(folder, headers, language):
    """The pages of one language, written by hand and generated."""
    shutil.copytree(HERE / language, folder)
    headers.write(folder / "cpp", language)
    python_reference.write(REPO / "python/zhibu", headers.comments, folder / "python", language)
    plot_pictures.write(folder / "howto", language)
    (folder / "anchors.rst").write_text(anchors_page.text(language), "utf-8")
    (folder / "rulebook.rst").write_text(rulebook_page.text(language), "utf-8")
    (folder / "calendar.rst").write_text(calendar_page.text(REPO / "src/time", language), "utf-8")


def replace(folder, by):
    """Makes a folder like another, without touching the files that are the same already."""
    folder.mkdir(parents=True, exist_ok=True)
    for old in sorted(folder.rglob("*")):
        if old.is_file() and not old.is_symlink() and not (by / old.relative_to(folder)).exists():
            old.unlink()
    for new in sorted(by.rglob("*")):
        file = folder / new.relative_to(by)
        if new.is_dir():
            file.mkdir(parents=True, exist_ok=True)
        elif not file.exists() or not filecmp.cmp(new, file, shallow=False):
            shutil.copyfile(new, file)
    for shown in ("examples", "tests"):
        if not (folder / shown).exists():
            (folder / shown).symlink_to(REPO / shown)


def start_sphinx(out, language):
    """Starts Sphinx for one language."""
    work = out / "work"
    command = [sys.executable, "-m", "sphinx", "-q", "-b", "html", "-W", "--keep-going", "-n",
               "-c", HERE, "-d", work / "doctrees" / language, work / "source" / language,
               out / language]
    return subprocess.Popen(list(map(str, command)), stdout=subprocess.PIPE,
                            stderr=subprocess.STDOUT, encoding="utf-8",
                            env={**os.environ, "ZHIBU_DOCS_LANGUAGE": LANGUAGES[language]})


def build(out):
    """Builds all into a folder. Exits with what was wrong, if anything was."""
    work = out / "work"
    work.mkdir(parents=True, exist_ok=True)
    headers = cpp_reference.Reference(headers_as_xml(work), REPO / "include")
    for language in LANGUAGES:
        with tempfile.TemporaryDirectory() as fresh:
            write_sources(Path(fresh) / language, headers, language)
            replace(work / "source" / language, Path(fresh) / language)
    running = {language: start_sphinx(out, language) for language in LANGUAGES}
    said = {language: sphinx.communicate()[0] for language, sphinx in running.items()}
    shutil.copyfile(HERE / "index.html", out / "index.html")
    if any(sphinx.returncode for sphinx in running.values()):
        shutil.rmtree(work / "doctrees")  # else the next build would not warn again
        sys.exit("".join(f"{language}:\n{text}" for language, text in said.items() if text))


if __name__ == "__main__":
    build(Path(sys.argv[1] if len(sys.argv) > 1 else REPO / "build/docs").resolve())
