# SPDX-License-Identifier: BSL-1.0
"""What vcpkg.json and conanfile.py say of zhibu is what its sources and CMakeLists.txt say."""

import json
import os
import re
import shutil
import subprocess
from pathlib import Path

import pytest

REPO = Path(__file__).resolve().parents[2]
VCPKG = json.loads((REPO / "vcpkg.json").read_text("utf-8"))
CONAN = (REPO / "conanfile.py").read_text("utf-8")
CMAKE = (REPO / "CMakeLists.txt").read_text("utf-8")


def boost_parts(folder):
    """The parts of Boost whose headers the sources under `folder` include, as vcpkg calls them."""
    texts = "\n".join(f.read_text("utf-8") for f in (REPO / folder).rglob("*.?pp"))
    return {"boost-" + part.replace("_", "-")
            for part in re.findall(r"#include <boost/(\w+)", texts)} - {"boost-archive"}


def found(text):
    """The packages that a CMakeLists.txt looks for."""
    return {name.lower() for name in re.findall(r"find_package\((\w+)", text)} - {"threads"}


def conan_requires(how):
    return set(re.findall(rf'self\.{how}\("(\w+)/', CONAN))


def test_the_version_stands_once_in_cmake_and_the_others_agree():
    version = re.search(r"project\(zhibu VERSION ([\d.]+)", CMAKE)[1]
    python = re.search(r'^version = "(.*)"', (REPO / "pyproject.toml").read_text("utf-8"), re.M)
    assert VCPKG["version"] == python[1] == version


def test_the_license_and_the_description_are_the_same_everywhere():
    python = (REPO / "pyproject.toml").read_text("utf-8")
    described = re.search(r'DESCRIPTION "(.*)"', CMAKE)[1]
    assert VCPKG["description"] == re.search(r'^description = "(.*)"', python, re.M)[1] == described
    assert VCPKG["license"] == "BSL-1.0" and 'license = "BSL-1.0"' in CONAN


def test_vcpkg_names_the_parts_of_boost_that_the_sources_include():
    assert set(VCPKG["dependencies"]) == boost_parts("src") | {"tomlplusplus"}
    assert set(VCPKG["features"]["serialization"]["dependencies"]) == boost_parts("include")


def test_both_name_what_cmake_looks_for():
    assert conan_requires("requires") == found(CMAKE) == {"boost", "tomlplusplus"}
    tests = found((REPO / "tests" / "CMakeLists.txt").read_text("utf-8")) - {"boost"}
    assert conan_requires("test_requires") == tests | {"pybind11"}
    assert tests < set(VCPKG["features"]["tests"]["dependencies"])


def test_vcpkg_json_has_only_keys_that_vcpkg_knows():
    assert set(VCPKG) <= {"$comment", "name", "version", "description", "license", "dependencies",
                          "features"}
    for feature in VCPKG["features"].values():
        assert set(feature) == {"description", "dependencies"}


def test_conan_reads_the_recipe(tmp_path):
    conan = os.environ.get("ZHIBU_CONAN") or shutil.which("conan")
    if conan is None:
        pytest.skip("there is no Conan here, and ZHIBU_CONAN names none")
    done = subprocess.run([conan, "inspect", str(REPO), "--format=json"], check=False,
                          capture_output=True, encoding="utf-8",
                          env={**os.environ, "CONAN_HOME": str(tmp_path)})
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout)["version"] == VCPKG["version"]
