import { signInAs } from './demonstration';
import { overflow, strictHeaders, violations } from './inspect';
import { onPhone } from './answering';
import { expect, openOrganization, type Page, test } from './journey';
import { showFinding, words } from './site-link';

/** Opens the page wide, dark and narrow, and holds it to every promise. */
async function inspect(page: Page, path: string): Promise<void> {
  const complaints: string[] = [];
  page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
  page.on('response', (response) => response.status() >= 400 && complaints.push(`${response.status()} ${response.url()}`));
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
  const response = await page.goto(path);
  expect(response?.status()).toBe(200);
  for (const [name, pattern] of Object.entries(strictHeaders)) expect(response?.headers()[name], name).toMatch(pattern);
  await expect(page.locator('h1')).toHaveCount(1);
  await expect(page).toHaveTitle(/Manumit/);
  expect(await violations(page)).toEqual([]);
  await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' });
  expect(await violations(page, ['color-contrast', 'link-in-text-block']), 'in the dark').toEqual([]);
  await page.setViewportSize({ width: 360, height: 740 });
  expect(await overflow(page), 'at 360 px').toBe('fits');
  expect(await violations(page, ['target-size', 'color-contrast', 'scrollable-region-focusable']), 'at 360 px').toEqual([]);
  await page.waitForLoadState('networkidle');
  expect(complaints).toEqual([]);
}

for (const path of [
  '/',
  '/sign-in',
  '/sign-in/link',
  '/sign-up',
  '/verify',
  `/verify/${'0'.repeat(64)}`,
  '/methodology',
  '/methodology/R4',
  '/methodology/calculator',
  '/methodology/debt',
  '/methodology/debt?cost=3000&pay=500&rate=36&repayment=80&collateral=on',
  '/methodology/calculator?countries=VN&sector=14&migrantShare=20&housing=castle',
  '/methodology/validation',
  '/methodology/compare',
])
  test(`Public page ${path}`, async ({ page }) => inspect(page, path));

test('A public table of the method', async ({ page }) => {
  await page.goto('/methodology');
  const href = await page.locator('main a[href^="/methodology/tables/"]').last().getAttribute('href');
  await inspect(page, href ?? 'no table is linked');
});

