import { expect, type Page } from '@playwright/test';
import { isThorough, newViolations, overflow, strictHeaders } from '../inspect';
import { deadLinks } from './lead-to-pages';

const wide = { width: 1440, height: 900 };
const narrow = { width: 320, height: 640 };
const inTheDark = ['color-contrast', 'link-in-text-block'];
const whenNarrow = ['target-size', 'color-contrast', 'scrollable-region-focusable'];

/** `template`: one of the pages that represent all of their layout; they are inspected in the dark theme and at 320 px too. */
export type Depth = 'page' | 'template';

const light = { colorScheme: 'light', reducedMotion: 'reduce' } as const;
const isNarrow = (page: Page) => page.viewportSize()?.width === narrow.width;

/**
 * Waits until no colour is in transition: after a change of theme a transition shows the old one until a frame is drawn, however short it is. Where one never
 * ends, as of an element that is not drawn, the page is measured after twenty frames.
 */
async function settled(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const isMoving = () => document.getAnimations().some((each) => each instanceof CSSTransition && each.playState !== 'finished');
    for (let frame = 0; frame < 20 && isMoving(); frame += 1) await new Promise((drawn) => setTimeout(drawn, 16));
  });
}

/** A page says what it has to say in three screens with its parts folded; a tenth more is let pass. */
const mostScreens = 3.3;
/** Pages that are longer, by how much, and why. */
const longer: readonly (readonly [path: RegExp, screens: number, why: string])[] = [
  [/^\/methodology$|^\/glossary$|^\/guides\/./, 7, 'read from top to bottom, with a list of contents'],
  [/\/sensitive-cases\/[0-9a-f-]{36}$/, 4.2, 'what to do and what not to do is never hidden'],
  [/\/annual-report$/, 4.2, 'printed as it is'],
  [/\/questions\//, 4, 'one section of a questionnaire, each question with its answers'],
  [/\/what-if$|\/calculator$/, 4.2, 'the form stays beside what it results in'],
  [/\/labour-recruiters\/[A-Z0-9]+$/, 3.7, 'what workers of each corridor owe is never hidden'],
  [/\/print-form$/, 20, 'paper'],
  [/\/page\/full$/, 4, 'what was found is open'],
  [/\/page\/plan$|\/grievance-mechanisms\/\d+$/, 4.5, 'one list, each line of which is to be done'],
];

/** How many screens of 900 px the page is long, with its parts folded as they are at first. */
async function expectShort(page: Page): Promise<void> {
  const { pathname } = new URL(page.url());
  // Fonts arrive after the first paint, and lines are longer in one than in another.
  const height = await page.evaluate(async () => {
    await document.fonts.ready;
    return document.documentElement.scrollHeight;
  });
  const screens = height / wide.height;
  const most = longer.find(([path]) => path.test(pathname))?.[1] ?? mostScreens;
  expect(screens, `${pathname}: screens at 1440 px`).toBeLessThanOrEqual(most);
}

async function inspectWide(page: Page, depth: Depth, where: string): Promise<void> {
  if (page.viewportSize()?.width !== wide.width) await page.setViewportSize(wide);
  if (where === 'en') await expectShort(page);
  expect(await newViolations(page), where).toEqual([]);
  if (depth === 'page') return;
  await page.emulateMedia({ ...light, colorScheme: 'dark' });
  await settled(page);
  expect(await newViolations(page, inTheDark), `${where}, dark`).toEqual([]);
  await page.emulateMedia(light);
  await settled(page);
}

async function inspectNarrow(page: Page, depth: Depth, where: string): Promise<void> {
  if (!isNarrow(page)) await page.setViewportSize(narrow);
  expect(await overflow(page), `${where}, 320 px`).toBe('fits');
  if (depth === 'template') expect(await newViolations(page, whenNarrow), `${where}, 320 px`).toEqual([]);
}

/** Checks the open page for everything that depends on width and theme, first at the width it was opened at: drawing a page again at another takes a while. */
async function inspectLayout(page: Page, depth: Depth, where: string): Promise<void> {
  const steps = isNarrow(page) ? [inspectNarrow, inspectWide] : [inspectWide, inspectNarrow];
  for (const step of steps) await step(page, depth, where);
}

/** Pages without animation. */
const still = new WeakSet<Page>();

async function open(page: Page, path: string): Promise<void> {
  if (!still.has(page)) await page.emulateMedia(light);
  still.add(page);
  const response = await page.goto(path);
  expect(response?.status()).toBe(200);
  for (const [name, pattern] of Object.entries(strictHeaders)) expect(response?.headers()[name], name).toMatch(pattern);
  const { headings, title } = await page.evaluate(() => ({ headings: document.querySelectorAll('h1').length, title: document.title }));
  expect(headings, 'first-level headings').toBe(1);
  expect(title).toMatch(/Manumit/);
  expect(await deadLinks(page), 'links without a page').toEqual([]);
}

/**
 * Addresses that show a page in another state, drawn by components that the page itself and journeys show: a list without a match, a day or year with little
 * data.
 */
const states =
  /filtered to none$|without data$| in a year$|filtered$|no changes$|supplier to choose$|interactive view$|an entry to correct$/;

export const tagOf = (name: string) => (states.test(name) ? { tag: '@thorough' } : {});

/**
 * Opens the page and checks status, headers, title, console, accessibility and width. In `npm run test:thorough` in each of `languages` too, every page as a
 * template.
 */
export async function inspectPage(page: Page, path: string, depth: Depth = 'page', languages = ['en', 'fr', 'es']): Promise<void> {
  const complaints: string[] = [];
  const onConsole = (message: { type(): string; text(): string }) => message.type() === 'error' && complaints.push(message.text());
  const onResponse = (response: { status(): number; url(): string }) =>
    response.status() >= 400 && complaints.push(`${response.status()} ${response.url()}`);
  page.on('console', onConsole);
  page.on('response', onResponse);
  try {
    await open(page, path);
    await inspectLayout(page, isThorough ? 'template' : depth, 'en');
    if (isThorough) await inspectLanguages(page, path, languages);
    expect(complaints).toEqual([]);
  } finally {
    page.off('console', onConsole);
    page.off('response', onResponse);
  }
}

async function inspectLanguages(page: Page, path: string, languages: readonly string[]): Promise<void> {
  const { origin } = new URL(page.url());
  for (const language of languages) {
    await page.context().addCookies([{ name: 'locale', value: language, url: origin }]);
    await open(page, path);
    await inspectLayout(page, 'template', language);
    await page.setViewportSize({ width: 768, height: 1024 });
    expect(await overflow(page), `${language}, 768 px`).toBe('fits');
  }
  await page.context().addCookies([{ name: 'locale', value: 'en', url: origin }]);
  // The page that requested the inspection continues in English.
  await open(page, path);
}
