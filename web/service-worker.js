// Adds the two headers that shared memory needs to every answer, for hosts that cannot send them themselves.
// Registered by isolation.js, and only where the headers are missing. It keeps nothing and changes nothing else:
// a request it cannot improve goes its way untouched.

self.addEventListener('install', () => self.skipWaiting());
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()));

function isolated(response) {
  // An opaque answer cannot be opened, and one without a body (101, 204, 205, 304) must not get one.
  if (response.status === 0 || response.type === 'opaqueredirect') return response;
  const headers = new Headers(response.headers);
  headers.set('Cross-Origin-Opener-Policy', 'same-origin');
  headers.set('Cross-Origin-Embedder-Policy', 'require-corp');
  headers.set('Cross-Origin-Resource-Policy', 'same-origin');
  const bodiless = [101, 204, 205, 304].includes(response.status);
  return new Response(bodiless ? null : response.body, {status: response.status, statusText: response.statusText, headers});
}

self.addEventListener('fetch', (event) => {
  const {request} = event;
  if (new URL(request.url).origin !== self.location.origin) return;
  // A request of the developer tools that may only be answered from a cache the worker does not have.
  if (request.cache === 'only-if-cached' && request.mode !== 'same-origin') return;
  event.respondWith(fetch(request).then(isolated));
});
