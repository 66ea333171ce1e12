import { chooseFrom } from './choose-from';
import pg from 'pg';
import { reachDatabase } from '../../prisma/embedded';
import { overflow, newViolations } from './inspect';
import { invite } from './invite';
import { addSupplier, expect, uniqueName, type Page, test } from './journey';
import { allNow } from './read-now';

/** Moves the beginning of a sensitive case, as a user with access to the database could. */
async function age(slug: string, caseId: string, hours: number): Promise<void> {
  const { url } = await reachDatabase({ dataDir: process.env.E2E_DATA_DIR ?? '', databaseUrl: process.env.DATABASE_URL });
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(`SELECT set_config('app.organization_id', (SELECT "id"::text FROM "Organization" WHERE "slug" = $1), false)`, [slug]);
  const { rowCount } = await client.query(
    `UPDATE "SensitiveCase" SET "openedAt" = "openedAt" - make_interval(hours => $2) WHERE "id" = $1`,
    [caseId, hours],
  );
  await client.end();
  expect(rowCount).toBe(1);
}

async function inspect(page: Page): Promise<void> {
  // The top bar covers no content.
  await page.evaluate(() => scrollTo(0, 0));
  expect(await newViolations(page)).toEqual([]);
  const size = page.viewportSize();
  await page.setViewportSize({ width: 360, height: 740 });
  expect(await overflow(page), 'at 360 px').toBe('fits');
  if (size) await page.setViewportSize(size);
}

const step = (page: Page, name: string) => page.locator(`#step-${name}`);
async function record(page: Page, name: string, fill: () => Promise<void>): Promise<void> {
  await fill();
  await step(page, name).getByRole('button', { name: 'Record step' }).click();
  await expect(step(page, name).getByRole('img', { name: 'Done' })).toBeVisible();
}

