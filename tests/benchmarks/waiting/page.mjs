// A page with nothing but the engine and bare pthreads, in one wasm (threadbook_bench): what threads that wait cost in
// Chromium, with Python and without. Its main thread only looks now and then, so that workers can be made at any time.

import {readFile, readdir} from 'node:fs/promises';
import {join} from 'node:path';
import {site} from '../../browser/harness.mjs';

const page = `<!doctype html><title>Threads that wait</title><script>
  const sleep = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));
  globalThis.Module = {};
  window.ready = new Promise((resolve) => { Module.onRuntimeInitialized = resolve; }).then(async () => {
    const {names, texts} = await (await fetch('library.json')).json();
    for (const name of names) Module.ccall('page_library_name', null, ['string'], [name]);
    Module._page_library_named();
    const more = await (await fetch('library-more.json')).json();
    for (const file of [...Object.entries(texts), ...Object.entries(more)]) Module.ccall('page_library_text', null, ['string', 'string'], file);
    Module._page_library_complete();
  });
  window.runPython = async (source, gil) => {
    Module.ccall('engine_start', null, ['string', 'number'], [source, gil ? 1 : 0]);
    while (Module._engine_status() < 0) await sleep(20);
    const printed = Module._engine_output();
    return printed ? Module.UTF8ToString(printed) : '';
  };
  window.runBare = async () => {
    Module._bare_start();
    while (!Module._bare_is_done()) await sleep(20);
    return {'hand-over': Module._bare_hand_over_seconds(), 'start and join': Module._bare_start_and_join_seconds()};
  };
</script><script src="threadbook_bench.js"></script>`;

/** What harness.mjs's serve() needs for it, to be found under /waiting/. */
export async function waitingFiles(wasmFolder) {
  const files = {'/waiting/': page, '/waiting/index.html': page};
  for (const name of await readdir(site)) {
    const [whole, part] = /^(library(?:-more)?)\.[0-9a-f]+\.json$/.exec(name) ?? [];
    if (whole) files[`/waiting/${part}.json`] = await readFile(join(site, name));
  }
  for (const name of ['threadbook_bench.js', 'threadbook_bench.wasm']) files[`/waiting/${name}`] = await readFile(join(wasmFolder, name));
  return files;
}

/** Seconds of everything that waits, for each side: what it is called -> seconds. Keeps the least in `best`. */
export async function measureWaiting(page, programs, best) {
  const keep = (side, times) => {
    best[side] ??= {};
    for (const [name, seconds] of Object.entries(times)) best[side][name] = Math.min(seconds, best[side][name] ?? Infinity);
  };
  await page.evaluate(() => window.ready);
  keep('bare', await page.evaluate(() => window.runBare()));
  for (const [side, gil] of [['gil_on', true], ['gil_off', false]]) {
    for (const source of programs) {
      const printed = await page.evaluate(([text, lock]) => window.runPython(text, lock), [source, gil]);
      keep(side, readTimes(printed));
    }
  }
}

/** The lines of a program that measures itself, what and seconds each. */
export function readTimes(printed) {
  const lines = printed.trim().split('\n').map((line) => line.match(/^(.*) (\S+)$/));
  return Object.fromEntries(lines.map(([, name, seconds]) => [name, Number(seconds)]));
}
