# The libraries only the page needs; see dependencies.cmake for where their source comes from.

# Dear ImGui draws the user interface; SDL2 and OpenGL backends belong to it.
threadbook_source(imgui 1.90.1 https://github.com/ocornut/imgui.git v1.90.1)
add_library(imgui STATIC
  "${imgui_SOURCE_DIR}/imgui.cpp" "${imgui_SOURCE_DIR}/imgui_draw.cpp"
  "${imgui_SOURCE_DIR}/imgui_tables.cpp" "${imgui_SOURCE_DIR}/imgui_widgets.cpp"
  "${imgui_SOURCE_DIR}/misc/cpp/imgui_stdlib.cpp"
  "${imgui_SOURCE_DIR}/backends/imgui_impl_sdl2.cpp"
  "${imgui_SOURCE_DIR}/backends/imgui_impl_opengl3.cpp")
target_include_directories(imgui SYSTEM PUBLIC
  "${imgui_SOURCE_DIR}" "${imgui_SOURCE_DIR}/backends" "${imgui_SOURCE_DIR}/misc/cpp")
# WebGL 2 is OpenGL ES 3. The old names of things are left out, so that nothing new uses them.
target_compile_definitions(imgui PUBLIC IMGUI_IMPL_OPENGL_ES3 IMGUI_DISABLE_OBSOLETE_FUNCTIONS)
target_compile_options(imgui PRIVATE -w ${THREADBOOK_BUSY_FLAGS})

# SDL2: window, keyboard, mouse, WebGL context. It carries a hand-written configuration for Emscripten
# (SDL_config_emscripten.h); with it the library is a plain list of folders and builds in seconds,
# while SDL's own configure step runs hundreds of compiler checks and takes minutes. Sound,
# sensors, and SDL's own ways of painting stay out: a canvas that WebGL paints needs none.
threadbook_source(sdl2 2.32.4 https://github.com/libsdl-org/SDL.git release-2.32.4)
set(sdl2_folders . atomic audio audio/dummy cpuinfo dynapi events file filesystem/emscripten haptic
  haptic/dummy joystick joystick/emscripten loadso/dlopen locale locale/emscripten misc misc/emscripten
  power power/emscripten render render/opengles2 render/software sensor sensor/dummy stdlib thread
  thread/pthread timer timer/unix video video/dummy video/emscripten video/yuv2rgb)
list(TRANSFORM sdl2_folders REPLACE "(.+)" "${sdl2_SOURCE_DIR}/src/\\1/*.c")
file(GLOB sdl2_files ${sdl2_folders})
list(FILTER sdl2_files EXCLUDE REGEX "yuv_rgb_(sse|lsx)\\.c$")  # other processors' instructions
add_library(SDL2 STATIC ${sdl2_files})
target_include_directories(SDL2 SYSTEM PUBLIC "${sdl2_SOURCE_DIR}/include")
target_compile_definitions(SDL2 PRIVATE SDL_AUDIO_DISABLED=1 SDL_SENSOR_DISABLED=1 SDL_RENDER_DISABLED=1 SDL_LEAN_AND_MEAN=1)
target_compile_options(SDL2 PRIVATE -w ${THREADBOOK_COMPACT_FLAGS})

target_link_libraries(imgui PUBLIC SDL2)
