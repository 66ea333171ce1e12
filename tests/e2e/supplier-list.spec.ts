import { chooseFrom } from './choose-from';
import { newViolations, overflow } from './inspect';
import { addSupplier, expect, scripted, test, uniqueName } from './journey';

test('Suppliers are selected, archived after a confirmation with their number, and restored by undo', async ({
  memberPage: page,
  organization,
}) => {
  const tag = uniqueName('').trim();
  for (const name of ['Alpha', 'Beta', 'Gamma']) await addSupplier(page, organization, { name: `${name} ${tag}`, country: 'VN' });
  const names = page.getByRole('rowheader').getByRole('link');
  await page.goto(`${organization.path}/suppliers?q=${tag}&sort=name`);
  await scripted(page);
  const bar = page.getByRole('form', { name: 'Selected rows' });
  await expect(bar).toBeHidden();
  await page.getByRole('checkbox', { name: /Alpha/ }).check();
  await page.getByRole('checkbox', { name: /Beta/ }).check();
  await expect(bar).toContainText('2 selected');
  expect(await newViolations(page)).toEqual([]);
  await bar.getByRole('button', { name: 'Archive' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Archive 2 suppliers' })).toBeVisible();
  expect(await newViolations(page)).toEqual([]);
  await page.getByRole('button', { name: 'Archive 2 suppliers' }).click();
  await expect(page.getByText('2 suppliers archived.')).toBeVisible();
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(page.getByText('2 suppliers restored.')).toBeVisible();
  await page.goto(`${organization.path}/suppliers?q=${tag}&sort=name`);
  await expect(names).toHaveText([`Alpha ${tag}`, `Beta ${tag}`, `Gamma ${tag}`]);
});

test('A view is saved with its filters and columns, opens first, and is deleted', async ({ memberPage: page, organization }) => {
  const tag = uniqueName('View').trim();
  await addSupplier(page, organization, { name: uniqueName('Mill'), country: 'IN' });
  await page.goto(`${organization.path}/suppliers?country=IN&sort=name`);
  await scripted(page);
  await page
    .locator('summary')
    .filter({ hasText: /^Columns$/ })
    .click();
  await page.getByRole('checkbox', { name: 'Workers' }).uncheck();
  await page.getByRole('checkbox', { name: 'Sector' }).check();
  await page.getByRole('group', { name: 'Columns' }).locator('..').getByRole('button', { name: 'Apply' }).click();
  await expect(page.getByRole('columnheader', { name: 'Sector' })).toBeVisible();
  await expect(page.getByRole('columnheader', { name: 'Workers' })).toHaveCount(0);
  await page.getByRole('button', { name: 'Save view' }).click();
  const dialog = page.getByRole('dialog', { name: 'Save view' });
  await dialog.getByRole('button', { name: 'Save view' }).click();
  await expect(dialog.getByRole('alert')).toContainText('Enter a name for the view.');
  await dialog.getByLabel('View name').fill(tag);
  await dialog.getByRole('button', { name: 'Save view' }).click();
  const tab = page.getByRole('navigation', { name: 'List views' }).getByRole('link', { name: tag });
  await expect(tab).toHaveAttribute('aria-current', 'page');
  // What was done is announced, moves nothing, and can be closed.
  const message = page.getByRole('status').filter({ hasText: 'View saved.' });
  await expect(message).toBeVisible();
  const before = await page.getByRole('heading', { level: 1 }).boundingBox();
  await message.locator('summary').click();
  await expect(page.getByText('View saved.')).toBeHidden();
  expect(await page.getByRole('heading', { level: 1 }).boundingBox()).toEqual(before);
  // Changed where the address names no columns, the view keeps those that are shown.
  await page.getByRole('button', { name: 'Edit view' }).click();
  const change = page.getByRole('dialog', { name: 'Edit view' });
  await change.getByRole('button', { name: 'Edit view' }).click();
  await expect(page.getByText('View updated.')).toBeVisible();
  await page.getByRole('button', { name: 'Set as my default' }).click();
  await expect(page.getByText('This view now opens first.')).toBeVisible();
  await page.goto(`${organization.path}/suppliers`);
  await expect(page).toHaveURL(/country=IN/);
  await expect(page.getByRole('columnheader', { name: 'Sector' })).toBeVisible();
  expect(await newViolations(page)).toEqual([]);
  await page.getByRole('button', { name: 'Delete view' }).click();
  await page.getByRole('dialog', { name: 'Delete view' }).getByRole('button', { name: 'Delete view' }).click();
  await expect(page.getByText('View deleted.')).toBeVisible();
  await page.goto(`${organization.path}/suppliers`);
  await expect(page).toHaveURL(/\/suppliers$/);
});

test('Rows are walked, selected, searched and opened by keyboard', async ({ memberPage: page, organization }) => {
  const tag = uniqueName('').trim();
  for (const name of ['Alpha', 'Beta']) await addSupplier(page, organization, { name: `${name} ${tag}`, country: 'VN' });
  await page.goto(`${organization.path}/suppliers?q=${tag}&sort=name`);
  await scripted(page);
  await page.keyboard.press('j');
  await expect(page.getByRole('link', { name: `Alpha ${tag}` })).toBeFocused();
  await page.keyboard.press('j');
  await page.keyboard.press('x');
  await expect(page.getByRole('checkbox', { name: /Beta/ })).toBeChecked();
  await page.keyboard.press('ArrowUp');
  await expect(page.getByRole('link', { name: `Alpha ${tag}` })).toBeFocused();
  await page.keyboard.press('/');
  await expect(page.getByRole('searchbox')).toBeFocused();
  await page.keyboard.type('jx?');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await page.getByRole('link', { name: `Beta ${tag}` }).focus();
  await page.keyboard.press('?');
  const sheet = page.getByRole('dialog', { name: 'Keyboard shortcuts' });
  await expect(sheet).toBeVisible();
  expect(await newViolations(page)).toEqual([]);
  await sheet.getByRole('checkbox').uncheck();
  await page.keyboard.press('Escape');
  await page.keyboard.press('?');
  await expect(sheet).toBeHidden();
  await page.getByRole('link', { name: `Beta ${tag}` }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: `Beta ${tag}` })).toBeVisible();
});

