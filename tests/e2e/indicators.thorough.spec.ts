import { overflow, newViolations } from './inspect';
import { invite } from './invite';
import { addSupplier, expect, uniqueName, type Organization, type Page, test } from './journey';
import { acceptPoints, begin, readyToConclude, planAuditOf, queue } from './recorder';

/** Strong indicators of exploitation and of coercion, enough for override O2. */
const present = { D4: ['D4.1', 'D4.2'], D5: ['D5.1', 'D5.2'] };
const reading = 'Indicator screening result: Indicators of forced labour.';
const tick = (page: Page) => page.getByLabel(/^Include the indicators in the score from today/);

/** Records that documents show an indicator. */
async function recordSign(page: Page, key: string): Promise<void> {
  const card = page.locator(`[data-check="${key}"]`);
  await card.getByLabel('Present', { exact: true }).check();
  await card.getByText('Verification and notes').click();
  await card.getByLabel('documents', { exact: true }).check();
}

/** An audit of a new supplier in which the indicators are present, recorded on site and concluded. */
async function concludeWithSigns(
  page: Page,
  { organization, reviewer }: { organization: Organization; reviewer: Page },
): Promise<{ audit: string; supplier: string }> {
  const supplier = await addSupplier(page, organization, { name: uniqueName('Mill'), country: 'DE', sector: '14', workers: '400' });
  const audit = await planAuditOf(page, { organization, address: supplier });
  await page.goto(audit);
  await page.getByLabel('Yes, I am independent').check();
  await page.getByRole('button', { name: 'Save declaration' }).click();
  await expect(page.getByText('Declaration saved.')).toBeVisible();

  const onSite = `${audit}/on-site`;
  await begin(page, onSite);
  await page.goto(`${onSite}#/section/D0`);
  await page.locator('[data-check="D0.a"]').getByLabel('Adults', { exact: true }).check();
  for (const [section, keys] of Object.entries(present)) {
    await page.goto(`${onSite}#/section/${section}`);
    for (const key of keys) await recordSign(page, key);
  }
  await page.goto(`${onSite}#/meetings`);
  await page.locator('#closing-notes').fill('Management heard what was found.');
  await page.locator('#closing-notes').blur();
  const receipt = page.locator('[data-receipt=equal]');
  await expect(receipt).toContainText('1 meeting', { timeout: 60_000 });
  await expect(receipt).toContainText('5 answers');
  await readyToConclude(page, onSite);
  await expect(queue(page)).toHaveText('All entries sent', { timeout: 60_000 });

  await acceptPoints(page, reviewer, audit);
  await page.goto(`${audit}/conclusion`);
  await page.getByLabel('Limitations and deviations from the method').fill('Only part of the checklist could be assessed.');
  await page.getByLabel(/^Mark \d+ unanswered questions?/).check();
  await page.getByRole('button', { name: 'Conclude audit' }).click();
  await expect(page.getByText('Audit concluded. It awaits approval by a second person.')).toBeVisible();
  return { audit, supplier };
}

/** Opens the page on which a second user decides. */
async function openApproval(page: Page, audit: string): Promise<void> {
  await page.goto(`${audit}/conclusion`);
  await expect(page.getByText(reading)).toBeVisible();
  await expect(tick(page)).not.toBeChecked();
}

async function approve(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Approve audit' }).click();
  await expect(page.getByText('Audit approved.')).toBeVisible();
}

const dayOf = (at: number) => new Date(at).toISOString().slice(0, 10);

test('Indicators of an audit count in the score where the second user selects them, and nowhere else', async ({
  memberPage,
  organization,
  browser,
  baseURL,
  troubles,
}) => {
  test.setTimeout(300_000);
  const { page, context } = await invite(memberPage, organization, 'reviewer', { browser, baseURL, troubles });
  const left = await concludeWithSigns(memberPage, { organization, reviewer: page });
  const counted = await concludeWithSigns(memberPage, { organization, reviewer: page });
  // The user who concluded takes no part in the decision.
  await expect(tick(memberPage)).toHaveCount(0);

  await openApproval(page, left.audit);
  // The link to a sensitive case opens it, and approves nothing.
  await page.getByRole('button', { name: 'Report a serious concern (confidential)' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'New sensitive case' })).toBeVisible();
  await openApproval(page, left.audit);
  expect(await newViolations(page)).toEqual([]);
  await page.setViewportSize({ width: 360, height: 740 });
  expect(await overflow(page), 'at 360 px').toBe('fits');
  await page.setViewportSize({ width: 1280, height: 720 });
  await approve(page);
  await page.goto(`${left.supplier}/score/overrides`);
  await expect(page.getByText('No critical overrides')).toBeVisible();
  await page.goto(`${left.supplier}/score`);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(page.getByText('Audit that found these indicators')).toHaveCount(0);

  await openApproval(page, counted.audit);
  await tick(page).check();
  const before = Date.now();
  await approve(page);
  const days = [...new Set([dayOf(before), dayOf(Date.now())])].join('|');
  await page.goto(`${counted.supplier}/score`);
  const override = page.getByRole('listitem').filter({ has: page.getByRole('link', { name: 'O2', exact: true }) });
  await expect(override).toContainText(
    new RegExp(`Signs of audit \\S+, approved on (${days}): Delphi screening, list for adults, lower reading: forced labour\\.`),
  );
  // Which indicators they are is visible in the audit only.
  for (const keys of Object.values(present)) for (const key of keys) await expect(override).not.toContainText(key);
  await expect(page.getByRole('row').filter({ hasText: 'critical override: O2' })).toHaveCount(1);
  await override.getByRole('link', { name: 'Audit that found these indicators' }).click();
  await page.waitForURL((url) => url.pathname === counted.audit);
  await context.close();
});
