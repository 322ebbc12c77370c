# SPDX-License-Identifier: BSL-1.0
"""A call reads well: what it is of stands first, and what else it is told has its name there.

Read from the stub, which test_stub.py holds against the module, and from the modules of Python.
"""

import ast
from pathlib import Path

import pytest

import zhibu

PACKAGE = Path(zhibu.__file__).parent
MODULES = ["annual", "cli", "html", "plot", "xlsx"]
MOST = 3

# What takes more than three by position, and why.
MANY = {
    "obligations": "roster, rules, calendar and year, in the order in which one gathers them",
    "ledger": "the kind, and the three books that it is drawn from",
    "count": "the figure, and the three books that it is counted in",
    "page": "the four books of a year",
    "write_page": "the file, and the four books of a year",
}
# What may be left out and is by position, and why.
BY_POSITION = {
    "RosterView.count_units": "there is nothing else to say to it",
    "RosterView.count_members": "a filter is the one thing that it is of",
    "Records.attend": "who was due, and of these the exceptions",
    "Finding.explain": "there is nothing else to say to it",
    "__arrow_c_stream__": "the protocol has it so",
    "main": "the entry point of the command line, as Python's own are",
}
# What always has its name in a call.
NAMED = {"as_of", "known_on", "language", "leap", "on", "personal", "progress", "rules_of",
         "threads"}


def functions_of(body, owner=""):
    for node in body:
        if isinstance(node, ast.FunctionDef):
            yield owner + node.name, node.args
        elif isinstance(node, ast.ClassDef):
            yield from functions_of(node.body, node.name + ".")


def public_functions():
    files = [PACKAGE / "_core.pyi", *(PACKAGE / f"{m}.py" for m in MODULES)]
    for file in files:
        for name, arguments in functions_of(ast.parse(file.read_text("utf-8")).body):
            last = name.split(".")[-1]
            if not last.startswith("_") or last in ("__init__", "__arrow_c_stream__"):
                yield name, arguments


FUNCTIONS = list(public_functions())


def positional(arguments):
    return [a for a in arguments.posonlyargs + arguments.args if a.arg not in ("self", "cls")]


def is_in(table, name):
    return name in table or name.split(".")[-1] in table


def test_the_walk_sees_the_whole_module():
    stubbed = {name for name, _ in FUNCTIONS}
    callables = {name for name in zhibu.__all__ if callable(getattr(zhibu, name))}
    assert callables - stubbed == {n for n in callables if isinstance(getattr(zhibu, n), type)}
    public = {f.stem for f in PACKAGE.glob("*.py") if not f.stem.startswith("_")}
    assert public == set(MODULES)


@pytest.mark.parametrize(("name", "arguments"), FUNCTIONS, ids=[name for name, _ in FUNCTIONS])
def test_few_arguments_are_positional_and_no_option_is(name, arguments):
    by_position = positional(arguments)
    if not is_in(MANY, name):
        assert len(by_position) <= MOST
    if not is_in(BY_POSITION, name):
        assert not arguments.defaults
        assert NAMED.isdisjoint(a.arg for a in by_position)
    assert not any("bool" in ast.unparse(a.annotation) for a in by_position if a.annotation)


def test_every_exception_is_needed():
    many = {name for name, a in FUNCTIONS if len(positional(a)) > MOST}
    left_out = {name for name, a in FUNCTIONS if a.defaults}
    assert many == MANY.keys()
    assert all(is_in(BY_POSITION, name) for name in left_out)
    assert BY_POSITION.keys() <= left_out | {name.split(".")[-1] for name in left_out}
