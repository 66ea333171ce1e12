import { newViolations, overflow } from './inspect';
import { expect, openOrganization, type Organization, type Page, signIn, test, textFile, uniqueLetters } from './journey';

const list = (tag: string) =>
  [
    'Vendor name,Address,Country,What they make,Nb of employees,Annual spend EUR,Main contact,E-mail',
    `Sunrise ${tag},"Plot 14, Tirupur 641603",India,Cotton shirts,"1,250","1,200,000",Ravi Kumar,ravi@sunrise.example`,
    `Karya ${tag},"Jl. Raya Serang 12, Tangerang",Indonesia,Footwear,800,"450,000",,`,
    `Palm ${tag},"Lot 7, Klang, Selangor",Malaysia,Rubber gloves,"2,100","900,000",,`,
    `Ayeyarwady ${tag},"Hlaing Tharyar, Yangon",Myanmar,Knitwear,640,"310,000",,`,
    `Korla ${tag},"Tashidian Rd, Korla, Xinjiang",China,Cotton yarn,410,"88,000",,`,
    `Hamburg ${tag},"Am Sandtorkai 4, Hamburg",Germany,Warehouse,many,"140,000",,`,
    `Peachtree ${tag},Riverside Dr 5,,Uniforms,95,"64,000",,`,
    `Multan ${tag},"Vehari Rd, Multan 60000",Pakistan,Terry towels,300,"180,000",,`,
  ].join('\n');

async function upload(page: Page, { path }: Organization, file: ReturnType<typeof textFile>): Promise<void> {
  await page.goto(`${path}/suppliers/import`);
  await page.getByLabel('Your list').setInputFiles(file);
  await page.getByRole('button', { name: 'Upload list' }).click();
  await expect(page.getByRole('heading', { name: 'Import suppliers', level: 1 })).toBeVisible();
  await expect(page.getByRole('link', { name: 'Detailed import' })).toBeVisible({ timeout: 40_000 });
}

test('An ordinary list is imported in two screens: one grid with scores and alerts, mended in place, then what came of it', async ({
  memberPage: page,
  organization,
}) => {
  const tag = uniqueLetters();
  await upload(page, organization, textFile(`spring-${tag}.csv`, list(tag)));
  await expect(page.getByLabel('Field for “What they make”')).toHaveValue('product');
  const row = (name: string) => page.getByRole('row').filter({ has: page.getByRole('rowheader', { name: new RegExp(name) }) });
  await expect(row('Sunrise')).toContainText('14 Garments');
  await expect(row('Korla')).toContainText('Import ban by region');
  const panel = page.getByRole('complementary');
  await expect(panel.getByRole('listitem').filter({ hasText: `Korla ${tag}` })).toContainText('Import ban by region');
  expect(await newViolations(page)).toEqual([]);
  await page.setViewportSize({ width: 360, height: 740 });
  expect(await overflow(page), 'at 360 px').toBe('fits');
  await page.setViewportSize({ width: 1280, height: 720 });

  // By keyboard: Enter opens the cell, Escape leaves it, Enter saves it.
  const cell = page.getByRole('link', { name: /^Workers, row 7/ });
  await cell.focus();
  await page.keyboard.press('Enter');
  await expect(page.getByLabel('Workers, row 7', { exact: true })).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(page.getByLabel('Workers, row 7', { exact: true })).toHaveCount(0);
  await page.getByRole('link', { name: /^Workers, row 7/ }).focus();
  await page.keyboard.press('Enter');
  await page.keyboard.type('60');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('link', { name: 'Workers, row 7: 60. Edit' })).toBeFocused();

  // A product is proposed by the list, and any other text is kept as it is typed.
  const product = page.getByRole('combobox', { name: 'Products, row 3', exact: true });
  await page.getByRole('link', { name: /^Products, row 3/ }).click();
  await expect(product).toBeFocused();
  await page.keyboard.type('footw');
  await page
    .getByRole('option', { name: /^Footwear/ })
    .first()
    .click();
  await expect(page.getByRole('link', { name: 'Products, row 3: Footwear. Edit' })).toBeVisible();
  await page.getByRole('link', { name: /^Products, row 3/ }).click();
  await expect(product).toBeFocused();
  await page.keyboard.type('Leather shoes, size 40');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('link', { name: 'Products, row 3: Leather shoes, size 40. Edit' })).toBeVisible();

  await expect(page.getByRole('link', { name: '1 row needs an answer' })).toBeVisible();
  await page.getByRole('link', { name: /^Country, row 8/ }).click();
  await page.getByLabel('Country, row 8', { exact: true }).fill('Georgia');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('link', { name: '1 row needs an answer' })).toHaveCount(0);

  await page.getByRole('button', { name: 'Import 8 suppliers and 8 sites' }).click();
  await expect(page.getByRole('heading', { name: 'Import complete' })).toBeVisible({ timeout: 40_000 });
  await expect(page.getByRole('heading', { name: '8 suppliers scored' })).toBeVisible({ timeout: 40_000 });
  const riskiest = page.getByRole('region', { name: '8 suppliers scored' }).getByRole('listitem');
  await expect(riskiest).toHaveCount(5);
  await expect(riskiest.first()).toContainText(`Korla ${tag}`);
  await expect(riskiest.first()).toContainText('Import ban by region');
  expect(await newViolations(page)).toEqual([]);
  await expect(page.getByRole('link', { name: 'Send questionnaires' })).toBeVisible();

  await page.goto(`${organization.path}/suppliers?q=Sunrise+${tag}&columns=spend`);
  await expect(page.getByRole('row').filter({ hasText: `Sunrise ${tag}` })).toContainText('€1,200,000');
  await page.getByRole('link', { name: `Sunrise ${tag}`, exact: true }).click();
  await expect(page.getByText('Ravi Kumar')).toBeVisible();
  await page.getByRole('button', { name: 'Erase contact Ravi Kumar' }).click();
  await expect(page.getByText('Contact erased.')).toBeVisible();
  await expect(page.getByText('Ravi Kumar')).toHaveCount(0);
});

test.describe('Without script, on a phone', () => {
  test.use({ javaScriptEnabled: false, viewport: { width: 360, height: 740 } });

  test('a cell is mended, a column is changed, and the list is imported', async ({ page, account }) => {
    await signIn(page, account);
    await expect(page).toHaveURL(/\/(o\/[^/]+)?$/);
    const organization = await openOrganization(page);
    const tag = uniqueLetters();
    await upload(page, organization, textFile(`plain-${tag}.csv`, `name,country,house\nAlpha ${tag},India,many\nBeta ${tag},Nepal,20\n`));
    await page.getByText('1 more column: house').click();
    await page.getByLabel('Field for “house”').selectOption('workers');
    await page.getByRole('button', { name: 'Apply columns' }).first().click();
    await page.getByRole('link', { name: /^Workers, row 2/ }).click();
    await page.getByLabel('Workers, row 2', { exact: true }).fill('30');
    await page.getByRole('button', { name: 'Save' }).first().click();
    await expect(page.getByRole('link', { name: 'Workers, row 2: 30. Edit' })).toBeVisible();
    expect(await overflow(page), 'at 360 px').toBe('fits');
    await page.getByRole('button', { name: 'Import 2 suppliers and 2 sites' }).click();
    await expect(async () => {
      await page.reload();
      await expect(page.getByRole('heading', { name: '2 suppliers scored' })).toBeVisible({ timeout: 1_000 });
    }).toPass({ timeout: 40_000 });
  });
});
