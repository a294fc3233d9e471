// Stands between the page and the network, for two reasons.
//
// The two headers that shared memory needs: a host that cannot send them has them added here (isolation.js).
// And the book without a network: what was fetched once is kept. Files are called after their content, so a kept one
// is as good as the host's and is given without asking. Pages are asked for first, and given from what is kept where
// the host cannot be reached: a reader who is online has the newest book, whatever this worker holds.
//
// A new worker waits until the pages of the old one are gone, as browsers have it, so none loses its files; but where
// the only page is one of the new version already, it need not wait.

// The site's files; web/setup/publish.py writes them here.
const site = {version: "", files: [], pages: []};

const scope = self.registration.scope;
const address = (name) => new URL(name, scope).href;
const files = new Set(site.files.map(address));
/** @returns {Promise<Cache>} several books may share an origin */
const store = () => caches.open(`threadbook:${scope}`);

self.addEventListener('install', (event) => {
  // The first one has nobody to wait for, and pages without isolation wait for it.
  if (!self.registration.active) event.waitUntil(self.skipWaiting());
});

const isHashed = (url) => /\.[0-9a-f]{8}\.\w+$/.test(url.pathname);

function isolated(response) {
  // An opaque answer cannot be opened, and one without a body (101, 204, 205, 304) must not get one.
  if (response.status === 0 || response.type === 'opaqueredirect') return response;
  const headers = new Headers(response.headers);
  headers.set('Cross-Origin-Opener-Policy', 'same-origin');
  headers.set('Cross-Origin-Embedder-Policy', 'require-corp');
  headers.set('Cross-Origin-Resource-Policy', 'same-origin');
  // The body is no longer compressed, whatever the host sent.
  headers.delete('Content-Encoding');
  headers.delete('Content-Length');
  const bodiless = [101, 204, 205, 304].includes(response.status);
  return new Response(bodiless ? null : response.body, {status: response.status, statusText: response.statusText, headers});
}

async function fromKept(url) {
  const cache = await store();
  const name = url.href === scope ? address('index.html') : url.origin + url.pathname;
  return cache.match(name, {ignoreVary: true});
}

async function answer(event) {
  const {request} = event;
  const url = new URL(request.url);
  if (isHashed(url)) {
    const kept = await fromKept(url);
    if (kept) return kept;
    const response = await fetch(request);
    if (response.status === 200) {
      const copy = response.clone();
      event.waitUntil(store().then((cache) => cache.put(url.href, copy)).catch(() => {}));  // no room: not kept
    }
    return response;
  }
  try {
    return await fetch(request);
  } catch (error) {
    const kept = await fromKept(url);
    if (kept) return kept;
    const missing = request.mode === 'navigate' ? await fromKept(new URL(address('404.html'))) : undefined;
    if (missing) return new Response(missing.body, {status: 404, headers: missing.headers});
    throw error;
  }
}

self.addEventListener('fetch', (event) => {
  const {request} = event;
  if (request.method !== 'GET' || !request.url.startsWith(self.location.origin)) return;
  // A request of the developer tools that may only be answered from a cache the worker does not have.
  if (request.cache === 'only-if-cached' && request.mode !== 'same-origin') return;
  event.respondWith(answer(event).then(isolated));
});

/** Fetches what is not kept yet, so that the whole book is there without a network; what is no longer used goes last. */
async function keep() {
  const cache = await store();
  const kept = new Set((await cache.keys()).map((request) => request.url));
  for (const url of files) if (!kept.has(url)) await cache.add(url);
  for (const name of site.pages) await cache.add(new Request(address(name), {cache: 'no-cache'}));
  if (self.registration.active?.scriptURL !== self.location.href || self.registration.waiting) return;
  const wanted = new Set([...files, ...site.pages.map(address)]);
  for (const request of await cache.keys()) if (!wanted.has(request.url)) await cache.delete(request);
}

async function takeOverIfAlone() {
  const pages = await self.clients.matchAll({type: 'window', includeUncontrolled: true});
  if (pages.length <= 1) self.skipWaiting();
}

self.addEventListener('message', (event) => {
  if (event.data === 'version') event.ports[0].postMessage(site.version);
  else if (event.data === 'keep') event.waitUntil(keep().then(() => event.ports[0]?.postMessage('kept'), () => {}));
  else if (event.data === 'take over') event.waitUntil(takeOverIfAlone());
});
