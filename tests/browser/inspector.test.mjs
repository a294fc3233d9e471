// What is chosen on the lanes: the inspector, marks and the output's lines, groups of threads, selected stretches. And that
// nothing moves when a program is run once more.

import assert from 'node:assert/strict';
import {test} from 'node:test';
import {card, openPage, setUp, until, untilEnd} from './harness.mjs';

const {browser, server} = await setUp();

const title = 'Five tasks in five threads';
const row = 26, firstRow = 4;  // px: the height of a lane, and where the first begins

/** The page at the card, with `program` in its editor. */
async function open(program, options = {}) {
  const page = await openPage(browser, server.url, {anchor: 'example.html#example/with_threads', reducedMotion: 'reduce', ...options});
  const part = card(page, title);
  if (program) await part.editor.fill(program);
  const stage = page.getByRole('application', {name: `Lanes: what the threads of ${title} do`});
  const lane = (n, share = 0.6) => async () => {
    const box = await stage.boundingBox();
    await page.mouse.click(box.x + box.width * share, box.y + firstRow + row * (n + 0.6));
  };
  const inspector = (name) => page.getByRole('region', {name});
  return {page, part, stage, lane, inspector, close: page.getByRole('button', {name: /^Close what is told of/})};
}

async function inSight(page, stage) {
  await stage.waitFor();
  await stage.evaluate((node) => node.scrollIntoView({block: 'center'}));
  await page.waitForTimeout(200);
}

const stuck = `import threading
fork, knife = threading.Lock(), threading.Lock()
both = threading.Barrier(2)
def eat(first, second):
    hungry = True
    with first:
        both.wait()
        with second:
            hungry = False
threading.Thread(target=eat, args=(fork, knife), name="Ann").start()
threading.Thread(target=eat, args=(knife, fork), name="Bob").start()
`;

test('a thread that is pressed is told with what it holds and waits for, its stack and its variables', async () => {
  const {page, part, stage, lane, inspector, close} = await open(stuck);
  await part.run.click();
  await until(page, () => /Deadlock/.test(document.querySelector('[aria-label^="What the threads of Five"]')?.textContent));
  await inSight(page, stage);
  await lane(1)();
  const ann = inspector(/^Ann, ident \d+/);
  await ann.waitFor();
  await until(page, () => /Stack, now/.test(document.querySelector('[aria-label^="Ann, ident"]').textContent));
  const text = await ann.textContent();
  assert.match(text, /Ann waits for knife, held by Bob, in line 8\./);
  assert.match(text, /It held fork since line 6\.\nBob waited for fork in line 8,/);
  assert.match(text, /eat\(\), line 8\nVariables of eat\(\)\nfirst = fork: <locked _thread\.lock>\nsecond = knife: <locked _thread\.lock>\nhungry = True\n/);
  assert.match(text, /Variables of the program, now\nfork = <locked _thread\.lock>/);
  await lane(6)();  // after three threads, the GIL, fork and the barrier
  await inspector('knife, Lock').waitFor();
  assert.match(await inspector('knife, Lock').textContent(), /Bob held it since line 6\.\nAnn waited for knife in line 8,/);
  await close.click();
  await close.waitFor({state: 'detached'});
  assert.equal(await inspector('knife, Lock').count(), 0);
  await part.stop.click();
  await page.evaluate(() => threadbook.stop());
  assert.deepEqual(page.problems, []);
  await page.context().close();
});

test('variables are told while a program runs and when it has ended; a call of the stack can be chosen', async () => {
  const {page, part, stage, lane, inspector} = await open(`import threading
total = 0
go_on = True
def count(step):
    global total
    while go_on: total += step
def work(step):
    size = step * 2
    count(step)
threading.Thread(target=work, args=(3,), name="Counter").start()
input()
go_on = False
`.replace('input()', 'threading.Event().wait(6)'));
  await part.run.click();
  await inSight(page, stage);
  await lane(1)();
  const counter = inspector(/^Counter, ident/);
  const total = async () => Number(/\ntotal = (\d+)\n/.exec(await counter.textContent())?.[1] ?? 0);
  await until(page, () => /\ntotal = \d+\n/.test(document.querySelector('[aria-label^="Counter, ident"]')?.textContent));
  const first = await total();
  const end = Date.now() + 5000;
  while (await total() <= first) assert.ok(Date.now() < end, 'it grows');
  assert.match(await counter.textContent(), /count\(\), line 6\nwork\(\), line 9\nVariables of count\(\)\nstep = 3\n/);
  await page.getByRole('button', {name: 'Variables of work(), line 9'}).click();
  await until(page, () => /Variables of work\(\)\nstep = 3\nsize = 6\n/.test(document.querySelector('[aria-label^="Counter, ident"]').textContent));
  await untilEnd(page, part, async () => {});
  await until(page, () => /Variables of the program, at the end\ntotal = \d+\ngo_on = False\n/.test(document.querySelector('[aria-label^="Counter, ident"]').textContent));
  assert.deepEqual(page.problems, []);
  await page.context().close();
});

