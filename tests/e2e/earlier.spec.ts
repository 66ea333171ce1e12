import { answerAll, ask, begin, choose, noViolations, onPhone, questions, states } from './answering';
import { overflow } from './inspect';
import { expect, test } from './journey';
import { countNow } from './read-now';

test('A19: next year’s request shows earlier answers with their age; “still true” answers 20 questions in one minute', {
  tag: '@thorough',
}, async ({ memberPage: owner, organization, browser, baseURL, troubles }) => {
  const { name, link, supplierPage } = await ask(owner, organization);
  const first = await onPhone(browser, baseURL, troubles);
  await begin(first.page, link);
  await first.page.getByRole('link', { name: /^(Continue|Start) answering$/ }).click();
  await answerAll(first.page, { 'P5.Q3:value': 'no' });
  await first.page.getByRole('button', { name: `Send to ${organization.name}` }).click();
  await expect(first.page.getByText(`Your answers were sent to ${organization.name}`)).toBeVisible();
  await first.context.close();

  await owner.goto(`${supplierPage}/responses`);
  await owner.getByRole('link', { name: 'Send questionnaire to supplier' }).click();
  await owner.getByRole('button', { name: 'Create request' }).click();
  const again = await owner.getByRole('textbox', { name: `Link for ${name}` }).inputValue();
  const { page, context } = await onPhone(browser, baseURL, troubles);
  await begin(page, again);
  const home = page.url();
  await page.getByRole('link', { name: /^(Continue|Start) answering$/ }).click();
  await expect(page.locator('[data-question] input[type=radio]:checked')).toHaveCount(0);
  await expect(page.locator('[data-earlier]').first()).toContainText(`Your earlier answer for ${organization.name}`);
  expect(await overflow(page), 'at 360 px').toBe('fits');
  await noViolations(page);

  const start = Date.now();
  let taken = 0;
  const takenIn: Record<string, number> = {};
  for (const section of ['P1', 'P2', 'P3', 'P4', 'P6', 'P7', 'P8']) {
    if (taken >= 20) break;
    await page.goto(`${home}/sections/${section}`);
    const buttons = page.locator('[data-earlier]:not([hidden]) [data-still]');
    for (let left = await countNow(buttons); left > 0 && taken < 20; left = await countNow(buttons)) {
      await buttons.first().click();
      await expect(buttons).toHaveCount(left - 1);
      taken += 1;
      takenIn[section] = (takenIn[section] ?? 0) + 1;
    }
  }
  expect(taken).toBe(20);
  expect(Date.now() - start, 'milliseconds for 20 answers').toBeLessThan(60_000);
  await page.goto(`${home}/sections/P1`);
  expect(takenIn.P1).toBeGreaterThan(1);
  await expect(page.locator('[data-question] input[type=radio]:checked')).toHaveCount(takenIn.P1 ?? 0);

  await page.goto(`${home}/sections/P9`);
  await page.getByRole('button', { name: /^All of these are still true/ }).click();
  await expect(page.locator('[data-earlier]')).toHaveCount(0);
  await context.close();
});

test('A17: five answers survive a killed browser and appear on a phone; the second of two respondents sees both values and chooses', async ({
  memberPage: owner,
  organization,
  browser,
  baseURL,
  troubles,
}) => {
  const { name, link, request } = await ask(owner, organization);
  const desk = await browser.newContext(baseURL ? { baseURL } : {});
  const killed = await desk.newPage();
  await begin(killed, link);
  await killed.getByRole('link', { name: /^(Continue|Start) answering$/ }).click();
  const section = killed.url();
  for (let at = 0; at < 5; at++) {
    await choose(killed, at);
    await expect(states(killed, /^Saved/)).toHaveCount(at + 1);
  }
  const state = await desk.storageState();
  await desk.close();

  const renew = async () => {
    await owner.goto(request);
    await owner.getByRole('button', { name: 'Create new link' }).click();
    return owner.getByRole('textbox', { name: `Link for ${name}` }).inputValue();
  };
  const phone = await onPhone(browser, baseURL, troubles);
  await begin(phone.page, await renew());
  await phone.page.goto(section);
  await expect(phone.page.locator('[data-question] input[type=radio]:checked')).toHaveCount(5);

  // The first user returns on the first device, and both have the page open.
  const back = await browser.newContext({ ...(baseURL ? { baseURL } : {}), storageState: state });
  const first = await back.newPage();
  await first.goto(section);
  await questions(first).nth(5).locator('label:has(input[value="no"]), label:has(input[value="0"])').first().click();
  await expect(states(first, /^Saved/)).toHaveCount(6);
  const contested = questions(phone.page).nth(5);
  await contested.locator('label:has(input[value="yes"]), label:has(input[value="3"])').first().click();
  await expect(contested.locator('[data-other-text]')).toContainText(/No/);
  await contested.locator('[data-take="mine"]').click();
  await expect(contested.locator('[data-other]')).toBeHidden();
  await expect(contested.locator('[data-state]')).toContainText(/^Saved/);
  await first.reload();
  await expect(questions(first).nth(5).locator('input:checked')).toHaveAttribute('value', /^(yes|3)$/);
  await back.close();
  await phone.context.close();
});
