import { newViolations } from './inspect';
import { expect, type Page, scripted, test } from './journey';

test.use({ storageState: async ({ demonstration }, use) => use(demonstration.state) });

const region = (page: Page) => page.getByRole('application');
const says = (page: Page) => page.locator('figure [aria-live=polite]');
const at = (page: Page) => (new URL(page.url()).searchParams.get('at') ?? '').split(',').map(Number);
const zoomOf = (page: Page) => at(page)[2] ?? 0;

test('Without a mouse: groups on the world map open until a supplier is reached, whose panel opens; nothing leaves the server', async ({
  page,
  demonstration,
  baseURL,
}) => {
  const requests: string[] = [];
  const refused: string[] = [];
  page.on('request', (request) => requests.push(request.url()));
  page.on('console', (message) => message.type() === 'error' && refused.push(message.text()));
  await page.goto(`${demonstration.path}/map?view=world`);
  await scripted(page);
  await region(page).focus();
  const panel = page.getByRole('complementary').filter({ has: page.getByRole('link', { name: 'Open details' }) });
  // Each Enter opens a group, until what is first is one supplier.
  for (let step = 0; step < 10 && !page.url().includes('open='); step += 1) {
    await page.keyboard.press('PageDown');
    await expect(says(page)).toContainText('Severe');
    const before = page.url();
    await page.keyboard.press('Enter');
    await expect.poll(() => page.url()).not.toBe(before);
    if (!page.url().includes('open=')) await page.keyboard.press('Escape');
  }
  await expect(panel.getByRole('heading', { level: 2 })).toBeFocused();
  expect(zoomOf(page), 'the address says what is shown').toBeGreaterThan(3);
  expect(await newViolations(page)).toEqual([]);
  await panel.getByRole('link', { name: 'Close' }).press('Enter');
  await expect(panel).toHaveCount(0);
  await expect(region(page)).toBeFocused();
  expect(
    requests.filter((url) => url.includes('/map/places')),
    'opening and closing fetch no places',
  ).toHaveLength(1);
  expect(requests.filter((url) => !url.startsWith(baseURL ?? '') && !url.startsWith('data:'))).toEqual([]);
  expect(refused).toEqual([]);
});

test('An address opens the world map at its place and zoom; moving the map changes the address, which survives filters', async ({
  page,
  demonstration,
}) => {
  await page.goto(`${demonstration.path}/map?view=world&at=67.1,24.9,9`);
  await scripted(page);
  await region(page).focus();
  await page.keyboard.press('PageDown');
  await expect(says(page)).toContainText('Pakistan');
  await page.keyboard.press('-');
  await expect.poll(() => zoomOf(page)).toBeCloseTo(8.25, 2);
  await page.keyboard.press('ArrowRight');
  await expect.poll(() => at(page)[0]).toBeGreaterThan(67.2);
  const kept = at(page);
  await page.reload();
  await scripted(page);
  await region(page).focus();
  await page.keyboard.press('+');
  await expect.poll(() => zoomOf(page)).toBeCloseTo(9, 2);
  expect(at(page)[0]).toBeCloseTo(kept[0] ?? 0, 1);
  await page.keyboard.press('0');
  await expect.poll(() => zoomOf(page), 'everything is in view again').toBeLessThan(3);
});

test('With a mouse: the wheel belongs to the page until the map is chosen, dragging moves, a press opens', async ({
  page,
  demonstration,
}) => {
  await page.goto(`${demonstration.path}/map?view=world&at=67.1,24.9,6`);
  await scripted(page);
  const canvas = region(page).locator('canvas');
  await canvas.scrollIntoViewIfNeeded();
  await canvas.hover();
  await page.mouse.wheel(0, 100);
  await expect(page.getByText('Hold Ctrl and scroll to zoom')).toBeVisible();
  const box = (await canvas.boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 };
  const middle = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  await page.mouse.move(middle.x, middle.y + 150);
  await page.mouse.down();
  await page.mouse.move(middle.x - 100, middle.y + 150, { steps: 4 });
  await page.mouse.up();
  await expect.poll(() => at(page)[0]).toBeGreaterThan(67.2);
  await region(page).focus();
  await page.mouse.wheel(0, -250);
  await expect.poll(() => zoomOf(page)).toBeCloseTo(7, 1);
  await page.getByRole('button', { name: 'Zoom in' }).click();
  await expect.poll(() => zoomOf(page)).toBeCloseTo(8, 1);
});

test('On a phone the world map has large controls and does not make the page wider', async ({ page, demonstration }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await page.goto(`${demonstration.path}/map?view=world`);
  await scripted(page);
  const box = await region(page).boundingBox();
  expect(box?.width).toBeGreaterThanOrEqual(320);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
  const button = await page.getByRole('button', { name: 'Zoom in' }).boundingBox();
  expect(Math.min(button?.width ?? 0, button?.height ?? 0)).toBeGreaterThanOrEqual(36);
});

test('Without script the world map is a picture whose countries and groups are links', async ({ browser, baseURL, demonstration }) => {
  const context = await browser.newContext({
    ...(baseURL ? { baseURL } : {}),
    storageState: demonstration.state,
    javaScriptEnabled: false,
  });
  const page = await context.newPage();
  await page.goto(`${demonstration.path}/map?view=world&country=PK`);
  await expect(page.getByRole('application')).toHaveCount(0);
  await page.getByRole('link', { name: /^Pakistan: 3 suppliers/ }).focus();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/country=PK/);
  await expect(page.getByRole('row', { name: /^Pakistan/ })).toBeVisible();
  await context.close();
});
