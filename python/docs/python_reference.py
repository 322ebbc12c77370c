# SPDX-License-Identifier: BSL-1.0
"""The Python reference: a page for each part of _core.pyi, and one for the modules beside it.

Signatures are those of the stubs, texts those of the docstrings. What has the name of something in
a header leads there, where its whole comment stands; a field says what its header says of it.
"""

import ast
import importlib
import inspect
import re
from pathlib import Path
from textwrap import indent

import zhibu
from prose import code_block, escaped, rst

SECTIONS = {
    "enumerations": ("Enumerations", "枚举"),
    "time": ("Time", "时间"),
    "organization": ("Who", "组织"),
    "regulation": ("What is demanded", "法规"),
    "code sets and official forms": ("Code sets and official forms", "代码集与统计表"),
    "schedule": ("What is owed", "应办"),
    "record": ("What was held", "记录"),
    "audit": ("How it stands", "核查"),
    "report": ("For people", "报表"),
    "tables for other libraries": ("Tables for other libraries", "给其他库的表"),
}
MODULES = ("The modules beside it", "其他模块")
_SHOWN = {"__getitem__", "__len__", "__iter__", "__contains__", "__add__", "__bool__", "__or__"}
_RENAMED = {"_date": "date", "_Id": "int", "List": "list", "Dict": "dict", "Tuple": "tuple",
            "_Path": "PathLike | str", "_Key": "int | str", "_T": "T"}


class _Plain(ast.NodeTransformer):
    """Annotations as one reads them aloud: `date | None` for Optional[_date]."""

    def visit_Name(self, node):
        plain = node.id.lstrip("_") if re.match("_[A-Z]", node.id) else node.id
        named = _RENAMED.get(node.id, plain)
        return ast.parse(named, mode="eval").body

    def visit_Attribute(self, node):
        return ast.Name(node.attr) if getattr(node.value, "id", "") in ("t", "typing") else node

    def visit_Subscript(self, node):
        self.generic_visit(node)
        name = getattr(node.value, "id", "")
        if name == "Optional":
            return ast.BinOp(node.slice, ast.BitOr(), ast.Constant(None))
        if name == "Union":
            return ast.parse(" | ".join(map(ast.unparse, node.slice.elts)), mode="eval").body
        return node


def _annotation(node):
    return ast.unparse(_Plain().visit(node)) if node is not None else ""


def _arguments(function, bound):
    arguments = _Plain().visit(function.args)
    if bound:
        (arguments.posonlyargs or arguments.args).pop(0)
    return ast.unparse(arguments)


def _decorators(function):
    return {getattr(d, "id", getattr(d, "attr", "")) for d in function.decorator_list}


def _doc(thing):
    """What a docstring says, without the signatures that pybind11 puts before it."""
    text = inspect.getdoc(thing) or ""
    text = text.split("\n\nMembers:\n")[0]
    if "Overloaded function." in text:
        parts = re.split(r"^\d+\. .*$", text, flags=re.MULTILINE)[1:]
        return next((part.strip("\n") for part in parts if part.strip()), "")
    return re.sub(r"^\w+\(.*\) -> .*\n*", "", text)


class _Links:
    """References in docstrings: audit(), Calendar, language where it is a name in backticks."""

    def __init__(self, names):
        self._names = names

    def __call__(self, text):
        out, at = [], 0
        for match in re.finditer(r"\b([A-Za-z_]\w*(?:\.\w+)*)(\(\))?", text):
            name = match[1]
            several = sum(c.isupper() for c in name) > 1
            if name in self._names and (match[2] or several):
                out += [escaped(text[at : match.start()]),
                        rf"\ :py:obj:`{match[0]} <zhibu.{name}>`\ "]
                at = match.end()
        return "".join([*out, escaped(text[at:])])


