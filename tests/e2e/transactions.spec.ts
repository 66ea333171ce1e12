import { addSupplier, expect, newWord, test } from './journey';
import { signInAs } from './demonstration';
import { overflow, newViolations } from './inspect';

test('a lender opens a transaction, screens it at the very limit, categorises and begins its reviews; of two at once the second is told', async ({
  memberPage: page,
  organization,
}) => {
  const clientName = newWord('Solar client');
  await addSupplier(page, organization, { name: clientName, country: 'CL' });
  await page.goto(`${organization.path}/transactions`);
  await expect(page.getByText('No transaction yet')).toBeVisible();
  await page.getByRole('link', { name: 'Open a transaction' }).click();
  await page.getByRole('searchbox').last().fill(clientName);
  await page.getByRole('searchbox').last().press('Enter');
  // What is found stands in the address; a choice made before that may be of the list that goes.
  await expect(page).toHaveURL(/[?&]q=/);
  await page.getByLabel(clientName).check();
  await page.getByRole('button', { name: 'Continue' }).click();

  // Nothing of a refused form is lost.
  await page.getByLabel('Sponsor', { exact: false }).first().fill('A sponsor');
  await page.getByLabel('Financial close').fill('2026-11-01');
  await page.getByRole('button', { name: 'Open a transaction' }).click();
  await expect(page.getByRole('alert')).toContainText('Say what the project is called.');
  await expect(page.getByRole('alert')).toContainText('Choose at least one host country.');
  await expect(page.getByLabel('Sponsor', { exact: false }).first()).toHaveValue('A sponsor');
  expect(await newViolations(page)).toEqual([]);
  await page.getByRole('textbox', { name: 'Project', exact: true }).fill('Desert park');
  await page.getByLabel('Host countries').selectOption('CL');
  await page.getByLabel('Sector', { exact: true }).selectOption('power');
  await page.getByLabel('Project finance', { exact: true }).check();
  await page.getByLabel(/^Capital cost/).fill('9999999');
  await page.getByRole('button', { name: 'Open a transaction' }).click();
  await expect(page.getByRole('alert')).toContainText('Financial close comes after signing');
  await page.getByLabel('Financial close').fill('');
  await page.getByRole('button', { name: 'Open a transaction' }).click();
  await expect(page.getByText(/Transaction T-\d{4}-0001 is open/)).toBeVisible();

  // One dollar below the limit is out; at the limit it is in.
  await page.getByRole('button', { name: 'Test the scope' }).click();
  await expect(page.getByText('The scope is tested: Out of scope.')).toBeVisible();
  await expect(page.locator('#next')).toContainText('It is out of scope.');
  await page.getByRole('link', { name: 'Edit the record' }).click();
  await page.getByLabel(/^Capital cost/).fill('10000000');
  await page.getByRole('button', { name: 'Save the record' }).click();
  await expect(page.getByText('The record changed since this test')).toBeVisible();
  await page.getByRole('button', { name: 'Test the scope' }).click();
  await expect(page.getByText('The scope is tested: In scope.')).toBeVisible();
  await page.getByRole('button', { name: 'Go on to: Screened' }).click();

  await page.getByLabel(/^A:/).check();
  await page.getByRole('button', { name: 'Decide on the category' }).click();
  await expect(page.getByRole('alert')).toContainText('A category needs its reasons.');
  await page.getByLabel('Reason: Labour').fill('Two thousand workers in a camp.');
  await page.getByRole('button', { name: 'Decide on the category' }).click();
  await page.getByRole('button', { name: 'Go on to: Categorised' }).click();
  await expect(page.locator('#next')).toContainText('Hand in the review EQ1 to EQ10.');
  expect(await newViolations(page)).toEqual([]);

  const here = new URL(page.url()).pathname;
  await page.goto(`${here}/review`);
  await page.getByRole('button', { name: 'Begin the review' }).click();
  await expect(page.getByText('The review is begun.')).toBeVisible();
  await page.locator('#ps2').getByRole('button', { name: 'Mark what is left as not assessed' }).click();
  await expect(page.getByText(/items are marked as not assessed/)).toBeVisible();
  await expect(page.locator('#ps2').getByRole('button', { name: 'Mark what is left as not assessed' })).toHaveCount(0);
  await page.setViewportSize({ width: 360, height: 740 });
  for (const path of ['', '/review', '/chain', '/edit']) {
    await page.goto(here + path);
    expect(await overflow(page), `${path} at 360 px`).toBe('fits');
  }

  // What two people do at once: the second is told, and what was typed stays.
  await page.setViewportSize({ width: 1280, height: 900 });
  await page.goto(`${here}/edit`);
  const other = await page.context().newPage();
  await other.goto(`${here}/edit`);
  await page.getByLabel('Sponsor', { exact: false }).first().fill('First sponsor');
  await page.getByRole('button', { name: 'Save the record' }).click();
  await expect(page.getByText('The record is saved.')).toBeVisible();
  await other.getByLabel('Sponsor', { exact: false }).first().fill('Second sponsor');
  await other.getByRole('button', { name: 'Save the record' }).click();
  await expect(other.getByRole('alert')).toContainText('Somebody changed the record while you wrote.');
  await expect(other.getByLabel('Sponsor', { exact: false }).first()).toHaveValue('Second sponsor');
  await other.getByRole('button', { name: 'Save the record' }).click();
  await expect(other.getByText('The record is saved.')).toBeVisible();
});

