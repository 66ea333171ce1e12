import type { Page } from '@playwright/test';
import { newViolations, overflow } from './inspect';
import { evaluateNow, textsNow } from './read-now';
import { expect, scripted, test } from './journey';
import { tabTo } from './tab-to';

test.use({ storageState: async ({ demonstration }, use) => use(demonstration.state) });

const focusedLabel = (page: Page) => page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? '');
const boxes = (page: Page) => page.locator('figure svg a');

test('Without a mouse: a group opens in place, a supplier in it opens in the panel, and Escape returns the focus step by step', async ({
  page,
  demonstration,
}) => {
  await page.goto(`${demonstration.path}/map?group=country`);
  await scripted(page);
  const group = await tabTo(page, (text) => /^China, 3 suppliers/.test(text));
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/at=2&in=CN/);
  await expect(page.getByRole('complementary').getByRole('heading', { level: 2 })).toHaveText('China, Tier 2');
  expect(await focusedLabel(page), 'the box that opened keeps the focus').toBe(group);
  await expect(page.getByRole('navigation', { name: 'Opened group' })).toContainText('Tier 2, China');
  expect(await newViolations(page)).toEqual([]);

  const supplier = await tabTo(page, (text) => /^Wei Hai Technical Fabrics/.test(text));
  await page.keyboard.press('Enter');
  const panel = page.getByRole('complementary');
  await expect(panel.getByRole('heading', { level: 2 })).toHaveText(/^Wei Hai Technical Fabrics/);
  await expect(panel.getByRole('heading', { level: 2 })).toBeFocused();
  await expect(panel.getByRole('link', { name: 'Send questionnaire' })).toHaveAttribute('href', /requests\/new\?supplier=/);
  await expect(panel.getByRole('link', { name: 'Plan audit' })).toHaveAttribute('href', /audits\/new\?supplier=/);
  expect(await newViolations(page)).toEqual([]);
  const address = page.url();

  await page.keyboard.press('Escape');
  await expect(panel.getByRole('heading', { level: 2 })).toHaveText('China, Tier 2');
  await expect.poll(() => focusedLabel(page)).toBe(supplier);
  await page.keyboard.press('Escape');
  await expect(panel).toHaveCount(0);
  await expect(page).not.toHaveURL(/at=2/);
  await expect.poll(() => focusedLabel(page)).toBe(group);

  await page.goto(address);
  await expect(panel.getByRole('heading', { level: 2 })).toHaveText(/^Wei Hai Technical Fabrics/);
  await expect(boxes(page).and(page.getByLabel(/^Wei Hai Technical Fabrics/))).toBeVisible();
});

test('The drawing and its table show the same boxes in the same order', async ({ page, demonstration }) => {
  await page.goto(`${demonstration.path}/map?group=sector&at=1&in=14`);
  await scripted(page);
  await page.locator('summary').filter({ hasText: 'Tiers as a table' }).click();
  const rows = await textsNow(page.getByRole('table').getByRole('row').getByRole('rowheader').getByRole('link'));
  const drawn = await evaluateNow(boxes(page), (links) => links.map((link) => link.getAttribute('aria-label') ?? ''));
  expect(rows.length).toBeGreaterThan(10);
  expect(drawn).toHaveLength(rows.length);
  for (const [at, row] of rows.entries())
    if (row !== 'Suppliers not known') expect(drawn[at]?.startsWith(row), `${drawn[at]} is ${row}`).toBe(true);
});

test('Unknown suppliers come last in each tier and lead to a campaign that asks for them', async ({ page, demonstration }) => {
  await page.goto(`${demonstration.path}/map?group=country`);
  await scripted(page);
  const gap = page.getByRole('link', { name: /^12 of 25 suppliers have not named their suppliers/ });
  await gap.click();
  await expect(page).toHaveURL(/gap=2/);
  const panel = page.getByRole('complementary');
  await expect(panel).toContainText('12 of 25 suppliers have not named their own suppliers.');
  await panel.getByRole('link', { name: /^Ask \d+ suppliers$/ }).click();
  await expect(page).toHaveURL(/campaigns\/new\?id=/);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('New campaign');
});

