# SPDX-License-Identifier: BSL-1.0
"""The commands, and their help in both languages."""

import sys
import typing as t
from functools import partial

import click

import zhibu
from zhibu import _cli_actions as actions
from zhibu import _cli_options as options
from zhibu import _cli_types as types
from zhibu._cli_help import Argument, Command, Group, Option, Section
from zhibu._cli_text import Say


def _codes(say: Say, zero: str, one: str) -> Section:
    return Section(say("退出码：", "Exit codes:"),
                   [("0", zero), ("1", one),
                    ("2", say("用法不对，或输入有误", "wrong usage, or bad input"))])


def _examples(say: Say, *rows: t.Sequence[str]) -> Section:
    return Section(say("示例：", "Examples:"), [(line, say(zh, en)) for line, zh, en in rows])


def _command(name: str, say: Say, does: t.Callable[..., int], short: str, about: str,
             params: t.Sequence[t.Any], sections: t.Sequence[Section] = ()) -> Command:
    return Command(name, say=say, short=short, about=about, sections=sections,
                   callback=partial(does, say),
                   params=[*params, options.verbose(say), options.lang(say)])


def _check_command(say: Say) -> Command:
    return _command(
        "check", say, actions.check,
        say("检查组织设置，各附条款", "hold the organization against the rules"),
        say("检查名册中的党组织设置、班子、任期、党员等是否合规，每个问题附条款依据；账册自相矛盾之处单列在后。",
            "Holds the roster against how organizations must be built: units, committees, terms, "
            "members. Each fault has its article; what contradicts itself in the books stands "
            "apart, at the end."),
        [options.folder(say), options.as_of(say), options.format(say), options.rules(say)],
        [_codes(say, say("没有问题", "no fault"), say("有问题或数据矛盾", "faults or contradictions")),
         _examples(say, ("zhibu check examples/yongshun --as-of 2017-09-30", "", ""))])


def _plan_command(say: Say) -> Command:
    return _command(
        "plan", say, actions.plan,
        say("把一个期间应办的事项排到工作日", "plan on workdays what is owed in a period"),
        say("推算一个期间应办的全部事项，排到工作日的上午或下午；排不下的列在最后。"
            "单个党组织的计划，是全体计划中属于它的部分。",
            "Draws up all that is owed in a period and plans it on the half-days of workdays; what "
            "could not be placed stands at the end. The plan of a unit is its part of the plan of "
            "all."),
        [options.folder(say), options.period(say, "排哪个期间（必填）", "which period (required)"),
         options.unit(say), options.out(say), options.format(say), options.rules_of(say),
         options.rules(say), *options.calendar(say)],
        [_examples(say, ("zhibu plan examples/yongshun --period 2026 --out plan.ics",
                         "导入手机日历", "for everybody's calendar"))])


def _audit_command(say: Say) -> Command:
    return _command(
        "audit", say, actions.audit,
        say("核查应办事项：办了什么、还差什么", "of what is owed, what was held and what stands open"),
        say("核查一个期间的应办事项到某一天的情况：已完成、逾期、待办等，各附佐证和条款依据，"
            "最后是规范执行率（按--unit和--rule所选的全部事项计算）。",
            "How all that is owed in a period stood on a day: satisfied, overdue, due, …, each "
            "with its evidence and its article; at the end the rate of execution, of all that "
            "--unit and --rule choose."),
        [options.folder(say), options.period(say, "核查哪个期间（必填）", "which period (required)"),
         options.as_of(say), options.unit(say),
         Option(["--rule"], metavar="CODE", multiple=True, type=types.rule(say),
                help=say("只看该条规则，可重复", "only this rule, several if repeated")),
         Option(["--standing"], metavar="STANDING", multiple=True,
                type=types.key(zhibu.Standing, say),
                help=say("只列出这种状态，可重复：", "list only this standing, several if repeated: ")
                + options.keys(zhibu.Standing, say)),
         options.format(say), options.out(say), options.records(say), options.rules_of(say),
         options.known_on(say), options.rules(say), *options.calendar(say)],
        [_codes(say, say("所选范围内没有逾期", "nothing of what was chosen is overdue"),
                say("有逾期", "something is overdue")),
         _examples(say, ("zhibu audit examples/yongshun --period 2017 --as-of 2017-09-30 "
                         "--rules-of 2026-01-01 --standing overdue",
                         "按2026年的规定核查2017年", "2017 by the rules of 2026"))])


