# SPDX-License-Identifier: BSL-1.0
"""The C++ reference: a page for each layer, a section for each header, in the order of zhibu.hpp.

It is made from Doxygen's XML of the headers as doxygen_filter.py shows them. Nothing public is
left out, documented or not; what shares a comment in the header shares it here.
"""

import re
import xml.etree.ElementTree as ElementTree
from dataclasses import dataclass, field
from pathlib import Path
from textwrap import indent

from doxygen_filter import SAME
from prose import escaped, rst

LAYERS = {
    "words": ("Words", "用词"),
    "time": ("Time", "时间"),
    "organization": ("Who", "组织"),
    "regulation": ("What is demanded", "法规"),
    "schedule": ("What is owed", "应办"),
    "record": ("What was held", "记录"),
    "audit": ("How it stands", "核查"),
    "report": ("For people", "报表"),
    "serialization": ("In archives of Boost.Serialization", "存入 Boost.Serialization 档案"),
}
_DIRECTIVE = {"class": "class", "struct": "struct", "enum": "enum-class", "typedef": "type",
              "function": "function", "friend": "function", "variable": "member",
              "concept": "concept", "define": "macro"}


@dataclass
class Entry:
    """What is declared in one place: one thing, or functions that share a comment."""

    kind: str
    line: int
    signatures: list
    text: str = ""
    same: bool = False
    inside: list = field(default_factory=list)


def layer_of(header):
    """The layer of zhibu/time/date.hpp is time; of zhibu/id.hpp, words."""
    parts = Path(header).with_suffix("").parts
    if parts[1] == "serialization":
        return "serialization"
    return parts[1] if len(parts) > 2 else "words"


def headers(include):
    """All headers, in the order of zhibu.hpp, and then those of serialization."""
    order = re.findall(r'^#include "(.+)"', (include / "zhibu.hpp").read_text("utf-8"), re.M)
    rest = sorted(h.relative_to(include).as_posix() for h in include.rglob("*.hpp"))
    return order + [h for h in rest if h not in order and h != "zhibu.hpp"]


def _all_text(element):
    return "" if element is None else "".join(element.itertext())


def _comments(definition):
    return [_all_text(comment) for comment in definition.findall("detaileddescription//verbatim")]


def _text(definition):
    """The comment of a declaration, as it stands in the header, and whether it is of a group."""
    brief = _all_text(definition.find("briefdescription"))
    texts = [re.sub(r"^ *///<? ?", "", comment, flags=re.M).strip("\n ")
             for comment in _comments(definition)]
    return "\n\n".join(texts), SAME in brief


def _line(definition):
    return int(definition.find("location").get("line"))


def _tidy(signature):
    """C++ as the house writes it, without the spaces that Doxygen puts in."""
    for found, better in [(r"< +", "<"), (r" +>", ">"), (r" ([&*]+)(?=\w)", r"\1 "),
                          (r" ([&*]+)(?=[,)]|$)", r"\1"), (r"=  +", "= "),
                          (r"(?<=[\w)])=(?=[\w{])", " = "),
                          (r"(?<=operator) = ", "="), (r"(const|\)) ?(&+)", r"\1 \2"),
                          (r"\(\* (\w+)\) \(", r" (*\1)("), (r"  +", " ")]:
        signature = re.sub(found, better, signature)
    return signature.strip()


def _template(definition):
    parameters = []
    for param in definition.findall("templateparamlist/param"):
        name = _all_text(param.find("declname"))
        parameters.append(f"{_all_text(param.find('type'))} {name}".strip())
    return f"template<{', '.join(parameters)}> " if parameters else ""


def _function(definition):
    words = _all_text(definition.find("definition"))
    for word in ("explicit", "constexpr"):
        if definition.get(word) == "yes" and word not in words.split():
            words = f"{word} {words}"
    if definition.get("kind") == "friend" and not words.startswith("friend"):
        words = f"friend {words}"
    return _template(definition) + words + _all_text(definition.find("argsstring"))


