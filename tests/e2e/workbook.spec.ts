import { type CellObject, read, type WorkSheet, write } from '@e965/xlsx';
import { ask, begin, noViolations, onPhone } from './answering';
import { overflow } from './inspect';
import { expect, test } from './journey';

/** The cell of the answer beside a question’s code. */
function answerCell(sheet: WorkSheet, code: string): string {
  const place = Object.keys(sheet).find((each) => each.startsWith('A') && (sheet[each] as CellObject).v === code);
  if (!place) throw new Error(`The workbook does not ask ${code}.`);
  return `C${place.slice(1)}`;
}

test('A18: the questionnaire is downloaded as a workbook, completed offline and uploaded, equal to answering online; an altered id is rejected', async ({
  memberPage: owner,
  organization,
  browser,
  baseURL,
  troubles,
}) => {
  const { link } = await ask(owner, organization);
  const { page, context } = await onPhone(browser, baseURL, troubles);
  await begin(page, link);
  const home = page.url();
  await page.getByRole('link', { name: 'Answer in a spreadsheet' }).click();
  const here = page.url();
  await noViolations(page);
  expect(await overflow(page), 'at 360 px').toBe('fits');
  const response = await context.request.get(`${here}.xlsx`);
  expect(response.headers()['content-type']).toContain('spreadsheetml');
  const bytes = await response.body();
  const send = async (change: (sheet: WorkSheet) => void) => {
    const book = read(bytes, { type: 'buffer' });
    const sheet = book.Sheets.Questionnaire;
    if (!sheet) throw new Error('The workbook holds no sheet.');
    change(sheet);
    await page.goto(here);
    await page.getByLabel('Completed file').setInputFiles({
      name: 'questions.xlsx',
      mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      buffer: write(book, { type: 'buffer', bookType: 'xlsx' }),
    });
    await page.getByRole('button', { name: 'Show changes' }).click();
  };

  await send((sheet) => {
    const place = answerCell(sheet, 'P1.Q2').replace('C', 'A');
    sheet[place] = { t: 's', v: 'P1.Q3' };
  });
  await expect(page.getByText('Nothing was changed.')).toBeVisible();

  await send((sheet) => {
    sheet[answerCell(sheet, 'P1.Q2')] = { t: 's', v: 'Yes' };
    sheet[answerCell(sheet, 'P1.Q4')] = { t: 'n', v: 42 };
    sheet[answerCell(sheet, 'P1.Q3')] = { t: 's', v: 'Perhaps' };
  });
  await expect(page.getByText('Cells that are not valid answers and are ignored: 1')).toBeVisible();
  await expect(page.locator('[data-change]')).toHaveCount(2);
  await noViolations(page);
  expect(await overflow(page), 'the preview at 360 px').toBe('fits');
  await page.getByRole('button', { name: 'Save these answers' }).click();
  await expect(page.getByText('Saved answers: 2')).toBeVisible();

  await page.goto(`${home}/sections/P1`);
  await expect(page.locator('input[name="P1.Q2:value"][value="yes"]')).toBeChecked();
  await expect(page.locator('input[name="P1.Q4:percent"]')).toHaveValue('42');
  await expect(page.locator('input[name="P1.Q3:value"]:checked')).toHaveCount(0);
  await context.close();
});
