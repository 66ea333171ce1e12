import { newViolations } from './inspect';
import { addSupplier, expect, uniqueName, test } from './journey';
import { openQuestionnaire, sections, sendSection } from './questionnaire';

test('A short form after the whole questionnaire: the score page shows which answers count', async ({ memberPage: page, organization }) => {
  const { path } = organization;
  const supplierPage = await addSupplier(page, organization, {
    name: uniqueName('Asked Twice'),
    country: 'BD',
    sector: '14',
    workers: '640',
  });
  const submit = async (here: string) => {
    await page.goto(here);
    await page.getByRole('button', { name: 'Submit answers' }).click();
    await expect(page.getByText('Answers submitted and supplier rescored.')).toBeVisible();
  };

  const whole = await openQuestionnaire(page, { orgPath: path, supplierPage });
  for (const section of sections) await sendSection(page, { address: `${whole}/questions/${section}`, wanted: ['2', 'yes', 'no'] });
  await submit(whole);
  await page.goto(`${supplierPage}/score#counted`);
  await expect(page.locator('#counted')).toContainText('All answers come from one questionnaire');

  const short = await openQuestionnaire(page, { orgPath: path, supplierPage, instrument: 'short-form@1.1.0' });
  for (const section of ['S2', 'S3', 'S4', 'S5', 'S6', 'S7'])
    await sendSection(page, { address: `${short}/questions/${section}`, wanted: section === 'S5' ? ['no'] : ['yes'] });
  await submit(short);

  await page.goto(`${supplierPage}/score#counted`);
  const counted = page.locator('#counted');
  await expect(counted.locator('table').first().locator('tbody tr')).toHaveCount(2);
  await counted.locator('summary', { hasText: 'Questions answered more than once' }).click();
  const row = (question: string) => counted.getByRole('row').filter({ hasText: `${question} · ` });
  await expect(row('P5.Q2')).toContainText('less precise than the answer that counts');
  await expect(row('P6.Q7')).toContainText('a later answer counts');
  await expect(row('P6.Q7')).toContainText('contradicts the answer that counts');
  expect(await newViolations(page)).toEqual([]);

  await page.goto(whole);
  await expect(page.getByText(/Answers used in the score of .+: \d+\. Not used: \d+/)).toBeVisible();
  await page.getByRole('link', { name: 'Answers used in the score' }).click();
  await expect(page).toHaveURL(`${supplierPage}/score#counted`);
});
