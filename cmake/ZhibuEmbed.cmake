# SPDX-License-Identifier: BSL-1.0
#
# zhibu_embed(<target> <file> <symbol>): makes the file's bytes part of the target, as the
# std::string_view zhibu::embedded::<symbol> that src/embedded.hpp declares. It is made anew whenever
# the file changes.
#
# The bytes become single characters and not a string literal: there is then no length that is too
# long and no character that would have to be escaped.

if(CMAKE_SCRIPT_MODE_FILE STREQUAL CMAKE_CURRENT_LIST_FILE)  # cmake -P, during the build
  file(READ "${FILE}" characters HEX)
  string(REGEX REPLACE "(..)" "'\\\\x\\1'," characters "${characters}")
  string(REPLACE "'\\x0a'," "'\\x0a',\n" characters "${characters}")
  file(WRITE "${OUTPUT}" "#include \"embedded.hpp\"

namespace zhibu::embedded {

static constexpr char characters[] = {
${characters}'\\0'};

constinit const std::string_view ${SYMBOL}{characters, sizeof characters - 1};

}
")
  return()
endif()

set(ZHIBU_EMBED_SCRIPT "${CMAKE_CURRENT_LIST_FILE}")

function(zhibu_embed target file symbol)
  set(source "${CMAKE_CURRENT_SOURCE_DIR}/${file}")
  set(output "${CMAKE_CURRENT_BINARY_DIR}/embedded/${symbol}.cpp")
  add_custom_command(
    OUTPUT "${output}"
    COMMAND "${CMAKE_COMMAND}" "-DFILE=${source}" "-DSYMBOL=${symbol}" "-DOUTPUT=${output}"
            -P "${ZHIBU_EMBED_SCRIPT}"
    DEPENDS "${source}" "${ZHIBU_EMBED_SCRIPT}"
    COMMENT "Embedding ${file}"
    VERBATIM)
  target_sources(${target} PRIVATE "${output}")
endfunction()
