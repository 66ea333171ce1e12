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

/**
 * Runs in the page. Unless `isThorough`, of a long run of equal siblings the first six and the last two are inspected, and of all texts with the same colours,
 * size and weight two are measured for contrast, which takes most of the time of an inspection.
 */
async function runAxe({ tags, rules, isThorough }: { tags: string[]; rules: string[] | null; isThorough: boolean }): Promise<string[]> {
  type Found = { violations: { id: string; nodes: { html: string; failureSummary?: string }[] }[] };
  const { axe } = window as unknown as { axe: { run(context: unknown, options: unknown): Promise<Found> } };
  const contrast = 'color-contrast';

  const repeated: Element[] = [];
  const alike = new Map<string, Element[]>();
  if (!isThorough) {
    for (const parent of document.querySelectorAll('body *')) {
      if (parent.childElementCount < 12) continue;
      const runs = new Map<string, Element[]>();
      for (const child of parent.children) {
        const kind = `${child.tagName} ${child.getAttribute('class') ?? ''}`;
        runs.set(kind, [...(runs.get(kind) ?? []), child]);
      }
      for (const run of runs.values()) repeated.push(...run.slice(6, -2));
    }
    const clear = 'rgba(0, 0, 0, 0)';
    for (const element of document.querySelectorAll('body *')) {
      if (![...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.textContent?.trim())) continue;
      const { color, fontSize, fontWeight, textShadow } = getComputedStyle(element);
      const look = [color, fontSize, fontWeight, textShadow];
      for (let behind: Element | null = element; behind; behind = behind.parentElement) {
        const { backgroundColor, backgroundImage, opacity, position } = getComputedStyle(behind);
        if (backgroundColor !== clear || backgroundImage !== 'none' || opacity !== '1' || position === 'absolute')
          look.push(`${backgroundColor} ${backgroundImage} ${opacity} ${position}`);
        if (backgroundColor.startsWith('rgb(')) break;
      }
      const key = look.join('|');
      const known = alike.get(key) ?? [];
      if (known.length < 2) alike.set(key, [...known, element]);
    }
  }

  const runOnly = rules ? { type: 'rule', values: rules } : { type: 'tag', values: tags };
  const options = { resultTypes: ['violations'], runOnly };
  const found: Found[] = [];
  const isContrastAsked = !rules || rules.includes(contrast);
  const texts = [...alike.values()].flat();
  if (isThorough || !isContrastAsked || texts.length === 0) found.push(await axe.run({ include: [document], exclude: repeated }, options));
  else {
    const others = rules?.filter((rule) => rule !== contrast);
    if (others?.length !== 0) {
      const rest = others ? { type: 'rule', values: others } : runOnly;
      found.push(
        await axe.run(
          { include: [document], exclude: repeated },
          { ...options, runOnly: rest, ...(others ? {} : { rules: { [contrast]: { enabled: false } } }) },
        ),
      );
    }
    found.push(await axe.run({ include: texts }, { ...options, runOnly: { type: 'rule', values: [contrast] } }));
  }
  return found.flatMap(({ violations }) =>
    violations.flatMap(({ id, nodes }) => nodes.slice(0, 3).map(({ html, failureSummary }) => `${id}: ${html}\n${failureSummary}`)),
  );
}

/** Whether the whole page scrolls sideways: 'fits', or how wide it is. */
export const overflow = (page: Page) =>
  page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    return scrollWidth <= clientWidth ? 'fits' : `${scrollWidth} px of content in ${clientWidth} px`;
  });
