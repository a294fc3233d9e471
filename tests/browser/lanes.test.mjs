// The lanes under a run: they grow, say in sentences what is on them, can be moved and zoomed with mouse, keys and fingers, and
// tell why a program's threads can never go on.

import assert from 'node:assert/strict';
import {readFile, readdir} from 'node:fs/promises';
import {join} from 'node:path';
import {test} from 'node:test';
import {card, openPage, root, setUp, until, untilEnd} from './harness.mjs';

const {browser, server} = await setUp();

const title = 'Five tasks in five threads';

async function open(options = {}) {
  const page = await openPage(browser, server.url, {anchor: 'example.html#example/with_threads', reducedMotion: 'reduce', ...options});
  const part = card(page, title);
  return {page, part, stage: page.getByRole('application', {name: `Lanes: what the threads of ${title} do`}),
    told: page.getByRole('region', {name: `What the threads of ${title} did`})};
}

/** Whether what is painted where the lanes are changes by `act`. */
async function repaints(page, stage, act) {
  const clip = await stage.boundingBox();
  const before = await page.screenshot({clip});
  await act();
  await page.waitForTimeout(300);
  return !before.equals(await page.screenshot({clip}));
}

test('lanes grow while a program runs, and tell in sentences what its threads did', async () => {
  const {page, part, stage, told} = await open();
  assert.equal(await stage.count(), 0);
  await part.editor.fill((await part.editor.inputValue()).replace('sleep(1)', 'sleep(4)'));
  await untilEnd(page, part, async () => {
    await part.run.click();
    await stage.waitFor();
    await page.waitForTimeout(300);
    assert.ok(await repaints(page, stage, () => page.waitForTimeout(300)), 'they grow');
  });
  await until(page, () => /MainThread ends/.test(document.querySelector('[aria-label^="What the threads of Five tasks in five"]').textContent));
  const text = await told.textContent();
  assert.match(text, /MainThread starts Thread-1 \(task\)\./);
  assert.match(text, /Thread-5 \(task\) slept for 4\.\d\d s in line 7\./);
  assert.match(text, /MainThread waited [\d.]+ m?s in line 17 for Thread-1 \(task\) to end\./);
  await page.context().close();
});

test('the lanes are moved and zoomed with keys, mouse and buttons', async () => {
  const {page, part, stage} = await open();
  await part.editor.fill('import threading, time\nlock = threading.Lock()\ndef work():\n    with lock: time.sleep(0.2)\n' +
    'threads = [threading.Thread(target=work) for _ in range(3)]\nfor t in threads: t.start()\nfor t in threads: t.join()\n');
  await untilEnd(page, part, () => part.run.click());
  await stage.scrollIntoViewIfNeeded();
  await page.evaluate(() => scrollBy(0, 150));
  await page.waitForTimeout(300);
  await stage.focus();
  for (const key of ['ArrowDown', 'ArrowDown', 'ArrowRight', '+', 'ArrowLeft', '0', 'ArrowUp', '-']) {
    // From all nothing is farther away.
    assert.equal(await repaints(page, stage, () => page.keyboard.press(key)), key !== '-', key);
  }
  const box = await stage.boundingBox();
  assert.ok(await repaints(page, stage, () => page.mouse.move(box.x + box.width / 2, box.y + 40)), 'pointed at');
  await page.keyboard.down('Control');
  assert.ok(await repaints(page, stage, () => page.mouse.wheel(0, -200)), 'zoomed about the pointer');
  await page.keyboard.up('Control');
  assert.ok(await repaints(page, stage, async () => {
    await page.mouse.down();
    await page.mouse.move(box.x + box.width / 2 - 80, box.y + 40, {steps: 4});
    await page.mouse.up();
  }), 'moved');
  const all = page.getByRole('button', {name: 'Show the whole run'});
  assert.ok(await repaints(page, stage, () => all.click()), 'all again');
  const scrolled = await page.evaluate(() => scrollY);
  await page.mouse.move(box.x + box.width / 2, box.y + 40);
  await page.mouse.wheel(0, 100);
  await page.waitForFunction((y) => scrollY !== y, scrolled);  // the wheel alone is the page's
  await page.context().close();
});

