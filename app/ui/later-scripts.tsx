import { useNonce } from './nonce';

/**
 * Starts the scripts of the page once the browser has painted what the server sent. They arrive asleep (`platform/http/page-body.server.ts`): a page can be read and
 * its forms sent before, and on a slow connection scripts would take the bandwidth of styles and fonts. A page in the background is not painted, and not waited for.
 * The woken script leaves the document at once, which must be as React rendered it.
 */
const wake = `(() => {
  const { nonce } = document.currentScript;
  let isAwake = false;
  const start = () => {
    if (isAwake) return;
    isAwake = true;
    for (const link of document.querySelectorAll('link[rel="later"]')) link.rel = 'modulepreload';
    for (const { text } of document.querySelectorAll('script[type="text/later"]')) {
      const script = Object.assign(document.createElement('script'), { type: 'module', nonce, text });
      document.head.append(script);
      script.remove();
    }
  };
  if (document.hidden || performance.getEntriesByName('first-paint').length > 0) return start();
  requestAnimationFrame(() => setTimeout(start));
  setTimeout(start, 2000);
})();`;

export function LaterScripts() {
  const nonce = useNonce();
  // biome-ignore lint/security/noDangerouslySetInnerHtml: a constant text
  return <script nonce={nonce} suppressHydrationWarning dangerouslySetInnerHTML={{ __html: wake }} />;
}
