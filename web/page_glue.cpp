// The page's program in a browser: the host that src/ui asks for, and main().
//
// Two directions. From C++ to the browser: BrowserHost calls small functions written in JavaScript, each of which
// hands on to `threadbookHost` (web/host.js), where the DOM is. From the browser to C++: connect() gives
// web/host.js an object of functions that call the exported ones at the end of this file. Text crosses as UTF-8
// that JavaScript allocates and frees. All of it runs on the browser's main thread; nothing here waits.
#include <emscripten.h>

#include <cstdint>
#include <cstdlib>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "book/document.h"
#include "runtime/worker_pool.h"
#include "ui/app.h"
#include "ui/plain_view.h"
#include "ui/programs.h"
#include "ui/surface/explorer_link.h"
#include "ui/surface/fonts.h"
#include "ui/surface/host.h"
#include "ui/surface/screen.h"

// clang-format off
EM_JS_DEPS(threadbook_page, "$UTF8ToString,$stringToNewUTF8,$stringToUTF8,$lengthBytesUTF8");

EM_JS(void, js_begin_group, (int group, int area, int raised), { threadbookHost.beginGroup(group, area, !!raised); });
EM_JS(void, js_place, (int id, int kind, float x, float y, float w, float h, const char* label, const char* target,
                       int disabled, int on, int tab, float font_size, float line_height), {
  threadbookHost.place(id, kind, x, y, w, h, UTF8ToString(label), UTF8ToString(target), !!disabled, !!on, !!tab,
                       font_size, line_height);
});
EM_JS(void, js_end_group, (), { threadbookHost.endGroup(); });
EM_JS(void, js_move_group, (int group, float x, float y), { threadbookHost.moveGroup(group, x, y); });
EM_JS(void, js_keep_groups, (const int* groups, int count), {
  threadbookHost.keepGroups([...HEAP32.subarray(groups >> 2, (groups >> 2) + count)]);
});
EM_JS(void, js_begin_block, (int id), { threadbookHost.beginBlock(id); });
EM_JS(void, js_block_piece, (float x, float y, float w, float h, const char* text, int face, float size, float tracking,
                             int link, const char* target, int first), {
  threadbookHost.blockPiece(x, y, w, h, UTF8ToString(text), face, size, tracking, link, UTF8ToString(target), !!first);
});
EM_JS(void, js_set_text, (int id, const char* text, int size, int undoable), {
  threadbookHost.setText(id, UTF8ToString(text, size), !!undoable);
});
EM_JS(void, js_scroll_text, (int id, float top), { threadbookHost.scrollText(id, top); });
EM_JS(void, js_set_console, (int id, const char* text, int size, double before, double after), {
  threadbookHost.setConsole(id, UTF8ToString(text, size), before, after);
});
EM_JS(void, js_show_example, (int first, const char* words, int has_run, int active, int can_be_stopped, int edited,
                              int gil, int not_kept), {
  threadbookHost.showExample(first, {words: UTF8ToString(words), hasRun: !!has_run, active: !!active,
                                     canBeStopped: !!can_be_stopped, edited: !!edited, gil: !!gil, notKept: !!not_kept});
});
EM_JS(void, js_begin_output, (int id), { threadbookHost.beginOutput(id); });
EM_JS(void, js_output_piece, (const char* text, int size, int stream), {
  threadbookHost.outputPiece(UTF8ToString(text, size), stream);
});
EM_JS(void, js_end_output, (), { threadbookHost.endOutput(); });
EM_JS(void, js_focus, (int id), { threadbookHost.focus(id); });
EM_JS(void, js_set_extent, (float page, float x, float y, float w, float h, float contents, int open), {
  threadbookHost.setExtent(page, x, y, w, h, contents, !!open);
});
EM_JS(void, js_scroll_page, (float y, int smoothly), { threadbookHost.scrollPage(y, !!smoothly); });
EM_JS(void, js_scroll_contents, (float y), { threadbookHost.scrollContents(y); });
EM_JS(void, js_set_address, (const char* address, int as_step), {
  threadbookHost.setAddress(UTF8ToString(address), !!as_step);
});
EM_JS(void, js_set_title, (const char* title), { threadbookHost.setTitle(UTF8ToString(title)); });
EM_JS(void, js_set_theme, (int dark), { threadbookHost.setTheme(!!dark); });
EM_JS(void, js_set_dialog, (int open, const char* label), { threadbookHost.setDialog(!!open, UTF8ToString(label)); });
EM_JS(void, js_announce, (const char* sentence), { threadbookHost.announce(UTF8ToString(sentence)); });
EM_JS(void, js_copy_address, (const char* address), { threadbookHost.copyAddress(UTF8ToString(address)); });
EM_JS(void, js_save, (const char* name, const char* text, int size), {
  threadbookHost.save(UTF8ToString(name), UTF8ToString(text, size));
});
EM_JS(char*, js_load, (const char* key), {
  const value = threadbookHost.load(UTF8ToString(key));
  return value === null ? 0 : stringToNewUTF8(value);
});
EM_JS(int, js_store, (const char* key, const char* value), {
  return threadbookHost.store(UTF8ToString(key), UTF8ToString(value)) ? 1 : 0;
});
EM_JS(void, js_forget, (const char* key), { threadbookHost.forget(UTF8ToString(key)); });
EM_JS(void, js_request_frame, (), { threadbookHost.requestFrame(); });
// Fills five ints (width, height, left, top, colored) and a float (advance); answers the picture, to be freed.
EM_JS(uint8_t*, js_draw_glyph, (int c, float size, int mono, int* numbers, float* advance), {
  const glyph = threadbookHost.drawGlyph(String.fromCodePoint(c), size, !!mono);
  if (!glyph) return 0;
  const picture = _malloc(Math.max(4, glyph.rgba.length));
  HEAPU8.set(glyph.rgba, picture);
  HEAP32.set([glyph.width, glyph.height, glyph.left, glyph.top, glyph.colored ? 1 : 0], numbers >> 2);
  HEAPF32[advance >> 2] = glyph.advance;
  return picture;
});
EM_JS(void, js_ask_explorer, (int worker, int kind, const char* source, const char* options, int options_size,
                              const char* verdict, int verdict_size, const char* command, int command_size), {
  const bytes = (at, size) => HEAPU8.slice(at, at + size);
  const program = UTF8ToString(source);
  threadbookHost.askExplorer(worker, [
    () => ({search: program, options: bytes(options, options_size)}),
    () => ({finish: program, options: bytes(options, options_size), verdict: bytes(verdict, verdict_size)}),
    () => ({step: program}),
    () => ({tell: bytes(command, command_size)}),
  ][kind]());
});
EM_JS(void, js_end_explorer, (int worker), { threadbookHost.endExplorer(worker); });
EM_JS(void, js_program_ended, (int run, const char* out, int out_size, const char* err, int err_size, int status,
                               double seconds, double omitted), {
  // Not UTF8ToString, which ends at the first zero byte; and decoders take no shared memory.
  const text = (at, size) => new TextDecoder().decode(HEAPU8.slice(at, at + size));
  threadbookHost.programEnded(run, text(out, out_size), text(err, err_size), status, seconds, omitted);
});
EM_JS(void, js_thread, (double serial, const char* name, double ident, double native_id, int daemon,
                        const char* activity, int line), {
  threadbookHost.thread({serial, name: UTF8ToString(name), ident, nativeId: native_id, daemon: !!daemon,
                         activity: UTF8ToString(activity), line});
});

