import { drawn } from './inspect';
import { addSupplier, expect, uniqueName, scripted, test } from './journey';
import { tabTo } from './tab-to';

test('The command palette opens by keyboard, finds a supplier and a page, and returns the focus', { tag: '@quick' }, async ({
  memberPage: page,
  organization,
}) => {
  const name = uniqueName('Findable');
  const supplierPage = await addSupplier(page, organization, { name, country: 'KH' });
  await page.goto(organization.path);
  await scripted(page);

  await page.keyboard.press('Control+k');
  const field = page.getByRole('combobox', { name: 'Search records, pages and commands' });
  await expect(field).toBeFocused();
  await page.keyboard.type(name.toLowerCase().slice(0, -1));
  await expect(page.getByRole('option', { name })).toBeVisible();
  await expect(page.getByRole('option', { selected: true })).toContainText(name);
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(supplierPage);
  await expect(page.getByRole('dialog')).toHaveCount(0);

  await page.keyboard.press('Control+k');
  await page.keyboard.type('activ');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(`${organization.path}/settings/activity`);

  await page.keyboard.press('Control+k');
  await page.keyboard.type('zzzz');
  await expect(page.getByText('No results for “zzzz”.')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
});

test('The first stop of the Tab key skips the navigation', async ({ memberPage: page, organization }) => {
  await page.goto(`${organization.path}/suppliers`);
  await page.keyboard.press('Tab');
  const skip = page.getByRole('link', { name: 'Skip to content' });
  await expect(skip).toBeFocused();
  await expect(skip).toBeInViewport();
  await page.keyboard.press('Enter');
  await expect(page.locator('main#content')).toBeFocused();
});

test('Menus and dialogs open, close and return the focus by keyboard', async ({ memberPage: page, organization }) => {
  const supplierPage = await addSupplier(page, organization, { name: uniqueName('Dialog') });
  await page.goto(supplierPage);
  await scripted(page);
  const more = page.getByLabel('More actions');
  await more.focus();
  await page.keyboard.press('Enter');
  const archive = page.getByRole('button', { name: 'Archive' });
  await archive.focus();
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog');
  await expect(dialog).toBeVisible();
  expect(await dialog.evaluate((element) => element.contains(document.activeElement))).toBe(true);
  await page.keyboard.press('Escape');
  await expect(dialog).toHaveCount(0);
  await expect(archive).toBeFocused();

  const menu = page.getByLabel('Your account');
  await menu.focus();
  await page.keyboard.press('Enter');
  const signOut = page.getByRole('button', { name: 'Sign out' });
  await expect(signOut).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(signOut).toBeHidden();
  await expect(menu).toBeFocused();
});

test('A whole form is completed with the keyboard alone', async ({ memberPage: page, organization }) => {
  const name = uniqueName('Typed');
  await page.goto(`${organization.path}/suppliers/new`);
  await page.getByLabel('Name', { exact: true }).focus();
  await page.keyboard.type(name);
  await page.keyboard.press('Tab');
  await page.keyboard.type('Cambodia');
  await page.keyboard.press('Shift+Tab');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
  await expect(page.getByText('Cambodia').first()).toBeVisible();
});

test('A company goes from sign-up to an issued board paper with the keyboard alone', async ({ memberPage: page }) => {
  const press = async (label: string | RegExp) => {
    await tabTo(page, (text) => (typeof label === 'string' ? text === label : label.test(text)));
    await page.keyboard.press('Enter');
    await drawn(page);
  };
  const name = uniqueName('Keyed');
  await page.goto('/sign-up');
  await scripted(page);
  await tabTo(page, (text) => text === 'Organization name');
  await page.keyboard.type(name);
  await press('Create organization');
  await page.waitForURL(/\/o\/[^/]+$/);
  await scripted(page);

  await page.keyboard.press('Control+k');
  await page.keyboard.type('add a supplier');
  await expect(page.getByRole('option', { selected: true })).toContainText('Add a supplier');
  await page.keyboard.press('Enter');
  await page.waitForURL(/\/suppliers\/new$/);
  await scripted(page);
  await tabTo(page, (text) => text === 'Name');
  await page.keyboard.type('Fictional Knits');
  await page.keyboard.press('Tab');
  await page.keyboard.type('Cambodia');
  await page.keyboard.press('Shift+Tab');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: 'Fictional Knits' })).toBeVisible();

  await press('Home');
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await press('Prepare board paper');
  await page.waitForURL(/\/board-paper$/);
  await scripted(page);
  await tabTo(page, (text) => text === 'Decision');
  for (const text of ['Audit every supplier at high risk', '12,000 EUR', 'Audits begin in spring', 'Risk is not known before summer']) {
    await page.keyboard.type(text);
    await page.keyboard.press('Tab');
  }
  await press('Issue board paper');
  const issued = page.getByRole('region', { name: 'Issued reports' });
  await expect(issued.getByRole('row')).toHaveCount(2);
});
