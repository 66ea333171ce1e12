import { RemixBrowser } from '@remix-run/react';
import { StrictMode, startTransition } from 'react';
import { hydrateRoot } from 'react-dom/client';
import { baseLocale, isLocale, overwriteGetLocale } from '~/paraglide/runtime';
import { NonceProvider } from '~/ui/nonce';

const { lang } = document.documentElement;
const locale = isLocale(lang) ? lang : baseLocale;
overwriteGetLocale(() => locale);

const nonce = document.querySelector<HTMLScriptElement>('script[nonce]')?.nonce;

// Going on before a page's data has arrived breaks off the old request. That is no error, and Remix leaves the promise of it unanswered.
addEventListener('unhandledrejection', (event) => {
  if (event.reason instanceof DOMException && event.reason.name === 'AbortError') event.preventDefault();
});

/**
 * Waits for the data that the page hands over, which Remix awaits by throwing a promise before its first hook. Were React to wait for it
 * instead, a key pressed or a button clicked meanwhile would make it finish at once, and fail ("Root did not complete").
 */
async function dataHasArrived(): Promise<void> {
  try {
    RemixBrowser({});
  } catch (waiting) {
    if (waiting instanceof Promise) await waiting;
  }
}

void dataHasArrived().then(() =>
  startTransition(() => {
    hydrateRoot(
      document,
      <StrictMode>
        <NonceProvider value={nonce}>
          <RemixBrowser />
        </NonceProvider>
      </StrictMode>,
    );
  }),
);
