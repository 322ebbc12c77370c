# SPDX-License-Identifier: BSL-1.0
#
# Which Python builds the module and runs the tests. To be included by the top-level file, so that
# every directory sees what it finds. In this order:
#   1. -DPython_EXECUTABLE=…, or its older names PYTHON_EXECUTABLE and Python3_EXECUTABLE,
#   2. an active virtual environment,
#   3. the system's python3, if it carries pytest and pybind11 (Debian: python3-pytest,
#      python3-pybind11),
#   4. python3 on the PATH.
# A version manager's shim on the PATH answers differently from one directory to the next; so it is
# asked once for the interpreter behind it.

# Sets `result` to the interpreter that `python` stands for, or to nothing where it does not run or
# lacks one of the modules.
function(zhibu_real_python result python)
  list(JOIN ARGN "," modules)
  execute_process(
    COMMAND "${python}" -c "import sys,${modules}; print(sys.executable)"
    OUTPUT_VARIABLE real OUTPUT_STRIP_TRAILING_WHITESPACE ERROR_QUIET RESULT_VARIABLE failed)
  if(failed OR NOT EXISTS "${real}")
    set(real "")
  endif()
  set(${result} "${real}" PARENT_SCOPE)
endfunction()

function(zhibu_choose_python result)
  foreach(name Python_EXECUTABLE PYTHON_EXECUTABLE Python3_EXECUTABLE)
    if(${name})
      set(${result} "${${name}}" PARENT_SCOPE)
      return()
    endif()
  endforeach()

  set(python "")
  if(DEFINED ENV{VIRTUAL_ENV})
    zhibu_real_python(python "$ENV{VIRTUAL_ENV}/bin/python" os)
  endif()
  if(NOT python)
    zhibu_real_python(python /usr/bin/python3 pytest pybind11)
  endif()
  if(NOT python)
    zhibu_real_python(python python3 os)
  endif()
  set(${result} "${python}" PARENT_SCOPE)
endfunction()

zhibu_choose_python(ZHIBU_PYTHON)
if(ZHIBU_PYTHON)
  set(Python_EXECUTABLE "${ZHIBU_PYTHON}" CACHE FILEPATH "The Python of the module and its tests")
endif()
set(ZHIBU_PYTHON_COMPONENTS Interpreter)
if(ZHIBU_BUILD_PYTHON)
  list(APPEND ZHIBU_PYTHON_COMPONENTS Development.Module)
endif()
find_package(Python 3.9 REQUIRED COMPONENTS ${ZHIBU_PYTHON_COMPONENTS})
message(STATUS "zhibu: Python ${Python_VERSION}, ${Python_EXECUTABLE}")
if(NOT ZHIBU_BUILD_PYTHON)
  return()
endif()

# The interpreter's own pybind11 wins over the system's.
if(NOT pybind11_DIR)
  execute_process(
    COMMAND "${Python_EXECUTABLE}" -m pybind11 --cmakedir
    OUTPUT_VARIABLE ZHIBU_PYBIND11_DIR OUTPUT_STRIP_TRAILING_WHITESPACE ERROR_QUIET)
  if(IS_DIRECTORY "${ZHIBU_PYBIND11_DIR}")
    set(pybind11_DIR "${ZHIBU_PYBIND11_DIR}")
  endif()
endif()
find_package(pybind11 2.10 CONFIG REQUIRED)
if(pybind11_VERSION VERSION_LESS 2.11 AND Python_VERSION VERSION_GREATER_EQUAL 3.12)
  message(FATAL_ERROR
    "pybind11 ${pybind11_VERSION} does not support Python ${Python_VERSION}. Install pybind11 2.13 or "
    "3.0 for it, or choose another interpreter: -DPython_EXECUTABLE=/usr/bin/python3")
endif()
if(pybind11_VERSION VERSION_GREATER_EQUAL 3.1)
  message(FATAL_ERROR
    "pybind11 ${pybind11_VERSION} may crash where an argument of a wrong type is refused "
    "(https://github.com/pybind/pybind11/pull/6154). Install pybind11 2.13 or 3.0.")
endif()
message(STATUS "zhibu: pybind11 ${pybind11_VERSION}, ${pybind11_DIR}")
