# SPDX-License-Identifier: BSL-1.0
"""The page of what the calendar rests on, from the rows under src/time/ and the calendar itself."""

import csv
from collections import Counter
from datetime import date

import zhibu
from prose import inline

_WORDS = {
    "zh": {
        "title": "日历的来源",
        "head": """日历知道自己知道什么。每一天要么是 *已公布* （decreed），要么是 *推定* （projected），要么
是 *未知* （unknown）。安排已公布至 {decreed}。此后的日子依现行办法推定，不含通知才能定的调休。农历和节气
从 {first} 年算至 {last} 年。以下各表由 ``src/time/`` 里的数据行生成；“变更”“来源”两栏照数据行原样。""",
        "notices": "逐年的放假通知",
        "notices_head": "“放假”“上班”是该年安排所列的放假工作日（含法定）和调休上班日的天数。",
        "notices_columns": ["年", "通知", "成文", "放假", "上班", "变更", "发布处"],
        "laws": "放假办法的历次文本",
        "laws_head": "《全国年节及纪念日放假办法》第二条决定全体公民放假的日子。",
        "laws_columns": ["令", "施行", "至", "全年放假天数", "读过原文", "来源"],
        "festivals": "节日与纪念日",
        "festivals_head": "每一行是一段时间内的依据；“惯例”表示没有法规文件。",
        "festivals_columns": ["名称", "日子", "自", "至", "放假", "依据"],
        "lunar": "农历和节气怎样核对",
        "lunar_head": """农历按 GB/T 33661-2017《农历的编算和颁行》推算：北京时间；朔日为初一；冬至所在月为
十一月；两个十一月之间有十三个月时，第一个没有中气的月为闰月。``src/time/derive_lunar_calendar.py`` 由星历
推出朔和节气的时刻，逐行核对 {years} 个农历年和 {terms} 年的节气；DE406、DE431 和 Moshier 的星历给出同样的
日子。下表 {published} 个月照当年颁行的日子收录，与标准推算的不同。另有 {uncertain} 个将来的月，朔在半夜前后
两分钟之内，地球自转会不会使它差一天，没有人知道；日历把它标为未定。""",
        "lunar_columns": ["农历月", "颁行的初一", "推算的朔", "原因"],
        "yes": "是", "no": "否",
    },
    "en": {
        "title": "What the calendar rests on",
        "head": """The calendar knows what it knows. A day is *decreed*, *projected* or
*unknown*. The arrangements are known through {decreed}. Later days are projected from the law
in force, without the swaps that only a notice can decide. The lunar calendar and the solar
terms run from {first} to {last}. The tables below are made from the rows under ``src/time/``.""",
        "notices": "The notices, year by year",
        "notices_head": "Off are the weekdays, statutory ones included, and worked the weekend "
        "days, that the arrangement of the year names.",
        "notices_columns": ["Year", "Notice", "Issued", "Off", "Worked", "Changes", "Published"],
        "laws": "The texts of the holiday law",
        "laws_head": "Article 2 of 《全国年节及纪念日放假办法》 says which days are off for all citizens.",
        "laws_columns": ["Order", "From", "To", "Days off in a year", "Text read", "Source"],
        "festivals": "Festivals and memorial days",
        "festivals_head": "Each row is what a day rested on for a time; custom, where no document "
        "is behind it.",
        "festivals_columns": ["Name", "Day", "From", "To", "Off", "Rests on"],
        "lunar": "How the lunar calendar and the solar terms were checked",
        "lunar_head": """The lunar calendar follows GB/T 33661-2017: Beijing time; the day of
the new moon is day 1; the month of the winter solstice is month 11; of thirteen months between
two months 11, the first without a 中气 is the leap month. ``src/time/derive_lunar_calendar.py``
derives the instants of new moons and solar terms from an ephemeris and checks {years} lunar
years and the terms of {terms} years row by row; the ephemerides DE406, DE431 and Moshier's give
the same days. {published} months, in the table below, stand as they were published in their
day, which is not as the standard has them. In {uncertain} months to come the new moon falls
within two minutes of midnight, so that the turning of the Earth, which nobody can foretell, may
move it by a day; the calendar says so.""",
        "lunar_columns": ["Lunar month", "First day as published", "New moon as derived", "Cause"],
        "yes": "yes", "no": "no",
    },
}


