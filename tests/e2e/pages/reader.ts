import type { Page } from '@playwright/test';
import { demonstrationCookies, type DemonstrationRole } from '../demonstration';
import { test as base } from '../journey';

/** A user who goes from page to page in one browser window, and the address of the organization. */
export type Reader = { page: Page; home: string };
type Kinds = { visitor: Reader; companyOwner: Reader; companyAuditor: Reader; lenderAuditor: Reader };

/** The first link at `selector` of the page at `path` (with that text in it or in its row), read without opening the page. */
export async function hrefAt({ page }: Reader, path: string, selector: string, text = ''): Promise<string> {
  const html = await (await page.request.get(path)).text();
  const href = await page.evaluate(
    ([source, links, wanted]) =>
      [...new DOMParser().parseFromString(source, 'text/html').querySelectorAll(links)]
        .find((link) => (link.closest('tr') ?? link).textContent?.includes(wanted))
        ?.getAttribute('href') ?? null,
    [html, selector, text] as const,
  );
  if (href === null) throw new Error(`No link ${selector} ${text} on ${path}.`);
  return href;
}

function readerOf(role: DemonstrationRole | null, of: 'company' | 'lender') {
  const start = async (
    { browser }: { browser: import('@playwright/test').Browser },
    use: (reader: Reader) => Promise<void>,
    info: { project: { use: { baseURL?: string | undefined } } },
  ) => {
    const { baseURL } = info.project.use;
    const context = await browser.newContext(baseURL ? { baseURL } : {});
    const home = role === null ? '' : await demonstrationCookies(context, role, of);
    await use({ page: await context.newPage(), home });
    await context.close();
  };
  return [start, { scope: 'worker' }] as const;
}

/** Pages are read one after the other by the same readers: a window and a sign-in for each page took longer than reading it. */
export const test = base.extend<object, Kinds>({
  visitor: [...readerOf(null, 'company')],
  companyOwner: [...readerOf('owner', 'company')],
  companyAuditor: [...readerOf('auditor', 'company')],
  lenderAuditor: [...readerOf('auditor', 'lender')],
});
