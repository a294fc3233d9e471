// The page while programs run: how soon a press of Run shows, how soon a key, what a frame costs the main thread, how soon
// Stop has stopped. Presses are real ones; the page notes when they came in and when the frame that shows them was painted.

import {readFile} from 'node:fs/promises';
import {card, openPage, ready, until, untilEnd} from '../../browser/harness.mjs';
import {address, title as one} from './visit.mjs';

const other = 'Five tasks in five threads';
export const median = (numbers) => [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)];

async function open(browser, host) {
  const page = await openPage(browser, host.url + address);
  await page.evaluate(() => {
    // A task that is posted in a frame comes when the frame is painted.
    window.afterFrame = (then) => {
      const {port1, port2} = new MessageChannel();
      port1.onmessage = () => then(performance.now());
      port2.postMessage(0);
    };
  });
  return page;
}

/** Brings an example's card to the top of the window and waits until it stands still. */
async function show(page, example, title) {
  await page.evaluate((id) => threadbook.open(id), example);
  const part = card(page, title);
  await part.editor.evaluate((node) => new Promise((done) => {
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

/** Ms from pressing Run to the frame with the first output: the first time on the page, and again and again. */
export async function measureRun(browser, host, times) {
  const page = await open(browser, host);
  const part = await show(page, 'example/no_threads', one);
  // Another text each time, so that what is seen is not what was there before.
  await part.editor.fill('import time\nprint(time.monotonic_ns())');
  await page.evaluate((title) => {
    let pressed = 0, before = '';
    const output = () => document.querySelector(`[aria-label="Output of: ${title}"]`)?.textContent ?? '';
    window.pressedToPainted = [];
    // After each frame: the page's own part in it may come after this one's.
    const look = () => window.afterFrame((now) => {
      const text = output();
      if (text === '' || text === before) requestAnimationFrame(look);
      else window.pressedToPainted.push(now - pressed);
    });
    addEventListener('click', (event) => {
      pressed = event.timeStamp;
      before = output();
      requestAnimationFrame(look);
    }, {capture: true});
  }, one);
  for (let i = 1; i <= times; ++i) {
    await untilEnd(page, part, () => part.run.click());
    await page.waitForFunction((n) => window.pressedToPainted.length === n, i);
    await page.waitForTimeout(300);  // until what the last one showed is painted: a reader looks at it
  }
  const [first, ...again] = await page.evaluate(() => window.pressedToPainted);
  await page.context().close();
  return {first, warm: median(again), again};
}

const endless = 'i = 0\nwhile True:\n    i += 1\n    print("line", i)\n';
const long = (lines) => Array.from({length: lines}, (_, i) => `value_${i} = compute(${i}, "text")  # what it is`).join('\n');

/** Ms from a key to the frame that shows it, in an editor with so many lines, while another card prints without end. */
export async function measureTyping(browser, host, lines, keys) {
  const page = await open(browser, host);
  const printer = await show(page, 'example/no_threads', one);
  await printer.editor.fill(endless);
  await printer.run.click();
  await page.waitForFunction(() => threadbook.threads().length === 1);
  const part = await show(page, 'example/with_threads', other);
  await part.editor.fill(long(lines));
  await part.editor.evaluate((field) => {
    scrollBy(0, field.getBoundingClientRect().top - 200);
    field.focus({preventScroll: true});
    field.setSelectionRange(10, 10);
  });
  await page.evaluate(() => {
    window.keyToPainted = [];
    addEventListener('keydown', ({timeStamp}) => {
      requestAnimationFrame(() => window.afterFrame((now) => window.keyToPainted.push(now - timeStamp)));
    }, {capture: true});
  });
  for (let i = 1; i <= keys; ++i) {
    await page.keyboard.press('x');
    await page.waitForFunction((n) => window.keyToPainted.length === n, i);
    await page.waitForTimeout(50 + 7 * (i % 5));  // at any moment between two frames
  }
  const all = await page.evaluate(() => window.keyToPainted);
  await page.evaluate(() => threadbook.stop());
  await page.context().close();
  return {median: median(all), worst: Math.max(...all), all};
}

const busy = 'import threading\ndef work():\n    n = 0\n    while True:\n        n += 1\n' +
  'for _ in range(8):\n    threading.Thread(target=work, daemon=True).start()\nthreading.Event().wait()\n';

/**
 * How much longer the benchmark program of that name takes in a card, where it is recorded, than started by the page's
 * interface, where it is not; the best of `times` runs each, in turn.
 */
export async function measureRecording(browser, host, name, times) {
  const page = await open(browser, host);
  const part = await show(page, 'example/with_threads', other);
  const text = (file) => readFile(new URL(`../${file}.py`, import.meta.url), 'utf8');
  const measured = `${await text(`programs/${name}`)}\n\n${await text('measure_main')}`;
  let plain = Infinity, recorded = Infinity;
  for (let i = 0; i < times; ++i) {
    plain = Math.min(plain, parseFloat((await page.evaluate((source) => threadbook.run(source), measured)).stdout));
    await part.editor.fill(`${measured}# ${i}\n`);
    recorded = Math.min(recorded, parseFloat(await untilEnd(page, part, () => part.run.click())));
  }
  await page.context().close();
  return recorded / plain;
}

/** Sessions that tell what a page's main thread does: by the clock, and by the processor. */
async function watch(page) {
  const sessions = [];
  for (const timeDomain of ['timeTicks', 'threadTicks']) {
    const session = await page.context().newCDPSession(page);
    await session.send('Performance.enable', {timeDomain});
    sessions.push(session);
  }
  return sessions;
}

/** What the page's main thread has done so far: ms of tasks, by the clock and by the processor, and frames. */
async function workSoFar(page, sessions) {
  const [wall, cpu] = await Promise.all(sessions.map(async (session) => {
    const {metrics} = await session.send('Performance.getMetrics');
    return 1000 * metrics.find(({name}) => name === 'TaskDuration').value;
  }));
  return {wall, cpu, frames: await page.evaluate(() => threadbook.frames)};
}

/** Ms of work on the main thread for each frame while `act` goes on, by the clock (waiting for the graphics is work too) and by the processor. */
async function workOf(page, sessions, act) {
  const before = await workSoFar(page, sessions);
  await act();
  const after = await workSoFar(page, sessions);
  const frames = after.frames - before.frames;
  return {wall: (after.wall - before.wall) / frames, cpu: (after.cpu - before.cpu) / frames, frames};
}

/** A card with a program in it, with the GIL or without: the page, the card's parts, and its lanes, which are there once it runs. */
export async function openProgram(browser, host, gil, source) {
  const page = await open(browser, host);
  const part = await show(page, 'example/with_threads', other);
  const lock = page.getByRole('switch', {name: 'Global interpreter lock'}).last();
  if ((await lock.getAttribute('aria-checked') === 'true') !== gil) await lock.click();
  await part.editor.fill(source);
  return {page, part, lanes: page.getByRole('application', {name: `Lanes: what the threads of ${other} do`})};
}

/** Has all of the lanes within the window: when there are as many as there will be. */
async function showLanes(page, lanes) {
  await lanes.waitFor();
  await until(page, () => new Promise((done) => {
    const bottom = () => document.querySelector('[role="application"][aria-label^="Lanes"]').getBoundingClientRect().bottom;
    scrollBy(0, bottom() - innerHeight + 20);
    setTimeout(() => done(Math.abs(bottom() - innerHeight + 20) < 5), 300);
  }));
}

/**
 * Eight busy threads in a card, with the GIL or without, their lanes in sight and following: work of the main thread for each
 * frame, for some seconds; ms from pressing Stop to the word that it has stopped.
 */
export async function measureBusy(browser, host, gil, seconds) {
  const {page, part, lanes} = await openProgram(browser, host, gil, busy);
  const sessions = await watch(page);
  await part.run.click();
  await page.waitForFunction(() => threadbook.threads().length === 9);
  await showLanes(page, lanes);
  const {wall, cpu, frames} = await workOf(page, sessions, () => page.waitForTimeout(1000 * seconds));

  await page.evaluate(() => {
    addEventListener('click', ({timeStamp}) => { window.stopPressed = timeStamp; }, {capture: true});
    new MutationObserver(() => {
      if (/Stopped|has ended|has finished/.test(document.getElementById('spoken').textContent)) window.stopped ??= performance.now();
    }).observe(document.getElementById('spoken'), {childList: true, characterData: true, subtree: true});
  });
  await part.stop.click();
  await page.waitForFunction(() => window.stopped);
  const stop = await page.evaluate(() => window.stopped - window.stopPressed);
  await page.context().close();
  return {wall, cpu, framesPerSecond: frames / seconds, stop};
}

// Each wait is three events: that it begins, that it is over, how it was.
const waitsOf = (threads, times) => `import threading
event = threading.Event()
def work():
    for _ in range(${times}): event.wait(1e-6)
threads = [threading.Thread(target=work) for _ in range(${threads})]
for t in threads: t.start()
for t in threads: t.join()
`;

/** A program of 8 threads that has so many events. */
export const flood = (events) => waitsOf(8, Math.ceil(events / 24));

/**
 * So many events in the log of a program that has ended: work of the main thread for each frame of zooming and of moving, in
 * the whole of it and far in; whether it is said that what happened first is not told.
 */
export async function measureLanes(browser, host, events) {
  const {page, part, lanes} = await openProgram(browser, host, false, flood(events));
  const sessions = await watch(page);
  await untilEnd(page, part, () => part.run.click(), 600_000);
  await showLanes(page, lanes);
  const box = await lanes.boundingBox();
  await page.mouse.move(box.x + box.width / 2, box.y + 60);
  const frame = () => page.evaluate(() => new Promise((done) => { requestAnimationFrame(() => window.afterFrame(done)); }));
  const zoom = (by, times) => workOf(page, sessions, async () => {
    await page.keyboard.down('Control');
    for (let i = 0; i < times; ++i) {
      await page.mouse.wheel(0, by);
      await frame();
    }
    await page.keyboard.up('Control');
  });
  const pan = () => workOf(page, sessions, async () => {
    await page.mouse.down();
    for (let i = 1; i <= 20; ++i) {
      await page.mouse.move(box.x + box.width / 2 + (i % 10) * 12, box.y + 60);
      await frame();
    }
    await page.mouse.up();
  });
  const work = {
    'zoom near the whole': await zoom(-30, 10), 'pan there': await pan(),
    'zoom in': await zoom(-300, 20), 'pan far in': await pan(), 'zoom out': await zoom(300, 20),
  };
  const told = await page.getByRole('region', {name: `What the threads of ${other} did`}).textContent();
  await page.context().close();
  return {work, isSaid: told.startsWith('What happened first is not told')};
}

/** Frames that a page draws in so many seconds at rest. */
export async function measureIdle(browser, host, seconds) {
  const page = await openPage(browser, host.url);
  await ready(page);
  await page.waitForTimeout(2000);
  const frames = () => page.evaluate(() => threadbook.frames);
  const before = await frames();
  await page.waitForTimeout(1000 * seconds);
  const drawn = await frames() - before;
  await page.context().close();
  return drawn;
}
