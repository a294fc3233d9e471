// The page as something to read: it starts, its addresses work both ways, it rests when nothing happens.

import assert from 'node:assert/strict';
import {test} from 'node:test';
import {card, openPage, ready, setUp, until, untilEnd} from './harness.mjs';

const {browser, server} = await setUp();

// Scrolled to where it is going, and all put where it then stands: no move for some frames on end. Counted in frames, not in time: on a
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

const path = (page) => page.evaluate(() => location.pathname.slice(1) + location.hash);
const currentPage = (page) => page.locator('#contents a[aria-current="page"]').getAttribute('href');

test('every chapter has an address that leads to it, and so has every old one', async () => {
  const page = await openPage(browser, server.url);
  const pages = await page.locator('#contents a').evaluateAll((links) =>
    links.map((link) => link.getAttribute('href')).filter((address) => !address.includes('#')));
  for (const anchor of ['concurrence-and-parallelism', 'the-threading-module', 'thread-objects', 'attributes', 'methods',
    'example', 'the-lock-object']) {
    assert.ok(pages.includes(`${anchor}.html`), anchor);
    await page.goto('about:blank');
    await page.goto(`${server.url}#${anchor}`);
    await ready(page);
    await page.waitForFunction((wanted) => location.pathname.endsWith(wanted), `/${anchor}.html`);
  }
  const titles = new Set();
  for (const address of pages) {
    await page.goto(server.url + address);
    await ready(page);
    assert.equal(await currentPage(page), address);
    assert.equal(await page.evaluate(() => scrollY), 0);
    titles.add(await page.title());
  }
  assert.equal(titles.size, pages.length);
  await page.context().close();
});

test('links, back and forward turn pages, and lead back to the same line', async () => {
  const page = await openPage(browser, server.url);
  await page.locator('#contents').getByRole('link', {name: 'Methods', exact: true}).click();
  await page.waitForFunction(() => location.pathname.endsWith('/methods.html'));
  await settled(page);
  assert.equal(await page.evaluate(() => scrollY), 0);
  const entries = await page.evaluate(() => history.length);
  await page.mouse.move(700, 400);
  await page.mouse.wheel(0, 1500);
  await settled(page);
  const there = await page.evaluate(() => scrollY);
  assert.ok(there > 1000);
  assert.equal(await page.evaluate(() => history.length), entries, 'scrolling makes no history');
  assert.equal(await path(page), 'methods.html');
  await page.goBack();
  await page.waitForFunction(() => !location.pathname.endsWith('/methods.html'));
  await until(page, () => document.querySelector('#contents a[aria-current="page"]')?.getAttribute('href') === 'index.html');
  await page.goForward();
  await page.waitForFunction(() => location.pathname.endsWith('/methods.html') && scrollY > 0);
  await settled(page);
  assert.ok(Math.abs(await page.evaluate(() => scrollY) - there) <= 1);
  await page.evaluate(() => { location.hash = '#join'; });
  await settled(page);
  assert.equal(await page.locator('#contents a[aria-current="location"]').getAttribute('href'), 'methods.html#join');
  await page.context().close();
});

test('a reload comes back to the same line', async () => {
  const page = await openPage(browser, server.url, {anchor: 'methods.html'});
  await page.evaluate(() => scrollTo(0, 1234));
  await settled(page);
  await page.reload();
  await ready(page);
  await settled(page);
  assert.ok(Math.abs(await page.evaluate(() => scrollY) - 1234) <= 1);
  await page.context().close();
});

