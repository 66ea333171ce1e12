import type { BrowserContext } from '@playwright/test';
import pg from 'pg';
import { reachDatabase } from '../../prisma/embedded';
import { photo } from '../factories/evidence';
import { answerAll, ask, begin, noViolations, onPhone } from './answering';
import { overflow } from './inspect';
import { expect, newAccount, openOrganization, type Organization, type Page, test } from './journey';
import { allNow, evaluateNow, textsNow } from './read-now';

/** Sets the end of an organization’s access to an hour ago, as time would: in the database directly. */
async function expire(slug: string, sharedAccessId: string): Promise<void> {
  const { url } = await reachDatabase({ dataDir: process.env.E2E_DATA_DIR ?? '', databaseUrl: process.env.DATABASE_URL });
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(`SELECT set_config('app.organization_id', (SELECT "id"::text FROM "Organization" WHERE "slug" = $1), false)`, [slug]);
  const past = `"expiresAt" = now() - interval '1 hour'`;
  await client.query(
    `UPDATE "DocumentRecipient" SET ${past} WHERE "documentId" = (SELECT "snapshotId" FROM "SharedAccess" WHERE "id" = $1)`,
    [sharedAccessId],
  );
  const { rowCount } = await client.query(`UPDATE "SharedAccess" SET ${past} WHERE "id" = $1`, [sharedAccessId]);
  await client.end();
  expect(rowCount).toBe(1);
}

/** The Friday of this week, or of the next one when it has come. */
function nextFriday(): string {
  const day = new Date();
  day.setUTCDate(day.getUTCDate() + ((5 - day.getUTCDay() + 7) % 7 || 7));
  return day.toISOString().slice(0, 10);
}

/** A supplier answers on its phone, submits, and claims the account of its answers. @returns its page, signed in, and its organization */
async function suppliersAccount(
  owner: Page,
  organization: Organization,
  where: { browser: Parameters<typeof onPhone>[0]; baseURL: string | undefined; troubles: string[]; files?: boolean },
): Promise<{ supplier: Page; path: string; name: string; context: BrowserContext }> {
  const { link, name } = await ask(owner, organization);
  const { page, context } = await onPhone(where.browser, where.baseURL, where.troubles);
  await begin(page, link);
  await page.getByRole('link', { name: /^(Continue|Start) answering$/ }).click();
  if (where.files) await sendFiles(page);
  await answerAll(page);
  await page.getByRole('button', { name: `Send to ${organization.name}` }).click();
  await page.getByRole('link', { name: 'Create account' }).click();
  await expect(page.getByText('gave you this link and vouches for you')).toBeVisible();
  await noViolations(page);
  expect(await overflow(page), 'at 360 px').toBe('fits');
  const person = newAccount('Rahima of the mill');
  await page.getByLabel('Your name').fill(person.name);
  await page.getByLabel('Your email address').fill(person.email);
  await page.getByLabel('Password').fill(person.password);
  await page.getByRole('button', { name: `Open the account of ${name}` }).click();
  await page.waitForURL(/\/o\/[^/]+\/received-requests$/);
  await noViolations(page);
  expect(await overflow(page), 'at 360 px').toBe('fits');
  return { supplier: page, path: new URL(page.url()).pathname.replace('/received-requests', ''), name, context };
}

/** Uploads a photo for lenders, and an unshared one with a redacted copy for lenders, to the first question; goes back to its section. */
async function sendFiles(page: Page): Promise<void> {
  const section = page.url();
  await page.getByRole('link', { name: 'Photos and documents: 0' }).first().click();
  for (const [name, colour] of [
    ['yard.jpg', '#3a7'],
    ['faces of Nguyen.jpg', '#a37'],
  ] as const) {
    await page.getByLabel('Files').setInputFiles([{ name, mimeType: 'image/jpeg', buffer: await photo({ colour }) }]);
    await page.getByLabel('Buyers').uncheck();
    if (name === 'yard.jpg') await page.getByLabel('Lenders').check();
    await page.getByRole('button', { name: 'Send files' }).click();
    await expect(page.getByRole('link', { name })).toBeVisible();
  }
  await page.getByRole('link', { name: 'faces of Nguyen.jpg' }).click();
  await page.getByText('Upload your own redacted copy').click();
  const form = page.locator('form', { has: page.locator('#copy-file') });
  const copy = { name: 'faces covered.jpg', mimeType: 'image/jpeg', buffer: await photo({ colour: '#000' }) };
  await form.locator('#copy-file').setInputFiles([copy]);
  await form.getByLabel('Lenders').check();
  await form.getByRole('button', { name: 'Create copy' }).click();
  await expect(page.getByText('Saved.')).toBeVisible();
  await page.goto(section);
}