def _signature(definition):
    kind = definition.get("kind")
    if kind in ("function", "friend"):
        return _tidy(_function(definition))
    if kind == "enum":
        return definition.findtext("name")
    if kind == "define":
        return definition.findtext("name")
    signature = _all_text(definition.find("definition")).removeprefix("using ")
    if kind == "variable":
        signature += " " + " ".join(_all_text(definition.find("initializer")).split())
    return _tidy(_template(definition) + signature)


def _enumerators(definition):
    line = _line(definition)
    for value in definition.findall("enumvalue"):
        text, _ = _text(value)
        yield Entry("enumerator", line, [value.findtext("name")], text)


def _is_hidden(definition, file):
    """What nobody calls: what is private, the friendship of a class, a deduction guide."""
    kind, words = definition.get("kind"), _all_text(definition.find("type"))
    guide = file and kind == "function" and not words
    friend = words in ("friend struct", "friend class")
    return definition.get("prot") == "private" or friend or guide


def _member(definition):
    text, same = _text(definition)
    if definition.get("kind") == "function" and len(_comments(definition)) > 1:
        above, behind = text.rsplit("\n\n", 1)
        text = f"{above}\n\n{definition.findtext('name')}(): {behind}"
    entry = Entry(definition.get("kind"), _line(definition), [_signature(definition)], text, same)
    if entry.kind == "enum":
        entry.inside = list(_enumerators(definition))
    return entry


class Xml:
    """Doxygen's XML, asked for what a header declares."""

    def __init__(self, folder):
        self._folder = folder
        index = ElementTree.parse(folder / "index.xml").getroot()
        self._compounds = {c.get("refid"): self._read(c.get("refid")) for c in index
                           if c.get("kind") in ("class", "struct", "file", "namespace")}

    def _read(self, refid):
        return ElementTree.parse(self._folder / f"{refid}.xml").getroot().find("compounddef")

    def _class(self, compound):
        name = compound.findtext("compoundname").rsplit("::", 1)[-1]
        entry = Entry(compound.get("kind"), _line(compound), [_template(compound) + name],
                      _text(compound)[0])
        inner = [c for c in compound.findall("innerclass") if c.get("prot") == "public"]
        entry.inside = self._entries(compound, inner)
        return entry

    def _entries(self, compound, inner, file=None):
        entries = []
        for member in compound.iterfind("sectiondef/memberdef"):
            there = member.find("location").get("file")
            if not _is_hidden(member, file) and file in (None, there):
                entries.append(_member(member))
        for one in inner:
            other = self._compounds.get(one.get("refid"))
            if other is not None and file in (None, other.find("location").get("file")):
                entries.append(self._class(other))
        entries.sort(key=lambda entry: entry.line)
        return _grouped(entries)

    def of_header(self, header):
        """The text of a header as a whole, and by namespaces what it declares; outside of all, and
        as macros, by NULL."""
        (file,) = [c for c in self._compounds.values() if c.get("kind") == "file"
                   and c.find("location").get("file") == f"include/{header}"]
        declared = {}
        for compound in self._compounds.values():
            name = compound.findtext("compoundname")
            if compound.get("kind") == "namespace" and name.startswith("zhibu"):
                inner = compound.findall("innerclass")
                declared[name] = self._entries(compound, inner, f"include/{header}")
        outside = [c for c in file.findall("innerclass") if "::" not in c.text]
        declared["NULL"] = self._entries(file, outside, f"include/{header}")
        return _text(file)[0], {name: entries for name, entries in declared.items() if entries}


def _grouped(entries):
    groups = []
    for entry in entries:
        last = groups[-1] if groups else None
        if entry.same and last and last.kind in ("function", "friend"):
            last.signatures += entry.signatures
            if entry.text:  # what stands behind it on its line
                last.text += f"\n\n{_declared(entry.signatures[0])}(): {entry.text}"
        else:
            groups.append(entry)
    return groups


