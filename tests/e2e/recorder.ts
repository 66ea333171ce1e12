import type { Browser, BrowserContext } from '@playwright/test';
import sharp from 'sharp';
import { demonstrationCookies } from './demonstration';
import { addSupplier, expect, listenFor, uniqueName, openOrganization, type Organization, type Page } from './journey';
import { countNow, evaluateNow, isVisibleNow } from './read-now';
import { fillForm } from './send-form';

export const passphrase = 'seven boats on the river';

/** Plans an audit of a supplier from its page in an organization of the worker’s user, who leads it unless `lead` names another; `also`: the title of an additional questionnaire. @returns the audit’s address */
export async function planAuditOf(
  page: Page,
  supplier: { organization: Organization; address: string },
  { also, lead, days = ['2026-12-01', '2026-12-02'] }: { also?: string | undefined; lead?: string; days?: [string, string] } = {},
): Promise<string> {
  const [startsOn, endsOn] = days;
  const { location } = await fillForm(page, `${supplier.organization.path}/audits/new?supplier=${supplier.address.split('/').at(-1)}`, {
    has: 'startsOn',
    values: { startsOn, endsOn },
    labels: { ...(also ? { checklists: also } : {}), ...(lead ? { lead } : {}) },
  });
  if (location === null) throw new Error('The audit was not planned.');
  return location;
}

/** Plans an audit of a new supplier in a new organization. @returns the address of its recorder */
export async function planAudit(page: Page, also?: string): Promise<{ onSite: string; supplier: string; organization: Organization }> {
  const organization = await openOrganization(page);
  const supplier = uniqueName('Mill');
  const address = await addSupplier(page, organization, { name: supplier, country: 'VN', workers: '300' });
  return { onSite: `${await planAuditOf(page, { organization, address }, { also })}/on-site`, supplier, organization };
}

/** Opens the recorder on a device without data. */
export async function begin(page: Page, onSite: string): Promise<void> {
  await page.goto(onSite);
  await page.getByLabel('Passphrase', { exact: true }).fill(passphrase);
  await page.getByLabel('Confirm passphrase').fill(passphrase);
  await page.getByRole('button', { name: 'Start recording' }).click();
  await expect(page.getByRole('link', { name: /^Child labour/ })).toBeVisible();
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
  await page.waitForFunction(async () => {
    const [name] = await caches.keys();
    return name !== undefined && (await (await caches.open(name)).keys()).length > 2;
  });
}

export async function unlock(page: Page, word = passphrase): Promise<void> {
  await page.getByLabel('Passphrase', { exact: true }).fill(word);
  await page.getByRole('button', { name: 'Unlock', exact: true }).click();
}

export const queue = (page: Page) => page.locator('[data-queue]');
export const picture = (at: number) =>
  sharp({ create: { width: 320, height: 240, channels: 3, background: { r: (at * 37) % 256, g: (at * 91) % 256, b: 120 } } })
    .withExif({ IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '21/1 2/1 0/1' } })
    .jpeg()
    .toBuffer();

/** Answers one question of the checklist by its label. */
export async function answerQuestion(page: Page, onSite: string, question: string, word = 'Compliant'): Promise<void> {
  await page.goto(`${onSite}#/section/${question.split('.').slice(0, 2).join('.')}`);
  await page.locator(`[data-check="${question}"]`).getByLabel(word, { exact: true }).check();
}

/** Answers questions until `count` are answered, the first choice of each, going from section to section. */
export async function answerQuestions(page: Page, count: number): Promise<void> {
  const home = new URL(page.url()).pathname;
  await page.goto(`${home}#/`);
  const sections = await evaluateNow(page.locator('a[href^="#/section/"]'), (links) =>
    links.map((link) => link.getAttribute('href') ?? ''),
  );
  let answered = 0;
  for (const section of sections) {
    if (answered >= count) return;
    await page.goto(`${home}${section}`);
    await expect(page.locator('[data-view-title]')).toBeVisible();
    const keys = await evaluateNow(page.locator('[data-check]'), (cards) => cards.map((card) => card.getAttribute('data-check') ?? ''));
    for (const key of keys) {
      if (answered >= count) return;
      const card = page.locator(`[data-check="${key}"]`);
      const choice = card.locator('input[type=radio]').first();
      if (!(await isVisibleNow(card)) || !(await countNow(choice)) || (await choice.getAttribute('name')) !== `${key}-answer`) continue;
      await choice.check();
      answered += 1;
    }
  }
}

