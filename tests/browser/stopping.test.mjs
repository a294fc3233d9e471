// Stop stops, whatever runs; what ran leaves nothing behind. Latencies are printed, and held only to a bound no
// machine should break.

import assert from 'node:assert/strict';
import {test} from 'node:test';
import {card, openPage, setUp, untilEnd} from './harness.mjs';

const {browser, server} = await setUp();
const page = await openPage(browser, server.url);

const endless = 'import threading\ndef spin():\n    while True: pass\nfor _ in range(3):\n    threading.Thread(target=spin).start()\nspin()\n';
const stuck = {
  'four endless loops': endless,
  'a sleep': 'import time\ntime.sleep(1000)\n',
  'a lock that is never released': 'import threading\nlock = threading.Lock()\nlock.acquire()\nlock.acquire()\n',
  'a join that waits for ever': 'import threading, time\nt = threading.Thread(target=time.sleep, args=(1000,))\nt.start()\nt.join()\n',
  'a flood of prints': 'while True:\n    print("and on and on")\n',
  'except everything': 'while True:\n    try:\n        while True: pass\n    except BaseException:\n        pass\n',
};

async function runAndStop(source, gil) {
  return page.evaluate(async ([text, on]) => {
    const result = threadbook.run(text, {gil: on});
    const expected = text.includes('range(3)') ? 4 : 1;
    while (threadbook.threads().length < expected) await new Promise((done) => setTimeout(done, 5));
    await new Promise((done) => setTimeout(done, 100));
    // While it runs, how long does the page take to answer?
    let slowest = 0;
    for (let i = 0; i < 20; ++i) {
      const begin = performance.now();
      await new Promise((done) => requestAnimationFrame(done));
      slowest = Math.max(slowest, performance.now() - begin);
    }
    const begin = performance.now();
    threadbook.stop();
    const {status} = await result;
    return {status, latency: performance.now() - begin, slowest};
  }, [source, gil]);
}

for (const [what, source] of Object.entries(stuck)) {
  for (const gil of [true, false]) {
    test(`stops ${what}, GIL ${gil ? 'on' : 'off'}`, async () => {
      const {status, latency, slowest} = await runAndStop(source, gil);
      console.log(`  ${what}, GIL ${gil ? 'on' : 'off'}: stopped after ${latency.toFixed(1)} ms; slowest frame while it ran ${slowest.toFixed(1)} ms`);
      assert.equal(status, 130);
      assert.deepEqual(await page.evaluate(() => threadbook.threads()), []);
    });
  }
}

test('Stop in the card ends an endless loop', async () => {
  await page.evaluate(() => threadbook.open('example/with_threads'));
  await page.waitForTimeout(700);
  const part = card(page, 'Five tasks in five threads');
  await part.editor.fill('while True: pass');
  await part.run.click();
  await page.waitForFunction(() => threadbook.threads().length === 1);
  await untilEnd(page, part, () => part.stop.click());
  assert.deepEqual(await page.evaluate(() => threadbook.threads()), []);
  await part.editor.focus();
  await page.keyboard.press('Control+Enter');
  await page.waitForFunction(() => threadbook.threads().length === 1);
  await untilEnd(page, part, () => page.keyboard.press('Control+.'));
  await part.reset.click();
});

test('Stop in the card raises KeyboardInterrupt in the main thread, and pressed again ends the program', async () => {
  const part = card(page, 'Five tasks in five threads');
  await part.editor.fill([
    'import time',
    'try:',
    '    time.sleep(1000)',
    'except KeyboardInterrupt:',
    '    print("interrupted")',
    'while True:',
    '    try:',
    '        time.sleep(1000)',
    '    finally:',
    '        print("never said")',
  ].join('\n'));
  await part.run.click();
  await page.waitForFunction(() => threadbook.threads()[0]?.activity === 'sleeping');
  await part.stop.click();
  await part.output.getByText('interrupted').waitFor({state: 'attached'});
  assert.equal((await untilEnd(page, part, () => part.stop.click())).trim(), 'interrupted');
  assert.deepEqual(await page.evaluate(() => threadbook.threads()), []);
  await part.reset.click();
});

test('200 runs and stops leave no more workers than are kept', async () => {
  const cycle = () => page.evaluate(async (text) => {
    const result = threadbook.run(text);
    while (threadbook.threads().length < 4) await new Promise((done) => setTimeout(done, 1));
    threadbook.stop();
    return (await result).status;
  }, endless);
  assert.equal(await cycle(), 130);
  const first = page.workers().length;
  const begin = performance.now();
  for (let i = 1; i < 200; ++i) assert.equal(await cycle(), 130, `cycle ${i}`);
  console.log(`  200 runs and stops: ${first} workers after the first, ${page.workers().length} after the last, ` +
    `${((performance.now() - begin) / 199).toFixed(1)} ms each`);
  assert.ok(page.workers().length <= 16);  // as many as stay when they are idle (runtime/worker_pool.h)
});

test('more threads than were made ahead', async () => {
  const result = await page.evaluate(() => threadbook.run(
    'import threading\nb = []\nts = [threading.Thread(target=b.append, args=(i,)) for i in range(40)]\n' +
    'for t in ts: t.start()\nfor t in ts: t.join()\nprint(len(b))'));
  assert.equal(result.stdout, '40\n');
});

test('nothing went wrong in the page meanwhile', () => assert.deepEqual(page.problems, []));
