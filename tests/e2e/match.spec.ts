import { overflow, newViolations } from './inspect';
import { addSupplier, expect, openColumns, uniqueLetters, openOrganization, type Page, signIn, test } from './journey';

const fits = async (page: Page) => {
  expect(await newViolations(page), page.url()).toEqual([]);
  const size = page.viewportSize();
  await page.setViewportSize({ width: 360, height: 740 });
  expect(await overflow(page), `${page.url()} at 360 px`).toBe('fits');
  if (size) await page.setViewportSize(size);
};

test('Two duplicate suppliers: found, merged after a preview, the old address redirects, and undo restores both', {
  tag: '@thorough',
}, async ({ memberPage: page, account: _ }) => {
  const organization = await openOrganization(page);
  const tag = uniqueLetters();
  const kept = await addSupplier(page, organization, { name: `Moonriver Garments ${tag} JSC`, country: 'VN', workers: '500' });
  const other = await addSupplier(page, organization, { name: `Moon River Garment ${tag}`, country: 'VN', workers: '650' });
  await page.goto(`${organization.path}/suppliers/duplicates`);
  await expect(page.getByText('No search yet')).toBeVisible();
  await page.getByRole('button', { name: 'Find duplicates' }).click();
  await page.getByRole('link', { name: 'Possible duplicates' }).click();
  const pair = page.getByRole('article');
  await expect(pair).toHaveCount(1);
  await expect(pair.getByText('Same country')).toBeVisible();
  await fits(page);
  await page.goto(`${kept}/merge?with=${other.split('/').at(-1)}`);
  await page
    .getByRole('group', { name: 'Workers' })
    .getByRole('radio', { name: /Merged into it/ })
    .check();
  await page.getByRole('button', { name: 'Update preview' }).click();
  await expect(page).toHaveURL(/win\.workers=other/);
  await fits(page);
  await page.getByRole('button', { name: 'Merge', exact: true }).click();
  await expect(page.getByText('Merged. The old address leads here')).toBeVisible();
  await fits(page);

  const old = await page.request.get(`${other}/history`, { maxRedirects: 0 });
  expect([old.status(), old.headers().location]).toEqual([301, `${kept}/history`]);
  await page.goto(other);
  await expect(page).toHaveURL(new RegExp(`${kept}$`));
  await expect(page.getByText('650', { exact: true })).toBeVisible();

  await page.goto(`${kept}/identity`);
  await page.getByRole('button', { name: 'Undo' }).first().click();
  await page.getByRole('dialog').getByRole('button', { name: 'Undo' }).click();
  await expect(page.getByText('The action was undone.')).toBeVisible();
  await page.goto(other);
  await expect(page.getByRole('heading', { level: 1, name: `Moon River Garment ${tag}` })).toBeVisible();
  await page.goto(kept);
  await expect(page.getByText('500', { exact: true })).toBeVisible();
});

test.describe('Without script', () => {
  test.use({ javaScriptEnabled: false });

  test('A list with known suppliers under other names: each pair is decided once, and the same file asks nothing', {
    tag: '@thorough',
  }, async ({ page, account }) => {
    await signIn(page, account);
    const organization = await openOrganization(page);
    const tag = uniqueLetters();
    await addSupplier(page, organization, { name: `Lotus ${tag} Foods`, country: 'TH' });
    await addSupplier(page, organization, { name: `Bluefinch ${tag} Textiles`, country: 'IN' });
    const upload = async () => {
      await page.goto(`${organization.path}/suppliers/import`);
      await page.getByLabel('Your list').setInputFiles({
        name: `next ${tag}.csv`,
        mimeType: 'text/csv',
        buffer: Buffer.from(`name,country\nLotus ${tag},Thailand\nBluefinch ${tag} Textile Unit 2,India\nKestrel ${tag} Toys,China\n`),
      });
      await page.getByRole('button', { name: 'Upload list' }).click();
    };
    await upload();
    await openColumns(page);
    await page.getByRole('button', { name: 'Check rows' }).click();
    await page.goto(page.url().replace(/(\?.*)?$/, '/match'));
    await expect(page.getByRole('heading', { level: 1, name: 'Possible matches with your suppliers' })).toBeVisible();
    await expect(page.getByRole('radio', { name: 'Same supplier' })).toHaveCount(2);
    await page.setViewportSize({ width: 360, height: 740 });
    expect(await overflow(page), 'at 360 px').toBe('fits');
    const pair = (name: string) => page.getByRole('group', { name: new RegExp(`^${name} ${tag}`) });
    await pair('Lotus').getByRole('radio', { name: 'Same supplier' }).check();
    await pair('Bluefinch').getByRole('radio', { name: 'Different supplier' }).check();
    await page.getByRole('button', { name: 'Save decisions' }).click();
    await expect(page.getByText('2 decisions saved.')).toBeVisible();
    await page.getByRole('button', { name: 'Continue to check' }).click();
    await page.getByRole('button', { name: /^Import/ }).click();
    await expect
      .poll(async () => ((await (await page.request.get(`${organization.path}/suppliers/export`)).text()).match(/\r\n/g) ?? []).length, {
        timeout: 30_000,
      })
      .toBe(5);

    await upload();
    await page.getByRole('button', { name: 'Import this file again' }).click();
    await page.getByRole('button', { name: 'Check rows' }).click();
    await page.goto(page.url().replace(/(\?.*)?$/, '/match'));
    await expect(page).toHaveURL(/step=check/);
    await expect(page.getByText(/may match (yours|one of yours)|Possible matches with/)).toHaveCount(0);
  });
});
