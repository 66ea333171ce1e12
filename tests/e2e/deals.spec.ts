import { chooseFrom } from './choose-from';
import { addSupplier, expect, uniqueName, test } from './journey';
import { signInAs } from './demonstration';
import { overflow, newViolations } from './inspect';

test('a lender creates a deal, screens it at the threshold, categorises it and starts its reviews; the second of two simultaneous edits is reported', async ({
  memberPage: page,
  organization,
}) => {
  const clientName = uniqueName('Solar client');
  await addSupplier(page, organization, { name: clientName, country: 'CL' });
  await page.goto(`${organization.path}/deals`);
  await expect(page.getByText('No deals yet')).toBeVisible();
  await page.getByRole('link', { name: 'New deal' }).click();
  await chooseFrom(page, 'Client', clientName);
  await page.getByRole('button', { name: 'Continue' }).click();

  // A rejected form keeps all values.
  await page.getByLabel('Sponsor', { exact: false }).first().fill('A sponsor');
  await page.getByLabel('Financial close').fill('2026-11-01');
  await page.getByRole('button', { name: 'Open deal' }).click();
  await expect(page.getByRole('alert')).toContainText('Enter a project name.');
  await expect(page.getByRole('alert')).toContainText('Choose at least one host country.');
  await expect(page.getByLabel('Sponsor', { exact: false }).first()).toHaveValue('A sponsor');
  expect(await newViolations(page)).toEqual([]);
  await page.getByRole('textbox', { name: 'Project', exact: true }).fill('Desert park');
  await chooseFrom(page, 'Host countries', 'CL');
  await page.getByLabel('Sector', { exact: true }).selectOption('power');
  await page.getByLabel('Project finance', { exact: true }).check();
  await page.getByLabel(/^Total project capital cost/).fill('9999999');
  await page.getByRole('button', { name: 'Open deal' }).click();
  await expect(page.getByRole('alert')).toContainText('Financial close comes after signing');
  await page.getByLabel('Financial close').fill('');
  await page.getByRole('button', { name: 'Open deal' }).click();
  await expect(page.getByText(/Deal D-\d{4}-0001 opened/)).toBeVisible();

  // One dollar below the threshold is out of scope; at the threshold it is in scope.
  await page.getByRole('button', { name: 'Screen applicability' }).click();
  await expect(page.getByText('Applicability screened: Out of scope.')).toBeVisible();
  await expect(page.locator('#next')).toContainText('The deal is out of scope.');
  await page.getByRole('link', { name: 'Edit deal' }).click();
  await page.getByLabel(/^Total project capital cost/).fill('10000000');
  await page.getByRole('button', { name: 'Save deal' }).click();
  await expect(page.getByText('The deal has changed since this screening')).toBeVisible();
  await page.getByRole('button', { name: 'Screen applicability' }).click();
  await expect(page.getByText('Applicability screened: In scope.')).toBeVisible();
  await page.getByRole('button', { name: 'Move to: Screened' }).click();

  await page.getByLabel(/^Category A:/).check();
  await page.getByRole('button', { name: 'Save category' }).click();
  await expect(page.getByRole('alert')).toContainText('Enter the reasons for the category.');
  await page.getByLabel('Reason: Labour').fill('Two thousand workers in a camp.');
  await page.getByRole('button', { name: 'Save category' }).click();
  await page.getByRole('button', { name: 'Move to: Categorised' }).click();
  await expect(page.locator('#next')).toContainText('Submit the Equator Principles review (EQ1 to EQ10).');
  expect(await newViolations(page)).toEqual([]);

  const here = new URL(page.url()).pathname;
  await page.goto(`${here}/review`);
  await page.getByRole('button', { name: 'Start review' }).click();
  await expect(page.getByText('Review started.')).toBeVisible();
  await page.locator('#ps2').getByRole('button', { name: 'Mark remaining as not assessed' }).click();
  await expect(page.getByText(/items marked as not assessed/)).toBeVisible();
  await expect(page.locator('#ps2').getByRole('button', { name: 'Mark remaining as not assessed' })).toHaveCount(0);
  await page.setViewportSize({ width: 360, height: 740 });
  for (const path of ['', '/review', '/supply-chain', '/edit']) {
    await page.goto(here + path);
    expect(await overflow(page), `${path} at 360 px`).toBe('fits');
  }

  // Two simultaneous edits: the second is reported, and its values stay.
  await page.setViewportSize({ width: 1280, height: 900 });
  await page.goto(`${here}/edit`);
  const other = await page.context().newPage();
  await other.goto(`${here}/edit`);
  await page.getByLabel('Sponsor', { exact: false }).first().fill('First sponsor');
  await page.getByRole('button', { name: 'Save deal' }).click();
  await expect(page.getByText('Deal saved.')).toBeVisible();
  await other.getByLabel('Sponsor', { exact: false }).first().fill('Second sponsor');
  await other.getByRole('button', { name: 'Save deal' }).click();
  await expect(other.getByRole('alert')).toContainText('Another person changed this deal while you were editing.');
  await expect(other.getByLabel('Sponsor', { exact: false }).first()).toHaveValue('Second sponsor');
  await other.getByRole('button', { name: 'Save deal' }).click();
  await expect(other.getByText('Deal saved.')).toBeVisible();
});

