# SPDX-License-Identifier: BSL-1.0
"""The page that holds zhibu beside the libraries it would be measured by, feature by feature.

What zhibu has where it may yet change is not written down: the module is asked, when the page
is made. So a gap that is closed is shown as closed.
"""

import copy
import importlib.util
import pickle
from datetime import date
from pathlib import Path

import zhibu
from anchors_rows import GIVES, TAKES
from calendar_page import table
from prose import inline

REPO = Path(__file__).resolve().parents[2]

_WORDS = {
    "zh": {
        "title": "与标杆对照",
        "head": """Python 的手感，标杆是 boost-histogram、pyosmium 和 polars；C++ 的手感，标杆是 cctz 和
Boost.Histogram。下面逐项写它们给用户而 zhibu 怎样，再写反过来的。它们的情况取自各自公开的文档和源码；zhibu 一栏凡会变的，
生成本页时向模块当场问过。“有”是有了；“缺”是差距，还没有补上；“不做”是想过了，说明理由。

这些库做的是别的事，比的是用起来怎样，不是谁好。""",
        "takes": "它们给用户的，zhibu 怎样", "gives": "zhibu 给用户的，它们没有或者用不着",
        "columns": ["项目", "标杆", "zhibu", "结论"], "reverse": ["项目", "zhibu", "标杆"],
        "has": "有", "open": "缺", "argued": "不做", "comma": "、",
    },
    "en": {
        "title": "Beside the anchors",
        "head": """For how Python should feel, the anchors are boost-histogram, pyosmium and
polars; for C++, cctz and Boost.Histogram. Feature by feature: what they give their users, and
how zhibu stands; and then the reverse. What is said of them is from their public documentation
and sources; what zhibu has and may yet change was asked of the module when this page was made.
*Has* means that it is there, *open* that it is a gap, *argued* that it was thought about and
left out, with the reason.

These libraries do other things. What is compared is how they are to use, and not which is
better.""",
        "takes": "What they give their users, and zhibu",
        "gives": "What zhibu gives, and they do not, or need not",
        "columns": ["Feature", "Anchors", "zhibu", "So"],
        "reverse": ["Feature", "zhibu", "Anchors"],
        "has": "has", "open": "open", "argued": "argued", "comma": ", ",
    },
}


def _works(act, thing):
    try:
        act(thing)
        return True
    except TypeError:
        return False


class Probe:
    """What the module can do today."""

    def __init__(self):
        county = REPO / "examples/yongshun"
        roster = zhibu.Roster.load(county)
        rules, calendar = zhibu.Rulebook.national(), zhibu.Calendar.china()
        records = zhibu.Records.load(county / "2017", roster)
        owed = zhibu.obligations(roster, rules, calendar, zhibu.parse_period("2017"))
        findings = zhibu.audit(owed, records, as_of=date(2017, 9, 30))
        self._things = {"Roster": roster, "Records": records, "Rulebook": rules,
                        "Calendar": calendar, "Obligations": owed, "Findings": findings}

    def _those(self, can, but=()):
        asked = {name: thing for name, thing in self._things.items() if name not in but}
        able = [name for name, thing in asked.items() if can(thing)]
        return able, [name for name in asked if name not in able]

    def pickled(self):
        return self._those(lambda thing: _works(pickle.dumps, thing))

    def copied(self):
        return self._those(lambda thing: _works(copy.copy, thing))

    def to_arrow(self):
        return self._those(lambda thing: hasattr(thing, "__arrow_c_stream__")
                           or hasattr(thing, "tables"), but=("Rulebook", "Calendar"))

    def shown_as_html(self):
        return self._those(lambda thing: hasattr(thing, "_repr_html_"))

    def progress(self):
        """Whether what takes long tells how far it is."""
        told = "progress" in (zhibu.audit.__doc__ or "").split("\n")[0]
        return (["audit"], []) if told else ([], ["audit"])

    def command_line(self):
        return self._module("zhibu.cli")

    def plots(self):
        return self._module("zhibu.plot")

    @staticmethod
    def _module(name):
        there = importlib.util.find_spec(name) is not None
        return ([name], []) if there else ([], [name])


class _Page:
    def __init__(self, language):
        self._language, self._words, self._probe = language, _WORDS[language], Probe()

    def _said(self, texts):
        return texts[self._language == "en"]

    def _answer(self, row):
        """What zhibu has, and the verdict, of a row that may have to ask."""
        if "ask" not in row:
            return self._said(row["zhibu"]), self._words[row["so"]]
        able, lacking = getattr(self._probe, row["ask"])()
        comma = self._words["comma"]
        yes, no = map(self._said, (row["yes"], row["no"]))
        parts = [yes.format(comma.join(f"`{n}`" for n in able))] if able else []
        parts += [no.format(comma.join(f"`{n}`" for n in lacking))] if lacking else []
        joint = "；" if self._language == "zh" else "; "
        return joint.join(parts), self._words["open" if lacking else "has"]

    def _takes(self, row):
        ours, verdict = self._answer(row)
        return [inline(self._said(row["what"])), inline(self._said(row["they"])), inline(ours),
                verdict]

    def _gives(self, row):
        return [inline(self._said(row[key])) for key in ("what", "zhibu", "they")]

    def text(self):
        words = self._words
        parts = [words["title"], "=" * (2 * len(words["title"])), "", words["head"], ""]
        takes = table(words["columns"], map(self._takes, TAKES), [16, 38, 38, 8])
        gives = table(words["reverse"], map(self._gives, GIVES), [20, 45, 35])
        for name, body in [("takes", takes), ("gives", gives)]:
            parts += [words[name], "-" * (2 * len(words[name])), "", body]
        return "\n".join(parts)


def text(language):
    """The page as reStructuredText, in "zh" or "en"."""
    return _Page(language).text()
