import { readFileSync } from 'node:fs';
import { locales } from '../../app/paraglide/runtime';
import { textDirection } from '../../app/locales/locale';
import { ask, begin, noViolations, onPhone, questions, saved } from './answering';
import { isThorough, overflow } from './inspect';
import { expect, type Page, test } from './journey';
import { evaluateNow, textsNow } from './read-now';

/** Unless the run is thorough, one language of each script and direction; `tests/messages.test.ts` proves that no text is missing in any of them. */
const read = isThorough ? locales : locales.filter((locale) => ['en', 'vi', 'zh', 'ar', 'bn'].includes(locale));

const folder = new URL('../../scoring/instruments/ilo-ten-principles/', import.meta.url);

/** The text of a question in a language, from the file of its translation. */
function wordsOf(question: string, locale: string): string {
  const { strings } = JSON.parse(readFileSync(new URL(`1.0.0.${locale}.json`, folder), 'utf8'));
  return strings[`${question}.text`].text;
}

/** The edges of the visible labels of a question’s choices, in their order. */
const edges = (page: Page) =>
  evaluateNow(questions(page).locator('label:has(input[type=radio])'), (labels) =>
    labels.map((label) => label.getBoundingClientRect()).map(({ left, right, top }) => ({ left, right, top })),
  );

test('A21: the pages of a supplier are in the languages of suppliers, mirrored where it is written from the right, and English in none of the others', async ({
  memberPage: owner,
  organization,
  browser,
  baseURL,
  troubles,
}) => {
  test.setTimeout(300_000);
  const { link } = await ask(owner, organization);
  const { page, context } = await onPhone(browser, baseURL, troubles);
  const speak = (locale: string) => context.addCookies([{ name: 'locale', value: locale, url: baseURL ?? '' }]);
  await begin(page, link);
  const home = page.url();
  await page.getByRole('link', { name: /^(Continue|Start) answering$/ }).click();
  const section = page.url();
  const questionKey = (await questions(page).first().getAttribute('data-question')) ?? '';
  const headings = new Set<string>();
  for (const locale of read) {
    await speak(locale);
    await page.goto(home);
    await expect(page.locator('html')).toHaveAttribute('lang', locale);
    await expect(page.locator('html')).toHaveAttribute('dir', textDirection(locale));
    headings.add(await page.locator('a[href*="/sections/"]').first().innerText());
    await noViolations(page);
    expect(await overflow(page), `home, ${locale}, at 360 px`).toBe('fits');

    await page.goto(section);
    if (locale !== 'en') await expect(questions(page).first().getByRole('heading')).toHaveText(wordsOf(questionKey, locale));
    expect(await overflow(page), `questions, ${locale}, at 360 px`).toBe('fits');

    await page.goto(`${home}/review`);
    expect(await overflow(page), `review, ${locale}, at 360 px`).toBe('fits');
  }
  // Each language has its own text for "Continue".
  expect(headings.size).toBe(read.length);

  await speak('ur');
  await page.goto(section);
  await noViolations(page);
  const side = await edges(page);
  const inRow = side.filter(({ top }) => Math.abs(top - (side[0]?.top ?? 0)) < 4);
  if (inRow.length > 1) expect(inRow[0]?.right).toBeGreaterThan(inRow[1]?.right ?? 0);
  // The checkbox of a choice is at the right edge, where the line begins.
  const box = await questions(page).locator('input[type=radio]').first().boundingBox();
  expect(box?.x).toBeGreaterThan(180);
  // A Latin name keeps its position in an Urdu sentence, whatever punctuation it ends with.
  await page.goto(home);
  const isolated = await textsNow(page.locator('h1 + p, header p'));
  expect(isolated.some((text) => text.includes(`\u2068${organization.name}\u2069`))).toBe(true);

  // Numbers in the reader’s own digits are read.
  await speak('bn');
  await page.goto(section.replace(/sections\/.*$/, 'sections/P5'));
  const share = page.locator('input[name="P5.Q1:migrantShare"]');
  await share.fill('১২,৫');
  await share.blur();
  await saved(page, 'P5.Q1');
  await page.reload();
  await expect(share).toHaveValue('12.5');
  await context.close();
});

test('A member sees a language in which every page is available, whatever the browser prefers', async ({ browser, baseURL }) => {
  const context = await browser.newContext({ locale: 'ur-PK', ...(baseURL ? { baseURL } : {}) });
  const page = await context.newPage();
  await page.goto('/sign-in');
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  await expect(page.locator('html')).toHaveAttribute('dir', 'ltr');
  await context.close();
});