test('A31: the supply chain of a project shows which of its goods are on public lists, with the reason, and links to the row of the list', {
  tag: '@quick',
}, async ({ page }) => {
  await signInAs(page, 'auditor', 'lender');
  await page
    .getByRole('link', { name: /^Deals/ })
    .first()
    .click();
  await page
    .getByRole('row', { name: /Llano del Sol/ })
    .getByRole('link')
    .first()
    .click();
  await page.getByRole('link', { name: 'Companies', exact: true }).click();
  const goods = page.locator('#goods');
  const silicon = goods.getByRole('listitem').filter({ hasText: /^Polysilicon · US Department of Labor List of Goods/ });
  await expect(silicon).toContainText('forced labour');
  await expect(silicon).toContainText('Tianyuan Polysilicon Co., Ltd');
  await expect(page.locator('#inherited')).toContainText('The client');
  expect(await newViolations(page)).toEqual([]);
  // On a phone a company is a block, with each value under its heading and the action below.
  await page.setViewportSize({ width: 360, height: 740 });
  const company = page.locator('#parties tbody tr').filter({ hasText: 'Cobre Norte EPC Ltda' });
  const role = company.getByRole('cell').filter({ hasText: 'EPC contractor' });
  expect(await role.evaluate((cell) => getComputedStyle(cell, '::before').content)).toBe('"Role in the project"');
  expect(await company.getByRole('rowheader').evaluate((cell) => cell.clientWidth > 300)).toBe(true);
  expect(await overflow(page)).toBe('fits');
  expect(await newViolations(page)).toEqual([]);
  await page.setViewportSize({ width: 1280, height: 900 });
  await silicon.getByRole('link', { name: /List of Goods/ }).click();
  await expect(page).toHaveURL(/\/methodology\/tables\/listed-goods\?vintage=/);
  await expect(page.locator('main')).toContainText('Polysilicon');
});

test('what stops disbursement is the next step of a monitored loan, not its end', async ({ page }) => {
  await signInAs(page, 'owner', 'lender');
  await page
    .getByRole('link', { name: /^Deals/ })
    .first()
    .click();
  await page
    .getByRole('row', { name: /Vientos del Loa/ })
    .getByRole('link')
    .first()
    .click();
  const next = page.locator('#next');
  await expect(next.getByRole('heading')).toHaveText('Next step: lift the drawstop');
  await expect(next.getByRole('link', { name: 'A covenant breach is not remedied.' })).toHaveAttribute('href', /\/monitoring$/);
  await expect(next).toContainText('Monitor the deal until it is repaid or you exit.');
  await expect(next).not.toContainText('All requirements are met');
  await expect(next.getByRole('button', { name: 'Move to: Repaid or exited' })).toBeVisible();
});
