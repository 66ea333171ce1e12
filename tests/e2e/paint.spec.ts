import { setTimeout } from 'node:timers/promises';
import { expect, scripted, test } from './journey';

/** As much of a page as a reader sees move while it loads (web.dev/cls); it calls 0.1 good. */
const most = 0.05;

test.describe('the demonstration', () => {
  test.use({ storageState: ({ demonstration }, use) => use(demonstration.state) });

  for (const width of [390, 1440])
    test(`does not move its home page when the fonts arrive late, ${width} pixels wide`, async ({ page, demonstration }) => {
      await page.setViewportSize({ width, height: 900 });
      await page.route(/\.woff2$/, async (route) => {
        await setTimeout(1_500);
        await route.continue();
      });
      await page.addInitScript(() => {
        const shifts: number[] = [];
        Object.assign(window, { shifts });
        new PerformanceObserver((list) => {
          for (const entry of list.getEntries()) if ('value' in entry) shifts.push(Number(entry.value));
        }).observe({ type: 'layout-shift', buffered: true });
      });
      await page.goto(demonstration.path);
      await page.evaluate(() => document.fonts.ready);
      expect(await page.evaluate(() => document.fonts.check('600 16px "IBM Plex Sans"'))).toBe(true);
      await page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))));
      const shifts = await page.evaluate(() => ('shifts' in window ? (window.shifts as number[]) : []));
      expect(shifts.reduce((all, each) => all + each, 0)).toBeLessThan(most);
    });

  test('prints its list with the colours of the scores and without boxes, folds and buttons', async ({ page, demonstration }) => {
    await page.goto(`${demonstration.path}/suppliers?columns=history,workers`);
    await expect(page.getByRole('img', { name: /^\d+ on .+, \d+ on / }).first()).toBeVisible();
    const tile = page.locator('.score-tile').first();
    const colour = await tile.evaluate((each) => getComputedStyle(each).backgroundColor);
    await page.emulateMedia({ media: 'print' });
    await expect(page.getByRole('columnheader', { name: 'Workers' })).toBeVisible();
    await expect(page.locator('main').getByRole('checkbox').locator('visible=true')).toHaveCount(0);
    await expect(page.locator('main').getByRole('button').locator('visible=true')).toHaveCount(0);
    const printed = await tile.evaluate((each) => [getComputedStyle(each).backgroundColor, getComputedStyle(each).printColorAdjust]);
    expect(printed).toEqual([colour, 'exact']);
  });

  test('leads from a finding of a list to the next by J, and back by K', async ({ page, demonstration }) => {
    await page.goto(`${demonstration.path}/findings?status=unsolved`);
    await scripted(page);
    await page.keyboard.press('j');
    await page.keyboard.press('Enter');
    const place = page.getByRole('navigation', { name: 'Place in the list' });
    await expect(place).toContainText(/^1 of \d+$/);
    const title = await page.getByRole('heading', { level: 1 }).textContent();
    await page.keyboard.press('j');
    await expect(place).toContainText(/^2 of \d+$/);
    await page.keyboard.press('k');
    await expect(place).toContainText(/^1 of \d+$/);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(title ?? '');
  });
});
