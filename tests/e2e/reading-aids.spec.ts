import { readFileSync } from 'node:fs';
import type { BrowserContext } from '@playwright/test';
import { ask, begin, noViolations, onPhone } from './answering';
import { expect, type Page, test } from './journey';
import { textsNow } from './read-now';

const core = 'Core questions for a workshop';
const depths = [core, 'Short form for small suppliers', 'Self-assessment by the ILO’s ten principles'];

type Said = { text: string; lang: string; voice: string | null };
type Device = { voices: string[]; said: Said[]; synthesis: EventTarget & { speaking: boolean } };

/** A device with voices of these languages, which notes what it is given to read. */
async function withVoices(context: BrowserContext, languages: readonly string[]): Promise<void> {
  await context.addInitScript((voices) => {
    const device = { voices: [...voices], said: [] as Said[] };
    const synthesis = Object.assign(new EventTarget(), {
      speaking: false,
      getVoices: () => device.voices.map((lang) => ({ lang, name: lang, localService: true })),
      speak: ({ text, lang, voice }: SpeechSynthesisUtterance) => {
        synthesis.speaking = true;
        device.said.push({ text, lang, voice: voice?.lang ?? null });
      },
      cancel: () => {
        synthesis.speaking = false;
      },
    });
    class Utterance {
      lang = '';
      voice = null;
      rate = 1;
      constructor(readonly text: string) {}
    }
    Object.defineProperty(window, 'speechSynthesis', { value: synthesis });
    Object.defineProperty(window, 'SpeechSynthesisUtterance', { value: Utterance });
    Object.assign(window, { device: Object.assign(device, { synthesis }) });
  }, languages);
}

const deviceOf = <Result>(page: Page, read: (device: Device) => Result) =>
  page.evaluate(`(${String(read)})(window.device)`) as Promise<Result>;
const said = (page: Page) => deviceOf(page, (device) => device.said);
const isSpeaking = (page: Page) => deviceOf(page, (device) => device.synthesis.speaking);
const aloud = (page: Page) => page.locator('[data-aid="sound"]');
const listenTo = (page: Page, question: string) => page.locator(`[id="${question}"] [data-listen]`);

test('Reading aloud is offered where the device has a voice for the language, is off until asked for, and reads a question with its answers', async ({
  memberPage: owner,
  organization,
  browser,
  baseURL,
  troubles,
}) => {
  const { link } = await ask(owner, organization, core);
  const { page, context } = await onPhone(browser, baseURL, troubles);
  await withVoices(context, ['bn-BD']);
  const speak = (locale: string) => context.addCookies([{ name: 'locale', value: locale, url: baseURL ?? '' }]);
  await speak('en');
  await begin(page, link);
  const home = page.url();
  await page.goto(`${home}/sections/W2`);
  // Pictures need no voice; no button would read an English page with a Bengali voice.
  await expect(page.locator('[data-aid="pictures"]')).toBeVisible();
  await expect(aloud(page)).toBeHidden();
  await expect(listenTo(page, 'CON.1')).toBeHidden();

  await speak('bn');
  await page.reload();
  await expect(aloud(page)).toHaveAttribute('aria-pressed', 'false');
  await expect(listenTo(page, 'CON.1')).toBeHidden();
  await aloud(page).tap();
  await expect(aloud(page)).toHaveAttribute('aria-pressed', 'true');
  await expect(listenTo(page, 'CON.1')).toBeVisible();
  await noViolations(page);
  expect(await said(page)).toEqual([]);
  await listenTo(page, 'CON.1').tap();
  expect(await isSpeaking(page)).toBe(true);
  const [first] = await said(page);
  expect(first).toMatchObject({ lang: 'bn', voice: 'bn-BD' });
  const { strings } = JSON.parse(readFileSync(new URL('../../scoring/instruments/workshop-core/1.0.0.bn.json', import.meta.url), 'utf8'));
  const words = ['text', 'options.before-first-day', 'options.first-week', 'options.later', 'options.no-copy'];
  for (const place of words) expect(first?.text).toContain(strings[`CON.1.${place}`].text);
  expect(first?.text.startsWith(strings['CON.1.text'].text)).toBe(true);
  // What is folded away is not read: notes, evidence, the key.
  expect(first?.text).not.toContain(strings['CON.1.typicalEvidence'].text);
  expect(first?.text).not.toContain('CON.1');

  // A second press ends it, and the choice is kept on the device.
  await listenTo(page, 'CON.1').tap();
  expect(await isSpeaking(page)).toBe(false);
  expect(await said(page)).toHaveLength(1);

  await page.goto(`${home}/sections/W3`);
  await expect(aloud(page)).toHaveAttribute('aria-pressed', 'true');
  await listenTo(page, 'FEE.2').tap();
  const [table] = await said(page);
  const times = (part: string) => (table?.text.split(part).length ?? 0) - 1;
  const rows = await textsNow(page.locator('[data-grid] [data-question] [role="radiogroup"] > div:first-child > span:first-child'));
  expect(rows).toHaveLength(9);
  for (const row of rows) expect(times(row), row).toBeGreaterThanOrEqual(1);
  expect(times(strings['sets.payer.repaid'].text), 'the answers of a table are read once').toBe(1);

  await aloud(page).tap();
  await expect(listenTo(page, 'FEE.2')).toBeHidden();
  expect(await isSpeaking(page)).toBe(false);
  await context.close();
});

test('Reading aloud is offered as soon as a device names its voices, and never on one without', async ({
  memberPage: owner,
  organization,
  browser,
  baseURL,
  troubles,
}) => {
  const { link } = await ask(owner, organization, core);
  const { page, context } = await onPhone(browser, baseURL, troubles);
  await withVoices(context, []);
  await begin(page, link);
  await page.goto(`${page.url()}/sections/W2`);
  await expect(page.locator('[data-aid="pictures"]')).toBeVisible();
  await expect(aloud(page)).toBeHidden();
  await deviceOf(page, (device) => {
    device.voices.push('en-GB');
    device.synthesis.dispatchEvent(new Event('voiceschanged'));
  });
  await expect(aloud(page)).toBeVisible();
  await context.close();
});

test('A respondent reads that no native speaker has checked a translation, in each depth, and reads it of no original', async ({
  memberPage: owner,
  organization,
  browser,
  baseURL,
  troubles,
}) => {
  test.setTimeout(120_000);
  const noticeIn = (locale: string): string =>
    JSON.parse(readFileSync(new URL(`../../app/locales/${locale}/respondent.json`, import.meta.url), 'utf8')).respondent_draft_translation;
  const start = (locale: string) => noticeIn(locale).split(/[.。।۔]/)[0] ?? '';
  for (const depth of depths) {
    const { link } = await ask(owner, organization, depth);
    const { page, context } = await onPhone(browser, baseURL, troubles);
    const speak = (locale: string) => context.addCookies([{ name: 'locale', value: locale, url: baseURL ?? '' }]);
    await speak('en');
    await begin(page, link);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(depth);
    await expect(page.getByText(start('en'))).toHaveCount(0);
    for (const locale of ['bn', 'ar', 'es']) {
      await speak(locale);
      await page.reload();
      await expect(page.getByText(start(locale)), `${depth} in ${locale}`).toBeVisible();
    }
    await context.close();
  }
});
