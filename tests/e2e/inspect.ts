import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from '@playwright/test';
import { notePassed, passedOf } from './passed';
import { type Inspected, type Part, runAxe } from './run-axe';

/** The headers of every page. */
export const strictHeaders: Record<string, RegExp> = {
  'content-security-policy':
    /^default-src 'self'; script-src 'self' 'nonce-[\w+/=]{20,}'; style-src 'self' 'nonce-[\w+/=]{20,}'; .*object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'/,
  'x-content-type-options': /^nosniff$/,
  'x-frame-options': /^DENY$/,
  'referrer-policy': /^same-origin$/,
  'cross-origin-opener-policy': /^same-origin$/,
};

/** Whether every element is inspected, however often it is repeated, in every theme and at every width (`npm run test:thorough`). */
export const isThorough = process.env.THOROUGH === '1';

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/**
 * Waits until the page that was last requested is drawn: while a script fetches the next page the address is still that of the current page, and once it has
 * arrived the address changes before the page is drawn.
 */
export async function drawn(page: Page): Promise<void> {
  const isDrawn = () => {
    const { __remixRouter: router } = window as unknown as { __remixRouter?: { state: { navigation: { state: string } } } };
    const isUnderWay = router !== undefined && router.state.navigation.state !== 'idle';
    return !isUnderWay && [undefined, location.pathname + location.search].includes(document.body?.dataset.address);
  };
  // Waiting takes a few frames, since most pages are already drawn. A page that is being left does not respond.
  if (!(await page.evaluate(isDrawn).catch(() => false))) await page.waitForFunction(isDrawn);
}

/** What axe finds against WCAG 2.2 AA, or against some of its rules only: rule, element and correction. */
export async function violations(page: Page, rules?: string[]): Promise<string[]> {
  await drawn(page);
  return (await inspect(page, { rules, part: null })).violations;
}

/** Pages that preload axe, which is evaluated only when needed. */
const prepared = new WeakSet<Page>();

async function inspect(page: Page, { rules, part }: { rules: string[] | undefined; part: Part | null }): Promise<Inspected> {
  if (!prepared.has(page)) {
    prepared.add(page);
    await page.addInitScript(`window.startAxe = function () {${axeSource}};`);
  }
  const isThere = await page.evaluate(() => {
    const { axe, startAxe } = window as unknown as { axe?: unknown; startAxe?: () => void };
    if (!axe) startAxe?.();
    return Boolean(axe ?? startAxe);
  });
  if (!isThere) await page.evaluate(axeSource);
  return page.evaluate(runAxe, { tags, rules: rules ?? null, part, isThorough });
}

/**
 * The same for one more page or state of a page. Unless the run is thorough, only elements are inspected that are, within their parent, of a kind that did not
 * pass before in the same theme and at the same width: pages share their frame, and journeys meet the same lists, forms and messages again.
 */
export async function newViolations(page: Page, rules?: string[]): Promise<string[]> {
  if (isThorough) return violations(page, rules);
  await drawn(page);
  const { setting, kinds } = await page.evaluate(kindsOfElements);
  const key = `${setting} ${rules ?? ''}`;
  const known = passedOf(key);
  const fresh = kinds.filter((kind) => !known.kinds.has(kind));
  if (fresh.length === 0) return [];
  const part = fresh.length > mostKinds ? null : { kinds: fresh, looks: [...known.looks] };
  const { violations: found, looks } = await inspect(page, { rules, part });
  if (found.length === 0) notePassed({ key, kinds: fresh, looks: looks.filter((look) => !known.looks.has(look)) });
  return found;
}

/** With more new kinds than these, inspecting the whole page is faster. */
const mostKinds = 150;

/** Runs in the page: each element with what determines its name, role and appearance, and the same of its parent. What it finds is kept for `runAxe`: two of each kind. */
function kindsOfElements(): { setting: string; kinds: string[] } {
  const written = ['class', 'type', 'role', 'style'];
  const given = ['name', 'href', 'alt', 'title', 'lang', 'aria-label', 'aria-labelledby', 'aria-hidden'];
  const own = (element: Element) =>
    [
      element.tagName,
      ...written.map((name) => element.getAttribute(name) ?? ''),
      ...given.map((name) => Number(element.hasAttribute(name))),
      // An id twice on a page is a kind of its own.
      element.id === '' ? '' : document.querySelectorAll(`[id="${CSS.escape(element.id)}"]`).length,
      (element as HTMLInputElement).labels?.length ?? '',
      element.textContent?.trim() === '',
    ].join(',');
  const kinds: Record<string, Element[]> = {};
  const names = new Map<Element, string>();
  for (const element of document.querySelectorAll('html, body, body *')) {
    names.set(element, own(element));
    const kind = `${names.get(element.parentElement ?? element)} > ${names.get(element)}`;
    const found = kinds[kind] ?? [];
    if (found.length < 2) kinds[kind] = [...found, element];
  }
  Object.assign(window, { kindsFound: kinds });
  const theme = matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';
  const root = document.documentElement;
  return { setting: `${theme} ${innerWidth} ${root.lang} ${root.className}`, kinds: Object.keys(kinds) };
}

/** Whether the whole page scrolls sideways: 'fits', or how wide it is. */
export async function overflow(page: Page): Promise<string> {
  await drawn(page);
  return page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    return scrollWidth <= clientWidth ? 'fits' : `${scrollWidth} px of content in ${clientWidth} px`;
  });
}
