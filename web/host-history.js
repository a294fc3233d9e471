// Where the reader is, in the browser's words: the address, the history, the title. Each step of the history remembers
// which block of its chapter stood where in the window, so that back, forward and reload lead to the same line.

const restMilliseconds = 300;

let program = null;
let restTimer = 0;

/** The address relative to the folder the pages lie in: "methods.html#start". */
export function here() {
  const page = location.pathname.slice(location.pathname.lastIndexOf('/') + 1);
  return page + decodeURIComponent(location.hash);
}

/** Remembers the place with the present step of the history. */
export function remember() {
  if (!program) return;
  const place = program.readingPlace();
  const kept = history.state?.place;
  if (kept && kept.block === place.block && kept.y === place.y) return;
  history.replaceState({...history.state, place}, '');
}

export const historyHost = {
  setAddress(address, asStep) {
    if (address === here() || (address === 'index.html' && here() === '')) return;
    if (!asStep) {
      history.replaceState(history.state, '', address);
      return;
    }
    remember();
    history.pushState(null, '', address);
  },
  setTitle(title) {
    document.title = `${title} \u00b7 Threadbook`;
  },
};

/** Goes to the page's address, and there to `place`, or else to the one that this step of the history remembers. */
export function goHere(place) {
  // A place that the page does not have is told of while it is text (places.js); then the page it is.
  if (!program.open(here(), false)) program.open(here().replace(/#.*/, ''), false);
  const kept = place ?? history.state?.place;
  if (kept) program.goTo(kept.block, kept.y);
}

/** From now on the history follows the reader and the reader follows the history. */
export function followHistory(functions) {
  program = functions;
  history.scrollRestoration = 'manual';
  addEventListener('popstate', () => { if (program) goHere(null); });
  addEventListener('scroll', () => {
    clearTimeout(restTimer);
    // Browsers allow few changes of the history a second; where scrolling rests is enough.
    restTimer = setTimeout(remember, restMilliseconds);
  }, {passive: true});
  addEventListener('pagehide', remember);
}

export function unfollowHistory() {
  program = null;
}