/** The supplier offers the first three sections to the holder of the code, until Friday. @returns the titles of all sections in their order */
async function offerThree(supplier: Page, path: string, code: string): Promise<string[]> {
  await supplier.goto(`${path}/received-requests`);
  await supplier.locator('main table a').first().click();
  await supplier.getByRole('link', { name: 'Share answers' }).click();
  await noViolations(supplier);
  const boxes = supplier.locator('input[name=sections]');
  const titles = await textsNow(supplier.locator('label:has(input[name=sections])'));
  for (let at = 3; at < titles.length; at++) await boxes.nth(at).uncheck();
  await supplier.getByLabel('Organization code').fill(code);
  await supplier.getByLabel('Lending').check();
  await supplier.getByRole('textbox', { name: 'Reason' }).fill('Your credit review of this spring');
  await supplier.getByLabel('End date').fill(nextFriday());
  for (const box of await allNow(supplier.locator('input[name=files]'))) await box.check();
  await supplier.getByRole('button', { name: 'Share access' }).click();
  await supplier.waitForURL(/\/shared-access\/[0-9a-f-]{36}$/);
  await expect(supplier.getByText('Awaiting acceptance', { exact: true })).toBeVisible();
  return titles.map((title) => title.trim());
}

/** Another organization reads its code, and accepts what is offered to it. @returns the path of the access */
async function codeOf(reader: Page, { path }: Organization): Promise<string> {
  await reader.goto(`${path}/shared-with-us`);
  return reader.getByRole('textbox', { name: 'Your code' }).inputValue();
}

async function accept(reader: Page, { path }: Organization, granter: string): Promise<string> {
  await reader.goto(`${path}/shared-with-us`);
  await reader.getByRole('link', { name: granter }).click();
  await expect(reader.getByRole('heading', { name: 'Answers', exact: true })).toHaveCount(0);
  await noViolations(reader);
  await reader.getByRole('button', { name: 'Accept' }).click();
  await expect(reader.getByRole('heading', { name: 'Answers', exact: true })).toBeVisible();
  return new URL(reader.url()).pathname;
}

test('A42: Supplier grants buyer B sections 1-3 until Friday: B sees just those; on Saturday B gets 410 and the supplier sees B’s reads', async ({
  memberPage: buyer,
  organization,
  browser,
  baseURL,
  troubles,
}) => {
  const { supplier, path, name, context } = await suppliersAccount(buyer, organization, { browser, baseURL, troubles });
  const b = await openOrganization(buyer);
  const titles = await offerThree(supplier, path, await codeOf(buyer, b));
  const grant = new URL(supplier.url()).pathname;
  const shared = await accept(buyer, b, name);
  const links = buyer.locator(`main a[href^="${shared}/sections/"]`);
  await expect(links).toHaveText(titles.slice(0, 3));
  await noViolations(buyer);
  const keys = await evaluateNow(links, (found) => found.map((link) => link.getAttribute('href')?.split('/').pop() ?? ''));
  await links.first().click();
  await expect(buyer.getByRole('heading', { level: 1, name: titles[0] ?? '' })).toBeVisible();
  await noViolations(buyer);
  const json = await buyer.request.get(`${shared}/answers.json`);
  expect(json.status()).toBe(200);
  const copy = await json.json();
  expect(copy.sections).toEqual(keys);
  const inSections = (question: string) => keys.some((key) => question.startsWith(`${key}.`));
  expect(copy.content.answers.filter(({ question }: { question: string }) => !inSections(question))).toEqual([]);
  expect((await buyer.request.get(`${shared}/sections/${keys[0]?.replace(/\d+$/, '') ?? ''}4`)).status()).toBe(404);

  // Saturday.
  await expire(path.split('/').pop() ?? '', grant.split('/').pop() ?? '');
  const over = await buyer.goto(shared);
  expect(over?.status()).toBe(410);
  await expect(buyer.getByText(`${name} no longer shares this`)).toBeVisible();
  await noViolations(buyer);
  for (const address of [`${shared}/sections/${keys[0]}`, `${shared}/answers.json`, `${shared}/answers.csv`, `${shared}/answers.pdf`])
    expect((await buyer.request.get(address)).status(), address).toBe(410);

  await supplier.goto(grant);
  await expect(supplier.getByText('Expired', { exact: true })).toBeVisible();
  const reads = supplier.getByRole('table', { name: 'Access log' });
  await expect(reads.getByRole('row', { name: new RegExp(`${b.name}.*${keys[0]}.*Page`) })).toBeVisible();
  await expect(reads.getByRole('row', { name: new RegExp(`${b.name}.*All.*JSON`) })).toBeVisible();
  await expect(supplier.getByText(`JSON, issued to ${b.name} on`)).toBeVisible();
  await noViolations(supplier);
  await context.close();
});

