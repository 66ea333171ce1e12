import { overflow, newViolations } from './inspect';
import { addSupplier, expect, openOrganization, test } from './journey';
import { isVisibleNow } from './read-now';

test('The list and the map as known on a date: nothing before the first record, everything today, and one click returns', {
  tag: '@thorough',
}, async ({ memberPage: page }) => {
  const organization = await openOrganization(page);
  await addSupplier(page, organization, { name: 'Alpha Mills', country: 'IN', workers: '300' });
  const today = new Date().toISOString().slice(0, 10);
  const shown = page.getByRole('table').getByRole('rowheader').getByRole('link');
  for (const [path, submit] of [
    [`${organization.path}/suppliers`, 'Apply'],
    [`${organization.path}/map?view=table`, 'Show date'],
  ] as const) {
    await page.goto(path);
    await expect(shown).toHaveText(['Alpha Mills']);
    if (!(await isVisibleNow(page.getByRole('textbox', { name: 'As of' })))) await page.getByText('More filters').click();
    await page.getByRole('textbox', { name: 'As of' }).fill('2020-01-31');
    await page.getByRole('button', { name: submit }).click();
    await expect(page).toHaveURL(/on=2020-01-31/);
    await expect(page.getByText(/Facts, scores(, links)? and tiers as known at the end of 31 Jan 2020/)).toBeVisible();
    await expect(page.getByText('No matching supplier was known at the end of 31 Jan 2020.')).toBeVisible();
    await expect(shown).toHaveCount(0);
    expect(await newViolations(page), page.url()).toEqual([]);

    await page.getByRole('textbox', { name: 'As of' }).fill(today);
    await page.getByRole('button', { name: submit }).click();
    await expect(page).toHaveURL(new RegExp(`on=${today}`));
    await expect(shown).toHaveText(['Alpha Mills']);
    await expect(page.getByRole('row').filter({ hasText: 'Alpha Mills' })).toContainText('India');
    expect(await newViolations(page), page.url()).toEqual([]);
    await page.setViewportSize({ width: 360, height: 740 });
    expect(await overflow(page), `${page.url()} at 360 px`).toBe('fits');
    await page.setViewportSize({ width: 1280, height: 720 });
    await page.getByRole('link', { name: /^Remove filter As of/ }).click();
    await expect(page.getByText(/Facts, scores(, links)? and tiers as known/)).toHaveCount(0);
    await expect(shown).toHaveText(['Alpha Mills']);
  }
});
