import { overflow, newViolations } from './inspect';
import { expect, importList, uniqueName, openOrganization, scripted, test, textFile } from './journey';

const trade = textFile(
  'trade.csv',
  ['Supplier,Customer,Year', 'Mill A,Swift,2019', 'Mill A,Swift,2021', 'Mill B,Swift,2020', 'Mill B,Swift,2021', 'Mill C,Swift,2019'].join(
    '\n',
  ),
);

test('The year slider changes the counts of the map and of the supply chain in figures, by keyboard; without script a list does', async ({
  browser,
  memberPage: page,
}) => {
  const organization = await openOrganization(page);
  await importList(page, organization, trade, true);
  await page.goto(`${organization.path}/map?view=table`);
  await scripted(page);
  await expect(page.getByText('4 suppliers of 4 shown')).toBeVisible();
  const slider = page.getByRole('slider', { name: 'Year of supply links' });
  await expect(slider).toHaveAttribute('aria-valuetext', 'Today');
  // Today comes after the newest year.
  expect(await slider.getAttribute('max')).toBe(await slider.inputValue());
  await slider.focus();
  await page.keyboard.press('Home');
  await expect(page).toHaveURL(/year=2019/);
  await expect(slider).toHaveAttribute('aria-valuetext', '2019: 3 supply links');
  await expect(page.getByText('3 suppliers of 4 shown')).toBeVisible();
  await expect(page.getByRole('table').getByRole('rowheader')).toHaveText(['Mill A', 'Mill C', 'Swift']);
  await expect(slider).toBeFocused();
  await page.keyboard.press('ArrowRight');
  await expect(page.getByRole('table').getByRole('rowheader')).toHaveText(['Mill B', 'Swift']);
  expect(await newViolations(page)).toEqual([]);
  await page.getByRole('navigation', { name: 'Map views' }).getByRole('link', { name: 'Tiers' }).click();
  await expect(page).toHaveURL(/year=2020/);
  await expect(page.getByText('2 suppliers of 4 shown')).toBeVisible();
  await page
    .getByRole('link', { name: 'Remove filter Year: 2020' })
    .or(page.getByRole('link', { name: /Year: 2020/ }))
    .first()
    .click();
  await expect(slider).toHaveAttribute('aria-valuetext', 'Today');
  await page.setViewportSize({ width: 360, height: 740 });
  expect(await overflow(page), 'at 360 px').toBe('fits');

  await page.goto(`${organization.path}/supply-chain?year=2020`);
  await expect(page.getByText('1 of 2 suppliers have known suppliers')).toBeVisible();

  const plain = await browser.newContext({ javaScriptEnabled: false, storageState: await page.context().storageState() });
  const still = await plain.newPage();
  await still.goto(`${organization.path}/map?view=table&q=Mill`);
  await still.getByLabel('Year of supply links').selectOption({ label: '2020: 2 supply links' });
  await still.getByRole('button', { name: 'Show year' }).click();
  await expect(still).toHaveURL(/q=Mill/);
  await expect(still.getByRole('table').getByRole('rowheader')).toHaveText(['Mill B']);
  await plain.close();
});

test('Suppliers removed from a new list version: their links end after one confirmation, they are archived, and all of it can be undone', {
  tag: '@thorough',
}, async ({ memberPage: page }) => {
  const organization = await openOrganization(page);
  const list = uniqueName('Winter');
  const file = (rows: string[]) => textFile(`${list}.csv`, ['name,country,sector,workers', ...rows].join('\n'));
  await importList(page, organization, file(['Alpha Mills,India,1410,10', 'Beta Looms,India,1410,20']));
  await importList(page, organization, file(['Alpha Mills,India,1410,12', 'Gamma Knits,Nepal,1410,5']));
  await page.getByRole('link', { name: 'Review removed suppliers' }).click();
  await expect(page.getByRole('checkbox', { name: /^Beta Looms/ })).toBeChecked();
  expect(await newViolations(page)).toEqual([]);
  await page.getByRole('button', { name: 'End supply links' }).click();
  await expect(page.getByText('Select this box to confirm.').first()).toBeVisible();
  await page.getByLabel(/^Mark selected suppliers/).check();
  await page.getByRole('button', { name: 'End supply links' }).click();
  await expect(page.getByRole('button', { name: 'Undo' })).toBeVisible({ timeout: 40_000 });
  const here = page.url();
  const shown = page.getByRole('table').getByRole('rowheader').getByRole('link');
  await page.goto(`${organization.path}/suppliers?sort=name`);
  await expect(shown).toHaveText(['Alpha Mills', 'Gamma Knits']);
  await page.getByRole('link', { name: 'Archived 1' }).click();
  await expect(shown).toHaveText(['Beta Looms']);
  await page.goto(here);
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(page.getByRole('checkbox', { name: /^Beta Looms/ })).toBeVisible({ timeout: 40_000 });
  await page.goto(`${organization.path}/suppliers?sort=name`);
  await expect(shown).toHaveText(['Alpha Mills', 'Beta Looms', 'Gamma Knits']);
});
