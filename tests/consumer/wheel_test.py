# SPDX-License-Identifier: BSL-1.0
"""What python/build_wheel.sh made is whole, and needs nothing but Python where it is installed.

ZHIBU_DIST names the folder that it lies in.
"""

import email
import os
import re
import shutil
import subprocess
import tarfile
import zipfile
from pathlib import Path

import pytest

REPO = Path(__file__).resolve().parents[2]
PACKAGE = REPO / "python" / "zhibu"
# The libraries that every Linux for which wheels are tagged has.
EVERYWHERE = {"libc.so.6", "libm.so.6", "libgcc_s.so.1", "libstdc++.so.6", "libpthread.so.0",
              "ld-linux-x86-64.so.2", "ld-linux-aarch64.so.1"}


def only(pattern):
    dist = os.environ.get("ZHIBU_DIST")
    if dist is None:
        pytest.skip("ZHIBU_DIST does not say where python/build_wheel.sh left the wheel")
    found = sorted(Path(dist).glob(pattern))
    assert len(found) == 1, f"{pattern} in {dist}: {found}"
    return found[0]


@pytest.fixture
def wheel():
    with zipfile.ZipFile(only("zhibu-*.whl")) as archive:
        yield archive


def test_it_may_be_installed_on_any_linux_that_is_new_enough():
    assert re.search(r"-cp3\d+-cp3\d+-manylinux_2_\d+_\w+\.whl$", only("zhibu-*.whl").name)


def test_it_holds_the_whole_package(wheel):
    package = {f.relative_to(PACKAGE.parent).as_posix() for f in PACKAGE.rglob("*")
               if f.is_file() and "__pycache__" not in f.parts and f.suffix != ".so"}
    assert {"zhibu/_core.pyi", "zhibu/py.typed"} < package
    assert any(name.startswith("zhibu/templates/") for name in package)
    held = {name for name in wheel.namelist() if ".dist-info/" not in name and not name.endswith("/")}
    assert package <= held
    assert [re.sub(r"\..*", "", name) for name in held - package] == ["zhibu/_core"]


def test_its_module_needs_no_library_that_is_not_everywhere(wheel, tmp_path):
    if shutil.which("readelf") is None:
        pytest.skip("there is no readelf here")
    (module,) = (name for name in wheel.namelist() if name.endswith(".so"))
    file = wheel.extract(module, tmp_path)
    dynamic = subprocess.run(["readelf", "--dynamic", "--wide", file], check=True,
                             capture_output=True, encoding="utf-8").stdout
    needed = set(re.findall(r"\(NEEDED\).*\[(.*)\]", dynamic))
    assert "libc.so.6" in needed
    assert needed - EVERYWHERE == set()


def test_it_says_what_it_is_and_invents_no_address(wheel):
    (name,) = (n for n in wheel.namelist() if n.endswith(".dist-info/METADATA"))
    said = email.message_from_bytes(wheel.read(name))
    version = re.search(r"project\(zhibu VERSION ([\d.]+)", (REPO / "CMakeLists.txt").read_text())[1]
    assert (said["Name"], said["Version"], said["License-Expression"]) == ("zhibu", version,
                                                                          "BSL-1.0")
    assert said["Requires-Python"] == ">=3.9"
    assert "Typing :: Typed" in said.get_all("Classifier")
    assert said.get_all("Project-URL", []) == []
    assert any(n.endswith("/licenses/LICENSE") for n in wheel.namelist())


def test_the_sdist_has_all_that_the_wheel_was_built_from():
    with tarfile.open(only("zhibu-*.tar.gz")) as archive:
        names = {name.partition("/")[2] for name in archive.getnames()}
    for folder in ("cmake", "include", "src", "python"):
        sources = {f.relative_to(REPO).as_posix() for f in (REPO / folder).rglob("*")
                   if f.is_file() and "__pycache__" not in f.parts}
        assert sources - names == set()
    assert {"CMakeLists.txt", "pyproject.toml", "LICENSE", "README.md"} <= names
    assert [name for name in names if name.startswith(("build/", "out/", "dist/"))] == []
