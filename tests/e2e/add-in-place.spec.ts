import { newViolations } from './inspect';
import { addSupplier, expect, openOrganization, type Page, signIn, test, uniqueName } from './journey';

/** Plans an audit of a supplier up to the moment where its site is missing, adds that, and plans it. */
async function planAtMissingSite(page: Page, path: string): Promise<void> {
  await page.goto(path);
  await page.getByLabel('Person-days').fill('3');
  await page.getByLabel('Purpose').fill('Dormitories at the new plant');
  await page.getByRole('button', { name: 'Add a site' }).click();
  const fields = page.getByRole('group', { name: 'New site' });
  await fields.getByRole('button', { name: 'Add a site' }).click();
  await expect(page.getByRole('alert').getByRole('link')).toHaveCount(1);
  await fields.getByLabel('Name', { exact: true }).fill('North plant');
  await fields.getByRole('button', { name: 'Add a site' }).click();
  await expect(page.getByLabel('Site', { exact: true }).locator('option:checked')).toHaveText('North plant');
  await expect(page.getByLabel('Person-days')).toHaveValue('3');
  await expect(page.getByLabel('Purpose')).toHaveValue('Dormitories at the new plant');
}

/** Links a supplier to a recruiter that is added inside the form of the link. */
async function linkToMissingRecruiter(page: Page, supplier: string): Promise<void> {
  await page.goto(`${supplier}/supply-chain`);
  await page.locator('#add-link summary').click();
  const name = uniqueName('Missing Manpower');
  await page.getByRole('textbox', { name: /^Source/ }).fill('Contract of June');
  await page.getByRole('button', { name: 'Add a supplier or labour recruiter' }).click();
  const fields = page.getByRole('group', { name: 'New supplier or labour recruiter' });
  await fields.getByRole('button', { name: 'Add', exact: true }).click();
  await expect(page.getByRole('alert').getByRole('link')).toHaveCount(1);
  await fields.getByRole('radio', { name: 'Labour recruiter' }).check();
  await fields.getByLabel('Name', { exact: true }).fill(name);
  await fields.getByRole('button', { name: 'Add', exact: true }).click();
  await expect(fields).toHaveCount(0);
  await expect(page.getByRole('textbox', { name: /^Source/ })).toHaveValue('Contract of June');
  await page.getByRole('button', { name: 'Add a link', exact: true }).click();
  await expect(page.getByRole('link', { name }).first()).toBeVisible();
}

test('a supplier that is missing is added in place, and the form goes on with it', async ({ memberPage: page, organization }) => {
  const name = uniqueName('Missing Mill');
  await page.goto(`${organization.path}/findings/new`);
  await page.getByRole('combobox', { name: 'Supplier' }).fill(name);
  await page.getByRole('option', { name: `Add “${name}” as a new supplier` }).click();
  await expect(page.getByLabel('Name', { exact: true })).toHaveValue(name);
  await page.getByRole('button', { name: 'Add a supplier' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText(name);
  await expect(page).toHaveURL(/\/findings\/new\?supplier=\w{11}$/);
  expect(await newViolations(page)).toEqual([]);
});

test('a site that is missing is added inside the plan of an audit, and nothing typed is lost', async ({
  memberPage: page,
  organization,
}) => {
  const supplier = await addSupplier(page, organization, { name: uniqueName('Site Mill'), country: 'VN' });
  await planAtMissingSite(page, `${organization.path}/audits/new?supplier=${supplier.split('/').at(-1)}`);
  expect(await newViolations(page)).toEqual([]);
});

test('a labour recruiter that is missing is added inside the form of a link, by its name in the search too', async ({
  memberPage: page,
  organization,
}) => {
  const supplier = await addSupplier(page, organization, { name: uniqueName('Linked Mill'), country: 'IN' });
  await linkToMissingRecruiter(page, supplier);
  await page.locator('#add-link summary').click();
  const field = page.getByRole('combobox', { name: 'Supplier, site or labour recruiter' });
  const name = uniqueName('Sought Spinning');
  await field.fill(name);
  await page.getByRole('option', { name: `Add “${name}” as a new record` }).click();
  await expect(page.getByRole('group', { name: 'New supplier or labour recruiter' }).getByLabel('Name', { exact: true })).toHaveValue(name);
  expect(await newViolations(page)).toEqual([]);
  await page.getByRole('button', { name: 'Add', exact: true }).click();
  await expect(field).toHaveValue(name);
});

test.describe('without script', () => {
  test.use({ javaScriptEnabled: false });

  test('a labour recruiter that is missing is added inside the form of a link too', async ({ page, account }) => {
    await signIn(page, account);
    const organization = await openOrganization(page);
    await linkToMissingRecruiter(page, await addSupplier(page, organization, { name: uniqueName('Plain Mill'), country: 'IN' }));
  });

  test('a site that is missing is added inside the plan of an audit too', async ({ page, account }) => {
    await signIn(page, account);
    const organization = await openOrganization(page);
    const supplier = await addSupplier(page, organization, { name: uniqueName('Plain Site Mill'), country: 'VN' });
    await planAtMissingSite(page, `${organization.path}/audits/new?supplier=${supplier.split('/').at(-1)}`);
  });
});
