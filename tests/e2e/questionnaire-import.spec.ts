import { named, xlsFormFile } from '../factories/xls-form';
import { newViolations, overflow } from './inspect';
import { expect, uniqueName, type Page, test } from './journey';

const check = async (page: Page, orgPath: string, buffer: Buffer) => {
  await page.goto(`${orgPath}/templates/import`);
  await page.getByLabel('File').setInputFiles({ name: 'gate.xls', mimeType: 'application/vnd.ms-excel', buffer });
  await page.getByRole('button', { name: 'Check file' }).click();
};

test('A Kobo form in .xls without an ID: shows what it loses, creates a questionnaire; then a version of it, after its changes were shown', async ({
  memberPage: page,
  organization,
}) => {
  const title = uniqueName('Gate check');
  const yesNo = ['Yes', 'No'].map((label) => ({ list_name: 'yn', name: label.toLowerCase(), label }));
  const open = { type: 'select_one yn', name: 'open', label: 'Are the gates open?' };
  const form = (survey: Record<string, string>[]) => xlsFormFile({ survey, choices: yesNo, settings: { form_title: title } }, 'biff8');

  await test.step('rejects a broken file with the row', async () => {
    await check(page, organization.path, form([open, { type: 'text', label: 'Who?' }]));
    await expect(page.getByRole('row', { name: /Sheet survey, row 3/ })).toContainText('The row has no name. Add one.');
  });

  await test.step('lists what is lost before anything is written', async () => {
    const keys = { type: 'text', name: 'keys', label: 'Who has the keys?', relevant: `${named('open')} = 'no'`, required: 'yes' };
    await check(page, organization.path, form([open, keys, { type: 'geopoint', name: 'place', label: 'Where?' }]));
    await expect(page.getByRole('heading', { name: 'Check before import' })).toBeVisible();
    await expect(page.getByRole('row', { name: /row 4/ }).first()).toContainText('The row is left out: geopoint (place)');
    expect(await newViolations(page)).toEqual([]);
    await page.setViewportSize({ width: 360, height: 740 });
    expect(await overflow(page), 'at 360 px').toBe('fits');
    await page.setViewportSize({ width: 1280, height: 720 });
    await page.getByRole('button', { name: 'Import as new questionnaire' }).click();
    await expect(page.getByText('Imported as a draft of a new questionnaire.')).toBeVisible();
    await expect(page.getByRole('heading', { name: title, level: 1 })).toBeVisible();
  });

  await test.step('asks what the next file becomes', async () => {
    await check(page, organization.path, form([open, { type: 'text', name: 'guard', label: 'Who guards them?' }]));
    await expect(page.getByText('The file has no form ID.')).toBeVisible();
    await expect(page.getByRole('button', { name: /^Import as/ })).toHaveCount(0);
    await page.getByLabel('Import as').selectOption({ label: `New version of “${title}” (newest: 1.0.0)` });
    await page.getByRole('button', { name: 'Show changes' }).click();
    await expect(page.getByRole('row', { name: /GUARD/ })).toContainText('New');
    await expect(page.getByRole('row', { name: /KEYS/ })).toContainText('Removed');
    await page.getByRole('button', { name: 'Import as new version' }).click();
    await expect(page.getByText('Imported as a draft of a new version.')).toBeVisible();
    await expect(page.getByRole('link', { name: 'Version 1.0.0' })).toBeVisible();
  });
});