const pages: [string, (links: Links) => string][] = [
  ['home', () => ''],
  ['suppliers', () => '/suppliers'],
  ['suppliers, filtered to none', () => '/suppliers?q=nothing+has+this+name'],
  ['supplier', ({ supplier }) => supplier],
  ['chain of a supplier', ({ supplier }) => `${supplier}/chain`],
  ['sites of a supplier', ({ supplier }) => `${supplier}/sites`],
  ['assessments of a supplier', ({ supplier }) => `${supplier}/assessments`],
  ['findings of a supplier', ({ supplier }) => `${supplier}/findings`],
  ['history of a supplier', ({ supplier }) => `${supplier}/history`],
  ['duplicates and merges of a supplier', ({ supplier }) => `${supplier}/identity`],
  ['a supplier to merge', ({ supplier }) => `${supplier}/merge`],
  ['a supplier to split', ({ supplier }) => `${supplier}/split`],
  ['possible duplicates', () => '/suppliers/duplicates'],
  ['facts to edit', ({ supplier }) => `${supplier}/edit`],
  ['new supplier', () => '/suppliers/new'],
  ['score', ({ supplier }) => `${supplier}/score`],
  ['overrides', ({ supplier }) => `${supplier}/score/overrides`],
  ['labour providers', () => '/labour-providers'],
  ['labour providers, filtered to none', () => '/labour-providers?q=nothing+has+this+name'],
  ['labour provider', ({ provider }) => provider],
  ['labour provider, a line to correct', ({ provider, line }) => `${provider}?edit=${line}`],
  ['labour provider on a day of which nothing is known', ({ provider }) => `${provider}?known-on=2020-01-01`],
  ['site', ({ site }) => site],
  ['site on a day of which nothing is known', ({ site }) => `${site}?known-on=2020-01-01`],
  ['link', ({ link }) => link],
  ['source', ({ source }) => source],
  ['map', () => '/map'],
  ['map that zooms', () => '/map?draw=canvas'],
  ['map of the world', () => '/map?view=world'],
  ['map of the world filled by suppliers, a part', () => '/map?view=world&fill=suppliers&area=60,-10,130,40'],
  ['map as a table, with a panel', ({ supplier }) => `/map?view=table&open=${supplier.split('/').at(-1)}`],
  ['map on a day of which nothing is known', () => '/map?on=2020-01-01'],
  ['map in a year', () => '/map?view=table&year=2024'],
  ['chain in figures', () => '/chain?since=2026-01-01'],
  ['chain in figures in a year', () => '/chain?year=2024'],
  ['archived suppliers', () => '/suppliers?view=archived'],
  ['chain of a supplier on a day of which nothing is known', ({ supplier }) => `${supplier}/chain?known-on=2020-01-01`],
  ['what is inherited', () => '/inherited'],
  ['findings to act on first', () => '/findings/first'],
  ['what if, nothing supposed', () => '/what-if'],
  ['what if', () => '/what-if?change=country.VN.5&change=weight.voice.10&change=nonsense'],
  ['import', () => '/suppliers/import'],
  ['assessments', () => '/assessments'],
  ['new assessment', () => '/assessments/new'],
  ['assessment', ({ assessment }) => assessment],
  ['section', ({ assessment }) => `${assessment}/questions/P5`],
  ['an assessment on paper', ({ assessment }) => `${assessment}/paper`],
  ['files of an assessment', ({ assessment }) => `${assessment}/files`],
  ['files of a question', ({ assessment }) => `${assessment}/files/P5.Q1`],
  ['answers to carry over', ({ assessment }) => `${assessment}/carry`],
  ['answers at the desk', ({ assessment }) => `${assessment}/review`],
  ['requests', () => '/requests'],
  ['requests received', () => '/received'],
  ['what is shared', () => '/grants'],
  ['new access', () => '/grants/new'],
  ['shared with us', () => '/shared'],
  ['read log', () => '/reads'],
  ['new request', () => '/requests/new'],
  ['instruments', () => '/instruments'],
  ['import an instrument', () => '/instruments/import'],
  ['a released instrument', () => '/instruments/short-form@1.1.0'],
  ['a released instrument on paper, from right to left', () => '/instruments/short-form@1.1.0/paper?in=ar'],
  ['campaigns', () => '/campaigns'],
  ['new campaign', () => '/campaigns/new?tier=1&asked=never&first=yes'],
  ['restricted matters', () => '/cases'],
  ['new restricted matter', () => '/cases/new'],
  ['findings', () => '/findings'],
  ['actions', () => '/actions'],
  ['actions as a board', () => '/actions?view=board'],
  ['actions of a supplier', ({ supplier }) => `${supplier}/actions`],
  ['progress report', ({ supplier }) => `${supplier}/progress`],
  ['an action to plan', ({ finding }) => `${finding}/plan`],
  ['findings, filtered', () => '/findings?extent=systemic&origin=auditor&q=nothing'],
  ['a finding', ({ finding }) => finding],
  ['a finding to correct', ({ finding }) => `${finding}/edit`],
  ['new finding, supplier to choose', () => '/findings/new'],
  ['new finding', ({ supplier }) => `/findings/new?supplier=${supplier.split('/').at(-1)}`],
  ['audits', () => '/audits'],
  ['audits in a calendar', () => '/audits?view=calendar'],
  ['new audit, supplier to choose', () => '/audits/new'],
  ['new audit', ({ supplier }) => `/audits/new?supplier=${supplier.split('/').at(-1)}`],
  ['plan of an audit', ({ audit }) => audit],
  ['record of an audit', ({ audit }) => `${audit}/record`],
  ['conclusion of an audit', ({ audit }) => `${audit}/conclusion`],
  ['plan of an approved audit', ({ approved }) => approved],
  ['record of an approved audit', ({ approved }) => `${approved}/record`],
  ['conclusion of an approved audit', ({ approved }) => `${approved}/conclusion`],
  ['reports on an approved audit', ({ approved }) => `${approved}/reports`],
  ['results of an audit to publish', ({ approved }) => `${approved}/publish`],
  ['a report on an approved audit', ({ report }) => report],
  ['a plan from a report on an approved audit', ({ report }) => report.replace(/full$/, 'plan')],
  ['members', () => '/settings/members'],
  ['organization', () => '/settings/organization'],
  ['activity', () => '/settings/activity'],
  ['sessions', () => '/settings/sessions'],
];
/** Pages of a signed-in person outside every organization. */
const ownPages = ['/account', '/sign-up', '/verify'];
type Links = {
  supplier: string;
  assessment: string;
  provider: string;
  line: string;
  site: string;
  link: string;
  source: string;
  finding: string;
  audit: string;
  approved: string;
  report: string;
};

