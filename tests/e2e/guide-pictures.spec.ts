import { chooseFrom } from './choose-from';
import { writeFileSync } from 'node:fs';
import type { Browser, Locator } from '@playwright/test';
import sharp from 'sharp';
import { type DemonstrationRole, signInAs } from './demonstration';
import { drawn } from './inspect';
import { expect, openColumns, type Page, test, textFile } from './journey';
import { passphrase } from './recorder';

/**
 * Takes the pictures of docs/guides and of the first page from the demonstration, which it changes slightly: on demand, each time on a separate application. The order is that of
 * the guides; changes to the demonstration come last.
 */
const isWanted = process.env.GUIDE_PICTURES === '1';
const look = {
  viewport: { width: 1280, height: 800 },
  deviceScaleFactor: 1,
  reducedMotion: 'reduce',
  colorScheme: 'light',
  locale: 'en-GB',
} as const;

test.describe.configure({ mode: 'default' });
test.use({ ...look, timezoneId: 'UTC' });
test.skip(!isWanted, 'the pictures of the guides are committed; `npm run docs:pictures` takes them again');

/** Takes what the window shows; `at`: what comes first in it. */
async function picture(page: Page, name: string, at?: Locator, { keepsFocus = false } = {}): Promise<void> {
  await drawn(page);
  if (at) await at.evaluate((element) => window.scrollTo({ top: element.getBoundingClientRect().top + window.scrollY - 88 }));
  if (!keepsFocus) await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
  await page.waitForTimeout(300);
  const shot = await page.screenshot({ animations: 'disabled', caret: 'hide' });
  writeFileSync(`docs/public/pictures/${name}.webp`, await sharp(shot).webp({ quality: 82, effort: 6 }).toBuffer());
}

/** Opens a page as a reader of the guides does: by the navigation, where an entry may have a count, then by links. */
async function open(page: Page, place: string, ...links: (string | RegExp)[]): Promise<void> {
  await page
    .getByRole('navigation', { name: 'Main navigation' })
    .getByRole('link', { name: new RegExp(`^${place}( \\d|$)`) })
    .click();
  await drawn(page);
  for (const name of links) {
    await page.getByRole('main').getByRole('link', { name }).first().click();
    await drawn(page);
  }
}

const heading = (page: Page, name: string | RegExp) => page.getByRole('heading', { name }).first();
const glove = 'Selangor Glove & Safety Sdn Bhd';

test('the guide of the compliance manager', async ({ page }) => {
  await signInAs(page, 'manager');
  await picture(page, 'company-home');
  await takeHome(page);
  await page.getByRole('main').getByRole('link', { name: 'View all', exact: true }).click();
  await picture(page, 'queue');
  await page.getByRole('link', { name: /^Notifications/ }).click();
  await picture(page, 'notifications');
  await open(page, 'Home', /^Prepare board paper/);
  await picture(page, 'board-paper');
  await open(page, 'Suppliers');
  await picture(page, 'suppliers');
  await open(page, 'Suppliers', /^Severe or high/, glove);
  await picture(page, 'supplier');
  await page.getByRole('link', { name: 'How it is calculated' }).click();
  await picture(page, 'score');
  await open(page, 'Suppliers', 'Map');
  await picture(page, 'map', page.getByRole('link', { name: 'Tiers' }));
  await open(page, 'Suppliers', 'Labour recruiters', 'Karnaphuli Overseas Ltd');
  await picture(page, 'recruiter', heading(page, 'Status'));
  await open(page, 'Questionnaires');
  await picture(page, 'requests');
  await open(page, 'Questionnaires', 'Campaigns');
  await page
    .getByRole('main')
    .getByRole('link', { name: /demonstration/ })
    .click();
  await open(page, 'Questionnaires', 'Responses');
  await page
    .getByRole('row', { name: /Jordan Valley Apparel.*Submitted/ })
    .getByRole('link')
    .first()
    .click();
  await page.getByRole('link', { name: 'Review answers' }).click();
  await picture(page, 'answer-review');
  await open(page, 'Findings & actions');
  await picture(page, 'findings');
  await page
    .getByRole('main')
    .getByRole('link', { name: /^Workers from Nepal paid sub-agents/ })
    .click();
  await picture(page, 'finding');
  await open(page, 'Reports & sharing', 'What we share', /Northgate Bank/);
  await picture(page, 'shared-access');
});