def rows(file):
    """The rows of a file under src/time/, without the comments above them."""
    lines = file.read_text("utf-8").splitlines()
    return list(csv.DictReader(line for line in lines if not line.startswith("#")))


def table(columns, body, widths=None):
    """A list-table, whose cells are reStructuredText already."""
    out = [".. list-table::", "   :header-rows: 1", "   :class: sources"]
    if widths:
        out.append(f"   :widths: {' '.join(map(str, widths))}")
    out.append("")
    for row in [columns, *body]:
        for i, cell in enumerate(row):
            lines = cell.splitlines() or [""]
            out.append(f"   {'* -' if i == 0 else '  -'} {lines[0]}".rstrip())
            out += [f"       {line}" for line in lines[1:]]
    return "\n".join(out) + "\n"


def _links(urls):
    def named(url):
        host = url.split("://")[1].split("/")[0]
        return f"`{host} <{url}>`__"
    return " ".join(map(named, urls.split()))


class _Page:
    def __init__(self, folder, language):
        self._rows = {file.stem: rows(file) for file in folder.glob("*.csv")}
        self._zh, self._words = language == "zh", _WORDS[language]

    def _section(self, name, body, mark="-"):
        title = self._words[name]
        return f"{title}\n{mark * (2 * len(title))}\n\n{body}\n"

    def _notices(self):
        kinds = Counter((row["year"], row["kind"]) for row in self._rows["arrangements"])
        weekdays = Counter(row["year"] for row in self._rows["arrangements"]
                           if row["kind"] in ("statutory_holiday", "swapped_holiday")
                           and date.fromisoformat(row["date"]).weekday() < 5)
        body = [[row["year"], inline(row["notice"]), row["issued"], str(weekdays[row["year"]]),
                 str(kinds[row["year"], "makeup_workday"]), inline(row["changes"]),
                 _links(row["url"])] for row in self._rows["arrangement_notices"]]
        return table(self._words["notices_columns"], body, [6, 24, 11, 6, 8, 28, 17])

    def _laws(self):
        body = [[inline(row["number"]), row["from"], row["to"], row["days"],
                 self._words[row["read"]], inline(row["source"])]
                for row in self._rows["holiday_laws"]]
        return table(self._words["laws_columns"], body)

    def _festivals(self):
        body, day, name = [], "", ""
        for row in self._rows["festivals"]:
            if row["name"]:
                name = row["name"] if self._zh else f"{row['name']} {row['name_en']}"
                day = row["day"]
            off = zhibu.DayOff.parse(row["day_off"])
            source = row["source"]
            if source == "custom" and self._zh:
                source = "惯例"
            body.append([inline(name if row["name"] else ""), row["days"] or row["day"] or day,
                         row["from"], row["to"], off.zh if self._zh else off.en, inline(source)])
        return table(self._words["festivals_columns"], body, [18, 14, 12, 12, 14, 30])

    def _lunar(self):
        head = self._words["lunar_head"].format(
            years=len(self._rows["lunar_years"]), terms=len(self._rows["solar_terms"]),
            published=len(self._rows["lunar_published"]),
            uncertain=sum(bool(row["uncertain"]) for row in self._rows["lunar_years"]))
        body = [[f"{row['year']}-{row['month']}", row["first_day"], row["new_moon"],
                 inline(row["cause"])] for row in self._rows["lunar_published"]]
        return f"{head}\n\n{table(self._words['lunar_columns'], body)}"

    def text(self):
        calendar = zhibu.Calendar.china()
        years = [row["year"] for row in self._rows["lunar_years"]]
        head = self._words["head"].format(decreed=calendar.decreed_through(), first=years[0],
                                          last=years[-1])
        parts = [self._section("title", head, "=")]
        for name, body in [("notices", self._notices()), ("laws", self._laws()),
                           ("festivals", self._festivals())]:
            parts.append(self._section(name, f"{self._words[name + '_head']}\n\n{body}"))
        return "\n".join([*parts, self._section("lunar", self._lunar())])


def text(folder, language):
    """The page as reStructuredText, in "zh" or "en", from the rows in a folder."""
    return _Page(folder, language).text()
