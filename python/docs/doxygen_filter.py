# SPDX-License-Identifier: BSL-1.0
"""Shows Doxygen the headers of zhibu: their plain `//` comments document them, word for word.

    doxygen_filter.py include build/docs/work/include

What stands above a declaration documents it, and so does what stands behind it on its line. A
declaration that follows another without a blank line, and has no comment above it, is of that
one's group: it is marked SAME, and cpp_reference.py shows both above one text. The comment of a
header as a whole, and those that stand by themselves, document the file.
"""

import re
import sys
from pathlib import Path

SAME = "(as above)"

_COMMENT = re.compile(r"^\s*//( ?)(.*)$")
_TRAILING = re.compile(r"^(?P<code>.*\S)\s*//(?: (?P<text>.*))?$")
_SPECIALIZATION = re.compile(
    r"^template <>\n(?:.*\n)*?.*;\n|^template <.*>\ninline constexpr \w+ \w+<.*> = .*;\n",
    re.MULTILINE)
_NO_MEMBER = re.compile(
    r"^\s*(?:$|#|\}|\{|public:|private:|protected:|namespace\b|using namespace\b)")


def _documentation(text, opening, indent):
    lines = [f"{indent}{opening} @verbatim", *(f"{indent}/// {line}" for line in text)]
    return [*lines, f"{indent}/// @endverbatim"]


def _depth(line):
    code = re.sub(r'"(?:\\.|[^"\\])*"|\'(?:\\.|[^\'\\])\'', "", line)
    return sum(map(code.count, "({")) - sum(map(code.count, ")}"))


class _Filter:
    def __init__(self):
        self.out = []
        self.comment = None  # the block above, while nothing has come below it
        self.follows = False  # whether a declaration of the same block has just ended
        self.open = 0  # parentheses and braces of the declaration that goes on
        self.going_on = False
        self.behind = None  # the column of the comment behind the last line

    def comment_line(self, text):
        if self.comment is None:
            self.comment = []
        self.comment.append(text)

    def loose(self):
        """The comment above stands by itself: it is of the file."""
        text = [line for line in self.comment or [] if not line.startswith("SPDX-")]
        if any(line.startswith("clang-format") for line in text):
            text = []
        while text and not text[0]:
            text.pop(0)
        if text:
            self.out += ["/// @file", *_documentation(text, "///", "")]
        self.comment = None

    def declaration(self, line):
        indent = line[: len(line) - len(line.lstrip())]
        begins_scope = re.match(r"\s*(?:class|struct|enum|namespace)\b[^;(]*\{$", line)
        if self.comment is not None:
            self.out += _documentation(self.comment, "///", indent)
            self.comment = None
        elif self.follows and re.search(r"\w\(|\boperator\b", line):
            self.out += [f"{indent}/// {SAME}"]
        self.open, self.going_on = 0, True
        self.line(line)
        if begins_scope:
            self.going_on = self.follows = False

    def line(self, line):
        """A line of a declaration, the first or a further one."""
        trailing = _TRAILING.match(line)
        code = trailing["code"] if trailing else line
        self.open += _depth(code)
        self.out.append(code)
        self.behind = None
        if trailing and self.open <= 0:
            self.behind = line.index("//", len(code))
            self.out += _documentation([trailing["text"] or ""], "///<", " " * 4)
        if self.open <= 0 and re.search(r"[;},]$", code):
            self.going_on, self.follows = False, True


def filtered(source):
    """The text of a header as Doxygen should read it."""
    work = _Filter()
    for line in _SPECIALIZATION.sub("", source).splitlines():
        comment = _COMMENT.match(line)
        if comment and work.going_on is False:
            if line.index("//") == work.behind:  # what stands behind a line goes on below it
                work.out.insert(len(work.out) - 1, f"    /// {comment[2]}")
                continue
            work.comment_line(comment[2])
        elif work.going_on:
            work.line(line)
        elif _NO_MEMBER.match(line):
            work.loose()
            work.follows = False
            work.out.append(line)
        else:
            work.declaration(line)
    return "\n".join(work.out) + "\n"


def filter_all(headers, into):
    """Writes all headers below a folder, filtered, below another: one start of Python for all."""
    for header in sorted(headers.rglob("*.hpp")):
        file = into / header.relative_to(headers)
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(filtered(header.read_text("utf-8")), "utf-8")


if __name__ == "__main__":
    filter_all(*map(Path, sys.argv[1:]))
