// The document's programs in the page: run, edited, run again, with their times and their errors. Times are printed;
// only what must hold on any machine is asserted: a sleep is never shorter than asked for, and threads sleep side by side.

import assert from 'node:assert/strict';
import {test} from 'node:test';
import {card, openPage, setUp, untilEnd} from './harness.mjs';

const {browser, server} = await setUp();
const page = await openPage(browser, server.url);

const withoutThreads = 'Five tasks, one after the other';
const withThreads = 'Five tasks in five threads';
const lines = (text) => text.trimEnd().split('\n');
const programTime = (text) => Number(/total execution time ([\d.]+)s/.exec(text)[1]);

async function goTo(example) {
  await page.evaluate((id) => threadbook.open(id), example);
  await page.waitForTimeout(700);
}

async function clickRun(title) {
  const part = card(page, title);
  const begin = performance.now();
  const text = await untilEnd(page, part, () => part.run.click());
  return {text, wall: (performance.now() - begin) / 1000};
}

test('without threads: the document\u2019s lines, five seconds', async () => {
  await goTo('example/no_threads');
  const {text, wall} = await clickRun(withoutThreads);
  console.log(`  without threads: the program says ${programTime(text)} s, the click took ${wall.toFixed(3)} s`);
  assert.deepEqual(lines(text).slice(0, 6),
    ['> program start ', 'Running thread 0', 'Running thread 1', 'Running thread 2', 'Running thread 3', 'Running thread 4']);
  assert.match(lines(text)[6], /^> total execution time \d\.\ds$/);
  assert.ok(programTime(text) >= 5);
});

test('with threads: the document\u2019s lines, one second', async () => {
  await goTo('example/with_threads');
  const {text, wall} = await clickRun(withThreads);
  console.log(`  with threads: the program says ${programTime(text)} s, the click took ${wall.toFixed(3)} s`);
  assert.equal(lines(text)[0], '> program start ');
  assert.deepEqual(lines(text).slice(1, 6).sort(), [0, 1, 2, 3, 4].map((n) => `> Running thread ${n}`));
  assert.match(lines(text)[6], /^> total execution time \d\.\ds$/);
  assert.ok(programTime(text) >= 1);
  assert.ok(programTime(text) < 5, 'the threads wait side by side');
});

test('five tasks become seven: typed into the editor, run again', async () => {
  const part = card(page, withThreads);
  const at = (await part.editor.inputValue()).indexOf('range(5)') + 'range('.length;
  await part.editor.focus();
  await part.editor.evaluate((field, from) => field.setSelectionRange(from, from + 1), at);
  await page.keyboard.type('7');
  assert.match(await part.editor.inputValue(), /range\(7\)/);
  const {text} = await clickRun(withThreads);
  assert.equal(lines(text).length, 9);
  assert.deepEqual(lines(text).slice(1, 8).sort(), [0, 1, 2, 3, 4, 5, 6].map((n) => `> Running thread ${n}`));
  assert.ok(programTime(text) >= 1 && programTime(text) < 5);
  await part.reset.click();
  assert.match(await part.editor.inputValue(), /range\(5\)/);
});

test('the same programs through threadbook.run', async () => {
  for (const [title, least] of [[withoutThreads, 5], [withThreads, 1]]) {
    const source = await card(page, title).editor.inputValue();
    const result = await page.evaluate((text) => threadbook.run(text), source);
    console.log(`  ${title}: ${result.seconds.toFixed(3)} s`);
    assert.equal(result.status, 0);
    assert.equal(result.stderr, '');
    assert.equal(lines(result.stdout).length, 7);
    assert.ok(result.seconds >= least);
    if (least === 1) assert.ok(result.seconds < 5);
  }
});

test('GIL on or off is the caller\u2019s choice, and so it is in a card', async () => {
  const program = 'import threading\nout = []\ndef f(n):\n    out.append(n)\nts = [threading.Thread(target=f, args=(i,)) for i in range(4)]\n' +
    'for t in ts: t.start()\nfor t in ts: t.join()\nprint(sorted(out))';
  for (const gil of [true, false]) {
    const result = await page.evaluate(([text, on]) => threadbook.run(text, {gil: on}), [program, gil]);
    assert.equal(result.stdout, '[0, 1, 2, 3]\n');
  }
  const gil = page.getByRole('switch', {name: 'Global interpreter lock'}).first();
  const before = await gil.getAttribute('aria-checked');
  const other = before === 'true' ? 'false' : 'true';
  await gil.click();
  await page.waitForFunction(([node, value]) => node.getAttribute('aria-checked') === value, [await gil.elementHandle(), other]);
  await gil.click();
  await page.waitForFunction(([node, value]) => node.getAttribute('aria-checked') === value, [await gil.elementHandle(), before]);
});

