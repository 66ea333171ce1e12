import type { Browser, BrowserContext } from '@playwright/test';
import { violations } from './inspect';
import { addSupplier, expect, listenFor, newWord, type Organization, type Page } from './journey';

/** A cheap phone. */
export const phone = { viewport: { width: 360, height: 740 }, isMobile: true, hasTouch: true };

export async function onPhone(
  browser: Browser,
  baseURL: string | undefined,
  troubles: string[],
  more: { javaScriptEnabled?: boolean } = {},
): Promise<{ page: Page; context: BrowserContext }> {
  const context = await browser.newContext({ ...phone, ...more, ...(baseURL ? { baseURL } : {}) });
  const page = await context.newPage();
  listenFor(page, troubles);
  return { page, context };
}

export async function noViolations(page: Page): Promise<void> {
  expect(await violations(page)).toEqual([]);
}

/** Asks a new supplier through the form, for the default instrument or the one of that title; answers its name, its link and the path of the request. */
export async function ask(
  owner: Page,
  organization: Organization,
  instrument?: string,
): Promise<{ name: string; link: string; supplierPage: string; request: string }> {
  const name = newWord('Mill');
  const supplierPage = await addSupplier(owner, organization, { name, country: 'VN', sector: '14', workers: '800' });
  await owner.goto(`${supplierPage}/assessments`);
  await owner.getByRole('link', { name: 'Ask a supplier to answer' }).click();
  if (instrument) await owner.getByRole('radio', { name: instrument }).check();
  await owner.getByLabel('Message to the supplier').fill('Please take your time.');
  await owner.getByRole('button', { name: 'Make the link' }).click();
  const link = await owner.getByRole('textbox', { name: `Link for ${name}` }).inputValue();
  await owner.getByRole('link', { name: 'See the request' }).click();
  await owner.waitForURL(/\/requests\/[0-9a-f-]{36}$/);
  return { name, link, supplierPage, request: new URL(owner.url()).pathname };
}

export async function begin(page: Page, link: string): Promise<void> {
  await page.goto(link);
  await page.getByRole('button', { name: 'Begin on this device' }).click();
  await page.waitForURL(/\/answer\/[0-9a-f-]{36}$/);
}

export const questions = (page: Page) => page.locator('[data-question]:not([hidden])');
export const states = (page: Page, text: string | RegExp) => page.locator('[data-state]').filter({ hasText: text });

/** Chooses an answer of the question at `at` of the page that rules no other out, where there is one. */
export async function choose(page: Page, at: number): Promise<void> {
  const question = questions(page).nth(at);
  const good = question.locator('label:has(input[value="3"], input[value="yes"])');
  await ((await good.count()) > 0 ? good : question.locator('label:has(input[type=radio])')).first().click();
}

/** Answers every section by its form, as a browser without script would: `wanted` by the name of a control, else the first choice. */
export async function answerAll(page: Page, wanted: Record<string, string> = {}): Promise<void> {
  for (let section = 0; section < 30 && !page.url().endsWith('/review'); section++) {
    const names = await page
      .locator('[data-question]:not([hidden]) input[type=radio]')
      .evaluateAll((inputs) => [...new Set(inputs.map((input) => input.getAttribute('name') ?? ''))]);
    for (const name of names)
      await page
        .locator(`input[name="${name}"]${wanted[name] ? `[value="${wanted[name]}"]` : ''}`)
        .first()
        .evaluate((input) => {
          if (input instanceof HTMLInputElement) input.checked = true;
        });
    const before = page.url();
    await page.getByRole('button', { name: 'Save and go on' }).click();
    await page.waitForURL((url) => url.href !== before);
  }
}
