import { chooseFrom } from './choose-from';
import { newViolations } from './inspect';
import { addSupplier, expect, scripted, signIn, test, uniqueName } from './journey';

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
