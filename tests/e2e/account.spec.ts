import { isThorough } from './inspect';
import { expect, newAccount, uniqueName, type OrganizationKind, signIn, signUp, test } from './journey';

const kinds: { kind: OrganizationKind; first: string; act: string }[] = [
  { kind: 'Company that buys from suppliers', first: 'Suppliers', act: 'Import suppliers' },
  { kind: 'Audit firm', first: 'Clients & commissions', act: 'Plan audit' },
  { kind: 'Lender', first: 'Deals', act: 'New deal' },
];

for (const { kind, first, act } of kinds)
  test(`A user opens an account and an organization of type ${kind}`, async ({ page }) => {
    const name = uniqueName('Founders');
    await signUp(page, newAccount(), { kind, name });
    await expect(page.getByRole('link', { name, exact: true })).toBeVisible();
    const places = page.getByRole('navigation', { name: 'Main navigation' }).getByRole('link');
    await expect(places.nth(0)).toHaveText('Home');
    await expect(places.nth(1)).toHaveAccessibleName(first);
    await expect(page.getByRole('link', { name: act }).first()).toBeVisible();
  });

test('Signs out, signs in again with the right password only, and ends the sessions of other devices', async ({
  page,
  browser,
  baseURL,
}) => {
  const account = newAccount('Ivy Elsewhere');
  const { path } = await signUp(page, account, { kind: 'Lender', name: uniqueName('Bank') });

  await page.getByLabel('Your account').click();
  await page.getByRole('button', { name: 'Sign out' }).click();
  await page.waitForURL('/');
  await page.goto(path);
  await expect(page).toHaveURL(/\/sign-in\?redirectTo=/);

  await signIn(page, { ...account, password: 'certainly not this one' });
  await expect(page.getByRole('alert')).toContainText('The email address and password do not match');
  await expect(page.getByLabel('Email address')).toHaveValue(account.email);
  await signIn(page, { ...account, email: 'nobody@journey.example' });
  await expect(page.getByRole('alert')).toContainText('The email address and password do not match');

  await page.goto(`${path}/suppliers`);
  await page.getByLabel('Email address').fill(account.email);
  await page.getByLabel('Password').fill(account.password);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await expect(page).toHaveURL(`${path}/suppliers`);

  const other = await (await browser.newContext({ ...(baseURL ? { baseURL } : {}) })).newPage();
  await signIn(other, account);
  await other.waitForURL(path);

  await page.goto(`${path}/settings/sessions`);
  const rows = page.getByRole('table').getByRole('row');
  await expect(rows).toHaveCount(3);
  await expect(page.getByText('(this session)')).toHaveCount(1);
  await page.getByRole('button', { name: 'End session', exact: true }).click();
  await expect(page.getByText('The session was ended.')).toBeVisible();
  await expect(rows).toHaveCount(2);
  await other.reload();
  await expect(other).toHaveURL(/\/sign-in/);
  await other.context().close();
});

test('A form with errors keeps the entered values and names each error', async ({ page }) => {
  await page.goto('/sign-up');
  await page.getByLabel('Organization name').fill('Kept words');
  await page.getByLabel('Email address').fill('not an address');
  await page.getByLabel('Password').fill('short');
  await page.getByRole('button', { name: 'Create account' }).click();
  const summary = page.getByRole('alert');
  await expect(summary).toBeFocused();
  await expect(summary).toContainText('Enter your name.');
  await expect(summary).toContainText('Enter an email address, for example name@example.org.');
  await expect(summary).toContainText('Enter a password of at least 12 characters.');
  await expect(page.getByLabel('Organization name')).toHaveValue('Kept words');
  await expect(page.getByLabel('Email address')).toHaveValue('not an address');
  await summary.getByRole('link', { name: 'Enter a password of at least 12 characters.' }).click();
  await expect(page.getByLabel('Password')).toBeFocused();
});

