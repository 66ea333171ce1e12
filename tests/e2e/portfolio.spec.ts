import { chooseFrom } from './choose-from';
import { readFileSync } from 'node:fs';
import { signInAs } from './demonstration';
import { leaveEarlierScores } from './earlier-scores';
import { addSupplier, expect, uniqueName, openOrganization, type Page, test } from './journey';
import { overflow, newViolations } from './inspect';
import { evaluateNow, textsNow } from './read-now';

const homeOf = (page: Page) => /^\/o\/[^/]+/.exec(new URL(page.url()).pathname)?.[0] ?? '';

/** Tables that scroll sideways within their own frame; one that is folded away has no width. */
const scrolling = (page: Page) =>
  evaluateNow(page.locator('[data-scroll-region]'), (frames) =>
    frames.filter((frame) => frame.checkVisibility() && frame.scrollWidth > frame.clientWidth + 1).map((frame) => frame.ariaLabel),
  );

/** The file that following a link downloads, as bytes. */
async function downloaded(page: Page, name: string | RegExp) {
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name }).first().click()]);
  return { name: download.suggestedFilename(), bytes: readFileSync(await download.path()) };
}

test('a lender reads the portfolio: filters in the address, drill-down to the score, the watch list, what-if, and the year', {
  tag: '@thorough',
}, async ({ page }) => {
  await signInAs(page, 'auditor', 'lender');
  const home = homeOf(page);
  // The first page shows the committed amount by risk, and where to look first: drawstops by covenant, alerts in supply chains, and people.
  const figures = page.getByRole('list', { name: 'What needs attention' });
  await expect(figures).toContainText(/1\s*deal with an import-ban alert in its supply chain/);
  await expect(figures).toContainText('32% of committed amounts · 1 deal without an amount');
  await expect(figures).toContainText(/Serious injury, .* client notified the lender in time/);
  await expect(page.locator('#people')).toContainText(/Tianyuan Polysilicon.*Changji, China · 2,200 workers/);
  const first = page.locator('section').filter({ has: page.getByRole('heading', { name: 'Deals under a drawstop' }) });
  await expect(page.getByText(/of exposure .* is with clients at high or severe risk/).first()).toBeVisible();
  await first
    .getByRole('link', { name: /Covenant No\. 3 breached since/ })
    .first()
    .click();
  await expect(page).toHaveURL(/\/deals\/[^/]+\/monitoring\/covenants\/[^/]+$/);
  await expect(first).toBeHidden();
  await page.goBack();
  await expect(first).toBeVisible();
  expect(await newViolations(page)).toEqual([]);
  await page.getByRole('link', { name: 'Portfolio', exact: true }).first().click();
  await expect(page.getByRole('heading', { level: 1, name: 'Portfolio' })).toBeVisible();
  await expect(page.locator('#by-category')).toContainText('Not categorised');
  // Euros are converted by the dated rates of the records, which are named; records without an amount are listed.
  await expect(page.getByText(/Converted at exchange rates dated/)).toBeVisible();
  await expect(page.getByText('Amount unknown: 1').first()).toBeVisible();
  expect(await newViolations(page)).toEqual([]);

  // A row links to its deals, the filter is part of the address and is kept from tab to tab.
  await page.locator('#by-sector').getByRole('link', { name: 'Power' }).click();
  await expect(page).toHaveURL(/\/portfolio\/deals\?sector=power$/);
  await expect(page.getByRole('row', { name: /Vientos del Loa/ })).toBeVisible();
  await expect(page.getByRole('row', { name: /Gazipur/ })).toHaveCount(0);
  const csv = await downloaded(page, 'Download CSV');
  expect(csv.bytes.toString('utf8')).toContain('Vientos del Loa wind farm');
  expect(csv.bytes.toString('utf8')).not.toContain('Gazipur');
  await page.getByRole('link', { name: 'Watch list' }).click();
  await expect(page).toHaveURL(/watch\?sector=power$/);
  await page.getByRole('link', { name: 'Deals', exact: true }).last().click();
  await expect(page).toHaveURL(/\/portfolio\/deals\?sector=power$/);
  const row = page.getByRole('row', { name: /Llano del Sol/ });
  await row.getByRole('link').last().click();
  await expect(page).toHaveURL(/\/suppliers\/[^/]+\/score/);
  // The address changes before the page does: going back at once would choose on a page that is about to be replaced.
  await expect(page.getByRole('heading', { level: 1, name: 'Portfolio' })).toBeHidden();
  await page.goBack();
  await expect(page).toHaveURL(/\/portfolio\/deals\?sector=power$/);
  await expect(row).toBeVisible();
  await page.getByLabel('Client risk').selectOption('none');
  await page.getByRole('button', { name: 'Apply' }).click();
  await expect(page).toHaveURL(/band=none/);
  await expect(page.getByText('No deals match these filters.')).toBeVisible();

  // The contractor that builds both parks is a concentration, and links back to them.
  await page.goto(`${home}/portfolio/concentration`);
  await page.locator('#shared-suppliers').getByRole('link', { name: 'Cobre Norte EPC Ltda', exact: true }).waitFor();
  await page.getByRole('link', { name: '2 deals with Cobre Norte EPC Ltda' }).click();
  await expect(page.locator('tbody tr')).toHaveCount(2);
  await expect(page.getByRole('link', { name: /With Cobre Norte EPC Ltda/ })).toBeVisible();

  for (const tab of ['', '/deals', '/watch', '/concentration', '/map', '/trend', '/what-if']) {
    await page.goto(`${home}/portfolio${tab}`);
    expect(await newViolations(page), tab).toEqual([]);
    await page.setViewportSize({ width: 360, height: 740 });
    expect(await overflow(page), `${tab} at 360 px`).toBe('fits');
    expect(await scrolling(page), `tables of ${tab} at 360 px`).toEqual([]);
    expect(await newViolations(page), `${tab} at 360 px`).toEqual([]);
    await page.setViewportSize({ width: 1280, height: 900 });
  }

  // A30: nothing is stored, the assumption is part of the address, and the filter is kept.
  await page.goto(`${home}/portfolio/what-if?sector=power`);
  const country = page.locator('form').filter({ has: page.locator('input[name=iso2]') });
  await chooseFrom(country, 'Country', 'CL');
  await country.locator('input[name=points]').fill('20');
  await country.getByRole('button', { name: 'Add assumption' }).click();
  await expect(page).toHaveURL(/change=country\.CL\.20&sector=power/);
  await expect(page.locator('#moved')).toContainText('Vientos del Loa');
  const drop = page.locator('form').filter({ has: page.locator('#field-dropped') });
  await chooseFrom(drop, 'Supplier', 'Cobre Norte EPC Ltda');
  await drop.getByRole('button', { name: 'Add assumption' }).click();
  await expect(page.locator('#touched')).toContainText('Cobre Norte EPC Ltda is a project company');
  const shared = page.url();
  await page.goto(`${home}/portfolio`);
  await page.goto(shared);
  await expect(page.locator('#touched').locator('tbody tr')).toHaveCount(2);
});

