#!/usr/bin/env bash
# SPDX-License-Identifier: BSL-1.0
#
# One county's year, in C++ and then in Python. Installs what is missing (cmake/setup.sh), builds,
# runs; may be run again at any time.

set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
source cmake/setup.sh

cmake --preset release
cmake --build --preset release --target run_examples

echo "The ledgers are in $PWD/out"
