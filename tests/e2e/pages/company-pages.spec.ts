import type { Depth } from './inspect-page';
import { inspectPage, tagOf } from './inspect-page';
import { expect } from '../journey';
import { evaluateNow } from '../read-now';
import { hrefAt, type Reader, test } from './reader';

const pages: [name: string, addressOf: (links: Links) => string, depth?: Depth][] = [
  ['home', () => '', 'template'],
  ['queue', () => '/queue', 'template'],
  ['notifications', () => '/notifications', 'template'],
  ['notification settings', () => '/settings/notifications', 'template'],
  ['board paper', () => '/board-paper', 'template'],
  ['tour of the demonstration', () => '/tour'],
  ['demonstration to reset', () => '/demonstration/reset'],
  ['suppliers', () => '/suppliers', 'template'],
  ['suppliers by child labour score', () => '/suppliers?sort=-child'],
  ['suppliers, filtered to none', () => '/suppliers?q=nothing+has+this+name'],
  ['supplier', ({ supplier }) => supplier, 'template'],
  ['supply chain of a supplier', ({ supplier }) => `${supplier}/supply-chain`],
  ['sites of a supplier', ({ supplier }) => `${supplier}/sites`],
  ['assessments of a supplier', ({ supplier }) => `${supplier}/responses`],
  ['findings of a supplier', ({ supplier }) => `${supplier}/findings`],
  ['actions of a supplier', ({ supplier }) => `${supplier}/corrective-actions`],
  ['documents of a supplier', ({ supplier }) => `${supplier}/documents`],
  ['notes of a supplier', ({ supplier }) => `${supplier}/notes`],
  ['tasks of a supplier', ({ supplier }) => `${supplier}/tasks`],
  ['history of a supplier', ({ supplier }) => `${supplier}/history`],
  ['duplicates and merges of a supplier', ({ supplier }) => `${supplier}/identity`],
  ['a supplier to merge', ({ supplier }) => `${supplier}/merge`],
  ['a supplier to split', ({ supplier }) => `${supplier}/split`],
  ['possible duplicates', () => '/suppliers/duplicates'],
  ['alerts', () => '/alerts', 'template'],
  ['alerts, filtered to none', () => '/alerts?status=ended&kind=import-order&q=nothing+has+this+name'],
  ['an alert', ({ alert }) => alert, 'template'],
  ['a supplier with alerts', ({ alerted }) => alerted],
  ['suppliers with alerts', () => '/suppliers?alert=any&sort=-score'],
  ['facts to edit', ({ supplier }) => `${supplier}/edit`],
  ['new supplier', () => '/suppliers/new'],
  ['score', ({ supplier }) => `${supplier}/score`],
  ['overrides', ({ supplier }) => `${supplier}/score/overrides`],
  ['an override to raise', ({ supplier }) => `${supplier}/score/overrides/new`, 'template'],
  ['commissions of audits', () => '/commissions', 'template'],
  ['commissions, filtered to none', () => '/commissions?q=nothing+has+this+name'],
  ['supplier of a new commission', () => '/commissions/new'],
  ['auditors', () => '/auditors', 'template'],
  ['labour recruiters', () => '/labour-recruiters'],
  ['labour recruiters, filtered to none', () => '/labour-recruiters?q=nothing+has+this+name'],
  ['labour recruiter', ({ provider }) => provider],
  ['review of a recruiter to start', ({ provider }) => `/responses/new?recruiter=${provider.split('/').at(-1)}`],
  ['review of a recruiter to send', ({ provider }) => `/requests/new?recruiter=${provider.split('/').at(-1)}`],
  ['labour recruiter, an entry to correct', ({ provider, line }) => `${provider}?edit=${line}`],
  ['labour recruiter on a day without data', ({ provider }) => `${provider}?known-on=2020-01-01`],
  ['site', ({ site }) => site],
  ['site on a day without data', ({ site }) => `${site}?known-on=2020-01-01`],
  ['supply link', ({ link }) => link],
  ['source', ({ source }) => source],
  ['map', () => '/map'],
  ['map, interactive view', () => '/map?draw=canvas'],
  ['map of the world', () => '/map?view=world'],
  ['map of the world by suppliers, a region', () => '/map?view=world&fill=suppliers&area=60,-10,130,40'],
  ['map as a table, with a panel', ({ supplier }) => `/map?view=table&open=${supplier.split('/').at(-1)}`, 'template'],
  ['map on a day without data', () => '/map?on=2020-01-01'],
  ['map in a year', () => '/map?view=table&year=2024'],
  ['supply chain in figures', () => '/supply-chain?since=2026-01-01'],
  ['supply chain in figures in a year', () => '/supply-chain?year=2024'],
  ['archived suppliers', () => '/suppliers?view=archived'],
  ['supply chain of a supplier on a day without data', ({ supplier }) => `${supplier}/supply-chain?known-on=2020-01-01`],
  ['inherited risk', () => '/inherited-risk'],
  ['priority findings', () => '/findings/priority'],
  ['what-if, no changes', () => '/what-if'],
  ['what-if', () => '/what-if?change=country.VN.5&change=factor.voice.2&change=weight.voice.10&change=nonsense'],
  ['import', () => '/suppliers/import'],
  ['assessments', () => '/responses'],
  ['new assessment', () => '/responses/new'],
  ['assessment', ({ response }) => response],
  ['section', ({ response }) => `${response}/questions/P5`, 'template'],
  ['printed form of an assessment', ({ response }) => `${response}/print-form`],
  ['files of an assessment', ({ response }) => `${response}/files`],
  ['files of a question', ({ response }) => `${response}/files/P5.Q1`],
  ['previous answers', ({ response }) => `${response}/previous-answers`],
  ['answer review', ({ response }) => `${response}/review`],
  ['requests', () => '/requests'],
  ['received requests', () => '/received-requests'],
  ['shared access', () => '/shared-access'],
  ['new shared access', () => '/shared-access/new'],
  ['shared with us', () => '/shared-with-us'],
  ['access log', () => '/access-log'],
  ['issued reports', () => '/issued'],
  ['tasks', () => '/tasks'],
  ['tags', () => '/tags'],
  ['search', () => '/find?q=import'],
  ['monitoring of all deals', () => '/monitoring'],
  ['new request', () => '/requests/new', 'template'],
  ['questionnaire templates', () => '/templates'],
  ['questionnaire template to import', () => '/templates/import'],
  ['a released questionnaire template', () => '/templates/short-form@1.1.0'],
  ['printed form of a questionnaire template, from right to left', () => '/templates/short-form@1.1.0/print-form?in=ar', 'template'],
  ['campaigns', () => '/campaigns'],
  ['new campaign', () => '/campaigns/new?tier=1&asked=never&first=yes'],
  ['sensitive cases', () => '/sensitive-cases'],
  ['new sensitive case', () => '/sensitive-cases/new'],
  ['findings', () => '/findings', 'template'],
  ['corrective actions', () => '/corrective-actions'],
  ['corrective actions as a board', () => '/corrective-actions?view=board', 'template'],
  ['corrective actions of a supplier', ({ supplier }) => `${supplier}/corrective-actions`],
  ['progress report', ({ supplier }) => `${supplier}/progress`],
  ['a corrective action to plan', ({ finding }) => `${finding}/plan`],
  ['findings, filtered', () => '/findings?extent=systemic&origin=auditor&q=nothing'],
  ['a finding', ({ finding }) => finding],
  ['a finding to correct', ({ finding }) => `${finding}/edit`],
  ['new finding, supplier to choose', () => '/findings/new'],
  ['new finding', ({ supplier }) => `/findings/new?supplier=${supplier.split('/').at(-1)}`],
  ['audits', () => '/audits'],
  ['audits in a calendar', () => '/audits?view=calendar', 'template'],
  ['new audit, supplier to choose', () => '/audits/new'],
  ['new audit', ({ supplier }) => `/audits/new?supplier=${supplier.split('/').at(-1)}`],
  ['plan of an audit', ({ audit }) => audit],
  ['record of an audit', ({ audit }) => `${audit}/record`, 'template'],
  ['conclusion of an audit', ({ audit }) => `${audit}/conclusion`],
  ['plan of an approved audit', ({ approved }) => approved],
  ['record of an approved audit', ({ approved }) => `${approved}/record`],
  ['conclusion of an approved audit', ({ approved }) => `${approved}/conclusion`],
  ['reports on an approved audit', ({ approved }) => `${approved}/reports`],
  ['results of an audit to publish', ({ approved }) => `${approved}/publish`],
  ['a report on an approved audit', ({ report }) => report],
  ['an issued report', ({ issued }) => issued, 'template'],
  ['the action plan of a report on an approved audit', ({ report }) => report.replace(/full$/, 'plan')],
  ['members', () => '/settings/members', 'template'],
  ['organization', () => '/settings/organization'],
  ['reference tables', () => '/settings/reference-tables'],
  ['new edition of a reference table', () => '/settings/reference-tables/new?kind=slavery-index'],
  ['activity', () => '/settings/activity'],
  ['sessions', () => '/settings/sessions'],
];
/** Pages of a signed-in user outside every organization. */
const ownPages = ['/account', '/sign-up', '/verify'];
type Links = {
  supplier: string;
  alert: string;
  alerted: string;
  response: string;
  provider: string;
  line: string;
  site: string;
  link: string;
  source: string;
  finding: string;
  audit: string;
  approved: string;
  report: string;
  issued: string;
};

