// Firefox on hosts of each kind, and one that lacks something because its owner has switched it off: the page starts all the
// same, or says why not beside the text.

import assert from 'node:assert/strict';
import {after, before, test} from 'node:test';
import {cardInFirefox, launchFirefox, noFirefox, openInFirefox, readyInFirefox, settledInFirefox, untilEndInFirefox} from './firefox.mjs';
import {serve, site} from './harness.mjs';

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
    await settledInFirefox(page);
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

for (const headers of [true, false]) {
  test(`after one visit the whole book is there without a network, on a host ${headers ? 'with' : 'without'} headers`, inFirefox, async (t) => {
    const host = await serve({headers});
    const page = await openInFirefox(browser, host.url);
    t.after(() => page.browserContext().close());
    for (let visit = 0; visit < 3; ++visit) {
      await settledInFirefox(page);
      await page.reload({waitUntil: 'domcontentloaded'});
      await readyInFirefox(page);
    }
    await settledInFirefox(page);
    await host.close();
    for (const address of ['', 'methods.html', 'glossary.html']) {
      await page.goto(host.url + address, {waitUntil: 'domcontentloaded'});
      await readyInFirefox(page);
      assert.equal((await page.evaluate(() => threadbook.run('import decimal; print(decimal.Decimal(1) / 8)'))).stdout, '0.125\n');
    }
  });
}

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

test('a Firefox without WebGL runs the examples of the text', inFirefox, async (t) => {
  const host = await serve();
  t.after(host.close);
  const other = await launchFirefox({'webgl.disabled': true});
  t.after(other.close);
  const page = await openInFirefox(other.browser, `${host.url}example.html`, {wait: false});
  await page.evaluate(() => threadbook.ready);
  assert.match(await page.$eval('#notice', (node) => node.textContent), /does not draw/);
  await page.$eval('#notice button.quiet', (button) => button.click());
  const part = cardInFirefox(page, 'Five tasks in five threads');
  const editor = await part.editor();
  const text = await editor.evaluate((field) => field.value);
  await editor.click();
  await editor.evaluate((field, at) => field.setSelectionRange(at, at + 1), text.indexOf('range(5)') + 'range('.length);
  await page.keyboard.type('3');
  await untilEndInFirefox(page, async () => (await part.run()).click());
  const printed = (await (await part.output()).evaluate((node) => node.textContent)).trimEnd().split('\n');
  assert.deepEqual(printed.slice(1, 4).sort(), [0, 1, 2].map((n) => `> Running thread ${n}`));
  assert.match(printed[4], /^> total execution time/);

  await editor.evaluate((field) => {
    field.value = 'import time\nwhile True: time.sleep(0.01)';
    field.dispatchEvent(new InputEvent('input'));
  });
  await (await part.run()).click();
  await page.waitForFunction(() => threadbook.threads().length === 1);
  await untilEndInFirefox(page, async () => (await part.stop()).click());
  assert.match(await (await part.output()).evaluate((node) => node.textContent), /KeyboardInterrupt/);
});

test('inside a page that is not isolated: a sentence, and a link that opens the book', inFirefox, async (t) => {
  const host = await serve({replace: {'/frame.html': '<!doctype html><iframe src="methods.html" width="900" height="700"></iframe>'}, headers: false});
  t.after(host.close);
  const page = await openInFirefox(browser, `${host.url}frame.html`, {wait: false});
  t.after(() => page.browserContext().close());
  const inside = await (await page.waitForSelector('iframe')).contentFrame();
  await inside.waitForFunction(() => /shown inside another page/.test(document.getElementById('notice')?.textContent));
  assert.equal(await inside.$eval('#notice a', (link) => `${link.target} ${link.pathname}`), '_blank /methods.html');
  assert.equal(await inside.$eval('#book .example', (node) => node.checkVisibility()), true);
});

test('opened as a file, the page says what to do', inFirefox, async (t) => {
  const page = await openInFirefox(browser, `file://${site}/methods.html`, {wait: false});
  t.after(() => page.browserContext().close());
  await page.waitForFunction(() => /opened as a file/.test(document.getElementById('notice').textContent));
  assert.equal(await page.$eval('#book .example', (node) => node.checkVisibility()), true);
});

test('scripts that are not there are told of', inFirefox, async (t) => {
  const host = await serve({replace: {'/boot.js': null}});
  t.after(host.close);
  const page = await openInFirefox(browser, host.url, {wait: false});
  t.after(() => page.browserContext().close());
  await page.waitForFunction(() => /scripts could not be loaded/.test(document.getElementById('notice').textContent));
  assert.equal(await page.$eval('#book .example', (node) => node.checkVisibility()), true);
});

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
