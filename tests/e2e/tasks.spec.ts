import type { Locator, Page } from '@playwright/test';
import { signInAs } from './demonstration';
import { drawn } from './inspect';
import { expect, test } from './journey';
import { allNow } from './read-now';

test.use({ viewport: { width: 1440, height: 900 } });

/** Follows one link or button after another, and counts them. */
function clicksOf(page: Page) {
  let count = 0;
  return {
    click: async (target: Locator) => {
      count += 1;
      await target.click();
      await drawn(page);
    },
    made: () => count,
  };
}

const link = (page: Page, name: RegExp) => page.getByRole('main').getByRole('link', { name }).first();

test('From the home page, the suppliers under an import alert are two clicks away, and who is late, what changed one', async ({ page }) => {
  await signInAs(page, 'manager');
  const home = page.url();

  const alerted = clicksOf(page);
  await alerted.click(link(page, /suppliers? under an import-ban alert/));
  await expect(page.getByRole('rowheader')).toHaveText([/^Tarim Basin Fibre/, /^Mary Pagta Ginning/, /^Wei Hai Technical/]);
  expect(alerted.made()).toBeLessThanOrEqual(2);

  await page.goto(home);
  const late = clicksOf(page);
  await late.click(link(page, /overdue tasks? in your queue/));
  await expect(page.getByRole('main')).toContainText('Selangor Glove & Safety');
  await expect(page.getByRole('main')).toContainText('Wei Hai Technical Fabrics');
  expect(late.made()).toBe(1);

  await page.goto(home);
  const changed = clicksOf(page);
  await changed.click(link(page, /^All \d+$/));
  const changes = page.locator('#score-changes');
  await expect(changes).toBeInViewport();
  for (const [name, cause] of [
    ['Riverside Logistics', 'Housing: tied to the job'],
    ['Meghna Knit', 'answers'],
    ['Jordan Valley', 'finding'],
    ['Lac Hong', 'answers'],
  ] as const)
    await expect(changes.getByRole('listitem').filter({ hasText: name })).toContainText(cause);
  expect(changed.made()).toBe(1);
});

test('The board paper is two clicks from the home page', async ({ page }) => {
  await signInAs(page, 'manager');
  const paper = clicksOf(page);
  await paper.click(link(page, /^Prepare board paper/));
  const preview = link(page, /^Preview PDF/);
  const [download] = await Promise.all([page.waitForEvent('download'), paper.click(preview)]);
  expect(download.suggestedFilename()).toMatch(/\.pdf$/);
  expect(paper.made()).toBe(2);
});

test('The first screen of a supplier answers why it is severe, without a click', async ({ page }) => {
  await signInAs(page, 'manager');
  const list = `${new URL(page.url()).pathname}/suppliers?band=severe`;
  await page.goto(list);
  await page
    .getByRole('rowheader')
    .getByRole('link', { name: /^Jordan Valley Apparel/ })
    .click();
  await drawn(page);
  const rules = page.getByRole('region', { name: /^Main driver: / }).getByRole('link', { name: /^rule R\d+/ });
  await expect(rules).toHaveCount(3);
  for (const shown of [
    page.getByText('Severe', { exact: true }).first(),
    page.getByText(/^Open critical finding: /),
    ...(await allNow(rules)),
  ])
    await expect(shown).toBeInViewport({ ratio: 1 });
  expect(await page.evaluate(() => window.scrollY)).toBe(0);
});
