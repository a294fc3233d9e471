// Starts the page. The text is there from the first byte on and can be read; what runs the examples is fetched
// meanwhile in the order of need: the program, the typefaces, the library. When the canvas is complete it takes over in
// place. Whatever is missing or goes wrong ends in a sentence beside the text, never in a blank page.

import {canDraw, missingFeature} from './features.js';
import {disconnect, host, look, prepare, show} from './host.js';
import {forgetAttempt, isolate} from './isolation.js';
import {bytes, open, showProgress} from './loading.js';
import {Problem, clear, tell} from './notices.js';
import {keepOffline} from './offline.js';
import {connectExamples, makeEditable, showExamples} from './plain_examples.js';
import {readingPlace, resolveAddress, returnToPlace, undisturbed} from './places.js';
import {fetchProgram, rehearse, startProgram} from './program.js';
import {nextFrame, nextTask, painted, quiet} from './quiet.js';
import {engine, threadbook} from './threadbook.js';

window.threadbook = threadbook;

// In the order of src/ui/layout/type.h's Face.
const faces = [
  ['fonts/inter-regular.otf', 'Threadbook Text', {}],
  ['fonts/inter-semibold.otf', 'Threadbook Text', {weight: '600'}],
  ['fonts/inter-bold.otf', 'Threadbook Text', {weight: '700'}],
  ['fonts/inter-italic.otf', 'Threadbook Text', {style: 'italic'}],
  ['fonts/jetbrains-mono.ttf', 'Threadbook Mono', {}],
  ['fonts/jetbrains-mono-bold.ttf', 'Threadbook Mono', {weight: '700'}],
];

const root = document.documentElement;

let up = false;  // programs can run

/** Says what is wrong. The text stays, or comes back if the canvas has taken over and no program can run in it. */
function report(problem, cause) {
  console.error(problem.what, cause ?? problem.cause ?? '');
  showProgress(false);
  if (!up) {
    disconnect();
    look('plain');
    root.dataset.failed = '';
  }
  tell(problem.what, [problem.remedy, up ? '' : 'The examples cannot run here, but the book can be read.'], {
    link: problem.link,
    action: problem.link ? undefined : {text: 'Try again', act: () => { forgetAttempt(); location.reload(); }},
  });
  engine.failed(`${problem.what} ${problem.remedy}`);
}

/** What the reader has chosen earlier (App's theme button) holds for the text too. */
function applyTheme() {
  const theme = host.load('theme');
  if (theme === 'light' || theme === 'dark') root.dataset.theme = theme;
}

async function loadFace([name, family, description]) {
  const file = await bytes(name);
  document.fonts.add(await new FontFace(family, file.buffer.slice(0), description).load());
  return file;
}

const undrawable = (words = '') => new Problem('This browser does not draw the page.',
  'To see them, switch on hardware acceleration in the browser\u2019s settings, or use a current version of Chrome, Edge, Firefox or Safari.' +
    (words ? ` (${words})` : ''));

/**
 * Has the canvas show the book, where the text stood, with the focus where it was.
 * @returns {Promise<Problem | null>} why it cannot; the text stays then
 */
async function showCanvas(fetchedFaces) {
  try {
    const files = await fetchedFaces;
    // A task each: what is clicked or scrolled in between, or printed, does not wait for all.
    await nextFrame();
    const canvas = document.getElementById('canvas');
    if (!canDraw(canvas)) return undrawable();
    await nextTask();
    const words = program.openScreen(innerWidth, innerHeight);
    if (words) return undrawable(words);
    await nextTask();
    files.forEach((file, index) => {
      if (!program.face(index, file)) throw new Problem('A typeface is damaged.', `Try again. (${faces[index][0]})`);
    });
    if (!program.start()) throw new Problem('A typeface is missing.', 'Try again.');
    await nextTask();
    await undisturbed();
    takeOver();
    watchGraphics();
    return null;
  } catch (error) {
    if (error instanceof Problem) return error;
    throw error;
  }
}

function takeOver() {
  const focused = document.activeElement?.closest('#book a, #book .tools button, #book .output');
  show(readingPlace());
  if (program.frames() === 0) {
    look('plain');
    throw new Problem('The browser has drawn nothing of the page.', 'Reload it, or switch on hardware acceleration in the browser\u2019s settings.');
  }
  if (!focused) return;
  const {overlay} = focused.dataset;
  const successor = overlay ? `.layer [data-overlay="${overlay}"]` : `.layer a[href=${CSS.escape(focused.getAttribute('href'))}]`;
  document.querySelector(successor)?.focus({preventScroll: true});
}

