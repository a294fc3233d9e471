// The page in a second browser: it starts, runs, is edited and stopped in Firefox too. What every other file holds the page to
// is held to in Chromium; here, and in firefox_hosts.test.mjs, is what browsers may differ in.

import assert from 'node:assert/strict';
import {readFile} from 'node:fs/promises';
import {join} from 'node:path';
import {after, before, test} from 'node:test';
import {cardInFirefox, launchFirefox, noFirefox, openInFirefox, readyInFirefox, untilEndInFirefox} from './firefox.mjs';
import {root, serve} from './harness.mjs';

let server, firefox, /** @type {import('./firefox.mjs').Browser} */ browser;
const inFirefox = {skip: noFirefox};
before(async () => {
  if (noFirefox) return;
  server = await serve();
  firefox = await launchFirefox();
  browser = firefox.browser;
});
after(async () => { await firefox?.close(); await server?.close(); });

const title = 'Five tasks in five threads';
const program = (name) => readFile(join(root, `src/book/chapters/example/${name}.py`), 'utf8');
const lines = (text) => text.trimEnd().split('\n');
const textOf = (element) => element.evaluate((node) => node.textContent);
const valueOf = (element) => element.evaluate((node) => node.value);

/** Shows the example's card and waits until it stands still under the mouse. */
async function showCard(page) {
  assert.equal(await page.evaluate(() => threadbook.open('example/with_threads')), true);
  const part = cardInFirefox(page, title);
  const run = await part.run();
  await run.evaluate((node) => new Promise((done) => {
    let before, still = 0;
    const look = () => {
      const {top} = node.getBoundingClientRect();
      still = top === before ? still + 1 : 0;
      before = top;
      if (still > 20) done();
      else requestAnimationFrame(look);
    };
    look();
  }));
  return part;
}

test('the page starts by itself and says nothing is wrong', inFirefox, async (t) => {
  const page = await openInFirefox(browser, server.url);
  t.after(() => page.browserContext().close());
  assert.equal(await page.evaluate(() => crossOriginIsolated), true);
  assert.ok(await page.evaluate(() => threadbook.frames) > 0);
  assert.equal(await page.evaluate(() => document.getElementById('notice').hidden), true);
  const picture = await page.screenshot();
  assert.ok(picture.length > 20_000, 'something is painted');
  assert.deepEqual(page.problems, []);
});

test('the document\u2019s two programs', inFirefox, async (t) => {
  const page = await openInFirefox(browser, server.url);
  t.after(() => page.browserContext().close());
  const run = async (name) => page.evaluate((text) => threadbook.run(text), await program(name));
  const [one, five] = [await run('no_threads'), await run('with_threads')];
  console.log(`  without threads ${one.seconds.toFixed(3)} s, with threads ${five.seconds.toFixed(3)} s`);
  assert.deepEqual(lines(one.stdout).slice(0, 6), ['> program start ', ...[0, 1, 2, 3, 4].map((n) => `Running thread ${n}`)]);
  assert.match(lines(one.stdout)[6], /^> total execution time \d\.\ds$/);
  assert.equal(lines(five.stdout)[0], '> program start ');
  assert.deepEqual(lines(five.stdout).slice(1, 6).sort(), [0, 1, 2, 3, 4].map((n) => `> Running thread ${n}`));
  assert.match(lines(five.stdout)[6], /^> total execution time \d\.\ds$/);
  for (const {status, stderr} of [one, five]) assert.deepEqual([status, stderr], [0, '']);
  assert.ok(one.seconds >= 5 && five.seconds >= 1);
  assert.ok(five.seconds < 5, 'the threads sleep side by side');
  assert.deepEqual(page.problems, []);
});

test('threads run with the GIL and without, and their errors are told', inFirefox, async (t) => {
  const page = await openInFirefox(browser, server.url);
  t.after(() => page.browserContext().close());
  const source = 'import threading\ndef f(n):\n    1 / n\nts = [threading.Thread(target=f, args=(i,)) for i in range(4)]\n' +
    'for t in ts: t.start()\nfor t in ts: t.join()\nprint("on")';
  for (const gil of [true, false]) {
    const {stdout, stderr, status} = await page.evaluate(([text, lock]) => threadbook.run(text, {gil: lock}), [source, gil]);
    assert.deepEqual([stdout, status], ['on\n', 0]);
    assert.match(stderr, /^Exception in thread Thread-1 \(f\):\nTraceback [^]*ZeroDivisionError: division by zero\n$/);
  }
});

