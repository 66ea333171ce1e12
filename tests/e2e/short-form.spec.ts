import { ask, noViolations, onPhone } from './answering';
import { overflow } from './inspect';
import { expect, type Page, test } from './journey';
import { countNow } from './read-now';

/** Answers the next unanswered question of the page, by touch; false when none is left. */
async function tapNext(page: Page): Promise<boolean> {
  const open = page.locator('[data-question]:not([hidden])').filter({ hasNot: page.locator('[data-state]', { hasText: /^Saved/ }) });
  if ((await countNow(open)) === 0) return false;
  const key = await open.first().getAttribute('data-question');
  // By its key: once it is saved, it is no longer among the open ones.
  const question = page.locator(`[data-question="${key}"]`);
  const numbers = question.locator('input[inputmode=numeric]');
  if ((await countNow(numbers)) > 0) {
    await numbers.first().tap();
    await page.keyboard.type('12 people');
    await page.keyboard.press('Tab');
    await expect(question.locator('[data-state]')).toHaveText(/^All the people .+: Enter the number of people in digits\./);
    for (const [at, people] of ['40', '12', '0', '', '60', '40'].entries()) {
      await numbers.nth(at).fill(people);
      await page.keyboard.press('Tab');
    }
  } else {
    const choices = question.locator('label:has(input[type=radio])');
    const size = await choices.first().boundingBox();
    expect(size?.height ?? 0, `${key}: large enough for a thumb`).toBeGreaterThanOrEqual(44);
    await choices.first().tap();
  }
  await expect(question.locator('[data-state]')).toHaveText(/^Saved/);
  return true;
}

test('Invalid numbers are named, and the entered values stay, without script too', { tag: '@quick' }, async ({
  memberPage: owner,
  organization,
  browser,
  baseURL,
  troubles,
}) => {
  const { link } = await ask(owner, organization, 'Short form for small suppliers');
  const { page, context } = await onPhone(browser, baseURL, troubles, { javaScriptEnabled: false });
  await page.goto(link);
  await page.locator('main').getByRole('button').click();
  await page.getByRole('link', { name: 'Start answering' }).click();
  const boxes = page.locator('main input[inputmode=numeric]');
  const percent = page.getByRole('textbox', { name: /^Through an agency/ });
  const typed = ['12 people', '27', '', '45', '3', '8'];
  for (const [at, text] of typed.entries()) await boxes.nth(at).fill(text);
  await page.getByText('Enter percentages instead').tap();
  await percent.fill('120');
  await page.getByRole('button', { name: 'Save and continue' }).click();
  await expect(boxes.nth(0)).toHaveAccessibleDescription('Enter a whole number in digits, for example 30.');
  await expect(percent).toHaveAccessibleDescription(/Enter a number from 0 to 100\.$/);
  for (const [at, text] of typed.entries()) await expect(boxes.nth(at)).toHaveValue(text);
  const marked = page.locator('main [aria-invalid=true]');
  await expect(marked).toHaveCount(3);
  // Loading it again submits nothing twice, and loses nothing.
  await page.reload();
  for (const [at, text] of typed.entries()) await expect(boxes.nth(at)).toHaveValue(text);
  await expect(percent).toHaveValue('120');
  await percent.fill('');
  await boxes.nth(0).fill('60');
  await page.getByRole('button', { name: 'Save and continue' }).click();
  await expect(boxes.nth(4)).toHaveAccessibleDescription('This is less than in the quietest month (8). Check both numbers.');
  await expect(marked).toHaveCount(1);
  await boxes.nth(4).fill('80');
  await page.getByRole('button', { name: 'Save and continue' }).click();
  await expect(page.getByText('Section 2 of 7')).toBeVisible();
  // Going back does not resubmit: the saved value is shown.
  await page.goBack();
  for (const [at, text] of ['60', '27', '', '45', '80', '8'].entries()) await expect(boxes.nth(at)).toHaveValue(text);
  await expect(marked).toHaveCount(0);
  await context.close();
});

test('The short form on a phone, by touch alone, following the next step of each page', { tag: '@thorough' }, async ({
  memberPage: owner,
  organization,
  browser,
  baseURL,
  troubles,
}) => {
  const { link, request, name } = await ask(owner, organization, 'Short form for small suppliers');
  const { page, context } = await onPhone(browser, baseURL, troubles);
  await page.goto(link);
  await expect(page.getByRole('heading', { name: `${organization.name} asks for your answers` })).toBeVisible();
  // One button before the questions, visible without scrolling far.
  await expect(page.locator('main').getByRole('button')).toHaveCount(1);
  await noViolations(page);
  await page.locator('main').getByRole('button').tap();
  await page.waitForURL(/\/guest\/questionnaire\/[0-9a-f-]{36}$/);
  await noViolations(page);
  await page.getByRole('link', { name: 'Start answering' }).tap();

  let sections = 0;
  for (; !page.url().endsWith('/review') && sections < 10; sections++) {
    await expect(page.getByText(/^Section \d of 7$/)).toBeVisible();
    expect(await overflow(page), 'at 360 px').toBe('fits');
    await noViolations(page);
    let taps = 0;
    while (await tapNext(page)) expect(++taps).toBeLessThan(10);
    expect(taps).toBeGreaterThan(0);
    const before = page.url();
    await page.getByRole('button', { name: 'Save and continue' }).tap();
    await page.waitForURL((url) => url.href !== before);
  }
  expect(sections).toBe(7);
  // All answers are summed up; a change leads back here.
  await noViolations(page);
  await page
    .getByRole('link', { name: /^Change your answer/ })
    .last()
    .tap();
  await page.getByRole('button', { name: 'Save and continue' }).tap();
  await page.waitForURL(/\/review$/);
  await noViolations(page);
  expect(await overflow(page), 'at 360 px').toBe('fits');
  await page.getByRole('button', { name: `Send to ${organization.name}` }).tap();
  await expect(page.getByText(`Your answers were sent to ${organization.name}`)).toBeVisible();
  await noViolations(page);

  // The link that was sent opens no new session, and returns to the questionnaire on this device.
  expect((await page.goto(link))?.status()).toBe(410);
  await noViolations(page);
  await page.getByRole('link', { name: 'Continue answering' }).tap();
  await expect(page.getByText(`Your answers were sent to ${organization.name}`)).toBeVisible();

  await owner.goto(request);
  await expect(owner.getByText('Submitted').first()).toBeVisible();
  await owner.getByRole('link', { name: 'View response' }).click();
  await expect(owner.getByRole('heading', { level: 1 })).toContainText(name);
  await context.close();
});