test('fingers press, move and pinch', async () => {
  const {page, part, stage} = await open({hasTouch: true, isMobile: true, viewport: {width: 390, height: 800}});
  await untilEnd(page, part, () => part.run.tap());
  await stage.scrollIntoViewIfNeeded();
  await page.evaluate(() => scrollBy(0, 200));
  await page.waitForTimeout(300);
  const box = await stage.boundingBox();
  assert.ok(await repaints(page, stage, () => page.touchscreen.tap(box.x + box.width * 0.6, box.y + 40)), 'a press chooses');
  const session = await page.context().newCDPSession(page);
  const touch = (type, ...points) => session.send('Input.dispatchTouchEvent', {type, touchPoints: points.map(([x, y], id) => ({x, y, id}))});
  const y = box.y + 60, x = box.x + box.width * 0.6;
  assert.ok(await repaints(page, stage, async () => {
    await touch('touchStart', [x - 20, y], [x + 20, y]);
    for (let i = 1; i <= 5; ++i) await touch('touchMove', [x - 20 - 8 * i, y], [x + 20 + 8 * i, y]);
    await touch('touchEnd');
  }), 'a pinch zooms');
  await page.context().close();
});

test('the trace can be saved, as Perfetto reads it', async () => {
  const {page, part} = await open();
  await untilEnd(page, part, () => part.run.click());
  const coming = page.waitForEvent('download');
  await page.getByRole('button', {name: `Save the trace of ${title}`}).click();
  const download = await coming;
  assert.equal(download.suggestedFilename(), 'with_threads.json');
  const {traceEvents} = JSON.parse(await readFile(await download.path(), 'utf8'));
  const names = traceEvents.filter(({name}) => name === 'thread_name').map(({args}) => args.name);
  assert.deepEqual(names.slice(0, 2), ['MainThread', 'Thread-1 (task)']);
  const picture = page.waitForEvent('download');
  await page.getByRole('button', {name: `Save the lanes of ${title} as a picture`}).click();
  assert.match(await readFile(await (await picture).path(), 'utf8'), /^<svg .*Thread-1 \(task\).*<\/svg>\n$/s);
  assert.deepEqual(page.problems, []);
  await page.context().close();
});

const programs = join(root, 'tests/trace/programs');
for (const kind of ['stuck', 'alive']) {
  test(`programs whose threads ${kind === 'stuck' ? 'can never go on are explained' : 'only seem to stand still are not'}`, async () => {
    const {page, part} = await open();
    const told = () => page.evaluate((label) => document.querySelector(`[aria-label^="${label}"]`)?.textContent ?? '', `What the threads of ${title}`);
    for (const name of (await readdir(join(programs, kind))).sort()) {
      const source = await readFile(join(programs, kind, name), 'utf8');
      await part.editor.fill(source);
      if (kind === 'alive') {
        await untilEnd(page, part, () => part.run.click());
        assert.doesNotMatch(await told(), /Deadlock|Standstill/, name);
        continue;
      }
      const expected = source.split('\n').filter((line) => line.startsWith('# ')).map((line) => line.slice(2)).slice(0, 12);
      await part.run.click();
      const end = Date.now() + 30_000;
      let text = '';
      while (!expected.every((sentence) => (text = text || '').includes(sentence))) {
        assert.ok(Date.now() < end, `${name}: ${text}`);
        await page.waitForTimeout(100);
        text = await told();
      }
      await page.evaluate(() => threadbook.stop());
      await part.run.waitFor();
    }
    assert.deepEqual(page.problems, []);
    await page.context().close();
  });
}
