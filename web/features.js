// What the page needs of a browser, and the words for a reader whose browser lacks it.

// Modules of a few bytes that only a browser with the feature accepts: an atomic load from a shared memory, and
// a try block.
const withThreads = [0, 97, 115, 109, 1, 0, 0, 0, 1, 4, 1, 96, 0, 0, 3, 2, 1, 0, 5, 4, 1, 3, 1, 1, 10, 11, 1, 9, 0, 65,
  0, 254, 16, 2, 0, 26, 11];
const withExceptions = [0, 97, 115, 109, 1, 0, 0, 0, 1, 4, 1, 96, 0, 0, 3, 2, 1, 0, 10, 8, 1, 6, 0, 6, 64, 25, 11, 11];

const newer = 'Use a current version of Chrome, Edge, Firefox or Safari.';

function accepts(bytes) {
  try {
    return WebAssembly.validate(new Uint8Array(bytes));
  } catch {
    return false;
  }
}

/**
 * What is missing to run programs, cross-origin isolation aside (that one can be put right, see isolation.js).
 * @returns {{what: string, remedy: string} | null} two sentences, or null if nothing is
 */
export function missingFeature() {
  if (typeof WebAssembly !== 'object') {
    return {what: 'This browser cannot run WebAssembly.', remedy: newer + ' In a hardened browser, allow WebAssembly for this page.'};
  }
  if (typeof Worker !== 'function') {
    return {what: 'This browser gives the page no workers, which the threads run in.', remedy: newer};
  }
  if (self.crossOriginIsolated && typeof SharedArrayBuffer !== 'function') {
    return {what: 'This browser has no shared memory (SharedArrayBuffer), which threads need.', remedy: newer};
  }
  if (!accepts(withThreads)) {
    return {what: 'This browser\u2019s WebAssembly has no threads.', remedy: newer};
  }
  if (!accepts(withExceptions)) {
    return {what: 'This browser\u2019s WebAssembly has no exceptions.', remedy: newer};
  }
  return null;
}

/**
 * Whether the browser can draw the canvas. Without it programs run all the same (plain_examples.js). The context is the one
 * that the program draws with: making one takes some browsers a quarter of a second. It asks for what
 * src/ui/surface/screen.cpp needs: what was painted stays, and only what changes is painted anew.
 */
export function canDraw(canvas) {
  try {
    return Boolean(canvas.getContext('webgl2', {alpha: false, depth: false, stencil: false, antialias: false, preserveDrawingBuffer: true}));
  } catch {
    return false;
  }
}
