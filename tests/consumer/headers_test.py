# SPDX-License-Identifier: BSL-1.0
"""What the headers ask of those who include them: nothing of Boost, no warning, little time."""

import re
import resource
import shutil
import subprocess
from pathlib import Path

import pytest

INCLUDE = Path(__file__).resolve().parents[2] / "include"
STRICT = ["-Wall", "-Wextra", "-Wpedantic", "-Wconversion", "-Wshadow", "-Werror"]

# Seconds of CPU that zhibu.hpp may take; and where a machine is slower than that on which this was
# measured, how many times what the standard headers take that it includes.
SECONDS = 1.0
TIMES_THE_STANDARD = 2.2

COMPILERS = [pytest.param(name, marks=pytest.mark.skipif(not shutil.which(name),
                                                         reason=f"there is no {name} here"))
             for name in ("g++", "clang++")]


def compiled(compiler, *options, cwd):
    done = subprocess.run([compiler, "-std=c++20", f"-I{INCLUDE}", *options], cwd=cwd,
                          capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout


def seconds(compiler, optimization, source):
    """CPU seconds of one compilation of `source`."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    compiled(compiler, optimization, "-c", source.name, "-o", "out.o", cwd=source.parent)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def standard_headers():
    """The standard headers that zhibu.hpp includes, anywhere below it."""
    headers = [f for f in INCLUDE.rglob("*.hpp") if "serialization" not in f.as_posix()]
    return sorted({line for f in headers
                   for line in re.findall(r"^#include <\w+>$", f.read_text("utf-8"), re.MULTILINE)})


@pytest.fixture
def host(tmp_path):
    source = tmp_path / "host.cpp"
    source.write_text("#include <zhibu.hpp>\nint main() {}\n", encoding="utf-8")
    return source


@pytest.mark.parametrize("compiler", COMPILERS)
def test_a_strict_host_gets_no_warning(compiler, host):
    for optimization in ("-O0", "-O2"):
        compiled(compiler, *STRICT, optimization, "-c", host.name, "-o", "out.o", cwd=host.parent)


@pytest.mark.parametrize("compiler", COMPILERS)
def test_nothing_but_the_standard_library_comes_with_it(compiler, host):
    needed = compiled(compiler, "-M", host.name, cwd=host.parent)
    assert str(INCLUDE / "zhibu/report/write.hpp") in needed
    assert [word for word in needed.split() if re.search(r"/(boost|toml\+\+)/", word)] == []


@pytest.mark.parametrize("compiler", COMPILERS)
@pytest.mark.parametrize("optimization", ["-O0", "-O2"])
def test_it_takes_at_most_a_second_to_include(compiler, optimization, host):
    bare = host.with_name("bare.cpp")
    bare.write_text("\n".join([*standard_headers(), "int main() {}\n"]), encoding="utf-8")
    standard = whole = float("inf")
    for _ in range(8):  # other work on the machine makes a compilation slower, and never faster
        standard = min(standard, seconds(compiler, optimization, bare))
        whole = min(whole, seconds(compiler, optimization, host))
        if whole <= SECONDS:
            break
    print(f"{compiler} {optimization}: {whole:.2f} s, the standard headers alone {standard:.2f} s")
    assert whole <= max(SECONDS, TIMES_THE_STANDARD * standard)
