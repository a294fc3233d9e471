// Starts the page: looks whether the browser can do what is needed, loads the program and its typefaces, and shows the
// canvas. Whatever goes wrong ends in a sentence and the book as plain text, never in a blank page.

import {missingFeature} from './features.js';
import {disconnect, host, prepare, show} from './host.js';
import {forgetAttempt, isolate} from './isolation.js';
import {engine, threadbook} from './threadbook.js';

window.threadbook = threadbook;

// In the order of src/ui/layout/type.h's Face.
const faces = ['inter-regular.otf', 'inter-semibold.otf', 'inter-bold.otf', 'inter-italic.otf', 'jetbrains-mono.ttf',
  'jetbrains-mono-bold.ttf'];
const descriptions = [
  ['Threadbook Text', {}], ['Threadbook Text', {weight: '600'}], ['Threadbook Text', {weight: '700'}],
  ['Threadbook Text', {style: 'italic'}], ['Threadbook Mono', {}], ['Threadbook Mono', {weight: '700'}],
];

const state = (name) => { document.documentElement.dataset.state = name; };

function progress(value) {
  document.getElementById('progress').value = value;
}

/** Says what is wrong, above the plain text, or over the canvas if that is up already. */
function report(problem, again) {
  const notice = document.getElementById('notice');
  const what = Object.assign(document.createElement('strong'), {textContent: problem.what});
  const remedy = Object.assign(document.createElement('p'), {textContent: problem.remedy});
  notice.replaceChildren(what, remedy);
  if (document.documentElement.dataset.state !== 'canvas') {
    notice.append(Object.assign(document.createElement('p'), {
      textContent: 'The examples cannot run here, but you can read the book: its text follows.',
    }));
    state('plain');
  }
  if (again) {
    const button = Object.assign(document.createElement('button'), {type: 'button', textContent: 'Try again'});
    button.addEventListener('click', () => { forgetAttempt(); location.reload(); });
    notice.append(button);
  }
  notice.hidden = false;
  engine.failed(`${problem.what} ${problem.remedy}`);
  // The address may name a chapter, which the plain text has too.
  if (location.hash) document.getElementById(decodeURIComponent(location.hash.slice(1)))?.scrollIntoView();
}

async function loadFaces() {
  return Promise.all(faces.map(async (name) => {
    const answer = await fetch(`fonts/${name}`);
    if (!answer.ok) throw new Error(`fonts/${name}: ${answer.status}`);
    return new Uint8Array(await answer.arrayBuffer());
  }));
}

/** The standard library's text: [name, text] for each file, in order of the names. */
async function loadLibrary() {
  const answer = await fetch('library.json');
  if (!answer.ok) throw new Error(`library.json: ${answer.status}`);
  return Object.entries(await answer.json());
}

/** Loads app.js, which loads app.wasm, makes its workers, runs main() and calls host.connect(). */
function loadProgram() {
  return new Promise((resolve, reject) => {
    host.connected = resolve;
    addEventListener('error', (event) => reject(event.error ?? new Error(event.message)), {once: true});
    addEventListener('unhandledrejection', (event) => reject(event.reason), {once: true});
    globalThis.Module = {
      canvas: document.getElementById('canvas'),
      onAbort: (reason) => {
        const problem = {
          what: 'The page\u2019s program has stopped.',
          remedy: `It may have run out of memory. Reload the page to go on; your edits are kept. (${reason})`,
        };
        disconnect();
        reject(new Error(String(reason)));
        report(problem, true);
      },
      instantiateWasm(imports, done) {
        streamProgram(imports).then(({instance, module}) => done(instance, module), reject);
        return {};
      },
    };
    loadScript().then((address) => {
      const script = document.createElement('script');
      script.src = address;
      document.head.append(script);
    }, reject);
  });
}

/** An address of app.js in memory: every worker loads it, and those made later must not depend on the network. */
async function loadScript() {
  const answer = await fetch('app.js');
  if (!answer.ok) throw new Error('app.js could not be loaded');
  return URL.createObjectURL(new Blob([await answer.arrayBuffer()], {type: 'text/javascript'}));
}

/** Compiles app.wasm while it comes, and shows how much has come. */
async function streamProgram(imports) {
  const answer = await fetch('app.wasm');
  if (!answer.ok) throw new Error(`app.wasm: ${answer.status}`);
  const size = Number(answer.headers.get('Content-Length')) || 4e6;
  let received = 0;
  const counted = answer.body.pipeThrough(new TransformStream({
    transform(chunk, controller) {
      received += chunk.length;
      progress(Math.min(0.9, received / size));
      controller.enqueue(chunk);
    },
  }));
  return WebAssembly.instantiateStreaming(new Response(counted, {headers: {'Content-Type': 'application/wasm'}}), imports);
}

async function start() {
  try {
    const problem = missingFeature() ?? await isolate();
    if (problem) {
      report(problem, true);
      return;
    }
    prepare();
    const [files, library, program] = await Promise.all([loadFaces(), loadLibrary(), loadProgram()]);
    if (program.problem) throw new Error(program.problem);
    await Promise.all(descriptions.map(async ([family, description], index) =>
      document.fonts.add(await new FontFace(family, files[index].buffer.slice(0), description).load())));
    files.forEach((file, index) => {
      if (!program.face(index, file)) throw new Error(`fonts/${faces[index]} is no typeface`);
    });
    for (const [name, text] of library) {
      if (!program.library(name, text)) throw new Error('no memory for the library');
    }
    if (!program.start()) throw new Error('a typeface is missing');
    progress(1);
    show();
    engine.started(program);
  } catch (error) {
    console.error(error);
    report({
      what: 'The page\u2019s program could not be started.',
      remedy: `Close other tabs if the device is short of memory, and try again. (${error?.message ?? error})`,
    }, true);
  }
}

void start();  // whatever goes wrong is told by then
