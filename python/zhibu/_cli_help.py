# SPDX-License-Identifier: BSL-1.0
"""Commands of Click whose help and complaints are in Chinese or in English, in aligned columns."""

import shutil
import typing as t

import click

from zhibu._cli_text import Say, columns, padded, unknown, wrap


class Section(t.NamedTuple):
    """A part of a help text: its heading, and rows of a term and what it means."""

    heading: str
    rows: t.Sequence[t.Tuple[str, str]]


_WIDEST_TERM = 30


def _definitions(rows: t.Sequence[t.Tuple[str, str]], width: int) -> t.Iterable[str]:
    """Terms in one column, and what they mean in the next; below a term that is too wide for it."""
    terms = [columns(term) for term, _ in rows]
    column = 2 + max((n for n in terms if n <= _WIDEST_TERM), default=2)
    for term, meaning in rows:
        lines = wrap(meaning, width - column - 2)
        if columns(term) + 2 > column:
            yield "  " + term
        elif lines:
            yield "  " + padded(term, column) + lines.pop(0)
        for line in lines:
            yield " " * (column + 2) + line


def _help(command: t.Any, ctx: click.Context) -> str:
    say = command.say
    width = max(40, min(shutil.get_terminal_size().columns, 100) - 1)
    lines = [say("用法：", "Usage: ") + " ".join([ctx.command_path, *_pieces(command)]), ""]
    for paragraph in command.about.split("\n"):
        lines += [*wrap(paragraph, width), ""]
    for heading, rows in [*_sections(command, ctx), *command.sections]:
        if rows:
            lines += [*wrap(heading, width), *_definitions(rows, width), ""]
    return "\n".join(lines).rstrip()


def _pieces(command: t.Any) -> t.List[str]:
    say = command.say
    arguments = [p.make_metavar() for p in command.params if isinstance(p, Argument)]
    commands = [say("命令", "COMMAND"), "…"] if isinstance(command, click.Group) else []
    return [say("[选项]", "[OPTIONS]"), *arguments, *commands]


def _sections(command: t.Any, ctx: click.Context) -> t.List[Section]:
    say, params = command.say, command.get_params(ctx)
    arguments = [(p.make_metavar(), p.help or "") for p in params if isinstance(p, Argument)]
    options = [p.get_help_record(ctx) for p in params if isinstance(p, Option)]
    commands = [(c.name, c.short) for c in getattr(command, "commands", {}).values()]
    return [Section(say("命令：", "Commands:"), commands),
            Section(say("参数：", "Arguments:"), arguments),
            Section(say("选项：", "Options:"), options)]


class Argument(click.Argument):
    """An argument with a help text of its own."""

    def __init__(self, name: str, *, help: str, **settings: t.Any) -> None:
        super().__init__([name], **settings)
        self.help = help

    def make_metavar(self, ctx: t.Optional[click.Context] = None) -> str:
        name = (self.name or "").upper()
        return name if self.required else f"[{name}]"


class Option(click.Option):
    """An option whose help text says all, also whether it must be given."""

    def get_help_record(self, ctx: click.Context) -> t.Tuple[str, str]:
        names = ", ".join(self.opts)
        return (names if self.is_flag else f"{names} {self.metavar}"), self.help or ""


class _Spoken:
    """What a command and a group of commands have in common."""

    def __init__(self, name: str, *, say: Say, about: str, short: str = "",
                 sections: t.Sequence[Section] = (), **settings: t.Any) -> None:
        super().__init__(name, **settings)  # type: ignore[call-arg]
        self.say, self.about, self.short, self.sections = say, about, short, sections

    def get_help(self, ctx: click.Context) -> str:
        return _help(self, ctx)

    def get_short_help_str(self, limit: int = 45) -> str:
        return self.short  # what a shell shows while it completes

    def get_help_option(self, ctx: click.Context) -> Option:
        def show(ctx: click.Context, _: click.Parameter, asked: bool) -> None:
            if asked and not ctx.resilient_parsing:
                click.echo(ctx.get_help())
                ctx.exit()
        return Option(["--help", "-h"], is_flag=True, is_eager=True, expose_value=False,
                      callback=show, help=self.say("显示本帮助", "show this help"))


class Command(_Spoken, click.Command):
    """A command; its callback gives the exit code."""

    def parse_args(self, ctx: click.Context, args: t.List[str]) -> t.List[str]:
        ctx.allow_extra_args = True
        if ctx.resilient_parsing and args and args[-1].startswith("-"):
            args = args[:-1]  # whose value a shell completes; without one, Click would read nothing
        try:
            rest = super().parse_args(ctx, args)
        except click.UsageError as error:
            error.ctx = error.ctx or ctx
            raise
        if rest and not ctx.resilient_parsing:
            ctx.fail(self.say("多余的参数：", "one argument too many: ") + f"'{rest[0]}'")
        return rest


class Group(_Spoken, click.Group):
    """The commands of a program."""

    def resolve_command(self, ctx: click.Context, args: t.List[str]) -> t.Any:
        name = args[0]
        if not (name in self.commands or name.startswith("-") or ctx.resilient_parsing):
            ctx.fail(unknown("command", name, self.commands))
        return super().resolve_command(ctx, args)


# --- what is wrong with a call ---

def complaint(error: click.ClickException, say: Say) -> str:
    """One sentence for what is wrong with the arguments."""
    if isinstance(error, click.NoSuchOption):
        near = [f"'{name}'" for name in error.possibilities or ()][:1]
        hint = say("（是否指{}？）", " (did you mean {}?)").format(*near) if near else ""
        return say("没有选项", "no such option: ") + f"'{error.option_name}'" + hint
    if isinstance(error, click.MissingParameter) and error.param is not None:
        return say("缺少", "missing: ") + _name(error.param)
    if isinstance(error, click.BadParameter) and error.param is not None:
        return f"{_name(error.param)}: {error.message}"
    if isinstance(error, click.BadOptionUsage):
        params = error.ctx.command.get_params(error.ctx) if error.ctx else []
        if any(getattr(p, "is_flag", False) and error.option_name in p.opts for p in params):
            return say(f"选项'{error.option_name}'不带值", f"no value goes with '{error.option_name}'")
        return say(f"选项'{error.option_name}'后缺少值", f"no value after '{error.option_name}'")
    return error.format_message()


def _name(param: click.Parameter) -> str:
    return param.opts[0] if isinstance(param, Option) else param.make_metavar()  # type: ignore
