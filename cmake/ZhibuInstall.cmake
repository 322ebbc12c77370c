# SPDX-License-Identifier: BSL-1.0
#
# What `cmake --install` puts where. All of it, or one part with --component:
#   runtime      the shared library, for programs that were linked with it
#   development  headers, the static library or the link to the shared one, and what find_package and
#                pkg-config read
#   python       the module, as pip takes it
# Every path is relative, so that the place can be moved.

include(GNUInstallDirs)
include(CMakePackageConfigHelpers)

install(TARGETS zhibu EXPORT zhibuTargets
  RUNTIME COMPONENT runtime
  LIBRARY COMPONENT runtime NAMELINK_COMPONENT development
  ARCHIVE COMPONENT development
  FILE_SET HEADERS COMPONENT development)

set(ZHIBU_CMAKE_DIR "${CMAKE_INSTALL_LIBDIR}/cmake/zhibu")
configure_package_config_file(cmake/zhibuConfig.cmake.in zhibuConfig.cmake
  INSTALL_DESTINATION "${ZHIBU_CMAKE_DIR}")
write_basic_package_version_file(zhibuConfigVersion.cmake COMPATIBILITY SameMinorVersion)
install(EXPORT zhibuTargets NAMESPACE zhibu::
  DESTINATION "${ZHIBU_CMAKE_DIR}" COMPONENT development)
install(FILES
  "${CMAKE_CURRENT_BINARY_DIR}/zhibuConfig.cmake"
  "${CMAKE_CURRENT_BINARY_DIR}/zhibuConfigVersion.cmake"
  DESTINATION "${ZHIBU_CMAKE_DIR}" COMPONENT development)

# zhibu.pc finds its prefix from where it lies itself. A folder that was chosen outside the prefix
# (CMAKE_INSTALL_LIBDIR and the like may be absolute) stays where it is.
cmake_path(ABSOLUTE_PATH CMAKE_INSTALL_LIBDIR BASE_DIRECTORY "${CMAKE_INSTALL_PREFIX}"
  OUTPUT_VARIABLE libdir)
set(ZHIBU_PC_DIR "${CMAKE_INSTALL_LIBDIR}/pkgconfig")
cmake_path(RELATIVE_PATH CMAKE_INSTALL_PREFIX BASE_DIRECTORY "${libdir}/pkgconfig"
  OUTPUT_VARIABLE ZHIBU_PC_PREFIX)
foreach(folder INCLUDEDIR LIBDIR)
  set(ZHIBU_PC_${folder} "\${prefix}")
  cmake_path(APPEND ZHIBU_PC_${folder} "${CMAKE_INSTALL_${folder}}")
endforeach()
set(ZHIBU_PC_CFLAGS "")
set(ZHIBU_PC_LIBS "")
if(BUILD_SHARED_LIBS)
  set(ZHIBU_PC_CFLAGS " -DZHIBU_SHARED")
elseif(CMAKE_THREAD_LIBS_INIT)
  set(ZHIBU_PC_LIBS " ${CMAKE_THREAD_LIBS_INIT}")
endif()
configure_file(cmake/zhibu.pc.in zhibu.pc @ONLY)
install(FILES "${CMAKE_CURRENT_BINARY_DIR}/zhibu.pc"
  DESTINATION "${ZHIBU_PC_DIR}" COMPONENT development)

install(FILES src/regulation/rulebook.schema.json  # for the editor of a rulebook
  DESTINATION "${CMAKE_INSTALL_DATADIR}/zhibu" COMPONENT development)
