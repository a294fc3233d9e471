// The page's weight and speed: how soon it can be read and a program run in it, beside Pyodide's page in the same Chromium, how
// much must be fetched for it, and what the main thread has to do while programs run.
//
//     node tests/benchmarks/page/run.mjs FOLDER ROUNDS
//
// writes FOLDER/page.json, whose rows report.py prints, and FOLDER/waterfall.svg, the first visit on a slow line as a picture.
// Visits are repeated and the median counts; both sides take turns.

import {mkdir, writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import {launch, site} from '../../browser/harness.mjs';
import {pyodideFolder, pyodidePage} from '../pyodide_page.mjs';
import {serveMeasured} from './host.mjs';
import {measureLog, measureMemory} from './memory.mjs';
import {measureBusy, measureIdle, measureLanes, measureRecording, measureRun, measureTyping, median} from './running.mjs';
import {address, title, visit, visitPyodide} from './visit.mjs';
import {waterfall} from './waterfall.mjs';

const [out, rounds] = process.argv.slice(2);
const slowLine = {kilobits: 400, latency: 150};

const seconds = (ms) => `${(ms / 1000).toFixed(2)} s`;
const milliseconds = (ms) => `${ms.toFixed(ms < 100 ? 1 : 0)} ms`;
const megabytes = (bytes) => `${(bytes / 1e6).toFixed(2)} MB`;
const ofWhole = (part, whole) => `1/${(whole / part).toFixed(1)}`;

const rows = [];
const row = (what, measured, must, aim) => {
  rows.push({what, measured, must, aim});
  console.error(`  ${what}: ${measured}`);
};

/** First visits on a line as fast as the machine, ours and Pyodide's in turn. */
async function measureVisits(browser, host) {
  const ours = [], peer = [];
  for (let round = 1; round <= Number(rounds); ++round) {
    peer.push(await visitPyodide(browser, host));
    ours.push(await visit(browser, host, address, title));
  }
  const all = (name) => median(ours.map((marks) => marks[name]));
  const python = median(peer);
  row('navigation to readable text, against Pyodide\u2019s page to its first line',
    `${ofWhole(all('readable'), python)} (${milliseconds(all('readable'))}, ${milliseconds(python)})`, '<= 1/20', '<= 1/40');
  row('navigation to the first line of a Run pressed as soon as it can be, likewise',
    `${ofWhole(all('printed'), python)} (${milliseconds(all('printed'))}, pressed at ${milliseconds(all('pressed'))})`, '<= 1/4', '<= 1/8');
  const bytes = median(ours.map(({requests}) => requests.reduce((sum, entry) => sum + entry.bytes, 0)));
  row('fetched until the first Run has printed, brotli', megabytes(bytes), '<= 1.00 MB', '<= 0.70 MB');
  const tasks = ours.map((marks) => Math.max(0, ...marks.tasks.map(({duration}) => duration)));
  row('longest task while starting', median(tasks) ? milliseconds(median(tasks)) : '< 50 ms', '<= 100 ms', '<= 50 ms');
  return {ours, peer, reserved: Math.max(...ours.map(({memory}) => memory))};
}

const folders = {'/': site, '/pyodide/': pyodideFolder};
const host = await serveMeasured(folders, {files: pyodidePage});
const slowHost = await serveMeasured(folders, {line: slowLine});
const browser = await launch();
const results = {rows};
await mkdir(out, {recursive: true});
try {
  console.error('  compressing what is served');
  await visit(browser, host);
  await visitPyodide(browser, host);

  const slow = results.slow = await visit(browser, slowHost);
  row('text can be read and scrolled, first visit at 400 kbit/s, 150 ms', seconds(slow.readable), '<= 3 s', '<= 1.5 s');
  row('there: Run can be pressed; the canvas; the first line of that Run', [slow.pressed, slow.canvas, slow.printed].map(seconds).join('; '), '', '');
  await writeFile(join(out, 'waterfall.svg'), waterfall(slow, slowLine));

  results.visits = await measureVisits(browser, host);

  const run = results.run = await measureRun(browser, host, 15);
  row('Run pressed to first output painted: warm; the first time', `${milliseconds(run.warm)}; ${milliseconds(run.first)}`,
    '<= 30; 150 ms', '<= 17; 60 ms');
  const typing = results.typing = {};
  for (const [lines, must] of [[300, '<= 17 ms'], [2000, '<= 30 ms']]) {
    const {median: typical, worst} = typing[lines] = await measureTyping(browser, host, lines, 20);
    row(`key to painted frame, ${lines} lines, while another card prints`, `${milliseconds(typical)} (at worst ${milliseconds(worst)})`,
      must, '<= 8 ms');
  }
  const busy = results.busy = {on: await measureBusy(browser, host, true, 5), off: await measureBusy(browser, host, false, 5)};
  for (const [gil, {cpu, wall, framesPerSecond}] of Object.entries(busy)) {
    row(`main thread\u2019s work a frame, 8 busy threads, lanes following, GIL ${gil}`,
      `${milliseconds(wall)} (by the processor ${milliseconds(cpu)}; ${framesPerSecond.toFixed(0)} frames a second)`, '<= 4 ms', '<= 2 ms');
  }
  for (const name of ['loop', 'locks', 'queues', 'executor']) {
    row(`${name}, recorded in a card against not`, (await measureRecording(browser, host, name, 7)).toFixed(3), '<= 1.05', '<= 1.02');
  }
  const lanes = results.lanes = await measureLanes(browser, host, 1_000_000);
  for (const [what, {cpu, wall}] of Object.entries(lanes.work)) {
    row(`main thread\u2019s work a frame, 1 000 000 events, ${what}`, `${milliseconds(wall)} (by the processor ${milliseconds(cpu)})`,
      '<= 6 ms', '<= 2 ms');
  }
  row('Stop to stopped, 8 busy threads without the GIL', milliseconds(busy.off.stop), '<= 100 ms', '<= 40 ms');

  const memory = results.memory = await measureMemory(host);
  row('page memory before a run, what its process holds more than one with an empty page',
    memory ? megabytes(memory.page - memory.empty) : 'not told by this system', '<= 120 MB', '<= 60 MB');
  const events = 3_000_000;
  const log = results.log = await measureLog(host, events);
  row(`log of a run of ${events / 1e6} million events, what the process holds more than one where it is not recorded`,
    log === null ? 'not told by this system' : `${megabytes(log)}; ${lanes.isSaid ? 'it is said' : 'it is not said'} that what happened first is not told`,
    '<= 32 MB', '');
  row('address space reserved', `${(results.visits.reserved / 2 ** 20).toFixed(0)} MiB`, 'said why', '');
  results.idle = await measureIdle(browser, host, 10);
  row('frames drawn in 10 idle seconds', String(results.idle), '0', '0');
} finally {
  await browser.close();
  await host.close();
  await slowHost.close();
}
await writeFile(join(out, 'page.json'), `${JSON.stringify(results, null, 1)}\n`);
