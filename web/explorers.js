// The explorer: a program of its own in a plain Web Worker (explorer/worker.js), fetched when it is wanted first. Nothing
// reaches one that is at something, so it is ended then; one that is at rest is kept for the next.

/** @type {Map<number, {worker: Worker, asked: number}>} by the number that the page's program gives it */
const all = new Map();
/** @type {Worker | null} */
let spare = null;

const make = () => new Worker('explorer.js');

let program = null;

/** From now on the program is told what they answer. */
export function listenToExplorers(functions) {
  program = functions;
}

function take(number) {
  const entry = {worker: spare ?? make(), asked: 0};
  spare = null;
  all.set(number, entry);
  const fail = (why) => {
    entry.asked = -1;  // it is of no more use
    program?.explorerFailed(number, `The explorer does not run: ${why}.`);
  };
  entry.worker.onmessage = ({data}) => {
    if (data.answer) {
      program?.explorerAnswered(number, data.answer);
    } else if (data.done) {
      --entry.asked;
      program?.explorerDone(number);
    } else {
      fail(data.problem);
    }
  };
  entry.worker.onerror = (event) => fail(event.message || 'the browser does not start it');
  return entry;
}

export const explorerHost = {
  askExplorer(number, request) {
    const entry = all.get(number) ?? take(number);
    ++entry.asked;
    entry.worker.postMessage(request);
  },
  endExplorer(number) {
    const entry = all.get(number);
    if (!entry) return;
    all.delete(number);
    Object.assign(entry.worker, {onmessage: null, onerror: null});
    if (entry.asked === 0 && !spare) {
      spare = entry.worker;
    } else {
      entry.worker.terminate();
      spare ??= make();
    }
  },
};
