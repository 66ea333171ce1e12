import { addSupplier, expect, scripted, test } from './journey';

test('A link to state-imposed forced labour is raised from its alert, with a preview of its effect, and names the alert afterwards', async ({
  memberPage: page,
  organization,
}) => {
  const supplierPage = await addSupplier(page, organization, { name: 'Yangtze Software', country: 'CN', sector: '6201' });
  await page.goto(supplierPage);
  await page.locator('summary', { hasText: 'Why do I see this?' }).first().click();
  await page.getByRole('link', { name: 'Raise override O5' }).click();
  await expect(page.getByRole('heading', { name: 'Raise critical override' })).toBeVisible();
  await scripted(page);
  const choice = page.getByRole('radio', { name: /O5: A credible link/ });
  await expect(choice).toBeChecked();
  await expect(page.getByText(/Minimum 90\. The score rises from \d+ \(\w+\) to 90 \(severe\)/)).toBeVisible();
  await page.getByLabel('Reason').fill('Workers are placed by a county labour office.');
  await page.getByRole('button', { name: 'Raise override' }).click();
  await expect(page.getByRole('alert')).toContainText('Choose an evidence grade.');
  await expect(page.getByLabel('Reason')).toHaveValue('Workers are placed by a county labour office.');
  await page.getByLabel('Evidence').selectOption('document-checked');
  await page.getByRole('button', { name: 'Raise override' }).click();
  await expect(page.getByText('O5 raised and supplier rescored.')).toBeVisible();
  await expect(page.getByText('Workers are placed by a county labour office.')).toBeVisible();
  await page.goto(`${supplierPage}/score`);
  const overrides = page.locator('#overrides');
  await expect(overrides).toContainText('A credible link to state-imposed forced labour: floor 90');
  await overrides.getByRole('link', { name: 'Alert', exact: true }).click();
  await expect(page.getByText('A critical override from this alert is in force.')).toBeVisible();
  await page.getByRole('link', { name: 'Raise override O5' }).click();
  await expect(page.getByRole('heading', { name: 'Raise critical override' })).toBeVisible();
  await scripted(page);
  await expect(page.getByText(/The score stays at 90 \(severe\)/)).toBeVisible();
  await page.getByLabel('Reason').fill('Workers are placed by a county labour office.');
  await page.getByLabel('Evidence').selectOption('document-checked');
  await page.getByRole('button', { name: 'Raise override' }).click();
  await expect(page.getByRole('alert')).toContainText('O5 is already in force from the same source');
});
