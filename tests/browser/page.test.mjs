// The page as something to read: it starts, its addresses work both ways, it rests when nothing happens.

import assert from 'node:assert/strict';
import {after, before, test} from 'node:test';
import {launch, openPage, ready, serve} from './harness.mjs';

let server, /** @type {import('./harness.mjs').Browser} */ browser;
before(async () => { server = await serve(); browser = await launch(); });
after(async () => { await browser?.close(); await server?.close(); });

// Scrolled to where it is going: no move for some frames on end. Counted in frames, not in time: on a
// busy machine a smooth scroll pauses for longer than any span one would wait.
const settled = (page) => page.evaluate(() => new Promise((done) => {
  let y = scrollY;
  let still = 0;
  const look = () => {
    still = scrollY === y ? still + 1 : 0;
    y = scrollY;
    if (still > 20) done();
    else requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
}));

test('the page starts by itself and says nothing is wrong', async () => {
  const page = await openPage(browser, server.url);
  assert.equal(await page.evaluate(() => crossOriginIsolated), true);
  assert.match(await page.evaluate(() => threadbook.version), /^\d+\.\d+\.\d+$/);
  assert.match(await page.title(), /Threadbook/);
  assert.ok(await page.evaluate(() => threadbook.frames) > 0);
  assert.deepEqual(page.problems, []);
  await page.context().close();
});

test('every chapter has an address that leads to it', async () => {
  const page = await openPage(browser, server.url);
  const anchors = await page.locator('#contents a').evaluateAll((links) => links.map((link) => link.getAttribute('href')));
  for (const anchor of ['#concurrence-and-parallelism', '#the-threading-module', '#thread-objects', '#attributes', '#methods',
    '#example', '#the-lock-object']) {
    assert.ok(anchors.includes(anchor), anchor);
  }
  let before = -1;
  for (const anchor of anchors) {
    await page.goto('about:blank');
    await page.goto(server.url + anchor);
    await ready(page);
    await settled(page);
    const y = await page.evaluate(() => scrollY);
    assert.ok(y > before, `${anchor} is at ${y}, behind ${before}`);
    before = y;
    assert.equal(await page.locator('#contents a[aria-current]').getAttribute('href'), anchor);
  }
  await page.context().close();
});

test('scrolling moves the address along, links and the back button move the page', async () => {
  const page = await openPage(browser, server.url);
  assert.equal(await page.evaluate(() => location.hash), '');
  await page.locator('#contents').getByRole('link', {name: 'Methods', exact: true}).click();
  await page.waitForFunction(() => location.hash === '#methods');
  await settled(page);
  const there = await page.evaluate(() => scrollY);
  assert.ok(there > 1000);
  const entries = await page.evaluate(() => history.length);
  await page.mouse.move(700, 400);
  for (let i = 0; i < 60 && await page.evaluate(() => location.hash === '#methods'); ++i) {
    await page.mouse.wheel(0, 1500);
    await page.waitForTimeout(250);
  }
  assert.equal(await page.evaluate(() => location.hash), '#example');
  assert.equal(await page.evaluate(() => history.length), entries, 'scrolling makes no history');
  await page.goBack();
  await settled(page);
  assert.ok(await page.evaluate(() => scrollY) < there);
  await page.goForward();
  await settled(page);
  await page.evaluate(() => { location.hash = '#the-lock-object'; });
  await settled(page);
  assert.equal(await page.locator('#contents a[aria-current]').getAttribute('href'), '#the-lock-object');
  await page.context().close();
});

test('threadbook.open goes to chapters and examples, and nowhere else', async () => {
  const page = await openPage(browser, server.url);
  assert.equal(await page.evaluate(() => threadbook.open('#methods')), true);
  await page.waitForFunction(() => location.hash === '#methods' && scrollY > 1000);
  assert.equal(await page.evaluate(() => threadbook.open('example/with_threads')), true);
  assert.equal(await page.evaluate(() => threadbook.open('nowhere')), false);
  await page.context().close();
});

test('a page at rest draws nothing', async () => {
  const page = await openPage(browser, server.url);
  await page.mouse.move(640, 400);
  await page.waitForTimeout(500);
  const before = await page.evaluate(() => threadbook.frames);
  await page.waitForTimeout(2000);
  await page.mouse.move(700, 450, {steps: 5});  // over prose nothing changes
  assert.equal(await page.evaluate(() => threadbook.frames), before);
  await page.mouse.move(1240, 450);  // beside the text there is nothing but the canvas
  await page.mouse.wheel(0, 300);
  await page.waitForFunction((n) => threadbook.frames > n && scrollY > 0, before);
  await page.context().close();
});

test('the canvas is as fine as the screen, also after the browser zooms', async () => {
  const page = await openPage(browser, server.url, {deviceScaleFactor: 2});
  const size = () => page.evaluate(() => [document.getElementById('canvas').width, document.getElementById('canvas').height]);
  const width = await page.evaluate(() => document.documentElement.clientWidth);
  assert.deepEqual(await size(), [width * 2, 1600]);
  const client = await page.context().newCDPSession(page);
  await client.send('Emulation.setDeviceMetricsOverride', {width: 1024, height: 640, deviceScaleFactor: 2.5, mobile: false});
  await page.waitForFunction(() => document.getElementById('canvas').width === Math.round(document.documentElement.clientWidth * 2.5));
  await page.context().close();
});

test('theme: follows the system, can be chosen, is remembered', async () => {
  const page = await openPage(browser, server.url, {colorScheme: 'dark'});
  const theme = () => page.evaluate(() => document.documentElement.dataset.theme);
  assert.equal(await theme(), 'dark');
  await page.emulateMedia({colorScheme: 'light'});
  await page.waitForFunction(() => document.documentElement.dataset.theme === 'light');
  const button = page.getByRole('button', {name: /^Theme:/});
  await button.click();
  await button.click();
  assert.equal(await theme(), 'dark');
  await page.reload();
  await ready(page);
  assert.equal(await theme(), 'dark');
  await page.context().close();
});

test('help opens, keeps the focus, closes with Escape', async () => {
  const page = await openPage(browser, server.url);
  await page.keyboard.press('?');
  const dialog = page.getByRole('dialog', {name: /Keyboard shortcuts/});
  await dialog.waitFor();
  assert.equal(await page.evaluate(() => document.activeElement.closest('#dialog') !== null), true);
  await page.keyboard.press('Escape');
  await dialog.waitFor({state: 'hidden'});
  await page.context().close();
});

test('on a phone the contents are a drawer', async () => {
  const page = await openPage(browser, server.url,
    {viewport: {width: 390, height: 844}, deviceScaleFactor: 3, isMobile: true, hasTouch: true});
  assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), 390);
  const client = await page.context().newCDPSession(page);
  // A finger scrolls over the text and beside it, where there is only the canvas.
  for (const x of [200, 8]) {
    const before = await page.evaluate(() => scrollY);
    await client.send('Input.dispatchTouchEvent', {type: 'touchStart', touchPoints: [{x, y: 600}]});
    for (let i = 1; i <= 10; ++i) {
      await client.send('Input.dispatchTouchEvent', {type: 'touchMove', touchPoints: [{x, y: 600 - 30 * i}]});
    }
    await client.send('Input.dispatchTouchEvent', {type: 'touchEnd', touchPoints: []});
    await page.waitForFunction((y) => scrollY > y + 100, before);
  }
  const link = page.locator('#contents').getByRole('link', {name: 'The Lock Object', exact: true});
  assert.equal(await link.isVisible(), false);
  await page.getByRole('button', {name: 'Contents', exact: true}).tap();
  await link.tap();
  await page.waitForFunction(() => location.hash === '#the-lock-object' && scrollY > 1000);
  assert.equal(await page.locator('#contents').isVisible(), false);
  await page.context().close();
});

test('the book is text too: to hear, to find, to select, where it is painted', async () => {
  const page = await openPage(browser, server.url);
  const heading = page.getByRole('heading', {name: 'Concurrency and Parallelism'});
  assert.ok(await heading.isVisible());
  const paragraph = page.locator('#page p', {hasText: 'means that several tasks are'}).first();
  assert.match(await paragraph.textContent(), /^Concurrency means that several tasks are under way /);
  assert.equal(await page.evaluate(() => window.find('worked on at the same instant')), true);
  assert.equal(await page.evaluate(() => getSelection().toString()), 'worked on at the same instant');
  // In reading order an example's controls stand between the text before and the text behind it.
  const order = await page.evaluate(() => [...document.querySelectorAll('#page > *')].map((node) => node.tagName));
  assert.ok(order.indexOf('TEXTAREA') > 3 && order.lastIndexOf('P') > order.indexOf('TEXTAREA'));
  const nameless = await page.locator('.over').evaluateAll((nodes) =>
    nodes.filter((node) => node.tabIndex >= 0 && !node.getAttribute('aria-label')).length);
  assert.equal(nameless, 0);
  await page.context().close();
});
