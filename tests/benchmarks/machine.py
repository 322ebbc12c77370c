# SPDX-License-Identifier: BSL-1.0
"""What a benchmark ran on."""

import os
import platform
from datetime import date


def value_of(file: str, key: str, separator: str) -> str:
    """The first value of a key in a file of the system, or "unknown"."""
    try:
        with open(file, encoding="utf-8") as lines:
            for line in lines:
                name, found, value = line.partition(separator)
                if found and name.strip() == key:
                    return value.strip().strip('"')
    except OSError:
        pass
    return "unknown"


def cpu() -> str:
    return value_of("/proc/cpuinfo", "model name", ":")


def system() -> str:
    return f"{value_of('/etc/os-release', 'PRETTY_NAME', '=')}, {platform.machine()}"


def machine() -> str:
    """All of it in a line, with the load and the day."""
    memory = int(value_of("/proc/meminfo", "MemTotal", ":").split()[0]) / 2**20
    return (
        f"{cpu()}, {os.cpu_count()} cores, {memory:.0f} GiB; {system()}; "
        f"load {os.getloadavg()[0]:.1f}; {date.today().isoformat()}."
    )
