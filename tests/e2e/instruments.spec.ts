import { addSupplier, expect, uniqueName, type Page, test } from './journey';
import { sendSection } from './questionnaire';

/** Opens the questionnaire of that title by form. @returns the path of the response */
async function open(page: Page, options: { orgPath: string; supplierPage: string; title: string }): Promise<string> {
  await page.goto(`${options.orgPath}/responses/new?supplier=${options.supplierPage.split('/').pop()}`);
  await page.getByRole('radio', { name: options.title }).check();
  await page.getByRole('button', { name: 'Open questionnaire' }).click();
  await page.waitForURL(/\/responses\/[0-9a-f-]{36}$/);
  return new URL(page.url()).pathname;
}

test('An assessor records retention of passports: the compliance points, the rates, what is answered in a sensitive case and what is not assessed', {
  tag: '@thorough',
}, async ({ memberPage: page, organization }) => {
  const { path } = organization;
  const supplierPage = await addSupplier(page, organization, {
    name: uniqueName('Visited Mill'),
    country: 'JO',
    sector: '14',
    workers: '900',
  });
  const here = await open(page, { orgPath: path, supplierPage, title: 'Compliance assessment by the clusters and points' });
  await expect(page.getByText('Answers to this questionnaire never lower the supplier’s risk score.')).toBeVisible();

  await test.step('facts determine the questions, and may stay empty', async () => {
    await page.goto(`${here}/questions/BW.SI`);
    await page.locator('section[id="BW.SI.i"]').getByRole('radio', { name: 'No', exact: true }).check();
    await page.locator('section[id="BW.SI.a"]').getByLabel('Number').fill('-3');
    await page.getByRole('button', { name: 'Save and continue' }).click();
    await expect(page.getByText('Enter a number of 0 or more.').first()).toBeVisible();
    await page.locator('section[id="BW.SI.a"]').getByLabel('Number').fill('610');
    await page.getByRole('button', { name: 'Save and continue' }).click();
    await page.waitForURL(/questions\/BW\.UN$/);
    await page.goto(`${here}/questions/BW.FL`);
    await expect(page.locator('section[id="BW.FL.4.a.1"]')).toHaveCount(0);
  });

  await test.step('everything else is compliant except housing and safety, which are not assessed', async () => {
    for (const section of ['BW.CL', 'BW.DI', 'BW.FL', 'BW.FA', 'BW.CO', 'BW.HR', 'BW.OS', 'BW.WT'])
      await sendSection(page, { address: `${here}/questions/${section}`, wanted: [section === 'BW.OS' ? 'not-assessed' : 'compliant'] });
  });

  await test.step('country guidance is shown beside the question, and a choice is made by keyboard', async () => {
    await page.goto(`${here}/questions/BW.FL`);
    await page.locator('section[id="BW.FL.1"] > details > summary').click();
    const papers = page.locator('section[id="BW.FL.1.c.1"]');
    await expect(papers.getByText('Published in Jordan')).toBeVisible();
    await expect(papers.getByText('Non-compliant if the answer is no')).toBeVisible();
    await papers.getByRole('radio', { name: 'Compliant', exact: true }).focus();
    await page.keyboard.press('ArrowDown');
    await expect(papers.getByRole('radio', { name: 'Not compliant', exact: true })).toBeChecked();
    await expect(papers.getByText(/^Saved /)).toBeVisible();
  });

  await test.step('a question that could identify interviewees is not asked, and leads to a sensitive case', async () => {
    await expect(page.locator('section[id="BW.FL.1.b.1"]')).toHaveCount(0);
    const gates = page.getByRole('listitem').filter({ hasText: 'BW.FL.1.b.1' });
    await expect(page.getByRole('heading', { name: 'Questions answered only in a sensitive case' })).toBeVisible();
    await expect(gates.getByRole('button', { name: 'Report a serious concern (confidential)' })).toBeVisible();
  });

  await test.step('submitting shows the findings', async () => {
    await page.goto(here);
    await page.getByRole('button', { name: 'Submit answers' }).click();
    await expect(page.getByText('Answers submitted. The result is shown below.')).toBeVisible();
  });

  await expect(page.getByText('0 of 26 assessed compliance points are not compliant (0%). The assessment has 38 points.')).toBeVisible();
  await expect(page.getByText('(BW.CL.1, BW.CL.2, BW.FL.1, BW.OS.3, BW.OS.8) are not stated in any report')).toBeVisible();
  await expect(page.getByRole('row', { name: /^BW\.FL\.1 / })).toContainText('Not stated in reports');
  await expect(page.getByRole('row', { name: /^BW\.OS\.7 / })).toContainText('Not assessed');
});

test('Eleven indicators: one present, the others not known, and no total', { tag: '@thorough' }, async ({
  memberPage: page,
  organization,
}) => {
  const supplierPage = await addSupplier(page, organization, { name: uniqueName('Watched Mill'), country: 'VN', sector: '14' });
  const here = await open(page, { orgPath: organization.path, supplierPage, title: 'ILO indicators of forced labour' });
  await sendSection(page, { address: `${here}/questions/I`, wanted: ['unknown'] });
  await page.goto(`${here}/questions/I`);
  await page.locator('section[id="I7"]').getByRole('radio', { name: 'Present', exact: true }).check();
  await page.getByRole('button', { name: 'Save and continue' }).click();
  await page.waitForURL((url) => url.pathname === here);
  await page.getByRole('button', { name: 'Submit answers' }).click();
  await expect(page.getByText(/^1 indicator is present\./)).toBeVisible();
  await expect(page.getByText('10 indicators are unknown. Unknown does not mean absent.')).toBeVisible();
});
