import { addSupplier, uniqueName, type Organization, type Page } from './journey';

export const words = 'Passports of agency workers lie in a locked cupboard.';

/** Records a finding of a new supplier and shares it with its site. @returns the address of the share, and the link, which is shown once */
export async function showFinding(page: Page, organization: Organization): Promise<{ share: string; link: string; finding: string }> {
  const supplier = await addSupplier(page, organization, { name: uniqueName('Mill'), country: 'VN', workers: '300' });
  await page.goto(`${organization.path}/findings/new?supplier=${supplier.split('/').at(-1)}`);
  await page.getByLabel('Description of the finding').fill(words);
  await page.getByLabel(/^Grade/).selectOption('major');
  await page.getByLabel('systemic').check();
  await page.getByLabel('unknown', { exact: true }).check();
  await page.getByLabel('documents', { exact: true }).check();
  await page.getByLabel('Evidence observed on site').fill('The office cupboard on floor two');
  await page.getByRole('button', { name: 'Record finding' }).click();
  await page.waitForURL(/\/findings\/[0-9a-f-]{36}/);
  const finding = new URL(page.url()).pathname;
  await page.getByRole('link', { name: 'Share with site' }).click();
  await page.getByRole('button', { name: 'Share findings' }).click();
  const link = await page.locator('input[readonly]').inputValue();
  await page.getByRole('main').getByRole('link', { name: 'Findings shared with the site' }).click();
  await page.waitForURL(/\/site-sharing\/[0-9a-f-]{36}$/);
  return { share: new URL(page.url()).pathname, link, finding };
}
