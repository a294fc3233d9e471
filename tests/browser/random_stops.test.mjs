// Programs with threads, each stopped at a random moment in the page: none hangs, and none leaves a thread, a worker or
// memory behind. The programs are those of tests/stress/stopping, which the native engine is stopped in too; there bytes
// are counted, here what a page has besides: workers, their stacks, what the page keeps of a run.
//
// THREADBOOK_STOPS says how many (60), THREADBOOK_SEED which: a seed finds the programs again, not the very moments.

import assert from 'node:assert/strict';
import {readdirSync, readFileSync} from 'node:fs';
import {fileURLToPath} from 'node:url';
import {test} from 'node:test';
import {card, openPage, setUp, untilEnd} from './harness.mjs';

const stops = Number(process.env.THREADBOOK_STOPS ?? 60);
const seed = Number(process.env.THREADBOOK_SEED ?? Math.floor(Math.random() * 1e6));
const patience = 120_000;  // for a stopped program to end; the machine may be busy

const folder = fileURLToPath(new URL('../stress/stopping/', import.meta.url));
const snippets = readdirSync(folder).filter((name) => name.endsWith('.py')).sort()
  .map((name) => ({name: name.slice(0, -3), text: readFileSync(folder + name, 'utf8')}));

const {browser, server} = await setUp();
const page = await openPage(browser, server.url);

