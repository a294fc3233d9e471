# Text files compiled into a library, so that engine and book carry their own and read no disk.
#
# threadbook_embed(<target> BASE <folder> HEADER <header> NAMESPACE <ns> TYPE <T> FUNCTION <f>
#                  FILES <file>...)
# adds a generated source to <target> that defines `std::span<const T> ns::f()`: one T{name, text}
# for each file, sorted by name, the name being the file's path below BASE. The bytes are written as
# numbers and not as string literals, which compilers limit in length. Regenerated when a file
# changes, appears or goes.
set(THREADBOOK_EMBED_SCRIPT "${CMAKE_CURRENT_LIST_DIR}/embed_script.cmake")

function(threadbook_embed target)
  cmake_parse_arguments(PARSE_ARGV 1 arg "" "BASE;HEADER;NAMESPACE;TYPE;FUNCTION" "FILES")
  set(output "${CMAKE_CURRENT_BINARY_DIR}/${target}_${arg_FUNCTION}.cpp")
  set(list_file "${output}.list")
  list(SORT arg_FILES)
  list(JOIN arg_FILES "\n" lines)
  file(GENERATE OUTPUT "${list_file}" CONTENT "${lines}\n")
  add_custom_command(
    OUTPUT "${output}"
    COMMAND "${CMAKE_COMMAND}" -DOUTPUT=${output} -DLIST=${list_file} -DBASE=${arg_BASE}
            -DHEADER=${arg_HEADER} -DNAMESPACE=${arg_NAMESPACE} -DTYPE=${arg_TYPE}
            -DFUNCTION=${arg_FUNCTION} -P "${THREADBOOK_EMBED_SCRIPT}"
    DEPENDS ${arg_FILES} "${list_file}" "${THREADBOOK_EMBED_SCRIPT}"
    COMMENT "Embedding ${arg_FUNCTION}"
    VERBATIM)
  target_sources(${target} PRIVATE "${output}")
endfunction()
