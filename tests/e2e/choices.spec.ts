import type { Locator } from '@playwright/test';
import { chooseFrom } from './choose-from';
import { newViolations } from './inspect';
import { addSupplier, expect, scripted, signIn, test, uniqueName } from './journey';

/** The edges of an element on the screen. */
async function box(of: Locator): Promise<{ left: number; right: number }> {
  const { x, width } = (await of.boundingBox()) ?? { x: Number.NaN, width: Number.NaN };
  return { left: x, right: x + width };
}

test('a country and several origins are chosen and removed by keyboard alone', { tag: '@quick' }, async ({
  memberPage: page,
  organization,
}) => {
  const name = uniqueName('Keyboard mill');
  await page.goto(`${organization.path}/suppliers/new`);
  await scripted(page);
  await page.getByLabel('Name', { exact: true }).fill(name);
  const country = page.getByRole('combobox', { name: 'Country', exact: true });
  await country.focus();
  await page.keyboard.press('ArrowDown');
  await expect(page.getByRole('option', { name: 'Afghanistan' })).toBeVisible();
  expect(await newViolations(page), 'the open list').toEqual([]);
  await page.keyboard.type('ivory');
  await expect(page.getByRole('listbox', { name: 'Choices' }).getByRole('option')).toHaveText(['Côte d’Ivoire']);
  await page.keyboard.press('Tab');
  await expect(country).toHaveValue('Côte d’Ivoire');

  const origins = page.getByRole('combobox', { name: 'Countries of origin of migrant workers' });
  for (const text of ['nepal', 'BD', 'burma']) await chooseFrom(page, 'Countries of origin of migrant workers', text);
  const answer = page.getByRole('group', { name: 'Countries of origin of migrant workers' });
  await expect(answer.getByRole('radio', { name: 'These:' })).toBeChecked();
  const chips = page.getByRole('list', { name: 'Chosen' }).getByRole('listitem');
  await expect(chips).toHaveText(['Nepal', 'Bangladesh', 'Myanmar (Burma)']);
  await origins.focus();
  await page.keyboard.press('Backspace');
  await page.getByRole('button', { name: 'Remove Nepal' }).focus();
  await page.keyboard.press('Delete');
  await expect(chips).toHaveText(['Bangladesh']);
  await expect(page.getByRole('button', { name: 'Remove Bangladesh' })).toBeFocused();
  expect(await newViolations(page), 'the chips').toEqual([]);

  await page.getByRole('button', { name: 'Add a supplier' }).click();
  await page.waitForURL(/\/suppliers\/(?!new$)[^/]+$/);
  await page.goto(`${new URL(page.url()).pathname}/edit`);
  await expect(page.locator('fieldset[data-scripted] input[name=country]')).toHaveValue('CI');
  await expect(page.locator('fieldset[data-scripted] input[value=BD]')).toHaveCount(1);
});

test('Enter before the matches are there chooses the first of them; a text that names none gives way', async ({
  memberPage: page,
  organization,
}) => {
  const name = uniqueName('Searched mill');
  await addSupplier(page, organization, { name, country: 'VN' });
  await page.goto(`${organization.path}/audits/new`);
  await scripted(page);
  const field = page.getByRole('combobox', { name: 'Supplier to audit' });
  await field.fill('no such supplier');
  await expect(page.getByText('No match for “no such supplier”.')).toBeVisible();
  await page.keyboard.press('Tab');
  await expect(field).toHaveValue('');
  await field.fill(name.toUpperCase());
  await field.press('Enter');
  await expect(field).toHaveValue(name);
  await page.getByRole('button', { name: 'Continue' }).click();
  await expect(page).toHaveURL(/supplier=/);
});

test('a text that was left and typed over before its matches came does not keep the form from being sent', async ({
  memberPage: page,
  organization,
}) => {
  const name = uniqueName('Second Mill');
  await addSupplier(page, organization, { name, country: 'IN' });
  await page.route(/\/choices\/suppliers/, async (route) => {
    await new Promise((resolve) => setTimeout(resolve, 700));
    await route.continue();
  });
  await page.goto(`${organization.path}/findings/new`);
  await scripted(page);
  const field = page.getByRole('combobox', { name: 'Supplier' });
  await field.fill('First');
  await field.press('Tab');
  await field.fill(name);
  await page.getByRole('option', { name }).first().click();
  await page.getByRole('button', { name: 'Continue' }).click();
  await expect(page).toHaveURL(/\/findings\/new\?supplier=\w{11}$/);
});

test('matches that never come keep the form no longer than some seconds', async ({ memberPage: page, organization }) => {
  await page.route(/\/choices\/suppliers/, () => {});
  await page.goto(`${organization.path}/responses/new`);
  await scripted(page);
  await page.getByRole('combobox', { name: 'Supplier' }).fill('Slow Mill');
  await page.getByRole('button', { name: 'Open questionnaire' }).click();
  await expect(page.getByText('Choose a supplier.')).toBeVisible({ timeout: 10_000 });
});

