import { overflow, newViolations } from './inspect';
import { addSupplier, expect, newAccount, newWord, type Page, test } from './journey';

/** Records a finding with the little that it needs, and answers the path of its page. */
async function recordFinding(page: Page, supplier: string): Promise<string> {
  await page.goto(`${supplier}/findings`);
  await page.getByRole('link', { name: 'Record a finding' }).click();
  await page.getByLabel('What was found').fill('Recruitment fees were taken by the agency.');
  await page.getByLabel('Grade').selectOption('major');
  await page.getByLabel('systemic').check();
  await page.getByLabel('How many', { exact: true }).fill('3');
  await page.getByLabel('What was seen, where no file can be kept').fill('Receipts in the agency’s ledger, May.');
  await page.getByRole('button', { name: 'Record a finding' }).click();
  await expect(page.getByText('The finding is recorded.')).toBeVisible();
  return new URL(page.url()).pathname;
}

test('A35: a plan is late in words, asks for time, is completed by one and verified by another', async ({
  memberPage: page,
  organization,
  page: second,
}) => {
  const supplier = await addSupplier(page, organization, { name: newWord('Mill'), country: 'VN' });
  const finding = await recordFinding(page, supplier);
  await page.getByRole('link', { name: 'Plan an action' }).click();
  expect(await newViolations(page)).toEqual([]);
  await page.getByRole('button', { name: 'Plan an action' }).click();
  await expect(page.getByRole('alert')).toContainText('Say what is to be done.');
  await page.getByLabel('remediation').check();
  await page.getByLabel('What is to be done').fill('Repay the fees to all who paid them.');
  await page.getByLabel('Responsible').fill('Head of personnel');
  await page.getByLabel('Within').selectOption('immediate');
  await page.getByLabel('To be verified by').selectOption('follow-up-visit');
  await page.getByLabel('Agreed by management').fill('Plant manager');
  await page.getByLabel('Agreed on').fill('2026-01-05');
  await page.getByLabel('Amount').fill('1200.50');
  await page.getByLabel('Currency').fill('usd');
  await page.getByLabel(/^People/).fill('3');
  await page.getByRole('button', { name: 'Plan an action' }).click();
  await expect(page.getByText('The action is planned.')).toBeVisible();
  const action = new URL(page.url()).pathname;
  await expect(page.getByText(/Overdue by \d+ days/).first()).toBeVisible();
  await expect(page.getByText('$1,200.50')).toBeVisible();
  expect(await newViolations(page)).toEqual([]);

  await page.getByText('Ask for more time').first().click();
  await page.getByLabel('Until').fill('2999-01-01');
  await page.getByLabel('Why more time is needed').fill('The agency pays in two parts.');
  await page.getByRole('button', { name: 'Ask for more time' }).click();
  await expect(page.getByText('another person has to decide')).toBeVisible();
  await expect(page.getByText('asks for more time').first()).toBeVisible();

  // A second person of the organization.
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
  await second.getByRole('button', { name: 'Grant' }).click();
  await expect(second.getByText(/^Granted by/)).toBeVisible();
  await expect(second.getByText(/^Overdue/)).toHaveCount(0);

  await page.goto(action);
  await page.getByLabel('What was done').fill('All three were repaid in cash, against receipt.');
  await page.getByRole('button', { name: 'Mark as completed' }).click();
  await expect(page.getByText('another person has to verify it')).toBeVisible();
  await second.goto(action);
  await second.getByRole('button', { name: 'Verify' }).click();
  await expect(second.getByRole('alert')).toContainText('not closed without evidence');
  await second.getByLabel('What was seen').fill('Receipts, and three workers confirmed it apart.');
  await second.getByRole('button', { name: 'Verify' }).click();
  await expect(second.getByText('and its finding with it')).toBeVisible();
  expect(await newViolations(second)).toEqual([]);

  await page.goto(finding);
  await expect(page.getByText('Verified').first()).toBeVisible();
  await page.goto(`${organization.path}/actions?view=board`);
  await expect(page.getByRole('heading', { name: 'Verified (1)' })).toBeVisible();
  expect(await newViolations(page)).toEqual([]);
  await page.goto(`${supplier}/progress`);
  await expect(page.getByText('People: fewer than five')).toBeVisible();
  await expect(page.getByText('verified the action')).toBeVisible();
  await page.setViewportSize({ width: 360, height: 740 });
  expect(await overflow(page), 'at 360 px').toBe('fits');
});
