import { type Depth, inspectPage, tagOf } from './inspect-page';
import { hrefAt, type Reader, test } from './reader';

const pages: [name: string, address: string, depth?: Depth][] = [
  ['transactions', '', 'template'],
  ['transactions, filtered to none', '?status=exited&q=nothing'],
  ['new transaction, client to choose', '/new'],
  ['new transaction', '/new?client='],
  ['a transaction', '/ID', 'template'],
  ['record of a transaction to edit', '/ID/edit'],
  ['review of a transaction', '/ID/review', 'template'],
  ['human-rights issues of a transaction', '/ID/review/human-rights-assessment'],
  ['human-rights issue to record', '/ID/review/human-rights-assessment/new'],
  ['a human-rights issue', '/ID/review/human-rights-assessment/1'],
  ['human-rights issue to judge', '/ID/review/human-rights-assessment/1/edit'],
  ['engagement of a transaction', '/ID/review/stakeholder-engagement'],
  ['engagement to record', '/ID/review/stakeholder-engagement/new'],
  ['an engagement', '/ID/review/stakeholder-engagement/1'],
  ['way to complain to record', '/ID/review/stakeholder-engagement/grievance-mechanisms/new'],
  ['a way to complain', '/ID/review/stakeholder-engagement/grievance-mechanisms/1'],
  ['consultants of a transaction', '/ID/review/consultant-independence'],
  ['consultant to record', '/ID/review/consultant-independence/new'],
  ['a consultant', '/ID/review/consultant-independence/1'],
  ['action plan of a transaction', '/ID/esap'],
  ['action plan, filtered to none', '/ID/esap?status=verified&when=overdue&sort=-due'],
  ['new line of an action plan', '/ID/esap/new'],
  ['a file of an action plan to take back', '/ID/esap/import'],
  ['versions of an action plan', '/ID/esap/versions'],
  ['line of an action plan', '/LINE'],
  ['line of an action plan to edit', '/LINE/edit'],
  ['version of an action plan', '/VERSION'],
  ['companies of a project', '/ID/supply-chain?q=mill'],
  ['report on a due diligence', '/ID/due-diligence-report', 'template'],
  ['yearly report', '/annual-report'],
  ['yearly report of an empty year', '/annual-report?year=2019'],
  ['portfolio', 'portfolio', 'template'],
  ['portfolio, filtered to none', 'portfolio?sector=oil-and-gas'],
  ['portfolio, transactions', 'portfolio/deals'],
  ['portfolio, watch list', 'portfolio/watch'],
  ['portfolio, concentration', 'portfolio/concentration'],
  ['portfolio, map', 'portfolio/map', 'template'],
  ['portfolio, trend', 'portfolio/trend'],
  ['portfolio, what if', 'portfolio/what-if?change=country.CL.20'],
  ['covenants of a transaction', '/ID/monitoring', 'template'],
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

const found = new Map<string, Promise<string>>();
/** Each link is looked for once a worker. */
function once(key: string, find: () => Promise<string>): Promise<string> {
  const known = found.get(key) ?? find();
  found.set(key, known);
  return known;
}

/** The address of a page: what stands for a record in it is replaced by the first record that the demonstration has. */
async function addressOf(reader: Reader, path: string): Promise<string> {
  const { home } = reader;
  const dealOf = (project: string) =>
    once(project, () => hrefAt(reader, `${home}/deals`, 'main a[href*="/deals/"]:not([href$="/new"])', project));
  const planned = () =>
    once('planned', () => hrefAt(reader, `${home}/deals?status=plan-agreed`, 'main a[href*="/deals/"]:not([href$="/new"])', 'T-'));
  if (path.startsWith('/LINE'))
    return (
      (await once('line', async () => hrefAt(reader, `${await planned()}/esap`, 'main table a[href*="/esap/items/"]'))) + path.slice(5)
    );
  if (path.startsWith('/VERSION')) return once('version', async () => hrefAt(reader, `${await planned()}/esap/versions`, 'main table a'));
  if (path.startsWith('portfolio')) return `${home}/${path}`;
  // What is kept of a loan that was paid out is recorded for the wind farm.
  const deal = await dealOf(/\/monitoring|\/review\//.test(path) ? 'Vientos del Loa' : 'T-');
  if (path.includes('client=')) {
    const client = await once('client', () => hrefAt(reader, deal, 'main a[href*="/suppliers/"]'));
    return `${home}/deals${path}${client.split('/').at(-1)}`;
  }
  if (!path.startsWith('/ID')) return `${home}/deals${path}`;
  let address = path.slice(3);
  for (const [word, place] of Object.entries({ COVENANT: '', PERIOD: '/reports', INCIDENT: '/incidents' }))
    if (address.includes(word)) {
      const href = await once(word, () => hrefAt(reader, `${deal}/monitoring${place}`, 'main table a'));
      address = address.replace(word, href.split('/').at(-1) ?? 'nothing');
    }
  return deal + address;
}

for (const [name, path, depth] of pages)
  test(`Page: ${name}`, tagOf(name), async ({ lenderAuditor }) =>
    inspectPage(lenderAuditor.page, await addressOf(lenderAuditor, path), depth),
  );
