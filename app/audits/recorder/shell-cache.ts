/** Name of the cache of one recorder's page. */
export const shellCache = (page: string): string => `manumit-on-site ${page}`;
/** Whether an address is part of the page: scripts, styles, fonts and home-screen icons. They reveal nothing about any audit. */
export const isShellPart = (pathname: string): boolean => /^\/(assets|fonts)\/|^\/(favicon|icon-|apple-touch-icon)/.test(pathname);

/**
 * Keeps the page and what it is made of for opening without network: only the page's own parts, each as it is now. What an older page was made of is
 * let go once all of the new one is there.
 */
export async function keepShell(page: string): Promise<void> {
  const parts = [
    ...document.querySelectorAll<HTMLLinkElement | HTMLScriptElement>(
      'link[rel=stylesheet], link[rel=icon], link[rel=preload], script[src]',
    ),
  ]
    .map((element) => (element instanceof HTMLScriptElement ? element.src : element.href))
    .concat(performance.getEntriesByType('resource').map(({ name }) => name))
    .filter((address) => new URL(address).origin === location.origin && isShellPart(new URL(address).pathname));
  const wanted = [...new Set(parts)];
  const answers = await Promise.all(wanted.map(async (address) => [address, await fetch(address)] as const));
  const shell = await fetch(page, { redirect: 'error', headers: { accept: 'text/html' } });
  if (!shell.ok || answers.some(([, answer]) => !answer.ok)) return;
  const cache = await caches.open(shellCache(page));
  for (const [address, answer] of answers) await cache.put(address, answer);
  await cache.put(page, shell);
  const now = new Set([...wanted, new URL(page, location.origin).href]);
  for (const request of await cache.keys()) if (!now.has(request.url)) await cache.delete(request);
}

/** Registers the worker whose scope is this page alone. */
export async function startWorker(page: string): Promise<void> {
  if (!('serviceWorker' in navigator)) return;
  await navigator.serviceWorker.register(`${page}.worker`, { scope: page, updateViaCache: 'none' });
  await navigator.serviceWorker.ready;
}

/** Takes page and worker off this device. */
export async function forgetShell(page: string): Promise<void> {
  await caches.delete(shellCache(page));
  const registration = await navigator.serviceWorker?.getRegistration(page);
  await registration?.unregister();
}