/** Numbers from 0 to 1, the same ones for the same seed (the generator mulberry32). */
function generator(state) {
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** What the run of that number does: one to three of the programs, each in a thread of its own. */
function plan(number) {
  const random = generator(seed * 1_000_003 + number);
  const pick = (list) => list[Math.floor(random() * list.length)];
  const parts = Array.from({length: 1 + Math.floor(random() * 3)}, () => pick(snippets));
  const source = parts.length === 1 ? parts[0].text :
    `import threading\nparts = [\n${parts.map(({text}) => `r'''${text}''',\n`).join('')}]\n` +
    'for part in parts[1:]:\n    threading.Thread(target=exec, args=(part, {})).start()\nexec(parts[0], {})\n';
  return {
    names: parts.map(({name}) => name).join(' + '),
    source,
    gil: random() < 0.5,
    ending: pick(['end', 'stop', 'stop twice']),
    // Short times are as likely as long ones: from the first steps to 0.3 s.
    moments: [random(), random()].map((x) => 10 ** (2.5 * x)),
  };
}

/** Runs `plans` side by side and stops them, all at the same moments. Answers how each ended. */
function carryOut(plans) {
  return page.evaluate(async ([programs, limit]) => {
    const {ending, moments} = programs[0];
    const pause = (time) => new Promise((done) => setTimeout(done, time));
    const all = Promise.all(programs.map(({source, gil}) => threadbook.run(source, {gil})));
    let ended = false;
    void all.then(() => { ended = true; });
    const goOn = (time) => Promise.race([all, pause(time)]);
    await goOn(moments[0]);
    if (ending === 'end') threadbook.stop();
    if (ending === 'stop') {
      threadbook.interrupt();
      await goOn(moments[1]);
      threadbook.stop();
    }
    if (ending === 'stop twice') {
      threadbook.interrupt();
      await goOn(moments[1] / 10);
      threadbook.interrupt();
    }
    await goOn(limit);
    if (!ended) return {hangs: threadbook.threads()};
    return {results: (await all).map(({status, stderr}) => ({status, stderr: stderr.slice(-2000)})), left: threadbook.threads()};
  }, [plans, patience]);
}

function judge(plans, {hangs, results, left}) {
  const {ending} = plans[0];
  const what = plans.map(({names, gil}) => `${names}, GIL ${gil ? 'on' : 'off'}`).join('; ') + `; ${ending}`;
  assert.equal(hangs, undefined, `does not end: ${what}\n${JSON.stringify(hangs, null, 1)}`);
  assert.deepEqual(left, [], what);
  for (const {status, stderr} of results) {
    // An interrupt may come while the program cleans up, and be another error by the time it ends it.
    const fine = [0, 130].includes(status) || (ending !== 'end' && status === 1);
    assert.ok(fine, `ends with status ${status}: ${what}\n${stderr}`);
  }
}

/** Waits until no worker has anything to do any more; answers how many there are. */
async function atRest() {
  await page.waitForFunction(() => threadbook.workers().idle === threadbook.workers().all, null, {timeout: patience});
  return page.evaluate(() => threadbook.workers());
}

/** How much memory the page has left: as many pieces as it will give, given back at once. In MB. */
const freeMemory = () => page.evaluate(() => {
  const size = 1 << 18, pieces = [];
  for (let piece; (piece = _malloc(size)) !== 0;) pieces.push(piece);
  for (const piece of pieces) _free(piece);
  return pieces.length * size / 2 ** 20;
});

let warm;
test('every program by itself, once', async () => {
  for (const snippet of snippets) {
    const plans = [{names: snippet.name, source: snippet.text, gil: true, ending: 'end', moments: [300, 0]}];
    judge(plans, await carryOut(plans));
  }
  const workers = await atRest();
  warm = await freeMemory();
  console.log(`  seed ${seed}; ${workers.all} workers, ${warm.toFixed(0)} MB free`);
});

test(`${stops} programs, each stopped at a random moment`, async () => {
  const begin = performance.now();
  const random = generator(seed);
  for (let number = 0; number < stops;) {
    const together = Math.min(1 + Math.floor(random() * 3), stops - number);
    const plans = Array.from({length: together}, (_, i) => plan(number + i));
    judge(plans, await carryOut(plans));
    number += together;
  }
  console.log(`  ${stops} programs stopped in ${((performance.now() - begin) / 1000).toFixed(0)} s`);
});

test('a program in a card, stopped with its button once and twice', async () => {
  await page.evaluate(() => threadbook.open('example/with_threads'));
  const part = card(page, 'Five tasks in five threads');
  for (let number = 0; number < Math.ceil(stops / 20); ++number) {
    const {source, moments} = plan(stops + number);
    await part.editor.fill(source);
    await untilEnd(page, part, async () => {
      // The card grows and shrinks with what the last run left: what is pressed is the button, not a place.
      await part.run.evaluate((button) => button.click());
      await page.waitForTimeout(moments[0]);
      // The button can be pressed once the page has painted that the program runs, and until it has ended.
      // That its threads stand still may be said before.
      const ended = () => page.evaluate(() => /has finished|has ended|Stopped/.test(document.getElementById('spoken').textContent));
      // Looked for and pressed in one go: the same button is Run again as soon as the program has ended.
      const press = () => page.evaluate((label) => {
        const button = document.querySelector(`[aria-label="${label}"]:not([aria-disabled])`);
        button?.click();
        return button !== null;
      }, 'Stop: Five tasks in five threads');
      for (let presses = 0; presses < 2 && !await ended();) if (await press()) ++presses;
    }, patience);
    assert.deepEqual(await page.evaluate(() => threadbook.threads()), []);
  }
  await part.reset.click();
});

test('no thread, worker or memory is left behind', async () => {
  const busy = await atRest();
  // Idle workers are kept for ten seconds, as many as the page made at first for good.
  await page.waitForFunction(() => threadbook.workers().all <= 16, null, {timeout: patience});
  const workers = await page.evaluate(() => threadbook.workers());
  const free = await freeMemory();
  console.log(`  ${busy.all} workers at once, ${workers.all} now; ${free.toFixed(0)} MB free`);
  assert.equal(workers.idle, workers.all);
  assert.equal(page.workers().length, workers.all);
  // One stack or segment lost with every tenth run would be beyond this.
  assert.ok(free > warm - 48, `${(warm - free).toFixed(0)} MB are left over`);
  assert.deepEqual(page.problems, []);
});