class Reference:
    def __init__(self, python, cpp, language):
        """`cpp` has the comments of the headers by their qualified names."""
        self._python, self._cpp, self._zh = python, cpp, language == "zh"
        self._links = _Links(set(zhibu.__all__))

    def _text(self, qualified, doc):
        """A text in reStructuredText, and where more of it stands."""
        header = self._cpp.get(qualified.replace(".", "::"))
        parts = [rst(doc or "", "python", self._links)] if doc else []
        if header is not None and "." not in qualified:
            more = "详见 C++" if self._zh else "In full, in C++"
            parts.append(f"{more}: :cpp:any:`zhibu::{qualified}`\n")
        elif header and not doc:
            parts.append(rst(header, "cpp"))
        return "\n".join(parts)

    def _entry(self, directive, signatures, body, options=()):
        head = f".. py:{directive}:: "
        lines = ("\n" + " " * len(head)).join(signatures)
        options = "".join(f"\n   :{option}" for option in options)
        return f"{head}{lines}{options}\n\n{indent(body, '   ')}"

    def _functions(self, name, overloads, scope=None):
        first = overloads[0]
        decorated = _decorators(first)
        if "property" in decorated:
            type_ = _annotation(first.returns)
            doc = _doc(inspect.getattr_static(scope, name, None)) if scope else ""
            return self._entry("property", [name], self._text(f"{scope.__name__}.{name}", doc),
                               [f"type: {type_}"])
        bound = scope is not None and "staticmethod" not in decorated
        signatures = [f"{name}({_arguments(f, bound)}) -> {_annotation(f.returns)}"
                      for f in overloads]
        doc = _doc(getattr(scope or zhibu, name, None))
        qualified = f"{scope.__name__}.{name}" if scope else name
        options = ["staticmethod:"] if "staticmethod" in decorated else []
        return self._entry("method" if scope else "function", signatures,
                           self._text(qualified, doc), options)

    def _values(self, enumeration):
        for name, value in enumeration.__members__.items():
            labels = [getattr(value, "zh", ""), getattr(value, "en", "")]
            label = "" if enumeration is zhibu.Language else ", ".join(filter(None, labels))
            header = self._cpp.get(f"{enumeration.__name__}::{name}") or ""
            header = header.removeprefix(label.split(", ")[0]).removeprefix(": ")
            text = "; ".join(filter(None, [label, header if header not in label else ""]))
            yield self._entry("attribute", [name], rst(text, "python"))

    def _class(self, node, outer=None):
        thing = getattr(outer or zhibu, node.name)
        methods = {}
        for item in node.body:
            if isinstance(item, ast.FunctionDef):
                methods.setdefault(item.name, []).append(item)
        made = [f"{node.name}({_arguments(f, True)})" for f in methods.pop("__init__", [])]
        inside = list(self._values(thing)) if hasattr(thing, "__members__") else []
        for item in node.body:
            if isinstance(item, ast.ClassDef):
                inside.append(self._class(item, thing))
        for name, overloads in methods.items():
            if not name.startswith("__") or name in _SHOWN:
                inside.append(self._functions(name, overloads, thing))
        body = self._text(node.name, _doc(thing)) if outer is None else ""
        return self._entry("class", made or [node.name], "\n".join([body, *inside]))

    def sections(self):
        """The parts of the stub: its heading, and what stands under it, ready to print."""
        source = (self._python / "_core.pyi").read_text("utf-8")
        headings = [(m.start(), m[1]) for m in re.finditer(r"^# --- (.*) ---$", source, re.M)]
        lines = [(source.count("\n", 0, start) + 1, name) for start, name in headings]
        found = {name: {} for _, name in lines}
        for node in ast.parse(source).body:
            section = [name for line, name in lines if line <= node.lineno][-1:]
            if section and isinstance(node, (ast.ClassDef, ast.FunctionDef)):
                found[section[0]].setdefault(node.name, []).append(node)
            elif section and isinstance(node, ast.AnnAssign):
                found[section[0]].setdefault(node.target.id, []).append(node)
            elif section and isinstance(node, ast.Assign) and isinstance(node.value, ast.Subscript):
                found[section[0]].setdefault(node.targets[0].id, []).append(node)
        return {name: "\n".join(self._one(*one) for one in things.items() if self._is_public(*one))
                for name, things in found.items()}

    def _is_public(self, name, nodes):
        return name in zhibu.__all__ or isinstance(nodes[0], ast.Assign) and name not in _RENAMED

    def _one(self, name, nodes):
        if isinstance(nodes[0], ast.ClassDef):
            return self._class(nodes[0])
        if isinstance(nodes[0], ast.FunctionDef):
            return self._functions(name, nodes)
        if isinstance(nodes[0], ast.AnnAssign):
            return self._entry("data", [name], self._text(name, ""),
                               [f"type: {_annotation(nodes[0].annotation)}"])
        union = ast.unparse(_Plain().visit(nodes[0].value))
        said = "签名中的" if self._zh else "In signatures,"
        names = " | ".join(f":py:obj:`{one}`" if one != "None" else "``None``"
                           for one in union.split(" | ")).replace("|", r"\|")
        return f"{said} ``{name.lstrip('_')}``: {names}\n"

    def modules(self):
        """The modules written in Python: their docstrings, and their public functions."""
        out = []
        for file in sorted(self._python.glob("*.py")):
            if file.stem.startswith("_"):
                continue
            tree = ast.parse(file.read_text("utf-8"))
            title = f"``zhibu.{file.stem}``"
            out += [title, "-" * len(title), "", f".. py:module:: zhibu.{file.stem}\n",
                    rst(ast.get_docstring(tree) or "", "python", self._links), ""]
            out += [self._of_module(node) for node in tree.body if _named(node) in _public(tree)]
        return "\n".join(out)

    def _of_module(self, node):
        if isinstance(node, ast.Assign):
            return self._entry("data", [_named(node)], "", [f"value: {ast.unparse(node.value)}"])
        text = rst(ast.get_docstring(node) or "", "python", self._links)
        if isinstance(node, ast.ClassDef):
            return self._entry("class", [node.name], text)
        returns = f" -> {_annotation(node.returns)}" if node.returns else ""
        return self._entry("function", [f"{node.name}({_arguments(node, False)}){returns}"], text)


def _named(node):
    """What a statement of a module defines, if anything."""
    if isinstance(node, ast.Assign):
        return getattr(node.targets[0], "id", None)
    return getattr(node, "name", None)


def _public(tree):
    found = [ast.literal_eval(node.value) for node in tree.body if _named(node) == "__all__"]
    return found[0] if found else []


def write(python, cpp, folder, language):
    """Writes the pages as reStructuredText."""
    reference = Reference(python, cpp, language)
    folder.mkdir(parents=True, exist_ok=True)
    zh = language == "zh"
    for section, text in reference.sections().items():
        title = SECTIONS.get(section, (section, section))[zh]
        page = "\n".join([title, "=" * (2 * len(title)), "", ".. py:currentmodule:: zhibu\n", text])
        (folder / f"{section.split()[0]}.rst").write_text(page, "utf-8")
    title = MODULES[zh]
    page = "\n".join([title, "=" * (2 * len(title)), "", reference.modules()])
    (folder / "modules.rst").write_text(page, "utf-8")