test('the threads alive are told while they live', async () => {
  const program = 'import threading, time\nt = threading.Thread(target=time.sleep, args=(1,), name="Sleeper", daemon=True)\nt.start()\nt.join()';
  const running = page.evaluate((text) => threadbook.run(text), program);
  await page.waitForFunction(() => threadbook.threads().some((thread) => thread.name === 'Sleeper' && thread.activity === 'sleeping'));
  const threads = await page.evaluate(() => threadbook.threads());
  const main = threads.find((thread) => thread.name === 'MainThread');
  const sleeper = threads.find((thread) => thread.name === 'Sleeper');
  assert.equal(main.activity, 'joining');
  assert.equal(main.line, 4);
  assert.equal(sleeper.daemon, true);
  assert.notEqual(sleeper.ident, main.ident);
  await running;
  assert.deepEqual(await page.evaluate(() => threadbook.threads()), []);
});

test('a thread that waits says what for, and has a number of its own, whatever its name', async () => {
  const program = `import queue, threading, time
held = threading.Lock(); held.acquire()
condition = threading.Condition()
def wait_for_condition():
    with condition: condition.wait()
end = threading.Event()
for wait in (held.acquire, wait_for_condition, end.wait, threading.Semaphore(0).acquire, threading.Barrier(2).wait, queue.Queue().get):
    threading.Thread(target=wait, name="same", daemon=True).start()
end.wait()`;
  const running = page.evaluate((text) => threadbook.run(text), program);
  const expected = ['event', 'lock', 'condition', 'event', 'semaphore', 'barrier', 'queue'].map((what) => `waiting-for-${what}`);
  await page.waitForFunction((words) => JSON.stringify(threadbook.threads().map(({activity}) => activity)) === JSON.stringify(words),
    expected);
  assert.deepEqual((await page.evaluate(() => threadbook.threads())).map(({serial}) => serial), [1, 2, 3, 4, 5, 6, 7]);
  await page.evaluate(() => threadbook.stop());
  await running;
});

test('what goes wrong in a program is a message like CPython\u2019s, and the page goes on', async () => {
  const run = (text) => page.evaluate((source) => threadbook.run(source), text);

  const syntax = await run('def f(:\n    pass\n');
  assert.equal(syntax.status, 1);
  assert.equal(syntax.stderr, '  File "main.py", line 1\n    def f(:\n          ^\nSyntaxError: invalid syntax\n');

  const thread = await run('import threading\ndef f():\n    1 / 0\nt = threading.Thread(target=f)\nt.start()\nt.join()\nprint("on")\n');
  assert.equal(thread.status, 0);
  assert.equal(thread.stdout, 'on\n');
  assert.match(thread.stderr, /^Exception in thread Thread-1 \(f\):\nTraceback \(most recent call last\):\n/);
  assert.match(thread.stderr, /ZeroDivisionError: division by zero\n$/);

  const twice = await run('import threading\nt = threading.Thread()\nt.start()\nt.start()\n');
  assert.equal(twice.status, 1);
  assert.match(twice.stderr, /RuntimeError: threads can only be started once\n$/);

  const unknown = await run('import nothing_of_this_name\n');
  assert.equal(unknown.status, 1);
  assert.match(unknown.stderr, /ModuleNotFoundError: No module named 'nothing_of_this_name'\n$/);

  assert.equal((await run('print("still here")')).stdout, 'still here\n');
  assert.deepEqual(page.problems, []);
});

test('an error shows in the card, and the next run starts afresh', async () => {
  await goTo('example/with_threads');
  const part = card(page, withThreads);
  await part.editor.fill('raise ValueError("no")');
  assert.match((await clickRun(withThreads)).text, /^Traceback \(most recent call last\):\n[^]*ValueError: no\n$/);
  await part.editor.fill('print("yes")');
  assert.equal((await clickRun(withThreads)).text, 'yes\n');
  await part.reset.click();
});

test('a flood of output is capped and says so, and the page keeps answering', async () => {
  const part = card(page, withThreads);
  await part.editor.fill('for i in range(50_000):\n    print(i)\n');
  const {text} = await clickRun(withThreads);
  assert.ok(text.endsWith('49999\n'));
  assert.ok(lines(text).length < 5000, `${lines(text).length} lines are kept`);
  await part.reset.click();
});
