// Fetching what the page is made of, with one quiet line at the top for all of it together, and an eye on the
// connection: a file of which nothing comes for a while ends in a sentence, not in a page that waits for ever.

import {Problem} from './notices.js';

// What boot.js fetches, and how large each is, roughly: it is only the line's measure.
const sizes = {
  'app.wasm': 2.4e6, 'app.js': 250e3, 'library.json': 220e3,
  'fonts/inter-regular.otf': 45e3, 'fonts/inter-semibold.otf': 45e3, 'fonts/inter-bold.otf': 45e3,
  'fonts/inter-italic.otf': 45e3, 'fonts/jetbrains-mono.ttf': 30e3, 'fonts/jetbrains-mono-bold.ttf': 30e3,
};
const total = Object.values(sizes).reduce((sum, size) => sum + size);

const patience = 20_000;  // ms without a byte

const received = {};
const line = () => document.getElementById('progress');

function count(name, bytes) {
  if (!(name in sizes)) return;  // nobody waits for it
  received[name] = Math.min(sizes[name], (received[name] ?? 0) + bytes);
  line().value = Object.values(received).reduce((sum, size) => sum + size, 0) / total;
}

/** The line is there while something is being loaded. */
export function showProgress(shown) {
  line().hidden = !shown;
}

/**
 * Rejects with `problem` if `promise` takes longer.
 * @template T
 * @param {number} milliseconds
 * @param {Promise<T>} promise
 * @param {() => Problem} problem
 * @returns {Promise<T>}
 */
export function within(milliseconds, promise, problem) {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(problem()), milliseconds);
    promise.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}

const stalled = (name) => new Problem('The rest of the page is not coming: for 20 seconds nothing has arrived.',
  'The connection may be down, or the host busy. Read on, and try again later.', name);

const refused = (name, reason) => new Problem('A part of the page could not be loaded.',
  `Try again; if that does not help, the copy of the book on this host is not complete. (${name}: ${reason})`, reason);

/**
 * Asks for a file.
 * @param {string} name
 * @param {RequestPriority} [priority]
 * @returns {Promise<Response>} whose body counts and is watched
 */
export async function open(name, priority = 'auto') {
  const answer = await within(patience, fetch(name, {priority}), () => stalled(name))
    .catch((error) => { throw error instanceof Problem ? error : refused(name, error.message); });
  if (!answer.ok) throw refused(name, answer.status);
  const reader = answer.body.getReader();
  const body = new ReadableStream({
    async pull(controller) {
      try {
        const {done, value} = await within(patience, reader.read(), () => stalled(name));
        if (done) {
          count(name, sizes[name]);
          controller.close();
          return;
        }
        count(name, value.length);
        controller.enqueue(value);
      } catch (error) {
        controller.error(error instanceof Problem ? error : refused(name, error.message));
      }
    },
    cancel: (reason) => reader.cancel(reason),
  });
  return new Response(body, {headers: {'Content-Type': answer.headers.get('Content-Type') ?? ''}});
}

/** A file's bytes. */
export async function bytes(name) {
  return new Uint8Array(await (await open(name)).arrayBuffer());
}
