import { readFileSync } from 'node:fs';
import { addSupplier, expect, uniqueName, type Page, scripted, test } from './journey';
import { tickAll } from './questionnaire';

const importFile = async (page: Page, orgPath: string, file: { name: string; json: unknown }) => {
  await page.goto(`${orgPath}/templates/import`);
  await page
    .getByLabel('File')
    .setInputFiles({ name: file.name, mimeType: 'application/json', buffer: Buffer.from(JSON.stringify(file.json)) });
  await page.getByRole('button', { name: 'Check file' }).click();
};

async function open(
  page: Page,
  { orgPath, supplierPage, title }: { orgPath: string; supplierPage: string; title: string },
): Promise<string> {
  await page.goto(`${orgPath}/responses/new?supplier=${supplierPage.split('/').pop()}`);
  await page.getByRole('radio', { name: title }).check();
  await page.getByRole('button', { name: 'Open questionnaire' }).click();
  await page.waitForURL(/\/responses\/[0-9a-f-]{36}$/);
  return new URL(page.url()).pathname;
}

/** Answers every question and submits. */
async function answerAndSubmit(page: Page, here: string, sections: readonly string[]): Promise<void> {
  for (const section of sections) {
    await page.goto(`${here}/questions/${section}`);
    await tickAll(page, ['yes']);
    await page.getByRole('button', { name: 'Save and continue' }).click();
    await page.waitForURL(({ pathname }) => !pathname.endsWith(`/questions/${section}`));
  }
  await page.goto(here);
  await page.getByRole('button', { name: 'Submit answers' }).click();
  await expect(page.getByText('Submitted').first()).toBeVisible();
}

test('A14: a questionnaire imported with one new question becomes version 2; responses on version 1 still open, score and print as before', async ({
  memberPage: page,
  organization,
}) => {
  const { path } = organization;
  const title = uniqueName('Gate check');
  const supplierPage = await addSupplier(page, organization, { name: uniqueName('Own Mill'), country: 'VN', sector: '14', workers: '300' });

  await test.step('creates version 1 in the builder', async () => {
    await page.goto(`${path}/templates`);
    await scripted(page);
    await page.getByRole('button', { name: 'New questionnaire' }).click();
    await page.getByRole('dialog').getByLabel('Title').fill(title);
    await page.getByRole('button', { name: 'Create questionnaire' }).click();
    await page.waitForURL(/\/edit$/);
    await expect(page.getByText('The questionnaire has no sections.')).toBeVisible();
    await page.getByRole('button', { name: 'Add section' }).click();
    await page.getByLabel('Section title').fill('Gates');
    await page.getByLabel('Section description').fill('Whether people can leave.');
    await expect(page.getByText('Saved', { exact: true })).toBeVisible();
    await page.getByRole('button', { name: 'Add question' }).click();
    await page.waitForURL(/at=A\.Q1/);
    await expect(page.getByRole('heading', { name: 'Question A.Q1' })).toBeVisible();
    await page.getByLabel('Question', { exact: true }).fill('May a worker leave with notice?');
    await page.getByLabel('Typical evidence').fill('Contract');
    await expect(page.getByText('Saved', { exact: true })).toBeVisible();
    await page.getByLabel('Code of a standard question').fill('P6.Q7');
    await page.getByRole('button', { name: 'Add mapping' }).click();
    await expect(page.getByText('Equivalent to P6.Q7')).toBeVisible();
    await page.getByRole('button', { name: 'Add question' }).click();
    await page.waitForURL(/at=A\.Q2/);
    await expect(page.getByRole('heading', { name: 'Question A.Q2' })).toBeVisible();
    await page.getByLabel('Question', { exact: true }).fill('Are the gates open?');
    await page.getByLabel('Typical evidence').fill('A look at the gate');
    await expect(page.getByText('Ready to activate')).toBeVisible();
  });

  await test.step('restores a deleted question, and changes the order by keyboard', async () => {
    await page.getByRole('button', { name: 'Delete question' }).click();
    await expect(page.locator('[data-item="A.Q2"]')).toHaveCount(0);
    await page.getByRole('button', { name: 'Undo last change' }).click();
    await expect(page.locator('[data-item="A.Q2"]')).toBeVisible();
    await page.getByRole('button', { name: 'Move up: A.Q2' }).focus();
    await page.keyboard.press('Enter');
    await expect(page.locator('[data-item]').nth(1)).toContainText('A.Q2');
    await expect(page.getByRole('button', { name: 'Move up: A.Q2' })).toBeFocused();
  });

  await page.getByRole('link', { name: 'Close builder' }).click();
  await page.getByRole('button', { name: 'Activate version' }).click();
  await expect(page.getByText('Version activated for responses and requests. It cannot be changed after its first use.')).toBeVisible();
  const first = new URL(page.url()).pathname;

  const one = await open(page, { orgPath: path, supplierPage, title });
  await expect(page.getByText('1 question is equivalent to a question of the scoring method')).toBeVisible();
  await page.goto(first);
  await expect(page.getByText('Used, cannot be changed')).toBeVisible();

  await test.step('imports the exported file with one new question', async () => {
    const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: 'JSON', exact: true }).click()]);
    const file = JSON.parse(readFileSync(await download.path(), 'utf8'));
    const [question] = file.instrument.sections[0].questions;
    file.instrument.sections[0].questions.push({ ...question, key: 'A.Q3', text: { en: 'Who holds the keys?' } });
    await importFile(page, path, { name: 'gate-check.json', json: file });
    await expect(page.getByRole('row', { name: /A\.Q3/ })).toContainText('Who holds the keys?');
    await page.getByRole('button', { name: 'Import as new version' }).click();
    await expect(page.getByText('Imported as a draft of a new version.')).toBeVisible();
    await expect(page.getByText('Version 2.0.0').first()).toBeVisible();
    const row = page.getByRole('row', { name: /A\.Q3/ });
    await expect(row).toContainText('New');
    await expect(row).toContainText('Who holds the keys?');
    await page.getByRole('button', { name: 'Activate version' }).click();
    await expect(page.getByText('Version activated for responses and requests. It cannot be changed after its first use.')).toBeVisible();
  });

  await test.step('the assessment on version 1 keeps its questions, scores and prints', async () => {
    await page.goto(`${one}/questions/A`);
    await expect(page.getByText('Are the gates open?').first()).toBeVisible();
    await expect(page.getByText('Who holds the keys?')).toHaveCount(0);
    await answerAndSubmit(page, one, ['A']);
    await page.getByRole('button', { name: 'Issue report' }).first().click();
    const pdf = page.getByRole('link', { name: /PDF/ }).first();
    await expect(pdf).toBeVisible();
    const answer = await page.request.get(new URL((await pdf.getAttribute('href')) ?? '', page.url()).href);
    expect(answer.headers()['content-type']).toBe('application/pdf');
  });

  await test.step('a new assessment uses version 2', async () => {
    const two = await open(page, { orgPath: path, supplierPage, title });
    await page.goto(`${two}/questions/A`);
    await expect(page.getByText('Who holds the keys?').first()).toBeVisible();
  });
});
