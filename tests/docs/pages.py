# SPDX-License-Identifier: BSL-1.0
"""The pages of the documentation, as they are written and as they are built."""

import re
from collections import Counter
from functools import lru_cache
from html.parser import HTMLParser
from pathlib import Path

REPO = Path(__file__).resolve().parents[2]
SOURCES = REPO / "python/docs"
SITE = REPO / "build/docs"
LANGUAGES = ("zh", "en")

_FENCE = re.compile(r"^(`{3,})(\{?[\w-]*\}?)([^\n]*)\n(.*?)^\1$", re.MULTILINE | re.DOTALL)


def written(language):
    """The names of the pages that are written by hand: howto/roster."""
    folder = SOURCES / language
    return sorted(f.relative_to(folder).with_suffix("").as_posix() for f in folder.rglob("*.md"))


def source(language, page):
    return (SOURCES / language / f"{page}.md").read_text("utf-8")


def fences(language, page):
    """The fenced blocks of a page: what they are of, their argument and what stands in them."""
    return [(kind, argument.strip(), text)
            for _, kind, argument, text in _FENCE.findall(source(language, page))]


def blocks(kind, page, language="zh"):
    return [text for k, _, text in fences(language, page) if k == kind]


def without_fences(language, page):
    return _FENCE.sub("", source(language, page))


def built(language):
    """The names of the pages of the site."""
    folder = SITE / language
    return sorted(f.relative_to(folder).with_suffix("").as_posix() for f in folder.rglob("*.html"))


class _Page(HTMLParser):
    def __init__(self):
        super().__init__()
        self.ids, self.links, self.loaded, self.headings = set(), [], [], []
        self.names, self.text = Counter(), []
        self._skip, self._name = 0, 0

    def handle_starttag(self, tag, attributes):
        of = dict(attributes)
        if "id" in of:
            self.ids.add(of["id"])
        if tag == "a" and "href" in of:
            self.links.append(of["href"])
        if tag in ("link", "script", "img", "object", "iframe"):
            self.loaded += filter(None, [of.get("src"), of.get("href")])
        if re.fullmatch("h[1-6]", tag):
            self.headings.append(tag)
        self._skip += tag in ("script", "style")
        if self._name or "descname" in of.get("class", "").split():
            self._name += tag == "span"

    def handle_endtag(self, tag):
        self._skip -= tag in ("script", "style")
        if self._name and tag == "span":
            self._name -= 1
            if not self._name:
                self.names["".join(self._parts)] += 1
                self._parts = []

    _parts = []

    def handle_data(self, data):
        if not self._skip:
            self.text.append(data)
        if self._name:
            self._parts = [*self._parts, data.strip()]


@lru_cache(maxsize=None)
def html(path):
    """A page of the site, read: its ids, links, headings, the names it declares, its text."""
    page = _Page()
    page.feed((SITE / path).read_text("utf-8"))
    page.text = "".join(page.text)
    return page
