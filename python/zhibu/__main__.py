# SPDX-License-Identifier: BSL-1.0
"""python -m zhibu: the command line; see zhibu.cli."""

import sys

from zhibu.cli import main

if __name__ == "__main__":
    sys.exit(main(program="python -m zhibu"))