/** The same page in the dark theme and on a phone, and the search. */
async function takeHome(page: Page): Promise<void> {
  await takeFrontPage(page);
  await page.emulateMedia({ colorScheme: 'dark' });
  await picture(page, 'home-dark');
  await page.emulateMedia({ colorScheme: 'light' });
  await page.setViewportSize({ width: 360, height: 780 });
  await picture(page, 'home-phone');
  await page.setViewportSize(look.viewport);
  await page.keyboard.press('Control+k');
  await page.keyboard.type('cotton');
  await expect(page.getByRole('option', { selected: true })).toBeVisible();
  await picture(page, 'search', undefined, { keepsFocus: true });
  await page.keyboard.press('Escape');
}

/** The home page of the company in both themes, whole and at the width of a phone: the picture of the first page. */
async function takeFrontPage(page: Page): Promise<void> {
  await page.setViewportSize({ width: 1440, height: 900 });
  for (const colorScheme of ['dark', 'light'] as const) {
    await page.emulateMedia({ colorScheme });
    await drawn(page);
    const shot = await page.screenshot({ animations: 'disabled', caret: 'hide' });
    for (const [end, width] of Object.entries({ '': 1440, '-800': 800 }))
      await sharp(shot).resize(width).webp({ quality: 82, effort: 6 }).toFile(`public/pictures/home-${colorScheme}${end}.webp`);
  }
  await page.setViewportSize(look.viewport);
}

test('a sensitive case of the demonstration', async ({ page }) => {
  await signInAs(page, 'owner');
  await open(page, 'Findings & actions', 'Sensitive cases');
  await page.getByRole('main').getByRole('table').getByRole('link').first().click();
  await picture(page, 'sensitive-case', heading(page, 'Deadlines'));
});

test('the guide of the lender', async ({ page }) => {
  await signInAs(page, 'owner', 'lender');
  await picture(page, 'lender-home');
  await open(page, 'Deals', 'D-2026-0003');
  await picture(page, 'deal');
  await page.getByRole('main').getByRole('link', { name: 'Review', exact: true }).click();
  await picture(page, 'deal-review');
  await page.getByRole('main').getByRole('link', { name: 'Action plan', exact: true }).click();
  await picture(page, 'esap');
  await open(page, 'Deals', 'D-2026-0001', 'Monitoring');
  await picture(page, 'covenants');
  await page.getByRole('main').getByRole('link', { name: 'Reports', exact: true }).click();
  await page
    .getByRole('main')
    .getByRole('link', { name: /^1 Apr 2026/ })
    .click();
  await picture(page, 'monitoring-report', heading(page, /^Report for/));
  await page.getByRole('main').getByRole('link', { name: 'Incidents', exact: true }).click();
  await page
    .getByRole('main')
    .getByRole('link', { name: /^No\. 1/ })
    .click();
  await picture(page, 'incident', heading(page, /^No\. 1/));
  await open(page, 'Portfolio');
  await picture(page, 'portfolio');
  await open(page, 'Deals', 'Annual report');
  await picture(page, 'annual-report', heading(page, 'Deals that reached financial close'));
});

test('the guide of the auditor', async ({ page, browser, baseURL }) => {
  await signInAs(page, 'auditor');
  await picture(page, 'auditor-home');
  await open(page, 'Audits', '2026-0002');
  await picture(page, 'audit-plan');
  await open(page, 'Audits', '2026-0001', 'Conclusion');
  await picture(page, 'audit-conclusion');
  await open(page, 'Audits', '2026-0001', 'Reports');
  await picture(page, 'audit-reports', heading(page, 'Issued reports'));
  const hash = /[0-9a-f]{64}/.exec(await page.getByRole('main').innerText())?.[0] ?? '';
  await takeRecorder(page);
  await takeVerification(await newPage(browser, baseURL), hash);
});

