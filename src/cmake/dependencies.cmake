# The libraries of others, each declared once with its pinned version.
#
# All are built from source, and from the same source natively and for the page, so that both run
# the same code. Where the source comes from, first match wins:
#   1. -DFETCHCONTENT_SOURCE_DIR_<NAME>=FOLDER (CMake's own override);
#   2. THREADBOOK_SOURCES/<name>-<version>, filled by the set-up (web/setup) from Debian's archive;
#   3. upstream's repository at the tag named here, fetched by CMake.
# FetchContent only obtains the source; the targets are ours, because these libraries are a handful
# of files and their own build files would drag in tests, tools and install rules.
include(FetchContent)

if(DEFINED ENV{XDG_CACHE_HOME} AND NOT "$ENV{XDG_CACHE_HOME}" STREQUAL "")
  set(cache_home "$ENV{XDG_CACHE_HOME}")
else()
  set(cache_home "$ENV{HOME}/.cache")
endif()
set(THREADBOOK_CACHE "${cache_home}/threadbook" CACHE PATH "Where the set-up keeps what it downloads")
set(THREADBOOK_SOURCES "${THREADBOOK_CACHE}/sources" CACHE PATH "Library sources, as <name>-<version>")

# threadbook_source(<name> <version> <repository> <tag>): afterwards <name>_SOURCE_DIR is set.
macro(threadbook_source name version repository tag)
  string(TOUPPER ${name} upper_name)
  if(NOT DEFINED FETCHCONTENT_SOURCE_DIR_${upper_name}
     AND EXISTS "${THREADBOOK_SOURCES}/${name}-${version}")
    set(FETCHCONTENT_SOURCE_DIR_${upper_name} "${THREADBOOK_SOURCES}/${name}-${version}")
  endif()
  FetchContent_Declare(${name} GIT_REPOSITORY ${repository} GIT_TAG ${tag} GIT_SHALLOW ON
                       SOURCE_SUBDIR only-the-source)
  FetchContent_MakeAvailable(${name})
endmacro()

# Big integers, for Python's int. Its numbers are plain C structures: no allocation beyond digits.
threadbook_source(libtommath 1.3.0 https://github.com/libtom/libtommath.git v1.3.0)
file(GLOB libtommath_files "${libtommath_SOURCE_DIR}/bn_*.c")
add_library(libtommath STATIC ${libtommath_files})
target_include_directories(libtommath SYSTEM PUBLIC "${libtommath_SOURCE_DIR}")
target_compile_options(libtommath PRIVATE -w)
if(THREADBOOK_SANITIZE STREQUAL "thread")
  # A number belongs to one thread until it is done; watched digit by digit, the large ones take minutes.
  target_compile_options(libtommath PRIVATE -fno-sanitize=thread)
endif()
# 150 files of a page each; upstream offers them as one file, and so they compile in a second.
set_target_properties(libtommath PROPERTIES UNITY_BUILD ON UNITY_BUILD_BATCH_SIZE 0)

# Hash functions, for hashlib: of the whole library only these.
threadbook_source(libtomcrypt 1.18.2 https://github.com/libtom/libtomcrypt.git v1.18.2)
set(libtomcrypt_files misc/crypt/crypt_argchk.c misc/zeromem.c hashes/blake2b.c hashes/blake2s.c
  hashes/md5.c hashes/sha1.c hashes/sha2/sha256.c hashes/sha2/sha224.c hashes/sha2/sha512.c
  hashes/sha2/sha384.c hashes/sha3.c hashes/sha3_test.c)
list(TRANSFORM libtomcrypt_files PREPEND "${libtomcrypt_SOURCE_DIR}/src/")
add_library(libtomcrypt STATIC ${libtomcrypt_files})
target_include_directories(libtomcrypt SYSTEM PUBLIC "${libtomcrypt_SOURCE_DIR}/src/headers")
# ARGTYPE 4: what is wrong with an argument is an error code, not a message and abort().
target_compile_definitions(libtomcrypt PUBLIC LTC_NOTHING LTC_NO_TEST LTC_NO_ASM ARGTYPE=4 LTC_MD5
  LTC_SHA1 LTC_SHA224 LTC_SHA256 LTC_SHA384 LTC_SHA512 LTC_SHA3 LTC_BLAKE2S LTC_BLAKE2B)
target_compile_options(libtomcrypt PRIVATE -w ${THREADBOOK_COMPACT_FLAGS})

# Markdown to a stream of events, for the chapters.
threadbook_source(md4c 0.5.2 https://github.com/mity/md4c.git release-0.5.2)
add_library(md4c STATIC "${md4c_SOURCE_DIR}/src/md4c.c" "${md4c_SOURCE_DIR}/src/entity.c")
target_include_directories(md4c SYSTEM PUBLIC "${md4c_SOURCE_DIR}/src")
target_compile_options(md4c PRIVATE -w ${THREADBOOK_COMPACT_FLAGS})

if(THREADBOOK_TESTS)
  # The unit tests' framework: one header.
  threadbook_source(doctest 2.4.11 https://github.com/doctest/doctest.git v2.4.11)
  add_library(doctest INTERFACE)
  target_include_directories(doctest SYSTEM INTERFACE "${doctest_SOURCE_DIR}")
endif()

if(EMSCRIPTEN)
  include(page_dependencies)
endif()
