// SPDX-License-Identifier: BSL-1.0
//
// What is thrown in C++, as Python has it.

#include <exception>
#include <new>
#include <stdexcept>
#include <string_view>

#include "rows.hpp"

namespace {

// A message, whatever bytes it has of a path or of a file: those that are no UTF-8 stand as \xff.
void raise_value_error(std::string_view message) {
  const auto text = py::reinterpret_steal<py::object>(PyUnicode_DecodeUTF8(
      message.data(), static_cast<py::ssize_t>(message.size()), "backslashreplace"));
  if (text) PyErr_SetObject(PyExc_ValueError, text.ptr());
}

void translate(std::exception_ptr thrown) {
  try {
    std::rethrow_exception(thrown);
  } catch (const std::invalid_argument& fault) {
    raise_value_error(fault.what());
  } catch (const std::bad_alloc&) {
    PyErr_NoMemory();
  } catch (const std::length_error&) {  // a container cannot have so many
    PyErr_NoMemory();
  }
}

}  // namespace

void bind_errors() { py::register_local_exception_translator(&translate); }