// The functions web/host.js calls. Text goes over as UTF-8 and is freed here.
EM_JS(void, js_connect, (), {
  const text = (string, use) => {
    const pointer = stringToNewUTF8(string);
    if (!pointer) return 0;
    try {
      return use(pointer);
    } finally {
      _free(pointer);
    }
  };
  threadbookHost.connect({
    face(index, bytes) {
      const pointer = _malloc(bytes.length);
      if (!pointer) return false;
      HEAPU8.set(bytes, pointer);
      return !!_page_face(index, pointer, bytes.length);
    },
    libraryNames(names) {
      for (const name of names) text(name, (pointer) => _page_library_name(pointer));
      _page_library_named();
    },
    libraryText: (name, string) =>
        text(name, (namePointer) => text(string, (pointer) => (_page_library_text(namePointer, pointer), true))) === true,
    libraryComplete: () => _page_library_complete(),
    openScreen(width, height) {
      const problem = _page_open_screen(width, height);
      return problem ? UTF8ToString(problem) : null;
    },
    start: () => !!_page_start(),
    example: (id) => text(id, (pointer) => _page_example(pointer)),
    textVisible: (visible) => _page_text_visible(visible ? 1 : 0),
    window: (width, height, scale, pixelWidth, pixelHeight, dark, calm) =>
        _page_window(width, height, scale, pixelWidth, pixelHeight, dark ? 1 : 0, calm ? 1 : 0),
    scrolled: (area, y) => _page_scrolled(area, y),
    textScrolled: (id, left, top, atEnd) => _page_text_scrolled(id, left, top, atEnd ? 1 : 0),
    clicked: (id) => !!_page_clicked(id),
    pointed: (id, kind, x, y, amount) => _page_pointed(id, kind, x, y, amount),
    hovered: (id) => _page_hovered(id),
    focused: (id) => _page_focused(id),
    edited: (id, string) => text(string, (pointer) => _page_edited(id, pointer)),
    runKey: (id) => _page_run_key(id),
    stopKey: (id) => _page_stop_key(id),
    helpKey: () => _page_help_key(),
    escapeKey: () => _page_escape_key(),
    open: (address, asStep) => text(address, (pointer) => !!_page_open(pointer, asStep ? 1 : 0)),
    readingPlace: () => ({block: _page_place_block(), y: _page_place_y()}),
    goTo: (block, y) => _page_go_to(block, y),
    storedElsewhere: (key, value) => text(key, (keyPointer) =>
        value === null ? _page_stored_elsewhere(keyPointer, 0)
                       : text(value, (pointer) => _page_stored_elsewhere(keyPointer, pointer))),
    save: () => _page_save(),
    frame: (now) => !!_page_frame(now),
    explorerAnswered(worker, bytes) {
      const pointer = _malloc(bytes.length + 1);
      if (!pointer) return;
      HEAPU8.set(bytes, pointer);
      _page_explorer_answered(worker, pointer, bytes.length);
      _free(pointer);
    },
    explorerDone: (worker) => _page_explorer_done(worker),
    explorerFailed: (worker, why) => text(why, (pointer) => _page_explorer_failed(worker, pointer)),
    rehearse: () => !!_page_rehearse(),
    rehearsed: () => !!_page_rehearsed(),
    settled: () => _page_settled(),
    restored: () => _page_restored(),
    facesChanged: () => _page_faces_changed(),
    run: (source, gil) => text(source, (pointer) => _page_run(pointer, gil ? 1 : 0)),
    interrupt: () => _page_interrupt(),
    stop: () => _page_stop(),
    workers: () => ({all: _page_workers(0), idle: _page_workers(1), most: _page_thread_limit()}),
    threads: () => _page_threads(),
    running: () => !!_page_running(),
    frames: () => _page_frames(),
  });
});
// clang-format on

