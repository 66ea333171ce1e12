import { overflow, newViolations } from './inspect';
import { addSupplier, expect, newWord, test } from './journey';

test('A34: a finding is recorded, refused until all is said, corrected, and keeps its history', { tag: '@thorough' }, async ({
  memberPage: page,
  organization,
}) => {
  const supplier = await addSupplier(page, organization, { name: newWord('Mill'), country: 'VN' });
  await page.goto(`${supplier}/findings`);
  await page.getByRole('link', { name: 'Record a finding' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Record a finding at');
  expect(await newViolations(page)).toEqual([]);
  await page.getByLabel('What was found').fill('Passports of migrant workers lie in the safe of the office.');
  await page
    .getByLabel('Files', { exact: true })
    .setInputFiles([{ name: 'safe.txt', mimeType: 'text/plain', buffer: Buffer.from('Twelve passports in the safe.') }]);
  await page.getByRole('button', { name: 'Record a finding' }).click();
  const refusal = page.getByRole('alert');
  await expect(refusal).toContainText('Choose a grade.');
  await expect(refusal).toContainText('Say how many people are affected, or that it is not known.');
  await expect(refusal).toContainText('Say whether it is isolated or systemic.');
  await expect(page.getByLabel('What was found')).toHaveValue(/Passports/);
  await expect(page.getByText('These files are kept with this form')).toBeVisible();
  expect(await newViolations(page)).toEqual([]);

  await page.getByLabel('Grade').selectOption('major');
  await page.getByLabel('systemic').check();
  await page.getByLabel('How many', { exact: true }).fill('12');
  await page.getByLabel('documents', { exact: true }).check();
  await page.getByLabel('workers', { exact: true }).check();
  await page.getByLabel('What the sources say').selectOption('agree');
  await page.getByLabel('Question').fill('BW.FL.1.a');
  await page.getByLabel('Law', { exact: false }).first().fill('Labour Code, article 17');
  await page.getByLabel('Address of the article').fill('https://law.example/17');
  await page.getByRole('button', { name: 'Record a finding' }).click();
  await expect(page.getByText('The finding is recorded.')).toBeVisible();
  await expect(page.getByRole('link', { name: 'Labour Code, article 17' })).toHaveAttribute('href', 'https://law.example/17');
  await expect(page.getByText('recorded a finding')).toBeVisible();
  expect(await newViolations(page)).toEqual([]);
  const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: 'safe.txt' }).click()]);
  expect(file.suggestedFilename()).toBe('safe.txt');

  await page.getByRole('button', { name: 'Remove safe.txt' }).click();
  await expect(page.getByText('This file is the only evidence of the finding.')).toBeVisible();
  await page.getByRole('link', { name: 'Correct or complete' }).click();
  await expect(page.getByLabel('How many', { exact: true })).toHaveValue('12');
  await page.getByLabel('How many', { exact: true }).fill('');
  await page.getByLabel('not known', { exact: true }).check();
  await page.getByRole('button', { name: 'Save the finding' }).click();
  await expect(page.getByText('corrected a finding')).toBeVisible();
  await page.setViewportSize({ width: 360, height: 740 });
  expect(await overflow(page), 'at 360 px').toBe('fits');

  await page.setViewportSize({ width: 1280, height: 800 });
  const right = page.locator('#reply');
  await right.getByLabel('Sent on').fill('2026-01-05');
  await right.getByRole('button', { name: 'Note that it was sent for comment' }).click();
  await expect(right.getByText('No reply by that day.')).toBeVisible();
  await right.getByLabel('disputes').check();
  await right.getByLabel('Said by').fill('Plant manager');
  await right.getByLabel('Replied on').fill('2026-01-12');
  await right.getByRole('button', { name: 'Record the reply' }).click();
  await expect(right.getByRole('alert')).toContainText('Write what the supplier says.');
  await expect(right.getByLabel('Said by')).toHaveValue('Plant manager');
  await right.getByLabel('What the supplier says').fill('The workers asked us to keep them.');
  await right.getByRole('button', { name: 'Record the reply' }).click();
  await expect(right.getByText('Waits for an answer to the reply.')).toBeVisible();
  expect(await newViolations(page)).toEqual([]);
  await right.getByLabel('The finding is').selectOption('withdrawn');
  await right.getByLabel('Why').fill('Signed requests and a key for each were seen.');
  await right.getByRole('button', { name: 'Answer the reply' }).click();
  await expect(page.getByText('Withdrawn: it counts in no score.')).toBeVisible();
  await page.goto(`${supplier}/progress`);
  await expect(page.getByText('The workers asked us to keep them.').first()).toBeVisible();

  await page.goto(`${supplier}/findings`);
  await page.getByText('Note a good practice').click();
  await page.getByLabel('What goes well').fill('Every dormitory room has its own key.');
  await page.getByRole('button', { name: 'Note it' }).click();
  await expect(page.getByText('Every dormitory room has its own key.')).toBeVisible();
  expect(await newViolations(page)).toEqual([]);
  const csv = await (await page.request.get(`${organization.path}/findings/export`)).text();
  expect(csv).toContain('Labour Code, article 17');
});
