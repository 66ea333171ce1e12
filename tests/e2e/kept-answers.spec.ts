import { ask, begin, onPhone, saved } from './answering';
import { expect, test } from './journey';

const core = 'Core questions for a workshop';

test('An answer that waits on a phone belongs to its questionnaire: another one on the same phone neither shows nor sends it', async ({
  memberPage: owner,
  organization,
  browser,
  baseURL,
  troubles,
}) => {
  const [first, second] = [await ask(owner, organization, core), await ask(owner, organization, core)];
  const { page, context } = await onPhone(browser, baseURL, troubles);
  const chosen = page.locator('[data-question="PAY.1"] input[value="never"]');
  const waiting = page.locator('[data-waiting]');
  await begin(page, first.link);
  const one = page.url();
  // The network fails for what the first one sends.
  const save = `**${new URL(one).pathname}/save`;
  await context.route(save, (route) => route.abort());
  await page.goto(`${one}/sections/W2`);
  await page.locator('[data-question="PAY.1"] label:has(input[value="never"])').tap();
  await expect(waiting).toBeVisible();

  await begin(page, second.link);
  const other = page.url();
  expect(other).not.toBe(one);
  await page.goto(`${other}/sections/W2`);
  await expect(page.locator('[data-question="PAY.1"]')).toBeVisible();
  await expect(chosen).not.toBeChecked();
  await expect(waiting).toBeHidden();

  await context.unroute(save);
  await page.goto(`${one}/sections/W2`);
  await saved(page, 'PAY.1');
  await expect(chosen).toBeChecked();
  await page.goto(`${other}/sections/W2`);
  await expect(chosen).not.toBeChecked();
  await context.close();
});
