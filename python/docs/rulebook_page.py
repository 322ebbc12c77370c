# SPDX-License-Identifier: BSL-1.0
"""The page of the national rulebook: every rule as the library itself puts it into words.

Nothing is quoted here that the rulebook does not hold: the words are those of zhibu.explain().
"""

from textwrap import indent

import zhibu
from prose import inline

_TITLE = {"zh": "规则手册", "en": "The rulebook"}
_HEAD = {
    "zh": """
以下是 ``zhibu.Rulebook.national()`` 的全部规则：周期性要求{provisions}条，设置要求{requirements}条，
不可判定的{undecided}条。按所依据的文件分组。每条的话是 ``zhibu.explain()`` 说的；原文只在
规则手册自己收有原文处引用。一条规则既有周期性要求又有设置要求的，两种读法写在一起。“把握”说条文是怎么知道的，见
:doc:`concepts`。
""",
    "en": """
These are all rules of ``zhibu.Rulebook.national()``: {provisions} that say what must be held
and how often (provisions), {requirements} that say how organizations must be built
(requirements), and {undecided} that no data can decide. They are grouped by the document that
they are taken from. The words are those of ``zhibu.explain()``; a clause is quoted only where
the rulebook holds it, and in Chinese, as it was issued. A rule that is read both ways stands
once, with both. "Confidence" says how the text is known; see :doc:`concepts`.
""",
}
_WORDS = {
    "zh": {"confidence": "把握：{0}", "from": "{0} 起", "until": "至 {0} 止", "comma": "，",
           "issued": "{0} 发布或施行", "rules": "{0} 条", "filter": "筛选："},
    "en": {"confidence": "confidence: {0}", "from": "since {0}", "until": "until {0}",
           "comma": ", ", "issued": "of {0}", "rules": "{0} rules", "filter": "Filter: "},
}


class _Page:
    def __init__(self, language):
        self._language = language
        self._zhibu_language = getattr(zhibu.Language, language)
        self._words = _WORDS[language]

    def _label(self, value):
        return getattr(value, self._language)

    def _name(self, rule):
        return rule.name if self._language == "zh" else rule.name_en

    def _row(self, rule):
        """One row of the rulebook: what kind it is, how strong, since when, and its words."""
        kind = self._label(zhibu.RuleKind.parse(type(rule).__name__.lower()))
        dates = self._words["from"].format(rule.in_force_from)
        if rule.in_force_until:
            last = zhibu.Period(rule.in_force_from, rule.in_force_until).last()
            dates += " " + self._words["until"].format(last)
        words = zhibu.explain(rule, language=self._zhibu_language)
        words = words.removeprefix(f"{rule.code} ").removeprefix(self._name(rule)).lstrip("。. ")
        confidence = self._words["confidence"].format(self._label(rule.confidence))
        badges = " · ".join([kind, self._label(rule.force), dates, confidence])
        return f".. rst-class:: badges\n\n{inline(badges)}\n\n{inline(words)}\n"

    def _rule(self, rows):
        code, body, said = rows[0].code, "", None
        for row in rows:
            name = self._name(row)
            if name != said:
                body += f"**{code}** {inline(name)}\n\n"
            body += self._row(row) + "\n"
            said = name
        return f".. _rule-{code}:\n\n.. container:: rule\n\n{indent(body, '   ')}"

    def _document(self, document, rules):
        codes = dict.fromkeys(rule.code for rule in rules)
        title = f"《{document.title}》" if self._language == "zh" else document.title_en
        said = [self._label(document.layer), self._words["rules"].format(len(codes))]
        if document.issued:
            said.insert(0, self._words["issued"].format(document.issued))
        if self._language == "en":
            said.insert(0, f"《{document.title}》")
        out = [title, "-" * (2 * len(title)), "", self._words["comma"].join(said) + "\n"]
        out += [self._rule([r for r in rules if r.code == code]) for code in codes]
        return "\n".join(out)

    def text(self):
        book = zhibu.Rulebook.national()
        rules = [*book, *book.requirements(), *book.undecided()]
        title = _TITLE[self._language]
        head = _HEAD[self._language].format(provisions=len(book), undecided=len(book.undecided()),
                                            requirements=len(book.requirements()))
        out = [title, "=" * (2 * len(title)), head,
               f".. rst-class:: filter\n\n{self._words['filter']}\n"]
        for document in book.documents():
            cited = [rule for rule in rules if rule.source.document == document.title]
            if cited:
                out.append(self._document(document, cited))
        return "\n".join(out)


def text(language):
    """The page as reStructuredText, in "zh" or "en"."""
    return _Page(language).text()
