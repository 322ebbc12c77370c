# SPDX-License-Identifier: BSL-1.0
"""The order of the layers, which is the order of the headers in zhibu.hpp.

Every header stands in zhibu.hpp below all the headers that it includes, but those of serialization,
which bring in Boost.Serialization and are for programs that want it; a source includes nothing
of a layer above its own; and no header, source or C++ test is forgotten by the build.
"""

import re
import sys
from pathlib import Path

REPO = Path(__file__).resolve().parents[1]
LAYERS = ["words", "time", "organization", "regulation", "schedule", "record", "audit", "report"]


def includes(file):
    return re.findall(r'^#include "(.+)"', file.read_text("utf-8"), re.MULTILINE)


def files(folder, pattern):
    return [f.relative_to(REPO / folder).as_posix() for f in sorted((REPO / folder).rglob(pattern))]


def layer(path):
    """The layer of zhibu/time/date.hpp, or of time/date.cpp, is time; of zhibu/id.hpp, words."""
    folders = path.removeprefix("zhibu/").split("/")[:-1]
    return LAYERS.index(folders[0]) if folders else 0


def header_faults():
    order = includes(REPO / "include/zhibu.hpp")
    for header in sorted(set(files("include", "*.hpp")) - set(order) - {"zhibu.hpp"}):
        if header.startswith("zhibu/serialization"):
            continue
        yield f"{header} is missing from zhibu.hpp"
    if [layer(h) for h in order] != sorted(layer(h) for h in order):
        yield "zhibu.hpp does not name the headers layer by layer"
    for i, header in enumerate(order):
        for other in includes(REPO / "include" / header):
            if other not in order[:i]:
                yield f"{header} includes {other}, which is not above it in zhibu.hpp"


def source_faults():
    for source in files("src", "*.?pp"):
        for other in includes(REPO / "src" / source):
            if layer(other) > layer(source):
                yield f"src/{source} includes {other}, of a higher layer"


def build_faults():
    for lists, folder, pattern in [
        ("CMakeLists.txt", "include", "*.hpp"),
        ("CMakeLists.txt", "src", "*.cpp"),
        ("tests/CMakeLists.txt", "tests", "*_test.cpp"),
        ("tests/CMakeLists.txt", "tests", "*_test.py"),
    ]:
        named = (REPO / lists).read_text("utf-8")
        for file in files(folder, pattern):
            if file not in named and not file.startswith("python/"):
                yield f"{folder}/{file} is not named in {lists}"


if __name__ == "__main__":
    sys.exit("\n".join([*header_faults(), *source_faults(), *build_faults()]) or 0)
