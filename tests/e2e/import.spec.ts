import { readFileSync } from 'node:fs';
import { utils, write } from '@e965/xlsx';
import { newViolations, overflow } from './inspect';
import { expect, uniqueName, openColumns, openOrganization, type Organization, type Page, signIn, test } from './journey';

const fixture = (name: string) => readFileSync(new URL(`../fixtures/import/${name}`, import.meta.url));
const textFile = (name: string, text: string) => ({ name, mimeType: 'text/csv', buffer: Buffer.from(text) });

async function upload(page: Page, { path }: Organization, file: { name: string; mimeType: string; buffer: Buffer }): Promise<void> {
  await page.goto(`${path}/suppliers/import`);
  await page.getByLabel('Your list').setInputFiles(file);
  await page.getByRole('button', { name: 'Upload list' }).click();
}

async function holdToPromises(page: Page): Promise<void> {
  expect(await newViolations(page)).toEqual([]);
  await page.setViewportSize({ width: 360, height: 740 });
  expect(await overflow(page), 'at 360 px').toBe('fits');
  await page.setViewportSize({ width: 1280, height: 720 });
}

test('An unprepared list: read, matched, checked row by row, accepted; and again, which changes nothing', { tag: '@quick' }, async ({
  memberPage: page,
  organization,
}) => {
  const tag = uniqueName('').trim();
  const list = textFile(
    `Lieferanten ${tag}.csv`,
    [
      'Lieferanten Herbst;;;;;',
      'Lieferant;Land;Stadt;Branche;Mitarbeiter;Subunternehmer',
      `Công ty CP May ${tag};Vietnam;Bình Dương;Bekleidung;1.250;Xưởng In ${tag}`,
      `Töpferei ${tag};BRD;Höhr-Grenzhausen;Keramik;12;`,
      `Minus Mills ${tag};Indien;Pune;Bekleidung;-40;`,
      `Nowhere Knits ${tag};Atlantis;;Bekleidung;1.100;`,
    ].join('\r\n'),
  );
  await upload(page, organization, list);
  await openColumns(page);
  await expect(page.getByLabel('Field for “Lieferant”')).toHaveValue('supplierName');
  await expect(page.getByLabel('Field for “Land”')).toHaveValue('country');
  await expect(page.getByLabel('Field for “Mitarbeiter”')).toHaveValue('workers');
  await expect(page.getByText('Text with delimiter semicolon')).toBeVisible();
  await expect(page.getByRole('definition').filter({ hasText: 'row 2' })).toContainText('Lieferanten Herbst');
  await holdToPromises(page);
  await page.getByRole('button', { name: 'Check rows' }).click();

  await expect(page.getByRole('heading', { name: 'Suggested fixes' })).toBeVisible();
  await expect(page.getByLabel('Format of “Mitarbeiter”')).toHaveValue('');
  await holdToPromises(page);
  await page.getByRole('button', { name: 'Leave 1 cell unknown' }).first().click();
  await expect(page.getByText('Cells left unknown. Their rows are imported.')).toBeVisible();
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(page.getByText('Cells left unknown. Their rows are imported.')).toBeHidden();
  await page.getByRole('link', { name: 'Stadt', exact: true }).click();
  await page.getByLabel('New value for “Pune”').fill('Pune City');
  await holdToPromises(page);
  await page.getByRole('button', { name: 'Replace values' }).click();
  await expect(page.getByText('1 value replaced in this column.')).toBeVisible();
  await expect(page.getByLabel('New value for “Pune”')).toHaveValue('Pune City');
  await page.getByRole('link', { name: 'Back to cleaning' }).click();
  await expect(page.getByText('1 cell replaced by you')).toBeVisible();
  await page.getByRole('link', { name: 'Continue to check' }).first().click();

  await expect(page.getByRole('heading', { name: 'Preview of all rows' })).toBeVisible();
  const row = (name: string) => page.getByRole('row').filter({ hasText: `${name} ${tag}` });
  await expect(row('Nowhere Knits')).toContainText('Land: “Atlantis” is not a recognized country.');
  await expect(row('Minus Mills')).toContainText('Mitarbeiter: “-40” is below zero.');
  await expect(row('Minus Mills').getByRole('cell').first()).toHaveText('5');
  await expect(row('Công ty CP May').first()).toContainText('1,250');
  await expect(row('Töpferei')).toContainText('Germany');
  await holdToPromises(page);

  const count = async () => {
    const answer = await page.request.get(`${organization.path}/suppliers/export`);
    return (await answer.text()).trim().split('\r\n').length - 1;
  };
  expect(await count(), 'nothing is written before it is accepted').toBe(0);
  await page.getByRole('button', { name: /^Import \d rows?$/ }).click();
  await expect(page.getByRole('heading', { name: 'Import complete' })).toBeVisible({ timeout: 40_000 });
  const written = await count();
  expect(written).toBeGreaterThanOrEqual(3);
  await page.getByRole('link', { name: 'View suppliers' }).click();
  await expect(page.getByRole('rowheader', { name: `Công ty CP May ${tag}` })).toBeVisible();
  const subcontractor = page.getByRole('row').filter({ hasText: `Xưởng In ${tag}` });
  await expect(subcontractor.getByRole('cell', { name: '2', exact: true })).toBeVisible();

  await page.getByRole('link', { name: `Công ty CP May ${tag}` }).click();
  await page.getByRole('link', { name: /^Sites and workforce/ }).click();
  const source = page.getByRole('link', { name: new RegExp(`Lieferanten ${tag}\\.csv, row 3`) }).first();
  await source.click();
  await expect(page).toHaveURL(/\/sources\//);
  await holdToPromises(page);
  await expect(page.getByText('1.250')).toBeVisible();

  await upload(page, organization, list);
  await expect(page.getByText('This file was already uploaded')).toBeVisible();
  await page.getByRole('button', { name: 'Import this file again' }).click();
  await openColumns(page);
  await page.getByRole('button', { name: 'Check rows' }).click();
  await page.getByRole('link', { name: 'Continue to check' }).first().click();
  await page.getByRole('button', { name: /^Import \d rows?$/ }).click();
  await expect(page.getByText('No changes: the file contained no new supplier')).toBeVisible({ timeout: 40_000 });
  expect(await count()).toBe(written);
});

test('A sector in free text is guessed, corrected by one click, and shown as a guess on the supplier', async ({
  memberPage: page,
  organization,
}) => {
  const tag = uniqueName('').trim();
  const rows = [`Alpha ${tag},Bangladesh,Cotton shirts`, `Beta ${tag},Viet Nam,Equipment`];
  await upload(page, organization, textFile(`words-${tag}.csv`, ['Supplier,Country,Sector', ...rows].join('\n')));
  await openColumns(page);
  await page.getByRole('button', { name: 'Check rows' }).click();
  const words = page.locator('#words');
  const item = (text: string) => words.getByRole('listitem').filter({ has: page.getByRole('heading', { name: text }) });
  await expect(item('Cotton shirts')).toContainText('Suggested 14 · ');
  await expect(item('Cotton shirts')).toContainText('Recognized from “shirt” in the list of common words');
  await expect(item('Equipment')).toContainText('Not recognized');
  await holdToPromises(page);
  await item('Equipment').getByLabel('Another sector for “Equipment”').fill('sports goods');
  await item('Equipment').getByRole('button', { name: 'Use the entry for “Equipment”' }).click();
  await expect(item('Equipment')).toContainText('Confirmed 32 · ');
  await page.getByRole('link', { name: 'Continue to check' }).first().click();
  await page.getByRole('button', { name: /^Import \d rows?$/ }).click();
  await page.getByRole('link', { name: 'View suppliers' }).click({ timeout: 40_000 });
  await page.getByRole('link', { name: `Alpha ${tag}` }).click();
  await page.getByRole('link', { name: /^Sites and workforce/ }).click();
  await expect(page.getByText('Suggested from “Cotton shirts”: recognized from “shirt” in the list of common words')).toBeVisible();
});

const refused: [string, { name: string; mimeType: string; buffer: Buffer }, RegExp][] = [
  [
    'a PDF renamed',
    { name: 'list.csv', mimeType: 'text/csv', buffer: fixture('pdf-renamed.csv') },
    /This file is not a list: its content is PDF/,
  ],
  ['an empty file', textFile('empty.csv', ''), /The file is empty\./],
  ['one column', { name: 'one.csv', mimeType: 'text/csv', buffer: fixture('one-column.csv') }, /Only one column was found/],
  [
    'a quotation mark never closed',
    { name: 'quote.csv', mimeType: 'text/csv', buffer: fixture('unclosed-quote.csv') },
    /A quotation mark opened in row 2/,
  ],
];

test('A file that is not a list is rejected with a reason, and nothing is written', async ({ memberPage: page, organization }) => {
  for (const [name, file, words] of refused)
    await test.step(name, async () => {
      await upload(page, organization, file);
      await expect(page.getByText(words)).toBeVisible({ timeout: 40_000 });
    });
  await page.goto(`${organization.path}/suppliers`);
  await expect(page.getByText('No suppliers yet')).toBeVisible();
});

/** A workbook of three sheets, of which the first is read unless another is selected. */
function workbook(tag: string) {
  const book = utils.book_new();
  const sheet = (name: string, cells: unknown[][]) => utils.book_append_sheet(book, utils.aoa_to_sheet(cells), name);
  sheet('Asia', [
    ['Supplier name', 'Country', 'Workers', 'Sector'],
    [`Alpha ${tag}`, 'India', 1250, 'Apparel'],
    [`Beta ${tag}`, 'Viet Nam', 80, 'Apparel'],
  ]);
  sheet('Europe', [['As of', 'May 2026'], [], ['Fornitore', 'Paese', 'Dipendenti'], [`Gamma ${tag}`, 'Italia', 40]]);
  sheet('Notes', []);
  const mimeType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
  return { name: `Season ${tag}.xlsx`, mimeType, buffer: Buffer.from(write(book, { type: 'buffer', bookType: 'xlsx' })) };
}

for (const javaScriptEnabled of [true, false])
  test.describe(javaScriptEnabled ? 'With script' : 'Without script, on a phone', () => {
    test.use({ javaScriptEnabled, ...(javaScriptEnabled ? {} : { viewport: { width: 360, height: 740 } }) });

    test('A workbook: shows which sheet is read, changes it, corrects its columns, imports its rows', {
      tag: '@thorough',
    }, async ({ page, account }) => {
      const tag = uniqueName('').trim();
      await signIn(page, account);
      await expect(page).toHaveURL(/\/(o\/[^/]+)?$/);
      const organization = await openOrganization(page);
      const fits = async () => expect(await overflow(page), page.url()).toBe('fits');
      await upload(page, organization, workbook(tag));
      await expect(page.getByText('The workbook has 3 sheets; “Asia” is selected.')).toBeVisible({ timeout: 40_000 });
      await fits();
      await page.getByLabel('Sheet to import').selectOption({ label: 'Europe (3 rows)' });
      await page.getByRole('button', { name: 'Read this sheet' }).click();
      await expect(page.getByText('“Europe” is selected.')).toBeVisible();
      await expect(page.getByLabel('Field for “Fornitore”')).toHaveValue('supplierName');
      await fits();

      await page.getByLabel('Field for “Fornitore”').selectOption('ignore');
      await page.getByLabel('Product').fill('Shirts');
      await page.getByRole('button', { name: 'Check rows' }).click();
      await expect(page.getByRole('alert')).toBeVisible();
      await expect(page.getByLabel('Field for “Fornitore”')).toHaveValue('ignore');
      await expect(page.getByLabel('Product')).toHaveValue('Shirts');
      await page.getByLabel('Field for “Fornitore”').selectOption('supplierName');
      await page.getByRole('button', { name: 'Check rows' }).click();
      await page.getByRole('link', { name: 'Continue to check' }).first().click();

      const row = page.getByRole('row').filter({ hasText: `Gamma ${tag}` });
      await expect(row.getByRole('cell').first()).toHaveText('4');
      await expect(row).toContainText('Italy');
      await fits();
      await page.getByRole('button', { name: 'Import 1 row' }).click();
      await expect(page.getByRole('heading', { name: 'Import complete' })).toBeVisible({ timeout: 40_000 });
      await fits();
      await page.getByRole('link', { name: 'View suppliers' }).click();
      await expect(page.getByRole('rowheader').getByRole('link')).toHaveText([`Gamma ${tag}`]);
    });
  });

test('Several files are dropped, pasted rows are read, and a table of supply links is recognised', { tag: '@thorough' }, async ({
  memberPage: page,
  organization,
}) => {
  const tag = uniqueName('').trim();
  await page.goto(`${organization.path}/suppliers/import`);
  const dropped = await page.evaluateHandle(
    (lists) => {
      const data = new DataTransfer();
      for (const [name, text] of lists) data.items.add(new File([text ?? ''], name ?? ''));
      return data;
    },
    [
      [`First ${tag}.csv`, `name,country\nAlpha ${tag},India\n`],
      [`Second ${tag}.csv`, `name,country\nBeta ${tag},Nepal\n`],
    ],
  );
  await page.getByText('Or paste rows from a spreadsheet').dispatchEvent('drop', { dataTransfer: dropped });
  await page.getByRole('button', { name: 'Upload list' }).click();
  await expect(page.getByRole('heading', { name: '2 files of this upload' })).toBeVisible({ timeout: 40_000 });
  await holdToPromises(page);
  await page.getByRole('button', { name: 'Accept all 2 files' }).click();
  await expect(
    page
      .getByRole('row')
      .filter({ hasText: `Second ${tag}.csv` })
      .first(),
  ).toContainText(/saving|imported/);

  await page.goto(`${organization.path}/suppliers/import`);
  await page.getByLabel('Or paste rows from a spreadsheet').fill(`Supplier\tCustomer\tYear\nAlpha ${tag}\tBrand ${tag}\t2024`);
  await page.getByRole('button', { name: 'Upload list' }).click();
  await expect(page.getByLabel('Each row is')).toHaveValue('edges', { timeout: 40_000 });
  await holdToPromises(page);
  await page.getByRole('button', { name: 'Check rows' }).click();
  await page.getByRole('link', { name: 'Continue to check' }).first().click();
  await page.getByRole('button', { name: 'Import 1 row' }).click();
  await expect(page.getByRole('heading', { name: 'Import complete' })).toBeVisible({ timeout: 40_000 });
});
