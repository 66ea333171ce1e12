import type { Browser, BrowserContext } from '@playwright/test';
import { newViolations } from './inspect';
import { addSupplier, expect, listenFor, uniqueName, type Organization, type Page } from './journey';
import { countNow } from './read-now';
import { fillForm } from './send-form';

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
  expect(await newViolations(page)).toEqual([]);
}

/** The questionnaire whose answers most tests know. A newer edition is offered; requests for this one stay possible and answerable. */
const editionOne = 'ilo-ten-principles@1.0.0';

/** Sends a request to a new supplier, for edition one of the ten principles or the questionnaire of that title. @returns its name, its link and the path of the request */
export async function ask(
  owner: Page,
  organization: Organization,
  instrument?: string,
): Promise<{ name: string; link: string; supplierPage: string; request: string }> {
  const name = uniqueName('Mill');
  const supplierPage = await addSupplier(owner, organization, { name, country: 'VN', sector: '14', workers: '800' });
  const { html } = await fillForm(owner, `${organization.path}/requests/new?supplier=${supplierPage.split('/').at(-1)}`, {
    has: 'instrument',
    values: { message: 'Please take your time.', ...(instrument ? {} : { instrument: editionOne }) },
    labels: instrument ? { instrument } : {},
  });
  const link = /value="(https?:[^"]*\/r\/[\w-]+)"/.exec(html)?.[1];
  const request = /href="([^"]*\/requests\/[0-9a-f-]{36})"/.exec(html)?.[1];
  if (!link || !request) throw new Error('The answer holds no link.');
  return { name, link, supplierPage, request };
}

export async function begin(page: Page, link: string): Promise<void> {
  await page.goto(link);
  await page.getByRole('button', { name: 'Start on this device' }).click();
  await page.waitForURL(/\/guest\/questionnaire\/[0-9a-f-]{36}$/);
}

export const questions = (page: Page) => page.locator('[data-question]:not([hidden])');
export const states = (page: Page, text: string | RegExp) => page.locator('[data-state]').filter({ hasText: text });

/** Waits until the page confirms that the answer is saved. Before that it is stored on the device, and a page that is opened shows it as entered. */
export const saved = (page: Page, question: string) =>
  expect(page.locator(`[data-state="${question}"]`), 'the time at which it was saved, in the digits of the language').toHaveText(/\p{Nd}/u);

/** Chooses the answer of the question at `at` that excludes no other, where there is one. */
export async function choose(page: Page, at: number): Promise<void> {
  const question = questions(page).nth(at);
  const good = question.locator('label:has(input[value="3"], input[value="yes"])');
  await ((await countNow(good)) > 0 ? good : question.locator('label:has(input[type=radio])')).first().click();
}

/** Answers every section as a browser without script submits it, and opens the review: `wanted` by the name of a control, else the first choice. */
export async function answerAll(page: Page, wanted: Record<string, string> = {}): Promise<void> {
  let path = new URL(page.url()).pathname;
  for (let section = 0; section < 30 && !path.endsWith('/review'); section++) {
    const html = await (await page.request.get(path)).text();
    const values = await page.evaluate(
      ({ source, given }) => {
        const page = new DOMParser().parseFromString(source, 'text/html');
        const boxes = ':is(input[type=radio], input[type=checkbox])';
        const inputs = [...page.querySelectorAll<HTMLInputElement>(`[data-question]:not([hidden]) ${boxes}`)];
        const chosen: Record<string, string> = {};
        for (const { name, value } of inputs) if (given[name] ? given[name] === value : !(name in chosen)) chosen[name] = value;
        return chosen;
      },
      { source: html, given: wanted },
    );
    const { location } = await fillForm(page, path, { has: Object.keys(values)[0] ?? 'intent', values });
    if (location === null) throw new Error(`The section at ${path} was refused.`);
    path = location;
  }
  await page.goto(path);
}