async function takeRecorder(page: Page): Promise<void> {
  await open(page, 'Home', 'Open recorder');
  await page.getByLabel('Passphrase', { exact: true }).fill(passphrase);
  await page.getByLabel('Confirm passphrase').fill(passphrase);
  await page.getByRole('button', { name: 'Start recording' }).click();
  await expect(page.getByRole('link', { name: /^Forced labour/ })).toBeVisible();
  await picture(page, 'recorder');
  await page.getByRole('link', { name: /^Forced labour/ }).click();
  await picture(page, 'recorder-zero-tolerance', page.locator('[data-check="BW.FL.1.b.1"]'));
  await page.getByRole('link', { name: 'All sections' }).click();
  await page.getByRole('link', { name: /^Interviews/ }).click();
  await page.getByRole('button', { name: 'Record interview' }).click();
  await picture(page, 'recorder-interview', page.getByRole('group', { name: 'Interview format' }));
}

async function takeVerification(page: Page, hash: string): Promise<void> {
  await page.goto('/verify');
  await page.getByLabel('Report hash').fill(hash);
  await page.getByRole('button', { name: 'Verify report' }).click();
  await expect(page.getByText('Neither withdrawn nor corrected')).toBeVisible();
  await picture(page, 'verify');
}

async function newPage(
  browser: Browser,
  baseURL: string | undefined,
  size: { width: number; height: number } = look.viewport,
): Promise<Page> {
  const context = await browser.newContext({ ...look, viewport: size, ...(baseURL ? { baseURL } : {}) });
  return context.newPage();
}

test('an import, which is cancelled', async ({ page }) => {
  await signInAs(page, 'manager');
  await open(page, 'Suppliers', 'Import');
  await page.getByLabel('Your list').setInputFiles(textFile('supplier-list.csv', list));
  await page.getByRole('button', { name: 'Upload list' }).click();
  await openColumns(page);
  await picture(page, 'import-columns');
  await page.getByRole('button', { name: 'Check rows' }).click();
  await page.getByRole('link', { name: 'Continue to check' }).first().click();
  await expect(heading(page, 'Import summary')).toBeVisible();
  await picture(page, 'import-check');
  await page.getByRole('button', { name: 'Cancel import' }).click();
});

const list = `Supplier list 2026;;;;
Supplier name;Country;Sector;Product;Workers
Harbour Street Knitwear Ltd;Bangladesh;Garments;Cotton shirts;1200
Blue Kiln Ceramics SA;Portugl;Ceramics;Tiles;85
Northern Lights Footwear;VN;Footwear;Shoes;about 400
;India;Textiles;Yarn;20
`;

test('a link on the phone of a supplier', async ({ page, browser, baseURL }) => {
  await signInAs(page, 'manager' satisfies DemonstrationRole);
  await open(page, 'Questionnaires', 'Send questionnaire');
  await chooseFrom(page, 'Supplier', 'Emilia Zip & Trim');
  await page.getByRole('radio', { name: /^Short form/ }).check();
  await page.getByRole('button', { name: 'Create request' }).click();
  const link = await page.getByRole('textbox', { name: /^Link for/ }).inputValue();
  const phone = await newPage(browser, baseURL, { width: 390, height: 844 });
  await phone.goto(link);
  await picture(phone, 'supplier-first-page');
  await phone.getByRole('button', { name: 'Start on this device' }).click();
  await phone.getByRole('link', { name: 'Start answering' }).click();
  await phone.getByLabel('All who work for you today').fill('88');
  await phone.getByRole('button', { name: 'Save and continue' }).click();
  await expect(heading(phone, 'Contract and pay')).toBeVisible();
  await picture(phone, 'supplier-question');
});
