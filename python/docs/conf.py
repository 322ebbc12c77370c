# SPDX-License-Identifier: BSL-1.0
"""How Sphinx builds the site in one language, which build.py names in ZHIBU_DOCS_LANGUAGE."""

import hashlib
import os
import re
import sys
from pathlib import Path

import sphinx
from docutils import nodes
from sphinx.domains import cpp
from sphinx.transforms import SphinxTransform

sys.path.insert(0, str(Path(__file__).parent))

import search_zh  # noqa: E402

language = os.environ["ZHIBU_DOCS_LANGUAGE"]
_zh = language == "zh_CN"
project = "zhibu 支部" if _zh else "zhibu"
copyright = ""
html_show_copyright = False
html_show_sphinx = False
html_show_sourcelink = False
html_copy_source = False
html_show_search_summary = False  # they would be fetched, which a browser refuses to files

extensions = ["myst_parser"]
myst_enable_extensions = ["colon_fence", "deflist"]
myst_heading_anchors = 3
source_suffix = {".md": "markdown", ".rst": "restructuredtext"}
exclude_patterns = ["examples", "tests"]
smartquotes = False
highlight_language = "none"
cpp_index_common_prefix = ["zhibu::"]
modindex_common_prefix = ["zhibu."]
add_module_names = False
python_use_unqualified_type_names = True
toc_object_entries = False

html_theme = "sphinx_rtd_theme"
html_title = "zhibu 支部：文档" if _zh else "zhibu: documentation"
html_theme_options = {"navigation_depth": 4, "collapse_navigation": True}
html_static_path = ["static"]
html_css_files = ["zhibu.css"]
html_js_files = ["zhibu.js"]
html_last_updated_fmt = None
templates_path = ["templates"]
html_context = {
    "other": ("../en", "English", "en") if _zh else ("../zh", "中文", "zh-CN"),
}

nitpicky = True
nitpick_ignore_regex = [
    # What the signatures name and is not zhibu's, and what says in its header that it is private.
    ("cpp:identifier", r"std(::.*)?|boost(::.*)?"),
    ("cpp:identifier", r"\w+Tag|RosterColumns|(serialization(::)?)?(HasParts(<T>)?)?"),
    ("cpp:identifier", r"Rows<.*>::Iterator"),
    # What the stubs name and is Python's own, or an abbreviation that its page explains.
    ("py:class", r"(datetime\.)?date|int|str|bool|float|bytes|object|None|Any|T|PathLike|array|ndarray|\.\.\."),
    ("py:class", r"list|dict|tuple|Sequence|(abc\.)?Iterable|Iterator|Scope|Cadence|Demand|Meaning|Axes|ArrowStream"),
]


def _remember_ids():
    """Sphinx 5 reckons the ids of all declarations anew for each reference: half of its time."""
    if sphinx.version_info >= (7,):
        return
    reckon = cpp.ASTDeclaration.get_newest_id

    def remembered(self):
        if "zhibu_id" not in self.__dict__:
            self.zhibu_id = reckon(self)
        return self.zhibu_id

    cpp.ASTDeclaration.get_newest_id = remembered


_WIDE = "[\u3000-\u30ff\u3400-\u9fff\uff00-\uffef“”‘’…—]"


class JoinLines(SphinxTransform):
    """Where a line of Chinese is broken in the source stands no space on the page."""

    default_priority = 300

    def apply(self, **_):
        for parent in {text.parent for text in self.document.findall(nodes.Text)}:
            if isinstance(parent, nodes.FixedTextElement):
                continue
            for i, text in enumerate(parent.children):
                if isinstance(text, nodes.Text) and "\n" in text:
                    parent[i] = nodes.Text(self._joined(parent, i))

    @staticmethod
    def _joined(parent, i):
        """A text without the breaks beside a Chinese character, also one beside it in the tree."""
        before = parent[i - 1] if i else ""
        behind = parent[i + 1] if i + 1 < len(parent) else ""
        left, right = (n if isinstance(n, nodes.Text) else "" for n in (before, behind))
        whole = left[-1:] + parent[i] + right[:1]
        joined = re.sub(rf"(?<={_WIDE})\n(?=\S)|(?<=\S)\n(?={_WIDE})", "", whole)
        return joined[len(left[-1:]) : len(joined) - len(right[:1])]


class TrimCode(SphinxTransform):
    """No empty lines below a piece that is cut out of a file."""

    default_priority = 300

    def apply(self, **_):
        for block in self.document.findall(nodes.literal_block):
            block.rawsource = block.astext().rstrip("\n")
            block[:] = [nodes.Text(block.rawsource)]


def setup(app):
    here = Path(__file__).parent
    own = (here / "conf.py").read_bytes() + (here / "search_zh.py").read_bytes()
    app.add_config_value("zhibu_docs", hashlib.sha256(own).hexdigest(), "env")  # else no new build
    app.add_transform(JoinLines)
    app.add_transform(TrimCode)
    search_zh.setup(app)
    _remember_ids()