test('from a mark to the line of the output, and from a line to who printed it', async () => {
  const {page, part, stage, lane, inspector, close} = await open(`import threading
def say(who):
    for n in range(30):
        print(who, n)
for name in ("Ann", "Bob"):
    thread = threading.Thread(target=say, args=(name,), name=name)
    thread.start()
    thread.join()
raise SystemExit
`);
  await untilEnd(page, part, () => part.run.click());
  await inSight(page, stage);
  const top = () => part.output.evaluate((node) => node.scrollTop);
  const before = await top();
  assert.ok(before > 0, 'the newest line is in view');
  await lane(1)();
  await stage.focus();
  await page.keyboard.press('Enter');
  await page.waitForFunction((was) => document.querySelector('[aria-label="Output of: Five tasks in five threads"]').scrollTop < was, before);
  assert.equal(await top(), 0);  // Ann's first
  // And back: a line of Bob's is pressed.
  await close.click();
  await part.output.evaluate((node) => { node.scrollTop = node.scrollHeight; });
  await page.waitForTimeout(200);
  await part.output.evaluate((node) => node.scrollIntoView({block: 'center'}));
  const box = await part.output.boundingBox();
  await page.mouse.click(box.x + 30, box.y + box.height - 30);
  await inspector(/^Bob, ident/).waitFor();
  assert.deepEqual(page.problems, []);
  await page.context().close();
});

test('many threads that do the same share a lane, which opens and closes', async () => {
  const {page, part, stage, lane, inspector} = await open(`import threading, time
def cook(): time.sleep(0.2)
def eat(): time.sleep(0.1)
threads = [threading.Thread(target=f) for f in (cook, eat) for _ in range(12)]
for t in threads: t.start()
for t in threads: t.join()
`);
  await untilEnd(page, part, () => part.run.click());
  await inSight(page, stage);
  const closed = (await stage.boundingBox()).height;
  const opens = (rows) => page.waitForFunction((wanted) =>
    document.querySelector('.stage').getBoundingClientRect().height === wanted, closed + rows * row);
  await lane(1)();
  await opens(12);
  await lane(2)();
  await inspector(/^Thread-1 \(cook\), ident/).waitFor();
  await stage.focus();
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('Enter');
  await opens(0);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await opens(12);
  await page.context().close();
});

test('a stretch that is selected, by dragging along the axis or by keys, is summed up', async () => {
  const {page, part, stage, lane, inspector} = await open(`import threading, time
lock = threading.Lock()
def work():
    with lock: time.sleep(0.3)
threads = [threading.Thread(target=work, name=name) for name in ("Ann", "Bob")]
for t in threads: t.start()
for t in threads: t.join()
`);
  await untilEnd(page, part, () => part.run.click());
  await inSight(page, stage);
  const box = await stage.boundingBox();
  const y = box.y + box.height - 8;
  await page.mouse.move(box.x + box.width * 0.5, y);
  await page.mouse.down();
  await page.mouse.move(box.x + box.width * 0.55, y, {steps: 4});
  await page.mouse.up();
  await inspector(/^Selected: /).waitFor();
  assert.match(await inspector(/^Selected: /).textContent(), /^Selected: [\d.]+ ms, from .*\nMainThread .*waited [\d.]+ ms for others to end.*\nAnn .*slept [\d.]+ ms.*\nBob .*waited [\d.]+ ms for lock/);
  await lane(2, 0.45)();
  await stage.focus();
  await page.keyboard.press('Shift+ArrowRight');
  await until(page, () => /Bob waited [\d.]+ (ms|s) for lock/.test(document.querySelector('[aria-label^="Selected: "]')?.textContent));
  await page.keyboard.press('Escape');
  await inspector(/^Bob, ident/).waitFor();
  await page.keyboard.press('Escape');
  await until(page, () => document.querySelector('[aria-label^="Bob, ident"]') === null);
  assert.deepEqual(page.problems, []);
  await page.context().close();
});

test('a program that is run once more moves nothing on the page', async () => {
  const {page, part, stage} = await open(null, {viewport: {width: 1280, height: 900}});
  await untilEnd(page, part, () => part.run.click());
  await inSight(page, stage);
  const height = () => page.evaluate(() => document.querySelector('#page, body').scrollHeight);
  const before = await height();
  await page.evaluate(() => {
    window.heights = new Set();
    const look = () => {
      window.heights.add(document.querySelector('#page, body').scrollHeight);
      requestAnimationFrame(look);
    };
    look();
  });
  await untilEnd(page, part, () => part.run.click());
  assert.deepEqual(await page.evaluate(() => [...window.heights]), [before]);
  await page.context().close();
});
