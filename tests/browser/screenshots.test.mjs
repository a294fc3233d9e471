// Pictures for a person to look at, in build/screenshots: chapters at rest, with a program that runs, and after it, on
// screens of all sizes, light and dark, 1x and 2x. What a test can say of a picture is that it is not blank.
//
// As a rule each chapter is shown on one screen, and the first on all. THREADBOOK_ALL_SCREENSHOTS=1 shows everything on all.

import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {stat} from 'node:fs/promises';
import {join} from 'node:path';
import {test} from 'node:test';
import {card, openPage, root, screenshot, setUp, untilEnd} from './harness.mjs';

const {browser, server} = await setUp();

const heights = {390: 844, 768: 1024, 1280: 800, 1920: 1080, 2560: 1440};
const widths = Object.keys(heights).map(Number);

// A chapter, one of its programs, what to change in it so that its threads outlast a picture, and the screen it is on where not
// all are asked for.
const subjects = [
  ['index', 'last_ticket', [/0\.1/, '60'], {width: 1280, theme: 'light', scale: 1}],
  ['concurrence-and-parallelism', 'two_kettles', [/1\.0|0\.5/g, '60'], {width: 390, theme: 'dark', scale: 2}],
  ['methods', 'start_twice', null, {width: 768, theme: 'light', scale: 2}],  // ends at once, with an error
  ['example', 'with_threads', [/sleep\(1\)/, 'sleep(60)'], {width: 1920, theme: 'dark', scale: 1}],
  ['the-lock-object', 'deadlock', [/0\.3|5/g, '60'], {width: 2560, theme: 'light', scale: 1}],
];

const every = widths.flatMap((width) => ['light', 'dark'].flatMap((theme) => [1, 2].map((scale) => ({width, theme, scale}))));
const all = process.env.THREADBOOK_ALL_SCREENSHOTS === '1';

/** What an example is called on its card. */
function titleOf(chapter, example) {
  const text = readFileSync(join(root, `src/book/chapters/${chapter}.md`), 'utf8');
  return text.match(new RegExp(`^\\[(.+)\\]\\(${chapter}/${example}\\.py\\b`, 'm'))[1].replaceAll('`', '');
}

const pages = new Map();
/**
 * A page as on that screen. One is kept for each kind of screen: what it is cannot change while a page lives.
 * @returns {Promise<import('./harness.mjs').Page>}
 */
async function on({width, theme, scale}) {
  const phone = width < 500;
  const kind = `${phone ? 'phone' : 'desk'}@${scale}`;
  const viewport = {width, height: heights[width]};
  if (!pages.has(kind)) {
    pages.set(kind, await openPage(browser, server.url, {viewport, deviceScaleFactor: scale, isMobile: phone, hasTouch: phone,
      reducedMotion: 'reduce'}));
  }
  const page = pages.get(kind);
  await page.bringToFront();
  await page.setViewportSize(viewport);
  await page.emulateMedia({colorScheme: theme});
  await page.waitForFunction(([value, ratio]) => document.documentElement.dataset.theme === value &&
    Math.abs(document.getElementById('canvas').width - document.documentElement.clientWidth * ratio) < 2, [theme, scale]);
  return page;
}

async function picture(page, name, {width, theme, scale}) {
  const path = await screenshot(page, `${name}-${width}-${theme}@${scale}x`);
  assert.ok((await stat(path)).size > 10_000, `${path} has something on it`);
}

for (const [chapter, example, longer, usual] of subjects) {
  test(`${chapter}: at rest, after ${example} has run, and while it runs`, async () => {
    for (const screen of all ? every : [usual]) {
      const page = await on(screen);
      const part = card(page, titleOf(chapter, example));
      await page.evaluate((id) => threadbook.open(id), chapter);
      await picture(page, `${chapter}-rest`, screen);

      await page.evaluate((id) => threadbook.open(id), `${chapter}/${example}`);
      await untilEnd(page, part, () => part.run.click());
      await picture(page, `${chapter}-after`, screen);
      if (longer) {
        await part.editor.fill((await part.editor.inputValue()).replace(...longer));
        await part.run.click();
        await page.waitForFunction(() => threadbook.threads().some(({activity}) => /sleeping|waiting-for-lock/.test(activity)));
        await picture(page, `${chapter}-running`, screen);
        await untilEnd(page, part, () => page.evaluate(() => threadbook.stop()));
        await part.reset.click();
      }
      assert.deepEqual(page.problems, []);
    }
  });
}

test('the first page on screens of all sizes', async () => {
  for (const width of widths) {
    const screen = {width, theme: 'light', scale: 1};
    const page = await on(screen);
    await page.evaluate(() => threadbook.open('index'));
    await picture(page, 'index-rest', screen);
  }
});
