import AxeBuilder from '@axe-core/playwright';
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

/** What axe finds against WCAG 2.2 AA, or against some of its rules only: rule, element and what to do. */
export async function violations(page: Page, rules?: string[]): Promise<string[]> {
  const builder = new AxeBuilder({ page });
  const { violations } = await (rules
    ? builder.withRules(rules)
    : builder.withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
  ).analyze();
  return violations.flatMap(({ id, nodes }) => nodes.slice(0, 3).map(({ html, failureSummary }) => `${id}: ${html}\n${failureSummary}`));
}

/** Whether the whole page scrolls sideways: 'fits', or how wide it is. */
export const overflow = (page: Page) =>
  page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    return scrollWidth <= clientWidth ? 'fits' : `${scrollWidth} px of content in ${clientWidth} px`;
  });
