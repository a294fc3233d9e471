// Firefox on hosts of each kind, and one that lacks something because its owner has switched it off: the page starts all the
// same, or says why not beside the text.

import assert from 'node:assert/strict';
import {after, before, test} from 'node:test';
import {cardInFirefox, launchFirefox, noFirefox, openInFirefox, readyInFirefox, untilEndInFirefox} from './firefox.mjs';
import {serve} from './harness.mjs';

let firefox, /** @type {import('./firefox.mjs').Browser} */ browser;
const inFirefox = {skip: noFirefox};
before(async () => {
  if (noFirefox) return;
  firefox = await launchFirefox();
  browser = firefox.browser;
});
after(async () => { await firefox?.close(); });

for (const folder of ['/', '/some/where/']) {
  test(`a host without headers, the site in ${folder}: one reload, then it runs, and later visits need none`, inFirefox, async (t) => {
    const host = await serve({headers: false, folder});
    t.after(host.close);
    const visits = () => host.requests.filter((path) => path === '/').length;
    const page = await openInFirefox(browser, host.url, {wait: false});
    t.after(() => page.browserContext().close());
    await page.waitForFunction(() => crossOriginIsolated && document.documentElement.dataset.state === 'canvas', {timeout: 60_000});
    await readyInFirefox(page);
    assert.equal(visits(), 2);
    assert.equal((await page.evaluate(() => threadbook.run('print(6 * 7)'))).stdout, '42\n');
    await page.reload();
    await readyInFirefox(page);
    assert.equal(visits(), 3);
    assert.deepEqual(page.problems, []);
  });
}

test('a host with headers, the site in a folder', inFirefox, async (t) => {
  const host = await serve({folder: '/some/where/'});
  t.after(host.close);
  const page = await openInFirefox(browser, host.url);
  t.after(() => page.browserContext().close());
  assert.equal((await page.evaluate(() => threadbook.run('import threading; print(threading.active_count())'))).stdout, '1\n');
  assert.deepEqual(page.problems, []);
});

test('while the program is on its way the text can be read, scrolled and followed', inFirefox, async (t) => {
  const host = await serve({held: ['/app.wasm']});
  t.after(host.close);
  const page = await openInFirefox(browser, `${host.url}methods.html`, {wait: false});
  t.after(() => page.browserContext().close());
  assert.equal(await page.$eval('h1', (node) => node.checkVisibility() && node.textContent.trim().startsWith('Methods')), true);
  assert.equal(await page.evaluate(() => { scrollTo(0, 1000); return scrollY; }), 1000);
  assert.equal(await page.evaluate(() => document.getElementById('canvas').checkVisibility()), false);
  await page.$eval('link[rel=next]', (link) => { location.href = link.href; });
  await page.waitForFunction(() => document.title.startsWith('Example'));
});

// What somebody may have switched off, the kind of host it matters on, and what the page says of it.
const off = {
  'WebGL': [{'webgl.disabled': true}, {}, /WebGL 2/],
  'WebAssembly': [{'javascript.options.wasm': false}, {}, /WebAssembly/],
  'service workers, on a host without headers': [{'dom.serviceWorkers.enabled': false}, {headers: false}, /service worker/],
};
for (const [what, [preferences, kind, words]] of Object.entries(off)) {
  test(`a Firefox without ${what} shows the text and says what is missing`, inFirefox, async (t) => {
    const host = await serve(kind);
    t.after(host.close);
    const other = await launchFirefox(preferences);
    t.after(other.close);
    const page = await openInFirefox(other.browser, host.url, {wait: false});
    await page.waitForFunction(() => !document.getElementById('notice').hidden, {timeout: 60_000});
    assert.match(await page.$eval('#notice', (node) => node.textContent), words);
    assert.equal(await page.$eval('#book .example', (node) => node.checkVisibility()), true);
    assert.equal(await page.$eval('#canvas', (node) => node.checkVisibility()), false);
  });
}

test('a Firefox that refuses storage: the examples can be edited and run', inFirefox, async (t) => {
  const host = await serve();
  t.after(host.close);
  const other = await launchFirefox({'dom.storage.enabled': false});
  t.after(other.close);
  const page = await openInFirefox(other.browser, `${host.url}example.html`);
  const part = cardInFirefox(page, 'Five tasks in five threads');
  await page.evaluate(() => threadbook.open('example/with_threads'));
  const editor = await part.editor();
  await editor.click();
  await editor.evaluate((field) => field.select());
  await page.keyboard.type('print("typed")');
  await untilEndInFirefox(page, async () => (await part.run()).click());
  assert.equal(await (await part.output()).evaluate((node) => node.textContent), 'typed\n');
  assert.deepEqual(page.problems, []);
});