test('the trend names the versions of the method, breaks where a newer one begins, and its table shows the same values', async ({
  page,
}) => {
  await signInAs(page, 'auditor', 'lender');
  const home = homeOf(page);
  await leaveEarlierScores(home.slice('/o/'.length), { engineVersion: '1.2.0', lower: 8 });
  await page.goto(`${home}/portfolio/trend`);
  const heading = page.getByText(/Mean scores by quarter; method versions: \d; clients: 3/).first();
  await expect(heading).toBeVisible();
  const chart = page.locator('svg.chart-wide');
  await expect(page.getByText(/Scores before version 2 were calculated on another scale/)).toBeVisible();
  // Each row is a day and a version; the demonstration has scores by the parameters of two days, and the older version is beside them.
  const cells = await textsNow(page.locator('main table tbody td:nth-of-type(1)'));
  const versions = [...new Set(cells.map((text) => text.trim()))];
  expect(versions).toContain('1.2.0 · aaaaaaaa');
  expect(versions.length).toBeGreaterThan(1);
  await expect(heading).toContainText(`method versions: ${versions.length}`);
  for (const version of versions) {
    expect(version).toMatch(/^\d+\.\d+\.\d+ · [0-9a-f]{8}$/);
    await expect(chart.getByText(version, { exact: true })).toHaveCount(1);
  }
  await expect(chart.locator('line[stroke-dasharray]').first()).toBeAttached();
  // On the two days before the newer method all three clients have a score by the older one.
  const older = page
    .locator('main table tbody tr')
    .filter({ hasText: '1.2.0 · aaaaaaaa' })
    .filter({ hasText: /30 Jun|31 Mar|30 Sept|31 Dec/ });
  await expect(older.last().locator('td').nth(1)).toHaveText('3');
  const newest = versions[0] ?? '';
  expect(await newViolations(page)).toEqual([]);
  await page.setViewportSize({ width: 360, height: 740 });
  await expect(page.locator('svg.chart-narrow').getByText(newest, { exact: true })).toBeVisible();
  expect(await overflow(page)).toBe('fits');
  expect(await scrolling(page)).toEqual([]);
});

