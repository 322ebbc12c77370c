# SPDX-License-Identifier: BSL-1.0
"""What the headers declare, read without Doxygen, so that the reference can be held against it."""

import re
from collections import Counter
from pathlib import Path

INCLUDE = Path(__file__).resolve().parents[2] / "include"
_NO_NAMES = {"if", "for", "while", "return", "sizeof", "decltype", "requires", "noexcept", "true",
             "false"}
_FUNCTION = re.compile(r"(?!~|friend (?:class|struct)|using|static_assert)"
                       r"(?:[^=(<]|<[^()]*>)*?\b(\w+)\(")
_ALIAS = re.compile(r"using (\w+) =")
_FIELD = re.compile(r"(?!friend|using|namespace|class|struct|enum|template|return)"
                    r"[\w:<>,&* ]+[ >&*](\w+)(?: =.*)?$")


def headers(layer_name=None):
    found = sorted(h.relative_to(INCLUDE).as_posix() for h in INCLUDE.rglob("*.hpp"))
    return [h for h in found if layer_name in (None, layer(h))]


def layer(header):
    """The layer whose page has a header."""
    parts = Path(header).with_suffix("").parts
    if "serialization" in parts:
        return "serialization"
    return parts[1] if len(parts) > 2 else "words"


def _bare(header):
    """A header without comments, texts, directives, bodies of functions and what is private."""
    text = (INCLUDE / header).read_text("utf-8")
    text = re.sub(r"//.*|^#.*(?:\\\n.*)*", "", text, flags=re.MULTILINE)
    text = re.sub(r'"(?:\\.|[^"\\])*"', '""', text)
    text = re.sub(r"^namespace boost.*?^}\s*$", "", text, flags=re.MULTILINE | re.DOTALL)
    text = re.sub(r"^( *) (?:private|protected):\n.*?^\1};", "};", text,
                  flags=re.MULTILINE | re.DOTALL)
    while True:
        shorter = re.sub(r"(\)(?: const)?(?: noexcept)?)(?:\s*:\s[^;{}]*(?:\{[^{}]*\}[^;{}]*)*)?\s*"
                         r"\{(?:[^{}]|\{(?:[^{}]|\{(?:[^{}]|\{[^{}]*\})*\})*\})*\}", r"\1;", text)
        if shorter == text:
            return text
        text = shorter


def names(header):
    """The classes, functions, fields and values that a header makes public, each as often."""
    text = _bare(header)
    found = Counter(re.findall(r"\b(?:class|struct)\s+(?:ZHIBU_EXPORT\s+)?(\w+)\s*\{", text))
    for name, body in re.findall(r"\benum class (\w+)[^{;]*\{(.*?)\}", text, re.DOTALL):
        found.update([name, *re.findall(r"\b(\w+)\s*(?:=[^,]*)?(?:,|$)", body.strip())])
    declarations = re.sub(r"\benum class.*?\};", "", text, flags=re.DOTALL)
    declarations = re.sub(r"template <>.*?;", "", declarations, flags=re.DOTALL)
    declarations = re.sub(r"= \{[^{};]*\}", "= 0", declarations)
    for line in re.split(r"[;{}]", declarations):
        line = " ".join(line.split()).removeprefix("public: ")
        name = _FUNCTION.match(line) or _ALIAS.match(line) or _FIELD.match(line)
        if name and name[1] not in _NO_NAMES:
            found[name[1]] += 1
    return found


def sentences(header):
    """The first sentences of the comments that stand above something."""
    text = (INCLUDE / header).read_text("utf-8")
    for block in re.findall(r"((?:^ *// .*\n)+)(?= *\w)", text, re.MULTILINE):
        words = " ".join(re.sub(r"^ *// ?", "", block, flags=re.MULTILINE).split())
        plain = re.match(r"[A-Z][\w ,]+\.(?= |$)", words)
        if plain and "SPDX" not in words:
            yield plain[0]
