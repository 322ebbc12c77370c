# SPDX-License-Identifier: BSL-1.0
"""What Python says of a name is the first sentence of what its C++ header says, word for word."""

import inspect
import re
from pathlib import Path

import pytest

import zhibu
from zhibu import _core

HEADERS = Path(__file__).parents[2] / "include"

# Of these the headers say nothing but their values.
SELF_EXPLANATORY = {"HalfDay", "Sex", "Weekday"}


def words(text):
    return " ".join(text.split())


def is_enumeration(thing):
    return hasattr(thing, "__members__")


def summary(thing):
    """The docstring without the signatures, and without the values of an enumeration."""
    if is_enumeration(thing):
        return words((thing.__doc__ or "").split("Members:")[0])
    lines = (thing.__doc__ or "").strip().splitlines()
    name = re.escape(getattr(thing, "__name__", ""))
    return words(" ".join(
        line for line in lines
        if not re.match(rf"(\d+\. )?{name}\(|Overloaded function", line)))


def documented():
    for name in zhibu.__all__:
        thing = getattr(zhibu, name)
        yield name, thing
        if inspect.isclass(thing):
            for method, value in vars(thing).items():
                value = getattr(value, "__func__", value)
                if callable(value) and not method.startswith("_"):
                    yield f"{name}.{method}", value


each_documented = pytest.mark.parametrize(
    ("name", "thing"), list(documented()), ids=lambda it: it if isinstance(it, str) else "")


@pytest.fixture(scope="module")
def comments():
    lines = (line for header in HEADERS.rglob("*.hpp")
             for line in header.read_text("utf-8").splitlines())
    return words(" ".join(m[1] for line in lines if (m := re.match(r"\s*// (.*)", line))))


@each_documented
def test_a_docstring_comes_from_the_header(name, thing, comments):
    assert summary(thing) in comments


@pytest.mark.parametrize("name", sorted(set(zhibu.__all__) - SELF_EXPLANATORY))
def test_every_type_says_what_it_is(name):
    thing = getattr(zhibu, name)
    if inspect.isclass(thing):
        assert summary(thing).endswith(".")


def test_all_names_of_the_compiled_half_are_listed():
    assert sorted(zhibu.__all__) == sorted(n for n in vars(_core) if not n.startswith("_"))


@each_documented
def test_no_signature_speaks_cpp(name, thing):
    texts = [thing.__doc__ or ""]
    if inspect.isclass(thing):
        texts += [getattr(value, "__doc__", "") or "" for value in vars(thing).values()]
    for text in texts:
        assert "::" not in text and "zhibu._core" not in text and "<" not in text.replace("->", "")


@pytest.mark.parametrize(
    "name", [n for n in zhibu.__all__ if is_enumeration(getattr(zhibu, n))])
def test_an_enumeration_speaks_both_languages(name):
    enumeration = getattr(zhibu, name)
    for key, value in enumeration.__members__.items():
        assert str(value) == key and repr(value) == f"{name}.{key}"
        assert enumeration.parse(key) == value
        assert enumeration(int(value)) == value
        if enumeration is not zhibu.Language:
            assert enumeration.parse(value.zh) == value
            assert value.en.isascii()


def test_types_live_where_they_are_imported_from():
    assert repr(zhibu.Roster) == "<class 'zhibu.Roster'>"