test('A43: Revoke: B’s next request fails at once, API included; B’s earlier PDF is listed as "issued to B"', { tag: '@thorough' }, async ({
  memberPage: buyer,
  organization,
  browser,
  baseURL,
  troubles,
}) => {
  const { supplier, path, name, context } = await suppliersAccount(buyer, organization, { browser, baseURL, troubles });
  const b = await openOrganization(buyer);
  await offerThree(supplier, path, await codeOf(buyer, b));
  const grant = new URL(supplier.url()).pathname;
  const shared = await accept(buyer, b, name);
  const section = await buyer.locator(`main a[href^="${shared}/sections/"]`).first().getAttribute('href');
  const pdf = await buyer.request.get(`${shared}/answers.pdf`);
  expect(pdf.status()).toBe(200);
  expect((await pdf.body()).subarray(0, 5).toString()).toBe('%PDF-');
  await buyer.goto(section ?? '');
  await expect(buyer.locator('main dl')).toBeVisible();

  await supplier.goto(grant);
  await supplier.getByRole('button', { name: 'Revoke access' }).click();
  await supplier.getByRole('button', { name: 'Revoke now' }).click();
  await expect(supplier.getByText('You revoked this access on')).toBeVisible();

  expect((await buyer.reload())?.status()).toBe(410);
  for (const address of [shared, `${shared}/answers.json`, `${shared}/answers.csv`, `${shared}/answers.pdf`])
    expect((await buyer.request.get(address)).status(), address).toBe(410);
  await buyer.goto(shared);
  await expect(buyer.getByText('Access was revoked on')).toBeVisible();
  await expect(buyer.locator('main')).not.toContainText('Attach to a supplier');

  await supplier.reload();
  await expect(supplier.getByText(`PDF, issued to ${b.name} on`)).toBeVisible();
  await noViolations(supplier);
  expect(await overflow(supplier), 'at 360 px').toBe('fits');
  await context.close();
});

test('An organization with shared access sees the files in the viewer: only the copy where it has just that, with each read logged, and 410 once it is revoked', {
  tag: '@thorough',
}, async ({ memberPage: buyer, organization, browser, baseURL, troubles }) => {
  const { supplier, path, name, context } = await suppliersAccount(buyer, organization, { browser, baseURL, troubles, files: true });
  const b = await openOrganization(buyer);
  await offerThree(supplier, path, await codeOf(buyer, b));
  const grant = new URL(supplier.url()).pathname;
  const shared = await accept(buyer, b, name);
  await buyer.locator(`main a[href^="${shared}/sections/"]`).first().click();
  await buyer.getByRole('link', { name: 'yard.jpg' }).click();
  await expect(buyer.getByRole('heading', { name: 'yard.jpg', level: 1 })).toBeVisible();
  await expect(async () => {
    await buyer.reload();
    await expect(buyer.getByRole('img', { name: 'Picture of yard.jpg' })).toBeVisible({ timeout: 1_000 });
  }).toPass({ timeout: 60_000 });
  await expect(buyer.getByRole('button', { name: 'Save', exact: true })).toHaveCount(0);
  await expect(buyer.getByText('Redact parts of this picture')).toHaveCount(0);
  await noViolations(buyer);
  await buyer.setViewportSize({ width: 360, height: 740 });
  expect(await overflow(buyer), 'at 360 px').toBe('fits');
  await buyer.getByRole('link', { name: /^(Next|Previous) file$/ }).click();
  await expect(buyer.getByRole('heading', { name: 'faces covered.jpg', level: 1 })).toBeVisible();
  await expect(buyer.getByText('You can open only the redacted copy.')).toBeVisible();
  await expect(buyer.getByText('Nguyen')).toHaveCount(0);
  await expect(async () => {
    await buyer.reload();
    await expect(buyer.getByRole('img', { name: 'Picture of faces covered.jpg' })).toBeVisible({ timeout: 1_000 });
  }).toPass({ timeout: 60_000 });
  const [download] = await Promise.all([
    buyer.waitForEvent('download'),
    buyer.getByRole('link', { name: 'Download', exact: true }).click(),
  ]);
  expect(download.suggestedFilename()).toBe('faces covered.jpg');
  await noViolations(buyer);
  const viewer = buyer.url();
  await buyer.getByRole('link', { name: 'All files of the question' }).click();
  await expect(buyer.getByRole('row', { name: /Not shared with you/ })).toHaveCount(1);
  await noViolations(buyer);
  expect(await overflow(buyer), 'at 360 px').toBe('fits');

  await supplier.goto(grant);
  const reads = supplier.getByRole('table', { name: 'Access log' });
  await expect(reads.getByRole('row', { name: new RegExp(`${b.name}.*P1.*File`) })).toBeVisible();
  await supplier.getByRole('button', { name: 'Revoke access' }).click();
  await supplier.getByRole('button', { name: 'Revoke now' }).click();
  await expect(supplier.getByText('You revoked this access on')).toBeVisible();
  expect((await buyer.goto(viewer))?.status()).toBe(410);
  await expect(buyer.locator('main')).not.toContainText('covered');
  await context.close();
});
