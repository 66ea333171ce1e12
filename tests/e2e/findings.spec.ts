import { overflow, newViolations } from './inspect';
import { addSupplier, expect, uniqueName, test } from './journey';

test('A34: a finding is recorded, rejected until complete, corrected, and keeps its history', { tag: '@thorough' }, async ({
  memberPage: page,
  organization,
}) => {
  const supplier = await addSupplier(page, organization, { name: uniqueName('Mill'), country: 'VN' });
  await page.goto(`${supplier}/findings`);
  await page.getByRole('link', { name: 'Record finding' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Record a finding at');
  expect(await newViolations(page)).toEqual([]);
  await page.getByLabel('Description of the finding').fill('Passports of migrant workers lie in the safe of the office.');
  await page
    .getByLabel('Files', { exact: true })
    .setInputFiles([{ name: 'safe.txt', mimeType: 'text/plain', buffer: Buffer.from('Twelve passports in the safe.') }]);
  await page.getByRole('button', { name: 'Record finding' }).click();
  const refusal = page.getByRole('alert');
  await expect(refusal).toContainText('Choose a grade.');
  await expect(refusal).toContainText('Enter the number of people affected, or tick “unknown”.');
  await expect(refusal).toContainText('Choose the extent: isolated or systemic.');
  await expect(page.getByLabel('Description of the finding')).toHaveValue(/Passports/);
  await expect(page.getByText('Files already uploaded with this form')).toBeVisible();
  expect(await newViolations(page)).toEqual([]);

  await page.getByLabel(/^Grade/).selectOption('major');
  await page.getByLabel('systemic').check();
  await page.getByLabel('Number of people', { exact: true }).fill('12');
  await page.getByLabel('documents', { exact: true }).check();
  await page.getByLabel('workers', { exact: true }).check();
  await page.getByLabel('Agreement between sources').selectOption('agree');
  await page.getByLabel('Question').fill('BW.FL.1.a');
  await page.getByLabel('Law', { exact: false }).first().fill('Labour Code, article 17');
  await page.getByLabel('Link to the article').fill('https://law.example/17');
  await page.getByRole('button', { name: 'Record finding' }).click();
  await expect(page.getByText('Finding recorded and supplier rescored.')).toBeVisible();
  await expect(page.getByRole('link', { name: 'Labour Code, article 17' })).toHaveAttribute('href', 'https://law.example/17');
  await expect(page.getByText('recorded a finding')).toBeVisible();
  expect(await newViolations(page)).toEqual([]);
  const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: 'safe.txt' }).click()]);
  expect(file.suggestedFilename()).toBe('safe.txt');

  await page.getByRole('button', { name: 'Remove safe.txt' }).click();
  await expect(page.getByText('This file is the only evidence.')).toBeVisible();
  await page.getByRole('link', { name: 'Edit finding' }).click();
  await expect(page.getByLabel('Number of people', { exact: true })).toHaveValue('12');
  await page.getByLabel('Number of people', { exact: true }).fill('');
  await page.getByLabel('unknown', { exact: true }).check();
  await page.getByRole('button', { name: 'Save finding' }).click();
  await expect(page.getByText('edited a finding')).toBeVisible();
  await page.setViewportSize({ width: 360, height: 740 });
  expect(await overflow(page), 'at 360 px').toBe('fits');

  await page.setViewportSize({ width: 1280, height: 800 });
  const right = page.locator('#reply');
  await right.getByLabel('Date sent').fill('2026-01-05');
  await right.getByRole('button', { name: 'Mark as sent' }).click();
  await expect(right.getByText('No reply by the due date.')).toBeVisible();
  await right.getByLabel('disputes').check();
  await right.getByLabel('Replied by').fill('Plant manager');
  await right.getByLabel('Reply date').fill('2026-01-12');
  await right.getByRole('button', { name: 'Record reply' }).click();
  await expect(right.getByRole('alert')).toContainText('Enter the supplier’s reply.');
  await expect(right.getByLabel('Replied by')).toHaveValue('Plant manager');
  await right.getByLabel('Supplier’s reply').fill('The workers asked us to keep them.');
  await right.getByRole('button', { name: 'Record reply' }).click();
  await expect(right.getByText('Awaiting a decision on the reply.')).toBeVisible();
  expect(await newViolations(page)).toEqual([]);
  await right.getByLabel('Decision on the finding').selectOption('withdrawn');
  await right.getByLabel('Reason').fill('Signed requests and a key for each were seen.');
  await right.getByRole('button', { name: 'Save decision' }).click();
  await expect(page.getByText('Withdrawn and excluded from the score.')).toBeVisible();
  await page.goto(`${supplier}/progress`);
  await expect(page.getByText('The workers asked us to keep them.').first()).toBeVisible();

  await page.goto(`${supplier}/findings`);
  await page.getByText('Add good practice').click();
  await page.getByLabel('Good practice', { exact: true }).fill('Every dormitory room has its own key.');
  await page.getByRole('button', { name: 'Save good practice' }).click();
  await expect(page.getByText('Every dormitory room has its own key.')).toBeVisible();
  expect(await newViolations(page)).toEqual([]);
  const csv = await (await page.request.get(`${organization.path}/findings/export`)).text();
  expect(csv).toContain('Labour Code, article 17');
});
