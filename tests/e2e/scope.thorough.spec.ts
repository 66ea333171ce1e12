import { expect, type Page, test } from './journey';
import { answerAll, ask, begin, noViolations, onPhone, states } from './answering';

const minutesLeft = async (page: Page): Promise<number> =>
  Number(/(\d+) minutes? left/.exec(await page.locator('[data-time-left]').innerText())?.[1] ?? Number.NaN);

test('A16: a site with no foreign workers is not asked about recruitment fees and passports, the remaining minutes fall, the report shows why', async ({
  memberPage: owner,
  organization,
  browser,
  baseURL,
  troubles,
}) => {
  const { link, request } = await ask(owner, organization);
  const { page, context } = await onPhone(browser, baseURL, troubles);
  await begin(page, link);
  const home = page.url();
  await page.goto(`${home}/sections/P5`);
  await expect(page.locator('[data-question]:not([hidden])')).toHaveCount(8);
  const before = await minutesLeft(page);

  await page.locator('input[name="P5.Q1:migrantShare"]').fill('0');
  await page.locator('input[name="P5.Q1:agencyShare"]').fill('0');
  await page.locator('input[name="P5.Q1:agencyShare"]').blur();
  await expect(page.locator('[data-question]:not([hidden])')).toHaveCount(2);
  await expect(states(page, /^Saved/)).toHaveCount(1);
  await expect(page.locator('[data-unasked="P5.Q2"]')).toContainText('No workers here come from other countries or through an agency.');
  expect(await minutesLeft(page)).toBeLessThan(before);
  await noViolations(page);

  await page
    .locator('[data-unasked="P5.Q7"]')
    .getByRole('button', { name: /^This applies to us/ })
    .click();
  await expect(page.locator('[data-question="P5.Q7"]')).toBeVisible();
  await expect(page.locator('[data-question="P5.Q8"]')).toBeHidden();
  await page.goto(`${home}/sections/P6`);
  await expect(page.locator('[data-question="P6.Q4"]')).toBeHidden();
  await expect(page.locator('[data-unasked="P6.Q4"]')).toContainText('No workers from other countries work here.');

  await page.goto(home);
  await page.getByRole('link', { name: /^(Continue|Start) answering$/ }).click();
  await answerAll(page, { 'P5.Q3:value': 'no', 'P6.Q6:value': 'no' });
  await page.getByText(/questions? (is|are|was|were) not asked/).click();
  await expect(page.getByRole('link', { name: /passports/ })).toContainText('No workers from other countries work here.');
  await page.getByRole('button', { name: `Send to ${organization.name}` }).click();
  await expect(page.getByText(`Your answers were sent to ${organization.name}`)).toBeVisible();
  await context.close();

  const response = request.replace('/requests/', '/responses/');
  await owner.goto(`${response}/questions/P6`);
  await expect(owner.getByRole('heading', { name: 'Questions not asked' })).toBeVisible();
  await expect(owner.locator('main')).toContainText('No workers from other countries work here. An answer here says so.');
  await noViolations(owner);
  await owner.goto(response);
  await owner.getByRole('button', { name: 'Issue report' }).click();
  const json = await owner.getByRole('link', { name: /JSON/ }).first().getAttribute('href');
  const report = await (await owner.request.get(json ?? '')).json();
  const asked: { code: string; leftOut?: string }[] = report.questionnaire.sections.flatMap(
    (section: { questions: { code: string; leftOut?: string }[] }) => section.questions,
  );
  expect(asked.filter(({ leftOut }) => leftOut).map(({ code }) => code)).toEqual(['P5.Q2', 'P5.Q4', 'P5.Q5', 'P5.Q6', 'P5.Q8', 'P6.Q4']);
  expect(asked.find(({ code }) => code === 'P6.Q4')?.leftOut).toContain('No workers from other countries work here.');
});
