// The page's host in the browser: the other side of src/ui/surface/host.h.
//
// The canvas shows everything; elements that show nothing lie over it and are what the reader touches
// (host-overlays.js). The rest of what the program asks of a browser stands in the other files called host-….

import {explorerHost, listenToExplorers} from './explorers.js';
import {drawGlyph} from './host-glyphs.js';
import {followHistory, goHere, historyHost, unfollowHistory} from './host-history.js';
import {overlayHost, prepareOverlays, reportTo} from './host-overlays.js';
import {storageHost, watchStorage} from './host-storage.js';
import {drawNow, requestFrame, unwatchWindow, watchProgram, watchWindow} from './host-window.js';
import {disconnectExamples, plainHost, setPlainText} from './plain_examples.js';
import {engine} from './threadbook.js';

const element = (id) => document.getElementById(id);

let program = null;  // the program's functions, once it is up
let dialogOpener = null;

// ---- what the program calls -----------------------------------------------------------------------------------

export const host = {
  connected: null,  // boot.js waits for it

  connect(functions) {
    program = functions;
    watchProgram(functions);
    listenToExplorers(functions);
    watchStorage((key, value) => program?.storedElsewhere(key, value));
    this.connected?.(functions);
  },

  ...overlayHost,
  ...plainHost,
  setText(id, text, undoable) {
    overlayHost.setText(id, text, undoable);
    setPlainText(id, text, undoable);
  },
  ...historyHost,
  ...storageHost,
  ...explorerHost,

  setExtent(pageHeight, x, y, w, h, contentsHeight, open) {
    element('page').style.height = `${Math.ceil(pageHeight)}px`;
    const contents = element('contents');
    Object.assign(contents.style, {left: `${x}px`, top: `${y}px`, width: `${w}px`, height: `${h}px`});
    contents.querySelector('.extent').style.height = `${Math.ceil(contentsHeight)}px`;
    contents.toggleAttribute('data-closed', !open);
  },
  scrollPage(y, smoothly) {
    scrollTo({top: y, behavior: smoothly ? 'smooth' : 'instant'});
    if (!smoothly) program?.scrolled(0, scrollY);
  },
  scrollContents(y) {
    element('contents').scrollTo({top: y});
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
  save(name, text) {
    const link = Object.assign(document.createElement('a'), {download: name, href: URL.createObjectURL(new Blob([text]))});
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
  },
  copyAddress(address) {
    navigator.clipboard?.writeText(new URL(address, location.href).href).catch(() => {});
  },

  requestFrame,
  drawGlyph,
  /** @type {() => void} a program imports what is not there yet of the library (boot.js) */
  libraryWanted: () => {},
  programEnded: (run, stdout, stderr, status, seconds, omitted) => engine.ended(run, {stdout, stderr, status, seconds, omitted}),
  thread: (description) => engine.thread(description),
};

/** The program has come to a bad end: nothing calls it any more. */
export function disconnect() {
  program = null;
  listenToExplorers(null);
  disconnectExamples();
  reportTo(null);
  unfollowHistory();
  unwatchWindow();
}

/** Takes the page's elements. Before the program is loaded. */
export function prepare() {
  prepareOverlays([element('page'), element('contents'), element('window'), element('dialog')],
    (sentence) => host.announce(sentence));
  globalThis.threadbookHost = host;
}

/** What of the two is seen: the book as text ("plain") or the canvas. */
export function look(state) {
  document.documentElement.dataset.state = state;
  program?.textVisible(state === 'plain');
  if (state === 'plain' && program) drawNow();
}

/**
 * Shows the canvas where the plain text was. After the program has its typefaces.
 * @param {{block: number, y: number} | null} [place] the block of the chapter that stood y px below the window's top
 */
export function show(place = null) {
  look('canvas');
  reportTo(program);
  watchWindow({canvas: element('canvas'), contents: element('contents')});
  followHistory(program);
  document.fonts.addEventListener('loadingdone', () => program?.facesChanged());
  // On paper the book is text.
  addEventListener('beforeprint', () => look('plain'));
  addEventListener('afterprint', () => look(program ? 'canvas' : 'plain'));
  goHere(place);
  drawNow();
  requestFrame();
}
