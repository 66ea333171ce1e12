import { overflow, newViolations } from './inspect';
import { expect, importList, uniqueName, openOrganization, type Page, test, textFile } from './journey';

const holds = async (page: Page) => {
  expect(await newViolations(page), page.url()).toEqual([]);
  const size = page.viewportSize();
  await page.setViewportSize({ width: 360, height: 740 });
  expect(await overflow(page), `${page.url()} at 360 px`).toBe('fits');
  if (size) await page.setViewportSize(size);
};

test('A supplier that is two: a site moves to a new company after a preview, and undo restores it', async ({ memberPage: page }) => {
  const organization = await openOrganization(page);
  const rows = ['name,country,city,address,workers', 'Alpha Mills,India,Pune,1 Road,300', 'Alpha Mills,India,Surat,2 Road,80'];
  await importList(page, organization, textFile(`${uniqueName('Autumn')}.csv`, rows.join('\n')));
  const shown = page.getByRole('table').getByRole('rowheader').getByRole('link');
  await page.goto(`${organization.path}/suppliers`);
  await expect(shown).toHaveText(['Alpha Mills']);
  await page.getByRole('link', { name: 'Alpha Mills', exact: true }).click();
  await page.waitForURL(/\/suppliers\/(?!import)[A-Z0-9]+(\?list=.*)?$/);
  const supplier = new URL(page.url()).pathname;
  await page.goto(`${supplier}/identity`);
  await page.getByRole('link', { name: 'Split supplier…' }).click();

  await page.getByLabel('Name of the new supplier').fill('Surat Mills');
  await page.getByRole('button', { name: 'Show preview' }).click();
  await expect(page.getByText('Choose at least one site or source.')).toBeVisible();
  await page.getByRole('group', { name: 'Sites to move' }).getByRole('checkbox', { name: /Surat/ }).check();
  await page.getByRole('button', { name: 'Show preview' }).click();
  await expect(page.getByRole('heading', { name: 'Preview of the split' })).toBeVisible();
  await expect(page.getByLabel('Name of the new supplier')).toHaveValue('Surat Mills');
  await holds(page);
  const preview = page.url();
  await page.goto(`${organization.path}/suppliers`);
  await expect(shown, 'a preview writes nothing').toHaveText(['Alpha Mills']);

  await page.goto(preview);
  await page.getByRole('button', { name: 'Split', exact: true }).click();
  await expect(page.getByText('Split. You can undo it below.')).toBeVisible();
  await holds(page);
  await page.goto(`${organization.path}/suppliers`);
  await expect(shown).toHaveText(['Alpha Mills', 'Surat Mills']);
  await page.getByRole('link', { name: 'Surat Mills' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Surat Mills' })).toBeVisible();

  await page.goto(`${supplier}/identity`);
  await page.getByRole('button', { name: 'Undo' }).first().click();
  await page.getByRole('dialog').getByRole('button', { name: 'Undo' }).click();
  await expect(page.getByText('The action was undone.')).toBeVisible();
  await page.goto(`${organization.path}/suppliers`);
  await expect(shown).toHaveText(['Alpha Mills']);
});
