# SPDX-License-Identifier: BSL-1.0
"""The arguments and options that several commands have, with their help in both languages."""

import typing as t

from zhibu import _cli_types as types
from zhibu._cli_help import Argument, Option
from zhibu._cli_text import Say


def lang(say: Say) -> Option:
    return Option(["--lang"], metavar="zh|en", expose_value=False,
                  type=types.Chosen("language", [("zh", "中文"), ("en", "English")]),
                  help=say("帮助和输出的语言；不写则按系统的语言环境",
                           "the language of help and output; otherwise that of the locale"))


def verbose(say: Say) -> Option:
    return Option(["--verbose", "-v"], is_flag=True,
                  help=say("在标准错误输出上说明用了哪些文件", "say on stderr which files were used"))


def folder(say: Say, *, required: bool = True) -> Argument:
    return Argument("folder", required=required, type=types.FOLDER,
                    help=say("数据文件夹：名册（units.csv、persons.csv等）、rules.toml、calendar.toml、各年的记录",
                             "the folder: a roster (units.csv, persons.csv, …), rules.toml, "
                             "calendar.toml, and the records of each year"))


def rules(say: Say) -> Option:
    return Option(["--rules"], metavar="FILE", multiple=True, type=types.FILE,
                  help=say("本级规则文件，可重复；不写则用FOLDER/rules.toml（如有）。"
                           "空文件表示只按全国规则",
                           "a file of own rules, several if repeated; otherwise FOLDER/rules.toml "
                           "where there is one. An empty file: the national rules alone"))


def calendar(say: Say) -> t.List[Option]:
    return [Option(["--calendar"], metavar="FILE", type=types.FILE,
                   help=say("日历设置文件；不写则用FOLDER/calendar.toml（如有），否则用全国日历",
                            "the settings of the calendar; otherwise FOLDER/calendar.toml where "
                            "there is one, else the national calendar")),
            arrangement(say)]


def arrangement(say: Say) -> Option:
    return Option(["--arrangement"], metavar="FILE", multiple=True, type=types.FILE,
                  help=say("又一年的放假安排（JSON或CSV），可重复",
                           "the holiday arrangement of a further year (JSON or CSV), several if "
                           "repeated"))


def records(say: Say) -> Option:
    return Option(["--records"], metavar="DIR", type=types.FOLDER,
                  help=say("记录文件夹；不写则用FOLDER/期间的年份",
                           "the folder of records; otherwise FOLDER/year of the period"))


def period(say: Say, zh: str, en: str, *, required: bool = True) -> Option:
    forms = say("：如2026、2026-H1、2026-Q1、2026-03、2026-03-01..2026-05-31",
                ": such as 2026, 2026-H1, 2026-Q1, 2026-03, 2026-03-01..2026-05-31")
    return Option(["--period"], metavar="PERIOD", required=required, type=types.PERIOD,
                  help=say(zh, en) + forms)


def day(say: Say, name: str, zh: str, en: str, *, required: bool = False) -> Option:
    return Option([name], metavar="DAY", required=required, type=types.DAY, help=say(zh, en))


def as_of(say: Say, *, required: bool = True) -> Option:
    must = required and say("（必填）", " (required)") or ""
    return day(say, "--as-of", "截至哪一天，如2017-09-30" + must,
                "as of the end of which day, such as 2017-09-30" + must, required=required)


def rules_of(say: Say) -> Option:
    return day(say, "--rules-of", "按哪一天有效的规定；不写则按当时有效的规定",
                "by the rules in force on which day; otherwise by those in force then")


def known_on(say: Say) -> Option:
    return day(say, "--known-on", "只看截至该日已录入的内容",
                "by what was entered up to that day only")


def unit(say: Say) -> Option:
    return Option(["--unit"], metavar="CODE", type=types.UNIT,
                  help=say("只看该党组织及其下级", "only this unit and what stands under it"))


def format(say: Say) -> Option:
    return Option(["--format"], metavar="table|csv|json|md",
                  type=types.Chosen("format", [
                      ("table", say("表格", "a table")), ("csv", "CSV"), ("json", "JSON"),
                      ("md", "Markdown")]),
                  help=say("输出格式：table（默认）、csv、json、md",
                           "the form of the output: table (unless another is named), csv, json, "
                           "md"))


def out(say: Say) -> Option:
    return Option(["--out"], metavar="FILE", type=types.FILE,
                  help=say("写入文件，格式由扩展名定：.ics、.csv、.md、.xlsx、.html、.json",
                           "write to a file, in the form that its name ends in: .ics, .csv, .md, "
                           ".xlsx, .html, .json"))


def keys(enumeration: t.Any, say: Say) -> str:
    """What may be typed of an enumeration; in Chinese, with what it means."""
    listed = types.labels(enumeration, say)
    return say("、".join(f"{key} {name}" for key, name in listed),
               ", ".join(key for key, _ in listed))