test('Filters are in a drawer that counts them, closes by Escape and returns the focus', async ({ page, demonstration }) => {
  await page.goto(`${demonstration.path}/map?country=PK&band=high`);
  await scripted(page);
  const button = page.locator('summary').filter({ hasText: 'Filters' });
  await expect(button).toContainText('2');
  await button.click();
  await expect(page.getByRole('searchbox', { name: 'Find a supplier' })).toBeVisible();
  expect(await newViolations(page)).toEqual([]);
  await page.getByRole('button', { name: 'Apply' }).focus();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('searchbox', { name: 'Find a supplier' })).toBeHidden();
  await expect(button).toBeFocused();
});

test('On a phone the tiers are a list that opens in place, in both themes', async ({ page, demonstration }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    await page.goto(`${demonstration.path}/map?group=country`);
    await scripted(page);
    await expect(page.locator('figure')).toBeHidden();
    const box = page.getByRole('link', { name: /^China, 3 suppliers/ });
    await expect(box).toHaveAttribute('aria-expanded', 'false');
    await box.click();
    await expect(box).toHaveAttribute('aria-expanded', 'true');
    await expect(
      page
        .getByRole('listitem')
        .getByRole('link', { name: /^Wei Hai Technical Fabrics/ })
        .first(),
    ).toBeVisible();
    expect(await overflow(page)).toBe('fits');
    expect(await newViolations(page)).toEqual([]);
  }
});

test('The supply chain overview begins with whom to ask, the path of highest risk and the concentration', async ({
  page,
  demonstration,
}) => {
  await page.goto(`${demonstration.path}/supply-chain`);
  const first = page
    .getByRole('region', { name: 'Priorities' })
    .or(page.locator('section').filter({ has: page.getByRole('heading', { name: 'Priorities' }) }))
    .first();
  await expect(first).toContainText('Tier 3: 15 of 15 suppliers have not named their own suppliers.');
  await expect(first.getByRole('link', { name: /^Ask \d+ suppliers$/ })).toHaveAttribute('href', /campaigns\/new\?id=/);
  await expect(first).toContainText(/Tarim Basin Fibre Trading.* reaches you through/);
  await first.getByRole('link', { name: 'Show path on map' }).click();
  await expect(page.getByRole('complementary').getByRole('heading', { level: 2 })).toHaveText(/^Tarim Basin Fibre Trading/);
});

test.describe('without script', () => {
  test.use({ javaScriptEnabled: false });

  test('groups are chosen, opened and filtered', async ({ page, demonstration }) => {
    await page.goto(`${demonstration.path}/map`);
    await page.getByLabel('Group by').selectOption('Sector');
    await page.getByRole('button', { name: 'Group suppliers' }).click();
    await expect(page).toHaveURL(/group=sector/);
    await boxes(page)
      .filter({ hasText: /Garments/ })
      .first()
      .click();
    await expect(page).toHaveURL(/at=1&in=14/);
    await expect(page.getByRole('complementary').getByRole('heading', { level: 2 })).toHaveText('Garments, Tier 1');
    await page.locator('summary').filter({ hasText: 'Filters' }).click();
    await page.getByRole('searchbox', { name: 'Find a supplier' }).fill('denim');
    await page.getByRole('button', { name: 'Apply' }).click();
    await expect(page).toHaveURL(/q=denim/);
    await expect(page).toHaveURL(/group=sector/);
  });

  test('the button that groups leaves a narrow page as wide as its screen', async ({ page, demonstration }) => {
    await page.setViewportSize({ width: 320, height: 640 });
    await page.goto(`${demonstration.path}/map`);
    await expect(page.getByRole('button', { name: 'Group suppliers' })).toBeVisible();
    expect(await overflow(page)).toBe('fits');
  });
});
