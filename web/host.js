// The page's host in the browser: the other side of src/ui/surface/host.h.
//
// Over the canvas, which shows everything, lie native elements that show nothing: buttons, links, text fields,
// scrolling areas. They take what the reader does and report it to the program; the program says where they stand.
// The window's own scrolling moves the page, so wheel, finger, keyboard and assistive technology all work as on any
// page. A frame is drawn when the program asks for one, and only then.

import {makeEditor, replace} from './editor.js';
import {engine} from './threadbook.js';

const kinds = ['button', 'switch', 'link', 'editor', 'console', 'block'];
const faces = ['f-regular', 'f-semibold', 'f-bold', 'f-italic', 'f-mono', 'f-mono f-bold'];  // in the order of src/ui/layout/type.h's Face
const element = (id) => document.getElementById(id);
const calm = matchMedia('(prefers-reduced-motion: reduce)');
const dark = matchMedia('(prefers-color-scheme: dark)');

let program = null;          // the program's functions, once it is up
let canvas, areas, contents;
const overlays = new Map();  // number -> {node, kind, ...what was set}
let block = null;            // whose pieces are being told
let wanted = [];             // overlays named since beginOverlays
let frameRequested = false;

// ---- frames ---------------------------------------------------------------------------------------------------

function tick(now) {
  frameRequested = false;
  if (!program) return;
  if (program.frame(now / 1000)) requestFrame();
}

function requestFrame() {
  if (frameRequested || !program) return;
  frameRequested = true;
  requestAnimationFrame(tick);
}

// A hidden page gets no frames, but its programs end all the same and somebody may be waiting for them.
let hiddenTimer = 0;
function watchWhileHidden() {
  clearInterval(hiddenTimer);
  if (!document.hidden) return;
  hiddenTimer = setInterval(() => { if (program?.running()) program.frame(performance.now() / 1000); }, 100);
}
document.addEventListener('visibilitychange', watchWhileHidden);

// ---- the window -----------------------------------------------------------------------------------------------

function measure(pixels) {
  const box = canvas.getBoundingClientRect();
  const scale = window.devicePixelRatio || 1;
  // The browser knows to the pixel how large the canvas is on the screen; but not while it imitates another screen.
  const exact = (known, length) => known && Math.abs(known - length * scale) < 2 ? known : Math.round(length * scale);
  const width = exact(pixels?.inlineSize, box.width);
  const height = exact(pixels?.blockSize, box.height);
  if (canvas.width !== width) canvas.width = width;
  if (canvas.height !== height) canvas.height = height;
  program.window(box.width, box.height, scale, width, height, dark.matches, calm.matches);
}

// Giving a canvas a new size empties it, so it is painted before the browser shows it.
function resized(pixels) {
  if (!program) return;
  measure(pixels);
  if (document.documentElement.dataset.state === 'canvas') program.frame(performance.now() / 1000);
}

function watchWindow() {
  const observer = new ResizeObserver((entries) => resized(entries[0].devicePixelContentBoxSize?.[0]));
  try {
    observer.observe(canvas, {box: 'device-pixel-content-box'});
  } catch {
    observer.observe(canvas);
    const watchRatio = () => matchMedia(`(resolution: ${devicePixelRatio}dppx)`)
      .addEventListener('change', () => { resized(); watchRatio(); }, {once: true});
    watchRatio();
  }
  dark.addEventListener('change', () => resized());
  calm.addEventListener('change', () => resized());
  addEventListener('scroll', () => program?.scrolled(0, scrollY), {passive: true});
  contents.addEventListener('scroll', () => program?.scrolled(1, contents.scrollTop), {passive: true});
  const goToAddress = () => {
    const anchor = decodeURIComponent(location.hash.slice(1));
    if (anchor === '') scrollTo(0, 0);
    else program?.open(anchor, false);
  };
  addEventListener('popstate', goToAddress);
  addEventListener('hashchange', goToAddress);
  canvas.addEventListener('webglcontextlost', (event) => event.preventDefault());
  canvas.addEventListener('webglcontextrestored', () => program?.restored());
  // On paper the book is text.
  addEventListener('beforeprint', () => { document.documentElement.dataset.state = 'plain'; });
  addEventListener('afterprint', () => { document.documentElement.dataset.state = program ? 'canvas' : 'plain'; });
  addEventListener('keydown', (event) => {
    if (event.isComposing || event.defaultPrevented) return;
    const typing = event.target instanceof HTMLTextAreaElement;
    if (event.key === '?' && !typing && !event.ctrlKey && !event.metaKey && !event.altKey) {
      event.preventDefault();
      program?.helpKey();
    } else if (event.key === 'Escape' && !typing) {
      program?.escapeKey();
    } else if (event.key === '.' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      program?.stopKey(numberOf(event.target));
    } else if (event.key === 'Enter' && (event.ctrlKey || event.metaKey) && !typing) {
      event.preventDefault();
      program?.runKey(numberOf(event.target));
    }
  });
}

