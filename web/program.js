// The program: app.wasm, which is compiled while it comes, and app.js, which makes its workers and runs main(). And its
// rehearsal, which shows that programs can run.

import {open, within} from './loading.js';
import {Problem} from './notices.js';

const patience = 30_000;  // ms for the workers to start

const policy = (directive) => new Problem('A policy of this site refuses what the page\u2019s program needs.',
  `Whoever publishes it can allow it: the book\u2019s own policy stands in its pages. (${directive})`);

/**
 * Begins to fetch and compile the program. To be called as early as can be.
 * @returns {{arrived: Promise<void>, module: Promise<WebAssembly.Module>}} `arrived` when all of it is there
 */
export function fetchProgram() {
  let all;
  const arrived = new Promise((resolve) => { all = resolve; });
  const module = (async () => {
    try {
      const answer = await open('app.wasm');
      const [compiled, counted] = [new TransformStream({flush: all}), answer.body];
      // The type is said here, for hosts that send another: compiling while it comes asks for it.
      const response = new Response(counted.pipeThrough(compiled), {headers: {'Content-Type': 'application/wasm'}});
      return await WebAssembly.compileStreaming(response);
    } finally {
      all();
    }
  })();
  module.catch(() => {});  // startProgram tells
  return {arrived, module};
}

/**
 * Makes a worker and runs main().
 * @param {Promise<WebAssembly.Module>} module
 * @param {{host: object, onAbort: (reason: string) => void}} options `host` is told of the program by connect()
 * @returns {{started: Promise<object>, failed: Promise<never>}} the program's functions; `failed` tells what goes wrong also
 *   later, when main() has run and the workers are on their way
 */
export function startProgram(module, {host, onAbort}) {
  /** @type {(error: unknown) => void} */
  let fail = () => {};
  const failed = new Promise((_, reject) => { fail = (error) => reject(error instanceof Problem ? error : startFailed(error)); });
  failed.catch(() => {});  // whoever waits tells
  const connected = new Promise((resolve) => {
    host.connected = resolve;
    module.catch(fail);
    addEventListener('error', (event) => fail(event.error ?? new Error(event.message)), {once: true});
    addEventListener('unhandledrejection', (event) => fail(event.reason), {once: true});
    document.addEventListener('securitypolicyviolation', (event) => {
      if (event.disposition === 'enforce') fail(policy(`${event.effectiveDirective}: ${event.blockedURI}`));
    });
    globalThis.Module = {
      canvas: document.getElementById('canvas'),
      onAbort: (reason) => {
        fail(new Error(String(reason)));
        onAbort(String(reason));
      },
      instantiateWasm(imports, done) {
        module.then(async (compiled) => done(await WebAssembly.instantiate(compiled, imports), compiled)).catch(fail);
        return {};
      },
    };
    const script = Object.assign(document.createElement('script'), {src: 'app.js'});
    script.addEventListener('error', () => fail(new Problem('A part of the page could not be loaded.',
      'Try again; if that does not help, the copy of the book on this host is not complete. (app.js)')));
    document.head.append(script);
  });
  // How long the program may travel is loading.js's business; what comes then is the browser's.
  const late = module.then(() => within(patience, connected, noWorkers));
  return {started: Promise.race([connected, late, failed]), failed};
}

const noWorkers = () => new Problem('The browser has not started the page\u2019s workers, which the threads run in.',
  'An extension may hold them up, or the device may be short of memory: close other tabs and try again.');

/**
 * Has the program run a program that does nothing. It shows that the browser gives a worker, and what it needs (the library,
 * compiled; the parts of the engine that the browser compiles when they are first used) is there for the reader's first one.
 * The library must have been given.
 */
export async function rehearse(program, failed) {
  if (!program.rehearse()) throw noWorkers();
  let timer = 0;
  const rehearsed = new Promise((resolve) => { timer = setInterval(() => { if (program.rehearsed()) resolve(); }, 20); });
  try {
    await Promise.race([within(patience, rehearsed, noWorkers), failed]);
  } finally {
    clearInterval(timer);
  }
}

function startFailed(error) {
  return new Problem('The page\u2019s program could not be started.',
    `Close other tabs if the device is short of memory, and try again. (${error?.message ?? error})`, error);
}
