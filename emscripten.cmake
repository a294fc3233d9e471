# CMake toolchain file for the page: finds Emscripten, refuses one that is too old, and holds every
# Emscripten flag Threadbook uses, each with its reason. Use: cmake --preset wasm, or
# cmake -DCMAKE_TOOLCHAIN_FILE=emscripten.cmake.
#
# Looked for, first match wins: THREADBOOK_EMSCRIPTEN (CMake or environment variable: the folder that
# holds emcc), emcc on PATH, $EMSDK, the private copy that web/serve and tests/run install on Debian.

# 3.1.69: mimalloc, and -fwasm-exceptions together with threads, work from there on. Older releases
# have one lock around malloc, or lose exceptions thrown in a thread.
set(THREADBOOK_EMSCRIPTEN_MINIMUM 3.1.69)

# ---- Where is it? ---------------------------------------------------------------------------------

# emscripten_version(<variable> <folder>): the version of the emcc in that folder, or empty.
function(threadbook_emscripten_version variable folder)
  set(version "")
  if(EXISTS "${folder}/emscripten-version.txt" AND EXISTS "${folder}/emcc")
    file(READ "${folder}/emscripten-version.txt" text)
    string(REGEX MATCH "[0-9]+\\.[0-9]+\\.[0-9]+" version "${text}")
  endif()
  set(${variable} "${version}" PARENT_SCOPE)
endfunction()

function(threadbook_find_emscripten variable)
  set(given "$ENV{THREADBOOK_EMSCRIPTEN}")
  if(THREADBOOK_EMSCRIPTEN)
    set(given "${THREADBOOK_EMSCRIPTEN}")
  endif()
  if(given)
    set(candidates "${given}" "${given}/upstream/emscripten" "${given}/usr/share/emscripten")
  else()
    set(candidates "")
    find_program(em_config em-config NO_CACHE)
    if(em_config)
      execute_process(COMMAND "${em_config}" EMSCRIPTEN_ROOT OUTPUT_VARIABLE on_path
                      OUTPUT_STRIP_TRAILING_WHITESPACE ERROR_QUIET)
      list(APPEND candidates "${on_path}")
    endif()
    if(DEFINED ENV{EMSDK})
      list(APPEND candidates "$ENV{EMSDK}/upstream/emscripten")
    endif()
    set(cache_home "$ENV{XDG_CACHE_HOME}")
    if(NOT cache_home)
      set(cache_home "$ENV{HOME}/.cache")
    endif()
    list(APPEND candidates "${cache_home}/threadbook/emscripten-${THREADBOOK_EMSCRIPTEN_MINIMUM}/usr/share/emscripten")
  endif()

  set(refused "")
  foreach(candidate IN LISTS candidates)
    threadbook_emscripten_version(version "${candidate}")
    if(version AND version VERSION_GREATER_EQUAL THREADBOOK_EMSCRIPTEN_MINIMUM)
      set(${variable} "${candidate}" PARENT_SCOPE)
      return()
    elseif(version)
      string(APPEND refused "\n  Emscripten ${version} in ${candidate} is too old.")
    endif()
  endforeach()
  message(FATAL_ERROR
    "Threadbook needs Emscripten ${THREADBOOK_EMSCRIPTEN_MINIMUM} or newer.${refused}\n"
    "On Debian, web/serve and tests/run install a private copy by themselves. Elsewhere put a newer "
    "emcc on PATH, or set THREADBOOK_EMSCRIPTEN to the folder that holds it.")
endfunction()

# CMake reads a toolchain file again for every compiler check: the answer travels in the environment.
if(NOT DEFINED ENV{THREADBOOK_EMSCRIPTEN_FOUND})
  threadbook_find_emscripten(found)
  set(ENV{THREADBOOK_EMSCRIPTEN_FOUND} "${found}")
endif()
set(EMSCRIPTEN_ROOT_PATH "$ENV{THREADBOOK_EMSCRIPTEN_FOUND}")

