// Programs that want too much: each ends with an error of Python's or is stopped, and the page goes on.

import assert from 'node:assert/strict';
import {test} from 'node:test';
import {card, openPage, setUp, untilEnd} from './harness.mjs';

const {browser, server} = await setUp();
const page = await openPage(browser, server.url);

const run = (source, options) => page.evaluate(([text, rest]) => threadbook.run(text, rest), [source, options]);
const lastLine = (text) => text.trimEnd().split('\n').at(-1);

async function goesOn() {
  const {stdout, status} = await run('print("still here")');
  assert.equal(stdout, 'still here\n');
  assert.equal(status, 0);
  assert.deepEqual(page.problems, []);
}

for (const expression of ['[0] * 10**12', "'x' * 10**11", '2**10**9', "b'x' * 10**11", '(0,) * 10**12', "f'{1:100000000000}'"]) {
  test(`${expression} is a MemoryError`, async () => {
    const {stderr, status, seconds} = await run(`x = ${expression}\n`);
    console.log(`  ${expression}: ${lastLine(stderr)} after ${(1000 * seconds).toFixed(0)} ms`);
    assert.match(lastLine(stderr), /^(MemoryError|OverflowError)/);
    assert.equal(status, 1);
    await goesOn();
  });
}

const growing = {
  'a list': 'a = []\nwhile True: a.append(str(len(a)) * 20)\n',
  'a string': 's = "x"\nwhile True: s += s\n',
  'a dict of lists': 'd = {}\nwhile True: d[len(d)] = [len(d)] * 10\n',
};
for (const [what, source] of Object.entries(growing)) {
  test(`${what} that grows for ever is a MemoryError`, async () => {
    const {stderr, status, seconds} = await run(source);
    console.log(`  ${what}: ${lastLine(stderr)} after ${seconds.toFixed(2)} s`);
    assert.equal(lastLine(stderr), 'MemoryError');
    assert.equal(status, 1);
    await goesOn();
  });
}

test('endless recursion is a RecursionError', async () => {
  const {stderr, status} = await run('def f(n):\n    return f(n + 1)\nf(0)\n');
  assert.match(lastLine(stderr), /^RecursionError: maximum recursion depth exceeded/);
  assert.equal(status, 1);
  await goesOn();
});

test('100 MB of output neither stall nor exhaust the page', async () => {
  const source = 'line = "x" * 99\nfor i in range(1_000_000):\n    print(line)\nprint("end")\n';
  const measured = await page.evaluate(async (text) => {
    let slowest = 0, going = true, last = performance.now();
    const watch = (now) => {
      slowest = Math.max(slowest, now - last);
      last = now;
      if (going) requestAnimationFrame(watch);
    };
    requestAnimationFrame((now) => { last = now; requestAnimationFrame(watch); });
    const {stdout, status, seconds, omitted} = await threadbook.run(text);
    going = false;
    return {bytes: stdout.length + omitted, kept: stdout.length, status, seconds, slowest};
  }, source);
  console.log(`  through threadbook.run: ${measured.seconds.toFixed(2)} s, slowest frame ${measured.slowest.toFixed(1)} ms, ${measured.kept} bytes kept`);
  assert.equal(measured.bytes, 100_000_004);
  assert.equal(measured.status, 0);

  await page.evaluate(() => threadbook.open('example/no_threads'));
  await page.waitForTimeout(700);
  const part = card(page, 'Five tasks, one after the other');
  await part.editor.fill(source);
  const text = await untilEnd(page, part, () => part.run.click());
  assert.equal(lastLine(text), 'end');
  await part.reset.click();
  await goesOn();
});
