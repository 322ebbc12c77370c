# SPDX-License-Identifier: BSL-1.0
"""zhibu for Conan 2: `conan create .` makes the package, with the consumer of the tests as its test.

In a working copy, `conan install . -o "&:tests=True" -o "&:python=True"` brings what they need too.
The Python package itself is made by pip, and is not in this one.
"""

import re

from conan import ConanFile
from conan.tools.build import check_min_cppstd
from conan.tools.cmake import CMake, CMakeDeps, CMakeToolchain, cmake_layout
from conan.tools.files import copy, load, rmdir

required_conan_version = ">=2.1"


class Zhibu(ConanFile):
    name = "zhibu"
    description = ("Branch life of the Party's grassroots organizations: what is owed, what was held,"
                   " what stands open")
    license = "BSL-1.0"
    package_type = "library"
    settings = "os", "arch", "compiler", "build_type"
    options = {
        "shared": [True, False],
        "fPIC": [True, False],
        "serialization": [True, False],  # for who includes zhibu/serialization.hpp
        "python": [True, False],
        "tests": [True, False],
    }
    default_options = {
        "shared": False,
        "fPIC": True,
        "serialization": False,
        "python": False,
        "tests": False,
    }
    implements = ["auto_shared_fpic"]
    exports_sources = "CMakeLists.txt", "LICENSE", "cmake/*", "include/*", "src/*"
    test_package_folder = "tests/consumer"

    def set_version(self):
        lists = load(self, f"{self.recipe_folder}/CMakeLists.txt")
        self.version = re.search(r"project\(zhibu VERSION ([\d.]+)", lists)[1]

    def configure(self):
        self.options["boost"].header_only = not (self.options.serialization or self.options.tests)
        if self.options.tests:
            self.options["rapidcheck"].enable_gtest = True

    def requirements(self):
        # No public header but those of serialization includes Boost, and none includes toml++.
        archives = bool(self.options.serialization)
        self.requires("boost/[>=1.74 <2]", visible=archives, transitive_headers=archives,
                      transitive_libs=archives)
        self.requires("tomlplusplus/[>=3.3 <4]", visible=False)

    def build_requirements(self):
        if self.options.python:
            self.test_requires("pybind11/[>=2.13 <3.1]")
        if self.options.tests:
            self.test_requires("gtest/[>=1.12 <2]")
            self.test_requires("rapidcheck/cci.20231215")

    def validate(self):
        check_min_cppstd(self, 20)

    def layout(self):
        cmake_layout(self)

    def generate(self):
        CMakeDeps(self).generate()
        toolchain = CMakeToolchain(self)
        toolchain.cache_variables["ZHIBU_BUILD_TESTS"] = bool(self.options.tests)
        toolchain.cache_variables["ZHIBU_BUILD_PYTHON"] = bool(self.options.python)
        toolchain.cache_variables["ZHIBU_BUILD_EXAMPLES"] = False
        toolchain.generate()

    def build(self):
        cmake = CMake(self)
        cmake.configure()
        cmake.build()

    def package(self):
        copy(self, "LICENSE", self.source_folder, f"{self.package_folder}/licenses")
        cmake = CMake(self)
        for component in ("runtime", "development"):
            cmake.install(component=component)
        rmdir(self, f"{self.package_folder}/lib/cmake")  # Conan's generators write these
        rmdir(self, f"{self.package_folder}/lib/pkgconfig")

    def package_info(self):
        self.cpp_info.libs = ["zhibu"]
        if self.options.shared:
            self.cpp_info.defines = ["ZHIBU_SHARED"]
        elif self.settings.os in ("Linux", "FreeBSD"):
            self.cpp_info.system_libs = ["pthread"]
        if self.options.serialization:
            self.cpp_info.requires = ["boost::serialization"]
