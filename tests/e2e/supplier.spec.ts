import { chooseFrom } from './choose-from';
import { readFile } from 'node:fs/promises';
import { addSupplier, addSupplierByForm, expect, uniqueName, scripted, test } from './journey';
import { allNow } from './read-now';

test('A supplier is added by form, scored, corrected, and its history shows before and after', { tag: '@quick' }, async ({
  memberPage: page,
  organization,
}) => {
  const name = uniqueName('Công ty May');
  const supplierPage = await addSupplierByForm(page, organization, { name, country: 'VN', sector: '14', workers: '1250' });
  await expect(page.getByText(`${name} was added.`)).toBeVisible();
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
  await expect(page.getByText('Tier 1', { exact: true }).first()).toBeVisible();
  await expect(page.getByRole('link', { name: 'How it is calculated' })).toBeVisible();

  await page.getByRole('link', { name: 'Edit facts' }).first().click();
  await page.getByLabel('Workers', { exact: true }).fill('many');
  await page.getByRole('button', { name: 'Save facts' }).click();
  await expect(page.getByRole('alert')).toContainText('Enter a whole number of workers');
  await expect(page.getByLabel('Workers', { exact: true })).toHaveValue('many');
  await page.getByLabel('Workers', { exact: true }).fill('980');
  await page.getByLabel('Migrant workers from abroad, %', { exact: true }).fill('35');
  await page.getByRole('button', { name: 'Save facts' }).click();
  await expect(page).toHaveURL(supplierPage);
  await expect(page.getByText(/\d facts? recorded\./)).toBeVisible();
  await expect(page.getByText('980 workers')).toBeVisible();
  await page
    .getByRole('navigation', { name: 'Supplier sections' })
    .getByRole('link', { name: /^Sites and workforce/ })
    .click();
  await expect(page.getByRole('definition').filter({ hasText: /^980/ })).toContainText('Viewer (demonstration)');

  await page.getByRole('navigation', { name: 'Supplier sections' }).getByRole('link', { name: 'History' }).click();
  const change = page
    .getByRole('listitem')
    .filter({ hasText: 'Workers:' })
    .filter({ has: page.locator('del') });
  await expect(change.locator('del').filter({ hasText: /^1,?250$/ })).toBeVisible();
  await expect(change.locator('ins').filter({ hasText: /^980$/ })).toBeVisible();

  const tabs = page.getByRole('navigation', { name: 'Supplier sections' }).getByRole('link');
  for (const tab of await allNow(tabs)) {
    await tab.click();
    await expect(tab).toHaveAttribute('aria-current', 'page');
    await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
  }

  await page.goto(`${organization.path}/map`);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(page.getByText(/1 supplier/).first()).toBeVisible();
});

test('The list is searched, sorted and filtered in its address, and is exported as a safe CSV', async ({
  memberPage: page,
  organization,
}) => {
  test.slow();
  const { path } = organization;
  const tag = uniqueName('').trim();
  const hostile = `=HYPERLINK("http://x.example","${tag}")`;
  await addSupplier(page, organization, { name: `Alpha ${tag}`, country: 'VN', sector: '14', workers: '900' });
  await addSupplier(page, organization, { name: `Beta ${tag}`, country: 'DE', sector: '28', workers: '40' });
  await addSupplier(page, organization, { name: hostile, country: 'IN' });
  const names = page.getByRole('rowheader').getByRole('link');

  await page.goto(`${path}/suppliers`);
  await expect(names).toHaveCount(3);
  await page.getByRole('columnheader', { name: 'Workers' }).getByRole('link').click();
  await expect(page).toHaveURL(/sort=/);
  await expect(page.getByRole('columnheader', { name: 'Workers' })).toHaveAttribute('aria-sort', 'ascending');
  await expect(names).toHaveText([`Beta ${tag}`, `Alpha ${tag}`, hostile]);
  await page.getByRole('searchbox').fill('beta');
  await page.getByRole('button', { name: 'Apply' }).click();
  await expect(page).toHaveURL(/q=beta/);
  await expect(page).toHaveURL(/sort=/);
  await expect(names).toHaveText([`Beta ${tag}`]);
  await page.reload();
  await expect(names).toHaveText([`Beta ${tag}`]);
  await page.getByRole('searchbox').fill('no such thing');
  await page.getByRole('button', { name: 'Apply' }).click();
  await expect(page.getByText('No supplier matches')).toBeVisible();
  await page.goBack();
  await expect(page).toHaveURL(/q=beta/);
  await expect(names).toHaveText([`Beta ${tag}`]);
  await expect(page.getByRole('searchbox')).toHaveValue('beta');

  await page.goto(`${path}/suppliers?country=VN`);
  await expect(names).toHaveText([`Alpha ${tag}`]);
  await page.getByRole('link', { name: /^Remove filter/ }).click();
  await expect(names).toHaveCount(3);

  await page.getByText('Export 3').click();
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: 'CSV, all columns' }).click()]);
  expect(download.suggestedFilename()).toMatch(/\.csv$/);
  const csv = await readFile(await download.path(), 'utf8');
  expect(csv.startsWith('\ufeff')).toBe(true);
  const lines = csv.trim().split('\r\n');
  expect(lines).toHaveLength(4);
  const line = lines.find((text) => text.includes('HYPERLINK'));
  expect(line).toContain(`"'=HYPERLINK(""http://x.example"",""${tag}"")"`);
  expect(csv).not.toMatch(/(^|,)"?[=+@]/m);
});

test('An existing name is not added by accident, and an archived supplier is restored', { tag: '@thorough' }, async ({
  memberPage: page,
  organization,
}) => {
  const name = uniqueName('Twin');
  const supplierPage = await addSupplier(page, organization, { name, country: 'BD' });
  await page.goto(`${organization.path}/suppliers/new`);
  await page.getByLabel('Name', { exact: true }).fill(name.toUpperCase());
  await chooseFrom(page, 'Country', 'BD');
  await page.getByRole('button', { name: 'Add a supplier' }).click();
  await expect(page.getByText('A supplier with this name already exists')).toBeVisible();
  await expect(page.getByLabel('Name', { exact: true })).toHaveValue(name.toUpperCase());

  await page.goto(supplierPage);
  await scripted(page);
  await page.getByLabel('More actions').click();
  await page.getByRole('button', { name: 'Archive' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Archive' }).click();
  await expect(page.getByText('This supplier is archived')).toBeVisible();
  await page.goto(`${organization.path}/suppliers`);
  await expect(page.getByRole('rowheader', { name })).toHaveCount(0);
  await page.goto(supplierPage);
  await page.getByRole('button', { name: 'Restore' }).click();
  await expect(page.getByText('Restored.')).toBeVisible();
});