namespace threadbook {
namespace {

class BrowserHost final : public ui::Host {
 public:
  void begin_group(ui::GroupId group, ui::Area area, bool raised) override {
    js_begin_group(group, static_cast<int>(area), raised);
  }
  void place(const ui::Overlay& o) override {
    js_place(o.id, static_cast<int>(o.kind), o.rect.x, o.rect.y, o.rect.w, o.rect.h, o.label.c_str(), o.target.c_str(),
             o.disabled, o.on, o.in_tab_order, o.font_size, o.line_height);
  }
  void end_group() override { js_end_group(); }
  void move_group(ui::GroupId group, ui::Point corner) override { js_move_group(group, corner.x, corner.y); }
  void keep_groups(std::span<const ui::GroupId> groups) override {
    js_keep_groups(groups.data(), static_cast<int>(groups.size()));
  }
  void set_block(ui::OverlayId id, const std::vector<ui::TextPiece>& pieces) override {
    js_begin_block(id);
    for (const ui::TextPiece& piece : pieces) {
      js_block_piece(piece.rect.x, piece.rect.y, piece.rect.w, piece.rect.h, piece.text.c_str(),
                     static_cast<int>(piece.type.face), piece.type.size, piece.type.tracking, piece.link,
                     piece.target.c_str(), piece.first);
    }
  }
  void set_text(ui::OverlayId id, std::string_view text, bool undoable) override {
    js_set_text(id, text.data(), static_cast<int>(text.size()), undoable);
  }
  void scroll_text(ui::OverlayId id, float top) override { js_scroll_text(id, top); }
  void set_console(ui::OverlayId id, std::string_view text, std::size_t before, std::size_t after) override {
    js_set_console(id, text.data(), static_cast<int>(text.size()), static_cast<double>(before),
                   static_cast<double>(after));
  }
  void focus(ui::OverlayId id) override { js_focus(id); }
  void show_example(const ui::PlainExample& e) override {
    js_show_example(e.first, e.words.c_str(), e.has_run, e.active, e.can_be_stopped, e.edited, e.gil, e.not_kept);
  }
  void show_output(ui::OverlayId id, const std::vector<ui::OutputPiece>& pieces) override {
    js_begin_output(id);
    for (const ui::OutputPiece& piece : pieces) {
      js_output_piece(piece.text.data(), static_cast<int>(piece.text.size()), static_cast<int>(piece.stream));
    }
    js_end_output();
  }
  void set_extent(float page_height, const ui::Rect& r, float contents_height, bool contents_open) override {
    js_set_extent(page_height, r.x, r.y, r.w, r.h, contents_height, contents_open);
  }
  void scroll_page(float y, bool smoothly) override { js_scroll_page(y, smoothly); }
  void scroll_contents(float y) override { js_scroll_contents(y); }
  void set_address(std::string_view address, bool as_step) override {
    js_set_address(std::string(address).c_str(), as_step);
  }
  void set_title(std::string_view title) override { js_set_title(std::string(title).c_str()); }
  void set_theme(bool dark) override { js_set_theme(dark); }
  void set_dialog(bool open, std::string_view label) override { js_set_dialog(open, std::string(label).c_str()); }
  void announce(std::string_view sentence) override { js_announce(std::string(sentence).c_str()); }
  void copy_address(std::string_view address) override { js_copy_address(std::string(address).c_str()); }
  void save(std::string_view name, std::string_view text) override {
    js_save(std::string(name).c_str(), text.data(), static_cast<int>(text.size()));
  }

