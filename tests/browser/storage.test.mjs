// What the page keeps in the browser's storage, and what becomes of it where storage is refused, full, or holds what nobody
// wrote: the page starts, the examples run, and a card says what cannot be kept.

import assert from 'node:assert/strict';
import {after, before, test} from 'node:test';
import {card, launch, openPage, ready, serve, untilEnd} from './harness.mjs';

let server, /** @type {import('./harness.mjs').Browser} */ browser;
after(async () => { await browser?.close(); await server?.close(); });

const title = 'Five tasks in five threads';

async function show(page) {
  await page.evaluate(() => threadbook.open('example/with_threads'));
  const part = card(page, title);
  await part.editor.waitFor();
  return part;
}

async function works(page) {
  const part = await show(page);
  await part.editor.fill('print("works")');
  assert.equal(await untilEnd(page, part, () => part.run.click()), 'works\n');
  assert.deepEqual(page.problems, []);
}

// What a card says is painted. It takes a line, and the page is as much higher than where nothing is said.
const height = (page) => page.evaluate(() => document.getElementById('page').offsetHeight);
const edited = 'print("edited")';
let usual;
before(async () => {
  server = await serve();
  browser = await launch();
  const page = await openPage(browser, server.url);
  const part = await show(page);
  const whole = await height(page);
  await part.editor.fill(edited);
  await page.waitForFunction((h) => document.getElementById('page').offsetHeight < h, whole);
  usual = await height(page);
  await page.context().close();
});
/** Waits until the page says, or no longer says, that edits are not kept. */
const says = (page, that) => page.waitForFunction(([h, more]) => (document.getElementById('page').offsetHeight > h) === more, [usual, that]);

test('storage that is refused: the card works and says that edits cannot be kept', async () => {
  const page = await openPage(browser, server.url, {before: () => {
    Object.defineProperty(window, 'localStorage', {get() { throw new DOMException('refused', 'SecurityError'); }});
    Object.defineProperty(window, 'sessionStorage', {get() { throw new DOMException('refused', 'SecurityError'); }});
  }});
  const part = await show(page);
  await part.editor.fill(edited);
  await page.waitForFunction((h) => Math.abs(document.getElementById('page').offsetHeight - h) < 100, usual);
  await says(page, true);
  await part.reset.click();
  assert.match(await part.editor.inputValue(), /def with_threads/);
  await works(page);
  await page.context().close();
});

test('storage that is full: the same, until there is room again', async () => {
  const page = await openPage(browser, server.url);
  await page.evaluate(() => {
    for (let size = 1 << 22, n = 0; size >= 1; ++n) {
      try {
        localStorage.setItem(`other page ${n}`, 'x'.repeat(size));
      } catch {
        size >>= 1;
      }
    }
  });
  const part = await show(page);
  await part.editor.fill('print("full")');
  await page.waitForFunction((h) => Math.abs(document.getElementById('page').offsetHeight - h) < 100, usual);
  await says(page, true);
  await page.evaluate(() => {
    for (const key of Object.keys(localStorage)) if (key.startsWith('other page')) localStorage.removeItem(key);
  });
  await part.editor.fill(edited);
  await says(page, false);
  await page.reload();
  await ready(page);
  assert.equal(await (await show(page)).editor.inputValue(), edited);
  await works(page);
  await page.context().close();
});

const nonsense = {
  'nothing': '',
  'half of a letter': '\ud800',
  'an end in the middle': 'a\0b',
  'not what it should be': '{"a": [1, 2',
  'a number beyond all': '1e999',
  'very much': 'x = 1  # '.repeat(50_000),
};
test('storage that holds nonsense: the page starts and runs, and Reset brings the example back', async () => {
  const page = await openPage(browser, server.url);
  // All that the page keeps is there once somebody has used it.
  await works(page);
  await page.getByRole('button', {name: /^Theme:/}).click();
  await page.getByRole('switch', {name: 'Global interpreter lock'}).last().click();
  for (const [what, text] of Object.entries(nonsense)) {
    await page.reload();
    await ready(page);
    const keys = await page.evaluate((value) => {
      const kept = [localStorage, sessionStorage].flatMap((storage) => Object.keys(storage).map((key) => ({storage, key})));
      for (const {storage, key} of kept) storage.setItem(key, value);
      history.replaceState(value, '');
      return kept.map(({key}) => key);
    }, text);
    assert.ok(keys.length >= 2, `keeps ${keys.join(', ')}, filled with ${what}`);
    await page.reload();
    await ready(page);
    const part = await show(page);
    if (await part.reset.getAttribute('aria-disabled') !== 'true') await part.reset.click();
    assert.match(await part.editor.inputValue(), /def with_threads/, what);
    await works(page);
  }
  await page.context().close();
});
