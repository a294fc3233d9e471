// What Dear ImGui's back end asks of the graphics in every frame, so as to leave everything as it was: a question to
// WebGL waits until the graphics have done all that came before, many milliseconds on a slow device. Nobody else draws
// on the canvas, so the answers are known: between two frames everything is as in a new context. The linker leads these
// two calls here (web/CMakeLists.txt); screen.cpp sets the viewport and the scissor anew in each frame.
#include <SDL_opengles2.h>

#include <algorithm>

#ifndef GL_VERTEX_ARRAY_BINDING
#define GL_VERTEX_ARRAY_BINDING 0x85B5
#endif
#ifndef GL_SAMPLER_BINDING
#define GL_SAMPLER_BINDING 0x8919
#endif

extern "C" {

void __real_glGetIntegerv(GLenum name, GLint* values);
void __wrap_glGetIntegerv(GLenum name, GLint* values);
GLboolean __wrap_glIsEnabled(GLenum capability);

void __wrap_glGetIntegerv(GLenum name, GLint* values) {
  switch (name) {
    case GL_VIEWPORT:
    case GL_SCISSOR_BOX: std::fill_n(values, 4, 0); return;
    case GL_ACTIVE_TEXTURE: *values = GL_TEXTURE0; return;
    case GL_BLEND_SRC_RGB:
    case GL_BLEND_SRC_ALPHA: *values = GL_ONE; return;
    case GL_BLEND_DST_RGB:
    case GL_BLEND_DST_ALPHA: *values = GL_ZERO; return;
    case GL_BLEND_EQUATION_RGB:
    case GL_BLEND_EQUATION_ALPHA: *values = GL_FUNC_ADD; return;
    case GL_CURRENT_PROGRAM:
    case GL_TEXTURE_BINDING_2D:
    case GL_SAMPLER_BINDING:
    case GL_ARRAY_BUFFER_BINDING:
    case GL_VERTEX_ARRAY_BINDING: *values = 0; return;
    default: __real_glGetIntegerv(name, values);
  }
}

GLboolean __wrap_glIsEnabled(GLenum) { return GL_FALSE; }

}  // extern "C"
