import type { Locator } from '@playwright/test';
import { ask, begin, noViolations, onPhone, questions } from './answering';
import { overflow } from './inspect';
import { expect, type Page, test } from './journey';
import { allNow, countNow, evaluateNow } from './read-now';

const title = 'Core questions for a workshop';

/** Answers the first visible question without an answer; false when none is left on the page. */
async function tapNext(page: Page, after: Set<string>): Promise<boolean> {
  for (const question of await allNow(questions(page))) {
    const key = (await question.getAttribute('data-question')) ?? '';
    if (after.has(key)) continue;
    after.add(key);
    const numbers = question.locator('input[inputmode=numeric]');
    if ((await countNow(numbers)) > 0) {
      await numbers.first().fill('30');
      await page.keyboard.press('Tab');
    } else {
      const choice = question.locator('label:has(input)').first();
      expect((await choice.boundingBox())?.height ?? 0, `${key}: large enough for a thumb`).toBeGreaterThanOrEqual(44);
      await choice.tap();
    }
    await expect(question.locator('[data-state]')).toHaveText(/^Saved/);
    return true;
  }
  return false;
}

const boxOf = (question: Locator, value: string) => question.locator(`input[type=checkbox][value="${value}"]`);

test('A workshop answers the core on a phone by touch, reads its answers before it sends them, and the reviewer reads them', {
  tag: '@quick',
}, async ({ memberPage: owner, organization, browser, baseURL, troubles }) => {
  test.setTimeout(240_000);
  const { link, request } = await ask(owner, organization, title);
  const { page, context } = await onPhone(browser, baseURL, troubles);
  await begin(page, link);
  await expect(page.getByText(/about \d+ minutes/i).first()).toBeVisible();
  await page.getByRole('link', { name: 'Start answering' }).tap();

  // Pictures are off until they are asked for, and stay on from one section to the next.
  const picture = page.locator('[data-picture-of="SIT.1"] svg');
  await expect(picture).toBeHidden();
  await page.getByRole('button', { name: 'Pictures' }).tap();
  await expect(picture).toBeVisible();

  // What excludes every other answer unticks them, and is unticked by them.
  const have = page.locator('[data-question="SIT.1"]');
  await have.locator('label:has(input[value=housing])').tap();
  await have.locator('label:has(input[value=none])').tap();
  await expect(boxOf(have, 'housing')).not.toBeChecked();
  await have.locator('label:has(input[value=housing])').tap();
  await expect(boxOf(have, 'none')).not.toBeChecked();
  await expect(have.locator('[data-state]')).toHaveText(/^Saved/);
  await page.reload();
  await expect(boxOf(have, 'housing')).toBeChecked();
  await expect(picture).toBeVisible();

  for (let section = 1; section <= 6; section += 1) {
    await expect(page.getByText(`Section ${section} of 6`)).toBeVisible();
    await noViolations(page);
    expect(await overflow(page), `section ${section} at 360 px`).toBe('fits');
    const answered = new Set<string>(section === 1 ? ['SIT.1'] : []);
    while (await tapNext(page, answered));
    await page.getByRole('button', { name: 'Save and continue' }).tap();
  }
  await page.waitForURL(/\/review$/);
  await noViolations(page);
  expect(await overflow(page), 'the summary at 360 px').toBe('fits');
  await page.getByRole('link', { name: /^Change your answer: In the last 12 months, how often did workers get/ }).tap();
  await page.locator('[data-question="PAY.1"] label').filter({ hasText: 'Most of the time' }).tap();
  await expect(page.locator('[data-question="PAY.1"] [data-state]')).toHaveText(/^Saved/);
  await page.getByRole('button', { name: 'Save and continue' }).tap();
  await page.waitForURL(/\/review$/);
  await expect(page.getByRole('listitem').filter({ hasText: 'get their full pay' })).toContainText('Most of the time');
  await page.getByRole('button', { name: `Send to ${organization.name}` }).tap();
  await expect(page.getByText(`Your answers were sent to ${organization.name}`)).toBeVisible();
  await context.close();

  await owner.goto(`${organization.path}/responses/${request.split('/').at(-1)}/review`);
  const row = (key: string) => owner.locator(`[id="${key}"]`);
  await expect(row('PAY.1')).toContainText('Most of the time');
  await expect(row('FEE.2.travel')).toContainText('We pay');
});

