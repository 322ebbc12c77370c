# SPDX-License-Identifier: BSL-1.0
#
# Sourced by examples/run.sh, tests/run.sh and .ci/run: installs what a build needs and this system
# does not have. Where all is there, it asks dpkg and goes on.

# need <package>[:<tool>]…: installs by apt-get each package that is missing. Where the tool already
# runs, it is no matter where it came from.
need() {
  local entry package tool missing=()
  for entry in "$@"; do
    package=${entry%%:*} tool=${entry#"$package"}
    [[ $(dpkg-query -W -f='${db:Status-Status}' "$package" 2>/dev/null) == installed ]] && continue
    [[ -n $tool ]] && "${tool#:}" --version >/dev/null 2>&1 && continue
    missing+=("$package")
  done
  ((${#missing[@]})) || return 0

  local root=()
  if ((EUID != 0)); then
    if ! command -v sudo >/dev/null; then
      echo "Not root, and no sudo here. As root: apt-get install ${missing[*]}" >&2
      return 1
    fi
    root=(sudo)
  fi
  echo "Installing ${missing[*]}"
  "${root[@]}" apt-get update -q
  "${root[@]}" env DEBIAN_FRONTEND=noninteractive \
    apt-get install -q -y --no-install-recommends --no-remove "${missing[@]}"
}

if ! command -v apt-get >/dev/null; then
  cat >&2 <<'END'
This system has no apt-get; please install by its own means:
  g++ >= 12 or clang++ >= 14, CMake >= 3.25, Ninja, pkg-config, Python >= 3.9 with its headers,
  Boost >= 1.74 (headers, and Serialization for its tests), toml++ >= 3.3, GoogleTest, RapidCheck,
  Google Benchmark;
  and by pip: click hypothesis icalendar ipykernel jinja2 jsonschema matplotlib mypy myst-parser
  nbclient numpy openpyxl pandas pybind11 pytest python-dateutil rich sphinx sphinx-rtd-theme;
  Doxygen for the documentation
  (in Debian: g++ cmake ninja-build ccache pkg-config doxygen python3-dev python3-venv
  libboost-dev libboost-serialization-dev libtomlplusplus-dev libgtest-dev libgmock-dev
  librapidcheck-dev libbenchmark-dev python3-pybind11 python3-click python3-dateutil
  python3-hypothesis python3-icalendar python3-ipykernel python3-jinja2 python3-jsonschema
  python3-matplotlib python3-mypy python3-myst-parser python3-nbclient python3-nbformat
  python3-numpy python3-openpyxl python3-pandas python3-pytest python3-rich python3-sphinx
  python3-sphinx-rtd-theme fonts-wqy-microhei); the pages are also looked at where there is a
  chromium (and fonts-noto-cjk).
Then: cmake --workflow --preset dev
END
  exit 1
fi

need \
  g++:g++ \
  cmake:cmake \
  ninja-build:ninja \
  ccache:ccache \
  pkg-config:pkg-config \
  doxygen:doxygen \
  python3-dev \
  python3-venv \
  libboost-dev \
  libboost-serialization-dev \
  libtomlplusplus-dev \
  libgtest-dev \
  libgmock-dev \
  librapidcheck-dev \
  libbenchmark-dev \
  python3-pybind11 \
  python3-click \
  python3-dateutil \
  python3-hypothesis \
  python3-icalendar \
  python3-ipykernel \
  python3-jinja2 \
  python3-jsonschema \
  python3-matplotlib \
  python3-mypy \
  python3-myst-parser \
  python3-nbclient \
  python3-nbformat \
  python3-numpy \
  python3-openpyxl \
  python3-pandas \
  python3-pytest \
  python3-rich \
  python3-sphinx \
  python3-sphinx-rtd-theme \
  fonts-wqy-microhei

# The packages above are those of the system's Python, so that is the one to build with.
unset VIRTUAL_ENV
