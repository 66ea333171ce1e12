import { overflow, newViolations } from './inspect';
import { addSupplier, expect, newAccount, uniqueName, type Page, test } from './journey';

/** Records a finding with the required fields only. @returns the path of its page */
async function recordFinding(page: Page, supplier: string): Promise<string> {
  await page.goto(`${supplier}/findings`);
  await page.getByRole('link', { name: 'Record finding' }).click();
  await page.getByLabel('Description of the finding').fill('Recruitment fees were taken by the agency.');
  await page.getByLabel(/^Grade/).selectOption('major');
  await page.getByLabel('systemic').check();
  await page.getByLabel('Number of people', { exact: true }).fill('3');
  await page.getByLabel('Evidence observed on site').fill('Receipts in the agency’s ledger, May.');
  await page.getByRole('button', { name: 'Record finding' }).click();
  await expect(page.getByText('Finding recorded and supplier rescored.')).toBeVisible();
  return new URL(page.url()).pathname;
}

test('A35: a corrective action plan is marked overdue, requests an extension, is completed by one user and verified by another', async ({
  memberPage: page,
  organization,
  page: second,
}) => {
  const supplier = await addSupplier(page, organization, { name: uniqueName('Mill'), country: 'VN' });
  const finding = await recordFinding(page, supplier);
  await page.getByRole('link', { name: 'Plan action' }).click();
  expect(await newViolations(page)).toEqual([]);
  await page.getByRole('button', { name: 'Plan action' }).click();
  await expect(page.getByRole('alert')).toContainText('Describe the action to take.');
  await page.getByLabel('remediation').check();
  await page.getByLabel('Action to take').fill('Repay the fees to all who paid them.');
  await page.getByLabel('Person responsible').fill('Head of personnel');
  await page.getByLabel('Timescale').selectOption('immediate');
  await page.getByLabel('Verification method').selectOption('follow-up-visit');
  await page.getByLabel('Agreed by management').fill('Plant manager');
  await page.getByLabel('Agreed on').fill('2026-01-05');
  await page.getByLabel('Amount').fill('1200.50');
  await page.getByLabel('Currency').fill('usd');
  await page.getByLabel('People repaid').fill('3');
  await page.getByRole('button', { name: 'Plan action' }).click();
  await expect(page.getByText('Action planned.')).toBeVisible();
  const action = new URL(page.url()).pathname;
  await expect(page.getByText(/Overdue by \d+ days/).first()).toBeVisible();
  await expect(page.getByText('$1,200.50')).toBeVisible();
  expect(await newViolations(page)).toEqual([]);

  await page.getByText('Request extension').first().click();
  await page.getByLabel('New due date').fill('2099-01-01');
  await page.getByLabel('Reason for extension').fill('The agency pays in two parts.');
  await page.getByRole('button', { name: 'Request extension' }).click();
  await expect(page.getByText('You requested this extension')).toBeVisible();
  await expect(page.getByText('extension requested', { exact: true }).first()).toBeVisible();

  // A second user of the organization.
  const person = newAccount('Rita Reviewer');
  await page.goto(`${organization.path}/settings/members`);
  await page.getByLabel('Email address').fill(person.email);
  await page.locator('#invite').getByLabel('Role').selectOption('reviewer');
  await page.getByRole('button', { name: 'Create invitation' }).click();
  await second.goto(await page.getByRole('textbox', { name: `Invitation link for ${person.email}` }).inputValue());
  await second.getByLabel('Your name').fill(person.name);
  await second.getByLabel('Password').fill(person.password);
  await second.getByRole('button', { name: 'Create account and join' }).click();
  await second.waitForURL(organization.path);
  await second.goto(action);
  await second.getByRole('button', { name: 'Grant extension' }).click();
  await expect(second.getByText(/^Granted by/)).toBeVisible();
  await expect(second.getByText(/^Overdue/)).toHaveCount(0);

  await page.goto(action);
  await page.getByLabel('Work completed').fill('All three were repaid in cash, against receipt.');
  await page.getByRole('button', { name: 'Mark as completed' }).click();
  await expect(page.getByText('another person must verify it')).toBeVisible();
  await second.goto(action);
  await second.getByRole('button', { name: 'Verify action' }).click();
  await expect(second.getByRole('alert')).toContainText('cannot be closed without evidence');
  await second.getByLabel('Evidence verified').fill('Receipts, and three workers confirmed it apart.');
  await second.getByRole('button', { name: 'Verify action' }).click();
  await expect(second.getByText('Action and finding status updated')).toBeVisible();
  expect(await newViolations(second)).toEqual([]);

  await page.goto(finding);
  await expect(page.getByText('Verified').first()).toBeVisible();
  await page.goto(`${organization.path}/corrective-actions?view=board`);
  await expect(page.getByRole('heading', { name: 'Verified (1)' })).toBeVisible();
  expect(await newViolations(page)).toEqual([]);
  await page.goto(`${supplier}/progress`);
  await expect(page.getByText('People: fewer than five')).toBeVisible();
  await expect(page.getByText('verified the action')).toBeVisible();
  await page.setViewportSize({ width: 360, height: 740 });
  expect(await overflow(page), 'at 360 px').toBe('fits');
});
