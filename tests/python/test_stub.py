# SPDX-License-Identifier: BSL-1.0
"""The types that editors see are those of the compiled module."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

import zhibu

# What a stub cannot say of a compiled module: its classes have a metaclass of pybind11's, and those
# that no caller makes have a constructor that refuses.
ALLOWED = (
    "is inconsistent, metaclass differs",
    '.__init__ is inconsistent, stub does not have *args argument "args"',
    "zhibu._core.__module__ is not present in stub",
)


def test_the_package_says_that_it_is_typed():
    package = Path(zhibu.__file__).parent
    assert (package / "py.typed").is_file() and (package / "_core.pyi").is_file()


def test_the_stub_is_true(tmp_path):
    pytest.importorskip("mypy.stubtest", reason="mypy is not installed")
    packages = str(Path(zhibu.__file__).parents[1])
    result = subprocess.run(
        [sys.executable, "-m", "mypy.stubtest", "zhibu", "--concise"],
        capture_output=True, text=True, cwd=tmp_path,
        env={**os.environ, "MYPYPATH": packages, "PYTHONPATH": packages})
    assert result.stderr == ""
    found = [line for line in result.stdout.splitlines() if not line.endswith(ALLOWED)]
    assert found == []
    assert "zhibu._core.Roster is inconsistent, metaclass differs" in result.stdout  # it did look