class _Links:
    """References in comments to what the library declares: Roster, audit(), Calendar::china()."""

    def __init__(self, names):
        self._names = names
        self._word = re.compile(r"(std::|boost::)?\b([A-Za-z_]\w*(?:::\w+)*)(\(\))?")

    def __call__(self, text):
        out, at = [], 0
        for match in self._word.finditer(text):
            out.append(escaped(text[at : match.start()]))
            out.append(self._word_of(text, match))
            at = match.end()
        return "".join([*out, escaped(text[at:])])

    def _word_of(self, text, match):
        name = match[2]
        is_type = not match[3] and name in self._names["types"]
        begins = re.search(r"(?:^|[.:;“(]\s?)$", text[: match.start()])
        several = sum(c.isupper() for c in name) > 1 or "::" in name
        if not match[1] and (is_type and (several or not begins)
                             or match[3] and name in self._names["functions"]):
            return rf"\ :cpp:any:`{match[0]} <zhibu::{name}>`\ "
        return rf"\ ``{match[0]}``\ " if match[1] or match[3] else escaped(match[0])


def _declared(signature):
    """What a signature declares: to_boost, operator==, ~Roster, Timeline."""
    bare = re.sub(r"^template<[^()]*?> (?=\w)", "", signature)
    found = re.search(r"(operator(?:\(\)|[^\s(]+)|~?\w+)(?:\(| = |$)", bare)
    return found[1] if found else bare


def _collect(entries, names, scope=""):
    """The names by which comments call what is declared."""
    for entry in entries:
        own = {scope + _declared(signature) for signature in entry.signatures}
        if entry.kind == "function":
            names["functions"] |= own
        elif entry.kind in ("class", "struct", "enum"):
            names["types"] |= own
        if entry.kind in ("class", "struct"):
            _collect(entry.inside, names, f"{own.pop()}::")


def _directive(entry, link):
    head = f".. cpp:{_DIRECTIVE.get(entry.kind, entry.kind)}:: "
    if entry.kind == "define":
        head = ".. c:macro:: "
    signatures = ("\n" + " " * len(head)).join(entry.signatures)
    body = rst(entry.text, "cpp", link) if entry.text else ""
    inside = "\n".join(_directive(e, link) for e in entry.inside)
    return "\n".join(filter(None, [f"{head}{signatures}\n", indent(body, "   "),
                                   indent(inside, "   ")]))


def _section(header, text, declared, link):
    title = f"``{header}``"
    out = [f".. _header-{Path(header).with_suffix('').as_posix().replace('/', '-')}:\n",
           title, "-" * len(title), "", rst(text, "cpp", link), ""]
    for namespace, entries in declared.items():
        out += [f".. cpp:namespace:: {namespace}\n"]
        out += [_directive(entry, link) for entry in entries]
    return "\n".join(out)


class Reference:
    """What all headers declare, and where its comments are to be found by name."""

    def __init__(self, xml, include):
        doxygen = Xml(xml)
        self.pages, self.names = {}, {"types": set(), "functions": set()}
        self.comments = {}
        for header in headers(include):
            text, declared = doxygen.of_header(header)
            self.pages.setdefault(layer_of(header), []).append((header, text, declared))
            _collect(declared.get("zhibu", []), self.names)
            self._keep(declared.get("zhibu", []))

    def _keep(self, entries, scope=""):
        for entry in entries:
            for name in map(_declared, entry.signatures):
                self.comments.setdefault(scope + name, entry.text)
                self._keep(entry.inside, f"{scope}{name}::")

    def write(self, folder, language):
        """Writes a page for each layer, as reStructuredText."""
        folder.mkdir(parents=True, exist_ok=True)
        for layer, sections in self.pages.items():
            title = LAYERS[layer][language == "zh"]
            links = _Links(self.names)
            body = [_section(*section, links) for section in sections if any(section[1:])]
            text = "\n".join([title, "=" * (2 * len(title)), "", *body])
            (folder / f"{layer}.rst").write_text(text, "utf-8")
