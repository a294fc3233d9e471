// A first visit: from navigation to text that can be read, to the canvas, to the first line that a program prints, in a browser
// that has never seen the page. What happened is noted by the page itself; what was sent, by the host.

import {openPage} from '../../browser/harness.mjs';

export const title = 'Five tasks, one after the other';  // prints at once when it is run
export const address = 'example.html#example/no_threads';  // where it stands

/** Runs in the page before any of its scripts: notes in `window.marks` when what is there, in ms since navigation. */
function watch(run) {
  const marks = window.marks = {tasks: [], memory: 0};
  new PerformanceObserver((list) => {
    for (const {startTime, duration} of list.getEntries()) marks.tasks.push({start: startTime, duration});
  }).observe({type: 'longtask', buffered: true});
  // How much address space is asked for, by the memory that was got.
  const Memory = WebAssembly.Memory;
  WebAssembly.Memory = class extends Memory {
    constructor(wish) {
      super(wish);
      marks.memory = (wish.maximum ?? wish.initial) * 65536;
    }
  };

  const canvas = () => document.documentElement.dataset.state === 'canvas';
  const readable = () => {
    const text = document.querySelector('#book main p');
    return canvas() || (text?.checkVisibility() && document.documentElement.scrollHeight > innerHeight &&
      getComputedStyle(document.documentElement).overflowY !== 'hidden');
  };
  const button = () => [...document.querySelectorAll(`[aria-label^="Run: ${run}"]`)]
    .find((node) => node.checkVisibility() && node.getAttribute('aria-disabled') !== 'true' && !node.disabled);
  const output = () => document.querySelector(`[aria-label^="Output of: ${run}"]`)?.textContent;
  // A task that is posted in a frame comes when the frame is painted.
  const afterFrame = (then) => {
    const {port1, port2} = new MessageChannel();
    port1.onmessage = () => then(performance.now());
    port2.postMessage(0);
  };
  const note = (name) => afterFrame((now) => { marks[name] ??= now; });
  const look = () => {
    if (marks.readable === undefined && readable()) note('readable');
    if (marks.canvas === undefined && canvas()) note('canvas');
    if (marks.printed === undefined && marks.pressed !== undefined && output()) note('printed');
    if (marks.pressed === undefined && button()) {
      marks.pressed = performance.now();
      button().click();
    }
    if (marks.printed === undefined || marks.canvas === undefined) requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
}

/**
 * Visits an address and presses Run (of that example, or of the first that comes) as soon as it can be.
 * @returns {Promise<{readable: number, canvas: number, pressed: number, printed: number, tasks: {start: number, duration: number}[],
 *   memory: number, origin: number, requests: object[]}>} ms since navigation; bytes; `origin` is navigation in ms since 1970
 */
export async function visit(browser, host, place = '', run = '') {
  host.requests.length = 0;
  const page = await openPage(browser, 'about:blank', {wait: false});
  await page.addInitScript(watch, run);
  await page.goto(host.url + place, {waitUntil: 'commit'});
  await page.waitForFunction(() => window.marks?.printed, null, {timeout: 300_000});
  await page.waitForTimeout(500);  // long tasks are told late
  const marks = await page.evaluate(() => {
    const painted = performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? 0;
    return {...window.marks, readable: Math.max(window.marks.readable, painted), origin: performance.timeOrigin};
  });
  const requests = host.requests.filter(({begin, end}) => end && begin <= marks.origin + marks.printed);
  await page.context().close();
  return {...marks, requests};
}

/** Visits Pyodide's page; ms from navigation to the first line of Python in it. */
export async function visitPyodide(browser, host) {
  const page = await openPage(browser, `${host.url}pyodide/index.html`, {wait: false});
  const printed = await page.evaluate(() => window.started.then(() => performance.now()));
  await page.context().close();
  return printed;
}
