// Keeps the run-sheets that were looked at, with their style and scripts, for moments without a network. The network
// always goes first; a saved copy says of itself when it was made. It touches nothing but these addresses, and no event.

const CACHE = "matiane-run-sheet-1";
const SHEET = /^\/cases\/[^/]+\/run-sheet$/;
const PATIENCE = 6000;
const SHEETS_KEPT = 8;

const ours = (url) => url.origin === location.origin && (SHEET.test(url.pathname) || url.pathname.startsWith("/static/"));

self.addEventListener("install", () => self.skipWaiting());

self.addEventListener("activate", (event) => {
  event.waitUntil((async () => {
    for (const name of await caches.keys()) if (name !== CACHE) await caches.delete(name);
    await clients.claim();
  })());
});

self.addEventListener("fetch", (event) => {
  if (event.request.method === "GET" && ours(new URL(event.request.url))) event.respondWith(answer(event));
});

// The page names what it was made of, because the worker was not there yet when it was first loaded.
self.addEventListener("message", (event) => {
  event.waitUntil((async () => {
    const cache = await caches.open(CACHE);
    for (const address of event.data.keep ?? []) {
      if (ours(new URL(address)) && !(await cache.match(address, { ignoreVary: true }))) await keep(cache, address);
    }
    event.ports[0]?.postMessage("kept");
  })());
});

async function keep(cache, address) {
  try {
    const fresh = await fetch(address);
    if (fresh.ok) await put(cache, address, fresh);
  } catch {
    // Without a network there is nothing to keep now; the next visit will.
  }
}

async function answer(event) {
  const address = event.request.url;
  const cache = await caches.open(CACHE);
  try {
    const fresh = await fetch(event.request, { signal: AbortSignal.timeout(PATIENCE) });
    if (fresh.ok) event.waitUntil(put(cache, address, fresh.clone()).catch(() => {}));
    if (fresh.status < 500) return fresh;
    return (await kept(cache, address)) ?? fresh;
  } catch (failure) {
    const copy = await kept(cache, address);
    if (copy) return copy;
    throw failure;
  }
}

function kept(cache, address) {
  return cache.match(address, { ignoreVary: true });
}

// Replaces the copy in one step: a network that fails half-way leaves the one before.
async function put(cache, address, fresh) {
  await cache.put(address, fresh);
  const sheets = (await cache.keys()).filter((key) => SHEET.test(new URL(key.url).pathname));
  for (const old of sheets.slice(0, -SHEETS_KEPT)) await cache.delete(old, { ignoreVary: true });
}