  std::optional<std::string> load(std::string_view key) override {
    char* value = js_load(std::string(key).c_str());
    if (!value) return std::nullopt;
    std::string text(value);
    std::free(value);
    return text;
  }
  bool store(std::string_view key, std::string_view value) override {
    return js_store(std::string(key).c_str(), std::string(value).c_str()) != 0;
  }
  void forget(std::string_view key) override { js_forget(std::string(key).c_str()); }
  void request_frame() override { js_request_frame(); }

  std::optional<ui::ForeignGlyph> draw_glyph(char32_t c, float size, bool mono) override {
    int numbers[5] = {};
    float advance = 0;
    std::uint8_t* picture = js_draw_glyph(static_cast<int>(c), size, mono, numbers, &advance);
    if (!picture) return std::nullopt;
    ui::ForeignGlyph glyph;
    glyph.width = numbers[0];
    glyph.height = numbers[1];
    glyph.left = numbers[2];
    glyph.top = numbers[3];
    glyph.colored = numbers[4] != 0;
    glyph.advance = advance;
    glyph.rgba.assign(picture,
                      picture + static_cast<std::size_t>(glyph.width) * static_cast<std::size_t>(glyph.height) * 4);
    std::free(picture);
    return glyph;
  }

  void ask_explorer(int worker, const ui::ExplorerRequest& r) override {
    js_ask_explorer(worker, static_cast<int>(r.kind), r.source.c_str(), r.options.data(),
                    static_cast<int>(r.options.size()), r.verdict.data(), static_cast<int>(r.verdict.size()),
                    r.command.data(), static_cast<int>(r.command.size()));
  }
  void end_explorer(int worker) override { js_end_explorer(worker); }