// ---- overlays -------------------------------------------------------------------------------------------------

const numberOf = (node) => Number(node?.dataset?.overlay ?? 0);

/** Reports what happens to a button or a link. */
function listen(node, id, link) {
  node.dataset.overlay = id;
  node.addEventListener('click', (event) => {
    if (node.getAttribute('aria-disabled') === 'true') return;
    if (link) {
      const here = node.getAttribute('href').startsWith('#');
      if (!here || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
      event.preventDefault();
    }
    program?.clicked(id);
  });
  follow(node, id);
}

/** Reports the focus and the mouse. */
function follow(node, id) {
  node.addEventListener('focus', () => program?.focused(id));
  node.addEventListener('blur', () => program?.focused(0));
  // A finger does not hover.
  node.addEventListener('pointerenter', (event) => { if (event.pointerType === 'mouse') program?.hovered(id); });
  node.addEventListener('pointerleave', (event) => { if (event.pointerType === 'mouse') program?.hovered(0); });
}

function setTarget(link, target) {
  link.href = target;
  if (!target.startsWith('#')) Object.assign(link, {target: '_blank', rel: 'noopener'});
}

function make(id, kind, target) {
  let node;
  if (kind === 'block') {
    node = document.createElement(target);
    node.className = 'block';
    return {node, kind, set: {}};
  }
  if (kind === 'link') {
    node = document.createElement('a');
  } else if (kind === 'editor') {
    node = document.createElement('textarea');
    Object.assign(node, {spellcheck: false, wrap: 'off', autocomplete: 'off', rows: 1});
    node.setAttribute('autocapitalize', 'off');
    node.setAttribute('autocorrect', 'off');
    node.setAttribute('translate', 'no');
    node.addEventListener('input', () => program?.edited(id, node.value));
    node.addEventListener('scroll', () =>
      program?.textScrolled(id, node.scrollLeft * overlays.get(id).shrink, 0, false), {passive: true});
    makeEditor(node, {
      run: () => program?.runKey(id),
      leaving: () => host.announce('Tab leaves the editor.'),
    });
  } else if (kind === 'console') {
    node = document.createElement('div');
    node.className = 'console';
    node.tabIndex = 0;
    node.setAttribute('role', 'region');
    node.append(document.createTextNode(''));
    node.addEventListener('scroll', () => {
      const atEnd = node.scrollTop + node.clientHeight >= node.scrollHeight - 2;
      overlays.get(id).following = atEnd;
      program?.textScrolled(id, node.scrollLeft, node.scrollTop, atEnd);
    }, {passive: true});
  } else {
    node = document.createElement('button');
    node.type = 'button';
    if (kind === 'switch') node.setAttribute('role', 'switch');
  }
  node.classList.add('over');
  node.dataset.overlay = id;
  if (kind === 'editor' || kind === 'console') follow(node, id);
  else listen(node, id, kind === 'link');
  return {node, kind, set: {}, following: true};
}

function update(overlay, name, value, apply) {
  if (overlay.set[name] === value) return;
  overlay.set[name] = value;
  apply(overlay.node, value);
}

function apply(overlay, o) {
  const {kind} = overlay;
  // Text smaller than 16 px makes phones zoom in when a field gets the focus. The field keeps 16 px and is scaled.
  const shrink = kind === 'editor' && o.fontSize < 15 ? o.fontSize / 16 : 1;
  const style = (name, css) => update(overlay, name, css, (n, v) => { n.style[name] = v; });
  style('left', `${o.x}px`);
  style('top', `${o.y}px`);
  style('width', `${o.w / shrink}px`);
  style('height', `${o.h / shrink}px`);
  if (kind === 'editor' || kind === 'console') {
    style('fontSize', `${o.fontSize / shrink}px`);
    style('lineHeight', `${o.lineHeight / shrink}px`);
    if (kind === 'editor') style('transform', shrink === 1 ? '' : `scale(${shrink})`);
    overlay.shrink = shrink;
  }
  if (kind === 'block') return;
  update(overlay, 'label', o.label, (n, v) => n.setAttribute('aria-label', v));
  if (kind === 'link') {
    update(overlay, 'target', o.target, setTarget);
    update(overlay, 'on', o.on, (n, v) => v ? n.setAttribute('aria-current', 'location') : n.removeAttribute('aria-current'));
  } else {
    update(overlay, 'disabled', o.disabled, (n, v) => v ? n.setAttribute('aria-disabled', 'true') : n.removeAttribute('aria-disabled'));
  }
  if (kind === 'switch') update(overlay, 'on', o.on, (n, v) => n.setAttribute('aria-checked', String(v)));
  update(overlay, 'tab', o.tab, (n, v) => {
    if (!v) n.tabIndex = -1;
    if (kind === 'button') v ? n.removeAttribute('aria-hidden') : n.setAttribute('aria-hidden', 'true');
    else if (kind !== 'console') n.removeAttribute('tabindex');
  });
}

// ---- text -----------------------------------------------------------------------------------------------------

function setConsole(overlay, text) {
  const {node} = overlay;
  const data = node.firstChild;
  // Appending keeps what the reader has selected.
  if (data.length > 0 && text.startsWith(data.data)) data.appendData(text.slice(data.length));
  else if (data.data !== text) data.data = text;
  if (overlay.following || text.length === 0) node.scrollTop = node.scrollHeight;
}

function setEditor(overlay, text, undoable) {
  const {node} = overlay;
  if (node.value === text) return;
  if (!undoable) {
    node.value = text;
    return;
  }
  const before = document.activeElement;
  node.focus({preventScroll: true});
  replace(node, 0, node.value.length, text, 0);
  if (before instanceof HTMLElement && before !== node) before.focus({preventScroll: true});
}

// ---- letters our typefaces lack -------------------------------------------------------------------------------

let scratch;

function drawGlyph(letter, size, mono) {
  scratch ??= Object.assign(document.createElement('canvas'), {width: 1, height: 1}).getContext('2d', {willReadFrequently: true});
  const font = `${size}px ${mono ? '"Threadbook Mono", monospace' : '"Threadbook Text", sans-serif'}`;
  scratch.font = font;
  const box = scratch.measureText(letter);
  const left = Math.floor(-box.actualBoundingBoxLeft) - 1;
  const top = Math.floor(-box.actualBoundingBoxAscent) - 1;
  const width = Math.ceil(box.actualBoundingBoxRight) + 1 - left;
  const height = Math.ceil(box.actualBoundingBoxDescent) + 1 - top;
  if (!(width > 2 && height > 2 && width < 600 && height < 600)) return null;
  scratch.canvas.width = width;
  scratch.canvas.height = height;
  scratch.font = font;
  scratch.fillStyle = '#fff';
  scratch.fillText(letter, -left, -top);
  const rgba = scratch.getImageData(0, 0, width, height).data;
  let colored = false;
  for (let i = 0; i < rgba.length && !colored; i += 4) {
    colored = rgba[i + 3] > 64 && (rgba[i] < 200 || rgba[i + 1] < 200 || rgba[i + 2] < 200);
  }
  if (!colored) {
    for (let i = 0; i < rgba.length; i += 4) rgba[i] = rgba[i + 1] = rgba[i + 2] = 255;
  }
  return {rgba, width, height, left, top, advance: box.width, colored};
}

// ---- what the program calls -----------------------------------------------------------------------------------

let anchorTimer = 0;
let dialogOpener = null;

export const host = {
  connected: null,  // boot.js waits for it

  connect(functions) {
    program = functions;
    this.connected?.(functions);
  },

  beginOverlays() {
    wanted = [];
  },
  place(id, kind, area, x, y, w, h, label, target, disabled, on, tab, fontSize, lineHeight) {
    wanted.push({id, kind: kinds[kind], area, x, y, w, h, label, target, disabled, on, tab, fontSize, lineHeight});
  },
  endOverlays() {
    const kept = new Set(wanted.map((o) => o.id));
    for (const [id, overlay] of overlays) {
      if (kept.has(id)) continue;
      overlay.node.remove();
      overlays.delete(id);
    }
    const cursors = areas.map((area) => area.querySelector(':scope > .over, :scope > .block'));
    for (const o of wanted) {
      let overlay = overlays.get(o.id);
      if (!overlay) overlays.set(o.id, overlay = make(o.id, o.kind, o.target));
      apply(overlay, o);
      // Only an element that is not in its place is moved: moving takes the focus away.
      if (cursors[o.area] === overlay.node) cursors[o.area] = overlay.node.nextElementSibling;
      else areas[o.area].insertBefore(overlay.node, cursors[o.area]);
    }
  },

  beginBlock(id) {
    block = overlays.get(id).node;
    block.replaceChildren();
  },
  blockPiece(x, y, w, h, text, face, size, tracking, link, target, first) {
    const piece = document.createElement(link ? 'a' : 'span');
    piece.textContent = text;
    piece.className = faces[face];
    Object.assign(piece.style, {left: `${x}px`, top: `${y}px`, height: `${h}px`, lineHeight: `${h}px`, fontSize: `${size}px`,
      letterSpacing: `${tracking}px`});
    if (link) {
      setTarget(piece, target);
      if (!first) piece.tabIndex = -1;
      listen(piece, link, true);
    }
    block.append(piece);
  },

  setText(id, text, undoable) {
    const overlay = overlays.get(id);
    if (!overlay) return;
    if (overlay.kind === 'editor') setEditor(overlay, text, undoable);
    else setConsole(overlay, text);
  },
  focus(id) {
    const node = overlays.get(id)?.node;
    if (node) node.focus({preventScroll: true});
  },

  setExtent(pageHeight, x, y, w, h, contentsHeight, open) {
    areas[0].style.height = `${Math.ceil(pageHeight)}px`;
    Object.assign(contents.style, {left: `${x}px`, top: `${y}px`, width: `${w}px`, height: `${h}px`});
    contents.querySelector('.extent').style.height = `${Math.ceil(contentsHeight)}px`;
    contents.toggleAttribute('data-closed', !open);
  },
  scrollPage(y, smoothly) {
    scrollTo({top: y, behavior: smoothly ? 'smooth' : 'instant'});
  },
  scrollContents(y) {
    contents.scrollTo({top: y});
  },

  setAnchor(anchor, asStep) {
    clearTimeout(anchorTimer);
    const address = '#' + anchor;
    if (asStep) {
      if (location.hash !== address) history.pushState(null, '', address);
      return;
    }
    // Browsers allow few changes of the address a second; the one where scrolling rests is enough.
    anchorTimer = setTimeout(() => {
      if (location.hash !== address) history.replaceState(history.state, '', address);
    }, 200);
  },
  setTitle(title) {
    document.title = `${title} \u00b7 Threadbook`;
  },
  setTheme(isDark) {
    document.documentElement.dataset.theme = isDark ? 'dark' : 'light';
    document.querySelector('meta[name="theme-color"]').content = isDark ? '#131518' : '#f4f2ec';
  },
  setDialog(open, label) {
    const dialog = element('dialog');
    dialog.hidden = !open;
    dialog.setAttribute('aria-label', label);
    for (const id of ['page', 'contents', 'window', 'book']) element(id).inert = open;
    if (open) dialogOpener = document.activeElement;
    else if (dialogOpener?.isConnected) queueMicrotask(() => dialogOpener.focus?.({preventScroll: true}));
  },
  announce(sentence) {
    element('spoken').textContent = sentence;
  },
  copy(text) {
    navigator.clipboard?.writeText(text).catch(() => {});
  },

  load(key) {
    try {
      return localStorage.getItem('threadbook:' + key);
    } catch {
      return null;
    }
  },
  store(key, value) {
    try {
      localStorage.setItem('threadbook:' + key, value);
      return true;
    } catch {
      return false;
    }
  },
  forget(key) {
    try {
      localStorage.removeItem('threadbook:' + key);
    } catch {
      // Nothing was kept, so nothing has to go.
    }
  },

  requestFrame,
  drawGlyph,
  /** @type {(stdout: string, stderr: string) => void} what a run without a screen has printed so far (plain_examples.js) */
  printed: () => {},
  programEnded: (run, stdout, stderr, status, seconds, omitted) => engine.ended(run, {stdout, stderr, status, seconds, omitted}),
  thread: (description) => engine.thread(description),
};

/** The program has come to a bad end: nothing calls it any more. */
export function disconnect() {
  program = null;
}

/** Takes the page's elements. Before the program is loaded. */
export function prepare() {
  canvas = element('canvas');
  contents = element('contents');
  areas = [element('page'), contents, element('window'), element('dialog')];
  globalThis.threadbookHost = host;
}

/** Shows the canvas and goes to the address. After the program has its typefaces. */
export function show() {
  history.scrollRestoration = 'manual';
  document.documentElement.dataset.state = 'canvas';
  measure();
  watchWindow();
  program.frame(performance.now() / 1000);
  const anchor = decodeURIComponent(location.hash.slice(1));
  if (anchor) program?.open(anchor, false);
  requestFrame();
}
