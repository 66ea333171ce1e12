import { ask, noViolations, onPhone } from './answering';
import { overflow } from './inspect';
import { expect, type Page, test } from './journey';

/** Answers the one question of the page that is next without an answer, by touch; false when none is left. */
async function tapNext(page: Page): Promise<boolean> {
  const open = page.locator('[data-question]:not([hidden])').filter({ hasNot: page.locator('[data-state]', { hasText: /^Saved/ }) });
  if ((await open.count()) === 0) return false;
  const question = open.first();
  const key = await question.getAttribute('data-question');
  const number = question.locator('input[inputmode]');
  if ((await number.count()) > 0) {
    await number.first().tap();
    await page.keyboard.type('40');
    await page.keyboard.press('Tab');
  } else {
    const choices = question.locator('label:has(input[type=radio])');
    const size = await choices.first().boundingBox();
    expect(size?.height ?? 0, `${key}: a thumb hits it`).toBeGreaterThanOrEqual(44);
    await choices.first().tap();
  }
  await expect(page.locator(`[data-question="${key}"] [data-state]`)).toHaveText(/^Saved/);
  return true;
}

test('The short form on a phone, by touch alone, doing at each step what the page offers first', async ({
  memberPage: owner,
  organization,
  browser,
  baseURL,
  troubles,
}) => {
  test.setTimeout(240_000);
  const { link, request, name } = await ask(owner, organization, 'Short form for small suppliers');
  const { page, context } = await onPhone(browser, baseURL, troubles);
  await page.goto(link);
  await expect(page.getByRole('heading', { name: `${organization.name} asks for your answers` })).toBeVisible();
  // One thing to press before the questions, and it is seen without scrolling far.
  await expect(page.locator('main').getByRole('button')).toHaveCount(1);
  await noViolations(page);
  await page.locator('main').getByRole('button').tap();
  await page.waitForURL(/\/answer\/[0-9a-f-]{36}$/);
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
    await page.getByRole('button', { name: 'Save and go on' }).tap();
    await page.waitForURL((url) => url.href !== before);
  }
  expect(sections).toBe(7);
  await noViolations(page);
  expect(await overflow(page), 'at 360 px').toBe('fits');
  await page.getByRole('button', { name: `Send to ${organization.name}` }).tap();
  await expect(page.getByText(`Your answers were sent to ${organization.name}`)).toBeVisible();
  await noViolations(page);

  await owner.goto(request);
  await expect(owner.getByText('Submitted').first()).toBeVisible();
  await owner.getByRole('link', { name: 'See the answers' }).click();
  await expect(owner.getByRole('heading', { level: 1 })).toContainText(name);
  await context.close();
});
