// Starts the page. The text is there from the first byte on and can be read; what runs the examples is fetched
// meanwhile in the order of need: the program, the typefaces, the library. When the canvas is complete it takes over in
// place. Whatever is missing or goes wrong ends in a sentence beside the text, never in a blank page.

import {canDraw, missingFeature} from './features.js';
import {disconnect, host, prepare, show} from './host.js';
import {forgetAttempt, isolate} from './isolation.js';
import {bytes, open, showProgress} from './loading.js';
import {Problem, clear, tell} from './notices.js';
import {keepOffline} from './offline.js';
import {makeLive} from './plain_examples.js';
import {readingPlace, resolveAddress, returnToPlace, undisturbed} from './places.js';
import {fetchProgram, rehearse, startProgram} from './program.js';
import {nextTask, painted, quiet} from './quiet.js';
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
    root.dataset.state = 'plain';
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

/** The canvas shows the book from here on: where the text stood, with the focus where it was. */
async function takeOver() {
  await undisturbed();
  const focus = document.activeElement?.closest('#book a')?.getAttribute('href');
  const place = readingPlace();
  show(place);
  if (program.frames() === 0) {
    root.dataset.state = 'plain';
    throw new Problem('The browser has drawn nothing of the page.', 'Reload it, or switch on hardware acceleration in the browser\u2019s settings.');
  }
  if (focus) document.querySelector(`.layer a[href=${CSS.escape(focus)}]`)?.focus({preventScroll: true});
}

/** Gives the program texts of the standard library. Runs that import them wait for that. */
function giveLibrary(texts) {
  for (const [name, text] of Object.entries(texts)) {
    if (!program.libraryText(name, text)) throw new Problem('There is too little memory for the library.', 'Close other tabs and try again.');
  }
}

const fetchLibrary = async (name) => (await open(name, 'low')).json();

/** What every program needs of the standard library, and what those of the book import. */
function loadLibrary({names, texts}) {
  program.libraryNames(names);
  giveLibrary(texts);
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

/** The text stays, and its examples run. */
function goWithoutCanvas(words) {
  makeLive(program);
  void goOn();
  tell('This browser does not draw the page.', [
    'The examples run all the same; their colours and the threads at work are not to be seen.',
    'To see them, switch on hardware acceleration in the browser\u2019s settings, or use a current version of Chrome, Edge, Firefox or Safari.',
    words,
  ]);
}

// A browser may take the graphics away, for good or for a moment. The text stands in; what runs goes on.
const graceful = 3000;  // ms
function watchGraphics() {
  const canvas = document.getElementById('canvas');
  let timer = 0;
  canvas.addEventListener('webglcontextlost', () => {
    timer = setTimeout(() => {
      root.dataset.state = 'plain';
      root.dataset.failed = '';
      tell('The browser has taken the page\u2019s graphics away.', ['It does that when the device is busy, and mostly gives them back. Programs go on; what they print is kept.'],
        {action: {text: 'Reload', act: () => location.reload()}});
    }, graceful);
  });
  canvas.addEventListener('webglcontextrestored', () => {
    clearTimeout(timer);
    if (root.dataset.state === 'canvas') return;
    delete root.dataset.failed;
    root.dataset.state = 'canvas';
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
    const problem = missingFeature() ?? await isolate();
    if (problem) {
      report(problem);
      return;
    }
    showProgress(true);
    prepare();
    const {arrived, module} = fetchProgram();
    await painted();
    const {started, failed} = startProgram(module, {host, onAbort});
    const drawable = canDraw(document.getElementById('canvas'));
    const fetchedFaces = arrived.then(() => Promise.all(faces.map(loadFace)));
    const fetchedLibrary = arrived.then(() => fetchLibrary('library.json'));
    fetchedLibrary.catch(() => {});  // awaited later
    const makeReady = async () => {
      try {
        loadLibrary(await fetchedLibrary);
        await rehearse(program, failed);
      } catch (error) {
        program.libraryComplete();  // what waits for it ends
        throw error;
      }
    };
    let files;
    [program, files] = await Promise.all([started, fetchedFaces]);
    if (!drawable || program.problem) {
      program.startWithoutScreen();
      await makeReady();
      goWithoutCanvas(program.problem && `(${program.problem})`);
      return;
    }
    // A task each: what is clicked or scrolled in between does not wait for all.
    await nextTask();
    files.forEach((file, index) => {
      if (!program.face(index, file)) throw new Problem('A typeface is damaged.', `Try again. (${faces[index][0]})`);
    });
    if (!program.start()) throw new Problem('A typeface is missing.', 'Try again.');
    await nextTask();
    await takeOver();
    watchGraphics();
    await makeReady();
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