test('All texts change to French and back, and the appearance to dark and back', async ({ page }) => {
  // A separate user: the language is stored with the user.
  const organization = await signUp(page, newAccount(), { kind: 'Company that buys from suppliers', name: uniqueName('Bilingual') });
  await page.goto(`${organization.path}/suppliers`);
  await page.getByLabel('Your account').click();
  await page.getByRole('button', { name: 'Français' }).click();
  await expect(page.locator('html')).toHaveAttribute('lang', 'fr');
  await expect(page).toHaveURL(`${organization.path}/suppliers`);
  await expect(page.getByRole('heading', { level: 1, name: 'Fournisseurs' })).toBeVisible();
  await page.goto(`${organization.path}/settings/members`);
  await expect(page.locator('html')).toHaveAttribute('lang', 'fr');
  await page.locator('header details summary').last().click();
  await page.getByRole('button', { name: 'English' }).click();
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  await expect(page.getByRole('heading', { level: 1, name: 'Members' })).toBeVisible();

  const background = () => page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
  const light = await background();
  await page.getByLabel('Your account').click();
  await page.getByRole('button', { name: 'Dark' }).click();
  await expect.poll(background).not.toBe(light);
  await page.reload();
  expect(await background()).not.toBe(light);
  await page.getByLabel('Your account').click();
  await page.getByRole('button', { name: 'Light' }).click();
  await expect.poll(background).toBe(light);
});

for (const javaScriptEnabled of isThorough ? [true, false] : [true])
  test.describe(javaScriptEnabled ? 'With script' : 'Without script', () => {
    test.use({ javaScriptEnabled });

    test('A user changes name, address and password; other devices are signed out', { tag: '@thorough' }, async ({
      page,
      browser,
      baseURL,
    }) => {
      const account = newAccount('Olu Before');
      const { path } = await signUp(page, account, { kind: 'Lender', name: uniqueName('Bank') });
      const other = await (await browser.newContext({ ...(baseURL ? { baseURL } : {}) })).newPage();
      await signIn(other, account);
      await other.waitForURL(path);

      await page.goto(`${path}/settings/sessions`);
      await page.getByRole('main').getByRole('link', { name: 'Account settings' }).click();
      await page.getByLabel('Your name').fill('Olu After');
      await page.getByRole('button', { name: 'Save name' }).click();
      await expect(page.getByText('The name was saved.')).toBeVisible();
      await expect(page.getByLabel('Your name')).toHaveValue('Olu After');

      const address = newAccount().email;
      const emailForm = page.locator('section#email');
      await emailForm.getByLabel('New email address').fill(address);
      await emailForm.getByLabel('Current password').fill('certainly not this one');
      await emailForm.getByRole('button', { name: 'Change address' }).click();
      await expect(emailForm.getByRole('alert')).toContainText('The current password is wrong. Enter it again.');
      await expect(emailForm.getByLabel('New email address')).toHaveValue(address);
      await emailForm.getByLabel('Current password').fill(account.password);
      await emailForm.getByRole('button', { name: 'Change address' }).click();
      await page.getByRole('link', { name: 'Open link' }).click();
      await expect(page.getByText(`You will sign in with ${address}.`)).toBeVisible();
      await page.getByRole('button', { name: 'Change address' }).click();
      await expect(page.getByText(`Your address is now ${address}.`)).toBeVisible();

      const passwordForm = page.locator('section#password');
      const password = 'quite another long sentence';
      await passwordForm.getByLabel('Current password').fill(account.password);
      await passwordForm.getByLabel('New password').fill(password);
      await passwordForm.getByRole('button', { name: 'Change password' }).click();
      await expect(page.getByText('The password was changed. 1 other session was ended.')).toBeVisible();
      await other.reload();
      await expect(other).toHaveURL(/\/sign-in/);
      await signIn(other, { ...account, email: address, password });
      await other.waitForURL(path);
      await other.context().close();

      await page.goto(`${path}/settings/activity`);
      await expect(page.getByText('changed the password').first()).toBeVisible();
    });
  });