test('edited, run and stopped with mouse and keys', inFirefox, async (t) => {
  const page = await openInFirefox(browser, server.url);
  t.after(() => page.browserContext().close());
  const part = await showCard(page);
  const editor = await part.editor();

  // Five tasks become three: typed where a click and the arrow keys put the caret.
  const at = (await valueOf(editor)).indexOf('range(5)') + 'range('.length;
  await editor.click();
  await editor.evaluate((field, place) => field.setSelectionRange(place, place), at);
  await page.keyboard.press('Delete');
  await page.keyboard.type('3');
  assert.match(await valueOf(editor), /range\(3\)/);
  await untilEndInFirefox(page, async () => (await part.run()).click());
  const text = await textOf(await part.output());
  assert.deepEqual(lines(text).slice(1, 4).sort(), [0, 1, 2].map((n) => `> Running thread ${n}`));
  assert.match(lines(text)[4], /^> total execution time/);

  // By the keyboard alone; what was typed is indented as Python wants it.
  await editor.focus();
  await page.keyboard.down('Control');
  await page.keyboard.press('a');
  await page.keyboard.up('Control');
  for (const key of ['import time', 'Enter', 'while True:', 'Enter', 'time.sleep(0.01)']) {
    if (key === 'Enter') await page.keyboard.press(key);
    else await page.keyboard.type(key);
  }
  assert.equal(await valueOf(editor), 'import time\nwhile True:\n    time.sleep(0.01)');
  await page.keyboard.down('Control');
  await page.keyboard.press('Enter');
  await page.keyboard.up('Control');
  await page.waitForFunction(() => threadbook.threads().length === 1);
  await untilEndInFirefox(page, async () => (await part.stop()).click());
  assert.match(await textOf(await part.output()), /KeyboardInterrupt/);
  assert.deepEqual(await page.evaluate(() => threadbook.threads()), []);

  // The edit is there after a reload, and the example comes back.
  await page.reload({waitUntil: 'domcontentloaded'});
  await readyInFirefox(page);
  await showCard(page);
  assert.match(await valueOf(await part.editor()), /while True/);
  await (await part.reset()).click();
  assert.match(await valueOf(await part.editor()), /range\(5\)/);
  assert.deepEqual(page.problems, []);
});

test('eight busy threads without the GIL stop when told', inFirefox, async (t) => {
  const page = await openInFirefox(browser, server.url);
  t.after(() => page.browserContext().close());
  const source = 'import threading\ndef f():\n    while True: pass\nfor _ in range(8): threading.Thread(target=f).start()';
  const running = page.evaluate((text) => threadbook.run(text, {gil: false}), source);
  await page.waitForFunction(() => threadbook.threads().length === 9);
  await page.evaluate(() => threadbook.stop());
  assert.equal((await running).status, 130);
  await page.waitForFunction(() => threadbook.workers().idle === threadbook.workers().all);
});

test('reload, back and forward come back to the same line', inFirefox, async (t) => {
  const page = await openInFirefox(browser, `${server.url}methods.html`);
  t.after(() => page.browserContext().close());
  const isAt = (chapter, y) => page.waitForFunction((name, top) => location.pathname.endsWith(name) && Math.abs(scrollY - top) <= 1, {timeout: 60_000},
    chapter, y);
  // Where scrolling rests the history remembers it.
  const scrollTo = async (y) => {
    const before = await page.evaluate((to) => {
      window.scrollTo(0, to);
      return JSON.stringify(history.state?.place);
    }, y);
    await page.waitForFunction((kept) => JSON.stringify(history.state?.place) !== kept, {timeout: 60_000}, before);
  };
  await scrollTo(1234);
  await isAt('/methods.html', 1234);
  assert.equal(await page.evaluate(() => threadbook.open('the-lock-object')), true);
  await isAt('/the-lock-object.html', 0);
  await scrollTo(777);
  await isAt('/the-lock-object.html', 777);
  await page.evaluate(() => history.back());
  await isAt('/methods.html', 1234);
  await page.evaluate(() => history.forward());
  await isAt('/the-lock-object.html', 777);
  await page.reload({waitUntil: 'domcontentloaded'});
  await readyInFirefox(page);
  await isAt('/the-lock-object.html', 777);
  assert.deepEqual(page.problems, []);
});

test('what one tab stores the other takes over', inFirefox, async (t) => {
  const one = await openInFirefox(browser, `${server.url}example.html`);
  t.after(() => one.browserContext().close());
  const two = await one.browserContext().newPage();
  await two.goto(`${server.url}example.html`, {waitUntil: 'domcontentloaded', timeout: 60_000});
  await readyInFirefox(two);
  await one.bringToFront();
  const editor = await cardInFirefox(one, title).editor();
  await editor.click();
  await editor.evaluate((field) => field.setSelectionRange(0, 0));
  await one.keyboard.type('# mine ');
  await two.bringToFront();
  await two.waitForFunction((label) => document.querySelector(`textarea[aria-label^="Program: ${label}"]`).value.startsWith('# mine from'),
    {timeout: 60_000}, title);
});
