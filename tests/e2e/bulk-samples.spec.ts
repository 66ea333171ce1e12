import { newViolations, overflow } from './inspect';
import { expect, test } from './journey';
import { begin, planAudit, queue } from './recorder';

/** Four weeks of twelve workers, six of them with eleven hours on each day. */
function timeFile(): Buffer {
  const header = ['Worker ID', 'Employee Name', 'Mobile', 'Date', 'In', 'Out', 'Break'];
  const rows = Array.from({ length: 12 }, (_, worker) =>
    Array.from({ length: 28 }, (_day, at) => {
      const on = new Date(Date.UTC(2026, 7, 31 + at)).toISOString().slice(0, 10).split('-').reverse().join('/');
      const isLong = worker % 2 === 0;
      const times = !isLong && at % 7 === 6 ? ['OFF', 'OFF', ''] : ['20:00', isLong ? '08:00' : '05:00', '60'];
      return [`W-${worker}`, 'Rahima Begum', '01712345678', on, ...times];
    }),
  ).flat();
  const unread = ['W-1', 'Rahima Begum', '', '13/40/2026', '08:00', '17:00', ''];
  return Buffer.from([header, ...rows, unread].map((cells) => cells.join(',')).join('\r\n'));
}

test('a time file becomes samples of the audit: columns confirmed, the plan read, added, and withdrawn', async ({ memberPage: page }) => {
  const { onSite } = await planAudit(page);
  await page.goto(onSite.replace(/on-site$/, 'samples'));
  await expect(page.getByRole('heading', { name: 'Add a file' })).toBeVisible();
  await page.getByLabel('File', { exact: true }).setInputFiles({ name: 'Rahima.csv', mimeType: 'text/csv', buffer: timeFile() });
  await page.getByRole('button', { name: 'Read file' }).click();

  await expect(page.getByText('Not kept: B (names), C (contacts).')).toBeVisible();
  await expect(page.locator('main')).not.toContainText('Rahima');
  await expect(page.getByLabel('Column E')).toHaveValue('timeIn');
  await expect(page.locator('[data-problems]')).toContainText('Row 338: no day that can be read.');
  await expect(page.getByRole('heading', { name: 'What will be added' })).toBeVisible();
  await expect(page.locator('#plan')).toContainText('24 of 48');
  expect(await newViolations(page)).toEqual([]);
  expect(await overflow(page)).toBe('fits');

  await page.getByLabel('Workers to sample').fill('10');
  await page.getByRole('button', { name: 'Add 48 samples' }).click();
  await expect(page.getByText('The columns changed. Check the plan, then add the samples.')).toBeVisible();
  await page.getByRole('button', { name: 'Add 40 samples' }).click();
  await expect(page.getByText('40 samples added.')).toBeVisible();
  await expect(page.locator('figcaption')).toContainText(/\d+ of 40 sampled weeks exceed 60 hours/);
  expect(await newViolations(page)).toEqual([]);

  await page.getByRole('button', { name: 'Withdraw samples' }).click();
  await expect(page.getByText('Samples withdrawn.')).toBeVisible();
  await expect(page.locator('figcaption')).toHaveCount(0);
});

test('a requirement entered without network is shown beside its question, and kept for the country until a second person confirms it', async ({
  memberPage: page,
}) => {
  const { onSite } = await planAudit(page);
  await begin(page, onSite);
  await page.context().setOffline(true);
  await page.goto(`${onSite}#/section/BW.WT`);
  const question = page.locator('[data-law="BW.WT.2.b"]');
  await question.locator('summary').click();
  await question.getByRole('button', { name: 'Add legal requirement' }).click();
  await question.getByRole('button', { name: 'Save requirement' }).click();
  await expect(question.getByText('Fill in this field.').first()).toBeVisible();
  await question.getByLabel('Requirement', { exact: true }).fill('At most 300 hours of overtime in a year');
  await question.getByLabel('Law', { exact: true }).fill('Decree 145/2020');
  await question.getByLabel('Article or section').fill('Art. 61');
  await question.getByRole('button', { name: 'Save requirement' }).click();
  await expect(question.getByText('At most 300 hours of overtime in a year')).toBeVisible();
  await expect(question.getByText('Second-hand: check the law').last()).toBeVisible();

  await page.context().setOffline(false);
  await expect(queue(page)).toHaveText('All entries sent', { timeout: 60_000 });
  const home = onSite.replace(/\/audits\/.*$/, '');
  await page.goto(`${home}/national-law/VN`);
  await expect(page.getByText('At most 300 hours of overtime in a year').first()).toBeVisible();
  await expect(page.getByText('A person other than its author confirms a requirement.')).toBeVisible();
  expect(await newViolations(page)).toEqual([]);
  await page.goto('/countries/VN#national-law');
  await expect(page.getByText('At most 300 hours of overtime in a year').first()).toBeVisible();
});
