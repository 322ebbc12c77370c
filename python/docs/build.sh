#!/usr/bin/env bash
# SPDX-License-Identifier: BSL-1.0
#
# The documentation, from a fresh clone: installs what is missing (cmake/setup.sh), builds the module
# unless it is there, and the site into build/docs/. May be run again at any time.

set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
source cmake/setup.sh

python=/usr/bin/python3
if ! PYTHONPATH=build/dev/python $python -c 'import zhibu' 2>/dev/null; then
  cmake --preset dev
  cmake --build --preset dev --target _core
fi
PYTHONPATH=build/dev/python $python python/docs/build.py
echo "Open build/docs/index.html"
