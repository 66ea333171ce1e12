import { overflow, violations } from './inspect';
import { addSupplier, expect, scripted, test, uniqueName } from './journey';

test('A term explains itself on focus, hover and click, closes by Escape, and moves nothing', async ({
  memberPage: page,
  organization,
}) => {
  await page.goto(await addSupplier(page, organization, { name: uniqueName('Term'), country: 'VN' }));
  await scripted(page);
  const term = page.getByRole('button', { name: 'Workers concerned', exact: true });
  const definition = page.getByText('as an order of magnitude', { exact: false });
  await expect(term).toHaveAccessibleDescription(/How many workers at the supplier may be in forced labour/);
  const place = () => term.evaluate((element) => JSON.stringify(element.getBoundingClientRect()));
  await term.scrollIntoViewIfNeeded();
  const before = await place();

  await page.keyboard.press('Tab');
  await term.focus();
  await expect(definition).toBeVisible();
  expect(await place()).toBe(before);
  expect(await violations(page)).toEqual([]);
  await page.keyboard.press('Tab');
  await expect(page.getByRole('link', { name: 'Read more: workers concerned' })).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(definition).toBeHidden();

  await term.blur();
  await term.hover();
  await expect(definition).toBeVisible();
  await definition.hover();
  await expect(definition).toBeVisible();
  await page.mouse.move(1, 1);
  await expect(definition).toBeHidden();

  await term.click();
  await page.mouse.move(1, 1);
  await expect(definition).toBeVisible();
  await term.click();
  await expect(definition).toBeHidden();
  await page.setViewportSize({ width: 360, height: 740 });
  await term.click();
  await expect(definition).toBeInViewport({ ratio: 1 });
  expect(await overflow(page)).toBe('fits');
  await page.getByRole('link', { name: 'Read more: workers concerned' }).click();
  await expect(page).toHaveURL(/\/methodology\/R8$/);
});

test('A term opens without script', async ({ memberPage, organization, browser, baseURL }) => {
  const supplierPage = await addSupplier(memberPage, organization, { name: uniqueName('Plain'), country: 'VN' });
  const context = await browser.newContext({ javaScriptEnabled: false, storageState: await memberPage.context().storageState() });
  const page = await context.newPage();
  await page.goto(new URL(supplierPage, baseURL).href);
  await page.getByRole('button', { name: 'Workers concerned', exact: true }).click();
  await expect(page.getByText('as an order of magnitude', { exact: false })).toBeVisible();
  await context.close();
});

test('The glossary lists the terms, is searched by words of any accent, and is reached from help', async ({
  memberPage: page,
  organization,
}) => {
  await page.goto(organization.path);
  await page.getByRole('group').filter({ hasText: 'Help' }).or(page.locator('summary[aria-label="Help"]')).first().click();
  await page.getByRole('link', { name: 'Glossary' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Glossary' })).toBeVisible();
  await page.getByLabel('Search the glossary').fill('Drawstóp');
  await page.getByRole('button', { name: 'Apply' }).click();
  await expect(page.getByRole('term')).toHaveText(['Drawstop']);
  await page.getByLabel('Search the glossary').fill('zzzz');
  await page.getByRole('button', { name: 'Apply' }).click();
  await expect(page.getByText('No term matches this search.')).toBeVisible();
});

test('A page compiles no code, and a page opened by a plain form begins at its top', async ({ memberPage: page, organization }) => {
  await page.addInitScript(() => {
    addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) => {
      document.documentElement.dataset.violation = `${violatedDirective} ${blockedURI}`;
    });
  });
  const supplierPage = await addSupplier(page, organization, { name: uniqueName('Top'), country: 'VN' });
  await page.setViewportSize({ width: 360, height: 300 });
  for (const path of [
    '/methodology/calculator',
    '/findings/new',
    `${organization.path}/what-if`,
    supplierPage,
    `${organization.path}/suppliers`,
  ]) {
    await page.goto(path.startsWith('/findings') ? `${organization.path}${path}` : path);
    await scripted(page);
    expect(await page.evaluate(() => document.documentElement.dataset.violation ?? ''), path).toBe('');
  }
  await page.getByRole('row').nth(1).getByRole('checkbox').check();
  await page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight));
  await page.locator('[data-selection-bar] button[name="act"]').first().click();
  await expect(page).not.toHaveURL(/\/suppliers$/);
  await scripted(page);
  expect(await page.evaluate(() => scrollY)).toBe(0);
});