# ---- Flags for compiling --------------------------------------------------------------------------

set(compile_flags
  -pthread            # Python threads are pthreads, pthreads are Web Workers: the memory is shared
  -fwasm-exceptions)  # the engine's own exceptions in wasm, not through JavaScript: about 2 us a throw

list(JOIN compile_flags " " compile_flags)
set(CMAKE_C_FLAGS_INIT "${compile_flags}")
set(CMAKE_CXX_FLAGS_INIT "${compile_flags}")

# For all that programs do not spend their time in (src/CMakeLists.txt names what they do): a page's reader waits for every byte.
set(THREADBOOK_COMPACT_FLAGS -Oz)
set(THREADBOOK_BUSY_FLAGS -Os)

# ---- Flags for linking, every program -------------------------------------------------------------

set(link_flags
  -sMALLOC=mimalloc                  # the default has one global lock: 392 ns a malloc with two threads, this 9 ns
  -sABORTING_MALLOC=0                # out of memory is bad_alloc or EAGAIN, which Python reports; not the end of the page
  -sSTACK_SIZE=1MB                   # main thread: the UI; the VM keeps its frames on the heap and does not recurse
  -sDEFAULT_PTHREAD_STACK_SIZE=256KB # a Python thread, for the same reason; allocated at its start
  -sPTHREAD_POOL_SIZE_STRICT=0       # beyond the pool the main thread makes workers when they are needed (runtime/platform_emscripten.cpp)
  -sALLOW_BLOCKING_ON_MAIN_THREAD=0  # a wait on the browser's main thread is a bug: say so instead of spinning
  -sWASM_BIGINT=1                    # 64-bit integers cross to JavaScript as they are; saves a rewriting step at link time
  )
list(JOIN link_flags " " link_flags)
set(CMAKE_EXE_LINKER_FLAGS_INIT "${link_flags}")
set(CMAKE_EXE_LINKER_FLAGS_DEBUG_INIT "-sASSERTIONS=1")      # Emscripten's own checks, when debugging
set(CMAKE_EXE_LINKER_FLAGS_RELEASE_INIT "-sASSERTIONS=0")    # and none of their cost in what is shipped

# ---- A mistake in Emscripten -----------------------------------------------------------------------

# threadbook_mend_proxying(<target>): calls that a thread has the main thread make (files, new threads)
# end, before Emscripten 5.0.5, with a signal to a condition variable on the caller's stack, after the
# mutex was let go. A caller that is quick has returned by then, and the signal meets whatever came to lie
# there: mostly the next such call, which then waits for ever. It takes a thread that starts just then,
# its code not yet compiled: one start of a program in several hundred. So this file is compiled
# again with the two lines in the other order, which is all that 5.0.5 changed, and linked first.
function(threadbook_mend_proxying target)
  if(NOT TARGET threadbook_proxying)
    set(system "${EMSCRIPTEN_ROOT_PATH}/system/lib")
    file(READ "${system}/pthread/proxying.c" text)
    set(unlock "pthread_mutex_unlock(&ctx->sync.mutex);")
    set(signal "pthread_cond_signal(&ctx->sync.cond);")
    string(REPLACE "${unlock}\n    ${signal}" "${signal}\n    ${unlock}" mended "${text}")
    if(mended STREQUAL text)
      return()
    endif()
    file(CONFIGURE OUTPUT "${CMAKE_BINARY_DIR}/proxying.c" CONTENT "${mended}" @ONLY)
    add_library(threadbook_proxying OBJECT "${CMAKE_BINARY_DIR}/proxying.c")
    target_include_directories(threadbook_proxying PRIVATE
      "${system}/pthread" "${system}/libc/musl/src/include" "${system}/libc/musl/src/internal")
    target_compile_definitions(threadbook_proxying PRIVATE NDEBUG)
    target_compile_options(threadbook_proxying PRIVATE ${THREADBOOK_COMPACT_FLAGS} -w)
  endif()
  target_link_libraries(${target} PRIVATE threadbook_proxying)
