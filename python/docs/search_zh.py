# SPDX-License-Identifier: BSL-1.0
"""The search of the Chinese pages: words of Latin letters, and each two neighbouring characters.

Sphinx by itself finds Chinese only where the package jieba cuts it into words. Pairs need no
dictionary; what one looks for is cut into the same pairs in the browser.
"""

import re

from sphinx.search import SearchLanguage, languages

_CJK = "\u3400-\u9fff"

_SPLITTER = """
var splitQuery = query => {
  const found = [];
  for (const word of query.match(/[a-z0-9_]+|[\\u3400-\\u9fff]+/gi) || []) {
    if (!/[\\u3400-\\u9fff]/.test(word)) found.push(word);
    else if (word.length === 1) found.push(word);
    else for (let i = 0; i + 1 < word.length; ++i) found.push(word.slice(i, i + 2));
  }
  return found;
};
"""


class Pairs(SearchLanguage):
    lang = "zh"
    language_name = "Chinese"
    js_splitter_code = _SPLITTER
    stopwords = set()

    def split(self, text):
        words = re.findall(r"[a-zA-Z0-9_]+", text)
        for run in re.findall(f"[{_CJK}]+", text):
            words += list(run) + [run[i : i + 2] for i in range(len(run) - 1)]
        return words

    def stem(self, word):
        return word.lower()

    def word_filter(self, word):
        return bool(word)


def setup(app):
    languages["zh"] = languages["zh_CN"] = Pairs
