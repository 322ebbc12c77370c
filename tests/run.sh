#!/usr/bin/env bash
# SPDX-License-Identifier: BSL-1.0
#
# All that must be green before anything lands. Installs what is missing (cmake/setup.sh), builds,
# tests; then, where PyPI answers, builds the wheel, installs it as its users do and tests that. May
# be run again at any time.

set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
source cmake/setup.sh

cmake --workflow --preset dev

# Whether anything that goes into the package is newer than its last installation.
changed() {
  [[ ! -e $1 ]] || [[ -n $(find CMakeLists.txt pyproject.toml README.md cmake include src python \
    -newer "$1" -print -quit) ]]
}

venv=build/venv
[[ -x $venv/bin/pip ]] || /usr/bin/python3 -m venv $venv
if changed $venv/installed; then
  if ! $venv/bin/pip index --retries 1 --timeout 10 versions scikit-build-core &>/dev/null; then
    echo "PyPI does not answer: the wheel is neither built nor tested."
    exit 0
  fi
  touch $venv/begun
  rm -rf build/dist
  PYTHON=/usr/bin/python3 bash python/build_wheel.sh build/dist
  $venv/bin/pip install --quiet \
    click \
    duckdb \
    hypothesis \
    icalendar \
    ipykernel \
    jinja2 \
    jsonschema \
    matplotlib \
    nbclient \
    numpy \
    openpyxl \
    pandas \
    polars \
    pyarrow \
    "pyright[nodejs]" \
    pytest \
    python-dateutil \
    rich \
    tqdm
  $venv/bin/pip install --quiet --no-index --no-deps --force-reinstall build/dist/zhibu-*.whl
  mv $venv/begun $venv/installed
fi
ZHIBU_DIST=build/dist $venv/bin/python -m pytest -q -rs tests/consumer/wheel_test.py
echo "The Python tests, of the wheel:"
$venv/bin/python -m pytest -q -rs tests/python tests/readme_test.py tests/docs_test.py
