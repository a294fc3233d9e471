// The window as the program sees it: its size, its scrolling, its keys, and when a frame is drawn. The window's own
// scrolling moves the page, so wheel, finger, keyboard and assistive technology all work as on any page.

import {numberOf} from './host-overlays.js';

const calm = matchMedia('(prefers-reduced-motion: reduce)');
const dark = matchMedia('(prefers-color-scheme: dark)');

let program = null;
let canvas, contents;
let frameRequested = false;

// ---- frames ---------------------------------------------------------------------------------------------------

function tick(now) {
  frameRequested = false;
  if (!program) return;
  if (program.frame(now / 1000)) requestFrame();
}

/** From now on the program gets frames and keys: also one that has no canvas. */
export function watchProgram(functions) {
  program = functions;
  addEventListener('keydown', keyPressed);
  document.addEventListener('visibilitychange', watchWhileHidden);
  addEventListener('pagehide', () => program?.save());
}

/** A frame is drawn when the program asks for one, and only then. */
export function requestFrame() {
  if (frameRequested || !program) return;
  frameRequested = true;
  requestAnimationFrame(tick);
}

export function drawNow() {
  program.frame(performance.now() / 1000);
}

// A hidden page gets no frames, but its programs end all the same and somebody may be waiting for them.
let hiddenTimer = 0;
function watchWhileHidden() {
  clearInterval(hiddenTimer);
  if (!document.hidden) return;
  program?.save();
  hiddenTimer = setInterval(() => { if (program?.running()) drawNow(); }, 100);
}

// ---- size -----------------------------------------------------------------------------------------------------

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
  if (document.documentElement.dataset.state === 'canvas') drawNow();
}

function watchSize() {
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
}

// ---- keys -----------------------------------------------------------------------------------------------------

function keyPressed(event) {
  if (event.isComposing || event.defaultPrevented) return;
  const typing = event.target instanceof HTMLTextAreaElement;
  const command = event.ctrlKey || event.metaKey;
  const painted = document.documentElement.dataset.state === 'canvas';
  if (event.key === '?' && painted && !typing && !command && !event.altKey) {
    event.preventDefault();
    program?.helpKey();
  } else if (event.key === 'Escape' && painted && !typing) {
    program?.escapeKey();
  } else if (event.key === '.' && command) {
    event.preventDefault();
    program?.stopKey(numberOf(event.target));
  } else if (event.key === 'Enter' && command && !typing) {
    event.preventDefault();
    program?.runKey(numberOf(event.target));
  }
}

/** From now on the program is told of the window too, of its size at once. */
export function watchWindow(elements) {
  ({canvas, contents} = elements);
  measure();
  watchSize();
  addEventListener('scroll', () => program?.scrolled(0, scrollY), {passive: true});
  contents.addEventListener('scroll', () => program?.scrolled(1, contents.scrollTop), {passive: true});
  canvas.addEventListener('webglcontextlost', (event) => event.preventDefault());
  canvas.addEventListener('webglcontextrestored', () => program?.restored());
}

export function unwatchWindow() {
  program = null;
}