test.describe('In the demonstration organization', () => {
  const known = new Map<string, Links>();

  /** An assessed supplier of the demonstration, a labour provider and what belongs to them, found as a reader would. */
  async function linksOf(page: Page, path: string): Promise<Links> {
    const found = known.get(path);
    if (found) return found;
    const hrefAt = async (from: string, selector: string) => {
      await page.goto(from);
      return (await page.locator(selector).first().getAttribute('href')) ?? `nothing at ${selector}`;
    };
    const assessment = await hrefAt(`${path}/assessments?status=approved`, 'main table a');
    const supplier = (await hrefAt(assessment, 'main a[href*="/suppliers/"]')).replace(/\/score$/, '');
    const provider = await hrefAt(`${path}/labour-providers?q=Karnaphuli`, 'main table a');
    const approved = await hrefAt(`${path}/audits?status=approved`, 'main table a[href*="/audits/"]');
    const links = {
      assessment,
      approved,
      report: await hrefAt(`${approved}/reports`, 'main table a[href$="/page/full"]'),
      supplier,
      provider,
      line: (await hrefAt(provider, 'main a[href*="?edit="]')).replace(/^.*edit=|#.*$/g, ''),
      site: await hrefAt(`${supplier}/sites`, 'main table a[href*="/sites/"]'),
      link: await hrefAt(`${supplier}/chain`, 'main a[href*="/links/"]'),
      finding: await hrefAt(`${path}/findings`, 'main th a[href*="/findings/"]'),
      audit: await hrefAt(`${path}/audits?status=on-site`, 'main table a[href*="/audits/"]'),
      // Of a line: the one source of all facts of the demonstration is a long page.
      source: await hrefAt(provider, 'main td a[href*="/sources/"]'),
    };
    const within = Object.fromEntries(
      Object.entries(links).map(([key, href]) => [key, href.startsWith(path) ? href.slice(path.length) : href]),
    );
    known.set(path, { ...links, ...within });
    return { ...links, ...within };
  }

  for (const path of ownPages)
    test(`Page of a person: ${path}`, async ({ browser, demonstration, baseURL }) => {
      const context = await browser.newContext({ ...(baseURL ? { baseURL } : {}), storageState: demonstration.state });
      const page = await context.newPage();
      await inspect(page, path);
      await expect(page.getByRole('link', { name: 'Sign in' })).toHaveCount(0);
      await expect(page.getByRole('link', { name: 'Your organizations' })).toBeVisible();
      await context.close();
    });

  for (const [name, addressOf] of pages)
    test(`Page: ${name}`, async ({ browser, demonstration, baseURL }) => {
      const context = await browser.newContext({ ...(baseURL ? { baseURL } : {}), storageState: demonstration.state });
      const page = await context.newPage();
      await inspect(page, demonstration.path + addressOf(await linksOf(page, demonstration.path)));
      await context.close();
    });
});

test('Page: published results, as everybody reads them', async ({ browser, page, demonstration, baseURL }) => {
  const context = await browser.newContext({ ...(baseURL ? { baseURL } : {}), storageState: demonstration.state });
  const member = await context.newPage();
  await member.goto(`${demonstration.path}/audits?status=approved`);
  await member.goto(`${await member.locator('main table a[href*="/audits/"]').first().getAttribute('href')}/publish`);
  const address = await member.getByRole('textbox', { name: 'Address of the page' }).inputValue();
  await context.close();
  await inspect(page, new URL(address).pathname);
  await expect(page.getByText('This is demonstration data')).toBeVisible();
  await expect(page.getByText('We have bought lockers all the same.')).toBeVisible();
});

const lenderPages: [string, string][] = [
  ['transactions', ''],
  ['transactions, filtered to none', '?status=exited&q=nothing'],
  ['new transaction, client to choose', '/new'],
  ['new transaction', '/new?client='],
  ['a transaction', '/ID'],
  ['record of a transaction to edit', '/ID/edit'],
  ['review of a transaction', '/ID/review'],
  ['human-rights issues of a transaction', '/ID/review/rights'],
  ['human-rights issue to record', '/ID/review/rights/new'],
  ['a human-rights issue', '/ID/review/rights/1'],
  ['human-rights issue to judge', '/ID/review/rights/1/edit'],
  ['engagement of a transaction', '/ID/review/engagement'],
  ['engagement to record', '/ID/review/engagement/new'],
  ['an engagement', '/ID/review/engagement/1'],
  ['way to complain to record', '/ID/review/engagement/mechanisms/new'],
  ['a way to complain', '/ID/review/engagement/mechanisms/1'],
  ['consultants of a transaction', '/ID/review/independence'],
  ['consultant to record', '/ID/review/independence/new'],
  ['a consultant', '/ID/review/independence/1'],
  ['action plan of a transaction', '/ID/plan'],
  ['action plan, filtered to none', '/ID/plan?status=verified&when=overdue&sort=-due'],
  ['new line of an action plan', '/ID/plan/new'],
  ['a file of an action plan to take back', '/ID/plan/import'],
  ['versions of an action plan', '/ID/plan/versions'],
  ['line of an action plan', '/LINE'],
  ['line of an action plan to edit', '/LINE/edit'],
  ['version of an action plan', '/VERSION'],
  ['companies of a project', '/ID/chain?q=mill'],
  ['report on a due diligence', '/ID/report'],
  ['yearly report', '/yearly'],
  ['yearly report of an empty year', '/yearly?year=2019'],
  ['portfolio', 'portfolio'],
  ['portfolio, filtered to none', 'portfolio?sector=oil-and-gas'],
  ['portfolio, transactions', 'portfolio/transactions'],
  ['portfolio, watch list', 'portfolio/watch'],
  ['portfolio, concentration', 'portfolio/concentration'],
  ['portfolio, map', 'portfolio/map'],
  ['portfolio, trend', 'portfolio/trend'],
  ['portfolio, what if', 'portfolio/what-if?change=country.CL.20'],
  ['covenants of a transaction', '/ID/monitoring'],
  ['covenants, filtered to none', '/ID/monitoring?standing=ended&kind=access'],
  ['covenant to add', '/ID/monitoring/covenants/new'],
  ['a covenant', '/ID/monitoring/covenants/COVENANT'],
  ['covenant to change', '/ID/monitoring/covenants/COVENANT/edit'],
  ['what is due of a transaction', '/ID/monitoring/calendar'],
  ['what is due, filtered to none', '/ID/monitoring/calendar?year=1999'],
  ['reports of a transaction', '/ID/monitoring/reports'],
  ['a report of a transaction', '/ID/monitoring/reports/PERIOD'],
  ['incidents of a transaction', '/ID/monitoring/incidents'],
  ['incident to record', '/ID/monitoring/incidents/new'],
  ['an incident', '/ID/monitoring/incidents/INCIDENT'],
];

/** A line, or a version, of the first action plan that has one; null for other pages. */
async function fromPlan(page: Page, path: string, home: string): Promise<string | null> {
  if (!/^\/(LINE|VERSION)/.test(path)) return null;
  await page.goto(`${home}/transactions?status=plan-agreed`);
  const plan = `${(await page.getByRole('link', { name: 'T-' }).first().getAttribute('href')) ?? ''}/plan`;
  const [folder, selector] = path.startsWith('/LINE') ? [plan, 'main table a[href*="/plan/lines/"]'] : [`${plan}/versions`, 'main table a'];
  await page.goto(folder);
  return ((await page.locator(selector).first().getAttribute('href')) ?? 'nothing') + path.replace(/^\/(LINE|VERSION)/, '');
}

test.describe('In the demonstration’s lender', () => {
  for (const [name, path] of lenderPages)
    test(`Page: ${name}`, async ({ page }) => {
      await signInAs(page, 'auditor', 'lender');
      const home = /^\/o\/[^/]+/.exec(new URL(page.url()).pathname)?.[0] ?? '';
      await page.goto(`${home}/transactions`);
      // What is kept of a loan that was paid out is told of the wind farm.
      const row = /\/monitoring|\/review\//.test(path) ? page.getByRole('row', { name: /Vientos del Loa/ }) : page.locator('main');
      const transaction = (await row.getByRole('link', { name: 'T-' }).first().getAttribute('href')) ?? 'no transaction';
      await page.goto(transaction);
      const at = await fromPlan(page, path, home);
      if (at) return inspect(page, at);
      await page.goto(transaction);
      const client = (await page.locator('main a[href*="/suppliers/"]').first().getAttribute('href'))?.split('/').at(-1) ?? 'no client';
      /** What stands where the loan has it. */
      const fill = async (address: string) => {
        for (const [word, place] of [
          ['COVENANT', ''],
          ['PERIOD', '/reports'],
          ['INCIDENT', '/incidents'],
        ] as const)
          if (address.includes(word)) {
            await page.goto(`${transaction}/monitoring${place}`);
            const href = await page.locator('main table a').first().getAttribute('href');
            return address.replace(word, href?.split('/').at(-1) ?? 'nothing');
          }
        return address;
      };
      await inspect(
        page,
        path.startsWith('/ID')
          ? transaction + (await fill(path.slice(3)))
          : path.startsWith('portfolio')
            ? `${home}/${path}`
            : `${home}/transactions${path.replace('client=', `client=${client}`)}`,
      );
    });
});

test('Pages of a site that findings were shown to', async ({ memberPage, browser, baseURL, troubles }) => {
  const organization = await openOrganization(memberPage);
  const { share, link } = await showFinding(memberPage, organization);
  await inspect(memberPage, share);
  const { page, context } = await onPhone(browser, baseURL, troubles);
  await inspect(page, new URL(link).pathname);
  await page.getByRole('button', { name: 'Open on this device' }).click();
  await page.waitForURL(/\/site\/[0-9a-f-]{36}$/);
  const home = new URL(page.url()).pathname;
  await inspect(page, home);
  await page.getByRole('link', { name: words }).click();
  await page.waitForURL(/\/site\/[0-9a-f-]{36}\/[0-9a-f-]{36}$/);
  await inspect(page, new URL(page.url()).pathname);
  await page.context().addCookies([{ name: 'locale', value: 'ar', url: page.url() }]);
  await inspect(page, home);
  await context.close();
});