def _explain_command(say: Say) -> Command:
    return _command(
        "explain", say, actions.explain,
        say("用白话说明一条规则，或某项核查结论的理由", "say what a rule demands, or why a finding is so"),
        say("只写规则编号，说明该条规则；再写文件夹，则包括本级规则。"
            "加上--unit或--person和--as-of，说明该规则对它的核查结论：依据、适用理由、期限、计入和不计的记录、补救办法。",
            "Of a rule's code alone, what it demands; with a folder, of its own rules too. With "
            "--unit or --person and --as-of, why the findings of that rule are as they are: by "
            "which article, why it binds, the window, what counts and what does not, and what "
            "would meet it."),
        [Argument("rule", required=False, type=types.rule(say),
                  help=say("规则编号，如MTG-01", "the code of a rule, such as MTG-01")),
         options.folder(say, required=False),
         Option(["--list"], is_flag=True,
                help=say("列出全部规则；写文件夹则包括本级规则",
                         "list all rules; with a folder, its own rules too")),
         options.unit(say),
         Option(["--person"], metavar="CODE", type=types.PERSON,
                help=say("只看该人员的应办事项", "only what this person owes")),
         Option(["--window"], metavar="PERIOD", type=types.PERIOD,
                help=say("只看该应办期限，如2017-Q2", "only this window, such as 2017-Q2")),
         options.as_of(say, required=False),
         options.period(say, "核查哪个期间，不写则为期限所在的年份",
                        "which period is audited, otherwise the year of the window",
                        required=False),
         options.records(say), options.rules_of(say), options.known_on(say), options.rules(say),
         *options.calendar(say)],
        [_examples(say, ("zhibu explain MTG-01", "", ""),
                   ("zhibu explain MTG-01 examples/yongshun --unit YS-B07 --window 2017-Q2 "
                    "--as-of 2017-09-30 --rules-of 2026-01-01", "", ""))])


def _ledger_command(say: Say) -> Command:
    return _command(
        "ledger", say, actions.ledger,
        say("生成台账和统计表", "draw up a ledger, or a form of statistics"),
        say("由名册和记录生成一种台账。健康与困难原因、公民身份号码、联系电话都不显示，除非用--show点名；"
            "号码即使显示也是掩码。",
            "Draws up a ledger from the roster and the records. Reasons of health and hardship, "
            "identity numbers and phones are not shown, unless --show names them; numbers are "
            "masked even then."),
        [options.folder(say),
         Argument("kind", type=types.key(zhibu.LedgerKind, say),
                  help=say("台账种类，见--list", "the kind of ledger, see --list")),
         Option(["--list"], is_flag=True, is_eager=True, expose_value=False,
                callback=partial(actions.list_kinds, say),
                help=say("列出全部台账种类", "list all kinds of ledgers")),
         options.period(say, "哪个期间（必填）", "which period (required)"), options.unit(say),
         Option(["--cluster"], metavar="CODE", type=types.CLUSTER,
                help=say("只看该片组", "only this cluster")),
         options.out(say), options.format(say),
         Option(["--show"], metavar="WHAT", multiple=True, type=types.key(zhibu.Sensitive, say),
                help=say("点名显示敏感内容，可重复：", "show what is sensitive, several if repeated: ")
                + options.keys(zhibu.Sensitive, say)),
         Option(["--published"], is_flag=True,
                help=say("按公开要求：隐去姓名，不含敏感内容，1至4的数字写作<5",
                         "as it may be published: names veiled, nothing sensitive, figures of 1 to "
                         "4 as <5")),
         Option(["--pseudonym-key-file"], metavar="FILE", type=types.FILE,
                help=say("公开时编号按此文件首行的密钥化名；不写则不含编号",
                         "where published, codes are hashed by the key in the first line of this "
                         "file; otherwise there are none")),
         options.records(say), options.rules(say)],
        [_examples(say, ("zhibu ledger --list", "", ""),
                   ("zhibu ledger examples/yongshun meetings --period 2017 --unit YS-B07 --out "
                    "meetings.xlsx", "", ""))])