test('A row opens when it is clicked right after filtering', async ({ memberPage: page, organization }) => {
  const tag = uniqueName('').trim();
  for (const name of ['Alpha', 'Beta', 'Gamma']) await addSupplier(page, organization, { name: `${name} ${tag}`, country: 'VN' });
  for (let round = 0; round < 8; round += 1) {
    await page.goto(`${organization.path}/suppliers?sort=name`);
    await scripted(page);
    await page.getByRole('searchbox').fill(`gamma ${tag}`);
    await page.getByRole('button', { name: 'Apply' }).click();
    await page.getByRole('link', { name: `Gamma ${tag}`, exact: true }).click();
    await expect(page.getByRole('heading', { level: 1, name: `Gamma ${tag}` }), `round ${round}`).toBeVisible();
  }
});

test('A supplier opened from a filtered list leads to the next and previous of it, by key and from tab to tab, and back', async ({
  memberPage: page,
  organization,
}) => {
  const tag = uniqueName('Place').trim();
  for (const name of ['Alpha', 'Beta', 'Gamma']) await addSupplier(page, organization, { name: `${name} ${tag}`, country: 'VN' });
  await page.goto(`${organization.path}/suppliers?q=${tag}&sort=name`);
  await page.getByRole('link', { name: `Beta ${tag}` }).click();
  const place = page.getByRole('navigation', { name: 'Place in the list' });
  await expect(place).toContainText('2 of 3');
  await scripted(page);
  await page.keyboard.press('j');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(`Gamma ${tag}`);
  await expect(place.getByRole('link', { name: 'Next supplier' })).toHaveCount(0);
  await page.getByRole('link', { name: /^Sites and workforce/ }).click();
  await expect(page).toHaveURL(/\/sites\?list=/);
  await expect(place.getByRole('link', { name: 'Previous supplier' })).toHaveAttribute('href', /\/sites\?list=/);
  await page.keyboard.press('k');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(`Beta ${tag}`);
  await expect(page).toHaveURL(/\/sites\?list=/);
  expect(await newViolations(page)).toEqual([]);
  await page.getByRole('navigation', { name: 'Breadcrumb' }).getByRole('link', { name: 'Suppliers' }).click();
  await expect(page.getByRole('rowheader')).toHaveCount(3);
});

test.describe('without script', () => {
  test.use({ javaScriptEnabled: false });

  test('all that match are selected and assigned an owner', async ({ memberPage: page, organization }) => {
    const tag = uniqueName('').trim();
    for (const name of ['Alpha', 'Beta']) await addSupplier(page, organization, { name: `${name} ${tag}`, country: 'VN' });
    await page.goto(`${organization.path}/suppliers?q=${tag}`);
    await page.getByRole('checkbox', { name: /Alpha/ }).check();
    await page.getByRole('button', { name: 'Assign owner' }).click();
    await expect(page.getByRole('heading', { level: 1, name: 'Assign owner of 1 supplier' })).toBeVisible();
    await chooseFrom(page, 'Owner', 'example');
    await page.getByRole('button', { name: 'Assign owner of 1 supplier' }).click();
    await expect(page.getByText('1 supplier updated.')).toBeVisible();
    await page.goto(`${organization.path}/suppliers?q=${tag}&owner=none`);
    await expect(page.getByRole('rowheader').getByRole('link')).toHaveText([`Beta ${tag}`]);
    await page.setViewportSize({ width: 360, height: 740 });
    expect(await overflow(page)).toBe('fits');
  });
});