let known: Links | undefined;

/** An assessed supplier of the demonstration, a labour recruiter and their records, found as a reader would; addresses within the organization. */
async function linksOf(reader: Reader): Promise<Links> {
  if (known) return known;
  const { home } = reader;
  const first = (path: string, selector: string, text?: string) => hrefAt(reader, path, selector, text);
  const response = await first(`${home}/responses?status=approved`, 'main table a', 'Lac Hong Outerwear');
  const supplier = (await first(response, 'main a[href*="/suppliers/"]')).replace(/\/score$/, '');
  const provider = await first(`${home}/labour-recruiters?q=Karnaphuli`, 'main table a');
  const approved = await first(`${home}/audits?status=approved`, 'main table a[href*="/audits/"]', 'Selangor Glove');
  const links = {
    response,
    approved,
    report: await first(`${approved}/reports`, 'main table a[href$="/page/full"]'),
    issued: await first(`${approved}/reports`, 'main table a[href*="/issued/"]'),
    supplier,
    alert: await first(`${home}/alerts`, 'main table a[href*="/alerts/"]'),
    alerted: await first(`${home}/alerts`, 'main table a[href*="/suppliers/"]'),
    provider,
    line: (await first(provider, 'main a[href*="?edit="]')).replace(/^.*edit=|#.*$/g, ''),
    site: await first(`${supplier}/sites`, 'main table a[href*="/sites/"]'),
    link: await first(`${supplier}/supply-chain`, 'main a[href*="/links/"]'),
    finding: await first(`${home}/findings`, 'main th a[href*="/findings/"]'),
    audit: await first(`${home}/audits?status=on-site`, 'main table a[href*="/audits/"]'),
    // The source of one row: the source of all facts of the demonstration is a long page.
    source: await first(provider, 'main td a[href*="/sources/"]'),
  };
  const within = (href: string) => (href.startsWith(home) ? href.slice(home.length) : href);
  known = { ...links };
  for (const key of Object.keys(links) as (keyof Links)[]) known[key] = within(links[key]);
  return known;
}

test('Page: home of an auditor', async ({ companyAuditor: { page, home } }) => inspectPage(page, home, 'template'));

for (const path of ownPages)
  test(`Page of a user: ${path}`, async ({ companyOwner: { page } }) => {
    await inspectPage(page, path);
    await expect(page.getByRole('link', { name: 'Sign in' })).toHaveCount(0);
    await expect(page.getByRole('link', { name: 'Your organizations' })).toBeVisible();
  });

for (const [name, addressOf, depth] of pages)
  test(`Page: ${name}`, tagOf(name), async ({ companyOwner }) =>
    inspectPage(companyOwner.page, companyOwner.home + addressOf(await linksOf(companyOwner)), depth),
  );

test('the list of suppliers fits its page on a desktop and on a phone, in each sort order', async ({ companyOwner: { page, home } }) => {
  for (const width of [1440, 360]) {
    await page.setViewportSize({ width, height: 900 });
    for (const sort of ['name', 'place', '-child', '-alerts']) {
      await page.goto(`${home}/suppliers?sort=${sort}`);
      const widths = await evaluateNow(page.locator('[data-scroll-region]'), (frames) =>
        frames.map((frame) => ({ content: frame.scrollWidth, frame: frame.clientWidth })),
      );
      expect(widths.length).toBeGreaterThan(0);
      for (const each of widths) expect(each.content, `${sort} at ${width} px`).toBeLessThanOrEqual(each.frame);
    }
  }
  await page.setViewportSize({ width: 1440, height: 900 });
});

test('Page: published results, as the public reads them', async ({ companyOwner, visitor: { page } }) => {
  const { approved } = await linksOf(companyOwner);
  await companyOwner.page.goto(`${companyOwner.home}${approved}/publish`);
  const address = await companyOwner.page.getByRole('textbox', { name: 'Page address' }).inputValue();
  await inspectPage(page, new URL(address).pathname);
  await expect(page.getByText('Demonstration data: the company and its audit are fictitious.')).toBeVisible();
  await expect(page.getByText('We have bought lockers all the same.')).toBeVisible();
});
