import { expect, test } from '@playwright/test';
import { watchConsole } from './demonstration';
import { violations } from './inspect';

const roles = [
  { role: 'Compliance manager', steps: 9 },
  { role: 'Auditor', steps: 6 },
  { role: 'Lender', steps: 7 },
];

for (const { role, steps } of roles)
  test(`a visitor opens the demonstration as ${role} from the first page and follows the tour to its end`, async ({ page }) => {
    const complaints = watchConsole(page);
    await page.goto('/');
    await page.getByRole('link', { name: 'Open the demonstration' }).click();
    await page.waitForURL('**/demonstration');
    expect(await violations(page)).toEqual([]);
    await page.getByRole('button', { name: `Open as ${role}`, exact: true }).click();
    await page.getByRole('link', { name: 'Take the tour' }).click();
    await page.getByRole('button', { name: 'Start tour' }).click();
    for (let step = 1; step <= steps; step += 1) {
      await expect(page.getByText(`Step ${step} of ${steps}`)).toBeVisible();
      await expect(page.locator('main h1').first()).toBeVisible();
      expect(await page.locator('main').innerText()).not.toMatch(/\b(403|404)\b/);
      if (step < steps) await page.getByRole('button', { name: /^Next: / }).click();
    }
    await page.getByRole('button', { name: 'End tour' }).click();
    await expect(page.getByRole('link', { name: 'Take the tour' })).toBeVisible();
    expect(complaints).toEqual([]);
  });

test('the first page offers the signed report of the demonstration', async ({ page, request }) => {
  await page.goto('/');
  const address = await page.getByRole('link', { name: 'Download a sample report (PDF)' }).getAttribute('href');
  const report = await request.get(address ?? '');
  expect([report.status(), report.headers()['content-type']]).toEqual([200, 'application/pdf']);
  expect((await report.body()).toString('latin1')).toContain('/ByteRange');
});
