// Cross-origin isolation: a browser shares memory between threads only on a page that came with two headers
// (Cross-Origin-Opener-Policy, Cross-Origin-Embedder-Policy). Where the host cannot send them, a service worker adds
// them to what passes through it (service-worker.js). The first visit then takes one reload, and never more than one.

const mark = 'threadbook:isolation-reload';

// Whether this visit has reloaded already. Session storage may be refused, so the history entry, which survives a
// reload too, is marked as well.
function alreadyReloaded() {
  if (history.state?.[mark]) return true;
  try {
    return sessionStorage.getItem(mark) !== null;
  } catch {
    return false;
  }
}

function remember(reloaded) {
  const {[mark]: _, ...state} = history.state ?? {};
  history.replaceState(reloaded ? {...state, [mark]: true} : state, '');
  try {
    if (reloaded) {
      sessionStorage.setItem(mark, '1');
    } else {
      sessionStorage.removeItem(mark);
    }
  } catch {
    // The history entry is enough.
  }
}

/** Forgets an earlier attempt, so that the reader may try again. */
export function forgetAttempt() {
  remember(false);
}

const framed = window.top !== window.self;

/**
 * Makes the page isolated, by reloading it once under the service worker if need be.
 * @returns {Promise<{what: string, remedy: string, link?: object} | null>} null if the page is isolated; never settles if it is
 *   about to reload; otherwise what stands in the way
 */
export async function isolate() {
  if (self.crossOriginIsolated) {
    if (alreadyReloaded()) remember(false);
    return null;
  }
  if (framed) {
    // The page around it would have to be isolated too, so no header and no service worker of ours helps.
    return {
      what: 'The book is shown inside another page, where browsers give it no threads.',
      remedy: 'In a tab of its own its examples run.',
      link: {text: 'Open the book in a tab of its own', href: location.href, apart: true},
    };
  }
  if (location.protocol === 'file:') {  // some browsers run modules from files; those that do not are told by guard.js
    return {
      what: 'This page was opened as a file, and browsers give files no threads.',
      remedy: 'Have its folder served: web/serve does it, and so does any web server for static files.',
    };
  }
  if (!window.isSecureContext) {
    return {what: 'This page was not loaded over a secure connection, so the browser gives it no threads.', remedy: 'Open it with https, or from localhost.'};
  }
  if (!('serviceWorker' in navigator)) {
    return {
      what: 'The browser refuses the page a service worker, and the host does not send the headers that threads need.',
      remedy: 'Private windows of some browsers refuse service workers: open the page in a normal window.',
    };
  }
  if (alreadyReloaded()) {
    return {
      what: 'The page was reloaded to get shared memory for its threads, and still has none.',
      remedy: 'Close private mode or an extension that blocks service workers, and try again.',
    };
  }
  try {
    const registration = await navigator.serviceWorker.register('service-worker.js', {scope: './'});
    await activation(registration);
  } catch (error) {
    return {
      what: 'The browser refused the service worker that gives the page its threads.',
      remedy: `Private windows and strict cookie settings do that: open the page in a normal window. (${error.message})`,
    };
  }
  remember(true);
  location.reload();
  return new Promise(() => {});
}

function activation(registration) {
  const worker = registration.installing ?? registration.waiting ?? registration.active;
  if (worker.state === 'activated') return Promise.resolve();
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error('it did not start in time')), 15000);
    worker.addEventListener('statechange', () => {
      if (worker.state === 'activated') {
        clearTimeout(timer);
        resolve();
      } else if (worker.state === 'redundant') {
        clearTimeout(timer);
        reject(new Error('it could not be installed'));
      }
    });
  });
}