  void program_ended(int run, std::string_view out, std::string_view err, int status, double seconds,
                     std::size_t omitted) override {
    js_program_ended(run, out.data(), static_cast<int>(out.size()), err.data(), static_cast<int>(err.size()), status,
                     seconds, static_cast<double>(omitted));
  }
};

// Lives as long as the page.
struct Page {
  BrowserHost host;
  ui::Programs programs{book::the_book(), host};
  ui::PlainView text{programs, host};
  ui::Fonts fonts;
  ui::Screen screen;
  std::unique_ptr<ui::App> app;  // once the canvas shows the page
  std::unique_ptr<python::Run> rehearsal;
};

Page& page() {
  static Page& the_page = *new Page;
  return the_page;
}

// Threads that a program finds ready when it begins, and how many it does at any time while it starts more: once there
// is something to be seen, and when the page has time. Making one takes the browser some 20 ms, which a reader who has
// pressed Run at once would wait for.
struct Readiness {
  std::size_t at_first, later;
};
constexpr Readiness kWhenUp{2, 2};
constexpr Readiness kWhenSettled{8, 8};

void make_threads_ready(const Readiness& readiness) {
  runtime::WorkerPool::process().keep_ready(readiness.at_first, readiness.later);
}

}  // namespace
}  // namespace threadbook

using threadbook::page;

