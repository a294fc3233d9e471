// Times the benchmark programs in Chromium: in Threadbook's page and in Pyodide, two pages of one browser, one after the
// other. Like native.py, whose results have the same form.
//
//     node tests/benchmarks/browser.mjs FILE.json ROUNDS [NAME...]
//
// Pyodide runs in a worker, as its documentation advises for anything that takes time. It has no threads, so what needs
// them is timed in our page alone; and threads that wait beside bare pthreads, in a page of their own (waiting/page.mjs).
// NAME `waiting` is these rows.

import assert from 'node:assert/strict';
import {mkdir, readdir, readFile, writeFile} from 'node:fs/promises';
import {basename, dirname, join} from 'node:path';
import {fileURLToPath} from 'node:url';
import {launch, openPage, serve} from '../browser/harness.mjs';
import {pyodideFolder, pyodidePage} from './pyodide_page.mjs';
import {measureWaiting, readTimes, waitingFiles} from './waiting/page.mjs';

const here = dirname(fileURLToPath(import.meta.url));
const [out, rounds, ...names] = process.argv.slice(2);

/** The programs of a folder, each followed by what measures it: [name, text]. */
async function timed(folder, measure) {
  const tail = await readFile(join(here, measure), 'utf8');
  const files = (await readdir(join(here, folder))).filter((file) => file.endsWith('.py')).sort();
  return Promise.all(files.map(async (file) =>
    [basename(file, '.py'), `${await readFile(join(here, folder, file), 'utf8')}\n\n${tail}`]));
}

async function pyodideFiles() {
  const files = {...pyodidePage};
  for (const name of await readdir(pyodideFolder)) files[`/pyodide/${name}`] = await readFile(join(pyodideFolder, name));
  return files;
}

/** A new page, and the seconds it took to be ready for Python. */
async function open(url, isReady) {
  const begin = performance.now();
  const page = await openPage(browser, url, {wait: false});
  const version = await isReady(page);
  return {page, version, seconds: (performance.now() - begin) / 1000};
}
const openThreadbook = () => open(server.url, async (page) => {
  await page.waitForFunction(() => window.threadbook);
  await page.evaluate(() => threadbook.ready);
});
const openPyodide = () => open(`${server.url}pyodide/index.html`, (page) => page.evaluate(() => window.started));

/** What a program prints, as words. */
async function run(name, page, text, gil) {
  const result = await page.evaluate(
    ([source, lock]) => window.threadbook ? threadbook.run(source, {gil: lock}) : window.run(source), [text, gil]);
  if (result.stderr) throw new Error(`${name}: ${result.stderr}`);
  return result.stdout.trim().split(' ');
}

const least = (a, b = Infinity) => Math.min(a, b);

async function measureProgram(name, text, best) {
  best[name] ??= {};
  let expected;
  for (const [engine, {page}] of [['pyodide', pyodide], ['threadbook', ours]]) {
    if (engine === 'pyodide' && text.includes('# needs: threads')) continue;
    const [seconds, ...answer] = await run(name, page, text, true);
    expected ??= answer;
    assert.deepEqual(answer, expected, `${name}: ${engine} answers differently`);
    best[name][engine] = least(Number(seconds), best[name][engine]);
  }
}

async function measureThreads(name, text, gil, best) {
  const [one, two] = (await run(name, ours.page, text, gil)).map(Number);
  best[name] = [least(one, best[name]?.[0]), least(two, best[name]?.[1])];
}

/** Threads that wait: in a page of their own, and sleepers in ours. */
async function measureWaits(best) {
  const text = (name) => readFile(join(here, 'waiting', `${name}.py`), 'utf8');
  const {page} = await open(`${server.url}waiting/index.html`, () => {});
  await measureWaiting(page, [await text('hand_over'), await text('start_and_join')], best);
  await page.context().close();
  const {stdout, stderr} = await ours.page.evaluate((source) => threadbook.run(source, {gil: true}), await text('sleepers'));
  if (stderr) throw new Error(stderr);
  const {sleepers} = readTimes(stdout);
  best.gil_on.sleepers = least(sleepers, best.gil_on.sleepers);
}

const server = await serve({replace: {...await pyodideFiles(), ...await waitingFiles(join(here, '../../build/wasm'))}});
const browser = await launch();
const pyodide = await openPyodide();
const ours = await openThreadbook();
const results = {reference: `Pyodide (Python ${pyodide.version})`, programs: {}};
try {
  const all = await timed('programs', 'measure_main.py');
  const programs = names.length ? all.filter(([name]) => names.includes(name)) : all;
  const waits = !names.length || names.includes('waiting');
  if (!names.length) Object.assign(results, {start: {}, gil_off: {}, gil_on: {}});
  if (waits) results.waiting = {};
  for (let round = 1; round <= Number(rounds); ++round) {
    console.error(`  round ${round} of ${rounds}`);
    for (const [name, text] of programs) await measureProgram(name, text, results.programs);
    if (waits) await measureWaits(results.waiting);
    if (names.length) continue;
    for (const [name, text] of await timed('parallel', 'measure_threads.py')) {
      await measureThreads(name, text, false, results.gil_off);
      await measureThreads(name, text, true, results.gil_on);
    }
    for (const [engine, openNew] of [['pyodide', openPyodide], ['threadbook', openThreadbook]]) {
      const {page, seconds} = await openNew();
      results.start[engine] = least(seconds, results.start[engine]);
      await page.context().close();
    }
  }
} finally {
  await browser.close();
  await server.close();
}
await mkdir(dirname(out), {recursive: true});
await writeFile(out, `${JSON.stringify(results, null, 1)}\n`);
