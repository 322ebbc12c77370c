# SPDX-License-Identifier: BSL-1.0
"""The shared library shows what the public headers declare for others, and nothing else.

    exports_test.py <libzhibu.so> <folder of the headers>

A name that is shown must belong to namespace zhibu, be declared in a public header, and, if it is
of a class, of one that is exported. A function or class that a header exports must be shown.
"""

import re
import subprocess
import sys
from pathlib import Path


def shown(library):
    """The dynamic symbols that `library` defines, demangled."""
    listed = subprocess.run(["nm", "--dynamic", "--defined-only", "--demangle", "--format=just-symbols",
                             library], check=True, capture_output=True, encoding="utf-8")
    return sorted(set(listed.stdout.splitlines()))


def qualified(symbol):
    """The name of what `symbol` stands for, without types: ["zhibu", "Roster", "of"]."""
    name = re.sub(r"\[abi:\w+\]", "", symbol)
    name = re.sub(r"operator *[^\w(]+|operator\(\)", "operator", name)
    while (bare := re.sub(r"<[^<>]*>", "", name)) != name:
        name = bare
    return re.sub(r"\(.*", "", name).split()[-1].split("::")  # without parameters and result


def faults(library, include):
    headers = (f for f in sorted(Path(include).rglob("*.hpp")) if f.name != "export.hpp")
    text = re.sub(r"//.*", "", "\n".join(f.read_text(encoding="utf-8") for f in headers))
    exported_classes = set(re.findall(r"\b(?:class|struct) ZHIBU_EXPORT (\w+)", text))
    exported_functions = set(re.findall(r"\bZHIBU_EXPORT [^;{}=]*?\b(\w+)\(", text))
    declared = set(re.findall(r"[~\w]+(?=\()", text)) | {"operator"}
    seen = set()
    for symbol in shown(library):
        space, *classes, name = qualified(symbol)
        seen |= {name, *classes}
        if space != "zhibu":
            yield f"shown, and not of zhibu: {symbol}"
        elif not set(classes) <= exported_classes:
            yield f"shown, and of a class that no header exports: {symbol}"
        elif name not in declared:
            yield f"shown, and declared in no header: {symbol}"
    for name in sorted((exported_classes | exported_functions) - seen):
        yield f"exported by a header, and not shown: {name}"


if __name__ == "__main__":
    sys.exit("\n".join(faults(*sys.argv[1:])) or 0)
