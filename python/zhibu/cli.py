# SPDX-License-Identifier: BSL-1.0
"""The command line of zhibu: python -m zhibu, or zhibu where the package is installed.

    zhibu --help
    zhibu audit examples/yongshun --period 2017 --as-of 2017-09-30 --standing overdue

It parses, calls the library and prints. Click is needed only here, and Rich for the tables at a
terminal: pip install 'zhibu[cli]', or in Debian python3-click and python3-rich.
"""

import io
import os
import sys
import typing as t

__all__ = ["main"]

_INTERRUPTED = 130
_BROKEN_PIPE = 141  # what a shell says of a program that SIGPIPE has ended


def main(args: t.Optional[t.Sequence[str]] = None, *, program: str = "zhibu") -> int:
    """Runs the command line, and gives its exit code: 0, 1 for faults and what is overdue, 2 for
    wrong usage and bad input, 130 after Ctrl-C."""
    args = list(sys.argv[1:] if args is None else args)
    try:
        import click  # noqa: F401
    except ImportError:
        print("the command line needs click; install it by pip install 'zhibu[cli]', or in Debian "
              "apt-get install python3-click python3-rich", file=sys.stderr)
        return 2
    _set_encoding()
    try:
        code = _run(args, program)
        sys.stdout.flush()
        return code
    except KeyboardInterrupt:
        _clear()
        return _INTERRUPTED
    except BrokenPipeError:
        _write_no_more()
        return _BROKEN_PIPE
    except OSError as error:
        _write_no_more()
        return _refuse(f"cannot be written: {error.strerror}")


def _set_encoding() -> None:
    """UTF-8 for whatever reads a pipe or a file; a terminal has its own, which may lack a sign."""
    for name in ("stdout", "stderr"):
        if getattr(sys, name) is None:  # it was closed before the start
            setattr(sys, name, open(os.devnull, "w", encoding="utf-8"))
    for stream in (sys.stdout, sys.stderr):
        if not isinstance(stream, io.TextIOWrapper):
            continue
        if stream.isatty():
            stream.reconfigure(errors="replace")
        else:
            stream.reconfigure(encoding="utf-8", errors="backslashreplace", newline="\n")


def _write_no_more() -> None:
    """Drops what is left in the buffer, which Python would try again when it ends."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _run(args: t.Sequence[str], program: str) -> int:
    import click

    from zhibu._cli_commands import commands
    from zhibu._cli_help import complaint
    from zhibu._cli_text import Say, language_of
    for arg in args:
        if not arg.isascii() and arg != arg.encode(errors="replace").decode():
            return _refuse(f"an argument is not UTF-8: {arg!a}; accepted: UTF-8")
    say = Say(language_of(args))
    tree = commands(say.language)
    if "_ZHIBU_COMPLETE" in os.environ:
        return _complete(tree, os.environ["_ZHIBU_COMPLETE"])
    try:
        with tree.make_context(program, list(args)) as context:
            return tree.invoke(context) or 0
    except click.exceptions.Exit as end:
        return end.exit_code
    except click.ClickException as error:
        ctx = getattr(error, "ctx", None)
        where = ctx.command_path if ctx else program
        return _refuse(complaint(error, say) + say(f"；用法见{where} --help", f"; see {where} --help"))
    except (ImportError, ValueError) as error:
        return _refuse(str(error))


def _refuse(why: str) -> int:
    _clear()
    print(why, file=sys.stderr)
    return 2


def _clear() -> None:
    """Takes away what was last said of the progress."""
    from zhibu._cli_books import Aside
    Aside(verbose=False).clear()


def _complete(tree: t.Any, instruction: str) -> int:
    """Does what a shell asks for that completes a command: prints its script, or the words."""
    from click.shell_completion import shell_complete
    return shell_complete(tree, {}, "zhibu", "_ZHIBU_COMPLETE", instruction)