/** Gives the program texts of the standard library. Runs that import them wait for that. */
function giveLibrary(texts) {
  for (const [name, text] of Object.entries(texts)) {
    if (!program.libraryText(name, text)) throw new Problem('There is too little memory for the library.', 'Close other tabs and try again.');
  }
}

const fetchLibrary = async (name) => (await open(name, 'low')).json();

/**
 * Gives the program what every program needs of the standard library, and what those of the book import; and rehearses, when
 * what the reader has run already is `shown`.
 */
async function makeReady(fetchedLibrary, shown, failed) {
  try {
    const {names, texts} = await fetchedLibrary;
    program.libraryNames(names);
    giveLibrary(texts);
    await shown;
    await rehearse(program, failed);
  } catch (error) {
    program.libraryComplete();  // what waits for it ends
    throw error;
  }
}

const moreWanted = new Promise((resolve) => { host.libraryWanted = resolve; });

/** The rest of the standard library. */
async function loadMoreLibrary() {
  try {
    giveLibrary(await fetchLibrary('library-more.json'));
  } catch (error) {
    tell('A part of Python\u2019s library could not be loaded.', ['Programs that import it say so.', error.remedy ?? error.message],
      {action: {text: 'Try again', act: () => location.reload()}});
  } finally {
    program.libraryComplete();
  }
}

/** Programs can be run. What else the page wants comes when they are not, or when one asks for it. */
async function goOn() {
  up = true;
  showProgress(false);
  engine.started(program);
  await quiet(() => program?.running(), moreWanted);
  program.settled();
  await loadMoreLibrary();
  await keepOffline();
}

/** The text stays, and its examples can be edited. */
function goWithoutCanvas(problem) {
  if (problem.cause) console.error(problem.what, problem.cause);
  makeEditable();
  tell(problem.what, ['The examples run all the same; their colours and the threads at work are not to be seen.', problem.remedy]);
}

// A browser may take the graphics away, for good or for a moment. The text stands in; what runs goes on.
const graceful = 3000;  // ms
function watchGraphics() {
  const canvas = document.getElementById('canvas');
  let timer = 0;
  canvas.addEventListener('webglcontextlost', () => {
    timer = setTimeout(() => {
      makeEditable();
      look('plain');
      tell('The browser has taken the page\u2019s graphics away.', ['It does that when the device is busy, and mostly gives them back. Programs go on; what they print is kept.'],
        {action: {text: 'Reload', act: () => location.reload()}});
    }, graceful);
  });
  canvas.addEventListener('webglcontextrestored', () => {
    clearTimeout(timer);
    if (root.dataset.state === 'canvas') return;
    look('canvas');
    clear();
  });
}

let program = null;

async function start() {
  try {
    applyTheme();
    if (resolveAddress()) return;
    returnToPlace();
    addEventListener('hashchange', () => { if (root.dataset.state === 'plain') resolveAddress(); });
    const missing = missingFeature() ?? await isolate();
    if (missing) {
      report(missing);
      return;
    }
    showProgress(true);
    prepare();
    showExamples(host.announce);
    const {arrived, module} = fetchProgram();
    await painted();
    const {started, failed} = startProgram(module, {host, onAbort});
    const fetchedLibrary = arrived.then(() => fetchLibrary('library.json'));
    const fetchedFaces = fetchedLibrary.catch(() => {}).then(() => Promise.all(faces.map(loadFace)));
    for (const promise of [fetchedFaces, fetchedLibrary]) promise.catch(() => {});  // awaited later
    program = await started;
    const shown = connectExamples(program);
    const ready = makeReady(fetchedLibrary, shown, failed);
    ready.catch(() => {});
    await Promise.race([shown, ready.catch(() => {})]);
    const problem = await showCanvas(fetchedFaces);
    await ready;
    if (problem) goWithoutCanvas(problem);
    void goOn();
  } catch (error) {
    if (error instanceof Problem) {
      report(error);
    } else {
      report({
        what: 'The page\u2019s program could not be started.',
        remedy: `Close other tabs if the device is short of memory, and try again. (${error?.message ?? error})`,
      }, error);
    }
  }
}

function onAbort(reason) {
  disconnect();
  if (!program) return;  // start() tells
  report({
    what: 'The page\u2019s program has stopped.',
    remedy: `It may have run out of memory. Reload the page to go on; your edits are kept. (${reason})`,
  });
}

void start();  // whatever goes wrong is told by then
