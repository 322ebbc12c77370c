# SPDX-License-Identifier: BSL-1.0
#
# zhibu as others take it. Builds and runs the consumer with zhibu inside its build; installs that
# zhibu, part by part, moves the installation to another place, and builds and runs the consumer
# against it: by find_package, and without CMake by what pkg-config says.
#
#   cmake -DZHIBU_SOURCE=… -DWORK=… -DSHARED=ON|OFF -DBY=subdirectory|fetch -DCXX=… -P run.cmake

function(run)
  execute_process(COMMAND ${ARGN} COMMAND_ECHO STDOUT COMMAND_ERROR_IS_FATAL ANY)
endfunction()

function(build_and_run name)
  run("${CMAKE_COMMAND}" -S "${CMAKE_CURRENT_LIST_DIR}" -B "${WORK}/${name}" -G Ninja
    "-DCMAKE_CXX_COMPILER=${CXX}" "-DCMAKE_CXX_COMPILER_LAUNCHER=${LAUNCHER}" ${ARGN})
  run("${CMAKE_COMMAND}" --build "${WORK}/${name}")
  run("${WORK}/${name}/consumer")
endfunction()

# What is installed below `place` must be these paths, each a pattern.
function(expect_installed place)
  file(GLOB_RECURSE found LIST_DIRECTORIES false RELATIVE "${place}" "${place}/*")
  foreach(pattern IN LISTS ARGN)
    set(matching "${found}")
    list(FILTER matching INCLUDE REGEX "^${pattern}$")
    if(NOT matching)
      message(FATAL_ERROR "${place} has no ${pattern}; it has ${found}")
    endif()
    list(REMOVE_ITEM found ${matching})
  endforeach()
  if(found)
    message(FATAL_ERROR "${place} also has ${found}")
  endif()
endfunction()

build_and_run(embedded "-DZHIBU_BY=${BY}" "-DZHIBU_SOURCE=${ZHIBU_SOURCE}"
  -DBUILD_SHARED_LIBS=${SHARED} -DZHIBU_INSTALL=ON)

file(REMOVE_RECURSE "${WORK}/parts" "${WORK}/first_place" "${WORK}/second_place")
foreach(part runtime development)
  run("${CMAKE_COMMAND}" --install "${WORK}/embedded" --prefix "${WORK}/parts/${part}"
    --component ${part})
endforeach()
if(SHARED)
  set(library "lib[^/]*/libzhibu\\.so")
  expect_installed("${WORK}/parts/runtime" "${library}\\.0\\.1" "${library}\\.0\\.1\\.0")
else()
  set(library "lib[^/]*/libzhibu\\.a")
  expect_installed("${WORK}/parts/runtime")
endif()
expect_installed("${WORK}/parts/development"
  "${library}" "include/zhibu\\.hpp" "include/zhibu/.*\\.hpp"
  "lib[^/]*/cmake/zhibu/zhibuConfig(Version)?\\.cmake"
  "lib[^/]*/cmake/zhibu/zhibuTargets(-.*)?\\.cmake"
  "lib[^/]*/pkgconfig/zhibu\\.pc" "share/zhibu/rulebook\\.schema\\.json")

run("${CMAKE_COMMAND}" --install "${WORK}/embedded" --prefix "${WORK}/first_place")
file(RENAME "${WORK}/first_place" "${WORK}/second_place")
set(place "${WORK}/second_place")

# By find_package, which needs no Boost any more, and takes no other version than it should.
set(package -DZHIBU_BY=package "-DCMAKE_PREFIX_PATH=${place}" -DCMAKE_DISABLE_FIND_PACKAGE_Boost=ON)
build_and_run(installed ${package})
foreach(version 0.1.1 0.2 1.0)
  execute_process(RESULT_VARIABLE refused OUTPUT_QUIET ERROR_QUIET
    COMMAND "${CMAKE_COMMAND}" -S "${CMAKE_CURRENT_LIST_DIR}" -B "${WORK}/refused" -G Ninja
      "-DCMAKE_CXX_COMPILER=${CXX}" ${package} -DZHIBU_WANTED=${version})
  if(NOT refused)
    message(FATAL_ERROR "zhibu 0.1.0 was taken for ${version}")
  endif()
endforeach()

# Without CMake.
file(GLOB_RECURSE pc "${place}/zhibu.pc")
cmake_path(GET pc PARENT_PATH pc_folder)
cmake_path(GET pc_folder PARENT_PATH libraries)
find_program(PKG_CONFIG NAMES pkg-config pkgconf REQUIRED)
set(ENV{PKG_CONFIG_PATH} "${pc_folder}")
set(ENV{LD_LIBRARY_PATH} "${libraries}:$ENV{LD_LIBRARY_PATH}")
execute_process(COMMAND "${PKG_CONFIG}" --cflags --libs "zhibu >= 0.1" OUTPUT_VARIABLE flags
  OUTPUT_STRIP_TRAILING_WHITESPACE COMMAND_ECHO STDOUT COMMAND_ERROR_IS_FATAL ANY)
separate_arguments(flags UNIX_COMMAND "${flags}")
run("${CXX}" -std=c++20 -Wall -Wextra -Wpedantic -Wconversion -Wshadow -Werror
  "${CMAKE_CURRENT_LIST_DIR}/main.cpp" ${flags} -o "${WORK}/by_pkg_config")
run("${WORK}/by_pkg_config")

# Nothing that is installed names the place where it was built.
file(GLOB_RECURSE exported "${place}/*.cmake" "${place}/*.pc")
foreach(file IN LISTS exported)
  file(READ "${file}" text)
  foreach(elsewhere "${WORK}" "${ZHIBU_SOURCE}")
    string(FIND "${text}" "${elsewhere}" found)
    if(NOT found EQUAL -1)
      message(FATAL_ERROR "${file} names ${elsewhere}: it cannot be moved")
    endif()
  endforeach()
endforeach()