test('A sensitive case: two users open it, ask the worker, decide, release; no other user sees it, and its deadline is shown', async ({
  memberPage: owner,
  organization,
  browser,
  baseURL,
  troubles,
}) => {
  const around = { browser, baseURL, troubles };
  const { path, slug } = organization;
  const second = await invite(owner, organization, 'auditor', around);
  const outsider = await invite(owner, organization, 'manager', around);
  const supplierName = uniqueName('Mill');
  const supplier = await addSupplier(owner, organization, { name: supplierName, country: 'VN', sector: '14', workers: '400' });
  const publicId = supplier.split('/').pop() ?? '';

  await outsider.page.goto(`${path}/sensitive-cases`);
  await expect(outsider.page.getByText('No sensitive cases assigned to you')).toBeVisible();
  await inspect(outsider.page);

  await owner.goto(supplier);
  await owner.getByRole('button', { name: 'Report a serious concern (confidential)' }).click();
  await expect(owner.getByRole('heading', { level: 1, name: 'New sensitive case' })).toBeVisible();
  expect(owner.url()).not.toContain(publicId);
  await expect(owner.getByRole('radio', { name: supplierName })).toBeChecked();
  await inspect(owner);
  await owner.getByLabel('People cannot leave the site or dormitory').check();
  await owner.getByLabel('Description of the concern').fill('W-12 says the gate is locked at night. Reach her at +84 912 345 678.');
  await chooseFrom(owner, 'Second person', second.name);
  await owner.getByRole('button', { name: 'Open sensitive case' }).click();
  await expect(owner.getByText('may identify a person: phone number').first()).toBeVisible();
  await inspect(owner);
  await owner.getByLabel('Description of the concern').fill('W-12 says the gate is locked at night.');
  await owner.getByRole('button', { name: 'Open sensitive case' }).click();
  await owner.waitForURL(/\/sensitive-cases\/[0-9a-f-]{36}$/);
  await expect(owner).toHaveTitle('Sensitive case · Manumit');
  await expect(owner.getByText('Decision on notifying the authorities (48 hours)')).toBeVisible();
  await expect(owner.getByText('48 hours left').first()).toBeVisible();
  await inspect(owner);
  const sensitiveCase = new URL(owner.url()).pathname;
  const caseId = sensitiveCase.split('/').pop() ?? '';

  // A user with access to the database moves the clock: it is overdue, and the page reports that the log does not match.
  await age(slug, caseId, 50);
  await owner.goto(sensitiveCase);
  await expect(owner.getByText('overdue by 2 hours').first()).toBeVisible();
  await expect(owner.getByText('The log was altered outside the application')).toBeVisible();
  await inspect(owner);
  await owner.goto(`${path}/sensitive-cases`);
  await expect(owner.getByRole('row', { name: /overdue by 2 hours/ })).toBeVisible();
  await age(slug, caseId, -50);
  await owner.goto(sensitiveCase);
  await expect(owner.getByText('Log verified')).toBeVisible();

  // A referral before the worker’s consent is rejected.
  await step(owner, 'refer').getByText('Record step').first().click();
  await step(owner, 'refer').getByLabel('Referred, with the person’s consent').check();
  await step(owner, 'refer').getByLabel('Service code').fill('S-3');
  await step(owner, 'refer').getByRole('button', { name: 'Record step' }).click();
  await expect(owner.getByText('Record the person’s wishes first. A referral needs their consent.')).toBeVisible();
  await expect(step(owner, 'refer').getByLabel('Service code')).toHaveValue('S-3');
  await owner.goto(sensitiveCase);

  await record(owner, 'danger', async () => {
    await step(owner, 'danger').getByLabel('No', { exact: true }).check();
    await step(owner, 'danger').getByLabel('No one yet').check();
  });
  await record(owner, 'protect', async () => {
    for (const box of await allNow(step(owner, 'protect').getByRole('checkbox'))) await box.check();
  });
  await record(owner, 'wish', async () => {
    await step(owner, 'wish').getByLabel('Yes', { exact: true }).check();
    await step(owner, 'wish').getByLabel('Options and limits were explained').check();
  });
  await record(owner, 'country', async () => {
    await step(owner, 'country').getByLabel('Loss of job').check();
    await step(owner, 'country').getByLabel('No', { exact: true }).check();
  });
  await record(owner, 'refer', async () => {
    await step(owner, 'refer').getByLabel('Referred, with the person’s consent').check();
    await step(owner, 'refer').getByLabel('Service code').fill('S-3');
  });
  await step(owner, 'authorities').getByLabel('Notify the authorities', { exact: true }).check();
  await step(owner, 'authorities').getByLabel('Reason').fill('W-12 wishes it, and the law demands it.');
  await step(owner, 'authorities').getByRole('button', { name: 'Propose' }).click();
  await expect(step(owner, 'authorities').getByText('Awaiting another assigned person.')).toBeVisible();
  await expect(step(owner, 'authorities').getByRole('button', { name: /^Confirm/ })).toHaveCount(0);

  // The outsider sees nothing, and neither does the score.
  for (const address of [sensitiveCase, `${sensitiveCase}/export`])
    expect((await outsider.page.request.get(address)).status(), address).toBe(404);
  await outsider.page.goto(`${path}/sensitive-cases`);
  await expect(outsider.page.getByText('No sensitive cases assigned to you')).toBeVisible();
  await outsider.page.goto(`${supplier}/score/overrides`);
  await expect(outsider.page.getByText('No critical overrides')).toBeVisible();

  await second.page.goto(`${path}/sensitive-cases`);
  await expect(second.page.getByRole('row', { name: /1 proposal/ })).toBeVisible();
  await inspect(second.page);
  await second.page.locator('main table a').first().click();
  await second.page.getByRole('button', { name: 'Confirm: Authorities' }).click();
  await expect(step(second.page, 'authorities').getByRole('img', { name: 'Done' })).toBeVisible();
  await record(second.page, 'harm', async () => step(second.page, 'harm').getByLabel('Low: no one can be suspected').check());
  const decisions = second.page.locator('#decisions');
  await decisions.getByText('Propose: Release to employer and score').click();
  await decisions.locator('details[open]').getByRole('textbox', { name: 'Reason' }).fill('The people are safe now.');
  await decisions.locator('details[open]').getByRole('button', { name: 'Propose' }).click();
  await expect(decisions.getByText('Awaiting another assigned person.')).toBeVisible();

  await owner.goto(sensitiveCase);
  await owner.getByRole('button', { name: 'Confirm: Release' }).click();
  await expect(owner.getByText('Released on')).toBeVisible();
  await inspect(owner);
  await outsider.page.goto(`${supplier}/score/overrides`);
  await expect(outsider.page.getByText('What it rests on is restricted')).toBeVisible();
  await expect(outsider.page.locator('main')).not.toContainText('W-12');
  expect((await outsider.page.request.get(sensitiveCase)).status()).toBe(404);

  const copy = await (await owner.request.get(`${sensitiveCase}/export`)).json();
  expect(copy).toMatchObject({ isIntact: true, watermark: { takenBy: { email: expect.any(String) } } });
  await owner.goto(sensitiveCase);
  await owner.locator('#log > details > summary').click();
  await expect(owner.locator('#log li').getByText('downloaded a copy')).toBeVisible();
  for (const { context } of [second, outsider]) await context.close();
});
