# SPDX-License-Identifier: BSL-1.0
"""The command line as people run it: a process of its own, with pipes or at a terminal."""

import fcntl
import os
import pty
import re
import struct
import subprocess
import sys
import termios
from pathlib import Path

import zhibu

COUNTY = Path(__file__).parents[2] / "examples" / "yongshun"
AUDIT = ("audit", COUNTY, "--period", "2017", "--as-of", "2017-09-30", "--rules-of", "2026-01-01")
PROGRAM = (sys.executable, "-m", "zhibu")

_UNSET = ("COLUMNS", "FORCE_COLOR", "LANG", "LC_ALL", "LC_MESSAGES", "NO_COLOR", "PYTHONIOENCODING",
          "PYTHONUNBUFFERED")


def environment(**variables):
    """That of this process, without what changes the output, and with some variables."""
    kept = {name: value for name, value in os.environ.items() if name not in _UNSET}
    package = str(Path(zhibu.__file__).absolute().parents[1])
    return {**kept, "TERM": "xterm-256color", "PYTHONPATH": package, **variables}


def run(*args, language="zh", program=PROGRAM, cwd=None, **variables):
    """Runs a command with pipes; gives the process that has ended, its output as text."""
    return subprocess.run([*program, *map(str, args)], capture_output=True, encoding="utf-8",
                          cwd=cwd, stdin=subprocess.DEVNULL,
                          env=environment(LANG=f"{language}_XX.UTF-8", **variables))


def table(output):
    """The rows of a table that was printed to a pipe, each by its headings; and the figures."""
    above, _, below = output.partition("\n\n")
    headings, *rows = [line.split("\t") for line in above.splitlines()]
    assert all(len(row) == len(headings) for row in rows)
    return ([dict(zip(headings, row)) for row in rows],
            dict(line.split("\t") for line in below.splitlines()))


def at_terminal(*args, columns=120, language="zh", program=PROGRAM, **variables):
    """Runs a command at a terminal of so many columns; gives what that is told, and the code."""
    pid, terminal = pty.fork()
    if pid == 0:
        os.read(0, 1)  # until the terminal has its size
        os.execve(program[0], [*program, *map(str, args)],
                  environment(LANG=f"{language}_XX.UTF-8", PYTHONUTF8="1", **variables))
    fcntl.ioctl(terminal, termios.TIOCSWINSZ, struct.pack("HHHH", 50, columns, 0, 0))
    os.write(terminal, b"\n")
    told = b""
    while True:
        try:
            part = os.read(terminal, 65536)
        except OSError:  # so Linux says that nobody has the other end any more
            break
        if not part:
            break
        told += part
    code = os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1])
    os.close(terminal)
    return told.decode().replace("\r\n", "\n").lstrip("\n"), code


def without_escapes(told):
    """What a terminal shows in the end of what it was told: the text, without the progress."""
    lines = [line.rpartition("\r\x1b[K")[2] for line in told.split("\n")]
    return re.sub("\x1b\\[[0-9;]*m", "", "\n".join(lines))
