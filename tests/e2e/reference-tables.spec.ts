import { newViolations, overflow } from './inspect';
import { addSupplier, expect, uniqueName, test } from './journey';

test('A newer edition of a table: read separately, compared with every supplier, put in force, withdrawn', async ({
  memberPage: page,
  organization,
}) => {
  const name = uniqueName('Fjord Mill');
  const supplier = await addSupplier(page, organization, { name, country: 'NO', sector: '14' });
  const here = `${organization.path}/settings/reference-tables`;
  const title = uniqueName('Report on trafficking');

  await test.step('rejects the file, then reads it', async () => {
    await page.goto(here);
    await page.getByRole('link', { name: 'Load edition: Trafficking in Persons Report: tiers' }).click();
    const send = async (text: string) => {
      await page.getByLabel('File').setInputFiles({ name: 'tip.csv', mimeType: 'text/csv', buffer: Buffer.from(text) });
      await page.getByRole('button', { name: 'Read and compare' }).click();
    };
    await page.getByLabel('Edition', { exact: true }).fill(title);
    await page.getByLabel('Licence').fill('Public domain');
    await send('Country,Tier\nAtlantis,Tier 1\n');
    await expect(page.getByRole('row', { name: /Atlantis/ })).toBeVisible();
    await expect(page.getByLabel('Edition', { exact: true })).toHaveValue(title);
    await send('Country,Tier\nNorway,Tier 3\nAtlantis,Tier 1\n');
    await expect(page.getByRole('heading', { name: title, level: 1 })).toBeVisible();
  });

  await test.step('shows its changes before it takes effect', async () => {
    await expect(page.getByRole('button', { name: 'Put into force' })).toBeVisible({ timeout: 40_000 });
    await expect(page.getByRole('row', { name })).toContainText('+');
    expect(await newViolations(page)).toEqual([]);
    await page.setViewportSize({ width: 360, height: 740 });
    expect(await overflow(page), 'at 360 px').toBe('fits');
    await page.setViewportSize({ width: 1280, height: 720 });
    await page.getByRole('button', { name: 'Put into force' }).click();
    await expect(page.getByText('The edition is in force.')).toBeVisible();
  });

  await test.step('the score names it, and the country is shown with it', async () => {
    const named = page.getByText('Calculated with your own table editions').getByRole('link', { name: title });
    await expect(async () => {
      await page.goto(`${supplier}/score`);
      await expect(named).toBeVisible({ timeout: 1_000 });
    }).toPass({ timeout: 40_000 });
    await page.goto(supplier);
    await page.getByRole('link', { name: 'Norway', exact: true }).first().click();
    await expect(page.getByText(`Calculated with table editions loaded by ${organization.name}`)).toBeVisible();
    await page.getByRole('link', { name: title, exact: true }).click();
  });

  await test.step('withdraws it with a reason', async () => {
    await page.getByLabel('Reason').fill('Norway was misread.');
    await page.getByRole('button', { name: 'Withdraw edition' }).click();
    await expect(page.getByText('Norway was misread.')).toBeVisible();
  });
});
