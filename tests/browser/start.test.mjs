// How the page starts: text first, then the canvas in its place. Old addresses lead on, unknown ones say so.

import assert from 'node:assert/strict';
import {test} from 'node:test';
import {card, openPage, ready, setUp, untilEnd} from './harness.mjs';

const {browser, server} = await setUp();

/** A page whose program never arrives: it stays text for as long as it is looked at. */
async function openText(address, options = {}) {
  const context = await browser.newContext({viewport: {width: 1280, height: 800}, ...options});
  const page = await context.newPage();
  await page.route(/app(\.\w+)?\.wasm$/, () => {});
  await page.goto(server.url + address);
  return page;
}

test('the text can be read, searched and followed while the program is on its way', async () => {
  const page = await openText('methods.html');
  assert.equal(await page.title(), 'Methods \u00b7 Threadbook');
  assert.ok(await page.getByRole('heading', {name: 'Methods', level: 1}).isVisible());
  assert.ok(await page.getByRole('progressbar').isVisible());
  assert.equal(await page.locator('#chapters [aria-current]').textContent(), 'Methods');
  await page.getByRole('link', {name: /^Previous/}).click();
  assert.equal(await page.title(), 'Attributes \u00b7 Threadbook');
  await page.context().close();
});

test('headings and examples have links to themselves, which show when they are pointed at', async () => {
  const page = await openText('methods.html');
  const link = page.locator('h2#start .permalink');
  const opacity = () => link.evaluate((node) => Number(getComputedStyle(node).opacity));
  assert.equal(await opacity(), 0);
  await link.focus();
  await page.waitForFunction(() => getComputedStyle(document.querySelector('h2#start .permalink')).opacity === '1');
  await link.click();
  assert.match(page.url(), /methods\.html#start$/);
  await page.locator('figure .permalink').first().click();
  assert.match(page.url(), /methods\.html#methods\/start$/);
  await page.context().close();
});

test('what was an address when the book was one page leads on', async () => {
  for (const [old, now] of [['#methods', 'methods.html'], ['index.html#the-lock-object', 'the-lock-object.html'],
    ['#methods/start', 'methods.html#methods/start'], ['glossary.html#methods', 'methods.html']]) {
    const page = await openText(old);
    await page.waitForURL(server.url + now);
    assert.equal(await page.locator('#notice').isVisible(), false);
    await page.context().close();
  }
});

test('a place that does not exist says so, and a page', async () => {
  const page = await openText('methods.html#no-such-place');
  assert.match(await page.locator('#notice').textContent(), /no place called \u201cno-such-place\u201d/);
  await page.getByRole('button', {name: 'Close'}).click();
  assert.equal(await page.locator('#notice').isVisible(), false);
  await page.goto(server.url + '404.html');
  assert.ok(await page.getByRole('heading', {name: 'There is no such page in this book'}).isVisible());
  await page.getByRole('link', {name: 'Glossary'}).click();
  assert.equal(await page.title(), 'Glossary \u00b7 Threadbook');
  await page.context().close();
});

test('on a narrow screen the contents open over the text', async () => {
  const page = await openText('methods.html', {viewport: {width: 390, height: 800}});
  assert.equal(await page.locator('#chapters').isVisible(), false);
  await page.getByRole('button', {name: 'Contents'}).click();
  await page.locator('#chapters').getByRole('link', {name: 'Glossary'}).click();
  assert.equal(await page.title(), 'Glossary \u00b7 Threadbook');
  await page.context().close();
});

test('the canvas puts the chapter where the text stood', async () => {
  for (const [width, height] of [[320, 700], [390, 800], [560, 800], [768, 1024], [1280, 800], [1500, 900], [2560, 1440]]) {
    const page = await openPage(browser, server.url, {
      wait: false, viewport: {width, height},
      before: () => {
        const place = (node) => {
          const {left, top} = node.getBoundingClientRect();
          return {left, top};
        };
        globalThis.placesIn = (part) => ({
          title: place(document.querySelector(`${part} h1`)), text: place(document.querySelector(`${part} p`)),
          run: place(document.querySelector(`${part} [aria-label^="Run:"]`)), gil: place(document.querySelector(`${part} [role="switch"]`)),
        });
        const note = () => {
          if (document.documentElement?.dataset.state !== 'plain') return;
          if (document.querySelector('.example.live')) globalThis.before = globalThis.placesIn('article');
          requestAnimationFrame(note);
        };
        requestAnimationFrame(note);
      },
    });
    await ready(page);
    const [then, now] = await page.evaluate(() => [globalThis.before, globalThis.placesIn('#page')]);
    for (const [what, {left, top}] of Object.entries(then)) {
      assert.ok(Math.abs(now[what].top - top) <= 2, `${what} moved from ${top} to ${now[what].top} at ${width}`);
      assert.ok(Math.abs(now[what].left - left) <= 2, `${what} moved from ${left} to ${now[what].left} at ${width}`);
    }
    await page.context().close();
  }
});

test('while text is selected the canvas waits', async () => {
  const page = await openPage(browser, server.url, {
    wait: false,
    before: () => addEventListener('DOMContentLoaded', () => getSelection().selectAllChildren(document.querySelector('article p'))),
  });
  const program = page.waitForEvent('worker');  // the program has come
  await program;
  await page.waitForFunction(() => document.fonts.check('17px "Threadbook Text"') && document.fonts.size >= 6);
  assert.equal(await page.evaluate(() => document.documentElement.dataset.state), 'plain');
  await page.evaluate(() => getSelection().removeAllRanges());
  await ready(page);
  await page.context().close();
});

test('Run can be pressed while the program is on its way, and the canvas goes on with what runs', async () => {
  const context = await browser.newContext({viewport: {width: 1280, height: 800}});
  const page = await context.newPage();
  let release;
  const released = new Promise((resolve) => { release = resolve; });
  await page.route(/app(\.\w+)?\.wasm$/, async (route) => { await released; await route.continue(); });
  // The reader's own text of it is what runs, and what is seen.
  await page.addInitScript(() => localStorage.setItem('threadbook:edit:example/no_threads', 'import time\nprint("begun")\nwhile True: time.sleep(0.01)'));
  await page.goto(`${server.url}example.html`);
  const one = card(page, 'Five tasks, one after the other');
  assert.ok(await page.getByText('print("begun")').isVisible());
  const words = page.getByText('Starts as soon as it can');
  await one.run.click();
  await words.waitFor();
  await one.stop.click();  // not after all
  await words.waitFor({state: 'detached'});
  await one.run.focus();
  await one.run.press('Enter');
  await words.waitFor();
  release();
  await page.locator('#book').getByText('begun', {exact: true}).waitFor({state: 'attached'});  // in the text
  await ready(page);
  assert.equal(await page.evaluate(() => document.activeElement.getAttribute('aria-label')), 'Stop: Five tasks, one after the other');
  await page.waitForFunction(() => document.activeElement.closest('.layer') !== null);
  assert.match(await untilEnd(page, one, () => one.stop.click()), /^begun\nTraceback/);
  await context.close();
});
