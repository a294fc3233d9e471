/**
 * `window.threadbook`: the page's interface for scripts. The tests use it, and so can any page that embeds the book.
 *
 *     await threadbook.ready;
 *     threadbook.open('methods');
 *     const {stdout, status} = await threadbook.run('print(6 * 7)');
 *
 * @typedef {object} Result   what a program left behind
 * @property {string} stdout
 * @property {string} stderr  tracebacks too
 * @property {number} status  0; 1 after an uncaught exception; SystemExit's code; 130 if it was stopped
 * @property {number} seconds how long it ran
 * @property {number} omitted bytes that are missing: of each stream the first 8 MB are kept
 *
 * @typedef {object} Thread   a Python thread that is alive
 * @property {number} serial    counts the threads of its program in the order they were started
 * @property {string} name
 * @property {number} ident     threading.Thread.ident
 * @property {number} nativeId  threading.Thread.native_id
 * @property {boolean} daemon
 * @property {'starting' | 'running' | 'waiting-for-gil' | 'sleeping' | 'waiting-for-lock' |
 *   'waiting-for-condition' | 'waiting-for-semaphore' | 'waiting-for-event' | 'waiting-for-barrier' | 'waiting-for-queue' |
 *   'waiting-for-result' | 'waiting-for-output' | 'waiting-for-input' | 'waiting-for-import' | 'joining' |
 *   'finished'} activity
 * @property {number} line      of the program, where it is now; 0 before it begins
 */

const pending = new Map();  // number of a run -> what settles its promise
let collected = [];         // threads the engine is telling of
let page = null;            // the engine's functions, once it is up
let settle;

export const threadbook = Object.freeze({
  /** @type {Promise<void>} Fulfilled when the page can run programs; rejected with the reason if it never will. */
  ready: new Promise((resolve, reject) => { settle = {resolve, reject}; }),

  /**
   * Goes to a chapter ("methods", "methods.html"), a heading in it ("methods.html#start") or an example
   * ("example/with_threads").
   * @param {string} address
   * @returns {boolean} whether there is such a place
   */
  open(address) {
    return page ? page.open(address, true) : false;
  },

  /**
   * Runs a Python program, with real threads, beside whatever the page is running.
   * @param {string} source
   * @param {{gil?: boolean}} [options] with the global interpreter lock (the default) or without
   * @returns {Promise<Result>} rejected only if the program could not be started, or the page has failed
   */
  async run(source, {gil = true} = {}) {
    await this.ready;
    return engine.run(source, gil).result;
  },

  /**
   * Does to every program what Stop does: the first time KeyboardInterrupt is raised in its main thread, the second time
   * it is ended.
   */
  interrupt() {
    page?.interrupt();
  },

  /** Stops every program, whatever it does: those of run() and those of the page's examples. */
  stop() {
    page?.stop();
  },

  /** @returns {Thread[]} the Python threads alive now, of all programs */
  threads() {
    collected = [];
    page?.threads();
    return collected;
  },

  /**
   * The threads of the browser that run Python's.
   * @returns {{all: number, idle: number, most: number}} how many there are, how many of them wait to be used, and how
   *   many there can be
   */
  workers() {
    return page ? page.workers() : {all: 0, idle: 0, most: 0};
  },

  /** @type {string} */
  version: '0.1.0',

  /** @type {number} How many pictures the page has drawn; a page at rest draws none. */
  get frames() {
    return page ? page.frames() : 0;
  },
});

threadbook.ready.catch(() => {});  // the page shows it; nobody has to listen

// For the page's other modules.
export const engine = {
  /** Starts a program: its number, and what it will have left behind. */
  run(source, gil) {
    const number = page.run(source, gil);
    if (number < 0) throw new Error('The browser gave no thread or no memory to run the program.');
    return {number, result: new Promise((resolve, reject) => pending.set(number, {resolve, reject}))};
  },
  started(functions) {
    page = functions;
    settle.resolve();
  },
  failed(reason) {
    settle.reject(new Error(reason));
    for (const run of pending.values()) run.reject(new Error(reason));
    pending.clear();
    page = null;
  },
  ended(run, result) {
    pending.get(run)?.resolve(result);
    pending.delete(run);
  },
  thread(description) {
    collected.push(description);
  },
};
