import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { ask, begin, noViolations, onPhone, questions, choose, states } from './answering';
import { overflow } from './inspect';
import { expect, type Page, test } from './journey';
import { countNow, isVisibleNow } from './read-now';

/** The text of a PDF that a link on the page leads to. */
async function textOf(page: Page, link: string): Promise<{ text: string; boxes: string }> {
  const href = await page.getByRole('link', { name: link }).getAttribute('href');
  const response = await page.request.get(href ?? '');
  expect(response.headers()['content-type']).toBe('application/pdf');
  const folder = mkdtempSync(path.join(tmpdir(), 'manumit-e2e-'));
  const file = path.join(folder, 'form.pdf');
  writeFileSync(file, await response.body());
  const run = (...flags: string[]) => spawnSync('pdftotext', [...flags, file, '-'], { encoding: 'utf8' }).stdout;
  const texts = { text: run('-raw'), boxes: run('-bbox') };
  rmSync(folder, { recursive: true, force: true });
  return texts;
}

test('A21: the respondent prints the questions from the home page, with the answers so far, and in Arabic from right to left', {
  tag: '@thorough',
}, async ({ memberPage: owner, organization, browser, baseURL, troubles }) => {
  const { link, name, request } = await ask(owner, organization);
  const { page, context } = await onPhone(browser, baseURL, troubles);
  await begin(page, link);
  const home = page.url();
  await page.goto(`${home}/sections/P1`);
  await choose(page, 0);
  await expect(states(page, /Saved/).first()).toBeVisible();
  await page.goto(home);
  await page.getByRole('link', { name: 'Print or answer on paper' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Paper form');
  await noViolations(page);
  expect(await overflow(page), 'at 360 px').toBe('fits');
  const asked = await countNow(page.locator('[data-paper]'));
  expect(asked).toBeGreaterThan(40);
  const copy = await textOf(page, 'PDF with your answers so far');
  expect(copy.text).toContain(organization.name);
  expect(copy.text).toContain(name);
  expect(copy.text).toContain('Answers given up to');
  expect((await textOf(page, 'PDF of the empty form')).text).toContain('Empty form, to fill in with a pen');
  await page.getByRole('link', { name: 'Show empty form' }).click();
  await expect(page.getByText('Empty form, to fill in with a pen')).toBeVisible();
  await expect(page.getByText('(ticked)')).toHaveCount(0);

  await context.addCookies([{ name: 'locale', value: 'ar', url: baseURL ?? '' }]);
  await page.goto(`${home}/print-form`);
  await expect(page.locator('article')).toHaveAttribute('dir', 'rtl');
  await noViolations(page);
  expect(await overflow(page), 'in Arabic at 360 px').toBe('fits');
  const { boxes } = await textOf(page, 'نسختك بصيغة PDF');
  // An A4 page is 595 points wide: lines begin at its right margin.
  const ends = [...boxes.matchAll(/xMax="([\d.]+)"/g)].map(([, right]) => Number(right));
  expect(ends.filter((right) => right > 525).length).toBeGreaterThan(30);

  // Without the device the form is not found.
  const other = await onPhone(browser, baseURL, []);
  expect((await other.context.request.get(`${home}/print-form.pdf`)).status()).toBe(404);
  await other.context.close();
  // Nor after the request was withdrawn.
  await owner.goto(request);
  await owner.getByRole('button', { name: 'Withdraw request' }).first().click();
  const confirm = owner.getByRole('dialog').getByRole('button', { name: 'Withdraw request' });
  if (await isVisibleNow(confirm)) await confirm.click();
  await expect.poll(async () => (await context.request.get(`${home}/print-form.pdf`)).status()).toBe(410);
  await context.close();
});

test('A member prints a questionnaire in a language of their choice', { tag: '@thorough' }, async ({ memberPage: page, organization }) => {
  await page.goto(`${organization.path}/templates/short-form@1.1.0`);
  await page.getByRole('link', { name: 'Print or answer on paper' }).click();
  await noViolations(page);
  await page.getByLabel('Language of the form').selectOption('ur');
  await page.getByRole('button', { name: 'Show' }).click();
  await expect(page.locator('article')).toHaveAttribute('dir', 'rtl');
  await expect(page.locator('article')).toHaveAttribute('lang', 'ur');
  await noViolations(page);
  const { text } = await textOf(page, 'PDF of the empty form');
  expect(text).toContain(organization.name);
});

test('A55: on slow 3G a question can be answered within three seconds, and scripts weigh under 200 kB', async ({
  memberPage: owner,
  organization,
  browser,
  baseURL,
  troubles,
}, info) => {
  const { link } = await ask(owner, organization);
  const { page, context } = await onPhone(browser, baseURL, troubles);
  await begin(page, link);
  const section = `${page.url()}/sections/P1`;
  await page.goto('about:blank');
  const browserSide = await context.newCDPSession(page);
  await browserSide.send('Network.enable');
  await browserSide.send('Network.clearBrowserCache');
  await browserSide.send('Network.setCacheDisabled', { cacheDisabled: true });
  await browserSide.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: 400,
    downloadThroughput: (400 * 1000) / 8,
    uploadThroughput: (400 * 1000) / 8,
  });
  const kinds = new Map<string, { type: string; url: string; bytes: number }>();
  browserSide.on('Network.responseReceived', ({ requestId, type, response }) =>
    kinds.set(requestId, { type, url: response.url, bytes: 0 }),
  );
  browserSide.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    const known = kinds.get(requestId);
    if (known) known.bytes = encodedDataLength;
  });
  const begun = Date.now();
  await page.goto(section, { waitUntil: 'commit' });
  const choice = questions(page).first().locator('label:has(input[type=radio])').first();
  await choice.click();
  await expect(questions(page).first().locator('input[type=radio]').first()).toBeChecked();
  const usable = Date.now() - begun;
  await page.waitForLoadState('load');
  await expect(states(page, /Saved/).first()).toBeVisible();
  const loaded = [...kinds.values()];
  const weigh = (type?: string) => loaded.filter((each) => !type || each.type === type).reduce((sum, { bytes }) => sum + bytes, 0);
  const measured = `usable after ${usable} ms; scripts ${weigh('Script')} bytes; all ${weigh()} bytes: ${loaded.map(({ type, url, bytes }) => `${type} ${new URL(url).pathname.split('/').at(-1)} ${bytes}`).join(', ')}`;
  info.annotations.push({ type: 'measured', description: measured });
  expect(weigh('Script')).toBeLessThan(200_000);
  expect(usable, measured).toBeLessThan(5_000);
  await context.close();
});