/** Explains every open contradiction in the recorder, as its team does where both entries are right. */
export async function readyToConclude(page: Page, onSite: string): Promise<void> {
  await page.goto(`${onSite}#/contradictions`);
  await expect(page.getByRole('heading', { name: 'Contradictions' })).toBeVisible();
  const open = page.locator('[data-hit][data-open]');
  for (let left = await countNow(open); left > 0; left -= 1) {
    const hit = open.first();
    await hit.getByRole('button', { name: 'Explain' }).click();
    await hit.getByLabel('Explanation').fill('Both entries were checked on site and are right.');
    await hit.getByRole('button', { name: 'Save explanation' }).click();
    await expect(open).toHaveCount(left - 1);
  }
}

/** Requests acceptance of every point of the gate, which a second person accepts. */
export async function acceptPoints(page: Page, reviewer: Page, audit: string): Promise<void> {
  await page.goto(`${audit}/conclusion`);
  const stops = page.locator('[data-stop]');
  const count = await countNow(stops);
  for (let at = 0; at < count; at += 1) {
    const stop = stops.nth(at);
    await stop.getByText('Request acceptance').first().click();
    await stop.getByLabel('Reason for the request').fill('A short visit was agreed with the buyer.');
    await stop.getByRole('button', { name: 'Request acceptance' }).click();
    await expect(stops.nth(at)).toContainText('Acceptance requested');
  }
  await reviewer.goto(`${audit}/conclusion`);
  for (let at = 0; at < count; at += 1) {
    const stop = reviewer.locator('[data-stop]').nth(at);
    await stop.getByLabel('Reason for your decision').fill('The visit answers one question.');
    await stop.getByRole('button', { name: 'Accept point' }).click();
    await expect(reviewer.locator('[data-stop]').nth(at)).toContainText('Accepted by');
  }
}

/** Takes a photo with the first field for one, previews it and saves it. */
export async function addPhoto(page: Page, at: number, buffer?: Buffer): Promise<void> {
  await page
    .locator('input[type=file]')
    .first()
    .setInputFiles({ name: `IMG_${at}.jpg`, mimeType: 'image/jpeg', buffer: buffer ?? (await picture(at)) });
  const editor = page.locator('[data-photo-editor]');
  await editor.getByLabel('Caption').fill(`Gate ${at}`);
  await editor.getByLabel(/^I have checked/).check();
  await editor.getByRole('button', { name: 'Save photo' }).click();
  await expect(editor).toBeHidden();
}

export async function sign(page: Page): Promise<void> {
  await page.goto(`${new URL(page.url()).pathname}#/signatures`);
  await page.getByRole('button', { name: 'Add signature' }).click();
  await page.getByLabel('Job title').fill('General manager');
  await page.getByLabel('Signs as').selectOption('Management of the site');
  const pad = page.locator('[data-signature-pad]');
  await pad.scrollIntoViewIfNeeded();
  const box = await pad.boundingBox();
  if (!box) throw new Error('no field to sign in');
  await page.mouse.move(box.x + 30, box.y + 40);
  await page.mouse.down();
  for (let step = 1; step <= 8; step += 1) await page.mouse.move(box.x + 30 + step * 20, box.y + 40 + (step % 2) * 30);
  await page.mouse.up();
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByRole('img', { name: 'Signature: General manager' })).toBeVisible();
}

/** A second device of the same user. */
export async function otherDevice(
  browser: Browser,
  baseURL: string | undefined,
  troubles: string[],
): Promise<{ context: BrowserContext; page: Page }> {
  const context = await browser.newContext(baseURL ? { baseURL } : {});
  const page = await context.newPage();
  listenFor(page, troubles);
  await demonstrationCookies(context, 'viewer');
  return { context, page };
}
