# Run by threadbook_embed's build step; see embed.cmake.
file(STRINGS "${LIST}" files)
set(arrays "")
set(entries "")
set(index 0)
foreach(path IN LISTS files)
  file(RELATIVE_PATH name "${BASE}" "${path}")
  file(READ "${path}" bytes HEX)
  # A line break every 32 bytes keeps editors and compilers' messages usable.
  string(REGEX REPLACE "(................................................................)"
         "\\1\n" bytes "${bytes}")
  string(REGEX REPLACE "([0-9a-f][0-9a-f])" "0x\\1," bytes "${bytes}")
  # The final 0 is no part of the text: it keeps the array of an empty file from being empty.
  string(APPEND arrays "const unsigned char kText${index}[] = {\n${bytes}0};\n")
  string(APPEND entries "    entry(\"${name}\", kText${index}, sizeof kText${index} - 1),\n")
  math(EXPR index "${index} + 1")
endforeach()
file(WRITE "${OUTPUT}" "// Generated from the files listed in ${LIST}.
#include \"${HEADER}\"

#include <cstddef>

namespace {
${arrays}
${NAMESPACE}::${TYPE} entry(const char* name, const unsigned char* text, std::size_t size) {
  return {name, {reinterpret_cast<const char*>(text), size}};
}
}  // namespace

namespace ${NAMESPACE} {
std::span<const ${TYPE}> ${FUNCTION}() {
  // The last entry is no file: it keeps the array from being empty.
  static const ${TYPE} kAll[] = {
${entries}    {},
  };
  return {kAll, ${index}};
}
}  // namespace ${NAMESPACE}
")
