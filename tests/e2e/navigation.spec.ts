import { signInAs } from './demonstration';
import { newViolations, overflow } from './inspect';
import { expect, newAccount, openOrganization, scripted, signUp, test, uniqueName } from './journey';

test('The navigation is walked by keyboard alone: entries, views, More, person', { tag: '@quick' }, async ({
  memberPage: page,
  organization,
}) => {
  await page.goto(organization.path);
  await scripted(page);
  const entries = page.getByRole('navigation', { name: 'Main navigation' });
  await entries.getByRole('link', { name: 'Suppliers' }).focus();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(`${organization.path}/suppliers`);
  await expect(entries.getByRole('link', { name: 'Suppliers' })).toHaveAttribute('aria-current', 'page');

  const views = page.getByRole('navigation', { name: 'Suppliers' });
  await views.getByRole('link', { name: 'List' }).focus();
  await page.keyboard.press('Tab');
  await expect(views.getByRole('link', { name: 'Map' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(`${organization.path}/map`);
  await expect(views.getByRole('link', { name: 'Map' })).toHaveAttribute('aria-current', 'page');

  const more = entries.getByText('More', { exact: true });
  await more.focus();
  await page.keyboard.press('Enter');
  await expect(entries.getByRole('link', { name: 'Deals' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(entries.getByRole('link', { name: 'Deals' })).toBeHidden();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(`${organization.path}/deals`);
  await expect(entries.getByRole('link', { name: 'Deals' })).toBeHidden();

  const person = page.getByLabel('Your account');
  await person.focus();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  await expect(page.getByRole('link', { name: 'Members and roles' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(`${organization.path}/settings/members`);
});

test('The help menu leads to the guide to the page, and shows the keys', async ({ memberPage: page, organization }) => {
  await page.goto(`${organization.path}/campaigns`);
  await scripted(page);
  await page.getByLabel('Help').click();
  await page.getByRole('button', { name: 'Keyboard shortcuts' }).click();
  await expect(page.getByRole('dialog', { name: 'Keyboard shortcuts' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog', { name: 'Keyboard shortcuts' })).toBeHidden();
  await page.reload();
  await scripted(page);
  await page.getByLabel('Help').click();
  await page.getByRole('link', { name: 'Guide to this page' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Run a campaign' })).toBeVisible();
  await page.getByRole('link', { name: 'Guide for compliance managers' }).click();
  await page.getByRole('main').getByRole('link', { name: 'Read a score' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Read a score' })).toBeVisible();
  await expect(page.getByRole('img').first()).toHaveJSProperty('complete', true);
});

test('A common word finds the list that it refers to', async ({ memberPage: page, organization }) => {
  await page.goto(organization.path);
  await scripted(page);
  await page.keyboard.press('Control+k');
  await page.keyboard.type('xinj');
  await expect(page.getByRole('option', { name: /region under an import ban/ })).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(`${organization.path}/suppliers?alert=presumed-region`);
});

for (const [width, of] of [
  [320, 'company'],
  [320, 'lender'],
  [800, 'company'],
] as const)
  test(`At ${width} pixels the entries of a ${of} are at the lower edge, More has the rest and nothing scrolls sideways`, async ({
    page,
  }) => {
    await page.setViewportSize({ width, height: 740 });
    await signInAs(page, 'owner', of);
    await scripted(page);
    const entries = page.getByRole('navigation', { name: 'Main navigation' });
    const bar = await entries.boundingBox();
    expect([bar?.x, bar?.height, (bar?.y ?? 0) + (bar?.height ?? 0)].map((value = -1) => Math.round(value))).toEqual([0, 60, 740]);
    await expect(entries.getByRole('link')).toHaveCount(4);
    expect(await overflow(page)).toBe('fits');
    await entries.getByText('More', { exact: true }).click();
    const last = entries.getByRole('link', { name: of === 'company' ? 'Reports & sharing' : 'Audits' });
    await expect(last).toBeInViewport();
    expect(await overflow(page)).toBe('fits');
    expect(await newViolations(page)).toEqual([]);
    await last.click();
    await expect(last).toBeHidden();
    expect(await overflow(page)).toBe('fits');
  });

for (const colorScheme of ['light', 'dark'] as const)
  test(`The open menus of the shell are accessible in the ${colorScheme} theme`, async ({ page }) => {
    await page.emulateMedia({ colorScheme });
    await signInAs(page, 'owner');
    await scripted(page);
    for (const menu of [page.getByText('More', { exact: true }), page.getByLabel('Help'), page.getByLabel('Your account')]) {
      await menu.click();
      expect(await newViolations(page)).toEqual([]);
      await page.keyboard.press('Escape');
    }
    await page.keyboard.press('Control+k');
    await page.keyboard.type('overdue');
    await expect(page.getByRole('option').first()).toBeVisible();
    expect(await newViolations(page)).toEqual([]);
  });

test('Signing in again without a requested page opens the organization shown last', async ({ page }) => {
  // A separate account: signing out ends the session that other tests of this worker use.
  const account = newAccount();
  await signUp(page, account, { kind: 'Company that buys from suppliers', name: uniqueName('First') });
  const organization = await openOrganization(page);
  await page.goto(`${organization.path}/suppliers`);
  await page.getByLabel('Your account').click();
  await page.getByRole('button', { name: 'Sign out' }).click();
  await page.waitForURL('/');
  await page.goto('/sign-in');
  await page.getByLabel('Email address').fill(account.email);
  await page.getByLabel('Password').fill(account.password);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await expect(page).toHaveURL(organization.path);
});

test.describe('without script', () => {
  test.use({ javaScriptEnabled: false });

  test('More unfolds, views lead on, and the search is a page', async ({ page }) => {
    await signInAs(page, 'owner');
    const entries = page.getByRole('navigation', { name: 'Main navigation' });
    await entries.getByText('More', { exact: true }).click();
    await entries.getByRole('link', { name: 'Monitoring' }).click();
    await expect(page.getByRole('heading', { level: 1, name: 'Monitoring' })).toBeVisible();
    await entries.getByRole('link', { name: /^Findings & actions/ }).click();
    await page.getByRole('navigation', { name: 'Findings & actions' }).getByRole('link', { name: 'Actions' }).click();
    await expect(page).toHaveURL(/\/corrective-actions$/);
    await page.getByRole('link', { name: /^Search/ }).click();
    await page.getByRole('searchbox').fill('high risk');
    await page.getByRole('button', { name: 'Search' }).click();
    await page.getByRole('link', { name: 'Suppliers at severe or high risk' }).click();
    await expect(page).toHaveURL(/\/suppliers\?view=at-risk$/);
  });
});
