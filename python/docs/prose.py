# SPDX-License-Identifier: BSL-1.0
"""Comments and docstrings of zhibu as reStructuredText: paragraphs, examples and names."""

import re
from textwrap import dedent, indent

from pygments.lexers import get_lexer_by_name
from pygments.token import Error

_CJK = "\u3000-\u30ff\u3400-\u9fff\uff00-\uffef"
_CODE = re.compile(r"[({=\[<|]|::|//|;$|^\w+:|^ *import \w", re.MULTILINE)


def joined(lines):
    """Lines of one paragraph as one line; between two Chinese characters stands no space."""
    text = " ".join(line.strip() for line in lines)
    return re.sub(f"(?<=[{_CJK}]) (?=[{_CJK}])", "", text)


def escaped(text):
    """Plain text, of which nothing is markup."""
    return re.sub(r"([\\*_`|])", r"\\\1", text)


def inline(text, link=None):
    """A paragraph: what stands in backticks is code, and what `link` knows becomes a reference."""
    parts = re.split(r"`+([^`]+)`+", text)
    for i, part in enumerate(parts):
        if i % 2:
            parts[i] = rf"\ ``{part}``\ "
        else:
            parts[i] = link(part) if link else escaped(part)
    return "".join(parts).strip()


def _lexes(code, language):
    return all(kind is not Error for kind, _ in get_lexer_by_name(language).get_tokens(code))


def code_block(code, language):
    """An example, highlighted where it is of that language."""
    if language == "python" and ">>>" in code:
        language = "pycon"
    elif not _lexes(code, language) or not re.search(r"[;()]|^import ", code):
        language = "text"
    return f".. code-block:: {language}\n\n{indent(code, '   ')}\n"


def _examples(paragraphs, language):
    """The same with neighbouring paragraphs of code made one."""
    kept = []
    for paragraph in paragraphs:
        is_code = paragraph.startswith("  ") and _CODE.search(paragraph) is not None
        if is_code and kept and kept[-1][0]:
            kept[-1][1] += "\n\n" + paragraph
        else:
            kept.append([is_code, paragraph])
    return [[dedent(text) if is_code else text, is_code] for is_code, text in kept]


def rst(text, language, link=None):
    """A comment or a docstring, in whose examples code is of `language`."""
    out = []
    paragraphs = [p.rstrip() for p in re.split(r"\n\s*\n", text.strip("\n")) if p.strip()]
    for paragraph, is_code in _examples(paragraphs, language):
        lines = paragraph.splitlines()
        if is_code:
            out.append(code_block(paragraph, language))
        elif paragraph.startswith("  "):
            out.append("    " + inline(joined(lines), link) + "\n")
        elif paragraph.startswith("- "):
            items = re.split(r"^- ", paragraph, flags=re.MULTILINE)[1:]
            out.append("".join(f"- {inline(joined(i.splitlines()), link)}\n" for i in items))
        else:
            out.append(inline(joined(lines), link) + "\n")
    return "\n".join(out)