extern "C" {

// Takes `data`, which was allocated with malloc.
EMSCRIPTEN_KEEPALIVE int page_face(int face, std::uint8_t* data, int size) {
  std::vector<std::uint8_t> bytes(data, data + size);
  std::free(data);
  return page().fonts.add_face(static_cast<threadbook::ui::Face>(face), std::move(bytes));
}

// Opens the canvas, in CSS pixels; answers why it cannot.
EMSCRIPTEN_KEEPALIVE const char* page_open_screen(int width, int height) {
  return page().screen.open(width, height) ? nullptr : page().screen.problem().c_str();
}

// The canvas is to show the page from now on.
EMSCRIPTEN_KEEPALIVE int page_start() {
  if (!page().fonts.complete()) return 0;
  page().screen.prepare(page().fonts);
  page().fonts.set_foreign([](char32_t c, float size, bool mono) { return page().host.draw_glyph(c, size, mono); });
  page().app = std::make_unique<threadbook::ui::App>(threadbook::book::the_book(), page().programs, page().host,
                                                     page().screen, page().fonts);
  return 1;
}

// An example of the text: its first overlay, 0 if the book has no such example.
EMSCRIPTEN_KEEPALIVE int page_example(const char* id) { return page().text.add(id).value_or(0); }
EMSCRIPTEN_KEEPALIVE void page_text_visible(int visible) { page().text.set_visible(visible != 0); }

EMSCRIPTEN_KEEPALIVE void page_window(float width, float height, float scale, int pixel_width, int pixel_height,
                                      int dark, int calm) {
  page().app->window_changed({width, height, scale, pixel_width, pixel_height, dark != 0, calm != 0});
}
EMSCRIPTEN_KEEPALIVE void page_scrolled(int area, float y) {
  page().app->scrolled(static_cast<threadbook::ui::Area>(area), y);
}
EMSCRIPTEN_KEEPALIVE void page_text_scrolled(int id, float left, float top, int at_end) {
  page().app->text_scrolled(id, left, top, at_end != 0);
}
EMSCRIPTEN_KEEPALIVE int page_clicked(int id) { return page().app ? page().app->clicked(id) : page().text.clicked(id); }
EMSCRIPTEN_KEEPALIVE void page_pointed(int id, int kind, float x, float y, float amount) {
  if (page().app) page().app->pointed(id, {static_cast<threadbook::ui::Gesture::Kind>(kind), x, y, amount});
}
EMSCRIPTEN_KEEPALIVE void page_hovered(int id) {
  if (page().app) page().app->hovered(id);
}
EMSCRIPTEN_KEEPALIVE void page_focused(int id) {
  if (page().app) page().app->focused(id);
}
EMSCRIPTEN_KEEPALIVE void page_edited(int id, const char* text) {
  page().app ? page().app->edited(id, text) : page().text.edited(id, text);
}
EMSCRIPTEN_KEEPALIVE void page_run_key(int id) { page().app ? page().app->run_key(id) : page().text.run_key(id); }
EMSCRIPTEN_KEEPALIVE void page_stop_key(int id) { page().app ? page().app->stop_key(id) : page().text.stop_key(id); }
EMSCRIPTEN_KEEPALIVE void page_help_key() { page().app->help_key(); }
EMSCRIPTEN_KEEPALIVE void page_escape_key() { page().app->escape_key(); }
EMSCRIPTEN_KEEPALIVE int page_open(const char* address, int as_step) { return page().app->open(address, as_step != 0); }
EMSCRIPTEN_KEEPALIVE int page_place_block() { return static_cast<int>(page().app->reading_place().block); }
EMSCRIPTEN_KEEPALIVE float page_place_y() { return page().app->reading_place().y; }
EMSCRIPTEN_KEEPALIVE void page_go_to(int block, float y) { page().app->go_to({static_cast<std::size_t>(block), y}); }
EMSCRIPTEN_KEEPALIVE void page_stored_elsewhere(const char* key, const char* value) {
  const auto text = value ? std::optional<std::string>(value) : std::nullopt;
  if (page().app) return page().app->stored_elsewhere(key, text);
  page().programs.stored_elsewhere(key, text);
  page().host.request_frame();
}
EMSCRIPTEN_KEEPALIVE void page_save() { page().programs.save(); }
EMSCRIPTEN_KEEPALIVE int page_frame(double now) {
  bool more = page().programs.poll(now);
  if (page().app) more |= page().app->frame(now);
  more |= page().text.frame(now);
  return more;
}
EMSCRIPTEN_KEEPALIVE void page_explorer_answered(int worker, const char* bytes, int size) {
  threadbook::ui::ExplorerLink::answered(worker, {bytes, static_cast<std::size_t>(size)});
}
EMSCRIPTEN_KEEPALIVE void page_explorer_done(int worker) { threadbook::ui::ExplorerLink::done(worker); }
EMSCRIPTEN_KEEPALIVE void page_explorer_failed(int worker, const char* why) {
  threadbook::ui::ExplorerLink::failed(worker, why);
}
// Runs a program that does nothing but what most do first: what it needs is there then when the reader's first one
// runs.
EMSCRIPTEN_KEEPALIVE int page_rehearse() {
  try {
    page().rehearsal = threadbook::python::Run::start("import threading, time", {});
  } catch (const std::exception&) {  // the browser gives no thread
    return 0;
  }
  return 1;
}
EMSCRIPTEN_KEEPALIVE int page_rehearsed() {
  if (!page().rehearsal->finished()) return 0;
  page().rehearsal.reset();
  threadbook::make_threads_ready(threadbook::kWhenUp);
  return 1;
}
EMSCRIPTEN_KEEPALIVE void page_settled() { threadbook::make_threads_ready(threadbook::kWhenSettled); }
EMSCRIPTEN_KEEPALIVE void page_restored() {
  page().screen.restore(page().fonts);
  page().app->repaint();
}
EMSCRIPTEN_KEEPALIVE void page_faces_changed() { page().app->faces_changed(); }
// Shows what was done from outside.
static void page_repaint() { page().app ? page().app->repaint() : page().host.request_frame(); }
EMSCRIPTEN_KEEPALIVE int page_run(const char* source, int gil) {
  const int number = page().programs.run(source, gil != 0);
  page().host.request_frame();
  return number;
}
EMSCRIPTEN_KEEPALIVE void page_interrupt() {
  page().programs.interrupt();
  page_repaint();
}
EMSCRIPTEN_KEEPALIVE void page_stop() {
  page().programs.end();
  page_repaint();
}
// How many workers the page has, or how many of them have nothing to do.
EMSCRIPTEN_KEEPALIVE int page_workers(int idle) {
  const auto& pool = threadbook::runtime::WorkerPool::process();
  return static_cast<int>(idle ? pool.idle_count() : pool.thread_count());
}
EMSCRIPTEN_KEEPALIVE int page_thread_limit() { return static_cast<int>(threadbook::runtime::WorkerPool::limit()); }
EMSCRIPTEN_KEEPALIVE void page_threads() {
  for (const threadbook::python::ThreadSnapshot& thread : page().programs.threads()) {
    js_thread(static_cast<double>(thread.serial), thread.name.c_str(), static_cast<double>(thread.ident),
              static_cast<double>(thread.native_id), thread.daemon,
              std::string(threadbook::python::activity_word(thread.activity)).c_str(), static_cast<int>(thread.line));
  }
}
EMSCRIPTEN_KEEPALIVE int page_running() { return page().programs.running(); }
EMSCRIPTEN_KEEPALIVE double page_frames() { return page().app ? static_cast<double>(page().app->frames()) : 0; }

}  // extern "C"

int main() {
  page();
  js_connect();
  return 0;
}
