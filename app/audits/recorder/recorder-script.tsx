import { createRoot } from 'react-dom/client';
import { baseLocale, isLocale, overwriteGetLocale } from '~/paraglide/runtime';
import { RecorderApp } from './recorder-app';
import { keepShell, startWorker } from './shell-cache';

/** The whole script of the recorder's page. */
const { lang } = document.documentElement;
const locale = isLocale(lang) ? lang : baseLocale;
overwriteGetLocale(() => locale);

const place = document.querySelector<HTMLElement>('[data-recorder]');
const { base = '', audit = '' } = place?.dataset ?? {};
const page = `${base}/on-site`;

if (place) {
  // Without the service worker the record works as long as the page is open; the page says that it did not start.
  const isKept = startWorker(page)
    .then(() => keepShell(page))
    .then(
      () => true,
      () => false,
    );
  createRoot(place).render(<RecorderApp auditId={audit} base={base} isKept={isKept} />);
}
