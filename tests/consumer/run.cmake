# SPDX-License-Identifier: BSL-1.0
#
# Builds and runs the consumer with zhibu inside its build, installs that zhibu, moves the
# installation to another place, and builds and runs the consumer against it.
#
#   cmake -DZHIBU_SOURCE=… -DWORK=… -DSHARED=ON|OFF -P run.cmake

function(run)
  execute_process(COMMAND ${ARGN} COMMAND_ECHO STDOUT COMMAND_ERROR_IS_FATAL ANY)
endfunction()

function(build_and_run name)
  run("${CMAKE_COMMAND}" -S "${CMAKE_CURRENT_LIST_DIR}" -B "${WORK}/${name}" -G Ninja
    "-DCMAKE_CXX_COMPILER_LAUNCHER=${LAUNCHER}" ${ARGN})
  run("${CMAKE_COMMAND}" --build "${WORK}/${name}")
  run("${WORK}/${name}/consumer")
endfunction()

build_and_run(embedded "-DZHIBU_SOURCE=${ZHIBU_SOURCE}" -DBUILD_SHARED_LIBS=${SHARED} -DZHIBU_INSTALL=ON)

file(REMOVE_RECURSE "${WORK}/first_place" "${WORK}/second_place")
run("${CMAKE_COMMAND}" --install "${WORK}/embedded" --prefix "${WORK}/first_place")
file(RENAME "${WORK}/first_place" "${WORK}/second_place")
build_and_run(installed "-DCMAKE_PREFIX_PATH=${WORK}/second_place")

file(GLOB_RECURSE exported "${WORK}/second_place/*.cmake")
foreach(file IN LISTS exported)
  file(READ "${file}" text)
  foreach(place "${WORK}" "${ZHIBU_SOURCE}")
    string(FIND "${text}" "${place}" found)
    if(NOT found EQUAL -1)
      message(FATAL_ERROR "${file} names ${place}: it cannot be moved")
    endif()
  endforeach()
endforeach()