def _calendar_command(say: Say) -> Command:
    return _command(
        "calendar", say, actions.calendar,
        say("每一天是什么日子：工作日、节假日、农历", "what each day is: workdays, holidays, lunar dates"),
        say("列出每一天的类别、名称、确定程度、农历、节气、节日和放假通知，以及工作日天数。"
            "放假安排尚未公布的日子是推定的，会注明。",
            "Lists each day with its kind, name, certainty, lunar date, solar term, festivals and "
            "the notice behind it, and counts the workdays. Where the arrangement of a year is "
            "not out yet, its days are projected, and say so."),
        [Argument("period", required=False, type=types.PERIOD,
                  help=say("哪个期间：2026、2026-10、2026-10-01等；不写则为放假安排已公布的最后一年",
                           "which period: 2026, 2026-10, 2026-10-01, …; otherwise the last year "
                           "whose arrangement is out")),
         options.format(say), *options.calendar(say)],
        [_examples(say, ("zhibu calendar 2026-10", "", ""),
                   ("zhibu calendar 2027 --arrangement 2027.json", "", ""))])


def _root(ctx: click.Context) -> t.Optional[int]:
    if ctx.invoked_subcommand is not None:
        return None
    print(ctx.get_help(), file=sys.stderr)
    return 2


def _version_option(say: Say) -> Option:
    def show(ctx: click.Context, _: click.Parameter, asked: bool) -> None:
        if not asked or ctx.resilient_parsing:
            return
        from importlib import metadata
        try:
            print("zhibu " + metadata.version("zhibu"))
        except metadata.PackageNotFoundError:
            print(say("zhibu（未安装，取自构建目录）", "zhibu, not installed, from a build tree"))
        ctx.exit()
    return Option(["--version"], is_flag=True, is_eager=True, expose_value=False, callback=show,
                  help=say("显示版本", "show the version"))


def commands(language: str) -> Group:
    """All commands, in one of LANGUAGES."""
    say = Say(language)
    tree = Group(
        "zhibu", say=say, callback=click.pass_context(_root), invoke_without_command=True,
        params=[_version_option(say), options.lang(say)],
        about=say("支部生活：应办什么、办了什么、还差什么，各附条款依据。",
                  "What Party branches owe, what was held and what stands open, each with the "
                  "article that demands it."),
        sections=_general(say))
    for make in (_check_command, _plan_command, _audit_command, _explain_command, _ledger_command,
                 _calendar_command):
        tree.add_command(make(say))
    return tree


def _general(say: Say) -> t.List[Section]:
    return [
        Section(say("数据文件夹FOLDER：", "The folder FOLDER:"), [
            ("units.csv, persons.csv, …", say("名册", "the roster")),
            ("rules.toml", say("本级规则，与全国规则并用（可没有）",
                               "own rules, besides the national ones (if there is one)")),
            ("calendar.toml", say("日历设置（可没有）", "settings of the calendar (if there is one)")),
            ("2017/, 2018/, …", say("各年的记录", "the records of each year"))]),
        Section(say("输出：", "Output:"), [
            (say("终端上", "at a terminal"),
             say("带颜色的表格；窗口太窄时逐行列出。设NO_COLOR则无颜色",
                 "a table in colours, or row by row where the window is too narrow; without "
                 "colours where NO_COLOR is set")),
            (say("管道中", "in a pipe"),
             say("以制表符分列，首行为标题，不截断；空行之后为合计",
                 "columns separated by tabs, the headings first, nothing cut; after an empty line "
                 "the figures"))]),
        Section(say("退出码：", "Exit codes:"), [
            ("0", say("没有问题，没有逾期", "no fault, nothing overdue")),
            ("1", say("check有问题，或audit有逾期", "faults (check), or something overdue (audit)")),
            ("2", say("用法不对，或输入有误，原因见标准错误输出",
                      "wrong usage, or bad input; stderr says what")),
            ("130", say("被Ctrl-C中断", "interrupted by Ctrl-C"))]),
        Section(say("按Tab键补全命令、选项和编号，在shell的启动文件里加一行：",
                    "To complete commands, options and codes by the Tab key, a line in the file "
                    "that the shell starts with:"), [
            ("bash", 'eval "$(_ZHIBU_COMPLETE=bash_source zhibu)"'),
            ("zsh", 'eval "$(_ZHIBU_COMPLETE=zsh_source zhibu)"'),
            ("fish", "_ZHIBU_COMPLETE=fish_source zhibu | source")])]