test('headings and examples have links to themselves', async () => {
  const page = await openPage(browser, server.url, {anchor: 'methods.html'});
  await page.getByRole('link', {name: 'Link to: join()'}).click();
  await settled(page);
  assert.equal(await path(page), 'methods.html#join');
  const heading = page.getByRole('heading', {name: 'join()'});
  const top = () => heading.evaluate((node) => node.getBoundingClientRect().top);
  assert.ok(await top() >= 0 && await top() < 120);
  await page.getByRole('link', {name: /^Link to the example: /}).first().click();
  assert.match(await path(page), /^methods\.html#methods\//);
  await page.context().close();
});

test('the way back from another page leads to the same line', async () => {
  const page = await openPage(browser, server.url, {anchor: 'glossary.html'});
  await page.evaluate(() => scrollTo(0, 300));
  await settled(page);
  await page.evaluate(() => location.assign('reference.html'));
  await page.waitForURL(/reference/);
  await page.goBack();
  await ready(page);
  await settled(page);
  assert.equal(await page.evaluate(() => scrollY), 300);
  await page.context().close();
});

test('a place that a chapter does not have shows the chapter', async () => {
  const page = await openPage(browser, server.url, {anchor: 'methods.html#nowhere'});
  assert.equal(await currentPage(page), 'methods.html');
  await page.context().close();
});

test('threadbook.open goes to chapters, headings and examples, and nowhere else', async () => {
  const page = await openPage(browser, server.url);
  for (const [address, there] of [['#methods', 'methods.html'], ['methods.html#start', 'methods.html#start'],
    ['example/with_threads', 'example.html#example/with_threads']]) {
    assert.equal(await page.evaluate((to) => threadbook.open(to), address), true);
    assert.equal(await path(page), there);
  }
  assert.equal(await page.evaluate(() => threadbook.open('nowhere')), false);
  assert.equal(await path(page), 'example.html#example/with_threads');
  await page.context().close();
});

test('a program runs on while the reader turns to another chapter', async () => {
  const page = await openPage(browser, server.url, {anchor: 'example.html'});
  const part = card(page, 'Five tasks in five threads');
  await part.editor.fill('import time\nfor i in range(400):\n    print("still", i)\n    time.sleep(0.01)');
  await part.run.click();
  await page.evaluate(() => threadbook.open('glossary'));
  await part.run.waitFor({state: 'detached'});
  await page.waitForFunction(() => threadbook.threads().length === 1);
  await page.evaluate(() => threadbook.open('example'));
  await page.waitForFunction(() => document.getElementById('spoken').textContent.includes('has finished'));
  assert.match(await part.output.textContent(), /still 399/);
  await page.context().close();
});

test('what another tab stores is taken over, and what stood here can be had back', async () => {
  const one = await openPage(browser, server.url, {anchor: 'example.html'});
  const two = await one.context().newPage();
  await two.goto(`${server.url}example.html`);
  await ready(two);
  const title = 'Five tasks in five threads';
  await card(two, title).editor.fill('mine = 2');
  const holds = (page, text) => page.waitForFunction(([label, wanted]) =>
    document.querySelector(`textarea[aria-label^="${label}"]`).value === wanted, [`Program: ${title}`, text]);
  await holds(one, 'mine = 2');
  await card(one, title).editor.fill('theirs = 1');
  await holds(two, 'theirs = 1');
  await two.getByRole('button', {name: `Take back what stood here: ${title}`}).click();
  assert.equal(await card(two, title).editor.inputValue(), 'mine = 2');
  await holds(one, 'mine = 2');
  await one.context().close();
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

test('what is painted bit by bit looks like what is painted at once', async () => {
  const page = await openPage(browser, server.url + 'example.html#example/with_threads');
  const part = card(page, 'Five tasks in five threads');
  const seen = async () => {
    await part.run.hover();
    await settled(page);
    return page.screenshot();
  };
  await part.editor.fill('import time\nfor i in range(3):\n    print(i)\n    time.sleep(0.1)\n');
  await part.editor.press('Control+End');
  await part.editor.type('# typed');
  await untilEnd(page, part, () => part.run.click());
  await page.locator('body').evaluate(() => { document.activeElement.blur(); scrollBy(0, 90); });
  const bitByBit = await seen();
  // A canvas of another size is painted whole.
  await page.setViewportSize({width: 1281, height: 800});
  await settled(page);
  await page.setViewportSize({width: 1280, height: 800});
  assert.ok(bitByBit.equals(await seen()));
  await page.context().close();
});

test('after printing the page looks as before', async () => {
  const page = await openPage(browser, server.url + 'glossary.html');
  await settled(page);
  const before = await page.screenshot();
  await page.evaluate(() => { dispatchEvent(new Event('beforeprint')); });
  await settled(page);
  assert.ok(await page.locator('#book h1').isVisible());
  await page.evaluate(() => { dispatchEvent(new Event('afterprint')); });
  await settled(page);
  assert.ok(before.equals(await page.screenshot()));
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
  await link.waitFor();
  const sizes = await page.locator('#contents .over, #window .over:not([tabindex="-1"])').evaluateAll((nodes) => nodes.map((node) => node.getBoundingClientRect())
    .map(({width, height}) => Math.min(width, height)));
  assert.ok(sizes.length > 8 && sizes.every((size) => size >= 40), `large enough for fingers: ${sizes}`);
  await link.tap();
  await page.waitForFunction(() => location.pathname.endsWith('/the-lock-object.html') && scrollY === 0);
  assert.equal(await page.locator('#contents').isVisible(), false);
  await page.context().close();
});

test('in a wide window the output has its place from the start, and Run moves nothing', async () => {
  const page = await openPage(browser, server.url, {viewport: {width: 1920, height: 1080}, anchor: 'example.html', reducedMotion: 'reduce'});
  const part = card(page, 'Five tasks in five threads');
  await page.evaluate(() => threadbook.open('example/with_threads'));
  await page.waitForFunction(() => scrollY > 0);
  await settled(page);
  const places = () => page.evaluate(() => ({
    scroll: scrollY, extent: document.documentElement.scrollHeight,
    all: Array.from(document.querySelectorAll('#page :is(textarea, .block, [aria-label^="Reset:"])'), (node) => node.getBoundingClientRect().toJSON()),
  }));
  const before = await places();
  await part.run.click();
  await part.output.waitFor();
  await page.waitForFunction(() => threadbook.threads().length === 6);
  const {left, right} = await page.evaluate(() => {
    const box = (selector) => document.querySelector(selector).getBoundingClientRect();
    return {left: box('[aria-label^="Program: Five tasks in five"]').right, right: box('[aria-label="Output of: Five tasks in five threads"]').left};
  });
  assert.ok(left < right, 'the output stands beside the program');
  assert.deepEqual(await places(), before);
  await untilEnd(page, part, () => page.evaluate(() => threadbook.stop()));
  await page.context().close();
});

test('the book is text too: to hear, to find, to select, where it is painted', async () => {
  const page = await openPage(browser, server.url, {anchor: 'concurrence-and-parallelism.html'});
  const heading = page.getByRole('heading', {name: 'Concurrency and Parallelism'});
  assert.ok(await heading.isVisible());
  const paragraph = page.locator('#page p', {hasText: 'means that several tasks are'}).first();
  assert.match(await paragraph.textContent(), /^Concurrency means that several tasks are under way /);
  assert.equal(await page.evaluate(() => window.find('worked on at the same instant')), true);
  assert.equal(await page.evaluate(() => getSelection().toString()), 'worked on at the same instant');
  // In reading order an example's controls stand between the text before and the text behind it.
  const order = await page.evaluate(() => [...document.querySelectorAll('#page > .group > *')].map((node) => node.tagName));
  assert.ok(order.indexOf('TEXTAREA') > 3 && order.lastIndexOf('P') > order.indexOf('TEXTAREA'));
  const nameless = await page.locator('.over').evaluateAll((nodes) =>
    nodes.filter((node) => node.tabIndex >= 0 && !node.getAttribute('aria-label')).length);
  assert.equal(nameless, 0);
  await page.context().close();
});
