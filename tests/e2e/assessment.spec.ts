import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { addSupplier, expect, uniqueName, scripted, test } from './journey';
import { openQuestionnaire, sections, sendSection } from './questionnaire';
import { countNow, evaluateNow } from './read-now';

/** The smallest file that every reader accepts as a PDF. */
const smallPdf = Buffer.from(
  '%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n' +
    '3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n',
);
const good = ['3', 'yes', 'no', 'dont-know'];
const tenths = (text: string) =>
  Math.round(
    Number(
      text
        .replace('−', '-')
        .replace('+', '')
        .replace(/[^\d.-]/g, ''),
    ) * 10,
  );

test('From the first question to a signed report that can be verified', async ({ memberPage: page, organization }) => {
  const { path } = organization;
  const supplier = uniqueName('Assessed Mill');
  const supplierPage = await addSupplier(page, organization, { name: supplier, country: 'BD', sector: '14', workers: '640' });
  const here = await openQuestionnaire(page, { orgPath: path, supplierPage });
  await expect(page.getByRole('heading', { level: 1, name: supplier })).toBeVisible();
  await expect(page.getByRole('link', { name: /^(Continue|Start) answering$/ })).toBeVisible();

  await test.step('saves each choice as it is made', async () => {
    await page.goto(`${here}/questions/P5`);
    await scripted(page);
    const fees = page.locator('section#P5\\.Q2');
    await fees.getByLabel('In writing, and it works').check();
    await expect(fees.getByText(/^Saved /)).toBeVisible();
    const flag = page.locator('section#P5\\.Q3');
    await flag.getByLabel('Yes', { exact: true }).check();
    await expect(flag.getByText(/^Saved /)).toBeVisible();
    await expect(fees.getByText('workers reported paying')).toBeVisible();
    await page.reload();
    await expect(fees.getByLabel('In writing, and it works')).toBeChecked();
    await expect(flag.getByLabel('Yes', { exact: true })).toBeChecked();
    await expect(fees.getByText('Contradictory answers')).toBeVisible();
  });

  await test.step('attaches a file as evidence, and rejects a disguised one', async () => {
    await scripted(page);
    const fees = page.locator('section#P5\\.Q2');
    await fees.getByText('Evidence (').click();
    await fees.getByRole('link', { name: 'Add photos or documents' }).click();
    await expect(page.getByRole('heading', { name: 'Photos and documents', level: 1 })).toBeVisible();
    await expect(page.locator('form[data-uploads][data-started]')).toHaveCount(1);
    await page.getByLabel('Files').setInputFiles([
      { name: 'invoice.png', mimeType: 'image/png', buffer: smallPdf },
      { name: 'invoice.pdf', mimeType: 'application/pdf', buffer: smallPdf },
    ]);
    await page.getByRole('button', { name: 'Send files' }).click();
    await expect(page.getByText('The content does not match the file name').first()).toBeVisible();
    await page.getByRole('link', { name: 'View files' }).click();
    await expect(page.getByRole('link', { name: 'invoice.pdf' })).toBeVisible();
    await page.goto(`${here}/questions/P5`);
    await fees.getByRole('link', { name: 'invoice.pdf' }).click();
    await expect(page.getByRole('heading', { name: 'invoice.pdf', level: 1 })).toBeVisible();
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: 'Download', exact: true }).click(),
    ]);
    expect(await readFile(await download.path())).toEqual(smallPdf);
  });

  await test.step('rejects submission while questions are open', async () => {
    await page.goto(here);
    await expect(page.getByRole('button', { name: 'Submit answers' })).toHaveCount(0);
    const { origin } = new URL(page.url());
    const early = await page.request.post(here, { form: { intent: 'submit' }, headers: { origin } });
    expect(early.status()).toBe(422);
    expect(await early.text()).toContain('Some questions have no answer yet');
  });

  await test.step('answers the remaining questions and submits', async () => {
    for (const section of sections.filter((key) => key !== 'P5'))
      await sendSection(page, { address: `${here}/questions/${section}`, wanted: good });
    await page.goto(`${here}/questions/P5`);
    for (const question of ['Q4', 'Q6']) await page.locator(`section#P5\\.${question}`).getByLabel('In writing, and it works').check();
    for (const question of ['Q5', 'Q7', 'Q8']) await page.locator(`section#P5\\.${question}`).getByLabel('Yes', { exact: true }).check();
    await page.getByLabel('Workers from other countries').fill('30');
    await page.getByRole('button', { name: 'Save and continue' }).click();
    await page.waitForURL(`${here}/questions/P6`);
    await page.goto(here);
    await expect(page.getByText('All required questions are answered.')).toBeVisible();
    await page.getByRole('button', { name: 'Submit answers' }).click();
    await expect(page.getByText('Answers submitted and supplier rescored.')).toBeVisible();
    await page.goto(`${here}/questions/P5`);
    await expect(page.locator('section#P5\\.Q2').getByLabel('In writing, and it works')).toBeDisabled();
  });

  await test.step('the red flag is a finding', async () => {
    await page.goto(`${path}/findings`);
    const finding = page.getByRole('row').filter({ hasText: supplier }).filter({ hasText: 'P5.Q3' });
    await expect(finding).toHaveCount(1);
    await expect(finding).toContainText('major');
  });

  await test.step('A25: the rows of the waterfall add up to the score, and the answers that would lower it most are listed', async () => {
    await page.goto(`${supplierPage}/score`);
    await page.getByText('Show as a table').first().click();
    const lines = await evaluateNow(page.locator('#waterfall table tbody tr'), (rows) =>
      rows.map((row) => ({ isSum: row.querySelector('strong') !== null, points: row.querySelector('td')?.textContent ?? '' })),
    );
    const sums = lines.filter(({ isSum }) => isSum).map(({ points }) => tenths(points));
    const parts = lines.filter(({ isSum }) => !isSum).map(({ points }) => tenths(points));
    expect(parts.length).toBeGreaterThan(5);
    expect(sums[0]).toBe(500);
    expect(parts.reduce((sum, points) => sum + points, 500)).toBe(sums.at(-1));
    expect(parts.some((points) => points < 0)).toBe(true);
    await expect(page.locator('#waterfall figcaption')).toContainText(`the score is ${((sums.at(-1) ?? 0) / 10).toFixed(1)}`);
    expect(await countNow(page.locator('#lower tbody tr'))).toBeGreaterThanOrEqual(3);
  });

  await test.step('the trace opens down to the row of a reference table', async () => {
    await page.goto(`${supplierPage}/score?steps=all`);
    const rowLink = page.locator('#calculation a[href^="/methodology/tables/"]').first();
    await expect(rowLink).toBeVisible();
    const href = (await rowLink.getAttribute('href')) ?? '';
    await rowLink.click();
    await expect(page).toHaveURL(href);
    const id = decodeURIComponent(href.split('#')[1] ?? '');
    await expect(page.locator(`[id="${id}"]`)).toBeVisible();
  });

  await test.step('signs off, and prepares a report that is the same on every download', async () => {
    await page.goto(here);
    await page.getByRole('link', { name: 'Review and sign off' }).click();
    await page.getByLabel(/^Sign off with \d+ answers not reviewed$/).check();
    await page.getByRole('button', { name: 'Sign off' }).click();
    await expect(page.getByText('Signed off.', { exact: true })).toBeVisible();
    await page.goto(here);
    await page.getByRole('button', { name: 'Issue report' }).click();
    await expect(page.getByText('Report issued.')).toBeVisible();
    const reports = page.locator('#reports');
    const fetchFile = async (name: 'PDF' | 'JSON') => {
      const [download] = await Promise.all([
        page.waitForEvent('download'),
        reports.getByRole('link', { name, exact: true }).first().click(),
      ]);
      return readFile(await download.path());
    };
    const pdf = await fetchFile('PDF');
    expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
    expect(pdf.equals(await fetchFile('PDF'))).toBe(true);
    const report = z.record(z.string(), z.unknown()).parse(JSON.parse((await fetchFile('JSON')).toString()));
    expect(JSON.stringify(report)).toContain(supplier);

    await reports.getByRole('link', { name: /…$/ }).click();
    await expect(page).toHaveURL(/\/verify\/[0-9a-f]{64}$/);
    await expect(page.getByText('Neither withdrawn nor corrected')).toBeVisible();
    await expect(page.getByText('Risk assessment report')).toBeVisible();
    const hash = new URL(page.url()).pathname.split('/').pop() ?? '';
    await page.goto('/verify');
    await page.getByLabel('Report hash').fill(`${hash.startsWith('0') ? '1' : '0'}${hash.slice(1)}`);
    await page.getByRole('button', { name: 'Verify report' }).click();
    await expect(page.getByText('No report with this hash was issued on this server')).toBeVisible();
    await page.getByRole('link', { name: 'Check file' }).click();
    await page.getByLabel('Report as PDF or JSON').setInputFiles({ name: 'report.pdf', mimeType: 'application/pdf', buffer: pdf });
    await page.getByRole('button', { name: 'Check file' }).click();
    await expect(page.getByText('Not signed').first()).toBeVisible();
    await expect(page.getByText(/This is the report as issued by/)).toBeVisible();
  });

  await test.step('reopens with a reason only', async () => {
    await page.goto(here);
    await scripted(page);
    await page.getByRole('button', { name: 'Reopen answers' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Reason').fill('The mill sent a newer policy.');
    await dialog.getByRole('button', { name: 'Reopen answers' }).click();
    await expect(page.getByText('Reopened: The mill sent a newer policy.')).toBeVisible();
    await page.goto(`${here}/questions/P5`);
    await expect(page.locator('section#P5\\.Q2').getByLabel('In writing, and it works')).toBeEnabled();
    await page.goto(`${here}`);
    await expect(page.locator('#reports').getByRole('link', { name: 'PDF' })).toBeVisible();
  });
});
