import { newViolations } from './inspect';
import { expect, scripted, test } from './journey';
import { allNow } from './read-now';
import { tabTo } from './tab-to';

test.use({ storageState: async ({ demonstration }, use) => use(demonstration.state) });

test('Without a mouse: a supplier is found on the map, opened, and an edge followed; the table does the same', async ({
  page,
  demonstration,
}) => {
  for (const view of ['tiers', 'table']) {
    await page.goto(`${demonstration.path}/map?view=${view}`);
    await scripted(page);
    await tabTo(page, (text) => text === 'Filters');
    await page.keyboard.press('Enter');
    await tabTo(page, (text) => text === 'Find a supplier');
    await page.keyboard.type('denim');
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(/q=denim/);
    await expect(page.getByText(/suppliers? of \d+ shown/)).not.toContainText('61 suppliers of');
    const label = await tabTo(page, (text) => /^Karachi Denim/.test(text));
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(/open=/);
    const panel = page.getByRole('complementary').filter({ has: page.getByRole('heading', { name: /^Karachi Denim/ }) });
    await expect(panel).toBeVisible();
    await expect(panel.getByRole('heading', { level: 2 })).toBeFocused();
    expect(new URL(page.url()).searchParams.get('q'), 'filters stay').toBe('denim');
    // The header covers what lies above.
    await page.evaluate(() => window.scrollTo(0, 0));
    expect(await newViolations(page)).toEqual([]);

    const first = await panel.getByRole('listitem').getByRole('link').first().textContent();
    await tabTo(page, (text) => text === first);
    await page.keyboard.press('Enter');
    await expect(page.getByRole('complementary').getByRole('heading', { level: 2 })).toHaveText(first ?? '');
    await page.goBack();
    await expect(panel).toBeVisible();
    await tabTo(page, (text) => text === 'Close');
    await page.keyboard.press('Enter');
    await expect(panel).toHaveCount(0);
    const focused = await page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.textContent);
    expect(focused?.trim()).toBe(label);
  }
});

test('The views are one page: filters and the open panel stay, collapsing a group hides its suppliers', async ({ page, demonstration }) => {
  await page.goto(`${demonstration.path}/map?country=PK`);
  await scripted(page);
  await page.getByRole('link', { name: /^Karachi Denim/ }).click();
  const panel = page.getByRole('complementary').filter({ has: page.getByRole('heading', { name: /^Karachi Denim/ }) });
  await expect(panel).toBeVisible();
  await panel.getByRole('link', { name: 'Hide suppliers' }).click();
  await expect(page).toHaveURL(/fold=/);
  await expect(page.getByRole('link', { name: /^Sindh Cotton/ }).and(page.locator('svg a'))).toHaveCount(0);
  await page.getByRole('navigation', { name: 'Map views' }).getByRole('link', { name: 'World' }).click();
  await expect(page.getByRole('application')).toBeVisible();
  await expect(page.getByRole('row', { name: /^Pakistan 3/ })).toHaveCount(1);
  await expect(panel).toBeVisible();
  await page.getByRole('navigation', { name: 'Map views' }).getByRole('link', { name: 'Table' }).click();
  await expect(page.getByRole('table').getByRole('rowheader')).toHaveCount(3);
  await expect(panel).toBeVisible();
});

test('The interactive view is navigated by keyboard, opens the panel and returns the focus', async ({ page, demonstration }) => {
  const requests: string[] = [];
  page.on('request', (request) => request.url().includes('/map/graph') && requests.push(request.url()));
  await page.goto(`${demonstration.path}/map?draw=canvas`);
  await scripted(page);
  const graph = page.getByRole('application');
  await graph.focus();
  const says = page.locator('figure [aria-live=polite]');
  await page.keyboard.press('Home');
  await expect(says).toContainText('Your organization');
  await page.keyboard.press('ArrowRight');
  await expect(says).toContainText('Tier 1');
  const first = await says.textContent();
  await page.keyboard.press('ArrowRight');
  await expect(says).toContainText('Tier 2');
  await page.keyboard.press('ArrowLeft');
  await expect(says).toHaveText(first ?? '');
  await page.keyboard.press('End');
  await expect(says).toContainText('Tier 3');
  await page.keyboard.press('Enter');
  const panel = page.getByRole('complementary').filter({ has: page.getByRole('link', { name: 'Open details' }) });
  await expect(panel.getByRole('heading', { level: 2 })).toBeFocused();
  await expect(says).toContainText((await panel.getByRole('heading', { level: 2 }).textContent()) ?? '');
  await panel.getByRole('link', { name: 'Close' }).press('Enter');
  await expect(panel).toHaveCount(0);
  await expect(graph).toBeFocused();
  await page.keyboard.press('Tab');
  await expect(graph, 'Tab leaves the graph').not.toBeFocused();
  expect(requests, 'opening and closing fetch no graph').toHaveLength(1);
  expect(await newViolations(page)).toEqual([]);
});

test('The current view is exported as files, with the same filters', { tag: '@thorough' }, async ({ page, demonstration }) => {
  await page.goto(`${demonstration.path}/map?view=world&country=PK`);
  await page.setViewportSize({ width: 360, height: 740 });
  await page.getByText('Export', { exact: true }).click();
  const links = page.locator('a[href*="/map/export"]');
  await expect(links).toHaveCount(8);
  await expect(links.first()).toBeInViewport({ ratio: 1 });
  for (const link of await allNow(links)) {
    const href = (await link.getAttribute('href')) ?? '';
    const answer = await page.request.get(href);
    expect(answer.status(), href).toBe(200);
    expect(answer.headers()['content-disposition'], href).toMatch(/filename="chain-(map|relations)-\d{4}-\d{2}-\d{2}\.\w+"/);
    if (href.endsWith('as=csv')) expect((await answer.text()).trim().split('\r\n')).toHaveLength(4);
  }
});