test('the year is counted, frozen and downloaded; the review of one deal too', { tag: '@quick' }, async ({ page }) => {
  await signInAs(page, 'auditor', 'lender');
  const home = homeOf(page);
  const year = new Date().getUTCFullYear();
  await page.goto(`${home}/deals`);
  await page.getByRole('link', { name: 'Annual report' }).click();
  await expect(page.getByRole('heading', { level: 1, name: `Equator Principles report ${year}` })).toBeVisible();
  const finance = page.getByRole('region', { name: 'Project finance', exact: true });
  await expect(finance.getByRole('row', { name: /^Total/ })).toContainText('1');
  await expect(page.getByRole('row', { name: /Vientos del Loa wind farm.*Power.*Chile/ })).toBeVisible();
  expect(await newViolations(page)).toEqual([]);
  await page.getByRole('button', { name: `Issue ${year} report` }).click();
  await expect(page.getByText(`${year} report issued.`)).toBeVisible();
  const [pdf, xlsx, json] = [
    await downloaded(page, /^PDF of report/),
    await downloaded(page, /^XLSX of report/),
    await downloaded(page, /^JSON of report/),
  ];
  expect(pdf.name).toBe(`equator-principles-${year}-en.pdf`);
  expect(pdf.bytes.subarray(0, 5).toString()).toBe('%PDF-');
  expect(xlsx.bytes.subarray(0, 2).toString()).toBe('PK');
  const { hash } = JSON.parse(json.bytes.toString('utf8'));
  await page.goto(`/verify/${hash}`);
  await expect(page.getByText('Equator Principles annual report').first()).toBeVisible();

  await page.goto(`${home}/portfolio/deals?sector=power`);
  await page
    .getByRole('row', { name: /Llano del Sol/ })
    .getByRole('link', { name: /^D-/ })
    .click();
  await page.getByRole('link', { name: 'Report', exact: true }).click();
  await expect(page.getByRole('heading', { name: '11 Limits and uncertainties' })).toBeVisible();
  await expect(page.locator('#part-gaps')).toContainText('PS2-27.2');
  expect(await newViolations(page)).toEqual([]);
  await page.setViewportSize({ width: 360, height: 740 });
  expect(await overflow(page)).toBe('fits');
  await page.setViewportSize({ width: 1280, height: 900 });
  await page.getByRole('button', { name: 'Issue report' }).click();
  const review = await downloaded(page, /^PDF of report/);
  expect(review.name).toMatch(/^due-diligence-D-\d{4}-\d{4}-en\.pdf$/);
  // On a phone the lists stack, the frozen ones too. On paper the parts are blocks: in a grid a table that breaks overlaps what follows it.
  await page.setViewportSize({ width: 360, height: 740 });
  expect(await overflow(page)).toBe('fits');
  expect(await scrolling(page)).toEqual([]);
  await page.emulateMedia({ media: 'print' });
  await expect(page.locator('#part-gaps details > div > div')).toHaveCSS('display', 'block');
});

test('an unfinished deal blocks counting the year; records of another organization are not reached by id (A44)', {
  tag: '@thorough',
}, async ({ memberPage: page, organization }) => {
  const clientName = uniqueName('Wind client');
  await addSupplier(page, organization, { name: clientName, country: 'CL' });
  await page.goto(`${organization.path}/deals/new`);
  await chooseFrom(page, 'Client', clientName);
  await page.getByRole('button', { name: 'Continue' }).click();
  await page.getByRole('textbox', { name: 'Project', exact: true }).fill('Wind park');
  for (const country of ['CL', 'FR']) await chooseFrom(page, 'Host countries', country);
  await page.getByLabel('Sector', { exact: true }).selectOption('power');
  await page.getByLabel('Project finance', { exact: true }).check();
  await page.getByLabel(/^Total project capital cost/).fill('10000000');
  const year = new Date().getUTCFullYear();
  await page.getByLabel('Signing date', { exact: false }).first().fill(`${year}-01-01`);
  await page.getByLabel('Financial close').fill(`${year}-01-01`);
  await page.getByRole('button', { name: 'Open deal' }).click();
  await expect(page.getByText(/Deal D-\d{4}-0001 opened/)).toBeVisible();
  const here = new URL(page.url()).pathname;

  await page.goto(`${organization.path}/deals/annual-report?year=${year}`);
  await expect(page.getByText('Report not ready').first()).toBeVisible();
  await expect(page.getByRole('button', { name: /^Issue/ })).toHaveCount(0);
  await page.getByRole('link', { name: 'Choose a region: host countries are in more than one' }).click();
  await expect(page).toHaveURL(`${here}/edit`);
  await page.getByLabel('Region of the annual report').selectOption('americas');
  await page.getByRole('button', { name: 'Save deal' }).click();
  await expect(page.getByText('Deal saved.')).toBeVisible();
  await expect(page.locator('#record')).toContainText('Americas');
  await page.goto(`${organization.path}/deals/annual-report?year=${year}`);
  await expect(page.getByRole('link', { name: /Choose a region/ })).toHaveCount(0);
  await expect(page.getByRole('link', { name: 'Assign a category' })).toBeVisible();
  expect(await newViolations(page)).toEqual([]);

  const other = await openOrganization(page);
  const id = here.split('/').at(-1) ?? '';
  for (const path of [`/deals/${id}`, `/deals/${id}/due-diligence-report`, `/deals/${id}/supply-chain`, `/deals/${id}/review`]) {
    const answer = await page.request.get(other.path + path);
    expect(answer.status(), path).toBe(404);
  }
  await page.goto(`${other.path}/portfolio`);
  await expect(page.getByText('No deals yet')).toBeVisible();
});