endfunction()

# ---- Flags for linking, by kind of program --------------------------------------------------------

# threadbook_page_program(<target>): the page's program, started by web/'s scripts.
function(threadbook_page_program target)
  threadbook_mend_proxying(${target})
  set(choose_memory "${CMAKE_SOURCE_DIR}/web/memory/choose_memory.js")
  set_property(TARGET ${target} APPEND PROPERTY LINK_DEPENDS "${choose_memory}")
  target_link_options(${target} PRIVATE
    -sENVIRONMENT=web,worker     # no code for other hosts
    -sINITIAL_MEMORY=256MB       # the least the page starts with; how much it really gets, up to the maximum, choose_memory.js
    -sMAXIMUM_MEMORY=2GB         # decides at start. A run may use 256 MB, a thread 4.3 MB (allocator's segment and stack): half of
    "SHELL:--pre-js ${choose_memory}"  # 2 GB holds 256 threads, untouched pages cost nothing, and where that is refused less will do.
    -sALLOW_MEMORY_GROWTH=1      # only so that the size may be chosen: what is chosen never grows (growing crashed iOS),
    -Wno-pthreads-mem-growth     # so the warning that growing is slow does not concern us
    -sFILESYSTEM=0               # no code for files: there are none
    -sEXIT_RUNTIME=0             # main returns and the page lives on
    -sPTHREAD_POOL_SIZE=1        # one worker from the start, for the first run; the others while the page is shown (web/page_glue.cpp)
    -sPTHREAD_POOL_DELAY_LOAD=1  # main() does not wait for it: it comes while the page is made
    -sMIN_WEBGL_VERSION=2        # Dear ImGui's renderer speaks OpenGL ES 3
    -sMAX_WEBGL_VERSION=2        # which is WebGL 2,
    -sGL_SUPPORT_AUTOMATIC_ENABLE_EXTENSIONS=0  # without its extensions: asking for each waits for the graphics
    -sEXPORTED_RUNTIME_METHODS=ccall,cwrap,UTF8ToString,stringToUTF8,lengthBytesUTF8,stringToNewUTF8)  # text to and from the page's scripts
endfunction()

# threadbook_alone_program(<target> <script>): a program without threads that is a plain Web Worker; the script stands
# before it and has its messages.
function(threadbook_alone_program target script)
  set_property(TARGET ${target} APPEND PROPERTY LINK_DEPENDS "${script}")
  target_link_options(${target} PRIVATE
    -no-pthread                  # nobody shares its memory: browsers give it everywhere
    -sENVIRONMENT=worker
    -sALLOW_MEMORY_GROWTH=1      # and it may grow
    -sINITIAL_MEMORY=32MB
    -sMAXIMUM_MEMORY=1GB
    -sFILESYSTEM=0
    -sEXIT_RUNTIME=0             # main returns, and the worker waits for messages
    "SHELL:--pre-js ${script}"
    -sEXPORTED_RUNTIME_METHODS=stringToNewUTF8)
endfunction()

# threadbook_node_program(<target>): a command-line program, run by node in the tests.
function(threadbook_node_program target)
  threadbook_mend_proxying(${target})
  target_link_options(${target} PRIVATE
    -sENVIRONMENT=node,worker    # no code for other hosts
    -sINITIAL_MEMORY=2GB         # as much as the page may get
    -sALLOW_MEMORY_GROWTH=0      # and fixed, as there
    -sPROXY_TO_PTHREAD=1         # main() runs on a pthread: it may wait while node's main thread starts workers
    -sPTHREAD_POOL_SIZE=4        # few: a test process starts faster, and more are made when needed
    -sEXIT_RUNTIME=1             # main's result is the process's exit status
    -sNODERAWFS=1)               # the programs it runs are the machine's files
endfunction()

include("${EMSCRIPTEN_ROOT_PATH}/cmake/Modules/Platform/Emscripten.cmake")