test('products are chosen from the list or kept as written, and recognised', async ({ memberPage: page, organization }) => {
  await page.goto(`${organization.path}/suppliers/new`);
  await scripted(page);
  const name = uniqueName('Product Mill');
  await page.getByLabel('Name', { exact: true }).fill(name);
  const field = page.getByRole('combobox', { name: 'Goods, products or HS codes' });
  await field.fill('polo');
  await expect(page.getByRole('option', { name: 'Polo shirt' })).toBeVisible();
  await field.press('ArrowDown');
  await field.press('Enter');
  await field.fill('hand-made lint; 6109');
  await page.getByLabel('Name', { exact: true }).focus();
  const chips = page.getByRole('list', { name: 'Chosen' }).getByRole('listitem');
  await expect(chips).toHaveText(['Polo shirt', 'hand-made lint', '6109']);
  await expect(page.getByText('Polo shirt: Garments')).toBeVisible();
  expect(await newViolations(page)).toEqual([]);
  await page.getByRole('button', { name: 'Add a supplier' }).click();
  await expect(page.getByText(`${name} was added.`)).toBeVisible();
  await expect(page.getByText('hand-made lint').first()).toBeVisible();
});

test('a page that is read from the right opens the list under the field, with chips and buttons turned round', async ({
  memberPage: page,
  organization,
}) => {
  await page.goto(`${organization.path}/suppliers/new`);
  await scripted(page);
  await page.evaluate(() => document.documentElement.setAttribute('dir', 'rtl'));
  const label = 'Countries of origin of migrant workers';
  await chooseFrom(page, label, 'nepal');
  const chip = page.getByRole('list', { name: 'Chosen' }).getByRole('listitem');
  const [name, remove] = await Promise.all([box(chip.getByText('Nepal')), box(chip.getByRole('button'))]);
  expect(remove.right).toBeLessThanOrEqual(name.left + 1);
  await page.getByRole('combobox', { name: label }).fill('ban');
  const frame = await box(page.locator('.combobox', { has: page.getByRole('combobox', { name: label }) }));
  const list = await box(page.getByRole('listbox', { name: 'Choices' }));
  expect(Math.abs(list.right - frame.right)).toBeLessThanOrEqual(2);
  expect(list.left).toBeGreaterThanOrEqual(0);
  expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true);
});

test('the colours of the system show the field, its chips, the chosen row and the active row', async ({
  memberPage: page,
  organization,
}) => {
  await page.emulateMedia({ forcedColors: 'active' });
  await page.goto(`${organization.path}/suppliers/new`);
  await scripted(page);
  const label = 'Countries of origin of migrant workers';
  await chooseFrom(page, label, 'nepal');
  await page.getByRole('combobox', { name: label }).fill('n');
  await expect(page.getByRole('option').first()).toBeVisible();
  const looks = await page.evaluate(() => {
    const background = (selector: string) => getComputedStyle(document.querySelector(selector) as Element).backgroundColor;
    const border = (selector: string) => getComputedStyle(document.querySelector(selector) as Element).borderTopWidth;
    return {
      active: background('[role=option][data-active]'),
      other: background('[role=option]:not([data-active])'),
      borders: ['.combobox', '.combobox-chip', '.combobox-list:not([hidden])'].map(border),
    };
  });
  expect(looks.active).not.toBe(looks.other);
  expect(looks.borders).toEqual(['1px', '1px', '1px']);
});

test.describe('without script', () => {
  test.use({ javaScriptEnabled: false });

  test('a search draws the form again with its matches, and loses nothing that was typed', async ({ page, account }) => {
    await signIn(page, account);
    await page.goto('/sign-up');
    await page.getByLabel('Organization name').fill(uniqueName('Journey'));
    await page.getByRole('button', { name: 'Create organization' }).click();
    await page.waitForURL(/\/o\/[^/]+$/);
    await page.goto(`${new URL(page.url()).pathname}/suppliers/new`);
    const name = uniqueName('Plain mill');
    await page.getByLabel('Name', { exact: true }).fill(name);
    const country = page.getByRole('group', { name: 'Country', exact: true });
    await country.getByRole('textbox').fill('guinea');
    await country.getByRole('textbox').press('Enter');
    await expect(country.getByText('Matches for “guinea”.')).toBeVisible();
    await expect(page.getByLabel('Name', { exact: true })).toHaveValue(name);
    await country.getByRole('radio', { name: 'Guinea-Bissau' }).check();
    await chooseFrom(page, 'Sector (ISIC Rev. 4)', '14');
    await expect(country.getByRole('radio', { name: 'Guinea-Bissau' })).toBeChecked();
    await page.getByRole('button', { name: 'Add a supplier' }).click();
    await expect(page.getByText(`${name} was added.`)).toBeVisible();
    await expect(page.getByText('Guinea-Bissau').first()).toBeVisible();
  });
});
