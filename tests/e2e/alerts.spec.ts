import { addSupplier, expect, scripted, test } from './journey';

test('A name on a list appears on the home page, and raises a critical override once a member has confirmed it', async ({
  memberPage: page,
  organization,
}) => {
  const supplierPage = await addSupplier(page, organization, { name: 'Akesu Huafu', country: 'CN', sector: '4690' });
  await page.goto(organization.path);
  await expect(page.getByText('1 of them to be confirmed')).toBeVisible();
  await expect(page.getByRole('link', { name: 'Confirm or dismiss alert' })).toBeVisible();
  await page.getByRole('link', { name: 'supplier under an import-ban alert' }).click();
  await page.getByRole('link', { name: 'Akesu Huafu' }).click();
  // The address also says which list the supplier was opened from.
  await page.waitForURL((url) => url.pathname === new URL(supplierPage, url).pathname);
  await expect(page.getByRole('heading', { level: 2, name: /^Name matches .* on the UFLPA Entity List: to be confirmed/ })).toBeVisible();
  await page.locator('summary', { hasText: 'Why do I see this?' }).first().click();
  const match = page.getByRole('article').filter({ hasText: 'UFLPA Entity List' });
  await expect(match).toContainText('To be confirmed');
  await expect(match.getByRole('row', { name: /Address/ })).toContainText('not given by the list');
  await scripted(page);
  await match.getByText('Confirm or dismiss').click();
  await match.getByLabel('Reason').fill('short');
  await match.getByRole('button', { name: 'Confirm alert' }).click();
  await expect(page.getByRole('alert')).toContainText('Enter a reason of at least 10 characters.');
  await page.getByLabel('Reason').fill('Same registration number as on the list.');
  await page.getByRole('button', { name: 'Confirm alert' }).click();
  await expect(page.getByText('Alert confirmed. Critical override O4 is in force.')).toBeVisible();
  await expect(page.getByText('Confirmed by')).toContainText('Same registration number as on the list.');
  await page.getByRole('link', { name: 'View overrides' }).click();
  await expect(page.getByRole('link', { name: 'Confirmed alert' })).toBeVisible();
  await page.goto(`${organization.path}/suppliers?alert=listed-entity`);
  await expect(page.getByRole('row', { name: /Akesu Huafu/ })).toContainText('Listed entity');
});
