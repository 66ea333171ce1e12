import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from '@playwright/test';

/** What the headers of every page say. */
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

/** What axe finds against WCAG 2.2 AA, or against some of its rules only: rule, element and what to do. */
export async function violations(page: Page, rules?: string[]): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axeSource);
  return page.evaluate(runAxe, { tags, rules: rules ?? null, isThorough });
}

/** Kinds of elements that passed an inspection in this worker, by what it looked for. */
const passed = new Map<string, Set<string>>();

/**
 * The same for a state that a journey reaches. Unless the run is thorough, it is left out where each element on the page, within its parent, is of a kind that
 * passed before in the same theme and at the same width: journeys meet the same lists, forms and messages again and again.
 */
export async function newViolations(page: Page, rules?: string[]): Promise<string[]> {
  if (isThorough) return violations(page, rules);
  const { setting, kinds } = await page.evaluate(kindsOfElements);
  const known = passed.get(`${setting} ${rules ?? ''}`) ?? new Set();
  if (kinds.every((kind) => known.has(kind))) return [];
  const found = await violations(page, rules);
  if (found.length === 0) passed.set(`${setting} ${rules ?? ''}`, new Set([...known, ...kinds]));
  return found;
}

/** Runs in the page: each element with what decides on its name, role and look, and the same of its parent. */
function kindsOfElements(): { setting: string; kinds: string[] } {
  const attributes = [
    'class',
    'type',
    'role',
    'name',
    'href',
    'alt',
    'title',
    'lang',
    'aria-label',
    'aria-labelledby',
    'aria-hidden',
    'style',
  ];
  const own = (element: Element) =>
    `${element.tagName} ${attributes
      .map((name) =>
        ['class', 'type', 'role', 'style'].includes(name) ? (element.getAttribute(name) ?? '') : String(element.hasAttribute(name)),
      )
      .join(',')} ${element.id !== ''} ${(element as HTMLInputElement).labels?.length ?? ''} ${element.textContent?.trim() === ''}`;
  const kinds = new Set<string>();
  for (const element of document.querySelectorAll('html, body *'))
    kinds.add(`${element.parentElement ? own(element.parentElement) : ''} > ${own(element)}`);
  const theme = matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';
  return { setting: `${theme} ${innerWidth} ${document.documentElement.lang} ${document.documentElement.className}`, kinds: [...kinds] };
}

/**
 * Runs in the page. Unless `isThorough`, of a long run of equal siblings the first six and the last two are inspected, and of all texts with the same colours,
 * size, weight and ground one is measured for contrast, which takes most of the time of an inspection.
 */
async function runAxe({ tags, rules, isThorough }: { tags: string[]; rules: string[] | null; isThorough: boolean }): Promise<string[]> {
  type Found = { violations: { id: string; nodes: { html: string; failureSummary?: string }[] }[] };
  type Axe = { run(context: unknown, options: unknown): Promise<Found>; configure(changes: unknown): void; reset(): void };
  const { axe } = window as unknown as { axe: Axe };
  // A colour on its way from one theme to the other is none that anybody reads.
  for (const animation of document.getAnimations()) if (Number.isFinite(animation.effect?.getComputedTiming().endTime)) animation.finish();
  const runOnly = rules ? { type: 'rule', values: rules } : { type: 'tag', values: tags };
  const options = { resultTypes: ['violations'], runOnly };
  const textsOf = ({ violations }: Found) =>
    violations.flatMap(({ id, nodes }) => nodes.slice(0, 3).map(({ html, failureSummary }) => `${id}: ${html}\n${failureSummary}`));
  if (isThorough) return textsOf(await axe.run(document, options));

  const repeated: Element[] = [];
  for (const parent of document.querySelectorAll('body *')) {
    if (parent.childElementCount < 12) continue;
    const runs = new Map<string, Element[]>();
    for (const child of parent.children) {
      const kind = `${child.tagName} ${child.getAttribute('class') ?? ''}`;
      runs.set(kind, [...(runs.get(kind) ?? []), child]);
    }
    for (const run of runs.values()) repeated.push(...run.slice(6, -2));
  }

  const behind = new Map<Element, string>();
  /** What is painted behind an element's text, from itself to the first ground that nothing shines through. */
  const groundOf = (element: Element | null): string => {
    if (element === null) return '';
    const known = behind.get(element);
    if (known !== undefined) return known;
    const { backgroundColor, backgroundImage, opacity, position } = getComputedStyle(element);
    const own = `${backgroundColor} ${backgroundImage} ${opacity} ${position}|`;
    const ground = backgroundColor.startsWith('rgb(') && opacity === '1' ? own : own + groundOf(element.parentElement);
    behind.set(element, ground);
    return ground;
  };
  const measured = new Set<string>();
  const mark = 'data-contrast-measured';
  for (const element of document.querySelectorAll('body *')) {
    if (![...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.textContent?.trim())) continue;
    const { color, fontSize, fontWeight, textShadow } = getComputedStyle(element);
    const key = [color, fontSize, fontWeight, textShadow, groundOf(element)].join('|');
    if (!measured.has(key)) element.setAttribute(mark, '');
    measured.add(key);
  }
  axe.configure({ rules: [{ id: 'color-contrast', selector: `[${mark}]` }] });
  try {
    return textsOf(await axe.run({ include: [document], exclude: repeated }, { ...options, preload: false }));
  } finally {
    axe.reset();
    for (const element of document.querySelectorAll(`[${mark}]`)) element.removeAttribute(mark);
  }
}

/** Whether the whole page scrolls sideways: 'fits', or how wide it is. */
export const overflow = (page: Page) =>
  page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    return scrollWidth <= clientWidth ? 'fits' : `${scrollWidth} px of content in ${clientWidth} px`;
  });
