/**
 * The recorder's service worker: lets its page open offline. It caches the page and its assets, which reveal nothing about the audit; records are sealed in
 * the browser's database. Its scope is one page, and it handles no other request.
 */
import { isShellPart, shellCache } from './shell-cache';

type ShellWorker = {
  registration: { scope: string };
  location: Location;
  skipWaiting: () => Promise<void>;
  clients: { claim: () => Promise<void> };
  addEventListener: (type: string, listener: (event: WorkerEvent) => void) => void;
};
type WorkerEvent = { request: Request; waitUntil: (work: Promise<unknown>) => void; respondWith: (answer: Promise<Response>) => void };

const worker = self as unknown as ShellWorker;
const slowMs = 4_000;

worker.addEventListener('install', (event) => event.waitUntil(worker.skipWaiting()));
worker.addEventListener('activate', (event) => event.waitUntil(worker.clients.claim()));
worker.addEventListener('fetch', (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== 'GET' || url.origin !== worker.location.origin) return;
  const page = new URL(worker.registration.scope).pathname;
  if (request.mode === 'navigate' && url.pathname === page) event.respondWith(newest(request, page));
  else if (isShellPart(url.pathname)) event.respondWith(kept(request));
});

/**
 * The page from the server if it answers soon, else from the cache. A sign-in page or an error never replaces it: a recorder who is signed out, or removed
 * from the team, can still reach the data on the device.
 */
async function newest(request: Request, page: string): Promise<Response> {
  const cache = await caches.open(shellCache(page));
  const old = await cache.match(page);
  const asked = fetch(request);
  if (!old) return asked;
  const late = new Promise<null>((resolve) => setTimeout(() => resolve(null), slowMs));
  const answer = await Promise.race([asked.catch(() => null), late]);
  return answer?.ok && !answer.redirected ? answer : old;
}

async function kept(request: Request): Promise<Response> {
  return (await caches.match(request)) ?? fetch(request);
}