test('The core without script: boxes and tables are sent with their section, and what excludes the ticked options is dropped', {
  tag: '@thorough',
}, async ({ memberPage: owner, organization, browser, baseURL, troubles }) => {
  const { link } = await ask(owner, organization, title);
  const { page, context } = await onPhone(browser, baseURL, troubles, { javaScriptEnabled: false });
  await begin(page, link);
  await page.getByRole('link', { name: 'Start answering' }).click();
  await page.locator('input[inputmode=numeric]').first().fill('30');
  const have = page.locator('[data-question="SIT.1"]');
  await boxOf(have, 'agency').check();
  await boxOf(have, 'none').check();
  await page.getByRole('button', { name: 'Save and continue' }).click();
  await expect(page.getByText('Section 2 of 6')).toBeVisible();
  await page.goBack();
  await page.reload();
  await expect(boxOf(have, 'agency')).toBeChecked();
  await expect(boxOf(have, 'none')).not.toBeChecked();
  await page.getByRole('link', { name: 'All sections' }).click();
  await page.getByRole('link', { name: /^Hiring/ }).click();
  const travel = page.locator('[data-question="FEE.2.travel"]');
  await travel.getByRole('radio', { name: 'The agency pays' }).check();
  await page.getByRole('button', { name: 'Save and continue' }).click();
  await page.goBack();
  await page.reload();
  await expect(travel.getByRole('radio', { name: 'The agency pays' })).toBeChecked();
  expect(await overflow(page), 'the table at 360 px').toBe('fits');
  await context.close();
});

/** Every language of suppliers whose texts are longer, taller or written otherwise than the English. */
const locales = ['bn', 'hi', 'zh', 'ar', 'tr', 'id', 'fr', 'pt', 'vi', 'es', 'ur'];

/** Checks every question of these sections in a language: its height, with the links below it or up to its last answer, its smallest target, and that the page does not scroll sideways. */
async function expectToFit(
  page: Page,
  { home, sections, locale, upTo }: { home: string; sections: readonly string[]; locale: string; upTo: 'its end' | 'its last answer' },
) {
  for (const section of sections) {
    await page.goto(`${home}/sections/${section}`);
    await expect(page.locator('html')).toHaveAttribute('lang', locale);
    // What the switches of the page show, where the device has a voice too.
    const measured = await evaluateNow(page.locator('[data-question]'), (asked) => {
      for (const aid of document.querySelectorAll<HTMLElement>('[data-picture-of], [data-listen], [data-question]')) aid.hidden = false;
      const heightOf = (element: Element | null) => element?.getBoundingClientRect().height ?? 0;
      return asked.map((question) => ({
        key: question.id,
        // The question of a table stays in sight above its rows.
        above: heightOf(question.closest('[data-grid]')?.querySelector('h2') ?? null),
        whole: heightOf(question),
        answers: Math.max(
          ...[...question.querySelectorAll('label:has(input), input')].map(
            (answer) => answer.getBoundingClientRect().bottom - question.getBoundingClientRect().top,
          ),
        ),
        // What is folded away has no height.
        least: Math.min(
          ...[...question.querySelectorAll('label:has(input:is([type=radio], [type=checkbox])), summary, a')]
            .map(heightOf)
            .filter((height) => height > 0),
        ),
      }));
    });
    expect(measured.length).toBeGreaterThan(0);
    for (const { key, above, whole, answers, least } of measured) {
      // What is folded away below the answers is laid out, and takes no height.
      const height = above + (upTo === 'its end' ? whole : Math.min(whole, answers));
      expect.soft(height, `${key} in ${locale}`).toBeLessThanOrEqual(640);
      expect.soft(least, `the smallest target of ${key} in ${locale}`).toBeGreaterThanOrEqual(43.5);
    }
    expect(await overflow(page), `${section} in ${locale}`).toBe('fits');
  }
}

test('Each question of the core fits a screen of 360 by 640 with its picture and its button to listen, in every language of suppliers', async ({
  memberPage: owner,
  organization,
  browser,
  baseURL,
  troubles,
}) => {
  test.setTimeout(240_000);
  const { link } = await ask(owner, organization, title);
  const { page, context } = await onPhone(browser, baseURL, troubles);
  await page.setViewportSize({ width: 360, height: 640 });
  await begin(page, link);
  const home = page.url();
  for (const locale of locales) {
    await context.addCookies([{ name: 'locale', value: locale, url: baseURL ?? '' }]);
    await expectToFit(page, { home, sections: ['W1', 'W2', 'W3', 'W4', 'W5', 'W6'], locale, upTo: 'its end' });
  }
  await context.close();
});

test('Each question of the whole self-assessment fits a screen of 360 by 640 with all of its answers, in every language of suppliers', {
  tag: '@thorough',
}, async ({ memberPage: owner, organization, browser, baseURL, troubles }) => {
  test.setTimeout(600_000);
  const { link } = await ask(owner, organization, 'Self-assessment by the ILO’s ten principles');
  const { page, context } = await onPhone(browser, baseURL, troubles);
  await page.setViewportSize({ width: 360, height: 640 });
  await begin(page, link);
  const home = page.url();
  const sections = await evaluateNow(page.locator('a[href*="/sections/"]'), (links) => [
    ...new Set(links.flatMap((each) => /\/sections\/(\w+)/.exec((each as HTMLAnchorElement).href)?.[1] ?? [])),
  ]);
  expect(sections.length).toBeGreaterThan(8);
  for (const locale of ['en', ...locales]) {
    await context.addCookies([{ name: 'locale', value: locale, url: baseURL ?? '' }]);
    await expectToFit(page, { home, sections, locale, upTo: 'its last answer' });
  }
  await context.close();
});
