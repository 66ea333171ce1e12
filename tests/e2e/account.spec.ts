import { expect, newAccount, newWord, type OrganizationKind, signIn, signUp, test } from './journey';

const kinds: { kind: OrganizationKind; first: string }[] = [
  { kind: 'Company that buys from suppliers', first: 'Suppliers' },
  { kind: 'Audit firm', first: 'Assessments' },
  { kind: 'Lender', first: 'Suppliers' },
];

for (const { kind, first } of kinds)
  test(`A person opens an account and the organization of a kind: ${kind}`, async ({ page }) => {
    const name = newWord('Founders');
    await signUp(page, newAccount(), { kind, name });
    await expect(page.getByRole('link', { name, exact: true })).toBeVisible();
    const places = page.getByRole('navigation', { name: 'Main navigation' }).getByRole('link');
    await expect(places.nth(0)).toHaveText('Home');
    await expect(places.nth(1)).toHaveText(first);
    await expect(page.getByRole('link', { name: 'Import suppliers' }).first()).toBeVisible();
  });

test('Out, in again with the right password only, and the sessions of other devices end', async ({ page, browser, baseURL }) => {
  const account = newAccount('Ivy Elsewhere');
  const { path } = await signUp(page, account, { kind: 'Lender', name: newWord('Bank') });

  await page.getByLabel('Your account').click();
  await page.getByRole('button', { name: 'Sign out' }).click();
  await page.waitForURL('/');
  await page.goto(path);
  await expect(page).toHaveURL(/\/sign-in\?redirectTo=/);

  await signIn(page, { ...account, password: 'certainly not this one' });
  await expect(page.getByRole('alert')).toContainText('Address and password do not belong together');
  await expect(page.getByLabel('E-mail address')).toHaveValue(account.email);
  await signIn(page, { ...account, email: 'nobody@journey.example' });
  await expect(page.getByRole('alert')).toContainText('Address and password do not belong together');

  await page.goto(`${path}/suppliers`);
  await page.getByLabel('E-mail address').fill(account.email);
  await page.getByLabel('Password').fill(account.password);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await expect(page).toHaveURL(`${path}/suppliers`);

  const other = await (await browser.newContext({ ...(baseURL ? { baseURL } : {}) })).newPage();
  await signIn(other, account);
  await other.waitForURL(path);

  await page.goto(`${path}/settings/sessions`);
  const rows = page.getByRole('table').getByRole('row');
  await expect(rows).toHaveCount(3);
  await expect(page.getByText('(this one)')).toHaveCount(1);
  await page.getByRole('button', { name: 'End session', exact: true }).click();
  await expect(page.getByText('The session was ended.')).toBeVisible();
  await expect(rows).toHaveCount(2);
  await other.reload();
  await expect(other).toHaveURL(/\/sign-in/);
  await other.context().close();
});

test('A form with mistakes keeps what was typed and names each mistake', async ({ page }) => {
  await page.goto('/sign-up');
  await page.getByLabel('Name of the organization').fill('Kept words');
  await page.getByLabel('E-mail address').fill('not an address');
  await page.getByLabel('Password').fill('short');
  await page.getByRole('button', { name: 'Open account' }).click();
  const summary = page.getByRole('alert');
  await expect(summary).toBeFocused();
  await expect(summary).toContainText('Enter an e-mail address like name@example.org.');
  await expect(summary).toContainText('Use at least 12 characters.');
  await expect(page.getByLabel('Name of the organization')).toHaveValue('Kept words');
  await expect(page.getByLabel('E-mail address')).toHaveValue('not an address');
  await summary.getByRole('link', { name: 'Use at least 12 characters.' }).click();
  await expect(page.getByLabel('Password')).toBeFocused();
});

test('Every word changes to French and back, and the appearance to dark and back', async ({ page }) => {
  // A person of his own: the language is kept with the person.
  const organization = await signUp(page, newAccount(), { kind: 'Company that buys from suppliers', name: newWord('Bilingual') });
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