test('A31: the chain of a project says which of its goods public lists speak of, with the reason, and leads to the row of the list', {
  tag: '@quick',
}, async ({ page }) => {
  await signInAs(page, 'auditor', 'lender');
  await page.getByRole('link', { name: 'Transactions', exact: true }).first().click();
  await page
    .getByRole('row', { name: /Llano del Sol/ })
    .getByRole('link')
    .first()
    .click();
  await page.getByRole('link', { name: 'Companies', exact: true }).click();
  const goods = page.locator('#goods');
  const silicon = goods.getByRole('listitem').filter({ hasText: /^Polysilicon · List of goods/ });
  await expect(silicon).toContainText('forced labour');
  await expect(silicon).toContainText('Tianyuan Polysilicon Co., Ltd');
  await expect(page.locator('#inherited')).toContainText('The client');
  expect(await newViolations(page)).toEqual([]);
  // On a phone a company is a block, each fact under its head, and the act stands by itself.
  await page.setViewportSize({ width: 360, height: 740 });
  const company = page.locator('#parties tbody tr').filter({ hasText: 'Cobre Norte EPC Ltda' });
  await expect(company.getByRole('cell').filter({ hasText: 'EPC contractor' })).toHaveAttribute('data-head', 'Part in the project');
  expect(await company.getByRole('rowheader').evaluate((cell) => cell.clientWidth > 300)).toBe(true);
  expect(await overflow(page)).toBe('fits');
  expect(await newViolations(page)).toEqual([]);
  await page.setViewportSize({ width: 1280, height: 900 });
  await silicon.getByRole('link', { name: /List of Goods/ }).click();
  await expect(page).toHaveURL(/\/methodology\/tables\/listed-goods\?vintage=/);
  await expect(page.locator('main')).toContainText('Polysilicon');
});

test('the end of a loan that is monitored is no task of today', async ({ page }) => {
  await signInAs(page, 'owner', 'lender');
  await page.getByRole('link', { name: 'Transactions', exact: true }).first().click();
  await page
    .getByRole('row', { name: /Vientos del Loa/ })
    .getByRole('link')
    .first()
    .click();
  const next = page.locator('#next');
  await expect(next).toContainText('The loan is monitored until it is repaid or you leave it.');
  await expect(next).not.toContainText('Nothing stands in the way');
  await expect(next.getByRole('button', { name: 'Go on to: Repaid or exited' })).toBeVisible();
});
